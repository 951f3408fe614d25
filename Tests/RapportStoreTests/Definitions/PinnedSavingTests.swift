import JSONLogic
import RapportCore
import Testing

@testable import RapportStore

/// What two supervisors save in turn may break a pin that neither broke alone.
struct PinnedSavingTests {
  private struct Fixture {
    let folder: TemporaryFolder
    let loyal = DefinitionReference(.segment, "loyal")
    let strong = DefinitionReference(.segment, "strong")

    /// Ana has 14 orders: the loyal have 10 or more, the strong are loyal ones.
    init() throws {
      folder = try TemporaryFolder()
      try folder.write(#"{"format":1,"name":"Test"}"#, to: "store.json")
      try folder.write(
        #"[{"path":"behavioral.orders","label":"orders","type":"integer"}]"#,
        to: "attributes.json"
      )
      try folder.write(
        #"{"id":"C-1","name":{"full":"Ana"},"behavioral":{"orders":14}}"# + "\n"
          + #"{"id":"C-2","name":{"full":"Bo"},"behavioral":{"orders":3}}"# + "\n",
        to: "customers.jsonl"
      )
      try folder.write(
        #"{"id":"loyal","name":"Loyal","priority":1,"rule":{">=":[{"var":"behavioral.orders"},10]}}"#,
        to: "segments/loyal.json"
      )
      try folder.write(
        #"{"id":"strong","name":"Strong","priority":2,"rule":{"in_segment":["loyal"]}}"#,
        to: "segments/strong.json"
      )
    }

    /// As one process has it.
    func store() async throws -> JSONDefinitions {
      let location = StoreLocation(folder.path)
      let store = JSONDefinitions(location) { DefinitionFixture.start }
      let contents = SnapshotContents(try await store.load().catalog)
      let directory = JSONDirectory(location, contents, country: nil)
      await store.checkPins(reading: PinnedCustomers(location, directory))
      return store
    }

    /// A change of what the process read.
    func change(
      of reference: DefinitionReference,
      _ keys: JSONObject,
      read definitions: Definitions,
      by agent: Agent.ID,
      breaking: PinBreaking = .none
    ) -> DefinitionChange {
      let before = definitions.documents[reference]
      var after = before
      for (key, value) in keys { after?[key] = value }
      var change = DefinitionChange(
        id: DefinitionChange.ID("01K\(agent)"),
        at: DefinitionFixture.start,
        by: agent,
        reason: "why not",
        edits: [.init(reference, before: before, after: after)]
      )
      change.breaking = breaking
      return change
    }

    func now(_ reference: DefinitionReference) async throws -> JSON? {
      try await store().load().documents[reference]
    }
  }

  private let twenty: JSONObject = ["rule": [">=": [["var": "behavioral.orders"], 20]]]
  private let pinned: JSONObject = ["golden": ["members": ["C-1"], "nonmembers": ["C-2"]]]

  @Test(arguments: [true, false])
  func `a rule and a pin that two saved in turn are refused together, and the pin is named`(
    isOther: Bool
  ) async throws {
    let fixture = try Fixture()
    let (first, second) = (try await fixture.store(), try await fixture.store())
    let read = (try await first.load(), try await second.load())
    // The pin is in the segment itself, or in one that asks for it.
    let place = isOther ? fixture.strong : fixture.loyal
    let ana = fixture.change(of: place, pinned, read: read.0, by: "ana")
    let rob = fixture.change(of: fixture.loyal, twenty, read: read.1, by: "rob")
    _ = try await first.save(ana)
    let refusal = await #expect(throws: DefinitionRefusal.self) { try await second.save(rob) }
    #expect(refusal?.problems.isEmpty == true)
    #expect(refusal?.pins.map(\.customer) == ["C-1"])
    #expect(
      refusal?.description.hasPrefix(
        "C-1 in \(isOther ? "Strong" : "Loyal") must belong and does not"
      )
        == true
    )
    #expect(refusal?.merged?.edits.first?.after?["rule"] == twenty["rule"])
    #expect(try await fixture.now(fixture.loyal)?["rule"]?[">="]?[1] == 10)
    #expect(try await second.changes(of: nil, limit: 9).map(\.by) == ["ana"])
  }

  @Test func `it is saved where the change says so, of this pin and no other`() async throws {
    let fixture = try Fixture()
    let store = try await fixture.store()
    let read = try await store.load()
    _ = try await store.save(fixture.change(of: fixture.loyal, pinned, read: read, by: "ana"))
    func rob(_ breaking: PinBreaking) -> DefinitionChange {
      fixture.change(of: fixture.loyal, twenty, read: read, by: "rob", breaking: breaking)
    }
    let others = PinBreaking.these([BrokenPin.id("loyal", "C-2", mustBelong: false)])
    await #expect(throws: DefinitionRefusal.self) { try await store.save(rob(others)) }
    let own = PinBreaking.these([BrokenPin.id("loyal", "C-1", mustBelong: true)])
    _ = try await store.save(rob(own))
    let saved = try await fixture.now(fixture.loyal)
    #expect(saved?["rule"] == twenty["rule"] && saved?["golden"] == pinned["golden"])
    // What is broken already keeps nobody from the next change.
    let after = try await store.load()
    let next = fixture.change(
      of: fixture.loyal,
      ["summary": "Many orders."],
      read: after,
      by: "kim"
    )
    _ = try await store.save(next)
    let rule: JSONObject = ["rule": [">=": [["var": "behavioral.orders"], 21]]]
    _ = try await store.save(
      fixture.change(of: fixture.loyal, rule, read: try await store.load(), by: "lu")
    )
  }

  @Test func `what changes nobody's place is saved without reading customers`() async throws {
    let fixture = try Fixture()
    let store = try await fixture.store()
    _ = try await store.save(
      fixture.change(of: fixture.loyal, pinned, read: try await store.load(), by: "ana")
    )
    try Folder.remove(fixture.folder("customers.jsonl"))
    try Folder.create(fixture.folder("customers.jsonl"))
    _ = try await store.save(
      fixture.change(
        of: fixture.loyal,
        ["name": "Faithful"],
        read: try await store.load(),
        by: "rob"
      )
    )
    #expect(try await fixture.now(fixture.loyal)?["name"] == "Faithful")
  }
}
