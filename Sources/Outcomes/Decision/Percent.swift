/// A share as a percentage with two decimals, in whole numbers only (R-PERCENT).
public struct Percent: Sendable, Equatable {
  /// Hundredths of a percent.
  public let hundredths: Int

  /// How the third decimal is dropped.
  public enum Rounding: Sendable, CaseIterable {
    /// Half a hundredth or more goes up: 94.335 is 94.34.
    case halfUp
    /// The third decimal is cut off. For display beside published figures; results round half up.
    case truncated
  }

  /// `part` of `whole`, which is at least 1.
  public init(_ part: Int, of whole: Int, rounding: Rounding = .halfUp) {
    precondition(part >= 0 && whole > 0)
    switch rounding {
    case .halfUp: hundredths = (part * 20_000 + whole) / (2 * whole)
    case .truncated: hundredths = part * 10_000 / whole
    }
  }

  /// With the decimal comma of Vietnamese, as in results: `94,34`.
  public var withComma: String { text(separator: ",") }

  /// With the decimal point of English: `94.34`.
  public var withPoint: String { text(separator: ".") }

  private func text(separator: String) -> String {
    let decimals = String(hundredths % 100)
    return String(hundredths / 100) + separator + (decimals.utf8.count < 2 ? "0" : "") + decimals
  }
}
