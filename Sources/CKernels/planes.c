#include "CKernels.h"

#if defined(__x86_64__)

#include <string.h>

// 512 ballots. The compiler makes one or two instructions of each operation, as the processor has them.
typedef uint64_t ballots_t __attribute__((vector_size(64), aligned(8)));

enum { WORDS = 64, VECTORS = 8, DIGITS = 11 };

#define INLINE static inline __attribute__((always_inline))

INLINE void load(ballots_t *to, const uint8_t *planes, size_t plane, size_t vector) {
  memcpy(to, planes + (plane * WORDS + vector * 8) * 8, sizeof *to);
}

INLINE uint64_t count_bits(const ballots_t *ballots) {
  uint64_t count = 0;
  for (int i = 0; i < 8; i++) count += (uint64_t)__builtin_popcountll((*ballots)[i]);
  return count;
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
  const ballots_t half = *digit ^ *a;
  const ballots_t carry = (*digit & *a) | (half & *b);
  *digit = half ^ *b;
  *a = carry;
}

INLINE void count_planes(
  const uint8_t *planes, uint32_t ballots, uint32_t names, uint32_t seats, int form, struct km_counts *counts,
  uint64_t *votes, uint64_t *by_votes) {
  const int used = 32 - __builtin_clz(names);
  const size_t vectors = (ballots + 511) / 512;
  ballots_t valid[VECTORS];

  for (size_t v = 0; v < vectors; v++) {
    ballots_t present;
    for (int i = 0; i < 8; i++) {
      const int64_t left = (int64_t)ballots - (int64_t)(v * 512 + (size_t)i * 64);
      present[i] = left >= 64 ? ~0ull : left <= 0 ? 0 : (1ull << left) - 1;
    }
    // The numbers of votes, bit-sliced: eight names at a time through a tree of adders (Harley and Seal), the rest one by one.
    ballots_t digits[DIGITS] = {0};
    uint32_t name = 0;
    for (; name + 8 <= names; name += 8) {
      ballots_t x[8];
      for (int i = 0; i < 8; i++) load_votes(&x[i], planes, name + (size_t)i, names, v, form);
      for (int i = 0; i < 8; i += 2) add_two(&digits[0], &x[i], &x[i + 1]);
      for (int i = 0; i < 8; i += 4) add_two(&digits[1], &x[i], &x[i + 2]);
      add_two(&digits[2], &x[0], &x[4]);
      add(digits, 3, used, &x[0]);
    }
    for (; name < names; name++) {
      ballots_t x;
      load_votes(&x, planes, name, names, v, form);
      add(digits, 0, used, &x);
    }

    ballots_t some = {0};
    for (int d = 0; d < used; d++) some |= digits[d];
    if (form == KM_STRIKE_OUT) {
      ballots_t greater = {0}, equal = present;
      for (int d = used - 1; d >= 0; d--) {
        if (seats >> d & 1) {
          equal &= digits[d];
        } else {
          greater |= equal & digits[d];
          equal &= ~digits[d];
        }
      }
      const ballots_t none = present & ~some;
      counts->too_many += count_bits(&greater);
      counts->nobody += count_bits(&none);
      valid[v] = present & some & ~greater;
    } else if (form == KM_AGREE_SEVERAL) {
      const ballots_t none = present & ~some;
      counts->nobody += count_bits(&none);
      valid[v] = present & some;
    } else {
      ballots_t agree, disagree;
      load(&agree, planes, 0, v);
      load(&disagree, planes, 1, v);
      const ballots_t both = agree & disagree, neither = present & ~(agree | disagree);
      counts->both_marked += count_bits(&both);
      counts->blank += count_bits(&neither);
      valid[v] = agree ^ disagree;
    }
    counts->valid += count_bits(&valid[v]);

    // Most ballots use all or nearly all their votes, so that counting down ends early.
    ballots_t left = valid[v];
    for (uint32_t k = seats; any(&left); k--) {
      ballots_t these = left;
      for (int d = 0; d < used; d++) these &= k >> d & 1 ? digits[d] : ~digits[d];
      by_votes[k] += count_bits(&these);
      left &= ~these;
    }
  }

  for (uint32_t name = 0; name < names; name++) {
    uint64_t count = 0;
    for (size_t v = 0; v < vectors; v++) {
      ballots_t x;
      load_votes(&x, planes, name, names, v, form);
      x &= valid[v];
      count += count_bits(&x);
    }
    votes[name] += count;
  }
}

#define LEVEL(name, instructions)                                                                                     \
  __attribute__((target(instructions)))                                                                               \
  void name(                                                                                                          \
    const void *planes, uint32_t ballots, uint32_t names, uint32_t seats, int form, struct km_counts *counts,         \
    uint64_t *votes, uint64_t *by_votes) {                                                                            \
    switch (form) {                                                                                                   \
    case KM_STRIKE_OUT: count_planes(planes, ballots, names, seats, KM_STRIKE_OUT, counts, votes, by_votes); break;   \
    case KM_AGREE_SEVERAL:                                                                                            \
      count_planes(planes, ballots, names, seats, KM_AGREE_SEVERAL, counts, votes, by_votes); break;                  \
    default: count_planes(planes, ballots, names, seats, KM_AGREE_ONE, counts, votes, by_votes);                      \
    }                                                                                                                 \
  }

LEVEL(km_count_planes_avx2, "avx2,bmi,bmi2,popcnt")
LEVEL(km_count_planes_avx512, "avx512f,avx512bw,avx512dq,avx512vl,avx512vpopcntdq,avx2,bmi,bmi2,popcnt")

#else

// Never called: km_supported() reports nothing here.
void km_count_planes_avx2(
  const void *planes, uint32_t ballots, uint32_t names, uint32_t seats, int form, struct km_counts *counts,
  uint64_t *votes, uint64_t *by_votes) {
  (void)planes, (void)ballots, (void)names, (void)seats, (void)form, (void)counts, (void)votes, (void)by_votes;
}
void km_count_planes_avx512(
  const void *planes, uint32_t ballots, uint32_t names, uint32_t seats, int form, struct km_counts *counts,
  uint64_t *votes, uint64_t *by_votes) {
  (void)planes, (void)ballots, (void)names, (void)seats, (void)form, (void)counts, (void)votes, (void)by_votes;
}

#endif
