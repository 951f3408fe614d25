import JSONLogic

/// What the items of a list are called in all three of its versions, each name once a version.
///
/// An item has the name that it had before, as far as it can be told: by its first key, by a later one
/// where that is another, and by everything else where only the key is.
struct ItemNames {
  let before: [String]
  let theirs: [String]
  let mine: [String]

  init(before: [JSON], theirs: [JSON], mine: [JSON], keys: [String]) {
    let names = Self.unique(before.map { Self.name(of: $0, keys) })
    self.before = names
    self.theirs = Self.names(of: theirs, after: before, names, keys)
    self.mine = Self.names(of: mine, after: before, names, keys)
  }

  /// For values that have no key: equal ones are the same.
  init(before: [JSON], theirs: [JSON], mine: [JSON]) {
    func names(_ items: [JSON]) -> [String] { Self.unique(items.map { $0.canonical() }) }
    (self.before, self.theirs, self.mine) = (names(before), names(theirs), names(mine))
  }

  /// What an item is called on its own.
  static func name(of item: JSON, _ keys: [String]) -> String {
    keys.first.flatMap { item[$0]?.stringValue } ?? item.stringValue ?? item.canonical()
  }

  /// The second of a name is `name#2`.
  static func unique(_ names: [String], besides others: Set<String> = []) -> [String] {
    var taken = others
    return names.map { name in
      var free = name
      var count = 1
      while !taken.insert(free).inserted {
        count += 1
        free = "\(name)#\(count)"
      }
      return free
    }
  }

  private static func names(
    of items: [JSON],
    after before: [JSON],
    _ names: [String],
    _ keys: [String]
  ) -> [String] {
    var found = [String?](repeating: nil, count: items.count)
    var free = Array(before.indices)
    func pair(_ isSame: (JSON, JSON) -> Bool) {
      for index in items.indices where found[index] == nil {
        guard let match = free.firstIndex(where: { isSame(before[$0], items[index]) }) else {
          continue
        }
        found[index] = names[free.remove(at: match)]
      }
    }
    pair { $0 == $1 }
    for key in keys { pair { $0[key] != nil && $0[key] == $1[key] } }
    if keys.count == 1 {
      pair { old, new in
        guard case .object(var old) = old, case .object(var new) = new else { return false }
        (old[keys[0]], new[keys[0]]) = (nil, nil)
        return !old.isEmpty && old == new
      }
    }
    let others = unique(
      items.indices.filter { found[$0] == nil }.map { name(of: items[$0], keys) },
      besides: Set(names)
    )
    var rest = others.makeIterator()
    return found.map { $0 ?? rest.next() ?? "" }
  }
}
