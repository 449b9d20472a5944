import Foundation

extension Tampering {
  /// What is done with entry logs, and with rehearsals.
  static let entries = whole + origins + logs + forgedLogs + rehearsals

  private static let whole: [Tampering] = [
    Tampering("entered lists with their logs", of: "enter", "agrees") { try $0.enterBoth() },
    Tampering("the logs removed", of: "enter", "agrees") {
      try $0.enterBoth()
      try $0.shell("rm *.log")
    },
    Tampering("a link out of the folder for a log", of: "enter", "unfinished") {
      try $0.enterBoth()
      try $0.shell("ln -sf /etc/hostname chi-uy.csv.log")
    },
    Tampering("a pipe for a log", of: "enter", "unfinished") {
      try $0.enterBoth()
      try $0.shell("rm chi-uy.csv.log && mkfifo chi-uy.csv.log")
    },
    Tampering("a log for a packed file", of: "enter") {
      try $0.enterBoth()
      try $0.shell(
        "kiemphieu pack chi-uy.csv --election election.json --contest chi-uy --out x.kpb && mv x.kpb chi-uy.csv"
      )
      try $0.count()
    },
    Tampering("an entered ballot changed, counted again", of: "enter") {
      try $0.enterBoth()
      try $0.edit("chi-uy.csv", "1,1,4,", "1,1,1,")
      try $0.count()
    },
    Tampering("the line ends of an entered list changed, counted again", of: "enter") {
      try $0.enterBoth()
      try $0.shell("sed -i 's/$/\\r/' chi-uy.csv")
      try $0.count()
    },
    Tampering("a name changed after entering, counted again", of: "enter") {
      try $0.enterBoth()
      try $0.edit("election.json", "Lò Văn An", "Lò Văn Ân")
      try $0.count()
    },
  ]

  private static let origins: [Tampering] = [
    ("as it was", "", "agrees"),
    (
      "of another list", "sed -i 's/\"sha256\":\"[0-9a-f]*\"},\"reh/\"sha256\":\"0\"},\"reh/' ORIGIN",
      "differs"
    ),
    ("no origin", "echo '{}' > ORIGIN", "differs"), ("no JSON", "echo > ORIGIN", "differs"),
    ("removed", "rm ORIGIN", "agrees"),
  ].map { what, command, verdict in
    Tampering("origin of an agreed list: " + what, of: "enter", verdict) {
      try $0.enterBoth()
      try $0.shell(
        "cp chi-uy.csv x.csv; mkdir y; cp chi-uy.csv chi-uy.csv.log y; rm chi-uy.csv.log; kiemphieu reconcile x.csv y/chi-uy.csv --election election.json --contest chi-uy --out chi-uy.csv >/dev/null; rm -r x.csv y"
      )
      try $0.count()
      try $0.shell(command.replacing("ORIGIN", with: "chi-uy.csv.origin.json"))
    }
  }

  private static let logs: [Tampering] = [
    (
      "the head of before the last session, as a crash leaves it",
      "head -1 LOG > x; printf 'q\\n' | kiemphieu enter election.json --contest chi-uy --out chi-uy.csv --bundle 8; (cat x; sed 1d LOG) > y; mv y LOG; rm x"
    ),
    ("the last line cut off", "sed -i '$d' LOG"), ("cut off within a line", "truncate -s -9 LOG"),
    ("only the head left", "sed -i '2,$d' LOG"), ("emptied", ": > LOG"),
    ("the line end at the end cut off", "truncate -s -1 LOG"),
    ("a line changed", "sed -i '3s/\"4\"/\"2\"/' LOG"),
    ("the last line changed", "sed -i '$s/12/11/' LOG"), ("two lines swapped", "sed -i '3{h;d};4G' LOG"),
    ("the last two lines swapped", "tac LOG | sed '1{h;d};2G' | tac > x; mv x LOG"),
    ("a line removed", "sed -i 3d LOG"), ("a line twice", "sed -i 3p LOG"),
    ("an empty line added", "echo >> LOG"),
    ("the head's number of lines changed", "sed -i '1s/ 0000/ 1000/' LOG"),
    ("the head's digest changed", "sed -i '1s/.$/g/' LOG"),
    ("the head's version changed", "sed -i '1s/ 1 / 2 /' LOG"),
    ("a byte order mark before the head", "(printf '\\357\\273\\277'; cat LOG) > x; mv x LOG"),
    ("line ends changed", "sed -i 's/$/\\r/' LOG"),
    ("half a line, as a crash leaves it", "printf '{' >> LOG"),
    ("zero bytes, as a crash leaves them", "head -c 50 /dev/zero >> LOG"),
    ("a line that nothing ties to the one before", "printf '{}\\n' >> LOG"),
    ("the log of another list", "cp dai-bieu.csv.log LOG"),
  ].map { what, command in
    Tampering("entry log: " + what, of: "enter") {
      try $0.enterBoth()
      try $0.shell(command.replacing("LOG", with: "chi-uy.csv.log"))
    }
  }

  /// Logs that somebody made anew, every digest in them right.
  private static let forgedLogs: [Tampering] = [
    ("nothing changed", "", "agrees"),
    ("the station changed", "s/\"station\":\"\"/\"station\":\"Tổ 2\"/", "agrees"),
    ("a correction left out", "/\"correction\"/d", "differs"),
    ("a withdrawal left out", "/\"withdrawal\"/d", "differs"),
    ("a check left out", "0,/\"check\"/{/\"check\"/d}", "differs"),
    ("the end left out", "/\"close\"/d", "agrees"),
    ("going on after the end left out", "/\"resume\"/d", "differs"),
    ("the opening left out", "/\"open\"/d", "differs"), ("opened twice", "/\"open\"/p", "differs"),
    ("a check of another number", "s/\"entered\":8/\"entered\":7/", "differs"),
    ("an end with another number", "s/\"ballots\":12/\"ballots\":13/", "differs"),
    ("smaller bundles", "s/\"bundleSize\":8/\"bundleSize\":7/", "differs"),
    ("another first bundle", "s/\"firstBundle\":1/\"firstBundle\":2/", "differs"),
    ("another contest", "s/\"contest\":\"chi-uy\"/\"contest\":\"dai-bieu\"/", "differs"),
    ("a rehearsal", "s/\"rehearsal\":false/\"rehearsal\":true/", "differs"),
    ("a member added", "$s/}$/,\"x-note\":1}/", "differs"),
    ("a member of another type", "s/\"times\":1/\"times\":true/", "differs"),
    ("a record of another kind", "s/\"close\"/\"pause\"/", "differs"),
    ("a correction of no ballot", "/\"correction\"/s/\"serial\":2/\"serial\":9/", "differs"),
    ("no times", "s/\"times\":1/\"times\":0/", "differs"),
    (
      "times without number",
      "s/\"bundleSize\":8/\"bundleSize\":900000000000/;0,/\"times\":1/s/\"times\":1/\"times\":800000000000/",
      "differs"
    ),
    ("another number of names", "s/\"names\":4/\"names\":5/", "differs"),
    ("another number of seats", "s/\"seats\":[0-9]*/\"seats\":1/", "differs"),
    ("a time that is none", "s/\"at\":\"2/\"at\":\"x/", "differs"),
    ("a program that is none", "s/\"program\":\"[^\"]*\"/\"program\":1/", "differs"),
    ("an election that is none", "s/\"election\":\"./\"election\":\"x/", "differs"),
    (
      "a cell in another spelling that a correction hides",
      "0,/\"serial\":2,/s/\"marks\":\\[\"[^\"]*\"\\]\\(.*\"serial\":2,\\)/\"marks\":[\"2 1\"]\\1/", "differs"
    ),
  ].map { what, script, verdict in
    Tampering("entry log made anew: " + what, of: "enter", verdict) { bundle in
      try bundle.enterBoth()
      try bundle.write("script", script)
      try bundle.shell("sed -i -f script chi-uy.csv.log; rm script")
      try bundle.chain("chi-uy.csv.log")
    }
  }

  private static func rehearsal(
    _ what: String, _ verdict: String = "differs",
    _ work: @escaping @Sendable (TamperedBundle) throws -> Void = { _ in }
  ) -> Tampering {
    Tampering("a rehearsal: " + what, of: "rehearsal", verdict) {
      try $0.rehearse()
      try work($0)
    }
  }

  private static let rehearsals: [Tampering] = [
    rehearsal("counted", "unfinished"),
    rehearsal("its file missing", "unfinished") { try $0.shell("rm thu.csv") },
    rehearsal("the result says nothing of it") { try $0.forge("\"rehearsal\":true,", "") },
    rehearsal("the result denies it") { try $0.forge("\"rehearsal\":true", "\"rehearsal\":false") },
    rehearsal("its file missing, the result says nothing of it", "unfinished") {
      try $0.shell("rm thu.csv")
      try $0.forge("\"rehearsal\":true,", "")
    },
    rehearsal("its file missing, the result denies it") {
      try $0.shell("rm thu.csv")
      try $0.forge("\"rehearsal\":true", "\"rehearsal\":false")
    },
    rehearsal("the column in Vietnamese", "unfinished") {
      try $0.shell("rm thu.csv.log; sed -i 's/rehearsal/Kiểm thử/' thu.csv")
      try $0.count()
    },
    rehearsal("the column without a row", "unfinished") {
      try $0.shell("rm thu.csv.log; sed -i 2,3d thu.csv; sed -i 's/ed\": 4/ed\": 2/' election.json")
      try $0.count()
    },
    rehearsal("a cell filled, digests made right") {
      try $0.shell("rm thu.csv.log; sed -i '$s/$/1/' thu.csv")
      try $0.bind("thu.csv")
    },
    rehearsal("the column removed, digests made right") {
      try $0.shell("rm thu.csv.log; sed -i 's/,rehearsal$//; s/,$//' thu.csv")
      try $0.bind("thu.csv")
    },
    rehearsal("the column removed, its log left, counted again") {
      try $0.shell("sed -i 's/,rehearsal$//; s/,,$/,/' thu.csv")
      try $0.count()
    },
    Tampering("a result that says that it is of a rehearsal, and is not", of: "ba-phieu") {
      try $0.forge("\"roster\":", "\"rehearsal\":true,\"roster\":")
    },
    Tampering("a sitting after a rehearsal", of: "rehearsal", "unfinished") { try $0.followRehearsal() },
    Tampering("a sitting after a rehearsal, the result says nothing of it", of: "rehearsal") {
      try $0.followRehearsal()
      try $0.forge("\"rehearsal\":true,", "")
    },
    Tampering("a sitting after a rehearsal, the earlier result missing", of: "rehearsal", "unfinished") {
      try $0.followRehearsal()
      try $0.shell("rm truoc/result.json")
    },
  ]
}
