#include "CPhone.h"

#include <cstring>
#include <string>

#include <phonenumbers/phonenumberutil.h>

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

namespace {

template <size_t size>
bool copy(const std::string &text, char (&target)[size]) {
  if (text.size() >= size) return false;
  std::memcpy(target, text.data(), text.size());
  target[text.size()] = 0;
  return true;
}

}  // namespace

bool phone_parse(const char *text, size_t length, const char *region, phone_number *result) {
  const PhoneNumberUtil &util = *PhoneNumberUtil::GetInstance();
  const std::string home = *region ? region : "ZZ";
  PhoneNumber number;
  if (util.Parse(std::string(text, length), home, &number) != PhoneNumberUtil::NO_PARSING_ERROR)
    return false;
  std::string national;
  util.GetNationalSignificantNumber(number, &national);
  std::string dialled;
  util.Format(number, PhoneNumberUtil::NATIONAL, &dialled);
  util.NormalizeDigitsOnly(&dialled);
  result->country_code = number.country_code();
  result->is_possible = util.IsPossibleNumber(number);
  result->is_valid = util.IsValidNumber(number);
  return copy(national, result->national) && copy(dialled, result->dialled) &&
         copy(std::to_string(number.country_code()) + national, result->international);
}

int32_t phone_country_code(const char *region) {
  return PhoneNumberUtil::GetInstance()->GetCountryCodeForRegion(region);
}

void phone_national_prefix(const char *region, char prefix[8]) {
  std::string digits;
  PhoneNumberUtil::GetInstance()->GetNddPrefixForRegion(region, true, &digits);
  if (digits.size() >= 8) digits.clear();
  std::memcpy(prefix, digits.c_str(), digits.size() + 1);
}
