#include "CTerminal.h"
#include "Curses.h"
#include "Terminfo.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

static bool is_utf8(void) {
  const char *codeset = nl_langinfo(CODESET);
  return strcasecmp(codeset, "UTF-8") == 0 || strcasecmp(codeset, "UTF8") == 0;
}

bool ct_adopt_locale(void) {
  setlocale(LC_CTYPE, "");
  if (is_utf8()) return true;
  static const char *const others[] = {"C.UTF-8", "C.utf8", "en_US.UTF-8"};
  for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
    if (setlocale(LC_CTYPE, others[i]) && is_utf8()) return true;
  }
  setlocale(LC_CTYPE, "");
  return false;
}

const char *ct_codeset(void) { return nl_langinfo(CODESET); }

int ct_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

const char *ct_version(void) { return curses_version(); }

static bool has_string(const char *name) {
  const char *value = tigetstr(name);
  return value && value != (char *)-1 && *value;
}

bool ct_describe(const char *term, struct ct_capabilities *out) {
  memset(out, 0, sizeof *out);
  int status = 0;
  TERMINAL *previous = set_curterm(NULL);
  if (setupterm(term, STDERR_FILENO, &status) != OK) {
    set_curterm(previous);
    return false;
  }
  int colors = tigetnum("colors"), pairs = tigetnum("pairs");
  out->colors = colors > 0 ? colors : 0;
  out->pairs = pairs > 0 ? pairs : 0;
  out->addressable = has_string("cup") && tigetflag("gn") <= 0;
  out->default_colors = has_string("op");
  out->italic = has_string("sitm");
  out->dim = has_string("dim");
  out->alternate_screen = has_string("smcup");
  TERMINAL *described = set_curterm(previous);
  if (described) del_curterm(described);
  return true;
}

size_t ct_plain_capability(const char *name, char *out, size_t capacity) {
  const char *value = tigetstr(name);
  if (!value || value == (char *)-1) return 0;
  size_t length = 0;
  while (*value) {
    if (value[0] == '$' && value[1] == '<') { /* padding, as $<5/> */
      const char *end = strchr(value, '>');
      if (end) {
        value = end + 1;
        continue;
      }
    }
    if (length == capacity) return 0;
    out[length++] = *value++;
  }
  return length;
}

/* ---- Our own entry ----
 *
 * The terminal's own, but for two things. It never scrolls by several lines at once: some terminals
 * and recorders leave that out, and old rows then stay on the screen. And it may have 24-bit colours,
 * of which few systems have an entry.
 *
 * A program that is one file has nowhere to install an entry. Curses reads a compiled one also from
 * the variable TERMINFO (terminfo(5), "b64:"), so it is made in memory: term(5), 32-bit format, one
 * extended capability, RGB, which tells curses that colour numbers are colours. Numbers below 256
 * then stay those of xterm's palette; all others are 0xRRGGBB. */

#define SET_COLOR(kind, normal, bright)                                                        \
  "\033[%?%p1%{8}%<%t" normal "%p1%d%e%p1%{16}%<%t" bright "%p1%{8}%-%d%e%p1%{256}%<%t" kind   \
  "8;5;%p1%d%e" kind "8;2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%d%;m"

static const char own_names[] = CT_OWN_NAME "|the terminal as rapport draws on it";

struct buffer {
  unsigned char *bytes;
  size_t length;
  size_t capacity;
};

static bool append(struct buffer *buffer, const void *bytes, size_t length) {
  if (buffer->capacity - buffer->length < length) return false;
  memcpy(buffer->bytes + buffer->length, bytes, length);
  buffer->length += length;
  return true;
}

static bool append_number(struct buffer *buffer, int32_t value, size_t size) {
  unsigned char bytes[4];
  for (size_t i = 0; i < size; i++) bytes[i] = (unsigned char)((uint32_t)value >> (8 * i));
  return append(buffer, bytes, size);
}

static bool align(struct buffer *buffer) {
  return buffer->length % 2 == 0 || append(buffer, "", 1);
}

static bool is_one_of(const char *name, const char *const *names, size_t count) {
  for (size_t i = 0; i < count; i++) {
    if (strcmp(name, names[i]) == 0) return true;
  }
  return false;
}

static const char *direct_color(const char *name) {
  if (strcmp(name, "setaf") == 0) return SET_COLOR("3", "3", "9");
  if (strcmp(name, "setab") == 0) return SET_COLOR("4", "4", "10");
  if (strcmp(name, "op") == 0) return "\033[39;49m";
  return NULL;
}

static const char *own_string(const char *name, bool direct) {
  static const char *const scrolling[] = {"indn", "rin"};
  if (is_one_of(name, scrolling, 2)) return NULL;
  if (direct) {
    /* Other ways to set colours, and changing the user's palette, which we never do. */
    static const char *const dropped[] = {"setf", "setb", "initc", "initp", "oc", "scp"};
    const char *color = direct_color(name);
    if (color || is_one_of(name, dropped, 6)) return color;
  }
  const char *value = tigetstr(name);
  return value == (char *)-1 ? NULL : value;
}

static int32_t own_number(const char *name, bool direct) {
  if (direct && strcmp(name, "colors") == 0) return 0x1000000;
  if (direct && strcmp(name, "pairs") == 0) return 0x10000;
  return tigetnum(name);
}

static bool own_flag(const char *name, bool direct) {
  return !(direct && strcmp(name, "ccc") == 0) && tigetflag(name) > 0;
}

/* term(5): header, names, flags, numbers, offsets of strings, strings, then the extension. */
static bool compile(struct buffer *entry, bool direct) {
  struct buffer offsets = {(unsigned char[2 * STRWRITE]){0}, 0, 2 * STRWRITE};
  struct buffer strings = {malloc(16384), 0, 16384};
  bool ok = strings.bytes != NULL;
  for (int i = 0; ok && i < STRWRITE; i++) {
    const char *value = own_string(strnames[i], direct);
    ok = append_number(&offsets, value ? (int32_t)strings.length : -1, 2) &&
         (!value || append(&strings, value, strlen(value) + 1));
  }
  const int32_t header[] = {01036,   sizeof own_names, BOOLWRITE, NUMWRITE,
                            STRWRITE, (int32_t)strings.length};
  for (size_t i = 0; ok && i < sizeof header / sizeof *header; i++)
    ok = append_number(entry, header[i], 2);
  ok = ok && append(entry, own_names, sizeof own_names);
  for (int i = 0; ok && i < BOOLWRITE; i++) ok = append_number(entry, own_flag(boolnames[i], direct), 1);
  ok = ok && align(entry);
  for (int i = 0; ok && i < NUMWRITE; i++)
    ok = append_number(entry, own_number(numnames[i], direct), 4);
  ok = ok && append(entry, offsets.bytes, offsets.length) &&
       append(entry, strings.bytes, strings.length) && align(entry);
  if (!direct) {
    free(strings.bytes);
    return ok;
  }
  /* One flag; no numbers; no strings; one name, of four bytes, at offset 0. */
  static const int32_t extension[] = {1, 0, 0, 1, 4};
  for (size_t i = 0; ok && i < sizeof extension / sizeof *extension; i++)
    ok = append_number(entry, extension[i], 2);
  ok = ok && append(entry, "\1\0\0\0RGB", 8);
  free(strings.bytes);
  return ok;
}

static char *base64(const char *prefix, const struct buffer *data) {
  static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  char *text = malloc(strlen(prefix) + (data->length + 2) / 3 * 4 + 1);
  if (!text) return NULL;
  char *out = stpcpy(text, prefix);
  for (size_t i = 0; i < data->length; i += 3) {
    size_t left = data->length - i;
    uint32_t group = (uint32_t)data->bytes[i] << 16;
    if (left > 1) group |= (uint32_t)data->bytes[i + 1] << 8;
    if (left > 2) group |= data->bytes[i + 2];
    *out++ = digits[group >> 18];
    *out++ = digits[group >> 12 & 63];
    *out++ = left > 1 ? digits[group >> 6 & 63] : '=';
    *out++ = left > 2 ? digits[group & 63] : '=';
  }
  *out = 0;
  return text;
}

char *ct_own_entry(const char *base, bool direct) {
  int status = 0;
  TERMINAL *previous = set_curterm(NULL);
  char *text = NULL;
  if (setupterm(base, STDERR_FILENO, &status) == OK) {
    struct buffer entry = {malloc(32768), 0, 32768};
    if (entry.bytes && compile(&entry, direct)) text = base64("b64:", &entry);
    free(entry.bytes);
    TERMINAL *described = set_curterm(previous);
    if (described) del_curterm(described);
  } else {
    set_curterm(previous);
  }
  return text;
}

