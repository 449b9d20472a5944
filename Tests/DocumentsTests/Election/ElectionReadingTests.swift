import Documents
import Elections
import Faults
import Rulebooks
import TestSupport
import Testing

@Suite("Election files as they should be")
struct ElectionReadingTests {
  @Test("Everything that the file says")
  func everything() throws {
    let document = try election()
    let election = document.election
    #expect(document.rulebook.id == "244-QD/TW" && election.regulation == nil)
    #expect(election.organization == "Đảng bộ Văn phòng UBND tỉnh" && election.superior == "Đảng bộ Khối")
    #expect(election.congress == "Đại hội Đảng bộ" && election.term == "2020-2025")
    #expect(election.date == day("2020-06-18") && election.place == "Gia Nghĩa")
    #expect(election.planFile == "plan.json")
    #expect(
      election.countingBoard == [
        BoardMember(name: "Lê Thị Hoa", role: .head), BoardMember(name: "Vũ Văn Nam", role: .member),
      ])
    #expect(election.after == [PriorResult(file: "truoc/result.json", sha256: digestA)])
    #expect(election.roster == Roster(file: "signers", sha256: digestB, quorum: [.head: 1, .member: 2]))
    #expect(election.contests == [Self.committee, Self.delegates])
    #expect(document.faults.isEmpty)
  }

  static let committee = Contest(
    id: "ban-chap-hanh", office: .committee, title: "Bầu Ban Chấp hành",
    electorate: Electorate(
      body: .memberCongress, convened: 120, present: 113,
      deductions: [Deduction(.exemptAbsent, 2), Deduction(.suspended, 3, note: "có đơn")]),
    seats: 2,
    candidates: [
      Candidate(number: 1, name: "Lê An", birthDate: BirthDate("1970-05"), gender: .male, incumbent: true),
      Candidate(
        number: 2, name: "Vũ Bình", person: "binh", ethnicity: "Kinh", unit: "Chi bộ I", leadership: false,
        note: "ghi"),
      Candidate(number: 3, name: "Tô Cường"),
    ],
    ballots: BallotAccount(issued: 113, returned: 112, files: ["to-1.csv", "to-2.csv"]))

  static let delegates = Contest(
    id: "bau-them", office: .delegates, title: "Bầu thêm",
    electorate: Electorate(body: .delegateCongress, convened: 99, present: 98), seats: 1,
    round: .later(number: 2, kind: .continuation, follows: "dai-bieu"),
    candidates: [Candidate(number: 1, name: "Hà Dung")],
    ballots: BallotAccount(issued: 98, returned: 97, files: ["sau/phieu.csv"]))

  @Test("The least that a file may say")
  func least() throws {
    let file = """
      {"format": "kiemphieu-election", "version": 1, "organization": "Chi bộ V", "congress": "Đại hội",
       "term": "2025-2027", "date": "2025-03-20", "contests": [{"id": "a", "office": "secretary", "title": "Bí thư",
       "electorate": {"body": "memberCongress", "convened": 1, "present": 0}, "seats": 1,
       "candidates": [{"number": 1, "name": "An"}], "ballots": {"issued": 0, "returned": 0, "files": []}}]}
      """
    for mark in [[], [0xEF, 0xBB, 0xBF] as [UInt8]] {
      let document = try ElectionDocument.read(mark + Array(file.utf8), file: "e.json").get()
      #expect(document.rulebook.id == "190-QD/TW")
      #expect(document.election.contests[0].round == .first)
      #expect(document.election.contests[0].form == .agreeDisagree)
      #expect(document.election.countingBoard.isEmpty && document.election.roster == nil)
    }
  }

  @Test(
    "What may be edited without a fault",
    arguments: [
      ("\"place\"", "\"x-place\""), ("\"note\": \"ghi\"", "\"x-\": \"ghi\""),
      ("\"superior\": \"Đảng bộ Khối\",", ""),
      ("\"plan\": \"plan.json\",", ""), ("\"regulation\": \"auto\",", ""), ("\"round\": 1,", ""),
      ("\"form\": \"strikeOut\",", ""), ("\"name\": \"Tô Cường\"", "\"name\": \"Lê An\""),
      ("\"name\": \"Tô Cường\"", "\"name\": \"Vu\u{303} Bi\u{300}nh\""), ("\"auto\"", "\"190-QD/TW\""),
      ("\"to-2.csv\"", "\"./tap phieu/Tổ 2.csv\""),
      ("\"seats\": 2", "\"x-a\": {\"a\": [1.5e3]}, \"seats\": 2"),
      ("\"convened\": 120", "\"convened\": 1000000000000"), ("\"present\": 113", "\"present\": 0"),
      ("\"count\": 2", "\"count\": 116"), ("\"head\": 1, \"member\": 2", "\"presidium\": 1"),
      ("\"head\": 1", "\"head\": 0"), ("\"issued\": 113", "\"issued\": 0"), ("2020-06-18", "2014-06-09"),
      ("2020-06-18", "2024-10-10"), ("\"1970-05\"", "\"1970-05-31\""), ("Hà Dung", "H'Hen Niê 😀 “Ó” 👩‍👩‍👧"),
      ("Hà Dung", "نیک\u{200C}نام"), ("Hà Dung", "O\\\"Brien \\\\"),
      ("Hà Dung", String(repeating: "ộ", count: 1000)),
      ("\"round\": 2", "\"round\": 1000"), ("\"continuation\"", "\"tieBreak\""),
    ])
  func allowed(old: String, new: String) throws {
    let document = try election((old, new))
    #expect(document.faults.isEmpty)
  }

  @Test("Paths are in their shortest spelling, names as they are written")
  func spelling() throws {
    let document = try election(
      ("\"to-1.csv\"", "\".//a/./to-1.csv\""), ("Hà Dung", "Ha\u{300} Dung"),
      ("\"plan.json\"", "\"./plan.json\""))
    #expect(document.election.contests[0].ballots.files == ["a/to-1.csv", "to-2.csv"])
    #expect(document.election.planFile == "plan.json")
    #expect(Array(document.election.contests[1].candidates[0].name.utf8) == Array("Ha\u{300} Dung".utf8))
  }

  @Test("A regulation that the file forces, even before its time")
  func forced() throws {
    let document = try election(("\"auto\"", "\"244-QD/TW\""), ("2020-06-18", "2014-06-08"))
    #expect(document.rulebook.id == "244-QD/TW" && document.election.regulation == "244-QD/TW")
  }
}
