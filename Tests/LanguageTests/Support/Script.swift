import Plotting
import Testing

@testable import Language

/// Runs a script as a reader would, cell by cell,
/// and keeps what each cell came to; a cell that cannot be read too.
struct Script {
  private(set) var outcomes: [Outcome] = []
  private(set) var cells: [Cell] = []
  let interpreter: Interpreter
  let source: SourceText

  init(_ text: String, host: Host = .isolated, extraCommands: [Command] = []) {
    source = SourceText(text)
    interpreter = Interpreter(host: host, extraCommands: extraCommands)
    var parser = Parser(source, verbs: interpreter.verbs)
    while true {
      do throws(Diagnostic) {
        guard let cell = try parser.nextCell() else { return }
        cells.append(cell)
        outcomes.append(interpreter.run(cell, number: outcomes.count + 1))
      } catch {
        var outcome = Outcome()
        outcome.error = error
        outcomes.append(outcome)
      }
    }
  }

  var errors: [Diagnostic] { outcomes.compactMap(\.error) }
  var notes: [String] { outcomes.flatMap { $0.notes.map(\.text) } }

  /// What the last cell shows.
  func shown(width: Int = 80) -> String { outcomes.last?.pieces.plainText(Layout(width: width)) ?? "" }

  /// The text that an error points at.
  func pointed(_ error: Diagnostic) -> String { (error.source ?? source).text(error.span) }
}

/// The elements of the value of a script's last cell; a failed cell fails the test.
func elements(_ text: String, _ location: SourceLocation = #_sourceLocation) -> [Double] {
  let script = Script(text)
  #expect(script.errors.isEmpty, sourceLocation: location)
  return script.outcomes.last?.value?.asTensor?.value.elements ?? []
}

/// The one number that a script's last cell comes to.
func number(_ text: String, _ location: SourceLocation = #_sourceLocation) -> Double {
  let found = elements(text, location)
  #expect(found.count == 1, sourceLocation: location)
  return found.first ?? .nan
}

/// What the last cell of a script shows; a failed cell fails the test.
func shown(_ text: String, width: Int = 80, _ location: SourceLocation = #_sourceLocation) -> String {
  let script = Script(text)
  #expect(script.errors.isEmpty, sourceLocation: location)
  return script.shown(width: width)
}

/// The figure of a script's last cell; a failed cell fails the test.
func drawn(_ text: String, _ location: SourceLocation = #_sourceLocation) throws -> Figure {
  let script = Script(text)
  #expect(script.errors.isEmpty, "\(script.errors.first?.message ?? "")", sourceLocation: location)
  let figures = script.outcomes.last?.pieces.compactMap {
    if case .figure(let figure) = $0 { figure } else { nil }
  }
  return try #require(figures?.first, sourceLocation: location)
}

/// The error of a script's last cell.
func failure(_ text: String, host: Host = .isolated) -> Diagnostic? {
  Script(text, host: host).outcomes.last?.error
}

/// Whether two numbers are as near as rounding allows, or equal, or both NaN.
func isNear(_ a: Double, _ b: Double, _ tolerance: Double = 1e-12) -> Bool {
  a == b || (a.isNaN && b.isNaN) || abs(a - b) <= tolerance * max(1, abs(a), abs(b))
}

func areNear(_ a: [Double], _ b: [Double], _ tolerance: Double = 1e-12) -> Bool {
  a.count == b.count && zip(a, b).allSatisfy { isNear($0, $1, tolerance) }
}
