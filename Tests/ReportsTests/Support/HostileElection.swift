import Foundation

/// An election of names that no page may break on: markup, quotes, a thousand letters with and without spaces, other scripts, and as many names as there may be.
enum HostileElection {
  static let names = [
    "<script>document.title = 'hacked'</script>", "\"'&<>&amp;]]>--><style>*{display:none}</style>",
    String(repeating: "W", count: 1000), String(repeating: "Nguyễn Thị ", count: 90) + "Ân",
    "王小明李小龙欧阳修", "مريم عبد الله", "👩‍👩‍👧‍👦😀".filter { $0 != "\u{200D}" }, "Ẫ̈̃̊̂",
    "O'Neil \\\" onload=\"alert(1)",
  ].map { $0.unicodeScalars.filter { $0.value != 0x200D }.reduce(into: "") { $0.unicodeScalars.append($1) } }

  /// Writes the election and its ballots into a new folder: a contest of the hostile names, one of as many names as there may be, and a void one.
  static func write(to folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let many = names + (names.count + 1...1024).map { "Nguyễn Văn Người thứ \($0)" }
    let contests: [[String: Any]] = [
      contest("it", names, seats: 3, ballots: 5), contest("nhieu", many, seats: 500, ballots: 5),
      contest("vo-hieu", ["An", "Bình"], seats: 1, ballots: 5, issued: 4),
    ]
    let long = String(repeating: "Đảng bộ ", count: 120) + "<b>"
    let election: [String: Any] = [
      "format": "kiemphieu-election", "version": 1, "organization": long, "congress": long + "&",
      "term": "2020-2025",
      "date": "2020-06-18", "place": "\"><img src=x onerror=alert(1)>", "contests": contests,
    ]
    let json = try JSONSerialization.data(
      withJSONObject: election, options: [.sortedKeys, .withoutEscapingSlashes])
    try json.write(to: folder.appending(path: "election.json"))
    for (id, seats) in [("it", 3), ("nhieu", 500), ("vo-hieu", 1)] {
      let all = seats > 1 ? "1-\(seats)" : "1"
      let ballots = ["chosen", all, all, all, "1", "1"].joined(separator: "\n") + "\n"
      try Data(ballots.utf8).write(to: folder.appending(path: "\(id).csv"))
    }
  }

  private static func contest(_ id: String, _ names: [String], seats: Int, ballots: Int, issued: Int? = nil)
    -> [String: Any]
  {
    [
      "id": id, "office": "delegates",
      "title": "Bầu <\(id)> " + String(repeating: "đại biểu dự đại hội cấp trên ", count: 12),
      "electorate": ["body": "memberCongress", "convened": 6, "present": 5], "seats": seats,
      "candidates": names.enumerated().map { ["number": $0 + 1, "name": $1] as [String: Any] },
      "ballots": ["issued": issued ?? ballots, "returned": ballots, "files": ["\(id).csv"]] as [String: Any],
    ]
  }
}
