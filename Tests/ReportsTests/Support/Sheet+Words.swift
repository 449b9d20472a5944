import Typesetting

extension Sheet {
  /// All words of a sheet from top to bottom, a line for each paragraph, the cells of a row parted by ` | `.
  var words: [String] {
    warnings + blocks.flatMap(Self.words) + footer
  }

  private static func words(_ block: Block) -> [String] {
    func text(_ paragraph: Paragraph) -> String { paragraph.runs.map(\.text).joined() }
    return switch block {
    case .letterhead(let left, let right): (left + right).map(text)
    case .title(let title, let lines): [title] + lines
    case .heading(let heading): [heading]
    case .paragraph(let paragraph): [text(paragraph)]
    case .table(let table):
      [table.columns.map(\.title).joined(separator: " | ")]
        + table.rows.map { $0.cells.joined(separator: " | ") }
    case .signatures(let spaces): spaces.flatMap { $0.lines + [$0.instruction, $0.name ?? ""] }
    case .frame(let lines): lines.map(text)
    case .pageBreak: []
    }
  }
}
