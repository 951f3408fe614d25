/// Everything that a store defines, decoded, with every problem found on the way.
///
/// What could not be decoded is left out and named in `problems`; the rest works.
package struct Definitions: Sendable {
  package var settings: StoreSettings
  package var agents: [Agent] = []
  package var catalog: AttributeCatalog
  package var intents: [Intent] = []
  /// By priority (1 is the strongest), then by number of conditions (more first), then by id.
  package var segments: [Segment] = []
  package var tones: [Tone] = []
  package var services: [Service] = []
  package var scripts: [Script] = []
  package var problems: [Problem] = []
  /// What they were decoded from.
  package var documents = DefinitionDocuments()

  package init(settings: StoreSettings, catalog: AttributeCatalog) {
    self.settings = settings
    self.catalog = catalog
  }
}
