#include "CKernels.h"

#if defined(__x86_64__)

#include <immintrin.h>

__attribute__((target("avx512f,avx512bw,avx512dq,avx512vl")))
void km_transpose64_avx512(const uint64_t *rows, size_t stride, uint64_t *columns, uint32_t count) {
  // Eight rows in each vector; 64 of one byte each make eight columns.
  __m512i eights[8];
  const __m512i places = _mm512_mullo_epi64(_mm512_setr_epi64(0, 1, 2, 3, 4, 5, 6, 7), _mm512_set1_epi64((int64_t)stride));
  for (size_t i = 0; i < 8; i++)
    eights[i] = stride == 1 ? _mm512_loadu_si512(rows + 8 * i) : _mm512_i64gather_epi64(places, rows + 8 * i * stride, 8);
  for (uint32_t column = 0; column < count; column += 8) {
    __m512i bytes = _mm512_setzero_si512();
    for (int i = 0; i < 8; i++) {
      const __m128i eight = _mm512_cvtepi64_epi8(_mm512_srl_epi64(eights[i], _mm_cvtsi32_si128((int)column)));
      bytes = _mm512_mask_permutexvar_epi64(bytes, (__mmask8)(1 << i), _mm512_setzero_si512(), _mm512_castsi128_si512(eight));
    }
    for (uint32_t bit = 0; bit < 8; bit++)
      columns[column + bit] = _mm512_test_epi8_mask(bytes, _mm512_set1_epi8((char)(1 << bit)));
  }
}

#else

// Never called: km_supported() reports nothing here.
void km_transpose64_avx512(const uint64_t *rows, size_t stride, uint64_t *columns, uint32_t count) {
  (void)rows, (void)stride, (void)columns, (void)count;
}

#endif
