/// How many columns of a terminal a text takes: characters of East Asia take two, combining marks none.
///
/// The wide ranges are those of Unicode Standard Annex 11 (East Asian Width W and F), coarsely.
public func displayWidth(_ text: String) -> Int {
  if text.unicodeScalars.allSatisfy(isOneColumn) { return text.unicodeScalars.count }
  return text.reduce(0) { width, character in
    guard let first = character.unicodeScalars.first else { return width }
    return width + (isWide(first) ? 2 : 1)
  }
}

/// Letters of Latin scripts, composed, as nearly every name is written in: each is a character by itself.
private func isOneColumn(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x20..<0x7F, 0xC0..<0x250, 0x1E00..<0x1F00: true
  default: false
  }
}

private func isWide(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
    0x20000...0x3FFFD:
    true
  default:
    false
  }
}
