import JSONLogic
import RapportCore
import Terminal
import Testing

@testable import RapportTUI

/// Changing definitions in their forms.
struct DefinitionFormTests {
  /// The form of the tone, with the cursor in the greeting.
  private func greeting(_ columns: Int = 80, _ rows: Int = 24) -> Bench {
    var bench = WorkbenchDefinitions.bench(columns, rows)
    bench.press("]", "Down", "e")
    for _ in 0..<8 { bench.press("Tab") }
    return bench
  }

  private func tone(_ bench: Bench) -> JSON? {
    bench.definitions.documents.files["tones/warm.json"]
  }

  @Test func `another status says how many fall out, with some of their names`() {
    var bench = RuleEditorTests.bench()
    bench.press("Esc", "e", "Tab", "Tab")
    #expect(bench.app.definitionForm?.field?.label == "Status")
    let before = bench.screen
    bench.press("Left")
    #expect(!before.contains("out:") && bench.app.definitionForm?.draft.object["status"] == "draft")
    #expect(bench.screen.contains("fall out: ") || bench.screen.contains("falls out: "))
    #expect(bench.screen.contains("Rita 1"))
    bench.press("Right")
    #expect(!bench.screen.contains("out: "))
  }

  /// The form of the loyal advocates, whose status goes back to a draft.
  private func backToDraft(_ change: (inout Bench) -> Void = { _ in }) -> Bench {
    var bench = RuleEditorTests.bench()
    bench.press("Esc", "e", "Tab", "Tab")
    change(&bench)
    bench.press("Left")
    return bench
  }

  @Test func `who falls out stays while it is counted again, and is marked`() {
    var bench = backToDraft()
    #expect(bench.screen.contains("fall out: ") && !bench.screen.contains("counting"))
    bench.holdsCounts = true
    bench.press("Tab")
    bench.type("1")
    #expect(bench.screen.contains("fall out: ") && bench.screen.contains("counting again"))
    bench.release()
    #expect(bench.screen.contains("fall out: ") && !bench.screen.contains("counting again"))
  }

  @Test func `where the count fails that is said, and no old count stays`() {
    var bench = backToDraft()
    bench.counts = false
    bench.press("Tab")
    bench.type("1")
    #expect(!bench.screen.contains("fall out: "))
    #expect(bench.screen.contains("who falls out is not counted: nobody counts"))
  }

  @Test func `before the first count it says that it counts`() {
    var bench = backToDraft { $0.holdsCounts = true }
    #expect(bench.screen.contains("counting who falls out"))
    bench.release()
    #expect(!bench.screen.contains("counting who falls out"))
  }

  @Test func `those without a name are called by their ids`() {
    let bench = backToDraft { bench in
      bench.store.customers = [:]
      bench.store.put(
        Customer(id: "N-7", record: ["id": "N-7", "behavioral": ["orders": 20]])
      )
    }
    #expect(bench.screen.contains("1 falls out: N-7"))
  }

  @Test func `a new definition that was left is offered by n, and its name makes its id`() {
    var bench = WorkbenchDefinitions.bench()
    bench.press("n", "2")
    bench.type("Fresh fibre!")
    bench.press("Enter")
    #expect(bench.app.definitionForm?.reference == DefinitionReference(.segment, "fresh-fibre"))
    #expect(bench.app.definitionForm?.draft.object["name"] == "Fresh fibre!")
    bench.press("Esc")
    #expect(bench.screen.contains("n goes on with it"))
    bench.press("1")
    bench.wait(60)
    #expect(bench.app.layers.isEmpty && bench.savedEdits.count == 1)
    #expect(bench.screen.contains("n goes on"))
    bench.press("n")
    #expect(bench.screen.contains("Go on with Fresh fibre!"))
    bench.press("3")
    bench.type("fresh-fibre")
    bench.press("Enter")
    #expect(bench.screen.contains("you began the segment fresh-fibre"))
    bench.press("Esc", "n", "1")
    #expect(bench.app.definitionForm?.reference == DefinitionReference(.segment, "fresh-fibre"))
  }

  @Test func `what is typed as a name is the name, be it an id, and of a copy too`() {
    var bench = WorkbenchDefinitions.bench()
    bench.press("n", "2")
    bench.type("vips")
    #expect(bench.screen.contains("its id is vips, and stays that"))
    bench.press("Enter")
    #expect(bench.app.definitionForm?.draft.object["name"] == "vips")
    bench.press("Esc", "2", "n", "1")
    bench.type("twin")
    bench.press("Enter")
    #expect(bench.app.definitionForm?.reference == DefinitionReference(.segment, "twin"))
    #expect(bench.app.definitionForm?.draft.object["name"] == "twin")
  }

  @Test func `a copy whose name is by language is called what was typed`() {
    var bench = WorkbenchDefinitions.bench()
    while bench.app.workbench.page != .scripts { bench.press("]") }
    bench.press("n")
    guard let copied = bench.app.selectedDefinition(now: bench.now) else {
      Issue.record("there is no script to copy")
      return
    }
    bench.app.knowledge.definitions.documents[copied] =
      ["id": "x", "title": ["en": "Old", "de": "Alt"], "steps": []]
    bench.press("1")
    bench.type("Fresh words")
    bench.press("Enter")
    #expect(bench.app.definitionForm?.draft.object["title"] == ["en": "Fresh words"])
  }

  @Test(arguments: [
    ("Ärzte & Co", "aerzte-co"), ("Über 60", "ueber-60"), ("Νέοι πελάτες", "neoi-pelates"),
    ("Zoë’s", "zoe-s"),
  ])
  func `a name in any alphabet makes an id that is shown while it is typed`(
    name: String,
    id: String
  ) {
    var bench = WorkbenchDefinitions.bench()
    bench.press("n", "2")
    bench.type(name)
    #expect(bench.screen.contains("its id is \(id), and stays that"))
    bench.press("Enter")
    #expect(bench.app.definitionForm?.reference.id == id)
    #expect(bench.app.definitionForm?.draft.object["name"] == .string(name))
  }

  @Test func `where a name makes no id one is asked for`() {
    var bench = WorkbenchDefinitions.bench()
    bench.press("n", "2")
    bench.type("常連")
    #expect(bench.screen.contains("no id can be made from it"))
    bench.press("Enter")
    #expect(bench.app.definitionForm == nil)
    bench.type("常連")
    bench.press("Enter")
    #expect(bench.app.definitionForm == nil)
    #expect(bench.screen.contains("small letters, digits and hyphens"))
    bench.press("Ctrl-U")
    bench.type("jouren")
    bench.press("Enter")
    #expect(bench.app.definitionForm?.reference == DefinitionReference(.segment, "jouren"))
    #expect(bench.app.definitionForm?.draft.object["name"] == "常連")
  }

  @Test func `the way back to what was begun names the page where it is one`() {
    var bench = WorkbenchDefinitions.bench(120, 30)
    bench.press("n", "2")
    bench.type("Fresh")
    bench.press("Enter", "Esc", "1")
    bench.wait(60)
    #expect(bench.screen.contains("not saved: segment Fresh; n goes on"))
    for page in WorkbenchPage.allCases where page != .segments {
      while bench.app.workbench.page != page { bench.press("]") }
      #expect(bench.screen.contains("not saved: segment Fresh; n on Segments goes on"), "\(page)")
    }
  }

  @Test func `agents look and do not change`() {
    var bench = WorkbenchDefinitions.bench(role: .agent)
    bench.press("]", "e")
    #expect(bench.app.toast?.text == "supervisors change definitions")
    bench.press("E")
    #expect(bench.app.toast?.text == "supervisors change definitions")
    #expect(bench.app.layers.isEmpty && bench.documents.isEmpty)
    #expect(!bench.app.hints.contains { $0.id == .editDefinition })
  }

  @Test func `a store that is read only says why`() {
    var bench = WorkbenchDefinitions.bench()
    bench.app.reasonAgainstEditing = "this store is read-only here"
    bench.press("e")
    #expect(bench.app.toast?.text == "this store is read-only here")
  }

  @Test func `the preview shows every key for a customer`() {
    var bench = greeting()
    #expect(bench.screen.contains("Ana Petrov") || bench.screen.contains("· "))
    bench.press("Ctrl-U")
    bench.type("Hi {{customer.callName}}, Maria here.")
    let preview = bench.app.definitionForm?.outcome?.previews
    #expect(preview?.count == 5)
    #expect(preview?.last?.name == "Nobody known")
    #expect(bench.screen.contains(", Maria here."))
    bench.press("Ctrl-F")
    #expect(bench.screen.contains("2 of 5"))
  }

  @Test func `a banned word is told at its step while it is typed, with the words quoted`() {
    var bench = WorkbenchDefinitions.bench(120, 40)
    bench.press("]", "]", "]", "e")
    for _ in 0..<60 where bench.app.definitionForm?.field?.label != "Text" { bench.press("Tab") }
    func findings() -> [String] {
      guard let form = bench.app.definitionForm, let field = form.focus else { return [] }
      return (form.placedProblems.fields[field] ?? []).map(\.problem.message)
    }
    #expect(!findings().contains { $0.lowercased().contains("unfortunately") })
    bench.type(" Unfortunately it takes a week.")
    #expect(findings().contains { $0.contains("\"Unfortunately") || $0.contains("“Unfortunately") })
    #expect(bench.screen.contains("Unfortunately\"") || bench.screen.contains("Unfortunately”"))
  }

  @Test func `a template that cannot be read says where, at the field, and is not saved`() {
    var bench = greeting()
    bench.type(" {{#oops")
    #expect(bench.screen.contains("error: line 1, column"))
    #expect(bench.screen.contains("1 new error: it cannot be saved like that"))
    bench.press("Ctrl-S")
    #expect(bench.definitions.changes.isEmpty)
    #expect(bench.screen.contains("not saved: line 1, column"))
  }

  @Test func `saving asks for a reason, keeps unknown keys, and tells the version`() {
    var bench = greeting()
    bench.press("Ctrl-U")
    bench.type("Good day.")
    bench.press("Ctrl-S")
    #expect(bench.screen.contains("Why this change?"))
    bench.press("Enter")
    #expect(bench.screen.contains("a reason is needed"))
    bench.type("shorter")
    bench.press("Enter")
    #expect(bench.app.toast?.text == "Saved: Warm and personal, version 5")
    #expect(bench.app.layers.isEmpty && bench.savedEdits.isEmpty)
    #expect(tone(bench)?["phrases"]?["en"]?["greeting"] == "Good day.")
    #expect(tone(bench)?["x-owner"] == "kept" && tone(bench)?["revision"] == 5)
    #expect(bench.definitions.changes.last?.reason == "shorter")
  }

  @Test func `u takes the last change back and names it`() {
    var bench = greeting()
    bench.press("u")
    #expect(tone(bench)?["revision"] == 4)
    bench.press("Ctrl-S")
    bench.type("a slip")
    bench.press("Enter", "u")
    #expect(bench.app.toast?.text == "Taken back: Warm and personal, version 6, “a slip”")
    #expect(
      tone(bench)?["phrases"]?["en"]?["greeting"]
        == "Hello {{customer.callName}}, this is {{agent.name}}."
    )
    bench.press("u")
    #expect(bench.app.toast?.text == "Warm and personal has no change to take back")
  }

  @Test func `what moved on is not taken back`() {
    var bench = greeting()
    bench.type("!")
    bench.press("Ctrl-S")
    bench.type("livelier")
    bench.press("Enter")
    bench.definitions.documents.files["tones/warm.json"] = tone(bench)?
      .setting("Theirs.", at: ["phrases", "en", "greeting"])
    bench.press("u")
    #expect(bench.app.toast?.text.hasPrefix("Not taken back: ") == true)
    #expect(bench.app.toast?.text.hasSuffix("changed Greeting, English since") == true)
    // The last change that the history has is looked at.
    #expect(bench.screen.contains("Take back the last change of Warm and personal"))
    #expect(tone(bench)?["phrases"]?["en"]?["greeting"] == "Theirs.")
  }

  @Test func `a draft is kept after every key, and is there again`() {
    var bench = greeting()
    bench.type("X")
    #expect(bench.savedEdits.count == 1)
    bench.press("Esc")
    #expect(bench.screen.contains("Keep it as a draft"))
    bench.press("Enter")
    #expect(bench.app.layers.isEmpty && bench.savedEdits.count == 1)
    bench.press("e")
    #expect(bench.app.toast?.text == "Your unsaved changes are here again")
    #expect(bench.app.definitionForm?.draft.isChanged == true)
    bench.press("Esc", "2")
    #expect(bench.savedEdits.isEmpty && bench.app.edits.isEmpty)
    bench.press("e", "Esc")
    #expect(bench.app.layers.isEmpty)
  }

  @Test func `what is typed and taken out again is no draft`() {
    var bench = greeting()
    bench.type("X")
    bench.press("Backspace")
    #expect(bench.savedEdits.isEmpty)
  }

  @Test func `a draft of a window that ended is offered`() throws {
    var first = greeting()
    first.type("X")
    let draft = try #require(first.savedEdits.values.first)
    var second = WorkbenchDefinitions.bench()
    let kept = try #require(DefinitionDraft(draft: .object(draft.draft)))
    second.send(.message(.edits([kept])))
    #expect(second.app.toast?.text == "1 change of definitions not saved yet: F4")
    second.press("]", "Down", "e")
    #expect(second.app.definitionForm?.draft.object == draft.object)
  }

  @Test func `the same field changed by two is decided field by field`() {
    var bench = greeting()
    bench.press("Ctrl-U")
    bench.type("Mine.")
    bench.definitions.documents.files["tones/warm.json"] = tone(bench)?
      .setting("Theirs.", at: ["phrases", "en", "greeting"])
      .setting("Their hold.", at: ["phrases", "en", "hold"])
    bench.press("Ctrl-S")
    bench.type("why not")
    bench.press("Enter")
    #expect(bench.screen.contains("Somebody else changed the same. Which one stays?"))
    #expect(bench.screen.contains("Greeting, English"))
    #expect(bench.screen.contains("1 Theirs  Theirs."))
    #expect(bench.screen.contains("2 Mine    Mine."))
    bench.press("Enter")
    #expect(bench.app.toast?.text == "choose 1 or 2 for every field first")
    bench.press("2", "Enter")
    #expect(bench.app.toast?.kind == .ok, "\(bench.app.toast?.text ?? "")")
    #expect(tone(bench)?["phrases"]?["en"]?["greeting"] == "Mine.")
    #expect(tone(bench)?["phrases"]?["en"]?["hold"] == "Their hold.")
  }

  @Test(arguments: [("lb", "You, in another window, changed"), ("rt", "Somebody else changed")])
  func `a conflict says whether it was another window of one's own`(by: String, words: String)
    throws
  {
    var bench = greeting()
    bench.app.agent.id = "lb"
    bench.press("Ctrl-U")
    bench.type("Mine.")
    let before = try #require(tone(bench))
    let edit = DefinitionChange.Edit(
      DefinitionReference(.tone, "warm"),
      before: before,
      after: before.setting("Theirs.", at: ["phrases", "en", "greeting"])
    )
    let change = DefinitionChange(
      id: "X1",
      at: bench.now,
      by: Agent.ID(by),
      reason: "Quieter.",
      edits: [edit]
    )
    _ = try bench.definitions.save(change)
    bench.press("Ctrl-S")
    bench.type("why not")
    bench.press("Enter")
    #expect(bench.screen.contains("\(words) the same. Which one stays?"))
  }

  @Test func `theirs may stay, and the rest of mine is saved`() {
    var bench = greeting()
    bench.press("Ctrl-U")
    bench.type("Mine.")
    bench.press("Tab", "Ctrl-U")
    bench.type("My apology.")
    bench.definitions.documents.files["tones/warm.json"] = tone(bench)?
      .setting("Theirs.", at: ["phrases", "en", "greeting"])
    bench.press("Ctrl-S")
    bench.type("both")
    bench.press("Enter", "1", "Enter")
    #expect(tone(bench)?["phrases"]?["en"]?["greeting"] == "Theirs.")
    #expect(tone(bench)?["phrases"]?["en"]?["apology"] == "My apology.")
  }

  @Test func `who leaves while it is saved has no draft left, and what is typed since stays`() {
    var bench = greeting()
    bench.type("X")
    bench.press("Ctrl-S")
    bench.type("why")
    let effects = bench.app.update(.input(.key(.enter)), now: bench.now)
    guard case .saveDefinitions(let change) = effects.last else {
      Issue.record("nothing is saved")
      return
    }
    bench.press("F2")
    bench.send(.message(.definitionsSaved(change)))
    #expect(bench.app.edits.isEmpty && bench.savedEdits.isEmpty)
    #expect(bench.app.workbench.own.count == 1)
  }

  @Test func `the cursor goes through the rows of a long text before it leaves it`() {
    var editor = NoteEditor("one two three four five six")
    let up = editor.move(byRows: -1, columns: 12)
    #expect(up && editor.rows(columns: 12).cursor.y == 1)
    let upAgain = editor.move(byRows: -1, columns: 12)
    #expect(upAgain && editor.rows(columns: 12).cursor.y == 0)
    let beyond = editor.move(byRows: -1, columns: 12)
    #expect(!beyond)
  }

  @Test func `a voice is moved by arrows and told in words`() {
    var bench = WorkbenchDefinitions.bench()
    bench.press("]", "Down", "e", "Tab", "Right", "Right", "Right", "Right")
    #expect(bench.app.definitionForm?.draft.object["voice"]?["formality"] == 2)
    #expect(bench.screen.contains("very formal"))
    bench.press("Left")
    #expect(bench.app.definitionForm?.draft.object["voice"]?["formality"] == 1)
  }

  @Test func `the language of the texts is switched, and says what is missing`() {
    var bench = greeting()
    bench.press("Ctrl-T")
    #expect(bench.screen.contains("German, 5 missing") || bench.screen.contains("missing"))
    #expect(bench.screen.contains("Hallo {{customer.callName}}"))
    bench.press("Tab")
    #expect(bench.screen.contains("English: I am sorry."))
    bench.type("Das tut mir leid.")
    #expect(
      bench.app.definitionForm?.draft.object["phrases"]?["de"]?["apology"] == "Das tut mir leid."
    )
  }

  @Test func `hours are typed as text, and what is wrong is told at the day`() {
    var bench = WorkbenchDefinitions.bench()
    bench.press("]", "]", "Down", "e")
    while bench.app.definitionForm?.field?.label != "Tuesday" { bench.press("Tab") }
    bench.type("8-12")
    #expect(bench.screen.contains("where a span such as"))
    bench.press("Ctrl-U")
    bench.type("08:00-12:00, 13:00-20:00")
    let weekly = bench.app.definitionForm?.draft.object["hours"]?["weekly"]
    #expect(weekly?["tue"] == ["08:00-12:00", "13:00-20:00"])
    #expect(bench.app.definitionForm?.outcome?.newErrors.isEmpty == true)
  }

  @Test func `steps are added, moved and taken out`() {
    var bench = WorkbenchDefinitions.bench()
    bench.press("]", "]", "]", "e")
    func ids() -> [String] {
      let steps = bench.app.definitionForm?.draft.object["steps"]?.arrayValue ?? []
      return steps.compactMap { $0["id"]?.stringValue }
    }
    while bench.app.definitionForm?.field?.label != "Kind" { bench.press("Tab") }
    bench.press("Up")
    #expect(bench.app.definitionForm?.isOnItem == true)
    bench.press(">")
    #expect(ids() == ["who", "open", "fix"])
    bench.press("Del")
    #expect(ids() == ["who", "fix"])
    while bench.app.definitionForm?.canAdd == false { bench.press("Tab") }
    bench.press("+")
    #expect(ids() == ["who", "fix", "new"])
  }

  @Test func `channels are chosen and left out`() {
    var bench = WorkbenchDefinitions.bench()
    bench.press("]", "]", "Down", "e")
    while bench.app.definitionForm?.field?.label != "Channels" { bench.press("Tab") }
    bench.press("Right", "Space")
    #expect(bench.app.definitionForm?.draft.object["channels"] == ["phone", "email"])
    bench.press("Space", "Left", "Space")
    #expect(bench.app.definitionForm?.draft.object["channels"] == nil)
  }

  @Test func `a number that is none stays as typed and is a problem`() {
    var bench = WorkbenchDefinitions.bench()
    bench.press("]", "Down", "e")
    while bench.app.definitionForm?.field?.label != "Sentences" { bench.press("Tab") }
    bench.press("Ctrl-U")
    bench.type("few")
    #expect(bench.app.definitionForm?.draft.object["maxSentenceWords"] == "few")
    #expect(bench.app.definitionForm?.outcome?.newErrors.count == 1)
    bench.press("Ctrl-U")
    bench.type("12")
    #expect(bench.app.definitionForm?.draft.object["maxSentenceWords"] == 12)
  }

  @Test func `n makes a copy under an id that is free`() {
    var bench = WorkbenchDefinitions.bench()
    bench.press("]", "Down", "n", "1")
    bench.type("warm")
    bench.press("Enter")
    #expect(bench.screen.contains("there is a tone warm already"))
    bench.press("Ctrl-U")
    bench.type("warmer")
    bench.press("Enter")
    #expect(bench.app.definitionForm?.draft.object["id"] == "warmer")
    #expect(bench.app.definitionForm?.draft.object["phrases"] == tone(bench)?["phrases"])
    bench.press("Ctrl-S")
    bench.type("a second one")
    bench.press("Enter")
    #expect(bench.definitions.documents.files["tones/warmer.json"]?["revision"] == 1)
  }

  @Test func `E edits the JSON, and the form shows what follows`() {
    var bench = WorkbenchDefinitions.bench()
    bench.editing = { $0.replacing("Take care!", with: "Bye.") }
    bench.press("]", "Down", "E")
    #expect(bench.documents.first?.contains("\"greeting\"") == true)
    #expect(bench.app.definitionForm?.draft.object["phrases"]?["en"]?["closing"] == "Bye.")
    bench.press("Ctrl-S")
    bench.type("shorter")
    bench.press("Enter")
    #expect(tone(bench)?["phrases"]?["en"]?["closing"] == "Bye.")
  }

  @Test func `what is no JSON says where, and is edited again or dropped`() {
    var bench = WorkbenchDefinitions.bench()
    bench.editing = { _ in "{\"id\": " }
    bench.press("]", "Down", "E")
    #expect(bench.screen.contains("line 1, column"))
    bench.editing = { text in
      #expect(text == "{\"id\": ")
      return nil
    }
    bench.press("Enter")
    #expect(bench.documents.count == 2)
    #expect(bench.app.definitionForm == nil)
    #expect(bench.app.toast?.text == "vi ended with 1")
  }

  @Test func `the goal of a segment is saved without touching the rest`() {
    var bench = WorkbenchDefinitions.bench()
    bench.press("e")
    for _ in 0..<9 where bench.app.definitionForm?.field?.label != "Goal" { bench.press("Tab") }
    bench.press("Ctrl-U")
    bench.type("Keep every one of them.")
    bench.press("Ctrl-S")
    bench.type("clearer")
    bench.press("Enter")
    let segment = bench.definitions.documents.files["segments/loyal-advocates.json"]
    #expect(segment?["goal"]?["text"] == "Keep every one of them.")
    #expect(segment?["goal"]?["target"] == 0.95 && segment?["x-note"] == "ours")
  }

  @Test func `a reason is one item of its file`() {
    var bench = WorkbenchDefinitions.bench()
    bench.press("]", "]", "]", "]", "e")
    bench.type("!")
    bench.press("Ctrl-S")
    bench.type("louder")
    bench.press("Enter")
    let items = bench.definitions.documents.files["intents.json"]?.arrayValue
    #expect(items?.count == 2)
    #expect(items?.first?["title"]?["en"] == "Charged twice!")
  }

  @Test func `no text of a definition reaches a cell with anything harmful`() {
    for (index, text) in PropertyTests.hostile.enumerated() where index < 15 || index % 15 == 0 {
      var documents = WorkbenchDefinitions.documents
      documents["tones/warm.json"]?["name"] = .string("a\(text)")
      documents["tones/warm.json"]?["phrases"] = ["en": ["greeting": .string(text)]]
      var knowledge = WorkbenchDefinitions.knowledge
      knowledge.definitions = Definitions(decoding: DefinitionDocuments(files: documents))
      var bench = Bench(80, 24, knowledge: knowledge)
      bench.app.agent.role = .supervisor
      bench.app.workbench.show(DefinitionReference(.tone, "warm"))
      bench.press("F4")
      var rows = bench.rows
      bench.press("e")
      bench.send(.input(.paste(text)))
      rows += bench.rows
      let harmful = rows.joined().unicodeScalars.filter { scalar in
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
          || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
      }
      #expect(harmful.isEmpty, "\(text.debugDescription)")
    }
  }
}
