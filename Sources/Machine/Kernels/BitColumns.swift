import CKernels

/// Turns 64 rows of bits into columns, if there is a kernel for `instructions`.
///
/// The portable twin is the transposition in the room `Tallying`.
///
/// - Parameters:
///   - rows: the rows, `stride` words apart.
///   - first: the index of the first row's word.
///   - columns: bit `i` of the word at `c` becomes bit `c` of row `i`, for `count` columns; those up to the next multiple of eight change too.
///   - count: how many columns, at most 64.
///   - instructions: which kernels may be used; the columns do not depend on it.
/// - Returns: whether there is; if not, nothing was done.
public func transposeBits(
  _ rows: [UInt64], from first: Int, stride: Int, into columns: inout [64 of UInt64], count: Int,
  _ instructions: Instructions = .selected
) -> Bool {
  precondition(first >= 0 && stride > 0 && first + 63 * stride < rows.count && (0...64).contains(count))
  guard instructions.contains(.avx512) else { return false }
  unsafe rows.withUnsafeBufferPointer { rows in
    var span = columns.mutableSpan
    unsafe span.withUnsafeMutableBufferPointer { columns in
      // Neither is empty.
      unsafe km_transpose64_avx512(
        rows.baseAddress.unsafelyUnwrapped + first, stride, columns.baseAddress, UInt32(count))
    }
  }
  return true
}
