import Plotting

/// Where a drawing command puts its figure: on the screen, or into the file behind `to`.
struct FigureTarget {
  /// The words for help.
  static let help =
    "to \"fig.svg\" writes the picture into a file, for a browser or a text; .txt writes it as text."

  private enum Form: String, CaseIterable {
    case svg = ".svg"
    case txt = ".txt"
  }

  private let file: (path: String, form: Form, span: Span)?
  private let interpreter: Interpreter

  /// Reads the clause before anything is computed, so that a wrong name costs no time.
  init(_ call: CommandCall, _ interpreter: Interpreter) throws(Diagnostic) {
    self.interpreter = interpreter
    guard let clause = call.clause("to") else {
      file = nil
      return
    }
    guard let expression = clause.values.first, clause.values.count == 1 else {
      throw Diagnostic(.badCommand, "`to` wants one file", at: clause.span, hint: "such as to \"fig.svg\"")
    }
    let path = try interpreter.fileName(expression, before: "to ", example: "fig.svg")
    guard let form = Form.allCases.first(where: { path.lowercased().hasSuffix($0.rawValue) }) else {
      throw Diagnostic(
        .badArgument, "a figure is written as .svg or .txt, and \"\(Escaping.path(path))\" ends otherwise",
        at: expression.span,
        hint: "such as to \"fig.svg\"; a browser opens it, and turns it into other formats")
    }
    file = (path, form, expression.span)
  }

  /// Whether the figure goes into a file.
  var isFile: Bool { file != nil }

  /// What the command shows: the figure, or where it was written.
  func pieces(_ figure: Figure) throws(Diagnostic) -> [Piece] {
    guard let file else { return [.figure(figure)] }
    let size = figure.pageSize
    let text: String
    let extent: String
    switch file.form {
    case .svg:
      text = figure.svg(width: size.width, height: size.height)
      extent = "\(size.width) by \(size.height) pixels"
    case .txt:
      let lines = figure.text(TextOptions(width: 80)).map(\.plain)
      text = lines.map { $0 + "\n" }.joined()
      extent = counted(lines.count, "line")
    }
    do throws(FileProblem) { try interpreter.host.writeFile(file.path, text) } catch {
      throw Diagnostic(
        .unwritableFile, "\"\(Escaping.path(file.path))\" cannot be written: \(error.reason)",
        at: file.span,
        hint: error.remedy
          ?? "choose a place where you may write, such as to \"/tmp/fig\(file.form.rawValue)\"")
    }
    let kilobytes = NumberFormat.text(Double(text.utf8.count) / 1000, digits: 2)
    return [.text("Wrote \(Escaping.path(file.path)): \(extent), \(kilobytes) kB.", .muted)]
  }
}

extension Figure {
  /// The size of the picture in pixels: panels side by side, and room for every bar.
  fileprivate var pageSize: (width: Int, height: Int) {
    let bars = panels.map { panel in
      panel.marks.reduce(0) { if case .bars(_, let names, _) = $1 { $0 + names.count } else { $0 } }
    }
    let rows = max(400, 60 + 24 * min(bars.max() ?? 0, 60))
    switch panels.count {
    case 0, 1: return (640, rows + 20)
    case 2: return (880, rows)
    default: return (880, rows * ((panels.count + 1) / 2))
    }
  }
}
