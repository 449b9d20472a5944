import Foundation
import Testing

/// One way of tampering with a result or with what it rests on, and the verdict that it must come to.
struct Tampering: Sendable, CustomTestStringConvertible {
  var name: String
  var sample: String
  var verdict: String
  var options = ""
  var work: @Sendable (TamperedBundle) throws -> Void

  var testDescription: String { "\(name) (\(sample))" }

  init(
    _ name: String, of sample: String, _ verdict: String = "differs", options: String = "",
    _ work: @escaping @Sendable (TamperedBundle) throws -> Void
  ) {
    self.name = name
    self.sample = sample
    self.verdict = verdict
    self.options = options
    self.work = work
  }

  /// What needs no new key. A forged result has the digest of itself made right, and where it says so those of its files.
  static let table =
    ballots + evidence + electionFiles + results + earlier + rounds + counts + entries + neighbours
    + corrections + spellings

  private static let ballots: [Tampering] = [
    Tampering("a ballot dropped", of: "da-ky") { try $0.edit("phieu.csv", "4,3\n", "") },
    Tampering("a ballot dropped, digests made right", of: "da-ky") {
      try $0.edit("phieu.csv", "4,3\n", "")
      try $0.bind("phieu.csv")
    },
    Tampering("a ballot added", of: "ba-phieu") {
      try $0.write("phieu.csv", try $0.read("phieu.csv") + "2\n")
    },
    Tampering("a ballot added, digests made right", of: "ba-phieu") {
      try $0.write("phieu.csv", try $0.read("phieu.csv") + "2\n")
      try $0.bind("phieu.csv")
    },
    Tampering("a ballot altered", of: "da-ky") { try $0.edit("phieu.csv", "\n2,2\n", "\n2,3\n") },
    Tampering("a ballot altered, digests made right", of: "da-ky") {
      try $0.edit("phieu.csv", "\n2,2\n", "\n2,3\n")
      try $0.bind("phieu.csv")
    },
    Tampering("ballots moved", of: "da-ky") { try $0.edit("phieu.csv", "1,3\n2,2\n", "2,2\n1,3\n") },
    Tampering("a ballot duplicated, digests made right", of: "da-ky") {
      try $0.edit("phieu.csv", "3,3\n", "3,3\n3,3\n")
      try $0.bind("phieu.csv")
    },
    Tampering("a ballot file cut off", of: "dang-bo-van-phong") {
      try $0.write("dai-bieu.csv", String(try $0.read("dai-bieu.csv").dropLast(30)))
    },
    Tampering("a ballot file cut off, digests made right", of: "dang-bo-van-phong") {
      try $0.write("dai-bieu.csv", String(try $0.read("dai-bieu.csv").dropLast(30)))
      try $0.bind("dai-bieu.csv")
    },
    Tampering("ballot files swapped", of: "dang-bo-van-phong") {
      try $0.shell(
        "mv ban-chap-hanh-to-1.csv x; mv ban-chap-hanh-to-2.csv ban-chap-hanh-to-1.csv; mv x ban-chap-hanh-to-2.csv"
      )
    },
    Tampering("line ends changed", of: "ba-phieu") { try $0.shell("sed -i 's/$/\\r/' phieu.csv") },
  ]

  private static let evidence: [Tampering] = [
    Tampering("ballots removed", of: "ba-phieu", "unfinished") { try $0.shell("rm phieu.csv") },
    Tampering("ballots behind a link out of the folder", of: "ba-phieu", "unfinished") {
      try $0.shell("rm phieu.csv; ln -s /etc/hostname phieu.csv")
    },
    Tampering("election file removed", of: "ba-phieu", "unfinished") { try $0.shell("rm election.json") },
    Tampering("plan removed", of: "dang-bo-van-phong", "unfinished") { try $0.shell("rm plan.json") },
    Tampering("plan changed", of: "dang-bo-van-phong") { try $0.edit("plan.json", "15", "16") },
    Tampering("list of signers removed", of: "da-ky", "unfinished") { try $0.shell("rm signers") },
    Tampering("a person added to the list of signers", of: "da-ky") {
      try $0.write("signers", try $0.read("signers") + "# \n")
    },
    Tampering("earlier result removed", of: "thieu-nguoi/2-bau-them", "unfinished") {
      try $0.shell("rm truoc/dai-hoi/result.json")
    },
    Tampering("a file that nothing names added", of: "ba-phieu", "agrees") {
      try $0.write("x.csv", "struck\n1\n")
    },
  ]

  private static let electionFiles: [Tampering] = [
    Tampering("seats changed", of: "da-ky") { try $0.edit("election.json", "\"seats\": 2", "\"seats\": 1") },
    Tampering("seats changed, digests made right", of: "da-ky") {
      try $0.edit("election.json", "\"seats\": 2", "\"seats\": 1")
      try $0.bind("election.json")
    },
    Tampering("people convened changed, digests made right", of: "da-ky") {
      try $0.edit("election.json", "\"convened\": 12", "\"convened\": 20")
      try $0.bind("election.json")
    },
    Tampering("a name changed, digests made right", of: "da-ky") {
      try $0.edit("election.json", "Hồ Văn Dũng", "Hồ Văn Dung")
      try $0.bind("election.json")
    },
    Tampering("regulation changed, digests made right", of: "da-ky") {
      try $0.edit("election.json", "\"auto\"", "\"244-QD/TW\"")
      try $0.bind("election.json")
    },
    Tampering("papers changed, digests made right", of: "da-ky") {
      try $0.edit("election.json", "\"printed\": 15", "\"printed\": 16")
      try $0.bind("election.json")
    },
    Tampering("an unknown key added, digests made right", of: "da-ky") {
      try $0.edit("election.json", "\"version\": 1,", "\"version\": 1, \"verion\": 1,")
      try $0.bind("election.json")
    },
    Tampering("a key that means nothing added, digests made right", of: "ba-phieu", "agrees") {
      try $0.edit("election.json", "\"version\": 1,", "\"version\": 1, \"x-note\": 1,")
      try $0.bind("election.json")
    },
    Tampering("the quorum lowered, digests made right", of: "da-ky") {
      try $0.edit("election.json", "\"member\": 1", "\"member\": 0")
      try $0.bind("election.json")
    },
  ]

  private static let results: [Tampering] =
    [
      ("votes", "\"votes\":9", "\"votes\":8"), ("share", "75,00", "75,01"), ("status", "filled", "short"),
      ("people elected", "\"elected\":[1,2]", "\"elected\":[2,1]"), ("base", "\"base\":12", "\"base\":13"),
      ("votes needed", "\"needed\":7", "\"needed\":6"), ("valid ballots", "\"valid\":10", "\"valid\":11"),
      ("a reason", "\"nobody\":1", "\"blank\":1"), ("name", "Hồ Văn Dũng", "Hồ Văn Dung"),
      ("regulation", "190-QD", "244-QD"), ("guidance", "04-HD", "03-HD"), ("article", "Đ30", "Đ32"),
      ("date", "2025-03-14", "2025-03-15"), ("round", "\"round\":1", "\"round\":2"),
      ("what it rests on", "\"bytes\":69", "\"bytes\":70"),
      ("undervotes", "\"undervotes\":0", "\"undervotes\":1"),
      ("digest", "\"digest\":\"sha256\"", "\"digest\":\"tree\""),
      ("an unknown member", "{\"after\"", "{\"aft\":1,\"after\""),
      ("a person's unknown member", "{\"article\"", "{\"art\":1,\"article\""),
      ("tie", "\"tie\":null", "\"tie\":[]"),
      ("program", "\"name\":\"kiemphieu\"", "\"name\":\"kiemphiéu\""),
      ("type", "\"vacant\":0", "\"vacant\":false"),
    ].map { what, old, new in
      Tampering("result: \(what) changed", of: "da-ky") { try $0.forge(old, new) }
    } + [
      Tampering("result: contest left out", of: "dang-bo-van-phong") { bundle in
        let text = try bundle.read("result.json")
        let second = try #require(text.range(of: ",{\"ballots\":{\"debatable\""))
        let end = try #require(text.range(of: "],\"digest\""))
        try bundle.write(
          "result.json", text.replacingCharacters(in: second.lowerBound..<end.lowerBound, with: ""))
        try bundle.close("result.json")
      },
      Tampering("result: finding left out", of: "dang-bo-van-phong") { bundle in
        let finding = try #require(
          bundle.read("result.json").firstMatch(of: #/\{"article":"[^{]*"code":"returnedFewer".*?\}\}/#))
        try bundle.forge(String(finding.output), "")
      },
      Tampering("result: own digest not made right", of: "ba-phieu") {
        try $0.edit("result.json", "66,67", "66,66")
      },
      Tampering("result: a line end added", of: "ba-phieu") {
        try $0.write("result.json", try $0.read("result.json") + "\n")
      },
      Tampering("result: of an unknown version of the program", of: "ba-phieu", "unfinished") {
        try $0.forge("\"version\":\"0.1.0\"", "\"version\":\"9.9.9\"")
      },
      Tampering("result: somebody elected in a void vote", of: "vo-hieu") {
        try $0.forge("\"elected\":[]", "\"elected\":[1]")
      },
    ]

  private static let earlier: [Tampering] = [
    ("votes", "\"votes\":3", "\"votes\":4"), ("vacant seats", "\"vacant\":1", "\"vacant\":2"),
    ("finding", "\"severity\":\"info\"", "\"severity\":\"warning\""),
  ].map { what, old, new in
    Tampering("earlier result: \(what) changed, digests made right", of: "thieu-nguoi/2-bau-them") { bundle in
      let name = "truoc/dai-hoi/result.json"
      let before = try bundle.digest(of: name)
      try bundle.edit(name, old, new)
      try bundle.close(name)
      try bundle.edit("election.json", before, try bundle.digest(of: name))
      try bundle.bind("election.json")
      try bundle.bind(name)
    }
  }

  private static let rounds: [Tampering] = [
    Tampering("a re-vote on other names", of: "tranh-ghe-cuoi/2-bau-lai") { bundle in
      let name = try #require(bundle.read("election.json").firstMatch(of: #/"number": 1, "name": "([^"]+)"/#))
      try bundle.edit("election.json", String(name.1), "Người Khác")
      try bundle.bind("election.json")
      try bundle.forge(String(name.1), "Người Khác")
    },
    Tampering("a re-vote made a continuation, digests made right", of: "tranh-ghe-cuoi/2-bau-lai") { bundle in
      try bundle.edit("election.json", "\"tieBreak\"", "\"continuation\"")
      try bundle.bind("election.json")
      try bundle.forge("\"kind\":\"tieBreak\"", "\"kind\":\"continuation\"")
    },
    Tampering("another organization's round before, counted", of: "thieu-nguoi/2-bau-them", "agrees") {
      try $0.shell("sed -i 's/\"organization\": \"/&Khác /' election.json")
      try $0.shell("kiemphieu count election.json --out .")
    },
    Tampering("another term's round before, its finding left out", of: "thieu-nguoi/2-bau-them") { bundle in
      try bundle.shell("sed -i 's/\"term\": \"/&0/' election.json")
      try bundle.shell("kiemphieu count election.json --out .")
      try bundle.forge("otherTerm", "roundNumber")
    },
    Tampering("the round before left out", of: "thieu-nguoi/2-bau-them") { bundle in
      let after = try #require(bundle.read("election.json").firstMatch(of: #/"after": \[[^\]]*\],/#))
      try bundle.edit("election.json", String(after.output), "")
      try bundle.bind("election.json")
    },
  ]

  private static let counts: [Tampering] = [
    Tampering("counted with --digest tree", of: "dang-bo-van-phong", "agrees") {
      try $0.shell("kiemphieu count election.json --digest tree --out .")
    },
    Tampering("counted with --digest tree, and changed", of: "dang-bo-van-phong") {
      try $0.shell("kiemphieu count election.json --digest tree --out .; echo >> dai-bieu.csv")
    },
    Tampering("counted with --digest none", of: "ba-phieu", "unfinished") {
      try $0.shell("kiemphieu count election.json --digest none --out .")
    },
    Tampering("a part counted", of: "dang-bo-van-phong", "agrees") {
      try $0.shell("kiemphieu count election.json --contest dai-bieu --out .")
    },
    Tampering("other ballots counted", of: "ba-phieu", "unfinished") {
      try $0.shell("kiemphieu count election.json --ballots phieu.csv --out .")
    },
    Tampering("papers that do not add up", of: "ba-phieu", "unfinished") {
      try $0.edit("election.json", "\"returned\": 3", "\"returned\": 2")
      try $0.shell("kiemphieu count election.json --out .")
    },
    Tampering("a correction made", of: "ba-phieu") {
      try $0.shell("kiemphieu count election.json --replaces result.json --because x --out dinh-chinh")
    },
    Tampering("a correction made, which nobody signed", of: "da-ky", "unfinished") {
      try $0.shell("kiemphieu count election.json --replaces result.json --because x --out dinh-chinh")
    },
  ]
}
