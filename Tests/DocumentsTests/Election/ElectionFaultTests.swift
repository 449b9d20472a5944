import Documents
import Faults
import Testing

@Suite("Faults of election files")
struct ElectionFaultTests {
  static let keys: [Edit] = [
    // Unknown keys
    Edit("\"place\"", "\"palce\"", "J007 palce:9"),
    Edit("\"seats\": 2", "\"seat\": 2", "J008 contests[0].seats:16", "J007 contests[0].seat:26"),
    Edit("\"note\": \"ghi\"", "\"nota\": \"ghi\"", "J007 contests[0].candidates[1].nota:31"),
    Edit("\"note\": \"có đơn\"", "\"X-note\": 1", "J007 contests[0].electorate.deductions[1][\"X-note\"]:24"),
    Edit("\"role\": \"head\"", "\"role\": \"head\", \"age\": 1", "J007 countingBoard[0].age:12"),
    Edit("\"head\": 1", "\"chief\": 1", "J007 roster.quorum.chief:14"),
    Edit("\"result\"", "\"x\": 1, \"result\"", "J007 after[0].x:13"),
    Edit("\"file\": \"signers\"", "\"file\": \"signers\", \"keys\": 1", "J007 roster.keys:14"),
    Edit("\"issued\": 113", "\"issued\": 113, \"valid\": 3", "J007 contests[0].ballots.valid:34"),
    Edit("\"convened\": 120", "\"convened\": 120, \"absent\": 7", "J007 contests[0].electorate.absent:22"),
    // Missing keys
    Edit("\"format\": \"kiemphieu-election\",", "", "J008 format:1"),
    Edit("\"version\": 1,", "", "J008 version:1"),
    Edit("\"organization\": \"Đảng bộ Văn phòng UBND tỉnh\",", "", "J008 organization:1"),
    Edit("\"congress\": \"Đại hội Đảng bộ\",", "", "J008 congress:1"),
    Edit("\"term\": \"2020-2025\",", "", "J008 term:1"), Edit("\"date\": \"2020-06-18\",", "", "J008 date:1"),
    Edit("\"contests\": [", "\"x-contests\": [", "J008 contests:1"),
    Edit("\"id\": \"ban-chap-hanh\",", "", "J008 contests[0].id:16"),
    Edit("\"office\": \"committee\",", "", "J008 contests[0].office:16"),
    Edit("\"title\": \"Bầu Ban Chấp hành\",", "", "J008 contests[0].title:16"),
    Edit("\"electorate\": {\"body\"", "\"x-e\": {\"body\"", "J008 contests[1].electorate:36"),
    Edit("\"body\": \"memberCongress\",", "", "J008 contests[0].electorate.body:20"),
    Edit("\"convened\": 120,", "", "J008 contests[0].electorate.convened:20"),
    Edit("\"present\": 113,", "", "J008 contests[0].electorate.present:20"),
    Edit("\"seats\": 2,", "", "J008 contests[0].seats:16"),
    Edit("\"candidates\": [{\"number\": 1, \"name\": \"Hà Dung\"}],", "", "J008 contests[1].candidates:36"),
    Edit("\"number\": 3, ", "", "J008 contests[0].candidates[2].number:32"),
    Edit(", \"name\": \"Tô Cường\"", "", "J008 contests[0].candidates[2].name:32"),
    Edit("\"ballots\": {\"issued\": 113", "\"x-b\": {\"issued\": 113", "J008 contests[0].ballots:16"),
    Edit("\"issued\": 113, ", "", "J008 contests[0].ballots.issued:34"),
    Edit("\"returned\": 112, ", "", "J008 contests[0].ballots.returned:34"),
    Edit(", \"files\": [\"sau/phieu.csv\"]", "", "J008 contests[1].ballots.files:46"),
    Edit("\"ground\": \"exemptAbsent\", ", "", "J008 contests[0].electorate.deductions[0].ground:24"),
    Edit(", \"count\": 2", "", "J008 contests[0].electorate.deductions[0].count:24"),
    Edit("\"name\": \"Lê Thị Hoa\", ", "", "J008 countingBoard[0].name:12"),
    Edit(", \"role\": \"member\"", "", "J008 countingBoard[1].role:12"),
    Edit("\"result\": \"truoc/result.json\", ", "", "J008 after[0].result:13"),
    Edit(", \"sha256\": \"\(digestA)\"", "", "J008 after[0].sha256:13"),
    Edit("\"file\": \"signers\", ", "", "J008 roster.file:14"),
    Edit("\"sha256\": \"\(digestB)\", ", "", "J008 roster.sha256:14"),
    Edit(", \"quorum\": {\"head\": 1, \"member\": 2}", "", "J008 roster.quorum:14"),
    // Keys that occur twice
    Edit("\"seats\": 2", "\"seats\": 2, \"seats\": 2", "J006 contests[0].seats:26"),
    Edit("\"place\": \"Gia Nghĩa\"", "\"place\": \"a\", \"pl\\u0061ce\": \"b\"", "J006 place:9"),
    Edit("\"place\": \"Gia Nghĩa\"", "\"x-a\": 1, \"x-a\": 2", "J006 [\"x-a\"]:9"),
  ]

  static let types: [Edit] = [
    Edit("\"Gia Nghĩa\"", "5", "J009 place:9"), Edit("\"Gia Nghĩa\"", "null", "J009 place:9"),
    Edit("\"2020-2025\"", "true", "J009 term:7"), Edit("\"2020-06-18\"", "20200618", "J009 date:8"),
    Edit("\"version\": 1", "\"version\": \"1\"", "J009 version:3"),
    Edit("\"auto\"", "244", "J009 regulation:10"),
    Edit("\"plan.json\"", "{}", "J009 plan:11"), Edit("\"kiemphieu-election\"", "1", "J009 format:2"),
    Edit("\"seats\": 2", "\"seats\": \"2\"", "J009 contests[0].seats:26"),
    Edit("\"seats\": 2", "\"seats\": [2]", "J009 contests[0].seats:26"),
    Edit("\"office\": \"committee\"", "\"office\": 1", "J009 contests[0].office:18"),
    Edit("\"incumbent\": true", "\"incumbent\": \"true\"", "J009 contests[0].candidates[0].incumbent:30"),
    Edit("\"leadership\": false", "\"leadership\": 0", "J009 contests[0].candidates[1].leadership:31"),
    Edit("\"1970-05\"", "1970", "J009 contests[0].candidates[0].birthDate:30"),
    Edit("[\"sau/phieu.csv\"]", "\"sau/phieu.csv\"", "J009 contests[1].ballots.files:46"),
    Edit("[\"sau/phieu.csv\"]", "[1]", "J009 contests[1].ballots.files[0]:46"),
    Edit("[{\"number\": 1, \"name\": \"Hà Dung\"}]", "{}", "J009 contests[1].candidates:45"),
    Edit("{\"number\": 1, \"name\": \"Hà Dung\"}", "\"Hà Dung\"", "J009 contests[1].candidates[0]:45"),
    Edit(
      "{\"body\": \"delegateCongress\", \"convened\": 99, \"present\": 98}", "99",
      "J009 contests[1].electorate:40"),
    Edit("{\"head\": 1, \"member\": 2}", "[1]", "J009 roster.quorum:14"),
    Edit("{\"name\": \"Lê Thị Hoa\", \"role\": \"head\"}", "\"Hoa\"", "J009 countingBoard[0]:12"),
    Edit("\"kind\": \"continuation\"", "\"kind\": null", "J009 contests[1].kind:43"),
    // Words
    Edit("\"office\": \"committee\"", "\"office\": \"Committee\"", "J012 contests[0].office:18"),
    Edit("\"memberCongress\"", "\"memberCongres\"", "J012 contests[0].electorate.body:21"),
    Edit("\"exemptAbsent\"", "\"absent\"", "J012 contests[0].electorate.deductions[0].ground:24"),
    Edit("\"male\"", "\"nam\"", "J012 contests[0].candidates[0].gender:30"),
    Edit("\"strikeOut\"", "\"strike\"", "J012 contests[0].form:27"),
    Edit("\"role\": \"head\"", "\"role\": \"chair\"", "J012 countingBoard[0].role:12"),
    Edit("\"continuation\"", "\"again\"", "J012 contests[1].kind:43"),
    // Numbers
    Edit("\"seats\": 2", "\"seats\": 0", "J011 contests[0].seats:26"),
    Edit("\"seats\": 2", "\"seats\": -1", "J011 contests[0].seats:26"),
    Edit("\"seats\": 2", "\"seats\": 2.0", "J010 contests[0].seats:26"),
    Edit("\"seats\": 2", "\"seats\": 2e0", "J010 contests[0].seats:26"),
    Edit("\"convened\": 120", "\"convened\": 1000000000001", "J011 contests[0].electorate.convened:22"),
    Edit(
      "\"convened\": 120", "\"convened\": 99999999999999999999", "J011 contests[0].electorate.convened:22"),
    Edit("\"convened\": 120", "\"convened\": 1e3", "J010 contests[0].electorate.convened:22"),
    Edit("\"present\": 113", "\"present\": -1", "J011 contests[0].electorate.present:23"),
    Edit("\"present\": 113", "\"present\": -0", "J010 contests[0].electorate.present:23"),
    Edit("\"present\": 113", "\"present\": 0113", "J001 contests[0].electorate.present:23"),
    Edit("\"count\": 2", "\"count\": -2", "J011 contests[0].electorate.deductions[0].count:24"),
    Edit("\"issued\": 113", "\"issued\": 1000000000001", "J011 contests[0].ballots.issued:34"),
    Edit("\"returned\": 112", "\"returned\": 1.0", "J010 contests[0].ballots.returned:34"),
    Edit("\"returned\": 112", "\"returned\": -1", "J011 contests[0].ballots.returned:34"),
    Edit(
      "\"number\": 1, \"name\": \"Lê An\"", "\"number\": 0, \"name\": \"Lê An\"",
      "J011 contests[0].candidates[0].number:30"),
    Edit("\"round\": 1", "\"round\": 0", "J011 contests[0].round:28"),
    Edit("\"round\": 2", "\"round\": 1001", "J011 contests[1].round:42"),
    Edit("\"head\": 1", "\"head\": -1", "J011 roster.quorum.head:14"),
    Edit("\"head\": 1, \"member\": 2", "\"head\": -1", "J011 roster.quorum.head:14"),
  ]

  @Test("Keys", arguments: keys)
  func inKeys(edit: Edit) throws { try check(edit) }

  @Test("Types, words, numbers", arguments: types)
  func inValues(edit: Edit) throws { try check(edit) }

  @Test("What the file says", arguments: contents)
  func inContents(edit: Edit) throws { try check(edit) }

  private func check(_ edit: Edit) throws {
    let result = ElectionDocument.read(try edit.apply(to: electionFile), file: "election.json")
    guard case .failure(let error) = result else {
      Issue.record("no fault")
      return
    }
    #expect(brief(error.faults) == edit.faults)
    for fault in error.faults.listed {
      #expect(fault.place.file == "election.json" && fault.place.column != nil)
      for words in [fault.problem, fault.advice] {
        #expect(!words.vi.isEmpty && !words.en.isEmpty && words.en.last != ".")
      }
    }
  }
}
