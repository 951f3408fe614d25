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

  package init(
    escaping: Escaping,
    missing: Missing,
    partial: @escaping @Sendable (_ name: String) -> Template?
  ) {
    self.escaping = escaping
    self.missing = missing
    self.partial = partial
  }
}
