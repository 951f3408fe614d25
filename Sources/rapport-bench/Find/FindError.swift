/// Why a figure would not be of what it says.
enum FindError: Error, CustomStringConvertible {
  case noCallers
  case notFound(String)
  case changing(query: String, counts: [Int])
  case part(String)

  var description: String {
    switch self {
    case .noCallers: "too few customers have a name, a city, an address and a number to ask for"
    case .notFound(let id): "a new process does not find \(id)"
    case .changing(let query, let counts):
      "\"\(query)\" does not find as many each time: \(counts.map(String.init).joined(separator: ", "))"
    case .part(let output): "a process of the measurement failed: \(output)"
    }
  }
}
