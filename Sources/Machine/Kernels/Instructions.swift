import CKernels

/// Sets of instructions that kernels in C use, where the processor has them.
public struct Instructions: OptionSet, Sendable, Hashable {
  public let rawValue: UInt32

  public init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// Instructions for SHA-256.
  public static let sha = Instructions(rawValue: UInt32(KM_SHA))
  /// Vectors of 256 bits.
  public static let avx2 = Instructions(rawValue: UInt32(KM_AVX2))
  /// Vectors of 512 bits, with a count of bits.
  public static let avx512 = Instructions(rawValue: UInt32(KM_AVX512))

  /// Vectors of 128 bits, as 64-bit ARM processors have them.
  public static let neon = Instructions(rawValue: UInt32(KM_NEON))

  /// What this processor has.
  public static let supported = Instructions(rawValue: km_supported())

  /// What the program uses: all that is supported, unless the variable `KIEMPHIEU_KERNELS` of the environment allows less:
  /// `portable` for none, or names such as `sha,avx2`. Results never depend on it; it is for tests and benchmarks.
  public static let selected: Instructions = {
    guard let allowed = environment("KIEMPHIEU_KERNELS") else { return supported }
    let names: [Substring: Instructions] = ["sha": .sha, "avx2": .avx2, "avx512": .avx512, "neon": .neon]
    let sets = allowed.split(separator: ",").compactMap { names[$0] }
    return supported.intersection(Instructions(sets))
  }()
}
