import FoundationEssentials
import JSONLogic

/// A JSON text given on the command line: as it is, as `@FILE`, or as `-` for standard input.
struct JSONArgument {
  let value: JSON

  init(_ argument: String, name: String) throws(CommandFailure) {
    let bytes: Data
    if argument == "-" {
      bytes = StandardInput.all
    } else if argument.hasPrefix("@") {
      let path = String(argument.dropFirst())
      do {
        bytes = try Data(contentsOf: URL(filePath: path))
      } catch {
        throw CommandFailure(code: "file", message: "\(path): cannot be read")
      }
    } else {
      bytes = Data(argument.utf8)
    }
    do {
      value = try JSON(parsing: bytes)
    } catch {
      throw CommandFailure(code: "json", message: "\(name): \(error)")
    }
  }
}
