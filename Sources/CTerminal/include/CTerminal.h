/* Curses, reduced to what one full-screen program needs.
 *
 * Plain structs and integers only: no curses type, macro or global leaves this target. One screen
 * a process; every function but those marked so belongs to the thread that opened it. */
#ifndef RAPPORT_CTERMINAL_H
#define RAPPORT_CTERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* ---- Locale and terminfo ---- */

/* Takes the user's character set, C.UTF-8 where that is not UTF-8; true if characters are UTF-8. */
bool ct_adopt_locale(void);

/* The name of the character set in force, as `UTF-8`. */
const char *ct_codeset(void);

/* The columns the C library gives a scalar; -1 for none. */
int ct_width(uint32_t scalar);

/* The version of curses, as `ncurses 6.4.20221231`. */
const char *ct_version(void);

struct ct_capabilities {
  int colors; /* 0: none */
  int pairs;
  bool addressable; /* the cursor can be moved: without it there is no full screen */
  bool default_colors;
  bool italic;
  bool dim;
  bool alternate_screen;
};

/* What terminfo knows of a terminal, without touching one; false if it does not know it. */
bool ct_describe(const char *term, struct ct_capabilities *out);

/* ---- Screen ---- */

enum ct_color {
  CT_COLOR_NONE,
  /* As many as the terminal's entry has. */
  CT_COLOR_ENTRY,
  /* 24 bits: the entry is changed in memory to send them. */
  CT_COLOR_DIRECT
};

enum ct_result {
  CT_OPENED,
  /* No entry for this terminal, or one without cursor movement. */
  CT_UNKNOWN_TERMINAL,
  /* The terminal is known, but not with 24-bit colours. */
  CT_NO_DIRECT_COLOR,
  /* A screen is open, or there is no memory or descriptor for one. */
  CT_FAILED
};

/* Opens the terminal behind a descriptor, which stays the caller's: raw input, no echo, alternate
 * screen. Ignores LINES and COLUMNS. */
enum ct_result ct_open(const char *term, int fd, enum ct_color color);

/* Gives the terminal back; does nothing where none is open. */
void ct_close(void);

/* What the open terminal can do. */
struct ct_capabilities ct_open_capabilities(void);

/* The window's size as the kernel knows it; false if it does not. */
bool ct_window_size(int fd, int *rows, int *columns);

/* Tells curses another size; everything is drawn anew. */
void ct_resize(int rows, int columns);

enum ct_attribute {
  CT_BOLD = 1,
  CT_DIM = 2,
  CT_ITALIC = 4,
  CT_UNDERLINE = 8,
  CT_REVERSE = 16
};

/* A place on the screen. Colours: -1 the terminal's own, 0-255 of the palette of xterm, others
 * 0xRRGGBB on a screen opened with direct colours (values below 256, which would be darkest blues,
 * are not available). Width 0: the right half of the cell before. */
struct ct_cell {
  uint32_t scalars[5]; /* base and marks, ended by 0 */
  int32_t foreground;
  int32_t background;
  uint16_t attributes;
  uint8_t width;
};

/* Replaces a row; what is beyond the cells becomes blank. A scalar whose width the C library sees
 * differently is shown as U+FFFD. */
void ct_put_row(int y, const struct ct_cell *cells, int count);

void ct_cursor(int y, int x, bool visible);

/* Sends what changed since the last time. */
void ct_present(void);

/* Makes the next ct_present draw everything. */
void ct_invalidate(void);

/* Leaves the screen for the shell, and comes back to it; the next ct_present draws everything. */
void ct_suspend(void);
void ct_resume(void);

/* ---- Signals ---- */

/* A pipe, reading end first, that never blocks and that no child inherits; false on failure. */
bool ct_pipe(int ends[2]);

/* Writes the number of each TERM, HUP, INT, QUIT, TSTP, CONT and WINCH as a byte to a pipe that
 * does not block, and ignores PIPE. Call before ct_open, or curses takes some of them itself. */
bool ct_signals_install(int pipe_fd);
void ct_signals_remove(void);

/* Stops the process group as Ctrl-Z does for a program without handlers; returns when continued,
 * or at once where nobody could continue it. */
void ct_stop(void);

/* Restores the terminal when the process crashes (ILL, TRAP, ABRT, SEGV, BUS, FPE) or exits
 * without ct_close: writes `leave` and what terminfo says ends full-screen mode, sets the modes that
 * the terminal had before ct_open and puts `stderr_copy` (-1: none) back as descriptor 2, then lets the previous
 * handler act. Call after ct_open. */
bool ct_crash_restore_install(int fd, int stderr_copy, const uint8_t *leave, size_t length);
void ct_crash_restore_remove(void);

/* ---- Other programs ---- */

/* Starts a program, without a shell, with descriptors as its standard input and output and messages
 * dropped; returns its process id, -1 on failure. It has a session of its own: one that keeps the
 * clipboard for others outlives our terminal. */
int ct_spawn(const char *path, char *const arguments[], char *const environment[], int input,
             int output);

/* Runs a program, without a shell, on a terminal to its end, with our environment and in our process
 * group, which has the terminal: INT and QUIT are the program's and ignored here meanwhile, TSTP stops
 * both. Answers 0 and the status as waitpid has it, or the errno of what failed. */
int ct_run(const char *path, char *const arguments[], int terminal, int *status);

#endif
