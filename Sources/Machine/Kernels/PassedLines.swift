import CKernels

/// Lines that a scanner passed over, since they were not as predicted and those behind them were. The caller reads them otherwise.
///
/// A faulty line among many good ones costs far less so than by stopping at it. Each stands behind a row that was read.
public struct PassedLines: Sendable {
  /// The most at once: what one in a hundred of 4,096 lines comes to, and half as many more.
  static let capacity = 64

  private var lines = Array(repeating: km_passed_line(), count: capacity)
  public private(set) var count = 0

  init() {}

  /// Where the line at `index` stands in the text, with its end.
  public func bytes(_ index: Int) -> Range<Int> { lines[index].start..<lines[index].end }

  /// How many rows were read before the line at `index`.
  public func rowsBefore(_ index: Int) -> Int { lines[index].rows }

  /// Where the front ends of the line at `index`; `nil` where it is not as predicted. A front as predicted has no end of a line.
  public func front(_ index: Int) -> Int? {
    // A size in C is an Int here, in which `KM_NO_FRONT` is negative.
    lines[index].front < 0 ? nil : lines[index].start + lines[index].front
  }

  /// How many cells of a matrix the line at `index` has behind its front, and how many of them mean nothing; `nil` where the front is not as
  /// predicted, or the line is empty or has anything but separators and printable ASCII without a quote. Never asked of a mark list.
  public func cells(_ index: Int) -> (count: Int, meaningless: Int)? {
    let line = lines[index]
    // `KM_NOT_PLAIN`.
    return line.cells == UInt32.max ? nil : (Int(line.cells), Int(line.no_marks))
  }

  mutating func removeAll() { count = 0 }

  /// Takes the lines that a kernel passes over, from `start` of the text on.
  ///
  /// - Parameter isAllowed: whether it may pass over any.
  /// - Returns: what `read` returns.
  mutating func take(
    from start: Int, isAllowed: Bool, by read: (UnsafeMutablePointer<km_passed>) -> Int
  ) -> Int {
    unsafe lines.withUnsafeMutableBufferPointer { lines in
      var passed = unsafe km_passed(lines: lines.baseAddress, limit: isAllowed ? lines.count : 0, count: 0)
      let found = unsafe read(&passed)
      count = unsafe passed.count
      for index in 0..<count {
        unsafe lines[index].start += start
        unsafe lines[index].end += start
      }
      return found
    }
  }
}
