import Elections

/// The papers of one contest: how many names are on them, how many may be voted for, and how they are marked.
struct Ballots: Sendable {
  var names: Int
  var seats: Int

  init(names: Int, seats: Int) {
    self.names = names
    self.seats = seats
  }

  init(_ contest: Contest) {
    self.init(names: contest.candidates.count, seats: contest.seats)
  }

  var form: BallotForm { Self.form(names: names, seats: seats) }

  /// More names than seats: the voter strikes out; as many: the voter marks agree or disagree (R-FORM, 244-QĐ/TW Đ17.1).
  static func form(names: Int, seats: Int) -> BallotForm {
    if names > seats { return .strikeOut }
    return .agreeDisagree
  }
}
