import CanonicalJSON
import Elections
import Faults
import Foundation
import Machine
import Testing

@testable import Verification
@testable import kiemphieu

/// Sittings that build on one another.
@Suite("Chains of sittings")
struct ChainTests {
  private static let before = "truoc/dai-hoi/result.json"

  /// A copy of a sample whose earlier result was changed and everything closed again: its `self`, its digest in the election file.
  private func forged(_ sample: String, _ place: [JSONValue.Step], _ change: (JSONValue) -> JSONValue?) throws
    -> Folder
  {
    let folder = try Folder(copyOf: sample)
    let old = try folder.bytes(Self.before)
    let value = try #require(try Forgery.value(old).replacing(place[...], change))
    let new = try Forgery.closed(value)
    #expect(new != old)
    try folder.write(new, to: Self.before)
    let election = String(decoding: try folder.bytes("election.json"), as: UTF8.self)
    try folder.write(
      election.replacing(SHA256.digest(of: old).hex, with: SHA256.digest(of: new).hex), to: "election.json")
    return folder
  }

  private static let contest: [JSONValue.Step] = [.key("contests"), .index(0)]

  static let changes: [[JSONValue.Step]] = [
    [.key("base")], [.key("needed")], [.key("vacant")], [.key("ballots"), .key("valid")],
    [.key("ballots"), .key("recorded")], [.key("tally"), .key("undervotes")],
    [.key("tally"), .key("validByVotes"), .index(3)],
    [.key("candidates"), .index(3), .key("votes")], [.key("electorate"), .key("convened")], [.key("seats")],
    [.key("tally"), .key("files"), .index(0), .key("ballots")],
  ]

  @Test(
    "An earlier result that contradicts itself is caught, though everything was closed again",
    arguments: changes)
  func contradiction(place: [JSONValue.Step]) throws {
    let folder = try forged("Samples/thieu-nguoi/2-bau-them", Self.contest + place) { value in
      if case .integer(let number) = value { .integer(number + 1) } else { nil }
    }
    try expectCaught(in: folder)
  }

  @Test("What rests on a contest or a result that is missing is left open")
  func missing() throws {
    func outcome(_ check: CheckID, _ contest: String, _ certificate: Certificate) -> Check.Outcome? {
      certificate.checks.first { $0.id == check && $0.subject == .contest(contest) }?.outcome
    }
    let folder = try Folder(copyOf: "Tests/ScenarioTests/Scenarios/rounds")
    let result = try folder.count()
    try folder.remove("1.csv")
    let round = try folder.verify(result)
    guard case .notChecked? = outcome(.round, "bau-lai", round) else {
      Issue.record("the round was checked against figures that nobody counted")
      return
    }
    let later = try Folder(copyOf: "Samples/thieu-nguoi/2-bau-them")
    let second = try later.count()
    try later.remove(Self.before)
    let certificate = try later.verify(second)
    guard case .notChecked? = outcome(.findings, "ban-chap-hanh-lan-2", certificate) else {
      Issue.record("findings that rest on an earlier result were checked without it")
      return
    }
  }

  /// What is counted by an election file is verified.
  private func expectAgreement(on election: String, in folder: Folder) throws {
    try folder.write(election, to: "election.json")
    let certificate = try folder.verify(try folder.count())
    #expect(certificate.verdict == .agrees, "\(certificate.failures)")
  }

  @Test("A round names the contest before in either spelling, and a re-vote of namesakes is of those tied")
  func spellings() throws {
    let folder = try Folder(copyOf: "Tests/ScenarioTests/Scenarios/rounds")
    let election = String(decoding: try folder.bytes("election.json"), as: UTF8.self)
    for changed in [
      election.replacing(#""id": "vong-1""#, with: "\"id\": \"v\u{F2}ng\"")
        .replacing(#""follows": "vong-1""#, with: "\"follows\": \"vo\u{300}ng\""),
      election.replacing("Hoàng Thị Dung", with: "Phạm Văn Cường"),
    ] {
      try expectAgreement(on: changed, in: folder)
    }
  }

  @Test("Namesakes are paired as a whole, whoever comes first")
  func namesakes() throws {
    let folder = try Folder(copyOf: "Tests/ScenarioTests/Scenarios/rounds")
    let election = String(decoding: try folder.bytes("election.json"), as: UTF8.self)
    // The first of the re-vote, of whom the month is known, can be either of the tied; the second only one of them.
    let days = [("Hoàng Thị Dung", "1970-05-20", "1970-05"), ("Phạm Văn Cường", "1970-05-10", "1970-05-10")]
    let middle = try #require(election.range(of: #""id": "bau-lai""#)).lowerBound
    var (first, second) = (String(election[..<middle]), String(election[middle...]))
    for (name, tied, again) in days {
      first = first.replacing("\"\(name)\"", with: "\"Lê An\", \"birthDate\": \"\(tied)\"")
      second = second.replacing("\"\(name)\"", with: "\"Lê An\", \"birthDate\": \"\(again)\"")
    }
    for swapped in [false, true] {
      let election = first + (swapped ? second.replacing("1970-05-10", with: "1970-05-20") : second)
      try expectAgreement(on: election, in: folder)
    }
  }

  @Test("A round after a contest that is not there cannot be, though it was counted when there was one")
  func followsNothing() throws {
    let folder = try Folder(copyOf: "Samples/thieu-nguoi/2-bau-them")
    let result = try folder.count()
    let election = String(decoding: try folder.bytes("election.json"), as: UTF8.self)
    try folder.write(
      election.replacing(#""follows": "ban-chap-hanh""#, with: #""follows": "chi-uy""#), to: "election.json")
    let certificate = try folder.verify(result)
    #expect(
      certificate.failures.contains { $0.contains("there is no contest before, or more than one") },
      "\(certificate.failures)")
  }

  private func expectCaught(in folder: Folder) throws {
    let document = try #require(ResultDocument(try folder.bytes(Self.before), name: Self.before))
    #expect(document.isCanonical)
    #expect(!document.contradictions(knowing: [:]).isEmpty || !document.brokenTotals.isEmpty)
    // The side that counts takes most of them: what it makes of them is verified all the same.
    guard let result = try? folder.count() else { return }
    let certificate = try folder.verify(result)
    #expect(certificate.verdict == .differs)
    #expect(certificate.failures.contains { $0.hasPrefix("earlier ") }, "\(certificate.failures)")
  }

  static let texts: [([JSONValue.Step], JSONValue)] = [
    ([.key("status")], "filled"), ([.key("elected")], [1, 2]),
    ([.key("candidates"), .index(0), .key("elected")], false),
    ([.key("candidates"), .index(0), .key("percent")], "1,00"),
    ([.key("candidates"), .index(0), .key("because")], "R-TIE"),
    ([.key("findings")], []), ([.key("tie")], ["votes": 30, "candidates": [1, 2], "seats": 1]),
    ([.key("statusArticle")], "Đ1"),
  ]

  @Test("Likewise a status, a name more or less, a share, a ground, a finding", arguments: texts.indices)
  func contradiction(index: Int) throws {
    let (place, value) = Self.texts[index]
    let folder = try forged("Samples/thieu-nguoi/2-bau-them", Self.contest + place) { _ in value }
    try expectCaught(in: folder)
  }

  @Test(
    "An earlier result is recounted where its own evidence lies beside it, and removing any of that lowers the verdict"
  )
  func recounted() throws {
    let folder = try Folder(copyOf: "Samples/tranh-ghe-cuoi")
    let first = try folder.count()
    try folder.write(first, to: "2-bau-lai/truoc/dai-hoi/result.json")
    let inner = try #require(
      JSONValue(try JSONParser.parse(try folder.bytes("2-bau-lai/election.json"), file: "e")))
    let after: [JSONValue.Step] = [.key("after"), .index(0), .key("sha256")]
    let bound = try #require(inner.replacing(after[...]) { _ in .string(SHA256.digest(of: first).hex) })
    try folder.write(bound.canonicalBytes(), to: "2-bau-lai/election.json")
    let result = try folder.count("2-bau-lai/election.json")
    func verify() throws -> Certificate { try folder.verify(result, election: "2-bau-lai/election.json") }

    var certificate = try verify()
    #expect(certificate.verdict == .agrees)
    let alone = certificate.outcome(.earlierRecount)
    guard case .notChecked(let why)? = alone.first, alone.count == 1 else {
      Issue.record("it has nothing to recount from")
      return
    }
    #expect(why.reason == .verifyBySelf && !why.isMaterial)

    for name in ["election.json", "ban-chap-hanh.csv"] {
      try folder.write(try folder.bytes(name), to: "2-bau-lai/truoc/dai-hoi/" + name)
    }
    certificate = try verify()
    #expect(certificate.verdict == .agrees)
    guard case .passed? = certificate.outcome(.earlierRecount).first else {
      Issue.record("it was not recounted")
      return
    }
    for name in ["election.json", "ban-chap-hanh.csv"] {
      let place = "2-bau-lai/truoc/dai-hoi/" + name
      let bytes = try folder.bytes(place)
      try folder.remove(place)
      #expect(try verify().verdict == .unfinished, "\(name)")
      try folder.write(bytes + [0x0A], to: place)
      if name != "election.json" { #expect(try verify().verdict == .differs, "\(name)") }
      try folder.write(bytes, to: place)
    }
    #expect(try verify().verdict == .agrees)
  }

  /// A sitting after an earlier result that a change was made to, everything closed again.
  private func after(_ place: [JSONValue.Step], _ value: JSONValue) throws -> (folder: Folder, Certificate) {
    let folder = try forged("Samples/thieu-nguoi/2-bau-them", place) { _ in value }
    return (folder, try folder.verify(try folder.count()))
  }

  @Test(
    "An earlier result without a member that every result has is caught, and so is one that lost who must sign",
    arguments: [
      (Self.contest + [.key("seats")], nil, "something is missing or of another type"),
      ([.key("roster")], ["name": "signers"], "the result does not state who must sign"),
      (
        [.key("roster")], ["name": "signers", "quorum": ["head": 0], "sha256": nil],
        "the result does not state who must sign"
      ),
    ] as [([JSONValue.Step], JSONValue?, String)])
  func missingMember(place: [JSONValue.Step], value: JSONValue?, words: String) throws {
    let sample = "Samples/thieu-nguoi/2-bau-them"
    let result = try Folder(copyOf: sample).count()
    let certificate = try forged(sample, place) { _ in value }.verify(result)
    #expect(certificate.verdict == .differs)
    #expect(certificate.failures.contains { $0.contains(words) }, "\(certificate.failures)")
  }

  @Test(
    "A chain is worth no more than the signatures in it: they are missed where nobody looked, or nothing binds them",
    arguments: [(DigestKind.sha256, NotChecked.Reason.notLookedAt), (.none, .noDigest)])
  func earlierSignatures(digest: DigestKind, reason: NotChecked.Reason) throws {
    let folder = try Folder(copyOf: "Samples/tranh-ghe-cuoi")
    let keys = Array(
      "head:Hoa ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ0q8Y0kq0F7n0n1d8m0mQy2c9rQ3o5v6w7x8y9z0A1B\n".utf8)
    let roster: JSONValue = [
      "file": "signers", "sha256": .string(SHA256.digest(of: keys).hex), "quorum": ["head": 1],
    ]
    guard case .object(let members) = try Forgery.value(try folder.bytes("election.json")) else { return }
    let election = JSONValue.object(members.merging(["roster": roster]) { $1 })
    try folder.write(election.canonicalBytes(), to: "election.json")
    try folder.write(keys, to: "signers")
    let first = try folder.count(digest: digest)
    for (name, bytes) in [("result.json", first), ("signers", keys)] {
      try folder.write(bytes, to: "2-bau-lai/truoc/dai-hoi/" + name)
    }
    let inner = "2-bau-lai/election.json"
    let after: [JSONValue.Step] = [.key("after"), .index(0), .key("sha256")]
    let bound = try #require(
      try Forgery.value(try folder.bytes(inner)).replacing(after[...]) { _ in
        .string(SHA256.digest(of: first).hex)
      })
    try folder.write(bound.canonicalBytes(), to: inner)
    var result = try folder.count(inner)
    let certificate = try folder.verify(result, election: inner)
    #expect(certificate.verdict == .unfinished)
    guard case .notChecked(let why)? = certificate.outcome(.earlierSignatures).first else {
      Issue.record("nobody looked at the signatures")
      return
    }
    #expect(why.reason == reason && why.isMaterial)

    // Somebody looks: at nothing, at a good one, at a bad one.
    guard reason == .notLookedAt else { return }
    let good = SignatureEvidence.Signature(principal: "head:Hoa")
    let bad = SignatureEvidence.Signature(principal: "head:Hoa", problem: Phrase("x"))
    for (signatures, shown) in [([], "notChecked"), ([good], "passed"), ([bad], "failed")] {
      let seen = try folder.verify(
        result, election: inner, earlierSignatures: SignatureEvidence(signatures: signatures))
      let outcomes = seen.outcome(.earlierSignatures)
      #expect(outcomes.map { String("\($0)".prefix { $0 != "(" }) } == [shown])
      #expect(!seen.strangers.contains("truoc/dai-hoi/signers"))
    }
    func outcome(roster: Digest) throws -> [String] {
      let evidence = SignatureEvidence(signatures: [good], roster: roster)
      let seen = try folder.verify(result, election: inner, earlierSignatures: evidence)
      return seen.outcome(.earlierSignatures).map { String("\($0)".prefix { $0 != "(" }) }
    }
    // The list of signers of this sitting will do where it is the same.
    try folder.remove("2-bau-lai/truoc/dai-hoi/signers")
    #expect(try outcome(roster: SHA256.digest(of: keys)) == ["notChecked"])
    guard case .object(let later) = bound else { return }
    try folder.write(JSONValue.object(later.merging(["roster": roster]) { $1 }).canonicalBytes(), to: inner)
    try folder.write(keys, to: "2-bau-lai/signers")
    result = try folder.count(inner)
    #expect(try outcome(roster: SHA256.digest(of: keys)) == ["passed"])
    try folder.write(keys + keys, to: "2-bau-lai/signers")
    #expect(try outcome(roster: SHA256.digest(of: keys)) == ["notChecked"])
    try folder.write(keys, to: "2-bau-lai/truoc/dai-hoi/signers")
    #expect(try outcome(roster: SHA256.digest(of: keys)) == ["passed"])
    #expect(try outcome(roster: SHA256.digest(of: keys + keys)) == ["failed"])
  }

  /// The election of the smallest sample, after results.
  private func election(_ folder: Folder, after results: [(file: String, digest: Digest)]) throws -> [UInt8] {
    guard case .object(var members) = try Forgery.value(try folder.bytes("election.json")) else { return [] }
    members["after"] = .array(
      results.map { ["result": .string($0.file), "sha256": .string($0.digest.hex)] })
    return JSONValue.object(members).canonicalBytes()
  }

  /// No digest fits in a circle, but a forger need not care.
  @Test(
    "Results that come after each other, and after themselves, differ, and that is found soon",
    arguments: [1, 12])
  func circle(count: Int) throws {
    let folder = try Folder(copyOf: "Samples/ba-phieu")
    guard case .object(var members) = try Forgery.value(try folder.count()) else { return }
    let election = try election(
      folder, after: (0..<count).map { ("\($0).json", SHA256.digest(of: [UInt8($0)])) })
    try folder.write(election, to: "election.json")
    members["election"] = [
      "bytes": .integer(election.count), "sha256": .string(SHA256.digest(of: election).hex),
    ]
    for number in 0..<count {
      members["number"] = .integer(number)
      try folder.write(try Forgery.closed(.object(members)), to: "\(number).json")
    }
    let certificate = try folder.verify(try Forgery.closed(.object(members)))
    #expect(certificate.outcome(.earlierRecount).count == count)
    #expect(certificate.failures.contains("earlierRecount  this result comes after itself"))
    #expect(certificate.failures.count < 100 * count)
  }

  @Test("Sixteen sittings are gone back, one lying in the folder of the next; no more", arguments: [16, 17])
  func depth(sittings: Int) throws {
    let folder = try Folder(copyOf: "Samples/ba-phieu")
    let ballots = try folder.bytes("phieu.csv")
    var places = (0..<sittings).map { String(repeating: "a/", count: sittings - $0) }
    var earlier: [UInt8]?
    for place in places + [""] {
      let after = earlier.map { [(file: "a/result.json", digest: SHA256.digest(of: $0))] } ?? []
      try folder.write(try election(folder, after: after), to: place + "e.json")
      try folder.write(ballots, to: place + "phieu.csv")
      earlier = try folder.count(place + "e.json")
      try folder.write(try #require(earlier), to: place + "result.json")
      try folder.write(try folder.bytes(place + "e.json"), to: place + "election.json")
    }
    let result = try #require(earlier)
    #expect(try folder.verify(result).failures.isEmpty)
    try folder.write(ballots + Array("2\n".utf8), to: places.removeFirst() + "phieu.csv")
    #expect(try folder.verify(result).failures.isEmpty == (sittings > 16))
  }

  @Test(
    "What was found of a result that several come after is said of each",
    arguments: [
      (nil, "passed", Verdict.agrees), ("", "notChecked", .unfinished), ("2\n", "failed", .differs),
    ] as [(String?, String, Verdict)])
  func sharedEarlierResult(added: String?, outcome: String, verdict: Verdict) throws {
    let folder = try Folder(copyOf: "Samples/ba-phieu")
    let (election, ballots) = (try folder.bytes("election.json"), try folder.bytes("phieu.csv"))
    try folder.write(election, to: "b/a/election.json")
    for place in ["b/a/phieu.csv", "b/phieu.csv"] { try folder.write(ballots, to: place) }
    let first = try folder.count("b/a/election.json")
    try folder.write(first, to: "b/a/result.json")
    try folder.write(
      try self.election(folder, after: [("a/result.json", SHA256.digest(of: first))]), to: "b/election.json")
    let second = try folder.count("b/election.json")
    try folder.write(second, to: "b/result.json")
    let both = [("b/result.json", SHA256.digest(of: second)), ("b/a/result.json", SHA256.digest(of: first))]
    try folder.write(try self.election(folder, after: both), to: "election.json")
    let third = try folder.count()
    // The ballots of the first are as they were, or gone, or there are more.
    switch added {
    case nil: break
    case "": try folder.remove("b/a/phieu.csv")
    case let added?: try folder.write(ballots + Array(added.utf8), to: "b/a/phieu.csv")
    }
    let certificate = try folder.verify(third)
    #expect(certificate.verdict == verdict, "\(certificate.failures)")
    #expect(
      certificate.outcome(.earlierRecount).map { String("\($0)".prefix { $0 != "(" }) } == [outcome, outcome])
    // What the earlier results rest on is no stranger.
    #expect(!certificate.strangers.contains { $0.hasPrefix("b/") })
  }

  @Test("A correction is an earlier result like any other")
  func afterACorrection() throws {
    let folder = try Folder(copyOf: "Samples/thieu-nguoi/2-bau-them")
    let old = try folder.bytes(Self.before)
    guard case .object(var members) = try Forgery.value(old) else { return }
    members["replaces"] = ["sha256": .string(String(repeating: "0", count: 64)), "because": "nhập sai"]
    let new = try Forgery.closed(.object(members))
    try folder.write(new, to: Self.before)
    let election = String(decoding: try folder.bytes("election.json"), as: UTF8.self)
    try folder.write(
      election.replacing(SHA256.digest(of: old).hex, with: SHA256.digest(of: new).hex), to: "election.json")
    let result = try folder.count()
    #expect(try folder.verify(result).verdict == .agrees)
    // The former result of the chain beside it, and a correction of that correction.
    members["replaces"] = ["sha256": .string(SHA256.digest(of: new).hex), "because": "nhập sai nữa"]
    try folder.write(try Forgery.closed(.object(members)), to: "truoc/dai-hoi/sua/result.json")
    let certificate = try folder.verify(result)
    #expect(certificate.verdict == .unfinished)
    #expect(certificate.open == [.verifyBySelf])
  }

  @Test("An earlier result without digests binds no ballots")
  func earlierWithoutDigests() throws {
    let folder = try forged("Samples/thieu-nguoi/2-bau-them", [], Self.withoutDigests)
    let certificate = try folder.verify(try folder.count())
    #expect(certificate.verdict == .unfinished, "\(certificate.failures)")
    #expect(certificate.open == [.noDigest])
  }

  /// The result as it is counted without digests.
  private static func withoutDigests(_ value: JSONValue) -> JSONValue {
    switch value {
    case .array(let elements): return .array(elements.map(withoutDigests))
    case .object(var members):
      for (key, value) in members {
        members[key] = key == "sha256" ? .null : key == "digest" ? "none" : withoutDigests(value)
      }
      return .object(members)
    default: return value
    }
  }

  @Test(
    "An earlier result has the digests that it says were taken, and no others", arguments: ["none", "tree"])
  func earlierWithOtherDigests(kind: String) throws {
    let (_, certificate) = try after([.key("digest")], .string(kind))
    #expect(certificate.verdict == .differs)
  }

  // MARK: Rounds

  private func person(_ name: String, _ date: String? = nil, key: String? = nil) -> Candidate {
    Candidate(number: 1, name: name, person: key, birthDate: date.flatMap { BirthDate($0) })
  }

  private func tied(_ people: [Candidate], seats: Int) -> KnownContest {
    KnownContest(
      id: "truoc", office: .committee, seats: seats, round: .first, candidates: people, status: .tied,
      elected: [],
      tie: Standing.Tie(votes: 9, candidates: Array(1...people.count), seats: seats))
  }

  private func revote(_ people: [Candidate], seats: Int, office: Office = .committee) -> Contest {
    Contest(
      id: "sau", office: office, title: "Bầu lại",
      electorate: Electorate(body: .memberCongress, convened: 20, present: 20),
      seats: seats, round: .later(number: 2, kind: .tieBreak, follows: "truoc"), candidates: people,
      ballots: BallotAccount(issued: 20, returned: 20, files: []))
  }

  @Test("A re-vote names exactly the tied, for the seats left, on the same office")
  func revotes() {
    let two = [person("An"), person("Bình")]
    let before = tied(two, seats: 1)
    func isRefused(_ contest: Contest, _ before: KnownContest) -> Bool {
      !RoundRules.contradictions(contest, after: before).isEmpty
    }
    #expect(!isRefused(revote(two, seats: 1), before))
    #expect(!isRefused(revote(two.reversed(), seats: 1), before))
    #expect(isRefused(revote([person("An"), person("Cường")], seats: 1), before))
    #expect(isRefused(revote(two + [person("Cường")], seats: 1), before))
    #expect(isRefused(revote([person("An")], seats: 1), before))
    #expect(isRefused(revote(two, seats: 2), before))
    #expect(isRefused(revote(two, seats: 1, office: .secretary), before))
    // Two of one name: each needs one of his own.
    let namesakes = [person("An", "1970-01"), person("An", "1971-01")]
    #expect(
      !isRefused(
        revote([person("An", "1971-01-05"), person("An", "1970-01")], seats: 1), tied(namesakes, seats: 1)))
    #expect(
      isRefused(
        revote([person("An", "1970-01-05"), person("An", "1970-01-06")], seats: 1), tied(namesakes, seats: 1))
    )
    // Of three, who can be several gives way to who can be one only, whoever comes first.
    let three = tied([person("An"), person("An", "1971-01"), person("An", "1972-01")], seats: 1)
    let days = ["1971-01-05", "1972-01-05", "1970-01-05"].map { person("An", $0) }
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
      #expect(!isRefused(revote(order.map { days[$0] }, seats: 1), three), "\(order)")
    }
    #expect(
      isRefused(
        revote([person("An", key: "x"), person("An", key: "y")], seats: 1),
        tied([person("An", key: "x"), person("An", key: "z")], seats: 1)))
  }

  @Test("Nothing follows a contest that filled its seats, and no re-vote one without a tie")
  func nothingLeft() {
    var before = tied([person("An"), person("Bình")], seats: 1)
    before.status = .filled
    before.tie = nil
    #expect(
      !RoundRules.contradictions(revote([person("An"), person("Bình")], seats: 1), after: before).isEmpty)
    before.status = .short
    #expect(
      !RoundRules.contradictions(revote([person("An"), person("Bình")], seats: 1), after: before).isEmpty)
    var continuation = revote([person("Cường"), person("Dung")], seats: 1)
    continuation.round = .later(number: 2, kind: .continuation, follows: "truoc")
    #expect(RoundRules.contradictions(continuation, after: before).isEmpty)
  }

  @Test("A continuation after a tie waits for the re-vote, and nothing continues what decides nothing")
  func continuations() {
    var before = tied([person("An"), person("Bình")], seats: 1)
    var continuation = revote([person("An"), person("Bình")], seats: 1)
    continuation.round = .later(number: 2, kind: .continuation, follows: "truoc")
    func isRefused() -> Bool { !RoundRules.contradictions(continuation, after: before).isEmpty }
    #expect(isRefused())
    before.round = .later(number: 2, kind: .continuation, follows: "a")
    #expect(isRefused())
    before.round = .later(number: 2, kind: .tieBreak, follows: "a")
    #expect(!isRefused())
    before.tie = nil
    for (status, refused) in [
      (ContestStatus.short, false), (.filled, true), (.void, true), (.incomplete, true),
    ] {
      before.status = status
      #expect(isRefused() == refused, "\(status)")
    }
  }

  @Test("A second re-vote after the same tie is said to, by both sides")
  func secondRevote() throws {
    let folder = try Folder(copyOf: "Tests/ScenarioTests/Scenarios/rounds")
    guard case .object(var election) = try Forgery.value(try folder.bytes("election.json")),
      case .array(let contests)? = election["contests"], case .object(var again)? = contests.last
    else {
      Issue.record("the scenario has two contests")
      return
    }
    again["id"] = "bau-lai-nua"
    again["ballots"] = ["issued": 6, "returned": 6, "files": ["3.csv"]]
    election["contests"] = .array(contests + [.object(again)])
    try folder.write(JSONValue.object(election).canonicalBytes(), to: "election.json")
    try folder.write(try folder.bytes("2.csv"), to: "3.csv")
    let result = try folder.count()
    #expect(String(decoding: result, as: UTF8.self).contains("\"code\":\"officeRepeated\""))
    #expect(try folder.verify(result).verdict == .agrees)
  }

  @Test("A round that follows a contest of another organization or another term is said to")
  func otherSittings() throws {
    let folder = try Folder(copyOf: "Samples/thieu-nguoi/2-bau-them")
    let own = String(decoding: try folder.bytes("election.json"), as: UTF8.self)
    for (key, code) in [("organization", "otherOrganization"), ("term", "otherTerm")] {
      let edited = own.replacing(try Regex("\"\(key)\": \"[^\"]*\""), with: "\"\(key)\": \"Khác\"")
      #expect(edited != own)
      try folder.write(Array(edited.utf8), to: "election.json")
      let result = try folder.count()
      #expect(String(decoding: result, as: UTF8.self).contains("\"code\":\"\(code)\""))
      #expect(try folder.verify(result).verdict == .agrees)
      let place = try #require(
        String(decoding: result, as: UTF8.self).firstRange(of: "\"code\":\"\(code)\""))
      let forged = String(decoding: result, as: UTF8.self).replacingCharacters(
        in: place, with: "\"code\":\"roundNumber\"")
      let value = try Forgery.value(Array(forged.utf8))
      #expect(try folder.verify(try Forgery.closed(value)).verdict == .differs)
    }
  }
}
