import Elections
import Testing

@Suite("Parts of a name")
struct VietnameseNameTests {
  @Test(
    "Family, middle and given name",
    arguments: [
      ("Nguyễn Thị Kim Ân", "Nguyễn", "Thị Kim", "Ân"), ("Lê Hoa", "Lê", "", "Hoa"), ("An", "", "", "An"),
      ("Y Khôi Êban", "Y", "Khôi", "Êban"), ("H'Hen Niê", "H'Hen", "", "Niê"),
      ("Điểu K'Ré", "Điểu", "", "K'Ré"), ("  Trần   Văn\u{A0}Nam ", "Trần", "Văn", "Nam"), ("", "", "", ""),
      ("Công Tằng Tôn Nữ Thị Huế", "Công", "Tằng Tôn Nữ Thị", "Huế"),
    ])
  func parts(name: String, family: String, middle: String, given: String) {
    let parts = VietnameseName(name)
    #expect(parts.family == family)
    #expect(parts.middle == middle)
    #expect(parts.given == given)
  }
}
