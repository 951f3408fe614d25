import JSONLogic
import RapportCore
import Terminal
import Testing

@testable import RapportTUI

/// What two people changed of one definition, decided on the screen.
struct ConflictTests {
  private static let script = DefinitionReference(.script, "charged-twice")

  /// A window that changes a definition in the editor while Ana saves another change of it.
  static func bench(
    _ reference: DefinitionReference = script,
    size: (Int, Int) = (80, 24),
    theirs: (JSON) -> JSON?,
    mine: @escaping (JSON) -> JSON
  ) throws -> Bench {
    var bench = WorkbenchDefinitions.bench(size.0, size.1)
    let before = try #require(bench.definitions.documents[reference])
    bench.app.workbench.show(reference)
    let text = mine(before).canonical()
    bench.editing = { _ in text }
    bench.press("E")
    _ = try bench.definitions.save(
      DefinitionChange(
        id: "01KB",
        at: bench.now,
        by: "ana",
        reason: "hers",
        edits: [.init(reference, before: before, after: theirs(before))]
      )
    )
    bench.press("Ctrl-S")
    bench.type("mine")
    bench.press("Enter")
    return bench
  }

  private func object(_ bench: Bench, _ reference: DefinitionReference = script) -> JSON? {
    bench.definitions.documents[reference]
  }

  private let german: JSONPointer = ["steps", "0", "text", "de"]

  @Test func `changes of different steps and languages are saved together, without asking`() throws
  {
    let bench = try Self.bench(
      theirs: { $0.setting("Ihre Postleitzahl?", at: ["steps", "1", "text", "de"]) },
      mine: { $0.setting("Das tut mir leid.", at: ["steps", "0", "text", "de"]) }
    )
    #expect(bench.app.toast?.text == "Saved: Charged twice, version 5")
    #expect(object(bench)?[german] == "Das tut mir leid.")
    #expect(object(bench)?["steps"]?[1]?["text"]?["de"] == "Ihre Postleitzahl?")
  }

  @Test func `a text of a step is named by its step and language, with who changed it and when`()
    throws
  {
    let bench = try Self.bench(
      theirs: { $0.setting("{{> greeting}} Das tut uns leid.", at: ["steps", "0", "text", "de"]) },
      mine: { $0.setting("{{> greeting}} Das ist ärgerlich.", at: ["steps", "0", "text", "de"]) }
    )
    #expect(bench.screen.contains("Text of step “Open”, German"))
    #expect(bench.screen.contains("ana ("))
    #expect(bench.screen.contains("changed it, and so did you."))
    #expect(bench.screen.contains("1 Theirs  {{> greeting}} Das tut uns leid."))
    #expect(bench.screen.contains("2 Mine    {{> greeting}} Das ist ärgerlich."))
  }

  @Test func `a third text may be typed in place of both`() throws {
    var bench = try Self.bench(
      theirs: { $0.setting("Theirs.", at: ["steps", "0", "text", "de"]) },
      mine: { $0.setting("Mine.", at: ["steps", "0", "text", "de"]) }
    )
    bench.press("3")
    #expect(bench.screen.contains("3 Other   Mine."))
    bench.press("Ctrl-U")
    bench.type("Unsers: 1 und 2.")
    bench.press("Esc", "3", "Ctrl-U")
    bench.type("Unsers.")
    bench.press("Enter")
    #expect(bench.screen.contains("what you typed stays"))
    #expect(bench.screen.contains("● Other   Unsers."))
    bench.press("Enter")
    #expect(object(bench)?[german] == "Unsers.")
  }

  @Test func `a step that they took out while I changed it may stay out or come back`() throws {
    for (key, ids) in [("1", ["open", "fix"]), ("2", ["open", "who", "fix"])] {
      var bench = try Self.bench(
        theirs: { before in
          before.changingList(at: ["steps"]) { $0.remove(at: 1) }
        },
        mine: { $0.setting("Your postcode?", at: ["steps", "1", "text", "en"]) }
      )
      #expect(bench.screen.contains("Step “Verify”"))
      #expect(bench.screen.contains("took it out; you changed it."))
      #expect(bench.screen.contains("1 Theirs  taken out"))
      bench.press(key, "Enter")
      let steps = object(bench)?["steps"]?.arrayValue ?? []
      #expect(steps.compactMap { $0["id"]?.stringValue } == ids)
      #expect(steps.contains { $0["text"]?["en"] == "Your postcode?" } == (key == "2"))
    }
  }

  @Test func `a step that I took out while they changed it may go or stay`() throws {
    for (key, count) in [("1", 3), ("2", 2)] {
      var bench = try Self.bench(
        theirs: { $0.setting("Your postcode?", at: ["steps", "1", "text", "en"]) },
        mine: { before in before.changingList(at: ["steps"]) { $0.remove(at: 1) } }
      )
      #expect(bench.screen.contains("changed it; you took it out."))
      #expect(bench.screen.contains("2 Mine    taken out"))
      bench.press("3")
      #expect(bench.app.toast?.text == "this is chosen, not typed: 1 theirs, 2 mine")
      bench.press(key, "Enter")
      #expect(object(bench)?["steps"]?.arrayValue?.count == count)
    }
  }

  @Test func `a definition that they took out stays out, or is there again`() throws {
    for key in ["1", "2"] {
      var bench = try Self.bench(
        theirs: { _ in nil },
        mine: { $0.setting("phone", at: ["x-note"]) }
      )
      #expect(bench.screen.contains("The whole script"))
      bench.press(key, "Enter")
      #expect((object(bench) == nil) == (key == "1"))
      #expect(bench.app.layers.isEmpty && bench.app.edits.isEmpty)
      if key == "1" { #expect(bench.app.toast?.text == "Charged twice stays taken out") }
    }
  }

  @Test func `a rule is told in words`() throws {
    let line = DefinitionReference(.service, "priority-line")
    var bench = try Self.bench(
      line,
      theirs: { $0.setting([">=": [["var": "behavioral.orders"], 12]], at: ["eligibility"]) },
      mine: { $0.setting([">=": [["var": "behavioral.orders"], 5]], at: ["eligibility"]) }
    )
    #expect(bench.screen.contains("Only if"))
    #expect(bench.screen.contains("1 Theirs  orders at least 12"))
    #expect(bench.screen.contains("2 Mine    orders at least 5"))
    #expect(!bench.screen.contains("{\"var\""))
    bench.press("2", "Enter")
    #expect(object(bench, line)?["eligibility"]?[">="]?[1] == 5)
  }

  @Test func `an order that both changed is told by the names of the steps`() throws {
    func moved(_ order: [Int]) -> (JSON) -> JSON {
      { before in before.changingList(at: ["steps"]) { steps in steps = order.map { steps[$0] } } }
    }
    var bench = try Self.bench(theirs: moved([1, 0, 2]), mine: moved([0, 2, 1]))
    #expect(bench.screen.contains("Order of the steps"))
    #expect(bench.screen.contains("1 Theirs  Verify · Open · Put it right"))
    bench.press("1", "Enter")
    #expect(object(bench)?["steps"]?[0]?["id"] == "who")
  }

  @Test func `what is wrong only together is not saved, and stands in the form`() throws {
    let branch: JSON = [
      "id": "ask", "kind": "choose", "label": "Ask", "next": [["label": "On", "to": "fix"]],
    ]
    var bench = try Self.bench(
      theirs: { before in before.changingList(at: ["steps"]) { $0.remove(at: 2) } },
      mine: { before in before.changingList(at: ["steps"]) { $0.insert(branch, at: 1) } }
    )
    #expect(bench.screen.contains("not saved: together with what others changed meanwhile"))
    #expect(object(bench)?["steps"]?.arrayValue?.count == 2)
    let ids = bench.app.definitionForm?.draft.object["steps"]?.arrayValue?.compactMap {
      $0["id"]?.stringValue
    }
    #expect(ids == ["open", "ask", "who"])
    bench.press("Ctrl-S")
    #expect(bench.definitions.changes.count == 1)
  }

  @Test func `long texts are scrolled to their ends, and every field can be reached`() throws {
    let long = (1...120).map { "word\($0)" }.joined(separator: " ")
    var bench = try Self.bench(
      theirs: { before in
        before.setting(.string("\(long) theirs"), at: ["steps", "0", "text", "de"])
          .setting("Their label", at: ["steps", "2", "label", "en"])
      },
      mine: { before in
        before.setting(.string("\(long) mine"), at: ["steps", "0", "text", "de"])
          .setting("My label", at: ["steps", "2", "label", "en"])
      }
    )
    #expect(bench.screen.contains("Not saved yet: 2 to decide"))
    #expect(!bench.screen.contains("word120 mine"))
    bench.press("PgDn")
    #expect(bench.screen.contains("word120 mine"))
    bench.press("PgDn", "PgDn", "PgDn", "PgUp", "PgUp", "PgUp", "PgUp")
    #expect(bench.screen.contains("Which one stays?"))
    bench.press("Down")
    #expect(bench.screen.contains("2 Mine    My label"))
    bench.press("1")
    #expect(bench.screen.contains("Text of step “Open”, German"))
  }

  @Test func `no text of a conflict reaches a cell with anything harmful`() throws {
    for (index, text) in PropertyTests.hostile.enumerated() where index % 20 == 0 {
      let bench = try Self.bench(
        DefinitionReference(.tone, "warm"),
        theirs: { $0.setting(.string("a\(text)"), at: ["phrases", "en", "hold"]) },
        mine: { $0.setting(.string("b\(text)"), at: ["phrases", "en", "hold"]) }
      )
      let harmful = bench.rows.joined().unicodeScalars.filter { scalar in
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
          || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
      }
      #expect(harmful.isEmpty, "\(text.debugDescription)")
    }
  }

  @Test func `what others saved while the editor of a script was open stays`() throws {
    var bench = WorkbenchDefinitions.bench()
    bench.app.workbench.show(Self.script)
    let opened = bench.app.editJSON(now: bench.now)
    guard case .edit(let document, let name)? = opened.first else {
      Issue.record("no editor is opened")
      return
    }
    bench.definitions.documents[Self.script]?["title"] = ["en": "Theirs"]
    var knowledge = bench.app.knowledge
    knowledge.definitions = Definitions(decoding: bench.definitions.documents)
    bench.send(.message(.reloaded(knowledge)))
    let text = document.replacing("Put it right", with: "Mend it")
    bench.send(.message(.edited(text: text, name: name, why: nil)))
    bench.press("Ctrl-S")
    bench.type("mine")
    bench.press("Enter")
    #expect(object(bench)?["title"] == ["en": "Theirs"])
    #expect(object(bench)?["steps"]?[2]?["label"] == ["en": "Mend it"])
  }
}
