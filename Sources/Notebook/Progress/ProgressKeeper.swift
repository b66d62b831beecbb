import Language

/// Keeps the progress of the running session and writes each change down at once.
final class ProgressKeeper {
  private let findFile: () -> String?
  private var store: ProgressStore?
  private var isLoaded = false
  private var loaded = CourseProgress()
  /// What the learner should know of the file; told once.
  private var note: String?

  init(findFile: @escaping () -> String?) { self.findFile = findFile }

  var progress: CourseProgress {
    load()
    return loaded
  }

  /// Reads the file again: another session may have written to it.
  func refresh() {
    guard isLoaded, let store, let contents = try? store.load() else { return load() }
    loaded = contents.progress
    note = contents.note ?? note
  }

  func record(_ event: ProgressEvent) {
    load()
    loaded.take(event)
    guard let store else { return }
    do throws(FileProblem) { try store.append(event) } catch {
      self.store = nil
      note = "Your progress is not kept: \(error.reason)"
    }
  }

  /// What is to be told, once.
  func takeNote() -> [Piece] {
    guard let told = note else { return [] }
    note = nil
    return [.paragraph([StyledRun("note: ", .emphasis), StyledRun(told)], first: 0, indent: 6)]
  }

  private func load() {
    guard !isLoaded else { return }
    isLoaded = true
    guard let path = findFile() else { return }
    let store = ProgressStore(path: path)
    do throws(FileProblem) {
      let contents = try store.load()
      (loaded, note, self.store) = (contents.progress, contents.note, store)
    } catch {
      note = "Your progress is not kept: \(error.reason)"
    }
  }
}
