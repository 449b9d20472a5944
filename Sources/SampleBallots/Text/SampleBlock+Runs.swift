import Machine

/// Rows of a word, 0 to 63, as text writers take them.
enum RowRun {
  /// Ballots that the board says nothing of.
  case usual(Range<Int>)
  /// A ballot that was declared invalid.
  case declared(Int)
  /// A row that is no ballot.
  case malformed(Int)
}

extension SampleBlock {
  /// Calls `body` with the rows of a word, in order: runs of usual ones are as long as can be.
  func forEachRun(in word: Int, _ body: (RowRun) -> Void) {
    let malformed = self[.malformed, word: word]
    let declared = declaredInvalid(word / 8)[word % 8]
    var start = 0
    forEachBit(of: malformed | declared) { ballot in
      let row = ballot.trailingZeroBitCount
      if start < row { body(.usual(start..<row)) }
      body(malformed & ballot != 0 ? .malformed(row) : .declared(row))
      start = row + 1
    }
    let end = min(64, count - word * 64)
    if start < end { body(.usual(start..<end)) }
  }
}
