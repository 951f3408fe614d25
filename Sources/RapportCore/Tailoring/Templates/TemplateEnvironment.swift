/// What a template is rendered with besides its data.
package struct TemplateEnvironment: Sendable {
  package enum Escaping: Sendable {
    case none
    /// `&`, `"`, `<` and `>`, as Mustache's specification has it.
    case html
  }

  /// What becomes of a variable or a partial that is missing.
  package enum Missing: Sendable {
    /// Nothing is shown, as Mustache's specification has it.
    case empty
    /// A hole, labelled for people by its path; `> greeting` is the path of a partial.
    case hole(label: @Sendable (_ path: String) -> String)
  }

  package var escaping: Escaping
  package var missing: Missing
  package var partial: @Sendable (_ name: String) -> Template?
  /// What was filled in by hand, by path; goes before every other value.
  package var filled: [String: String] = [:]
  /// How a truth value is said; nil where it cannot be.
  package var truth: @Sendable (Bool) -> String? = { $0 ? "true" : "false" }
  /// How the items of a list, at least one, are said in a sentence.
  package var list: @Sendable ([String]) -> String = { $0.joined(separator: ", ") }

  package init(
    escaping: Escaping,
    missing: Missing,
    partial: @escaping @Sendable (_ name: String) -> Template?
  ) {
    self.escaping = escaping
    self.missing = missing
    self.partial = partial
  }

  /// What an interpolation of `value` shows; nil where there is nothing to show.
  func text(of value: TemplateValue) -> String? {
    switch value {
    case .missing: return nil
    case .bool(let value): return truth(value)
    case .text(let text): return text.isBlank ? nil : text
    case .object(let object): return object.shown
    case .list(let items):
      let texts = items.compactMap(text(of:))
      return texts.isEmpty ? nil : list(texts)
    }
  }
}
