/// The colours of all pages: few, and told apart by lightness alone, so that a page reads the same in black and white.
///
/// Text on its ground has a contrast of 7:1 or more (WCAG 2.2, 1.4.6, level AAA), and lines and shapes that mean something have one of 3:1 (1.4.11).
public enum Palette {
  /// Text, frames and shapes.
  public static let ink = "#16181d"
  /// Text of less weight.
  public static let quiet = "#474c55"
  /// The ground of everything.
  public static let paper = "#ffffff"
  /// A ground to tell rows and heads apart.
  public static let shade = "#f0f1f4"
  /// Thin lines between rows; nothing depends on seeing them.
  public static let hairline = "#b9bec8"
  /// What stands out: headings and those elected. The Party's red, darkened until it can be read.
  public static let accent = "#8c0d16"
  /// The ground of a warning.
  public static let alert = "#fff1c4"
}
