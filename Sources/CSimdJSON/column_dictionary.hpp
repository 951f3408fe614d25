#ifndef COLUMN_DICTIONARY_HPP
#define COLUMN_DICTIONARY_HPP

#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "SimdColumns.h"
#include "wide_hash.hpp"

/// The distinct values of a column, in the order of appearance, and an open hash table of them.
///
/// Looking a value up is waiting for memory: a number, or a text of up to 16 bytes, stands in the
/// table itself, so that most look-ups touch one cache line. Longer ones stand there by their hash
/// and are compared where they are kept.
class ColumnDictionary {
 public:
  /// More different texts and lists than this, or more than `kMostBytes` of them, are given up.
  size_t most = 0;
  bool isFull = false;

  size_t size() const { return values.size(); }

  /// The code of a value, counted from 1; 0 where the column was given up.
  uint32_t code(simd_column_kind kind, double number, std::string_view text) {
    if (isFull) return 0;
    const Key key = Key::of(kind, number, text);
    const size_t mask = slots.size() - 1;
    for (size_t at = key.hash() & mask;; at = (at + 1) & mask) {
      const Slot &slot = slots[at];
      if (slot.code == 0) return insert(at, key, kind, number, text);
      if (slot.key == key && (key.isWhole() || isSame(slot.code - 1, text))) return slot.code;
    }
  }

  simd_column_value value(uint32_t code) const {
    const Value &value = values[code - 1];
    const auto kind = static_cast<simd_column_kind>(value.kind);
    if (kind == SIMD_COLUMN_NUMBER) return {kind, value.number, nullptr, 0};
    return {kind, 0, bytes.data() + value.text.offset, value.text.length};
  }

 private:
  /// A value as the table compares it.
  struct Key {
    uint64_t low = 0;
    uint64_t high = 0;
    /// The kind, and for texts their length.
    uint64_t tag = 0;

    static Key of(simd_column_kind kind, double number, std::string_view text) {
      Key key;
      key.tag = static_cast<uint64_t>(kind) << 32 | text.size();
      if (kind == SIMD_COLUMN_NUMBER) {
        memcpy(&key.low, &number, sizeof number);
      } else if (text.size() <= 16) {
        loadShort(text.data(), text.size(), key.low, key.high);
      } else {
        key.low = wideHash(text.data(), text.size(), kind);
      }
      return key;
    }

    /// Whether it is the value itself and not only a hash of it.
    bool isWhole() const { return (tag & 0xFFFFFFFF) <= 16; }

    uint64_t hash() const {
      return multiplyFold(low ^ tag ^ 0xA0761D6478BD642Fu, high ^ 0xE7037ED1A0B428DBu);
    }

    bool operator==(const Key &other) const {
      return low == other.low && high == other.high && tag == other.tag;
    }
  };

  struct alignas(32) Slot {
    Key key;
    uint32_t code = 0;
  };

  struct Value {
    uint32_t kind;
    union {
      double number;
      struct {
        uint32_t offset;
        uint32_t length;
      } text;
    };
  };

  static constexpr size_t kMostBytes = 16 << 20;

  std::vector<Slot> slots = std::vector<Slot>(64);
  std::vector<Value> values;
  std::string bytes;
  size_t texts = 0;

  bool isSame(size_t position, std::string_view text) const {
    return memcmp(bytes.data() + values[position].text.offset, text.data(), text.size()) == 0;
  }

  uint32_t insert(size_t at, const Key &key, simd_column_kind kind, double number,
                  std::string_view text) {
    if (kind >= SIMD_COLUMN_TEXT && (++texts > most || bytes.size() + text.size() > kMostBytes)) {
      *this = ColumnDictionary();
      isFull = true;
      return 0;
    }
    Value value;
    value.kind = kind;
    if (kind == SIMD_COLUMN_NUMBER) {
      value.number = number;
    } else {
      value.text = {static_cast<uint32_t>(bytes.size()), static_cast<uint32_t>(text.size())};
      bytes.append(text);
    }
    values.push_back(value);
    const uint32_t code = static_cast<uint32_t>(values.size());
    slots[at].key = key;
    slots[at].code = code;
    if (values.size() * 2 > slots.size()) grow();
    return code;
  }

  void grow() {
    std::vector<Slot> old(slots.size() * 2);
    old.swap(slots);
    const size_t mask = slots.size() - 1;
    for (const Slot &slot : old) {
      if (slot.code == 0) continue;
      size_t at = slot.key.hash() & mask;
      while (slots[at].code != 0) at = (at + 1) & mask;
      slots[at] = slot;
    }
  }
};

#endif
