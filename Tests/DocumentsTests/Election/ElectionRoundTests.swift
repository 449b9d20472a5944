import Documents
import Elections
import Faults
import Outcomes
import TestSupport
import Testing

/// What turns out wrong with an election file only when earlier results are known.
@Suite("Rounds and earlier results of an election file")
struct ElectionRoundTests {
  static func decided(
    _ names: [String], office: Office = .delegates, id: String = "dai-bieu", elected: [Int] = [],
    seats: Int = 2,
    tie: Tie? = nil
  ) -> DecidedContest {
    DecidedContest(
      id: id, office: office, round: .first, seats: seats,
      status: tie != nil ? .tied : elected.count == seats ? .filled : .short,
      candidates: names.enumerated().map { Candidate(number: $0.offset + 1, name: $0.element) },
      elected: elected,
      vacant: seats - elected.count, tie: tie)
  }

  @Test("The contest that a round follows: in this file before an earlier result")
  func followed() throws {
    let document = try election()
    let (own, prior) = (Self.decided(["An"]), Self.decided(["Bình"]))
    #expect(document.contestFollowed(by: 0, earlier: [own], prior: [prior]) == nil)
    #expect(document.contestFollowed(by: 1, earlier: [own], prior: [prior]) == own)
    #expect(document.contestFollowed(by: 1, earlier: [], prior: [prior]) == prior)
    #expect(document.faults.isEmpty)
  }

  @Test("A contest that is not there, or twice")
  func notFollowed() throws {
    let other = Self.decided(["An"], id: "khac")
    let same = Self.decided(["An"])
    for prior in [[], [other], [same, same]] {
      let document = try election()
      #expect(document.contestFollowed(by: 1, earlier: [other], prior: prior) == nil)
      #expect(brief(document.faults) == ["E019 contests[1].follows:44"])
    }
  }

  @Test("A round that contradicts the contest before")
  func contradictions() throws {
    let tie = Tie(votes: 5, candidates: [1, 2], seats: 1)
    let tieBreak = ("\"continuation\"", "\"tieBreak\"")
    func faults(_ previous: DecidedContest, _ edits: (String, String)...) throws -> [String] {
      let bytes = try Edit(edits).apply(to: electionFile)
      let document = try ElectionDocument.read(bytes, file: "e.json").get()
      document.checkRound(1, after: previous)
      return brief(document.faults)
    }
    let list = (
      "{\"number\": 1, \"name\": \"Hà Dung\"}",
      "{\"number\": 1, \"name\": \"B\"}, {\"number\": 2, \"name\": \"A\"}"
    )
    #expect(try faults(Self.decided(["A", "Hà Dung"], elected: [1])) == [])
    #expect(try faults(Self.decided(["A", "B"], elected: [1, 2])) == ["E020 contests[1].follows:44"])
    #expect(try faults(Self.decided(["A", "B"], office: .committee)) == ["E020 contests[1].office:38"])
    #expect(try faults(Self.decided(["A", "B"], tie: tie)) == ["E020 contests[1].kind:43"])
    #expect(try faults(Self.decided(["A", "B"]), tieBreak) == ["E020 contests[1].follows:44"])
    #expect(try faults(Self.decided(["A", "B"], tie: tie), tieBreak) == ["E020 contests[1].candidates:45"])
    #expect(try faults(Self.decided(["A", "B"], tie: tie), tieBreak, list) == [])
    #expect(
      try faults(Self.decided(["A", "B"], tie: tie), tieBreak, list, ("\"seats\": 1", "\"seats\": 2"))
        == ["E020 contests[1].seats:41"])
  }

  @Test("Files that are others than were meant")
  func digests() throws {
    let document = try election()
    document.reportOtherDigest(ofPrior: 0, found: digestB)
    document.reportOtherDigestOfRoster(found: digestA)
    #expect(brief(document.faults) == ["E022 after[0].sha256:13", "E022 roster.sha256:14"])
    #expect(document.faults.listed.map(\.text) == [digestA, digestB])
    #expect(document.faults.listed.first?.problem.en.contains(digestB) == true)
  }
}
