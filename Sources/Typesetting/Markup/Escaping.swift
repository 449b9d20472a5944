import Faults

/// `text` as it may stand between tags and in quoted attributes of XML and of HTML, without changing what a reader sees.
///
/// The five characters that mean something to a parser become character references. Characters that no page shows, or that would reorder
/// a line (controls, bidirectional marks, zero-width ones), become visible as `\u{202E}`: XML 1.0 cannot hold all of them, and
/// none may hide in a name. A line feed is such a character too; whoever wants lines makes elements of them.
///
/// - Complexity: linear in the length of `text`.
public func escaped(_ text: String) -> String {
  var result = ""
  for scalar in visible(text, limit: .max).unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "'": result += "&#39;"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
