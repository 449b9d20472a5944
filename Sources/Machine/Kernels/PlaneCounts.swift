import CKernels

/// What is counted of ballots in bit planes, nothing being declared or ruled of them.
///
/// A layer over the kernels in C, which know ballots only as bits. The portable twin is the loop over planes in the room `Tallying`.
public struct PlaneCounts: Sendable {
  /// How planes are judged.
  public enum Form: Sendable {
    /// A plane for each name: a bit is a name left. More than the seats or none is invalid.
    case strikeOut
    /// A plane for each name agreed with, then one for each disagreed with. None agreed with alone is invalid.
    case agreeSeveral
    /// The same two planes for one name. Both or neither is invalid.
    case agreeOne
  }

  /// Ballots in a block, and words of 64 bits in each of its planes.
  public static let blockSize = 4096
  static let wordsPerPlane = blockSize / 64

  public var valid: Int { validByVotes.reduce(0, +) }
  /// Invalid ballots with more votes than seats.
  public var tooMany: Int { sum(KM_TOO_MANY) }
  /// Invalid ballots with no vote.
  public var nobody: Int { sum(KM_NOBODY) }
  /// Invalid ballots of one name with both boxes marked.
  public var bothMarked: Int { sum(KM_BOTH_MARKED) }
  /// Invalid ballots of one name with no box marked.
  public var blank: Int { sum(KM_BLANK) }
  /// Votes on valid ballots, for each name.
  public var votes: [Int] { (0..<names).map { sum(row: Self.firstVotes + $0) } }
  /// Valid ballots by their number of votes, from 0 to the seats.
  public var validByVotes: [Int] {
    let first = Self.firstVotes + names
    var counts = (first..<rows.count / 8).map { sum(row: $0) }
    // What is counted of ballots with a digit leaves, of those whose number has it or has it not, those that have it not.
    for digit in 0..<4 {
      for number in counts.indices where number >> digit & 1 == 0 {
        counts[number] -= counts[number | 1 << digit]
      }
    }
    return Array(counts.prefix(seats + 1))
  }

  /// Rows of eight words that add up to a count, in the order of `KM_COUNTS` in `CKernels.h`.
  private var rows: [UInt64]
  private static let firstVotes = Int(KM_COUNTS.rawValue)

  private let names: Int
  private let seats: Int
  private let form: Form

  public init(names: Int, seats: Int, form: Form) {
    precondition(
      (1...2047).contains(names) && (1...names).contains(seats) && (form != .agreeOne || names == 1))
    self.names = names
    self.seats = seats
    self.form = form
    rows = Array(repeating: 0, count: 8 * (Self.firstVotes + names + 16 * (seats / 16 + 1)))
  }

  private func sum(_ count: KM_COUNT) -> Int { sum(row: Int(count.rawValue)) }

  private func sum(row: Int) -> Int {
    Int(rows[8 * row..<8 * row + 8].reduce(0, +))
  }

  /// Adds ballots of a block, if there is a kernel for `instructions`.
  ///
  /// - Parameters:
  ///   - planes: as many planes as the form has, 64 words each.
  ///   - present: the ballots that are to be added, laid out as a plane.
  ///   - instructions: which kernels may be used; the counts do not depend on it.
  /// - Returns: whether there is; if not, nothing was counted.
  public mutating func add(
    _ planes: [UInt64], present: [64 of UInt64], _ instructions: Instructions = .selected
  ) -> Bool {
    let planes = unsafe planes.span.bytes
    return unsafe present.span.withUnsafeBufferPointer {
      unsafe add(planes, $0.baseAddress, blocks: 1, apart: size, instructions)
    }
  }

  /// Adds all ballots that a block can have, if there is a kernel for `instructions`.
  ///
  /// - Parameter planes: as many planes as the form has, 64 words each.
  public mutating func addFull(_ planes: [UInt64], _ instructions: Instructions = .selected) -> Bool {
    unsafe add(planes.span.bytes, nil, blocks: 1, apart: size, instructions)
  }

  /// Forgets what was counted.
  public mutating func removeAll() {
    for index in rows.indices { rows[index] = 0 }
  }

  /// Whether the processor has a kernel.
  public static var hasKernel: Bool { unsafe kernel(.selected) != nil }

  /// Adds all ballots that some blocks can have, if there is a kernel for `instructions`, and takes the check values of the blocks.
  ///
  /// - Parameters:
  ///   - blocks: from where the first of them begins among the bytes to where the last ends.
  ///   - size: bytes of a block, a multiple of 64. Its planes come first, little-endian.
  ///   - values: ``CheckValue`` of each block is appended.
  public mutating func addFull(
    _ bytes: [UInt8], _ blocks: Range<Int>, of size: Int, checkedInto values: inout [UInt64],
    _ instructions: Instructions = .selected
  ) -> Bool {
    let count = blocks.count / size
    precondition(size >= self.size && size % 64 == 0 && blocks.count == count * size)
    let part = unsafe bytes.span.bytes.extracting(blocks)
    guard instructions.contains(.avx512), form == .strikeOut else {
      guard unsafe add(part, nil, blocks: count, apart: size, instructions) else { return false }
      Words.appendChecksums(
        of: bytes, at: blocks.lowerBound, size: size, count: count, to: &values, instructions)
      return true
    }
    let (names, seats) = (UInt32(names), UInt32(seats))
    values.append(addingCapacity: count) { values in
      unsafe part.withUnsafeBytes { part in
        unsafe rows.withUnsafeMutableBufferPointer { rows in
          unsafe values.withUnsafeMutableBufferPointer { values, added in
            unsafe km_count_checked_planes_avx512(
              part.baseAddress, count, size, names, seats, rows.baseAddress, values.baseAddress)
            added = count
          }
        }
      }
    }
    return true
  }

  /// - Parameter present: `nil` for all.
  private mutating func add(
    _ bytes: RawSpan, _ present: UnsafePointer<UInt64>?, blocks: Int, apart: Int, _ instructions: Instructions
  ) -> Bool {
    precondition(apart >= size && bytes.byteCount == blocks * apart)
    guard let kernel = unsafe Self.kernel(instructions) else { return false }
    let (names, seats, code) = (UInt32(names), UInt32(seats), code)
    unsafe bytes.withUnsafeBytes { bytes in
      unsafe rows.withUnsafeMutableBufferPointer { rows in
        // No count is empty and no block that is counted, so that all have an address.
        unsafe kernel(bytes.baseAddress, present, blocks, apart, names, seats, code, rows.baseAddress)
      }
    }
    return true
  }

  private typealias Kernel =
    @convention(c) (
      UnsafeRawPointer?, UnsafePointer<UInt64>?, Int, Int, UInt32, UInt32, Int32,
      UnsafeMutablePointer<UInt64>?
    ) -> Void

  private static func kernel(_ instructions: Instructions) -> Kernel? {
    if instructions.contains(.avx512) { return unsafe km_count_planes_avx512 }
    if instructions.contains(.avx2) { return unsafe km_count_planes_avx2 }
    return unsafe instructions.contains(.neon) ? km_count_planes_neon : nil
  }

  /// Bytes of all planes.
  private var size: Int { (form == .strikeOut ? names : 2 * names) * Self.wordsPerPlane * 8 }

  private var code: Int32 {
    switch form {
    case .strikeOut: Int32(KM_STRIKE_OUT)
    case .agreeSeveral: Int32(KM_AGREE_SEVERAL)
    case .agreeOne: Int32(KM_AGREE_ONE)
    }
  }
}
