// The hot loops that need instructions which Swift cannot ask for one function at a time.
//
// Nothing else lives here: no allocation, no state, no errors. Each loop has a portable twin in Swift, which tests
// compare it with. The caller chooses a level that km_supported() reports; each level can be called by name, so that
// tests run them all.

#ifndef CKERNELS_H
#define CKERNELS_H

#include <stddef.h>
#include <stdint.h>

// Sets of instructions, one bit each, as km_supported() reports them.
enum {
  // SHA-NI with SSE 4.1.
  KM_SHA = 1,
  // AVX2 with BMI2 and POPCNT.
  KM_AVX2 = 2,
  // AVX-512 F, BW, DQ, VL and VPOPCNTDQ.
  KM_AVX512 = 4,
};

// The sets of instructions that this processor has and this operating system keeps across threads.
uint32_t km_supported(void);

// Takes whole blocks of 64 bytes into a SHA-256 state (FIPS 180-4, 6.2.2). Needs KM_SHA.
void km_sha256_sha(uint32_t state[8], const uint8_t *blocks, size_t count);

// Takes one block of 64 bytes of each of 16 streams into the 16 SHA-256 states: word w of stream s is
// states[16 * w + s]. Stream s has its next block at data + s * stride; `count` blocks of each stream follow each
// other. Needs KM_AVX512.
void km_sha256x16_avx512(uint32_t states[128], const uint8_t *data, size_t stride, size_t count);

#endif
