#include "CTerminal.h"
#include "Screen.h"
#include "Terminfo.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* ---- Signals that become bytes in a pipe ---- */

bool ct_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC | O_NONBLOCK) == 0; }

static const int forwarded[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH};
static struct sigaction before_forwarding[COUNT(forwarded)], before_pipe;
static volatile sig_atomic_t signal_pipe = -1;

static void forward(int number) {
  int saved = errno;
  unsigned char byte = (unsigned char)number;
  ssize_t written = write(signal_pipe, &byte, 1);
  (void)written; /* a full pipe holds signals enough */
  errno = saved;
}

bool ct_signals_install(int pipe_fd) {
  if (signal_pipe >= 0) return false;
  signal_pipe = pipe_fd;
  struct sigaction action = {.sa_handler = forward, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  for (size_t i = 0; i < COUNT(forwarded); i++)
    sigaction(forwarded[i], &action, &before_forwarding[i]);
  struct sigaction ignore = {.sa_handler = SIG_IGN};
  sigaction(SIGPIPE, &ignore, &before_pipe);
  return true;
}

void ct_signals_remove(void) {
  if (signal_pipe < 0) return;
  for (size_t i = 0; i < COUNT(forwarded); i++)
    sigaction(forwarded[i], &before_forwarding[i], NULL);
  sigaction(SIGPIPE, &before_pipe, NULL);
  signal_pipe = -1;
}

void ct_stop(void) {
  struct sigaction ours, action = {.sa_handler = SIG_IGN};
  /* The rest of a pipeline first, while we ignore it; then only us, which is synchronous. */
  sigaction(SIGTSTP, &action, &ours);
  kill(0, SIGTSTP);
  action.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &action, NULL);
  raise(SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
}

/* ---- Restoring the terminal of a process that dies ---- */

static const int fatal[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE};

static struct {
  int fd, stderr_copy;
  struct termios modes;
  bool has_modes;
  char leave[512];
  size_t length;
  struct sigaction before[COUNT(fatal)];
} crash;

static atomic_bool armed;
static char alternate_stack[65536];

/* Only async-signal-safe calls; once. */
static void restore_terminal(void) {
  if (!atomic_exchange(&armed, false)) return;
  for (size_t sent = 0; sent < crash.length;) {
    ssize_t count = write(crash.fd, crash.leave + sent, crash.length - sent);
    if (count > 0) sent += (size_t)count;
    else if (errno != EINTR) break;
  }
  tcflush(crash.fd, TCIFLUSH);
  if (crash.has_modes) tcsetattr(crash.fd, TCSANOW, &crash.modes);
  if (crash.stderr_copy >= 0) dup2(crash.stderr_copy, STDERR_FILENO);
}

static void crashed(int number, siginfo_t *info, void *context) {
  (void)context;
  restore_terminal();
  for (size_t i = 0; i < COUNT(fatal); i++) {
    if (fatal[i] == number) sigaction(number, &crash.before[i], NULL);
  }
  /* A fault happens again on return, with its place intact for a backtrace. */
  bool repeats = info->si_code > 0 && number != SIGTRAP && number != SIGABRT;
  if (!repeats) raise(number);
}

static void append_capability(const char *name) {
  crash.length += ct_plain_capability(name, crash.leave + crash.length,
                                      sizeof crash.leave - crash.length);
}

bool ct_crash_restore_install(int fd, int stderr_copy, const uint8_t *leave, size_t length) {
  if (atomic_load(&armed) || length > sizeof crash.leave / 2) return false;
  crash.fd = fd;
  crash.stderr_copy = stderr_copy;
  crash.has_modes = ct_shell_modes(&crash.modes);
  memcpy(crash.leave, leave, length);
  crash.length = length;
  append_capability("sgr0");
  append_capability("cnorm");
  size_t before = crash.length;
  append_capability("rmcup");
  if (crash.length == before && sizeof crash.leave - crash.length >= 2) {
    memcpy(crash.leave + crash.length, "\r\n", 2); /* no screen to go back to */
    crash.length += 2;
  }
  stack_t stack = {.ss_sp = alternate_stack, .ss_size = sizeof alternate_stack}, previous;
  if (sigaltstack(NULL, &previous) == 0 && (previous.ss_flags & SS_DISABLE))
    sigaltstack(&stack, NULL);
  static bool registered;
  if (!registered) registered = atexit(restore_terminal) == 0;
  struct sigaction action = {.sa_sigaction = crashed, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigemptyset(&action.sa_mask);
  for (size_t i = 0; i < COUNT(fatal); i++) sigaction(fatal[i], &action, &crash.before[i]);
  atomic_store(&armed, true);
  return true;
}

void ct_crash_restore_remove(void) {
  if (!atomic_exchange(&armed, false)) return;
  for (size_t i = 0; i < COUNT(fatal); i++) sigaction(fatal[i], &crash.before[i], NULL);
}
