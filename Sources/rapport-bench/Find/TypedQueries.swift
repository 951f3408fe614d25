import JSONLogic
import RapportCore
import RapportStore
import TestSupport

/// Types queries key by key in a process that did not build what it searches.
struct TypedQueries {
  let directory: JSONDirectory
  let queries: [CallerQuery]
  let rounds: Int

  private static let shown = 20
  /// Where so many fit as typed, nobody is looked for by guesses.
  private static let enough = 10

  func run() async throws -> JSON {
    await directory.finishReading()
    var (all, asTyped, guessed) = (FindTimes(), FindTimes(), FindTimes())
    var lost: [CallerQuery.Kind: [JSON]] = [:]
    var slow: [Bool: [(text: String, milliseconds: Double)]] = [:]
    for query in queries {
      for text in query.keystrokes {
        var counts: [Int] = []
        var ids: [String] = []
        for _ in 0..<rounds {
          let start = ContinuousClock.now
          let result = await directory.find(text, limit: Self.shown)
          let time = ContinuousClock.now - start
          let isCertain = result.certain >= Self.enough
          all.add(time)
          if isCertain {
            asTyped.add(time)
          } else {
            guessed.add(time)
          }
          slow[isCertain, default: []].append((text, time / .milliseconds(1)))
          counts += [result.count]
          ids = result.hits.map(\.id.rawValue)
        }
        guard counts.allSatisfy({ $0 == counts[0] }) else {
          throw FindError.changing(query: text, counts: counts)
        }
        if text == query.text, !ids.contains(query.id) {
          lost[query.kind, default: []].append(await describe(query))
        }
      }
    }
    return [
      "milliseconds": ["all": all.json, "asTyped": asTyped.json, "guessed": guessed.json],
      "foundAmongTwenty": [
        "exact": JSON(CallerQueries.exact - (lost[.exact]?.count ?? 0)),
        "ofExact": JSON(CallerQueries.exact),
        "misspelt": JSON(CallerQueries.misspelt - (lost[.misspelt]?.count ?? 0)),
        "ofMisspelt": JSON(CallerQueries.misspelt),
      ],
      "lost": .array((lost[.exact] ?? []) + (lost[.misspelt] ?? [])),
      "slowestAsTyped": Self.slowest(slow[true] ?? []),
      "slowestGuessed": Self.slowest(slow[false] ?? []),
      "anonymousMegabytes": anonymousMegabytes,
    ]
  }

  private static func slowest(_ keys: [(text: String, milliseconds: Double)]) -> JSON {
    .array(
      keys.sorted { $0.milliseconds > $1.milliseconds }.prefix(20).map {
        [.string($0.text), JSON(($0.milliseconds * 1_000).rounded() / 1_000)]
      }
    )
  }

  /// Whether the person would have been shown without the error: of hundreds with the same name and
  /// city, no order shows all.
  private func describe(_ query: CallerQuery) async -> JSON {
    let result = await directory.find(query.meant, limit: Self.shown)
    let isShown = result.hits.contains { $0.id.rawValue == query.id }
    var description = query.json.objectValue ?? [:]
    description["isShownWithoutError"] = .bool(isShown)
    description["fitWithoutError"] = JSON(result.certain)
    return .object(description)
  }

  private var anonymousMegabytes: JSON {
    let lines = TextFile.text("/proc/self/status")?.split(separator: "\n") ?? []
    let line = lines.first { $0.hasPrefix("RssAnon") } ?? ""
    let kilobytes = line.split(whereSeparator: { !$0.isNumber }).first.flatMap { Double($0) }
    return kilobytes.map { JSON(($0 * 1.024 / 100).rounded() / 10) } ?? .null
  }
}
