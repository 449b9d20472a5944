import CKernels

extension BitPlanes {
  /// Fills a plane with the numbers that are less than a limit.
  ///
  /// - Parameters:
  ///   - limit: up to 2 to the number of digits.
  ///   - digits: how many of the first planes here are the binary digits of numbers, from the lowest on, a set bit being the digit 0.
  ///   - planes: of which one is filled.
  ///   - instructions: which kernels may be used; the bits do not depend on it.
  public func fill(
    _ planes: inout BitPlanes, _ plane: Int, withNumbersBelow limit: UInt64, digits: Int,
    _ instructions: Instructions = .selected
  ) {
    precondition(
      digits <= min(count, 63) && limit <= 1 << UInt64(digits) && (0..<planes.count).contains(plane))
    guard let kernel = unsafe Self.lessKernel(instructions) else {
      for vector in 0..<Self.vectors { planes[plane, vector] = less(than: limit, digits, vector) }
      return
    }
    unsafe withWords { numbers in
      unsafe planes.withMutableWords { planes in
        guard let planes = unsafe planes else { return }
        unsafe kernel(numbers, UInt32(digits), limit, planes + plane * Self.words)
      }
    }
  }

  private typealias LessKernel =
    @convention(c) (UnsafePointer<UInt64>?, UInt32, UInt64, UnsafeMutablePointer<UInt64>?) -> Void

  private static func lessKernel(_ instructions: Instructions) -> LessKernel? {
    if instructions.contains(.avx512) { return unsafe km_less_avx512 }
    return unsafe instructions.contains(.avx2) ? km_less_avx2 : nil
  }

  /// The portable twin of the kernels that find what is less, for one vector.
  private func less(than limit: UInt64, _ digits: Int, _ vector: Int) -> SIMD8<UInt64> {
    if limit == 0 || limit >> UInt64(digits) == 1 { return SIMD8(repeating: limit == 0 ? 0 : ~0) }
    var less = SIMD8<UInt64>()
    for place in limit.trailingZeroBitCount..<digits {
      // Less is what has the digit 0 for a 1, or has the same digit and was less by those before.
      let zero = self[place, vector]
      if limit >> UInt64(place) & 1 == 1 { less |= zero } else { less &= zero }
    }
    return less
  }
}
