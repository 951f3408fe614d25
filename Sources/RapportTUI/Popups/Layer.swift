import Terminal

/// Something that lies over the view and takes the keys.
enum Layer: Sendable {
  case picker(Picker)
  case input(InputLine)
  case note(NoteEditor)
  case log(MessageLog)
  case feedback(FeedbackCard)
  case caller(CallerForm)
  case definition(DefinitionForm)
  case rule(RuleEditor)
  case conflict(ConflictForm)
  case refining(RefiningScreen)

  var context: Context {
    switch self {
    case .picker(let picker): picker.isNumbered ? .choices : .list
    case .input: .input
    case .note: .note
    case .log, .feedback: .log
    case .caller(let form): form.takesText ? .form : .formLine
    case .definition(let form): form.takesText ? .definition : .definitionLine
    case .rule(let editor): editor.isText ? .ruleText : editor.isTyping ? .ruleValue : .rule
    case .conflict(let form): form.editor == nil ? .conflict : .conflictText
    case .refining: .refining
    }
  }

  var isPalette: Bool {
    if case .picker(let picker) = self { return picker.kind == .palette }
    return false
  }

  var asksToLeave: Bool {
    if case .picker(let picker) = self { return picker.kind == .leaving }
    return false
  }

  /// A key that is text or edits it; true where the text changed.
  mutating func edit(_ key: Key) -> Bool {
    switch self {
    case .picker(var picker):
      guard picker.field.edit(key) else { return false }
      if picker.field.isEmpty { picker.pasted = "" }
      picker.filter()
      self = .picker(picker)
    case .input(var input):
      guard input.field.edit(key) else { return false }
      input.problem = nil
      self = .input(input)
    case .note(var editor):
      guard editor.edit(key) else { return false }
      self = .note(editor)
    case .caller(var form):
      guard form.edit(key) else { return false }
      self = .caller(form)
    case .definition(var form):
      guard form.edit(key) else { return false }
      self = .definition(form)
    case .rule(var editor):
      let isEdited =
        editor.isText ? editor.editText { $0.edit(key) } : editor.editTyped { $0.edit(key) }
      guard isEdited else { return false }
      self = .rule(editor)
    case .conflict(var form):
      guard form.edit(key) else { return false }
      self = .conflict(form)
    case .log, .feedback, .refining: return false
    }
    return true
  }

  /// What to say where a text had no room for what was put in; nil where it had.
  var refusal: String? {
    switch self {
    case .note(let editor): editor.refusal
    case .definition(let form): form.takesText ? form.editor.refusal : nil
    case .rule(let editor): editor.text?.editor.refusal
    default: nil
    }
  }

  mutating func insert(_ text: String) {
    switch self {
    case .picker(var picker):
      picker.pasted += text
      picker.field.insert(text)
      picker.filter()
      self = .picker(picker)
    case .input(var input):
      input.field.insert(text)
      input.problem = nil
      self = .input(input)
    case .note(var editor):
      editor.insert(text)
      self = .note(editor)
    case .caller(var form):
      form.insert(text)
      self = .caller(form)
    case .definition(var form):
      form.insert(text)
      self = .definition(form)
    case .rule(var editor):
      let isEdited =
        editor.isText
        ? editor.editText { note in
          note.insert(text)
          return true
        }
        : editor.editTyped { field in
          field.insert(text)
          return true
        }
      if isEdited { self = .rule(editor) }
    case .conflict(var form):
      form.insert(text)
      self = .conflict(form)
    case .log, .feedback, .refining: break
    }
  }
}
