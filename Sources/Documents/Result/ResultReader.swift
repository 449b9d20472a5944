import CanonicalJSON
import Elections
import Faults
import Machine
import Outcomes
import Rulebooks

/// Reads a result file as strictly as it is written: every byte must be the one that writing it again gives.
public enum ResultDocument {
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - file: its name, for the faults.
  public static func read(_ bytes: [UInt8], file: String) -> Result<ElectionResult, JSONFaultsError> {
    let faults = JSONFaults(file: file, bytes: bytes)
    guard let root = faults.parse(allowsByteOrderMark: false), let object = root.object() else {
      return .failure(JSONFaultsError(faults: faults.log))
    }
    let result = ResultReader(object).read()
    guard let result, faults.isEmpty else { return .failure(JSONFaultsError(faults: faults.log)) }
    if result.canonicalBytes() != bytes {
      root.fault(
        .alteredResult,
        problem: Phrase(
          vi: "tệp kết quả đã bị sửa sau khi chương trình ghi ra",
          en: "the result file was changed after the program wrote it"),
        advice: Phrase(
          vi: "lấy lại bản gốc, hoặc kiểm phiếu lại từ các tệp phiếu",
          en: "get the original, or count again from the ballot files"))
      return .failure(JSONFaultsError(faults: faults.log))
    }
    return .success(result)
  }
}

private struct ResultReader {
  let object: JSONObjectReader

  init(_ object: JSONObjectReader) {
    self.object = object
  }

  /// - Returns: `nil` where there are faults.
  func read() -> ElectionResult? {
    guard object.reader.isFormat("kiemphieu-result", object) else { return nil }
    let engine = object.object("engine")
    let version = engine?.text("version")
    _ = engine?.text("name")
    engine?.finish()
    let regulation = object.text("regulation")
    let guidance = object.nullable("guidance")?.object().flatMap(guidance)
    let election = object.object("election").flatMap(election)
    let digest: DigestKind? = object.choice("digest")
    let plan = object.nullable("plan")?.object().flatMap(evidence)
    let roster = object.nullable("roster")?.object().flatMap(roster)
    let replaces = object.optionalObject("replaces").flatMap(replaced)
    let after = (object.array("after") ?? []).compactMap { $0.object().flatMap(evidence) }
    let part = object.nullable("part")?.object().flatMap(part)
    let isRehearsal = object.optionalBool("rehearsal") ?? false
    let contests = (object.array("contests") ?? []).compactMap {
      $0.object().flatMap { ContestResultReader($0).read() }
    }
    let findings = (object.array("findings") ?? []).compactMap(Finding.init(reading:))
    _ = object.required("self")?.digest()
    object.finish()
    guard object.reader.faults.isEmpty, let version, let regulation, let election, let digest else {
      return nil
    }
    return ElectionResult(
      engineVersion: version, regulation: regulation, guidance: guidance, election: election,
      digest: digest.rawValue, plan: plan, roster: roster, replaces: replaces, after: after, part: part,
      isRehearsal: isRehearsal, contests: contests,
      findings: findings)
  }

  private func replaced(_ object: JSONObjectReader) -> ReplacedResult? {
    let digest = object.required("sha256")?.digest()
    let because = object.text("because")
    object.finish()
    guard let digest, let because else { return nil }
    return ReplacedResult(sha256: digest, because: because)
  }

  private func guidance(_ object: JSONObjectReader) -> GuidanceReference? {
    let number = object.text("number")
    let issued = object.required("issued")?.date()
    object.finish()
    guard let number, let issued else { return nil }
    return GuidanceReference(number: number, issued: issued)
  }

  private func election(_ object: JSONObjectReader) -> ElectionSummary? {
    let bytes = object.count("bytes")
    let sha256 = object.nullable("sha256")?.digest()
    let organization = object.text("organization")
    let superior = object.nullable("superior")?.text()
    let congress = object.text("congress")
    let term = object.text("term")
    let date = object.required("date")?.date()
    let place = object.nullable("place")?.text()
    let board: [BoardMember] = (object.array("countingBoard") ?? []).compactMap { reader in
      guard let member = reader.object() else { return nil }
      let name = member.text("name")
      let role: BoardRole? = member.choice("role")
      member.finish()
      guard let name, let role else { return nil }
      return BoardMember(name: name, role: role)
    }
    object.finish()
    guard let bytes, let organization, let congress, let term, let date else { return nil }
    return ElectionSummary(
      bytes: bytes, sha256: sha256, organization: organization, superior: superior, congress: congress,
      term: term,
      date: date, place: place, countingBoard: board)
  }

  private func evidence(_ object: JSONObjectReader) -> EvidenceFile? {
    let file = EvidenceFile(reading: object)
    object.finish()
    return file
  }

  private func roster(_ object: JSONObjectReader) -> RosterEvidence? {
    let file = EvidenceFile(reading: object)
    let quorum: [SigningRole: Int] = object.object("quorum")?.counts() ?? [:]
    object.finish()
    return file.map { RosterEvidence(file: $0, quorum: quorum) }
  }

  private func part(_ object: JSONObjectReader) -> CountedPart? {
    let contests = object.array("contests")?.compactMap { $0.text() }
    let replaced = object.bool("ballotsReplaced")
    object.finish()
    guard let contests, let replaced else { return nil }
    return CountedPart(contests: contests, ballotsReplaced: replaced)
  }
}

extension JSONObjectReader {
  /// The value of a key that must be there and may be `null`; `nil` for `null`.
  func nullable(_ key: String) -> JSONReader? {
    required(key).flatMap { $0.isNull ? nil : $0 }
  }

  func count(_ key: String) -> Int? { integer(key, in: 0...JSONValue.largestInteger) }

  /// An object of counts, by words that a type lists.
  func counts<Key: RawRepresentable<String> & CaseIterable & Hashable>() -> [Key: Int] {
    var counts: [Key: Int] = [:]
    for key in Key.allCases where optional(key.rawValue) != nil { counts[key] = count(key.rawValue) }
    finish()
    return counts
  }
}

extension EvidenceFile {
  /// Reads the members of a file; the object may have more.
  init?(reading object: JSONObjectReader) {
    let name = object.required("name")?.pathBelow()
    let bytes = object.count("bytes")
    let sha256 = object.nullable("sha256")?.digest()
    guard let name, let bytes else { return nil }
    self.init(name: name, bytes: bytes, sha256: sha256)
  }
}

extension Finding {
  init?(reading reader: JSONReader) {
    guard let object = reader.object() else { return nil }
    let code: FindingCode? = object.choice("code")
    let rule: RuleID? = object.choice("rule")
    let article = object.text("article")
    let attestation: Attestation? = object.choice("attestation")
    let _: Severity? = object.choice("severity")
    var values: [String: FindingValue] = [:]
    if let group = object.object("values") {
      for key in group.keys { values[key] = group.required(key).flatMap(FindingValue.init(reading:)) }
    }
    object.finish()
    guard let code, let rule, let article, let attestation else { return nil }
    self.init(code, rule: rule, article: article, attestation: attestation, values: values)
  }
}

extension FindingValue {
  init?(reading reader: JSONReader) {
    switch reader.node.kind {
    case .string(let text): self = .text(text)
    case .array:
      self = .integers((reader.array() ?? []).compactMap { $0.integer(in: 0...JSONValue.largestInteger) })
    default:
      guard let number = reader.integer(in: -JSONValue.largestInteger...JSONValue.largestInteger) else {
        return nil
      }
      self = .integer(number)
    }
  }
}
