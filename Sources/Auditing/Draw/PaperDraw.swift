import Machine

/// Numbers that follow from words drawn in public (bốc thăm công khai), so that nobody chooses which papers are looked at, and everybody can
/// draw them again.
///
/// The method is the one that R. Rivest's `sampler.py` and P. Stark's audit tools use: the i-th number, i = 1, 2, …, is the SHA-256 of the
/// seed, a comma and i in decimal digits, read as one number of 256 bits, modulo how many there are to draw from. A number drawn again is passed
/// over.
///
/// The page <doc:Auditing> has the same in ten lines of Python, and a test compares the two.
public enum PaperDraw {
  /// Draws places, each once, in the order of the draw.
  ///
  /// - Parameters:
  ///   - seed: the words, whose bytes in UTF-8 count as they are.
  ///   - wanted: how many, at most `count`.
  ///   - count: how many there are; places are counted from 0.
  /// - Complexity: `wanted` digests, and as `wanted` comes near to `count`, `count` times its logarithm.
  public static func places(seed: String, wanted: Int, of count: Int) -> [Int] {
    precondition((0...max(0, count)).contains(wanted))
    var places: [Int] = []
    var drawn: Set<Int> = []
    var index = 0
    while places.count < wanted {
      index += 1
      let place = remainder(SHA256.digest(of: Array("\(seed),\(index)".utf8)), modulo: count)
      if drawn.insert(place).inserted { places.append(place) }
    }
    return places
  }

  /// The digest as a number, its first byte being the highest, modulo `count`: byte by byte, as one divides on paper.
  static func remainder(_ digest: Digest, modulo count: Int) -> Int {
    precondition(0 < count && count < 1 << 55)
    return digest.bytes.reduce(0) { ($0 << 8 | Int($1)) % count }
  }
}
