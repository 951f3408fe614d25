#ifndef WIDE_HASH_HPP
#define WIDE_HASH_HPP

#include <cstdint>
#include <cstring>

/// The step of Wang Yi's wyhash: multiplies to 128 bits and folds these to 64.
inline uint64_t multiplyFold(uint64_t left, uint64_t right) {
  const __uint128_t product = static_cast<__uint128_t>(left) * right;
  return static_cast<uint64_t>(product) ^ static_cast<uint64_t>(product >> 64);
}

inline uint64_t load64(const char *bytes) {
  uint64_t word;
  memcpy(&word, bytes, sizeof word);
  return word;
}

inline uint64_t load32(const char *bytes) {
  uint32_t word;
  memcpy(&word, bytes, sizeof word);
  return word;
}

/// Loads up to 16 bytes without reading beyond them; texts of one length differ where these do.
inline void loadShort(const char *bytes, size_t length, uint64_t &low, uint64_t &high) {
  if (length >= 8) {
    low = load64(bytes);
    high = load64(bytes + length - 8);
  } else if (length >= 4) {
    low = load32(bytes);
    high = load32(bytes + length - 4);
  } else if (length > 0) {
    const auto byte = [bytes](size_t at) { return static_cast<uint64_t>(bytes[at] & 0xFF); };
    low = byte(0) | byte(length / 2) << 8 | byte(length - 1) << 16;
  }
}

/// A hash of 64 bits that spreads well, word by word; not for secrets.
inline uint64_t wideHash(const char *bytes, size_t length, uint64_t seed) {
  uint64_t hash = seed ^ 0xA0761D6478BD642Fu ^ (length * 0xE7037ED1A0B428DBu);
  for (; length >= 8; bytes += 8, length -= 8)
    hash = multiplyFold(hash ^ load64(bytes), 0x8EBC6AF09C88C6E3u);
  uint64_t word = 0;
  memcpy(&word, bytes, length);
  return multiplyFold(hash ^ word, 0x589965CC75374CC3u) ^ (hash >> 17);
}

#endif
