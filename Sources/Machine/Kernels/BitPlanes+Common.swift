import CKernels

extension BitPlanes {
  /// How many bits planes have in common.
  ///
  /// - Parameters:
  ///   - pairs: the number of a plane here, and of one of `other`.
  ///   - instructions: which kernels may be used; the counts do not depend on it.
  public func common(
    with other: BitPlanes, _ pairs: [SIMD2<UInt32>], _ instructions: Instructions = .selected
  ) -> [Int] {
    precondition(pairs.allSatisfy { $0[0] < count && $0[1] < other.count })
    guard let kernel = unsafe Self.kernel(instructions) else {
      return pairs.map { pair in Self.count { self[Int(pair[0]), $0] & other[Int(pair[1]), $0] } }
    }
    var counts = Array(repeating: UInt64(0), count: pairs.count)
    unsafe withWords { left in
      unsafe other.withWords { right in
        unsafe pairs.withUnsafeBytes { pairs in
          // A pair is two numbers and nothing else.
          unsafe kernel(
            left, right, pairs.baseAddress?.assumingMemoryBound(to: UInt32.self), counts.count, &counts)
        }
      }
    }
    return counts.map { Int($0) }
  }

  private typealias Kernel =
    @convention(c) (
      UnsafePointer<UInt64>?, UnsafePointer<UInt64>?, UnsafePointer<UInt32>?, Int,
      UnsafeMutablePointer<UInt64>?
    ) -> Void

  private static func kernel(_ instructions: Instructions) -> Kernel? {
    if instructions.contains(.avx512) { return unsafe km_common_bits_avx512 }
    return unsafe instructions.contains(.avx2) ? km_common_bits_avx2 : nil
  }
}
