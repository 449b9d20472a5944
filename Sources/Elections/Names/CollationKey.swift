/// The key by which Vietnamese words are ordered: first by their letters, in the order of the alphabet, and among
/// words of the same letters by their tones.
///
/// Letters: a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y, with f j w z in their Latin places. Tones:
/// none, huyền, hỏi, ngã, sắc, nặng. The order is that of the Unicode locale data for Vietnamese (CLDR `vi`).
///
/// For example `Hoa` < `Hòa` < `Hoan` < `Hô`: `Hòa` has the letters of `Hoa` with a tone; `o` goes before `ô`.
///
/// Composed and decomposed spellings have one key. A letter that the alphabet does not have goes after it, by its
/// scalar value, except that a breve or a caron of other languages of Vietnam (`ĕ`, `ŏ`, `ĭ`, `ŭ`, `č`, `ƀ`, `ñ`) orders
/// as its plain letter first. Apostrophes and hyphens, as in `K'Brốp`, do not count.
struct CollationKey: Comparable {
  private var letters: [UInt32] = []
  private var tones: [UInt8] = []

  init(_ text: String) {
    for scalar in text.lowercased().unicodeScalars {
      if let mark = Self.combining[scalar] {
        apply(mark)
      } else if let letter = Self.table[scalar] {
        letters.append(letter.rank)
        tones.append(letter.tone)
      } else if !scalar.properties.generalCategory.isPunctuation {
        letters.append(Self.outside + scalar.value)
        tones.append(0)
      }
    }
  }

  static func < (a: CollationKey, b: CollationKey) -> Bool {
    if a.letters != b.letters { return a.letters.lexicographicallyPrecedes(b.letters) }
    return a.tones.lexicographicallyPrecedes(b.tones)
  }

  private mutating func apply(_ mark: Mark) {
    guard let letter = letters.last else { return }
    switch mark {
    case .tone(let tone): tones[tones.count - 1] = tone
    case .shape(let shape):
      let plain = Self.alphabet.first { Self.rank(of: $0) == letter }
      if let shaped = plain.flatMap({ Self.shaped[String($0) + shape] }) {
        letters[letters.count - 1] = Self.rank(of: shaped)
      } else {
        tones[tones.count - 1] |= Self.foreign
      }
    }
  }

  private enum Mark {
    case tone(UInt8)
    case shape(String)
  }

  private static let outside: UInt32 = 1000
  private static let foreign: UInt8 = 0x10
  private static let alphabet = Array("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")
  private static let shaped: [String: Character] = [
    "a(": "ă", "a^": "â", "e^": "ê", "o^": "ô", "o'": "ơ", "u'": "ư",
  ]

  private static let combining: [Unicode.Scalar: Mark] = [
    "\u{300}": .tone(1), "\u{309}": .tone(2), "\u{303}": .tone(3), "\u{301}": .tone(4),
    "\u{323}": .tone(5), "\u{306}": .shape("("), "\u{302}": .shape("^"), "\u{31B}": .shape("'"),
  ]

  /// Each vowel with its five toned letters, in the order of the tones.
  private static let vowels = [
    "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ",
    "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ",
  ]
  private static let foreignLetters: [(Unicode.Scalar, Character)] = [
    ("ĕ", "e"), ("ŏ", "o"), ("ĭ", "i"), ("ŭ", "u"), ("č", "c"), ("ƀ", "b"), ("ñ", "n"),
  ]

  private static let table: [Unicode.Scalar: (rank: UInt32, tone: UInt8)] = {
    var table: [Unicode.Scalar: (rank: UInt32, tone: UInt8)] = [" ": (0, 0)]
    for letter in alphabet {
      for scalar in letter.unicodeScalars { table[scalar] = (rank(of: letter), 0) }
    }
    for vowel in vowels {
      guard let plain = vowel.first else { continue }
      for (tone, scalar) in vowel.unicodeScalars.enumerated() {
        table[scalar] = (rank(of: plain), UInt8(tone))
      }
    }
    for (scalar, plain) in foreignLetters { table[scalar] = (rank(of: plain), foreign) }
    return table
  }()

  private static func rank(of letter: Character) -> UInt32 {
    UInt32((alphabet.firstIndex(of: letter) ?? alphabet.count) + 1)
  }
}

extension Unicode.GeneralCategory {
  fileprivate var isPunctuation: Bool {
    switch self {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .modifierLetter:
      true
    default:
      false
    }
  }
}
