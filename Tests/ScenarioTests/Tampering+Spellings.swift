import Foundation

/// Bytes that look alike, or that one reader takes and another does not: in ballot files and in election files.
extension Tampering {
  static let spellings = cells + headers + texts

  private static let cells: [Tampering] = [
    Tampering("a cell of marks empty on a declared ballot", of: "ba-phieu", "agrees") {
      try $0.count(ballots: "struck,invalid\n2,\n,marked\n1,\n")
    },
    Tampering("the same, with spaces in it", of: "ba-phieu") {
      try $0.count(ballots: "struck,invalid\n2,\n,marked\n1,\n")
      try $0.edit("phieu.csv", ",marked", "  ,marked")
      try $0.bind("phieu.csv")
    },
    Tampering("a serial with five thousand zeros before it", of: "ba-phieu", "agrees") {
      try $0.count(ballots: "serial,struck\n\(String(repeating: "0", count: 5000))1,2\n2,1\n3,2\n")
    },
    Tampering("a serial with five thousand nines before it", of: "ba-phieu") {
      try $0.count(ballots: "serial,struck\n1,2\n2,1\n3,2\n")
      try $0.edit("phieu.csv", "\n3,2", "\n\(String(repeating: "9", count: 5000))3,2")
      try $0.bind("phieu.csv")
    },
  ]

  private static let headers: [Tampering] = [
    Tampering("spaces and quotes around the name of a column", of: "ba-phieu", "agrees") {
      try $0.count(ballots: "struck, \"invalid\" \n2,\n1,\n2,\n")
    },
    Tampering("spaces inside the quotes of a column", of: "ba-phieu") {
      try $0.count(ballots: "struck,invalid\n2,\n1,\n2,\n")
      try $0.edit("phieu.csv", "invalid", "\" invalid \"")
      try $0.bind("phieu.csv")
    },
    Tampering("the separator named in capitals", of: "ba-phieu", "agrees") {
      try $0.count(ballots: "SEP=;\nstruck;invalid\n2;\n1;\n2;\n")
    },
    Tampering("a matrix whose first number has zeros before it", of: "ba-phieu", "agrees") {
      try $0.count(ballots: "0000001,2\n1,0\n0,1\n1,0\n")
    },
  ]

  /// The key of a person replaced after counting, in the election file and in the result, all digests right again.
  private static func spelled(_ what: String, _ key: String) -> Tampering {
    Tampering(what, of: "ba-phieu") {
      try $0.count(persons: "a", "zz")
      try $0.spell("zz", key)
    }
  }

  /// A text replaced wherever it stands in the election file, before counting: what is counted then is verified.
  private static func counted(_ what: String, of sample: String, _ old: String, _ new: String) -> Tampering {
    Tampering(what, of: sample, "agrees") {
      try $0.shell("sed -i 's/\(old)/\(new)/' election.json")
      try $0.count()
    }
  }

  private static let texts: [Tampering] = [
    Tampering("a count of -0", of: "ba-phieu") {
      try $0.count(adding: "\"papers\": {\"printed\": 3, \"spoiled\": 0, \"unused\": 0, \"destroyed\": 0}")
      try $0.edit("election.json", "\"spoiled\": 0", "\"spoiled\": -0")
      try $0.bind("election.json")
    },
    Tampering("-0 under a key that means nothing", of: "ba-phieu", "agrees") {
      try $0.count(adding: "\"x-a\": [-0, \(String(repeating: "9", count: 5000))]")
    },
    Tampering("half a character under a key that means nothing", of: "ba-phieu") {
      try $0.count(adding: "\"x-a\": \"zz\"")
      try $0.edit("election.json", "zz", #"\ud800"#)
      try $0.bind("election.json")
    },
    Tampering("two keys of persons that look the same", of: "ba-phieu") {
      try $0.count(persons: "\u{E9}", "zz")
      try $0.spell("zz", "e\u{301}")
    },
    spelled("a joiner at the start of a text", "\u{200D}b"),
    spelled("a joiner behind a digit", "1\u{200D}"),
    spelled("a joiner behind an accent", "q\u{323}\u{200C}"),
    Tampering("a joiner in a script that needs it", of: "ba-phieu", "agrees") {
      try $0.count(persons: "a", "نیک\u{200C}نام")
    },
    Tampering("a selector of a variant in a script that needs it", of: "ba-phieu", "agrees") {
      try $0.count(persons: "a", "ᠠ\u{180B}")
    },
    spelled("a selector behind a Latin letter", "b\u{FE0F}"),
    spelled("a filler that nobody sees", "\u{3164}"),
    spelled("nothing but Braille without dots", "\u{2800}"),
    Tampering("a round after a contest whose id it spells otherwise", of: "rounds", "agrees") {
      try $0.edit("election.json", #""id": "vong-1""#, "\"id\": \"v\u{F2}ng\"")
      try $0.edit("election.json", #""follows": "vong-1""#, "\"follows\": \"vo\u{300}ng\"")
      try $0.count()
    },
    counted("a re-vote between two of one name", of: "rounds", "Hoàng Thị Dung", "Phạm Văn Cường"),
    counted("two names that differ in their blanks", of: "ba-phieu", "Trần Văn Nghĩa", " Lê\u{A0} Thị Hạnh"),
    counted(
      "a name with a mark on its blank beside one without", of: "ba-phieu", "Trần Văn Nghĩa",
      "Lê Thị \u{301}Hạnh"),
    counted("a branch, with other blanks in its name", of: "ba-phieu", "Chi bộ", " Chi\u{A0} Bộ\u{3000}"),
    Tampering("the last day of all", of: "ba-phieu", "agrees") {
      try $0.edit("election.json", "2020-04-10", "9999-12-31")
      try $0.shell("kiemphieu count election.json --out .")
    },
  ]
}

extension TamperedBundle {
  /// Counts other ballots.
  func count(ballots: String) throws {
    try write("phieu.csv", ballots)
    try shell("kiemphieu count election.json --out .")
  }

  /// Counts with another member of `ballots` in the election file.
  func count(adding member: String) throws {
    try edit("election.json", "\"issued\": 3,", "\(member), \"issued\": 3,")
    try shell("kiemphieu count election.json --out .")
  }

  /// Counts with keys for the two on the list.
  func count(persons first: String, _ second: String) throws {
    try edit("election.json", "\"number\": 1,", "\"number\": 1, \"person\": \"\(first)\",")
    try edit("election.json", "\"number\": 2,", "\"number\": 2, \"person\": \"\(second)\",")
    try shell("kiemphieu count election.json --out .")
  }

  /// Replaces a text in election file and result, and makes all digests right.
  func spell(_ old: String, _ new: String) throws {
    try edit("election.json", old, new)
    try edit("result.json", old, new)
    try bind("election.json")
  }
}
