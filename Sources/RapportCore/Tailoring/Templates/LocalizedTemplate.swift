/// A text for people as parsed templates, one for each of its languages.
struct LocalizedTemplate: Sendable {
  /// Few, so that a scan is the fastest look-up; nil where the text is no template.
  private let templates: [(language: String, template: Template?)]

  /// Parses every text; what is wrong is added to `problems`, at `place` and the language.
  init(_ text: LocalizedText, at place: @autoclosure () -> Place, _ problems: inout [Problem]) {
    templates = text.texts.map { language, source in
      do throws(TemplateError) {
        return (language, try Template(parsing: source).makingOptional(Template.callName))
      } catch {
        problems.append(Problem(error, at: place().appending(language)))
        return (language, nil)
      }
    }
  }

  /// The template in exactly `language`, else in its base; nil where there is no text, `.some(nil)`
  /// where it is no template.
  func template(in language: String) -> Template?? {
    if let exact = templates.first(where: { $0.language == language }) { return exact.template }
    let base = LocalizedText.base(of: language)
    return templates.first { $0.language == base }.map(\.template)
  }

  /// Whether the text includes a partial of this name in any language.
  func includes(_ partial: String) -> Bool {
    templates.contains { $0.template?.partials.contains { $0.name == partial } ?? false }
  }
}

extension Template {
  /// The name in a form of address that phrases and scripts can do without.
  static let callName = "customer.callName"
}

extension Problem {
  /// A template that cannot be read.
  init(_ error: TemplateError, at place: Place) {
    self.init(
      .error,
      at: place,
      "line \(error.line), column \(error.column): \(error.message)",
      remedy: error.remedy
    )
  }
}

extension Place {
  /// A place further in, by RFC 6901.
  func appending(_ keys: String...) -> Place {
    var place = self
    place.pointer = keys.reduce(pointer ?? "") { pointer, key in
      pointer + "/" + key.replacing("~", with: "~0").replacing("/", with: "~1")
    }
    return place
  }
}
