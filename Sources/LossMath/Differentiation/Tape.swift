/// The record of a computation in the order it happened, for reverse-mode automatic differentiation.
///
/// One tape serves nested gradients: the vjp of each operation is written with traced operations, so walking
/// back with `keepingGraph` records the gradient's own computation on the same tape (Pearlmutter and Siskind,
/// 2008). The record is a flat array, so that a long loop is no deep recursion when it is walked or freed.
public final class Tape {
  private struct Entry {
    let inputs: [Traced]
    let output: Tensor
    let pullback: Pullback?
  }

  private var entries: [Entry] = []
  private var heldElements = 0
  /// How many gradients are being computed around the present operation.
  public private(set) var nesting = 0

  /// The most elements the record may hold together: past them a differentiated loop is refused.
  public static var elementLimit: Int { Limits.record.value << 17 }
  /// What remembering one operation takes beside its result, in elements.
  static let entryCost = 40
  private let limit: Int

  /// An empty record that may grow to ``elementLimit``.
  public convenience init() { self.init(limit: Self.elementLimit) }

  init(limit: Int) { self.limit = limit }

  /// Runs `body` one level of gradient deeper.
  public func nested<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    nesting += 1
    defer { nesting -= 1 }
    return try body()
  }

  /// Lets go of the record, and with it of the circle of references between the tape and its values.
  public func clear() {
    entries.removeAll()
    heldElements = 0
  }

  /// A new variable with the value of `source`. Where `source` already depends on a variable of an outer
  /// gradient, the new one stays linked to it.
  public func variable(_ source: Traced) -> Traced {
    append(Entry(inputs: [source], output: source.value, pullback: .unary { _, _, g in g }))
  }

  private func append(_ entry: Entry) -> Traced {
    entries.append(entry)
    heldElements += entry.output.count + Self.entryCost
    return Traced(entry.output, tape: self, index: entries.count - 1)
  }

  /// The result of an operation on `inputs`: recorded if any input has a trace, else a constant.
  /// - Throws: `MathError.interrupted` where the operation may not have come to its end; `MathError.recordTooLarge`.
  static func record(
    _ inputs: [Traced], _ output: Tensor, _ pullback: @autoclosure () -> Pullback
  ) throws(MathError) -> Traced {
    if inputs.contains(where: { $0.value.count > Interruption.stretch }) { try Interruption.check() }
    guard let tape = inputs.lazy.compactMap(\.trace?.tape).first else { return Traced(output) }
    guard tape.heldElements + output.count + entryCost <= tape.limit else {
      throw .recordTooLarge(limit: tape.limit)
    }
    return tape.append(Entry(inputs: inputs, output: output, pullback: pullback()))
  }

  /// The gradients of `output`, one number, with respect to variables of this tape; nothing for a variable
  /// that `output` does not depend on.
  /// - Parameters:
  ///   - output: depends on the variables, through operations recorded here.
  ///   - variables: made by ``variable(_:)``.
  ///   - keepingGraph: whether the gradients will be differentiated again.
  /// - Throws: `MathError.notScalar` where `output` holds more than one number.
  public func gradient(
    of output: Traced, withRespectTo variables: [Traced], keepingGraph: Bool
  ) throws(MathError) -> [Traced?] {
    guard output.value.count == 1 else { throw .notScalar(shape: output.shape) }
    let leaves = variables.map(place)
    guard let end = place(of: output), let start = leaves.compactMap({ $0 }).min(), start <= end else {
      return variables.map { _ in nil }
    }
    let seed = Traced(try Tensor.filled(1, shape: output.shape))
    let cotangents = try walkBack(from: end, to: start, seed: seed, keep: Set(leaves), keepingGraph)
    return leaves.map { leaf in leaf.flatMap { cotangents[$0]?.value } }
  }

  /// Where on this tape a value was recorded; nothing for a constant or a value of another tape.
  private func place(of value: Traced) -> Int? {
    value.trace.flatMap { $0.tape === self ? $0.index : nil }
  }

  private func walkBack(
    from end: Int, to start: Int, seed: Traced, keep: Set<Int?>, _ keepingGraph: Bool
  ) throws(MathError) -> Cotangents {
    var cotangents = Cotangents(start: start, count: end - start + 1)
    try cotangents.add(Cotangent(value: seed), at: end)
    for index in (start...end).reversed() where !keep.contains(index) {
      guard let arrived = cotangents.take(index), let pullback = entries[index].pullback else { continue }
      let parts = try pullback.apply(step(at: index, arrived, start, keepingGraph))
      let entry = entries[index]
      for (i, (input, part)) in zip(entry.inputs, parts).enumerated() {
        guard let target = place(of: input), target >= start, let part else { continue }
        let isAligned = input.shape == entry.output.shape
        let live = isAligned ? try pullback.flow.live(arrived.live, input: i) : nil
        try cotangents.add(Cotangent(value: part, live: live), at: target)
      }
    }
    return cotangents
  }

  private func step(
    at index: Int, _ arrived: Cotangent, _ start: Int, _ keepingGraph: Bool
  ) -> Pullback.Step {
    let entry = entries[index]
    let output = keepingGraph ? Traced(entry.output, tape: self, index: index) : Traced(entry.output)
    return Pullback.Step(
      inputs: keepingGraph ? entry.inputs : entry.inputs.map(\.detached), output: output,
      cotangent: arrived.value, wanted: entry.inputs.map { (place(of: $0) ?? -1) >= start },
      live: arrived.live)
  }
}
