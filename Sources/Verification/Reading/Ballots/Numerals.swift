/// Whole numbers in ASCII digits.
enum Numerals {
  /// The number that all of `text` is; `nil` for anything but digits, and for numbers beyond `limit`. Leading zeros are
  /// accepted.
  static func number(_ text: Span<UInt8>, upTo limit: Int) -> Int? {
    if text.isEmpty { return nil }
    var number = 0
    for at in text.indices {
      guard (0x30...0x39).contains(text[at]) else { return nil }
      number = number * 10 + Int(text[at] - 0x30)
      if number > limit { return nil }
    }
    return number
  }
}
