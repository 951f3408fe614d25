import FoundationEssentials

/// What an argument stands for: the text as it is, `@FILE`, or `-` for standard input.
enum ArgumentBytes {
  static func read(_ argument: String) throws(CommandFailure) -> Data {
    if argument == "-" { return StandardInput.all }
    guard argument.hasPrefix("@") else { return Data(argument.utf8) }
    let path = String(argument.dropFirst())
    do {
      return try Data(contentsOf: URL(filePath: path))
    } catch {
      throw CommandFailure(code: "file", message: "\(path): cannot be read")
    }
  }
}
