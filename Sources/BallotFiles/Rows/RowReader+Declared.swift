import Elections
import Faults
import Tallying

/// What the board says of a ballot: declared grounds, and its ruling on a debatable ballot.
extension RowReader {
  /// Reads the cell `invalid`: empty, or grounds separated by spaces, `other` with the board's words: `marked other:"torn"`.
  mutating func readGrounds(_ line: Line, _ cell: LineCell) {
    guard !cell.content.isEmpty else { return }
    let text = unquoted(line, cell)
    var rest = text[...]
    var found = false
    while let start = rest.firstIndex(where: { $0 != " " }) {
      rest = rest[start...]
      found = true
      let token = rest.prefix { $0 != " " && $0 != ":" }
      rest = rest[token.endIndex...]
      let words = takeWords(&rest)
      readGround(String(token), words, line, place(of: start..<rest.startIndex, in: text, cell))
    }
    if !found { fault(.unknownGround(nearest: nil), line, cell) }
  }

  /// Reads the cell `ruling`: empty, or `valid:"the board's words"`.
  mutating func readRuling(_ line: Line, _ cell: LineCell) {
    guard !cell.content.isEmpty else { return }
    var rest = unquoted(line, cell)[...]
    let token = rest.prefix { $0 != ":" }
    rest = rest[token.endIndex...]
    guard token == "valid", case .words(let words) = takeWords(&rest), rest.isEmpty else {
      return fault(.badRuling, line, cell)
    }
    guard BoardWords.areFit(words) else { return fault(.wordsTooLong, line, cell) }
    // On a ballot that was not read whole nobody can tell.
    guard rowIsFaulty || style.judge(row.ballot).debatable else {
      return fault(.rulingNotDebatable, line, cell)
    }
    row.ballot.ruledValid = true
    row.rulingWords = words
  }

  private enum Words {
    case none
    case words(String)
    case malformed
  }

  /// Takes `:"…"` off the front of `rest`.
  private func takeWords(_ rest: inout Substring) -> Words {
    guard rest.first == ":" else { return .none }
    let quoted = rest.dropFirst()
    guard quoted.first == "\"", let end = quoted.dropFirst().firstIndex(of: "\"") else {
      // Whatever follows is the malformed words; reading on would report their parts as grounds.
      rest = rest[rest.endIndex...]
      return .malformed
    }
    let words = quoted[quoted.index(after: quoted.startIndex)..<end]
    rest = quoted[quoted.index(after: end)...]
    guard !words.unicodeScalars.allSatisfy(isBlank), rest.isEmpty || rest.first == " "
    else {
      rest = rest.drop { $0 != " " }
      return .malformed
    }
    return .words(String(words))
  }

  /// Where a part of the unquoted `text` of a cell stands in the piece.
  private func place(of part: Range<String.Index>, in text: String, _ cell: LineCell) -> Range<Int> {
    func offset(_ index: String.Index) -> Int {
      let before = text[..<index].utf8
      let secondQuotes = cell.hasDoubledQuotes ? before.count { $0 == UInt8(ascii: "\"") } : 0
      return cell.content.lowerBound + before.count + secondQuotes
    }
    return offset(part.lowerBound)..<offset(part.upperBound)
  }

  /// - Parameter place: where the ground stands with its words, for its faults: of several grounds in a cell one may be wrong.
  private mutating func readGround(_ token: String, _ words: Words, _ line: Line, _ place: Range<Int>) {
    func wrong(_ kind: RowFault) { fault(kind, line, at: place.lowerBound, text: place) }
    guard let ground = InvalidityGround(rawValue: token) else {
      let known = InvalidityGround.allCases.filter(\.isDeclared).map(\.rawValue)
      return wrong(.unknownGround(nearest: nearest(to: token, among: known)))
    }
    guard ground.isDeclared else { return wrong(.groundFromMarks) }
    if row.ballot.declared.contains(ground) { return wrong(.groundRepeated) }
    switch (ground, words) {
    case (.other, .words(let words)):
      guard BoardWords.areFit(words) else { return wrong(.wordsTooLong) }
      row.otherWords = words
    case (.other, _): return wrong(.badGroundWords)
    case (_, .none): break
    default: return wrong(.unknownGround(nearest: ground.rawValue))
    }
    row.ballot.declared.insert(InvalidityGrounds(ground))
  }
}
