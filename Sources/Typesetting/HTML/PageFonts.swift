/// Font families for pages: only such as the machine has, each list ending in a generic family.
public enum PageFonts {
  /// For screens and walls.
  public static let sans =
    "system-ui, \"Segoe UI\", Roboto, \"Noto Sans\", \"Liberation Sans\", Arial, sans-serif"
  /// For papers of an office, in its Times New Roman or what takes the same room.
  public static let serif = "\"Times New Roman\", \"Liberation Serif\", Tinos, \"Noto Serif\", serif"
  /// For digests.
  public static let mono = "ui-monospace, \"Cascadia Mono\", Consolas, \"Liberation Mono\", monospace"
}
