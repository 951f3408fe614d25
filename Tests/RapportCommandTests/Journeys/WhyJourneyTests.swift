import TestSupport
import Testing

/// Why a customer is in a segment or not, and what to ask, on a real terminal over a real store.
struct WhyJourneyTests {
  @Test func `from the card to the reasons of any segment, and back`() throws {
    let terminal = try Workplace.demo().open()
    try terminal.openCustomer("C-004211", "C-004211")
    terminal.send("w")
    try terminal.wait(for: "all segments") {
      $0.text.contains("Who, and why: 2 belong, 1 not known yet, 9 do not")
        && $0.text.contains("nearly: 38 of 50 employees")
    }
    terminal.send("jjj" + Typing.enter)
    try terminal.wait(for: "the tree") {
      $0.text.contains("nearly: 12 employees short")
        && $0.text.contains("┡━ 38 employees           50 or more")
    }
    terminal.send(Typing.escape)
    try terminal.wait(forText: "Careful spenders")
    terminal.send(Typing.escape)
    try terminal.wait(forText: "Say: no reason yet")
    #expect(terminal.screen.unknown == [])
  }

  @Test func `an answer is kept and taken back, and a refusal is remembered`() throws {
    let place = try Workplace.demo()
    let terminal = try place.open()
    try terminal.openCustomer("C-004211", "C-004211")
    try terminal.wait(forText: "1 Nachhaltigkeit")
    let before = place.text("customers.jsonl")?.count ?? 0
    terminal.send("a")
    try terminal.wait(forText: "would rather not say")
    terminal.send("1")
    try terminal.wait(forText: "belongs to Green-minded now")
    try terminal.wait(until: "the answer is on the disk") {
      Self.last(of: place).contains(#""values":["sustainability"]"#)
    }
    terminal.send("u")
    try terminal.wait(forText: "Took back: what matters most: Nachhaltigkeit")
    terminal.send("Gx")
    try terminal.wait(forText: "would rather not say; not asked again for 30 days")
    try terminal.wait(until: "the refusal is on the disk") {
      Self.last(of: place).contains(#""notSaid":{"#)
    }
    try terminal.wait(for: "the question gone") { !$0.text.contains("1 Nachhaltigkeit") }
    #expect(place.text("customers.jsonl").map { $0.count > before } == true, "lines are added")
    let shown = try place.run("show", "C-004211")
    #expect(shown.text.contains("Green-minded: not known: what matters most"))
    #expect(!shown.text.contains("Ask: "))
  }

  private static func last(of place: Workplace) -> Substring {
    place.text("customers.jsonl")?.split(separator: "\n").last ?? ""
  }

  @Test func `what the journals tell is answered on the Desk as in explain`() throws {
    let place = try Workplace.demo()
    try place.write(
      """
      {"id": "in-touch", "name": "In touch", "status": "active", "priority": 12, "revision": 1,
       "goal": {"text": "Call them first."},
       "rule": {"and": [{">=": [{"var": "behavioral.contacts30"}, 1]},
        {"<": [{"var": "behavioral.lastRating"}, 3]},
        {"!==": [{"var": "behavioral.buyerGroup"}, "Nobody"]}]}}

      """,
      to: "segments/in-touch.json"
    )
    let explained = try place.run("explain", "C-004211", "in-touch").text
    #expect(explained.contains("In touch: belongs"), "\(explained)")
    let terminal = try place.open()
    try terminal.openCustomer("C-004211", "C-004211")
    try terminal.wait(forText: "In touch: ")
    terminal.send("w" + Typing.enter)
    let found = explained.split(separator: "\n").dropFirst(3).map { line in
      line.dropFirst(2).trimmingPrefix { $0 == " " }.prefix { $0 != "(" }.dropLast()
    }
    try terminal.wait(for: "what explain says: \(found)") { screen in
      screen.text.contains("less than 3") && found.allSatisfy { screen.text.contains($0) }
    }
  }

  @Test func `a segment that cannot be used is shown as broken everywhere, and the rest works`()
    throws
  {
    let place = try Workplace.demo()
    try place.write(
      #"{"id": "odd", "name": "Odd one", "priority": 5, "rule": {"greater": [1, 2]}}"#,
      to: "segments/odd.json"
    )
    try place.write(#"{"id": "half", "name": "#, to: "segments/half.json")
    let reason = "no operation is called \"greater\""
    for command in [["show", "C-004211"], ["explain", "C-004211", "odd"], ["segment", "size"]] {
      let text = try place.runBare(command + ["--store", place.store]).text
      #expect(text.contains("broken") && text.contains(reason), "\(command): \(text)")
    }
    let shown = try place.run("show", "C-004211").text
    #expect(shown.contains("half, broken: ") && shown.contains("Belongs to Loyal advocates"))
    let terminal = try place.open()
    try terminal.openCustomer("C-004211", "C-004211")
    try terminal.wait(forText: "2 broken")
    terminal.send("wjjj")
    try terminal.wait(forText: "rule cannot be used: no operation")
    terminal.send(Typing.enter)
    try terminal.wait(for: "the reason, whole") {
      $0.text.contains("The other segments are as they were") && $0.text.contains(reason)
    }
  }
}
