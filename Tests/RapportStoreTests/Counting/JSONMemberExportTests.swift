import Foundation
import JSONLogic
import RapportCore
import Synchronization
import Testing

@testable import RapportStore

/// Lists of members as files.
struct JSONMemberExportTests {
  private static let noon = Instant(seconds: 1_795_348_800)

  private struct World {
    var store: TemporaryFolder
    var outside: TemporaryFolder
    var definitions: Definitions
    var export: JSONMemberExport
    var counts: SegmentCounts

    func write(_ file: MemberFile) async throws -> MemberProgress {
      try await export.write(file, definitions, at: JSONMemberExportTests.noon) { _ in }
    }

    var names: [String] {
      get throws { try FileManager.default.contentsOfDirectory(atPath: outside.path).sorted() }
    }

    func text(_ name: String) throws -> String {
      try String(contentsOfFile: outside(name), encoding: .utf8)
    }
  }

  private func world(_ customers: Int = 5_000) throws -> World {
    let store = try TemporaryFolder()
    let lines = (0..<customers).map { number in
      #"{"id":"C-\#(number)","name":"Person \#(number)","behavioral":{"orders":\#(number % 10)}}"#
    }
    try store.write(lines.joined(separator: "\n") + "\n", to: "customers.jsonl")
    var definitions = Definitions(
      settings: StoreSettings(name: "Test", company: "Test"),
      catalog: RandomCustomers.catalog
    )
    var segment = Segment(id: "loyal", name: "Loyal", priority: 1)
    segment.rule = try Rule(
      [">=": [["var": "behavioral.orders"], 4]],
      operations: RuleOperations.names
    )
    definitions.segments = [segment]
    let location = StoreLocation(store.path)
    return World(
      store: store,
      outside: try TemporaryFolder(),
      definitions: definitions,
      export: JSONMemberExport(location),
      counts: SegmentCounts(location, definitions)
    )
  }

  @Test(arguments: [MemberDocument.Form.csv, .json, .jsonl])
  func `as many are written as the list counts, each once and in its order`(
    _ form: MemberDocument.Form
  ) async throws {
    let world = try world()
    let query = MemberQuery(.members(["loyal"]), text: "person", columns: ["behavioral.orders"])
    let name = "loyal.\(form.rawValue)"
    let done = try await world.write(MemberFile(query, to: world.outside(name)))
    var all = query
    all.limit = .max
    let list = try await world.counts.members(all, at: Self.noon)
    #expect(done == MemberProgress(written: 3_000, found: list.count) && list.count == 3_000)
    let document = MemberDocument(form, columns: query.columns)
    let rows = list.rows.enumerated().map { document.text(of: $1, isFirst: $0 == 0) }
    #expect(try world.text(name) == document.head + rows.joined() + document.end(isEmpty: false))
    #expect(try world.names == [name])
  }

  @Test func `a file that is there stays unless it may be written over`() async throws {
    let world = try world(20)
    try world.outside.write("mine", to: "list.csv")
    var file = MemberFile(MemberQuery(.everybody), to: world.outside("list.csv"))
    await #expect(throws: MemberFileRefusal.exists) { try await world.write(file) }
    #expect(try world.text("list.csv") == "mine" && world.names == ["list.csv"])
    file.replaces = true
    #expect(try await world.write(file).written == 20)
    #expect(try world.text("list.csv").hasPrefix("id,name\r\nC-0,Person 0"))
    #expect(try world.names == ["list.csv"])
  }

  @Test func `folders, folders that are not there, and the store itself are refused`() async throws
  {
    let world = try world(20)
    func refusal(_ path: String) async -> MemberFileRefusal? {
      do {
        _ = try await world.write(
          MemberFile(MemberQuery(.everybody), to: path, replaces: true)
        )
        return nil
      } catch {
        return error as? MemberFileRefusal
      }
    }
    #expect(await refusal(world.outside.path) == .isFolder)
    #expect(await refusal(world.outside("no/list.csv")) == .noFolder(world.outside("no")))
    #expect(await refusal(world.store("customers.jsonl")) == .inStore)
    #expect(await refusal(world.store("new.csv")) == .inStore)
  }

  @Test func `a list that is stopped leaves nothing behind, and what was there as it was`()
    async throws
  {
    let world = try world(20_000)
    try world.outside.write("mine", to: "list.csv")
    let file = MemberFile(
      MemberQuery(.everybody),
      to: world.outside("list.csv"),
      replaces: true
    )
    let running = Mutex<Task<MemberProgress, any Error>?>(nil)
    let task = Task {
      try await world.export.write(file, world.definitions, at: Self.noon) { _ in
        running.withLock { $0?.cancel() }
      }
    }
    running.withLock { $0 = task }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(try world.text("list.csv") == "mine" && world.names == ["list.csv"])
  }
}
