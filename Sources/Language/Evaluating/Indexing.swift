import LossMath

extension Interpreter {
  func index(_ base: Expression, _ items: [Expression], _ span: Span) throws(Diagnostic) -> Value {
    if base.bareName == "out", value(of: "out") == nil { return try result(items, span) }
    let value = try evaluate(base)
    if case .list(let list) = value { return try item(of: list, items, span) }
    guard let tensor = value.asTensor else { throw notNumeric(value, "an index", base.span) }
    guard !items.isEmpty, items.count <= tensor.value.rank else { throw badCount(value, items.count, span) }
    let picked = try pick(tensor, try items.map(choice), span)
    if case .truth = value { return .truth(picked.value) }
    return .tensor(picked)
  }

  /// One value of a list, or those that a range picks.
  private func item(of list: [Value], _ items: [Expression], _ span: Span) throws(Diagnostic) -> Value {
    guard items.count == 1, let item = items.first else {
      throw Diagnostic(
        .badIndex, "a list takes one index, and \(items.count) stand here", at: span,
        hint: "such as args[0], args[-1] or args[1..]")
    }
    let axis = try positions(try choice(item), list.count)
    if axis.isSingle, let position = axis.positions.first { return list[position] }
    return .joined(axis.positions.map { list[$0] })
  }

  private func badCount(_ value: Value, _ count: Int, _ span: Span) -> Diagnostic {
    let rank = value.asTensor?.value.rank ?? 0
    if rank == 0 {
      return Diagnostic(.badIndex, "\(value.described) has no elements to choose from", at: span)
    }
    let most = rank == 1 ? "one index" : "up to \(rank) indices"
    return Diagnostic(
      .badIndex, "\(value.described) takes \(most), and \(count) stand here", at: span,
      hint: rank == 1 ? "such as y[0], y[-1] or y[0..2]" : "such as m[0], m[0, 1] or m[.., 0]")
  }

  /// `out[n]`: the value that cell n showed.
  private func result(_ items: [Expression], _ span: Span) throws(Diagnostic) -> Value {
    guard items.count == 1, let item = items.first else {
      throw Diagnostic(.badIndex, "`out` wants one number", at: span, hint: "such as out[1]")
    }
    let number = try number(item, "the number of a cell")
    guard let n = Int(exactly: number), let value = results[n] else {
      throw Diagnostic(.badIndex, "cell \(NumberFormat.text(number)) has shown no value", at: item.span)
    }
    return value
  }

  func element(_ tensor: Traced, _ i: Int, _ span: Span) throws(Diagnostic) -> Value {
    .tensor(try pick(tensor, [Axis(positions: [i], isSingle: true)], span))
  }

  /// What stands between the brackets for one axis.
  private struct Choice {
    let item: Expression
    /// Nothing for a range, whose ends may be missing.
    let value: Value?
  }

  private func choice(_ item: Expression) throws(Diagnostic) -> Choice {
    Choice(item: item, value: item.isRange ? nil : try evaluate(item))
  }

  private struct Axis {
    var positions: [Int]
    /// One number takes the axis away; a range or a vector keeps it.
    var isSingle: Bool
  }

  private func positions(_ choice: Choice, _ size: Int) throws(Diagnostic) -> Axis {
    let span = choice.item.span
    guard let value = choice.value else {
      return Axis(positions: try slice(choice.item, size), isSingle: false)
    }
    if case .truth(let mask) = value, mask.rank == 1 {
      guard mask.count == size else {
        throw Diagnostic(.badIndex, "\(mask.count) booleans cannot choose among \(size) elements", at: span)
      }
      return Axis(positions: try positions(in: mask, span), isSingle: false)
    }
    guard case .tensor(let traced) = value, traced.value.rank <= 1 else {
      throw Diagnostic(
        .badIndex, "an index is a number, a range or a vector of them, not \(value.described)", at: span)
    }
    var positions: [Int] = []
    positions.reserveCapacity(traced.value.count)
    for (turn, number) in traced.value.elements.enumerated() {
      try checkCancelled(at: turn, span)
      positions.append(try position(number, size, span))
    }
    return Axis(positions: positions, isSingle: traced.value.isScalar)
  }

  /// Where booleans are true.
  private func positions(in mask: Tensor, _ span: Span) throws(Diagnostic) -> [Int] {
    var positions: [Int] = []
    for (position, element) in mask.elements.enumerated() {
      try checkCancelled(at: position, span)
      if element != 0 { positions.append(position) }
    }
    return positions
  }

  private func position(_ number: Double, _ size: Int, _ span: Span) throws(Diagnostic) -> Int {
    guard let whole = Int(exactly: number) else {
      throw Diagnostic(
        .badIndex, "an index is a whole number; this is \(NumberFormat.text(number))", at: span,
        hint: "such as y[0]; floor(i) makes a number whole")
    }
    let position = whole < 0 ? whole + size : whole
    guard (0..<size).contains(position) else {
      throw Diagnostic(
        .indexOutOfRange, "index \(whole) is outside: there are \(counted(size, "element")) here", at: span,
        hint: size == 0 ? nil : "indices run from 0 to \(size - 1), or from -1 back to -\(size)")
    }
    return position
  }

  /// `a..b` inside an index: its ends may be missing, or count from the end. What lies outside is left out.
  private func slice(_ range: Expression, _ size: Int) throws(Diagnostic) -> [Int] {
    guard case .range(let from, let to, let step) = range.kind else { return [] }
    func end(_ expression: Expression?, _ missing: Int) throws(Diagnostic) -> Int {
      guard let expression else { return missing }
      let number = try number(expression, "the end of a slice")
      guard let whole = Int(exactly: number) else {
        throw Diagnostic(.badIndex, "the ends of a slice are whole numbers", at: expression.span)
      }
      return whole < 0 ? max(whole, -size - 1) + size : min(whole, size)
    }
    let stride = try sliceStep(step)
    let (first, last) = (max(try end(from, 0), 0), min(try end(to, size - 1), size - 1))
    guard first <= last else { return [] }
    var positions: [Int] = []
    positions.reserveCapacity((last - first) / stride + 1)
    for position in Swift.stride(from: first, through: last, by: stride) {
      try checkCancelled(at: positions.count, range.span)
      positions.append(position)
    }
    return positions
  }

  private func sliceStep(_ step: Expression?) throws(Diagnostic) -> Int {
    guard let step else { return 1 }
    guard let whole = Int(exactly: try number(step, "the step of a slice")), whole > 0 else {
      throw Diagnostic(
        .badIndex, "the step of a slice is a whole number from 1", at: step.span,
        hint: "reverse(x) turns a vector round")
    }
    return whole
  }

  private func pick(_ tensor: Traced, _ choices: [Choice], _ span: Span) throws(Diagnostic) -> Traced {
    if tensor.value.rank > 1, choices.count == 1, case .truth(let mask)? = choices[0].value, mask.rank > 1 {
      return try pick(tensor, mask, choices[0].item.span)
    }
    let axes = try zip(choices, tensor.shape).map { (choice, size) throws(Diagnostic) in
      try positions(choice, size)
    }
    return try pick(tensor, axes, span)
  }

  /// `m[m > 0]`: the elements where booleans of the same shape are true, as a vector.
  private func pick(_ tensor: Traced, _ mask: Tensor, _ span: Span) throws(Diagnostic) -> Traced {
    guard mask.shape == tensor.shape else {
      throw Diagnostic(
        .badIndex,
        "booleans of another shape cannot choose among the elements of \(Value.described(tensor.shape))",
        at: span)
    }
    let positions = try positions(in: mask, span)
    return try math(span) { () throws(MathError) in
      try tensor.gathered(positions, shape: [positions.count])
    }
  }

  private func pick(_ tensor: Traced, _ axes: [Axis], _ span: Span) throws(Diagnostic) -> Traced {
    var offsets = [0]
    var result: [Int] = []
    for (axis, size) in tensor.shape.enumerated() {
      let chosen = axis < axes.count ? axes[axis].positions : Array(0..<size)
      if axis >= axes.count || !axes[axis].isSingle { result.append(chosen.count) }
      guard offsets.count * max(chosen.count, 1) <= Limits.elements.value else {
        throw Diagnostic(
          .tooLarge, "this index picks more than \(Limits.elements.value) elements", at: span,
          hint: Limits.elements.remedy)
      }
      offsets = try places(of: chosen, along: size, behind: offsets, span)
    }
    return try math(span) { () throws(MathError) in try tensor.gathered(offsets, shape: result) }
  }

  /// The flat positions with one axis more.
  /// - Parameters:
  ///   - size: how long the axis is.
  ///   - outer: the positions over the axes before it.
  private func places(
    of chosen: [Int], along size: Int, behind outer: [Int], _ span: Span
  ) throws(Diagnostic) -> [Int] {
    var places: [Int] = []
    places.reserveCapacity(outer.count * chosen.count)
    for start in outer {
      for position in chosen {
        try checkCancelled(at: places.count, span)
        places.append(start * size + position)
      }
    }
    return places
  }
}
