import JSONLogic
import RapportCore
import Terminal
import Testing

@testable import RapportTUI

struct DeskTests {
  private func hero() -> Bench {
    var bench = Bench()
    bench.open("zoe")
    return bench
  }

  private func heroWithReason() -> Bench {
    var bench = hero()
    bench.press("i")
    bench.type("charged")
    bench.press("Enter")
    return bench
  }

  @Test func `opening a customer only shows the card`() {
    let bench = hero()
    #expect(bench.app.desk.front?.isStarted == false)
    #expect(bench.saved.isEmpty)
    #expect(bench.screen.contains("no contact yet"))
  }

  @Test func `a reason makes it a contact, saved as a draft`() throws {
    let bench = heroWithReason()
    let front = try #require(bench.app.desk.front)
    #expect(front.isStarted)
    #expect(bench.saved[front.id]?.intent == "billing-dispute")
    #expect(bench.screen.contains("Say: Doppelt abgebucht, step 1 of 5"))
  }

  @Test func `from launch to a copied step in eight keys besides words`() {
    var bench = Bench()
    bench.type("zoe")
    bench.press("Enter", "i")
    bench.type("twice")
    bench.press("Enter", "c")
    #expect(bench.copied.count == 1)
    #expect(bench.app.toast?.text == "Copied step 1")
  }

  @Test func `only a blank in that very text holds a copy back, and is named`() {
    var bench = heroWithReason()
    bench.press("c")
    #expect(bench.copied.count == 1)
    bench.press("Down", "Down", "c")
    #expect(bench.copied.count == 1)
    #expect(bench.app.toast?.text == "Bestellnummer is blank in step 3: Enter fills it")
    bench.press("C")
    #expect(bench.copied.count == 1)
  }

  @Test func `a blank is filled with a value of its form only`() {
    var bench = heroWithReason()
    bench.press("Down", "Down", "Enter")
    bench.type("123")
    bench.press("Enter")
    #expect(bench.screen.contains("Bestellnummer is written differently: such as AB-123456"))
    for _ in 0..<3 { bench.press("Backspace") }
    bench.type("XY-654321")
    bench.press("Enter", "c")
    #expect(bench.copied.last?.contains("XY-654321") == true)
    bench.press("C")
    #expect(bench.copied.count == 2)
    #expect(bench.copied.last?.contains("anstoßen") == false, "a note to the agent is not copied")
  }

  @Test func `a blank that is filled is filled again with Enter`() {
    var bench = heroWithReason()
    bench.press("Down", "Down", "Enter")
    bench.type("XY-654321")
    bench.press("Enter", "Enter")
    #expect(bench.screen.contains("> XY-654321"))
    bench.press("Backspace")
    bench.type("9")
    bench.press("Enter")
    #expect(bench.app.desk.front?.contact.asks == ["orderNumber": "XY-654329"])
  }

  @Test func `a text that is longer than the screen is read by scrolling in it`() {
    var knowledge = PreviewGuide.knowledge
    let guide = knowledge.guide
    let lines = (1...60).map { "Line \($0) of sixty." }
    knowledge.guide = { known, situation in
      var guidance = guide(known, situation)
      guidance.script?.steps[0].spans = [
        .text(lines.joined(separator: "\n"), from: .script)
      ]
      return guidance
    }
    for size in [(80, 24), (120, 40), (180, 50)] {
      var bench = Bench(size.0, size.1, knowledge: knowledge)
      bench.open("zoe")
      bench.press("i")
      bench.type("charged")
      bench.press("Enter")
      var seen: Set<String> = []
      var keys = 0
      while bench.app.desk.front?.focus(bench.app.layout) == .step("open"), keys < 100 {
        seen.formUnion(lines.filter { bench.screen.contains($0) })
        bench.press("PgDn")
        keys += 1
      }
      #expect(seen.count == 60, "\(size)")
      #expect(keys < 15, "\(size)")
      bench.app.desk.editFront { $0.cursor = .step("open") }
      bench.press("Down", "Down")
      #expect(bench.app.desk.front?.focus(bench.app.layout) == .step("open"))
      #expect(bench.screen.contains("Line 3 of sixty."))
      bench.press("Up", "Up", "Up")
      #expect(bench.screen.contains("Line 1 of sixty."))
    }
  }

  @Test func `a choice is made by its number or left out, not done`() {
    var bench = heroWithReason()
    bench.press("G", "Space")
    #expect(bench.app.toast?.text == "its number takes a branch, x leaves it out")
    bench.press("1")
    #expect(bench.app.desk.front?.contact.branches == ["more": "fix"])
    #expect(bench.app.desk.front?.contact.ticks["more"] == .done)
    bench.press("u")
    #expect(bench.app.desk.front?.contact.branches == [:])
  }

  @Test func `a value in a pasted e-mail is offered for its blank`() {
    var bench = hero()
    bench.send(.input(.paste("Hi,\nyou charged me twice for AB-777777!\nZoë")))
    bench.press("Enter", "Down", "Down", "Enter")
    #expect(bench.screen.contains("> AB-777777"))
    bench.press("Enter")
    #expect(bench.app.desk.front?.contact.asks == ["orderNumber": "AB-777777"])
  }

  @Test func `a mood is proposed with the words it rests on, and set by the agent alone`() {
    var bench = hero()
    bench.send(.input(.paste("You charged me twice. This is UNACCEPTABLE!! Nobody answers.")))
    bench.press("Enter")
    #expect(bench.app.desk.front?.contact.mood == .calm)
    #expect(bench.screen.contains("sounds upset: “UNACCEPTABLE”, “Nobody answers”, “!!”"))
    bench.press("!")
    #expect(bench.app.desk.front?.contact.mood == .upset)
    #expect(!bench.screen.contains("sounds upset"))
    bench.press("!")
    #expect(bench.app.desk.front?.contact.mood == .calm)
    #expect(!bench.screen.contains("sounds upset"), "it was decided")
  }

  @Test func `a proposed mood is turned down on its line`() {
    var bench = hero()
    bench.send(.input(.paste("charged twice, ridiculous")))
    bench.press("Enter", "g")
    #expect(bench.screen.contains("x not upset"))
    bench.press("x")
    #expect(bench.app.desk.front?.contact.mood == .calm)
    #expect(!bench.screen.contains("sounds upset"))
  }

  @Test func `done moves on, and is taken back by name`() throws {
    var bench = heroWithReason()
    bench.press("Space")
    #expect(bench.app.desk.front?.contact.ticks == ["open": .done])
    #expect(bench.app.desk.front?.cursor == .step("who"))
    bench.press("Space")
    #expect(bench.app.desk.front?.contact.verified == ["geographic.postcode"])
    #expect(bench.screen.contains("verified"))
    bench.press("u")
    #expect(bench.app.toast?.text == "Took back: Prüfen: done")
    #expect(bench.app.desk.front?.contact.verified == [])
  }

  @Test func `a reason shows the example that was meant`() {
    var bench = hero()
    bench.press("i")
    #expect(bench.screen.contains("“doppelt abgebucht”"))
    bench.type("double")
    #expect(bench.screen.contains("“double payment on my card”"))
  }

  @Test func `time in the background of a suspended program does not count`() {
    var bench = heroWithReason()
    bench.wait(10)
    bench.press("Ctrl-Z")
    bench.now = bench.now.adding(seconds: 3_600)
    bench.send(.resumed)
    bench.wait(5)
    #expect(bench.screen.contains("[1 Zoë · phone 0:15]"))
  }

  @Test func `undoing the first change makes it a card again and removes the draft`() {
    var bench = heroWithReason()
    bench.press("u")
    #expect(bench.app.desk.front?.isStarted == false)
    #expect(bench.saved.isEmpty)
  }

  @Test func `a digit takes a branch where the cursor is on one, else goes to a contact`() {
    var bench = heroWithReason()
    bench.press("G", "1")
    #expect(bench.app.desk.front?.cursor == .step("fix"))
    #expect(bench.app.desk.front?.contact.ticks["more"] == .done)
    bench.open("ana")
    bench.press("1")
    #expect(bench.app.desk.front?.contact.customer == "C-004211")
  }

  @Test func `in chat the cursor moves on after a copy`() {
    var bench = heroWithReason()
    bench.press("v", "3", "c")
    #expect(bench.app.desk.front?.contact.channel == .chat)
    #expect(bench.app.desk.front?.cursor == .step("who"))
  }

  @Test func `time counts only in front, and the longest waiting is marked`() throws {
    var bench = heroWithReason()
    bench.wait(70)
    #expect(bench.screen.contains("[1 Zoë · phone 1:10]"))
    bench.open("ana")
    bench.press("n")
    bench.type("x")
    bench.press("Enter")
    bench.wait(130)
    #expect(bench.screen.contains("1 Zoë · phone 2 min!"))
    #expect(bench.screen.contains("[2 Ana · phone 2:10]"))
    bench.press("-")
    let zoe = try #require(bench.app.desk.front)
    #expect(zoe.contact.handleSeconds == 70)
    #expect(bench.screen.contains("[1 Zoë · phone 1:10]"))
  }

  @Test func `a card that never became a contact makes room for the next`() {
    var bench = hero()
    bench.open("ana")
    #expect(bench.app.desk.tabs.count == 1)
  }

  @Test func `an answer settles every pane at once and is kept as a patch`() {
    var bench = hero()
    #expect(bench.screen.contains("1 not known"))
    bench.press("a", "2")
    #expect(!bench.screen.contains("1 not known"))
    #expect(bench.app.toast?.text == "values: Nachhaltigkeit; belongs to Green-minded now")
    #expect(bench.patches.first?.changes.first?.value == ["sustainability"])
    bench.press("u")
    #expect(bench.screen.contains("1 not known"))
    #expect(bench.store.customers["C-004211"]?.value(at: "psychographic.values") == nil)
  }

  @Test func `a question that is not answered is not asked again`() {
    var bench = hero()
    #expect(bench.screen.contains("Ask"))
    bench.press("a", "5")
    #expect(bench.patches.first?.changes.first?.path == "notSaid.psychographic.values")
    #expect(bench.app.desk.front?.guidance.questions.isEmpty == true)
  }

  @Test func `an outcome is logged in two keys, and the draft goes only after that`() throws {
    var bench = heroWithReason()
    let id = try #require(bench.app.desk.front?.id)
    bench.wait(61)
    bench.press("o", "1")
    let logged = try #require(bench.logged.first)
    #expect(logged.id.rawValue == id.rawValue, "logged twice, one line replaces the other")
    #expect(logged.outcome == "resolved")
    #expect(logged.record["handleSeconds"]?.intValue == 61)
    #expect(logged.record["segments"]?["loyal-advocates"]?.intValue == 1)
    #expect(bench.saved.isEmpty)
    #expect(bench.app.desk.tabs.isEmpty)
    #expect(bench.app.view == .find)
  }

  @Test func `a journal that fails keeps the contact open and its draft`() {
    var bench = heroWithReason()
    bench.journalFails = true
    bench.press("o", "1")
    #expect(bench.app.desk.tabs.count == 1)
    #expect(bench.saved.count == 1)
    #expect(bench.app.toast?.kind == .error)
    bench.wait(100)
    #expect(bench.screen.contains("the disk is full"), "errors stay until a key")
    bench.journalFails = false
    bench.press("o", "1")
    #expect(bench.logged.count == 1)
  }

  @Test func `a follow-up has a date`() throws {
    var bench = heroWithReason()
    bench.press("o", "3", "1")
    let record = try #require(bench.logged.first?.record)
    #expect(record["followUp"]?["at"] == "2026-11-23")
  }

  @Test func `a follow-up on a day that has gone is refused`() {
    var bench = heroWithReason()
    bench.press("o", "3", "4")
    bench.type("2020-01-01")
    bench.press("Enter")
    #expect(bench.logged.isEmpty)
    #expect(bench.screen.contains("that is not a day to come"))
  }

  @Test func `continuing a case takes its reason and blanks`() {
    var bench = hero()
    bench.press("k")
    let contact = bench.app.desk.front?.contact
    #expect(contact?.intent == "billing-dispute")
    #expect(contact?.asks == ["orderNumber": "AB-123456"])
    #expect(contact?.continues == "I-2026-11-20T10:00:00Z")
  }

  @Test func `a note is saved with every key`() throws {
    var bench = hero()
    bench.press("n")
    bench.type("Refund")
    let id = try #require(bench.app.desk.front?.id)
    #expect(bench.saved[id]?.note == "Refund")
    bench.press("Esc")
    #expect(bench.app.toast?.text == "Note kept with this contact")
    bench.press("u")
    #expect(bench.saved[id]?.note == "")
  }

  @Test func `upset makes offers wait`() {
    var bench = hero()
    bench.press("!")
    #expect(bench.screen.contains("after the solution"))
    #expect(bench.app.desk.front?.contact.mood == .upset)
  }

  @Test func `a caller whom nobody knows gets the default tone and is logged`() throws {
    var bench = Bench()
    bench.press("Ctrl-N", "Ctrl-N", "i")
    bench.type("arrived")
    bench.press("Enter", "o", "1")
    let logged = try #require(bench.logged.first)
    #expect(logged.customer == nil)
    #expect(logged.record["customer"] == .null)
  }

  @Test func `leaving with open contacts asks once, says so, and keeps the drafts`() {
    var bench = heroWithReason()
    bench.press("q")
    #expect(bench.screen.contains("they stay as drafts"))
    bench.press("Enter")
    #expect(!bench.hasQuit, "staying is the safe default")
    bench.press("Ctrl-C", "Ctrl-C")
    #expect(bench.hasQuit)
    #expect(bench.saved.count == 1)
  }

  @Test func `a lost terminal saves and leaves`() {
    var bench = heroWithReason()
    bench.wait(5)
    bench.send(.input(.closed))
    #expect(bench.hasQuit)
    #expect(bench.saved.values.first?.handleSeconds == 5)
  }

  @Test func `drafts of an earlier run are open contacts on Find`() throws {
    var bench = Bench()
    var contact = Contact(
      id: "01K",
      agent: "mk",
      customer: "C-004211",
      openedAt: bench.now,
      channel: .chat
    )
    contact.intent = "billing-dispute"
    bench.send(.message(.drafts([contact], problems: [])))
    #expect(bench.screen.contains("Zoë Müller"))
    #expect(bench.screen.contains("chat · Charged twice"))
    bench.press("Enter")
    #expect(bench.app.desk.front?.contact.id == "01K")
  }

  @Test func `nothing wakes the program while nothing on the screen depends on the clock`() {
    var bench = Bench()
    #expect(bench.app.deadline(after: bench.now) == nil)
    bench.open("zoe")
    #expect(bench.app.deadline(after: bench.now) == bench.now.adding(seconds: 60))
    bench.press("i", "Enter")
    bench.wait(10)
    #expect(bench.app.deadline(after: bench.now) == bench.now.adding(seconds: 1))
  }

  @Test func `the Desk answers at 80x24 without scrolling`() {
    var bench = heroWithReason()
    bench.press("Down", "Down")
    for text in [
      "Zoë Müller", "Loyal advocates: 14 orders (12 or more)", "first name, du", "never:",
      "Priority phone line", "Ask", "[Bestellnummer]", "not solved, rated 2 of 5",
    ] {
      #expect(bench.screen.contains(text), "\(text)")
    }
  }

  @Test func `every pane opens in full and closes with Esc`() {
    var bench = heroWithReason()
    bench.press("w")
    #expect(bench.screen.contains("nearly: 38 of 50 employees"))
    bench.press("Esc", "h")
    #expect(bench.screen.contains("Refund promised, bank unclear."))
    bench.press("Esc", "z")
    #expect(bench.app.desk.front?.pane != nil)
    bench.press("z")
    #expect(bench.app.desk.front?.pane == nil)
  }

  @Test(arguments: [(80, 24), (60, 16)])
  func `by e-mail the subject is in sight, wherever the cursor is`(size: (Int, Int)) {
    var bench = Bench(size.0, size.1)
    bench.open("zoe")
    bench.send(.input(.paste("where is my order")))
    bench.press("Enter", "v", "2")
    #expect(bench.app.desk.front?.guidance.script?.subject.isEmpty == false)
    #expect(bench.screen.contains("Subject  "))
    bench.press("End")
    #expect(bench.screen.contains("Subject  "))
    bench.press("Home")
    #expect(bench.screen.contains("Subject  "))
  }
}
