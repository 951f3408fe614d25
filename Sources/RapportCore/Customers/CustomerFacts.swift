package import JSONLogic

/// What rules and templates read about a customer: the record, completed from the account.
package struct CustomerFacts: Sendable {
  package let customer: Customer
  package let account: Customer?
  /// The record with `kind` filled in and missing firmographic values taken from the account.
  package let document: JSON

  /// - Parameters:
  ///   - customer: whose facts they are.
  ///   - account: that the customer belongs to.
  ///   - derived: what is read where the record says nothing.
  package init(_ customer: Customer, account: Customer? = nil, derived: DerivedFacts? = nil) {
    self.customer = customer
    self.account = account
    var record = customer.record
    if record["kind"] == nil { record["kind"] = .string(customer.kind.rawValue) }
    let family = Family.firmographic.rawValue
    if let inherited = account?.record[family]?.objectValue {
      var own = record[family]?.objectValue ?? [:]
      for (key, value) in inherited where own[key]?.isMissing ?? true { own[key] = value }
      record[family] = .object(own)
    }
    for (path, value) in derived?.values ?? [:] {
      let place = RecordPath(path)
      if place.value(in: record)?.isMissing ?? true { place.set(value, in: &record) }
    }
    document = .object(record)
  }

  /// The value at a dotted path; nil where it is missing in the sense of rules.
  package func value(at path: String) -> JSON? {
    guard let record = document.objectValue, let value = RecordPath(path).value(in: record),
      !value.isMissing
    else { return nil }
    if path == "name", value.objectValue != nil {
      return customer.name.displayed(language: customer.language).map { .string($0) }
    }
    return value
  }

  /// Whether the value is the account's and not the customer's own.
  package func isInherited(_ path: String) -> Bool {
    guard value(at: path) != nil else { return false }
    return customer.value(at: path)?.isMissing ?? true
  }
}

extension CustomerFacts: RuleData {
  /// As rules read it: the document's value, and the full name where the whole name is asked for.
  package func value(at path: VariablePath) -> JSON? {
    guard let value = document.value(at: path) else { return nil }
    if path.components == ["name"], value.objectValue != nil { return self.value(at: "name") }
    return value
  }
}
