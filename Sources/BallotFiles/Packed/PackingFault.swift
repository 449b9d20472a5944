import Faults

/// Why a file that can be read is not packed.
enum PackingFault: FaultKind {
  /// A packed file has no place for the word that says so, and it may not be lost.
  case rehearsal

  var code: FaultCode { .rehearsalNotPacked }

  var problem: Phrase {
    Phrase(
      vi: "tệp phiếu kiểm thử: tệp nén không ghi được điều đó",
      en: "ballots of a rehearsal: a packed file cannot say so")
  }

  var advice: Phrase {
    Phrase(vi: "kiểm thẳng từ tệp này", en: "count from this file itself")
  }
}
