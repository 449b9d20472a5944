#include "CKernels.h"

#if defined(__x86_64__)

#include <immintrin.h>

#include "rising.h"

#define AVX512                                                                                                        \
  __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vbmi,avx512vbmi2,avx2,bmi,bmi2,popcnt")))

// What stands where in 64 bytes, a bit for each byte.
struct classes {
  uint64_t digits, spaces, dashes, nones, separators;
  // The number that ends at each byte, if it has one or two digits; less one, so that it is the place of a bit.
  __m512i places;
};

// Reads the list in `range`, bytes without a gap: `=`, or numbers that rise. Returns 0 for anything else.
INLINE AVX512 int read_list(const struct classes *at, uint64_t range, uint32_t cells, uint64_t *marks) {
  const uint64_t digits = at->digits & range, dashes = at->dashes & range;
  const uint64_t between = (at->spaces & range) | dashes;
  const uint64_t ends = digits & ~(digits >> 1);
  // Numbers that a range begins with, and such that one ends with, by their last digits.
  const uint64_t from = ends & dashes >> 1, to = ends & (dashes << 1 | dashes << 2);
  const uint64_t first = range & ~(range << 1), last = range & ~(range >> 1);
  uint64_t wrong = (digits | between) ^ range;
  wrong |= between & (between >> 1 | first | last);
  wrong |= digits & digits << 1 & digits << 2;
  wrong |= from & to;
  if (wrong || !range) {
    *marks = 0;
    return range && range == first && range & at->nones;
  }
  const uint32_t count = (uint32_t)_mm_popcnt_u64(ends);
  const __m512i places = _mm512_maskz_compress_epi8(ends, at->places);
  const uint64_t all = _bzhi_u64(~0ull, count);
  // Each is above the one before, and the first above -1, which makes it another number than 0.
  const __m512i before = _mm512_mask_permutexvar_epi8(
    _mm512_set1_epi8(-1), ~1ull, _mm512_sub_epi8(_mm512_set_epi8(
      63, 62, 61, 60, 59, 58, 57, 56, 55, 54, 53, 52, 51, 50, 49, 48, 47, 46, 45, 44, 43, 42, 41, 40, 39, 38, 37, 36,
      35, 34, 33, 32, 31, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7,
      6, 5, 4, 3, 2, 1, 0), _mm512_set1_epi8(1)), places);
  const uint64_t rising = _mm512_cmpgt_epi8_mask(places, before);
  const uint64_t known = _mm512_cmplt_epi8_mask(places, _mm512_set1_epi8((char)cells));
  if ((rising & known & all) != all) return 0;

  const __m512i one = _mm512_set1_epi64(1);
  __m512i bits = _mm512_maskz_sllv_epi64((__mmask8)all, one, _mm512_cvtepu8_epi64(_mm512_castsi512_si128(places)));
  if (count <= 8 && dashes == 0) {
    *marks = (uint64_t)_mm512_reduce_or_epi64(bits);
    return 1;
  }
  const uint64_t begin = _pext_u64(from, ends), end = _pext_u64(to, ends);
  __m512i begins = _mm512_maskz_mov_epi64((__mmask8)begin, bits);
  __m512i last_bits = _mm512_maskz_mov_epi64((__mmask8)end, bits);
  for (uint32_t done = 8; done < count; done += 8) {
    const __m512i next = _mm512_maskz_compress_epi8(~0ull << done, places);
    const __m512i these =
      _mm512_maskz_sllv_epi64((__mmask8)(all >> done), one, _mm512_cvtepu8_epi64(_mm512_castsi512_si128(next)));
    bits = _mm512_or_si512(bits, these);
    begins = _mm512_mask_or_epi64(begins, (__mmask8)(begin >> done), begins, these);
    last_bits = _mm512_mask_or_epi64(last_bits, (__mmask8)(end >> done), last_bits, these);
  }
  // Ranges rise and lie apart, so that the bits from a to b, 2^(b + 1) - 2^a, add up without a carry.
  const uint64_t ranges =
    ((uint64_t)_mm512_reduce_or_epi64(last_bits) << 1) - (uint64_t)_mm512_reduce_or_epi64(begins);
  *marks = (uint64_t)_mm512_reduce_or_epi64(bits) | ranges;
  return 1;
}

INLINE AVX512 void classify(struct classes *at, const uint8_t *p, uint8_t separator) {
  const __m512i text = _mm512_loadu_si512(p);
  const __m512i values = _mm512_sub_epi8(text, _mm512_set1_epi8('0'));
  at->digits = _mm512_cmplt_epu8_mask(values, _mm512_set1_epi8(10));
  at->spaces = _mm512_cmpeq_epi8_mask(text, _mm512_set1_epi8(' '));
  at->dashes = _mm512_cmpeq_epi8_mask(text, _mm512_set1_epi8('-'));
  at->nones = _mm512_cmpeq_epi8_mask(text, _mm512_set1_epi8('='));
  at->separators = _mm512_cmpeq_epi8_mask(text, _mm512_set1_epi8((char)separator));
  const __m512i tens = _mm512_broadcast_i32x4(_mm_setr_epi8(0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 0, 0, 0, 0, 0, 0));
  // The digit before each byte; no number begins before the first.
  const __m512i before = _mm512_maskz_loadu_epi8(at->digits << 1, p - 1);
  const __m512i high =
    _mm512_maskz_shuffle_epi8(at->digits << 1, tens, _mm512_sub_epi8(before, _mm512_set1_epi8('0')));
  at->places = _mm512_sub_epi8(_mm512_add_epi8(values, high), _mm512_set1_epi8(1));
}

// Reads what stands behind the front of a line, in 64 bytes. Returns 0 where it is not as the kernel reads it.
AVX512
static int read_lists(const uint8_t *p, const struct km_list_line *line, uint64_t *marks) {
  struct classes here;
  classify(&here, p, line->separator);
  const __m512i text = _mm512_loadu_si512(p);
  const uint64_t feeds = _mm512_cmpeq_epi8_mask(text, _mm512_set1_epi8('\n'));
  const uint64_t returns = _mm512_cmpeq_epi8_mask(text, _mm512_set1_epi8('\r'));
  if (!feeds) return 0;
  uint64_t range = _blsmsk_u64(feeds) >> 1;
  range &= ~(returns & (range ^ range >> 1));
  const uint64_t separators = here.separators & range, content = range >> line->empty_behind;
  if (line->lists == 1) {
    if (separators != (range ^ content) || !read_list(&here, content, line->cells, marks)) return 0;
  } else {
    const uint64_t middle = _blsi_u64(separators);
    if (separators != (middle | (range ^ content)) || (middle & content) == 0) return 0;
    if (!read_list(&here, middle - 1, line->cells, marks)) return 0;
    if (!read_list(&here, content & ~_blsmsk_u64(middle), line->cells, marks + 1)) return 0;
  }
  return 1;
}

// The same for one list of numbers in up to 31 bytes that ends the line: what most lines have.
INLINE AVX512 int read_short_list(const uint8_t *p, uint32_t bytes, uint64_t unknown, uint64_t *marks) {
  const __m256i tens_of = _mm256_broadcastsi128_si256(
    _mm_setr_epi8(-1, 9, 19, 29, 39, 49, 59, 69, 79, 89, 0, 0, 0, 0, 0, 0));
  const uint32_t range = _bzhi_u32(~0u, bytes);
  const __m256i text = _mm256_loadu_si256((const __m256i *)p);
  const __m256i values = _mm256_sub_epi8(text, _mm256_set1_epi8('0'));
  const uint32_t digits = _mm256_cmplt_epu8_mask(values, _mm256_set1_epi8(10)) & range;
  const uint32_t spaces = _mm256_cmpeq_epi8_mask(text, _mm256_set1_epi8(' ')) & range;
  const uint32_t others = (digits | spaces) ^ range;
  const uint32_t ends = digits & ~(digits >> 1);
  const uint32_t count = (uint32_t)__builtin_popcount(ends);
  // Ten times the digit before each byte, less one; -1 where there is none.
  const uint32_t second = digits & digits << 1;
  const __m256i before = _mm256_maskz_loadu_epi8(second, p - 1);
  const __m256i tens = _mm256_shuffle_epi8(tens_of, _mm256_maskz_sub_epi8(second, before, _mm256_set1_epi8('0')));
  const __m128i places =
    _mm256_castsi256_si128(_mm256_maskz_compress_epi8(ends, _mm256_add_epi8(values, tens)));
  // A bit for each number; 31 bytes hold up to 16 of them.
  const __m512i one = _mm512_set1_epi64(1);
  const __m512i first = _mm512_maskz_sllv_epi64((__mmask8)_bzhi_u32(0xFF, count), one, _mm512_cvtepu8_epi64(places));
  __m512i second_eight = _mm512_setzero_si512(), bits = first;
  if (count > 8) {
    second_eight = _mm512_maskz_sllv_epi64(
      (__mmask8)_bzhi_u32(0xFF, count - 8), one, _mm512_cvtepu8_epi64(_mm_srli_si128(places, 8)));
    bits = _mm512_or_si512(first, second_eight);
  }
  uint64_t found = (uint64_t)_mm512_reduce_or_epi64(bits);
  // As many bits as numbers: none comes twice, none is 0 or above 64. A space or dash between each two: there is one number more.
  uint32_t wrong = (digits & digits << 1 & digits << 2) | (count ^ (uint32_t)_mm_popcnt_u64(found));
  wrong |= count ^ (uint32_t)__builtin_popcount(range ^ digits) + 1;
  if (others) {
    const uint32_t dashes = _mm256_cmpeq_epi8_mask(text, _mm256_set1_epi8('-')) & range;
    const uint32_t from = ends & dashes >> 1, to = ends & (dashes << 1 | dashes << 2);
    // No number both ends a range and begins one, and the numbers rise, so that a range ends with the next number above its first.
    const uint32_t rising = _mm_cmpgt_epi8_mask(places, _mm_or_si128(_mm_slli_si128(places, 1), _mm_cvtsi32_si128(0xFF)));
    wrong |= (others ^ dashes) | (from & to) | (_bzhi_u32(0xFFFF, count) & ~rising);
    const uint32_t begins = _pext_u32(from, ends);
    const uint64_t lower = (uint64_t)_mm512_reduce_or_epi64(_mm512_or_si512(
      _mm512_maskz_mov_epi64((__mmask8)begins, first), _mm512_maskz_mov_epi64((__mmask8)(begins >> 8), second_eight)));
    // Of the range from a to b, 2^b - 2^a is all but b.
    found |= (found ^ lower) - lower;
  }
  *marks = found;
  return !(wrong || found & unknown);
}

enum { MOST_ROWS = 64 };

// Where the next lines end, up to `limit` of them, and at most 64. The buffer has room for 72 more.
INLINE AVX512 size_t find_ends(const uint8_t *bytes, size_t count, size_t limit, uint32_t *ends) {
  size_t found = 0;
  for (size_t at = 0; found < limit && at + 64 <= count; at += 64) {
    const __m512i text = _mm512_loadu_si512(bytes + at);
    uint64_t feeds = _mm512_cmpeq_epi8_mask(text, _mm512_set1_epi8('\n'));
    uint32_t *next = ends + found;
    found += (size_t)_mm_popcnt_u64(feeds);
    // Eight at once without looking whether there are as many; more are rare.
    do {
      for (int i = 0; i < 8; i++) {
        *next++ = (uint32_t)(at + _tzcnt_u64(feeds));
        feeds = _blsr_u64(feeds);
      }
    } while (feeds);
  }
  return found < limit ? found : limit;
}

AVX512
size_t km_predicted_lists_avx512(
  const uint8_t *bytes, size_t count, struct km_list_line *line, uint64_t *words, size_t limit, size_t *end) {
  const uint32_t front = line->front, lists = line->lists;
  const uint32_t short_list = lists == 1 && line->empty_behind == 0 ? 31 : 0;
  const uint64_t unknown = line->cells < 64 ? ~0ull << line->cells : 0;
  const __mmask32 front_bytes = _bzhi_u32(~0u, front);
  // A unit more in each line, and ten less of them for a ten.
  const __mmask32 last = line->number.end ? 1u << (line->number.end - 1) : 0;
  const __m256i unit = _mm256_maskz_set1_epi8(last, 1);
  const __m256i ten = _mm256_mask_set1_epi8(_mm256_maskz_set1_epi8(last, -10), last >> 1, 1);
  uint32_t ends[2 * MOST_ROWS + 8];
  const size_t lines = find_ends(bytes, count, limit < MOST_ROWS ? limit : MOST_ROWS, ends);
  size_t at = 0, row = 0;
  while (row < lines) {
    const size_t to_hundreds = rows_to_hundreds(line->text, &line->number);
    const size_t stop = lines - row < to_hundreds ? lines : row + to_hundreds, begin = row;
    size_t to_tens = rows_to_tens(line->text, &line->number);
    __m256i expected = _mm256_loadu_si256((const __m256i *)line->text);
    for (; row < stop; row++) {
      if (at + front + 64 > count) break;
      const __m256i text = _mm256_maskz_loadu_epi8(front_bytes, bytes + at);
      if (_mm256_mask_cmpneq_epi8_mask(front_bytes, text, expected)) break;
      // No line feed was among these, so that the list begins before the line ends.
      const uint8_t *p = bytes + at + front;
      const size_t length = ends[row] - at - front;
      const size_t content = length - (length && p[length - 1] == '\r');
      uint64_t *marks = words + row * lists;
      if (content > short_list || !read_short_list(p, (uint32_t)content, unknown, marks))
        if (!read_lists(p, line, marks)) break;
      at = (size_t)ends[row] + 1;
      expected = _mm256_add_epi8(expected, unit);
      if (--to_tens == 0) {
        expected = _mm256_add_epi8(expected, ten);
        to_tens = 10;
      }
    }
    rise(line->text, &line->number, row - begin);
    if (row < stop || line->number.exhausted) break;
  }
  *end = at;
  return row;
}

#else

// Never called: km_supported() reports nothing here.
size_t km_predicted_lists_avx512(
  const uint8_t *bytes, size_t count, struct km_list_line *line, uint64_t *words, size_t limit, size_t *end) {
  (void)bytes, (void)count, (void)line, (void)words, (void)limit;
  *end = 0;
  return 0;
}

#endif
