#include "CKernels.h"

#if defined(__x86_64__)

#include <immintrin.h>
#include <string.h>

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

enum { MOST_ROWS = 64, MOST_PASSED = 16, FRONT_ROOM = 32, WINDOW_ROWS = 4 };

// The fronts of lines to come, as predicted.
struct fronts {
  uint8_t next[FRONT_ROOM];
  struct km_rising number;
  size_t count;
  __m256i all[MOST_ROWS + MOST_PASSED];
};

// Predicts up to sixteen more, of `rows` in all: where a line is faulty, those behind it would be for nothing.
INLINE AVX512 void predict_fronts(struct fronts *fronts, size_t rows) {
  const __m256i unit = _mm256_maskz_set1_epi8(fronts->number.end ? 1u << (fronts->number.end - 1) : 0, 1);
  const size_t most = rows - fronts->count < 16 ? rows : fronts->count + 16;
  while (fronts->count < most) {
    const size_t to_tens = rows_to_tens(fronts->next, &fronts->number), begin = fronts->count;
    const size_t stop = most - begin < to_tens ? most : begin + to_tens;
    __m256i front = _mm256_loadu_si256((const __m256i *)fronts->next);
    for (; fronts->count < stop; fronts->count++) {
      fronts->all[fronts->count] = front;
      front = _mm256_add_epi8(front, unit);
    }
    rise(fronts->next, &fronts->number, stop - begin);
  }
}

// Adds each number to those before it, and `before` to all.
INLINE AVX512 __m512i sums(__m512i bits, __m512i before) {
  const __m512i zero = _mm512_setzero_si512();
  bits = _mm512_add_epi64(bits, _mm512_alignr_epi64(bits, zero, 7));
  bits = _mm512_add_epi64(bits, _mm512_alignr_epi64(bits, zero, 6));
  bits = _mm512_add_epi64(bits, _mm512_alignr_epi64(bits, zero, 4));
  return _mm512_add_epi64(bits, before);
}

// Reads the lines that end in 64 bytes at p, at most `most` of four, one list of rising numbers in each. Returns how many; 0 where any is not of
// this shape: then `*good` is how many are before the first that is not, or `most` where that is not known.
//
// A number v of one or two digits is 2^v, the first of a range -2^v and the last one 2^(v + 1); where numbers rise, what a line adds up to
// has a bit for each of its numbers and those between. It is the difference of two sums over all numbers in the window.
INLINE AVX512 size_t read_window(
  const uint8_t *p, const __m256i *fronts, __mmask32 front_bytes, uint32_t front, uint32_t cells, size_t most, uint64_t *marks, size_t *length,
  size_t *good) {
  const __m512i text = _mm512_loadu_si512(p);
  uint64_t feeds = _mm512_cmpeq_epi8_mask(text, _mm512_set1_epi8('\n'));
  const uint64_t returns = _mm512_cmpeq_epi8_mask(text, _mm512_set1_epi8('\r'));
  size_t rows = (size_t)_mm_popcnt_u64(feeds);
  if (rows > most) {
    feeds = _pdep_u64((1ull << most) - 1, feeds);
    rows = most;
  }
  *good = most;
  if (rows == 0) return 0;
  const uint32_t beyond = (uint32_t)__builtin_clzll(feeds);
  const uint64_t whole = ~0ull >> beyond;
  const uint64_t starts = (feeds << 1 | 1) & whole;
  __m256i wrong_fronts = _mm256_setzero_si256();
  uint64_t rest = starts;
  // As many times whatever there is: looking at the last line again costs less than a branch that goes either way.
  for (size_t row = 0; row < WINDOW_ROWS; row++) {
    const size_t this_row = row < rows ? row : rows - 1;
    const uint64_t others = _blsr_u64(rest);
    const __m256i bytes = _mm256_loadu_si256((const __m256i *)(p + _tzcnt_u64(rest)));
    wrong_fronts = _mm256_ternarylogic_epi64(wrong_fronts, bytes, fronts[this_row], 0xF6);
    rest = others ? others : rest;
  }
  if (_mm256_test_epi8_mask(wrong_fronts, wrong_fronts) & front_bytes) return 0;

  const uint64_t first = starts << front;
  const uint64_t breaks = returns & feeds >> 1;
  const uint64_t behind = (feeds & ~(breaks << 1)) | breaks;
  // No front has a line feed, so that each list begins before its line ends.
  const uint64_t lists = behind - first;
  const __m512i values = _mm512_sub_epi8(text, _mm512_set1_epi8('0'));
  const uint64_t digits = _mm512_cmplt_epu8_mask(values, _mm512_set1_epi8(10)) & lists;
  const uint64_t spaces = _mm512_cmpeq_epi8_mask(text, _mm512_set1_epi8(' ')) & lists;
  const uint64_t dashes = _mm512_cmpeq_epi8_mask(text, _mm512_set1_epi8('-')) & lists;
  const uint64_t between = spaces | dashes;
  const uint64_t ends = digits & ~(digits >> 1);
  const uint64_t from = ends & dashes >> 1, to = ends & (dashes << 1 | dashes << 2);
  uint64_t wrong = (digits | between) ^ lists;
  wrong |= (between & (between >> 1 | first | behind >> 1)) | (first & behind);
  wrong |= (digits & digits << 1 & digits << 2) | (from & to);
  const uint32_t count = (uint32_t)_mm_popcnt_u64(ends);
  if (wrong || count > 16) {
    // Or the line of the first number that is too many.
    *good = (size_t)_mm_popcnt_u64(feeds & (_blsmsk_u64(wrong ? wrong : _pdep_u64(1 << 16, ends)) >> 1));
    return 0;
  }

  const __m512i tens = _mm512_broadcast_i32x4(_mm_setr_epi8(-1, 9, 19, 29, 39, 49, 59, 69, 79, 89, 0, 0, 0, 0, 0, 0));
  // Ten times the digit before each byte, less one; -1 where there is none.
  const uint64_t second = digits & digits << 1;
  const __m512i before = _mm512_maskz_sub_epi8(second, _mm512_maskz_loadu_epi8(second, p - 1), _mm512_set1_epi8('0'));
  const __m128i places =
    _mm512_castsi512_si128(_mm512_maskz_compress_epi8(ends, _mm512_add_epi8(values, _mm512_shuffle_epi8(tens, before))));
  const uint32_t all = _bzhi_u32(0xFFFF, count);
  // The first number of a line may be below that of the line before.
  const uint32_t firsts = (uint32_t)_pext_u64(first | first << 1, ends);
  const uint32_t rising = _mm_cmpgt_epi8_mask(places, _mm_slli_si128(places, 1));
  const uint32_t known = _mm_cmplt_epu8_mask(places, _mm_set1_epi8((char)cells));
  const uint32_t odd = all & ~((rising | firsts) & known);
  if (odd) {
    *good = (size_t)_mm_popcnt_u64(feeds & (_blsmsk_u64(_pdep_u64(odd, ends)) >> 1));
    return 0;
  }

  const uint32_t begin = (uint32_t)_pext_u64(from, ends), end = (uint32_t)_pext_u64(to, ends);
  const __m128i powers = _mm_sub_epi8(places, _mm_movm_epi8((__mmask16)end));
  const __m512i one = _mm512_set1_epi64(1), zero = _mm512_setzero_si512();
  const __m512i low = _mm512_maskz_sllv_epi64((__mmask8)all, one, _mm512_cvtepu8_epi64(powers));
  const __m512i high =
    _mm512_maskz_sllv_epi64((__mmask8)(all >> 8), one, _mm512_cvtepu8_epi64(_mm_srli_si128(powers, 8)));
  const __m512i low_sums = sums(_mm512_mask_sub_epi64(low, (__mmask8)begin, zero, low), zero);
  const __m512i high_sums = sums(
    _mm512_mask_sub_epi64(high, (__mmask8)(begin >> 8), zero, high), _mm512_permutexvar_epi64(_mm512_set1_epi64(7), low_sums));
  uint64_t totals[17];
  totals[0] = 0;
  _mm512_storeu_si512(totals + 1, low_sums);
  _mm512_storeu_si512(totals + 9, high_sums);
  uint64_t total = 0;
  rest = feeds;
  for (size_t row = 0; row < WINDOW_ROWS; row++) {
    const uint64_t next = totals[_mm_popcnt_u64(ends & _blsmsk_u64(rest))];
    marks[row] = next - total;
    total = next;
    rest = _blsr_u64(rest);
  }
  *length = 64 - beyond;
  return rows;
}

// The same where it is not often done.
__attribute__((noinline)) AVX512 static size_t read_fewer(
  const uint8_t *p, const __m256i *fronts, __mmask32 front_bytes, uint32_t front, uint32_t cells, size_t most, uint64_t *marks, size_t *length,
  size_t *good) {
  return read_window(p, fronts, front_bytes, front, cells, most, marks, length, good);
}

// Reads one line behind its front. Returns 0 where it is not as the kernel reads it; `*length` is where the next line begins.
INLINE AVX512 int read_line(
  const uint8_t *p, const struct km_list_line *line, uint32_t short_list, uint64_t unknown, uint64_t *marks, size_t *length) {
  const uint64_t feeds = _mm512_cmpeq_epi8_mask(_mm512_loadu_si512(p), _mm512_set1_epi8('\n'));
  if (!feeds) return 0;
  const size_t end = (size_t)_tzcnt_u64(feeds);
  const size_t content = end - (end && p[end - 1] == '\r');
  *length = end + 1;
  // Whatever list of so few bytes the other reads, `=` aside, this one reads too.
  if (content <= short_list && *p != '=') return read_short_list(p, (uint32_t)content, unknown, marks);
  return read_lists(p, line, marks);
}

// The bytes of the line at p with its end, if it ends in the `front` + 64 bytes at p; 0 otherwise.
INLINE AVX512 size_t line_length(const uint8_t *p, uint32_t front) {
  const __m512i feed = _mm512_set1_epi8('\n');
  uint64_t feeds = _mm512_cmpeq_epi8_mask(_mm512_loadu_si512(p), feed);
  if (feeds) return (size_t)_tzcnt_u64(feeds) + 1;
  feeds = _mm512_cmpeq_epi8_mask(_mm512_loadu_si512(p + front), feed);
  return feeds ? front + (size_t)_tzcnt_u64(feeds) + 1 : 0;
}

AVX512
size_t km_predicted_lists_avx512(
  const uint8_t *bytes, size_t count, struct km_list_line *line, uint64_t *words, size_t limit, struct km_passed *passed,
  size_t *end) {
  const uint32_t front = line->front, lists = line->lists;
  const uint32_t short_list = lists == 1 && line->empty_behind == 0 ? 31 : 0;
  const uint64_t unknown = line->cells < 64 ? ~0ull << line->cells : 0;
  const __mmask32 front_bytes = _bzhi_u32(~0u, front);
  struct fronts fronts;
  memcpy(fronts.next, line->text, sizeof fronts.next);
  fronts.number = line->number;
  fronts.count = 0;
  passed->count = 0;
  if (passed->limit > MOST_PASSED) passed->limit = MOST_PASSED;
  // Rows that were read, and lines with those that were passed over.
  size_t at = 0, row = 0, past = 0;
  const size_t most = limit < MOST_ROWS ? limit : MOST_ROWS;
  // Beyond a number of all nines nothing is predicted.
  const size_t lines = rows_to_end(line->text, &line->number, most + passed->limit);
  while (row < most && past < lines) {
    size_t length;
    const size_t rest = most - row < lines - past ? most - row : lines - past;
    if (past + WINDOW_ROWS > fronts.count) predict_fronts(&fronts, lines);
    // Where it is not known which line does not fit a window, as many as a window mostly has are read one by one.
    size_t one_by_one = WINDOW_ROWS;
    if (short_list && WINDOW_ROWS <= rest && at + 64 + FRONT_ROOM <= count) {
      size_t good, found = read_window(
        bytes + at, fronts.all + past, front_bytes, front, line->cells, WINDOW_ROWS, words + row, &length, &good);
      const int is_known = good < WINDOW_ROWS;
      // Once more without the first that does not fit, and those behind it.
      if (!found && is_known && good)
        found = read_fewer(
          bytes + at, fronts.all + past, front_bytes, front, line->cells, good, words + row, &length, &good);
      row += found;
      past += found;
      if (found) at += length;
      if (found && !is_known) continue;
      if (is_known) one_by_one = 1;
    }
    const size_t left = most - row < lines - past ? most - row : lines - past;
    const size_t stop = row + (left < one_by_one ? left : one_by_one);
    for (; row < stop; row++, past++) {
      if (at + front + 64 > count) break;
      const __m256i text = _mm256_maskz_loadu_epi8(front_bytes, bytes + at);
      if (_mm256_mask_cmpneq_epi8_mask(front_bytes, text, fronts.all[past])) break;
      if (!read_line(bytes + at + front, line, short_list, unknown, words + row * lists, &length)) break;
      at += front + length;
    }
    if (row == stop) continue;
    if (at + front + 64 > count) break;
    const __m256i text = _mm256_maskz_loadu_epi8(front_bytes, bytes + at);
    const size_t usual = _mm256_mask_cmpneq_epi8_mask(front_bytes, text, fronts.all[past]) ? KM_NO_FRONT : front;
    if (!pass_over(passed, at, line_length(bytes + at, front), row, usual)) break;
    at = passed->lines[passed->count - 1].end;
    past++;
  }
  rise(line->text, &line->number, past);
  *end = at;
  return row;
}

#else

// Never called: km_supported() reports nothing here.
size_t km_predicted_lists_avx512(
  const uint8_t *bytes, size_t count, struct km_list_line *line, uint64_t *words, size_t limit, struct km_passed *passed,
  size_t *end) {
  (void)bytes, (void)count, (void)line, (void)words, (void)limit, (void)passed;
  *end = 0;
  return 0;
}

#endif
