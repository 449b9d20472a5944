import CommandLineKit
import Elections
import Faults
import SampleBallots

extension SampleCommand {
  static let declaration = Command(
    name: "sample",
    summary: Phrase(
      vi: "Tạo phiếu giả để thử, cỡ nào cũng được, cùng số hạt giống thì máy nào cũng như nhau.",
      en: "Makes synthetic ballots of any size, seeded, the same on every machine."),
    discussion: Phrase(
      vi:
        "Ghi ballots.csv (hoặc ballots.kpb), election.json và planted.json vào một thư mục, hoặc chỉ tệp phiếu ra đầu ra chuẩn. Hình thức phiếu theo số người và số được bầu. Với --like, ghi tệp phiếu và các số thật của từng cuộc bầu, tên theo mã cuộc bầu. In các số thật đã cài vào phiếu để đối chiếu với kết quả kiểm.\nMọi tỷ lệ tính trên một triệu phiếu.",
      en:
        "Writes ballots.csv (or ballots.kpb), election.json and planted.json into a folder, or the ballot file alone to standard output. The form follows from candidates and seats. With --like, writes the ballots and true counts of each contest, named by its id. Prints the true counts that were planted, to be compared with what counting gives.\nAll rates are per million ballots."
    ),
    options: [
      Option(
        "ballots", .integer("N", 0...ElectionLimits.count),
        help: Phrase(
          vi: "Số dòng của tệp phiếu; với --like thì mặc định là số phiếu thu về.",
          en: "Rows of the ballot file; with --like, the ballots returned unless given.")),
      Option(
        "candidates", .integer("N", 1...ElectionLimits.candidates),
        help: Phrase(vi: "Số người trong danh sách.", en: "Names on the ballot.")),
      Option(
        "seats", .integer("N", 1...ElectionLimits.candidates),
        help: Phrase(vi: "Số lượng được bầu.", en: "How many are to be elected.")),
      Option(
        "like", .text("ELECTION"),
        help: Phrase(
          vi: "Lấy số người và số được bầu của các cuộc bầu trong tệp bầu cử này.",
          en: "Take the names and seats of the contests of this election file.")),
      Option(
        "contest", .text("ID"),
        help: Phrase(
          vi: "Chỉ cuộc bầu này của --like; có thể ghi nhiều lần.",
          en: "Only this contest of --like; may be repeated."),
        isRepeatable: true),
      Option(
        "format", .choice("FORMAT", SampleFormat.allCases.map(\.rawValue)),
        help: Phrase(
          vi: "Bảng ô 0/1, danh sách số, hoặc tệp nén.",
          en: "A matrix of cells, lists of numbers, or a packed file."),
        defaultValue: SampleFormat.matrix.rawValue),
      Option(
        "seed", .integer("N", 0...largestSeed),
        help: Phrase(
          vi: "Cùng hạt giống và cùng tùy chọn thì cùng từng byte.",
          en: "The same seed and options give the same bytes."),
        defaultValue: "1"),
      Option(
        "serials", help: Phrase(vi: "Đánh số phiếu từ 1.", en: "Give each row a serial number, from 1.")),
      rate(
        "undervotes", vi: "Phiếu bầu thiếu; phiếu tròn: có dòng bỏ trống.",
        en: "Fewer votes than seats; agree/disagree: a line unmarked."),
      rate(
        "overvotes", vi: "Phiếu bầu quá; phiếu tròn: có dòng đánh cả hai ô.",
        en: "More votes than seats; agree/disagree: a line marked twice."),
      rate(
        "blank", vi: "Phiếu không bầu cho ai; phiếu tròn: không đánh dấu nào.",
        en: "Votes for nobody; agree/disagree: no mark at all."),
      rate(
        "declared", vi: "Phiếu ban kiểm phiếu tuyên không hợp lệ.",
        en: "Declared invalid by the counting board."),
      rate(
        "malformed", vi: "Dòng sai, không đọc thành phiếu được.", en: "Rows that cannot be read as a ballot."),
      Option(
        "skew", .integer("N", 0...1000),
        help: Phrase(
          vi: "Phiếu của các tên: 0 gần bằng nhau, 1000 chênh nhất; mặc định 500.",
          en: "Votes of the names: 0 nearly equal, 1000 steepest; 500 unless given.")),
      Option(
        "tie",
        help: Phrase(
          vi: "Cài hai người bằng phiếu ở cuối danh sách trúng cử.",
          en: "Plant an exact tie at the last seat.")),
      Option(
        "out", .text("DIR"),
        help: Phrase(
          vi: "Ghi các tệp vào thư mục này; - là như --stdout.",
          en: "Write the files into this folder; - is as --stdout.")),
      Option(
        "stdout",
        help: Phrase(
          vi: "Chỉ ghi tệp phiếu, ra đầu ra chuẩn; các số thật ra đầu ra lỗi.",
          en: "Write the ballot file alone, to standard output; the true counts go to standard error.")),
      Option(
        "json",
        help: Phrase(
          vi: "In các số thật dạng JSON thay cho bảng.",
          en: "Print the true counts as JSON instead of a table.")),
      Option(
        "jobs", .integer("N", 1...1024),
        help: Phrase(
          vi: "Số nhân xử lý dùng cùng lúc; kết quả không phụ thuộc vào số này.",
          en: "How many cores to use; the result does not depend on it.")),
    ])

  /// The largest number that every reader of JSON keeps exactly.
  private static let largestSeed = 9_007_199_254_740_991

  private static func rate(_ name: String, vi: String, en: String) -> Option {
    Option(
      name, .integer("PPM", 0...SampleRates.whole), help: Phrase(vi: vi, en: en), defaultValue: "0")
  }
}
