import CKernels

/// How names are left on the ballots of a block, as many on each ballot as it is to have, each name on its part of the ballots.
///
/// The parts lie end to end on a line. Each ballot has a number below 1, and the names in whose part the number lies, or the number and 1, or
/// the number and 2, and so on: as many names as the line is long, if that is a whole number and no part is longer than 1. A worked example: the parts
/// end at 0.75, 1.25 and 2. On a ballot with the number 0.5 names 1 (0.5) and 3 (1.5) are left, on one with 0.875 names 2 (0.875) and 3, on one with
/// 0.125 names 1 and 2 (1.125).
///
/// So before a part as many names are left as whole numbers lie there, and one more on the ballots whose number is less than what is over;
/// and a name is left if one more is left before its end than before its beginning. That numbers the names that are left from 0 on,
/// and the others as well. A ballot may be of those on which only the names that are left stay whose numbers are in its stretch, or of those on
/// which others are left too whose numbers are in its stretch; so each has as many names as it is to have.
public struct NameSpread: Sendable {
  /// The planes of ``kinds``.
  public enum Kind: Int, CaseIterable, Sendable {
    /// Ballots on which all names that are left stay.
    case ordinary
    /// Those on which the names of their stretch stay.
    case fewer
    /// Those of the ordinary ones on which others, of their stretch, are left as well.
    case more
  }

  /// A plane for each ``Kind``.
  public var kinds = BitPlanes(count: Kind.allCases.count)
  /// The numbers of ballots that are in the stretch of each.
  public var stretches: BallotStretches
  /// The planes of names in the order in which their parts lie.
  public var order: [UInt32]
  /// Where the part of each name in ``order`` ends, in parts of 2 to the number of digits. None is longer than 1.
  public var ends: [UInt32]
  private let seats: Int
  private let instructions: Instructions

  /// - Parameters:
  ///   - seats: how many names are left, at most `names`.
  ///   - instructions: which kernels may be used; the names that are left do not depend on it.
  public init(names: Int, seats: Int, _ instructions: Instructions = .selected) {
    precondition((0...names).contains(seats))
    stretches = BallotStretches(places: max(seats, names - seats, 1))
    self.seats = seats
    order = Array(repeating: 0, count: names)
    ends = order
    self.instructions = instructions
  }

  /// Draws a stretch for each ballot on which not all names that are left stay, or on which others join them.
  public mutating func drawStretches(_ random: inout SplitMix64) {
    let (left, others) = (seats, order.count - seats)
    guard instructions.contains(.avx512) else { return drawStretchesPortably(&random, left, others) }
    // The kernel has room for so many.
    precondition(stretches.digits <= 11)
    let digits = UInt32(stretches.digits)
    unsafe kinds.withWords { kinds in
      guard let kinds = unsafe kinds else { return }
      var wanted = unsafe km_stretches(
        fewer: kinds + Kind.fewer.rawValue * BitPlanes.words,
        more: kinds + Kind.more.rawValue * BitPlanes.words,
        left: UInt32(left), others: UInt32(others), digits: digits)
      unsafe stretches.planes.withMutableWords {
        unsafe km_draw_stretches_avx512(&random.state, &wanted, $0)
      }
    }
  }

  /// The portable twin of the kernel.
  private mutating func drawStretchesPortably(_ random: inout SplitMix64, _ left: Int, _ others: Int) {
    var numbers = random
    for word in 0..<BitPlanes.words {
      let fewer = kinds[Kind.fewer.rawValue, word: word]
      stretches.fill(word, fewer | kinds[Kind.more.rawValue, word: word]) { ballot in
        let isFewer = fewer & ballot != 0 ? 1 : 0
        let places = others &+ isFewer &* (left &- others)
        let (first, less) = numbers.two(below: places, places &- isFewer)
        return (first, 1 &+ less, places)
      }
    }
    stretches.finish()
    random = numbers
  }

  /// Fills the planes of names.
  ///
  /// - Parameters:
  ///   - numbers: of the ballots, planes from the lowest binary digit on, a set bit being the digit 0.
  ///   - digits: how many of these planes there are, at most 16.
  public func fill(_ marks: inout BitPlanes, _ numbers: BitPlanes, digits: Int) {
    precondition(order.count == ends.count && order.allSatisfy { $0 < marks.count })
    precondition(digits <= min(numbers.count, 16) && kinds.count == Kind.allCases.count)
    guard let kernel = unsafe Self.kernel(instructions) else {
      return fillPortably(&marks, numbers, digits)
    }
    unsafe numbers.withWords { numbers in
      unsafe stretches.planes.withWords { places in
        unsafe kinds.withWords { kinds in
          unsafe order.withUnsafeBufferPointer { order in
            unsafe ends.withUnsafeBufferPointer { ends in
              var spread = unsafe km_spread(
                numbers: numbers, digits: UInt32(digits), stretch_digits: UInt32(stretches.digits),
                stretches: places,
                kinds: kinds, names: UInt32(order.count), order: order.baseAddress, ends: ends.baseAddress)
              unsafe marks.withMutableWords { marks in unsafe kernel(&spread, marks) }
            }
          }
        }
      }
    }
  }

  private typealias Kernel =
    @convention(c) (UnsafePointer<km_spread>?, UnsafeMutablePointer<UInt64>?) -> Void

  private static func kernel(_ instructions: Instructions) -> Kernel? {
    if instructions.contains(.avx512) { return unsafe km_leave_names_avx512 }
    return unsafe instructions.contains(.avx2) ? km_leave_names_avx2 : nil
  }

  /// The portable twin of the kernels.
  private func fillPortably(_ marks: inout BitPlanes, _ numbers: BitPlanes, _ digits: Int) {
    for vector in 0..<BitPlanes.vectors {
      // By number, this one's and the next one's: on which ballots a name that is left stays, and on which another is left.
      var stays = (stay(0, vector), stay(1, vector))
      var joins = (SIMD8<UInt64>(), join(0, vector))
      var (start, before) = (UInt32(0), SIMD8<UInt64>())
      for (place, end) in ends.enumerated() {
        var after = SIMD8<UInt64>()
        for digit in 0..<digits {
          // Less is what has the digit 0 for a 1, or has the same digit and was less by those before.
          let zero = numbers[digit, vector]
          if end >> UInt32(digit) & 1 == 1 { after |= zero } else { after &= zero }
        }
        let (number, next) = (start >> UInt32(digits), end >> UInt32(digits))
        let left = before ^ after ^ SIMD8(repeating: next > number ? ~0 : 0)
        let stay = before & stays.1 | ~before & stays.0
        let join = before & joins.0 | ~before & joins.1
        marks[Int(order[place]), vector] = left & stay | ~left & join
        if next > number {
          stays = (stays.1, self.stay(Int(next) + 1, vector))
        } else {
          joins = (joins.1, self.join(place + 1 - Int(number), vector))
        }
        (start, before) = (end, after)
      }
    }
  }

  private func stay(_ number: Int, _ vector: Int) -> SIMD8<UInt64> {
    kinds[Kind.ordinary.rawValue, vector] | kinds[Kind.fewer.rawValue, vector]
      & stretches.have(number, vector)
  }

  private func join(_ number: Int, _ vector: Int) -> SIMD8<UInt64> {
    kinds[Kind.more.rawValue, vector] & stretches.have(number, vector)
  }
}
