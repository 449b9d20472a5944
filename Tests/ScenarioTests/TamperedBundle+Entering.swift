import Foundation

/// Ballots entered with `enter`, so that logs lie beside the ballot files.
extension TamperedBundle {
  /// Types lines into `enter`, each ended by Enter.
  func enter(_ options: String, _ lines: String...) throws {
    try write("typed", lines.map { $0 + "\n" }.joined())
    try shell("kiemphieu enter election.json \(options) <typed >typing 2>&1; rm typed typing")
  }

  /// Enters both contests of the scenario `enter`, the first in two sessions and with a correction, a withdrawal and a bundle that
  /// did not agree at once, and counts.
  func enterBoth() throws {
    let first = "--contest chi-uy --out chi-uy.csv --bundle 8"
    try enter(first, "4", "1", "=", "", "l phiếu rách", "", "c 1/2", "1 2", "", "3 x 4", "", "8", "q", "")
    try enter(first, "3", "b", "", "4 x 3", "", "h", "4", "", "4", "4", "q")
    try enter("--contest dai-bieu --out dai-bieu.csv", "*", "1 2/3", "*/3 x 10", "", "h", "12", "q")
    try count()
  }

  /// Enters both lists of the scenario `rehearsal`, `thu.csv` as a rehearsal, and counts.
  func rehearse() throws {
    try enter("--out thu.csv --rehearsal --first-bundle 7", "4", "1", "h", "2", "q")
    try enter("--out that.csv", "4", "2", "h", "2", "q")
    try count()
  }

  /// Makes of the scenario `rehearsal` an election of real ballots that comes after the rehearsal.
  func followRehearsal() throws {
    try rehearse()
    try shell(
      #"""
      mkdir truoc && mv result.json truoc && rm thu.csv*
      digest=$(sha256sum truoc/result.json | cut -c1-64)
      tr -d '\n' <election.json >x && mv x election.json
      sed -i 's|, *"thu.csv"||; s/ed": 4,/ed": 2,/g' election.json
      sed -i "s|\"contests\"|\"after\": [{\"result\": \"truoc/result.json\", \"sha256\": \"$digest\"}], &|" election.json
      """#)
    try count()
  }

  func count() throws { try shell("kiemphieu count election.json --out .") }

  /// Makes every digest of a log right again, and its head.
  func chain(_ name: String) throws {
    let program = #"""
      import hashlib, json, sys
      head, *lines = open(sys.argv[1], "rb").read().splitlines()
      digest, text = hashlib.sha256(b"kiemphieu-entries 1\n").hexdigest(), b""
      for line in lines:
          record = {**json.loads(line), "before": digest}
          line = json.dumps(record, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode() + b"\n"
          digest, text = hashlib.sha256(line).hexdigest(), text + line
      head = b"kiemphieu-entries 1 %012d %015d %b\n" % (len(lines), 114 + len(text), digest.encode())
      open(sys.argv[1], "wb").write(head + text)
      """#
    try write("chain", program)
    try shell("'\(IndependentVerifier.python ?? "python3")' chain '\(name)'; rm chain")
  }
}
