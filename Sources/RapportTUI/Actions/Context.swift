/// Where keys go: the topmost thing on the screen.
enum Context: String, Sendable, CaseIterable {
  case find, desk
  /// A list that is filtered by typing.
  case list
  /// A list whose rows are chosen by number.
  case choices
  case input, note, log
  /// The form of a new caller: in a field, and on a line that takes no text.
  case form, formLine

  /// Characters are text here, so only other keys are bound.
  var takesText: Bool {
    switch self {
    case .find, .list, .input, .note, .form: true
    case .desk, .choices, .log, .formLine: false
    }
  }

  static let views: Set<Context> = [.find, .desk]
  static let popups: Set<Context> = [.list, .choices, .input, .note, .log, .form, .formLine]
  static let forms: Set<Context> = [.form, .formLine]
}
