import Foundation
import Machine
import Testing

/// A file that is read: votes and valid ballots.
struct ReadableFile: Sendable, CustomTestStringConvertible {
  var files: [[UInt8]]
  var names: Int
  var seats: Int
  var votes: [Int]
  var valid: Int
  var testDescription: String { String(decoding: files[0], as: UTF8.self) }

  init(_ text: String, _ names: Int, _ seats: Int, votes: [Int], valid: Int) {
    self.init([Array(text.utf8)], names, seats, votes: votes, valid: valid)
  }

  init(_ files: [[UInt8]], _ names: Int, _ seats: Int, votes: [Int], valid: Int) {
    self.files = files
    self.names = names
    self.seats = seats
    self.votes = votes
    self.valid = valid
  }
}

func utf16(_ text: String) -> [UInt8] {
  [0xFF, 0xFE] + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
}

extension ReadableFile {
  static let all: [ReadableFile] = [
    ReadableFile("serial,struck\n1,1 2\n2,2-3\n", 3, 1, votes: [1, 0, 1], valid: 2),
    ReadableFile("SEP=;\r\nSố phiếu;Gạch\r\n1;1 2\r\n", 3, 1, votes: [0, 0, 1], valid: 1),
    ReadableFile(
      "\u{FEFF}gạch\n 03  007-0009   12 \n=\n", 12, 8, votes: [1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 1, 0], valid: 1),
    ReadableFile("ga\u{323}ch\n1 2", 3, 1, votes: [0, 0, 1], valid: 1),
    ReadableFile(
      "\"serial\",\"struck\",\"invalid\"\n\"1\",\"1 2\",\"\"\n\"2\",\"=\",\"other:\"\"a,b\"\"\"\n", 3, 1,
      votes: [0, 0, 1], valid: 1),
    ReadableFile("bầu\n1 2\n=\n1-3\n3\n", 3, 2, votes: [1, 1, 1], valid: 2),
    ReadableFile(
      "serial,struck,count\n1,1 2,10\n11,2 3,1000000\n1000011,=,002\n", 3, 1, votes: [1_000_000, 0, 10],
      valid: 1_000_010),
    ReadableFile(
      "agree,disagree,ruling\n=,1 2,\"valid:\"\"ok\"\"\"\n=,1 2,\n1,2,\n", 2, 2, votes: [1, 0], valid: 2),
    ReadableFile("struck,invalid\n,marked\n2 3,signed\n1 2,\n", 3, 1, votes: [0, 0, 1], valid: 1),
    ReadableFile(
      "invalid\tserial\t01\t02\t03\n\t3\t1\t0\t0\n\"other:\"\"x\"\"\"\t4\t1\t1\t0\n", 3, 1, votes: [1, 0, 0],
      valid: 1),
    ReadableFile("1,2,3\n1,0,b\nn,1,0\nb,b,b\n1,1,1\n", 3, 3, votes: [2, 2, 1], valid: 3),
    ReadableFile("1\n1\n0\nb\nn\n", 1, 1, votes: [1], valid: 2),
    ReadableFile("struck\n\n\r\n\n", 3, 1, votes: [0, 0, 0], valid: 0),
    ReadableFile(
      [utf16("gạch\tkhông hợp lệ\n1 2\t\"other:\"\"😀\"\"\"\n1 3\t\n"), Array("1,2,3\n0,1,0".utf8)], 3, 1,
      votes: [0, 2, 0], valid: 2),
    ReadableFile(
      ["bundle,serial,struck\n2,1,1 2\n1,1,1 2\n", "serial,struck\n1,1 2\n"].map { Array($0.utf8) }, 3, 1,
      votes: [0, 0, 3], valid: 3),
    ReadableFile(
      "struck\n1 " + String(repeating: " ", count: 65_533) + "2\r\n", 3, 1, votes: [0, 0, 1], valid: 1),
  ]
}

/// The files that the counting side must refuse: this side refuses them, too.
struct RefusedFile: Sendable, CustomTestStringConvertible {
  var files: [String]
  var names: Int
  var seats: Int
  var testDescription: String { files.joined(separator: " ") }

  static let folder = Folder.repository.appending(path: "Tests/BallotFilesTests/BadInput").path

  /// The cases of the table that lies with the files: names, style, then the faults.
  static let all: [RefusedFile] = {
    guard let table = try? readWhole(folder + "/cases.txt", limit: 1 << 20) else { return [] }
    let lines = String(decoding: table, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    return lines.split(separator: "").compactMap { paragraph in
      let words = paragraph.first?.split(separator: " ").map(String.init) ?? []
      guard words[0].hasSuffix(".csv"), paragraph.count > 1,
        let style = words.last?.split(separator: "/").compactMap({ Int($0) }), style.count == 2
      else { return nil }
      return RefusedFile(files: Array(words.dropLast()), names: style[0], seats: style[1])
    }
  }()
}
