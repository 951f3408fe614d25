/// Finds what is wrong with the definitions of a store beyond what one document alone can tell:
/// everything that would make a screen wrong.
///
/// What tailoring prepares (templates, patterns, opening hours) it names itself.
package struct StoreCheck: Sendable {
  let definitions: Definitions
  /// For what is said of rules, and for the values that dates are compared with.
  let words: ConditionWords
  var problems: [Problem] = []

  init(_ definitions: Definitions, at moment: Instant) {
    self.definitions = definitions
    words = MembershipEvaluator(definitions, at: moment).words
  }

  /// Every problem, those found while decoding included, in the order of the files.
  ///
  /// - Parameters:
  ///   - definitions: the definitions.
  ///   - moment: the day that rules with dates are looked at.
  /// - Returns: the problems; findings that the definitions accept are left out.
  package static func problems(
    of definitions: Definitions,
    at moment: Instant
  ) -> [Problem] {
    definitions.accepted(all(of: definitions, at: moment))
  }

  /// Every problem, those among them that the definitions accept.
  package static func all(of definitions: Definitions, at moment: Instant) -> [Problem] {
    var check = StoreCheck(definitions, at: moment)
    check.checkSettings()
    check.checkAgents()
    check.checkCatalog()
    check.checkIntents()
    check.checkSegments()
    check.checkShadows()
    check.checkTones()
    check.checkServices()
    check.checkScripts()
    check.checkTemplates()
    check.problems += Tailor(definitions).problems + ScriptCheck(definitions).all()
    var seen: Set<Problem> = []
    return (definitions.problems + check.problems).filter { seen.insert($0).inserted }
      .sorted(by: Problem.isBefore)
  }

  /// Notes an error; `pointer` is below the file's root: `/rule/and/0`.
  mutating func note(_ file: String, _ pointer: String, _ message: String, remedy: String? = nil) {
    let place = Place(file: file, pointer: pointer)
    problems.append(Problem(.error, at: place, message, remedy: remedy))
  }

  mutating func warn(_ file: String, _ pointer: String, _ message: String, remedy: String? = nil) {
    let place = Place(file: file, pointer: pointer)
    problems.append(Problem(.warning, at: place, message, remedy: remedy))
  }

  /// Notes an id that names nothing, with the one that was meant.
  mutating func checkReference<Subject>(
    _ id: Identifier<Subject>?,
    among known: some Collection<Identifier<Subject>>,
    _ what: String,
    _ file: String,
    _ pointer: String,
    severity: Problem.Severity = .error
  ) {
    guard let id, !known.contains(id) else { return }
    let place = Place(file: file, pointer: pointer)
    let remedy = SpellingSuggestion.question(id.rawValue, among: known.map(\.rawValue))
    problems.append(
      Problem(severity, at: place, "there is no \(what) \"\(id)\"", remedy: remedy)
    )
  }

  mutating func checkReferences<Subject>(
    _ ids: [Identifier<Subject>],
    among known: some Collection<Identifier<Subject>>,
    _ what: String,
    _ file: String,
    _ pointer: String
  ) {
    for (position, id) in ids.enumerated() {
      checkReference(id, among: known, what, file, "\(pointer)/\(position)")
      if ids[..<position].contains(id) {
        warn(file, "\(pointer)/\(position)", "\"\(id)\" is there twice")
      }
    }
  }

  /// Notes each id that an earlier definition of the same file has.
  mutating func checkDuplicates(_ ids: [String], _ file: String, _ key: String) {
    var seen: Set<String> = []
    for (position, id) in ids.enumerated() where !seen.insert(id).inserted {
      note(file, "/\(position)/\(key)", "\"\(id)\" is there twice", remedy: "the first one counts")
    }
  }

  mutating func checkZone(_ id: String, _ file: String, _ pointer: String) {
    guard TimeZones.zone(id) == nil else { return }
    note(
      file,
      pointer,
      "there is no time zone \"\(id)\"",
      remedy: TimeZones.suggestion(for: id).map { "did you mean \"\($0)\"?" }
        ?? "use a name such as \"Europe/Berlin\""
    )
  }

  mutating func checkLanguage(_ tag: String, _ file: String, _ pointer: String) {
    guard !LanguageTag.isWellFormed(tag) else { return }
    note(file, pointer, "\"\(tag)\" is no language tag", remedy: "such as \"en\" or \"de-AT\"")
  }

  /// Notes a path that the catalog does not declare.
  mutating func checkPath(_ path: String, _ file: String, _ pointer: String) {
    guard !definitions.catalog.declares(path) else { return }
    let known = definitions.catalog.attributes.keys
    note(
      file,
      pointer,
      "unknown attribute \"\(path)\"",
      remedy: SpellingSuggestion.question(path, among: known)
        ?? "declare it in attributes.json, or name one that is"
    )
  }
}

extension AttributeCatalog {
  /// Whether `path` is an attribute, or a part of one that has parts: the name, or a list's item.
  package func declares(_ path: String) -> Bool {
    if self[path] != nil { return true }
    guard let dot = path.lastIndex(of: "."), let whole = self[String(path[..<dot])] else {
      return false
    }
    return whole.path == "name" || whole.kind == .list
  }
}
