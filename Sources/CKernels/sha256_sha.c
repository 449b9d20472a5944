#include "CKernels.h"

#if defined(__x86_64__)

#include <immintrin.h>

// FIPS 180-4, 4.2.2.
static const uint32_t K[64] = {
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

// The instructions keep the state as ABEF and CDGH, and do two rounds each.
__attribute__((target("sha,sse4.1,ssse3")))
void km_sha256_sha(uint32_t state[8], const uint8_t *blocks, size_t count) {
  const __m128i swap = _mm_set_epi64x(0x0c0d0e0f08090a0bULL, 0x0405060700010203ULL);
  __m128i abcd = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)state), 0xB1);
  __m128i efgh = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(state + 4)), 0x1B);
  __m128i abef = _mm_alignr_epi8(abcd, efgh, 8);
  __m128i cdgh = _mm_blend_epi16(efgh, abcd, 0xF0);

  for (; count > 0; count--, blocks += 64) {
    const __m128i abef_before = abef, cdgh_before = cdgh;
    __m128i w[4];
    for (int i = 0; i < 4; i++)
      w[i] = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(blocks + 16 * i)), swap);
    // Unrolled, so that the window of the message schedule stays in registers.
#pragma clang loop unroll(full)
    for (int i = 0; i < 16; i++) {
      __m128i x = _mm_add_epi32(w[i & 3], _mm_loadu_si128((const __m128i *)(K + 4 * i)));
      cdgh = _mm_sha256rnds2_epu32(cdgh, abef, x);
      abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(x, 0x0E));
      if (i < 12) {
        __m128i next = _mm_sha256msg1_epu32(w[i & 3], w[(i + 1) & 3]);
        next = _mm_add_epi32(next, _mm_alignr_epi8(w[(i + 3) & 3], w[(i + 2) & 3], 4));
        w[i & 3] = _mm_sha256msg2_epu32(next, w[(i + 3) & 3]);
      }
    }
    abef = _mm_add_epi32(abef, abef_before);
    cdgh = _mm_add_epi32(cdgh, cdgh_before);
  }

  const __m128i feba = _mm_shuffle_epi32(abef, 0x1B);
  const __m128i dchg = _mm_shuffle_epi32(cdgh, 0xB1);
  _mm_storeu_si128((__m128i *)state, _mm_blend_epi16(feba, dchg, 0xF0));
  _mm_storeu_si128((__m128i *)(state + 4), _mm_alignr_epi8(dchg, feba, 8));
}

#define ADD(x, y) _mm512_add_epi32(x, y)
#define ROTR(x, n) _mm512_ror_epi32(x, n)
#define XOR(x, y, z) _mm512_ternarylogic_epi32(x, y, z, 0x96)
// Keeps the compiler from adding up in another order: what comes last here is what is known last, and the next round waits for it.
#define SET(x, value) do { (x) = (value); __asm__ volatile("" : "+v"(x)); } while (0)

// Sixteen streams side by side: lane s of every vector belongs to stream s.
__attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vbmi2")))
void km_sha256x16_avx512(uint32_t states[128], uint32_t before[16], const uint8_t *data, size_t stride, size_t count) {
  const __m512i swap = _mm512_broadcast_i32x4(_mm_set_epi64x(0x0c0d0e0f08090a0bULL, 0x0405060700010203ULL));
  __m512i s[8];
  for (int i = 0; i < 8; i++) s[i] = _mm512_loadu_si512(states + 16 * i);
  __m512i behind = _mm512_loadu_si512(before);

  for (size_t block = 0; block < count; block++) {
    __m512i w[16];
    {
      // Rows are streams; transposed, vectors are words of all streams.
      __m512i r[16], t[16];
#pragma clang loop unroll(full)
      for (int i = 0; i < 16; i++)
        r[i] = _mm512_shuffle_epi8(_mm512_loadu_si512(data + i * stride + 64 * block), swap);
      for (int i = 0; i < 8; i++) {
        t[2 * i] = _mm512_unpacklo_epi32(r[2 * i], r[2 * i + 1]);
        t[2 * i + 1] = _mm512_unpackhi_epi32(r[2 * i], r[2 * i + 1]);
      }
      for (int i = 0; i < 4; i++) {
        r[4 * i] = _mm512_unpacklo_epi64(t[4 * i], t[4 * i + 2]);
        r[4 * i + 1] = _mm512_unpackhi_epi64(t[4 * i], t[4 * i + 2]);
        r[4 * i + 2] = _mm512_unpacklo_epi64(t[4 * i + 1], t[4 * i + 3]);
        r[4 * i + 3] = _mm512_unpackhi_epi64(t[4 * i + 1], t[4 * i + 3]);
      }
      for (int i = 0; i < 4; i++) {
        __m512i a = _mm512_shuffle_i32x4(r[i], r[4 + i], 0x88), b = _mm512_shuffle_i32x4(r[i], r[4 + i], 0xDD);
        __m512i c = _mm512_shuffle_i32x4(r[8 + i], r[12 + i], 0x88), d = _mm512_shuffle_i32x4(r[8 + i], r[12 + i], 0xDD);
        w[i] = _mm512_shuffle_i32x4(a, c, 0x88);
        w[4 + i] = _mm512_shuffle_i32x4(b, d, 0x88);
        w[8 + i] = _mm512_shuffle_i32x4(a, c, 0xDD);
        w[12 + i] = _mm512_shuffle_i32x4(b, d, 0xDD);
      }
      // All one byte further, the last byte being left for the next block.
      const __m512i last = w[15];
#pragma clang loop unroll(full)
      for (int i = 15; i >= 0; i--) w[i] = _mm512_shldi_epi32(i ? w[i - 1] : behind, w[i], 24);
      behind = last;
    }
    __m512i a = s[0], b = s[1], c = s[2], d = s[3], e = s[4], f = s[5], g = s[6], h = s[7];
#pragma clang loop unroll(full)
    for (int i = 0; i < 64; i++) {
      __m512i sum1, sum0;
      SET(sum1, XOR(ROTR(e, 6), ROTR(e, 11), ROTR(e, 25)));
      SET(h, ADD(h, ADD(_mm512_set1_epi32((int)K[i]), w[i & 15])));
      SET(h, ADD(h, _mm512_ternarylogic_epi32(e, f, g, 0xCA)));
      SET(h, ADD(h, sum1));
      SET(d, ADD(d, h));
      SET(sum0, XOR(ROTR(a, 2), ROTR(a, 13), ROTR(a, 22)));
      SET(h, ADD(h, _mm512_ternarylogic_epi32(a, b, c, 0xE8)));
      SET(h, ADD(h, sum0));
      // A round alone leaves the processor idle, waiting for the one before. The 48 words of the schedule, each in place of the one sixteen
      // before it, are therefore spread over nearly all rounds, five in six: a word is there before its round, and never before that of the
      // word it replaces.
      const int j = i - i / 6;
      if (i % 6 < 5 && j < 48) {
        const __m512i x = w[(j + 1) & 15], y = w[(j + 14) & 15];
        __m512i next;
        SET(next, ADD(w[j & 15], w[(j + 9) & 15]));
        SET(next, ADD(next, XOR(ROTR(x, 7), ROTR(x, 18), _mm512_srli_epi32(x, 3))));
        SET(next, ADD(next, XOR(ROTR(y, 17), ROTR(y, 19), _mm512_srli_epi32(y, 10))));
        w[j & 15] = next;
      }
      const __m512i first = h;
      h = g; g = f; f = e; e = d; d = c; c = b; b = a; a = first;
    }
    s[0] = ADD(s[0], a); s[1] = ADD(s[1], b); s[2] = ADD(s[2], c); s[3] = ADD(s[3], d);
    s[4] = ADD(s[4], e); s[5] = ADD(s[5], f); s[6] = ADD(s[6], g); s[7] = ADD(s[7], h);
  }
  for (int i = 0; i < 8; i++) _mm512_storeu_si512(states + 16 * i, s[i]);
  _mm512_storeu_si512(before, behind);
}

#else

// Never called: km_supported() reports nothing here.
void km_sha256_sha(uint32_t state[8], const uint8_t *blocks, size_t count) { (void)state, (void)blocks, (void)count; }
void km_sha256x16_avx512(uint32_t states[128], uint32_t before[16], const uint8_t *data, size_t stride, size_t count) {
  (void)states, (void)before, (void)data, (void)stride, (void)count;
}

#endif
