import FoundationEssentials
import Glibc
import RapportCore
import RapportStore
import RapportTUI
import Terminal
import TerminalNcurses
import Themes

/// Opens the interface: on the terminal where there is one, else as lines.
struct InterfaceLauncher {
  let store: OpenStore
  let options: InterfaceOptions
  var query: String?

  func run() throws {
    if options.plain { return try runPlain() }
    let environment = ProcessInfo.processInfo.environment
    let theme = try theme()
    let terminal: NcursesTerminal
    do {
      terminal = try NcursesTerminal(
        TerminalOptions(depth: options.color.depth, logPath: Self.logPath(environment))
      )
    } catch {
      Printer.message("rapport: \(error)")
      return try runPlain()
    }
    defer { terminal.close() }
    var interface = interface(theme)
    guard interface.run(on: terminal) else {
      terminal.close()
      throw CommandFailure(code: "unsaved", message: "a change could not be written before the end")
    }
  }

  /// The theme that was asked for, else the environment's, else the terminal's own colours.
  func theme() throws(CommandFailure) -> LoadedTheme { try options.themeChoice.loaded }

  /// The interface on this store, before it has a terminal.
  func interface(_ theme: LoadedTheme) -> Interface {
    let library = options.themeChoice.library
    return Interface(
      ports: ports,
      knowledge: Knowledge(store.definitions),
      agent: store.agent,
      themes: library.names.compactMap { library.theme(named: $0)?.theme },
      theme: theme.theme.name,
      opening: Interface.Opening(query: query, channel: options.channel),
      seed: .random(in: 0 ... .max),
      clock: { .now }
    )
  }

  /// Whenever somebody saves a definition, changes a customer or writes to a journal; nil where the store cannot be watched,
  /// which leaves it to the palette's "Read the definitions again", and to whoever opens a view.
  private var changes:
    (
      definitions: AsyncStream<Void>, customers: AsyncStream<Void>, journal: AsyncStream<Void>
    )?
  {
    guard let watcher = try? StoreWatcher(store.location) else { return nil }
    let definitions = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let customers = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let journal = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let task = Task.detached {
      // Held here: the watcher ends when nobody holds it.
      for await change in watcher.changes {
        if change.contains(.definitions) { definitions.continuation.yield() }
        if change.contains(.customers) { customers.continuation.yield() }
        if change.contains(.journal) { journal.continuation.yield() }
      }
      definitions.continuation.finish()
      customers.continuation.finish()
      journal.continuation.finish()
    }
    definitions.continuation.onTermination = { _ in task.cancel() }
    customers.continuation.onTermination = { _ in task.cancel() }
    return (definitions.stream, customers.stream, journal.stream)
  }

  private var ports: Ports {
    let (store, changes) = (store, changes)
    let counts = SegmentCounts(store.location, store.definitions)
    return Ports(
      directory: store.directory,
      journal: store.journal,
      drafts: store.drafts,
      definitions: store.definitionAccess,
      editor: AgentEditor(
        location: store.location,
        agent: store.agent.id,
        environment: ProcessInfo.processInfo.environment
      ),
      knowledge: { Knowledge(try await store.definitionStore.load()) },
      statistics: counts,
      insight: counts,
      changes: { try await store.definitionStore.changes(of: $0, limit: .max) },
      review: JSONReviewSource(store.location, store.directory),
      export: JSONMemberExport(store.location),
      calls: JSONCallLists(store.location, store.directory, store.journal),
      definitionChanges: changes?.definitions,
      journalChanges: changes?.journal,
      customerChanges: changes?.customers,
      themes: options.themeChoice.source
    )
  }

  /// A conversation of lines; ends with the input.
  private func runPlain() throws {
    var session = PlainSession(
      ports: ports,
      knowledge: Knowledge(store.definitions),
      agent: store.agent,
      channel: options.channel
    )
    let printer = Printer(.text)
    for line in session.greeting { printer.line(line) }
    fflush(nil)
    // A line that is answered is not answered again: all customers must be known by then.
    let directory = store.directory
    try blocking { await directory.finishReading() }
    var next = query.map { "find \($0)" }
    while !session.isDone, let line = next ?? readLine() {
      next = nil
      let (answered, lines) = try blocking { [session] in
        var session = session
        let lines = await session.answer(line, now: .now)
        return (session, lines)
      }
      session = answered
      for line in lines { printer.line(line) }
      // Whoever reads a pipe waits for the answer before the next line.
      fflush(nil)
    }
  }

  /// Where what libraries print goes while the screen is in use.
  private static func logPath(_ environment: [String: String]) -> String? {
    let state = environment["XDG_STATE_HOME"] ?? environment["HOME"].map { "\($0)/.local/state" }
    guard let folder = state.map({ "\($0)/rapport" }) else { return nil }
    // Without the folder messages go nowhere, which keeps nobody from working.
    guard (try? Folder.create(folder)) != nil else { return nil }
    return "\(folder)/messages.log"
  }
}
