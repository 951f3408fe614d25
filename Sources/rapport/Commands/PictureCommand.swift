import ArgumentParser
import RapportStore
import RapportTUI
import Terminal
import Themes

struct PictureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "picture",
    abstract: "A picture of the interface after some keys, as SVG.",
    discussion: """
      For documentation and reports of problems. A STEP is a key such as Enter, F3 or Ctrl-P, or \
      type:TEXT. Nothing is written to the store but what the keys themselves do.
      """
  )

  @Argument(help: "Where the picture goes.") var file: String
  @Argument(help: "The keys, in order.") var steps: [String] = []
  @Option(help: "Columns and rows.") var size = "100x30"
  @OptionGroup var interface: InterfaceOptions
  @OptionGroup var store: StoreOptions

  func run() throws {
    let terminal = PictureTerminal(size: try Self.size(size), keys: try steps.flatMap(Self.keys))
    let launcher = InterfaceLauncher(store: try OpenStore(store), options: interface)
    let theme = try launcher.theme()
    var interface = launcher.interface(theme)
    _ = interface.run(on: terminal)
    guard let frame = terminal.frame else { return }
    let picture = SVGPicture(
      frame: frame,
      theme: theme.theme.resolved(depth: .trueColor),
      palette: theme.theme.appearance == .light ? .onWhite : .onBlack
    )
    try AtomicReplace.write(Array(picture.document.utf8), to: file)
  }

  private static func size(_ text: String) throws -> Size {
    let numbers = text.split(separator: "x").compactMap { Int($0) }
    guard numbers.count == 2, numbers.allSatisfy({ 1...500 ~= $0 }) else {
      throw ValidationError("--size wants COLUMNSxROWS, such as 100x30, not \"\(text)\"")
    }
    return Size(columns: numbers[0], rows: numbers[1])
  }

  private static func keys(_ step: String) throws -> [Key] {
    if step.hasPrefix("type:") { return step.dropFirst(5).map { Key.character($0) } }
    guard let chord = KeyChord(step) else {
      throw ValidationError("\"\(step)\" is no key; write Enter, F3, Ctrl-P, or type:TEXT")
    }
    return [chord.key]
  }
}
