#include "CKernels.h"

#if defined(__x86_64__)

#include "planes.h"

#define LEVEL(name, attributes)                                                                                       \
  attributes                                                                                                          \
  void name(const uint64_t *planes, const uint64_t *other, size_t count, size_t *counts) {                            \
    row_t with[VECTORS];                                                                                              \
    for (int v = 0; v < VECTORS; v++) with[v] = ((const row_t *)other)[v];                                            \
    for (size_t plane = 0; plane < count; plane++) {                                                                  \
      row_t sum = {0};                                                                                                \
      for (int v = 0; v < VECTORS; v++)                                                                               \
        sum += __builtin_elementwise_popcount(((const row_t *)planes)[plane * VECTORS + v] & with[v]);                \
      for (int i = 0; i < 8; i++) counts[plane] += sum[i];                                                            \
    }                                                                                                                 \
  }

LEVEL(km_common_bits_avx2, __attribute__((target("avx2,bmi,bmi2,popcnt"))))
LEVEL(km_common_bits_avx512, __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vpopcntdq,avx2,bmi,bmi2,popcnt"))))

#else

// Never called: km_supported() reports nothing of these here.
void km_common_bits_avx2(const uint64_t *planes, const uint64_t *other, size_t count, size_t *counts) {
  (void)planes, (void)other, (void)count, (void)counts;
}
void km_common_bits_avx512(const uint64_t *planes, const uint64_t *other, size_t count, size_t *counts) {
  (void)planes, (void)other, (void)count, (void)counts;
}

#endif
