package import JSONLogic

extension CustomerPatch {
  /// The record with the changes made, `rev` counted up and `updated` set.
  ///
  /// Throws where a path is not as `expected` any more: somebody else changed it. Setting what is
  /// there already is no conflict.
  package func applied(to current: Customer) throws(PatchConflict) -> Customer {
    var conflicts: [(path: String, now: JSON?)] = []
    var record = current.record
    for change in changes {
      let now = current.value(at: change.path)
      if now != change.expected, now != change.value {
        conflicts.append((change.path, now))
      } else {
        RecordPath(change.path).set(change.value, in: &record)
      }
    }
    guard conflicts.isEmpty else {
      throw PatchConflict(customer: current.id, paths: conflicts)
    }
    record["rev"] = JSON(current.rev + 1)
    record["updated"] = .string(at.description)
    return Customer(id: current.id, record: record)
  }

  /// The customer told the value of `path` on `day`.
  package static func answer(
    _ value: JSON,
    to path: String,
    by agent: Agent.ID,
    at: Instant,
    on day: CalendarDate,
    customer: Customer
  ) -> CustomerPatch {
    CustomerPatch(
      customer: customer.id,
      changes: [
        change(customer, path, value),
        change(customer, "observed." + path, .string(day.description)),
        change(customer, "notSaid." + path, nil),
      ],
      by: agent,
      at: at
    )
  }

  /// The customer was asked for `path` on `day` and did not want to tell.
  package static func notSaid(
    _ path: String,
    by agent: Agent.ID,
    at: Instant,
    on day: CalendarDate,
    customer: Customer
  ) -> CustomerPatch {
    CustomerPatch(
      customer: customer.id,
      changes: [change(customer, "notSaid." + path, .string(day.description))],
      by: agent,
      at: at
    )
  }

  /// The attribute that a changed path is about: `device` of `notSaid.device`.
  package static func attribute(of path: String) -> String {
    for prefix in ["observed.", "notSaid."] where path.hasPrefix(prefix) {
      return String(path.dropFirst(prefix.count))
    }
    return path
  }

  private static func change(_ customer: Customer, _ path: String, _ value: JSON?) -> Change {
    Change(path: path, expected: customer.value(at: path), value: value)
  }
}
