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

  public private(set) var valid = 0
  /// Invalid ballots with more votes than seats.
  public private(set) var tooMany = 0
  /// Invalid ballots with no vote.
  public private(set) var nobody = 0
  /// Invalid ballots of one name with both boxes marked.
  public private(set) var bothMarked = 0
  /// Invalid ballots of one name with no box marked.
  public private(set) var blank = 0
  /// Votes on valid ballots, for each name.
  public private(set) var votes: [UInt64]
  /// Valid ballots by their number of votes, from 0 to the seats.
  public private(set) var validByVotes: [UInt64]

  private let names: Int
  private let seats: Int
  private let form: Form

  public init(names: Int, seats: Int, form: Form) {
    precondition(
      (1...2047).contains(names) && (1...names).contains(seats) && (form != .agreeOne || names == 1))
    self.names = names
    self.seats = seats
    self.form = form
    votes = Array(repeating: 0, count: names)
    validByVotes = Array(repeating: 0, count: seats + 1)
  }

  /// Adds the ballots of a block, if there is a kernel for `instructions`.
  ///
  /// - Parameters:
  ///   - planes: as many planes as the form has, 512 bytes each, little-endian; bits beyond the ballots are zero.
  ///   - ballots: how many, up to ``blockSize``.
  ///   - instructions: which kernels may be used; the counts do not depend on it.
  /// - Returns: whether there is; if not, nothing was counted.
  public mutating func add(_ planes: RawSpan, ballots: Int, _ instructions: Instructions = .selected) -> Bool
  {
    let count = form == .strikeOut ? names : 2 * names
    precondition(planes.byteCount == count * Self.wordsPerPlane * 8 && (0...Self.blockSize).contains(ballots))
    let kernel =
      unsafe instructions.contains(.avx512)
      ? km_count_planes_avx512 : instructions.contains(.avx2) ? km_count_planes_avx2 : nil
    guard let kernel = unsafe kernel else { return false }
    var counts = km_counts()
    let (names, seats, code) = (UInt32(names), UInt32(seats), code)
    var (votes, byVotes) = (self.votes, validByVotes)
    // Given away for the time of the call, so that the copies are the only owners and nothing is copied.
    (self.votes, validByVotes) = ([], [])
    unsafe planes.withUnsafeBytes { planes in
      unsafe votes.withUnsafeMutableBufferPointer { votes in
        unsafe byVotes.withUnsafeMutableBufferPointer { byVotes in
          // No plane and no count is empty, so that all have an address.
          unsafe kernel(
            planes.baseAddress, UInt32(ballots), names, seats, code, &counts, votes.baseAddress,
            byVotes.baseAddress)
        }
      }
    }
    (self.votes, validByVotes) = (votes, byVotes)
    valid += Int(counts.valid)
    tooMany += Int(counts.too_many)
    nobody += Int(counts.nobody)
    bothMarked += Int(counts.both_marked)
    blank += Int(counts.blank)
    return true
  }

  /// The same for planes that are an array of words.
  public mutating func add(_ planes: [UInt64], ballots: Int, _ instructions: Instructions = .selected) -> Bool
  {
    unsafe add(planes.span.bytes, ballots: ballots, instructions)
  }

  /// The same for planes among bytes, which begin at `offset`.
  public mutating func add(
    _ bytes: [UInt8], at offset: Int, ballots: Int, _ instructions: Instructions = .selected
  ) -> Bool {
    let size = (form == .strikeOut ? names : 2 * names) * Self.wordsPerPlane * 8
    return unsafe add(bytes.span.bytes.extracting(offset..<offset + size), ballots: ballots, instructions)
  }

  private var code: Int32 {
    switch form {
    case .strikeOut: Int32(KM_STRIKE_OUT)
    case .agreeSeveral: Int32(KM_AGREE_SEVERAL)
    case .agreeOne: Int32(KM_AGREE_ONE)
    }
  }
}
