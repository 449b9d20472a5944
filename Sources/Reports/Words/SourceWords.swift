import Documents
import Faults
import Rulebooks

/// Where something stands: the rule and the article, `R-BASE, Đ32.2`.
func sourceWords(_ rule: RuleID, _ article: String) -> Phrase {
  let article = articleWords(article)
  return Phrase(vi: rule.rawValue + ", " + article.vi, en: rule.rawValue + ", " + article.en)
}

extension Ground {
  /// The rule and the article.
  var words: Phrase { sourceWords(rule, article) }
}

extension Rulebook {
  /// Where a provision stands in this regulation.
  func source(_ provision: Provision) -> Phrase {
    sourceWords(provision.rule, citation(provision).article)
  }
}
