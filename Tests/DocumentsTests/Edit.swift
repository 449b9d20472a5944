import Faults
import Testing

/// A small edit of a file that is as it should be, and the faults that it must give: code, path and line, such as
/// `E011 contests[0].seats:26`, the path of the root being `-`.
struct Edit: Sendable, CustomTestStringConvertible {
  var replacements: [(String, String)]
  var faults: [String]

  init(_ old: String, _ new: String, _ faults: String...) {
    replacements = [(old, new)]
    self.faults = faults
  }

  init(_ replacements: [(String, String)], _ faults: String...) {
    self.replacements = replacements
    self.faults = faults
  }

  var testDescription: String {
    replacements.map { "\($0.0) → \(visible($0.1, limit: 80))" }.joined(separator: ", ")
  }

  /// The edited file. What is replaced must stand in it exactly once.
  func apply(to file: String) throws -> [UInt8] {
    var file = file
    for (old, new) in replacements {
      try #require(file.ranges(of: old).count == 1, "“\(old)” must stand in the file once")
      file = file.replacing(old, with: new)
    }
    return Array(file.utf8)
  }
}

/// Code, path and line of each fault.
func brief(_ faults: FaultLog) -> [String] {
  faults.listed.map { "\($0.code) \($0.place.path ?? "-"):\($0.place.line ?? 0)" }
}
