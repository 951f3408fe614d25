#ifndef PICKED_VALUES_HPP
#define PICKED_VALUES_HPP

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include <simdjson.h>

#include "SimdColumns.h"

/// The values that are picked out of a line as they are.
struct PickedValues {
  std::vector<simd_value> values;

  void clear() {
    values.clear();
    if (!numbers.empty()) numbers.clear();
  }

  /// Takes a text, number or Boolean; of a list each of its items, but not what these contain.
  void take(const simdjson::dom::element &element, int32_t path) {
    if (element.is_array()) {
      for (simdjson::dom::element item : simdjson::dom::array(element)) add(item, path, true);
    } else {
      add(element, path, false);
    }
  }

 private:
  /// In decimal; a deque, because values point into it.
  std::deque<std::string> numbers;

  void add(const simdjson::dom::element &element, int32_t path, bool inList) {
    simd_value value{path, SIMD_TEXT, nullptr, 0, inList};
    switch (element.type()) {
      case simdjson::dom::element_type::STRING: {
        const std::string_view text = element.get_string().value_unsafe();
        value.text = text.data();
        value.length = text.size();
        break;
      }
      case simdjson::dom::element_type::BOOL: {
        const bool truth = element.get_bool().value_unsafe();
        value.kind = SIMD_BOOLEAN;
        value.text = truth ? "true" : "false";
        value.length = truth ? 4 : 5;
        break;
      }
      case simdjson::dom::element_type::INT64:
      case simdjson::dom::element_type::UINT64:
      case simdjson::dom::element_type::DOUBLE: {
        value.kind = SIMD_NUMBER;
        numbers.push_back(simdjson::to_string(element));
        value.text = numbers.back().data();
        value.length = numbers.back().size();
        break;
      }
      default:
        return;
    }
    values.push_back(value);
  }
};

#endif
