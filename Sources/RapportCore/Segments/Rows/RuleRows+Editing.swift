/// Changing rows by where they stand.
extension RuleRows {
  /// Where a row stands: the place in each group from the root on; empty is the root itself.
  package typealias Path = [Int]

  /// A row with its place, as the editor goes through them.
  package struct Line: Hashable, Sendable {
    package var path: Path
    /// A group stands for its heading.
    package var row: Row

    /// How many groups it stands in.
    package var depth: Int { path.count }

    package init(path: Path, row: Row) {
      self.path = path
      self.row = row
    }
  }

  /// The heading of the root, then every row below its group.
  package var lines: [Line] {
    var lines: [Line] = []
    func add(_ row: Row, at path: Path) {
      lines.append(Line(path: path, row: row))
      guard case .group(let group) = row else { return }
      for (position, inner) in group.rows.enumerated() { add(inner, at: path + [position]) }
    }
    add(.group(root), at: [])
    return lines
  }

  /// Nil where there is none.
  package subscript(path: Path) -> Row? {
    path.reduce(Row.group(root)) { row, position in
      guard case .group(let group)? = row, group.rows.indices.contains(position) else {
        return nil
      }
      return group.rows[position]
    }
  }

  /// Puts another row in the place of one; the root is only ever a group.
  package mutating func replace(_ path: Path, with row: Row) {
    guard let last = path.last else {
      if case .group(let group) = row { root = group }
      return
    }
    editGroup(at: path.dropLast()) { group in
      if group.rows.indices.contains(last) { group.rows[last] = row }
    }
  }

  /// Puts a row before the one at a place, or at the end of its group.
  package mutating func insert(_ row: Row, at path: Path) {
    guard let last = path.last else { return }
    editGroup(at: path.dropLast()) { $0.rows.insert(row, at: min(max(0, last), $0.rows.count)) }
  }

  /// Takes a row out, and its group with it where that was the last one of it.
  package mutating func remove(_ path: Path) {
    guard let last = path.last else {
      root.rows = []
      return
    }
    let parent = Array(path.dropLast())
    editGroup(at: parent[...]) { group in
      if group.rows.indices.contains(last) { group.rows.remove(at: last) }
    }
    if !parent.isEmpty, case .group(let group)? = self[parent], group.rows.isEmpty {
      remove(parent)
    }
  }

  /// Puts a row into a group of its own, in which one of two or more has to hold.
  package mutating func wrap(_ path: Path) {
    guard !path.isEmpty, let row = self[path] else { return }
    replace(path, with: .group(Group(needsAll: false, rows: [row])))
  }

  /// Puts a group's rows in its place; what a denied group says has no such form, so that one stays.
  package mutating func unwrap(_ path: Path) {
    guard let last = path.last, case .group(let group)? = self[path], !group.isNegated else {
      return
    }
    editGroup(at: path.dropLast()) { parent in
      if parent.needsAll == group.needsAll || group.rows.count < 2 {
        parent.rows.replaceSubrange(last...last, with: group.rows)
      }
    }
  }

  /// Moves a row up or down in its group, into the group that it meets, or out of its own at the end.
  ///
  /// - Returns: where it stands then.
  package mutating func move(_ path: Path, by distance: Int) -> Path {
    guard let last = path.last, let row = self[path] else { return path }
    let parent = Array(path.dropLast())
    let target = last + distance
    guard case .group(let group)? = self[parent] else { return path }
    if group.rows.indices.contains(target) {
      if case .group(let other) = group.rows[target] {
        let inside = distance < 0 ? other.rows.count : 0
        insert(row, at: parent + [target, inside])
        remove(path)
        let shift = distance < 0 ? 0 : -1
        return parent + [target + shift, inside]
      }
      editGroup(at: parent[...]) { $0.rows.swapAt(last, target) }
      return parent + [target]
    }
    guard let place = parent.last else { return path }
    let outside = Array(parent.dropLast())
    // Put in before it is taken out: no group around it is without rows meanwhile, and goes.
    insert(row, at: outside + [distance < 0 ? place : place + 1])
    remove(outside + [distance < 0 ? place + 1 : place, last])
    return outside + [distance < 0 || group.rows.count == 1 ? place : place + 1]
  }

  private mutating func editGroup(at path: ArraySlice<Int>, _ body: (inout Group) -> Void) {
    Self.edit(&root, at: path, body)
  }

  private static func edit(
    _ group: inout Group,
    at path: ArraySlice<Int>,
    _ body: (inout Group) -> Void
  ) {
    guard let first = path.first else { return body(&group) }
    guard group.rows.indices.contains(first), case .group(var inner) = group.rows[first] else {
      return
    }
    edit(&inner, at: path.dropFirst(), body)
    group.rows[first] = .group(inner)
  }
}
