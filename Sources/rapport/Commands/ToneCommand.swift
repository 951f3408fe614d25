import ArgumentParser
import JSONLogic
import RapportCore

struct ToneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tone",
    abstract: "List, show and preview tones: how to speak.",
    subcommands: [List.self, ToneShowCommand.self, TonePreviewCommand.self]
  )

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "The tones there are, who is spoken to in them, and their languages."
    )

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let definitions = try OpenStore(store).definitions
      let uses = definitions.tones.map { ToneUse($0, in: definitions) }
      let printer = Printer(output.format)
      guard output.format == .text else {
        return printer.json(.array(uses.map { .object($0.json) }))
      }
      guard !uses.isEmpty else { return printer.line("No tone yet: scripts speak without one.") }
      printer.table(
        [["tone", "name", "used by", "languages"]]
          + uses.map { use in
            [
              use.tone.id.rawValue, use.tone.name, use.usedBy,
              use.languages.joined(separator: ", "),
            ]
          }
      )
    }
  }
}

/// Where a tone is used.
struct ToneUse {
  let tone: Tone
  let isDefault: Bool
  /// The segments that name it and are not retired, strongest first.
  let segments: [Segment]
  /// Those that it has phrases in.
  let languages: [String]

  init(_ tone: Tone, in definitions: Definitions) {
    self.tone = tone
    isDefault = definitions.settings.tone == tone.id
    segments = definitions.segments.filter { $0.tone == tone.id && $0.status != .retired }
    let own = tone.phrases.filter { !$0.value.isEmpty }.keys
    let channels = tone.channels.values.flatMap { $0.phrases.filter { !$0.value.isEmpty }.keys }
    languages = Set(own + channels).sorted()
  }

  /// `Loyal advocates, Young families`; `whoever is in no segment`.
  var usedBy: String {
    let names = segments.map { $0.status == .draft ? "\($0.name) (draft)" : $0.name }
    let all = (isDefault ? ["everybody else"] : []) + names
    return all.isEmpty ? "nobody" : all.joined(separator: ", ")
  }

  var json: JSONObject {
    [
      "id": .string(tone.id.rawValue), "name": .string(tone.name),
      "revision": JSON(tone.revision), "default": .bool(isDefault),
      "segments": .array(segments.map { .string($0.id.rawValue) }),
      "languages": ToneJSON.texts(languages),
    ]
  }
}
