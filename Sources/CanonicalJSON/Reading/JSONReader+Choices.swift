import Faults

extension JSONReader {
  /// One of the words of an enumeration.
  public func choice<T: RawRepresentable & CaseIterable>(as type: T.Type = T.self) -> T?
  where T.RawValue == String {
    guard let text = string() else { return nil }
    // Not `T(rawValue:)`, which would take canonically equivalent spellings too.
    if let value = T.allCases.first(where: { isSame($0.rawValue, text) }) { return value }
    return notAllowed(text, T.allCases.map(\.rawValue))
  }

  /// One of `words`.
  public func choice(of words: [String]) -> String? {
    guard let text = string() else { return nil }
    if words.contains(where: { isSame($0, text) }) { return text }
    return notAllowed(text, words)
  }

  private func notAllowed<T>(_ text: String, _ words: [String]) -> T? {
    fault(
      .jsonNotAllowed,
      problem: Phrase(vi: "từ này không dùng được ở đây", en: "this word cannot be used here"),
      advice: suggestion(for: text, among: words, all: words))
    return nil
  }
}

/// The nearest of `words`, or else the list of all.
func suggestion(for text: String, among words: [String], all: [String]) -> Phrase {
  if let word = nearest(to: text, among: words) ?? nearest(to: text, among: all) {
    return Phrase(vi: "có phải là “\(word)”?", en: "did you mean “\(word)”?")
  }
  let list = all.joined(separator: ", ")
  return Phrase(vi: "dùng một trong các từ: \(list)", en: "use one of: \(list)")
}
