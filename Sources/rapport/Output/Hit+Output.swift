import JSONLogic
import RapportCore

extension Hit {
  /// The documented JSON of `rapport find`.
  var json: JSON {
    var object: JSONObject = [
      "id": .string(id.rawValue),
      "name": .string(CustomerPresentation(customer).name),
      "matched": .string(matched),
      "quality": .string(quality.rawValue),
      "fields": .array(
        words.map { word in
          [
            "word": .string(word.word), "field": .string(word.field),
            "quality": .string(word.quality.rawValue),
          ]
        }
      ),
    ]
    if !missing.isEmpty { object["missing"] = .array(missing.map { .string($0) }) }
    return .object(object)
  }
}

extension Hit {
  /// For people: id, name, where from, and what matched where that is not the name.
  func cells(_ label: (String) -> String) -> [String] {
    let presentation = CustomerPresentation(customer)
    let without = missing.isEmpty ? "" : ", without \(missing.joined(separator: " "))"
    let isPlain = matched == "name" && quality == .exact
    let how =
      isPlain
      ? "" : "\(matched.contains(".") ? label(matched) : matched), \(quality.rawValue)\(without)"
    return [id.rawValue, presentation.name, presentation.place ?? "", how]
  }
}
