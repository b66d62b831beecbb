import Testing

@testable import LossMath

/// Expected values from 50-digit arithmetic (mpmath), rounded once.
struct GammaTests {
  private static let logGammas: [(Double, Double)] = [
    (0.1, 2.252712651734206), (0.5, 0.5723649429247001), (1.0, 0.0), (1.5, -0.12078223763524522),
    (2.0, 0.0), (3.7, 1.428072326665388), (10.0, 12.801827480081469), (100.5, 361.4355404677776),
    (1000000.0, 12815504.569147611), (-0.5, 1.2655121234846454), (-2.3, 0.36956666345500805),
  ]

  private static let polygammas: [(order: Int, x: Double, value: Double)] = [
    (0, 0.001, -1000.5755719318103), (0, 0.25, -4.2274535333762655), (0, 1.0, -0.5772156649015329),
    (0, 1.5, 0.03648997397857652), (0, 2.0, 0.42278433509846713), (0, 5.5, 1.6110931485817512),
    (0, 12.0, 2.442661679975812), (0, 40.0, 3.676327374034843), (0, 10000.0, 9.210290371142849),
    (0, 100000000.0, 18.420680738952367), (0, -0.5, 0.03648997397857652), (0, -7.3, 4.33730730551005),
    (1, 0.001, 1000001.6425331958), (1, 0.25, 17.19732915450711), (1, 1.0, 1.6449340668482264),
    (1, 1.5, 0.9348022005446793), (1, 2.0, 0.6449340668482264), (1, 5.5, 0.19934238698962767),
    (1, 12.0, 0.08690187287176838), (1, 40.0, 0.02531510384129103), (1, 10000.0, 0.00010000500016666666),
    (1, 100000000.0, 1.000000005e-08), (1, -0.5, 8.934802200544679), (1, -7.3, 14.951383181433922),
    (2, 0.001, -2000000002.3976321), (2, 0.25, -129.32773993753693), (2, 1.0, -2.4041138063191885),
    (2, 1.5, -0.82879664423432), (2, 2.0, -0.4041138063191886), (2, 5.5, -0.03960894752130204),
    (2, 12.0, -0.007547205368998912), (2, 40.0, -0.0006408202718352986), (2, 10000.0, -1.000100005e-08),
    (2, 100000000.0, -1.00000001e-16), (2, -0.5, -0.82879664423432), (2, -7.3, 68.82117406359033),
    (3, 0.001, 6000000000006.469), (3, 0.25, 1538.7821440091884), (3, 1.0, 6.493939402266829),
    (3, 1.5, 1.4090910340024372), (3, 2.0, 0.49393940226682914), (3, 5.5, 0.015690592675882818),
    (3, 12.0, 0.001310093231070826), (3, 40.0, 3.24414001515635e-05), (3, 10000.0, 2.00030002e-12),
    (3, 100000000.0, 2.0000000300000002e-24), (3, -0.5, 193.40909103400244), (3, -7.3, 769.0167339816824),
    (4, 0.001, -2.4000000000000024e+16), (4, 0.25, -24584.375388637935), (4, 1.0, -24.88626612344088),
    (4, 1.5, -3.4742498266672253), (4, 2.0, -0.8862661234408782), (4, 5.5, -0.009294606041416372),
    (4, 12.0, -0.0003409100507010894), (4, 40.0, -2.463377839277213e-06), (4, 10000.0, -6.0012001e-16),
    (4, 100000000.0, -6.000000120000001e-32), (4, -0.5, -3.4742498266672253), (4, -7.3, 9738.758702660793),
  ]

  @Test func logGamma() throws {
    for (x, expected) in Self.logGammas {
      let found = try #require(Traced(x).logGamma().value.single)
      #expect(ulps(found, expected) <= 4, "log gamma of \(x): \(found) for \(expected)")
    }
    #expect(try Traced(0).logGamma().value.single == .infinity)
    #expect(try Traced(-3).logGamma().value.single == .infinity)
  }

  @Test func polygamma() throws {
    for (order, x, expected) in Self.polygammas {
      let found = try #require(Traced(x).polygamma(order).value.single)
      let error = abs(found - expected) / max(abs(expected), order == 0 ? 1 : 0)
      #expect(error <= 4e-15, "polygamma \(order) of \(x): \(found) for \(expected)")
    }
  }

  @Test func polesAndFarLeft() throws {
    let found = try Traced(Tensor([0, -1, -1e300, .nan, .infinity])).polygamma(0).value.elements
    #expect(found[0].isNaN && found[1].isNaN && found[2].isNaN && found[3].isNaN)
    #expect(found[4] == .infinity)
    #expect(try Traced(-1000.5).polygamma(1).value.single?.isNaN == true)
    #expect(try Traced(2).polygamma(101).value.single?.isNaN == true)
    #expect(try Traced(.infinity).polygamma(1).value.single == 0)
  }

  @Test(arguments: [Tensor(0.7), Tensor([1.5, 3.2, 12]), Tensor([-0.4, -1.7])])
  func derivatives(_ point: Tensor) throws {
    try checkGradients(
      DifferentiableCase("logGamma", at: [point]) { (v) throws(MathError) in try v[0].logGamma() },
      tolerance: 1e-7)
    try checkGradients(
      DifferentiableCase("trigamma", at: [point]) { (v) throws(MathError) in try v[0].polygamma(1) },
      tolerance: 1e-6)
  }
}
