// Compares the kernel that counts planes by NEON with a plain loop over ballots; what it counts is what the header says.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "CKernels.h"

enum { BALLOTS = 4096, WORDS = 64, MOST = 300 };

static uint64_t state = 1;

static uint64_t random_word(void) {
  state += 0x9E3779B97F4A7C15;
  uint64_t z = state;
  z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
  z = (z ^ z >> 27) * 0x94D049BB133111EB;
  return z ^ z >> 31;
}

static int bit(const uint64_t *plane, int ballot) { return plane[ballot / 64] >> (ballot % 64) & 1; }

static uint64_t sum(const uint64_t *row) {
  uint64_t all = 0;
  for (int i = 0; i < 8; i++) all += row[i];
  return all;
}

static void demand(uint64_t found, uint64_t expected, const char *what, uint32_t names, uint32_t seats, int form) {
  if (found == expected) return;
  fprintf(stderr, "%s: %llu instead of %llu; %u names, %u seats, form %d\n", what, (unsigned long long)found,
    (unsigned long long)expected, names, seats, form);
  exit(1);
}

static void check(uint32_t names, uint32_t seats, int form, int density) {
  static uint64_t planes[2 * MOST * WORDS], present[WORDS], counts[8 * (KM_COUNTS + MOST + 16 * (MOST / 16 + 1))];
  uint64_t votes[MOST] = {0}, by_votes[MOST + 1] = {0}, reasons[KM_COUNTS] = {0};
  const uint32_t all = form == KM_STRIKE_OUT ? names : 2 * names;
  for (size_t i = 0; i < all * WORDS; i++) {
    planes[i] = random_word();
    for (int d = 0; d < density; d++) planes[i] &= random_word();
  }
  for (int i = 0; i < WORDS; i++) present[i] = i % 8 == 3 ? 0 : i % 8 == 5 ? random_word() : ~0ull;
  memset(counts, 0, sizeof counts);
  km_count_planes_neon(planes, present, 1, 0, names, seats, form, counts);

  for (int ballot = 0; ballot < BALLOTS; ballot++) {
    if (!bit(present, ballot)) continue;
    uint32_t given = 0;
    for (uint32_t n = 0; n < names; n++)
      given += bit(planes + n * WORDS, ballot) && !(form != KM_STRIKE_OUT && bit(planes + (names + n) * WORDS, ballot));
    const int agree = bit(planes, ballot), disagree = form == KM_STRIKE_OUT ? 0 : bit(planes + names * WORDS, ballot);
    if (form == KM_AGREE_ONE && agree && disagree) reasons[KM_BOTH_MARKED]++;
    else if (form == KM_AGREE_ONE && !agree && !disagree) reasons[KM_BLANK]++;
    else if (form == KM_STRIKE_OUT && given > seats) reasons[KM_TOO_MANY]++;
    else if (form != KM_AGREE_ONE && given == 0) reasons[KM_NOBODY]++;
    else {
      by_votes[given]++;
      for (uint32_t n = 0; n < names; n++)
        votes[n] += bit(planes + n * WORDS, ballot) && !(form != KM_STRIKE_OUT && bit(planes + (names + n) * WORDS, ballot));
    }
  }
  for (int i = 0; i < KM_COUNTS; i++) demand(sum(counts + 8 * i), reasons[i], "a ground", names, seats, form);
  for (uint32_t n = 0; n < names; n++) demand(sum(counts + 8 * (KM_COUNTS + n)), votes[n], "votes", names, seats, form);
  // Row i of sixteen counts the numbers that have all digits of i.
  for (uint32_t first = 0; first <= seats; first += 16)
    for (uint32_t i = 0; i < 16; i++) {
      uint64_t expected = 0;
      for (uint32_t j = 0; j < 16; j++)
        if ((i & j) == i && first + j <= seats) expected += by_votes[first + j];
      demand(sum(counts + 8 * (KM_COUNTS + names + first + i)), expected, "ballots by votes", names, seats, form);
    }
}

int main(void) {
  if (km_supported() != KM_NEON) return 1;
  static const uint32_t names[] = {1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 63, 64, 65, 127, 128, 129, MOST};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    for (int density = 0; density < 4; density++) {
      for (uint32_t seats = 1; seats <= names[i]; seats += 1 + names[i] / 5) {
        check(names[i], seats, KM_STRIKE_OUT, density);
        if (names[i] > 1) check(names[i], names[i], KM_AGREE_SEVERAL, density);
      }
      check(1, 1, KM_AGREE_ONE, density);
    }
  puts("the NEON kernel counts as a plain loop does");
  return 0;
}
