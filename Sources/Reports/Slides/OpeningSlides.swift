import Documents
import Elections
import Faults
import Typesetting

/// The first slides: whose election it is, and whatever the result lacks.
enum OpeningSlides {
  static func slides(_ result: ElectionResult, _ standing: ResultStanding, _ language: Language) -> [Slide] {
    let election = result.election
    let place = [election.place.map { clipped($0, columns: 30) }, election.date.words[language]].compactMap {
      $0
    }.joined(separator: ", ")
    let lines = [
      clipped(election.organization, columns: 60), clipped(election.term, columns: 30) + " · " + place,
    ]
    let lacking =
      standing.warnings(isRehearsal: result.isRehearsal).map {
        HTML("p", ["class": "warning"], text: $0[language])
      }
      + notes(result).map { HTML("p", text: $0[language]) }
    var opening = Slide(
      title: Phrase(vi: "Kết quả bầu cử", en: "Result of the election")[language],
      heading: clipped(election.congress, columns: 90), body: lines.map { HTML("p", text: $0) },
      isOpening: true)
    // One remark has room on the first slide, unless the name of the congress is long.
    if lacking.isEmpty || lacking.count == 1 && displayWidth(election.congress) <= 46 {
      opening.body += lacking
      return [opening]
    }
    return [
      opening,
      Slide(
        title: clipped(election.congress, columns: 46),
        heading: Phrase(vi: "Lưu ý về kết quả này", en: "To be known of this result")[language], body: lacking
      ),
    ]
  }

  private static func notes(_ result: ElectionResult) -> [Phrase] {
    var notes: [Phrase] = []
    if let part = result.part {
      notes.append(
        Phrase(
          vi: "Chỉ kiểm \(part.contests.count) cuộc bầu, không phải tất cả.",
          en: "Only \(part.contests.count) of the contests counted, not all."))
    }
    if result.replaces != nil {
      notes.append(
        Phrase(
          vi: "Bản đính chính, thay cho kết quả trước.", en: "A correction, in place of a former result."))
    }
    return notes
  }
}
