import RapportStore
import RapportTUI

extension OpenStore {
  /// Whether the interface can change definitions here.
  var definitionAccess: DefinitionAccess {
    if location.isOfLaterFormat {
      return .readOnly(
        why: "a later version of rapport wrote this store, which this one only reads"
      )
    }
    return location.isWritable
      ? .editable(definitionStore) : .readOnly(why: "this store is read-only here")
  }
}
