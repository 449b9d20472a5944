import Elections
import Testing

@Suite("Contests")
struct ContestTests {
  @Test(
    "The form follows from names and seats (R-FORM)",
    arguments: [
      (1, 1, BallotForm.agreeDisagree), (2, 1, .strikeOut), (2, 2, .agreeDisagree), (17, 15, .strikeOut),
      (15, 15, .agreeDisagree), (1024, 1023, .strikeOut), (1024, 1024, .agreeDisagree),
    ])
  func form(names: Int, seats: Int, form: BallotForm) {
    #expect(BallotForm(names: names, seats: seats) == form)
  }

  @Test("Rounds")
  func rounds() {
    let later = Round.later(number: 3, kind: .tieBreak, follows: "a")
    #expect(Round.first.number == 1 && Round.first.kind == nil && Round.first.follows == nil)
    #expect(later.number == 3 && later.kind == .tieBreak && later.follows == "a")
    #expect(later.isTieBreak && !Round.first.isTieBreak)
    #expect(!Round.later(number: 2, kind: .continuation, follows: "a").isTieBreak)
  }

  @Test("The base is the convened less the deductions, whoever is present (R-BASE)")
  func base() {
    let electorate = Electorate(
      body: .memberCongress, convened: 15, present: 10,
      deductions: [Deduction(.exemptAbsent, 2), Deduction(.suspended, 1), Deduction(.excusedAbsent, 1)])
    #expect(electorate.base == 11)
    #expect(electorate.absent == 5)
  }

  @Test("Grounds in the order of the table of R-VALID; a ballot counts under its first")
  func grounds() {
    let codes = [
      "notIssued", "tooMany", "nobody", "bothMarked", "blank", "outsider", "marked", "signed", "other",
    ]
    #expect(InvalidityGround.allCases.map(\.rawValue) == codes)
    #expect(InvalidityGround.allCases.map(\.index) == Array(0..<9))
    #expect(InvalidityGround.allCases.reversed().sorted() == InvalidityGround.allCases)
    #expect(
      InvalidityGround.allCases.filter(\.isDeclared) == [.notIssued, .outsider, .marked, .signed, .other])
    for bits in 0..<UInt16(512) {
      let set = InvalidityGrounds(rawValue: bits)
      #expect(set.first == InvalidityGround.allCases.first(where: set.contains))
    }
  }

  @Test("What the files call things")
  func words() {
    #expect(
      Office.allCases.map(\.rawValue) == [
        "committee", "standingCommittee", "secretary", "deputySecretary", "inspectionCommittee",
        "inspectionChair", "inspectionDeputyChair", "delegates", "alternateDelegates",
      ])
    #expect(
      ElectingBody.allCases.map(\.rawValue) == [
        "memberCongress", "delegateCongress", "committee", "inspectionCommittee",
      ])
    #expect(
      DeductionGround.allCases.map(\.rawValue) == [
        "transferredAbsent", "exemptAbsent", "suspended", "prosecuted", "excusedAbsent",
        "committeeMemberAbsent", "delegateAbsentNoAlternate",
      ])
  }

  @Test(
    "Branches, by the name of the organization",
    arguments: [
      ("Chi bộ V", true), ("CHI BỘ Văn phòng", true), ("Chi bo\u{323}\u{302} V", true),
      ("Đảng bộ Văn phòng", false),
      ("Chi", false), ("Chi ủy", false), ("Đảng ủy Chi bộ", false),
    ])
  func branches(organization: String, isBranch: Bool) throws {
    let election = Election(
      organization: organization, congress: "Đại hội", term: "2020-2025",
      date: try #require(CalendarDate("2020-03-20")), contests: [])
    #expect(election.isBranch == isBranch)
  }
}
