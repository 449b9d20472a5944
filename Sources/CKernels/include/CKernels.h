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
  // AVX-512 F, BW, DQ, VL, VBMI, VBMI2 and VPOPCNTDQ, and GFNI.
  KM_AVX512 = 4,
  // NEON, as every 64-bit ARM processor has it.
  KM_NEON = 8,
};

// The sets of instructions that this processor has and this operating system keeps across threads.
uint32_t km_supported(void);

// Takes whole blocks of 64 bytes into a SHA-256 state (FIPS 180-4, 6.2.2). Needs KM_SHA.
void km_sha256_sha(uint32_t state[8], const uint8_t *blocks, size_t count);

// Takes blocks of 64 bytes of each of 16 streams into the 16 SHA-256 states: word w of stream s is states[16 * w + s]. The first block of
// stream s is the lowest byte of before[s] and the 63 bytes at data + s * stride, and the others follow it, `count` in all; the lowest byte of
// before[s] is then the byte behind them. So streams with one byte in front are read where their lines of the cache begin. Needs KM_AVX512.
void km_sha256x16_avx512(uint32_t states[128], uint32_t before[16], const uint8_t *data, size_t stride, size_t count);

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

// A number in the text of a line that is one more in the next line.
struct km_rising {
  // Where it ends, within the first 64 bytes of the text, and its digits; both 0 where there is none.
  uint32_t end, digits;
  // Set when the next number needs one digit more than the text has for it: the text is of no use then.
  uint32_t exhausted;
};

// What bytes of text are, a bit for each: separators; `0` or `1`; neither printable ASCII nor a separator, or a quote.
struct km_byte_classes {
  uint64_t separators, marks, others;
};

// Tells what `count` bytes are, at most 64. No byte is a separator where that is above 255. Needs KM_AVX512.
struct km_byte_classes km_byte_classes_avx512(const uint8_t *bytes, size_t count, uint32_t separator);

#define KM_NO_FRONT SIZE_MAX
#define KM_NOT_PLAIN UINT32_MAX

// Lines that were not as predicted, each behind one that was: they are passed over, for the caller to read.
struct km_passed_line {
  // Where it begins and where the next line does, and how many lines had been read before it.
  size_t start, end, rows;
  // How many bytes of it are the front as predicted, up to the first cell or list; KM_NO_FRONT where it is not.
  size_t front;
  // Of a matrix, how many cells stand behind such a front, and how many of them are no mark; KM_NOT_PLAIN where there is no such front, or the line
  // has nothing, or anything but separators and printable ASCII without a quote. Not said of lists.
  uint32_t cells, no_marks;
};
struct km_passed {
  struct km_passed_line *lines;
  // How many there is room for, 0 where none is to be passed over; and how many there are after.
  size_t limit, count;
};

// A line of a matrix as it is predicted: of the same length as the line before, with the next number, and with cells that are each 0 or 1.
struct km_line {
  // `vectors` times 64 bytes, the line from its front; each cell is '0', and what stands behind the line is not compared.
  uint8_t *text;
  // The bits of each byte that are compared: all but the last of a cell's, none behind the line.
  const uint8_t *compared;
  // For each 64 bytes, which of them are cells.
  const uint64_t *cell_bytes;
  uint32_t vectors, cells;
  // Bytes of the line with its end.
  uint32_t length;
  struct km_rising number;
  // What separates cells, and the two bytes that are marks beside '0' and '1' in a line that is not as predicted.
  uint8_t separator, other_marks[2];
};

// Reads lines from bytes[0] on while they are as predicted, at most `limit` and none that has less than 64 bytes times `vectors`
// of the `count`. Row r has its cells in the words from words[r * ((cells + 63) / 64)] on. A line that is not as predicted, and ends within the
// bytes that a predicted one needs, is passed over. The number in the text rises by one for each line that was read or passed over. Returns how
// many were read; `*end` is where the first line begins that was neither. Needs KM_AVX2 or KM_AVX512.
size_t km_predicted_rows_avx2(
  const uint8_t *bytes, size_t count, struct km_line *line, uint64_t *words, size_t limit, struct km_passed *passed, size_t *end);
size_t km_predicted_rows_avx512(
  const uint8_t *bytes, size_t count, struct km_line *line, uint64_t *words, size_t limit, struct km_passed *passed, size_t *end);

// The same, the cells going into columns: bit i of columns[c * stride + w] is cell c of the line at place 64 w + i, and is added to what is
// there. Rows wait in `waiting`, as above, until there are 64; `*waits` of them, at most 63, wait before and after, and the others are zero
// after. Lines that are passed over take no place. Needs KM_AVX512.
size_t km_predicted_columns_avx512(
  const uint8_t *bytes, size_t count, struct km_line *line, uint64_t *waiting, size_t *waits, uint64_t *columns, size_t stride,
  size_t limit, struct km_passed *passed, size_t *end);

// A line of a mark list as it is predicted: what stands before its first list is that of the line before, with the next number.
struct km_list_line {
  // 32 bytes, of which the first `front` are compared.
  uint8_t *text;
  uint32_t front;
  struct km_rising number;
  // 1 or 2 lists, and how many separators follow them.
  uint32_t lists, empty_behind;
  // The largest number in a list, at most 64.
  uint32_t cells;
  uint8_t separator;
};

// Reads lines from bytes[0] on while they are as predicted and their lists, separators and end stand in 64 bytes, the lists being `=` or rising
// numbers of one or two digits with single spaces between them, a `-` instead of a space for a range. At most `limit` lines, and none that has
// less than `front` + 64 of the `count` bytes. List l of row r is words[r * lists + l], number n being bit n - 1. A line that is not as predicted,
// and ends within `front` + 64 bytes, is passed over; at most 16 are. The number in the text rises by one for each line that was read or passed
// over. Returns how many were read; `*end` is where the next begins. Needs KM_AVX512.
size_t km_predicted_lists_avx512(
  const uint8_t *bytes, size_t count, struct km_list_line *line, uint64_t *words, size_t limit, struct km_passed *passed,
  size_t *end);

// What lines of a mark list are made of.
struct km_number_lists {
  // For each eight numbers 256 texts of 32 bytes, one for each set of them: those of its bits, each with a space behind it; and the length of
  // each text. Numbers that there are not have no text.
  const uint8_t *texts, *lengths;
  uint32_t eights;
  // What stands behind the lists of a line, one or two bytes.
  uint32_t end_length;
  uint8_t end[2];
};

// Writes rows of bits as lines: a list, or two with a comma between them; a list of none is `=`. A row has a word for each eight
// eights; in those of the first list the bits count for their contrary where `flipped` is all ones. `second` may be null. Each row may write
// 32 bytes behind its last list. Returns how many bytes there are. Needs KM_AVX2.
size_t km_number_lists_avx2(
  const struct km_number_lists *lists, const uint64_t *first, uint64_t flipped, const uint64_t *second, size_t rows, uint8_t *out);

// Turns 64 rows into columns: bit i of columns[c] is bit c of rows[i * stride], for the columns below `count`, at most 64. As many
// are written as the next multiple of eight. Needs KM_AVX512.
void km_transpose64_avx512(const uint64_t *rows, size_t stride, uint64_t *columns, uint32_t count);

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

// Counts the ballots of `blocks` blocks, each `apart` bytes behind the one before. A block has up to 4,096 ballots in planes of 64 words of 64
// bits one after another, bit i % 64 of word i / 64 being ballot i. `present` are the 64 words of those of each block that are to be counted, of
// which nothing was declared or ruled; NULL for all. All counts are added to. Needs KM_AVX2, KM_AVX512 or KM_NEON.
void km_count_planes_avx2(
  const void *planes, const uint64_t *present, size_t blocks, size_t apart, uint32_t names, uint32_t seats, int form,
  uint64_t *counts);
void km_count_planes_avx512(
  const void *planes, const uint64_t *present, size_t blocks, size_t apart, uint32_t names, uint32_t seats, int form,
  uint64_t *counts);
void km_count_planes_neon(
  const void *planes, const uint64_t *present, size_t blocks, size_t apart, uint32_t names, uint32_t seats, int form,
  uint64_t *counts);

// The check values of `count` stretches of `size` bytes, a positive multiple of 64, one behind another: eight words begin as 1 to 8 and take each
// eight words of the stretch, lane = (lane ^ word) * 0x9E3779B97F4A7C15, but for the last word, which counts as zero; then one that begins as
// 0 takes the eight in the same way, value ^= value >> 32 behind each. Needs KM_AVX512.
void km_check_values_avx512(const uint8_t *bytes, size_t size, size_t count, uint64_t *values);

// km_count_planes of all ballots of blocks of the form KM_STRIKE_OUT, `size` bytes each and one behind another, and km_check_values of the same
// bytes, in one pass. `size` is a multiple of 64: the planes, and whatever stands behind them. Needs KM_AVX512.
void km_count_checked_planes_avx512(
  const void *first, size_t blocks, size_t size, uint32_t names, uint32_t seats, uint64_t *counts, uint64_t *values);

// Fills `count` planes of 64 words, one behind another, with random bits, each of which is set with a chance of chances[plane] in 65,536.
// Word w of a plane is of the numbers of generator w % 8, an xoshiro256++, whose state is the words g, 8 + g, 16 + g and 24 + g of
// `state`. For a plane each binary digit of the chance takes eight numbers of each generator, from the lowest digit that is 1 on, one for
// each eight words: a bit that is to be kept by a 1 is or-ed with the bit of the number, by a 0 and-ed. Needs KM_AVX2 or KM_AVX512.
void km_random_planes_avx2(uint64_t state[32], const uint16_t *chances, size_t count, uint64_t *planes);
void km_random_planes_avx512(uint64_t state[32], const uint16_t *chances, size_t count, uint64_t *planes);

// Has pairs of planes change places, bit by bit, `count` pairs of the numbers of two planes, no plane being in two of them: where one of the two has
// a bit, the first has it with the chance that is its part of these bits, (256 * part + all / 2) / all in 256 rounded down, 1 to 255, as
// km_random_planes draws it, pair by pair. Needs KM_AVX2 or KM_AVX512.
void km_exchange_avx2(uint64_t state[32], const uint32_t *pairs, size_t count, uint64_t *planes);
void km_exchange_avx512(uint64_t state[32], const uint32_t *pairs, size_t count, uint64_t *planes);

// Tells which of 4,096 numbers are less than a limit, up to 2 to the `digits`: planes of 64 words, from the lowest binary digit on, a set bit
// being the digit 0. Needs KM_AVX2 or KM_AVX512.
void km_less_avx2(const uint64_t *numbers, uint32_t digits, uint64_t limit, uint64_t *found);
void km_less_avx512(const uint64_t *numbers, uint32_t digits, uint64_t limit, uint64_t *found);

// Adds to counts[i] how many bits plane i and another plane have in common, `count` planes of 64 words one behind another. Needs KM_AVX2 or
// KM_AVX512.
void km_common_bits_avx2(const uint64_t *planes, const uint64_t *other, size_t count, size_t *counts);
void km_common_bits_avx512(const uint64_t *planes, const uint64_t *other, size_t count, size_t *counts);

// Which ballots of 4,096 have a stretch of the numbers of names: a plane of those on which fewer names are left, `left` names having numbers, and
// a plane of those on which more are, `others` having numbers; both below 1,024. `digits` binary digits are enough for any number.
struct km_stretches {
  const uint64_t *fewer, *more;
  uint32_t left, others, digits;
};

// Draws the stretches, from the lowest ballot on, each of one number of a SplitMix64 with that state: its upper half chooses the first of the
// names, its lower half how many there are, 1 to all, on ballots with fewer names 1 to all but one. Fills the planes of stretches as km_spread
// has them. Needs KM_AVX512.
void km_draw_stretches_avx512(uint64_t *state, const struct km_stretches *stretches, uint64_t *planes);

// How names are left on up to 4,096 ballots. Planes have 64 words, one behind another, bit i % 64 of word i / 64 being ballot i.
struct km_spread {
  // The planes of a number for each ballot, from the lowest binary digit on, a set bit being the digit 0.
  const uint64_t *numbers;
  uint32_t digits;
  // A stretch of numbers for each ballot: the planes of its first, those of the one behind its last, and a plane of the ballots whose stretch
  // begins anew behind the largest number.
  uint32_t stretch_digits;
  const uint64_t *stretches;
  // Three planes: the ballots on which all names stay that are left, those on which the names of their stretch stay, and those of the
  // first on which others of their stretch are left as well.
  const uint64_t *kinds;
  // How many names there are, and their planes in the order in which they are taken.
  uint32_t names;
  const uint32_t *order;
  // Where the parts of the names end that begin at 0, one behind another, each being at most 1, in parts of 2 to the `digits`.
  const uint32_t *ends;
};

// Fills the planes of names. A name is left on a ballot if the ballot's number, or the number and a whole one, lies in its part. Names that are
// left have the numbers 0, 1, 2 and so on, in order, and the others too; which of them change is decided by the stretches. Needs KM_AVX2
// or KM_AVX512.
void km_leave_names_avx2(const struct km_spread *spread, uint64_t *marks);
void km_leave_names_avx512(const struct km_spread *spread, uint64_t *marks);

#endif
