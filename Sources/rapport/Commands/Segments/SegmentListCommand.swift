import ArgumentParser
import JSONLogic
import RapportCore
import RapportStore

struct SegmentListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "All segments with their sizes, problems and the feedback that waits.",
    discussion: """
      Below them how the customers spread: how many are in no active segment and how many in several, \
      how many have a name or address, may be there twice, and how many contacts were with nobody \
      known. Ends with 1 where there is no segment.
      """
  )

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let opened = try OpenStore(store)
    let (overview, identities) = try opened.counting { counts, now in
      (try await counts.overview(at: now), try await counts.identities(at: now))
    }
    let table = SegmentOverviewTable(
      definitions: opened.definitions,
      overview: overview,
      identities: identities,
      problems: opened.problemCounts,
      waiting: try opened.waitingFeedback
    )
    let printer = Printer(output.format)
    if output.format == .text {
      printer.table(table.rows)
      for line in table.lines { printer.line(line) }
    } else {
      printer.json(table.json)
    }
    if opened.definitions.segments.isEmpty { throw ExitStatus.no }
  }
}

extension OpenStore {
  /// How many problems each segment has.
  var problemCounts: [DefinitionReference: Int] {
    let problems = StoreCheck.problems(of: definitions, at: now)
    return problems.reduce(into: [:]) { counts, problem in
      let file = problem.place.file
      guard file.hasPrefix("segments/"), file.hasSuffix(".json") else { return }
      let id = String(file.dropFirst("segments/".count).dropLast(".json".count))
      counts[DefinitionReference(.segment, id), default: 0] += 1
    }
  }

  /// How many lines of feedback on each definition wait for an answer.
  var waitingFeedback: [DefinitionReference: Int] {
    get throws {
      let journal = journal
      let lines = try blocking { try await journal.feedback(limit: .max) }
      return lines.reduce(into: [:]) { counts, line in
        guard line.waits, let definition = line.on?.definition else { return }
        counts[definition, default: 0] += 1
      }
    }
  }
}
