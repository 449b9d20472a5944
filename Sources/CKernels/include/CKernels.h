// The hot loops that need instructions which Swift cannot ask for one function at a time.
//
// Nothing else lives here: no allocation, no state, no errors. Each loop has a portable twin in Swift, which tests
// compare it with. The caller chooses a level that km_supported() reports; each level can be called by name, so that
// tests run them all.

#ifndef CKERNELS_H
#define CKERNELS_H

#include <stddef.h>
#include <stdint.h>

// Sets of instructions, one bit each, as km_supported() reports them.
enum {
  // SHA-NI with SSE 4.1.
  KM_SHA = 1,
  // AVX2 with BMI2 and POPCNT.
  KM_AVX2 = 2,
  // AVX-512 F, BW, DQ, VL and VPOPCNTDQ.
  KM_AVX512 = 4,
};

// The sets of instructions that this processor has and this operating system keeps across threads.
uint32_t km_supported(void);

// Takes whole blocks of 64 bytes into a SHA-256 state (FIPS 180-4, 6.2.2). Needs KM_SHA.
void km_sha256_sha(uint32_t state[8], const uint8_t *blocks, size_t count);

// Takes one block of 64 bytes of each of 16 streams into the 16 SHA-256 states: word w of stream s is
// states[16 * w + s]. Stream s has its next block at data + s * stride; `count` blocks of each stream follow each
// other. Needs KM_AVX512.
void km_sha256x16_avx512(uint32_t states[128], const uint8_t *data, size_t stride, size_t count);

// The usual shape of a line: [SEP] [number SEP] [SEP] c SEP c SEP … c [CR] LF, every c being 0 or 1.
struct km_line_shape {
  // Empty cells, 0 or more, before and behind the number.
  uint32_t empty_before, empty_behind;
  // Whether there is a number.
  uint32_t has_number;
  // How many cells of one byte, at least 1.
  uint32_t cells;
  // The largest number.
  int64_t number_limit;
  uint8_t separator;
};

// Reads usual lines from bytes[start] on, at most `limit`, and stops before the first that is unusual or has less than 40 bytes
// of the `count` behind its cells. Row r has its number in numbers[r] and its cells in the (cells + 63) / 64 words from
// words[r * that] on, bit i % 64 of word i / 64 being cell i. `*digits` is how many digits the last number had, 1 at first.
// Returns how many lines; `*end` is where the next begins. Needs KM_AVX2.
size_t km_cell_rows_avx2(
  const uint8_t *bytes, size_t count, size_t start, const struct km_line_shape *shape, uint32_t *digits,
  int64_t *numbers, uint64_t *words, size_t limit, size_t *end);

// How the planes of a block are judged.
enum {
  // A plane for each name: a bit is a name left. More than `seats` or none is invalid.
  KM_STRIKE_OUT = 0,
  // A plane for each name agreed with, then one for each disagreed with; several names. None agreed with alone is invalid.
  KM_AGREE_SEVERAL = 1,
  // The same two planes for one name. Both or neither is invalid.
  KM_AGREE_ONE = 2,
};

// What is counted of blocks: rows of eight words each, which add up to the count.
typedef enum {
  // Of the invalid ballots: more votes than seats; none; both boxes; no box.
  KM_TOO_MANY,
  KM_NOBODY,
  KM_BOTH_MARKED,
  KM_BLANK,
  // Behind these: the votes for each name; then, sixteen rows for each sixteen numbers of votes from 0 to the seats, the valid
  // ballots with such a number: row i of the sixteen has those whose number has all digits of i, whatever the others of its four
  // lowest digits are.
  KM_COUNTS,
} KM_COUNT;

// Counts up to 4,096 ballots in planes of 64 words of 64 bits one after another, bit i % 64 of word i / 64 being ballot i. `present`
// are the 64 words of those that are to be counted, of which nothing was declared or ruled. All counts are added to. Needs KM_AVX2
// or KM_AVX512.
void km_count_planes_avx2(
  const void *planes, const uint64_t *present, uint32_t names, uint32_t seats, int form, uint64_t *counts);
void km_count_planes_avx512(
  const void *planes, const uint64_t *present, uint32_t names, uint32_t seats, int form, uint64_t *counts);

// The lanes of the check values of `count` stretches of `size` bytes, a multiple of 64, one behind another: eight words begin as 1
// to 8 and take each eight words of the stretch, lane = (lane ^ word) * 0x9E3779B97F4A7C15. Needs KM_AVX512.
void km_check_lanes_avx512(const uint8_t *bytes, size_t size, size_t count, uint64_t *lanes);

#endif
