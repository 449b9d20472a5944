import Faults

/// Rows put on pages in order, as many on each as it holds.
///
/// A row that is higher than its page stands on one alone.
///
/// - Parameters:
///   - heights: of the rows, in any unit.
///   - capacity: what the page with an index holds, in the same unit.
/// - Returns: the rows of each page. A page is empty where the first row that is left does not fit on it and a later page holds more.
func paged(_ heights: [Int], capacity: (_ page: Int) -> Int) -> [Range<Int>] {
  var pages: [Range<Int>] = []
  var first = 0
  while first < heights.count {
    let room = capacity(pages.count)
    var (end, used) = (first, 0)
    while end < heights.count, used + heights[end] <= room {
      used += heights[end]
      end += 1
    }
    if end == first, capacity(pages.count + 1) <= room { end += 1 }
    pages.append(first..<end)
    first = end
  }
  return pages
}

/// Rows put on as few pages of one capacity as hold them, none of them much emptier than the others.
func pagedEvenly(_ heights: [Int], capacity: Int) -> [Range<Int>] {
  let fewest = paged(heights) { _ in capacity }
  var (low, high) = (heights.max() ?? 0, capacity)
  // More room never needs more pages, so the least that is enough is found by halving.
  while low < high {
    let middle = low + (high - low) / 2
    if paged(heights, capacity: { _ in middle }).count <= fewest.count {
      high = middle
    } else {
      low = middle + 1
    }
  }
  return low > capacity ? fewest : paged(heights) { _ in low }
}

/// How many lines a text takes where so many columns of letters stand on one; words are not broken where they fit.
///
/// A column is as wide as small letters are on average. Capital letters take half as much again, M and W twice as much.
func lineCount(_ text: String, columns: Int) -> Int {
  let room = 2 * columns
  var (lines, used) = (1, 0)
  for word in visible(text, limit: 2000).split(separator: " ") {
    let width = halfColumns(word)
    if used > 0, used + 2 + width > room {
      lines += 1
      used = 0
    }
    used += (used > 0 ? 2 : 0) + width
    if used > room {
      lines += (used - 1) / room
      used = (used - 1) % room + 1
    }
  }
  return lines
}

private func halfColumns(_ word: Substring) -> Int {
  word.reduce(0) { width, letter in
    let isWidest = letter == "W" || letter == "M"
    return width + 2 * displayWidth(String(letter)) + (isWidest ? 2 : letter.isUppercase ? 1 : 0)
  }
}
