import CKernels

/// The number in the text of a line that is one more in the next line.
struct RisingNumber: Sendable {
  /// Where its last digit ends; 0 where no number rises.
  private(set) var end = 0
  private(set) var digits = 0
  /// Whether the next number has one digit more than the text has place for.
  var isExhausted = false

  init() {}

  /// The number whose last digit ends at `end` of a text.
  init(endingAt end: Int, in text: [UInt8]) {
    self.end = end
    while digits < end, text[end - digits - 1] &- 0x30 <= 9 { digits += 1 }
  }

  /// Adds one to the number in `text`.
  mutating func rise(in text: inout [UInt8]) {
    var place = end
    while place > end - digits {
      place -= 1
      if text[place] < UInt8(ascii: "9") {
        text[place] += 1
        return
      }
      text[place] = UInt8(ascii: "0")
    }
    isExhausted = digits > 0
  }

  var kernel: km_rising {
    km_rising(end: UInt32(end), digits: UInt32(digits), exhausted: isExhausted ? 1 : 0)
  }
}
