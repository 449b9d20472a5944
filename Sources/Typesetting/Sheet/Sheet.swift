public import Faults

/// A document as an office signs, copies and files it: blocks from top to bottom on A4 pages, in no file format yet.
///
/// What is on the paper is decided once, here; ``WordDocument`` and ``SheetPage`` make the same of it.
public struct Sheet: Sendable, Equatable {
  /// What the document is called where programs show it, not on the paper.
  public var title: String
  public var language: Language
  /// Whether the long side of the page lies at the bottom.
  public var isLandscape: Bool
  /// What must be seen before anything else on every page.
  public var warnings: [String]
  /// Small lines at the foot of every page; the page number stands below them.
  public var footer: [String]
  public var blocks: [Block]

  public init(
    title: String, language: Language, isLandscape: Bool = false, warnings: [String] = [],
    footer: [String] = [], blocks: [Block] = []
  ) {
    self.title = title
    self.language = language
    self.isLandscape = isLandscape
    self.warnings = warnings
    self.footer = footer
    self.blocks = blocks
  }

  /// A part of a document.
  public enum Block: Sendable, Equatable {
    /// Two columns at the head of a document: who issues it, and the Party's name with place and date.
    case letterhead(left: [Paragraph], right: [Paragraph])
    /// The name of the document, and below it what it is of.
    case title(String, [String])
    case heading(String)
    case paragraph(Paragraph)
    case table(Table)
    /// Places to sign, side by side; they stay together on a page.
    case signatures([SignatureSpace])
    /// A framed part that stays together, such as a label to cut out.
    case frame([Paragraph])
    case pageBreak
  }
}

/// Text that runs over as many lines as it needs.
public struct Paragraph: Sendable, Equatable {
  /// Text in one style of letters.
  public struct Run: Sendable, Equatable {
    public var text: String
    public var isBold: Bool
    public var isItalic: Bool

    public init(_ text: String, bold: Bool = false, italic: Bool = false) {
      self.text = text
      isBold = bold
      isItalic = italic
    }
  }

  /// Where the lines stand.
  public enum Placement: String, Sendable, CaseIterable {
    /// Text of a document: both edges even.
    case body
    /// An item of a list, set in from the left.
    case item
    case centered
    case right
    /// Smaller, for remarks.
    case note
  }

  public var runs: [Run]
  public var placement: Placement
  /// Whether the paragraph stands on one page with the block behind it.
  public var keepsNext = false

  public init(_ runs: [Run], _ placement: Placement = .body) {
    self.runs = runs
    self.placement = placement
  }

  /// The paragraph on one page with the block behind it.
  public func keepingNext() -> Paragraph {
    var copy = self
    copy.keepsNext = true
    return copy
  }

  public init(_ text: String, _ placement: Placement = .body, bold: Bool = false, italic: Bool = false) {
    self.init([Run(text, bold: bold, italic: italic)], placement)
  }

  /// A label in ordinary letters and what it is in bold ones: `Số phiếu phát ra: **113**`.
  public init(label: String, _ value: String, _ placement: Placement = .item) {
    self.init([Run(label + " "), Run(value, bold: true)], placement)
  }
}

/// Rows and columns; where a table goes on, the next page begins with its header.
public struct Table: Sendable, Equatable {
  public enum Alignment: Sendable {
    case left
    case center
    case right
  }

  public struct Column: Sendable, Equatable {
    public var title: String
    /// The column's part of the table's width, against those of the others.
    public var width: Int
    public var alignment: Alignment

    public init(_ title: String, width: Int, _ alignment: Alignment = .left) {
      precondition(width > 0)
      self.title = title
      self.width = width
      self.alignment = alignment
    }
  }

  public struct Row: Sendable, Equatable {
    public var cells: [String]
    /// Whether the row stands out: a sum, somebody elected.
    public var isBold: Bool

    public init(_ cells: [String], bold: Bool = false) {
      self.cells = cells
      isBold = bold
    }
  }

  public var columns: [Column]
  /// Whether the letters are smaller than elsewhere, for tables of many columns.
  public var isSmall: Bool
  public private(set) var rows: [Row] = []

  /// - Parameter columns: at least one.
  public init(_ columns: [Column], isSmall: Bool = false) {
    precondition(!columns.isEmpty)
    self.columns = columns
    self.isSmall = isSmall
  }

  /// Adds a row of as many cells as there are columns.
  public mutating func append(_ row: Row) {
    precondition(row.cells.count == columns.count)
    rows.append(row)
  }
}

/// A place where somebody signs by hand.
public struct SignatureSpace: Sendable, Equatable {
  /// On whose behalf and in which office, a line each.
  public var lines: [String]
  /// What is to be done there, such as «ký, ghi rõ họ tên».
  public var instruction: String
  /// The name below, where it is known.
  public var name: String?

  public init(_ lines: [String], instruction: String, name: String? = nil) {
    self.lines = lines
    self.instruction = instruction
    self.name = name
  }
}
