import Outcomes
import Testing

/// R-PERCENT: share of the base, two decimals, half up; truncation for display; whole numbers only.
@Suite("Percentages")
struct PercentTests {
  @Test(
    "The published ones",
    arguments: [
      (28, 163, "17,18", "17,17"), (80, 163, "49,08", "49,07"), (150, 159, "94,34", "94,33"),
      (188, 494, "38,06", "38,05"), (8, 390, "2,05", "2,05"), (26, 44, "59,09", "59,09"),
      (32, 32, "100,00", "100,00"), (30, 60, "50,00", "50,00"), (110, 115, "95,65", "95,65"),
      (0, 7, "0,00", "0,00"), (1, 3, "33,33", "33,33"), (2, 3, "66,67", "66,66"), (1, 20_000, "0,01", "0,00"),
      (1, 20_001, "0,00", "0,00"), (19_999, 20_000, "100,00", "99,99"), (1, 8, "12,50", "12,50"),
      (1, 1600, "0,06", "0,06"), (1, 32, "3,13", "3,12"), (3, 2, "150,00", "150,00"),
    ])
  func published(part: Int, whole: Int, halfUp: String, truncated: String) {
    #expect(Percent(part, of: whole).withComma == halfUp)
    #expect(Percent(part, of: whole, rounding: .truncated).withComma == truncated)
    #expect(Percent(part, of: whole).withPoint == halfUp.replacing(",", with: "."))
  }

  @Test("Half up and cut off, for every share of the bases to 120")
  func every() {
    for whole in 1...120 {
      for part in 0...whole {
        // Hundredths of a percent: the nearest, the higher of two; and the one below.
        let (down, rest) = (part * 10_000).quotientAndRemainder(dividingBy: whole)
        #expect(Percent(part, of: whole, rounding: .truncated).hundredths == down)
        #expect(Percent(part, of: whole).hundredths == (2 * rest >= whole ? down + 1 : down))
      }
    }
  }

  @Test("Up to the largest counts")
  func large() {
    #expect(Percent(1_000_000_000_000, of: 1_000_000_000_000).withComma == "100,00")
    #expect(Percent(1_000_000_000_000, of: 1).withComma == "100000000000000,00")
  }
}
