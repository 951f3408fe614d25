import JSONLogic
import Testing

@testable import RapportCore

/// Lists of two changes put together.
struct ListMergeTests {
  private let script = DefinitionReference(.script, "charged-twice")

  private func merge(
    _ before: JSON?,
    _ theirs: JSON?,
    _ mine: JSON?,
    _ decisions: [String: DefinitionMerge.Decision] = [:]
  ) -> DefinitionMerge {
    DefinitionMerge(script, before: before, theirs: theirs, mine: mine, decisions: decisions)
  }

  private func steps(_ ids: String) -> JSON {
    ["steps": .array(ids.map { ["id": .string(String($0)), "text": "t"] })]
  }

  private func ids(_ merge: DefinitionMerge) -> String {
    (merge.merged?["steps"]?.arrayValue ?? []).compactMap { $0["id"]?.stringValue }.joined()
  }

  private func step(_ en: String, _ de: String, kind: String = "say") -> JSON {
    ["id": "open", "kind": .string(kind), "text": ["en": .string(en), "de": .string(de)]]
  }

  @Test func `two who changed different steps, or different languages of one, both have it`() {
    let before: JSON = ["steps": [step("Hello", "Hallo"), ["id": "end", "text": "Bye"]]]
    let theirs: JSON = ["steps": [step("Hello", "Guten Tag"), ["id": "end", "text": "Bye"]]]
    let mine: JSON = ["steps": [step("Hi", "Hallo"), ["id": "end", "text": "See you"]]]
    #expect(
      merge(before, theirs, mine).merged == [
        "steps": [step("Hi", "Guten Tag"), ["id": "end", "text": "See you"]]
      ]
    )
  }

  @Test func `the same text of a step changed by both is the only conflict, named by the step`() {
    let before: JSON = ["title": "a", "steps": [step("Hello", "Hallo")]]
    let theirs: JSON = ["title": "b", "steps": [["id": "new"], step("Hello", "Moin")]]
    let mine: JSON = ["title": "a", "steps": [step("Hi", "Servus", kind: "do")]]
    let conflict = merge(before, theirs, mine)
    #expect(conflict.conflicts.map(\.pointer) == ["/steps/open/text/de"])
    #expect(conflict.conflicts.first?.before == "Hallo")
    let decided = merge(before, theirs, mine, ["/steps/open/text/de": .value("Grüß Gott")])
    #expect(
      decided.merged == [
        "title": "b", "steps": [["id": "new"], step("Hi", "Grüß Gott", kind: "do")],
      ]
    )
  }

  @Test
  func `steps that both put in stand behind what they were put behind, in order of their ids`() {
    #expect(ids(merge(steps("abc"), steps("axbc"), steps("abcy"))) == "axbcy")
    #expect(ids(merge(steps("ab"), steps("abxz"), steps("aby"))) == "abxzy")
    #expect(ids(merge(steps("ab"), steps("aby"), steps("abxz"))) == "abxzy")
    #expect(ids(merge(steps("ab"), steps("xab"), steps("yab"))) == "xyab")
  }

  @Test func `a step that one took out is gone, unless the other changed it`() {
    #expect(ids(merge(steps("abc"), steps("ac"), steps("abxc"))) == "axc")
    let changed: JSON = ["steps": [["id": "a", "text": "t"], ["id": "b", "text": "other"]]]
    let removed = merge(steps("ab"), steps("a"), changed)
    #expect(removed.conflicts.map(\.pointer) == ["/steps/b"])
    #expect(removed.conflicts.first?.theirs == nil)
    #expect(merge(steps("ab"), steps("a"), changed, ["/steps/b": .theirs]).merged == steps("a"))
    #expect(merge(steps("ab"), steps("a"), changed, ["/steps/b": .mine]).merged == changed)
    #expect(merge(steps("ab"), changed, steps("a"), ["/steps/b": .mine]).merged == steps("a"))
  }

  @Test func `moves of different steps go together, of the same ones they are one conflict`() {
    #expect(ids(merge(steps("abcde"), steps("bcdea"), steps("abdce"))) == "bdcea")
    #expect(ids(merge(steps("abcd"), steps("badc"), steps("abdc"))) == "badc")
    #expect(ids(merge(steps("abc"), steps("bca"), steps("cab"))) == "cba")
    let contested = merge(steps("abc"), steps("bac"), steps("acb"))
    #expect(contested.conflicts.map(\.pointer) == ["/steps"])
    #expect(contested.conflicts.first?.isOrder == true)
    #expect(contested.conflicts.first?.theirs == ["b", "a", "c"])
    #expect(ids(merge(steps("abc"), steps("bac"), steps("acb"), ["/steps": .mine])) == "acb")
    #expect(ids(merge(steps("abc"), steps("bxac"), steps("acb"), ["/steps": .theirs])) == "bxac")
  }

  @Test func `a step under another id is the same step`() {
    let before: JSON = ["steps": [["id": "new", "text": ["en": "a"]]]]
    let theirs: JSON = ["steps": [["id": "refund", "text": ["en": "a"]]]]
    let mine: JSON = ["steps": [["id": "new", "text": ["en": "b"]]]]
    #expect(
      merge(before, theirs, mine).merged == ["steps": [["id": "refund", "text": ["en": "b"]]]]
    )
  }

  @Test func `a branch is known by where it leads, or by what it says`() {
    func branches(_ pairs: (String, String)...) -> JSON {
      let next = pairs.map { JSON.object(["label": .string($0.0), "to": .string($0.1)]) }
      return ["steps": [["id": "ask", "next": .array(next)]]]
    }
    let before = branches(("Yes", "a"), ("No", "b"))
    let merged = merge(
      before,
      branches(("Yes, please", "a"), ("No", "b")),
      branches(("Yes", "a"), ("No", "c"), ("Maybe", "d"))
    )
    #expect(merged.merged == branches(("Yes, please", "a"), ("No", "c"), ("Maybe", "d")))
    let both = merge(
      before,
      branches(("Yes", "c"), ("No", "b")),
      branches(("Sure", "a"), ("No", "b"))
    )
    #expect(both.merged == branches(("Sure", "c"), ("No", "b")))
  }

  @Test func `of a set what both put in is there, and what one took out is not`() {
    let merged = merge(
      ["segments": ["a", "b", "c"], "needs": ["x"]],
      ["segments": ["a", "c", "d"], "needs": ["x", "y"]],
      ["segments": ["e", "a", "b"], "needs": ["x"]]
    )
    #expect(merged.merged == ["segments": ["e", "a", "d"], "needs": ["x", "y"]])
    let phrases = merge(
      ["say": ["en": ["a"]]],
      ["say": ["en": ["a", "b"], "de": ["c"]]],
      ["say": ["en": ["a", "d"], "de": ["e"]]]
    )
    #expect(phrases.merged == ["say": ["en": ["a", "b", "d"], "de": ["c", "e"]]])
    let golden = merge(
      ["golden": ["members": ["1"]]],
      ["golden": ["members": ["1", "2"]]],
      ["golden": ["members": ["1", "3"], "nonmembers": ["4"]]]
    )
    #expect(golden.merged == ["golden": ["members": ["1", "2", "3"], "nonmembers": ["4"]]])
    let sorted = merge(
      ["tones": ["a", "b", "c"]],
      ["tones": ["b", "a", "c"]],
      ["tones": ["a", "c", "b"]]
    )
    #expect(sorted.merged == ["tones": ["a", "b", "c"]])
  }

  @Test func `exceptions are known by their customer`() {
    let before: JSON = ["manual": [["customer": "C-1", "reason": "a"]]]
    let theirs: JSON = ["manual": [["customer": "C-1", "reason": "b"]]]
    let mine: JSON = [
      "manual": [["customer": "C-1", "reason": "a", "until": "2027-01-31"], ["customer": "C-2"]]
    ]
    #expect(
      merge(before, theirs, mine).merged == [
        "manual": [
          ["customer": "C-1", "reason": "b", "until": "2027-01-31"], ["customer": "C-2"],
        ]
      ]
    )
  }

  @Test func `a plain text is one in the store's language`() {
    let merged = merge(
      ["title": "Charged twice"],
      ["title": ["en": "Charged twice", "de": "Doppelt abgebucht"]],
      ["title": "Paid twice"]
    )
    #expect(merged.merged == ["title": ["en": "Paid twice", "de": "Doppelt abgebucht"]])
  }

  @Test func `what one emptied and the other filled has what was put in`() {
    let before: JSON = ["phrases": ["de": ["greeting": "Hallo", "hold": "Moment"]]]
    let theirs: JSON = ["phrases": ["de": ["greeting": "Hallo", "hold": "Gleich"]]]
    let filled: JSON = [
      "phrases": ["de": ["greeting": "Hallo", "hold": "Moment", "closing": "Tschüs"]]
    ]
    #expect(merge(before, filled, [:]).merged == ["phrases": ["de": ["closing": "Tschüs"]]])
    let contested = merge(before, theirs, [:])
    #expect(contested.conflicts.map(\.pointer) == ["/phrases/de/hold"])
    #expect(merge(before, theirs, [:], ["/phrases/de/hold": .mine]).merged == [:])
  }

  @Test func `hours of a day, amounts and lists of unknown meaning are read as wholes`() {
    func conflicts(_ before: JSON, _ theirs: JSON, _ mine: JSON) -> [String] {
      merge(before, theirs, mine).conflicts.map(\.pointer)
    }
    #expect(
      conflicts(
        ["hours": ["weekly": ["mon": ["08:00-12:00"]]]],
        ["hours": ["weekly": ["mon": ["09:00-12:00"]]]],
        ["hours": ["weekly": ["mon": ["08:00-13:00"]]]]
      ) == ["/hours/weekly/mon"]
    )
    #expect(
      conflicts(
        ["limit": ["amount": "20", "currency": "EUR"]],
        ["limit": ["amount": "25", "currency": "EUR"]],
        ["limit": ["amount": "20", "currency": "USD"]]
      ) == ["/limit"]
    )
    #expect(conflicts(["odd": [1, 2]], ["odd": [1, 3]], ["odd": [1, 4]]) == ["/odd"])
  }

  @Test func `who changed a field last is known by what the changes did to it`() {
    func change(_ by: Agent.ID, _ before: JSON, _ after: JSON) -> DefinitionChange {
      DefinitionChange(
        id: .init(by.rawValue),
        at: Instant(seconds: 1_800_000_000),
        by: by,
        reason: "",
        edits: [.init(script, before: before, after: after)]
      )
    }
    let versions = [("Hallo", "a"), ("Moin", "a"), ("Moin", "b")].map { text, title -> JSON in
      ["title": .string(title), "steps": [step("Hello", text)]]
    }
    let field = DefinitionConflict.Field(
      script,
      pointer: "/steps/open/text/de",
      before: "Hallo",
      theirs: "Moin",
      mine: "Servus"
    )
    let conflict = DefinitionConflict(fields: [field], now: [:]).attributed { _ in
      [change("ab", versions[1], versions[2]), change("mk", versions[0], versions[1])]
    }
    #expect(conflict.fields.first?.author?.by == "mk")
  }
}
