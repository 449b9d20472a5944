public import Elections
public import Faults

/// The regulations that the engine knows, in the order in which they came into force.
public struct RulebookShelf: Sendable {
  public var rulebooks: [Rulebook]

  public init(_ rulebooks: [Rulebook]) {
    self.rulebooks = rulebooks.sorted { $0.validFrom < $1.validFrom }
  }

  /// The regulations that ship with the engine. The next one is one more entry here.
  public static let standard = RulebookShelf([.regulation244, .regulation190])

  /// The regulation with this id.
  public func rulebook(id: String) -> Rulebook? {
    rulebooks.first { $0.id == id }
  }

  /// The regulation in force on `date`, or why there is none.
  public func rulebook(on date: CalendarDate) -> Result<Rulebook, NoRulebook> {
    if let found = rulebooks.last(where: { $0.isInForce(on: date) }) { return .success(found) }
    return .failure(NoRulebook(date: date, firstDay: rulebooks.first?.validFrom))
  }
}

/// No regulation that the engine knows is in force on a date.
public struct NoRulebook: Error, Sendable, Equatable {
  public var date: CalendarDate
  /// The first day of the oldest regulation that the engine knows.
  public var firstDay: CalendarDate?

  public init(date: CalendarDate, firstDay: CalendarDate?) {
    self.date = date
    self.firstDay = firstDay
  }

  /// What is wrong.
  public var problem: Phrase {
    let first = firstDay.map { ($0.dayFirst, $0.description) } ?? ("?", "?")
    return Phrase(
      vi:
        "ngày bầu cử \(date.dayFirst) nằm ngoài thời gian của các quy chế mà chương trình biết (từ \(first.0))",
      en:
        "the date of the election, \(date), is outside the regulations that the program knows (from \(first.1))"
    )
  }
}
