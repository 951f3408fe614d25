import ArgumentParser
import FoundationEssentials
import RapportStore

struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Open the interface on a made-up company.",
    discussion: """
      The store lies in a temporary folder and goes with the program; --store DIR keeps it, and \
      opens it again the next time.
      """
  )

  @OptionGroup var demo: DemoOptions
  @OptionGroup var interface: InterfaceOptions
  @OptionGroup var store: StoreOptions

  func run() throws {
    if let path = store.store { return try open(path) }
    let folder = FileManager.default.temporaryDirectory.appending(path: "rapport-\(UUID())")
    // A folder that cannot be removed is left to the system, which empties this place.
    defer { try? FileManager.default.removeItem(at: folder) }
    try open(folder.path)
  }

  private func open(_ path: String) throws {
    let location = StoreLocation(path)
    if try FileStatus(at: location.settings) == nil {
      if demo.customers > 20_000 { Printer.message("making \(demo.customers) customers ...") }
      try demo.store.write(to: StoreInit(location))
    }
    var options = store
    options.store = path
    // A newcomer is nobody's colleague yet.
    if options.agent == nil { options.agent = "mk" }
    try InterfaceLauncher(
      store: try OpenStore(options, longestTail: JSONDirectory.longTail),
      options: interface
    ).run()
  }
}
