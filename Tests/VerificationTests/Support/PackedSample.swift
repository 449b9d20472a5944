import CommandLineKit
import Faults
import Testing

@testable import kiemphieu

/// A small election whose ballots are packed, with everything that a packed file can hold.
enum PackedSample {
  static let list = #"""
    serial,agree,disagree,invalid,ruling
    1,1 2,3,,
    2,=,=,,"valid:""cả ban đồng ý"""
    3,,,marked,
    4,1-3,=,"signed other:""rách, mất góc""",
    5,=,1-3,,
    6,1,1 2,,
    9,2 3,=,,

    """#

  static let election = """
    {"format": "kiemphieu-election", "version": 1, "organization": "Đảng bộ xã Thử", "congress": "Đại hội",
     "term": "2020-2025", "date": "2020-06-18", "contests": [{
      "id": "dai-bieu", "office": "delegates", "title": "Bầu đại biểu",
      "electorate": {"body": "memberCongress", "convened": 7, "present": 7}, "seats": 3,
      "candidates": [{"number": 1, "name": "An"}, {"number": 2, "name": "Bình"}, {"number": 3, "name": "Cường"}],
      "ballots": {"issued": 7, "returned": 7, "files": ["phieu.kpb"]}}]}
    """

  static func folder() throws -> Folder {
    let folder = try Folder()
    try folder.write(election, to: "election.json")
    try folder.write(list, to: "phieu.csv")
    try pack("phieu.csv", names: 3, seats: 3, in: folder)
    return folder
  }

  /// Packs `NAME.csv` into `NAME.kpb` and removes it.
  static func pack(_ name: String, names: Int, seats: Int, in folder: Folder) throws {
    let packed = String(name.dropLast(4)) + ".kpb"
    let words = [
      "pack", folder[name], "--candidates", String(names), "--seats", String(seats), "--out", folder[packed],
    ]
    guard case .run(let command) = Kiemphieu.program.parse(words, environment: { _ in nil }) else {
      Issue.record("the command line is not understood")
      return
    }
    #expect(try PackCommand(command, Shell(.english)).run() == .ok)
    try folder.remove(name)
  }
}
