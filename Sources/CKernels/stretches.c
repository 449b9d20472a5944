#include "CKernels.h"

#if defined(__x86_64__)

#include <immintrin.h>

enum { WORDS = 64, BALLOTS = 64 * WORDS };

#define LEVEL __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx2,bmi,bmi2,popcnt")))
#define INLINE static inline __attribute__((always_inline)) LEVEL

// Puts together, for the ballots that have a stretch, a bit that tells those on which fewer names are left.
// Returns how many ballots there are.
INLINE size_t gather(const struct km_stretches *s, uint64_t *is_fewer) {
  size_t count = 0;
  is_fewer[0] = 0;
  for (size_t word = 0; word < WORDS; word++) {
    const uint64_t ballots = s->fewer[word] | s->more[word], bits = _pext_u64(s->fewer[word], ballots);
    is_fewer[count / 64] |= bits << count % 64;
    is_fewer[count / 64 + 1] = bits >> 1 >> (63 - count % 64);
    count += (size_t)_mm_popcnt_u64(ballots);
  }
  return count;
}

// Draws the stretches of `count` ballots, as the digits of each that are put into planes.
INLINE void draw(uint64_t state, const struct km_stretches *s, const uint64_t *is_fewer, size_t count, uint64_t *digits) {
  const __m512i step = _mm512_set1_epi64((int64_t)(8 * 0x9E3779B97F4A7C15));
  __m512i counter = _mm512_add_epi64(
    _mm512_set1_epi64((int64_t)state),
    _mm512_mullo_epi64(_mm512_setr_epi64(1, 2, 3, 4, 5, 6, 7, 8), _mm512_set1_epi64((int64_t)0x9E3779B97F4A7C15)));
  const __m512i one = _mm512_set1_epi64(1), others = _mm512_set1_epi64(s->others);
  const __m128i places = _mm_cvtsi32_si128((int)s->digits);
  for (size_t at = 0; at < count; at += 8) {
    const __mmask8 fewer = (__mmask8)(is_fewer[at / 64] >> at % 64);
    __m512i z = counter;
    counter = _mm512_add_epi64(counter, step);
    z = _mm512_mullo_epi64(_mm512_xor_si512(z, _mm512_srli_epi64(z, 30)), _mm512_set1_epi64((int64_t)0xBF58476D1CE4E5B9));
    z = _mm512_mullo_epi64(_mm512_xor_si512(z, _mm512_srli_epi64(z, 27)), _mm512_set1_epi64((int64_t)0x94D049BB133111EB));
    z = _mm512_xor_si512(z, _mm512_srli_epi64(z, 31));
    const __m512i all = _mm512_mask_set1_epi64(others, fewer, s->left);
    const __m512i most = _mm512_mask_sub_epi64(all, fewer, all, one);
    const __m512i first = _mm512_srli_epi64(_mm512_mul_epu32(_mm512_srli_epi64(z, 32), all), 32);
    const __m512i length = _mm512_add_epi64(_mm512_srli_epi64(_mm512_mul_epu32(z, most), 32), one);
    __m512i end = _mm512_add_epi64(first, length);
    const __mmask8 goes_on = _mm512_cmpge_epu64_mask(end, all);
    end = _mm512_mask_sub_epi64(end, goes_on, end, all);
    __m512i found = _mm512_or_si512(first, _mm512_sll_epi64(end, places));
    found = _mm512_mask_or_epi64(found, goes_on, found, _mm512_set1_epi64(1ll << 2 * s->digits));
    _mm512_storeu_si512(digits + at, found);
  }
}

// Puts the digits into planes, those of eight planes in each of `groups` vectors, a lane each.
INLINE void spread(const struct km_stretches *s, const uint64_t *digits, const int groups, uint64_t *planes) {
  for (size_t word = 0; word < WORDS; word++) {
    __m512i rows[3] = {_mm512_setzero_si512(), _mm512_setzero_si512(), _mm512_setzero_si512()};
    for (uint64_t rest = s->fewer[word] | s->more[word]; rest; rest &= rest - 1) {
      const __m512i ballot = _mm512_set1_epi64((int64_t)(rest & -rest));
      const uint64_t these = *digits++;
      for (int group = 0; group < groups; group++)
        rows[group] = _mm512_mask_or_epi64(rows[group], (__mmask8)(these >> 8 * group), rows[group], ballot);
    }
    uint64_t words[24];
    for (int group = 0; group < groups; group++) _mm512_storeu_si512(words + 8 * group, rows[group]);
    for (uint32_t plane = 0; plane < 2 * s->digits + 1; plane++) planes[plane * WORDS + word] = words[plane];
  }
}

LEVEL void km_draw_stretches_avx512(uint64_t *state, const struct km_stretches *stretches, uint64_t *planes) {
  uint64_t is_fewer[WORDS + 2], digits[BALLOTS];
  const size_t count = gather(stretches, is_fewer);
  draw(*state, stretches, is_fewer, count, digits);
  *state += count * 0x9E3779B97F4A7C15;
  if (stretches->digits < 4) spread(stretches, digits, 1, planes);
  else if (stretches->digits < 8) spread(stretches, digits, 2, planes);
  else spread(stretches, digits, 3, planes);
}

#else

// Never called: km_supported() reports nothing of this here.
void km_draw_stretches_avx512(uint64_t *state, const struct km_stretches *stretches, uint64_t *planes) {
  (void)state, (void)stretches, (void)planes;
}

#endif
