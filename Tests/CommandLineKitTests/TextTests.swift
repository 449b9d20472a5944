import CommandLineKit
import Faults
import Testing

@Suite("Texts of help and errors")
struct TextTests {
  @Test("Every line fits into eighty characters", arguments: Language.allCases)
  func width(language: Language) {
    let texts =
      [program.helpText(in: language)] + program.commands.map { program.helpText(for: $0, in: language) }
    for line in texts.flatMap({ $0.split(separator: "\n") }) {
      #expect(line.count <= 80)
      #expect(line.last != " ")
    }
  }

  /// What is shown for a command line, whether help or a refusal.
  func shown(_ line: String) -> String {
    switch program.parse(line.split(separator: " ").map(String.init), environment: { _ in nil }) {
    case .run: "ran"
    case .show(let text): text
    case .refuse(let error, let language): program.text(of: error, in: language)
    }
  }

  @Test("Help of the program")
  func programHelp() {
    #expect(
      shown("--help") == """
        GIỚI THIỆU: Chăm một khu vườn nhỏ.

        CÁCH DÙNG: vuon LỆNH [tùy chọn]

        TÙY CHỌN:
          --lang LANG             Ngôn ngữ của thông báo; nếu không ghi thì theo môi
                                  trường, mặc định là tiếng Việt. (giá trị: vi, en)
          --version               Cho biết phiên bản.
          -h, --help              Hiện trợ giúp này.

        CÁC LỆNH:
          water                   Tưới cây trong vườn.
          compare                 So hai hoặc ba cây.
          move                    Dời cây.
          rest                    Nghỉ.

          Xem “vuon help LỆNH” để biết chi tiết.

        """)
    #expect(
      shown("--help --lang en") == """
        OVERVIEW: Look after a small garden.

        USAGE: vuon COMMAND [options]

        OPTIONS:
          --lang LANG             Language of the messages; from the environment unless
                                  given, Vietnamese where it says nothing. (values: vi,
                                  en)
          --version               Show the version.
          -h, --help              Show this help.

        COMMANDS:
          water                   Water the plants.
          compare                 Compare two or three plants.
          move                    Move plants.
          rest                    Rest.

          See 'vuon help COMMAND' for detailed help.

        """)
  }

  @Test("Help of a command with everything")
  func commandHelp() {
    #expect(
      shown("help water") == """
        GIỚI THIỆU: Tưới cây trong vườn.

        Cây nào được ghi tên thì được tưới, mỗi cây đúng lượng nước đã định; cây không
        ghi tên thì để yên.
        Không tưới khi trời mưa.

        CÁCH DÙNG: vuon water BED [PLANT...] [--with TOOL]... [--amount N] [--time WHEN]
                   [--shift N] [--diary FILE] [--quiet] [--a-rather-long-name FILE]

        THAM SỐ:
          BED                     Luống cần tưới.
          PLANT                   Các cây trong luống.

        TÙY CHỌN:
          --with TOOL             Dùng dụng cụ này.
          --amount N              Bao nhiêu lít nước cho mỗi cây, không kể nước mưa đã
                                  rơi trong tuần. (từ 1 đến 64)
          --time WHEN             Buổi tưới. (giá trị: morning, noon, evening) (mặc
                                  định: morning)
          --shift N               Dời đi.
          --diary FILE            Ghi nhật ký.
          --quiet                 Không nói gì.
          --a-rather-long-name FILE
                                  Tên dài.
          --lang LANG             Ngôn ngữ của thông báo; nếu không ghi thì theo môi
                                  trường, mặc định là tiếng Việt. (giá trị: vi, en)
          --version               Cho biết phiên bản.
          -h, --help              Hiện trợ giúp này.

        """)
    #expect(
      shown("water --lang en -h") == """
        OVERVIEW: Water the plants.

        The plants that are named are watered, each with the amount of water that is
        given; others are left alone.
        Nothing is watered when it rains.

        USAGE: vuon water BED [PLANT...] [--with TOOL]... [--amount N] [--time WHEN]
               [--shift N] [--diary FILE] [--quiet] [--a-rather-long-name FILE]

        ARGUMENTS:
          BED                     The bed to water.
          PLANT                   Plants of the bed.

        OPTIONS:
          --with TOOL             Use this tool.
          --amount N              Litres of water for each plant, without the rain that
                                  has fallen within the week. (from 1 to 64)
          --time WHEN             When to water. (values: morning, noon, evening)
                                  (default: morning)
          --shift N               Shift.
          --diary FILE            Keep a diary.
          --quiet                 Say nothing.
          --a-rather-long-name FILE
                                  A long name.
          --lang LANG             Language of the messages; from the environment unless
                                  given, Vietnamese where it says nothing. (values: vi,
                                  en)
          --version               Show the version.
          -h, --help              Show this help.

        """)
  }

  @Test(
    "Usage lines",
    arguments: [
      ("compare", "vuon compare PLANT PLANT [PLANT] --key FILE"), ("move", "vuon move PLANT... BED"),
      ("rest", "vuon rest"),
    ])
  func usage(command: String, usage: String) {
    #expect(shown("help \(command)").contains("\nCÁCH DÙNG: \(usage)\n"))
    #expect(shown("help \(command) --lang en").contains("\nUSAGE: \(usage)\n"))
  }

  @Test("A command without arguments has no empty section")
  func noEmptySection() {
    #expect(!shown("help rest").contains("THAM SỐ"))
  }

  @Test("Refusals name what is wrong, the usage and where to find help")
  func refusals() {
    #expect(
      shown("wter") == """
        Lỗi: không có lệnh “wter”. Có phải là “water”?
        Cách dùng: vuon LỆNH [tùy chọn]
          Xem “vuon --help” để biết thêm.

        """)
    #expect(
      shown("fly --lang en") == """
        Error: there is no command “fly”.
        Usage: vuon COMMAND [options]
          See 'vuon --help' for more information.

        """)
    #expect(
      shown("water a --with --quiet") == """
        Lỗi: thiếu giá trị của tùy chọn “--with TOOL”. Nếu giá trị bắt đầu bằng dấu gạch nối thì viết “--with=--quiet”.
        Cách dùng: vuon water BED [PLANT...] [--with TOOL]... [--amount N] [--time WHEN]
                   [--shift N] [--diary FILE] [--quiet] [--a-rather-long-name FILE]
          Xem “vuon water --help” để biết thêm.

        """)
    #expect(
      shown("compare a b --lang en") == """
        Error: the option “--key FILE” is missing.
        Usage: vuon compare PLANT PLANT [PLANT] --key FILE
          See 'vuon compare --help' for more information.

        """)
  }

  @Test("A command's own error reads like the others")
  func ownError() {
    let error = UsageError(
      Phrase(vi: "phải chọn một luống", en: "one bed must be chosen"),
      suggestion: Phrase(vi: "Ghi --bed", en: "Give --bed"),
      command: "rest")
    #expect(
      program.text(of: error, in: .english) == """
        Error: one bed must be chosen. Give --bed.
        Usage: vuon rest
          See 'vuon rest --help' for more information.

        """)
  }
}
