/// One thing that is wrong with a file, as data: a stable code, the place, the offending text, what is
/// wrong and what to do.
///
/// Faults are collected, never thrown at the first, so that one run names everything that has to be
/// mended. Nothing is ever repaired: a file with a fault has no result.
public struct Fault: Sendable, Hashable {
  /// Which kind of fault, stable across versions and languages.
  public var code: FaultCode
  /// Where it stands.
  public var place: FaultPlace
  /// The offending text as it was read, or `nil` where there is none (something missing).
  /// ``visible(_:limit:)`` makes it fit to be shown.
  public var text: String?
  /// What is wrong, one sentence without a full stop.
  public var problem: Phrase
  /// What to do about it, one sentence without a full stop.
  public var advice: Phrase

  public init(
    _ code: FaultCode, at place: FaultPlace, text: String? = nil, problem: Phrase, advice: Phrase
  ) {
    self.code = code
    self.place = place
    self.text = text
    self.problem = problem
    self.advice = advice
  }
}

/// A stable code of a kind of fault: a letter for the family and three digits, such as `B014`.
///
/// | letter | family |
/// |---|---|
/// | `J` | the form of a JSON file: syntax, keys, types, ranges |
/// | `E` | what an election, a plan or an earlier result says |
/// | `B` | ballot files |
/// | `L` | entry logs |
/// | `V` | what the verifier's own reader finds in an election file, and files that are no results |
/// | `A` | what a paper audit rests on, and what the board read |
/// | `F` | files themselves: missing, unreadable, outside the folder |
public struct FaultCode: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The bytes of the code, the first the highest: there may be millions of faults, and words are compared sooner than strings.
  private let word: UInt64

  /// - Parameter code: up to eight ASCII characters.
  public init(_ code: String) {
    precondition(code.utf8.count <= 8 && code.utf8.allSatisfy { (1..<0x80).contains($0) })
    let bytes = code.utf8.reduce(0) { $0 << 8 | UInt64($1) }
    word = code.isEmpty ? 0 : bytes << UInt64(64 - 8 * code.utf8.count)
  }

  public var description: String {
    var text = ""
    for place in 0..<8 as Range<UInt64> {
      let byte = UInt8(truncatingIfNeeded: word >> (56 - 8 * place))
      if byte > 0 { text.unicodeScalars.append(Unicode.Scalar(byte)) }
    }
    return text
  }

  public static func < (a: FaultCode, b: FaultCode) -> Bool { a.word < b.word }
}

/// Where a fault stands: a file, and within it a line and a column, a path through a JSON document, or both.
public struct FaultPlace: Sendable, Hashable {
  /// The file, named as the user or the election file names it.
  public var file: String
  /// The path inside a JSON document, such as `contests[0].seats`; `nil` for other files.
  public var path: String?
  /// The line, from 1.
  public var line: Int?
  /// The column in characters (Unicode scalars) of the line, from 1.
  public var column: Int?

  public init(file: String, path: String? = nil, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.path = path
    self.line = line
    self.column = column
  }
}

/// A kind of fault with the values that its words need. The rooms that find faults list their kinds in such types, so that
/// code, problem and advice of one kind stand together.
public protocol FaultKind {
  var code: FaultCode { get }
  /// What is wrong, one sentence without a full stop.
  var problem: Phrase { get }
  /// What to do about it, one sentence without a full stop.
  var advice: Phrase { get }
}

extension Fault {
  public init(_ kind: some FaultKind, at place: FaultPlace, text: String? = nil) {
    self.init(kind.code, at: place, text: text, problem: kind.problem, advice: kind.advice)
  }
}
