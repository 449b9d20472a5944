#include "CKernels.h"

#if defined(__x86_64__) || defined(__aarch64__)

#include <string.h>

#include "check_values.h"

// 512 ballots. The compiler makes one or two instructions of each operation, as the processor has them.
typedef uint64_t ballots_t __attribute__((vector_size(64)));

enum { PLANE = 512, MOST_DIGITS = 11 };

INLINE void load(ballots_t *to, const uint8_t *plane, size_t vector) {
  memcpy(to, plane + vector * sizeof *to, sizeof *to);
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
INLINE void load_votes(ballots_t *to, const uint8_t *plane, const uint8_t *against, size_t vector, int form) {
  load(to, plane, vector);
  if (form != KM_STRIKE_OUT) {
    ballots_t disagreed;
    load(&disagreed, against, vector);
    *to &= ~disagreed;
  }
}

// Adds a and b to the digit; what is carried into the next takes the place of a. Each level has the one of fewest instructions.
typedef void adder_t(ballots_t *digit, ballots_t *a, const ballots_t *b);

INLINE void add_two(ballots_t *digit, ballots_t *a, const ballots_t *b) {
  const ballots_t either = *digit ^ *a;
  *a = (*digit & *a) | (either & *b);
  *digit = either ^ *b;
}

// The votes of fifteen names, bit-sliced, through a tree of adders (Harley and Seal).
INLINE void add_up_fifteen(ballots_t *number, ballots_t *x, adder_t *add_two) {
  for (int i = 0; i < 14; i += 2) add_two(&x[14], &x[i], &x[i + 1]);
  for (int i = 0; i < 12; i += 4) add_two(&x[12], &x[i], &x[i + 2]);
  add_two(&x[8], &x[0], &x[4]);
  number[0] = x[14];
  number[1] = x[12];
  number[2] = x[8];
  number[3] = x[0];
}

// Adds those of sixteen more.
INLINE void add_sixteen(ballots_t *number, int used, ballots_t *x, adder_t *add_two) {
  for (int i = 0; i < 16; i += 2) add_two(&number[0], &x[i], &x[i + 1]);
  for (int i = 0; i < 16; i += 4) add_two(&number[1], &x[i], &x[i + 2]);
  for (int i = 0; i < 16; i += 8) add_two(&number[2], &x[i], &x[i + 4]);
  add_two(&number[3], &x[0], &x[8]);
  for (int d = 4; d < used; d++) {
    const ballots_t sum = number[d] ^ x[0];
    x[0] &= number[d];
    number[d] = sum;
  }
}

// What is known of the valid ballots of a block: who they are, and their numbers of votes, bit-sliced.
typedef struct {
  ballots_t valid[VECTORS];
  ballots_t digits[VECTORS][MOST_DIGITS];
} judged_t;

// Counts the ballots whose numbers have all of some of the four lowest digits, for each choice of digits: fewer steps than one
// for each number, and what is wanted follows from it. Numbers are at most `most`, so that no ballot has a choice that is greater. The counts
// stay in registers for a whole block.
INLINE void count_choices(const judged_t *judged, int used, uint32_t first, int most, row_t *by_votes) {
  row_t choices[16] = {0};
  for (size_t v = 0; v < VECTORS; v++) {
    ballots_t having[16] = {judged->valid[v]};
    for (int d = 4; d < used; d++) having[0] &= first >> d & 1 ? judged->digits[v][d] : ~judged->digits[v][d];
    if (used > 4 && !any(&having[0])) continue;
    count(&choices[0], &having[0]);
    for (int d = 0; d < 4; d++) {
      for (int i = 0; i < 1 << d; i++) {
        if ((i | 1 << d) > most) continue;
        having[i | 1 << d] = having[i] & judged->digits[v][d];
        count(&choices[i | 1 << d], &having[i | 1 << d]);
      }
    }
  }
  for (int i = 0; i <= most; i++) by_votes[first + i] += choices[i];
}

// Adds the valid ballots to the counts by how many votes they have.
INLINE void count_by_votes(const judged_t *judged, int used, uint32_t seats, row_t *by_votes) {
  uint32_t first = 0;
  for (; first + 15 <= seats; first += 16) count_choices(judged, used, first, 15, by_votes);
  switch (seats - first) {
#define UP_TO(most) case most: count_choices(judged, used, first, most, by_votes); break;
    UP_TO(0) UP_TO(1) UP_TO(2) UP_TO(3) UP_TO(4) UP_TO(5) UP_TO(6) UP_TO(7)
    UP_TO(8) UP_TO(9) UP_TO(10) UP_TO(11) UP_TO(12) UP_TO(13) UP_TO(14)
#undef UP_TO
  default: break; // none is left
  }
}

// Judges the ballots of a block.
INLINE void judge(
  const uint8_t *planes, const uint64_t *present, uint32_t names, uint32_t seats, int form, int used, row_t *counts,
  adder_t *add_two, judged_t *judged) {
  const uint8_t *const against = planes + names * PLANE;
  // Names that do not make up sixteen come first.
  const uint32_t rest = names % 16;
  // A number is greater than the seats if it goes beyond its digits together with what the seats leave of them.
  ballots_t left[MOST_DIGITS];
  for (int d = 0; d < used; d++) left[d] = (ballots_t){0} - (~seats >> d & 1);
  row_t invalid[KM_COUNTS] = {0};

  for (size_t v = 0; v < VECTORS; v++) {
    ballots_t here;
    if (present) memcpy(&here, present + v * 8, sizeof here);
    else here = ~(ballots_t){0};
    ballots_t number[MOST_DIGITS] = {0};
    if (rest > 0) {
      ballots_t x[15];
      for (uint32_t i = 0; i < 15; i++) {
        if (i < rest) load_votes(&x[i], planes + i * PLANE, against + i * PLANE, v, form);
        else x[i] = (ballots_t){0};
      }
      add_up_fifteen(number, x, add_two);
    }
    for (uint32_t name = rest; name < names; name += 16) {
      ballots_t x[16];
      for (int i = 0; i < 16; i++) load_votes(&x[i], planes + (name + i) * PLANE, against + (name + i) * PLANE, v, form);
      add_sixteen(number, used, x, add_two);
    }

    ballots_t some = {0};
    for (int d = 0; d < used; d++) some |= number[d];
    if (form == KM_STRIKE_OUT) {
      ballots_t greater = number[0] & left[0];
      for (int d = 1; d < used; d++) {
        ballots_t digit = number[d];
        add_two(&digit, &greater, &left[d]);
      }
      greater &= here;
      const ballots_t none = here & ~some;
      count(&invalid[KM_TOO_MANY], &greater);
      count(&invalid[KM_NOBODY], &none);
      judged->valid[v] = here & some & ~greater;
    } else if (form == KM_AGREE_SEVERAL) {
      const ballots_t none = here & ~some;
      count(&invalid[KM_NOBODY], &none);
      judged->valid[v] = here & some;
    } else {
      ballots_t agree, disagree;
      load(&agree, planes, v);
      load(&disagree, against, v);
      const ballots_t both = here & agree & disagree, neither = here & ~(agree | disagree);
      count(&invalid[KM_BOTH_MARKED], &both);
      count(&invalid[KM_BLANK], &neither);
      judged->valid[v] = here & (agree ^ disagree);
    }
    for (int d = 0; d < used; d++) judged->digits[v][d] = number[d];
  }
  for (int i = 0; i < KM_COUNTS; i++) counts[i] += invalid[i];
}

// Adds the votes on valid ballots of one or two blocks to those of each name. Where there are lanes, those take the words of the planes of each
// block, which are near now; and planes of the blocks behind are fetched into the nearest cache, where there is room for them.
INLINE void count_votes(
  const uint8_t *planes, int blocks, size_t apart, uint32_t names, int form, const judged_t *judged, row_t *votes,
  row_t *lanes) {
  const int fetches = lanes && names < 16;
  // Copies stay in registers, since no store can change them.
  ballots_t valid[2][VECTORS];
  row_t taken[2];
  for (int i = 0; i < blocks; i++) {
    memcpy(valid[i], judged[i].valid, sizeof valid[i]);
    if (lanes) taken[i] = lanes[i];
  }
  for (uint32_t name = 0; name < names; name++) {
    row_t sum = votes[name];
    for (size_t v = 0; v < VECTORS; v++) {
      for (int i = 0; i < blocks; i++) {
        const uint8_t *const plane = planes + i * apart + name * PLANE;
        ballots_t x;
        load_votes(&x, plane, plane + names * PLANE, v, form);
        if (fetches) __builtin_prefetch((const void *)((uintptr_t)plane + blocks * apart + v * sizeof x));
        if (lanes) take_words(&taken[i], &x);
        x &= valid[i][v];
        count(&sum, &x);
      }
    }
    votes[name] = sum;
  }
  for (int i = 0; lanes && i < blocks; i++) lanes[i] = taken[i];
}

// With as few digits as numbers up to `names` need, of three choices, and with as few steps as few names need.
INLINE void judge_form(
  const uint8_t *planes, const uint64_t *present, uint32_t names, uint32_t seats, int form, row_t *counts,
  adder_t *add_two, judged_t *judged) {
  switch (names) {
#define FEW(names) case names: judge(planes, present, names, seats, form, 4, counts, add_two, judged); break;
    FEW(1) FEW(2) FEW(3) FEW(4) FEW(5) FEW(6) FEW(7) FEW(8) FEW(9) FEW(10) FEW(11) FEW(12) FEW(13) FEW(14) FEW(15)
#undef FEW
  default:
    if (names < 128) judge(planes, present, names, seats, form, 7, counts, add_two, judged);
    else judge(planes, present, names, seats, form, MOST_DIGITS, counts, add_two, judged);
  }
}

// Adds the ballots of some blocks of one form to the counts.
INLINE void count_form(
  const uint8_t *planes, const uint64_t *present, int blocks, size_t apart, uint32_t names, uint32_t seats, int form,
  row_t *counts, adder_t *add_two, row_t *lanes) {
  row_t *const votes = counts + KM_COUNTS, *const by_votes = votes + names;
  judged_t judged[2];
  // Judging is long, and the same for both.
#pragma clang loop unroll(disable)
  for (int i = 0; i < blocks; i++) {
    judge_form(planes + i * apart, present, names, seats, form, counts, add_two, &judged[i]);
    if (names < 16) count_by_votes(&judged[i], 4, seats, by_votes);
    else count_by_votes(&judged[i], names < 128 ? 7 : MOST_DIGITS, seats, by_votes);
  }
  count_votes(planes, blocks, apart, names, form, judged, votes, lanes);
}

INLINE void count_blocks(
  const uint8_t *planes, const uint64_t *present, size_t blocks, size_t apart, uint32_t names, uint32_t seats, int form,
  row_t *counts, adder_t *add_two) {
  for (; blocks > 0; blocks--, planes += apart) {
    switch (form) {
#define FORM(form, names) case form: count_form(planes, present, 1, apart, names, seats, form, counts, add_two, NULL); break;
      FORM(KM_STRIKE_OUT, names)
      FORM(KM_AGREE_SEVERAL, names)
      FORM(KM_AGREE_ONE, 1)
#undef FORM
    }
  }
}

#define LEVEL(name, attributes, adder)                                                                                \
  attributes                                                                                                          \
  void name(                                                                                                          \
    const void *planes, const uint64_t *present, size_t blocks, size_t apart, uint32_t names, uint32_t seats, int form, \
    uint64_t *counts) {                                                                                               \
    count_blocks(planes, present, blocks, apart, names, seats, form, (row_t *)counts, adder);                         \
  }

#endif

#if defined(__x86_64__)

#include <immintrin.h>

// Two instructions, of which the compiler does not find the second.
INLINE __attribute__((target("avx512f"))) void add_two_avx512(ballots_t *digit, ballots_t *a, const ballots_t *b) {
  const __m512i x = (__m512i)*digit, y = (__m512i)*a, z = (__m512i)*b;
  *digit = (ballots_t)_mm512_ternarylogic_epi64(x, y, z, 0x96);
  *a = (ballots_t)_mm512_ternarylogic_epi64(x, y, z, 0xE8);
}

LEVEL(km_count_planes_avx2, __attribute__((target("avx2,bmi,bmi2,popcnt"))), add_two)

#define AVX512 __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vpopcntdq,avx2,bmi,bmi2,popcnt")))

LEVEL(km_count_planes_avx512, AVX512, add_two_avx512)

// Two blocks at a time: one alone would wait for its own multiplications. The last of an odd number has nobody to wait beside.
AVX512
void km_count_checked_planes_avx512(
  const void *first, size_t blocks, size_t size, uint32_t names, uint32_t seats, uint64_t *counts, uint64_t *values) {
  const uint8_t *bytes = first;
  if (blocks % 2 == 1) {
    blocks--;
    km_count_planes_avx512(bytes + blocks * size, NULL, 1, size, names, seats, KM_STRIKE_OUT, counts);
    km_check_values_avx512(bytes + blocks * size, size, 1, values + blocks);
  }
  while (blocks > 0) {
    row_t side[SIDE_BY_SIDE];
    const int width = blocks < SIDE_BY_SIDE ? (int)blocks : SIDE_BY_SIDE;
    for (int i = 0; i < width; i += 2) {
      const uint8_t *const two = bytes + i * size;
      side[i] = side[i + 1] = FIRST_LANES;
      count_form(two, NULL, 2, size, names, seats, KM_STRIKE_OUT, (row_t *)counts, add_two_avx512, side + i);
      for (size_t at = (size_t)names * PLANE; at < size; at += 64) {
        take_words(&side[i], two + at);
        take_words(&side[i + 1], two + size + at);
      }
    }
    fold(side, bytes, size, width, values);
    bytes += width * size;
    values += width;
    blocks -= width;
  }
}

#else

// Never called: km_supported() reports nothing of these here.
void km_count_checked_planes_avx512(
  const void *first, size_t blocks, size_t size, uint32_t names, uint32_t seats, uint64_t *counts, uint64_t *values) {
  (void)first, (void)blocks, (void)size, (void)names, (void)seats, (void)counts, (void)values;
}
void km_count_planes_avx2(
  const void *planes, const uint64_t *present, size_t blocks, size_t apart, uint32_t names, uint32_t seats, int form,
  uint64_t *counts) {
  (void)planes, (void)present, (void)blocks, (void)apart, (void)names, (void)seats, (void)form, (void)counts;
}
void km_count_planes_avx512(
  const void *planes, const uint64_t *present, size_t blocks, size_t apart, uint32_t names, uint32_t seats, int form,
  uint64_t *counts) {
  (void)planes, (void)present, (void)blocks, (void)apart, (void)names, (void)seats, (void)form, (void)counts;
}

#endif

#if defined(__aarch64__)

// Every such processor has NEON.
LEVEL(km_count_planes_neon, , add_two)

#else

// Never called: km_supported() does not report it here.
void km_count_planes_neon(
  const void *planes, const uint64_t *present, size_t blocks, size_t apart, uint32_t names, uint32_t seats, int form,
  uint64_t *counts) {
  (void)planes, (void)present, (void)blocks, (void)apart, (void)names, (void)seats, (void)form, (void)counts;
}

#endif
