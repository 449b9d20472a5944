#include "CKernels.h"

#if defined(__x86_64__)

#include <string.h>

#include "random.h"

INLINE int64_t sum(const lanes_t *counts) {
  int64_t all = 0;
  for (int i = 0; i < 8; i++) all += (int64_t)(*counts)[i];
  return all;
}

// A part of all in parts of 65,536, to eight binary digits, and never none or all.
INLINE uint32_t share(int64_t part, int64_t all) {
  const int64_t parts = (256 * part + all / 2) / (all > 1 ? all : 1);
  return (uint32_t)(parts < 1 ? 1 : parts > 255 ? 255 : parts) << 8;
}

INLINE void exchange(uint64_t *state, const uint32_t *pairs, size_t count, uint64_t *planes) {
  lanes_t s[4];
  memcpy(s, state, sizeof s);
  for (size_t pair = 0; pair < count; pair++) {
    uint64_t *const a = planes + (size_t)pairs[2 * pair] * 8 * VECTORS, *const b = planes + (size_t)pairs[2 * pair + 1] * 8 * VECTORS;
    lanes_t first[VECTORS], second[VECTORS], bits[VECTORS], firsts = {0}, ones = {0};
    memcpy(first, a, sizeof first);
    memcpy(second, b, sizeof second);
    for (int v = 0; v < VECTORS; v++) {
      firsts += __builtin_elementwise_popcount(first[v] & ~second[v]);
      ones += __builtin_elementwise_popcount(first[v] ^ second[v]);
    }
    draw_plane(s, share(sum(&firsts), sum(&ones)), bits);
    for (int v = 0; v < VECTORS; v++) {
      const lanes_t changed = (first[v] ^ second[v]) & (first[v] ^ bits[v]);
      first[v] ^= changed;
      second[v] ^= changed;
    }
    memcpy(a, first, sizeof first);
    memcpy(b, second, sizeof second);
  }
  memcpy(state, s, sizeof s);
}

#define LEVEL(name, attributes)                                                                                       \
  attributes                                                                                                          \
  void name(uint64_t state[32], const uint32_t *pairs, size_t count, uint64_t *planes) { exchange(state, pairs, count, planes); }

LEVEL(km_exchange_avx2, __attribute__((target("avx2,bmi,bmi2,popcnt"))))
LEVEL(km_exchange_avx512, __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vpopcntdq,avx2,bmi,bmi2,popcnt"))))

#else

// Never called: km_supported() reports nothing of these here.
void km_exchange_avx2(uint64_t state[32], const uint32_t *pairs, size_t count, uint64_t *planes) {
  (void)state, (void)pairs, (void)count, (void)planes;
}
void km_exchange_avx512(uint64_t state[32], const uint32_t *pairs, size_t count, uint64_t *planes) {
  (void)state, (void)pairs, (void)count, (void)planes;
}

#endif
