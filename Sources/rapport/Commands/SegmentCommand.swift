import ArgumentParser
import JSONLogic
import RapportCore
import RapportStore

struct SegmentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "segment",
    abstract: "Work with segments.",
    subcommands: [
      Size.self, SegmentListCommand.self, SegmentShowCommand.self, SegmentMembersCommand.self,
      SegmentCompareCommand.self, SegmentOverlapCommand.self, SegmentNewCommand.self,
      SegmentEditCommand.self,
      SegmentMergeCommand.self, SegmentSplitCommand.self, SegmentRetireCommand.self,
      SegmentReactivateCommand.self, SegmentHistoryCommand.self, SegmentDiffCommand.self,
      SegmentRevertCommand.self, SegmentUndoCommand.self, SegmentExportCommand.self,
      SegmentSampleCommand.self, SegmentAnswerCommand.self, SegmentPinCommand.self,
      SegmentValidationCommand.self, SegmentReviewCommand.self,
    ]
  )

  struct Size: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Count the members of segments, or of any rule.",
      discussion: """
        Without a segment all that are not retired are counted. *Not known yet* are customers of \
        whom a value is missing on which the answer depends; *broken* those for whom the rule fails.
        """
    )

    @Argument(help: "The segments' ids.") var segments: [String] = []
    @Option(help: ArgumentHelp("A rule to count: JSON, @FILE, or -.", valueName: "json"))
    var rule: String?
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
      guard rule == nil || segments.isEmpty else {
        throw ValidationError("name segments or give a rule, not both")
      }
    }

    func run() throws {
      let opened = try OpenStore(store)
      let progress = ProgressLine()
      defer { progress.end() }
      let counts = SegmentCounts(
        opened.location,
        opened.definitions,
        observer: progress.observer
      )
      let now = opened.now
      let printer = Printer(output.format)
      if let rule {
        let rule = try Self.rule(rule)
        let size = try blocking { try await counts.size(of: rule, at: now) }
        progress.end()
        if output.format == .text {
          printer.line(size.words)
          if store.asOf != nil { printer.line(Self.clockNote) }
        } else {
          printer.json(.object(size.json))
        }
        return
      }
      let ids = segments.isEmpty ? nil : try segments.map { try opened.segment($0) }
      let sizes = try blocking { try await counts.sizes(of: ids, at: now) }
      progress.end()
      let prepared = PreparedSegments(opened.definitions)
      if output.format == .text {
        let table = SegmentSizeTable(sizes) { prepared.problem(of: $0) }
        printer.table(table.rows)
        if let whole = table.whole { printer.line(whole) }
        if store.asOf != nil { printer.line(Self.clockNote) }
      } else {
        printer.json(
          .array(
            sizes.map { size in
              var object: JSONObject = ["segment": .string(size.id.rawValue)]
              for (key, value) in size.counts.json { object[key] = value }
              if size.manual > 0 { object["manual"] = JSON(size.manual) }
              if let problem = prepared.problem(of: size.id) {
                object["problem"] = .string(problem)
              }
              return .object(object)
            }
          )
        )
      }
    }

    /// For one customer earlier values are read, for all of them they are not.
    private static let clockNote =
      "with the values of today: for the whole base --as-of moves the clock only"

    private static func rule(_ text: String) throws(CommandFailure) -> Rule {
      let json = try JSONArgument(text, name: "--rule").value
      do {
        return try Rule(json, operations: RuleOperations.names)
      } catch {
        throw CommandFailure(code: "rule", message: "--rule: \(error)")
      }
    }
  }
}

extension AnswerCounts {
  fileprivate var json: JSONObject {
    var object: JSONObject = ["in": JSON(isIn), "unknown": JSON(unknown), "out": JSON(out)]
    if broken > 0 { object["broken"] = JSON(broken) }
    return object
  }
}
