/// Why a ballot is invalid (không hợp lệ), in the order of the table of rules §4 (R-VALID).
///
/// A ballot may bear several grounds; it is counted under the first in this order, so that the counts
/// by ground add up to the invalid ballots.
public enum InvalidityGround: String, Sendable, CaseIterable, Comparable {
  /// I1: not issued by the counting board; declared.
  case notIssued
  /// I2: more votes than seats.
  case tooMany
  /// I3: votes for nobody on a list of several names.
  case nobody
  /// I4: a one-name ballot with an X in both boxes.
  case bothMarked
  /// I5: a one-name ballot without an X.
  case blank
  /// I6: a name outside the list; declared.
  case outsider
  /// I7: a private mark or several inks; declared.
  case marked
  /// I8: signed, or with added writing; declared.
  case signed
  /// Anything else, with the board's words; declared.
  case other

  /// Whether the counting board declares the ground; the others show in the marks.
  public var isDeclared: Bool {
    switch self {
    case .notIssued, .outsider, .marked, .signed, .other: true
    case .tooMany, .nobody, .bothMarked, .blank: false
    }
  }

  /// The place in the table, from 0.
  public var index: Int {
    switch self {
    case .notIssued: 0
    case .tooMany: 1
    case .nobody: 2
    case .bothMarked: 3
    case .blank: 4
    case .outsider: 5
    case .marked: 6
    case .signed: 7
    case .other: 8
    }
  }

  public static func < (a: InvalidityGround, b: InvalidityGround) -> Bool { a.index < b.index }
}

/// A set of grounds, one bit each.
public struct InvalidityGrounds: OptionSet, Sendable, Hashable {
  public let rawValue: UInt16

  public init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  public init(_ ground: InvalidityGround) {
    rawValue = 1 << UInt16(ground.index)
  }

  /// The ground under which the ballot is counted, the first in the table; `nil` for the empty set.
  public var first: InvalidityGround? {
    isEmpty ? nil : InvalidityGround.allCases[rawValue.trailingZeroBitCount]
  }

  public func contains(_ ground: InvalidityGround) -> Bool {
    contains(InvalidityGrounds(ground))
  }
}
