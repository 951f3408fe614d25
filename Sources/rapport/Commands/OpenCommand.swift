import ArgumentParser
import RapportStore

struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Open the interface (this is what rapport does without a command).",
    discussion:
      "With QUERY it opens at once at the customer on a single exact hit, else at the search."
  )

  @Argument(help: "What the caller gave.") var query: [String] = []
  @OptionGroup var interface: InterfaceOptions
  @OptionGroup var store: StoreOptions

  func run() throws {
    let opened = try OpenStore(store, longestTail: JSONDirectory.longTail)
    let query = query.isEmpty ? nil : query.joined(separator: " ")
    try InterfaceLauncher(store: opened, options: interface, query: query).run()
  }
}
