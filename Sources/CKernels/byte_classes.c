#include "CKernels.h"

#if defined(__x86_64__)

#include <immintrin.h>

__attribute__((target("avx512f,avx512bw,bmi2")))
struct km_byte_classes km_byte_classes_avx512(const uint8_t *bytes, size_t count, uint32_t separator) {
  const __mmask64 here = _bzhi_u64(~0ull, (uint32_t)count);
  const __m512i text = _mm512_maskz_loadu_epi8(here, bytes);
  const __mmask64 separators =
    separator < 256 ? _mm512_mask_cmpeq_epi8_mask(here, text, _mm512_set1_epi8((char)separator)) : 0;
  // Printable are those from space to tilde.
  const __mmask64 unprintable = _mm512_mask_cmpgt_epu8_mask(
    here, _mm512_sub_epi8(text, _mm512_set1_epi8(' ')), _mm512_set1_epi8('~' - ' '));
  const __mmask64 quotes = _mm512_mask_cmpeq_epi8_mask(here, text, _mm512_set1_epi8('"'));
  // '0' and '1' differ in the last bit alone.
  const __m512i odd = _mm512_or_si512(text, _mm512_set1_epi8(1));
  return (struct km_byte_classes){
    .separators = separators,
    .marks = _mm512_mask_cmpeq_epi8_mask(here, odd, _mm512_set1_epi8('1')),
    .others = (unprintable | quotes) & ~separators,
  };
}

#else

// Never called: km_supported() reports nothing here.
struct km_byte_classes km_byte_classes_avx512(const uint8_t *bytes, size_t count, uint32_t separator) {
  (void)bytes, (void)count, (void)separator;
  return (struct km_byte_classes){0, 0, 0};
}

#endif
