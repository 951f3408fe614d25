#ifndef RAPPORT_SCREEN_H
#define RAPPORT_SCREEN_H

#include <stdbool.h>
#include <termios.h>

/* The terminal's modes before it was opened; false if it has none, as a file. */
bool ct_shell_modes(struct termios *out);

#endif
