/// The languages in which the program speaks to people. Result files hold codes and values instead.
public enum Language: String, Sendable, CaseIterable {
  /// Vietnamese, the language of the regulations.
  case vietnamese = "vi"
  case english = "en"
}

/// One text in both languages.
///
/// A phrase is made where its meaning is known and turned into words where it is shown, so that no
/// room but the outermost needs to know which language the user reads.
public struct Phrase: Sendable, Hashable {
  /// The Vietnamese words, with diacritics, in NFC.
  public var vi: String
  /// The English words.
  public var en: String

  public init(vi: String, en: String) {
    self.vi = vi
    self.en = en
  }

  /// A text that is the same in both languages: a name, a number, a code.
  public init(_ both: String) {
    self.init(vi: both, en: both)
  }

  /// The words in `language`.
  public subscript(language: Language) -> String {
    switch language {
    case .vietnamese: vi
    case .english: en
    }
  }
}

/// A number with its English noun: `1 ballot`, `2 ballots`. Vietnamese nouns have one form.
public func several(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)" + (count == 1 ? "" : "s")
}
