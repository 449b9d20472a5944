import Faults

extension JSONReader {
  /// A whole number within `range`.
  public func integer(in range: ClosedRange<Int>) -> Int? {
    switch node.kind {
    case .integer(let value) where range.contains(value): return value
    case .integer: return outOfRange(range)
    case .number(let text):
      // A whole number that `Int` cannot hold; -0 is whole, but nobody means it.
      let digits = text.utf8.drop { $0 == UInt8(ascii: "-") }
      if digits.allSatisfy({ (0x30...0x39).contains($0) }), text != "-0" { return outOfRange(range) }
      return notWhole()
    case .string(let text) where Int(text) != nil:
      return wrongType(
        Self.wholeNumber,
        advice: Phrase(vi: "bỏ dấu nháy kép quanh số", en: "remove the quotes around the number"))
    default:
      return wrongType(Self.wholeNumber)
    }
  }

  private static let wholeNumber = Phrase(vi: "một số nguyên", en: "a whole number")

  private func notWhole() -> Int? {
    fault(
      .jsonNotWhole,
      problem: Phrase(
        vi: "số này không phải là số nguyên viết thường", en: "this is not a plain whole number"),
      advice: Phrase(
        vi: "viết số nguyên chỉ bằng chữ số, không có phần thập phân, số mũ hay dấu phân cách hàng nghìn",
        en: "write it with digits only, without fraction, exponent or thousands separator"))
    return nil
  }

  private func outOfRange(_ range: ClosedRange<Int>) -> Int? {
    let allowed = Self.words(for: range)
    fault(
      .jsonOutOfRange, problem: Phrase(vi: "số phải \(allowed.vi)", en: "the number must be \(allowed.en)"),
      advice: Phrase(vi: "kiểm tra lại số", en: "check the number"))
    return nil
  }

  private static func words(for range: ClosedRange<Int>) -> Phrase {
    let (low, high) = (range.lowerBound, range.upperBound)
    if low == high { return Phrase(vi: "là \(low)", en: "\(low)") }
    if high == Int.max { return Phrase(vi: "từ \(low) trở lên", en: "\(low) or more") }
    if low == Int.min { return Phrase(vi: "không quá \(high)", en: "\(high) or less") }
    return Phrase(vi: "từ \(low) đến \(high)", en: "from \(low) to \(high)")
  }
}
