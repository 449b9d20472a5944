import Elections
public import Faults
public import SampleBallots

/// What was planted in a set of synthetic ballots, as people read it.
public enum SampleReport {
  public static func text(_ shape: SampleShape, _ counts: PlantedCounts, _ language: Language) -> String {
    func say(_ vi: String, _ en: String) -> String { Phrase(vi: vi, en: en)[language] }
    func count(_ number: Int) -> String { grouped(number, language) }
    var lines = [
      say(
        "Bầu \(shape.seats) trong danh sách \(shape.names) người; \(shape.form.words.vi)",
        "\(shape.seats) of \(several(shape.names, "name")); \(shape.form.words.en)"),
      say(
        "Tạo từ số \(shape.seed): \(count(counts.rows)) dòng, trong đó \(count(counts.malformed)) dòng sai",
        "Made from seed \(shape.seed): \(count(counts.rows)) rows, \(count(counts.malformed)) of them malformed"
      ),
      say(
        "Phiếu \(count(counts.recorded)); hợp lệ \(count(counts.valid)), không hợp lệ \(count(counts.invalid))",
        "Ballots \(count(counts.recorded)); valid \(count(counts.valid)), invalid \(count(counts.invalid))"),
    ]
    for ground in InvalidityGround.allCases where counts.invalidByFirstGround[ground.index] > 0 {
      let code = ground.shortCode.map { " " + $0 } ?? ""
      lines.append(
        "  " + count(counts.invalidByFirstGround[ground.index]) + code + " " + ground.words[language])
    }
    if counts.debatable > 0 {
      lines.append(
        say(
          "Phiếu ban kiểm phiếu có thể xem xét \(count(counts.debatable))",
          "Debatable ballots \(count(counts.debatable))"))
    }
    var table = TextTable([.right, .right])
    table.append([say("Số", "No."), say("Phiếu", "Votes")])
    for (index, votes) in counts.votes.enumerated() { table.append([String(index + 1), count(votes)]) }
    lines += table.lines()
    if shape.popularity == .tied, let tie = counts.tieAtLastSeat {
      let names = tie.candidates.map(String.init).joined(separator: ", ")
      lines.append(
        say(
          "Bằng phiếu ở cuối danh sách trúng cử: \(count(tie.votes)) phiếu, các số \(names), còn bầu \(tie.seats) người",
          "Tie at the last seat: votes \(count(tie.votes)), numbers \(names), \(several(tie.seats, "seat")) left"
        ))
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
