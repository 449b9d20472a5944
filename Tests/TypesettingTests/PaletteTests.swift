import Foundation
import Testing
import Typesetting

@Suite("Colours")
struct PaletteTests {
  /// The contrast of two colours (WCAG 2.2, definition of contrast ratio).
  private static func contrast(_ a: String, _ b: String) throws -> Double {
    let (a, b) = (try luminance(a), try luminance(b))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  private static func luminance(_ colour: String) throws -> Double {
    let bits = try #require(
      colour.first == "#" && colour.count == 7 ? Int(colour.dropFirst(), radix: 16) : nil)
    let channels = [bits >> 16 & 255, bits >> 8 & 255, bits & 255].map { value in
      let share = Double(value) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
  }

  @Test("The measure itself: black on white is 21, a colour on itself 1")
  func measure() throws {
    #expect(abs(try Self.contrast("#000000", "#ffffff") - 21) < 0.001)
    #expect(try Self.contrast("#777777", "#777777") == 1)
    // The grey known for just missing 4.5.
    #expect(abs(try Self.contrast("#777777", "#ffffff") - 4.478) < 0.001)
  }

  @Test(
    "Text has a contrast of 7:1 on every ground", arguments: [Palette.ink, Palette.quiet, Palette.accent],
    [Palette.paper, Palette.shade, Palette.alert])
  func text(_ colour: String, _ ground: String) throws {
    #expect(try Self.contrast(colour, ground) >= 7, "\(colour) on \(ground)")
  }

  @Test("White text on the dark colours too", arguments: [Palette.ink, Palette.accent])
  func inverted(_ ground: String) throws {
    #expect(try Self.contrast(Palette.paper, ground) >= 7)
  }
}
