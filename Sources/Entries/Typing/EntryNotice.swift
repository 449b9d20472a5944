public import Faults

/// What the program says to the person at the keyboard.
public struct EntryNotice: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// Something was done, or how things stand.
    case info
    /// An answer is wanted.
    case question
    /// Something was not done.
    case refusal
  }

  public var kind: Kind
  /// One sentence each.
  public var sentences: [Phrase]

  public init(_ kind: Kind, _ sentences: [Phrase]) {
    self.kind = kind
    self.sentences = sentences
  }

  init(_ kind: Kind, _ vi: String, _ en: String) {
    self.init(kind, [Phrase(vi: vi, en: en)])
  }

  /// All sentences in one line.
  public func text(_ language: Language) -> String {
    sentences.map { $0[language] }.joined(separator: " · ")
  }
}
