#ifndef JSON_WALK_HPP
#define JSON_WALK_HPP

#include <algorithm>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// A key of the paths that are asked for.
struct Node {
  std::string key;
  int32_t path = -1;
  std::vector<std::unique_ptr<Node>> children;

  const Node *child(std::string_view name) const {
    for (const auto &child : children)
      if (child->key == name) return child.get();
    return nullptr;
  }

  /// Makes the nodes of a dotted path; answers the last one.
  Node *add(std::string_view path) {
    Node *node = this;
    while (true) {
      const size_t dot = path.find('.');
      const std::string_view key = path.substr(0, dot);
      Node *next = const_cast<Node *>(node->child(key));
      if (!next) {
        node->children.push_back(std::make_unique<Node>());
        next = node->children.back().get();
        next->key = key;
      }
      node = next;
      if (dot == std::string_view::npos) return node;
      path.remove_prefix(dot + 1);
    }
  }
};

/// Whether a key comes twice among those from `first` on; may sort them.
inline bool hasDuplicates(std::vector<std::string_view> &keys, size_t first) {
  const size_t count = keys.size() - first;
  if (count <= 24) {
    // Keys that differ in length or in an end letter are told apart by a bit each.
    uint64_t seen = 0;
    for (size_t i = first; i < keys.size(); i++) {
      const std::string_view key = keys[i];
      uint64_t hash = key.size();
      if (!key.empty()) {
        hash += 7 * static_cast<uint8_t>(key.front()) + 31 * static_cast<uint8_t>(key.back());
        hash += 3 * static_cast<uint8_t>(key[key.size() / 2]);
      }
      const uint64_t bit = uint64_t(1) << (hash * 0x9E3779B97F4A7C15u >> 58);
      if (seen & bit)
        for (size_t j = first; j < i; j++)
          if (keys[j] == key) return true;
      seen |= bit;
    }
    return false;
  }
  std::sort(keys.begin() + first, keys.end());
  return std::adjacent_find(keys.begin() + first, keys.end()) != keys.end();
}

/// Whether the line escapes a surrogate; this version of simdjson lets lone ones pass.
inline bool escapesSurrogate(const uint8_t *line, size_t length) {
  const uint8_t *end = line + length;
  for (const uint8_t *at = line;
       (at = static_cast<const uint8_t *>(memchr(at, '\\', end - at)));) {
    if (end - at >= 4 && at[1] == 'u' && (at[2] | 0x20) == 'd' && at[3] >= '8') return true;
    at += 2;
    if (at >= end) break;
  }
  return false;
}

#endif
