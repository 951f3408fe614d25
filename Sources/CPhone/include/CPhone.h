#ifndef CPHONE_H
#define CPHONE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A telephone number as libphonenumber reads it.
typedef struct {
  /// Country code and national number, digits only, ended by a zero: 4930901820.
  char international[32];
  /// The national significant number, digits only, ended by a zero: 30901820.
  char national[32];
  /// As it is dialled within its country, digits only, ended by a zero: 030901820.
  char dialled[32];
  int32_t country_code;
  bool is_possible;
  bool is_valid;
} phone_number;

/// Reads a number as people write it. `region` is the ISO 3166 code of the country in which it may be
/// national, or empty. False where it is no telephone number.
bool phone_parse(const char *text, size_t length, const char *region, phone_number *number);

/// The country code of a region (DE: 49), or 0.
int32_t phone_country_code(const char *region);

/// What is dialled before a national number within a region (DE: "0"), ended by a zero, or nothing.
void phone_national_prefix(const char *region, char prefix[8]);

#ifdef __cplusplus
}
#endif

#endif
