import JSONLogic
import RapportCore
import Terminal
import Testing

@testable import RapportTUI

/// Merging, splitting and retiring segments, and going back to versions.
struct RefiningTests {
  private let loyal = DefinitionReference(.segment, "loyal-advocates")
  private let risk = DefinitionReference(.segment, "at-risk")

  /// With two changes of a segment behind it, by somebody else.
  static func bench(_ columns: Int = 80, _ rows: Int = 24) -> Bench {
    var bench = WorkbenchDefinitions.bench(columns, rows)
    let loyal = DefinitionReference(.segment, "loyal-advocates")
    for (number, (orders, reason)) in [(11, "a dozen is many"), (10, "ten is loyal")].enumerated() {
      let before = bench.definitions.documents[loyal]
      var after = before
      after?["rule"] = [">=": [["var": "behavioral.orders"], JSON(orders)]]
      let change = DefinitionChange(
        id: DefinitionChange.ID("01K\(number)"),
        at: PreviewStore.now.adding(seconds: Int64(number - 2) * 86_400),
        by: "ab",
        reason: reason,
        edits: [.init(loyal, before: before, after: after)]
      )
      _ = try? bench.definitions.save(change)
    }
    var knowledge = bench.app.knowledge
    knowledge.definitions = Definitions(decoding: bench.definitions.documents)
    bench.send(.message(.reloaded(knowledge)))
    bench.wait(60)
    return bench
  }

  private func changes(_ columns: Int = 80, _ rows: Int = 24) -> Bench {
    var bench = Self.bench(columns, rows)
    bench.press("Enter", "6")
    return bench
  }

  @Test func `the changes of a segment are its versions, the newest first`() {
    let bench = changes()
    let rows = bench.rows.filter { $0.contains("ten is loyal") || $0.contains("a dozen") }
    #expect(rows.count == 2)
    #expect(rows.first?.contains("9") == true && rows.first?.contains("ab") == true)
    #expect(bench.screen.contains("before the history begins"))
  }

  @Test func `Enter tells what a version changed, and compares with a marked one`() {
    var bench = changes()
    bench.press("Enter")
    #expect(bench.screen.contains("orders at least 11 -> 10"))
    bench.press("Esc", "x", "Down", "Down", "Enter")
    #expect(bench.screen.contains("version 7 -> 9"))
    #expect(bench.screen.contains("orders at least 12 -> 10"))
  }

  @Test func `a mark is of its segment, and the cursor stays on its version`() {
    var bench = changes()
    bench.press("Down", "Down", "x")
    #expect(bench.rows.contains { $0.hasPrefix("▌7") && $0.contains("mark") })
    let before = bench.definitions.documents[loyal]
    var after = before
    after?["summary"] = "They buy often."
    let change = DefinitionChange(
      id: "01K9",
      at: bench.now,
      by: "ab",
      reason: "in plain words",
      edits: [.init(loyal, before: before, after: after)]
    )
    _ = try? bench.definitions.save(change)
    bench.send(.message(.reloaded(Self.knowledge(of: bench))))
    #expect(bench.screen.contains("in plain words"))
    #expect(bench.rows.contains { $0.hasPrefix("▌7") && $0.contains("mark") })
    bench.press("Esc")
    bench.app.workbench.select(.definition(risk))
    bench.press("Enter", "6")
    #expect(bench.screen.contains("Slipping away") && !isMarked(bench))
    bench.press("Esc")
    bench.app.workbench.select(.definition(loyal))
    bench.press("Enter", "6")
    #expect(isMarked(bench))
  }

  /// Whether a version on the screen is; the last line names the key for it.
  private func isMarked(_ bench: Bench) -> Bool {
    bench.rows.dropLast().contains { $0.contains(" mark ") }
  }

  @Test func `going back to a version makes a new one, with a reason`() {
    var bench = changes()
    bench.press("Down", "Down", "b")
    #expect(bench.screen.contains("orders at least 10 -> 12"))
    bench.press("Ctrl-S")
    #expect(bench.screen.contains("back to version 7"))
    bench.press("Enter")
    #expect(bench.screen.contains("Saved: Loyal advocates, version 10"))
    #expect(bench.definitions.documents[loyal]?["revision"] == 10)
    #expect(bench.definitions.documents[loyal]?["rule"]?[">="]?[1] == 12)
    #expect(bench.screen.contains("back to version 7"))
  }

  @Test func `u takes back the last change of the segment, whoever made it, after a look`() {
    var bench = Self.bench()
    bench.press("u")
    #expect(bench.screen.contains("Take back the last change of Loyal advocates"))
    #expect(bench.screen.contains("Made          21 Nov 2026"))
    #expect(bench.screen.contains("Why           ten is loyal"))
    #expect(bench.screen.contains("orders at least 10 -> 11"))
    bench.press("Enter")
    #expect(bench.screen.contains("taken back: ten is loyal"))
    bench.press("Enter")
    #expect(bench.definitions.documents[loyal]?["rule"]?[">="]?[1] == 11)
    // What was just done is one's own, and goes back at once.
    bench.press("u")
    #expect(bench.definitions.documents[loyal]?["rule"]?[">="]?[1] == 10)
    // What took it back twice is the last change now.
    bench.press("u")
    #expect(bench.screen.contains("Why           taken back: taken back: ten is loyal"))
  }

  @Test func `a merge shows what differs, takes choices, and retires the second`() {
    var bench = Self.bench()
    bench.press("M")
    bench.type("slip")
    bench.press("Enter")
    #expect(bench.screen.contains("Loyal advocates takes in Slipping away"))
    #expect(bench.screen.contains("938 join Loyal advocates, 0 leave it"))
    let name = bench.rows.first { $0.contains("[Loyal advocates]") }
    #expect(name != nil)
    bench.press("2")
    #expect(bench.screen.contains("[Slipping away]"))
    bench.press("Ctrl-S")
    bench.type("one is enough")
    bench.press("Enter")
    #expect(bench.screen.contains("Saved: Slipping away, version 10"))
    #expect(bench.definitions.documents[risk]?["status"] == "retired")
    #expect(bench.definitions.documents[loyal]?["status"] == "active")
    #expect(bench.definitions.documents[loyal]?["rule"]?["or"] != nil)
    bench.press("u")
    #expect(bench.definitions.documents[risk]?["status"] == "draft")
    #expect(bench.definitions.documents[loyal]?["name"] == "Loyal advocates")
  }

  @Test func `a split is chosen among places, or typed, and made after a look`() {
    var bench = Self.bench()
    bench.press("S")
    bench.type("orders")
    bench.press("Enter")
    #expect(bench.screen.contains("orders less than 20"))
    #expect(bench.screen.contains("41 of 48 satisfied"))
    #expect(bench.screen.contains("312 have no value"))
    bench.press("Enter")
    #expect(bench.screen.contains("loyal-advocates-under-20, priority 20"))
    bench.press("t")
    bench.type("many")
    bench.press("Enter")
    #expect(bench.screen.contains("\"many\" is no value of orders"))
    bench.press("Ctrl-U")
    bench.type("30")
    bench.press("Enter")
    #expect(bench.screen.contains("loyal-advocates-from-30"))
    bench.press("Enter")
    bench.type("too broad")
    bench.press("Enter")
    #expect(bench.screen.contains("Saved: "))
    let high = bench.definitions.documents[DefinitionReference(.segment, "loyal-advocates-from-30")]
    #expect(high?["rule"] == [">=": [["var": "behavioral.orders"], 30]])
    #expect(bench.definitions.documents[loyal]?["status"] == "retired")
    let script = bench.definitions.documents[DefinitionReference(.script, "advocates-first")]
    #expect(script?["segments"] == ["loyal-advocates-under-30", "loyal-advocates-from-30"])
  }

  @Test func `a side without customers is refused before anything is written`() {
    var bench = Self.bench()
    bench.press("S")
    bench.type("orders")
    bench.press("Enter", "t")
    bench.type("0")
    bench.press("Enter")
    #expect(bench.screen.contains("This cannot be saved: orders less than 0: nobody"))
    bench.press("Ctrl-S")
    #expect(!bench.screen.contains("Why this change?"))
    #expect(bench.definitions.changes.count == 2)
  }

  @Test func `retiring tells what refers to it and what members lose, and can be turned back`() {
    var bench = Self.bench()
    bench.press("R")
    #expect(bench.screen.contains("Retire Loyal advocates"))
    #expect(bench.screen.contains("the offer Priority phone line"))
    #expect(bench.screen.contains("Charged twice, our advocates: is for nobody then"))
    bench.press("Enter")
    bench.type("campaign is over")
    bench.press("Enter")
    #expect(bench.definitions.documents[loyal]?["status"] == "retired")
    bench.press("R")
    #expect(bench.screen.contains("Bring back Loyal advocates"))
    bench.press("Enter")
    bench.type("it goes on")
    bench.press("Enter")
    #expect(bench.definitions.documents[loyal]?["status"] == "active")
  }

  @Test func `what the store does not take stays on the screen`() {
    var bench = Self.bench()
    bench.press("R", "Enter")
    bench.type("over")
    bench.definitions.failure = MemoryFailure()
    bench.press("Enter")
    #expect(bench.screen.contains("not saved: the disk is full"))
    #expect(bench.screen.contains("Retire Loyal advocates"))
    bench.definitions.failure = nil
    bench.press("Enter")
    bench.type("over")
    bench.press("Enter")
    #expect(bench.definitions.documents[loyal]?["status"] == "retired")
  }

  // MARK: what others change meanwhile

  /// Ana saves a change of a segment in another window.
  private func change(_ bench: inout Bench, _ reference: DefinitionReference, _ keys: JSONObject) {
    let before = bench.definitions.documents[reference]
    var after = before
    for (key, value) in keys { after?[key] = value }
    let change = DefinitionChange(
      id: DefinitionChange.ID("01L\(bench.definitions.changes.count)"),
      at: bench.now,
      by: "ana",
      reason: "hers",
      edits: [.init(reference, before: before, after: after)]
    )
    #expect(throws: Never.self) { try bench.definitions.save(change) }
  }

  @Test func `a merge looks again by itself where somebody changed a rule meanwhile`() {
    var bench = Self.bench()
    bench.press("M")
    bench.type("slip")
    bench.press("Enter", "2")
    // Of the second one only the status is written; its rule is in what comes of both.
    change(&bench, risk, ["rule": ["<": [["var": "behavioral.orders"], 4]]])
    bench.press("Ctrl-S")
    bench.type("one is enough")
    bench.press("Enter")
    #expect(bench.definitions.documents[risk]?["status"] == "draft")
    #expect(bench.app.toast?.text.hasPrefix("Not saved: ana (") == true)
    #expect(bench.app.toast?.text.contains("changed Rule meanwhile") == true)
    #expect(bench.screen.contains("Meanwhile") && bench.screen.contains("Slipping away: Rule"))
    #expect(bench.screen.contains("[Slipping away]"))
    bench.press("Ctrl-S")
    #expect(bench.screen.contains("> one is enough"))
    bench.press("Enter")
    #expect(bench.screen.contains("Saved: Slipping away, version 10"))
    #expect(bench.definitions.documents[loyal]?["rule"]?["or"]?[1]?["<"]?[1] == 4)
    #expect(bench.definitions.documents[risk]?["status"] == "retired")
  }

  @Test func `a split that keeps the old one is of its rule as it is now`() {
    var bench = Self.bench()
    bench.press("S")
    bench.type("orders")
    bench.press("Enter", "Enter", "k")
    change(&bench, loyal, ["rule": [">=": [["var": "behavioral.orders"], 5]]])
    bench.press("Enter")
    bench.type("finer")
    bench.press("Enter")
    #expect(bench.app.toast?.text.hasPrefix("Not saved: ana (") == true)
    bench.press("Enter", "Enter")
    let part = DefinitionReference(.segment, "loyal-advocates-under-20")
    #expect(bench.definitions.documents[part]?["rule"]?["and"]?[0]?[">="]?[1] == 5)
    #expect(bench.definitions.documents[loyal]?["status"] != "retired")
    #expect(bench.definitions.changes.last?.reason == "finer")
  }

  @Test func `what cannot be done any more says why, and is not saved`() {
    var bench = Self.bench()
    bench.press("R")
    change(&bench, loyal, ["status": "retired"])
    bench.send(.message(.reloaded(Self.knowledge(of: bench))))
    #expect(bench.screen.contains("This cannot be saved: Loyal advocates is retired already"))
    bench.press("Enter")
    #expect(!bench.screen.contains("Why this change?"))
  }

  private static func knowledge(of bench: Bench) -> Knowledge {
    var knowledge = bench.app.knowledge
    knowledge.definitions = Definitions(decoding: bench.definitions.documents)
    return knowledge
  }

  @Test func `going back to a version over what somebody changed is looked at again`() {
    var bench = changes()
    bench.press("Down", "Down", "b")
    change(&bench, loyal, ["rule": [">=": [["var": "behavioral.orders"], 8]]])
    bench.press("Ctrl-S")
    bench.type("it was right")
    bench.press("Enter")
    #expect(bench.app.toast?.text.hasPrefix("Not saved: ana (") == true)
    #expect(bench.screen.contains("orders at least 8 -> 12"))
    bench.press("Ctrl-S", "Enter")
    #expect(bench.definitions.documents[loyal]?["rule"]?[">="]?[1] == 12)
    #expect(bench.definitions.changes.last?.reason == "back to version 7 it was right")
  }

  @Test func `a version that is the same as now is not gone back to`() {
    var bench = changes()
    bench.press("b")
    #expect(bench.app.toast?.text == "Loyal advocates is as it was in version 9 already")
    #expect(bench.app.refining == nil)
  }

  @Test func `what was done here is taken back after a look where somebody changed it since`() {
    var bench = Self.bench()
    bench.press("R", "Enter")
    bench.type("over")
    bench.press("Enter")
    change(&bench, loyal, ["status": "draft"])
    bench.press("u")
    #expect(bench.app.toast?.text.hasPrefix("Not taken back: ana (") == true)
    #expect(bench.screen.contains("Take back the last change of Loyal advocates"))
    #expect(bench.screen.contains("Why           hers"))
    #expect(bench.definitions.documents[loyal]?["status"] == "draft")
  }

  @Test func `what would be wrong without it is not taken back at once`() {
    var bench = Self.bench()
    bench.press("S")
    bench.type("orders")
    bench.press("Enter", "Enter", "k", "Enter")
    bench.type("finer")
    bench.press("Enter")
    // Somebody refers to a part that taking back would remove.
    let script = DefinitionReference(.script, "advocates-first")
    change(&bench, script, ["segments": ["loyal-advocates-under-20"]])
    bench.send(.message(.reloaded(Self.knowledge(of: bench))))
    let before = bench.definitions.changes.count
    bench.press("u")
    #expect(bench.app.toast?.text.hasPrefix("Not taken back yet: ") == true)
    #expect(bench.screen.contains("Take back the last change of"))
    #expect(bench.definitions.changes.count == before)
    // Once nothing refers to it any more, it can be.
    change(&bench, script, ["segments": ["loyal-advocates"]])
    bench.send(.message(.reloaded(Self.knowledge(of: bench))))
    bench.press("Enter", "Enter")
    #expect(bench.app.toast?.text.hasPrefix("Taken back: ") == true)
    #expect(bench.app.workbench.own.isEmpty)
  }

  @Test func `what changes while the reason is typed is looked at before it is saved`() {
    var bench = changes()
    bench.press("Down", "Down", "b", "Ctrl-S")
    bench.type("it was right")
    change(&bench, loyal, ["rule": [">=": [["var": "behavioral.orders"], 8]], "priority": 21])
    bench.send(.message(.reloaded(Self.knowledge(of: bench))))
    #expect(bench.app.layers.count == 1 && bench.app.refining != nil)
    #expect(bench.app.toast?.text.hasPrefix("Not saved yet: definitions changed") == true)
    let news = bench.app.refining?.news.map(\.text) ?? []
    #expect(news.contains { $0.contains("Loyal advocates: orders at least 10 -> 8") })
    #expect(news.contains("Loyal advocates: priority 20 -> 21"))
    #expect(bench.screen.contains("Meanwhile"))
    #expect(bench.definitions.documents[loyal]?["rule"]?[">="]?[1] == 8)
    bench.press("Ctrl-S")
    #expect(bench.screen.contains("it was right"))
    bench.press("Enter")
    #expect(bench.definitions.documents[loyal]?["rule"]?[">="]?[1] == 12)
    #expect(bench.definitions.changes.last?.reason == "back to version 7 it was right")
  }

  @Test func `the line for the reason goes also where something else changed`() {
    var bench = Self.bench()
    bench.press("R", "Enter")
    bench.type("over")
    change(&bench, risk, ["priority": 31])
    bench.send(.message(.reloaded(Self.knowledge(of: bench))))
    #expect(bench.app.layers.count == 1)
    #expect(bench.app.refining?.news.map(\.text) == ["other definitions changed"])
    #expect(bench.app.refining?.reason == "over" && bench.savedRefinings.count == 1)
  }

  @Test func `nothing is saved that is counted anew, and the reason is kept`() {
    var bench = Self.bench()
    bench.press("R", "Enter")
    bench.type("over")
    bench.app.editRefining { $0.isStale = true }
    bench.press("Enter")
    #expect(bench.definitions.changes.count == 2)
    #expect(bench.app.toast?.text == "Not saved: its effect is still being counted")
    #expect(bench.app.refining?.reason == "over")
  }

  @Test func `a way back says what it overrides, though the definitions were read again first`() {
    var bench = Self.bench()
    bench.press("u")
    change(&bench, loyal, ["rule": [">=": [["var": "behavioral.orders"], 8]]])
    bench.send(.message(.reloaded(Self.knowledge(of: bench))))
    let news = bench.app.refining?.news ?? []
    #expect(news.map(\.label) == ["Meanwhile"])
    #expect(news.first?.text.contains("orders at least 10 -> 8") == true)
    #expect(bench.screen.contains("orders at least 8 -> 11"))
  }

  @Test func `only what others changed is said to be of others`() throws {
    var bench = Self.bench()
    bench.press("R", "Enter")
    bench.type("over")
    _ = bench.app.update(.input(.key(.enter)), now: bench.now)
    let change = try #require(bench.app.refining?.saving)
    let problem = Problem(.error, at: Place(file: "segments/at-risk.json"), "it is wrong")
    let alone = DefinitionRefusal([problem], merged: change)
    bench.send(.message(.definitionsRefused(change, alone)))
    #expect(bench.app.toast?.text.hasPrefix("Not saved: ") == true)
    #expect(bench.app.toast?.text.contains("others") == false)
    bench.press("Enter")
    _ = bench.app.update(.input(.key(.enter)), now: bench.now)
    let again = try #require(bench.app.refining?.saving)
    var merged = again
    merged.edits[0].before?["priority"] = 21
    let together = DefinitionRefusal([problem], merged: merged)
    bench.send(.message(.definitionsRefused(again, together)))
    #expect(bench.app.toast?.text.contains("together with what others changed") == true)
  }

  @Test func `what is taken back is that change, whatever is saved meanwhile`() throws {
    var bench = Self.bench()
    bench.press("R", "Enter")
    bench.type("over")
    bench.press("Enter")
    let retired = try #require(bench.app.workbench.own.last)
    let effects = bench.app.update(.input(.key(.character("u"))), now: bench.now)
    let back = try #require(bench.app.workbench.undoing)
    #expect(!effects.isEmpty && bench.app.workbench.undone == retired.id)
    let other = DefinitionChange(id: "01M", at: bench.now, by: "mk", reason: "other", edits: [])
    bench.app.workbench.own.append(other)
    bench.send(.message(.triedBack(back, [], [])))
    #expect(bench.app.toast?.text.contains("“over”") == true)
    #expect(bench.app.workbench.own.map(\.id) == [other.id])
    #expect(bench.app.workbench.undoing == nil && bench.app.workbench.undone == nil)
  }

  // MARK: what is kept

  @Test func `u goes on with a way back that was begun, before all else`() {
    var bench = Self.bench()
    bench.press("u", "Ctrl-S")
    bench.type("for now")
    bench.press("Esc", "Esc", "1")
    bench.wait(60)
    #expect(bench.screen.contains("not saved: way back of Loyal advocates; u goes on"))
    // An own change, of another segment, would be the last.
    let own = DefinitionChange(
      id: "01N",
      at: bench.now,
      by: "mk",
      reason: "own",
      edits: [.init(risk, before: bench.definitions.documents[risk], after: nil)]
    )
    bench.app.workbench.own.append(own)
    bench.press("u")
    #expect(bench.app.workbench.undoing == nil)
    #expect(bench.screen.contains("Take back the last change of Loyal advocates"))
    bench.press("Ctrl-S")
    #expect(bench.screen.contains("for now"))
  }

  @Test func `a way back that is not the last change any more is thrown away`() {
    var bench = Self.bench()
    bench.press("u", "Ctrl-S")
    bench.type("for now")
    bench.press("Esc", "Esc", "1")
    change(&bench, loyal, ["priority": 21])
    bench.press("u")
    #expect(
      bench.app.toast?.text == "Thrown away: way back of Loyal advocates, "
        + "that change is not the last one any more"
    )
    #expect(bench.app.refinings.isEmpty && bench.savedRefinings.isEmpty)
    bench.press("u")
    #expect(bench.screen.contains("Why           hers"))
  }

  @Test func `what can never be gone on with is thrown away, and said once`() {
    var bench = Self.bench()
    merge(&bench)
    bench.press("2", "Esc", "1")
    #expect(bench.savedRefinings.count == 1)
    change(&bench, risk, ["status": "retired"])
    bench.send(.message(.reloaded(Self.knowledge(of: bench))))
    let words = "merge of Loyal advocates and Slipping away, Slipping away is retired"
    #expect(bench.app.toast?.text == "Thrown away: \(words)")
    #expect(bench.app.refinings.isEmpty && bench.savedRefinings.isEmpty)
    bench.send(.message(.reloaded(Self.knowledge(of: bench))))
    #expect(bench.app.toast?.text.hasPrefix("Thrown away") == false)
  }

  @Test func `what is open and can never be made is not kept as a draft`() {
    var bench = Self.bench()
    merge(&bench)
    bench.press("2")
    change(&bench, risk, ["status": "retired"])
    bench.send(.message(.reloaded(Self.knowledge(of: bench))))
    #expect(bench.app.refinings.count == 1)
    bench.press("Esc")
    #expect(!bench.screen.contains("Keep it as a draft"))
    bench.press("1")
    #expect(bench.app.refining == nil && bench.savedRefinings.isEmpty)
  }

  @Test func `a merge that was begun is named also from the second one`() {
    var bench = Self.bench()
    merge(&bench)
    bench.press("2", "Esc", "1")
    bench.app.workbench.select(.definition(risk))
    bench.press("M")
    bench.type("loyal")
    #expect(bench.screen.contains("begun the other way round, not saved"))
  }

  private func merge(_ bench: inout Bench) {
    bench.press("M")
    bench.type("slip")
    bench.press("Enter")
  }

  @Test func `choices and a reason half typed are kept, and are here again in the next window`()
    throws
  {
    var bench = Self.bench()
    merge(&bench)
    #expect(bench.savedRefinings.isEmpty)
    bench.press("2", "a", "Ctrl-S")
    bench.type("one is en")
    let saved = try #require(bench.savedRefinings.values.first)
    #expect(bench.savedRefinings.count == 1)
    let kept = try #require(RefiningDraft(draft: .object(saved.draft)))
    #expect(kept == saved)
    var next = Self.bench()
    next.send(.message(.edits([], [kept])))
    #expect(next.app.toast?.text == "1 change of definitions not saved yet: F4")
    next.wait(60)
    #expect(
      next.screen.contains(
        "not saved: merge of Loyal advocates and Slipping away; M on the first goes on"
      )
    )
    merge(&next)
    #expect(next.app.toast?.text == "What you chose and typed is here again")
    #expect(next.screen.contains("[Slipping away]"))
    next.press("Ctrl-S")
    #expect(next.screen.contains("> one is en"))
    next.type("ough")
    next.press("Enter")
    #expect(next.definitions.documents[loyal]?["rule"]?["and"] != nil)
    #expect(next.definitions.changes.last?.reason == "one is enough")
    #expect(next.savedRefinings.isEmpty && next.app.refinings.isEmpty)
  }

  @Test func `a place that was chosen is there again, until it is thrown away`() throws {
    var bench = Self.bench()
    bench.press("S")
    bench.type("orders")
    bench.press("Enter", "t")
    bench.type("30")
    bench.press("Enter", "k", "2", "Ctrl-U")
    bench.type("Many orders")
    bench.press("Enter")
    let kept = try #require(bench.savedRefinings.values.first)
    #expect(RefiningDraft(draft: .object(kept.draft)) == kept)
    bench.press("Esc")
    #expect(bench.screen.contains("Keep it as a draft"))
    bench.press("1")
    #expect(bench.app.layers.isEmpty)
    bench.press("S")
    guard case .picker(let picker)? = bench.app.layers.last, let first = picker.items.first else {
      Issue.record("no list of attributes")
      return
    }
    #expect(first.title == "orders" && first.detail.hasPrefix("begun, not saved"))
    bench.press("Enter")
    #expect(bench.screen.contains("loyal-advocates-from-30"))
    guard case .split(let split, _)? = bench.app.refining?.subject else {
      Issue.record("no split")
      return
    }
    #expect(split.keepsOld && split.parts[1].name == "Many orders")
    #expect(bench.screen.contains("Many orders") && split.parts[0].name.contains("orders less"))
    bench.press("Esc", "2")
    #expect(bench.savedRefinings.isEmpty)
    bench.press("S")
    bench.type("orders")
    bench.press("Enter")
    #expect(bench.screen.contains("orders less than 20"))
  }

  @Test func `nothing was chosen or typed, so nothing is asked`() {
    var bench = changes()
    bench.press("Down", "Down", "b", "Esc")
    #expect(bench.app.refining == nil && bench.savedRefinings.isEmpty)
    bench.press("b", "Ctrl-S", "Esc", "Esc")
    #expect(bench.app.refining == nil && bench.savedRefinings.isEmpty)
  }

  @Test func `letters are no choices while it is counted`() {
    var bench = Self.bench()
    merge(&bench)
    _ = bench.app.update(.input(.key(.character("a"))), now: bench.now)
    #expect(bench.app.refining?.isRunning == true)
    guard case .merge(let merge)? = bench.app.refining?.subject else {
      Issue.record("no merge")
      return
    }
    #expect(merge.joining == .all)
    _ = bench.app.update(.input(.key(.character("a"))), now: bench.now)
    #expect(bench.app.toast?.text == "the effect is still being counted")
    guard case .merge(let same)? = bench.app.refining?.subject else { return }
    #expect(same.joining == .all)
  }

  @Test func `agents look, and do not change segments`() {
    var bench = WorkbenchDefinitions.bench(role: .agent)
    bench.press("R")
    #expect(bench.screen.contains("supervisors change definitions"))
    bench.press("Enter", "6")
    #expect(bench.screen.contains("before the history begins"))
    bench.press("b")
    #expect(bench.screen.contains("supervisors change definitions"))
  }

  private struct MemoryFailure: Error, CustomStringConvertible {
    let description = "the disk is full"
  }

  // MARK: screens

  @Test(arguments: GoldenTests.sizes) func `changes of a segment`(size: (Int, Int)) throws {
    var bench = changes(size.0, size.1)
    bench.press("x", "Down")
    try GoldenScreen.check(bench.frame, "workbench-changes")
  }

  @Test(arguments: GoldenTests.sizes) func `merge`(size: (Int, Int)) throws {
    var bench = Self.bench(size.0, size.1)
    bench.press("M")
    bench.type("slip")
    bench.press("Enter", "2")
    try GoldenScreen.check(bench.frame, "workbench-merge")
  }

  @Test(arguments: GoldenTests.sizes) func `places to divide at`(size: (Int, Int)) throws {
    var bench = Self.bench(size.0, size.1)
    bench.press("S")
    bench.type("orders")
    bench.press("Enter", "Down")
    try GoldenScreen.check(bench.frame, "workbench-places")
  }

  @Test(arguments: GoldenTests.sizes) func `split`(size: (Int, Int)) throws {
    var bench = Self.bench(size.0, size.1)
    bench.press("S")
    bench.type("orders")
    bench.press("Enter", "Enter")
    try GoldenScreen.check(bench.frame, "workbench-split")
  }

  @Test(arguments: GoldenTests.sizes) func `retire`(size: (Int, Int)) throws {
    var bench = Self.bench(size.0, size.1)
    bench.press("R")
    try GoldenScreen.check(bench.frame, "workbench-retire")
  }

  @Test(arguments: GoldenTests.sizes) func `taking back`(size: (Int, Int)) throws {
    var bench = Self.bench(size.0, size.1)
    bench.press("u")
    try GoldenScreen.check(bench.frame, "workbench-take-back")
  }
}
