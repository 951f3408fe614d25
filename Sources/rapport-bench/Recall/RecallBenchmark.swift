import JSONLogic
import RapportCore
import RapportStore
import TestSupport

/// How many misspelt people are found, beside cosine of TF-IDF over groups of letters.
struct RecallBenchmark {
  static let sets = ["febrl_dataset1", "febrl_dataset2", "febrl_dataset3"]

  func run() async throws -> JSON {
    var rows: [JSON] = []
    for set in Self.sets {
      guard let people = LinkedPeople(set) else { continue }
      rows.append(try await measure(people, name: set))
    }
    return .array(rows)
  }

  private func measure(_ people: LinkedPeople, name: String) async throws -> JSON {
    let folder = try TemporaryFolder()
    let lines = people.originals.reversed().map { person -> JSON in
      ["id": .string(person.id), "name": ["full": .string(person.name)]]
    }
    _ = try RecordFile(folder.path + "/customers.jsonl").append(lines)
    let directory = JSONDirectory(
      StoreLocation(folder.path),
      SnapshotContents(SearchedFields(attributes: [])),
      country: nil
    )
    await directory.finishReading()
    // Of equals we put the last of the file first, the cosine the first: hence the other way round.
    let cosine = LetterGroupCosine(people.originals.map(\.name))
    var (ours, theirs) = (Recall(), Recall())
    var watch = Stopwatch()
    for misspelt in people.misspelt {
      let hits = await watch.measure { await directory.find(misspelt.name, limit: 10).hits }
      ours.add(hits.firstIndex { $0.id.rawValue == misspelt.id })
      let best = cosine.best(10, like: misspelt.name).map { people.originals[$0].id }
      theirs.add(best.firstIndex(of: misspelt.id))
    }
    return [
      "set": .string(name), "misspelt": JSON(ours.count),
      "ours": ["first": JSON(ours.first), "ten": JSON(ours.ten)],
      "letterGroups": ["first": JSON(theirs.first), "ten": JSON(theirs.ten)],
      "milliseconds": ["median": JSON(watch.median), "slowest": JSON(watch.slowest)],
    ]
  }
}
