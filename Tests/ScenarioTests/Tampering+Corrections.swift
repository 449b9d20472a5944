import Foundation

/// Corrections, and what only looks like one.
extension Tampering {
  static let corrections: [Tampering] = [
    Tampering("a correction behind a link to it", of: "ba-phieu") {
      try $0.correct(into: "a/b")
      try $0.shell("ln -s a/b/result.json x.json")
    },
    Tampering("a correction behind a link to its folder", of: "ba-phieu") {
      try $0.correct(into: "a/b")
      try $0.shell("ln -s a/b c")
    },
    Tampering("a correction behind a link in a folder", of: "ba-phieu") {
      try $0.correct(into: "a/b")
      try $0.shell("mkdir c; ln -s ../a/b/result.json c/x.json")
    },
    Tampering("a correction in a folder of a folder", of: "ba-phieu", "agrees") {
      try $0.correct(into: "a/b")
    },
    Tampering("something that says it is a correction, and is no result", of: "ba-phieu", "agrees") {
      let digest = try $0.digest(of: "result.json")
      try $0.write("x.json", "{\"replaces\":{\"because\":\"x\",\"sha256\":\"\(digest)\"}}")
    },
    Tampering("a correction behind many other files and folders", of: "ba-phieu") {
      try $0.correct(into: "z")
      try $0.shell("for n in $(seq 300); do echo '{}' > a$n.json; mkdir b$n; done")
    },
    Tampering("links to themselves", of: "ba-phieu", "agrees") {
      try $0.shell("ln -s loop loop; ln -s loop.json loop.json; ln -s . here; ln -s nothing nowhere.json")
    },
    Tampering("a correction beside an earlier result", of: "thieu-nguoi/2-bau-them", "unfinished") {
      try $0.correctEarlier()
    },
    Tampering("the same, its evidence beside it", of: "thieu-nguoi/2-bau-them", "unfinished") {
      try $0.correctEarlier(keeping: true)
    },
  ]
}

extension TamperedBundle {
  /// Makes a correction of the result, in a folder.
  func correct(into folder: String) throws {
    try shell("kiemphieu count election.json --replaces result.json --because x --out \(folder)")
  }

  /// Makes a correction of the earlier result, in a folder beside it.
  func correctEarlier(keeping evidence: Bool = false) throws {
    let folder = "truoc/dai-hoi"
    try copy("thieu-nguoi/election.json", to: folder)
    try copy("thieu-nguoi/ban-chap-hanh.csv", to: folder)
    try shell(
      "cd \(folder); kiemphieu count election.json --replaces result.json --because x --out dinh-chinh")
    if !evidence { try shell("cd \(folder); rm election.json *.csv") }
  }
}
