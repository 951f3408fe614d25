import JSONLogic

/// A JSON text given on the command line: as it is, as `@FILE`, or as `-` for standard input.
struct JSONArgument {
  let value: JSON

  init(_ argument: String, name: String) throws(CommandFailure) {
    let bytes = try ArgumentBytes.read(argument)
    do {
      value = try JSON(parsing: bytes)
    } catch {
      throw CommandFailure(code: "json", message: "\(name): \(error)")
    }
  }
}
