import Machine
import Testing

/// The kernel that reads usual lines of a mark list agrees with the plain reader on every line, usual or not.
@Suite("Lists of numbers")
struct NumberListTests {
  typealias Column = NumberListScanner.Column

  private static let layouts: [[Column]] = [
    [.list], [.number, .list], [.number, .number, .list], [.list, .empty], [.number, .list, .empty, .empty],
    [.number, .list, .list], [.number, .number, .list, .list, .empty], [.empty, .number, .list],
    [.number, .empty, .list], [.list, .number], [.list, .empty, .list], [.number, .list, .list, .list],
  ]

  private struct Random {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
  }

  private struct Row: Equatable, CustomStringConvertible {
    var numbers: [Int]
    var words: [UInt64]
    var offset: Int

    var description: String { "\(numbers) \(words) \(offset)" }
  }

  /// What every line of the text is read as; `nil` for an unusual one, which is left out in favour of the next.
  ///
  /// - Parameter passes: whether lines may be passed over, which are then read by themselves.
  private static func scanAll(
    _ text: [UInt8], _ columns: [Column], cells: Int, _ level: Instructions, limit: Int,
    passing passes: Bool = false
  ) -> [Row?] {
    var scanner = NumberListScanner(
      columns: columns, cells: cells, separator: UInt8(ascii: ","), numberLimit: 1_000_000,
      instructions: level)
    var rows = scanner.makeRows()
    let numbers = columns.count { $0 == .number }
    var (found, at): ([Row?], Int) = ([], 0)
    while at < text.count {
      let next = scanner.scan(text.span, from: at, limit: limit, passing: passes, into: &rows)
      var row = 0
      for index in 0...rows.passed.count {
        let end = index < rows.passed.count ? rows.passed.rowsBefore(index) : rows.count
        while row < end {
          found.append(
            Row(
              numbers: (0..<numbers).map { rows.number(row, $0, behind: index) },
              words: Array(rows.words[row * rows.wordsPerRow..<(row + 1) * rows.wordsPerRow]),
              offset: numbers == 0 ? 0 : rows.offset(row)))
          row += 1
        }
        if index < rows.passed.count {
          let line = Array(text[rows.passed.bytes(index)])
          #expect(line.last == 10 && !line.dropLast().contains(10))
          if let end = rows.passed.front(index) {
            var number = 0
            let front = columns.prefix { $0 != .list }.map { column in
              defer { if column == .number { number += 1 } }
              return column == .number ? "\(rows.number(row, number, behind: index))," : ","
            }
            #expect(text[rows.passed.bytes(index).lowerBound..<end].elementsEqual(front.joined().utf8))
          }
          found += scanAll(line, columns, cells: cells, [], limit: 1).prefix(1)
        }
      }
      at = next
      guard rows.count < limit else { continue }
      // What stopped the reading may be that no more lines can be passed over.
      if rows.passed.count > 0 || at == text.count { continue }
      found.append(nil)
      while at < text.count, text[at] != 10 { at += 1 }
      at += 1
    }
    return found
  }

  /// - Parameter ordinary: of how many lists about four are not plainly rising numbers.
  private static func list(_ cells: Int, ordinary: Int, _ random: inout Random) -> String {
    switch random.below(ordinary) {
    case 0: return "="
    case 1:
      // In any order, perhaps repeated, too high or zero.
      return (0...random.below(5)).map { _ in "\(random.below(cells + 2))" }.joined(separator: " ")
    case 2:
      let first = random.below(cells) + 1
      return "\(first)-\(random.below(cells) + 1)" + (random.below(2) == 0 ? " \(cells)" : "")
    case 3:
      let odd = [
        "", " ", "1  2", "1 2 ", " 1", "1-", "-1", "1-2-3", "1- 2", "01 02", "007", "0", "1,", "==", "1 =",
        "x", "99", "130",
        "1 3-5 4", "3 1-2", "1-3 2-4", "2-2", "5-4",
      ]
      return odd[random.below(odd.count)]
    default:
      var marks: [String] = []
      var number = 1 + random.below(3)
      while number <= cells, marks.count < 40 {
        let last = min(cells, number + random.below(4))
        marks.append(last > number && random.below(4) == 0 ? "\(number)-\(last)" : "\(number)")
        number = last + 1 + random.below(1 + cells / 4)
      }
      return marks.isEmpty ? "=" : marks.joined(separator: " ")
    }
  }

  @Test("Levels agree", arguments: [1, 2, 9, 10, 15, 31, 63, 64, 65, 200])
  func levels(cells: Int) {
    var random = Random(state: UInt64(cells))
    let best = Instructions.supported
    for columns in Self.layouts {
      for _ in 0..<12 {
        var serial = [1, 8, 95, 987, 99_990, 999_960][random.below(6)]
        let bundle = random.below(2) == 0 ? 7 : 12345
        let ordinary = [12, 12, 120][random.below(3)]
        var lines: [String] = []
        for _ in 0..<150 {
          let numbers = columns.count { $0 == .number }
          var seen = 0
          lines.append(
            columns.map { column -> String in
              switch column {
              case .number:
                seen += 1
                return "\(seen == numbers ? serial : bundle)"
              case .list: return Self.list(cells, ordinary: ordinary, &random)
              case .empty: return random.below(60) == 0 ? "1" : ""
              }
            }.joined(separator: ",") + (random.below(30) == 0 ? "\r\n" : "\n"))
          serial += random.below(25) == 0 ? random.below(3) : 1
        }
        var text = Array(lines.joined().utf8)
        for _ in 0..<random.below(3) { text[random.below(text.count)] = UInt8(random.below(256)) }
        for limit in [64, 1, 17] {
          let plain = Self.scanAll(text, columns, cells: cells, [], limit: limit)
          for passes in [false, true] {
            let fast = Self.scanAll(text, columns, cells: cells, best, limit: limit, passing: passes)
            #expect(plain == fast, "\(columns), limit \(limit)")
          }
        }
      }
    }
  }

  @Test("Every list of two bytes to four, byte by byte")
  func short() {
    let bytes = Array("0129- =,x\r".utf8)
    for length in 1...4 {
      var text: [UInt8] = []
      var count = 1
      for _ in 0..<length { count *= bytes.count }
      for index in 0..<count {
        var rest = index
        text += Array("\(index + 10_000),".utf8)
        for _ in 0..<length {
          text.append(bytes[rest % bytes.count])
          rest /= bytes.count
        }
        text.append(10)
      }
      let columns: [Column] = [.number, .list]
      let plain = Self.scanAll(text, columns, cells: 20, [], limit: 64)
      let fast = Self.scanAll(text, columns, cells: 20, .supported, limit: 64)
      #expect(plain.count == count && plain == fast)
    }
  }

  @Test("Every list of two bytes to three among plain ones, at each place of a window")
  func inWindows() {
    let bytes = Array("0129- =,x\r\n".utf8)
    let columns: [Column] = [.number, .list]
    for length in 2...3 {
      var count = 1
      for _ in 0..<length { count *= bytes.count }
      for place in 0..<4 {
        var text: [UInt8] = []
        var serial = 10_000
        func append(_ list: [UInt8]) {
          text += Array("\(serial),".utf8) + list + [10]
          serial += 1
        }
        for index in 0..<count {
          for i in 0..<place { append(Array("1 \(3 + i)-12".utf8)) }
          var rest = index
          append(
            (0..<length).map { _ in
              defer { rest /= bytes.count }
              return bytes[rest % bytes.count]
            })
          for i in 0..<5 { append(Array("\(2 + i) 9 1\(i)".utf8)) }
        }
        let plain = Self.scanAll(text, columns, cells: 20, [], limit: 64)
        for passes in [false, true] {
          let fast = Self.scanAll(text, columns, cells: 20, .supported, limit: 64, passing: passes)
          #expect(plain == fast, "\(length) bytes at \(place)")
        }
      }
    }
  }

  @Test("Every pair of numbers up to 64, as a list and as a range")
  func pairs() {
    for dash in [" ", "-"] {
      let lines = (1...64).flatMap { first in (1...64).map { "\(first)\(dash)\($0)" } }
      let text = lines.enumerated().map { "\($0.offset + 10_000),\($0.element)\n" }.joined()
      for cells in [63, 64] {
        let plain = Self.scanAll(Array(text.utf8), [.number, .list], cells: cells, [], limit: 64)
        let fast = Self.scanAll(Array(text.utf8), [.number, .list], cells: cells, .supported, limit: 64)
        #expect(plain == fast && fast.contains { $0 != nil })
      }
    }
  }

  @Test("Nothing is read beyond the bytes")
  func ends() {
    let line = Array("12,1 3-5\n".utf8)
    let before = Array("11,2\n".utf8)
    for length in 0...line.count {
      let text = before + line.prefix(length)
      let plain = Self.scanAll(text, [.number, .list], cells: 9, [], limit: 64)
      #expect(plain == Self.scanAll(text, [.number, .list], cells: 9, .supported, limit: 64))
      #expect(plain.count { $0 != nil } == (length == line.count ? 2 : 1))
    }
  }
}
