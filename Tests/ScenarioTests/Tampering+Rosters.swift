import Foundation

/// Lists of signers that read otherwise than they look, or that OpenSSH refuses. All digests are right, and both keys have signed.
extension Tampering {
  static let rosters: [Tampering] =
    [
      ("as it should be", #""head:A B" namespaces="kiemphieu-result" %1"#),
      ("space before and behind the principal", "  \"head:A B\" \t%1\n\thead:C  %2"),
      ("an empty line and a comment", "\n# \u{301}\n#\u{301}\n\"head:A B\" %1\r\n\r\n"),
      ("a carriage return at the end of the file", "head:A %1\r"),
    ].map { what, list in
      Tampering("list of signers: " + what, of: "ba-phieu", "certified") { try $0.count(signers: list) }
    }
    + [
      ("a namespace without quotes", #""head:A B" namespaces=kiemphieu-result %1"#),
      ("the same on another line", "head:A %1\nmember:B namespaces=kiemphieu-result %2"),
      ("two backslashes in a name", #""head:A\\B" %1"#),
      ("a name without its quotes", "head:A B %1"),
      ("no space behind the principal", #""head:A B"%1"#),
      ("an accent on a quote", "\"head:A B\"\u{301} %1"),
      ("a line of spaces", "head:A %1\n   \n"), ("a line with a tab", "\t\nhead:A %1"),
      ("a line with a vertical tab", "\u{B}\nhead:A %1"),
      ("a line with a space that does not break", "\u{A0}\nhead:A %1"),
      ("a comment behind spaces", "  # x\nhead:A %1"),
      ("a type of key that there is not", "head:A ecdsa-sha2-x %1"),
      ("a name of a filler", "\"head:\u{3164}\" %1"), ("a name of an empty sign", "\"head:\u{2800}\" %1"),
      ("a selector in a name", "head:A\u{FE0F} %1"), ("a joiner in a name", "head:ن\u{200D} %1"),
    ].map { what, list in
      Tampering("list of signers: " + what, of: "ba-phieu") { try $0.count(signers: list) }
    }
    + [
      ("a final sigma", "\"head:ΑΣ\" %1\n\"head:ας\" %2"), ("a sharp s", "head:Groß %1\nhead:GROSS %2"),
      ("a character that nobody sees", "head:A %1\nhead:A\u{34F} %2"),
    ].map { what, list in
      Tampering("list of signers: one person twice, told apart by " + what, of: "ba-phieu") {
        try $0.count(signers: list, quorum: 2)
      }
    }
}

extension TamperedBundle {
  /// Counts with a list of signers that says what `list` says, and signs the result with two keys, `%1` and `%2` in the list. The count
  /// is of another list, since a count refuses most of these, and is then made to fit.
  func count(signers list: String, quorum: Int = 1) throws {
    try shell(
      #"""
      set -e
      for n in 1 2; do ssh-keygen -q -t ed25519 -N '' -C '' -f key$n </dev/null; done
      (echo "head:A $(cat key1.pub)"; echo "head:B $(cat key2.pub)") > signers
      roster='"roster": {"file": "signers", "sha256": "'$(sha256sum signers | cut -c1-64)'", "quorum": {"head": \#(quorum)}},'
      sed -i "s|\"contests\": \[|$roster &|" election.json
      kiemphieu count election.json --out .
      """#)
    let before = try digest(of: "signers")
    var text = list
    for number in 1...2 {
      let key = try read("key\(number).pub").split(separator: " ").prefix(2).joined(separator: " ")
      text = text.replacing("%\(number)", with: key.trimmingCharacters(in: .newlines))
    }
    try write("signers", text)
    try edit("election.json", before, try digest(of: "signers"))
    try bind("signers")
    try bind("election.json")
    // Who is not on the list does not sign.
    for number in 1...2 where list.contains("%\(number)") {
      try shell(
        "ssh-keygen -q -Y sign -n kiemphieu-result -f key\(number) < result.json > result.json.\(number).sig")
    }
    try shell("rm key*")
  }
}
