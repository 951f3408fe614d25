import JSONLogic

extension DefinitionMerge {
  /// Lists item by item, in the order that both want.
  mutating func merge(
    _ before: [JSON],
    _ theirs: [JSON],
    _ mine: [JSON],
    _ shape: MergeShape,
    at pointer: JSONPointer
  ) -> [JSON] {
    let names =
      if case .items(let keys) = shape {
        ItemNames(before: before, theirs: theirs, mine: mine, keys: keys)
      } else {
        ItemNames(before: before, theirs: theirs, mine: mine)
      }
    func items(_ names: [String], _ items: [JSON]) -> [String: JSON] {
      Dictionary(zip(names, items)) { first, _ in first }
    }
    let old = items(names.before, before)
    let left = items(names.theirs, theirs)
    let right = items(names.mine, mine)
    var merged: [String: JSON] = [:]
    for name in names.theirs + names.mine.filter({ left[$0] == nil }) {
      merged[name] = merge(
        old[name],
        left[name],
        right[name],
        at: pointer.appending(name),
        isItem: true
      )
    }
    return order(names, keeping: Set(merged.keys), shape, at: pointer).compactMap { merged[$0] }
  }

  /// Of a set the order is nothing that anybody has to decide about.
  private mutating func order(
    _ names: ItemNames,
    keeping kept: Set<String>,
    _ shape: MergeShape,
    at pointer: JSONPointer
  ) -> [String] {
    let order = MergedOrder(
      before: names.before,
      theirs: names.theirs,
      mine: names.mine,
      keeping: kept,
      choosing: decisions[pointer.description]
    )
    guard order.isContested, shape != .set else { return order.names }
    var field = DefinitionConflict.Field(
      reference,
      pointer: pointer.description,
      before: .array(names.before.map { .string($0) }),
      theirs: .array(names.theirs.map { .string($0) }),
      mine: .array(names.mine.map { .string($0) })
    )
    field.isOrder = true
    conflicts.append(field)
    return order.names
  }
}
