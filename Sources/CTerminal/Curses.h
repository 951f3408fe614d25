/* The one place that includes curses. */
#ifndef RAPPORT_CURSES_H
#define RAPPORT_CURSES_H

#if !__has_include(<ncurses.h>)
#error "ncurses.h is missing: install libncurses-dev"
#endif

#include <ncurses.h>

#endif
