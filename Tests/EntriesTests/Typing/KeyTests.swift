import Entries
import TestSupport
import Testing

@Suite("Keys")
struct KeyTests {
  private static func text(_ text: String) -> [EntryKey] { text.unicodeScalars.map { .character($0) } }

  @Test(
    "Bytes of a terminal",
    arguments: [
      ("3 7\r", text("3 7") + [.enter]), ("3\n", text("3") + [.enter]),
      ("3\r\n4", text("3") + [.enter] + text("4")),
      ("\r\r", [.enter, .enter]), ("\n\n", [.enter, .enter]), ("\r\n\r\n", [.enter, .enter]),
      ("\u{7F}\u{8}", [.backspace, .backspace]), ("\u{15}", [.clear]), ("\u{4}", [.end]),
      ("\u{C}", [.redraw]),
      ("\t", text(" ")), ("phiếu rách", text("phiếu rách")), ("𝟑", text("𝟑")),
      // Arrows, function keys, Alt, pasted text in brackets, reports of a mouse.
      ("\u{1B}[A3\u{1B}[1;5C\u{1B}OP4", text("34")), ("\u{1B}x3", text("3")),
      ("\u{1B}[200~3\u{1B}[201~", text("3")),
      ("\u{1B}[<0;10;10M3", text("3")), ("\u{1B}\u{1B}[A3", [.cancel] + text("3")),
      ("\0\u{1}\u{2}3", text("3")),
      // What an input method sends for «othẻ»: the letter is taken back and sent anew.
      ("othe\u{7F}ẻ", text("othe") + [.backspace] + text("ẻ")),
    ] as [(String, [EntryKey])])
  func decoding(text: String, keys: [EntryKey]) {
    var whole = KeyDecoder()
    #expect(whole.keys(Array(text.utf8)) == keys)
    var piecewise = KeyDecoder()
    #expect(Array(text.utf8).flatMap { piecewise.keys([$0]) } == keys)
  }

  @Test("An Esc by itself, once nothing follows")
  func escape() {
    var decoder = KeyDecoder()
    #expect(decoder.keys([0x1B]).isEmpty)
    #expect(decoder.isWaiting)
    #expect(decoder.pause() == [.cancel])
    #expect(!decoder.isWaiting)
    #expect(decoder.pause().isEmpty)
    #expect(decoder.keys(Array("[A".utf8)) == Self.text("[A"))
  }

  @Test("Bytes that are no UTF-8 are left out, and what follows is read")
  func damaged() {
    for bytes: [UInt8] in [
      [0xFF], [0xC3], [0xE1, 0xBB], [0x80, 0x80], [0xED, 0xA0, 0x80], [0xF8, 0x88, 0x80, 0x80],
    ] {
      var decoder = KeyDecoder()
      #expect(decoder.keys(bytes + Array("3ế".utf8)) == Self.text("3ế"), "\(bytes)")
    }
  }
}
