/// The factor L of a symmetric positive definite matrix A = L Lᵀ, for small systems of equations.
struct Cholesky {
  private let lower: [[Double]]

  /// Nothing where the matrix is not positive definite, or holds NaN. Only the lower triangle is read.
  init?(_ matrix: [[Double]]) {
    var lower = matrix
    for i in matrix.indices {
      for j in 0...i {
        let rest = matrix[i][j] - Summation.sum(count: j) { lower[i][$0] * lower[j][$0] }
        if i == j {
          guard rest > 0, rest.isFinite else { return nil }
          lower[i][i] = rest.squareRoot()
        } else {
          lower[i][j] = rest / lower[j][j]
        }
      }
    }
    self.lower = lower
  }

  /// The x with A x = b.
  func solve(_ b: [Double]) -> [Double] {
    var x = b
    for i in lower.indices {
      x[i] = (x[i] - Summation.sum(count: i) { lower[i][$0] * x[$0] }) / lower[i][i]
    }
    for i in lower.indices.reversed() {
      let after = lower.count - i - 1
      x[i] = (x[i] - Summation.sum(count: after) { lower[i + 1 + $0][i] * x[i + 1 + $0] }) / lower[i][i]
    }
    return x
  }

  /// A⁻¹, row by row.
  var inverse: [[Double]] {
    lower.indices.map { column in solve(lower.indices.map { $0 == column ? 1 : 0 }) }
  }
}

extension Hessian {
  /// The rows of the matrix, made symmetric by taking the mean of each pair.
  var symmetricRows: [[Double]] {
    let count = matrix.shape.first ?? 0
    let m = matrix.elements
    return (0..<count).map { i in
      (0..<count).map { j in
        let (a, b) = (m[i * count + j], m[j * count + i])
        return a == b ? a : a / 2 + b / 2
      }
    }
  }
}
