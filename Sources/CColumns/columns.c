#include "CColumns.h"

#include <stdbool.h>
#include <string.h>

// Vectors of 64 rows give a word of bits each; the compiler lowers the conversion to the machine's
// own mask instructions. On x86 the widest registers there are get chosen when the program starts.
#if defined(__x86_64__) && defined(__linux__)
#define WIDE __attribute__((target_clones("default", "avx2", "avx512bw")))
#else
#define WIDE
#endif

typedef bool mask __attribute__((ext_vector_type(64)));

#define IN_RANGE(bits_of_code)                                                                     \
  typedef uint##bits_of_code##_t codes_##bits_of_code __attribute__((ext_vector_type(64)));        \
  WIDE void columns_in_range_##bits_of_code(                                                       \
      const uint##bits_of_code##_t *codes, size_t count, uint##bits_of_code##_t low,               \
      uint##bits_of_code##_t span, uint64_t keep, uint64_t *bits) {                                \
    const size_t words = count / 64;                                                               \
    for (size_t i = 0; i < words; i++) {                                                           \
      codes_##bits_of_code rows;                                                                   \
      memcpy(&rows, codes + 64 * i, sizeof rows);                                                  \
      const mask found = __builtin_convertvector(rows - low <= span, mask);                        \
      uint64_t word;                                                                               \
      memcpy(&word, &found, sizeof word);                                                          \
      bits[i] = (bits[i] & keep) | word;                                                           \
    }                                                                                              \
    if (count % 64 == 0) return;                                                                   \
    uint64_t word = 0;                                                                             \
    for (size_t i = 64 * words; i < count; i++)                                                    \
      word |= (uint64_t)((uint##bits_of_code##_t)(codes[i] - low) <= span) << (i % 64);            \
    bits[words] = (bits[words] & keep) | word;                                                     \
  }

IN_RANGE(8)
IN_RANGE(16)
IN_RANGE(32)

typedef uint8_t bytes __attribute__((ext_vector_type(64)));

/// Packs the lowest two bits of 64 bytes.
#define PACK(found, first, second)                                                                 \
  do {                                                                                             \
    bytes values;                                                                                  \
    memcpy(&values, found, sizeof values);                                                         \
    const mask one = __builtin_convertvector((values & (uint8_t)1) != 0, mask);                    \
    const mask two = __builtin_convertvector((values & (uint8_t)2) != 0, mask);                    \
    memcpy(first, &one, 8);                                                                        \
    memcpy(second, &two, 8);                                                                       \
  } while (0)

#define LOOK_UP(bits_of_code)                                                                      \
  WIDE void columns_look_up_##bits_of_code(const uint##bits_of_code##_t *codes, size_t count,      \
                                           const uint8_t *table, size_t size, uint64_t *first,     \
                                           uint64_t *second) {                                     \
    uint8_t found[64];                                                                             \
    for (size_t row = 0; row < count; row += 64) {                                                 \
      const size_t rows = count - row < 64 ? count - row : 64;                                     \
      for (size_t i = 0; i < rows; i++) {                                                          \
        const size_t code = codes[row + i];                                                        \
        found[i] = code < size ? table[code] : 0;                                                  \
      }                                                                                            \
      for (size_t i = rows; i < 64; i++) found[i] = 0;                                             \
      PACK(found, first + row / 64, second + row / 64);                                            \
    }                                                                                              \
  }

LOOK_UP(8)
LOOK_UP(16)
LOOK_UP(32)

#define TALLY(bits_of_code)                                                                        \
  void columns_tally_##bits_of_code(const uint##bits_of_code##_t *codes, size_t count,             \
                                    const uint64_t *rows, uint64_t *counts, size_t size) {         \
    for (size_t word = 0; word < (count + 63) / 64; word++) {                                      \
      for (uint64_t rest = rows[word]; rest != 0; rest &= rest - 1) {                              \
        const size_t row = 64 * word + (size_t)__builtin_ctzll(rest);                              \
        if (row < count && codes[row] < size) counts[codes[row]]++;                                \
      }                                                                                            \
    }                                                                                              \
  }

TALLY(8)
TALLY(16)
TALLY(32)

WIDE void columns_and(uint64_t *bits, const uint64_t *other, size_t words) {
  for (size_t i = 0; i < words; i++) bits[i] &= other[i];
}

WIDE void columns_or(uint64_t *bits, const uint64_t *other, size_t words) {
  for (size_t i = 0; i < words; i++) bits[i] |= other[i];
}

WIDE void columns_and_either(uint64_t *bits, const uint64_t *one, const uint64_t *other,
                             size_t words) {
  for (size_t i = 0; i < words; i++) bits[i] &= one[i] | other[i];
}

WIDE void columns_or_either(uint64_t *bits, const uint64_t *one, const uint64_t *other,
                            size_t words) {
  for (size_t i = 0; i < words; i++) bits[i] |= one[i] | other[i];
}

WIDE void columns_negate(uint64_t *in, uint64_t *possible, size_t words) {
  for (size_t i = 0; i < words; i++) {
    const uint64_t was_in = in[i];
    in[i] = ~possible[i];
    possible[i] = ~was_in;
  }
}

WIDE void columns_branch(uint64_t *in, uint64_t *possible, const uint64_t *then_in,
                         const uint64_t *then_possible, const uint64_t *else_in,
                         const uint64_t *else_possible, size_t words) {
  for (size_t i = 0; i < words; i++) {
    const uint64_t yes = in[i], no = ~possible[i], unknown = ~(yes | no);
    in[i] = (yes & then_in[i]) | (no & else_in[i]) | (unknown & then_in[i] & else_in[i]);
    possible[i] = (yes & then_possible[i]) | (no & else_possible[i]) |
                  (unknown & (then_possible[i] | else_possible[i]));
  }
}

WIDE uint64_t columns_count(const uint64_t *one, const uint64_t *other, size_t words) {
  uint64_t count = 0;
  for (size_t i = 0; i < words; i++) count += (uint64_t)__builtin_popcountll(one[i] & other[i]);
  return count;
}

uint64_t columns_checksum(const uint8_t *bytes, size_t count) {
  // Eight lanes of FNV-1a over words (Fowler, Noll, Vo), so that the multiplications overlap.
  const uint64_t prime = 0x100000001B3u;
  uint64_t lanes[8];
  for (int lane = 0; lane < 8; lane++) lanes[lane] = 0xCBF29CE484222325u + (uint64_t)lane;
  size_t at = 0;
  for (; at + 64 <= count; at += 64)
    for (int lane = 0; lane < 8; lane++) {
      uint64_t word;
      memcpy(&word, bytes + at + 8 * lane, 8);
      lanes[lane] = (lanes[lane] ^ word) * prime;
      lanes[lane] ^= lanes[lane] >> 29;
    }
  uint64_t hash = count;
  for (int lane = 0; lane < 8; lane++) hash = ((hash ^ lanes[lane]) * prime) ^ (hash >> 31);
  for (; at < count; at++) hash = (hash ^ bytes[at]) * prime;
  return hash ^ (hash >> 32);
}
