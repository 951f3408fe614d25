import Glibc
import RapportCore
import RapportStore
import RapportTUI
import Terminal

/// Edits documents with what `$VISUAL` or `$EDITOR` names.
struct AgentEditor: DocumentEditor {
  let location: StoreLocation
  let agent: Agent.ID
  let environment: [String: String]

  func edit(
    _ document: String,
    named name: String,
    run: ([String]) -> ProgramOutcome
  ) -> EditedDocument {
    guard let (variable, line) = command else {
      return .nothing(
        why: "No editor is set: set EDITOR, as in export EDITOR=nano, and start rapport again"
      )
    }
    guard let words = CommandWords.split(line), let program = words.first else {
      return .nothing(why: "\(variable) has a quote that is not closed: \(Text.lineSafe(line))")
    }
    do {
      let file = try EditedFile(
        document,
        named: name,
        of: agent,
        in: location,
        else: environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
      )
      defer { file.remove() }
      switch run(words + [file.path]) {
      case .exited(0):
        guard let text = try file.read() else {
          return .nothing(
            why: "What the editor left in \(name) is not UTF-8, so nothing is changed"
          )
        }
        return .text(text)
      case .exited(let status):
        return .nothing(why: "\(program) ended with \(status), so nothing is changed")
      case .killed(let signal):
        return .nothing(why: "\(program) was ended by signal \(signal), so nothing is changed")
      case .notStarted(let reason):
        return .nothing(why: "\(variable) names \(program), which cannot be started: \(reason)")
      }
    } catch {
      return .nothing(why: "The document cannot be edited: \(error)")
    }
  }

  private var command: (variable: String, line: String)? {
    for variable in ["VISUAL", "EDITOR"] {
      guard let line = environment[variable], line.contains(where: { !$0.isWhitespace }) else {
        continue
      }
      return (variable, line)
    }
    return nil
  }
}
