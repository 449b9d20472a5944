// A number in the text of a line, which is one more in the text of the next.

#ifndef CKERNELS_RISING_H
#define CKERNELS_RISING_H

#include "CKernels.h"

#define INLINE static inline __attribute__((always_inline))

// For how many lines without a number nothing changes: for ever, and it can be added to other lines.
#define FOR_EVER (SIZE_MAX / 2)

// For how many lines, this one included, only the last digit rises.
INLINE size_t rows_to_tens(const uint8_t *text, const struct km_rising *number) {
  return number->end ? (size_t)('9' - text[number->end - 1]) + 1 : FOR_EVER;
}

// For how many lines, this one included, at most the last two digits change.
INLINE size_t rows_to_hundreds(const uint8_t *text, const struct km_rising *number) {
  const size_t rows = rows_to_tens(text, number);
  return number->digits < 2 ? rows : rows + 10 * (size_t)('9' - text[number->end - 2]);
}

// For how many lines, this one included and at most `limit`, the number has as many digits.
INLINE size_t rows_to_end(const uint8_t *text, const struct km_rising *number, size_t limit) {
  if (number->end == 0) return limit;
  size_t rows = 1, unit = 1;
  for (uint32_t i = number->end; i > number->end - number->digits && rows < limit; i--) {
    rows += unit * (size_t)('9' - text[i - 1]);
    unit *= 10;
  }
  return rows < limit ? rows : limit;
}

// Goes on to the line `rows` further.
INLINE void rise(uint8_t *text, struct km_rising *number, size_t rows) {
  if (number->end == 0) return;
  size_t carry = rows;
  for (uint32_t i = number->end; carry && i > number->end - number->digits; i--) {
    const size_t digit = (size_t)(text[i - 1] - '0') + carry;
    text[i - 1] = (uint8_t)('0' + digit % 10);
    carry = digit / 10;
  }
  number->exhausted = carry != 0;
}

// Passes over the line at bytes[at], which is not as predicted, if there is room for it and lines were read before it and since the last.
// Returns whether it was.
INLINE int pass_over(struct km_passed *passed, size_t at, size_t length, size_t rows, size_t front) {
  if (length == 0 || rows == 0 || passed->count == passed->limit) return 0;
  if (passed->count && passed->lines[passed->count - 1].rows == rows) return 0;
  passed->lines[passed->count++] = (struct km_passed_line){.start = at, .end = at + length, .rows = rows, .front = front};
  return 1;
}

#endif
