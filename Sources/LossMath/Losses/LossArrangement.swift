// How the arguments of a loss are brought to shapes that its body can walk side by side.

extension Loss {
  /// The arguments with single numbers repeated where the others have more.
  /// - Throws: where their number or their shapes do not fit.
  func aligned(_ arguments: [Traced]) throws(MathError) -> [Traced] {
    guard arguments.count == inputs.count else {
      throw .badOption(
        name: name, value: "called with \(arguments.count) arguments",
        allowed: "it has \(inputs.count): " + inputs.map(\.name).joined(separator: ", "))
    }
    return isRowwise && !isWhole ? try alignedRows(arguments) : try alignedElements(arguments)
  }

  private func alignedElements(_ arguments: [Traced]) throws(MathError) -> [Traced] {
    guard let model = arguments.first(where: { !$0.value.isScalar }) else { return arguments }
    for argument in arguments where argument.shape != model.shape && !argument.value.isScalar {
      throw .shapesDiffer(operation: name, left: model.shape, right: argument.shape)
    }
    var result: [Traced] = []
    for argument in arguments { result.append(try argument.expanded(to: model.shape)) }
    return result
  }

  private func alignedRows(_ arguments: [Traced]) throws(MathError) -> [Traced] {
    guard let model = arguments.last else { return arguments }
    if model.value.isScalar { throw .needsRows(operation: name) }
    if model.shape.last == 0 { throw .empty(operation: name) }
    for (input, argument) in zip(inputs, arguments) {
      guard input.form.isOnePerRow || argument.shape == model.shape else {
        throw .shapesDiffer(operation: name, left: argument.shape, right: model.shape)
      }
    }
    return arguments
  }

  /// The arguments with the axis of the classes last, and with all numbers in one row for a loss on the
  /// whole.
  func arranged(_ arguments: [Traced], _ options: LossOptions) throws(MathError) -> [Traced] {
    guard isRowwise, let model = arguments.last else { return arguments }
    let order = try axisOrder(model.shape, options)
    var result: [Traced] = []
    for (input, argument) in zip(inputs, arguments) {
      if input.form.isOnePerRow {
        result.append(argument)
      } else if let order {
        result.append(try argument.gathered(order.positions, shape: order.shape))
      } else {
        result.append(
          isWhole && options.axis == nil ? try argument.reshaped([argument.value.count]) : argument)
      }
    }
    try checkRows(result)
    return result
  }

  /// A tensor with the classes along its last axis; as it is where the options name no other.
  func inRows(_ tensor: Tensor, _ options: LossOptions) -> Tensor {
    guard isRowwise, let order = try? axisOrder(tensor.shape, options) else { return tensor }
    return Tensor(unchecked: order.shape, order.positions.map { tensor.elements[$0] })
  }

  private func checkRows(_ arguments: [Traced]) throws(MathError) {
    guard let model = arguments.last?.value else { return }
    if model.rowsAndColumns.columns == 0 { throw .empty(operation: name) }
    for (input, argument) in zip(inputs, arguments) where input.form.isOnePerRow {
      guard argument.value.count == model.rowsAndColumns.rows else {
        throw .shapesDiffer(operation: name, left: argument.shape, right: model.shape)
      }
    }
  }

  /// A tensor of the arranged shape back in the shape that was given.
  func restored(_ parts: Tensor, to shape: [Int], _ options: LossOptions) throws(MathError) -> Tensor {
    guard isRowwise, let order = try axisOrder(shape, options) else { return try parts.reshaped(shape) }
    var result = parts.elements
    for (element, position) in zip(parts.elements, order.positions) { result[position] = element }
    return try Tensor(result).reshaped(shape)
  }

  /// Where the elements come from when the axis asked for goes last; nothing where it is last already.
  private func axisOrder(
    _ shape: [Int], _ options: LossOptions
  ) throws(MathError) -> (positions: [Int], shape: [Int])? {
    guard accepts(.axis), let axis = options.axis else { return nil }
    let layout = try AxisLayout(shape, axis: axis)
    let arranged = layout.reducedShape + [layout.count]
    // Behind the axis there may be others of size 1, which leave the elements in their order and not the shape.
    guard layout.inner != 1 || arranged != shape else { return nil }
    let positions = try Array(interruptible: layout.outer * layout.inner * layout.count) {
      let (slot, step) = ($0 / layout.count, $0 % layout.count)
      return (slot / layout.inner * layout.count + step) * layout.inner + slot % layout.inner
    }
    return (positions, arranged)
  }
}

extension Loss {
  /// - Throws: where a number is outside its range.
  func validate(_ options: LossOptions) throws(MathError) {
    for number in numbers {
      guard let value = options[number: number.option], !number.range.contains(value) else { continue }
      throw .badOption(name: number.option.rawValue, value: "\(value)", allowed: number.range.rawValue)
    }
  }

  /// - Throws: where the class weights are not one for each class, or not weights.
  func validate(_ options: LossOptions, for inputs: [Traced]) throws(MathError) {
    guard accepts(.classWeights), let weights = options.classWeights, let model = inputs.last else { return }
    let classes = isRowwise ? model.value.rowsAndColumns.columns : 2
    guard weights.count == classes else {
      throw .badOption(
        name: LossOption.classWeights.rawValue, value: "a list of \(weights.count)",
        allowed: "one factor for each of the \(classes) classes")
    }
    if let bad = weights.first(where: { !$0.isFinite || $0 < 0 }) {
      throw .badOption(
        name: LossOption.classWeights.rawValue, value: "\(bad)", allowed: "factors of at least 0")
    }
  }
}
