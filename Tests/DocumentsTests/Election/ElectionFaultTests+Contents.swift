/// A text that is much too long.
private let long = String(repeating: "ộ", count: 1001)

extension ElectionFaultTests {
  static let contents: [Edit] = texts + lists + people + files + rounds

  private static let texts: [Edit] = [
    // The kind of file
    Edit("\"kiemphieu-election\"", "\"kiemphieu-plan\"", "E003 format:2"),
    Edit("\"version\": 1", "\"version\": 2", "E003 version:3"),
    Edit("\"version\": 1", "\"version\": 1.0", "J010 version:3"),
    // Texts
    Edit("Hà Dung", "", "E005 contests[1].candidates[0].name:45"),
    Edit("Hà Dung", " \u{A0}\u{3000}", "E005 contests[1].candidates[0].name:45"),
    Edit("Hà Dung", long, "E007 contests[1].candidates[0].name:45"),
    Edit("Hà Dung", "Hà\\u0000Dung", "E006 contests[1].candidates[0].name:45"),
    Edit("Hà Dung", "Hà\\nDung", "E006 contests[1].candidates[0].name:45"),
    Edit("Hà Dung", "Hà\\u001b[2J", "E006 contests[1].candidates[0].name:45"),
    Edit("Hà Dung", "Hà \u{202E}gnuD", "E006 contests[1].candidates[0].name:45"),
    Edit("Hà Dung", "Hà \u{2066}Dung", "E006 contests[1].candidates[0].name:45"),
    Edit("Hà Dung", "Hà\u{200F} Dung", "E006 contests[1].candidates[0].name:45"),
    Edit("Hà Dung", "Hà\u{200B}Dung", "E006 contests[1].candidates[0].name:45"),
    Edit("Hà Dung", "Hà\u{200D}Dung", "E006 contests[1].candidates[0].name:45"),
    Edit("Hà Dung", "Hạ\u{200D}Dung", "E006 contests[1].candidates[0].name:45"),
    Edit("Hà Dung", "\u{200C}", "E006 contests[1].candidates[0].name:45"),
    Edit("Hà Dung", "\u{FEFF}Hà Dung", "E006 contests[1].candidates[0].name:45"),
    Edit("Hà Dung", "\u{3164}", "E006 contests[1].candidates[0].name:45"),
    Edit("Hà Dung", "Hà\u{34F} Dung", "E006 contests[1].candidates[0].name:45"),
    Edit("Hà Dung", "Hà Dung\u{FE0F}", "E006 contests[1].candidates[0].name:45"),
    Edit("Hà Dung", "\u{2800} \u{2800}", "E005 contests[1].candidates[0].name:45"),
    Edit("Hà Dung", "Hà\u{85}Dung", "E006 contests[1].candidates[0].name:45"),
    Edit("Bầu Ban Chấp hành", "", "E005 contests[0].title:19"), Edit("Gia Nghĩa", " ", "E005 place:9"),
    Edit("Đảng bộ Khối", long, "E007 superior:5"), Edit("Đại hội Đảng bộ", "\\t", "E005 congress:6"),
    Edit("2020-2025", "2020\\u00072025", "E006 term:7"),
    Edit("Lê Thị Hoa", "", "E005 countingBoard[0].name:12"),
    Edit("\"ban-chap-hanh\"", "\"\"", "E005 contests[0].id:17"),
    Edit("\"ghi\"", "\"\"", "E005 contests[0].candidates[1].note:31"),
    // Dates and regulations
    Edit("2020-06-18", "2020-06-31", "E004 date:8"), Edit("2020-06-18", "18/06/2020", "E004 date:8"),
    Edit("2020-06-18", "2020-6-18", "E004 date:8"), Edit("2020-06-18", "２０２０-06-18", "E004 date:8"),
    Edit("2020-06-18", "", "E004 date:8"), Edit("2020-06-18", "2014-06-08", "E001 date:8"),
    Edit("1970-05", "1970", "E004 contests[0].candidates[0].birthDate:30"),
    Edit("1970-05", "1970-13", "E004 contests[0].candidates[0].birthDate:30"),
    Edit("1970-05", "1971-02-29", "E004 contests[0].candidates[0].birthDate:30"),
    Edit("\"auto\"", "\"29-QD/TW\"", "E002 regulation:10"),
    Edit("\"auto\"", "\"244-QĐ/TW\"", "E002 regulation:10"),
    Edit("\"auto\"", "\"\"", "E002 regulation:10"), Edit("\"auto\"", "\"Auto\"", "E002 regulation:10"),
    // Digests and the roster
    Edit(digestA, String(digestA.dropLast()), "E021 after[0].sha256:13"),
    Edit(digestA, digestA + "a", "E021 after[0].sha256:13"),
    Edit(digestA, digestA.uppercased(), "E021 after[0].sha256:13"),
    Edit(digestA, "", "E021 after[0].sha256:13"),
    // One result under two names
    Edit(
      "\(digestA)\"}", "\(digestA)\"}, {\"result\": \"ban-sao.json\", \"sha256\": \"\(digestA)\"}",
      "E017 after[1].sha256:13"),
    Edit(digestB, "g" + digestB.dropFirst(), "E021 roster.sha256:14"),
    Edit(digestB, "sha256:" + digestB.dropFirst(7), "E021 roster.sha256:14"),
    Edit("{\"head\": 1, \"member\": 2}", "{}", "E024 roster.quorum:14"),
    Edit("{\"head\": 1, \"member\": 2}", "{\"head\": 0}", "E024 roster.quorum:14"),
  ]

  private static let lists: [Edit] = [
    Edit("\"id\": \"bau-them\"", "\"id\": \"ban-chap-hanh\"", "E009 contests[1].id:37"),
    Edit("\"number\": 3", "\"number\": 4", "E010 contests[0].candidates[2].number:32"),
    Edit("\"number\": 3", "\"number\": 2", "E010 contests[0].candidates[2].number:32"),
    Edit(
      [
        ("\"number\": 1, \"name\": \"Lê An\"", "\"number\": 2, \"name\": \"Lê An\""),
        ("\"number\": 2, \"name\": \"Vũ", "\"number\": 1, \"name\": \"Vũ"),
      ],
      "E010 contests[0].candidates[0].number:30", "E010 contests[0].candidates[1].number:31"),
    Edit("[{\"number\": 1, \"name\": \"Hà Dung\"}]", "[]", "E008 contests[1].candidates:45"),
    Edit("\"seats\": 2", "\"seats\": 4", "E011 contests[0].seats:26"),
    Edit("\"seats\": 1", "\"seats\": 1000000", "E011 contests[1].seats:41"),
    Edit("\"seats\": 2", "\"seats\": 3", "E012 contests[0].form:27"),
    Edit("\"strikeOut\"", "\"agreeDisagree\"", "E012 contests[0].form:27"),
  ]

  private static let people: [Edit] = [
    Edit("\"person\": \"binh\"", "\"person\": \"\"", "E005 contests[0].candidates[1].person:31"),
    Edit(
      "{\"number\": 3, \"name\": \"Tô Cường\"}",
      "{\"number\": 3, \"name\": \"Tô Cường\", \"person\": \"binh\"}",
      "E009 contests[0].candidates[2].person:32"),
    Edit("\"present\": 113", "\"present\": 121", "E013 contests[0].electorate.present:23"),
    Edit("\"count\": 2", "\"count\": 117", "E014 contests[0].electorate.deductions:24"),
    Edit("\"count\": 2", "\"count\": 1000000000000", "E014 contests[0].electorate.deductions:24"),
    Edit(
      "\"convened\": 99, \"present\": 98", "\"convened\": 0, \"present\": 0",
      "E014 contests[1].electorate.convened:40"),
    Edit(
      "\"exemptAbsent\"", "\"committeeMemberAbsent\"", "E015 contests[0].electorate.deductions[0].ground:24"),
    Edit(
      "\"exemptAbsent\"", "\"delegateAbsentNoAlternate\"",
      "E015 contests[0].electorate.deductions[0].ground:24"),
    Edit(
      "\"memberCongress\"", "\"delegateCongress\"", "E015 contests[0].electorate.deductions[0].ground:24",
      "E015 contests[0].electorate.deductions[1].ground:24"),
    Edit("\"memberCongress\"", "\"committee\"", "E015 contests[0].electorate.deductions[0].ground:24"),
    Edit(
      "\"memberCongress\"", "\"inspectionCommittee\"", "E015 contests[0].electorate.deductions[0].ground:24"),
  ]

  private static let files: [Edit] = [
    Edit("\"to-1.csv\"", "\"/tmp/to-1.csv\"", "E016 contests[0].ballots.files[0]:34"),
    Edit("\"to-1.csv\"", "\"../to-1.csv\"", "E016 contests[0].ballots.files[0]:34"),
    Edit("\"to-1.csv\"", "\"a/../to-1.csv\"", "E016 contests[0].ballots.files[0]:34"),
    Edit("\"to-1.csv\"", "\"a\\\\to-1.csv\"", "E016 contests[0].ballots.files[0]:34"),
    Edit("\"to-1.csv\"", "\"a\\\\\u{301}to-1.csv\"", "E016 contests[0].ballots.files[0]:34"),
    Edit("\"to-1.csv\"", "\"C:to-1.csv\"", "E016 contests[0].ballots.files[0]:34"),
    Edit("\"to-1.csv\"", "\"c:/to-1.csv\"", "E016 contests[0].ballots.files[0]:34"),
    Edit("\"to-1.csv\"", "\".\"", "E016 contests[0].ballots.files[0]:34"),
    Edit("\"to-1.csv\"", "\"./\"", "E016 contests[0].ballots.files[0]:34"),
    Edit("\"to-1.csv\"", "\"\"", "E005 contests[0].ballots.files[0]:34"),
    Edit("\"to-1.csv\"", "\"a\\u0000b\"", "E006 contests[0].ballots.files[0]:34"),
    Edit("\"to-1.csv\"", "\"to-2.csv\"", "E017 contests[0].ballots.files[1]:34"),
    Edit("\"to-1.csv\"", "\"./to-2.csv\"", "E017 contests[0].ballots.files[1]:34"),
    Edit("\"to-1.csv\"", "\".//to-2.csv/\"", "E017 contests[0].ballots.files[1]:34"),
    Edit("\"sau/phieu.csv\"", "\"to-1.csv\"", "E017 contests[1].ballots.files[0]:46"),
    Edit("\"to-1.csv\"", "\"plan.json\"", "E017 contests[0].ballots.files[0]:34"),
    Edit("\"plan.json\"", "\"/plan.json\"", "E016 plan:11"),
    Edit("\"truoc/result.json\"", "\"../result.json\"", "E016 after[0].result:13"),
    Edit("\"signers\"", "\"\\\\\\\\host\\\\signers\"", "E016 roster.file:14"),
    Edit("\"signers\"", "\"truoc/result.json\"", "E017 roster.file:14"),
  ]

  private static let rounds: [Edit] = [
    Edit("\"round\": 1,", "\"round\": 1, \"kind\": \"tieBreak\",", "E018 contests[0].kind:28"),
    Edit("\"round\": 1,", "\"round\": 1, \"follows\": \"a\",", "E018 contests[0].follows:28"),
    Edit(
      "\"round\": 1,", "\"kind\": \"tieBreak\", \"follows\": \"a\",", "E018 contests[0].kind:28",
      "E018 contests[0].follows:28"),
    Edit("\"round\": 2,", "", "E018 contests[1].kind:43", "E018 contests[1].follows:44"),
    Edit("\"kind\": \"continuation\",", "", "E018 contests[1].round:42"),
    Edit("\"follows\": \"dai-bieu\",", "", "E018 contests[1].round:42"),
    Edit("\"round\": 1,", "\"round\": 2,", "E018 contests[0].round:28", "E018 contests[0].round:28"),
    Edit("\"follows\": \"dai-bieu\"", "\"follows\": \"\"", "E005 contests[1].follows:44"),
    // Several at once, in the order of the reading
    Edit(
      [
        ("2020-06-18", "2020-02-30"), ("\"place\"", "\"palce\""), ("\"present\": 113", "\"present\": 500"),
        ("\"seats\": 1", "\"seats\": 0"), ("Hà Dung", ""), ("\"to-2.csv\"", "\"../x\""),
      ],
      "E004 date:8", "J007 palce:9", "E013 contests[0].electorate.present:23",
      "E016 contests[0].ballots.files[1]:34", "J011 contests[1].seats:41",
      "E005 contests[1].candidates[0].name:45"),
    Edit(
      [("\"version\": 1,", ""), ("2020-06-18", "2020"), ("\"seats\": 2", "\"seats\": 9")],
      "J008 version:1", "E004 date:8", "E011 contests[0].seats:26"),
  ]
}
