import ArgumentParser
import Language
import Notebook
import Terminal

extension Repl {
  /// Brings back the last session that was not saved.
  func resume() {
    guard let store = Files.stateDirectory.map({ SessionStore($0 + "/sessions") }) else { return }
    do throws(FileProblem) {
      guard let kept = try store.last() else {
        return show([.paragraph([StyledRun("There is no session to bring back.", .muted)])])
      }
      show(session.resume(kept))
      session.keeper?.sync()
      store.forget(kept)
    } catch {
      show([.paragraph([StyledRun("The last session is not brought back: \(error.reason)", .muted)])])
    }
  }

  func open(_ notebook: String) throws {
    do throws(FileProblem) { show(try session.open(notebook)) } catch {
      Output.error("\(notebook): \(error.reason)")
      throw ExitCode(1)
    }
  }

  /// Cells that stand in no file are not lost.
  func sayHowToComeBack() {
    guard let book = session.book, !book.isSaved, !book.cells.isEmpty, let keeper = session.keeper else {
      session.keeper?.forget()
      return
    }
    guard keeper.isKept, !options.quiet else { return }
    show([
      .paragraph([
        StyledRun("Not saved; ", .muted), StyledRun("lossbook --resume", .code),
        StyledRun(" brings the cells back.", .muted),
      ])
    ])
  }
}
