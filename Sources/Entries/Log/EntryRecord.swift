public import BallotFiles
import Elections
public import Tallying

/// One line of an entry log (nhật ký nhập phiếu), behind its head: something that was done and is never taken back.
public enum EntryRecord: Sendable, Hashable {
  /// The first: what is entered, and where.
  case open(EntryOpening)
  /// One ballot, or `times` identical ones that follow each other from `place` on.
  case ballot(PaperPlace, times: Int, MarkRow)
  /// What a ballot that was entered before says in truth.
  case correction(PaperPlace, MarkRow)
  /// A ballot that was entered and is not there: a paper typed twice.
  case withdrawal(PaperPlace)
  /// The count of the papers of a bundle in the hand, against the ballots entered of it. Where they agree, the bundle is closed.
  case check(bundle: Int, entered: Int, papers: Int, at: EntryTime)
  /// Entering was taken up again, after a pause or after the program was killed.
  ///
  /// `dropped`: bytes of a half-written line that a crash had left, and that were cut off.
  case resume(dropped: Int, program: String, at: EntryTime)
  /// Entering was ended in good order, with so many ballots standing.
  case close(ballots: Int, at: EntryTime)
}

/// Where a paper lies: its bundle (xấp), and its place in it from the top, from 1.
public struct PaperPlace: Sendable, Hashable, Comparable {
  public var bundle: Int
  public var serial: Int

  public init(bundle: Int, serial: Int) {
    self.bundle = bundle
    self.serial = serial
  }

  public static func < (a: PaperPlace, b: PaperPlace) -> Bool {
    (a.bundle, a.serial) < (b.bundle, b.serial)
  }
}

/// What is entered: which contest, from which papers, by which station.
public struct EntryOpening: Sendable, Hashable {
  /// The id of the contest.
  public var contest: String
  /// Names on the ballot, and seats; the form follows from both (R-FORM).
  public var style: BallotStyle
  /// The SHA-256 of the list (``listDigest(_:)``). An election file may well be completed between the entry and the count, with
  /// the ballots returned and the names of these very files; the list may not change.
  public var list: String
  /// The SHA-256 of the election file as it was when entering began.
  public var election: String
  /// Papers in a full bundle.
  public var bundleSize: Int
  /// The number of the first bundle.
  public var firstBundle: Int
  /// What the board calls the place where this is typed (tổ, máy); empty where it has no name.
  public var station: String
  /// Whether this is a rehearsal (kiểm thử), of which no result is ever a result of an election.
  public var isRehearsal: Bool
  /// The version of the program.
  public var program: String
  public var at: EntryTime

  public init(
    contest: String, style: BallotStyle, list: String, election: String, bundleSize: Int, firstBundle: Int,
    station: String, isRehearsal: Bool, program: String, at: EntryTime
  ) {
    self.contest = contest
    self.style = style
    self.list = list
    self.election = election
    self.bundleSize = bundleSize
    self.firstBundle = firstBundle
    self.station = station
    self.isRehearsal = isRehearsal
    self.program = program
    self.at = at
  }
}
