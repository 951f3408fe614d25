import Foundation
import Terminal
import Testing

/// A frame as text that is kept beside the tests: what it says, and the role of every cell.
enum GoldenScreen {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Golden")

  static func text(of frame: Frame) -> String {
    var names: [String] = []
    let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    func letter(_ cell: Cell) -> Character {
      let role = cell.overlay == .text ? cell.role.name : "\(cell.role)/\(cell.overlay)"
      guard role != "text" else { return "." }
      if let index = names.firstIndex(of: role) { return letters[index % letters.count] }
      names.append(role)
      return letters[(names.count - 1) % letters.count]
    }
    let roles = (0..<frame.canvas.size.rows).map { y in
      String(frame.canvas.row(y).map(letter))
    }
    let cursor = frame.cursor.map { "\($0.x),\($0.y)" } ?? "none"
    let legend = names.enumerated().map { "\(letters[$0 % letters.count]) \($1)" }
    return frame.canvas.textRows.joined(separator: "\n")
      + "\n\n-- roles --\n" + roles.joined(separator: "\n")
      + "\n\n" + legend.joined(separator: "\n") + "\ncursor \(cursor)\ntitle \(frame.title)\n"
  }

  /// Compares a frame with its file; RAPPORT_UPDATE_GOLDEN=1 writes the file instead.
  static func check(
    _ frame: Frame,
    _ name: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appending(path: "\(name)@\(frame.canvas.size).txt")
    let new = text(of: frame)
    if ProcessInfo.processInfo.environment["RAPPORT_UPDATE_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try new.write(to: file, atomically: true, encoding: .utf8)
      return
    }
    guard let old = try? String(contentsOf: file, encoding: .utf8) else {
      Issue.record(
        "no golden screen \(file.lastPathComponent); RAPPORT_UPDATE_GOLDEN=1 writes it",
        sourceLocation: sourceLocation
      )
      return
    }
    guard old != new else { return }
    let before = old.split(separator: "\n", omittingEmptySubsequences: false)
    let after = new.split(separator: "\n", omittingEmptySubsequences: false)
    var changes: [String] = []
    for index in 0..<max(before.count, after.count) {
      let was = index < before.count ? before[index] : ""
      let now = index < after.count ? after[index] : ""
      if was != now { changes += ["- \(was)", "+ \(now)"] }
    }
    Issue.record(
      "\(file.lastPathComponent) differs:\n\(changes.prefix(40).joined(separator: "\n"))",
      sourceLocation: sourceLocation
    )
  }
}
