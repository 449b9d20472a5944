/// A Vietnamese name in its parts: family name (họ), middle names (tên đệm), given name (tên).
///
/// `Nguyễn Thị Kim Ân` has the family name `Nguyễn`, the middle names `Thị Kim` and the given name `Ân`.
/// A name of one word is a given name.
public struct VietnameseName: Sendable, Equatable {
  public var family: String
  public var middle: String
  public var given: String

  public init(_ name: String) {
    let words = name.split(whereSeparator: \.isWhitespace).map(String.init)
    family = words.count > 1 ? words[0] : ""
    middle = words.dropFirst().dropLast().joined(separator: " ")
    given = words.last ?? ""
  }
}

extension Candidate {
  /// Whether this candidate stands before `other` on a printed list: by given name, then family name, middle names
  /// and date of birth, in Vietnamese order (R-FORM; the order by given name is practice, the rest an analogy
  /// with state ballots).
  public func standsBefore(_ other: Candidate) -> Bool {
    let (a, b) = (VietnameseName(name), VietnameseName(other.name))
    for (x, y) in [(a.given, b.given), (a.family, b.family), (a.middle, b.middle)] {
      let (left, right) = (CollationKey(x), CollationKey(y))
      if left != right { return left < right }
    }
    if let date = birthDate, let otherDate = other.birthDate, !date.agrees(with: otherDate) {
      return date < otherDate
    }
    return false
  }
}
