import Tallying
import TestSupport
import Testing

/// Long files of good and bad rows, mixed at random, for what must hold of any file.
struct Mix: Sendable, CustomTestStringConvertible {
  var kind: Kind
  var seed: UInt64
  var input: BallotInput

  var testDescription: String { "\(kind), seed \(seed)" }

  enum Kind: CaseIterable, Sendable {
    case struck, chosen, agree, matrix, bundles, utf16, damaged16, tooLong, severalFiles
  }

  /// - Parameter rows: so many rows in each file; about 12 bytes each.
  init(_ kind: Kind, seed: UInt64, rows: Int = 350, emptyLines: Bool = true) {
    self.kind = kind
    self.seed = seed
    var random = SeededGenerator(seed: seed)
    switch kind {
    case .struck, .utf16, .damaged16, .tooLong, .severalFiles:
      input = BallotInput(names: 9, seats: 5, bytes: [])
    case .chosen: input = BallotInput(names: 130, seats: 7, bytes: [])
    case .agree: input = BallotInput(names: 3, seats: 3, bytes: [])
    case .matrix: input = BallotInput(names: 4, seats: 2, bytes: [])
    case .bundles: input = BallotInput(names: 9, seats: 5, bytes: [])
    }
    for number in 0..<(kind == .severalFiles ? 3 : 1) {
      var lines = [Self.header(kind)]
      for index in 0..<rows {
        if emptyLines, random.happens(1, outOf: 20) {
          lines += Array(repeating: "", count: Int.random(in: 1...3, using: &random))
        }
        lines.append(Self.row(kind, index, &random))
      }
      if kind == .tooLong { lines.insert(String(repeating: "1 ", count: 33_000), at: rows / 2) }
      let text = lines.map { $0 + (random.happens(1, outOf: 9) ? "\r\n" : "\n") }.joined()
      input.files.append(.init(name: "\(number + 1).csv", bytes: Self.bytes(kind, text)))
    }
  }

  static let all = Kind.allCases.flatMap { kind in [1, 2].map { Mix(kind, seed: $0) } }

  private static func header(_ kind: Kind) -> String {
    switch kind {
    case .struck, .tooLong, .severalFiles: "invalid,serial,struck"
    case .utf16, .damaged16: "không hợp lệ,số phiếu,gạch"
    case .chosen: "chosen"
    case .agree: "agree;disagree;invalid;ruling;count"
    case .matrix: "serial,invalid,1,2,3,4"
    case .bundles: "xấp\tsố phiếu\tgạch\tsố lượng"
    }
  }

  private static func row(_ kind: Kind, _ index: Int, _ random: inout SeededGenerator) -> String {
    func any(_ choices: [String]) -> String { choices.randomElement(using: &random) ?? "" }
    let serial = random.happens(1, outOf: 8) ? String(Int.random(in: 0...999, using: &random)) : String(index)
    switch kind {
    case .struck, .tooLong, .severalFiles, .utf16, .damaged16:
      return any([
        "", "", "", "", "marked", "\"other:\"\"rách\"\"\"", "markd", "\"other:\"\"bẩn \(index % 7)\"\"\"",
      ])
        + "," + any([serial, serial, serial, "x"]) + ","
        + any([
          "1-4", "=", "2 5 7-9", "1 2 3 4", "134", "1-9", "", "7/9", "9-7", "\(index)", "1,2", "\"3", "😀 3",
        ])
    case .chosen:
      return any([
        "1-7", "=", "130", "129 1 64-65", "131", "1.5", "+1", "5 5", "007", "1 \(index)", "x\u{301}",
      ])
    case .agree:
      return any([
        "1;2 3;;;1", "=;1-3;;;20", "=;1-3;;\"valid:\"\"rõ \(index % 5)\"\"\";3", ";;marked;;7", "1;;;;1",
      ])
      .replacing("20", with: any(["20", "1000000", "0", "2x", "1"]))
    case .matrix:
      return any([serial, serial, "0\(index)", "y"]) + "," + any(["", "", "", "signed", "blank"]) + ","
        + any(["1,0,0,1", "0,0,0,0", "1,1,1,0", "1,1,0,0", "1,0,0", "1,0,b,0", "1,\"0\",0,1"])
    case .bundles:
      return any(["1", "2", "2", "A"]) + "\t" + serial + "\t" + any(["1-4", "2 3 4 5", "=", "0"]) + "\t"
        + any(["1", "1", "1", "10", "1.5"])
    }
  }

  private static func bytes(_ kind: Kind, _ text: String) -> [UInt8] {
    guard kind == .utf16 || kind == .damaged16 else { return Array(text.utf8) }
    var units = Array(text.utf16)
    // Beyond the bytes that are looked at before anything is read, and not in a pair.
    if kind == .damaged16 { units[units.count * 2 / 3] = 0xDC00 }
    return [0xFF, 0xFE] + units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
  }
}
