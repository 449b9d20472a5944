import Elections
import Machine

/// The cell `invalid`, for every set of declared grounds.
struct DeclaredText {
  /// By the set, a bit for each of ``SampleBlock/declaredGrounds``.
  private let texts: [[UInt8]]

  /// The board's words on the ground `other`, on every ballot that it is declared of.
  static let otherWords = "rách nát"

  init() {
    let grounds = SampleBlock.declaredGrounds
    let other = "other:\"\"" + Self.otherWords + "\"\""
    texts = (0..<1 << grounds.count).map { set in
      let words = grounds.indices.filter { set >> $0 & 1 == 1 }.map { grounds[$0] }
      let text = words.map { $0 == .other ? other : $0.rawValue }.joined(separator: " ")
      return Array((words.contains(.other) ? "\"" + text + "\"" : text).utf8)
    }
  }

  /// The cell of the ballot at `bit` of a word.
  subscript(block: SampleBlock, word: Int, bit: Int) -> [UInt8] {
    var set = 0
    for ground in SampleBlock.declaredGrounds.indices {
      set |= Int(block.declared[ground, word: word] >> UInt64(bit) & 1) << ground
    }
    return texts[set]
  }
}
