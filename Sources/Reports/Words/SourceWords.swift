import Documents
public import Faults
public import Outcomes
public import Rulebooks

/// Where something stands: the rule, the article, and how well that is attested.
struct Source {
  var rule: RuleID
  /// As a rulebook cites it: `Đ32.2`.
  var article: String
  /// `nil` where only the rule and the article are known.
  var attestation: Attestation?

  /// For screens, with the id that leads to the project's own rules: `R-BASE, Đ32.2`.
  var words: Phrase { joined(articleWords(article)) }

  /// For papers, whose readers know the law and not our ids: `khoản 2, Điều 32`.
  var law: Phrase { hedged(LawArticle.words(article)) }

  private func joined(_ article: Phrase) -> Phrase {
    let article = hedged(article)
    return Phrase(vi: rule.rawValue + ", " + article.vi, en: rule.rawValue + ", " + article.en)
  }

  /// What follows from an article without standing in it is not said to stand there.
  private func hedged(_ article: Phrase) -> Phrase {
    attestation == .reading
      ? Phrase(vi: "suy từ " + article.vi, en: "follows from " + article.en) : article
  }
}

/// Articles as papers write them.
enum LawArticle {
  /// `Đ32.2`: `khoản 2, Điều 32` and `Article 32.2`. What is no article of the regulation stays as ``articleWords(_:)`` has it.
  static func words(_ article: String) -> Phrase {
    guard article.hasPrefix("Đ"), article.dropFirst().allSatisfy({ ".-0123456789".contains($0) }) else {
      return articleWords(article)
    }
    let number = article.dropFirst()
    let parts = number.split(separator: ".", maxSplits: 1)
    let clause = parts.count > 1 ? "khoản \(parts[1]), " : ""
    return Phrase(vi: clause + "Điều " + (parts.first ?? number), en: "Article " + number)
  }
}

extension Ground {
  var source: Source { Source(rule: rule, article: article) }

  /// The rule and the article.
  var words: Phrase { source.words }
}

extension Rulebook {
  /// Where a provision stands in this regulation.
  func source(_ provision: Provision) -> Source {
    let citation = citation(provision)
    return Source(rule: provision.rule, article: citation.article, attestation: citation.attestation)
  }
}

/// Where a provision stands in a regulation, for screens: `R-VALID, Đ17`.
public func sourceWords(_ provision: Provision, of rulebook: Rulebook) -> Phrase {
  rulebook.source(provision).words
}

extension Finding {
  /// The rule and article that it rests on: `R-TIE, Đ32`, with a note where the wording was not read.
  public var source: Phrase { noted(Source(rule: rule, article: article).words) }

  /// The article alone, for papers.
  var law: Phrase { noted(Source(rule: rule, article: article).law) }

  private func noted(_ source: Phrase) -> Phrase {
    guard attestation == .unverified else { return source }
    let note = attestation.words
    return Phrase(vi: source.vi + ", " + note.vi, en: source.en + ", " + note.en)
  }
}

/// An article as a rulebook cites it, in both languages. Articles of regulations are cited in the Vietnamese form in both; only what is
/// no article is put into words.
func articleWords(_ article: String) -> Phrase {
  switch article {
  case "Kế hoạch đại hội": Phrase(vi: "kế hoạch đại hội", en: "congress plan")
  case "thông lệ": Phrase(vi: article, en: "practice")
  case "Giải đáp năm 2020": Phrase(vi: "giải đáp năm 2020", en: "official answer of 2020")
  case "Điều lệ Đảng": Phrase(vi: article, en: "Party Charter")
  default: Phrase(visible(article))
  }
}
