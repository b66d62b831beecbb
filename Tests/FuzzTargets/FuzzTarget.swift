import Language
import LossMath
import Notebook
import Synchronization
import Training

/// What the fuzzer feeds with bytes of its own making. A target fails by a trap, a hang, or by what it asserts.
public enum FuzzTarget: String, CaseIterable, Sendable {
  /// Tokens, as they are coloured: nothing of the text is lost.
  case tokens
  /// Syntax, and its errors, shown.
  case parser
  /// Cells, run under tight limits and shown.
  case evaluator
  /// A Markdown file as a notebook, checked, and as a lesson, turned page by page.
  case markdown
  /// A file of comma-separated values; its first line holds the options of `data load`.
  case csv
  /// A file of weights, read by itself and by `train`.
  case weights
  /// Lines typed at a lesson that asks every kind of question.
  case answers
  /// A file of progress.
  case progress

  public func run(_ bytes: [UInt8]) {
    switch self {
    case .tokens: TokenFuzzing.run(Self.text(bytes))
    case .parser: ParserFuzzing.run(Self.text(bytes))
    case .evaluator: EvaluatorFuzzing.run(Self.text(bytes))
    case .markdown: MarkdownFuzzing.run(Self.text(bytes))
    case .csv: FileFuzzing.csv(bytes)
    case .weights: FileFuzzing.weights(bytes)
    case .answers: AnswerFuzzing.run(Self.text(bytes))
    case .progress: FileFuzzing.progress(bytes)
    }
  }

  /// Whatever is no UTF-8 is refused before anything reads it; here it is mended, so that no input is wasted.
  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}

/// What all targets have in common.
enum Fuzzing {
  /// A host with these files, whose loops are stopped after so many steps.
  static func host(_ files: [String: [UInt8]] = [:], steps: Int = 2_000) -> Host {
    let steps = StepCount(steps)
    return Host(
      readFile: { (path) throws(FileProblem) in
        guard let bytes = files[path] else { throw FileProblem(reason: "no such file", isMissing: true) }
        return bytes
      },
      writeFile: { (_, _) throws(FileProblem) in }, cancel: CancelToken { steps.isOver })
  }

  /// Runs a text and shows what comes in the ways in which a reader may see it.
  static func run(_ text: String, in session: Session) {
    session.run(SourceText(text, name: "fuzz")) { result in
      show(result)
      return true
    }
  }

  static func show(_ result: CellResult) {
    for width in [10, 80] {
      let layout = Layout(width: width, ascii: width < 20, describesFigures: width > 40)
      let text = Painter(colour: width > 40, layout: layout).text(result.pieces(width: width))
      expect(!text.unicodeScalars.contains(where: mayBeObeyed), "a terminal would obey this: \(text)")
    }
    _ = CellJSON(result, layout: Layout()).line
  }

  /// Colours are ours; everything else that a terminal obeys must not come through.
  private static func mayBeObeyed(_ scalar: Unicode.Scalar) -> Bool {
    scalar.mayBeObeyed && scalar != "\n" && scalar != "\u{1B}"
  }

  static func expect(_ condition: Bool, _ message: @autoclosure () -> String) {
    if !condition { fatalError(message()) }
  }
}

/// Counts the steps of one input; the threads of a training share it.
private final class StepCount: Sendable {
  private let left: Atomic<Int>

  init(_ count: Int) { left = Atomic(count) }

  var isOver: Bool { left.subtract(1, ordering: .relaxed).newValue < 0 }
}
