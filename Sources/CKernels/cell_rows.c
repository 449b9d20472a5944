#include "CKernels.h"

#if defined(__x86_64__)

#include <immintrin.h>
#include <string.h>

static inline uint64_t load8(const uint8_t *p) {
  uint64_t word;
  memcpy(&word, p, 8);
  return word;
}

// The number that the first `digits` bytes of eight spell, 1 to 8 of them; -1 where one is no digit.
static inline int64_t decimal8(uint64_t text, uint32_t digits) {
  const uint64_t zeros = 0x3030303030303030;
  uint64_t all = text << (64 - 8 * digits);
  if (digits < 8) all |= zeros >> (8 * digits);
  const uint64_t values = all ^ zeros;
  if ((values | (values + 0x7676767676767676)) & 0x8080808080808080) return -1;
  const uint64_t pairs = (values * 2561) >> 8 & 0x00FF00FF00FF00FF;
  const uint64_t fours = (pairs * 6553601) >> 16 & 0x0000FFFF0000FFFF;
  return (int64_t)((fours * 42949672960001) >> 32);
}

// The number of `digits` digits at p, 1 to 16 of them, which a separator must follow; -1 for anything else. 24 bytes can be read.
static inline int64_t decimal(const uint8_t *p, uint32_t digits, uint8_t separator) {
  if (p[digits] != separator) return -1;
  if (digits <= 8) return decimal8(load8(p), digits);
  const int64_t high = decimal8(load8(p), digits - 8), low = decimal8(load8(p + digits - 8), 8);
  return high < 0 || low < 0 ? -1 : high * 100000000 + low;
}

__attribute__((target("avx2,bmi,bmi2")))
size_t km_cell_rows_avx2(
  const uint8_t *bytes, size_t count, size_t start, const struct km_line_shape *shape, uint32_t *digits,
  int64_t *numbers, uint64_t *words, size_t limit, size_t *end) {
  const uint32_t cells = shape->cells, has_number = shape->has_number;
  const uint32_t empty_before = shape->empty_before, empty_behind = shape->empty_behind;
  const uint8_t separator = shape->separator;
  const int64_t number_limit = shape->number_limit;
  const size_t words_per_row = (cells + 63) / 64;
  // Sixteen cells and what separates them; the bit that tells 0 from 1 is not compared.
  const __m256i usual = _mm256_set1_epi16((short)(separator << 8 | 0x30));
  const __m256i value = _mm256_set1_epi16(1);
  const uint32_t whole = (cells - 1) / 16, last = cells - 16 * whole;
  // Of the last 1 to 16 cells, the bytes that are compared: no separator follows the last.
  const uint32_t last_bytes = last == 16 ? 0x7FFFFFFF : (1u << (2 * last - 1)) - 1;

  size_t at = start, row = 0;
  uint32_t length = *digits;
  for (; row < limit; row++) {
    size_t p = at;
    if (p + 64 + 2 * (size_t)cells > count) break;
    for (uint32_t i = 0; i < empty_before; i++)
      if (bytes[p++] != separator) goto unusual;
    if (has_number) {
      int64_t number = decimal(bytes + p, length, separator);
      if (number < 0) {
        uint32_t found = 0;
        while (found < 16 && (uint8_t)(bytes[p + found] - '0') <= 9) found++;
        if (found == 0) goto unusual;
        length = found;
        number = decimal(bytes + p, length, separator);
        if (number < 0) goto unusual;
      }
      if (number > number_limit) goto unusual;
      numbers[row] = number;
      p += length + 1;
    }
    for (uint32_t i = 0; i < empty_behind; i++)
      if (bytes[p++] != separator) goto unusual;

    uint64_t *out = words + row * words_per_row;
    uint64_t word = 0;
    __m256i wrong = _mm256_setzero_si256();
    for (uint32_t group = 0; group < whole; group++, p += 32) {
      const __m256i text = _mm256_loadu_si256((const __m256i *)(bytes + p));
      wrong = _mm256_or_si256(wrong, _mm256_andnot_si256(value, _mm256_xor_si256(text, usual)));
      const uint32_t bits = (uint32_t)_mm256_movemask_epi8(_mm256_slli_epi16(text, 7));
      word |= (uint64_t)_pext_u32(bits, 0x55555555) << (16 * (group & 3));
      if ((group & 3) == 3) out[group / 4] = word, word = 0;
    }
    const __m256i text = _mm256_loadu_si256((const __m256i *)(bytes + p));
    const __m256i same = _mm256_cmpeq_epi8(_mm256_andnot_si256(value, _mm256_xor_si256(text, usual)), _mm256_setzero_si256());
    const uint32_t bits = (uint32_t)_mm256_movemask_epi8(_mm256_slli_epi16(text, 7)) & last_bytes;
    out[whole / 4] = word | (uint64_t)_pext_u32(bits, 0x55555555) << (16 * (whole & 3));
    p += 2 * last - 1;
    p += bytes[p] == '\r';
    if (((uint32_t)_mm256_movemask_epi8(same) & last_bytes) != last_bytes || !_mm256_testz_si256(wrong, wrong) || bytes[p] != '\n')
      goto unusual;
    at = p + 1;
  }
unusual:
  *digits = length;
  *end = at;
  return row;
}

#else

// Never called: km_supported() reports nothing here.
size_t km_cell_rows_avx2(
  const uint8_t *bytes, size_t count, size_t start, const struct km_line_shape *shape, uint32_t *digits,
  int64_t *numbers, uint64_t *words, size_t limit, size_t *end) {
  (void)bytes, (void)count, (void)shape, (void)digits, (void)numbers, (void)words, (void)limit;
  *end = start;
  return 0;
}

#endif
