import Language
import Notebook

/// Whether what has been typed can be run as it is.
enum Completeness {
  static func reply(_ code: String, _ session: Session) -> JSONValue {
    do throws(Diagnostic) {
      _ = try session.interpreter.cells(of: code)
      return .object(["status": .text("complete")])
    } catch {
      guard error.isIncomplete else {
        // Letters are no cell and may be an answer.
        return .object(["status": .text(session.course.isAsking ? "complete" : "invalid")])
      }
      return .object(["status": .text("incomplete"), "indent": .text(indent(after: code))])
    }
  }

  /// Two blanks for each bracket that is open, where comments and texts are left out.
  static func indent(after code: String) -> String {
    var depth = 0
    var isText = false
    var isComment = false
    for character in code {
      switch character {
      case "\"" where !isComment: isText.toggle()
      case "#" where !isText: isComment = true
      case _ where character.isNewline: isComment = false
      case "(", "[", "{": depth += isText || isComment ? 0 : 1
      case ")", "]", "}": depth -= isText || isComment ? 0 : 1
      default: break
      }
    }
    return isText ? "" : String(repeating: "  ", count: max(depth, 0))
  }
}
