#include "CKernels.h"

#if defined(__x86_64__)

#include <string.h>

// 512 bits, of which each 64 come from a generator of their own.
typedef uint64_t lanes_t __attribute__((vector_size(64)));

enum { VECTORS = 8 };

#define INLINE static inline __attribute__((always_inline))
#define TURNED(x, by) ((x) << (by) | (x) >> (64 - (by)))

// The next number of each lane (xoshiro256++).
INLINE void draw(lanes_t *s, lanes_t *number) {
  const lanes_t sum = s[0] + s[3], shifted = s[1] << 17;
  *number = TURNED(sum, 23) + s[0];
  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= shifted;
  s[3] = TURNED(s[3], 45);
}

INLINE void random_planes(uint64_t *state, const uint16_t *chances, size_t count, uint64_t *planes) {
  lanes_t s[4];
  memcpy(s, state, sizeof s);
  for (size_t plane = 0; plane < count; plane++) {
    lanes_t bits[VECTORS] = {0};
    for (uint32_t parts = chances[plane], place = parts & -parts; place && place < 0x10000; place <<= 1) {
      // Where the binary digit of the chance is 1, what is already set stays; where it is 0, half of it does.
      const lanes_t digit = (lanes_t){0} - (uint64_t)((parts & place) != 0);
      for (int v = 0; v < VECTORS; v++) {
        lanes_t number;
        draw(s, &number);
        bits[v] = (bits[v] & number) | (digit & (bits[v] | number));
      }
    }
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
