import CanonicalJSON
import Testing

@testable import Verification

@Suite("Stated values")
struct StatedValueTests {
  private static func value(_ text: String) throws -> StatedValue {
    StatedValue(node: try JSONParser.parse(Array(text.utf8), file: "a.json"))
  }

  @Test("A count goes up to 10^12, and votes of a contest to as many for each of 1,024 names")
  func limits() throws {
    for (text, integer, product) in [
      ("-1", nil, nil), ("0", 0, 0), ("1000000000000", 1_000_000_000_000, 1_000_000_000_000),
      ("1000000000001", nil, 1_000_000_000_001), ("1024000000000000", nil, 1_024_000_000_000_000),
      ("1024000000000001", nil, nil), ("true", nil, nil), ("\"1\"", nil, nil),
    ] as [(String, Int?, Int?)] {
      let value = try Self.value(text)
      #expect(value.integer == integer && value.product == product, "\(text)")
    }
  }
}
