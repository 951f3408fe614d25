import ArgumentParser
import RapportTUI

struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "The keys of the interface, as the README prints them."
  )

  func run() { print(KeyTable.markdown, terminator: "") }
}
