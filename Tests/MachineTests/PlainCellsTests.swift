import Machine
import Testing

/// Lines are split eight bytes at a time as they are byte by byte.
@Suite("Cells of plain lines")
struct PlainCellsTests {
  /// The cells of a line byte by byte; `nil` where it is not plain.
  private static func cells(_ text: ArraySlice<UInt8>, _ separator: UInt8?) -> [Range<Int>]? {
    var (found, start): ([Range<Int>], Int) = ([], text.startIndex)
    for (at, byte) in zip(text.indices, text) {
      if byte == separator {
        found.append(start..<at)
        start = at + 1
      } else if byte < 0x20 || byte >= 0x7F || byte == UInt8(ascii: "\"") {
        return nil
      }
    }
    return found + [start..<text.endIndex]
  }

  private static func check(_ text: [UInt8], _ line: Range<Int>, _ separator: UInt8?) {
    let expected = Self.cells(text[line], separator)
    for level in [[], Instructions.supported] as [Instructions] {
      var cells = PlainCells(instructions: level)
      let isPlain = cells.split(text.span, line, separator: separator)
      #expect(isPlain == (expected != nil))
      #expect(cells.count == expected?.count ?? 0)
      guard isPlain, let expected else { continue }
      for located in [1, expected.count] {
        var ranges = [0..<1]
        cells.locate(located, into: &ranges)
        #expect(ranges == Array(expected.prefix(located)))
      }
      let others = expected.filter { text[$0] != [0x30] && text[$0] != [0x31] }
      for first in [0, expected.count / 2, expected.count - 1] {
        let start = expected[first].lowerBound
        var (found, next): ([Range<Int>], Int) = ([], start)
        while let cell = cells.cell(otherThanMarkFrom: next) {
          found.append(cell)
          next = cell.upperBound + 1
        }
        #expect(found == others.filter { $0.lowerBound >= start })
      }
    }
  }

  @Test("Every byte at every place of a line of 1 to 17 bytes")
  func everyByte() {
    for length in 0...17 {
      let line = Array("1,22,,4 5,=,7-9,8".utf8.prefix(length))
      Self.check(line, 0..<length, UInt8(ascii: ","))
      for place in 0..<length {
        for byte in UInt8.min...UInt8.max {
          var text = line
          text[place] = byte
          for separator in [UInt8(ascii: ","), 9] { Self.check(text, 0..<length, separator) }
        }
      }
    }
  }

  @Test("Parts of a text, with and without a separator, many cells and few")
  func parts() {
    let text = Array((String(repeating: ",", count: 70) + "a;b,c" + String(repeating: "1", count: 70)).utf8)
    for start in 0...text.count {
      for end in [start, (start + text.count) / 2, text.count] {
        for separator in [UInt8(ascii: ","), UInt8(ascii: ";"), nil] {
          Self.check(text, start..<end, separator)
        }
      }
    }
  }

  @Test("Cells of a matrix, one of them anything, in lines around 64 and 128 bytes")
  func marks() {
    for names in [1, 2, 31, 32, 33, 34, 63, 64, 65, 66] {
      for odd in ["", "x", "2", "10", "01", "/", "b", "0 "] {
        for place in 0..<names where names < 4 || place % 7 == names % 7 || place > names - 3 || place < 2 {
          var cells = (0..<names).map { "\($0 % 3 == 0 ? 1 : 0)" }
          cells[place] = odd
          for front in ["", "7,", "1234,,"] {
            let text = Array(("9\n" + front + cells.joined(separator: ",") + "\n1,0").utf8)
            Self.check(text, 2..<text.count - 4, UInt8(ascii: ","))
          }
        }
      }
    }
  }

  @Test("The next line feed, from every place")
  func lineFeeds() {
    let text = Array("1,2\n\n345678,90\u{8A}\n".utf8) + [0x8A, 0x0B, 0x09] + Array(repeating: 10, count: 9)
    for count in 0...text.count {
      let text = Array(text.prefix(count))
      for start in 0...count {
        let next = text[start...].firstIndex(of: 10) ?? count
        #expect(PlainCells.lineFeed(in: text.span, from: start) == next)
      }
    }
  }
}
