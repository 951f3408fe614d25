/// What of a store may have changed.
package struct StoreChange: OptionSet, Hashable, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) { self.rawValue = rawValue }

  package static let definitions = StoreChange(rawValue: 1)
  package static let customers = StoreChange(rawValue: 2)
  package static let journal = StoreChange(rawValue: 4)
  package static let all: StoreChange = [.definitions, .customers, .journal]

  /// What a change of this file touches; nothing for files that are none of ours.
  init(of name: String, in folder: String) {
    switch (folder, name) {
    case (_, _) where name.hasPrefix("."): self = []
    case ("", "customers.jsonl"): self = .customers
    case ("journal", _): self = .journal
    case ("", _) where DocumentFolder.files.contains(name): self = .definitions
    case (_, _) where DocumentFolder.folders.contains(folder) && name.hasSuffix(".json"):
      self = .definitions
    default: self = []
    }
  }
}
