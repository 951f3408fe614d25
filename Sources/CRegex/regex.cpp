#include "CRegex.h"

#include <re2/re2.h>

#include <cstring>
#include <new>

struct regex {
  RE2 pattern;
  regex(const re2::StringPiece &text, const RE2::Options &options) : pattern(text, options) {}
};

regex *regex_create(const char *pattern, size_t length, char *reason, size_t capacity) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(1 << 20);
  regex *made = new (std::nothrow) regex(re2::StringPiece(pattern, length), options);
  if (made != nullptr && made->pattern.ok()) return made;
  if (capacity > 0) {
    const char *text = made == nullptr ? "out of memory" : made->pattern.error().c_str();
    strncpy(reason, text, capacity - 1);
    reason[capacity - 1] = 0;
  }
  delete made;
  return nullptr;
}

void regex_destroy(regex *pattern) { delete pattern; }

bool regex_matches(const regex *pattern, const char *text, size_t length) {
  return RE2::FullMatch(re2::StringPiece(text, length), pattern->pattern);
}

bool regex_search(const regex *pattern, const char *text, size_t length, size_t from,
                  size_t *start, size_t *end) {
  if (from > length || pattern->pattern.NumberOfCapturingGroups() < 1) return false;
  re2::StringPiece groups[2];
  const re2::StringPiece whole(text, length);
  if (!pattern->pattern.Match(whole, from, length, RE2::UNANCHORED, groups, 2)) return false;
  *start = groups[1].data() - text;
  *end = *start + groups[1].size();
  return true;
}
