public import CanonicalJSON
public import Elections

extension Election {
  /// The election file that says this.
  public var json: JSONValue {
    .object(leavingOut: [
      "format": "kiemphieu-election", "version": 1, "organization": .string(organization),
      "superior": superior.map(JSONValue.string), "congress": .string(congress), "term": .string(term),
      "date": .string(date.description), "place": place.map(JSONValue.string),
      "regulation": .string(regulation ?? "auto"), "plan": planFile.map(JSONValue.string),
      "after": after.isEmpty
        ? nil : .array(after.map { ["result": .string($0.file), "sha256": .string($0.sha256)] }),
      "roster": roster.map { roster in
        [
          "file": .string(roster.file), "sha256": .string(roster.sha256),
          "quorum": .object(
            Dictionary(uniqueKeysWithValues: roster.quorum.map { ($0.key.rawValue, .integer($0.value)) })),
        ]
      },
      "countingBoard": countingBoard.isEmpty
        ? nil
        : .array(countingBoard.map { ["name": .string($0.name), "role": .string($0.role.rawValue)] }),
      "contests": .array(contests.map(\.json)),
    ])
  }

  /// The order in which people expect the keys of an election file.
  public static let keyOrder = [
    "format", "version", "organization", "superior", "congress", "term", "date", "place", "regulation",
    "plan",
    "after", "result", "file", "sha256", "quorum", "roster", "countingBoard", "contests", "id", "office",
    "title",
    "electorate", "body", "convened", "present", "deductions", "ground", "count", "seats", "form", "round",
    "follows",
    "kind", "candidates", "number", "name", "role", "person", "birthDate", "gender", "ethnicity", "incumbent",
    "unit",
    "leadership", "note", "ballots", "issued", "returned", "files",
    "papers", "printed", "spoiled", "unused", "destroyed",
  ]
}

extension Contest {
  fileprivate var json: JSONValue {
    .object(leavingOut: [
      "id": .string(id), "office": .string(office.rawValue), "title": .string(title),
      "electorate": electorate.json,
      "seats": .integer(seats), "form": .string(form.rawValue), "round": .integer(round.number),
      "follows": round.follows.map(JSONValue.string), "kind": round.kind.map { .string($0.rawValue) },
      "candidates": .array(candidates.map { .object(leavingOut: $0.members) }),
      "ballots": .object(leavingOut: [
        "issued": .integer(ballots.issued), "returned": .integer(ballots.returned),
        "files": .array(ballots.files.map(JSONValue.string)), "papers": ballots.papers?.json,
      ]),
    ])
  }
}

extension Candidate {
  /// What is known of the person, as election and result files say it.
  var members: [String: JSONValue?] {
    [
      "number": .integer(number), "name": .string(name), "person": person.map(JSONValue.string),
      "birthDate": birthDate.map { .string($0.description) }, "gender": gender.map { .string($0.rawValue) },
      "ethnicity": ethnicity.map(JSONValue.string), "incumbent": incumbent.map(JSONValue.bool),
      "unit": unit.map(JSONValue.string), "leadership": leadership.map(JSONValue.bool),
      "note": note.map(JSONValue.string),
    ]
  }
}

extension PaperAccount {
  var json: JSONValue {
    [
      "printed": .integer(printed), "spoiled": .integer(spoiled), "unused": .integer(unused),
      "destroyed": .integer(destroyed),
    ]
  }
}
