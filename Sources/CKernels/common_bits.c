#include "CKernels.h"

#if defined(__x86_64__)

typedef uint64_t row_t __attribute__((vector_size(64), aligned(8), may_alias));

enum { VECTORS = 8 };

#define LEVEL(name, attributes)                                                                                       \
  attributes                                                                                                          \
  void name(const uint64_t *left, const uint64_t *right, const uint32_t *pairs, size_t count, uint64_t *counts) {     \
    for (size_t pair = 0; pair < count; pair++) {                                                                     \
      const row_t *const a = (const row_t *)left + (size_t)pairs[2 * pair] * VECTORS;                                 \
      const row_t *const b = (const row_t *)right + (size_t)pairs[2 * pair + 1] * VECTORS;                            \
      row_t sum = {0};                                                                                                \
      for (int v = 0; v < VECTORS; v++) sum += __builtin_elementwise_popcount(a[v] & b[v]);                           \
      uint64_t all = 0;                                                                                               \
      for (int i = 0; i < 8; i++) all += sum[i];                                                                      \
      counts[pair] = all;                                                                                             \
    }                                                                                                                 \
  }

LEVEL(km_common_bits_avx2, __attribute__((target("avx2,bmi,bmi2,popcnt"))))
LEVEL(km_common_bits_avx512, __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vpopcntdq,avx2,bmi,bmi2,popcnt"))))

#else

// Never called: km_supported() reports nothing of these here.
void km_common_bits_avx2(const uint64_t *left, const uint64_t *right, const uint32_t *pairs, size_t count, uint64_t *counts) {
  (void)left, (void)right, (void)pairs, (void)count, (void)counts;
}
void km_common_bits_avx512(const uint64_t *left, const uint64_t *right, const uint32_t *pairs, size_t count, uint64_t *counts) {
  (void)left, (void)right, (void)pairs, (void)count, (void)counts;
}

#endif
