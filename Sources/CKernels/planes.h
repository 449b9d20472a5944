// What kernels of bit planes share: a plane is the bits of 4,096 ballots, in eight vectors.

#ifndef CKERNELS_PLANES_H
#define CKERNELS_PLANES_H

#include <stdint.h>

// A vector of a plane, which may lie at any address of a word.
typedef uint64_t row_t __attribute__((vector_size(64), aligned(8), may_alias));

enum { VECTORS = 8 };

#define INLINE static inline __attribute__((always_inline))

#endif
