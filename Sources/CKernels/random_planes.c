#include "CKernels.h"

#if defined(__x86_64__)

#include <string.h>

#include "random.h"

INLINE void random_planes(uint64_t *state, const uint16_t *chances, size_t count, uint64_t *planes) {
  lanes_t s[4];
  memcpy(s, state, sizeof s);
  for (size_t plane = 0; plane < count; plane++) {
    lanes_t bits[VECTORS];
    draw_plane(s, chances[plane], bits);
    memcpy(planes + plane * 8 * VECTORS, bits, sizeof bits);
  }
  memcpy(state, s, sizeof s);
}

#define LEVEL(name, attributes)                                                                                       \
  attributes                                                                                                          \
  void name(uint64_t state[32], const uint16_t *chances, size_t count, uint64_t *planes) {                             \
    random_planes(state, chances, count, planes);                                                                     \
  }

LEVEL(km_random_planes_avx2, __attribute__((target("avx2,bmi,bmi2,popcnt"))))
LEVEL(km_random_planes_avx512, __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx2,bmi,bmi2,popcnt"))))

#else

// Never called: km_supported() reports nothing of these here.
void km_random_planes_avx2(uint64_t state[32], const uint16_t *chances, size_t count, uint64_t *planes) {
  (void)state, (void)chances, (void)count, (void)planes;
}
void km_random_planes_avx512(uint64_t state[32], const uint16_t *chances, size_t count, uint64_t *planes) {
  (void)state, (void)chances, (void)count, (void)planes;
}

#endif
