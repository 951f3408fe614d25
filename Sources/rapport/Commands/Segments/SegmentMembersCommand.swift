import ArgumentParser
import JSONLogic
import RapportCore
import RapportStore

struct SegmentMembersCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, csv, json, jsonl }

  static let configuration = CommandConfiguration(
    commandName: "members",
    abstract: "The members of a segment, as a table, CSV or JSON.",
    discussion: """
      In the order of the store, with the values of --columns: paths of the catalog. With --not-known \
      those of whom it is not known whether they are in. Cells that a spreadsheet would take for a \
      formula begin with an apostrophe. Ends with 1 where nobody is found.
      """
  )

  @Argument(help: "The segment's id or name.") var segment: String
  @Option(help: "text for people, csv for spreadsheets, json, or jsonl for one object a line.")
  var format: Format = .text
  @Option(help: ArgumentHelp("Paths of attributes, with commas between.", valueName: "paths"))
  var columns: String?
  @Option(help: ArgumentHelp("Only who is called that, as on Find.", valueName: "text"))
  var filter = ""
  @Option(help: ArgumentHelp("At most so many; all without it.", valueName: "n"))
  var limit: Int?
  @Flag(help: "Those of whom it is not known.") var notKnown = false
  @OptionGroup var store: StoreOptions

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit is 0 or more") }
  }

  func run() throws {
    let opened = try OpenStore(store)
    let segment = try opened.foundSegment(segment)
    let columns = try columns(opened)
    let group: CustomerGroup = notKnown ? .notKnown(segment.id) : .members([segment.id])
    let writer = MemberWriter(format, columns: columns, definitions: opened.definitions, opened.now)
    let (filter, limit) = (filter, limit)
    let count = try opened.counting { counts, now in
      let query = MemberQuery(group, text: filter, columns: columns)
      writer.begin()
      let written = try await counts.everyMember(query, atMost: limit, at: now) { writer.write($0) }
      writer.end()
      return written
    }
    guard count == 0 else { return }
    if format == .text { Printer.message(nobody(segment)) }
    throw ExitStatus.no
  }

  /// Why there is nothing to see.
  private func nobody(_ segment: Segment) -> String {
    if limit == 0 { return "--limit 0 lists nobody" }
    let whom = notKnown ? "nobody is left of whom it is not known" : "nobody is in it"
    let isNamed = !filter.allSatisfy(\.isWhitespace)
    return "\(segment.name): \(isNamed ? "nobody in it is called \"\(filter)\"" : whom)"
  }

  private func columns(_ opened: OpenStore) throws(CommandFailure) -> [String] {
    let paths = (columns ?? "").split(separator: ",").map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    for path in paths where opened.definitions.catalog[path] == nil {
      let known = opened.definitions.catalog.sorted.map(\.path)
      let nearest = SpellingSuggestion.closest(to: path, among: known)
      throw CommandFailure(
        code: "no-attribute",
        message: "--columns: the catalog has no \"\(path)\""
          + (nearest.map { "; did you mean \"\($0)\"?" } ?? "")
      )
    }
    return paths
  }
}
