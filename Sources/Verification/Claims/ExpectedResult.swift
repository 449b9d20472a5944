import CanonicalJSON
import Elections
import Rulebooks

/// Everything that a result must say.
struct ExpectedResult {
  var election: Election
  var rulebook: Rulebook
  /// Evidence of the election file: `bytes` and `sha256`.
  var electionFile: [String: Expectation]
  var plan: Expectation
  var roster: Expectation
  var after: Expectation
  /// Which digest the result says that it took.
  var digest: String
  var part: JSONValue
  var contests: [Expectation]
  var findings: Expectation
  var selfDigest: String?
  /// The result that this one says it takes the place of, where it says so in the right form. Why is the board's to say.
  var replaces: Expectation?
  /// Whether it must say that it is one of a rehearsal; `nil` where nothing that was read tells.
  var isRehearsal: Bool?

  /// What this program's results call themselves.
  static let format = "kiemphieu-result"
  static let version = 1
  static let engine = "kiemphieu"

  var json: Expectation {
    var heading: [String: Expectation] = electionFile
    heading["organization"] = .text(election.organization)
    heading["superior"] = .text(election.superior)
    heading["congress"] = .text(election.congress)
    heading["term"] = .text(election.term)
    heading["date"] = .text(election.date.description)
    heading["place"] = .text(election.place)
    heading["countingBoard"] = .list(
      election.countingBoard.map { .object(["name": .text($0.name), "role": .text($0.role.rawValue)]) })
    var members: [String: Expectation] = [
      "format": .text(Self.format), "version": .integer(Self.version),
      // The version is looked at by itself: it cannot be worked out.
      "engine": .object(["name": .text(Self.engine), "version": .unknown]),
      "self": .text(selfDigest), "regulation": .text(rulebook.id), "guidance": guidance,
      "digest": .text(digest), "election": .object(heading), "plan": plan, "roster": roster, "after": after,
      "part": .value(part), "contests": .list(contests), "findings": findings,
    ]
    members["replaces"] = replaces
    switch isRehearsal {
    case true: members["rehearsal"] = .value(.bool(true))
    case false: break
    case nil: members["rehearsal"] = .unknown
    }
    return .object(members)
  }

  /// The guidance (hướng dẫn) in force on the date of the election.
  private var guidance: Expectation {
    guard
      let last = rulebook.guidances.filter({ !(election.date < $0.issued) }).max(by: { $0.issued < $1.issued }
      )
    else { return .value(.null) }
    return .object(["number": .text(last.number), "issued": .text(last.issued.description)])
  }
}
