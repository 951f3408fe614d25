#include "CSimdJSON.h"
#include "json_walk.hpp"

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
/// Texts of one column take at most so many bytes.
constexpr size_t kMostBytes = 16 << 20;

/// Where a value's text stands, or a number; small, since looking up is waiting for memory.
struct Value {
  union {
    double number;
    struct {
      uint32_t offset;
      uint32_t length;
    } text;
  };
};

/// The distinct values of a column: an open hash table of their positions.
struct Dictionary {
  std::vector<Value> values;
  std::vector<uint8_t> kinds;
  std::string bytes;
  size_t most = 0;
  size_t texts = 0;
  bool isFull = false;

  struct Slot {
    uint32_t hash;
    uint32_t code;
  };
  std::vector<Slot> slots = std::vector<Slot>(64);

  uint32_t code(simd_column_kind kind, double number, std::string_view text) {
    if (isFull) return 0;
    const uint64_t hash = kind == SIMD_COLUMN_NUMBER ? numberHash(number)
                                                     : simd_hash(text.data(), text.size(), kind);
    const uint32_t tag = static_cast<uint32_t>(hash >> 32);
    for (size_t at = hash & (slots.size() - 1);; at = (at + 1) & (slots.size() - 1)) {
      const Slot slot = slots[at];
      if (slot.code == 0) {
        slots[at] = {tag, static_cast<uint32_t>(values.size() + 1)};
        return insert(kind, number, text);
      }
      if (slot.hash == tag && isSame(slot.code - 1, kind, number, text)) return slot.code;
    }
  }

 private:
  static uint64_t numberHash(double number) {
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    bits = (bits ^ (bits >> 32)) * 0x9E3779B97F4A7C15u;
    return bits ^ (bits >> 29);
  }

  bool isSame(size_t position, simd_column_kind kind, double number, std::string_view text) const {
    if (kinds[position] != kind) return false;
    const Value &value = values[position];
    if (kind == SIMD_COLUMN_NUMBER) return value.number == number;
    return kind < SIMD_COLUMN_NUMBER ||
           (value.text.length == text.size() &&
            memcmp(bytes.data() + value.text.offset, text.data(), text.size()) == 0);
  }

  uint32_t insert(simd_column_kind kind, double number, std::string_view text) {
    if (kind >= SIMD_COLUMN_TEXT && (++texts > most || bytes.size() + text.size() > kMostBytes)) {
      *this = Dictionary();
      isFull = true;
      return 0;
    }
    Value value;
    if (kind == SIMD_COLUMN_NUMBER) {
      value.number = number;
    } else {
      value.text = {static_cast<uint32_t>(bytes.size()), static_cast<uint32_t>(text.size())};
      bytes.append(text);
    }
    values.push_back(value);
    kinds.push_back(static_cast<uint8_t>(kind));
    if (values.size() * 2 > slots.size()) grow();
    return static_cast<uint32_t>(values.size());
  }

  void grow() {
    std::vector<Slot> old(slots.size() * 2);
    old.swap(slots);
    for (const Slot &slot : old) {
      if (slot.code == 0) continue;
      const size_t position = slot.code - 1;
      const Value &value = values[position];
      const uint64_t hash =
          kinds[position] == SIMD_COLUMN_NUMBER
              ? numberHash(value.number)
              : simd_hash(bytes.data() + value.text.offset, value.text.length, kinds[position]);
      size_t at = hash & (slots.size() - 1);
      while (slots[at].code != 0) at = (at + 1) & (slots.size() - 1);
      slots[at] = slot;
    }
  }
};

uint64_t mix(uint64_t left, uint64_t right) {
  const __uint128_t product = static_cast<__uint128_t>(left) * right;
  return static_cast<uint64_t>(product) ^ static_cast<uint64_t>(product >> 64);
}

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
  std::vector<Dictionary> dictionaries;
  std::vector<std::string_view> keys;
  std::string json;
  uint32_t *codes = nullptr;

  bool walk(const dom::element &element, const Node *node);
  bool walk(const dom::object &object, const Node *node);
  void take(const dom::element &element, int32_t path);
};

/// False where a key comes twice.
bool simd_columns::walk(const dom::object &object, const Node *node) {
  const size_t first = keys.size();
  for (dom::key_value_pair entry : object) {
    keys.push_back(entry.key);
    if (!walk(entry.value, node ? node->child(entry.key) : nullptr)) return false;
  }
  const bool isUnique = !hasDuplicates(keys, first);
  keys.resize(first);
  return isUnique;
}

bool simd_columns::walk(const dom::element &element, const Node *node) {
  if (node && node->path >= 0) take(element, node->path);
  switch (element.type()) {
    case dom::element_type::OBJECT:
      return walk(dom::object(element), node);
    case dom::element_type::ARRAY:
      for (dom::element item : dom::array(element))
        if ((item.is_object() || item.is_array()) && !walk(item, nullptr)) return false;
      return true;
    default:
      return true;
  }
}

void simd_columns::take(const dom::element &element, int32_t path) {
  Dictionary &dictionary = dictionaries[static_cast<size_t>(path)];
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
  return columns.release();
}

void simd_columns_destroy(simd_columns *columns) { delete columns; }

void simd_columns_add(simd_columns *columns, const char *path, size_t most) {
  columns->root.add(path)->path = static_cast<int32_t>(columns->dictionaries.size());
  columns->dictionaries.emplace_back();
  columns->dictionaries.back().most = most;
}

int32_t simd_columns_read(simd_columns *columns, const uint8_t *line, size_t length, simd_row *row,
                          uint32_t *codes) {
  *row = simd_row{nullptr, 0, nullptr, 0, false};
  columns->keys.clear();
  columns->codes = codes;
  if (!columns->dictionaries.empty())
    memset(codes, 0, columns->dictionaries.size() * sizeof *codes);
  if (escapesSurrogate(line, length) || hasManyDigits(line, length)) return SIMD_REFUSED;
  dom::element root;
  if (columns->parser.parse(line, length, false).get(root) != SUCCESS) return SIMD_REFUSED;
  if (!root.is_object()) return SIMD_NOT_AN_OBJECT;
  const dom::object object(root);
  if (!columns->walk(object, &columns->root)) return SIMD_DUPLICATE_KEY;
  for (dom::key_value_pair entry : object) {
    if (entry.key == "id" && entry.value.is_string()) {
      const std::string_view text = entry.value.get_string().value_unsafe();
      row->id = text.data();
      row->id_length = text.size();
    } else if (entry.key == "account" && entry.value.is_string()) {
      const std::string_view text = entry.value.get_string().value_unsafe();
      row->account = text.data();
      row->account_length = text.size();
    } else if (entry.key == "deleted" && entry.value.is_bool()) {
      row->deleted = entry.value.get_bool().value_unsafe();
    }
  }
  return SIMD_OBJECT;
}

uint32_t simd_columns_code(simd_columns *columns, size_t column, const simd_column_value *value) {
  return columns->dictionaries[column].code(value->kind, value->number,
                                            std::string_view(value->text, value->length));
}

size_t simd_columns_count(const simd_columns *columns, size_t column) {
  return columns->dictionaries[column].values.size();
}

bool simd_columns_overflowed(const simd_columns *columns, size_t column) {
  return columns->dictionaries[column].isFull;
}

simd_column_value simd_columns_value(const simd_columns *columns, size_t column, uint32_t code) {
  const Dictionary &dictionary = columns->dictionaries[column];
  const Value &value = dictionary.values[code - 1];
  const auto kind = static_cast<simd_column_kind>(dictionary.kinds[code - 1]);
  if (kind == SIMD_COLUMN_NUMBER) return {kind, value.number, nullptr, 0};
  return {kind, 0, dictionary.bytes.data() + value.text.offset, value.text.length};
}

uint64_t simd_hash(const char *bytes, size_t length, uint64_t seed) {
  // The multiply-and-fold of Wang Yi's wyhash, word by word.
  uint64_t hash = seed ^ 0xA0761D6478BD642Fu ^ (length * 0xE7037ED1A0B428DBu);
  uint64_t word;
  for (; length >= 8; bytes += 8, length -= 8) {
    memcpy(&word, bytes, 8);
    hash = mix(hash ^ word, 0x8EBC6AF09C88C6E3u);
  }
  word = 0;
  memcpy(&word, bytes, length);
  return mix(hash ^ word, 0x589965CC75374CC3u) ^ (hash >> 17);
}
