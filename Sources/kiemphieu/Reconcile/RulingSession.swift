import CommandLineKit
import Entries
import Faults
import Machine
import Tallying

/// Asks the board for its ruling on each difference, line by line.
struct RulingSession {
  private let found: Reconciliation
  private let words: DifferenceWords
  private let shell: Shell

  init(_ found: Reconciliation, _ words: DifferenceWords, _ shell: Shell) {
    self.found = found
    self.words = words
    self.shell = shell
  }

  /// - Returns: one for each difference, or `nil` where the input ended before.
  func ask() throws(CommandFailure) -> [PaperRuling]? {
    _ = shell.output(words.summary())
    var rulings: [PaperRuling] = []
    if found.differences.isEmpty { return rulings }
    var lines = try StandardLines()
    while rulings.count < found.differences.count {
      let index = rulings.count
      let difference = found.differences[index]
      _ = shell.output(
        "\n" + words.difference(index) + "   " + PaperRuling.help(difference)[shell.language] + "\n   > ")
      while true {
        guard let line = try lines.next() else {
          _ = shell.output("\n")
          if lines.hasUnfinishedLine { shell.note(StandardLines.unfinishedLine[shell.language]) }
          shell.note(
            Phrase(
              vi: "Mới quyết định \(rulings.count)/\(found.differences.count) chỗ: không ghi gì.\n",
              en: "Decided \(rulings.count) of \(found.differences.count): nothing is written.\n")[
                shell.language])
          return nil
        }
        // Nothing stands in for what is no text.
        guard let text = String(validating: line, as: UTF8.self) else {
          let wrong = Phrase(vi: "dòng này không phải UTF-8", en: "this line is no UTF-8")
          _ = shell.output("   " + wrong[shell.language] + "\n   > ")
          continue
        }
        switch PaperRuling.read(text, of: difference, found.style) {
        case .success(let ruling):
          rulings.append(ruling)
        case .failure(let wrong):
          _ = shell.output("   " + wrong.words[shell.language] + "\n   > ")
          continue
        }
        break
      }
    }
    _ = shell.output("\n")
    return rulings
  }
}
