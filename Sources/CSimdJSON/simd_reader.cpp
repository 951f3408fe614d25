#include "CSimdJSON.h"
#include "json_walk.hpp"

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <simdjson.h>

using namespace simdjson;

static_assert(SIMD_PADDING >= SIMDJSON_PADDING, "the lines' padding is too short");

/// As deep as the Swift parser goes, so that both take the same lines.
static constexpr size_t kMaximumDepth = 512;

struct simd_reader {
  dom::parser parser;
  Node root;
  int32_t paths = 0;
  std::vector<simd_value> values;
  /// Numbers in decimal; a deque, because values point into it.
  std::deque<std::string> numbers;
  /// For objects of many keys.
  std::vector<std::string_view> keys;

  bool walk(const dom::object &object, const Node *node);
  bool walk(const dom::element &element, const Node *node, bool inList = false);
  void add(const dom::element &element, int32_t path, bool inList);
};

/// False where a key comes twice.
bool simd_reader::walk(const dom::object &object, const Node *node) {
  return walkKeys(object, node, keys, [this](const dom::element &value, const Node *below) {
    return walk(value, below);
  });
}

bool simd_reader::walk(const dom::element &element, const Node *node, bool inList) {
  switch (element.type()) {
    case dom::element_type::OBJECT:
      return walk(dom::object(element), node);
    case dom::element_type::ARRAY:
      for (dom::element item : dom::array(element)) {
        const bool isNested = item.is_object() || item.is_array();
        // Values are picked out of lists, not out of lists or objects within lists.
        if (isNested ? !walk(item, nullptr) : !walk(item, node, true)) return false;
      }
      return true;
    default:
      if (node && node->path >= 0) add(element, node->path, inList);
      return true;
  }
}

void simd_reader::add(const dom::element &element, int32_t path, bool inList) {
  simd_value value{path, SIMD_TEXT, nullptr, 0, inList};
  switch (element.type()) {
    case dom::element_type::STRING: {
      const std::string_view text = element.get_string().value_unsafe();
      value.text = text.data();
      value.length = text.size();
      break;
    }
    case dom::element_type::BOOL: {
      const bool truth = element.get_bool().value_unsafe();
      value.kind = SIMD_BOOLEAN;
      value.text = truth ? "true" : "false";
      value.length = truth ? 4 : 5;
      break;
    }
    case dom::element_type::INT64:
    case dom::element_type::UINT64:
    case dom::element_type::DOUBLE: {
      value.kind = SIMD_NUMBER;
      numbers.push_back(to_string(element));
      value.text = numbers.back().data();
      value.length = numbers.back().size();
      break;
    }
    default:
      return;
  }
  values.push_back(value);
}

simd_reader *simd_reader_create(void) {
  auto reader = std::make_unique<simd_reader>();
  if (reader->parser.allocate(1 << 16, kMaximumDepth) != SUCCESS) return nullptr;
  return reader.release();
}

void simd_reader_destroy(simd_reader *reader) { delete reader; }

void simd_reader_add(simd_reader *reader, const char *path) {
  reader->root.add(path)->path = reader->paths++;
}

simd_outcome simd_reader_read(simd_reader *reader, const uint8_t *line, size_t length) {
  reader->values.clear();
  reader->numbers.clear();
  if (escapesSurrogate(line, length)) return SIMD_REFUSED;
  dom::element root;
  if (reader->parser.parse(line, length, false).get(root) != SUCCESS) return SIMD_REFUSED;
  if (!root.is_object()) return SIMD_NOT_AN_OBJECT;
  if (!reader->walk(root, &reader->root)) {
    reader->values.clear();
    return SIMD_DUPLICATE_KEY;
  }
  return SIMD_OBJECT;
}

const simd_value *simd_reader_values(const simd_reader *reader, size_t *count) {
  *count = reader->values.size();
  return reader->values.data();
}
