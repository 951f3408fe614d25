#ifndef CCOLUMNS_H
#define CCOLUMNS_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// A bit map has a bit for each row, the first row in the lowest bit of the first word, and zeros
// behind the last row. Codes are the rows of a column.

/// Sets the bits of the rows whose code is low ... low + span; ORs into `bits` where `keep` is ~0,
/// writes over it where it is 0.
void columns_in_range_8(const uint8_t *codes, size_t count, uint8_t low, uint8_t span,
                        uint64_t keep, uint64_t *bits);
void columns_in_range_16(const uint16_t *codes, size_t count, uint16_t low, uint16_t span,
                         uint64_t keep, uint64_t *bits);
void columns_in_range_32(const uint32_t *codes, size_t count, uint32_t low, uint32_t span,
                         uint64_t keep, uint64_t *bits);

/// Looks each row's code up in a table of bytes: its lowest bit goes to `first`, the next one to
/// `second`. A code beyond the table is 0.
void columns_look_up_8(const uint8_t *codes, size_t count, const uint8_t *table, size_t size,
                       uint64_t *first, uint64_t *second);
void columns_look_up_16(const uint16_t *codes, size_t count, const uint8_t *table, size_t size,
                        uint64_t *first, uint64_t *second);
void columns_look_up_32(const uint32_t *codes, size_t count, const uint8_t *table, size_t size,
                        uint64_t *first, uint64_t *second);

/// Adds to `counts` how many of some rows have each code; a code beyond `size` is left out.
void columns_tally_8(const uint8_t *codes, size_t count, const uint64_t *rows, uint64_t *counts,
                     size_t size);
void columns_tally_16(const uint16_t *codes, size_t count, const uint64_t *rows, uint64_t *counts,
                      size_t size);
void columns_tally_32(const uint32_t *codes, size_t count, const uint64_t *rows, uint64_t *counts,
                      size_t size);

/// bits &= other; bits |= other.
void columns_and(uint64_t *bits, const uint64_t *other, size_t words);
void columns_or(uint64_t *bits, const uint64_t *other, size_t words);
/// bits &= one | other; bits |= one | other.
void columns_and_either(uint64_t *bits, const uint64_t *one, const uint64_t *other, size_t words);
void columns_or_either(uint64_t *bits, const uint64_t *one, const uint64_t *other, size_t words);

/// Turns a three-valued answer over: the rows that are in, and those that are in or unknown.
void columns_negate(uint64_t *in, uint64_t *possible, size_t words);

/// Replaces a condition's answer by that of an `if` with these branches: what both have in common
/// where the condition is unknown.
void columns_branch(uint64_t *in, uint64_t *possible, const uint64_t *then_in,
                    const uint64_t *then_possible, const uint64_t *else_in,
                    const uint64_t *else_possible, size_t words);

/// How many rows have their bit in both.
uint64_t columns_count(const uint64_t *one, const uint64_t *other, size_t words);

/// A hash of bytes that tells accidental damage; not for secrets.
uint64_t columns_checksum(const uint8_t *bytes, size_t count);

#ifdef __cplusplus
}
#endif

#endif
