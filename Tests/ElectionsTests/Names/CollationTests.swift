import Elections
import Testing

/// R-FORM: names in A, B, C order of the given name, in Vietnamese collation.
@Suite("Order of names")
struct CollationTests {
  /// Whether each stands before all that come after it, and none before one that comes before it.
  func expectOrder(_ names: [String], _ location: SourceLocation = #_sourceLocation) {
    let candidates = names.map { Candidate(number: 1, name: $0) }
    for i in names.indices {
      #expect(!candidates[i].standsBefore(candidates[i]), sourceLocation: location)
      for j in names.indices where j > i {
        #expect(
          candidates[i].standsBefore(candidates[j]), "\(names[i]) < \(names[j])", sourceLocation: location)
        #expect(
          !candidates[j].standsBefore(candidates[i]), "\(names[j]) < \(names[i])", sourceLocation: location)
      }
    }
  }

  @Test("The whole alphabet, with f j w z in their Latin places")
  func alphabet() {
    let letters = "a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z".split(separator: " ")
    expectOrder(letters.map(String.init))
    expectOrder(letters.map { $0.uppercased() + "n" })
  }

  @Test(
    "The six tones of each vowel: none, huyền, hỏi, ngã, sắc, nặng",
    arguments: ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"])
  func tones(vowel: String) {
    let marks = ["", "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"]
    expectOrder(marks.map { "T" + vowel + $0 + "n" })
  }

  @Test(
    "Letters first, then tones",
    arguments: [
      ["Hoa", "Hòa", "Hoan", "Hoàn", "Hoang", "Hô", "Hồ", "Hơ"], ["Da", "Dũng", "Duy", "Đa", "Đạt", "Đức"],
      ["An", "Án", "Anh", "Ánh", "Ăn", "Ân", "Ấn"], ["Tuấn", "Tuyên", "Tuyền", "Tuyển", "Tư", "Từ", "Tường"],
      ["Ngân", "Nghĩa", "Ngọc", "Nguyên", "Nguyệt", "Nhung", "Như"], ["Ê", "Êban", "Ệp", "Fan"],
    ])
  func lettersThenTones(names: [String]) {
    expectOrder(names)
  }

  @Test("Capitals do not matter")
  func capitals() {
    let (a, b) = (Candidate(number: 1, name: "LÊ THỊ ĐÀO"), Candidate(number: 2, name: "Lê Thị đào"))
    #expect(!a.standsBefore(b) && !b.standsBefore(a))
  }

  @Test(
    "Composed and decomposed spellings are one",
    arguments: [
      ("Huệ", "Hue\u{323}\u{302}"), ("Huệ", "Huê\u{323}"), ("Huệ", "Huẹ\u{302}"),
      ("Thường", "Thu\u{31B}o\u{31B}\u{300}ng"),
      ("Hạ", "Ha\u{323}"), ("Y Brăm", "Y Bra\u{306}m"), ("Čil", "C\u{30C}il"), ("Niñ", "Nin\u{303}"),
      ("Ŏ\u{323}", "O\u{323}\u{306}"), ("Jörg", "Jo\u{308}rg"), ("Ĕ\u{301}", "E\u{306}\u{301}"),
    ])
  func normalisation(composed: String, decomposed: String) {
    #expect(composed == decomposed, "the test's own spellings are canonically equivalent")
    for end in ["", "a", "n", "y"] {
      let (a, b) = (Candidate(number: 1, name: composed + end), Candidate(number: 2, name: decomposed + end))
      #expect(!a.standsBefore(b) && !b.standsBefore(a))
    }
  }

  @Test(
    "Names of the Ê Đê, M'Nông and others: letters beyond the alphabet behind their plain ones, signs first")
  func otherLanguages() {
    expectOrder(["Ban", "Ƀan", "Căn", "Čăn", "Êban", "Mlô", "Niê", "Ñiê", "Niêm"])
    expectOrder(["H'Hen", "Ha", "Hlơng"])
    expectOrder(["K'Brai", "K-Brai", "Ka", "Kpă", "Kz", "Kω"])
    expectOrder(["R1", "R2", "Ra"])
  }

  @Test("Ties: family name, middle names, date of birth")
  func ties() {
    expectOrder(["Bùi Văn An", "Lê An", "Lê Thị An", "Lê Thị Kim An", "Lê Văn An", "Vũ An", "An Anh"])
    // A person who is known to be older stands first.
    let dated = ["1970-05", "1970-06-01", "1970-06-02", "1971-01"].map { date in
      Candidate(number: 1, name: "Lê Thị An", birthDate: BirthDate(date))
    }
    for i in dated.indices {
      for j in dated.indices { #expect(dated[i].standsBefore(dated[j]) == (i < j)) }
    }
    // Where the dates do not tell, neither stands before the other.
    let (month, undated) = (
      Candidate(number: 1, name: "Lê Thị An", birthDate: BirthDate("1970-06")),
      Candidate(number: 2, name: "Lê Thị An")
    )
    for other in [undated, dated[1], dated[2]] {
      #expect(!month.standsBefore(other) && !other.standsBefore(month))
    }
  }
}
