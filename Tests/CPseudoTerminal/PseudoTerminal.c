#include "CPseudoTerminal.h"

#include <fcntl.h>
#include <ftw.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

static struct winsize window(int rows, int columns) {
  return (struct winsize){.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
}

pid_t pt_spawn(const char *path, char *const arguments[], char *const environment[], int rows,
               int columns, int passed, int *controller) {
  struct winsize size = window(rows, columns);
  pid_t child = forkpty(controller, NULL, NULL, &size);
  if (child != 0) {
    if (child > 0) fcntl(*controller, F_SETFD, FD_CLOEXEC);
    return child;
  }
  /* Only async-signal-safe calls: the parent may have threads. */
  if (passed == 3) fcntl(3, F_SETFD, 0);
  else if (passed >= 0) dup2(passed, 3);
  close_range(passed >= 0 ? 4 : 3, ~0u, 0);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  signal(SIGPIPE, SIG_DFL);
  execve(path, arguments, environment);
  _exit(127);
}

bool pt_open(int rows, int columns, int *controller, int *terminal) {
  struct winsize size = window(rows, columns);
  if (openpty(controller, terminal, NULL, NULL, &size) != 0) return false;
  fcntl(*controller, F_SETFD, FD_CLOEXEC);
  fcntl(*terminal, F_SETFD, FD_CLOEXEC);
  return true;
}

bool pt_resize(int controller, int rows, int columns) {
  struct winsize size = window(rows, columns);
  return ioctl(controller, TIOCSWINSZ, &size) == 0;
}

bool pt_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC | O_NONBLOCK) == 0; }

static int remove_entry(const char *path, const struct stat *info, int kind, struct FTW *place) {
  (void)info, (void)kind, (void)place;
  return remove(path);
}

bool pt_remove(const char *folder) {
  return nftw(folder, remove_entry, 16, FTW_DEPTH | FTW_PHYS) == 0;
}

int pt_unread(int controller) {
  char name[64];
  if (ptsname_r(controller, name, sizeof name) != 0) return 0;
  int terminal = open(name, O_RDONLY | O_NOCTTY | O_CLOEXEC);
  if (terminal < 0) return 0;
  int count = 0;
  if (ioctl(terminal, FIONREAD, &count) != 0) count = 0;
  close(terminal);
  return count;
}

bool pt_is_cooked(int controller) {
  struct termios modes;
  return tcgetattr(controller, &modes) == 0 && (modes.c_lflag & ECHO) && (modes.c_lflag & ICANON) &&
         (modes.c_lflag & ISIG) && (modes.c_iflag & ICRNL) && (modes.c_oflag & OPOST);
}
