import JSONLogic
import RapportCore
import Terminal

/// The form of a definition that is being changed.
struct DefinitionForm: Sendable {
  private(set) var draft: DefinitionDraft
  /// Which of the languages the texts are shown in, the store's first.
  private(set) var language: String
  let languages: [String]
  let store: String
  private(set) var fields: [FormField] = []
  private(set) var focus: FormField.ID?
  /// The text of the field that the cursor is in.
  private(set) var editor: NoteEditor
  /// The one of several choices that the cursor is on.
  private(set) var part = 0
  /// Of the newest trial; answers to older ones are dropped.
  private(set) var generation = 0
  /// What the newest trial found, and of what it is.
  var outcome: TrialOutcome?
  /// Which sample customer comes first.
  var sample = 0
  /// Saving was asked for, and waits for the newest trial.
  var waitsToSave = false {
    didSet { if waitsToSave != oldValue, waitsToSave { held = [] } }
  }
  /// What is typed while it waits.
  var held: [Event] = []
  /// Why it is changed, where that was told before; it is saved then without being asked for.
  var savesBecause: String?
  /// What is being written.
  var saving: DefinitionChange?
  /// Why it cannot be saved.
  var problem: String?
  /// Pinned customers who may be taken otherwise, once the reason says why.
  var pinsAsked: [BrokenPin] = []
  private let definitions: Definitions

  init(
    _ draft: DefinitionDraft,
    languages: [String],
    language: String? = nil,
    definitions: Definitions
  ) {
    self.draft = draft
    self.languages = languages
    self.definitions = definitions
    store = definitions.settings.language
    self.language = language ?? store
    editor = NoteEditor("")
    layOut()
    focus = fields.first { $0.takesText }?.id ?? fields.first?.id
    load()
  }

  var reference: DefinitionReference { draft.reference }
  var field: FormField? { focus.flatMap { id in fields.first { $0.id == id } } }
  var takesText: Bool { field?.takesText ?? false }
  /// Or about to be, as soon as it is checked: what is typed now is no part of it.
  var isSaving: Bool { saving != nil || waitsToSave }

  func value(of field: FormField) -> JSON? {
    field.path.value(in: draft.object, language: language, store: store)
  }

  // MARK: - Moving

  private mutating func layOut() {
    fields = DefinitionFields.fields(of: reference, draft.object, definitions)
  }

  /// Takes the text of the field that the cursor is in from the draft.
  private mutating func load() {
    part = 0
    editor = NoteEditor(
      field.map { $0.text(of: value(of: $0)) } ?? "",
      limit: Template.maximumBytes
    )
  }

  mutating func move(by distance: Int) {
    let index = fields.firstIndex { $0.id == focus } ?? 0
    focus(on: min(fields.count - 1, max(0, index + distance)))
  }

  mutating func focus(on index: Int) {
    guard fields.indices.contains(index), fields[index].id != focus else { return }
    focus = fields[index].id
    load()
  }

  /// A row up or down in a text of several rows; false where it has no more.
  mutating func moveInText(by rows: Int, columns: Int) -> Bool {
    takesText && editor.move(byRows: rows, columns: columns)
  }

  mutating func nextLanguage() {
    let index = languages.firstIndex(of: language) ?? 0
    guard !languages.isEmpty else { return }
    language = languages[(index + 1) % languages.count]
    load()
  }

  // MARK: - Changing

  /// True where the key is text or edits it.
  mutating func edit(_ key: Key) -> Bool {
    guard takesText, !isSaving, editor.edit(key) else { return false }
    takeText()
    return true
  }

  mutating func insert(_ text: String) {
    guard takesText, !isSaving else { return }
    editor.insert(field?.hasLines == true ? text : text.replacing("\n", with: " "))
    takeText()
  }

  private mutating func takeText() {
    guard let field else { return }
    set(field.value(of: editor.text), for: field)
  }

  mutating func set(_ value: JSON?, for field: FormField) {
    problem = nil
    draft.object = field.path.set(value, in: draft.object, language: language, store: store)
    layOut()
  }

  /// Changes what is chosen, or moves between several choices.
  mutating func turn(by distance: Int) {
    guard let field, !isSaving else { return }
    switch field.kind {
    case .choice(let options, let none):
      let values: [String?] = (none == nil ? [] : [nil]) + options.map(\.value)
      let index = values.firstIndex(of: value(of: field)?.stringValue) ?? (none == nil ? -1 : 0)
      guard !values.isEmpty else { return }
      let next = values[min(values.count - 1, max(0, index + distance))]
      set(next.map { .string($0) }, for: field)
    case .setting(_, let none):
      let values: [Int?] = (none == nil ? [] : [nil]) + Array(-2...2)
      let now = value(of: field)?.intValue ?? (none == nil ? 0 : nil)
      let index = values.firstIndex(of: now) ?? 0
      let next = values[min(values.count - 1, max(0, index + distance))]
      set(next.map { JSON($0) }, for: field)
    case .several(let options, _):
      part = min(options.count - 1, max(0, part + distance))
    default: break
    }
  }

  /// Takes the choice that the cursor is on, or leaves it out again.
  mutating func toggle() {
    guard let field, !isSaving, case .several(let options, _) = field.kind,
      options.indices.contains(part)
    else { return }
    let chosen = value(of: field)?.arrayValue?.compactMap(\.stringValue) ?? []
    let option = options[part].value
    let next = chosen.contains(option) ? chosen.filter { $0 != option } : chosen + [option]
    set(next.isEmpty ? nil : .array(next.map { .string($0) }), for: field)
  }

  /// The draft as it was edited elsewhere.
  mutating func replace(_ object: JSON) {
    draft.object = object
    problem = nil
    layOut()
    if field == nil { focus = fields.first?.id }
    load()
  }

  /// Another rule, which its own editor made; `unfinished` is JSON that is none yet.
  mutating func setRule(_ rule: JSON?, unfinished: String?, at key: String) {
    draft.unfinished[key] = unfinished
    replace(draft.object.setting(rule, at: JSONPointer([key])))
  }

  /// What was decided in a conflict, over the object as it is now.
  mutating func rebase(on base: JSON?, _ object: JSON) {
    draft.base = base
    replace(object)
  }

  mutating func take(reason: String) { draft.reason = reason }

  mutating func nextGeneration() -> Int {
    generation += 1
    return generation
  }

  /// What the change is that saving makes.
  func change(_ id: DefinitionChange.ID, at now: Instant, reason: String) -> DefinitionChange {
    var change = DefinitionChange(
      id: id,
      at: now,
      by: draft.agent,
      reason: reason,
      edits: [.init(reference, before: draft.base, after: draft.object)]
    )
    change.breaking = PinBreaking(pinsAsked)
    return change
  }
}
