import ArgumentParser
import JSONLogic
import RapportCore

struct SegmentExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "A segment with everything that it refers to, as one JSON document.",
    discussion: """
      The definitions as the store keeps them: the segment, its tone, offers and scripts, the segments \
      that its rule asks for, and the attributes that it reads. Customers are not in it: `segment \
      members` lists those.
      """
  )

  @Argument(help: "The segment's id or name.") var segment: String
  @OptionGroup var store: StoreOptions

  func run() throws {
    let opened = try OpenStore(store)
    let segment = try opened.foundSegment(segment)
    let definitions = opened.definitions
    func documents(_ kind: DefinitionReference.Kind, _ ids: [String]) -> JSON {
      .array(ids.compactMap { definitions.documents[DefinitionReference(kind, $0)] })
    }
    let scripts = definitions.scripts.filter { $0.segments.contains(segment.id) }
    let own = DefinitionReference(.segment, segment.id.rawValue)
    Printer(.json).json([
      "segment": definitions.documents[own] ?? .null,
      "tones": documents(.tone, segment.tone.map { [$0.rawValue] } ?? []),
      "services": documents(.service, segment.services.map(\.rawValue)),
      "scripts": documents(.script, scripts.map(\.id.rawValue)),
      "segments": documents(.segment, (segment.rule?.segments ?? []).map(\.id.rawValue)),
      "attributes": documents(.attribute, segment.rulePaths.sorted()),
    ])
  }
}
