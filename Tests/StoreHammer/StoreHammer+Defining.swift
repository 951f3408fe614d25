import JSONLogic
import RapportCore
import RapportStore

extension StoreHammer {
  /// Counts a key of its own up in three definitions, one of which it may have to make.
  static func define(in folder: String, seed: UInt64, name: String) async throws {
    var generator = SplitMix64(seed: seed)
    let store = JSONDefinitions(StoreLocation(folder)) { Instant(seconds: 0) }
    let objects = [
      DefinitionReference(.segment, "loyal"), DefinitionReference(.intent, "billing"),
      DefinitionReference(.tone, "made"),
    ]
    while true {
      let documents = try await store.load().documents
      let number = (documents[objects[0]]?[name]?.intValue ?? 0) + 1
      let pad = padding(&generator)
      let edits = objects.map { reference in
        let before = documents[reference]
        var after = before ?? ["id": .string(reference.id), "name": "Made"]
        after[name] = JSON(number)
        after["pad-\(name)"] = .string(pad)
        return DefinitionChange.Edit(reference, before: before, after: after)
      }
      let change = DefinitionChange(
        id: .init("\(name)-\(number)"),
        at: Instant(seconds: Int64(number)),
        by: "mk",
        reason: "hammered",
        edits: edits
      )
      do {
        _ = try await store.save(change)
        say("\(number)")
      } catch let conflict as DefinitionConflict
        where conflict.fields.allSatisfy({ $0.pointer.isEmpty })
      {
        // Both made the tone: the one who comes second reads it and tries again.
        continue
      }
    }
  }
}
