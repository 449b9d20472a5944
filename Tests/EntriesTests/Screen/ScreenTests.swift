import Entries
import Faults
import Foundation
import TestSupport
import Testing

/// What is seen. The screens themselves lie in `screens.txt`; with `KIEMPHIEU_UPDATE=1` they are written anew, to be read before they are
/// committed.
@Suite("Screens")
struct ScreenTests {
  private static let people = [
    "Phạm Quốc Bảo", "Nguyễn Thị Minh Châu", "Đinh Công Dũng", "Vi Văn Đoàn", "Y Khôi Êban", "Lê Thị Thu Hà",
    "Trần Đức Hải",
    "Nông Thị Hiền", "Bùi Thanh Hiếu", "Hoàng Trọng Khang", "Điểu Xuân Lãng", "Vũ Đình Lợi",
    "Đặng Thị Bích Ngọc",
    "Phan Hữu Phước", "Võ Thị Kim Quyên", "Tạ Minh Sơn", "Hồ Anh Tuấn",
  ]

  private struct Scene {
    var name: String
    var names = people
    var seats = 15
    var typed: String
    var isRehearsal = false
    var sizes = [(24, 80)]
    var hasColour = false
    var language = Language.vietnamese
  }

  private static let scenes = [
    Scene(name: "nothing typed", typed: ""),
    Scene(
      name: "numbers are typed", typed: "2 5\n3 7-9 1",
      sizes: [(24, 80), (10, 40), (60, 200), (12, 60), (1, 1)]),
    Scene(name: "in colour", typed: "2 5\n3 7", sizes: [(10, 40)], hasColour: true),
    Scene(name: "too few struck", typed: "3", sizes: [(24, 80), (10, 40)], language: .english),
    Scene(name: "to be confirmed", typed: "3\n", language: .english),
    Scene(name: "a mistake", typed: "3 134", sizes: [(24, 80), (10, 40)]),
    Scene(name: "a range that is not finished", typed: "3 7-", sizes: [(10, 40)]),
    Scene(name: "correcting", typed: "2 5\n1 3\nc 1\n", sizes: [(24, 80), (10, 40)]),
    Scene(name: "the end of a bundle", typed: "2 5 x 50\n\n49\n", sizes: [(24, 80), (10, 40)]),
    Scene(name: "help", typed: "?", sizes: [(24, 80), (10, 40)]),
    Scene(name: "the next page of help", typed: "? ", sizes: [(10, 40)]),
    Scene(name: "help in English", typed: "?", language: .english),
    Scene(name: "rehearsal", typed: "2 5\n", isRehearsal: true, sizes: [(10, 40)]),
    Scene(
      name: "agree or disagree", names: Array(people.prefix(5)), seats: 5, typed: "*\n1 3/3 4",
      sizes: [(24, 80), (10, 40)]),
    Scene(name: "help for agree or disagree", names: Array(people.prefix(5)), seats: 5, typed: "?"),
    Scene(
      name: "many names", names: (1...1024).map { "Người thứ \($0)" }, seats: 900, typed: "2 400-410",
      sizes: [(24, 80), (10, 40), (60, 200)]),
    Scene(
      name: "names that are no names",
      names: ["\u{1B}[31mĐỏ", "漢字漢字漢字漢字漢字漢字", "e\u{301}e\u{301}", "a\u{202E}b", "👩‍👩‍👧 ba", ""],
      seats: 3, typed: "1 2", sizes: [(10, 40)]),
  ]

  private static let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "screens.txt")

  @Test("Screens as they are to be seen")
  func golden() throws {
    var text = ""
    for scene in Self.scenes {
      for (rows, columns) in scene.sizes {
        var typist = Typist(
          names: scene.names, seats: scene.seats, isRehearsal: scene.isRehearsal, returned: 113)
        typist.type(scene.typed)
        let lines = EntryScreen.render(
          typist.state, rows: rows, columns: columns, hasColour: scene.hasColour, scene.language)
        text += "== \(scene.name), \(columns)x\(rows)\n"
        for line in lines { text += line.replacing("\u{1B}", with: "␛") + "\n" }
      }
    }
    if ProcessInfo.processInfo.environment["KIEMPHIEU_UPDATE"] == "1" {
      try Data(text.utf8).write(to: Self.file)
    } else {
      let expected = try String(contentsOf: Self.file, encoding: .utf8)
      // By scene, so that a difference is found.
      for (a, b) in zip(text.split(separator: "== "), expected.split(separator: "== ")) { #expect(a == b) }
      #expect(text == expected)
    }
  }

  @Test("No line is wider than the terminal, and none tells it anything")
  func widths() {
    for scene in Self.scenes {
      for (rows, columns) in [(1, 1), (2, 3), (5, 10), (10, 40), (24, 80), (60, 200)] {
        for language in Language.allCases {
          var typist = Typist(names: scene.names, seats: scene.seats)
          typist.type(scene.typed)
          let lines = EntryScreen.render(
            typist.state, rows: rows, columns: columns, hasColour: false, language)
          #expect(lines.count == rows)
          for line in lines {
            #expect(displayWidth(line) <= columns, "\(scene.name): \(line)")
            #expect(line.unicodeScalars.allSatisfy(isVisible), "\(scene.name): \(line)")
          }
          let cursor = EntryScreen.cursor(typist.state, rows: rows, columns: columns)
          #expect((1...rows).contains(cursor.row) && (1...columns).contains(cursor.column))
        }
      }
    }
  }

  @Test("With colour the same is seen as without")
  func colour() {
    for scene in Self.scenes {
      var typist = Typist(names: scene.names, seats: scene.seats)
      typist.type(scene.typed)
      let plain = EntryScreen.render(typist.state, rows: 24, columns: 80, hasColour: false, .vietnamese)
      let coloured = EntryScreen.render(typist.state, rows: 24, columns: 80, hasColour: true, .vietnamese)
      #expect(coloured.map { $0.replacing(/\u{1B}\[[0-9;]*m/, with: "") } == plain)
    }
  }

  @Test("Only the lines that changed are sent")
  func updates() {
    var update = ScreenUpdate()
    let first = update.sequences(["a", "b", ""], columns: 10, cursor: (1, 1))
    #expect(first == "\u{1B}[?25l\u{1B}[2J\u{1B}[1;1H\u{1B}[2Ka\u{1B}[2;1H\u{1B}[2Kb\u{1B}[1;1H\u{1B}[?25h")
    #expect(
      update.sequences(["a", "c", ""], columns: 10, cursor: (2, 2))
        == "\u{1B}[?25l\u{1B}[2;1H\u{1B}[2Kc\u{1B}[2;2H\u{1B}[?25h")
    #expect(
      update.sequences(["a", "c", ""], columns: 10, cursor: (2, 2)) == "\u{1B}[?25l\u{1B}[2;2H\u{1B}[?25h")
    // Another size, or a screen that somebody else wrote on, is drawn anew.
    #expect(update.sequences(["a", "c", ""], columns: 9, cursor: (1, 1)).contains("\u{1B}[2J"))
    update.forget()
    #expect(update.sequences(["a", "c", ""], columns: 9, cursor: (1, 1)).contains("\u{1B}[2J"))
  }
}
