public import Faults
public import Machine
public import Tallying

/// What all ballot files of one contest say together.
public struct BallotSetReading: Sendable {
  /// The counts. They are of no use to anybody where ``faults`` is not empty.
  public var tally: Tally
  /// The files, in the order in which they were read.
  public var files: [BallotFileReading]
  /// What is wrong with the files. With a single fault there is no result.
  public var faults: FaultLog
  /// The board's words on ballots declared invalid on the ground `other`.
  public var otherWords: BoardWords
  /// The board's words on its rulings that debatable ballots are valid.
  public var rulingWords: BoardWords
  /// Bundles that stand in more than one file, in the order in which they were met again: to be looked at, being no fault by themselves.
  public var repeatedBundles: [RepeatedBundle] = []
}

/// What was read of one ballot file.
public struct BallotFileReading: Sendable, Equatable {
  /// The name by which the file was given.
  public var name: String
  /// Its size in bytes; `nil` where a fault stopped the reading before the end.
  public var bytes: Int?
  /// The digest of its bytes, of the kind that was asked for; `nil` as well where a fault stopped the reading before the end.
  public var digest: Digest?
  /// Rows after the header: ``ballotRows`` and ``faultyRows``.
  public var rows: Int
  public var faultyRows: Int
  /// Ballots, which are more than rows where rows stand for several.
  public var ballots: Int
  /// The valid ones of them.
  public var valid = 0
  /// Whether its header has the column `rehearsal`: no result of such ballots is a result of an election.
  public var isRehearsal = false

  /// Rows that were counted.
  public var ballotRows: Int { rows - faultyRows }
}
