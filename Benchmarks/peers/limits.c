// What the comparison needs that is smaller than Python: a launcher that measures a process, and a plain sum.
//
//   limits run OUTPUT COMMAND [ARGUMENT...]   runs it, its standard output into a file; prints the wall time, user and
//                                             system time in seconds, the peak resident memory in KiB and the status
//   limits sum FILE THREADS                   adds up all words of 64 bits of the file, read as the program reads it
//   limits map FILE THREADS                   the same of windows of the file that are mapped instead of read
//
// The launcher is C because the peak of a process includes what its parent held when it began: Python's 10 MB would
// be the floor of every figure.
#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double seconds(struct timeval t) { return t.tv_sec + t.tv_usec / 1e6; }

static int run(char *output, char **command) {
  struct timespec begin, end;
  struct rusage usage;
  int status;
  clock_gettime(CLOCK_MONOTONIC, &begin);
  pid_t child = fork();
  if (child == 0) {
    int file = open(output, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (file < 0 || dup2(file, 1) < 0) _exit(126);
    execvp(command[0], command);
    _exit(127);
  }
  if (child < 0 || wait4(child, &status, 0, &usage) < 0) return 1;
  clock_gettime(CLOCK_MONOTONIC, &end);
  printf(
    "%.6f %.6f %.6f %ld %d\n", (end.tv_sec - begin.tv_sec) + (end.tv_nsec - begin.tv_nsec) / 1e9,
    seconds(usage.ru_utime), seconds(usage.ru_stime), usage.ru_maxrss,
    WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
  return 0;
}

enum { WINDOW = 1 << 18, MAPPED = 4 << 20 };

#ifndef MAP_POPULATE
#define MAP_POPULATE 0
#endif

static int file;
static off_t size;
static atomic_llong next;
static atomic_ullong total;

static void *add(void *unused) {
  uint64_t *words = aligned_alloc(64, WINDOW);
  uint64_t sum = 0;
  for (;;) {
    off_t at = atomic_fetch_add(&next, WINDOW);
    if (at >= size) break;
    ssize_t count = pread(file, words, WINDOW, at);
    if (count <= 0) exit(74);
    memset((char *)words + count, 0, -count & 7);
    for (ssize_t i = 0; i < (count + 7) / 8; i++) sum += words[i];
  }
  atomic_fetch_add(&total, sum);
  return unused;
}

static void *add_mapped(void *unused) {
  uint64_t sum = 0;
  for (;;) {
    off_t at = atomic_fetch_add(&next, MAPPED);
    if (at >= size) break;
    size_t count = size - at < MAPPED ? size - at : MAPPED;
    uint64_t *words = mmap(NULL, count, PROT_READ, MAP_SHARED | MAP_POPULATE, file, at);
    if (words == MAP_FAILED) exit(74);
    // Behind the end of the file a page is zero.
    for (size_t i = 0; i < (count + 7) / 8; i++) sum += words[i];
    munmap(words, count);
  }
  atomic_fetch_add(&total, sum);
  return unused;
}

int main(int count, char **arguments) {
  if (count >= 4 && strcmp(arguments[1], "run") == 0) return run(arguments[2], arguments + 3);
  if (count != 4) return 64;
  void *(*work)(void *) = NULL;
  if (strcmp(arguments[1], "sum") == 0) work = add;
  if (strcmp(arguments[1], "map") == 0) work = add_mapped;
  if (!work) return 64;
  struct stat status;
  file = open(arguments[2], O_RDONLY);
  if (file < 0 || fstat(file, &status) < 0) return 66;
  size = status.st_size;
  int threads = atoi(arguments[3]);
  pthread_t others[64];
  if (threads < 1 || threads > 64) return 64;
  for (int i = 1; i < threads; i++) pthread_create(&others[i], NULL, work, NULL);
  work(NULL);
  for (int i = 1; i < threads; i++) pthread_join(others[i], NULL);
  printf("%llu\n", (unsigned long long)total);
  return 0;
}
