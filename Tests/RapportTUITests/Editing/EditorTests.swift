import JSONLogic
import RapportCore
import Terminal
import Testing

@testable import RapportTUI

struct EditorTests {
  private static let settings: JSON = ["format": 1, "name": "northwind", "company": "Northwind"]

  private func bench() -> Bench {
    var knowledge = PreviewGuide.knowledge
    let documents = DefinitionDocuments(files: ["store.json": Self.settings])
    knowledge.definitions.documents = documents
    var bench = Bench(knowledge: knowledge)
    bench.definitions.documents = documents
    return bench
  }

  @Test func `the store's settings are edited and saved`() {
    var bench = bench()
    bench.editing = { $0.replacing("northwind", with: "southwind") }
    bench.choose("store.json")
    #expect(bench.documents == [Self.settings.canonical()])
    #expect(bench.definitions.documents.files["store.json"]?["name"] == "southwind")
    #expect(bench.definitions.changes.map(\.by) == ["mk"])
    #expect(bench.app.log.contains { $0.text == "Saved store" })
    #expect(bench.app.unsavedSettings == nil)
  }

  @Test func `an editor that fails, or leaves the text as it was, changes nothing`() {
    var bench = bench()
    bench.editing = { _ in nil }
    bench.choose("store.json")
    #expect(bench.screen.contains("vi ended with 1"))
    bench.editing = { $0 }
    bench.choose("store.json")
    #expect(bench.screen.contains("store.json is as it was"))
    #expect(bench.definitions.changes.isEmpty)
  }

  @Test func `what is no JSON, or would be wrong, is not saved and says where`() {
    var bench = bench()
    bench.editing = { _ in "{\n  \"name\": ,\n}" }
    bench.choose("store.json")
    #expect(bench.screen.contains("store.json is not saved: line 2, column 11"))
    // The next time the editor opens with what was left there.
    bench.editing = { _ in #"{"format": "new", "name": "northwind", "company": "Northwind"}"# }
    bench.choose("store.json")
    #expect(bench.documents.last == "{\n  \"name\": ,\n}")
    #expect(bench.screen.contains("store.json is not saved: store.json#/format"))
    #expect(bench.definitions.changes.isEmpty)
  }

  @Test func `where definitions cannot be changed, the palette says why`() {
    var bench = bench()
    bench.app.reasonAgainstEditing = "this store is read-only here"
    bench.choose("store.json")
    #expect(bench.documents.isEmpty)
    #expect(bench.screen.contains("this store is read-only here"))
  }

  @Test func `what others changed meanwhile is a conflict with the fields`() {
    var bench = bench()
    bench.definitions.documents.files["store.json"] = ["format": 1, "name": "eastwind"]
    bench.editing = { $0.replacing("northwind", with: "southwind") }
    bench.choose("store.json")
    #expect(bench.screen.contains("Somebody else changed the same. Which one stays?"))
    #expect(
      bench.screen.contains("1 Theirs  eastwind") && bench.screen.contains("2 Mine    southwind")
    )
    bench.press("2", "Enter")
    #expect(bench.definitions.documents.files["store.json"]?["name"] == "southwind")
    #expect(bench.app.layers.isEmpty && bench.app.unsavedSettings == nil)
  }

  @Test func `what others saved while the editor was open is not taken back by saving`() {
    var bench = bench()
    bench.definitions.documents.files["store.json"]?["goal"] = "Theirs."
    let opened = bench.app.editSettings(now: bench.now)
    guard case .edit(let document, let name)? = opened.first else {
      Issue.record("no editor is opened")
      return
    }
    var knowledge = bench.app.knowledge
    knowledge.definitions = Definitions(decoding: bench.definitions.documents)
    bench.send(.message(.reloaded(knowledge)))
    let text = document.replacing("northwind", with: "southwind")
    bench.send(.message(.edited(text: text, name: name, why: nil)))
    #expect(bench.definitions.documents.files["store.json"]?["goal"] == "Theirs.")
    #expect(bench.definitions.documents.files["store.json"]?["name"] == "southwind")
  }

  @Test func `an editor has the terminal, and the screen is drawn again`() {
    let ports = MemoryPorts()
    let editor = RecordingEditor()
    var all = ports.ports
    all.editor = editor
    var interface = Interface(
      ports: all,
      knowledge: bench().app.knowledge,
      agent: PreviewDefinitions.agent,
      themes: [],
      theme: "",
      seed: 1,
      clock: { PreviewStore.now }
    )
    let keys: [Key] = [.control("p")] + "store.json".map { .character($0) } + [.enter]
    let terminal = VirtualTerminal(size: Size(columns: 80, rows: 24), keys: keys)
    let isWritten = interface.run(on: terminal)
    #expect(isWritten)
    #expect(terminal.programs == [["vi", "store.json"]])
    #expect(terminal.frame?.canvas.textRows.joined().contains("vi ended with 3") == true)
  }
}

/// Runs a program with the document's name.
private struct RecordingEditor: DocumentEditor {
  func edit(
    _ document: String,
    named name: String,
    run: ([String]) -> ProgramOutcome
  ) -> EditedDocument {
    run(["vi", name]) == .exited(0) ? .nothing(why: "vi ended with 3") : .text(document)
  }
}

extension Bench {
  /// Takes the action that the palette finds for some words.
  fileprivate mutating func choose(_ words: String) {
    press("Ctrl-P")
    type(words)
    press("Enter")
  }
}
