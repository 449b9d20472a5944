import Faults

/// `text` as a quoted string of a style sheet, whatever stands in it (CSS Syntax Module Level 3, section 4.3.7).
///
/// Letters of ASCII, digits and spaces stay; every other character is written by its number, so that none can end the string or the style.
/// What does not show stands there as ``escaped(_:)`` makes it visible.
public func styleString(_ text: String) -> String {
  var string = "\""
  for scalar in visible(text, limit: .max).unicodeScalars {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", " ": string.unicodeScalars.append(scalar)
    default: string += "\\" + String(scalar.value, radix: 16) + " "
    }
  }
  return string + "\""
}
