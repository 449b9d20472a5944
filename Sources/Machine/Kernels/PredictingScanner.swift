/// A scanner that reads most lines by what the line before makes likely, and the others plainly. Both ways read the same.
protocol PredictingScanner {
  /// Whether there is a kernel that predicts.
  var canPredict: Bool { get }
  /// Whether something is predicted of the next line.
  var isPredicting: Bool { get }
  /// Whether the last number is predicted to rise, or there is none.
  var isRising: Bool { get }
  /// Whether lines have come one after another, so that two are enough to go by.
  var isRegular: Bool { get set }

  /// Reads lines while they are as predicted. Of their numbers and offsets those of the first are given: the others follow from them.
  ///
  /// - Parameters:
  ///   - bytes: the text.
  ///   - at: where a line begins; moved behind those that were read or passed over.
  ///   - rows: where they go.
  ///   - limit: how many lines at the most.
  ///   - passes: whether lines that are not as predicted may be passed over.
  ///   - passed: takes them.
  /// - Returns: how many were read.
  mutating func readPredicted(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, into rows: RowMemory, limit: Int,
    passing passes: Bool, _ passed: inout PassedLines
  ) -> Int

  /// Reads usual lines, whatever was predicted.
  mutating func readPlainly(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, into rows: RowMemory, limit: Int
  ) -> Int

  /// Predicts the line behind `line`.
  ///
  /// - Parameters:
  ///   - line: a line that was read plainly, with its end.
  ///   - row: where it was read to.
  ///   - rise: how much more its last number is than in the line before, 0 or 1.
  mutating func learn(_ line: UnsafeBufferPointer<UInt8>, _ row: RowMemory, rise: Int)

  /// Takes it that a line was passed over which had the number that was predicted.
  mutating func passLine()

  /// Ceases to predict.
  mutating func forget()
}

extension PredictingScanner {
  /// Reads lines from `at` on, until there are `limit`, a line is unusual and not passed over, or the bytes end.
  ///
  /// - Returns: how many, and whether all were read as predicted, their last numbers rising by one; then only the first has its numbers and its
  ///   offset.
  mutating func readRows(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, into rows: RowMemory, limit: Int,
    passing passes: Bool, _ passed: inout PassedLines
  ) -> (count: Int, isRising: Bool) {
    passed.removeAll()
    guard canPredict else { return (unsafe readPlainly(bytes, &at, into: rows, limit: limit), false) }
    var row = 0
    while row < limit {
      let first = row
      if isPredicting {
        row += unsafe readPredicted(
          bytes, &at, into: rows.from(row), limit: limit - row, passing: passes && row == 0 && isRising,
          &passed)
        if passed.count > 0 { return (row, true) }
      }
      let asked = isRegular ? min(2, limit - row) : limit - row
      let start = at
      let found = unsafe readPlainly(bytes, &at, into: rows.from(row), limit: asked)
      if first == 0, found == 0, row > 0, isRising { return (row, true) }
      if row > first { unsafe rows.from(first).follow(row - first, rise: isRising ? 1 : 0) }
      if found > 0 { unsafe learn(from: bytes, start, at, rows.from(row), found) }
      row += found
      if found < asked { return (row, false) }
    }
    return (row, false)
  }

  /// Learns from the last of `count` lines, which stand between `start` and `end`.
  private mutating func learn(
    from bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ rows: RowMemory, _ count: Int
  ) {
    // One line says nothing of the next number; most follow the line before.
    let rise = count > 1 ? unsafe rows.lastNumber(count - 1) - rows.lastNumber(count - 2) : 1
    isRegular = (0...1).contains(rise)
    guard isRegular else { return forget() }
    var first = end - 1
    while first > start, unsafe bytes[first - 1] != UInt8(ascii: "\n") { first -= 1 }
    unsafe learn(UnsafeBufferPointer(rebasing: bytes[first..<end]), rows.from(count - 1), rise: rise)
  }
}
