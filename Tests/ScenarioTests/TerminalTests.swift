import Foundation
import Testing

/// Entering at a terminal, with the whole program.
@Suite("Entering at a terminal", .serialized)
struct TerminalTests {
  private func open(
    _ folder: EntryFolder, rows: Int = 24, columns: Int = 80, environment: [String: String] = [:]
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      EntryFolder.arguments, in: folder.url, rows: rows, columns: columns, environment: environment)
  }

  @Test("A few ballots", arguments: [(24, 80), (10, 40), (60, 200)])
  func session(rows: Int, columns: Int) throws {
    let folder = try EntryFolder()
    let terminal = try open(folder, rows: rows, columns: columns)
    #expect(terminal.see("1 Lò Văn An"))
    terminal.type("1 4")
    #expect(terminal.see("✗1 Lò Văn An"))
    #expect(terminal.see("2/3 left · VALID"))
    terminal.type("\r")
    #expect(terminal.see("recorded ballot 1/1"))
    terminal.type("=\r")
    #expect(terminal.see("press Enter again"))
    #expect(folder.text("a.csv") == "bundle,serial,struck,invalid\n1,1,1 4,\n")
    terminal.type("\r")
    #expect(terminal.see("recorded ballot 1/2"))
    // As Telex sends it: a letter is taken back and comes again with its accent.
    terminal.type("l rach\u{7F}\u{7F}\u{7F}ách")
    #expect(terminal.see("> l rách"))
    terminal.type("\r\r")
    #expect(terminal.see("recorded ballot 1/3"))
    terminal.type("?")
    #expect(terminal.see("The board declares"))
    terminal.type(" \u{1B}")
    terminal.settle()
    terminal.type("h\r3\r")
    #expect(terminal.see("bundle 1 is complete"))
    #expect(terminal.complaints.isEmpty)
    #expect(terminal.hasColour)
    terminal.type("q\r")
    #expect(terminal.wait() == 0)
    #expect(terminal.isCooked)
    #expect(!terminal.isOtherScreen)
    #expect(String(decoding: terminal.output, as: UTF8.self).contains("Ballots entered: 3, bundles: 1."))
    #expect(
      folder.text("a.csv") == "bundle,serial,struck,invalid\n1,1,1 4,\n1,2,=,\n1,3,,\"other:\"\"rách\"\"\"\n")
    #expect(folder.names == ["a.csv", "a.csv.log", "election.json"])
  }

  @Test("Without colour")
  func noColour() throws {
    let folder = try EntryFolder()
    let terminal = try open(folder, environment: ["NO_COLOR": "1"])
    terminal.type("1 4")
    #expect(terminal.see("✗4"))
    #expect(!terminal.hasColour)
  }

  @Test("A terminal that can do nothing is answered line by line")
  func dumb() throws {
    let folder = try EntryFolder()
    let terminal = try open(folder, environment: ["TERM": "dumb"])
    terminal.type("4\n")
    #expect(terminal.see("recorded ballot 1/1"))
    #expect(!terminal.isOtherScreen)
  }

  @Test("Ended from outside, the terminal is given back", arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT])
  func signals(signal: Int32) throws {
    let folder = try EntryFolder()
    let terminal = try open(folder)
    terminal.type("4\r1 ")
    #expect(terminal.see("recorded ballot 1/1"))
    #expect(!terminal.isCooked)
    terminal.signal(signal)
    #expect(terminal.wait() == 128 + signal)
    #expect(terminal.isCooked)
    #expect(!terminal.isOtherScreen)
    #expect(folder.text("a.csv") == "bundle,serial,struck,invalid\n1,1,4,\n")
  }

  @Test("Ctrl-C is such a signal")
  func interrupt() throws {
    let folder = try EntryFolder()
    let terminal = try open(folder)
    #expect(terminal.see("Lò Văn An"))
    terminal.type("\u{3}")
    #expect(terminal.wait() == 128 + SIGINT)
    #expect(terminal.isCooked)
  }

  @Test("Stopped and gone on with, the terminal is given back and taken again")
  func stop() throws {
    let folder = try EntryFolder()
    let terminal = try open(folder)
    terminal.type("4\r1 ")
    #expect(terminal.see("recorded ballot 1/1"))
    terminal.signal(SIGTSTP)
    #expect(terminal.waitUntilStopped())
    terminal.settle()
    #expect(terminal.isCooked)
    #expect(!terminal.isOtherScreen)
    terminal.signal(SIGCONT)
    #expect(terminal.becomesRaw())
    #expect(terminal.see("> 1"))
    terminal.type("\u{15}2\r")
    #expect(terminal.see("recorded ballot 1/2"))
  }

  @Test("A terminal of another size is drawn anew")
  func resize() throws {
    let folder = try EntryFolder()
    let terminal = try open(folder)
    #expect(terminal.see("Lò Văn An"))
    for (rows, columns) in [(10, 40), (3, 12), (1, 1), (50, 120), (24, 80)] {
      terminal.resize(rows: rows, columns: columns)
      terminal.settle()
      #expect(terminal.complaints.isEmpty)
    }
    terminal.type("1 4")
    #expect(terminal.see("✗4"))
  }

  @Test("Nobody else enters into the same file")
  func lock() throws {
    let folder = try EntryFolder()
    let terminal = try open(folder)
    #expect(terminal.see("Lò Văn An"))
    let second = try folder.run("echo 4 | kiemphieu " + EntryFolder.arguments.joined(separator: " "))
    #expect(second.status == 65)
    #expect(second.errors.contains("L012"))
    terminal.type("q\r")
    #expect(terminal.wait() == 0)
    #expect(try folder.run("echo 4 | kiemphieu " + EntryFolder.arguments.joined(separator: " ")).status == 0)
  }

  /// Keys of every kind, but those that end or stop a program.
  @Test("Hostile keys", arguments: 0..<12)
  func hostile(seed: Int) throws {
    let folder = try EntryFolder()
    let sizes = [(24, 80), (10, 40), (60, 200), (1, 1)]
    let terminal = try open(folder, rows: sizes[seed % 4].0, columns: sizes[seed % 4].1)
    var random = Seeded(UInt64(seed))
    #expect(terminal.listen(milliseconds: 20_000))
    let pieces = [
      "4\r", "\u{15}4\r", "\u{15}1 4\r\r", "\u{15}=\r\r", "\u{15}c\r", "\u{15}b\r\r", "\u{15}h\r",
      "\u{15}3\r\r", "\u{15}k\r\r", "1", " ",
      "\r", "\u{7F}", "\u{1B}[A", "\u{1B}OP", "\u{1B}", "\u{1B}[200~4\r\n4\r\n\u{1B}[201~", "đường", "漢", "👩‍👩‍👧",
      "?", "x 2", "\t", "\u{C}",
      "l rách\r\r", "c 1/1 1\r\r", "\0", "q",
    ]
    for _ in 0..<150 {
      switch random.next(8) {
      case 0:
        let bytes = (0..<random.next(12)).map { _ in UInt8(random.next(256)) }
        // Not Ctrl-C, Ctrl-D, Ctrl-\, Ctrl-Z and Ctrl-Y, which stops on some systems.
        terminal.type(bytes.filter { ![3, 4, 0x1C, 0x1A, 0x19].contains($0) })
      case 1 where random.next(6) == 0:
        let size = sizes[random.next(4)]
        terminal.resize(rows: size.0, columns: size.1)
      default: terminal.type(pieces[random.next(pieces.count)])
      }
    }
    terminal.settle(milliseconds: 300)
    terminal.signal(SIGTERM)
    let status = terminal.wait()
    // Gone on its own way with q, or ended by us.
    #expect(status == 128 + SIGTERM || status == 0)
    #expect(terminal.isCooked)
    // What it wrote is gone on with, and counted without a fault.
    let again = try folder.run("printf 'q\\n\\n' | kiemphieu " + EntryFolder.arguments.joined(separator: " "))
    #expect(again.status == 0)
    let count = try folder.run("kiemphieu count election.json --contest chi-uy --ballots a.csv --lang en")
    #expect(count.status == 0 || count.status == 1)
    #expect(!count.errors.contains(": B"))
    #expect((folder.text("a.csv") ?? "").split(separator: "\n").count > 3)
    #expect(folder.names == ["a.csv", "a.csv.log", "election.json"])
  }
}

/// Random numbers that are the same in every run (SplitMix64).
struct Seeded {
  private var state: UInt64

  init(_ seed: UInt64) {
    state = seed
  }

  /// A number from 0 up to, and not including, `bound`.
  mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(bound))
  }
}
