import CanonicalJSON
import Elections
import Machine
import Outcomes
import Rulebooks

extension ElectionResult {
  /// The bytes of the result file: canonical JSON with `self`, the SHA-256 of the canonical bytes without that member.
  public func canonicalBytes() -> [UInt8] {
    var members = members
    members["self"] = .string(SHA256.digest(of: JSONValue.object(members).canonicalBytes()).hex)
    return JSONValue.object(members).canonicalBytes()
  }

  /// All members but `self`.
  private var members: [String: JSONValue] {
    var members: [String: JSONValue] = [
      "format": "kiemphieu-result", "version": 1,
      "engine": ["name": "kiemphieu", "version": .string(engineVersion)],
      "regulation": .string(regulation),
      "guidance": .of(guidance) { ["number": .string($0.number), "issued": .string($0.issued.description)] },
      "election": election.json,
      "digest": .string(digest),
      "plan": .of(plan, \.json),
      "roster": .of(roster) { roster in
        var members = roster.file.members
        members["quorum"] = .counts(roster.quorum)
        return .object(members)
      },
      "after": .array(after.map(\.json)),
      "part": .of(part) {
        ["contests": .array($0.contests.map(JSONValue.string)), "ballotsReplaced": .bool($0.ballotsReplaced)]
      },
      "contests": .array(contests.map(\.json)),
      "findings": .array(findings.map(\.json)),
    ]
    if let replaces {
      members["replaces"] = ["sha256": .string(replaces.sha256), "because": .string(replaces.because)]
    }
    if isRehearsal { members["rehearsal"] = true }
    return members
  }
}

extension JSONValue {
  static func of<T>(_ value: T?, _ json: (T) -> JSONValue) -> JSONValue { value.map(json) ?? .null }

  static func of(_ text: String?) -> JSONValue { of(text, JSONValue.string) }

  static func counts<Key: RawRepresentable<String>>(_ counts: [Key: Int]) -> JSONValue {
    .object(Dictionary(uniqueKeysWithValues: counts.map { ($0.key.rawValue, .integer($0.value)) }))
  }

  static func numbers(_ numbers: [Int]) -> JSONValue { .array(numbers.map(JSONValue.integer)) }

  /// An object without the members that are `nil`, which election files leave out too.
  static func object(leavingOut members: [String: JSONValue?]) -> JSONValue {
    .object(members.compactMapValues { $0 })
  }
}

extension ElectionSummary {
  fileprivate var json: JSONValue {
    [
      "bytes": .integer(bytes), "sha256": .of(sha256), "organization": .string(organization),
      "superior": .of(superior), "congress": .string(congress), "term": .string(term),
      "date": .string(date.description), "place": .of(place),
      "countingBoard": .array(
        countingBoard.map { ["name": .string($0.name), "role": .string($0.role.rawValue)] }),
    ]
  }
}

extension EvidenceFile {
  fileprivate var members: [String: JSONValue] {
    ["name": .string(name), "bytes": .integer(bytes), "sha256": .of(sha256)]
  }

  fileprivate var json: JSONValue { .object(members) }
}

extension Finding {
  fileprivate var json: JSONValue {
    [
      "code": .string(code.rawValue), "rule": .string(rule.rawValue), "article": .string(article),
      "attestation": .string(attestation.rawValue), "severity": .string(severity.rawValue),
      "values": .object(values.mapValues(\.json)),
    ]
  }
}

extension FindingValue {
  fileprivate var json: JSONValue {
    switch self {
    case .integer(let number): .integer(number)
    case .text(let text): .string(text)
    case .integers(let numbers): .numbers(numbers)
    }
  }
}

extension ContestResult {
  fileprivate var json: JSONValue {
    .object(leavingOut: [
      "id": .string(id), "office": .string(office.rawValue), "title": .string(title),
      "round": .integer(round.number), "kind": .of(round.kind?.rawValue), "follows": .of(round.follows),
      "form": .string(form.rawValue), "electorate": electorate.json, "seats": .integer(seats),
      "base": .integer(base), "needed": .integer(needed), "files": .array(files.map(\.json)),
      "ballots": ballots.json, "papers": papers?.json, "tally": tally,
      "candidates": .array(candidates.map(\.json)),
      "elected": .numbers(elected),
      "status": .string(status.rawValue), "statusRule": .string(statusBecause.rule.rawValue),
      "statusArticle": .string(statusBecause.article), "vacant": .integer(vacant),
      "tie": .of(tie) {
        ["votes": .integer($0.votes), "candidates": .numbers($0.candidates), "seats": .integer($0.seats)]
      },
      "findings": .array(findings.map(\.json)),
    ])
  }
}

extension ContestResult {
  /// What was counted beyond the members that the contract names.
  private var tally: JSONValue {
    [
      "undervotes": .integer(ballots.undervotes), "validByVotes": .numbers(ballots.validByVotes),
      "invalidBearing": .counts(ballots.invalidBearing), "otherWords": .array(ballots.otherWords.map(\.json)),
      "rulings": .array(ballots.rulingWords.map(\.json)),
      "files": .array(
        files.map {
          ["name": .string($0.file.name), "rows": .integer($0.rows), "ballots": .integer($0.ballots)]
        }),
    ]
  }
}

extension Electorate {
  var json: JSONValue {
    [
      "body": .string(body.rawValue), "convened": .integer(convened), "present": .integer(present),
      "deductions": .array(
        deductions.map {
          .object(leavingOut: [
            "ground": .string($0.ground.rawValue), "count": .integer($0.count),
            "note": $0.note.map(JSONValue.string),
          ])
        }),
    ]
  }
}

extension BallotEvidence {
  fileprivate var json: JSONValue {
    var members = file.members
    if let tree { members["tree"] = .string(tree) }
    return .object(members)
  }
}

extension BallotCounts {
  fileprivate var json: JSONValue {
    [
      "issued": .integer(issued), "returned": .integer(returned), "recorded": .integer(recorded),
      "valid": .integer(valid), "invalid": .integer(invalid), "invalidByReason": .counts(invalidByReason),
      "debatable": .integer(debatable), "ruledValid": .integer(ruledValid),
    ]
  }
}

extension WordsCount {
  fileprivate var json: JSONValue { ["words": .of(words), "ballots": .integer(ballots)] }
}

extension CandidateResult {
  fileprivate var json: JSONValue {
    .object(
      leavingOut: candidate.members.merging([
        "votes": .integer(votes), "percent": .string(percent), "elected": .bool(elected),
        "because": .string(because.rule.rawValue), "article": .string(because.article),
      ]) { own, _ in own })
  }
}
