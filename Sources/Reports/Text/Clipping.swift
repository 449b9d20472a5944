import Faults

/// `text` cut off after so many columns of letters, with `…` for the rest, for places that cannot grow.
///
/// What does not show stands there as ``visible(_:limit:showsOddSpaces:)`` writes it.
func clipped(_ text: String, columns: Int) -> String {
  let shown = visible(text, limit: 1000)
  if displayWidth(shown) <= columns { return shown }
  var cut = ""
  var width = 1
  for character in shown {
    width += displayWidth(String(character))
    if width > columns { break }
    cut.append(character)
  }
  return cut + "…"
}
