public import Elections
import Faults
public import Tallying

/// One ballot as a mark list says it: the contents of the cells of its marks and of what the board declared, without the quotes that
/// a file puts around them.
///
/// Strike-out ballots have one cell of marks, `struck`, agree/disagree ballots two, `agree` and `disagree`.
public struct MarkRow: Sendable, Hashable {
  /// The cells of marks: numbers with spaces between, `=` for none, empty where the marks were not read.
  public var marks: [String]
  /// The cell of declared grounds; empty where nothing was declared.
  public var invalid: String

  public init(marks: [String], invalid: String = "") {
    self.marks = marks
    self.invalid = invalid
  }

  /// The one way in which this program writes a ballot: numbers in rising order without ranges, grounds in the order of the table.
  ///
  /// - Parameter otherWords: the board's words on the ground `other`.
  public init(_ ballot: Ballot, _ style: BallotStyle, otherWords: String?) {
    marks = Self.marks(ballot, style)
    invalid = Self.grounds(ballot, otherWords: otherWords)
  }

  static func grounds(_ ballot: Ballot, otherWords: String?) -> String {
    let declared = InvalidityGround.allCases.filter { ballot.declared.contains($0) }
    return declared.map { $0 == .other ? "other:\"" + (otherWords ?? "") + "\"" : $0.rawValue }
      .joined(separator: " ")
  }

  static func marks(_ ballot: Ballot, _ style: BallotStyle) -> [String] {
    guard ballot.marksRead else { return style.form == .strikeOut ? [""] : ["", ""] }
    if style.form == .agreeDisagree { return [numbers(ballot.inFavour), numbers(ballot.against)] }
    var struck = ballot.inFavour
    struck.invert(names: style.names)
    return [numbers(struck)]
  }

  private static func numbers(_ set: CandidateSet) -> String {
    var numbers: [String] = []
    set.forEach { numbers.append(String($0 + 1)) }
    return numbers.isEmpty ? "=" : numbers.joined(separator: " ")
  }

  /// The cells as they stand between the commas of a file.
  public var cells: [String] { marks + [Self.quoted(invalid)] }

  /// A cell in quotes, where it holds any, those inside written twice (RFC 4180); nothing else that this program writes needs them.
  static func quoted(_ cell: String) -> String {
    guard cell.contains("\"") else { return cell }
    return "\"" + cell.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }
}

/// A mark list with the columns that a board needs that types it: where each paper lies, its marks, what was declared.
public enum MarkListText {
  /// The header, with its line feed.
  ///
  /// - Parameter isRehearsal: whether the list says of itself that it comes from a rehearsal.
  public static func header(_ form: BallotForm, isRehearsal: Bool) -> String {
    let marks: [Column] = form == .strikeOut ? [.struck] : [.agree, .disagree]
    let columns = [.bundle, .serial] + marks + [.invalid] + (isRehearsal ? [.rehearsal] : [])
    return columns.map(\.names.en).joined(separator: ",") + "\n"
  }

  /// A row, with its line feed.
  public static func row(bundle: Int, serial: Int, _ row: MarkRow, isRehearsal: Bool) -> String {
    ([String(bundle), String(serial)] + row.cells + (isRehearsal ? [""] : [])).joined(separator: ",") + "\n"
  }
}
