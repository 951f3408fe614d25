import Glibc
import JSONLogic
import Terminal

/// Where results go: standard output for answers, standard error for messages.
struct Printer {
  let format: OutputFormat
  /// Customer text must not be able to move the cursor or set the clipboard of whoever reads it.
  private let toTerminal: Bool

  init(_ format: OutputFormat) {
    self.format = format
    toTerminal = isatty(STDOUT_FILENO) == 1
  }

  /// One line for people, whatever customers and colleagues typed; in a pipe too, where each line is read
  /// as one.
  func line(_ text: String = "") { print(Text.lineSafe(text)) }

  /// Text of several lines.
  func paragraph(_ text: String) {
    for part in text.split(separator: "\n", omittingEmptySubsequences: false) {
      print(toTerminal ? Text.lineSafe(String(part)) : String(part))
    }
  }

  /// Rows with their columns aligned by display width; the last column is never padded.
  func table(_ rows: [[String]]) {
    let safe = rows.map { $0.map(Text.lineSafe) }
    let count = safe.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      safe.map { column < $0.count - 1 ? Text.columns(of: $0[column]) : 0 }.max() ?? 0
    }
    for row in safe {
      let cells = row.enumerated().map { column, cell in
        guard column < row.count - 1 else { return cell }
        return cell + String(repeating: " ", count: widths[column] - Text.columns(of: cell))
      }
      print(cells.joined(separator: "  "))
    }
  }

  /// One document, or one line for each element of an array under jsonl.
  func json(_ value: JSON) {
    if format == .jsonl {
      for element in value.arrayValue ?? [value] { print(element.compact(escaping: .terminal)) }
    } else {
      print(value.canonical(escaping: .terminal), terminator: "")
    }
  }

  /// Writes a message, which is no result, to standard error; it may have several lines.
  static func message(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { Text.lineSafe(String($0)) }
    var bytes = Array((lines.joined(separator: "\n") + "\n").utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
      guard written > 0 else { return }
      bytes = bytes.dropFirst(written)
    }
  }
}
