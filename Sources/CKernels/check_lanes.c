#include "CKernels.h"

#if defined(__x86_64__)

#include <string.h>

typedef uint64_t lanes_t __attribute__((vector_size(64)));

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
        side[i] = (side[i] ^ words) * 0x9E3779B97F4A7C15;                                                             \
      }                                                                                                               \
    }                                                                                                                 \
    memcpy(lanes + 8 * next, side, sizeof side);                                                                      \
  }

__attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx2")))
void km_check_lanes_avx512(const uint8_t *bytes, size_t size, size_t count, uint64_t *lanes) {
  size_t next = 0;
  SIDE_BY_SIDE(8)
  SIDE_BY_SIDE(4)
  SIDE_BY_SIDE(2)
  SIDE_BY_SIDE(1)
}

#else

// Never called: km_supported() reports nothing here.
void km_check_lanes_avx512(const uint8_t *bytes, size_t size, size_t count, uint64_t *lanes) {
  (void)bytes, (void)size, (void)count, (void)lanes;
}

#endif
