import CanonicalJSON
import Elections
import Faults

/// Reads the list of candidates of one contest.
struct CandidateListReader {
  private let contest: JSONObjectReader

  init(_ contest: JSONObjectReader) {
    self.contest = contest
  }

  /// - Returns: `nil` where a candidate cannot be read.
  func read() -> [Candidate]? {
    guard let list = contest.required("candidates"), let readers = list.array() else { return nil }
    if readers.isEmpty || readers.count > ElectionLimits.candidates {
      list.fault(
        .badListLength,
        problem: readers.isEmpty
          ? Phrase(vi: "danh sách không có ai", en: "there is nobody on the list")
          : Phrase(
            vi: "danh sách có \(readers.count) người, nhiều nhất là \(ElectionLimits.candidates)",
            en: "the list has \(readers.count) names, at most \(ElectionLimits.candidates) are allowed"),
        advice: Phrase(vi: "xem lại danh sách bầu cử", en: "look at the list of candidates"))
      return nil
    }
    var people: Set<String> = []
    let candidates = readers.enumerated().map { index, reader in
      candidate(reader, expected: index + 1, &people)
    }
    let complete = candidates.compactMap { $0 }
    return complete.count == readers.count ? complete : nil
  }

  private func candidate(_ reader: JSONReader, expected: Int, _ people: inout Set<String>) -> Candidate? {
    guard let object = reader.object() else { return nil }
    let number = object.integer("number", in: 1...ElectionLimits.count)
    if let number, number != expected {
      object.optional("number")?.fault(
        .candidateNumbers,
        problem: Phrase(
          vi: "số thứ tự phải chạy 1, 2, 3…; ở đây phải là \(expected)",
          en: "the numbers must run 1, 2, 3…; here \(expected) is needed"),
        advice: Phrase(vi: "đánh số lại theo thứ tự trên phiếu", en: "number the list in ballot order"))
    }
    let name = object.text("name")
    let person = object.optionalText("person")
    if let person, !people.insert(person).inserted {
      object.optional("person")?.fault(
        .repeatedID,
        problem: Phrase(vi: "người này đã có trong danh sách", en: "this person is on the list already"),
        advice: Phrase(
          vi: "xóa một dòng hoặc sửa khóa «person»", en: "remove one of the two or correct the key 'person'"))
    }
    let birthDate = object.optional("birthDate")?.birthDate()
    let gender: Gender? = object.optionalChoice("gender")
    let ethnicity = object.optionalText("ethnicity")
    let incumbent = object.optionalBool("incumbent")
    let unit = object.optionalText("unit")
    let leadership = object.optionalBool("leadership")
    let note = object.optionalText("note")
    object.finish()
    guard let name else { return nil }
    return Candidate(
      number: number ?? expected, name: name, person: person, birthDate: birthDate, gender: gender,
      ethnicity: ethnicity, incumbent: incumbent, unit: unit, leadership: leadership, note: note)
  }
}
