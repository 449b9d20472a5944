/// Turns offsets in bytes into lines and columns, for people.
///
/// A line ends with LF, CR LF or CR. A column counts Unicode scalars from 1; a byte order mark is not counted.
/// Nothing is done before the first question; then marks are set every few hundred bytes, so that a file that is
/// one long line with many faults is not read from its start for each.
struct TextPositions {
  struct Position: Equatable {
    var line = 1
    var column = 1
  }

  private let bytes: [UInt8]
  private var marks: [Position] = []
  private static let markDistance = 256

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The line and column of the byte at `offset`, or of the end of the text.
  mutating func position(of offset: Int) -> Position {
    if marks.isEmpty { setMarks() }
    let end = min(offset, bytes.count)
    let mark = min(end / Self.markDistance, marks.count - 1)
    return advance(marks[mark], from: mark * Self.markDistance, to: end)
  }

  private mutating func setMarks() {
    var position = Position()
    marks.append(position)
    for start in stride(from: 0, to: bytes.count - Self.markDistance, by: Self.markDistance) {
      position = advance(position, from: start, to: start + Self.markDistance)
      marks.append(position)
    }
  }

  private func advance(_ position: Position, from start: Int, to end: Int) -> Position {
    var position = position
    for i in start..<end {
      let isLineEnd =
        bytes[i] == 0x0A || bytes[i] == 0x0D && !(i + 1 < bytes.count && bytes[i + 1] == 0x0A)
      if isLineEnd {
        position.line += 1
        position.column = 1
      } else if bytes[i] & 0xC0 != 0x80, !(i == 0 && bytes.starts(with: byteOrderMark)) {
        position.column += 1
      }
    }
    return position
  }
}

/// U+FEFF in UTF-8.
let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
