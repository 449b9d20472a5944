import Elections
import Faults

extension BallotRow {
  /// Reads what the board declared: grounds with spaces between, `other` with its words in quotes.
  mutating func readGrounds(_ cell: [UInt8]) throws(ReadingFault) {
    var rest = cell[...]
    while true {
      rest = rest.drop { $0 == 0x20 }
      if rest.isEmpty { break }
      let word = rest.prefix { $0 != 0x20 && $0 != UInt8(ascii: ":") }
      guard let place = Grounds.table.firstIndex(where: { Array($0.rawValue.utf8) == Array(word) }),
        Grounds.declarable.contains(Grounds.table[place])
      else { throw Self.noGround }
      rest = rest.dropFirst(word.count)
      let ground = Grounds(rawValue: 1 << place)
      if declared.contains(ground) {
        throw ReadingFault("một lý do được ghi hai lần", "a ground stands twice")
      }
      declared.insert(ground)
      if ground == .other { otherWords = try Self.words(&rest) }
      guard rest.isEmpty || rest.first == 0x20 else { throw Self.noGround }
    }
    if declared.isEmpty, !cell.isEmpty { throw Self.noGround }
  }

  /// Reads the board's ruling: nothing, or `valid:` with words in quotes.
  mutating func readRuling(_ cell: [UInt8]) throws(ReadingFault) {
    if cell.isEmpty { return }
    let start = Array("valid".utf8)
    var rest = cell[...]
    guard rest.starts(with: start) else { throw Self.noRuling }
    rest = rest.dropFirst(start.count)
    ruling = try Self.words(&rest)
    guard rest.isEmpty else { throw Self.noRuling }
  }

  /// Takes `:"words"` off the front.
  private static func words(_ rest: inout ArraySlice<UInt8>) throws(ReadingFault) -> [UInt8] {
    let start = Array(":\"".utf8)
    guard rest.starts(with: start) else { throw noWords }
    rest = rest.dropFirst(start.count)
    let words = rest.prefix { $0 != quote }
    rest = rest.dropFirst(words.count)
    guard rest.first == quote else { throw noWords }
    rest = rest.dropFirst()
    guard areFit(Array(words)) else { throw noWords }
    return Array(words)
  }

  /// Whether the board's words can be shown: UTF-8, at most 1,000 characters, one of them visible, none hidden, no quote.
  static func areFit(_ words: [UInt8]) -> Bool {
    let text = String(decoding: words, as: UTF8.self)
    let scalars = text.unicodeScalars
    return Array(text.utf8) == words && scalars.count <= ElectionLimits.nameLength
      && isLegible(text) && !scalars.contains("\"")
  }

  private static var noGround: ReadingFault {
    ReadingFault(
      "lý do không hợp lệ phải là notIssued outsider marked signed other:\"lời\"",
      "the grounds are notIssued outsider marked signed other:\"words\"")
  }

  private static var noRuling: ReadingFault {
    ReadingFault("phán quyết phải ghi valid:\"lời\"", "a ruling is written valid:\"words\"")
  }

  private static var noWords: ReadingFault {
    ReadingFault(
      "lời của ban kiểm phiếu thiếu, dài quá hay có ký tự ẩn",
      "the board's words are missing, too long or have hidden characters")
  }
}
