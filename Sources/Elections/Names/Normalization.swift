extension String {
  /// Whether the text is in Unicode normal form C, in which Vietnamese letters are single characters.
  public var isNormalized: Bool {
    // Text whose letters are single characters passes the quick check; the full one settles the rest.
    var span = utf8Span
    return span.checkForNFC(quickCheck: true) || span.checkForNFC(quickCheck: false)
  }
}
