import ArgumentParser
import JSONLogic
import RapportStore

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "The JSON Schema (2020-12) of a kind of file or record.",
    discussion: "Without KIND it lists the kinds."
  )

  @Argument(help: "Such as segment, tone, customer.") var kind: String?

  func run() throws {
    guard let kind else {
      for name in Schemas.kinds { print(name) }
      return
    }
    guard let schema = Schemas.named(kind) else {
      throw CommandFailure(
        code: "no-schema",
        message:
          "no schema is called \"\(kind)\"; there are \(Schemas.kinds.joined(separator: ", "))"
      )
    }
    print(schema, terminator: "")
  }
}
