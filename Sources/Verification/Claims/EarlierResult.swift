import Elections

/// A result that an election comes after, once it was seen to agree with itself.
struct EarlierResult {
  /// As the election file calls it.
  var name: String
  var date: CalendarDate
  var isPart: Bool
  var contests: [KnownContest]
}
