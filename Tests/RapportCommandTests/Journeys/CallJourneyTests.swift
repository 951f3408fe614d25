import TestSupport
import Testing

/// Calls as an agent takes them, on a real terminal.
struct CallJourneyTests {
  @Test func `from what a caller says to a copied step`() throws {
    let terminal = try Workplace.demo().open()
    try terminal.find("zoe mul berlin", showing: "Zoë Müller")
    #expect(terminal.screen.lines[1].contains("1 of 300 customers"))
    terminal.send(Typing.enter)
    try terminal.wait(forText: "Zoë Müller · Kiefer Optik GmbH · C-004211")
    try terminal.wait(forText: "Say: no reason yet")
    #expect(terminal.screen.text.contains("Loyal advocates: 14 orders (12 or more)"))
    try terminal.choose(reason: "charged twice", titled: "Billing dispute")
    terminal.send("jj")
    try terminal.wait(forText: "Say: Charged twice, step 3 of ")
    terminal.send("c")
    try terminal.wait(forText: "not now: Order number is blank in ")
    #expect(terminal.screen.copied == [])
    terminal.send(Typing.enter)
    try terminal.wait(forText: "such as AB-123456")
    terminal.send("12" + Typing.enter)
    try terminal.wait(forText: "Order number is written differently")
    terminal.send(Typing.deleteWord + "QX-204815" + Typing.enter)
    try terminal.wait(for: "the filled blank") {
      $0.text.contains("zu QX-204815 ist auf dem Weg") && !$0.text.contains("[Order number]")
    }
    terminal.send("c")
    try terminal.wait(forText: "Copied ")
    let copied = try #require(terminal.copiedTexts.first)
    #expect(copied.contains("Die doppelte Zahlung zu QX-204815 ist auf dem Weg zurück zu dir."))
    #expect(!copied.contains("["))
    #expect(terminal.screen.copied.count == 1)
    #expect(terminal.screen.title == "rapport · northwind", "it names no customer")
    terminal.send("q")
    try terminal.wait(forText: "Leave with 1 open contact?")
    terminal.send("1")
    #expect(try terminal.waitForExit() == 0)
    terminal.expectRestored()
    #expect(terminal.screen.unknown == [])
  }

  @Test func `a second caller comes, and both stay one key away`() throws {
    let terminal = try Workplace.demo().open()
    try terminal.openCustomer("C-004211", "C-004211")
    try terminal.choose(reason: "charged twice", titled: "Billing dispute")
    terminal.send("/")
    try terminal.wait(for: "an empty field with the open contact") {
      $0.text.contains("name, e-mail, phone, number, company") && $0.text.contains("Zoë Müller")
    }
    try terminal.openCustomer("C-000412", "C-000412")
    try terminal.wait(for: "two tabs") {
      $0.lines[1].contains("1 Zoë") && $0.lines[1].contains("[2 Ana")
    }
    try terminal.choose(reason: "parcel has not", titled: "Where is my order")
    let fronts = [("1", "[1 Zoë"), ("2", "[2 Ana"), ("-", "[1 Zoë"), ("-", "[2 Ana")]
    for (key, tab) in fronts {
      terminal.send(key)
      try terminal.wait(for: tab) { $0.lines[1].contains(tab) }
    }
    terminal.send("9")
    try terminal.wait(forText: "There is no contact 9")
    #expect(terminal.screen.unknown == [])
  }

  @Test func `an outcome goes to the journal and closes the contact`() throws {
    let place = try Workplace.demo()
    let terminal = try place.open()
    try terminal.openCustomer("C-000412", "C-000412")
    try terminal.choose(reason: "parcel has not", titled: "Where is my order")
    terminal.send("o")
    try terminal.wait(forText: "Outcome: ends the contact with Ana")
    terminal.send("1")
    try terminal.wait(forText: "logged, contact closed")
    terminal.send("\u{3}")
    #expect(try terminal.waitForExit() == 0)
    let last = place.text("journal/interactions.jsonl")?.split(separator: "\n").last ?? ""
    #expect(last.contains(#""customer":"C-000412""#) && last.contains(#""outcome":"resolved""#))
    #expect(last.contains(#""intent":"order-status""#) && last.contains(#""agent":"mk""#))
  }

  @Test func `a query of the command line opens its only hit`() throws {
    let place = try Workplace.demo()
    let terminal = try place.start(["zoe.mueller@example.org"])
    try terminal.wait(forText: "Zoë Müller · Kiefer Optik GmbH · C-004211")
    let other = try place.start(["--", "find"])
    try other.wait(for: "a search for a command's name") { $0.lines[1].contains("> find") }
  }

  @Test func `a pasted e-mail chooses the reason and fills the blank`() throws {
    let terminal = try Workplace.demo().open()
    try terminal.openCustomer("C-000412", "C-000412")
    let paste = "You charged me twice\nQX-204815\u{1B}[31m"
    terminal.send("\u{1B}[200~\(paste)\u{1B}[201~")
    try terminal.wait(forText: "▌Billing dispute")
    terminal.send(Typing.enter)
    try terminal.wait(forText: "QX-204815 is offered for the blank")
  }

  @Test func `every size is followed, and the way back is the same screen`() throws {
    let terminal = try Workplace.demo().open()
    try terminal.openCustomer("C-004211", "C-004211")
    try terminal.wait(for: "what the journals tell") { screen in
      screen.lines.contains { $0.hasPrefix("Last") || $0.hasPrefix(" Last") }
    }
    let before = terminal.screen.lines
    for (columns, rows) in [(120, 40), (20, 5), (180, 50), (1, 1), (60, 16)] {
      terminal.resize(columns: columns, rows: rows)
      if columns >= 60 {
        try terminal.wait(for: "the whole Desk") {
          $0.lines[0].contains("F2 Find") && $0.lines[2].contains("Zoë Müller")
            && $0.lines[rows - 1].contains("all keys")
        }
      } else if columns == 20 {
        try terminal.wait(for: "a word about the size") { $0.text.contains("20x5") }
      }
    }
    terminal.resize(columns: 80, rows: 24)
    try terminal.wait(for: "the screen as it was") { screen in
      // The customer's clock may have moved on meanwhile.
      zip(screen.lines, before).enumerated().allSatisfy { $0 == 2 || $1.0 == $1.1 }
    }
    #expect(terminal.screen.unknown == [])
  }
}
