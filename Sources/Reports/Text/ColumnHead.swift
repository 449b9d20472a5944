import Typesetting

extension HTML {
  /// The head of a column of a table.
  ///
  /// - Parameter kind: the class of the column.
  static func columnHead(_ text: String, _ kind: String) -> HTML {
    HTML("th", ["scope": "col", "class": kind], text: text)
  }
}
