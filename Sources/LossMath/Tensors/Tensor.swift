/// Doubles in a rectangular arrangement, row by row: a number (shape `[]`), a vector (`[n]`), a matrix
/// (`[rows, columns]`) or more.
///
/// Invariant: `elements.count` is the product of `shape`.
public struct Tensor: Equatable, Sendable {
  /// The sizes of its axes, outermost first; `[]` for one number.
  public let shape: [Int]
  /// All numbers, row by row.
  public private(set) var elements: [Double]

  /// A number.
  public init(_ value: Double) {
    shape = []
    elements = [value]
  }

  /// A vector.
  public init(_ values: [Double]) {
    shape = [values.count]
    elements = values
  }

  /// A tensor of a given shape, or nothing if the count does not fit the shape.
  public init?(shape: [Int], elements: [Double]) {
    guard Tensor.count(of: shape) == elements.count else { return nil }
    self.init(unchecked: shape, elements)
  }

  /// For callers in this module that have just computed `elements` from `shape`.
  init(unchecked shape: [Int], _ elements: [Double]) {
    self.shape = shape
    self.elements = elements
  }

  /// A tensor of one value throughout.
  /// - Throws: `MathError.tooLarge` past `Limits.elements.value`.
  public static func filled(_ value: Double, shape: [Int]) throws(MathError) -> Tensor {
    let count = try checkedCount(of: shape)
    return Tensor(unchecked: shape, try Array(interruptible: count) { _ in value })
  }

  /// The number of axes.
  public var rank: Int { shape.count }
  /// The number of elements: 1 for one number, 0 where an axis is empty.
  public var count: Int { elements.count }
  /// Whether it is one number without an axis.
  public var isScalar: Bool { shape.isEmpty }

  /// The value of a tensor that holds exactly one element, whatever its rank.
  public var single: Double? { elements.count == 1 ? elements[0] : nil }

  /// Rows and columns as the losses see them: a vector is one row.
  public var rowsAndColumns: (rows: Int, columns: Int) {
    guard let columns = shape.last else { return (1, 1) }
    return (shape.dropLast().reduce(1, *), columns)
  }

  /// The number of elements of a shape, or nothing where a size is negative or the product overflows.
  ///
  /// The other sizes of an empty tensor are bounded as well: a reduction along the empty axis brings them
  /// out.
  static func count(of shape: [Int]) -> Int? {
    var extent = 1
    for size in shape {
      let (next, overflow) = extent.multipliedReportingOverflow(by: max(size, 1))
      if overflow || size < 0 { return nil }
      extent = next
    }
    guard shape.contains(0) else { return extent }
    return extent <= Limits.elements.value ? 0 : nil
  }

  static func checkedCount(of shape: [Int]) throws(MathError) -> Int {
    guard let count = count(of: shape), count <= Limits.elements.value else {
      throw .tooLarge(elements: shape.reduce(1.0) { $0 * Double(max($1, 1)) }, limit: Limits.elements.value)
    }
    return count
  }

  /// The same elements under another shape.
  public func reshaped(_ newShape: [Int]) throws(MathError) -> Tensor {
    guard let result = Tensor(shape: newShape, elements: elements) else {
      throw .reshapeMismatch(from: shape, to: newShape)
    }
    return result
  }

  /// A function of each element, under the same shape.
  /// - Throws: `MathError.interrupted`.
  @inline(__always)
  public func map(_ transform: (Double) -> Double) throws(MathError) -> Tensor {
    let result = try elements.withUnsafeBufferPointer { (elements) throws(MathError) in
      try Array(interruptible: elements.count) { transform(elements[$0]) }
    }
    return Tensor(unchecked: shape, result)
  }
}
