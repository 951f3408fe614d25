#include "CTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

int ct_spawn(const char *path, char *const arguments[], char *const environment[], int input,
             int output) {
  /* Programs expect to wait for their input. */
  fcntl(input, F_SETFL, fcntl(input, F_GETFL) & ~O_NONBLOCK);
  fcntl(output, F_SETFL, fcntl(output, F_GETFL) & ~O_NONBLOCK);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF |
                                            POSIX_SPAWN_SETSID);
  pid_t child = -1;
  int error = posix_spawn(&child, path, &actions, &attributes, arguments, environment);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return error == 0 ? child : -1;
}

int ct_run(const char *path, char *const arguments[], int terminal, int *status) {
  static const int theirs[] = {SIGINT, SIGQUIT, SIGTSTP, SIGCONT};
  enum { COUNT = sizeof theirs / sizeof *theirs };
  struct sigaction before[COUNT];
  struct sigaction ignore = {.sa_handler = SIG_IGN}, standard = {.sa_handler = SIG_DFL};
  for (int i = 0; i < COUNT; i++)
    sigaction(theirs[i], theirs[i] == SIGINT || theirs[i] == SIGQUIT ? &ignore : &standard, &before[i]);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
    posix_spawn_file_actions_adddup2(&actions, terminal, fd);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  pid_t child = -1;
  int error = posix_spawn(&child, path, &actions, &attributes, arguments, environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  while (error == 0 && waitpid(child, status, 0) < 0) {
    if (errno != EINTR) error = errno;
  }
  for (int i = 0; i < COUNT; i++) sigaction(theirs[i], &before[i], NULL);
  return error;
}
