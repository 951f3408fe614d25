/* Pseudo-terminals for tests: starting a program on one, and what only ioctl tells. */
#ifndef RAPPORT_CPSEUDOTERMINAL_H
#define RAPPORT_CPSEUDOTERMINAL_H

#include <stdbool.h>
#include <sys/types.h>

/* Starts a program as the leader of a session on a new terminal; returns its process id, -1 on
 * failure. `passed` (-1: none) becomes its descriptor 3; it has no other but 0, 1 and 2. */
pid_t pt_spawn(const char *path, char *const arguments[], char *const environment[], int rows,
               int columns, int passed, int *controller);

/* A terminal without a program; false on failure. */
bool pt_open(int rows, int columns, int *controller, int *terminal);

bool pt_resize(int controller, int rows, int columns);

/* A pipe, reading end first, that never blocks and that no child inherits; false on failure. */
bool pt_pipe(int ends[2]);

/* Removes a folder and all it holds; false on failure. */
bool pt_remove(const char *folder);

/* The bytes sent that the program has not read yet; 0 also where that cannot be told. */
int pt_unread(int controller);

/* Whether what is typed is echoed and edited by the line, as a shell expects. */
bool pt_is_cooked(int controller);

#endif
