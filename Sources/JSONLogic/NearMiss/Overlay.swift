/// Data with one value changed or taken away.
struct Overlay: RuleData {
  let base: any RuleData
  let path: VariablePath
  let replacement: JSON?

  func value(at asked: VariablePath) -> JSON? {
    if asked.components.starts(with: path.components) {
      let rest = asked.components.dropFirst(path.components.count)
      return replacement?.value(at: VariablePath(Array(rest)))
    }
    guard path.components.starts(with: asked.components) else { return base.value(at: asked) }
    let rest = path.components.dropFirst(asked.components.count)
    return (base.value(at: asked) ?? .null).replacing(rest, with: replacement)
  }
}

extension JSON {
  /// This value with what stands at a path below it replaced, objects made where there are none.
  fileprivate func replacing(_ path: ArraySlice<String>, with value: JSON?) -> JSON {
    guard let key = path.first else { return value ?? .null }
    let inner = path.dropFirst()
    if case .array(var items) = self, let position = Int(key), items.indices.contains(position) {
      items[position] = items[position].replacing(inner, with: value)
      return .array(items)
    }
    var object = objectValue ?? [:]
    object[key] = inner.isEmpty ? value : (object[key] ?? .null).replacing(inner, with: value)
    return .object(object)
  }
}
