#include "CSimdJSON.h"
#include "json_walk.hpp"
#include "picked_values.hpp"

#include <memory>
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
  PickedValues picked;
  /// For objects of many keys.
  std::vector<std::string_view> keys;

  bool walk(const dom::object &object, const Node *node);
  bool walk(const dom::element &element, const Node *node);
};

/// False where a key comes twice.
bool simd_reader::walk(const dom::object &object, const Node *node) {
  return walkKeys(object, node, keys, [this](const dom::element &value, const Node *below) {
    return walk(value, below);
  });
}

bool simd_reader::walk(const dom::element &element, const Node *node) {
  if (node && node->path >= 0) picked.take(element, node->path);
  return walkBelow(element, node, [this](const dom::object &object, const Node *below) {
    return walk(object, below);
  });
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
  reader->picked.clear();
  if (escapesSurrogate(line, length)) return SIMD_REFUSED;
  dom::element root;
  if (reader->parser.parse(line, length, false).get(root) != SUCCESS) return SIMD_REFUSED;
  if (!root.is_object()) return SIMD_NOT_AN_OBJECT;
  if (!reader->walk(root, &reader->root)) {
    reader->picked.clear();
    return SIMD_DUPLICATE_KEY;
  }
  return SIMD_OBJECT;
}

const simd_value *simd_reader_values(const simd_reader *reader, size_t *count) {
  *count = reader->picked.values.size();
  return reader->picked.values.data();
}
