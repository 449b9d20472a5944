#include "CKernels.h"

#if defined(__x86_64__)

#include <immintrin.h>
#include <string.h>

__attribute__((target("avx2,bmi,bmi2")))
static inline uint8_t *write_list(const struct km_number_lists *lists, const uint64_t *row, uint64_t flipped, uint8_t *out) {
  uint8_t *const start = out;
  const uint8_t *texts = lists->texts, *lengths = lists->lengths;
  uint64_t word = 0;
  for (uint32_t eight = 0; eight < lists->eights; eight++) {
    if ((eight & 7) == 0) word = *row++ ^ flipped;
    const uint32_t entry = (uint32_t)word & 255;
    _mm256_storeu_si256((__m256i *)out, _mm256_loadu_si256((const __m256i *)(texts + 32 * entry)));
    out += lengths[entry];
    word >>= 8;
    texts += 32 * 256;
    lengths += 256;
  }
  // No space behind the last number, or that there is none.
  if (out > start) return out - 1;
  *out = '=';
  return out + 1;
}

__attribute__((target("avx2,bmi,bmi2")))
size_t km_number_lists_avx2(
  const struct km_number_lists *lists, const uint64_t *first, uint64_t flipped, const uint64_t *second, size_t rows, uint8_t *out) {
  const uint8_t *const start = out;
  const size_t words = (lists->eights + 7) / 8;
  for (size_t row = 0; row < rows; row++) {
    out = write_list(lists, first + row * words, flipped, out);
    if (second) {
      *out++ = ',';
      out = write_list(lists, second + row * words, 0, out);
    }
    memcpy(out, lists->end, 2);
    out += lists->end_length;
  }
  return (size_t)(out - start);
}

#else

// Never called: km_supported() reports nothing of this here.
size_t km_number_lists_avx2(
  const struct km_number_lists *lists, const uint64_t *first, uint64_t flipped, const uint64_t *second, size_t rows, uint8_t *out) {
  (void)lists, (void)first, (void)flipped, (void)second, (void)rows, (void)out;
  return 0;
}

#endif
