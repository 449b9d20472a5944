import BallotFiles
public import CanonicalJSON
public import Machine
import Tallying

/// A file as it was, without the folder that it lay in.
public struct FileStamp: Sendable, Hashable {
  public let name: String
  public let bytes: Int
  public let digest: Digest
  /// The ballots that it holds.
  public let ballots: Int

  public init(name: String, bytes: Int, digest: Digest, ballots: Int) {
    self.name = name
    self.bytes = bytes
    self.digest = digest
    self.ballots = ballots
  }

  fileprivate var json: JSONValue {
    [
      "name": .string(name), "bytes": .integer(bytes), "sha256": .string(digest.hex),
      "ballots": .integer(ballots),
    ]
  }
}

/// What was compared, what differed, and what the board decided, with all readings kept: where an agreed mark list comes from.
///
/// Written beside it as `FILE.origin.json`, canonical JSON (RFC 8785).
public struct ReconciliationRecord: Sendable {
  public let entries: [FileStamp]
  public let reconciliation: Reconciliation
  /// One for each difference; empty where nothing was decided.
  public let rulings: [PaperRuling]
  /// The agreed list; `nil` where none was written.
  public let list: FileStamp?
  public let isRehearsal: Bool

  public init(
    entries: [FileStamp], reconciliation: Reconciliation, rulings: [PaperRuling], list: FileStamp?,
    isRehearsal: Bool
  ) {
    self.entries = entries
    self.reconciliation = reconciliation
    self.rulings = rulings
    self.list = list
    self.isRehearsal = isRehearsal
  }

  public var json: JSONValue {
    let differences = reconciliation.differences.enumerated().map { index, difference in
      json(difference, rulings.indices.contains(index) ? rulings[index] : nil)
    }
    return [
      "format": "kiemphieu-reconciliation", "version": .integer(1), "rehearsal": .bool(isRehearsal),
      "agreed": .integer(reconciliation.agreed), "entries": .array(entries.map(\.json)),
      "differences": .array(differences), "list": list?.json ?? .null,
    ]
  }

  private func json(_ difference: PaperDifference, _ ruling: PaperRuling?) -> JSONValue {
    [
      "kind": .string(name(difference.kind)), "bundle": difference.bundle.map { .integer($0) } ?? .null,
      "place": .integer(difference.place), "doubled": .bool(difference.mayBeDoubled),
      "papers": .array(difference.papers.map { .array($0.map { $0.map(json) ?? .null }) }),
      "proposed": difference.majority.map { .integer($0 + 1) } ?? .null, "ruling": ruling.map(json) ?? .null,
    ]
  }

  private func name(_ kind: PaperDifference.Kind) -> String {
    switch kind {
    case .reading: "reading"
    case .lacking: "lacking"
    case .swapped: "swapped"
    case .bundle: "bundle"
    }
  }

  private func json(_ ballot: ListedBallot) -> JSONValue {
    let row = MarkRow(ballot.ballot, reconciliation.style, otherWords: ballot.otherWords)
    var members: [String: JSONValue] = [
      "line": .integer(ballot.line), "marks": .array(row.marks.map { .string($0) }),
      "invalid": .string(row.invalid),
    ]
    if ballot.ballot.ruledValid { members["ruling"] = .string(ballot.rulingWords ?? "") }
    return .object(members)
  }

  private func json(_ ruling: PaperRuling) -> JSONValue {
    switch ruling {
    case .entry(let index): ["entry": .integer(index + 1)]
    case .noPaper: ["entry": .null]
    case .marks(let row): ["marks": .array(row.marks.map { .string($0) }), "invalid": .string(row.invalid)]
    }
  }
}
