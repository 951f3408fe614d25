import TestSupport
import Testing

/// An angry e-mail about a double charge, pasted in, on a real terminal.
struct EmailJourneyTests {
  private static let email = """
    Hello,

    I ordered a bike light (QX-204815) and my card was charged twice for it! I have written
    three times and nobody answers. This is UNACCEPTABLE. I want one payment back this week.

    Z. Müller
    """

  @Test func `an angry e-mail is understood, answered whole, and logged`() throws {
    let place = try Workplace.demo()
    let terminal = try place.open()
    try terminal.openCustomer("C-004211", "C-004211")
    terminal.send("\u{1B}[200~" + Self.email + "\u{1B}[201~")
    try terminal.wait(for: "the reason with its words") {
      $0.text.contains("▌Billing dispute") && $0.text.contains("charged")
    }
    terminal.send(Typing.enter)
    try terminal.wait(for: "the value that is offered, and the mood that is proposed") {
      $0.text.contains("QX-204815 is offered for the blank")
        && $0.text.contains("sounds upset: “nobody answers”, “UNACCEPTABLE”")
    }
    #expect(!terminal.screen.lines[1].contains("upset"), "nothing is set silently")
    terminal.send("!")
    try terminal.wait(forText: "Upset: apology first")
    terminal.send("v2")
    try terminal.wait(forText: "Via e-mail")
    // One text with a subject; the blanks in it hold it back until they are filled.
    terminal.send("C")
    try terminal.wait(forText: "not now: Order number is blank")
    try terminal.fill("Order number", offered: "QX-204815", typed: "")
    try terminal.fill("Amount with currency", offered: "", typed: "49,90 EUR")
    terminal.send("C")
    try terminal.wait(forText: "Copied the whole script")
    let copied = try #require(terminal.copiedTexts.first)
    #expect(copied.contains("QX-204815") && copied.contains("49,90 EUR"))
    #expect(!copied.contains("[") && !copied.contains("{{"))
    terminal.send("o1")
    try terminal.wait(forText: "logged, contact closed")
    terminal.send("\u{3}")
    #expect(try terminal.waitForExit() == 0)
    let last = place.text("journal/interactions.jsonl")?.split(separator: "\n").last ?? ""
    for part in [
      #""channel":"email""#, #""mood":"upset""#, #""orderNumber":"QX-204815""#,
      #""intent":"billing-dispute""#, #""script":"charged-twice-email""#,
    ] {
      #expect(last.contains(part), "\(part) in \(last)")
    }
  }
}

extension PseudoTerminal {
  /// Takes the value that is offered for the first blank under the cursor, or types one.
  fileprivate func fill(_ label: String, offered: String, typed: String) throws {
    send(Typing.enter)
    try wait(for: "the blank \(label)") {
      $0.text.contains("┌─ \(label)") && $0.text.contains("> \(offered)")
    }
    send(typed + Typing.enter)
    try wait(forText: "\(label): \(offered)\(typed)")
  }
}
