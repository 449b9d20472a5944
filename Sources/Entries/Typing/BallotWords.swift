import BallotFiles
import Elections
import Faults
import Tallying

/// Sorts the words of a typed ballot into the cells of a mark list. What the cells say, counting's own reader decides.
///
/// A worked example, five names for five seats: `*/3 k` has the words `*`, `/`, `3` and `k`, and becomes agree `1 2 4 5`, disagree `3`, declared
/// `signed`.
struct BallotWords {
  private let style: BallotStyle
  /// The words of each cell of marks.
  private var marks: [[String]]
  /// The cell that marks go into.
  private var side = 0
  /// The cell that gets whatever no other word names; `nil` where none does.
  private var restSide: Int?
  private var declared: [String] = []
  private var times: Int?

  init(_ style: BallotStyle) {
    self.style = style
    marks = Array(repeating: [], count: style.form == .strikeOut ? 1 : 2)
  }

  /// - Parameter line: the line that the words stand in.
  mutating func read(_ words: [Substring], _ line: String) -> TypedLine {
    var index = 0
    while index < words.count {
      let word = words[index]
      index += 1
      if let letter = EntryLetter(word: word) {
        switch letter {
        case .other: return readOther(line[word.endIndex...])
        case .times:
          guard index < words.count, setTimes(words[index]) else { return Self.wrongTimes }
          index += 1
        case .notIssued, .outsider, .marked, .signed: declared.append(letter.ground?.rawValue ?? "")
        case .correct, .withdraw, .endOfBundle, .quit, .help: addMarks(word)
        }
      } else if word.first == "x" || word.first == "X", word.dropFirst().allSatisfy(\.isNumber) {
        guard setTimes(word.dropFirst()) else { return Self.wrongTimes }
      } else if InvalidityGround(rawValue: String(word)) != nil {
        declared.append(String(word))
      } else if word.hasPrefix("other:") {
        declared.append(String(line[word.startIndex...]))
        return finish()
      } else if let wrong = addMarks(word) {
        return wrong
      }
    }
    return finish()
  }

  /// The rest of the line is the board's words on another ground.
  private mutating func readOther(_ rest: Substring) -> TypedLine {
    let words = rest.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !words.isEmpty else {
      return .wrong(
        Phrase(
          vi: "sau l viết lý do của ban: l phiếu rách", en: "behind l write the board's words: l torn paper"))
    }
    guard !words.contains("\"") else {
      return .wrong(
        Phrase(
          vi: "lời của ban không được có dấu nháy kép \"; dùng ' hoặc « »",
          en: "the board's words cannot hold a double quote \"; use ' or « »"))
    }
    declared.append("other:\"\(words)\"")
    return finish()
  }

  private static let wrongTimes = TypedLine.wrong(
    Phrase(vi: "nhiều phiếu giống nhau viết: 3 7 x 20", en: "several identical ballots are written: 3 7 x 20")
  )

  private mutating func setTimes(_ word: Substring) -> Bool {
    guard times == nil, let number = wholeNumber(word), number > 0 else { return false }
    times = number
    return true
  }

  /// - Returns: what is wrong with the marks as a whole.
  @discardableResult
  private mutating func addMarks(_ word: Substring) -> TypedLine? {
    guard style.form == .agreeDisagree else {
      marks[0].append(String(word))
      return nil
    }
    var part = ""
    for letter in word + " " {
      guard letter == "/" || letter == "*" || letter == " " else {
        part.append(letter)
        continue
      }
      if !part.isEmpty { marks[side].append(part) }
      part = ""
      if letter == "/" {
        if side == 1 {
          return .wrong(
            Phrase(vi: "chỉ một dấu «/»: đồng ý / không đồng ý", en: "one '/' only: agree / disagree"))
        }
        side = 1
      }
      if letter == "*" {
        if restSide != nil {
          return .wrong(
            Phrase(vi: "chỉ một dấu «*»: những người còn lại", en: "one '*' only: all the others"))
        }
        restSide = side
      }
    }
    return nil
  }

  private func finish() -> TypedLine {
    // Taken as it stands, the beginning of «*/3» would agree to all.
    if restSide == 0, side == 1, marks[1].isEmpty {
      return .wrong(
        Phrase(
          vi: "sau «*/» ghi số những người không đồng ý; đồng ý tất cả thì chỉ gõ «*»",
          en: "behind '*/' write the numbers disagreed with; '*' alone agrees to all"))
    }
    let hasMarks = restSide != nil || side == 1 || marks.contains { !$0.isEmpty }
    var row = MarkRow(
      marks: marks.map { hasMarks ? $0.isEmpty ? "=" : $0.joined(separator: " ") : "" },
      invalid: declared.joined(separator: " "))
    // Whoever types '*' has seen marks at all the others; whoever types none has seen none.
    if let restSide, let ballot = row.read(style).ballot {
      var named = ballot.inFavour
      ballot.against.forEach { named.insert($0) }
      let others = (1...style.names).filter { !named.contains($0 - 1) }.map(String.init)
      if !others.isEmpty { row.marks[restSide] = (marks[restSide] + others).joined(separator: " ") }
    }
    return .ballot(row, times: times ?? 1)
  }
}
