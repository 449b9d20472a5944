import Documents

let digestA = String(repeating: "a", count: 64)
let digestB = String(repeating: "0123456789abcdef", count: 4)

/// An election file with every key that there is (formats §1).
let electionFile = """
  {
    "format": "kiemphieu-election",
    "version": 1,
    "organization": "Đảng bộ Văn phòng UBND tỉnh",
    "superior": "Đảng bộ Khối",
    "congress": "Đại hội Đảng bộ",
    "term": "2020-2025",
    "date": "2020-06-18",
    "place": "Gia Nghĩa",
    "regulation": "auto",
    "plan": "plan.json",
    "countingBoard": [{"name": "Lê Thị Hoa", "role": "head"}, {"name": "Vũ Văn Nam", "role": "member"}],
    "after": [{"result": "truoc/result.json", "sha256": "\(digestA)"}],
    "roster": {"file": "signers", "sha256": "\(digestB)", "quorum": {"head": 1, "member": 2}},
    "contests": [
      {
        "id": "ban-chap-hanh",
        "office": "committee",
        "title": "Bầu Ban Chấp hành",
        "electorate": {
          "body": "memberCongress",
          "convened": 120,
          "present": 113,
          "deductions": [{"ground": "exemptAbsent", "count": 2}, {"ground": "suspended", "count": 3, "note": "có đơn"}]
        },
        "seats": 2,
        "form": "strikeOut",
        "round": 1,
        "candidates": [
          {"number": 1, "name": "Lê An", "birthDate": "1970-05", "gender": "male", "incumbent": true},
          {"number": 2, "name": "Vũ Bình", "person": "binh", "ethnicity": "Kinh", "unit": "Chi bộ I", "leadership": false, "note": "ghi"},
          {"number": 3, "name": "Tô Cường"}
        ],
        "ballots": {"issued": 113, "returned": 112, "files": ["to-1.csv", "to-2.csv"]}
      },
      {
        "id": "bau-them",
        "office": "delegates",
        "title": "Bầu thêm",
        "electorate": {"body": "delegateCongress", "convened": 99, "present": 98},
        "seats": 1,
        "round": 2,
        "kind": "continuation",
        "follows": "dai-bieu",
        "candidates": [{"number": 1, "name": "Hà Dung"}],
        "ballots": {"issued": 98, "returned": 97, "files": ["sau/phieu.csv"]}
      }
    ]
  }
  """

/// The election file after some replacements, which must be as it should be.
func election(_ replacements: (String, String)...) throws -> ElectionDocument {
  try ElectionDocument.read(Edit(replacements).apply(to: electionFile), file: "election.json").get()
}
