public import Machine

/// A tally of blocks that come one after another: what kernels count of them is kept as they count it, and added up at the end.
public struct BlockTally: Sendable {
  private var tally: Tally
  private var plain: PlaneCounts
  private var plainBallots = 0

  public init(_ style: BallotStyle) {
    tally = Tally(style)
    plain = PlaneCounts(style)
  }

  /// Adds the ballots of one block.
  ///
  /// - Parameter instructions: which kernels may be used; the counts do not depend on it.
  public mutating func add(_ block: PackedBallots, _ instructions: Instructions = .selected) {
    plainBallots += tally.add(block, keeping: &plain, instructions)
  }

  /// Adds blocks that lie among bytes one behind another, full and without anything declared or ruled, and takes their check values. Only where
  /// ``PlaneCounts/hasKernel``.
  ///
  /// - Parameters:
  ///   - blocks: from where the first of them begins to where the last ends.
  ///   - size: bytes of a block, a multiple of 64. Its planes come first, little-endian.
  ///   - values: ``CheckValue`` of each block is appended.
  public mutating func addFull(
    _ bytes: [UInt8], _ blocks: Range<Int>, of size: Int, checkedInto values: inout [UInt64]
  ) {
    let isCounted = plain.addFull(bytes, blocks, of: size, checkedInto: &values)
    precondition(isCounted, "only with a kernel are blocks counted together")
    plainBallots += blocks.count / size * PackedBallots.capacity
  }

  /// The debatable ballots so far that the board ruled valid: of what kernels count nothing was ruled.
  public var ruledValid: Int { tally.ruledValid }

  /// Adds `times` ballots that are all like `ballot`.
  public mutating func add(_ ballot: Ballot, times: Int) {
    tally.add(ballot, times: times)
  }

  /// Begins anew.
  ///
  /// - Returns: the tally of all ballots since the last time.
  public mutating func finish() -> Tally {
    tally.add(plain, ballots: plainBallots)
    plain.removeAll()
    plainBallots = 0
    defer { tally = Tally(tally.style) }
    return tally
  }
}
