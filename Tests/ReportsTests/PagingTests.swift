import TestSupport
import Testing

@testable import Reports

@Suite("Rows on pages")
struct PagingTests {
  /// What has to hold of any paging: all rows in order, none twice, no page fuller than it may be unless by a single row.
  private func check(_ pages: [Range<Int>], _ heights: [Int], _ capacity: (Int) -> Int) {
    #expect(pages.flatMap { Array($0) } == Array(heights.indices))
    for (index, page) in pages.enumerated() {
      let used = heights[page].reduce(0, +)
      #expect(used <= capacity(index) || page.count == 1)
    }
  }

  @Test("All small lists on pages of which the first is smaller")
  func small() {
    for length in 0...6 {
      for code in 0..<Int(pow3(length)) {
        var rest = code
        let heights = (0..<length).map { _ in
          defer { rest /= 3 }
          return rest % 3 + 1
        }
        for first in 0...4 {
          let capacity = { (page: Int) in page == 0 ? first : 4 }
          let pages = paged(heights, capacity: capacity)
          check(pages, heights, capacity)
          // As many as fit: the next row has no room on a page, unless the page is empty because later ones are larger.
          for (index, page) in pages.enumerated() where page.upperBound < heights.count && !page.isEmpty {
            #expect(heights[page].reduce(0, +) + heights[page.upperBound] > capacity(index))
          }
        }
      }
    }
  }

  private func pow3(_ exponent: Int) -> Int { (0..<exponent).reduce(1) { power, _ in power * 3 } }

  @Test(
    "Even pages are as few as can be, and no other way of so few has a lower fullest page", arguments: 0..<50)
  func even(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let heights = (0..<Int.random(in: 1...9, using: &random)).map { _ in Int.random(in: 1...3, using: &random)
    }
    let capacity = Int.random(in: 3...8, using: &random)
    let pages = pagedEvenly(heights, capacity: capacity)
    check(pages, heights) { _ in capacity }
    // Every way to cut the list into pages, as the bits of a number.
    var best = (pages: Int.max, fullest: Int.max)
    for cuts in 0..<1 << (heights.count - 1) {
      var sums = [heights[0]]
      for index in 1..<heights.count {
        if cuts >> (index - 1) & 1 == 1 {
          sums.append(heights[index])
        } else {
          sums[sums.count - 1] += heights[index]
        }
      }
      let fullest = sums.max() ?? 0
      if fullest <= capacity, (sums.count, fullest) < best { best = (sums.count, fullest) }
    }
    #expect(pages.count == best.pages)
    #expect(pages.map { heights[$0].reduce(0, +) }.max() == best.fullest)
  }

  @Test(
    "Lines of a text",
    arguments: [
      ("", 10, 1), ("an", 2, 1), ("An", 2, 2), ("nguyễn văn", 10, 1), ("nguyễn văn", 9, 2),
      ("Nguyễn Văn", 10, 2),
      ("Nguyễn Văn", 11, 1), ("aaaaaaaaaaa", 10, 2), ("WWWWW", 10, 1), ("WWWWWW", 10, 2),
      ("an aaaaaaaaaaaaaaaaaaaaa", 10, 4), ("王小明", 5, 2),
    ])
  func lines(_ text: String, _ columns: Int, _ lines: Int) {
    #expect(lineCount(text, columns: columns) == lines)
  }

  @Test(
    "Text that is cut says so",
    arguments: [
      ("Nguyễn", 6, "Nguyễn"), ("Nguyễn", 5, "Nguy…"), ("a\u{202E}b", 20, "a\\u{202E}b"), ("王小明", 5, "王小…"),
    ])
  func clips(_ text: String, _ columns: Int, _ expected: String) {
    #expect(clipped(text, columns: columns) == expected)
  }
}
