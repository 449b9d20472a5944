#include "CKernels.h"

#if defined(__x86_64__)

#include <cpuid.h>

// The parts of the processor's state that the operating system keeps (XCR0).
static uint64_t kept_state(void) {
  uint32_t low, high;
  __asm__("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
  return (uint64_t)high << 32 | low;
}

uint32_t km_supported(void) {
  uint32_t a, b, c, d;
  if (!__get_cpuid(1, &a, &b, &c, &d)) return 0;
  const int sse41 = c >> 19 & 1, ssse3 = c >> 9 & 1, popcnt = c >> 23 & 1, osxsave = c >> 27 & 1;
  if (!__get_cpuid_count(7, 0, &a, &b, &c, &d)) return 0;
  uint32_t supported = 0;
  if (b >> 29 & 1 && sse41 && ssse3) supported |= KM_SHA;
  if (!osxsave) return supported;
  const uint64_t state = kept_state();
  // BMI1 3, AVX2 5, BMI2 8 of EBX.
  if ((state & 0x06) == 0x06 && b >> 3 & b >> 5 & b >> 8 & 1 && popcnt) supported |= KM_AVX2;
  // F 16, DQ 17, BW 30, VL 31 of EBX, VBMI 1, VBMI2 6, GFNI 8, VPOPCNTDQ 14 of ECX.
  const int avx512 = b >> 16 & b >> 17 & b >> 30 & b >> 31 & c >> 1 & c >> 6 & c >> 8 & c >> 14 & 1;
  if ((state & 0xE6) == 0xE6 && avx512 && supported & KM_AVX2) supported |= KM_AVX512;
  return supported;
}

#elif defined(__aarch64__)

uint32_t km_supported(void) { return KM_NEON; }

#else

uint32_t km_supported(void) { return 0; }

#endif
