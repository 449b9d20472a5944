#include "CKernels.h"

#if defined(__x86_64__)

#include <string.h>

#include "planes.h"

// 512 ballots.
typedef uint64_t ballots_t __attribute__((vector_size(64)));

#define AT(planes, plane, vector) (((const row_t *)(planes))[(size_t)(plane) * VECTORS + (vector)])
// All ones where the binary digit of a number is 1.
#define DIGIT(number, digit) ((ballots_t){0} - (uint64_t)((number) >> (digit) & 1))

// The ballots whose stretch has `place`.
INLINE void have(const struct km_spread *s, uint32_t place, ballots_t *found) {
  ballots_t begun[VECTORS], ended[VECTORS];
  memset(begun, 0xFF, sizeof begun);
  memset(ended, 0xFF, sizeof ended);
  for (uint32_t d = 0; d < s->stretch_digits; d++) {
    const ballots_t one = DIGIT(place, d);
    for (size_t v = 0; v < VECTORS; v++) {
      // At most the place: kept where the digit is 0, set where the place has a 1, cleared where only the ballot has.
      const ballots_t first = ~AT(s->stretches, d, v), end = ~AT(s->stretches, s->stretch_digits + d, v);
      begun[v] = (begun[v] & first) | (one & (begun[v] | first));
      ended[v] = (ended[v] & end) | (one & (ended[v] | end));
    }
  }
  for (size_t v = 0; v < VECTORS; v++) found[v] = begun[v] ^ ended[v] ^ AT(s->stretches, 2 * s->stretch_digits, v);
}

enum { ORDINARY, UNDER, OVER };

// Moves on to the next number of a name that is left, or of another.
INLINE void next_stay(const struct km_spread *s, uint32_t number, ballots_t *stay, ballots_t *next) {
  memcpy(stay, next, sizeof(ballots_t) * VECTORS);
  have(s, number, next);
  for (size_t v = 0; v < VECTORS; v++) next[v] = AT(s->kinds, ORDINARY, v) | (AT(s->kinds, UNDER, v) & next[v]);
}

INLINE void next_join(const struct km_spread *s, uint32_t number, ballots_t *join, ballots_t *next) {
  memcpy(join, next, sizeof(ballots_t) * VECTORS);
  have(s, number, next);
  for (size_t v = 0; v < VECTORS; v++) next[v] &= AT(s->kinds, OVER, v);
}

INLINE void leave_names(const struct km_spread *s, uint64_t *marks) {
  ballots_t before[VECTORS] = {0}, stay[2][VECTORS] = {0}, join[2][VECTORS] = {0};
  next_stay(s, 0, stay[0], stay[1]);
  next_stay(s, 1, stay[0], stay[1]);
  next_join(s, 0, join[0], join[1]);
  uint32_t start = 0;
  for (uint32_t place = 0; place < s->names; place++) {
    const uint32_t end = s->ends[place], number = start >> s->digits, next = end >> s->digits;
    ballots_t after[VECTORS] = {0};
    for (uint32_t d = 0; d < s->digits; d++) {
      const ballots_t one = DIGIT(end, d);
      for (size_t v = 0; v < VECTORS; v++) {
        const ballots_t zero = AT(s->numbers, d, v);
        after[v] = (after[v] & zero) | (one & (after[v] | zero));
      }
    }
    const ballots_t passes = (ballots_t){0} - (uint64_t)(next - number);
    uint64_t *const plane = marks + (size_t)s->order[place] * 64;
    for (size_t v = 0; v < VECTORS; v++) {
      const ballots_t left = before[v] ^ after[v] ^ passes;
      const ballots_t stays = (before[v] & stay[1][v]) | (~before[v] & stay[0][v]);
      const ballots_t joins = (before[v] & join[0][v]) | (~before[v] & join[1][v]);
      const ballots_t marked = (left & stays) | (~left & joins);
      memcpy(plane + 8 * v, &marked, sizeof marked);
      before[v] = after[v];
    }
    if (next > number) next_stay(s, next + 1, stay[0], stay[1]);
    else next_join(s, place + 1 - number, join[0], join[1]);
    start = end;
  }
}

#define LEVEL(name, attributes)                                                                                       \
  attributes                                                                                                          \
  void name(const struct km_spread *spread, uint64_t *marks) { leave_names(spread, marks); }

LEVEL(km_leave_names_avx2, __attribute__((target("avx2,bmi,bmi2,popcnt"))))
LEVEL(km_leave_names_avx512, __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx2,bmi,bmi2,popcnt"))))

#else

// Never called: km_supported() reports nothing of these here.
void km_leave_names_avx2(const struct km_spread *spread, uint64_t *marks) { (void)spread, (void)marks; }
void km_leave_names_avx512(const struct km_spread *spread, uint64_t *marks) { (void)spread, (void)marks; }

#endif
