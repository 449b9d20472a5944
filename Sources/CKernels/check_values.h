// What kernels share that take check values: eight lanes take the words of a stretch, and then are folded into one value.

#ifndef CKERNELS_CHECK_VALUES_H
#define CKERNELS_CHECK_VALUES_H

#include <string.h>

#include "planes.h"

// The multiplier, and the number that gives 1 with it, modulo 2^64.
#define CHECK_FACTOR 0x9E3779B97F4A7C15
#define CHECK_INVERSE 0xF1DE83E19937733D

// So many stretches are folded side by side at most. Alone their words are taken side by side, too: a step takes as long as eight multiplications
// one after another would.
enum { SIDE_BY_SIDE = 8 };

#define FIRST_LANES ((row_t){1, 2, 3, 4, 5, 6, 7, 8})

INLINE void take_words(row_t *lanes, const void *words) {
  row_t row;
  memcpy(&row, words, sizeof row);
  *lanes = (*lanes ^ row) * CHECK_FACTOR;
}

// What the lanes of up to eight stretches come to. The last word of a stretch was taken by its last lane and counts as zero: that step is undone.
INLINE void fold(const row_t *side, const uint8_t *first, size_t size, int width, uint64_t *values) {
  row_t value = {0};
  for (int lane = 0; lane < 8; lane++) {
    row_t taken = {0}, last = {0};
    for (int i = 0; i < width; i++) taken[i] = side[i][lane];
    if (lane == 7) {
      for (int i = 0; i < width; i++) {
        uint64_t word;
        memcpy(&word, first + (size_t)(i + 1) * size - 8, 8);
        last[i] = word;
      }
      taken = ((taken * CHECK_INVERSE) ^ last) * CHECK_FACTOR;
    }
    value = (value ^ taken) * CHECK_FACTOR;
    value ^= value >> 32;
  }
  for (int i = 0; i < width; i++) values[i] = value[i];
}

#endif
