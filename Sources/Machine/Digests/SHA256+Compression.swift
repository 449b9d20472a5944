import CKernels

extension SHA256 {
  /// The first 32 bits of the fractional parts of the square roots of the first eight primes
  /// (FIPS 180-4, 5.3.3).
  static let initialState: [8 of UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
}

/// The first 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2).
private let constants: [64 of UInt32] = [
  0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
  0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
  0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
  0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
  0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
  0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
  0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
  0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
]

/// Takes whole blocks of 64 bytes into `state` (FIPS 180-4, 6.2.2), with the processor's instructions for it where
/// `instructions` has them.
func compress(_ state: inout [8 of UInt32], _ blocks: RawSpan, _ instructions: Instructions) {
  precondition(blocks.byteCount % 64 == 0)
  guard instructions.contains(.sha) else { return compressPortably(&state, blocks) }
  var words = state.mutableSpan
  unsafe words.withUnsafeMutableBufferPointer { words in
    unsafe blocks.withUnsafeBytes { bytes in
      // Both are as long as the kernel expects, and an empty span has no blocks.
      guard let words = words.baseAddress, let bytes = bytes.baseAddress else { return }
      unsafe km_sha256_sha(words, bytes.assumingMemoryBound(to: UInt8.self), blocks.byteCount / 64)
    }
  }
}

/// The portable twin of the kernel.
///
/// The message schedule is kept as a window of sixteen words, and eight rounds are written out with the
/// working variables renamed instead of moved, which is what makes plain Swift reach the speed of plain C.
private func compressPortably(_ state: inout [8 of UInt32], _ blocks: RawSpan) {
  var window: [16 of UInt32] = .init(repeating: 0)
  for block in stride(from: 0, to: blocks.byteCount, by: 64) {
    var v = state
    for i in 0..<16 {
      // Checked by the span; "unsafe" only in that any bytes may be taken for an integer, which is harmless.
      let word = unsafe blocks.unsafeLoadUnaligned(fromByteOffset: block + 4 * i, as: UInt32.self)
      window[i] = UInt32(bigEndian: word)
    }
    eightRounds(&v, window, at: 0, from: 0)
    eightRounds(&v, window, at: 8, from: 8)
    for first in stride(from: 16, to: 64, by: 16) {
      extend(&window)
      eightRounds(&v, window, at: 0, from: first)
      eightRounds(&v, window, at: 8, from: first + 8)
    }
    for i in 0..<8 { state[i] &+= v[i] }
  }
}

/// Replaces sixteen words of the message schedule by the next sixteen.
@inline(__always)
private func extend(_ w: inout [16 of UInt32]) {
  for t in 0..<16 {
    let x = w[(t + 1) & 15]
    let y = w[(t + 14) & 15]
    let s0 = rotated(x, 7) ^ rotated(x, 18) ^ (x &>> 3)
    let s1 = rotated(y, 17) ^ rotated(y, 19) ^ (y &>> 10)
    w[t] = w[t] &+ s0 &+ w[(t + 9) & 15] &+ s1
  }
}

/// Rounds `first` to `first + 7`, with the schedule's words from `window[at]`.
@inline(__always)
private func eightRounds(_ v: inout [8 of UInt32], _ w: [16 of UInt32], at: Int, from first: Int) {
  var (a, b, c, d, e, f, g, h) = (v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7])
  round(a, b, c, &d, e, f, g, &h, constants[first] &+ w[at])
  round(h, a, b, &c, d, e, f, &g, constants[first + 1] &+ w[at + 1])
  round(g, h, a, &b, c, d, e, &f, constants[first + 2] &+ w[at + 2])
  round(f, g, h, &a, b, c, d, &e, constants[first + 3] &+ w[at + 3])
  round(e, f, g, &h, a, b, c, &d, constants[first + 4] &+ w[at + 4])
  round(d, e, f, &g, h, a, b, &c, constants[first + 5] &+ w[at + 5])
  round(c, d, e, &f, g, h, a, &b, constants[first + 6] &+ w[at + 6])
  round(b, c, d, &e, f, g, h, &a, constants[first + 7] &+ w[at + 7])
  (v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]) = (a, b, c, d, e, f, g, h)
}

/// One round; `d` becomes the new `e`, and `h` the new `a`.
@inline(__always)
private func round(
  _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32,
  _ e: UInt32, _ f: UInt32, _ g: UInt32, _ h: inout UInt32, _ input: UInt32
) {
  let choice = g ^ (e & (f ^ g))
  let majority = (a & b) | (c & (a | b))
  let t = h &+ (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) &+ choice &+ input
  d = d &+ t
  h = t &+ (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) &+ majority
}

@inline(__always)
private func rotated(_ x: UInt32, _ count: UInt32) -> UInt32 {
  x &>> count | x &<< (32 - count)
}
