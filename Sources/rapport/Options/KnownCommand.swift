import ArgumentParser
import RapportCore

/// Whether arguments name a command that there is.
///
/// Without this check the group takes what it does not know for an argument of its own, and complains of the
/// first option behind it.
struct KnownCommand {
  let groups: [any ParsableCommand.Type]

  /// Throws what is not known, with the nearest that is.
  func check(_ arguments: [String]) throws {
    guard let name = arguments.first,
      let group = groups.first(where: { $0._commandName == name }),
      group.configuration.defaultSubcommand == nil,
      let wanted = arguments.dropFirst().first, !wanted.hasPrefix("-")
    else { return }
    let known = group.configuration.subcommands.map { $0._commandName }
    guard !known.isEmpty, !known.contains(wanted) else { return }
    let question = SpellingSuggestion.question(wanted, among: known)
    let remedy = question ?? "there are \(known.joined(separator: ", "))"
    throw ValidationError("there is no \"\(name) \(wanted)\"; \(remedy)")
  }
}
