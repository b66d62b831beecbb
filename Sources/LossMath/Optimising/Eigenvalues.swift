extension Hessian {
  /// The most elements of variables for which eigenvalues are computed.
  public static let eigenvalueLimit = 100

  /// The curvatures of the function along its principal directions, smallest first. Nothing past
  /// `eigenvalueLimit` elements, or where a second derivative is not finite.
  ///
  /// Jacobi's method: planes are rotated until nothing but the diagonal is left. Each value is off by a few
  /// rounding errors of the largest.
  public var eigenvalues: [Double]? {
    var rows = symmetricRows
    guard rows.count <= Self.eigenvalueLimit, matrix.elements.allSatisfy(\.isFinite) else { return nil }
    // A scale of about 1 keeps squares from overflowing.
    let scale = matrix.elements.map(abs).max() ?? 0
    guard scale > 0 else { return rows.map { _ in 0 } }
    rows = rows.map { $0.map { $0 / scale } }
    for _ in 0..<50 where Self.sweep(&rows) {}
    return rows.indices.map { rows[$0][$0] * scale }.sorted()
  }

  /// Rotates each pair of axes once; false when there was nothing left to rotate.
  private static func sweep(_ a: inout [[Double]]) -> Bool {
    var hasRotated = false
    for p in a.indices {
      for q in (p + 1)..<max(a.count, p + 1) where abs(a[p][q]) > 1e-17 {
        rotate(&a, p, q)
        hasRotated = true
      }
    }
    return hasRotated
  }

  private static func rotate(_ a: inout [[Double]], _ p: Int, _ q: Int) {
    let theta = (a[q][q] - a[p][p]) / (2 * a[p][q])
    let t = (theta < 0 ? -1 : 1) / (abs(theta) + (theta * theta + 1).squareRoot())
    let c = 1 / (t * t + 1).squareRoot()
    let s = t * c
    for k in a.indices {
      (a[k][p], a[k][q]) = (c * a[k][p] - s * a[k][q], s * a[k][p] + c * a[k][q])
    }
    for k in a.indices {
      (a[p][k], a[q][k]) = (c * a[p][k] - s * a[q][k], s * a[p][k] + c * a[q][k])
    }
    (a[p][q], a[q][p]) = (0, 0)
  }
}
