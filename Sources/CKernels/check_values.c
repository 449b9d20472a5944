#include "CKernels.h"

#if defined(__x86_64__)

#include <string.h>

typedef uint64_t lanes_t __attribute__((vector_size(64)));

// The multiplier, and the number that gives 1 with it, modulo 2^64.
#define FACTOR 0x9E3779B97F4A7C15
#define INVERSE 0xF1DE83E19937733D

// What the lanes of up to eight stretches come to. The last word of a stretch was taken by its last lane and counts as zero: that step is undone.
static inline __attribute__((always_inline)) void fold(
  const lanes_t *side, const uint8_t *first, size_t size, int width, uint64_t *values) {
  lanes_t value = {0};
  for (int lane = 0; lane < 8; lane++) {
    lanes_t taken = {0}, last = {0};
    for (int i = 0; i < width; i++) taken[i] = side[i][lane];
    if (lane == 7) {
      for (int i = 0; i < width; i++) {
        uint64_t word;
        memcpy(&word, first + (size_t)(i + 1) * size - 8, 8);
        last[i] = word;
      }
      taken = ((taken * INVERSE) ^ last) * FACTOR;
    }
    value = (value ^ taken) * FACTOR;
    value ^= value >> 32;
  }
  for (int i = 0; i < width; i++) values[i] = value[i];
}

// A step takes as long as eight multiplications one after another would, so that eight stretches go side by side.
#define SIDE_BY_SIDE(width)                                                                                           \
  for (; next + width <= count; next += width) {                                                                      \
    lanes_t side[width];                                                                                              \
    for (int i = 0; i < width; i++) side[i] = (lanes_t){1, 2, 3, 4, 5, 6, 7, 8};                                      \
    const uint8_t *const first = bytes + next * size;                                                                 \
    for (size_t at = 0; at < size; at += 64) {                                                                        \
      for (int i = 0; i < width; i++) {                                                                               \
        lanes_t words;                                                                                                \
        memcpy(&words, first + (size_t)i * size + at, sizeof words);                                                  \
        side[i] = (side[i] ^ words) * FACTOR;                                                                         \
      }                                                                                                               \
    }                                                                                                                 \
    fold(side, first, size, width, values + next);                                                                    \
  }

__attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx2")))
void km_check_values_avx512(const uint8_t *bytes, size_t size, size_t count, uint64_t *values) {
  size_t next = 0;
  SIDE_BY_SIDE(8)
  SIDE_BY_SIDE(4)
  SIDE_BY_SIDE(2)
  SIDE_BY_SIDE(1)
}

#else

// Never called: km_supported() reports nothing here.
void km_check_values_avx512(const uint8_t *bytes, size_t size, size_t count, uint64_t *values) {
  (void)bytes, (void)size, (void)count, (void)values;
}

#endif
