import FoundationEssentials
import Glibc
import JSONLogic
import RapportStore
import RapportTUI
import Themes

/// The theme that was asked for: by name, or as a file.
struct ThemeChoice {
  /// The name of a theme or the path of its file.
  private let wanted: String
  private let environment: [String: String]

  init(_ option: String?, environment: [String: String]) {
    wanted = option ?? environment["RAPPORT_THEME"] ?? ThemeLibrary.standardName
    self.environment = environment
  }

  /// Its path; nil where it is known by name.
  private var file: String? {
    wanted.contains("/") || wanted.hasSuffix(".json") ? wanted : nil
  }

  private var folders: [String] { ThemeFolders.inOrder(environment) }

  var library: ThemeLibrary { ThemeLibrary(folders: folders, file: file) }

  var loaded: LoadedTheme {
    get throws(CommandFailure) {
      guard let file else { return try library.existing(wanted) }
      guard access(file, R_OK) == 0 else {
        throw CommandFailure(code: "no-theme", message: "no theme can be read at \(file)")
      }
      return try library.existing(ThemeLibrary.name(ofFile: file))
    }
  }

  /// Tells while the interface runs when a theme's file changes; nil where that cannot be watched.
  var source: ThemeSource? {
    guard let watcher = try? FileWatcher(watched, ending: ".json") else { return nil }
    let changes = AsyncStream<Void> { continuation in
      let task = Task.detached {
        // Held here: the watcher ends when nobody holds it.
        for await _ in watcher.changes { continuation.yield() }
        continuation.finish()
      }
      continuation.onTermination = { _ in task.cancel() }
    }
    let (folders, file) = (folders, file)
    return ThemeSource(changes: changes) {
      let library = ThemeLibrary(folders: folders, file: file)
      return library.names.compactMap { library.theme(named: $0) }.map { loaded in
        ThemeSource.Reading(
          loaded.theme,
          problems: loaded.warnings.map(\.description),
          isUsable: !loaded.warnings.contains { $0.place.tokens.isEmpty }
        )
      }
    }
  }

  /// The folders of themes, and those in which the files really lie that are links.
  private var watched: [String] {
    var watched = folders + [file].compactMap(\.self).map(Folder.parent)
    for path in library.sources.compactMap(\.path) {
      guard let real = realpath(path, nil) else { continue }
      watched.append(Folder.parent(of: String(cString: real)))
      free(real)
    }
    return Set(watched).sorted().filter { access($0, R_OK | X_OK) == 0 }
  }
}

extension InterfaceOptions {
  var themeChoice: ThemeChoice {
    ThemeChoice(theme, environment: ProcessInfo.processInfo.environment)
  }
}
