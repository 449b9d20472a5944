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
    Tampering("ballots removed, an unknown member in the figures", of: "ba-phieu") {
      try $0.forge("\"rows\":", "\"rovs\":1,\"rows\":")
      try $0.shell("rm phieu.csv")
    },
  ]
}

extension TamperedBundle {
  /// Copies a file of the samples into a folder of the bundle.
  func copy(_ file: String, to folder: String) throws {
    let source = Place.samples.appending(path: file)
    try FileManager.default.copyItem(at: source, to: url(folder).appending(path: source.lastPathComponent))
  }
}
