/// A file that a list of customers is written to.
package struct MemberFile: Hashable, Sendable {
  /// Whom, and what of each; all of them, whatever part of the list was asked for.
  package var query: MemberQuery
  /// As it was typed; its end says how it is written.
  package var path: String
  /// Whether a file that is there already is written over.
  package var replaces: Bool

  package init(_ query: MemberQuery, to path: String, replaces: Bool = false) {
    (self.query, self.path, self.replaces) = (query, path, replaces)
  }

  package var form: MemberDocument.Form { MemberDocument.Form(path: path) }
}

/// How far a list has been written.
package struct MemberProgress: Hashable, Sendable {
  package var written: Int
  /// How many the query finds.
  package var found: Int

  package init(written: Int, found: Int) { (self.written, self.found) = (written, found) }
}

/// Why a list is not written.
package enum MemberFileRefusal: Error, Hashable, Sendable, CustomStringConvertible {
  /// Somebody has to say that it may be written over.
  case exists
  case isFolder
  case noFolder(String)
  /// The path is that of something the store needs.
  case inStore

  package var description: String {
    switch self {
    case .exists: "there is a file of that name already"
    case .isFolder: "that is a folder: name a file in it"
    case .noFolder(let folder): "there is no folder \(folder)"
    case .inStore: "that is inside the store, which keeps its own files there"
    }
  }
}

/// Writes lists of customers to files for other programs.
package protocol MemberExport: Sendable {
  /// Writes everybody whom a query finds, in the order of the list; the file is there when all is on disk,
  /// and as it was before where the task is cancelled or anything fails.
  ///
  /// - Parameters:
  ///   - file: whom, what of each, and where to.
  ///   - definitions: the segments and the catalog that the query is about.
  ///   - moment: when the rules are read.
  ///   - progress: is told now and then, from any thread.
  /// - Returns: how many were found, and how many of them written: those who can be read.
  /// - Throws: `MemberFileRefusal`; else what keeps the customers from being read or the file from being
  ///   written.
  func write(
    _ file: MemberFile,
    _ definitions: Definitions,
    at moment: Instant,
    progress: @escaping @Sendable (MemberProgress) -> Void
  ) async throws -> MemberProgress
}
