import JSONLogic
package import RapportCore

extension JSONJournal {
  /// Adds what an agent said of something; returns when it is on disk.
  ///
  /// - Parameter feedback: said twice under one id, the later line counts.
  /// - Throws: where the journal cannot be written.
  package func append(_ feedback: Feedback) throws {
    try writable(self.feedback.path).append([.object(feedback.record)])
  }

  /// Adds a line that takes it back; nothing that is there is rewritten.
  ///
  /// - Parameter id: whatever is there of it.
  /// - Throws: where the journal cannot be written.
  package func takeBack(_ id: Feedback.ID) throws {
    try writable(feedback.path).append([Feedback.correction(of: id)])
  }

  /// What agents said.
  ///
  /// Cost: the first call reads the whole file, later ones what was appended.
  ///
  /// - Parameter limit: at most so many.
  /// - Returns: the newest first; of each id what the last line says.
  /// - Throws: `FileError` where the journal cannot be read.
  package func feedback(limit: Int) throws -> [Feedback] {
    try feedback.catchUp()
    return feedback.newest(limit)
  }

  /// What of an agent's own feedback was answered.
  ///
  /// - Parameter agent: who gave it.
  /// - Returns: the newest answer first.
  /// - Throws: `FileError` where the journal cannot be read.
  package func answers(for agent: Agent.ID) throws -> [Feedback] {
    try feedback.catchUp()
    return feedback.lines.values.compactMap { line in
      line.by == agent ? line.answer.map { ($0.at, line) } : nil
    }
    .sorted { ($1.0, $1.1.id) < ($0.0, $0.1.id) }.map(\.1)
  }

  /// Adds the whole line again with an answer, under the lock of the file: what others said of it
  /// meanwhile is read before.
  ///
  /// - Parameters:
  ///   - id: whose line.
  ///   - answer: the new answer; one's own may be given anew.
  /// - Returns: the line as it was written.
  /// - Throws: `FeedbackRefusal` where it was taken back or somebody else has answered it; else where
  ///   the journal cannot be written.
  package func answer(_ id: Feedback.ID, with answer: Feedback.Answer) throws -> Feedback {
    let path = try writable(feedback.path).path
    guard try FileStatus(at: path) != nil else { throw FeedbackRefusal.missing(id) }
    let file = try LockedFile(path)
    try feedback.catchUp()
    guard var line = feedback.lines[id] else { throw FeedbackRefusal.missing(id) }
    if let other = line.answer?.by, other != answer.by {
      throw FeedbackRefusal.answered(by: other)
    }
    line.answer = answer
    try file.append(lines: RecordFile.lines(of: [.object(line.record)]))
    return line
  }
}
