// Planes of random bits, for the kernels that need them.

#ifndef CKERNELS_RANDOM_H
#define CKERNELS_RANDOM_H

#include <stdint.h>

#include "planes.h"

// 512 bits, of which each 64 come from a generator of their own.
typedef uint64_t lanes_t __attribute__((vector_size(64)));

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

// A plane whose bits are set with a chance of `parts` in 65,536.
INLINE void draw_plane(lanes_t *s, uint32_t parts, lanes_t *bits) {
  for (int v = 0; v < VECTORS; v++) bits[v] = (lanes_t){0};
  for (uint32_t place = parts & -parts; place && place < 0x10000; place <<= 1) {
    // Where the binary digit of the chance is 1, what is already set stays; where it is 0, half of it does.
    const lanes_t digit = (lanes_t){0} - (uint64_t)((parts & place) != 0);
    for (int v = 0; v < VECTORS; v++) {
      lanes_t number;
      draw(s, &number);
      bits[v] = (bits[v] & number) | (digit & (bits[v] | number));
    }
  }
}

#endif
