import JSONLogic
import RapportCore
import Synchronization
import Terminal
import Testing

@testable import RapportTUI

/// A new caller: their record, somebody known already, or nobody.
struct CallerTests {
  private func form(_ typed: String = "") -> Bench {
    var bench = Bench()
    bench.type(typed)
    bench.press("Ctrl-N")
    return bench
  }

  @Test func `from a name to the Desk in a few keys`() throws {
    var bench = form("jo lim")
    #expect(bench.screen.contains("Name    Jo Lim"))
    bench.press("Enter")
    bench.type("030 1234567")
    bench.press("Enter", "Enter", "Ctrl-S")
    let customer = try #require(bench.app.desk.front?.customer)
    #expect(bench.app.view == .desk && bench.app.layers.isEmpty)
    #expect(customer.name.full == "Jo Lim")
    #expect(customer.phones == ["030 1234567"])
    #expect(customer.rev == 1)
    #expect(ULID(parsing: customer.id.rawValue) != nil)
    let patch = try #require(bench.patches.first)
    #expect(patch.by == "mk" && patch.at == bench.now && patch.customer == customer.id)
    #expect(bench.store.customers[customer.id] == customer)
    #expect(bench.savedCallers.isEmpty && bench.app.callers.isEmpty)
    #expect(bench.app.toast?.text == "Jo Lim is a customer now")
    bench.press("F2")
    #expect(bench.screen.contains("Jo Lim"), "among the last customers")
  }

  @Test func `only what decides a segment is asked, and nothing when all is settled`() throws {
    var bench = form("jo lim")
    bench.press("Enter", "Enter", "Enter")
    #expect(bench.screen.contains("“What matters most to you when you buy from us?”"))
    #expect(bench.screen.contains("2 sustainability"))
    bench.type("9")
    bench.press("Enter")
    #expect(bench.screen.contains("\"9\" is no choice"))
    bench.press("Backspace")
    bench.type("2")
    bench.press("Enter")
    #expect(bench.screen.contains("Said    values: sustainability"))
    #expect(bench.screen.contains("Green-minded"))
    #expect(bench.screen.contains("no question would settle more"))
    bench.press("Enter")
    let customer = try #require(bench.app.desk.front?.customer)
    #expect(customer.value(at: "psychographic.values") == ["sustainability"])
    #expect(customer.observed("psychographic.values")?.description == "2026-11-22")
  }

  @Test func `a question may be passed over, and is asked on the Desk again`() {
    var bench = form("jo")
    bench.press("Enter", "Enter", "Enter", "Enter")
    #expect(!bench.screen.contains("“What matters"))
    bench.press("Enter")
    #expect(bench.app.desk.front?.customer?.notSaid("psychographic.values") == nil)
    #expect(bench.screen.contains("“What matters"))
  }

  @Test(arguments: [
    ("jo lim", "Jo Lim", "", ""), ("Jo LIM", "Jo LIM", "", ""), ("李小龍", "李小龍", "", ""),
    ("ludwig van beethoven", "Ludwig van Beethoven", "", ""),
    ("+49 30 901820", "", "+49 30 901820", ""),
    ("jo@example.org", "", "", "jo@example.org"), ("jo 030/901820", "Jo", "030/901820", ""),
    ("10115", "", "", ""), ("AB-123456 mul", "Mul", "", ""), ("", "", "", ""),
  ])
  func `what was typed on Find goes where it belongs`(
    typed: String,
    name: String,
    phone: String,
    email: String
  ) {
    let caller = form(typed).app.callerForm?.caller
    #expect(caller?.name == name)
    #expect(caller?.phone == phone)
    #expect(caller?.email == email)
  }

  @Test func `who may be known is shown while typing, and opened with one key`() {
    var bench = form()
    bench.press("Tab")
    bench.type("90182")
    #expect(!bench.screen.contains("Zoë Müller"), "five digits are too few to tell anybody")
    bench.type("0")
    #expect(bench.screen.contains("Zoë Müller, Berlin: phone ends so"))
    bench.press("Tab", "Tab")
    bench.press("Ctrl-O")
    #expect(bench.app.desk.front?.contact.customer == "C-004211")
    #expect(bench.app.desk.front?.contact.foundBy == nil)
    #expect(bench.savedCallers.isEmpty && bench.app.callers.isEmpty)
    #expect(bench.patches.isEmpty)
  }

  @Test func `whoever is clearly known is asked about once before a second record is made`() throws
  {
    var bench = form()
    bench.press("Tab", "Tab")
    bench.type("zoe.mueller@example.org")
    let known = try #require(bench.app.callerForm?.isClearly)
    bench.press("Ctrl-S")
    #expect(bench.patches.isEmpty)
    #expect(bench.screen.contains("This is Zoë Müller, C-004211: same e-mail"))
    bench.press("Esc", "Ctrl-S")
    #expect(bench.patches.count == 1, "asked once")

    bench = form()
    bench.press("Tab", "Tab")
    bench.type("zoe.mueller@example.org")
    bench.press("Ctrl-S", "1")
    #expect(bench.app.desk.front?.contact.customer == known.id)
    #expect(bench.patches.isEmpty && bench.savedCallers.isEmpty)

    bench = form()
    bench.press("Tab", "Tab")
    bench.type("zoe.mueller@example.org")
    bench.press("Ctrl-S", "2")
    #expect(bench.patches.count == 1)
  }

  @Test func `nobody is asked where the name alone is alike`() {
    var bench = form()
    bench.type("Zoë Müller")
    #expect(bench.app.callerForm?.known.isEmpty == false)
    bench.press("Ctrl-S")
    #expect(bench.patches.count == 1)
  }

  @Test func `one of several who may be known is chosen with Down and Enter`() {
    var bench = form("peter schmidt")
    #expect(bench.screen.contains("Peter Schmidt, Hamburg: same name"))
    #expect(bench.screen.contains("more like that"))
    bench.press("Down", "Down", "Down", "Down", "Enter")
    #expect(bench.app.desk.front?.contact.customer == "C-100002")
  }

  @Test func `somebody known by sound stays marked`() {
    var bench = form("chloe mul")
    bench.press("Ctrl-O")
    #expect(bench.screen.contains("Found by sound: confirm who it is"))
  }

  @Test func `an answer to what was typed before is dropped`() {
    var bench = form("zoe")
    let stale = bench.app.callerForm?.known ?? []
    #expect(!stale.isEmpty)
    bench.press("Ctrl-U")
    let id = bench.app.callerForm?.caller.id ?? ""
    bench.send(.message(.known(stale, more: 0, of: id, generation: 1)))
    #expect(bench.app.callerForm?.known.isEmpty == true)
  }

  @Test func `Esc keeps nothing, and asks before what was typed is gone`() {
    var bench = form("jo lim")
    #expect(bench.savedCallers.count == 1)
    bench.press("Esc")
    #expect(bench.app.layers.isEmpty && bench.savedCallers.isEmpty)
    #expect(bench.app.find.query == "jo lim", "the search is as it was")
    bench.press("Ctrl-N")
    bench.type("a")
    bench.press("Esc")
    #expect(bench.screen.contains("Discard what was typed?"))
    bench.press("Enter")
    #expect(bench.app.callerForm?.caller.name == "Jo Lima")
    bench.press("Esc", "1")
    #expect(bench.app.layers.isEmpty && bench.app.callers.isEmpty)
    #expect(bench.savedCallers.isEmpty && bench.patches.isEmpty)
  }

  @Test func `what was typed survives another view, and waits on Find`() throws {
    var bench = form("jo lim")
    bench.press("F2")
    #expect(bench.screen.contains("Jo Lim"))
    #expect(bench.screen.contains("new caller, not saved yet"))
    #expect(bench.screen.contains("1 new caller not saved yet"))
    bench.press("Ctrl-N")
    #expect(bench.app.callerForm?.caller.isEmpty == true, "another caller")
    bench.press("Esc", "Enter")
    #expect(bench.app.callerForm?.caller.name == "Jo Lim")
    bench.press("Esc")
    #expect(bench.screen.contains("Discard what was typed?"))
  }

  @Test func `a draft of an earlier run waits on Find`() {
    var bench = Bench()
    var caller = NewCaller(id: "01JD", agent: "mk", openedAt: bench.now)
    caller.phone = "+49 30 555"
    bench.send(.message(.callers([caller])))
    bench.send(.message(.callers([caller])))
    #expect(bench.app.toast?.text == "1 new caller not saved yet: F2")
    #expect(bench.screen.contains("+49 30 555"))
    bench.press("Enter", "Ctrl-S")
    #expect(bench.app.desk.front?.contact.customer == "01JD")
  }

  @Test func `what cannot be saved stays in the form and says why`() {
    var bench = form("jo lim")
    bench.storeFails = true
    bench.press("Ctrl-S")
    #expect(bench.app.toast?.text == "The new caller is not saved: the disk is full")
    #expect(bench.app.callerForm?.caller.name == "Jo Lim")
    bench.storeFails = false
    bench.press("Ctrl-S")
    #expect(bench.app.view == .desk)
  }

  @Test func `without a name or number there is nothing to save`() {
    var bench = form()
    bench.press("Ctrl-S")
    #expect(bench.app.toast?.text.hasPrefix("type a name, a phone number") == true)
    #expect(bench.patches.isEmpty && bench.app.callerForm != nil)
  }

  @Test func `what is no e-mail address is not saved`() {
    var bench = form("jo lim")
    bench.press("Enter", "Enter")
    bench.type("jo at home")
    bench.press("Ctrl-S")
    #expect(bench.app.toast?.text.hasPrefix("an e-mail address is wanted") == true)
    bench.press("Enter", "Enter", "Enter")
    #expect(bench.screen.contains("an e-mail address is wanted"), "in the form too")
    #expect(bench.patches.isEmpty)
  }

  @Test func `a caller whom another window saved is not saved again`() {
    let memory = MemoryPorts()
    let mailbox = Mailbox<Message>(wake: {})
    let writer = EffectWriter(ports: memory.ports, mailbox: mailbox)
    var caller = NewCaller(id: "01JD", agent: "mk", openedAt: PreviewStore.now)
    caller.name = "Jo Lim"
    let day = CalendarDate(daysSinceEpoch: 0)
    writer.write(.saveCaller(caller))
    writer.write(.create(caller.patch(at: PreviewStore.now, on: day)))
    caller.name = "Joe Lim"
    writer.write(.create(caller.patch(at: PreviewStore.now, on: day)))
    #expect(writer.finish(within: .seconds(5)))
    let whys = mailbox.drain().compactMap { message in
      if case .notCreated("01JD", let why) = message { why } else { nil }
    }
    #expect(whys == ["another window saved this caller already"])
    let state = memory.state.withLock { $0 }
    #expect(state.store.customers["01JD"]?.name.full == "Jo Lim")
    #expect(state.callers.isEmpty && state.written == ["save", "remove"])
  }

  @Test func `a record that comes late does not push aside who was opened meanwhile`() throws {
    var bench = form("jo lim")
    let caller = try #require(bench.app.callerForm?.caller)
    bench.press("F2")
    bench.open("zoe")
    bench.send(.message(.created(caller.record(on: CalendarDate(daysSinceEpoch: 0)))))
    #expect(bench.app.desk.front?.contact.customer == "C-004211")
    #expect(bench.app.callers.isEmpty)
  }

  @Test func `Ctrl-N again goes on without a record, and nothing of the caller is kept`() {
    var bench = form("jo lim")
    bench.press("Ctrl-N")
    #expect(bench.app.view == .desk && bench.app.desk.front?.customer == nil)
    #expect(bench.savedCallers.isEmpty && bench.app.callers.isEmpty)
    #expect(bench.screen.contains("Nobody known"))
  }

  @Test func `whom nobody knows survives every key of the Desk`() {
    var start = Bench()
    start.press("Ctrl-N", "Ctrl-N")
    for keys in [[], ["i", "Enter"], ["i", "Enter", "z"], ["w"]] {
      var bench = start
      for key in keys { bench.press(key) }
      for action in ActionTable.actions(in: .desk) {
        for key in action.keys.map(\.description) where !["Ctrl-C", "q"].contains(key) {
          var pressed = bench
          pressed.press(key)
          _ = pressed.frame
          pressed.press("Enter")
          _ = pressed.frame
          #expect(!pressed.hasQuit, "\(key)")
        }
      }
    }
  }

  @Test func `the Desk always says how a new caller is taken`() {
    var bench = Bench()
    bench.open("zoe")
    #expect(bench.rows.last?.contains("Ctrl-N new caller") == true)
    bench.press("i")
    bench.type("twice")
    bench.press("Enter")
    #expect(bench.rows.last?.contains("Ctrl-N new caller") == true)
    bench.press("Ctrl-N")
    #expect(bench.app.callerForm != nil && bench.app.view == .find)
    #expect(bench.saved.count == 1, "the contact that is left is kept")
  }
}
