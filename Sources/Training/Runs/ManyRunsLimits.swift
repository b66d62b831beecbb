/// Why many runs cannot start.
public enum ManyRunsError: Error, Sendable, Equatable {
  /// A number of seeds outside what is allowed.
  case seeds(found: Int, allowed: ClosedRange<Int>)
  /// The last seed would be larger than a seed can be.
  case seedTooLarge(first: UInt32)
  case tooManyRuns(found: Int, limit: Int)
  /// More numbers, curves and weights together, than can be kept.
  case tooLarge(numbers: Int, limit: Int)
  /// A plan that cannot be trained.
  case training(TrainingError, plan: Int)
}

/// What many runs together may ask for.
public enum ManyRunsLimits {
  /// Seeds for each plan.
  public static let seeds = 1...10_000
  /// Plans times seeds.
  public static let runs = 100_000
  /// Numbers kept for all runs together (400 MB).
  public static let numbers = 50_000_000

  /// Whether all plans can be trained, and what they leave be kept.
  static func check(_ plans: [PlannedRun], seeds: Int) throws(ManyRunsError) {
    guard Self.seeds.contains(seeds) else { throw .seeds(found: seeds, allowed: Self.seeds) }
    let count = plans.count * seeds
    guard count <= runs else { throw .tooManyRuns(found: count, limit: runs) }
    var kept = 0
    for (place, plan) in plans.enumerated() {
      guard UInt64(plan.options.seed) + UInt64(seeds - 1) <= UInt64(UInt32.max) else {
        throw .seedTooLarge(first: plan.options.seed)
      }
      do throws(TrainingError) {
        let setup = try TrainingSetup(plan.data, plan.objective, plan.options, plan.weights)
        kept += (setup.shape.parameters + 4 * plan.options.epochs) * seeds
      } catch {
        throw .training(error, plan: place)
      }
    }
    guard kept <= numbers else { throw .tooLarge(numbers: kept, limit: numbers) }
  }
}
