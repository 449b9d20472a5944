import Foundation
import Machine
import TestSupport

@testable import Verification
@testable import kiemphieu

/// Elections as nobody would hold them: every office, body, form, kind of round and kind of file, with namesakes, papers that
/// do not add up and earlier sittings, so that both sides have to decide everything.
struct RandomElection {
  var random: SeededGenerator
  let folder: Folder
  private var decided: [Decided] = []
  private var after: [String] = []

  /// A contest that a later one can follow.
  private struct Decided {
    var id: String
    var office: String
    var tie: (people: [[String: Any]], seats: Int)?
    var isFilled: Bool
  }

  private static let offices = [
    "committee", "standingCommittee", "secretary", "deputySecretary", "inspectionCommittee",
    "inspectionChair",
    "inspectionDeputyChair", "delegates", "alternateDelegates",
  ]
  private static let grounds = [
    "memberCongress": ["transferredAbsent", "exemptAbsent", "suspended", "prosecuted", "excusedAbsent"],
    "delegateCongress": ["committeeMemberAbsent", "delegateAbsentNoAlternate"],
    "committee": ["suspended", "prosecuted"], "inspectionCommittee": ["suspended", "prosecuted"],
  ]

  init(seed: UInt64) throws {
    random = SeededGenerator(seed: seed)
    folder = try Folder()
  }

  private mutating func pick<T>(_ values: [T]) -> T {
    values[Int.random(in: 0..<values.count, using: &random)]
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  // MARK: Sittings

  /// Makes a sitting in a folder of its own, after those made before, and counts it.
  ///
  /// - Returns: the election file's name and the bytes of the result.
  mutating func sitting(_ index: Int) throws -> (election: String, result: [UInt8]) {
    let place = "s\(index)/"
    var object: [String: Any] = [
      "format": "kiemphieu-election", "version": 1, "congress": "Đại hội", "term": "2020-2025",
      "organization": pick(["Đảng bộ xã Thử", "Chi bộ thôn Thử", "Chi bộ"]),
      "date": pick(["2020-06-18", "2020-06-18", "2020-06-19", "2024-10-10", "2025-03-01"]),
    ]
    if random.happens(1, outOf: 8) { object["regulation"] = pick(["auto", "244-QD/TW", "190-QD/TW"]) }
    if random.happens(1, outOf: 3) { object["countingBoard"] = [["name": "Hoa", "role": "head"]] }
    var priors: [[String: Any]] = []
    for (at, earlier) in after.enumerated() where random.happens(7, outOf: 8) {
      let bytes = Array(try Data(contentsOf: URL(filePath: earlier)))
      try folder.write(bytes, to: place + "truoc/\(at).json")
      priors.append(["result": "truoc/\(at).json", "sha256": SHA256.digest(of: bytes).hex])
    }
    if !priors.isEmpty { object["after"] = priors }
    var kept: [[String: Any]] = []
    // A contest that makes the file a faulty one (a round that cannot be, most often) is taken back.
    for at in 0..<number(1...5) {
      let before = decided
      let contest = try contest("c\(index)\(at)", place)
      object["contests"] = kept + [contest]
      try folder.write(Array(try JSONSerialization.data(withJSONObject: object)), to: place + "election.json")
      guard let bytes = try? folder.count(place + "election.json", contests: ["c\(index)\(at)"]) else {
        decided = before
        continue
      }
      kept.append(contest)
      try remember(bytes, contest)
    }
    if kept.isEmpty { return try sitting(index) }
    object["contests"] = kept
    try folder.write(Array(try JSONSerialization.data(withJSONObject: object)), to: place + "election.json")
    let kind: DigestKind = random.happens(1, outOf: 8) ? .tree : .sha256
    let ids = kept.compactMap { $0["id"] as? String }
    let isPart = ids.count > 1 && random.happens(1, outOf: 4)
    let result = try folder.count(
      place + "election.json", digest: kind,
      contests: isPart ? Set(ids.prefix(number(1...ids.count - 1))) : nil)
    try folder.write(result, to: place + "result.json")
    after.append(folder[place + "result.json"])
    return (place + "election.json", result)
  }

  private mutating func remember(_ result: [UInt8], _ contest: [String: Any]) throws {
    let object = try JSONSerialization.jsonObject(with: Data(result)) as? [String: Any]
    guard let last = (object?["contests"] as? [[String: Any]])?.last, let id = last["id"] as? String,
      let office = last["office"] as? String, let people = contest["candidates"] as? [[String: Any]]
    else { return }
    var tie: (people: [[String: Any]], seats: Int)?
    if let found = last["tie"] as? [String: Any], let numbers = found["candidates"] as? [Int],
      let seats = found["seats"] as? Int
    {
      tie = (numbers.map { people[$0 - 1] }, seats)
    }
    decided.append(Decided(id: id, office: office, tie: tie, isFilled: last["status"] as? String == "filled"))
  }

  // MARK: Contests

  private mutating func contest(_ id: String, _ place: String) throws -> [String: Any] {
    var people = (1...pick([1, 2, 2, 3, 3, 4, 5, 12])).map { _ in person() }
    var seats = min(people.count, number(1...3))
    if random.happens(1, outOf: 4) { seats = people.count }
    var contest: [String: Any] = ["id": id, "office": pick(Self.offices), "title": "Bầu \(id)"]
    if !decided.isEmpty, random.happens(1, outOf: 3) {
      let previous = pick(decided)
      contest["follows"] = previous.id
      contest["office"] = previous.office
      contest["round"] = pick([2, 2, 2, 3, 4])
      contest["kind"] = previous.tie == nil ? "continuation" : pick(["tieBreak", "tieBreak", "continuation"])
      if let tie = previous.tie, contest["kind"] as? String == "tieBreak" {
        people = tie.people.shuffled(using: &random)
        seats = tie.seats
      }
    }
    for at in people.indices { people[at]["number"] = at + 1 }
    let body = pick([
      "memberCongress", "memberCongress", "committee", "delegateCongress", "inspectionCommittee",
    ])
    let convened = number(1...14)
    let present = number(max(1, convened - 2)...convened)
    var electorate: [String: Any] = ["body": body, "convened": convened, "present": present]
    if convened > 2, random.happens(1, outOf: 3) {
      electorate["deductions"] = [
        ["ground": pick(Self.grounds[body] ?? []), "count": number(0...2), "note": "có đơn"]
      ]
    }
    contest["electorate"] = electorate
    contest["seats"] = seats
    contest["candidates"] = people
    let papers = random.happens(5, outOf: 6) ? present : number(0...present)
    let issued = max(0, papers + (random.happens(1, outOf: 6) ? pick([-1, 1, 2]) : 0))
    let returned = max(0, papers + (random.happens(1, outOf: 12) ? pick([-1, 1]) : 0))
    var files: [String] = []
    var left = papers
    for at in 0..<number(1...2) {
      let count = at == 0 ? number(0...left) : left
      left -= count
      files.append(try ballots("\(id)-\(at)", place, count, names: people.count, seats: seats))
    }
    if left > 0 { files.append(try ballots("\(id)-rest", place, left, names: people.count, seats: seats)) }
    contest["ballots"] = ["issued": issued, "returned": returned, "files": files]
    return contest
  }

  private mutating func person() -> [String: Any] {
    var person: [String: Any] = [
      "name": pick(["An", "Bình", "Cường", "Dung", "Êm", "E\u{302}m", "Phúc", "Giang"])
    ]
    if random.happens(2, outOf: 5) {
      person["birthDate"] = pick(["1970-01", "1970-01-05", "1970-01-06", "1971-02"])
    }
    if random.happens(1, outOf: 8) { person["person"] = "p\(number(1...1_000_000))" }
    if random.happens(1, outOf: 4) { person["incumbent"] = random.happens(1, outOf: 2) }
    if random.happens(1, outOf: 6) { person["note"] = "ghi chú" }
    return person
  }

  // MARK: Ballots

  /// Writes a ballot file of one of the kinds; gives its name.
  private mutating func ballots(_ name: String, _ place: String, _ count: Int, names: Int, seats: Int) throws
    -> String
  {
    var text = RandomBallots(random: random, names: names, seats: seats)
    let bytes = random.happens(1, outOf: 2) ? text.matrix(count) : text.list(count)
    random = text.random
    try folder.write(bytes, to: place + name + ".csv")
    guard random.happens(1, outOf: 10) else { return name + ".csv" }
    try PackedSample.pack(place + name + ".csv", names: names, seats: seats, in: folder)
    return name + ".kpb"
  }
}
