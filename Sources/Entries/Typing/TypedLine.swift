import BallotFiles
import Elections
import Faults
import Tallying

/// What a line means that somebody typed.
enum TypedLine: Equatable {
  case empty
  /// A ballot, or several identical ones: cells that are still to be read.
  case ballot(MarkRow, times: Int)
  /// To correct the ballot at a place (`nil`: the last), with what was typed behind it.
  case correct(PlaceWanted?, rest: String)
  /// To withdraw the ballot at a place (`nil`: the last).
  case withdraw(PlaceWanted?)
  case endOfBundle
  case quit
  case help
  /// No ballot and no command.
  case wrong(Phrase)

  /// A place as it is typed: `2/17`, or `17` in the bundle at hand.
  struct PlaceWanted: Equatable {
    var bundle: Int?
    var serial: Int
  }
}

/// The keys that mean something, besides numbers. None of them is a letter that Telex or VNI changes when it stands alone: no vowel, no `d`,
/// no `w`; and an accent that an input method puts on one of them all the same does not count.
enum EntryLetter: Character, CaseIterable {
  case notIssued = "p"
  case outsider = "n"
  case marked = "m"
  case signed = "k"
  case other = "l"
  case times = "x"
  case correct = "c"
  case withdraw = "b"
  case endOfBundle = "h"
  case quit = "q"
  case help = "?"

  /// The ground that the board declares with it.
  var ground: InvalidityGround? {
    switch self {
    case .notIssued: .notIssued
    case .outsider: .outsider
    case .marked: .marked
    case .signed: .signed
    case .other: .other
    case .times, .correct, .withdraw, .endOfBundle, .quit, .help: nil
    }
  }

  /// The letter that a word consists of: in either case, with whatever an input method put on it.
  init?(word: Substring) {
    guard word.count == 1, let letter = word.first, let found = Self(rawValue: plain(letter)) else {
      return nil
    }
    self = found
  }
}

/// A letter in lower case without what an input method adds: marks above and below.
private func plain(_ letter: Character) -> Character {
  let base = String(letter).lowercased().unicodeScalars.first { !$0.properties.isDiacritic }
  return base.map(Character.init) ?? letter
}

extension TypedLine {
  /// Says what a line means for ballots of `style`.
  ///
  /// - Parameter takesCommands: whether a ballot alone can be meant, as when one is corrected.
  init(_ line: String, _ style: BallotStyle, takesCommands: Bool = true) {
    let words = line.split(whereSeparator: \.isWhitespace)
    guard let first = words.first else {
      self = .empty
      return
    }
    if takesCommands, let letter = EntryLetter(word: first), letter.ground == nil, letter != .times {
      self = Self.command(letter, words.dropFirst(), rest: line, first)
    } else {
      var reader = BallotWords(style)
      self = reader.read(words, line)
    }
  }

  private static func command(
    _ letter: EntryLetter, _ words: ArraySlice<Substring>, rest line: String, _ first: Substring
  ) -> TypedLine {
    switch letter {
    case .correct, .withdraw:
      guard let place = words.first else {
        return letter == .correct ? .correct(nil, rest: "") : .withdraw(nil)
      }
      guard let wanted = PlaceWanted(place) else { return .wrong(placeNeeded(letter)) }
      if letter == .correct { return .correct(wanted, rest: String(line[place.endIndex...])) }
      return words.count == 1 ? .withdraw(wanted) : .wrong(placeNeeded(letter))
    case .endOfBundle, .quit, .help:
      guard words.isEmpty else {
        return .wrong(
          Phrase(
            vi: "«\(letter.rawValue)» đứng một mình trên dòng",
            en: "'\(letter.rawValue)' stands alone on its line"))
      }
      return letter == .endOfBundle ? .endOfBundle : letter == .quit ? .quit : .help
    case .notIssued, .outsider, .marked, .signed, .other, .times:
      preconditionFailure("\(letter) is no command")
    }
  }

  private static func placeNeeded(_ letter: EntryLetter) -> Phrase {
    let key = letter.rawValue
    return Phrase(
      vi: "viết \(key) và chỗ của phiếu: \(key) 2/17 (xấp 2, phiếu 17), \(key) 17 (xấp đang nhập)",
      en: "write \(key) and where the ballot lies: \(key) 2/17 (bundle 2, ballot 17), \(key) 17 (this bundle)"
    )
  }
}

extension TypedLine.PlaceWanted {
  init?(_ text: Substring) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { wholeNumber($0) }
    guard numbers.count == parts.count, (1...2).contains(parts.count) else { return nil }
    self.init(bundle: numbers.count == 2 ? numbers[0] : nil, serial: numbers[numbers.count - 1])
  }
}

/// ASCII digits up to the limit of all counts; `nil` for anything else.
func wholeNumber(_ text: Substring) -> Int? {
  guard !text.isEmpty, text.utf8.count <= 13, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
    let number = Int(text), number <= ElectionLimits.count
  else { return nil }
  return number
}
