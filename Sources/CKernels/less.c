#include "CKernels.h"

#if defined(__x86_64__)

#include "planes.h"

INLINE void less(const uint64_t *numbers, uint32_t digits, uint64_t limit, uint64_t *found) {
  row_t less[VECTORS];
  // The digit behind the others is that of a limit that all numbers are below.
  for (int v = 0; v < VECTORS; v++) less[v] = (row_t){0} - (limit >> digits & 1);
  if (limit >> digits & 1) digits = 0;
  for (uint32_t d = limit ? (uint32_t)__builtin_ctzll(limit) : digits; d < digits; d++) {
    const row_t one = (row_t){0} - (limit >> d & 1);
    for (int v = 0; v < VECTORS; v++) {
      const row_t zero = ((const row_t *)numbers)[d * VECTORS + v];
      less[v] = (less[v] & zero) | (one & (less[v] | zero));
    }
  }
  for (int v = 0; v < VECTORS; v++) ((row_t *)found)[v] = less[v];
}

#define LEVEL(name, attributes)                                                                                       \
  attributes                                                                                                          \
  void name(const uint64_t *numbers, uint32_t digits, uint64_t limit, uint64_t *found) { less(numbers, digits, limit, found); }

LEVEL(km_less_avx2, __attribute__((target("avx2,bmi,bmi2,popcnt"))))
LEVEL(km_less_avx512, __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx2,bmi,bmi2,popcnt"))))

#else

// Never called: km_supported() reports nothing of these here.
void km_less_avx2(const uint64_t *numbers, uint32_t digits, uint64_t limit, uint64_t *found) {
  (void)numbers, (void)digits, (void)limit, (void)found;
}
void km_less_avx512(const uint64_t *numbers, uint32_t digits, uint64_t limit, uint64_t *found) {
  (void)numbers, (void)digits, (void)limit, (void)found;
}

#endif
