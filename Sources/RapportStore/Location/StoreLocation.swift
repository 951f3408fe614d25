import Glibc

/// Where a store is: its folder and the names in it.
package struct StoreLocation: Hashable, Sendable, CustomStringConvertible {
  /// Of the folder; without a slash at the end.
  package let path: String
  /// Where drafts go when the store is read-only.
  package let stateFolder: String
  /// Whether a later version of the program wrote it, whose meaning this one could destroy.
  package var isOfLaterFormat = false
  /// Where what is derived goes when the store is read-only; nil: nowhere.
  private let cacheRoot: String?

  /// The folder that an option names, else `$RAPPORT_STORE`, else `$XDG_DATA_HOME/rapport`.
  ///
  /// Nil where not even `$HOME` is set. Relative XDG folders are ignored, as their specification
  /// says (specifications.freedesktop.org/basedir-spec).
  package init?(option: String?, environment: [String: String]) {
    func folder(_ name: String, else fallback: String) -> String? {
      if let value = environment[name], value.hasPrefix("/") { return value }
      guard let home = environment["HOME"], !home.isEmpty else { return nil }
      return home + "/" + fallback
    }
    let named = [option, environment["RAPPORT_STORE"]].compactMap(\.self).first { !$0.isEmpty }
    let standard = folder("XDG_DATA_HOME", else: ".local/share").map { $0 + "/rapport" }
    guard let path = named ?? standard else { return nil }
    let state = folder("XDG_STATE_HOME", else: ".local/state").map { $0 + "/rapport" }
    let cache = folder("XDG_CACHE_HOME", else: ".cache").map { $0 + "/rapport" }
    self.init(path, stateFolder: state, cacheRoot: cache)
  }

  /// - Parameters:
  ///   - path: the store's folder.
  ///   - stateFolder: of the program, for drafts beside a read-only store; nil: inside the store.
  ///   - cacheRoot: of the program, for what is derived from a read-only store; nil: nowhere.
  package init(_ path: String, stateFolder: String? = nil, cacheRoot: String? = nil) {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
    self.stateFolder = stateFolder ?? path
    self.cacheRoot = cacheRoot
  }

  package var description: String { path }

  /// The path of a file, by its name in the store.
  package func file(_ name: String) -> String { path == "/" ? "/\(name)" : "\(path)/\(name)" }

  package var settings: String { file("store.json") }
  package var customers: String { file("customers.jsonl") }
  package var changes: String { file("journal/changes.jsonl") }
  package var imports: String { file("journal/imports.jsonl") }

  /// Whether the program may change the store.
  package var isWritable: Bool { !isOfLaterFormat && Folder.isWritable(path) }

  /// Throws where the program may not change the store, before anything is touched.
  func requireWritable(_ path: String) throws(FileError) {
    if isOfLaterFormat { throw FileError(.write, path, code: ENOTSUP) }
  }

  /// The permissions of new folders: those of the store's own.
  var folderMode: UInt32 { ((try? FileStatus(at: path))?.map(\.mode)) ?? 0o700 }

  /// Where one agent's drafts are kept; the agent's id must be a slug.
  package func drafts(of agent: String) -> String {
    guard !isWritable, stateFolder != path else { return file("drafts/\(agent)") }
    return "\(stateFolder)/drafts/\(identity)/\(agent)"
  }

  /// Where what is derived is kept; nil where there is no place for it.
  ///
  /// Beside the records, so that whoever may read the one may read the other.
  package var cacheFolder: String? {
    isWritable ? file(".cache") : cacheRoot.map { "\($0)/\(identity)" }
  }

  /// Tells stores apart in folders outside of them: their path, in characters safe in a name.
  private var identity: String {
    String(
      decoding: path.utf8.flatMap { byte -> [UInt8] in
        let isPlain = byte < 0x80 && (Character(Unicode.Scalar(byte)).isLetter || (48...57) ~= byte)
        return isPlain ? [byte] : Array("_\(String(byte, radix: 16))".utf8)
      },
      as: UTF8.self
    )
  }
}
