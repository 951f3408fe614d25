import ArgumentParser
import JSONLogic
import Terminal
import Themes

struct ThemeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "theme",
    abstract: "List, check and show themes.",
    subcommands: [List.self, Check.self, Show.self]
  )

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "The themes there are.")

    @OptionGroup var output: OutputOptions

    func run() {
      let library = ThemeLibrary.ofUser
      let themes = library.names.compactMap { library.theme(named: $0) }
      let printer = Printer(output.format)
      guard output.format == .text else {
        printer.json(.array(themes.map(\.json)))
        return
      }
      printer.table(
        themes.map { loaded in
          [loaded.theme.name, "for \(loaded.theme.appearance.words)", loaded.path ?? "built in"]
        }
      )
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Every problem of a theme, or of all of them.",
      discussion: "Ends with 1 where there is a problem."
    )

    @Argument(help: "The theme; else all of them.") var name: String?
    @OptionGroup var output: OutputOptions

    func run() throws {
      let library = ThemeLibrary.ofUser
      let names = try name.map { [try library.existing($0).theme.name] } ?? library.names
      let warnings = names.compactMap { library.theme(named: $0) }.flatMap(\.warnings)
      let printer = Printer(output.format)
      if output.format == .text {
        for warning in warnings { printer.line(warning.description) }
        if warnings.isEmpty { printer.line("\(names.count) themes, no problem") }
      } else {
        printer.json(
          .array(
            warnings.map { warning in
              [
                "file": .string(warning.file), "pointer": .string(warning.place.description),
                "message": .string(warning.message),
              ]
            }
          )
        )
      }
      if !warnings.isEmpty { throw ExitStatus.no }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "How a theme styles every role."
    )

    @Argument(help: "The theme.") var name: String
    @OptionGroup var output: OutputOptions

    func run() throws {
      let loaded = try ThemeLibrary.ofUser.existing(name)
      let printer = Printer(output.format)
      if output.format == .text {
        printer.table(loaded.theme.resolved(depth: .trueColor).rows)
      } else {
        printer.json(loaded.json)
      }
    }
  }
}
