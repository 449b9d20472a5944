import Elections
import Testing

/// R-OFFICE: a person is the name with the birth date where both give one, or the `person` key where given.
@Suite("Whether two entries are one person")
struct PersonMatchTests {
  static func person(_ name: String, _ birthDate: String? = nil, key: String? = nil) -> Candidate {
    Candidate(number: 1, name: name, person: key, birthDate: birthDate.flatMap { BirthDate($0) })
  }

  @Test(
    "Names, dates of birth, keys",
    arguments: [
      (person("Lê An"), person("Lê An"), PersonMatch.sameName),
      (person("Lê An"), person("Lê An", "1970-05"), .sameName),
      (person("Lê An", "1970-05"), person("Lê An", "1970-05"), .same),
      (person("Lê An", "1970-05"), person("Lê An", "1970-05-17"), .same),
      (person("Lê An", "1970-05-16"), person("Lê An", "1970-05-17"), .different),
      (person("Lê An", "1970-05"), person("Lê An", "1970-06"), .different),
      (person("Lê An"), person("Lê Ân"), .different),
      (person("Lê An", "1970-05"), person("Lê Anh", "1970-05"), .different),
      (person("Lê Huệ"), person("Lê Hue\u{323}\u{302}"), .sameName),
      (person("Lê An"), person("lê an"), .different),
      (person("Lê An", key: "a"), person("Lê An", key: "a"), .same),
      (person("Lê An", key: "a"), person("Lê An", key: "b"), .different),
      (person("Lê An", "1970-05", key: "a"), person("Lê An", "1970-05", key: "b"), .different),
      (person("Lê An", "1970-05", key: "a"), person("Lê An", "1971-05", key: "a"), .same),
      (person("Lê Thị An", key: "a"), person("Lê An", key: "a"), .same),
      (person("Lê An", key: "a"), person("Lê An"), .sameName),
      (person("Lê An", "1970-05", key: "a"), person("Lê An", "1970-05"), .same),
    ])
  func match(a: Candidate, b: Candidate, expected: PersonMatch) {
    #expect(a.match(b) == expected)
    #expect(b.match(a) == expected)
  }
}
