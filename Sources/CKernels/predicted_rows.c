#include "CKernels.h"

#if defined(__x86_64__)

#include <string.h>

#include "rising.h"

typedef uint8_t bytes_t __attribute__((vector_size(64), aligned(1)));
typedef _Bool bits_t __attribute__((ext_vector_type(64)));

// Where a number ends whose last digit is the byte.
static const bytes_t ends = {
  1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32,
  33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63, 64};

// The last bit of each byte.
INLINE uint64_t last_bits(const bytes_t *text) {
  uint64_t bits;
  const bits_t odd = __builtin_convertvector(*text & 1, bits_t);
  memcpy(&bits, &odd, sizeof bits);
  return bits;
}

INLINE int is_zero(const bytes_t *text) {
  uint64_t words[8], all = 0;
  memcpy(words, text, sizeof words);
  for (int i = 0; i < 8; i++) all |= words[i];
  return all == 0;
}

// Reads `rows` lines at p; where `checked`, it stops before the first that is not as predicted, otherwise it says whether all are.
INLINE __attribute__((target("bmi2"))) size_t read_rows(
  const uint8_t *p, const struct km_line *line, size_t rows, uint64_t *words, int checked) {
  const size_t words_per_row = (line->cells + 63) / 64;
  const uint64_t first_cells = line->cell_bytes[0];
  const uint32_t first_count = (uint32_t)__builtin_popcountll(first_cells);
  bytes_t expected, compared, wrong = {0};
  memcpy(&expected, line->text, 64);
  memcpy(&compared, line->compared, 64);
  // A unit more in each line, and ten less of them for a ten.
  const bytes_t unit = (bytes_t)(ends == (uint8_t)line->number.end) & 1;
  const bytes_t ten = ((bytes_t)(ends == (uint8_t)(line->number.end - 1)) & 1) - unit * 10;
  size_t to_tens = rows_to_tens(line->text, &line->number);
  for (size_t row = 0; row < rows; row++, p += line->length, words += words_per_row) {
    bytes_t text;
    memcpy(&text, p, 64);
    wrong |= (text ^ expected) & compared;
    expected += unit;
    if (--to_tens == 0) {
      expected += ten;
      to_tens = 10;
    }
    uint64_t word = __builtin_ia32_pext_di(last_bits(&text), first_cells);
    if (line->vectors > 1) {
      uint64_t *out = words;
      uint32_t used = first_count;
      for (uint32_t v = 1; v < line->vectors; v++) {
        bytes_t usual, these;
        memcpy(&text, p + 64 * (size_t)v, 64);
        memcpy(&usual, line->text + 64 * (size_t)v, 64);
        memcpy(&these, line->compared + 64 * (size_t)v, 64);
        wrong |= (text ^ usual) & these;
        const uint64_t bits = __builtin_ia32_pext_di(last_bits(&text), line->cell_bytes[v]);
        const uint32_t count = (uint32_t)__builtin_popcountll(line->cell_bytes[v]);
        word |= bits << used;
        used += count;
        if (used >= 64) {
          // At most 32 cells stand in 64 bytes, so that at least 32 were there before.
          used -= 64;
          *out++ = word;
          word = used ? bits >> (count - used) : 0;
        }
      }
      if (used) *out = word;
    } else {
      *words = word;
    }
    if (checked && !is_zero(&wrong)) return row;
  }
  return is_zero(&wrong) ? rows : 0;
}

INLINE __attribute__((target("bmi2"))) size_t predicted_rows(
  const uint8_t *bytes, size_t count, struct km_line *line, uint64_t *words, size_t limit) {
  const size_t words_per_row = (line->cells + 63) / 64, read = 64 * (size_t)line->vectors;
  if (count < read) return 0;
  const size_t room = (count - read) / line->length + 1;
  if (limit > room) limit = room;
  size_t row = 0;
  while (row < limit) {
    const size_t at = row * line->length, to_hundreds = rows_to_hundreds(line->text, &line->number);
    const size_t rows = limit - row < to_hundreds ? limit - row : to_hundreds;
    size_t found = read_rows(bytes + at, line, rows, words + row * words_per_row, 0);
    if (found < rows) found = read_rows(bytes + at, line, rows, words + row * words_per_row, 1);
    row += found;
    rise(line->text, &line->number, found);
    if (found < rows || line->number.exhausted) break;
  }
  return row;
}

#define LEVEL(name, instructions)                                                                         \
  __attribute__((target(instructions)))                                                                   \
  size_t name(const uint8_t *bytes, size_t count, struct km_line *line, uint64_t *words, size_t limit) {  \
    return predicted_rows(bytes, count, line, words, limit);                                              \
  }

LEVEL(km_predicted_rows_avx2, "avx2,bmi,bmi2,popcnt")
LEVEL(km_predicted_rows_avx512, "avx512f,avx512bw,avx512dq,avx512vl,avx512vpopcntdq,avx2,bmi,bmi2,popcnt")

#else

// Never called: km_supported() reports nothing here.
size_t km_predicted_rows_avx2(
  const uint8_t *bytes, size_t count, struct km_line *line, uint64_t *words, size_t limit) {
  (void)bytes, (void)count, (void)line, (void)words, (void)limit;
  return 0;
}
size_t km_predicted_rows_avx512(
  const uint8_t *bytes, size_t count, struct km_line *line, uint64_t *words, size_t limit) {
  (void)bytes, (void)count, (void)line, (void)words, (void)limit;
  return 0;
}

#endif
