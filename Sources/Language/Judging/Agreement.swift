import LossMath
import Training

/// How an answer stands to the right value.
public enum Agreement: Equatable, Sendable {
  case same
  /// Within a twentieth of the right value.
  case near
  case different
  /// Not comparable: another kind of value, or another shape. Both in words, such as `a vector of 3`.
  case otherKind(given: String, wanted: String)
}

extension Value {
  /// How this value, as an answer, stands to the right one. A matrix of one row is as good as a vector.
  public func agreement(with right: Value, _ tolerance: Tolerance) -> Agreement {
    if case .text(let a) = self, case .text(let b) = right {
      return a.lowercased() == b.lowercased() ? .same : .different
    }
    guard let a = asTensor?.value, let b = right.asTensor?.value, Self.squeezed(a) == Self.squeezed(b) else {
      return .otherKind(given: described, wanted: right.described)
    }
    func allAllowed(_ tolerance: Tolerance) -> Bool {
      zip(a.elements, b.elements).allSatisfy { tolerance.allows($0, for: $1) }
    }
    return allAllowed(tolerance) ? .same : allAllowed(.relative(0.05)) ? .near : .different
  }

  private static func squeezed(_ tensor: Tensor) -> [Int] { tensor.shape.filter { $0 != 1 } }

  /// The value on one line, cut where it is long.
  public var shortText: String { ValueText.short(self) }

  /// The numbers it is made of, row by row; none where it is something else.
  public var numbers: [Double] { asTensor?.value.elements ?? [] }

  /// Whether it is a training run whose loss stopped being a number.
  public var hasDiverged: Bool {
    if case .run(let run) = self, case .diverged = run.outcome { true } else { false }
  }

  /// Whether all of it is true, or not 0.
  var isTrue: Bool { asTensor?.value.elements.allSatisfy { $0 != 0 } ?? false }
}
