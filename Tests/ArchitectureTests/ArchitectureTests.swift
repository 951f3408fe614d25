import Foundation
import Testing

/// `ARCHITECTURE.md` is the page a newcomer reads first; these keep it true.
struct ArchitectureTests {
  let tree = SourceTree()

  @Test func `the manifest draws the arrows of the page and no others`() throws {
    let arrows = try tree.arrows()
    let dependencies = try tree.dependencies()
    #expect(dependencies.keys.sorted() == arrows.keys.sorted())
    for (target, names) in dependencies {
      #expect(names.sorted() == (arrows[target] ?? []).sorted(), "dependencies of \(target)")
    }
  }

  @Test func `every import follows an arrow`() throws {
    let arrows = try tree.arrows()
    let ours = Set(arrows.keys).union(arrows.values.joined())
    for (target, allowed) in arrows {
      for (file, names) in try tree.imports(of: target) {
        let wrong = names.intersection(ours).subtracting(allowed)
        #expect(wrong.isEmpty, "\(file) imports \(wrong.sorted())")
      }
    }
  }

  @Test func `full Foundation is imported only where the page says so`() throws {
    let page = try tree.text("ARCHITECTURE.md")
    for target in try tree.arrows().keys {
      for (file, names) in try tree.imports(of: target) where names.contains("Foundation") {
        #expect(page.contains("`\(file.dropFirst("Sources/".count))`"), "\(file)")
      }
    }
  }

  @Test(arguments: [
    ("ncurses.h", "CTerminal"), ("simdjson.h", "CSimdJSON"), ("re2/re2.h", "CRegex"),
    ("phonenumbers/", "CPhone"),
  ])
  func `one target includes a foreign header`(header: String, target: String) throws {
    for file in tree.files(below: "Sources", endings: ["h", "c", "cpp"]) {
      let includes = try tree.text(file).contains("#include <\(header)")
      #expect(!includes || file.hasPrefix("Sources/\(target)/"), "\(file)")
    }
  }

  @Test func `no source is hard to read for its length`() throws {
    let files = tree.files(below: "Sources", endings: ["swift"])
      .filter { !$0.hasSuffix("+Table.swift") }
    let lengths = try files.map {
      try tree.text($0).split(separator: "\n", omittingEmptySubsequences: false).count
    }
    .sorted()
    #expect(lengths[lengths.count / 2] < 100)
    #expect(lengths.filter { $0 > 400 }.count <= lengths.count / 50)
  }
}
