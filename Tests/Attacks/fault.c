/* Lets one call of the system fail, or something happen just before it: for the attacks, loaded before the C library.

   FAULT_CALLS  the names of the calls that count, with commas between
   FAULT_AT     which of them it is, from 1
   FAULT_DO     a number: the call fails with this errno; short: reads and writes move one byte, from that call on;
                SIGTERM, SIGINT, SIGHUP, SIGKILL: the signal is sent before the call;
                truncate, grow, change: that is done to the file FAULT_FILE before the call
   FAULT_LOG    a file that a byte is added to when it has happened */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static atomic_int calls;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static void to_file(const char *what) {
  const char *path = getenv("FAULT_FILE");
  int file = REAL(open)(path, O_RDWR);
  struct stat status;
  fstat(file, &status);
  if (!strcmp(what, "truncate")) (void)!REAL(ftruncate)(file, status.st_size / 2);
  if (!strcmp(what, "grow")) (void)!REAL(pwrite)(file, "1\n", 2, status.st_size);
  if (!strcmp(what, "change")) (void)!REAL(pwrite)(file, "2", 1, status.st_size - 2);
  close(file);
}

static void note(void) {
  const char *path = getenv("FAULT_LOG");
  int file = path ? REAL(open)(path, O_WRONLY | O_APPEND | O_CREAT, 0666) : -1;
  if (file >= 0) {
    (void)!REAL(write)(file, "x", 1);
    close(file);
  }
}

/* Whether the call is to fail; where it is to move one byte only, count says so. */
static int strikes(const char *name, size_t *count) {
  const char *names = getenv("FAULT_CALLS"), *what = getenv("FAULT_DO"), *at = getenv("FAULT_AT");
  if (!names || !what || !at) return 0;
  const char *found = strstr(names, name);
  size_t length = strlen(name);
  while (found && ((found > names && found[-1] != ',') || (found[length] && found[length] != ',')))
    found = strstr(found + 1, name);
  if (!found) return 0;
  int number = ++calls, wanted = atoi(at);
  if (!strcmp(what, "short")) {
    if (number >= wanted && count && *count > 1) *count = 1;
    if (number == wanted) note();
    return 0;
  }
  if (number != wanted) return 0;
  note();
  static const struct { const char *name; int number; } signals[] = {
      {"SIGTERM", SIGTERM}, {"SIGINT", SIGINT}, {"SIGHUP", SIGHUP}, {"SIGKILL", SIGKILL}};
  for (int i = 0; i < 4; i++)
    if (!strcmp(what, signals[i].name)) {
      kill(getpid(), signals[i].number);
      return 0;
    }
  if (what[0] >= '0' && what[0] <= '9') {
    errno = atoi(what);
    return 1;
  }
  to_file(what);
  return 0;
}

#define FAILS(name, count) if (strikes(name, count)) return -1

int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = va_arg(rest, mode_t);
  va_end(rest);
  FAILS("open", NULL);
  return REAL(open)(path, flags, mode);
}
ssize_t read(int file, void *to, size_t count) { FAILS("read", &count); return REAL(read)(file, to, count); }
ssize_t pread(int file, void *to, size_t count, off_t at) {
  FAILS("pread", &count);
  return REAL(pread)(file, to, count, at);
}
ssize_t write(int file, const void *from, size_t count) {
  FAILS("write", &count);
  return REAL(write)(file, from, count);
}
ssize_t pwrite(int file, const void *from, size_t count, off_t at) {
  FAILS("pwrite", &count);
  return REAL(pwrite)(file, from, count, at);
}
int fsync(int file) { FAILS("fsync", NULL); return REAL(fsync)(file); }
int ftruncate(int file, off_t size) { FAILS("ftruncate", NULL); return REAL(ftruncate)(file, size); }
int flock(int file, int how) { FAILS("flock", NULL); return REAL(flock)(file, how); }
int fstat(int file, struct stat *status) { FAILS("fstat", NULL); return REAL(fstat)(file, status); }
int stat(const char *path, struct stat *status) { FAILS("stat", NULL); return REAL(stat)(path, status); }
int lstat(const char *path, struct stat *status) { FAILS("lstat", NULL); return REAL(lstat)(path, status); }
int fchmod(int file, mode_t mode) { FAILS("fchmod", NULL); return REAL(fchmod)(file, mode); }
int mkdir(const char *path, mode_t mode) { FAILS("mkdir", NULL); return REAL(mkdir)(path, mode); }
int rename(const char *path, const char *to) { FAILS("rename", NULL); return REAL(rename)(path, to); }
char *realpath(const char *path, char *to) {
  if (strikes("realpath", NULL)) return NULL;
  return REAL(realpath)(path, to);
}
