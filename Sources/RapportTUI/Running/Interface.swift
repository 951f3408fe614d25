package import RapportCore
package import Terminal

/// Runs the interface on a terminal until the agent leaves.
package struct Interface {
  /// What the interface opens with.
  package struct Opening: Sendable {
    /// Searched at once; a single hit opens.
    package var query: String?
    /// Of contacts that begin here, instead of the store's.
    package var channel: Channel?

    package init(query: String? = nil, channel: Channel? = nil) {
      self.query = query
      self.channel = channel
    }
  }

  private let ports: Ports
  private let agent: Agent
  private let themes: [Theme]
  private let clock: () -> Instant
  private var app: App

  /// Prepares the interface with the themes of its palette, beginning with the one named `theme`.
  ///
  /// `seed` makes ids; two windows of one agent must not share it.
  package init(
    ports: Ports,
    knowledge: Knowledge,
    agent: Agent,
    themes: [Theme],
    theme: String,
    opening: Opening = Opening(),
    seed: UInt64,
    clock: @escaping () -> Instant
  ) {
    self.ports = ports
    self.agent = agent
    self.themes = themes
    self.clock = clock
    var knowledge = knowledge
    if let channel = opening.channel { knowledge.definitions.settings.channel = channel }
    app = App(
      knowledge: knowledge,
      agent: agent,
      size: Size(columns: 80, rows: 24),
      themes: themes.map(\.name),
      theme: theme,
      seed: seed
    )
    app.reasonAgainstEditing = ports.definitions.reasonAgainst
    if let query = opening.query { app.find.field = TextField(query) }
  }

  /// Blocks the calling thread, which owns the backend; returns false where something could not be
  /// written before the end.
  package mutating func run(on backend: any TerminalBackend) -> Bool {
    let mailbox = Mailbox<Message>(wake: backend.wake)
    let runner = EffectRunner(ports: ports, knowledge: app.knowledge, mailbox: mailbox)
    var shelf = ThemeShelf(themes, depth: backend.depth)
    app.size = backend.size
    var isDone = false

    func show(_ app: App, now: Instant) {
      let theme = shelf.theme(named: app.shownTheme)
      backend.present(app.view(size: backend.size, now: now), theme: theme)
    }
    func perform(_ effects: [Effect]) {
      for effect in effects {
        switch effect {
        case .copy(let text, let what):
          backend.copy(text) { mailbox.post(.copied(what: what, $0)) }
        case .redraw: backend.redraw()
        case .suspend:
          // Stopped, nothing of the program runs: what is to be kept must be on the disk before.
          _ = runner.settle(within: .seconds(3))
          backend.suspend()
          _ = app.update(.resumed, now: clock())
        case .edit(let document, let name):
          // An editor may stay open for long, and the program may end with it.
          _ = runner.settle(within: .seconds(3))
          let edited = ports.editor?.edit(document, named: name) { backend.run($0) }
          let now = clock()
          _ = app.update(.resumed, now: now)
          perform(app.update(.message(Message(edited, name: name)), now: now))
        case .quit: isDone = true
        default: runner.run(effect)
        }
      }
    }

    var now = clock()
    let effects = app.update(.start, now: now)
    show(app, now: now)
    perform(effects)
    while !isDone {
      let deadline = app.deadline(after: now).map { deadline in
        ContinuousClock.now + .milliseconds(max(1, deadline.milliseconds - now.milliseconds))
      }
      let inputs = backend.events(until: deadline)
      let messages = mailbox.drain()
      now = clock()
      var events = messages.map(AppEvent.message) + inputs.map(AppEvent.input)
      if events.isEmpty { events = [.tick] }
      var closed = false
      for event in events {
        if case .message(.themes(let readings)) = event { shelf.take(readings) }
        perform(app.update(event, now: now))
        if case .input(.closed) = event { closed = true }
        if isDone { break }
      }
      if !closed, !isDone { show(app, now: now) }
    }
    return runner.finish(within: .seconds(3))
  }
}
