#include "CKernels.h"

#if defined(__x86_64__)

#include "check_values.h"

#define TAKE(width)                                                                                                   \
  for (; next + width <= count; next += width) {                                                                      \
    row_t side[width];                                                                                                \
    for (int i = 0; i < width; i++) side[i] = FIRST_LANES;                                                            \
    const uint8_t *const first = bytes + next * size;                                                                 \
    for (size_t at = 0; at < size; at += 64) {                                                                        \
      for (int i = 0; i < width; i++) take_words(&side[i], first + (size_t)i * size + at);                            \
    }                                                                                                                 \
    fold(side, first, size, width, values + next);                                                                    \
  }

__attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx2")))
void km_check_values_avx512(const uint8_t *bytes, size_t size, size_t count, uint64_t *values) {
  size_t next = 0;
  TAKE(8)
  TAKE(4)
  TAKE(2)
  TAKE(1)
}

#else

// Never called: km_supported() reports nothing here.
void km_check_values_avx512(const uint8_t *bytes, size_t size, size_t count, uint64_t *values) {
  (void)bytes, (void)size, (void)count, (void)values;
}

#endif
