import CanonicalJSON
import Faults
import Machine

extension ResultVerification {
  /// Where the origin of an agreed list lies beside a ballot file (`reconcile`), the file must be the list of which it speaks: what the board
  /// decided is written there. Where there is none, nothing is said.
  mutating func checkOrigin(of name: String) {
    let origin = name + ".origin.json"
    let key = Check.Key(.origin, .file(origin))
    guard let file = beside(origin, key) else { return }
    guard let node = try? JSONParser.parse(file.bytes, file: origin, allowsByteOrderMark: false),
      case .object(let members)? = JSONValue(node),
      case .string("kiemphieu-reconciliation")? = members["format"],
      case .object(let list)? = members["list"], case .string(let stated)? = list["sha256"]
    else {
      return fail(
        key,
        Difference("không phải nguồn gốc mà reconcile ghi", "this is no origin as reconcile writes it"))
    }
    guard let ballots = present(name, key), ballots.digest.hex != stated else { return }
    let shown = visibleLine(name)
    fail(
      key,
      Difference(
        "\(shown) không còn là danh sách mà ban đã quyết định (SHA-256 khác)",
        "\(shown) is not the list that the board decided (another SHA-256)"))
  }
}
