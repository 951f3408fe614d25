extension NearMiss: CustomStringConvertible {
  /// The change in plain words, values as JSON: `orders: 11, needed at least 12`.
  public var description: String {
    "\(path): \(actual.map(\.description) ?? "missing"), needed \(need)"
  }
}

extension NearMiss.Need: CustomStringConvertible {
  /// The need in plain words, values as JSON.
  public var description: String {
    switch self {
    case .range(let from?, let to?) where from.value == to.value: return "\(from.value)"
    case .range(let from?, let to?): return "\(from.lower) and \(to.upper)"
    case .range(let from?, nil): return from.lower
    case .range(nil, let to?): return to.upper
    case .range(nil, nil): return "any value"
    case .oneOf(let values): return list(values, "or")
    case .noneOf(let values): return values.isEmpty ? "any value" : "not " + list(values, "nor")
    case .including(let value): return "with \(value)"
    case .excluding(let value): return "without \(value)"
    case .present: return "any value"
    case .absent: return "no value"
    }
  }

  private func list(_ values: [JSON], _ word: String) -> String {
    values.map(\.description).joined(separator: " \(word) ")
  }
}

extension NearMiss.Bound {
  fileprivate var lower: String { (isIncluded ? "at least " : "more than ") + "\(value)" }

  fileprivate var upper: String { (isIncluded ? "at most " : "less than ") + "\(value)" }
}
