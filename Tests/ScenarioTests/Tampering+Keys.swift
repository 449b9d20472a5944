import Foundation
import Testing

extension Tampering {
  /// What is done with signatures and keys.
  static let withKeys: [Tampering] = [
    Tampering("a signature removed", of: "da-ky", "unfinished") { bundle in
      try FileManager.default.removeItem(at: bundle.url(try #require(bundle.signatures.first)))
    },
    Tampering("all signatures removed", of: "da-ky", "unfinished") { try $0.shell("rm *.sig") },
    Tampering("one signature twice, the other gone", of: "da-ky", "unfinished") { bundle in
      try bundle.write(bundle.signatures[0], try bundle.read(bundle.signatures[1]))
    },
    Tampering("names of signatures exchanged", of: "da-ky", "certified") { bundle in
      let names = bundle.signatures
      let texts = try names.map { try bundle.read($0) }
      try bundle.write(names[0], texts[1])
      try bundle.write(names[1], texts[0])
    },
    Tampering("a byte of a signature changed", of: "da-ky") { bundle in
      let name = bundle.signatures[0]
      var bytes = try Data(contentsOf: bundle.url(name))
      bytes[250] = bytes[250] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
      try bytes.write(to: bundle.url(name))
    },
    Tampering("a signature spelled in another way", of: "da-ky") {
      try $0.write($0.signatures[0], try $0.read($0.signatures[0]) + "\n")
    },
    Tampering("something else with the name of a signature", of: "da-ky") {
      try $0.write("result.json.sig", "signed\n")
    },
    Tampering("a signature of an unknown key", of: "da-ky") { try $0.sign() },
    Tampering("a signature made for something else", of: "da-ky") { try $0.sign(namespace: "git") },
    Tampering("a new key on the list of signers", of: "da-ky") { bundle in
      try bundle.sign()
      try bundle.shell(#"printf '"member:Ai Do" %s\n' "$(cut -d' ' -f1,2 key.pub)" >> signers"#)
    },
    Tampering("a good signature on other bytes", of: "da-ky") { try $0.forge("75,00", "75,01") },
    Tampering("signed where nobody asks", of: "ba-phieu", "agrees") { try $0.sign() },
    Tampering("a signed chain", of: "thieu-nguoi", "certified") { try $0.signChain() },
    Tampering("a signed chain, each list of signers in its place", of: "thieu-nguoi", "certified") { bundle in
      try bundle.signChain()
      try bundle.shell("cp signers truoc/dai-hoi")
    },
    Tampering("a signed chain, the signature on the earlier result removed", of: "thieu-nguoi", "unfinished")
    {
      try $0.signChain()
      try $0.shell("rm truoc/dai-hoi/*.sig")
    },
    Tampering("a signed chain, the signature on the earlier result that of the later", of: "thieu-nguoi") {
      try $0.signChain()
      try $0.shell("cp result.json.*.sig truoc/dai-hoi")
    },
    Tampering("a signed chain, the earlier result signed by an unknown key", of: "thieu-nguoi") {
      try $0.signChain()
      try $0.sign("truoc/dai-hoi/result.json")
      try $0.shell("mv result.json.new.sig truoc/dai-hoi")
    },
    Tampering("a signed chain, another list of signers beside the earlier result", of: "thieu-nguoi") {
      try $0.signChain()
      try $0.shell("(cat signers; echo '#') > truoc/dai-hoi/signers")
    },
    Tampering("a chain whose first sitting alone has signers", of: "thieu-nguoi", "agrees") {
      try $0.signChain()
      try $0.shell("mv signers truoc/dai-hoi; sed -i 's/\"roster\": .*\"contests/\"contests/' election.json")
      try $0.shell("rm result.json*; kiemphieu count election.json --out .")
    },
    Tampering("the same, the list of signers removed", of: "thieu-nguoi", "unfinished") {
      try $0.signChain()
      try $0.shell("rm signers; sed -i 's/\"roster\": .*\"contests/\"contests/' election.json")
      try $0.shell("rm result.json*; kiemphieu count election.json --out .")
    },
    Tampering("another list of signers", of: "da-ky", options: "--signers other") { bundle in
      try bundle.sign()
      try bundle.shell(#"printf '"head:Ai Do" %s\n' "$(cut -d' ' -f1,2 key.pub)" > other"#)
    },
    Tampering("the same list of signers", of: "da-ky", "certified", options: "--signers other") {
      try $0.shell("cp signers other")
    },
  ]
}
