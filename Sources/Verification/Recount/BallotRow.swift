import Elections

/// One ballot, or several alike, as a row of a file shows it.
struct BallotRow {
  /// By the index of the name: left standing on a strike-out ballot, an X at agree on the other form.
  var inFavour: [Bool]
  /// By the index of the name: an X at disagree.
  var against: [Bool]
  /// Whether the marks were written down; only a ballot that the board declared invalid may go without.
  var marksRead = true
  /// What the board declared.
  var declared: Grounds = []
  /// The board's words on the ground `other`, where that was declared.
  var otherWords: [UInt8] = []
  /// The board's words on its ruling that the ballot is valid; `nil` where it gave none.
  var ruling: [UInt8]?
  /// How many identical ballots the row stands for.
  var count = 1
  var bundle: Int?
  var serial: Int?

  init(names: Int) {
    inFavour = Array(repeating: false, count: names)
    against = inFavour
  }

  /// Makes the row that of an unmarked ballot, keeping its memory. What every row of a file has, or none of them, is left as it is.
  mutating func clear() {
    for name in inFavour.indices {
      inFavour[name] = false
      against[name] = false
    }
    marksRead = true
    declared = []
    ruling = nil
  }
}

/// Grounds of invalidity, one bit each in the order of the table of rules §4.
struct Grounds: OptionSet {
  var rawValue: Int

  /// The table: a ballot counts under the first of its grounds in this order (R-VALID).
  static let table: [InvalidityGround] = [
    .notIssued, .tooMany, .nobody, .bothMarked, .blank, .outsider, .marked, .signed, .other,
  ]

  /// Those that a board declares; the others show in the marks.
  static let declarable: [InvalidityGround] = [.notIssued, .outsider, .marked, .signed, .other]

  static let notIssued = Grounds(rawValue: 1 << 0)
  static let tooMany = Grounds(rawValue: 1 << 1)
  static let nobody = Grounds(rawValue: 1 << 2)
  static let bothMarked = Grounds(rawValue: 1 << 3)
  static let blank = Grounds(rawValue: 1 << 4)
  static let outsider = Grounds(rawValue: 1 << 5)
  static let marked = Grounds(rawValue: 1 << 6)
  static let signed = Grounds(rawValue: 1 << 7)
  static let other = Grounds(rawValue: 1 << 8)
}
