import Glibc
import JSONLogic
import TestSupport
import Testing

/// A supervisor mends segments, on real terminals.
struct RefiningJourneyTests {
  private let workbench = "\u{1B}OS"
  private let save = "\u{13}"

  private func harbour() throws -> Workplace {
    let place = try Workplace.supervisedHarbour()
    try place.append(
      """
      {"id": "T-4", "name": {"full": "Cy Dorn"}, "language": "en", "behavioral": {"orders": 12}}

      """,
      to: "customers.jsonl"
    )
    return place
  }

  private func open(_ place: Workplace, _ name: String = "Regulars") throws -> PseudoTerminal {
    let terminal = try place.open(["--agent", "rt"])
    terminal.send(workbench)
    try terminal.wait(forText: "[Segments]")
    try terminal.wait(forText: "▌\(name)")
    return terminal
  }

  /// Where Regulars could be divided by orders.
  private func openPlaces(_ place: Workplace) throws -> PseudoTerminal {
    let terminal = try open(place)
    terminal.send("S")
    try terminal.wait(forText: "Divide Regulars by")
    terminal.send("orders")
    try terminal.wait(forText: "behavioral.orders")
    terminal.send(Typing.enter)
    try terminal.wait(forText: "orders less than 12")
    try terminal.wait(forText: "no contacts yet")
    return terminal
  }

  private func object(_ place: Workplace, _ file: String) throws -> JSON {
    try JSON(parsing: Array((place.text(file) ?? "").utf8))
  }

  @Test func `a segment that is too broad is split, and each customer keeps their place`() throws {
    let place = try harbour()
    let terminal = try openPlaces(place)
    terminal.send(Typing.enter)
    try terminal.wait(forText: "regulars-under-12, priority 10")
    try terminal.wait(forText: "Customers     1; last year no contacts yet")
    terminal.send(save)
    try terminal.wait(forText: "Why this change?")
    terminal.send("too broad" + Typing.enter)
    try terminal.wait(forText: "Saved: Regulars, orders")
    let high = try object(place, "segments/regulars-from-12.json")
    #expect(high["rule"] == [">=": [["var": "behavioral.orders"], 12]])
    #expect(try object(place, "segments/regulars.json")["status"] == "retired")
    let shown = try place.run("show", "T-4", "--format", "json")
    let memberships = try JSON(parsing: shown.output)["memberships"]?.arrayValue ?? []
    let isIn = memberships.filter { $0["answer"] == "in" }.map { $0["segment"] }
    #expect(isIn == ["regulars-from-12"])
    #expect(try place.run("check").status == 0)
    terminal.send("u")
    try terminal.wait(forText: "Taken back: ")
    #expect(try object(place, "segments/regulars.json")["status"] == "active")
    #expect(place.text("segments/regulars-from-12.json") == nil)
    terminal.send("\u{3}")
    #expect(try terminal.waitForExit() == 0)
  }

  @Test func `killed while a reason is typed, the next window has the place and the reason`() throws
  {
    let place = try harbour()
    let terminal = try openPlaces(place)
    terminal.send("t")
    try terminal.wait(forText: "Divide at")
    terminal.send("11" + Typing.enter)
    try terminal.wait(forText: "Customers     1; last year no contacts yet")
    terminal.send(save)
    try terminal.wait(forText: "Why this change?")
    terminal.send("too bro")
    try terminal.wait(until: "the draft is on disk") {
      Drafts(of: "rt", in: place.store).texts.contains { $0.contains("too bro") }
    }
    terminal.signal(SIGKILL)
    _ = try terminal.waitForExit()
    let next = try open(place)
    try next.wait(forText: "not saved: split of Regulars; S goes on")
    next.send("S")
    try next.wait(forText: "Divide Regulars by")
    next.send("orders")
    try next.wait(forText: "begun, not saved")
    next.send(Typing.enter)
    try next.wait(forText: "regulars-under-11, priority 10")
    try next.wait(forText: "Customers     1; last year no contacts yet")
    next.send(save)
    try next.wait(forText: "> too bro")
    next.send("ad" + Typing.enter)
    try next.wait(forText: "Saved: Regulars, orders")
    #expect(place.text("segments/regulars-from-11.json") != nil)
    next.send("\u{3}")
    #expect(try next.waitForExit() == 0)
    #expect(Drafts(of: "rt", in: place.store).texts.isEmpty)
  }

  @Test func `the change of yesterday is taken back by somebody else, after a look at it`() throws {
    let place = try harbour()
    let changed = try place.run(
      "segment",
      "split",
      "regulars",
      "--by",
      "orders",
      "--at",
      "12",
      "--keep",
      "--id",
      "few",
      "--id",
      "many",
      "--reason",
      "finer"
    )
    #expect(changed.status == 0, "\(changed.message)")
    let merged = try place.run(
      "segment",
      "merge",
      "regulars",
      "few",
      "--name",
      "All regulars",
      "--reason",
      "yesterday's idea"
    )
    #expect(merged.status == 0, "\(merged.message)")
    let before = try object(place, "segments/regulars.json")
    #expect(before["revision"] == 4)
    let terminal = try open(place, "All regulars")
    terminal.send("u")
    try terminal.wait(forText: "Take back the last change of All regulars")
    try terminal.wait(forText: "yesterday's idea")
    try terminal.wait(forText: "segment few")
    terminal.send(save)
    try terminal.wait(forText: "taken back: yesterday's idea")
    terminal.send(Typing.enter)
    try terminal.wait(forText: "Saved: ")
    #expect(try object(place, "segments/few.json")["status"] == "active")
    #expect(try object(place, "segments/regulars.json")["revision"] == 5)
    terminal.send(Typing.enter + "6")
    try terminal.wait(forText: "[6 Changes]")
    try terminal.wait(forText: "Rob Tate")
    try terminal.wait(forText: "before the history begins")
    terminal.send("\u{3}")
    #expect(try terminal.waitForExit() == 0)
    #expect(place.changes == 3)
  }
}
