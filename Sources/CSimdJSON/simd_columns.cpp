#include "CSimdJSON.h"
#include "column_dictionary.hpp"
#include "json_walk.hpp"
#include "picked_values.hpp"
#include "wide_hash.hpp"

#include <cmath>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <simdjson.h>

using namespace simdjson;

namespace {

constexpr size_t kMaximumDepth = 512;
/// A run of so many digits and points may be a number that a double does not hold.
constexpr ptrdiff_t kManyDigits = 17;

/// What a key of the record itself says about it.
enum Role : int32_t { kNoRole = 0, kID, kAccount, kDeleted };

bool isDigit(uint8_t byte) { return (byte >= '0' && byte <= '9') || byte == '.'; }

/// Whether the line has a run of digits that is too long to be sure of. Looks only at every
/// sixteenth byte for the beginning, which such a run cannot evade.
bool hasManyDigits(const uint8_t *line, size_t length) {
  const uint8_t *end = line + length;
  for (const uint8_t *at = line + 15; at < end; at += 16) {
    if (!isDigit(*at)) continue;
    const uint8_t *first = at;
    while (first > line && isDigit(first[-1])) first--;
    const uint8_t *last = at;
    while (last < end && isDigit(*last)) last++;
    if (last - first >= kManyDigits) return true;
  }
  return false;
}

void appendQuoted(std::string &json, std::string_view text) {
  json += '"';
  for (const char character : text) {
    const uint8_t byte = static_cast<uint8_t>(character);
    if (byte == '"' || byte == '\\') {
      json += '\\';
      json += character;
    } else if (byte < 0x20) {
      static const char digits[] = "0123456789abcdef";
      json += "\\u00";
      json += digits[byte >> 4];
      json += digits[byte & 15];
    } else {
      json += character;
    }
  }
  json += '"';
}

}  // namespace

struct simd_columns {
  dom::parser parser;
  Node root;
  std::vector<ColumnDictionary> dictionaries;
  /// For objects of many keys.
  std::vector<std::string_view> keys;
  std::string json;
  PickedValues picked;
  int32_t texts = 0;
  uint32_t *codes = nullptr;
  simd_row *row = nullptr;

  bool walk(const dom::element &element, const Node *node);
  bool walk(const dom::object &object, const Node *node);
  void take(const dom::element &element, int32_t path);
  void note(const dom::element &element, int32_t role);
};

/// False where a key comes twice.
bool simd_columns::walk(const dom::object &object, const Node *node) {
  return walkKeys(object, node, keys, [this](const dom::element &value, const Node *below) {
    return walk(value, below);
  });
}

bool simd_columns::walk(const dom::element &element, const Node *node) {
  if (node) {
    if (node->path >= 0) take(element, node->path);
    if (node->text >= 0) picked.take(element, node->text);
    if (node->role != kNoRole) note(element, node->role);
  }
  return walkBelow(element, node, [this](const dom::object &object, const Node *below) {
    return walk(object, below);
  });
}

void simd_columns::note(const dom::element &element, int32_t role) {
  if (role == kDeleted) {
    row->deleted = element.is_bool() && element.get_bool().value_unsafe();
    return;
  }
  if (!element.is_string()) return;
  const std::string_view text = element.get_string().value_unsafe();
  (role == kID ? row->id : row->account) = text.data();
  (role == kID ? row->id_length : row->account_length) = text.size();
}

void simd_columns::take(const dom::element &element, int32_t path) {
  ColumnDictionary &dictionary = dictionaries[static_cast<size_t>(path)];
  uint32_t &code = codes[path];
  switch (element.type()) {
    case dom::element_type::STRING:
      code = dictionary.code(SIMD_COLUMN_TEXT, 0, element.get_string().value_unsafe());
      break;
    case dom::element_type::NULL_VALUE:
      code = dictionary.code(SIMD_COLUMN_NULL, 0, {});
      break;
    case dom::element_type::BOOL:
      code = dictionary.code(
          element.get_bool().value_unsafe() ? SIMD_COLUMN_TRUE : SIMD_COLUMN_FALSE, 0, {});
      break;
    case dom::element_type::INT64:
    case dom::element_type::UINT64:
    case dom::element_type::DOUBLE: {
      const double number = element.get_double().value_unsafe();
      const bool isDouble = element.type() == dom::element_type::DOUBLE;
      if (isDouble || std::fabs(number) < 0x1p53) {
        code = dictionary.code(SIMD_COLUMN_NUMBER, number == 0 ? 0 : number, {});
      } else {
        code = dictionary.code(SIMD_COLUMN_JSON, 0, to_string(element));
      }
      break;
    }
    case dom::element_type::ARRAY:
    case dom::element_type::OBJECT: {
      json.clear();
      bool isPlain = element.is_array();
      if (isPlain) {
        json += '[';
        for (dom::element item : dom::array(element)) {
          if (!item.is_string()) {
            isPlain = false;
            break;
          }
          if (json.size() > 1) json += ',';
          appendQuoted(json, item.get_string().value_unsafe());
        }
        json += ']';
      }
      code = dictionary.code(SIMD_COLUMN_JSON, 0, isPlain ? json : minify(element));
      break;
    }
  }
}

simd_columns *simd_columns_create(void) {
  auto columns = std::make_unique<simd_columns>();
  if (columns->parser.allocate(1 << 16, kMaximumDepth) != SUCCESS) return nullptr;
  columns->root.add("id")->role = kID;
  columns->root.add("account")->role = kAccount;
  columns->root.add("deleted")->role = kDeleted;
  return columns.release();
}

void simd_columns_destroy(simd_columns *columns) { delete columns; }

void simd_columns_add(simd_columns *columns, const char *path, size_t most) {
  columns->root.add(path)->path = static_cast<int32_t>(columns->dictionaries.size());
  columns->dictionaries.emplace_back();
  columns->dictionaries.back().most = most;
}

void simd_columns_add_text(simd_columns *columns, const char *path) {
  columns->root.add(path)->text = columns->texts++;
}

int32_t simd_columns_read(simd_columns *columns, const uint8_t *line, size_t length, simd_row *row,
                          uint32_t *codes) {
  *row = simd_row{nullptr, 0, nullptr, 0, false};
  columns->codes = codes;
  columns->row = row;
  columns->picked.clear();
  if (!columns->dictionaries.empty())
    memset(codes, 0, columns->dictionaries.size() * sizeof *codes);
  if (escapesSurrogate(line, length) || hasManyDigits(line, length)) return SIMD_REFUSED;
  dom::element root;
  if (columns->parser.parse(line, length, false).get(root) != SUCCESS) return SIMD_REFUSED;
  if (!root.is_object()) return SIMD_NOT_AN_OBJECT;
  return columns->walk(dom::object(root), &columns->root) ? SIMD_OBJECT : SIMD_DUPLICATE_KEY;
}

const simd_value *simd_columns_texts(const simd_columns *columns, size_t *count) {
  *count = columns->picked.values.size();
  return columns->picked.values.data();
}

uint32_t simd_columns_code(simd_columns *columns, size_t column, const simd_column_value *value) {
  return columns->dictionaries[column].code(value->kind, value->number,
                                            std::string_view(value->text, value->length));
}

size_t simd_columns_count(const simd_columns *columns, size_t column) {
  return columns->dictionaries[column].size();
}

bool simd_columns_overflowed(const simd_columns *columns, size_t column) {
  return columns->dictionaries[column].isFull;
}

simd_column_value simd_columns_value(const simd_columns *columns, size_t column, uint32_t code) {
  return columns->dictionaries[column].value(code);
}

uint64_t simd_hash(const char *bytes, size_t length, uint64_t seed) {
  return wideHash(bytes, length, seed);
}
