import CKernels

extension BitPlanes {
  /// Adds to the counts how many bits each of the first planes has in common with one of `other`.
  ///
  /// - Parameters:
  ///   - plane: the number of the plane of `other`.
  ///   - counts: one for each of the first planes, as many as there are counts.
  ///   - instructions: which kernels may be used; the counts do not depend on it.
  public func addCommon(
    with other: BitPlanes, _ plane: Int, to counts: inout [Int], _ instructions: Instructions = .selected
  ) {
    precondition(counts.count <= count && (0..<other.count).contains(plane))
    guard let kernel = unsafe Self.commonKernel(instructions) else {
      for index in counts.indices { counts[index] += Self.count { self[index, $0] & other[plane, $0] } }
      return
    }
    unsafe withWords { planes in
      unsafe other.withWords { others in
        guard let others = unsafe others else { return }
        unsafe kernel(planes, others + plane * Self.words, counts.count, &counts)
      }
    }
  }

  private typealias CommonKernel =
    @convention(c) (UnsafePointer<UInt64>?, UnsafePointer<UInt64>?, Int, UnsafeMutablePointer<Int>?) -> Void

  private static func commonKernel(_ instructions: Instructions) -> CommonKernel? {
    if instructions.contains(.avx512) { return unsafe km_common_bits_avx512 }
    return unsafe instructions.contains(.avx2) ? km_common_bits_avx2 : nil
  }
}
