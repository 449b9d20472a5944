import Machine
import Testing

/// The kernels that read usual lines of a matrix agree with a plain reading of the same text, byte by byte.
@Suite("Rows of cells")
struct CellRowTests {
  private static let levels: [Instructions] = [[], .avx2, [.avx2, .avx512]].filter {
    Instructions.supported.isSuperset(of: $0)
  }
  private static let widths = [
    1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 128, 129, 1023, 1024,
  ]

  private struct Shape {
    var emptyBefore = 0
    var hasNumber = true
    var emptyBehind = 0

    static let all = [
      Shape(hasNumber: false), Shape(), Shape(emptyBehind: 1), Shape(emptyBefore: 1),
      Shape(emptyBefore: 1, hasNumber: false),
    ]
  }

  private struct Row: Equatable {
    var number: Int
    var cells: [Bool]
  }

  private struct Random {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
  }

  private static func text(_ row: Row, _ shape: Shape, lineEnd: String) -> String {
    String(repeating: ",", count: shape.emptyBefore) + (shape.hasNumber ? "\(row.number)," : "")
      + String(repeating: ",", count: shape.emptyBehind)
      + row.cells.map { $0 ? "1" : "0" }.joined(separator: ",") + lineEnd
  }

  private static func scan(_ text: String, _ shape: Shape, cells: Int, _ level: Instructions) -> (
    rows: [Row], end: Int
  ) {
    var scanner = CellRowScanner(
      emptyBefore: shape.emptyBefore, hasNumber: shape.hasNumber, emptyBehind: shape.emptyBehind,
      cells: cells,
      separator: UInt8(ascii: ","), numberLimit: 1_000_000_000_000, instructions: level)
    var rows = CellRows(cells: cells)
    let bytes = Array(text.utf8)
    let end = scanner.scan(bytes.span, from: 0, into: &rows)
    let found = (0..<rows.count).map { row in
      Row(
        number: shape.hasNumber ? rows.number(row, 0) : 0,
        cells: (0..<cells).map { rows.words[row * rows.wordsPerRow + $0 / 64] >> UInt64($0 % 64) & 1 == 1 })
    }
    return (found, end)
  }

  @Test("Usual lines of any width", arguments: widths)
  func usual(cells: Int) {
    var random = Random(state: UInt64(cells))
    for shape in Shape.all {
      for lineEnd in ["\n", "\r\n"] {
        let numbers = [0, 7, 9, 10, 99_999_999, 100_000_000, 123_456_789, 1_000_000_000_000]
        let rows = numbers.map { number in
          Row(number: shape.hasNumber ? number : 0, cells: (0..<cells).map { _ in random.below(2) == 1 })
        }
        let lines = rows.map { Self.text($0, shape, lineEnd: lineEnd) }.joined()
        let tail = String(repeating: "x", count: 2 * cells + 80)
        for level in Self.levels {
          let found = Self.scan(lines + tail, shape, cells: cells, level)
          #expect(found.rows == rows, "\(shape) \(level)")
          #expect(found.end == lines.utf8.count, "\(shape) \(level)")
        }
      }
    }
  }

  @Test("A byte that differs ends the reading before its line", arguments: [1, 4, 5, 15, 16, 17, 33])
  func unusual(cells: Int) {
    var random = Random(state: 99)
    for shape in Shape.all {
      let first = Self.text(
        Row(number: 41, cells: Array(repeating: true, count: cells)), shape, lineEnd: "\n")
      let second = Self.text(
        Row(number: 42, cells: (0..<cells).map { _ in random.below(2) == 1 }), shape, lineEnd: "\n")
      let tail = String(repeating: "0", count: 2 * cells + 80)
      for position in 0..<second.utf8.count {
        for byte in [0, 10, 13, 32, 34, 44, 45, 47, 48, 49, 50, 58, 98, 110, 128, 255] as [UInt8] {
          var bytes = Array(second.utf8)
          if bytes[position] == byte { continue }
          bytes[position] = byte
          let text = Array(first.utf8) + bytes + Array(tail.utf8)
          let results = Self.levels.map { level -> [Int] in
            var scanner = CellRowScanner(
              emptyBefore: shape.emptyBefore, hasNumber: shape.hasNumber, emptyBehind: shape.emptyBehind,
              cells: cells,
              separator: 44, numberLimit: 1_000_000_000_000, instructions: level)
            var rows = CellRows(cells: cells)
            let end = scanner.scan(text.span, from: 0, into: &rows)
            return [end, rows.count] + (0..<rows.count).map { rows.number($0, 0) }
              + rows.words.prefix(rows.count * rows.wordsPerRow).map { Int(truncatingIfNeeded: $0) }
          }
          #expect(Set(results).count == 1, "\(shape), byte \(byte) at \(position): \(results)")
          // Another digit makes another usual line; anything else ends the reading.
          let isDigit =
            (48...57).contains(byte)
            && (48...57).contains(second.utf8[second.utf8.index(second.utf8.startIndex, offsetBy: position)])
          if !isDigit { #expect(results[0][1] == 1, "\(shape), byte \(byte) at \(position)") }
        }
      }
    }
  }

  @Test("Nothing is read beyond the bytes", arguments: widths.filter { $0 < 130 })
  func ends(cells: Int) {
    let line = Self.text(Row(number: 1, cells: Array(repeating: false, count: cells)), Shape(), lineEnd: "\n")
    for length in 0...line.utf8.count {
      for level in Self.levels {
        #expect(Self.scan(String(line.prefix(length)), Shape(), cells: cells, level).rows.isEmpty)
      }
    }
  }

  /// Lines whose numbers rise are read by prediction, which has to see every byte that is not as predicted.
  @Test("Lines that follow each other", arguments: [1, 2, 15, 16, 28, 33, 65, 130, 1024])
  func following(cells: Int) {
    var random = Random(state: UInt64(cells) &+ 7)
    for shape in Shape.all {
      // Wide lines take long where nothing is optimised.
      for first in cells > 100 ? [93] : [0, 1, 7, 88, 93, 940, 9_960, 99_999_950, 999_999_999_970] {
        let lineEnd = first % 2 == 0 ? "\n" : "\r\n"
        let rows = (0..<64).map { row in
          Row(number: shape.hasNumber ? first + row : 0, cells: (0..<cells).map { _ in random.below(2) == 1 })
        }
        let lines = rows.map { Array(Self.text($0, shape, lineEnd: lineEnd).utf8) }
        var text = lines.flatMap { $0 } + Array(repeating: UInt8(ascii: "x"), count: 2 * cells + 200)
        let read = min(64, shape.hasNumber ? 1_000_000_000_000 - first + 1 : 64)
        for level in Self.levels {
          let found = Self.scanAll(text, shape, cells: cells, level)
          #expect(found == Array(rows.prefix(read)), "\(shape) from \(first), \(level)")
        }
        // A byte that differs, anywhere in one of the lines.
        let wrong = random.below(read)
        let start = lines[..<wrong].reduce(0) { $0 + $1.count }
        let place = start + random.below(lines[wrong].count)
        for byte in [0, 10, 13, 44, 47, 48, 49, 50, 57, 58, 176] as [UInt8] where text[place] != byte {
          let right = text[place]
          text[place] = byte
          let all = Self.levels.map { Self.scanAll(text, shape, cells: cells, $0) }
          #expect(all.allSatisfy { $0 == all[0] }, "\(shape) from \(first), byte \(byte) at \(place)")
          #expect(all[0].starts(with: rows.prefix(wrong)))
          text[place] = right
        }
      }
    }
  }

  /// What goes straight into columns is what rows would have held, wherever it begins and ends.
  @Test("Lines that go into columns", arguments: [1, 2, 15, 16, 17, 28, 33, 64, 65, 130, 1024])
  func columns(cells: Int) {
    var random = Random(state: UInt64(cells) &+ 11)
    let level = Self.levels.last ?? []
    for shape in cells > 100 ? [Shape()] : Shape.all {
      for first in cells > 100 ? [93] : [0, 93, 9_930, 999_999_999_900] {
        let lineEnd = first % 2 == 0 ? "\n" : "\r\n"
        let rows = (0..<200).map { row in
          Row(number: shape.hasNumber ? first + row : 0, cells: (0..<cells).map { _ in random.below(2) == 1 })
        }
        let lines = rows.map { Array(Self.text($0, shape, lineEnd: lineEnd).utf8) }
        var text = lines.flatMap { $0 } + Array(repeating: UInt8(ascii: "x"), count: 2 * cells + 200)
        let read = min(200, shape.hasNumber ? 1_000_000_000_000 - first + 1 : 200)
        let found = Self.scanAll(text, shape, cells: cells, level, columnsFrom: random.below(64))
        #expect(found == Array(rows.prefix(read)), "\(shape) from \(first)")
        let wrong = random.below(read)
        text[lines[..<wrong].reduce(0) { $0 + $1.count } + random.below(lines[wrong].count)] ^=
          1 << UInt8(random.below(8))
        let rest = Self.scanAll(text, shape, cells: cells, level, columnsFrom: random.below(64))
        #expect(rest == Self.scanAll(text, shape, cells: cells, level), "\(shape) from \(first)")
      }
    }
  }

  /// What ends a call early is read line by line, and slowly.
  @Test("Lines as predicted go into columns in one call, over every ten and hundred", arguments: [1, 15, 65])
  func oneCall(cells: Int) throws {
    guard let level = Self.levels.last, level.contains(.avx512) else { return }
    var random = Random(state: UInt64(cells))
    for shape in Shape.all {
      let lines = (0..<452).map { row in
        Self.text(
          Row(number: 1234 + row, cells: (0..<cells).map { _ in random.below(2) == 1 }), shape, lineEnd: "\n")
      }
      let text = Array(lines.joined().utf8) + Array(repeating: UInt8(ascii: "x"), count: 2 * cells + 200)
      var scanner = CellRowScanner(
        emptyBefore: shape.emptyBefore, hasNumber: shape.hasNumber, emptyBehind: shape.emptyBehind,
        cells: cells, separator: UInt8(ascii: ","), numberLimit: 1_000_000_000_000, instructions: level)
      var rows = CellRows(cells: cells)
      var columns = Columns(cells: cells, place: 3)
      let start = scanner.scan(text.span, from: 0, limit: 2, into: &rows)
      let end = columns.read(text, from: start, by: &scanner, &rows, limit: 450)
      #expect(rows.count == 450 && end == lines.reduce(0) { $0 + $1.utf8.count }, "\(shape)")
    }
  }

  /// Told again from what was read and what was passed over, the text is what it was.
  @Test(
    "Unusual lines among usual ones are passed over, and nothing else is",
    arguments: [1, 2, 15, 28, 33, 65], [4, 12])
  func passedOver(cells: Int, oneIn: Int) throws {
    var random = Random(state: UInt64(cells * oneIn))
    for shape in Shape.all {
      for first in cells > 60 ? [93] : [0, 93, 9_930, 999_999_999_700] {
        let lineEnd = first % 2 == 0 ? "\n" : "\r\n"
        let lines = (0..<230).map { row -> String in
          let row = Row(number: first + row, cells: (0..<cells).map { _ in random.below(2) == 1 })
          let line = Self.text(row, shape, lineEnd: lineEnd)
          guard random.below(oneIn) == 0 else { return line }
          let odd = [
            line.replacing("0", with: "x"), line.replacing(",", with: ";"), String(line.dropFirst(2)),
            lineEnd, line + line, "1," + line, line.replacing("0", with: ""),
            line.replacing("1", with: "b"), line.replacing("0", with: "n"), line.replacing("1", with: "10"),
            line.replacing("1", with: "\""), line.replacing("1", with: "\t"),
            line.replacing("0", with: "é"), line.replacing("0", with: "\u{7F}"),
            String(repeating: "1", count: 200) + lineEnd,
          ]
          return odd[random.below(odd.count)]
        }
        let text = Array(lines.joined().utf8)
        for level in Self.levels {
          let told = Self.retold(text, shape, cells: cells, level, lineEnd: lineEnd)
          // Not within the expectation, which would print both texts.
          let isSame = told.text == text
          #expect(isSame, "\(shape) from \(first), \(level)")
          // Where odd lines follow each other, and where no number is predicted so near to the largest, none is passed over.
          if level.contains(.avx2), oneIn == 12, first < 1_000_000 {
            #expect(told.passed > 0, "\(shape) from \(first)")
          }
          if !level.contains(.avx2) { #expect(told.passed == 0) }
        }
      }
    }
  }

  /// Reads everything, into columns where lines are as predicted, and writes it again.
  private static func retold(
    _ lines: [UInt8], _ shape: Shape, cells: Int, _ level: Instructions, lineEnd: String
  ) -> (text: [UInt8], passed: Int) {
    var scanner = CellRowScanner(
      emptyBefore: shape.emptyBefore, hasNumber: shape.hasNumber, emptyBehind: shape.emptyBehind,
      cells: cells, separator: UInt8(ascii: ","), numberLimit: 1_000_000_000_000,
      otherMarks: (UInt8(ascii: "b"), UInt8(ascii: "n")), instructions: level)
    let text = lines + Array(repeating: UInt8(ascii: "x"), count: 2 * cells + 200)
    var rows = CellRows(cells: cells)
    var columns = Columns(cells: cells, place: 3)
    var (told, passed, at): ([UInt8], Int, Int) = ([], 0, 0)
    /// Writes the lines that were read and passed over.
    func tell(cellsOf line: (Int) -> [Bool]) {
      var row = 0
      for index in 0...rows.passed.count {
        let end = index < rows.passed.count ? rows.passed.rowsBefore(index) : rows.count
        while row < end {
          let number = shape.hasNumber ? rows.number(row, 0, behind: index) : 0
          told += Self.text(Row(number: number, cells: line(row)), shape, lineEnd: lineEnd).utf8
          row += 1
        }
        if index < rows.passed.count {
          told += text[rows.passed.bytes(index)]
          let cells = rows.passed.cells(index)
          guard let end = rows.passed.front(index) else {
            #expect(cells == nil)
            continue
          }
          let expected = Self.cells(text[rows.passed.bytes(index)], from: end)
          #expect(cells?.count == expected?.count && cells?.meaningless == expected?.meaningless)
          let number = shape.hasNumber ? rows.number(row, 0, behind: index) : 0
          let usual = Self.text(Row(number: number, cells: [false]), shape, lineEnd: "").dropLast()
          #expect(text[rows.passed.bytes(index).lowerBound..<end].elementsEqual(usual.utf8))
        }
      }
      passed += rows.passed.count
    }
    while at < lines.count {
      let inColumns = columns.read(text, from: at, by: &scanner, &rows, limit: 150, passing: true)
      if inColumns > at {
        tell { columns.line($0) }
        at = inColumns
        continue
      }
      let end = scanner.scan(text.span, from: at, limit: 40, passing: true, into: &rows)
      if rows.passed.count > 0 {
        tell { row in
          (0..<cells).map { rows.words[row * rows.wordsPerRow + $0 / 64] >> UInt64($0 % 64) & 1 == 1 }
        }
      } else {
        told += text[at..<end]
      }
      at = end
      // What is in the way is read otherwise.
      if at < lines.count {
        let next = (text[at...].firstIndex(of: 10) ?? lines.count - 1) + 1
        told += text[at..<next]
        at = next
        scanner.passLine()
      }
    }
    return (told, passed)
  }

  /// What the cells of a line with its end are, from `start` on; `nil` where there are none or the line is not plain.
  private static func cells(_ line: ArraySlice<UInt8>, from start: Int) -> (count: Int, meaningless: Int)? {
    let content = line.dropLast().last == 13 ? line.dropLast(2) : line.dropLast()
    guard !content.isEmpty, content.allSatisfy({ (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "\"") })
    else { return nil }
    let cells = content[start...].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    let marks = ["0", "1", "b", "n"].map { Array($0.utf8)[...] }
    return (cells.count, cells.count { !marks.contains($0) })
  }

  /// What is predicted goes by the last line that was read, and by nothing of the unusual one behind it.
  @Test("Lines behind an unusual one with a number of another length", arguments: [1, 2, 3, 15, 31, 63])
  func passing(cells: Int) {
    var random = Random(state: UInt64(cells))
    let row = { (_ random: inout Random) in (0..<cells).map { _ in "\(random.below(2))" } }
    for shape in Shape.all where shape.hasNumber {
      let before = String(repeating: ",", count: shape.emptyBefore)
      let behind = String(repeating: ",", count: shape.emptyBehind)
      let line = { (number: String, cells: [String]) in
        before + number + "," + behind + cells.joined(separator: ",") + "\n"
      }
      for first in 1...6 {
        for second in 1...6 {
          for third in 1...12 {
            let digits = { (count: Int, number: Int) in
              String(String("000000000000\(number)".reversed().prefix(count)).reversed())
            }
            var text = line(digits(first, 123_456), row(&random))
            var unusual = row(&random)
            unusual[random.below(cells)] = "n"
            text += line(digits(second, 7), unusual)
            for i in 0..<14 { text += line(digits(third, 234_320 + (i < 7 ? 100 : 1) * i), row(&random)) }
            let bytes = Array(text.utf8)
            let plain = Self.scanPassing(bytes, shape, cells: cells, [])
            #expect(plain.count == 15)
            for level in Self.levels.dropFirst() {
              let fast = Self.scanPassing(bytes, shape, cells: cells, level)
              #expect(fast == plain, "\(shape) \(first), \(second), \(third) digits")
            }
          }
        }
      }
    }
  }

  /// Reads all usual lines, unusual ones being passed over.
  private static func scanPassing(_ text: [UInt8], _ shape: Shape, cells: Int, _ level: Instructions) -> [Row]
  {
    var scanner = CellRowScanner(
      emptyBefore: shape.emptyBefore, hasNumber: shape.hasNumber, emptyBehind: shape.emptyBehind,
      cells: cells, separator: UInt8(ascii: ","), numberLimit: 1_000_000_000_000, instructions: level)
    // Behind the last line there is more text than any kernel looks at.
    let text = text + Array(repeating: UInt8(ascii: "x"), count: 2 * cells + 80)
    let lines = text.count - 2 * cells - 80
    var rows = CellRows(cells: cells)
    var (found, at): ([Row], Int) = ([], 0)
    while at < lines {
      at = scanner.scan(text.span, from: at, into: &rows)
      found += (0..<rows.count).map { row in
        Row(
          number: rows.number(row, 0),
          cells: (0..<cells).map { rows.words[row * rows.wordsPerRow + $0 / 64] >> UInt64($0 % 64) & 1 == 1 })
      }
      guard at < lines else { break }
      at = (text[at...].firstIndex(of: 10) ?? lines) + 1
      scanner.passLine()
    }
    return found
  }

  /// Reads until nothing more is usual, in several calls.
  ///
  /// - Parameter place: where the first line goes that is read into columns, if any are.
  private static func scanAll(
    _ text: [UInt8], _ shape: Shape, cells: Int, _ level: Instructions, columnsFrom place: Int? = nil
  ) -> [Row] {
    var scanner = CellRowScanner(
      emptyBefore: shape.emptyBefore, hasNumber: shape.hasNumber, emptyBehind: shape.emptyBehind,
      cells: cells, separator: UInt8(ascii: ","), numberLimit: 1_000_000_000_000, instructions: level)
    var rows = CellRows(cells: cells)
    var (found, at, limit): ([Row], Int, Int) = ([], 0, 1)
    var columns = place.map { Columns(cells: cells, place: $0) }
    while true {
      if let next = columns?.read(text, from: at, by: &scanner, &rows, limit: 3 * limit), next > at {
        found += (0..<rows.count).map { row in
          Row(number: shape.hasNumber ? rows.number(row, 0) : 0, cells: columns?.line(row) ?? [])
        }
        (at, limit) = (next, limit % 40 + 13)
        continue
      }
      let next = scanner.scan(text.span, from: at, limit: limit, into: &rows)
      if next == at { return found }
      found += (0..<rows.count).map { row in
        #expect(rows.offset(row) == shape.emptyBefore)
        return Row(
          number: shape.hasNumber ? rows.number(row, 0) : 0,
          cells: (0..<cells).map { rows.words[row * rows.wordsPerRow + $0 / 64] >> UInt64($0 % 64) & 1 == 1 })
      }
      (at, limit) = (next, limit % 40 + 13)
    }
  }
}

/// Columns that lines are read into.
private struct Columns {
  let cells: Int
  private static let stride = 9
  private var words: [UInt64]
  private var waiting: [UInt64]
  /// The place of the next line.
  private var place: Int
  /// The place of the line that was the first of those read last.
  private var first = 0

  init(cells: Int, place: Int) {
    self.cells = cells
    self.place = place
    words = Array(repeating: 0, count: cells * Self.stride)
    waiting = Array(repeating: 0, count: 64 * ((cells + 63) / 64))
  }

  mutating func read(
    _ text: [UInt8], from at: Int, by scanner: inout CellRowScanner, _ rows: inout CellRows, limit: Int,
    passing passes: Bool = false
  ) -> Int {
    var waits = place % 64
    let next = scanner.scan(
      text.span, from: at, limit: min(limit, 64 * Self.stride - place), waiting: &waiting, waits: &waits,
      columns: &words, at: place / 64, stride: Self.stride, passing: passes, noting: &rows)
    guard next > at else { return at }
    (first, place) = (place, place + rows.count)
    #expect(waits == place % 64)
    let perRow = waiting.count / 64
    #expect(waiting[(waits * perRow)...].allSatisfy { $0 == 0 })
    return next
  }

  /// The cells of one of the lines that were read last.
  func line(_ row: Int) -> [Bool] {
    let place = first + row
    return (0..<cells).map { cell in
      place / 64 < self.place / 64
        ? words[cell * Self.stride + place / 64] >> UInt64(place % 64) & 1 == 1
        : waiting[place % 64 * (waiting.count / 64) + cell / 64] >> UInt64(cell % 64) & 1 == 1
    }
  }
}
