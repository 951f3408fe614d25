import JSONLogic
import RapportStore
import TestSupport

/// What the system tells of a running program.
struct ProcessFigures {
  let process: Int32

  private var threads: [String] { (try? Folder.names(in: "/proc/\(process)/task")) ?? [] }

  /// Whether no thread computes, waits for a core or for a disk.
  var isAsleep: Bool {
    threads.allSatisfy { thread in
      guard let status = TextFile.text("/proc/\(process)/task/\(thread)/stat"),
        let end = status.lastIndex(of: ")")
      else { return true }
      return status[end...].hasPrefix(") S")
    }
  }

  /// How often each thread has gone to sleep by itself.
  var sleeps: [String: Int] {
    var result: [String: Int] = [:]
    for thread in threads {
      let path = "/proc/\(process)/task/\(thread)/status"
      result[thread] = Self.number(after: "voluntary_ctxt_switches:", in: path)
    }
    return result
  }

  /// In megabytes of 1,000,000 bytes.
  var memory: JSON {
    let path = "/proc/\(process)/smaps_rollup"
    func megabytes(_ name: String) -> JSON {
      Self.number(after: name, in: path).map { JSON(Double($0 * 1_024 / 100_000) / 10) } ?? .null
    }
    return [
      "residentMegabytes": megabytes("Rss:"), "anonymousMegabytes": megabytes("Anonymous:"),
    ]
  }

  private static func number(after name: String, in path: String) -> Int? {
    let line = TextFile.text(path)?.split(separator: "\n").first { $0.hasPrefix(name) }
    return line?.dropFirst(name.count).split(whereSeparator: { !$0.isNumber }).first
      .flatMap { Int($0) }
  }
}
