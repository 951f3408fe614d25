#ifndef JSON_WALK_HPP
#define JSON_WALK_HPP

#include <algorithm>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <simdjson.h>

#include "wide_hash.hpp"

/// A key with its first eight bytes as a number: most keys differ in these or in their length.
struct Key {
  std::string_view text;
  uint64_t leading = 0;
  uint64_t rest = 0;

  Key() = default;
  explicit Key(std::string_view text) : text(text) {
    if (text.size() <= 16)
      loadShort(text.data(), text.size(), leading, rest);
    else
      leading = load64(text.data());
  }

  bool operator==(const Key &other) const {
    return leading == other.leading && rest == other.rest && text.size() == other.text.size() &&
           (text.size() <= 16 || text == other.text);
  }

  unsigned slot() const {
    return ((leading + (rest ^ text.size()) * 0xE7037ED1A0B428DBu) * 0x9E3779B97F4A7C15u) >> 58;
  }
};

/// A key of the paths that are asked for, and the keys below it.
struct Node {
  int32_t path = -1;
  /// The number of those whose values are wanted as they are.
  int32_t text = -1;
  /// For keys of the record itself that have a meaning whether they are asked for or not.
  int32_t role = 0;
  /// Its place among the children of the node above.
  size_t position = 0;

  /// The node below with this key, or none.
  const Node *child(const Key &key) const {
    for (const Node *node = slots[key.slot()]; node; node = node->sibling)
      if (node->key == key) return node;
    return nullptr;
  }

  /// Makes the nodes of a dotted path; answers the last one.
  Node *add(std::string_view path) {
    Node *node = this;
    while (true) {
      const size_t dot = path.find('.');
      node = node->adding(path.substr(0, dot));
      if (dot == std::string_view::npos) return node;
      path.remove_prefix(dot + 1);
    }
  }

 private:
  std::string name;
  Key key;
  std::vector<std::unique_ptr<Node>> children;
  /// The children by the slot of their key, and the next one of the same slot.
  Node *slots[64] = {};
  Node *sibling = nullptr;

  Node *adding(std::string_view text) {
    if (const Node *known = child(Key(text))) return const_cast<Node *>(known);
    children.push_back(std::make_unique<Node>());
    Node *node = children.back().get();
    node->name = text;
    node->key = Key(node->name);
    node->position = children.size() - 1;
    node->sibling = slots[node->key.slot()];
    slots[node->key.slot()] = node;
    return node;
  }
};

/// Notices a key that comes twice in an object, while its keys pass by.
class UniqueKeys {
 public:
  /// Takes a key, and the node that it has where it is asked for.
  void add(const Key &key, const Node *node) {
    if (node && node->position < 64) {
      const uint64_t bit = uint64_t(1) << node->position;
      isUnique = isUnique && !(asked & bit);
      asked |= bit;
    } else if (count < kFew) {
      for (size_t at = 0; at < count; at++)
        if (others[at] == key) isUnique = false;
      others[count++] = key;
    } else {
      isMany = true;
    }
  }

  /// Whether each key of the object came once; `scratch` is used for objects of many keys.
  bool hold(const simdjson::dom::object &object, std::vector<std::string_view> &scratch) const {
    if (!isMany) return isUnique;
    scratch.clear();
    for (simdjson::dom::key_value_pair entry : object) scratch.push_back(entry.key);
    std::sort(scratch.begin(), scratch.end());
    return std::adjacent_find(scratch.begin(), scratch.end()) == scratch.end();
  }

 private:
  static constexpr size_t kFew = 24;

  /// A bit for each key that is asked for.
  uint64_t asked = 0;
  Key others[kFew];
  size_t count = 0;
  bool isUnique = true;
  bool isMany = false;
};

/// Visits the values of an object, each with its node where it is asked for.
///
/// False where a visit is, or where a key comes twice; `scratch` is used for objects of many keys.
template <typename Visit>
bool walkKeys(const simdjson::dom::object &object, const Node *node,
              std::vector<std::string_view> &scratch, Visit visit) {
  UniqueKeys unique;
  for (simdjson::dom::key_value_pair entry : object) {
    const Key key(entry.key);
    const Node *below = node ? node->child(key) : nullptr;
    unique.add(key, below);
    if (!visit(entry.value, below)) return false;
  }
  return unique.hold(object, scratch);
}

/// Visits the objects in a value: itself with its node, those in lists without one.
///
/// False where a visit is.
template <typename Visit>
bool walkBelow(const simdjson::dom::element &element, const Node *node, Visit visit) {
  if (element.is_object()) return visit(simdjson::dom::object(element), node);
  if (!element.is_array()) return true;
  for (simdjson::dom::element item : simdjson::dom::array(element))
    if ((item.is_object() || item.is_array()) && !walkBelow(item, nullptr, visit)) return false;
  return true;
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
