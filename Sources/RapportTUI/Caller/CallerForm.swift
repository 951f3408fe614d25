import JSONLogic
import RapportCore
import Terminal

/// The form of a new caller.
struct CallerForm: Sendable {
  /// A line of it that the cursor can be on.
  enum Stop: Hashable, Sendable {
    case name, phone, email
    case known(Customer.ID)
    case question, save
  }

  /// Customers who may be the caller that are shown.
  static let knownLimit = 3

  private(set) var caller: NewCaller
  private(set) var stop = Stop.name
  private var fields: [Stop: TextField]
  /// Who may be the caller, the likeliest first, and how many more fit as well.
  var known: [LikelyDuplicate] = []
  var more = 0
  /// Of whom was asked already whether they are the caller.
  var asked: Set<Customer.ID> = []
  /// The only one who has the very phone number or e-mail address; nil where it may be several.
  var isClearly: LikelyDuplicate? {
    let same = known.filter(\.isClear)
    return same.count == 1 ? same.first : nil
  }
  /// Of the newest search for them; answers to older ones are dropped.
  var generation = 0
  /// What was looked for last.
  var searched: [String] = []
  /// What would be said of the caller as they are now.
  private(set) var guidance: Guidance?
  private(set) var question: NextQuestion?
  /// Why it cannot be saved or an answer not be taken, and what would be right.
  var problem: String?
  var isSaving = false
  /// As it was when the form was opened; what is still so need not be asked about before it goes.
  let before: NewCaller
  /// Whether it had been put aside.
  let isRestored: Bool

  init(_ caller: NewCaller, isRestored: Bool = false) {
    self.caller = caller
    self.isRestored = isRestored
    before = caller
    fields = [
      .name: TextField(caller.name), .phone: TextField(caller.phone),
      .email: TextField(caller.email), .question: TextField(),
    ]
  }

  var stops: [Stop] {
    [.name, .phone, .email] + known.map { .known($0.id) } + (question == nil ? [] : [.question])
      + [.save]
  }

  /// Whether characters are text here; numbered answers are chosen by their digit.
  var takesText: Bool {
    switch stop {
    case .name, .phone, .email: true
    case .question: isTyped
    case .known, .save: false
    }
  }

  /// Several answers, or one that is no choice, are typed.
  var isTyped: Bool { question.map { $0.choices.isEmpty || isList } ?? false }
  /// Whether several choices may be given.
  private(set) var isList = false

  func field(_ stop: Stop) -> TextField { fields[stop] ?? TextField() }

  /// True where the key is text or edits it.
  mutating func edit(_ key: Key) -> Bool {
    guard takesText, !isSaving, var field = fields[stop], field.edit(key) else { return false }
    put(field)
    return true
  }

  mutating func insert(_ text: String) {
    guard takesText, !isSaving, var field = fields[stop] else { return }
    field.insert(text)
    put(field)
  }

  private mutating func put(_ field: TextField) {
    fields[stop] = field
    problem = nil
    switch stop {
    case .name: caller.name = field.text
    case .phone: caller.phone = field.text
    case .email: caller.email = field.text
    case .known, .question, .save: break
    }
  }

  mutating func move(by distance: Int) {
    let stops = stops
    let index = stops.firstIndex(of: stop) ?? 0
    stop = stops[min(stops.count - 1, max(0, index + distance))]
  }

  /// On to the next thing to fill in: past those who may be known.
  mutating func advance() {
    let next: Stop =
      switch stop {
      case .name: .phone
      case .phone: .email
      default: question == nil ? .save : .question
      }
    stop = next
  }

  mutating func take(_ found: [LikelyDuplicate], more: Int) {
    known = Array(found.prefix(Self.knownLimit))
    self.more = more
    if case .known(let id) = stop, !known.contains(where: { $0.id == id }) { stop = .email }
  }

  mutating func answer(_ path: String, with value: JSON) {
    caller.answers[path] = value
    fields[.question] = TextField()
    problem = nil
  }

  mutating func skip() {
    if let question { caller.skipped.insert(question.path) }
    fields[.question] = TextField()
    problem = nil
  }

  /// Asks what would settle most now; what the form has fields for is not asked again.
  mutating func take(_ guidance: Guidance, isList: (String) -> Bool) {
    self.guidance = guidance
    question = guidance.questions.first { question in
      !caller.skipped.contains(question.path)
        && !["name", "emails", "phones"].contains(question.path)
    }
    self.isList = question.map { isList($0.path) } ?? false
    if stop == .question, question == nil { stop = .save }
  }
}
