import CanonicalJSON
import Elections
import Faults
import Rulebooks

/// Reads who elects, and the deductions that the body allows.
struct ElectorateReader {
  private let object: JSONObjectReader
  private let rulebook: Rulebook?

  init(_ object: JSONObjectReader, _ rulebook: Rulebook?) {
    self.object = object
    self.rulebook = rulebook
  }

  func read() -> Electorate? {
    let body: ElectingBody? = object.choice("body")
    let convened = object.integer("convened", in: 0...ElectionLimits.count)
    let present = object.integer("present", in: 0...ElectionLimits.count)
    let deductions = (object.optionalArray("deductions") ?? []).compactMap { deduction($0, body) }
    object.finish()
    guard let body, let convened, let present else { return nil }
    let electorate = Electorate(body: body, convened: convened, present: present, deductions: deductions)
    checkNumbers(electorate)
    return electorate
  }

  private func deduction(_ reader: JSONReader, _ body: ElectingBody?) -> Deduction? {
    guard let entry = reader.object() else { return nil }
    let ground: DeductionGround? = entry.choice("ground")
    let count = entry.integer("count", in: 0...ElectionLimits.count)
    let note = entry.optionalText("note")
    entry.finish()
    if let ground, let body, let allowed = rulebook?.parameters.deductionGrounds[body],
      !allowed.contains(ground)
    {
      let words = allowed.map(\.rawValue).joined(separator: ", ")
      entry.optional("ground")?.fault(
        .groundOfOtherBody,
        problem: Phrase(
          vi: "«\(body.rawValue)» không có lý do trừ này (R-BASE)",
          en: "'\(body.rawValue)' does not have this ground (R-BASE)"),
        advice: Phrase(vi: "dùng một trong: \(words)", en: "use one of: \(words)"))
    }
    guard let ground, let count else { return nil }
    return Deduction(ground, count, note: note)
  }

  private func checkNumbers(_ electorate: Electorate) {
    if electorate.present > electorate.convened {
      object.optional("present")?.fault(
        .presentExceedsConvened,
        problem: Phrase(
          vi: "có mặt \(electorate.present) mà chỉ triệu tập \(electorate.convened)",
          en: "\(electorate.present) present of only \(electorate.convened) convened"),
        advice: Phrase(vi: "sửa lại một trong hai số", en: "correct one of the two"))
    }
    if electorate.base < 1 {
      let reader = object.optional(electorate.convened < 1 ? "convened" : "deductions")
      reader?.fault(
        .nobodyInBase,
        problem: Phrase(
          vi:
            "triệu tập \(electorate.convened), trừ \(electorate.convened - electorate.base), không còn ai để tính",
          en:
            "\(electorate.convened) convened less \(electorate.convened - electorate.base) leaves nobody to count from"
        ),
        advice: Phrase(
          vi: "sửa số triệu tập hoặc số trừ", en: "correct the number convened or the deductions"))
    }
  }
}
