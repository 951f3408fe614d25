import Glibc
import JSONLogic

/// Tells whether the process that wrote something still runs.
///
/// The start time (field 22 of proc(5)'s `stat`) keeps a later process of the same number apart.
struct ProcessMark: Hashable, Sendable {
  var id: Int32
  var start: String

  static let own = ProcessMark(running: getpid()) ?? ProcessMark(id: getpid(), start: "")

  var isRunning: Bool { !start.isEmpty && Self.startTime(of: id) == start }

  static func startTime(of id: Int32) -> String? {
    guard let file = try? OpenFile("/proc/\(id)/stat", for: .reading),
      let bytes = try? file.read(0..<4096)
    else { return nil }
    // The name, in parentheses, may itself contain anything.
    let text = String(decoding: bytes, as: UTF8.self)
    guard let close = text.lastIndex(of: ")") else { return nil }
    let fields = text[close...].split(separator: " ")
    return fields.count > 20 ? String(fields[20]) : nil
  }
}

extension ProcessMark {
  /// Nil where no such process runs.
  init?(running id: Int32) {
    guard let start = Self.startTime(of: id) else { return nil }
    self.init(id: id, start: start)
  }

  init?(_ json: JSON?) {
    guard let id = json?["id"]?.intValue.flatMap(Int32.init(exactly:)),
      let start = json?["start"]?.stringValue
    else { return nil }
    self.init(id: id, start: start)
  }

  var json: JSON { ["id": .number(JSONNumber(Int(id))), "start": .string(start)] }
}
