import Language

/// A notebook that is being worked in: the language with its cells numbered, and the course.
public final class Session {
  public let interpreter: Interpreter
  /// The cells run so far.
  public private(set) var cellCount = 0
  public let course: CoursePlayer
  /// The columns of the window.
  public var width = 80

  /// - Parameter course: Finds the course when it is first asked for.
  public init(host: Host, course files: CourseFiles = CourseFiles()) {
    let course = CoursePlayer(files)
    self.course = course
    interpreter = Interpreter(host: host, extraCommands: course.commands)
    course.interpreter = interpreter
    course.run = { [unowned self] text in self.collect(SourceText(text)) }
    course.width = { [unowned self] in self.width }
  }

  /// The number that the next cell will have.
  public var nextNumber: Int { cellCount + 1 }

  /// Runs the cells of a text one after the other.
  /// - Parameter receive: gets each result as it comes, and says whether to go on.
  public func run(_ source: SourceText, _ receive: (CellResult) -> Bool) {
    var parser = Parser(source, verbs: interpreter.verbs)
    while true {
      do throws(Diagnostic) {
        guard let cell = try parser.nextCell() else { return }
        cellCount += 1
        let number = cellCount
        let outcome = course.answer(cell.text) ?? judged(cell, number)
        guard receive(CellResult(number: number, input: cell.text, source: source, outcome: outcome)) else {
          return
        }
      } catch {
        cellCount += 1
        let input = source.lineText(at: error.span)
        var outcome = Outcome()
        outcome.error = error
        // Letters with commas or blanks between them are no cell, and may well be an answer.
        outcome = course.answer(input) ?? outcome
        guard receive(CellResult(number: cellCount, input: input, source: source, outcome: outcome)) else {
          return
        }
      }
    }
  }

  /// Runs a cell, and judges it where a question is open.
  private func judged(_ cell: Cell, _ number: Int) -> Outcome {
    guard course.isAsking else { return interpreter.run(cell, number: number) }
    let before = interpreter.memory
    var outcome = interpreter.run(cell, number: number)
    course.judge(cell, &outcome, before: before)
    return outcome
  }

  /// Whether the text, as far as it goes, only lacks more lines.
  public func isIncomplete(_ text: String) -> Bool {
    var parser = Parser(SourceText(text), verbs: interpreter.verbs)
    while true {
      do throws(Diagnostic) {
        guard try parser.nextCell() != nil else { return false }
      } catch {
        return error.isIncomplete
      }
    }
  }

  private func collect(_ source: SourceText) -> [CellResult] {
    var results: [CellResult] = []
    run(source) {
      results.append($0)
      return $0.outcome.error == nil
    }
    return results
  }
}

/// What became of one cell.
public struct CellResult {
  public let number: Int
  public let input: String
  public let source: SourceText
  public let outcome: Outcome

  /// Everything the cell shows, its error included, as pieces.
  public func pieces(width: Int) -> [Piece] {
    var pieces = outcome.pieces
    pieces += outcome.notes.map {
      .paragraph([StyledRun("note: ", .emphasis), StyledRun($0.text)], first: 0, indent: 6)
    }
    if let error = outcome.error {
      pieces += DiagnosticText.pieces(error, in: source, width: width)
    }
    return pieces
  }
}
