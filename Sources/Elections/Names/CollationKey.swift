/// The key by which Vietnamese words are ordered: first by their letters, in the order of the alphabet, and among
/// words of the same letters by their tones.
///
/// Letters: a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y, with f j w z in their Latin places. Tones:
/// none, huyền, hỏi, ngã, sắc, nặng. The order is that of the Unicode locale data for Vietnamese (CLDR `vi`).
///
/// For example `Hoa` < `Hòa` < `Hoan` < `Hô`: `Hòa` has the letters of `Hoa` with a tone; `o` goes before `ô`.
///
/// Composed and decomposed spellings have one key, since letters are compared as characters. Letters of other languages of
/// Vietnam (`ĕ`, `ŏ`, `ĭ`, `ŭ`, `č`, `ƀ`, `ñ`) order as their plain letter first. What is no letter (the apostrophe of
/// `M'Nông`, a hyphen, a digit) goes before the alphabet, any other letter after it.
public struct CollationKey: Comparable {
  private var letters: [Letter] = []
  private var tones: [UInt8] = []

  public init(_ text: String) {
    for character in text.lowercased() {
      let (letter, tone) = Self.table[character] ?? (Letter(character), 0)
      letters.append(letter)
      tones.append(tone)
    }
  }

  public static func < (a: CollationKey, b: CollationKey) -> Bool {
    if a.letters != b.letters { return a.letters.lexicographicallyPrecedes(b.letters) }
    return a.tones.lexicographicallyPrecedes(b.tones)
  }

  private struct Letter: Comparable {
    /// From 1 for the letters of the alphabet; all signs are 0, letters of other alphabets the last.
    var rank: Int
    /// What tells characters of the same rank apart.
    var other: Character?

    init(rank: Int) {
      self.rank = rank
    }

    init(_ character: Character) {
      rank = character.isLetter ? alphabet.count + 1 : 0
      other = character
    }

    static func < (a: Letter, b: Letter) -> Bool {
      guard a.rank == b.rank, let left = a.other, let right = b.other else { return a.rank < b.rank }
      return left < right
    }
  }

  private static let alphabet = Array("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")

  /// Each vowel with its five toned letters, in the order of the tones.
  private static let vowels = [
    "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ",
    "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ",
  ]

  /// Letters that the Vietnamese alphabet lacks, each behind its plain letter as if that had one more tone.
  private static let others: [(Character, plain: Character)] = [
    ("ĕ", "e"), ("ŏ", "o"), ("ĭ", "i"), ("ŭ", "u"), ("č", "c"), ("ƀ", "b"), ("ñ", "n"),
  ]

  private static let table: [Character: (Letter, tone: UInt8)] = {
    var table: [Character: (Letter, tone: UInt8)] = [:]
    for letter in alphabet { table[letter] = (place(of: letter), 0) }
    for vowel in vowels {
      for (tone, character) in vowel.enumerated() {
        table[character] = vowel.first.map { (place(of: $0), UInt8(tone)) }
      }
    }
    for (character, plain) in others { table[character] = (place(of: plain), UInt8(vowels[0].count)) }
    return table
  }()

  private static func place(of character: Character) -> Letter {
    Letter(rank: (alphabet.firstIndex(of: character) ?? alphabet.count) + 1)
  }
}
