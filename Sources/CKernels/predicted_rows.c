#include "CKernels.h"

#if defined(__x86_64__)

#include <string.h>

#include "columns.h"
#include "rising.h"

typedef uint8_t bytes_t __attribute__((vector_size(64), aligned(1)));
typedef uint64_t words_t __attribute__((vector_size(64)));
typedef _Bool bits_t __attribute__((ext_vector_type(64)));

// Where a number ends whose last digit is the byte.
static const bytes_t ends = {
  1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32,
  33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63, 64};

// The bytes that are not zero.
INLINE uint64_t some_bytes(const bytes_t *text) {
  uint64_t bits;
  const bits_t some = __builtin_convertvector(*text != 0, bits_t);
  memcpy(&bits, &some, sizeof bits);
  return bits;
}

// Whether any byte is not zero: fewer instructions than to find out which.
INLINE int is_any(const bytes_t *text) {
  words_t words;
  memcpy(&words, text, sizeof words);
  return __builtin_reduce_or(words) != 0;
}

// The last bit of each byte.
INLINE uint64_t last_bits(const bytes_t *text) {
  const bytes_t odd = *text & 1;
  return some_bytes(&odd);
}

// The bytes that are `byte`.
INLINE uint64_t bytes_like(const bytes_t *text, uint8_t byte) {
  const bytes_t same = (bytes_t)(*text == byte);
  return some_bytes(&same);
}

// The cells of a line behind its first 64 bytes, of which there are `used` with the values `word`.
INLINE __attribute__((target("bmi2"))) void read_rest(
  const uint8_t *p, const struct km_line *line, uint64_t word, uint32_t used, uint64_t *out, bytes_t *wrong) {
  for (uint32_t v = 1; v < line->vectors; v++) {
    bytes_t text, usual, these;
    memcpy(&text, p + 64 * (size_t)v, 64);
    memcpy(&usual, line->text + 64 * (size_t)v, 64);
    memcpy(&these, line->compared + 64 * (size_t)v, 64);
    *wrong |= (text ^ usual) & these;
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
}

// The bytes of the line at p with its end, if it ends in the bytes that a line as predicted is read in; 0 otherwise.
INLINE size_t line_length(const uint8_t *p, uint32_t vectors) {
  for (uint32_t v = 0; v < vectors; v++) {
    bytes_t text;
    memcpy(&text, p + 64 * (size_t)v, 64);
    const uint64_t feeds = bytes_like(&text, '\n');
    if (feeds) return 64 * (size_t)v + (size_t)__builtin_ctzll(feeds) + 1;
  }
  return 0;
}

// Says of the cells behind the front of a line that is passed over what they are.
//
// A cell that is a mark has its end two bytes behind the end before, with the mark between: `,1,`. So the ends of the others are found together.
INLINE void note_cells(const uint8_t *p, const struct km_line *line, size_t front, struct km_passed_line *passed) {
  size_t end = passed->end - passed->start - 1;
  if (end > 0 && p[end - 1] == '\r') end--;
  passed->cells = KM_NOT_PLAIN;
  if (end == 0 || front == KM_NO_FRONT) return;
  // What stands before the line ends nothing, and yet a cell begins behind it.
  uint64_t ends_before = 2, mark_before = 0, behind_front = front < 64 ? ~0ull << front : 0;
  uint32_t cells = 0, no_marks = 0;
  for (size_t v = 0; v <= end / 64; v++) {
    bytes_t text;
    memcpy(&text, p + 64 * v, 64);
    const bytes_t odd = text | 1, printable = (bytes_t)(text - ' ' <= '~' - ' ');
    const uint64_t here = end - 64 * v < 64 ? ~(~0ull << (end - 64 * v)) : ~0ull;
    const uint64_t separators = bytes_like(&text, line->separator) & here;
    if ((~some_bytes(&printable) | bytes_like(&text, '"')) & ~separators & here) return;
    const uint64_t marks = bytes_like(&odd, '1') | bytes_like(&text, line->other_marks[0]) | bytes_like(&text, line->other_marks[1]);
    const uint64_t cell_ends = separators | (here + 1);
    const uint64_t marked = (cell_ends << 2 | ends_before) & (marks << 1 | mark_before);
    cells += (uint32_t)__builtin_popcountll(cell_ends & behind_front);
    no_marks += (uint32_t)__builtin_popcountll(cell_ends & ~marked & behind_front);
    ends_before = cell_ends >> 62;
    mark_before = marks >> 63;
    behind_front = ~0ull;
  }
  passed->cells = cells;
  passed->no_marks = no_marks;
}

// Passes over the line at p, which is bytes[at], behind `rows` rows. Of its first 64 bytes those differ from what was predicted that have a bit.
// Returns how long it is, and 0 where it is not passed over.
typedef size_t passer_t(const uint8_t *p, const struct km_line *line, uint64_t differing, size_t at, size_t rows, struct km_passed *passed);

INLINE size_t pass_line(
  const uint8_t *p, const struct km_line *line, uint64_t differing, size_t at, size_t rows, struct km_passed *passed) {
  const uint64_t first_cells = line->cell_bytes[0];
  const uint32_t front_bytes = first_cells ? (uint32_t)__builtin_ctzll(first_cells) : 64;
  const int is_usual = front_bytes == 0 || differing << (64 - front_bytes) == 0;
  const size_t length = line_length(p, line->vectors), front = is_usual ? front_bytes : KM_NO_FRONT;
  if (!pass_over(passed, at, length, rows, front)) return 0;
  note_cells(p, line, front, &passed->lines[passed->count - 1]);
  return length;
}

INLINE size_t least(size_t a, size_t b) { return a < b ? a : b; }

// What is read, and how far.
struct progress {
  const uint8_t *bytes;
  // Where the next line begins, and beyond where none may.
  size_t at, last;
  // Rows that were read, and lines with those that were passed over.
  size_t rows, lines;
};

// Reads on until there are `rows` rows in all, the next going to words[0] and those behind it, at most `lines` lines further, of which only the
// last two digits of the number change. Stops before a line that is neither as predicted nor passed over. There is a loop of its own for lines that
// are short, of one vector.
INLINE __attribute__((target("bmi2"))) void read_rows(
  struct progress *read, const struct km_line *line, const int is_short, size_t lines, size_t rows, uint64_t *words,
  struct km_passed *passed, passer_t *pass) {
  const size_t words_per_row = is_short ? 1 : (line->cells + 63) / 64, length = line->length;
  const uint64_t first_cells = line->cell_bytes[0];
  const uint32_t first_count = (uint32_t)__builtin_popcountll(first_cells);
  const uint8_t *p = read->bytes + read->at, *const last = read->bytes + read->last;
  bytes_t expected, compared;
  memcpy(&expected, line->text, 64);
  memcpy(&compared, line->compared, 64);
  // A unit more in each line, and ten less of them for a ten.
  const bytes_t unit = (bytes_t)(ends == (uint8_t)line->number.end) & 1;
  const bytes_t ten = ((bytes_t)(ends == (uint8_t)(line->number.end - 1)) & 1) - unit * 10;
  const size_t end = read->lines + lines;
  size_t to_tens = rows_to_tens(line->text, &line->number);
  size_t row = read->rows, at = read->lines, stop = least(end, at + rows - row);
  while (at < stop && p <= last) {
    const size_t start = at, room = (size_t)(last - p);
    // Up to the next ten, and no further than there are bytes.
    size_t pause = least(stop, at + to_tens);
    if ((pause - at - 1) * length > room) pause = at + room / length + 1;
    bytes_t front;
    for (; at < pause; at++, p += length) {
      bytes_t text;
      memcpy(&text, p, 64);
      front = (text ^ expected) & compared;
      const uint64_t word = __builtin_ia32_pext_di(last_bits(&text), first_cells);
      bytes_t wrong = front;
      if (is_short) *words = word;
      else read_rest(p, line, word, first_count, words, &wrong);
      if (__builtin_expect(is_any(&wrong), 0)) break;
      words += words_per_row;
      expected += unit;
    }
    row += at - start;
    if (at < pause) {
      const size_t unusual = pass(p, line, some_bytes(&front), (size_t)(p - read->bytes), row, passed);
      if (unusual == 0) break;
      p += unusual;
      at++;
      stop = least(end, stop + 1);
      expected += unit;
    }
    to_tens -= at - start;
    if (to_tens == 0) {
      expected += ten;
      to_tens = 10;
    }
  }
  read->at = (size_t)(p - read->bytes);
  read->lines = at;
  read->rows = row;
}

// Reads on until there are `rows` rows in all, the next going to words[0] and those behind it. Returns whether there are.
INLINE __attribute__((target("bmi2"))) int predicted_rows(
  struct progress *read, struct km_line *line, size_t rows, uint64_t *words, struct km_passed *passed, passer_t *pass) {
  const size_t words_per_row = (line->cells + 63) / 64, begin = read->rows;
  while (read->rows < rows && !line->number.exhausted) {
    const size_t lines = rows_to_hundreds(line->text, &line->number), before = read->lines;
    uint64_t *out = words + (read->rows - begin) * words_per_row;
    if (line->vectors == 1) read_rows(read, line, 1, lines, rows, out, passed, pass);
    else read_rows(read, line, 0, lines, rows, out, passed, pass);
    rise(line->text, &line->number, read->lines - before);
    if (read->lines - before < lines) break;
  }
  return read->rows == rows;
}

#define LEVEL(name, instructions, pass)                                                                   \
  __attribute__((target(instructions)))                                                                   \
  size_t name(                                                                                            \
    const uint8_t *bytes, size_t count, struct km_line *line, uint64_t *words, size_t limit,              \
    struct km_passed *passed, size_t *end) {                                                              \
    const size_t needed = 64 * (size_t)line->vectors;                                                     \
    *end = 0;                                                                                             \
    if (count < needed) return 0;                                                                         \
    struct progress read = {.bytes = bytes, .last = count - needed};                                      \
    predicted_rows(&read, line, limit, words, passed, pass);                                              \
    *end = read.at;                                                                                       \
    return read.rows;                                                                                     \
  }

#define AVX2 "avx2,bmi,bmi2,popcnt"
#define AVX512 "avx512f,avx512bw,avx512dq,avx512vl,avx512vbmi,avx512vpopcntdq,gfni,avx2,bmi,bmi2,popcnt"

// Apart, since AVX2 has not enough registers to keep those of the lines as predicted beside it.
__attribute__((noinline, target(AVX2)))
static size_t pass_line_apart(
  const uint8_t *p, const struct km_line *line, uint64_t differing, size_t at, size_t rows, struct km_passed *passed) {
  return pass_line(p, line, differing, at, rows, passed);
}

LEVEL(km_predicted_rows_avx2, AVX2, pass_line_apart)
LEVEL(km_predicted_rows_avx512, AVX512, pass_line)

__attribute__((target(AVX512)))
size_t km_predicted_columns_avx512(
  const uint8_t *bytes, size_t count, struct km_line *line, uint64_t *waiting, size_t *waits, uint64_t *columns, size_t stride,
  size_t limit, struct km_passed *passed, size_t *end) {
  const size_t words_per_row = (line->cells + 63) / 64, needed = 64 * (size_t)line->vectors;
  *end = 0;
  if (count < needed) return 0;
  struct progress read = {.bytes = bytes, .last = count - needed};
  size_t place = *waits;
  while (read.rows < limit) {
    const size_t before = read.rows, rows = least(before + 64 - place, limit);
    const int is_whole = predicted_rows(&read, line, rows, waiting + place * words_per_row, passed, pass_line);
    place += read.rows - before;
    if (place == 64) {
      for (uint32_t i = 0; i < words_per_row; i++) {
        uint64_t turned[64];
        const uint32_t cells = line->cells - 64 * i < 64 ? line->cells - 64 * i : 64;
        turn_rows(waiting + i, words_per_row, turned, cells);
        for (uint32_t cell = 0; cell < cells; cell++) columns[(64 * i + cell) * stride] |= turned[cell];
      }
      columns++;
      place = 0;
    }
    if (!is_whole) break;
  }
  // Nothing is left of rows that were turned, or tried in vain.
  memset(waiting + place * words_per_row, 0, (64 - place) * words_per_row * sizeof *waiting);
  *waits = place;
  *end = read.at;
  return read.rows;
}

#else

// Never called: km_supported() reports nothing here.
size_t km_predicted_rows_avx2(
  const uint8_t *bytes, size_t count, struct km_line *line, uint64_t *words, size_t limit, struct km_passed *passed, size_t *end) {
  (void)bytes, (void)count, (void)line, (void)words, (void)limit, (void)passed;
  *end = 0;
  return 0;
}
size_t km_predicted_rows_avx512(
  const uint8_t *bytes, size_t count, struct km_line *line, uint64_t *words, size_t limit, struct km_passed *passed, size_t *end) {
  (void)bytes, (void)count, (void)line, (void)words, (void)limit, (void)passed;
  *end = 0;
  return 0;
}
size_t km_predicted_columns_avx512(
  const uint8_t *bytes, size_t count, struct km_line *line, uint64_t *waiting, size_t *waits, uint64_t *columns, size_t stride,
  size_t limit, struct km_passed *passed, size_t *end) {
  (void)bytes, (void)count, (void)line, (void)waiting, (void)waits, (void)columns, (void)stride, (void)limit, (void)passed;
  *end = 0;
  return 0;
}

#endif
