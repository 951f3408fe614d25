package import JSONLogic

/// Which customers of a group are listed, and what of each.
package struct MemberQuery: Hashable, Sendable {
  package var group: CustomerGroup
  /// As typed on Find: all words must be of the customer's name, id or another searched field.
  package var text: String
  /// The paths of the values.
  package var columns: [String]
  package var offset: Int
  package var limit: Int

  package init(
    _ group: CustomerGroup,
    text: String = "",
    columns: [String] = [],
    offset: Int = 0,
    limit: Int = 100
  ) {
    self.group = group
    self.text = text
    self.columns = columns
    self.offset = offset
    self.limit = limit
  }
}

/// Some of the customers of a group, in the order of the file.
package struct MemberPage: Sendable {
  package struct Row: Sendable, Identifiable {
    package var customer: Customer
    package var account: Customer?
    /// One for each column; nil where it is missing.
    package var values: [JSON?]

    package var id: Customer.ID { customer.id }

    package init(customer: Customer, account: Customer?, values: [JSON?]) {
      self.customer = customer
      self.account = account
      self.values = values
    }
  }

  /// How many the query finds; as many as there are rows on all pages.
  package var count: Int
  /// The first row's place among them.
  package var offset: Int
  package var rows: [Row]

  package init(count: Int, offset: Int, rows: [Row]) {
    self.count = count
    self.offset = offset
    self.rows = rows
  }
}
