import JSONLogic
import RapportCore

/// What a change of segments would do or did, as text and as JSON.
struct RefiningReport {
  var title: String
  var lines: [RefiningLine]
  var problems: [Problem]
  /// Customers whom it would take otherwise than somebody pinned them.
  var pins: [BrokenPin] = []
  /// What is wrong with its segments as they are, and stays so.
  var before = WrongBefore()
  /// What a command tells besides.
  var details: JSONObject = [:]

  /// Prints it before the change is made, or instead of it.
  func show(_ printer: Printer) {
    guard printer.format == .text else { return }
    printer.line(title)
    for line in lines + RefiningLine.problems(problems) + RefiningLine.pins(pins) + before.lines {
      switch line.manner {
      case .heading:
        printer.line()
        printer.line("\(line.label)\(line.text.isEmpty ? "" : ": \(line.text)")")
      case .plain, .warning, .choice:
        let label = line.label + String(repeating: " ", count: max(1, 14 - line.label.count))
        printer.line("  \(label)\(line.text)")
      }
    }
  }

  /// Makes the change where it is wanted, and tells what became of it.
  ///
  /// Ends with 1 where a change that was only looked at may not be made.
  func finish(
    _ change: DefinitionChange,
    in opened: OpenStore,
    _ options: ChangeOptions,
    _ printer: Printer
  ) throws {
    let breaksPins = !pins.isEmpty && !options.breakPins
    let isRefused = breaksPins || problems.contains { $0.severity == .error }
    guard !options.dryRun else {
      if printer.format == .text {
        printer.line()
        printer.line(isRefused ? "This could not be saved." : "Nothing was written.")
      } else {
        printer.json(json(nil))
      }
      if isRefused { throw ExitStatus.no }
      return
    }
    var change = change
    if options.breakPins { change.breaking = .all }
    let saved = try opened.save(change, problems, breaking: breaksPins ? pins : [])
    guard printer.format == .text else { return printer.json(json(saved)) }
    printer.line()
    guard !saved.edits.isEmpty else {
      return printer.line("Nothing to save: it is like that already.")
    }
    let names = saved.edits.map { edit in
      let version = edit.revision.map { " version \($0)" } ?? ""
      return "\(edit.reference)\(edit.after == nil ? " taken out" : version)"
    }
    printer.line("Saved: \(names.joined(separator: ", "))")
    printer.line(Self.way(back: saved, opened.undoName(of: saved)))
  }

  /// The command that makes it as it was before; `undo` again would take back the change before that.
  private static func way(back saved: DefinitionChange, _ name: String) -> String {
    let edit = saved.edits.first { $0.reference.id == name }
    guard saved.undoes != nil, edit?.before != nil, let revision = edit?.revision else {
      return "To take it back: rapport segment undo \(name) --reason TEXT"
    }
    return "To have it again: rapport segment revert \(name) --to \(revision - 1) --reason TEXT"
  }

  private func json(_ saved: DefinitionChange?) -> JSON {
    var json = details
    json["problems"] = .array(problems.map(\.json))
    json["pins"] = .array(pins.map(\.json))
    json["wrongBefore"] = before.json
    json["change"] = saved.map { .string($0.id.rawValue) } ?? .null
    json["saved"] = .bool(saved.map { !$0.edits.isEmpty } ?? false)
    json["written"] = .array(
      (saved?.edits ?? []).map { edit in
        [
          "kind": .string(edit.reference.kind.rawValue), "id": .string(edit.reference.id),
          "revision": edit.revision.map { JSON($0) } ?? .null,
        ]
      }
    )
    return .object(json)
  }
}

extension OpenStore {
  /// The segment by which a change is found again.
  fileprivate func undoName(of change: DefinitionChange) -> String {
    change.edits.first { $0.reference.kind == .segment && $0.before != nil }?.reference.id
      ?? change.edits.first?.reference.id ?? ""
  }
}
