// Rows of bits turned into columns, 64 rows at once.

#ifndef CKERNELS_COLUMNS_H
#define CKERNELS_COLUMNS_H

#include <immintrin.h>
#include <stddef.h>
#include <stdint.h>

// Eight rows and one byte of each.
static inline __attribute__((always_inline, target("avx512f,avx512bw,avx512vbmi,gfni")))
__m512i eight_columns(const __m512i *eights, __m512i same_bytes) {
  // Byte by byte of the rows' words, those of eight rows to a word, the last row first.
  __m512i bytes = _mm512_setzero_si512();
  for (int i = 0; i < 8; i++)
    bytes = _mm512_mask_permutexvar_epi8(bytes, (__mmask64)0xFF << 8 * i, same_bytes, eights[i]);
  // Each word is a matrix of 8 x 8 bits. Multiplied by the unit matrix it comes out turned, rows from last to first.
  const __m512i turned = _mm512_gf2p8affine_epi64_epi8(_mm512_set1_epi64((int64_t)0x8040201008040201), bytes, 0);
  // Byte j of word i is bits 8 i to 8 i + 7 of column j.
  const __m512i places = _mm512_add_epi8(
    _mm512_set1_epi64((int64_t)0x3830282018100800),
    _mm512_set_epi64(
      0x0707070707070707, 0x0606060606060606, 0x0505050505050505, 0x0404040404040404, 0x0303030303030303, 0x0202020202020202,
      0x0101010101010101, 0));
  return _mm512_permutexvar_epi8(places, turned);
}

// Turns 64 rows, `stride` words apart, into columns as km_transpose64_avx512 says.
static inline __attribute__((always_inline, target("avx512f,avx512bw,avx512vbmi,gfni")))
void turn_rows(const uint64_t *rows, size_t stride, uint64_t *columns, uint32_t count) {
  __m512i eights[8];
  const __m512i apart = _mm512_mullox_epi64(_mm512_setr_epi64(0, 1, 2, 3, 4, 5, 6, 7), _mm512_set1_epi64((int64_t)stride));
  for (size_t i = 0; i < 8; i++)
    eights[i] = stride == 1 ? _mm512_loadu_si512(rows + 8 * i) : _mm512_i64gather_epi64(apart, rows + 8 * i * stride, 8);
  __m512i same_bytes = _mm512_set1_epi64(0x0008101820283038);
  for (uint32_t column = 0; column < count; column += 8) {
    _mm512_storeu_si512(columns + column, eight_columns(eights, same_bytes));
    same_bytes = _mm512_add_epi8(same_bytes, _mm512_set1_epi8(1));
  }
}

#endif
