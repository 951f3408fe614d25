package import RapportCore

/// The definitions in a store's folder.
package struct DefinitionFiles: DefinitionSource {
  package var location: StoreLocation

  package init(_ location: StoreLocation) { self.location = location }

  package func load() async throws -> Definitions {
    let (files, problems) = try DocumentFolder(location).read()
    return Definitions(decoding: DefinitionDocuments(files: files, problems: problems))
  }
}
