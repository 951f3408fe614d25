#include "CTerminal.h"
#include "Curses.h"
#include "Screen.h"
#include "Terminfo.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

static struct {
  SCREEN *screen;
  FILE *in, *out;
  int fd;
  struct termios shell_modes;
  bool has_shell_modes;
  bool utf8;
  struct ct_capabilities capabilities;
  cchar_t *row; /* COLS cells */
  int row_capacity;
  /* The last pair asked for: rows have long runs of one. */
  int foreground, background, pair;
} ui;

bool ct_window_size(int fd, int *rows, int *columns) {
  struct winsize size;
  if (ioctl(fd, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return false;
  *rows = size.ws_row;
  *columns = size.ws_col;
  return true;
}

bool ct_shell_modes(struct termios *out) {
  *out = ui.shell_modes;
  return ui.has_shell_modes;
}

static FILE *duplicate(int fd, const char *mode) {
  int copy = fcntl(fd, F_DUPFD_CLOEXEC, 3);
  if (copy < 0) return NULL;
  FILE *file = fdopen(copy, mode);
  if (!file) close(copy);
  return file;
}

static void close_files(void) {
  if (ui.in) fclose(ui.in);
  if (ui.out) fclose(ui.out);
  ui.in = ui.out = NULL;
}

/* newterm with a terminal that only TERMINFO describes; the variable is as before afterwards. */
static SCREEN *new_own_terminal(const char *base, bool direct) {
  char *entry = ct_own_entry(base, direct);
  if (!entry) return NULL;
  const char *value = getenv("TERMINFO");
  char *previous = value ? strdup(value) : NULL;
  setenv("TERMINFO", entry, 1);
  SCREEN *screen = newterm(CT_OWN_NAME, ui.out, ui.in);
  if (previous) setenv("TERMINFO", previous, 1);
  else unsetenv("TERMINFO");
  free(previous);
  free(entry);
  return screen;
}

/* Every key arrives as bytes, none of them changed, and none makes a signal. */
static void set_input_modes(void) {
  raw();
  noecho();
  nonl();
  struct termios modes;
  if (tcgetattr(ui.fd, &modes) != 0) return;
  modes.c_iflag &= ~(tcflag_t)(IXON | ICRNL | INLCR | IGNCR | ISTRIP | BRKINT | PARMRK);
  modes.c_lflag &= ~(tcflag_t)(ECHO | ECHONL | ICANON | ISIG | IEXTEN);
  modes.c_cc[VMIN] = 1;
  modes.c_cc[VTIME] = 0;
  tcsetattr(ui.fd, TCSADRAIN, &modes);
  def_prog_mode();
}

enum ct_result ct_open(const char *term, int fd, enum ct_color color) {
  if (ui.screen) return CT_FAILED;
  struct ct_capabilities known;
  if (!ct_describe(term, &known) || !known.addressable) return CT_UNKNOWN_TERMINAL;
  ui.fd = fd;
  ui.has_shell_modes = tcgetattr(fd, &ui.shell_modes) == 0;
  ui.utf8 = MB_CUR_MAX > 1 && wcwidth(L'\u00e9') == 1;
  ui.in = duplicate(fd, "r");
  ui.out = duplicate(fd, "w");
  if (!ui.in || !ui.out) {
    close_files();
    return CT_FAILED;
  }
  use_env(FALSE);
  use_tioctl(TRUE);
  bool direct = color == CT_COLOR_DIRECT;
  ui.screen = new_own_terminal(term, direct);
  if (!ui.screen && !direct) ui.screen = newterm(term, ui.out, ui.in);
  if (!ui.screen) {
    close_files();
    return direct ? CT_NO_DIRECT_COLOR : CT_UNKNOWN_TERMINAL;
  }
  set_term(ui.screen);
  set_input_modes();
  typeahead(-1); /* never stop drawing because a key was pressed */
  leaveok(stdscr, FALSE);
  ui.capabilities = known;
  ui.capabilities.colors = ui.capabilities.pairs = 0;
  ui.capabilities.default_colors = false;
  if (color != CT_COLOR_NONE && has_colors() && start_color() == OK) {
    ui.capabilities.colors = COLORS;
    ui.capabilities.pairs = COLOR_PAIRS;
    ui.capabilities.default_colors = use_default_colors() == OK;
  }
  ui.foreground = ui.background = -1;
  ui.pair = 0;
  int rows, columns;
  if (ct_window_size(fd, &rows, &columns) && (rows != LINES || columns != COLS))
    resize_term(rows, columns);
  return CT_OPENED;
}

void ct_close(void) {
  if (!ui.screen) return;
  /* Late answers to our questions must not be typed into the shell. */
  tcflush(ui.fd, TCIFLUSH);
  endwin();
  delscreen(ui.screen);
  ui.screen = NULL;
  close_files();
  free(ui.row);
  ui.row = NULL;
  ui.row_capacity = 0;
}

struct ct_capabilities ct_open_capabilities(void) { return ui.capabilities; }

void ct_resize(int rows, int columns) {
  if (!ui.screen) return;
  resize_term(rows < 1 ? 1 : rows, columns < 1 ? 1 : columns);
  clearok(curscr, TRUE);
}

static int known_color(int color, int otherwise) {
  if (color >= ui.capabilities.colors)
    color = color >= 8 && color < 16 && ui.capabilities.colors >= 8 ? color - 8 : -1;
  return color < 0 && !ui.capabilities.default_colors ? otherwise : color;
}

static int pair_of(int foreground, int background) {
  if (ui.capabilities.colors == 0 || (foreground < 0 && background < 0)) return 0;
  if (foreground == ui.foreground && background == ui.background) return ui.pair;
  int pair = alloc_pair(known_color(foreground, COLOR_WHITE), known_color(background, COLOR_BLACK));
  ui.foreground = foreground;
  ui.background = background;
  ui.pair = pair < 0 ? 0 : pair;
  return ui.pair;
}

static attr_t attributes_of(const struct ct_cell *cell) {
  attr_t attributes = 0;
  if (cell->attributes & CT_BOLD) attributes |= A_BOLD;
  if (cell->attributes & CT_DIM) attributes |= A_DIM;
  if (cell->attributes & CT_ITALIC) attributes |= A_ITALIC;
  if (cell->attributes & CT_UNDERLINE) attributes |= A_UNDERLINE;
  if (cell->attributes & CT_REVERSE) attributes |= A_REVERSE;
  /* With eight colours the bright ones are the bold ones. */
  int colors = ui.capabilities.colors;
  if (cell->foreground >= colors && colors >= 8 && cell->foreground < 16) attributes |= A_BOLD;
  return attributes;
}

void ct_put_row(int y, const struct ct_cell *cells, int count) {
  if (!ui.screen || y < 0 || y >= LINES) return;
  if (ui.row_capacity < COLS) {
    cchar_t *row = realloc(ui.row, (size_t)COLS * sizeof *row);
    if (!row) return;
    ui.row = row;
    ui.row_capacity = COLS;
  }
  const wchar_t unknown = ui.utf8 ? 0xFFFD : L'?';
  int x = 0, n = 0;
  for (int i = 0; i < count && x < COLS; i++) {
    const struct ct_cell *cell = &cells[i];
    if (cell->width == 0) continue;
    int pair = pair_of(cell->foreground, cell->background);
    attr_t attributes = attributes_of(cell);
    wchar_t base = (wchar_t)cell->scalars[0];
    bool fits = cell->width <= COLS - x;
    if (fits && base >= L' ' && base != 0x7F && wcwidth(base) == cell->width) {
      wchar_t text[CCHARW_MAX + 1] = {base};
      int length = 1;
      for (int m = 1; m < 5 && length < CCHARW_MAX && cell->scalars[m]; m++) {
        if (wcwidth((wchar_t)cell->scalars[m]) == 0) text[length++] = (wchar_t)cell->scalars[m];
      }
      text[length] = 0;
      setcchar(&ui.row[n++], text, attributes, 0, &pair);
      x += cell->width;
    } else {
      const wchar_t text[] = {fits ? unknown : L' ', 0};
      for (int k = 0; k < cell->width && x < COLS; k++, x++)
        setcchar(&ui.row[n++], text, attributes, 0, &pair);
    }
  }
  mvwadd_wchnstr(stdscr, y, 0, ui.row, n);
  if (x < COLS) {
    wmove(stdscr, y, x);
    wclrtoeol(stdscr);
  }
}

void ct_cursor(int y, int x, bool visible) {
  if (!ui.screen) return;
  curs_set(visible ? 1 : 0);
  if (y >= 0 && y < LINES && x >= 0 && x < COLS) wmove(stdscr, y, x);
}

void ct_present(void) {
  if (!ui.screen) return;
  wnoutrefresh(stdscr);
  doupdate();
}

void ct_invalidate(void) {
  if (ui.screen) clearok(curscr, TRUE);
}

void ct_suspend(void) {
  if (ui.screen) endwin();
}

void ct_resume(void) {
  if (!ui.screen) return;
  reset_prog_mode();
  clearok(curscr, TRUE);
}
