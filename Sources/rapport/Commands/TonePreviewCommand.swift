import ArgumentParser
import JSONLogic
import RapportCore

struct TonePreviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "A tone's phrases as a customer would hear them.",
    discussion: """
      Without --customer for a caller whom nobody knows. Whatever tone the customer's segments would \
      set, this one speaks, with their adjustments. Ends with 1 where a blank is left.
      """
  )

  @Argument(help: "The tone's id or name.") var tone: String
  @Option(help: "Who: an id, or a phone number or e-mail address that only one has.")
  var customer: String?
  @Option(help: ArgumentHelp("Why they contact us.", valueName: "reason")) var intent: String?
  @OptionGroup var contact: ContactOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let opened = try OpenStore(store)
    let tone = try opened.tone(tone)
    let intent = try intent.map { try opened.intent($0) }
    let read = try customer.map { try opened.read($0, isPast: store.asOf != nil) }
    let preview = Tailor(opened.definitions).preview(
      of: tone,
      for: read?.customer,
      account: read?.account,
      derived: try read.map { try opened.derivedFacts(of: $0.customer, account: $0.account) },
      in: contact.situation(in: opened, intent: intent)
    )
    let printer = Printer(output.format)
    let holes = preview.holes
    if output.format == .text {
      printer.line(
        "\(preview.tone.tone.name), in \(LocalFormat.languageName(preview.tone.language)): "
          + preview.tone.words.joined(separator: ", ")
      )
      for (name, spans) in preview.phrases {
        printer.line("\(name):")
        printer.paragraph(spans.preview)
      }
      for hole in holes { Printer.message("blank in \(hole.phrase): \(hole.label) (\(hole.path))") }
    } else {
      printer.json(json(preview, read?.customer, opened.definitions))
    }
    if !holes.isEmpty { throw ExitStatus.no }
  }

  private func json(
    _ preview: TonePreview,
    _ customer: Customer?,
    _ definitions: Definitions
  ) -> JSON {
    [
      "customer": customer.map { .string($0.id.rawValue) } ?? .null,
      "tone": ToneJSON(tone: preview.tone, definitions: definitions).json,
      "phrases": .array(
        preview.phrases.map { name, spans in
          ["name": .string(name), "text": spans.complete.map { .string($0) } ?? .null]
        }
      ),
      "holes": .array(
        preview.holes.map { hole in
          [
            "phrase": .string(hole.phrase), "path": .string(hole.path),
            "label": .string(hole.label),
          ]
        }
      ),
    ]
  }
}

extension TonePreview {
  /// Every blank with the phrase it is in.
  fileprivate var holes: [(phrase: String, path: String, label: String)] {
    phrases.flatMap { name, spans in
      spans.compactMap { span in
        guard case .hole(let path, let label) = span else { return nil }
        return (name, path, label)
      }
    }
  }
}
