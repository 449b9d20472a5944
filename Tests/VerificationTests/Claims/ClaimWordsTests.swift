import CanonicalJSON
import Faults
import Testing

@testable import Verification

/// Differences in the words that a counting board reads.
@Suite("Words of claims")
struct ClaimWordsTests {
  private func words(
    _ path: ClaimPath, stated: JSONValue?, found: JSONValue? = nil, places: [ContestRecount.Place] = []
  ) -> Phrase {
    let difference = ClaimDifference(path: path, stated: stated, found: found)
    return ClaimWords(nil).difference(difference, places: places).words
  }

  @Test("A long value is shown up to a limit, and cut behind it")
  func longValues() {
    func letters(_ count: Int) -> String { String(repeating: "x", count: count) }
    let values: [(JSONValue, String)] = [
      (.string(letters(100)), "«\(letters(100))»"), (.string(letters(101)), "«\(letters(100))…»"),
      ([.string(letters(156))], "[\"\(letters(156))\"]"), ([.string(letters(157))], "[\"\(letters(157))\"…"),
    ]
    for (value, shown) in values {
      let words = words(ClaimPath().key("title"), stated: value, found: 0)
      #expect(words.en == "title: the result says \(shown), the verification gives 0")
    }
  }
}
