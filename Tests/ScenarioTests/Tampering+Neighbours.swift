import Foundation

/// Files that bear the name of evidence and are something else, or that nobody reads: too large, or out of the folder.
extension Tampering {
  private static let sitting = "thieu-nguoi/2-bau-them"
  private static let before = "truoc/dai-hoi"

  static let neighbours: [Tampering] = [
    Tampering("the earlier result lies beside the election file", of: sitting, "agrees") {
      try $0.shell("mv \(before)/result.json truoc.json")
      try $0.edit("election.json", "\(before)/result.json", "truoc.json")
      try $0.shell("kiemphieu count election.json --out .")
    },
    Tampering("other ballots beside an earlier result", of: sitting, "agrees") {
      try $0.write("\(before)/ban-chap-hanh.csv", "struck\n")
    },
    Tampering("an earlier result's own ballots beside it", of: sitting, "unfinished") {
      try $0.copy("thieu-nguoi/ban-chap-hanh.csv", to: before)
    },
    Tampering("another election file beside an earlier result", of: sitting, "agrees") {
      try $0.copy("ba-phieu/election.json", to: before)
    },
    Tampering("an earlier result's own election file beside it", of: sitting, "unfinished") {
      try $0.copy("thieu-nguoi/election.json", to: before)
    },
    Tampering("an earlier result's own election file and ballots beside it", of: sitting, "agrees") {
      try $0.copy("thieu-nguoi/election.json", to: before)
      try $0.copy("thieu-nguoi/ban-chap-hanh.csv", to: before)
    },
    Tampering("an earlier result's own ballots beside it, by --digest tree", of: sitting, "unfinished") {
      try $0.countEarlierByTree()
    },
    Tampering("the same, the ballots changed", of: sitting, "agrees") {
      try $0.countEarlierByTree()
      try $0.shell("echo >> \(before)/ban-chap-hanh.csv")
    },
    Tampering(
      "results that come after each other, so that the ways through them are without number", of: "ba-phieu"
    ) {
      let after = (10..<22).map {
        "{\"result\": \"\($0).json\", \"sha256\": \"\($0)\(String(repeating: "0", count: 62))\"}"
      }
      try $0.edit(
        "election.json", "\"contests\"", "\"after\": [\(after.joined(separator: ", "))], \"contests\"")
      try $0.bind("election.json")
      try $0.shell("for number in $(seq 10 21); do cp result.json $number.json; done")
    },
    Tampering("a part, a later round of the same election", of: "ba-phieu", "agrees") {
      try $0.countLaterRound()
    },
    Tampering("such a part without its election file", of: "ba-phieu", "unfinished") {
      try $0.countLaterRound()
      try $0.shell("rm election.json")
    },
    Tampering("such a part, changed, without its election file", of: "ba-phieu") {
      try $0.countLaterRound()
      try $0.forge("\"seats\":1", "\"seats\":2")
      try $0.shell("rm election.json")
    },
    Tampering("such a part with a finding about the whole, without its election file", of: "ba-phieu") {
      try $0.countLaterRound()
      try $0.forge("\"findings\":[],\"format\"", "\"findings\":[{\"code\":\"priorResultPart\"}],\"format\"")
      try $0.shell("rm election.json")
    },
    Tampering("an election after such a part", of: "ba-phieu", "agrees") {
      try $0.shell("mkdir truoc ba; mv *.* ba")
      try $0.countLaterRound()
      try $0.shell("mv result.json truoc; rm *.*; mv ba/* .; rmdir ba")
      let digest = try $0.shell("sha256sum truoc/result.json").prefix(64)
      try $0.edit(
        "election.json", "\"contests\"",
        "\"after\": [{\"result\": \"truoc/result.json\", \"sha256\": \"\(digest)\"}], \"contests\"")
      try $0.shell("kiemphieu count election.json --out .")
    },
    Tampering("a link out of the folder for the list of signers", of: "da-ky", "unfinished") {
      try $0.shell("rm signers; ln -s /etc/hostname signers")
    },
    Tampering("an election file of more than 64 MiB", of: "ba-phieu", "unfinished") {
      try $0.shell("head -c 67108864 /dev/zero | tr '\\0' ' ' >> election.json")
      try $0.bind("election.json")
    },
    Tampering("an entry log of more than 64 MiB", of: "da-ky", "unfinished") {
      try $0.shell("head -c 67108865 /dev/zero > phieu.csv.log")
    },
    Tampering("the election file removed, a ballot added", of: "ba-phieu") {
      try $0.shell("rm election.json; echo 2 >> phieu.csv")
      try $0.bind("phieu.csv")
    },
    Tampering("the election file removed, a signature malformed", of: "da-ky", "unfinished") {
      try $0.shell("rm election.json; echo >> \"$(ls *.sig | head -1)\"")
    },
    Tampering("the list of signers removed and named otherwise", of: "da-ky") {
      try $0.edit("election.json", "\"signers\"", "\"who\"")
      try $0.bind("election.json")
      try $0.shell("rm signers")
    },
    Tampering("an unknown member of a file in an earlier result", of: sitting) {
      try $0.forge("\"bytes\":", "\"byte\":1,\"bytes\":", inEarlier: "\(before)/result.json")
    },
    Tampering("a negative size of a file in an earlier result", of: sitting) {
      try $0.forge("\"bytes\":", "\"bytes\":-", inEarlier: "\(before)/result.json")
    },
    Tampering("a digest of another form in an earlier result", of: sitting) {
      try $0.forge("\"sha256\":\"", "\"sha256\":\"F", inEarlier: "\(before)/result.json")
    },
    Tampering("digests in an earlier result that says none were taken", of: sitting) {
      try $0.forge("\"digest\":\"sha256\"", "\"digest\":\"none\"", inEarlier: "\(before)/result.json")
    },
    Tampering("ballots removed, an unknown member in their evidence", of: "ba-phieu") {
      try $0.forge("\"bytes\":", "\"byte\":1,\"bytes\":")
      try $0.shell("rm phieu.csv")
    },
    Tampering("ballots removed, a digest of another form", of: "ba-phieu") {
      try $0.forge("\"sha256\":\"", "\"sha256\":\"F")
      try $0.shell("rm phieu.csv")
    },
    Tampering("ballots removed, an unknown member in the figures", of: "ba-phieu") {
      try $0.forge("\"rows\":", "\"rovs\":1,\"rows\":")
      try $0.shell("rm phieu.csv")
    },
  ]
}

extension TamperedBundle {
  /// Replaces the first `old` in an earlier result, and makes all digests right again that follow from it.
  func forge(_ old: String, _ new: String, inEarlier name: String) throws {
    let before = try digest(of: name)
    try edit(name, old, new)
    try close(name)
    try edit("election.json", before, try digest(of: name))
    try bind(name)
    try bind("election.json")
  }

  /// Counts a re-vote alone that follows a contest of the same election.
  func countLaterRound() throws {
    let rounds = Place.scenarios.appending(path: "rounds").path(percentEncoded: false)
    try shell("cp '\(rounds)'/[12].csv '\(rounds)/election.json' .")
    try shell("kiemphieu count election.json --contest bau-lai --out .")
  }

  /// Counts the first sitting of `thieu-nguoi` by tree digests, and the second after it; beside the result of the first lie its ballots
  /// alone.
  func countEarlierByTree() throws {
    let folder = "truoc/dai-hoi"
    let before = try digest(of: folder + "/result.json")
    try copy("thieu-nguoi/election.json", to: folder)
    try copy("thieu-nguoi/ban-chap-hanh.csv", to: folder)
    try shell("cd \(folder); kiemphieu count election.json --digest tree --out .; rm election.json")
    try edit("election.json", before, try digest(of: folder + "/result.json"))
    try shell("kiemphieu count election.json --out .")
  }

  /// Copies a file of the samples into a folder of the bundle.
  func copy(_ file: String, to folder: String) throws {
    let source = Place.samples.appending(path: file)
    try FileManager.default.copyItem(at: source, to: url(folder).appending(path: source.lastPathComponent))
  }
}
