import Faults
import Typesetting

extension Sheet {
  /// A sheet with every kind of block, and names that mean harm.
  static func sample(
    _ language: Language = .vietnamese, landscape: Bool = false, warnings: [String] = ["KIỂM THỬ"]
  ) -> Sheet {
    var table = Table([
      Table.Column("Số", width: 8, .center), Table.Column("Họ và tên", width: 60),
      Table.Column("Phiếu", width: 13, .right),
    ])
    table.append(Table.Row(["1", "Nguyễn <script>alert(1)</script> & Ân", "110"], bold: true))
    table.append(Table.Row(["2", "\"Trần\" ]]> 'Bình'\u{202E}", "9"]))
    table.append(Table.Row(["", "", ""]))
    var small = Table([Table.Column("Nhỏ", width: 1)], isSmall: true)
    small.append(Table.Row(["nhỏ"]))
    return Sheet(
      title: "Biên bản <1>", language: language, isLandscape: landscape, warnings: warnings,
      footer: ["Mã [2cb3]", "Chân & trang"],
      blocks: [
        .letterhead(left: [Paragraph("ĐẢNG BỘ"), Paragraph("X", bold: true)], right: []),
        .title("BIÊN BẢN", ["Bầu <Ban>"]), .heading("1. Mục"),
        .paragraph(Paragraph(label: "Phát ra:", "113")),
        .paragraph(Paragraph([Paragraph.Run("nghiêng", italic: true)], .note).keepingNext()),
        .table(table), .table(table), .table(small), .pageBreak, .frame([Paragraph("Nhãn", .centered)]),
        .frame([]),
        .signatures([
          SignatureSpace(["T/M", "TRƯỞNG BAN"], instruction: "(Ký)", name: "Lê Thị Hoa"),
          SignatureSpace(["BÊN NHẬN"], instruction: "(Ký)"),
        ]),
        .signatures([]),
      ] + Paragraph.Placement.allCases.map { .paragraph(Paragraph("chữ", $0)) })
  }
}
