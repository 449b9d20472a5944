import CKernels

/// The front of a line of a mark list as it will most likely be: that of the line before, with the next number.
///
/// A worked example: after `3,41,7 12` comes, if all goes on as before, a line that begins with `3,42,`, and behind that only lists
/// are left to read. What is not such a line is read by ``NumberListScanner`` without a guess.
struct ListLinePrediction: Sendable {
  /// The front, and zeros up to 32 bytes.
  private var text: [UInt8] = Array(repeating: 0, count: 32)
  private var front = 0
  private var number = RisingNumber()
  private let lists: Int
  private let emptyBehind: Int
  private let cells: Int
  private let separator: UInt8
  /// How many columns come before the lists.
  private let columnsBefore: Int
  /// The column of the last number.
  private let lastNumber: Int?
  /// Where the last number of the line begins.
  private(set) var offset = 0

  /// - Returns: `nil` where the kernel cannot read such lines: lists that do not stand side by side, numbers behind them, or above 64.
  init?(columns: [NumberListScanner.Column], cells: Int, separator: UInt8) {
    guard cells <= 64, let first = columns.firstIndex(of: .list) else { return nil }
    let rest = columns[first...].drop { $0 == .list }
    lists = columns.count - first - rest.count
    guard lists <= 2, rest.allSatisfy({ $0 == .empty }) else { return nil }
    emptyBehind = rest.count
    columnsBefore = first
    lastNumber = columns[..<first].lastIndex(of: .number)
    self.cells = cells
    self.separator = separator
  }

  /// Predicts the front of the line behind one that was read.
  ///
  /// - Parameters:
  ///   - line: a usual line, with its end.
  ///   - rises: whether the last number is one more in the next line, or the same.
  /// - Returns: whether there is something to predict.
  mutating func learn(_ line: UnsafeBufferPointer<UInt8>, rises: Bool) -> Bool {
    var (place, column, numberEnd) = (0, 0, 0)
    offset = 0
    while column < columnsBefore {
      guard place < min(line.count, text.count) else { return false }
      unsafe text[place] = line[place]
      if text[place] == separator {
        if column == lastNumber { numberEnd = place }
        column += 1
        if column == lastNumber { offset = place + 1 }
      }
      place += 1
    }
    front = place
    number = RisingNumber(endingAt: rises ? numberEnd : 0, in: text)
    number.rise(in: &text)
    return !number.isExhausted
  }

  /// Reads lines while they are as predicted.
  ///
  /// - Parameters:
  ///   - bytes: text in which a line begins.
  ///   - count: how many bytes there are.
  ///   - words: where the lists go, as the kernel says.
  ///   - limit: how many lines at the most.
  ///   - passed: lines that may be passed over.
  ///   - end: where the first line begins that was neither read nor passed over.
  /// - Returns: how many were read.
  mutating func read(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, _ words: UnsafeMutablePointer<UInt64>, limit: Int,
    _ passed: UnsafeMutablePointer<km_passed>, end: inout Int
  ) -> Int {
    unsafe text.withUnsafeMutableBufferPointer { text in
      var line = unsafe km_list_line(
        text: text.baseAddress, front: UInt32(front), number: number.kernel, lists: UInt32(lists),
        empty_behind: UInt32(emptyBehind), cells: UInt32(cells), separator: separator)
      let rows = unsafe km_predicted_lists_avx512(bytes, count, &line, words, limit, passed, &end)
      number.isExhausted = unsafe line.number.exhausted != 0
      return rows
    }
  }

  /// Goes on to the number after.
  mutating func rise() { number.rise(in: &text) }

  /// Whether the next line cannot be predicted.
  var isExhausted: Bool { number.isExhausted }

  /// Whether the last number of the next line is one more, and not the same.
  var rises: Bool { number.end > 0 }
}
