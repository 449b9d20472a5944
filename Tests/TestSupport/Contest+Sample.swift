public import Elections

extension Contest {
  /// A contest of as many names as wanted, called `Người 1`, `Người 2`…, whose account closes for `recorded` ballots.
  ///
  /// - Parameters:
  ///   - base: people convened, without deductions.
  ///   - recorded: ballots issued and returned, and people present where that is not more than the base.
  public static func sample(
    _ office: Office = .committee, body: ElectingBody = .memberCongress, names: Int, seats: Int, base: Int,
    recorded: Int = 0, round: Round = .first
  ) -> Contest {
    sample(
      office, body: body, candidates: (1...names).map { "Người \($0)" }, seats: seats, base: base,
      recorded: recorded, round: round)
  }

  /// The same with names of people.
  public static func sample(
    _ office: Office = .committee, body: ElectingBody = .memberCongress, candidates: [String], seats: Int,
    base: Int, recorded: Int = 0, round: Round = .first
  ) -> Contest {
    Contest(
      id: office.rawValue, office: office, title: "Bầu cử",
      electorate: Electorate(body: body, convened: base, present: max(recorded, base)), seats: seats,
      round: round,
      candidates: candidates.enumerated().map { Candidate(number: $0.offset + 1, name: $0.element) },
      ballots: BallotAccount(issued: recorded, returned: recorded, files: []))
  }
}
