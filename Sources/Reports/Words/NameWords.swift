public import Elections
public import Faults
public import Outcomes
public import Rulebooks

extension Office {
  /// What the office is called.
  public var words: Phrase {
    switch self {
    case .committee: Phrase(vi: "ban chấp hành (cấp ủy, chi ủy)", en: "committee")
    case .standingCommittee: Phrase(vi: "ban thường vụ", en: "standing committee")
    case .secretary: Phrase(vi: "bí thư", en: "secretary")
    case .deputySecretary: Phrase(vi: "phó bí thư", en: "deputy secretary")
    case .inspectionCommittee: Phrase(vi: "ủy ban kiểm tra", en: "inspection committee")
    case .inspectionChair: Phrase(vi: "chủ nhiệm ủy ban kiểm tra", en: "chair of the inspection committee")
    case .inspectionDeputyChair:
      Phrase(vi: "phó chủ nhiệm ủy ban kiểm tra", en: "deputy chair of the inspection committee")
    case .delegates: Phrase(vi: "đại biểu dự đại hội cấp trên", en: "delegates to the higher congress")
    case .alternateDelegates: Phrase(vi: "đại biểu dự khuyết", en: "alternate delegates")
    }
  }
}

extension ElectingBody {
  /// What the body is called.
  public var words: Phrase {
    switch self {
    case .memberCongress: Phrase(vi: "đại hội đảng viên", en: "congress of all members")
    case .delegateCongress: Phrase(vi: "đại hội đại biểu", en: "congress of delegates")
    case .committee: Phrase(vi: "hội nghị cấp ủy", en: "committee meeting")
    case .inspectionCommittee: Phrase(vi: "hội nghị ủy ban kiểm tra", en: "inspection committee meeting")
    }
  }
}

extension ElectingBody {
  /// What those who vote are called together, where something is for them to decide.
  var electors: Phrase {
    isCongress ? Phrase(vi: "đại hội", en: "congress") : Phrase(vi: "hội nghị", en: "meeting")
  }
}

extension DeductionGround {
  /// Who is taken off, in the terms of the regulation (R-BASE; 244-QĐ/TW Đ32, 190-QĐ/TW Đ30).
  public var words: Phrase {
    switch self {
    case .transferredAbsent:
      Phrase(
        vi: "đảng viên chính thức chuyển sinh hoạt đảng tạm thời, vắng mặt",
        en: "official members temporarily transferred, absent")
    case .exemptAbsent:
      Phrase(
        vi: "đảng viên chính thức được miễn công tác và sinh hoạt đảng, vắng mặt",
        en: "official members exempted from Party work and activities, absent")
    case .suspended:
      Phrase(vi: "người bị đình chỉ sinh hoạt đảng", en: "those suspended from Party activities")
    case .prosecuted:
      Phrase(vi: "người bị khởi tố, truy tố, tạm giam", en: "those prosecuted, indicted or detained")
    case .excusedAbsent:
      Phrase(
        vi:
          "đảng viên chính thức vắng mặt suốt thời gian đại hội, có lý do được cấp ủy triệu tập đại hội chấp nhận",
        en:
          "official members absent throughout the congress, for a reason that the convening committee accepted"
      )
    case .committeeMemberAbsent:
      Phrase(
        vi: "cấp ủy viên của cấp ủy triệu tập đại hội, vắng mặt suốt thời gian đại hội",
        en: "members of the convening committee absent throughout the congress")
    case .delegateAbsentNoAlternate:
      Phrase(
        vi: "đại biểu chính thức vắng mặt suốt thời gian đại hội, không có đại biểu dự khuyết thay thế",
        en: "official delegates absent throughout the congress, with no alternate in their place")
    }
  }
}

extension BallotForm {
  /// What the form is called.
  public var words: Phrase {
    switch self {
    case .strikeOut: Phrase(vi: "phiếu gạch tên (có số dư)", en: "strike-out ballot (more names than seats)")
    case .agreeDisagree:
      Phrase(vi: "phiếu đồng ý/không đồng ý (không số dư)", en: "agree/disagree ballot (names = seats)")
    }
  }
}

extension InvalidityGround {
  /// The ground in a few words.
  public var words: Phrase {
    switch self {
    case .notIssued: Phrase(vi: "không do ban kiểm phiếu phát ra", en: "not issued by the board")
    case .tooMany: Phrase(vi: "bầu quá số lượng", en: "more votes than seats")
    case .nobody: Phrase(vi: "không bầu cho ai", en: "votes for nobody")
    case .bothMarked: Phrase(vi: "đánh dấu cả hai ô", en: "both boxes marked")
    case .blank: Phrase(vi: "không đánh dấu ô nào", en: "no box marked")
    case .outsider: Phrase(vi: "ghi tên người ngoài danh sách", en: "a name outside the list")
    case .marked: Phrase(vi: "có đánh dấu riêng, nhiều loại mực", en: "a private mark, several inks")
    case .signed: Phrase(vi: "ký tên hoặc viết thêm", en: "signed, or with added writing")
    case .other: Phrase(vi: "lý do khác", en: "another ground")
    }
  }

  /// The short code of rules §4, `I1` to `I8`; none for ``other``.
  public var shortCode: String? {
    self == .other ? nil : "I" + String(index + 1)
  }
}

extension ContestStatus {
  /// The status in a few words.
  public var words: Phrase {
    switch self {
    case .filled: Phrase(vi: "bầu đủ số lượng", en: "all seats filled")
    case .short: Phrase(vi: "bầu thiếu", en: "short")
    case .tied: Phrase(vi: "bằng phiếu ở cuối danh sách trúng cử", en: "tied at the last seat")
    case .void: Phrase(vi: "cuộc bỏ phiếu vô hiệu", en: "the vote is void")
    case .incomplete: Phrase(vi: "số liệu phiếu chưa khớp", en: "the papers do not add up")
    }
  }
}

extension RoundKind {
  /// What the round is called.
  public var words: Phrase {
    switch self {
    case .continuation: Phrase(vi: "bầu tiếp", en: "continuation")
    case .tieBreak: Phrase(vi: "bầu lại trong số người bằng phiếu", en: "re-vote among the tied")
    }
  }
}

extension Attestation {
  /// How well a rule is attested, in a few words.
  public var words: Phrase {
    switch self {
    case .text: Phrase(vi: "theo nguyên văn", en: "text")
    case .practice: Phrase(vi: "theo thông lệ", en: "practice")
    case .reading: Phrase(vi: "suy từ nguyên văn", en: "reading")
    case .unverified: Phrase(vi: "chưa đối chiếu nguyên văn", en: "unverified")
    }
  }
}
