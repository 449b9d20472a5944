#include "CKernels.h"

#if defined(__x86_64__) || defined(__aarch64__)

#include <string.h>

// 512 ballots. The compiler makes one or two instructions of each operation, as the processor has them.
typedef uint64_t ballots_t __attribute__((vector_size(64)));
// The same at any address of a word.
typedef uint64_t row_t __attribute__((vector_size(64), aligned(8)));

enum { WORDS = 64, VECTORS = 8, MOST_DIGITS = 11 };

#define INLINE static inline __attribute__((always_inline))

INLINE void load(ballots_t *to, const uint8_t *planes, size_t plane, size_t vector) {
  memcpy(to, planes + (plane * WORDS + vector * 8) * 8, sizeof *to);
}

// Adds the bits of each 64 ballots to a count of its own.
INLINE void count(row_t *counts, const ballots_t *ballots) {
  *counts += __builtin_elementwise_popcount(*ballots);
}

INLINE int any(const ballots_t *ballots) {
  uint64_t all = 0;
  for (int i = 0; i < 8; i++) all |= (*ballots)[i];
  return all != 0;
}

// The votes for a name: names left, or agreed with alone.
INLINE void load_votes(ballots_t *to, const uint8_t *planes, size_t name, size_t names, size_t vector, int form) {
  load(to, planes, name, vector);
  if (form != KM_STRIKE_OUT) {
    ballots_t against;
    load(&against, planes, names + name, vector);
    *to &= ~against;
  }
}

// Adds what is in `carry` to the bit-sliced numbers from digit `from` on.
INLINE void add(ballots_t *digits, int from, int used, const ballots_t *carry) {
  ballots_t rest = *carry;
  for (int d = from; d < used; d++) {
    const ballots_t sum = digits[d] ^ rest;
    rest &= digits[d];
    digits[d] = sum;
  }
}

// Adds a and b to the digit; what is carried into the next takes the place of a.
INLINE void add_two(ballots_t *digit, ballots_t *a, const ballots_t *b) {
  const ballots_t carry = (*digit & *a) | (*digit & *b) | (*a & *b);
  *digit = *digit ^ *a ^ *b;
  *a = carry;
}

// Counts the ballots whose numbers have all of some of the four lowest digits, for each choice of digits: fewer steps than one
// for each number, and what is wanted follows from it.
INLINE void count_choices(const ballots_t *all, const ballots_t *digits, row_t *choices) {
  ballots_t having[16];
  having[0] = *all;
  count(&choices[0], all);
  for (int d = 0; d < 4; d++) {
    for (int i = 0; i < 1 << d; i++) {
      having[i | 1 << d] = having[i] & digits[d];
      count(&choices[i | 1 << d], &having[i | 1 << d]);
    }
  }
}

// Adds the valid ballots to the counts by how many votes they have. The counts of sixteen numbers stay in registers for a whole block.
INLINE void count_by_votes(
  const ballots_t *valid, const ballots_t (*digits)[MOST_DIGITS], int used, uint32_t seats, row_t *by_votes) {
  for (uint32_t first = 0; first <= seats; first += 16) {
    row_t choices[16] = {0};
    for (size_t v = 0; v < VECTORS; v++) {
      ballots_t these = valid[v];
      for (int d = 4; d < used; d++) these &= first >> d & 1 ? digits[v][d] : ~digits[v][d];
      if (used <= 4 || any(&these)) count_choices(&these, digits[v], choices);
    }
    for (int i = 0; i < 16; i++) by_votes[first + i] += choices[i];
  }
}

INLINE void count_planes(
  const uint8_t *planes, const uint64_t *present, uint32_t names, uint32_t seats, int form, int used, row_t *counts) {
  row_t *const votes = counts + KM_COUNTS, *const by_votes = votes + names;
  ballots_t valid[VECTORS];
  ballots_t digits[VECTORS][MOST_DIGITS];

  for (size_t v = 0; v < VECTORS; v++) {
    ballots_t here;
    if (present) memcpy(&here, present + v * 8, sizeof here);
    else here = ~(ballots_t){0};
    // The numbers of votes, bit-sliced: eight names at a time through a tree of adders (Harley and Seal).
    ballots_t number[MOST_DIGITS] = {0};
    for (uint32_t name = 0; name < names; name += 8) {
      ballots_t x[8];
      if (name + 8 <= names) {
        for (uint32_t i = 0; i < 8; i++) load_votes(&x[i], planes, name + i, names, v, form);
      } else {
        for (uint32_t i = 0; i < 8; i++) {
          if (name + i < names) load_votes(&x[i], planes, name + i, names, v, form);
          else x[i] = (ballots_t){0};
        }
      }
      for (int i = 0; i < 8; i += 2) add_two(&number[0], &x[i], &x[i + 1]);
      for (int i = 0; i < 8; i += 4) add_two(&number[1], &x[i], &x[i + 2]);
      add_two(&number[2], &x[0], &x[4]);
      add(number, 3, used, &x[0]);
    }

    ballots_t some = {0};
    for (int d = 0; d < used; d++) some |= number[d];
    if (form == KM_STRIKE_OUT) {
      ballots_t greater = {0}, equal = here;
      for (int d = used - 1; d >= 0; d--) {
        // A number that is found greater stays so, whatever its lower digits.
        if (seats >> d & 1) equal &= number[d];
        else greater |= equal & number[d];
      }
      const ballots_t none = here & ~some;
      count(&counts[KM_TOO_MANY], &greater);
      count(&counts[KM_NOBODY], &none);
      valid[v] = here & some & ~greater;
    } else if (form == KM_AGREE_SEVERAL) {
      const ballots_t none = here & ~some;
      count(&counts[KM_NOBODY], &none);
      valid[v] = here & some;
    } else {
      ballots_t agree, disagree;
      load(&agree, planes, 0, v);
      load(&disagree, planes, 1, v);
      const ballots_t both = here & agree & disagree, neither = here & ~(agree | disagree);
      count(&counts[KM_BOTH_MARKED], &both);
      count(&counts[KM_BLANK], &neither);
      valid[v] = here & (agree ^ disagree);
    }
    for (int d = 0; d < used; d++) digits[v][d] = number[d];
  }
  count_by_votes(valid, digits, used, seats, by_votes);

  for (uint32_t name = 0; name < names; name++) {
    row_t sum = votes[name];
    for (size_t v = 0; v < VECTORS; v++) {
      ballots_t x;
      load_votes(&x, planes, name, names, v, form);
      x &= valid[v];
      count(&sum, &x);
    }
    votes[name] = sum;
  }
}

// With as few digits as numbers up to `names` need, of three choices.
INLINE void count_form(
  const uint8_t *planes, const uint64_t *present, uint32_t names, uint32_t seats, int form, row_t *counts) {
  if (names < 16) count_planes(planes, present, names, seats, form, 4, counts);
  else if (names < 128) count_planes(planes, present, names, seats, form, 7, counts);
  else count_planes(planes, present, names, seats, form, MOST_DIGITS, counts);
}

#define LEVEL(name, attributes)                                                                                       \
  attributes                                                                                                          \
  void name(const void *planes, const uint64_t *present, uint32_t names, uint32_t seats, int form, uint64_t *counts) {       \
    row_t *rows = (row_t *)counts;                                                                                    \
    switch (form) {                                                                                                   \
    case KM_STRIKE_OUT: count_form(planes, present, names, seats, KM_STRIKE_OUT, rows); break;                        \
    case KM_AGREE_SEVERAL: count_form(planes, present, names, seats, KM_AGREE_SEVERAL, rows); break;                  \
    default: count_planes(planes, present, 1, 1, KM_AGREE_ONE, 4, rows);                                              \
    }                                                                                                                 \
  }

#endif

#if defined(__x86_64__)

LEVEL(km_count_planes_avx2, __attribute__((target("avx2,bmi,bmi2,popcnt"))))
LEVEL(km_count_planes_avx512, __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vpopcntdq,avx2,bmi,bmi2,popcnt"))))

#else

// Never called: km_supported() reports nothing of these here.
void km_count_planes_avx2(
  const void *planes, const uint64_t *present, uint32_t names, uint32_t seats, int form, uint64_t *counts) {
  (void)planes, (void)present, (void)names, (void)seats, (void)form, (void)counts;
}
void km_count_planes_avx512(
  const void *planes, const uint64_t *present, uint32_t names, uint32_t seats, int form, uint64_t *counts) {
  (void)planes, (void)present, (void)names, (void)seats, (void)form, (void)counts;
}

#endif

#if defined(__aarch64__)

// Every such processor has NEON.
LEVEL(km_count_planes_neon, )

#else

// Never called: km_supported() does not report it here.
void km_count_planes_neon(
  const void *planes, const uint64_t *present, uint32_t names, uint32_t seats, int form, uint64_t *counts) {
  (void)planes, (void)present, (void)names, (void)seats, (void)form, (void)counts;
}

#endif
