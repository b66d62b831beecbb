import LossMath
import Testing
import Training

/// Samples against `numpy.random.RandomState` 2.4.6: three seeds each, the first draws and a hash (FNV-1a over
/// the bit patterns) of three thousand, and the uniform draw that comes next.
@Suite struct SamplingTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let parameters: [[Double]]
    let seed: UInt32
    let first: [Double]
    let hash: UInt64
    let next: Double

    init(
      _ name: String, _ parameters: [[Double]], seed: UInt32, first: [Double], hash: UInt64, next: Double
    ) {
      (self.name, self.parameters, self.seed) = (name, parameters, seed)
      (self.first, self.hash, self.next) = (first, hash, next)
    }

    var testDescription: String { "\(name)\(parameters) seed \(seed)" }
    var tensors: [Tensor] {
      parameters.map { name != "categorical" ? Tensor($0.first ?? .nan) : Tensor($0) }
    }
  }

  @Test(arguments: cases) func sameBitsAsNumPy(_ item: Case) throws {
    let distribution = try #require(Distribution.named(item.name))
    var random = RandomState(seed: item.seed)
    let drawn = try random.sample(distribution, item.tensors, count: 3000)
    #expect(drawn.shape == [3000])
    #expect(Array(drawn.elements.prefix(4)) == item.first)
    #expect(hash(drawn.elements) == item.hash)
    #expect(random.uniform() == item.next)
    #expect(distribution.violation(in: drawn, parameters: item.tensors) == nil)
  }

  private func hash(_ values: [Double]) -> UInt64 {
    values.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ $1.bitPattern) &* 0x100_0000_01b3 }
  }

  @Test func samplesContinueOneAnother() throws {
    let poisson = try #require(Distribution.named("poisson"))
    var (whole, parts) = (RandomState(seed: 3), RandomState(seed: 3))
    let all = try whole.sample(poisson, [Tensor(20)], count: 50)
    let first = try parts.sample(poisson, [Tensor(20)], count: 20)
    let rest = try parts.sample(poisson, [Tensor(20)], count: 30)
    #expect(all.elements == first.elements + rest.elements)
  }

  @Test func errors() throws {
    func error(_ name: String, _ parameters: [Tensor], count: Int = 3) throws -> SamplingError? {
      let distribution = try #require(Distribution.named(name))
      var random = RandomState(seed: 1)
      do throws(SamplingError) {
        _ = try random.sample(distribution, parameters, count: count)
        return nil
      } catch { return error }
    }
    #expect(try error("normal", [Tensor(0), Tensor(1)], count: 0) == nil)
    #expect(
      try error("normal", [Tensor(0), Tensor(1)], count: -1)
        == .count(found: -1, allowed: SamplingLimits.count))
    #expect(
      try error("normal", [Tensor(0), Tensor(-2)])
        == .parameter(.outOfRange(parameter: "sigma", index: 0, value: -2, range: .positive)))
    #expect(try error("normal", [Tensor(0)]) == .parameter(.count(found: 1, expected: ["mu", "sigma"])))
    #expect(
      try error("normal", [Tensor([0, 1]), Tensor(1)]) == .notOneNumber(parameter: "mu", shape: [2]))
    #expect(
      try error("poisson", [Tensor(1e16)]) == .tooLarge(parameter: "rate", value: 1e16, limit: 1e15))
    #expect(
      try error("binomial", [Tensor(2.5), Tensor(0.5)])
        == .parameter(.outOfRange(parameter: "n", index: 0, value: 2.5, range: .wholeNumber)))
    #expect(
      try error("categorical", [Tensor([0.5, 0.4])])
        == .parameter(.rowSum(parameter: "p", row: 0, sum: 0.9)))
    #expect(try error("categorical", [Tensor([Double]())]) == .parameter(.empty(parameter: "p")))
  }

  @Test(arguments: [
    ("normal", [Tensor(0), Tensor(1)]), ("laplace", [Tensor(0), Tensor(1)]), ("exponential", [Tensor(1)]),
    ("poisson", [Tensor(2)]), ("bernoulli", [Tensor(0.5)]), ("binomial", [Tensor(5), Tensor(0.5)]),
    ("categorical", [Tensor([0.25, 0.75])]),
  ])
  func aCancelledSampleStops(_ name: String, _ parameters: [Tensor]) throws {
    let distribution = try #require(Distribution.named(name))
    var random = RandomState(seed: 1)
    #expect(throws: SamplingError.cancelled) {
      try random.sample(distribution, parameters, count: 5, cancel: CancelToken { true })
    }
  }

  private static let cases: [Case] = [
    Case(
      "normal", [[0.5], [2.0]], seed: 1,
      first: [3.7486907273264833, -0.7235128273001508, -0.5563435045269114, -1.645937244312341],
      hash: 0x060f80ffa00ed055, next: 0.8656244875574273),
    Case(
      "normal", [[0.5], [2.0]], seed: 42,
      first: [1.4934283060224653, 0.2234713976576307, 1.795377076201385, 3.5460597128160507],
      hash: 0x745684c75accc132, next: 0.8187402294840508),
    Case(
      "normal", [[0.5], [2.0]], seed: 4294967295,
      first: [1.7968173484613055, 1.8386470612676322, -1.6610874454948985, 1.0690020895972618],
      hash: 0xf77b6169b8ea6f96, next: 0.01739410867048552),
    Case(
      "normal", [[-1000.0], [0.001]], seed: 1,
      first: [-999.9983756546363, -1000.0006117564136, -1000.0005281717523, -1000.0010729686221],
      hash: 0xb9ba0075858f1de0, next: 0.8656244875574273),
    Case(
      "normal", [[-1000.0], [0.001]], seed: 42,
      first: [-999.999503285847, -1000.0001382643012, -999.9993523114618, -999.9984769701435],
      hash: 0x0ad792f2890ca3f5, next: 0.8187402294840508),
    Case(
      "normal", [[-1000.0], [0.001]], seed: 4294967295,
      first: [-999.9993515913258, -999.9993306764694, -1000.0010805437228, -999.9997154989552],
      hash: 0x7cd2d6b8fda94540, next: 0.01739410867048552),
    Case(
      "laplace", [[1.0], [0.7]], seed: 1,
      first: [0.8729716237387045, 1.4066846507173512, -4.868017715556161, 0.6478436828437946],
      hash: 0x36dd0607fd5b2246, next: 0.7934846741670334),
    Case(
      "laplace", [[1.0], [0.7]], seed: 42,
      first: [0.7977635776579625, 2.621881975250303, 1.4365189590898526, 1.1538567612512056],
      hash: 0x41a567d97bcc87ac, next: 0.672702994208898),
    Case(
      "laplace", [[1.0], [0.7]], seed: 4294967295,
      first: [-0.14338174504087187, 2.2191419028412867, 1.6040421004081136, 1.574697835085355],
      hash: 0x930c8bad30155e80, next: 0.29565709764221115),
    Case(
      "exponential", [[0.3]], seed: 1,
      first: [1.798686124197285, 4.247084176711015, 0.00038127119547695307, 1.20004251617973],
      hash: 0x2c09e8bea0d3dd90, next: 0.7934846741670334),
    Case(
      "exponential", [[0.3]], seed: 42,
      first: [1.5642269665895303, 10.033738103058404, 4.389152311818164, 3.0431418459198443],
      hash: 0x430b7c9472ef9246, next: 0.672702994208898),
    Case(
      "exponential", [[0.3]], seed: 4294967295,
      first: [0.3424429733034579, 8.115928234444041, 5.186881556190837, 5.047146959415794],
      hash: 0x6a940805a2328b33, next: 0.29565709764221115),
    Case(
      "bernoulli", [[0.3]], seed: 1, first: [0.0, 1.0, 0.0, 0.0], hash: 0x4fb154a5da464b85,
      next: 0.7934846741670334),
    Case(
      "bernoulli", [[0.3]], seed: 42, first: [0.0, 1.0, 1.0, 0.0], hash: 0x77f154a5da464b85,
      next: 0.672702994208898),
    Case(
      "bernoulli", [[0.3]], seed: 4294967295, first: [0.0, 1.0, 1.0, 1.0], hash: 0xaae154a5da464b85,
      next: 0.29565709764221115),
    Case(
      "bernoulli", [[0.85]], seed: 1, first: [1.0, 1.0, 1.0, 1.0], hash: 0xb44154a5da464b85,
      next: 0.7934846741670334),
    Case(
      "bernoulli", [[0.85]], seed: 42, first: [1.0, 0.0, 1.0, 1.0], hash: 0xff6154a5da464b85,
      next: 0.672702994208898),
    Case(
      "bernoulli", [[0.85]], seed: 4294967295, first: [1.0, 0.0, 1.0, 1.0], hash: 0x0e4154a5da464b85,
      next: 0.29565709764221115),
    Case(
      "bernoulli", [[0.0]], seed: 1, first: [0.0, 0.0, 0.0, 0.0], hash: 0x0e9154a5da464b85,
      next: 0.7934846741670334),
    Case(
      "bernoulli", [[0.0]], seed: 42, first: [0.0, 0.0, 0.0, 0.0], hash: 0x0e9154a5da464b85,
      next: 0.672702994208898),
    Case(
      "bernoulli", [[0.0]], seed: 4294967295, first: [0.0, 0.0, 0.0, 0.0], hash: 0x0e9154a5da464b85,
      next: 0.29565709764221115),
    Case(
      "bernoulli", [[1.0]], seed: 1, first: [1.0, 1.0, 1.0, 1.0], hash: 0xaa1154a5da464b85,
      next: 0.7934846741670334),
    Case(
      "bernoulli", [[1.0]], seed: 42, first: [1.0, 1.0, 1.0, 1.0], hash: 0xaa1154a5da464b85,
      next: 0.672702994208898),
    Case(
      "bernoulli", [[1.0]], seed: 4294967295, first: [1.0, 1.0, 1.0, 1.0], hash: 0xaa1154a5da464b85,
      next: 0.29565709764221115),
    Case(
      "binomial", [[10.0], [0.4]], seed: 1, first: [4.0, 5.0, 0.0, 3.0], hash: 0x9bb554a5da464b85,
      next: 0.7934846741670334),
    Case(
      "binomial", [[10.0], [0.4]], seed: 42, first: [3.0, 7.0, 5.0, 4.0], hash: 0xecd754a5da464b85,
      next: 0.672702994208898),
    Case(
      "binomial", [[10.0], [0.4]], seed: 4294967295, first: [2.0, 6.0, 5.0, 5.0], hash: 0x494154a5da464b85,
      next: 0.29565709764221115),
    Case(
      "binomial", [[10.0], [0.9]], seed: 1, first: [9.0, 9.0, 10.0, 10.0], hash: 0x2e0354a5da464b85,
      next: 0.7934846741670334),
    Case(
      "binomial", [[10.0], [0.9]], seed: 42, first: [9.0, 7.0, 9.0, 9.0], hash: 0x9b7754a5da464b85,
      next: 0.672702994208898),
    Case(
      "binomial", [[10.0], [0.9]], seed: 4294967295, first: [10.0, 8.0, 8.0, 8.0], hash: 0x778354a5da464b85,
      next: 0.29565709764221115),
    Case(
      "binomial", [[1000000.0], [2e-05]], seed: 1, first: [19.0, 22.0, 6.0, 18.0], hash: 0x4602d4a5da464b85,
      next: 0.7934846741670334),
    Case(
      "binomial", [[1000000.0], [2e-05]], seed: 42, first: [18.0, 28.0, 23.0, 21.0], hash: 0x6a4c54a5da464b85,
      next: 0.672702994208898),
    Case(
      "binomial", [[1000000.0], [2e-05]], seed: 4294967295, first: [14.0, 26.0, 24.0, 23.0],
      hash: 0x0ca4d4a5da464b85, next: 0.29565709764221115),
    Case(
      "binomial", [[100.0], [0.35]], seed: 1, first: [33.0, 37.0, 36.0, 28.0], hash: 0xc23054a5da464b85,
      next: 0.6409103061684498),
    Case(
      "binomial", [[100.0], [0.35]], seed: 42, first: [35.0, 37.0, 30.0, 28.0], hash: 0x92c454a5da464b85,
      next: 0.63267703484136),
    Case(
      "binomial", [[100.0], [0.35]], seed: 4294967295, first: [30.0, 28.0, 44.0, 40.0],
      hash: 0x5c5d54a5da464b85, next: 0.5464566326933998),
    Case(
      "binomial", [[100.0], [0.6]], seed: 1, first: [62.0, 58.0, 59.0, 57.0], hash: 0x1b9f54a5da464b85,
      next: 0.37426163161204706),
    Case(
      "binomial", [[100.0], [0.6]], seed: 42, first: [60.0, 58.0, 65.0, 67.0], hash: 0x250ad4a5da464b85,
      next: 0.1430813954173139),
    Case(
      "binomial", [[100.0], [0.6]], seed: 4294967295, first: [65.0, 67.0, 61.0, 51.0],
      hash: 0xecbb14a5da464b85, next: 0.34369886077903333),
    Case(
      "binomial", [[5000.0], [0.5]], seed: 1, first: [2488.0, 2477.0, 2508.0, 2493.0],
      hash: 0xe567f2a5da464b85, next: 0.1522287082119994),
    Case(
      "binomial", [[5000.0], [0.5]], seed: 42, first: [2466.0, 2529.0, 2504.0, 2441.0],
      hash: 0x203f4ca5da464b85, next: 0.9300053777910726),
    Case(
      "binomial", [[5000.0], [0.5]], seed: 4294967295, first: [2441.0, 2429.0, 2549.0, 2590.0],
      hash: 0x6b8708a5da464b85, next: 0.024189009616817803),
    Case(
      "binomial", [[1000000000.0], [0.123]], seed: 1,
      first: [122996163.0, 122993112.0, 123002323.0, 122997743.0], hash: 0x5526600e22464b85,
      next: 0.6771802628405753),
    Case(
      "binomial", [[1000000000.0], [0.123]], seed: 42,
      first: [122989630.0, 123008439.0, 123001151.0, 122982009.0], hash: 0x617dda1a82464b85,
      next: 0.752727137825976),
    Case(
      "binomial", [[1000000000.0], [0.123]], seed: 4294967295,
      first: [122982149.0, 122978443.0, 123014566.0, 123026965.0], hash: 0xb923eeb9b6464b85,
      next: 0.01297858736801949),
    Case(
      "binomial", [[1000000000000000.0], [0.7]], seed: 1,
      first: [700000005354781.0, 700000009611951.0, 699999996758354.0, 700000003149753.0],
      hash: 0x805f14c698d3ee3d, next: 0.6771802628405753),
    Case(
      "binomial", [[1000000000000000.0], [0.7]], seed: 42,
      first: [700000014471748.0, 699999988223622.0, 699999998393172.0, 700000025106352.0],
      hash: 0x3a6eaf8712ed475d, next: 0.44677215883960686),
    Case(
      "binomial", [[1000000000000000.0], [0.7]], seed: 4294967295,
      first: [700000024911030.0, 700000030083289.0, 699999979673553.0, 699999962373132.0],
      hash: 0x7cf362fb6922f975, next: 0.01297858736801949),
    Case(
      "binomial", [[0.0], [0.7]], seed: 1, first: [0.0, 0.0, 0.0, 0.0], hash: 0x0e9154a5da464b85,
      next: 0.7934846741670334),
    Case(
      "binomial", [[0.0], [0.7]], seed: 42, first: [0.0, 0.0, 0.0, 0.0], hash: 0x0e9154a5da464b85,
      next: 0.672702994208898),
    Case(
      "binomial", [[0.0], [0.7]], seed: 4294967295, first: [0.0, 0.0, 0.0, 0.0], hash: 0x0e9154a5da464b85,
      next: 0.29565709764221115),
    Case(
      "poisson", [[0.0]], seed: 1, first: [0.0, 0.0, 0.0, 0.0], hash: 0x0e9154a5da464b85,
      next: 0.417022004702574),
    Case(
      "poisson", [[0.0]], seed: 42, first: [0.0, 0.0, 0.0, 0.0], hash: 0x0e9154a5da464b85,
      next: 0.3745401188473625),
    Case(
      "poisson", [[0.0]], seed: 4294967295, first: [0.0, 0.0, 0.0, 0.0], hash: 0x0e9154a5da464b85,
      next: 0.0976320289940138),
    Case(
      "poisson", [[0.8]], seed: 1, first: [0.0, 1.0, 0.0, 0.0], hash: 0xab2554a5da464b85,
      next: 0.5708645996220422),
    Case(
      "poisson", [[0.8]], seed: 42, first: [0.0, 2.0, 0.0, 0.0], hash: 0xc7bd54a5da464b85,
      next: 0.5437870703917469),
    Case(
      "poisson", [[0.8]], seed: 4294967295, first: [0.0, 3.0, 2.0, 3.0], hash: 0xacbd54a5da464b85,
      next: 0.09403880352115057),
    Case(
      "poisson", [[9.99]], seed: 1, first: [2.0, 7.0, 8.0, 10.0], hash: 0xb7f554a5da464b85,
      next: 0.7390449292998539),
    Case(
      "poisson", [[9.99]], seed: 42, first: [10.0, 10.0, 9.0, 9.0], hash: 0x00f754a5da464b85,
      next: 0.6261765426924671),
    Case(
      "poisson", [[9.99]], seed: 4294967295, first: [9.0, 14.0, 9.0, 6.0], hash: 0x333854a5da464b85,
      next: 0.7411413710763206),
    Case(
      "poisson", [[10.0]], seed: 1, first: [9.0, 6.0, 7.0, 9.0], hash: 0x8dfe54a5da464b85,
      next: 0.11092072359208072),
    Case(
      "poisson", [[10.0]], seed: 42, first: [12.0, 6.0, 11.0, 14.0], hash: 0x2a1754a5da464b85,
      next: 0.17845067409837478),
    Case(
      "poisson", [[10.0]], seed: 4294967295, first: [11.0, 15.0, 8.0, 15.0], hash: 0xcb8654a5da464b85,
      next: 0.6597505279761884),
    Case(
      "poisson", [[47.3]], seed: 1, first: [46.0, 39.0, 40.0, 45.0], hash: 0xe99054a5da464b85,
      next: 0.46911053672202196),
    Case(
      "poisson", [[47.3]], seed: 42, first: [45.0, 52.0, 39.0, 49.0], hash: 0x8d22d4a5da464b85,
      next: 0.5019355807808606),
    Case(
      "poisson", [[47.3]], seed: 4294967295, first: [37.0, 54.0, 49.0, 58.0], hash: 0xba2ed4a5da464b85,
      next: 0.855392984720067),
    Case(
      "poisson", [[1000000.0]], seed: 1, first: [999765.0, 998804.0, 998994.0, 999706.0],
      hash: 0xe9e605f7da464b85, next: 0.0730706057646422),
    Case(
      "poisson", [[1000000.0]], seed: 42, first: [999640.0, 1000696.0, 998852.0, 997926.0],
      hash: 0x7a5c6c79da464b85, next: 0.8275812174807021),
    Case(
      "poisson", [[1000000.0]], seed: 4294967295, first: [998464.0, 1000903.0, 1000265.0, 1001603.0],
      hash: 0x5bdcd80bda464b85, next: 0.13601200148423775),
    Case(
      "poisson", [[100000000000000.0]], seed: 1,
      first: [99999997650662.0, 99999988038751.0, 99999989946085.0, 99999997061322.0],
      hash: 0xe3e43ee1b778fc85, next: 0.6309576095419639),
    Case(
      "poisson", [[100000000000000.0]], seed: 42,
      first: [99999996405009.0, 100000006957022.0, 99999988527234.0, 100000002876699.0],
      hash: 0xce9433888722ff85, next: 0.24634824724230187),
    Case(
      "poisson", [[100000000000000.0]], seed: 4294967295,
      first: [99999984642135.0, 100000009033940.0, 100000002645090.0, 100000016032648.0],
      hash: 0x0a87a23637210c45, next: 0.7232824549413203),
    Case(
      "categorical", [[0.2, 0.5, 0.3]], seed: 1, first: [1.0, 2.0, 0.0, 1.0], hash: 0x4fb154a5da464b85,
      next: 0.7934846741670334),
    Case(
      "categorical", [[0.2, 0.5, 0.3]], seed: 42, first: [1.0, 2.0, 2.0, 1.0], hash: 0x350154a5da464b85,
      next: 0.672702994208898),
    Case(
      "categorical", [[0.2, 0.5, 0.3]], seed: 4294967295, first: [0.0, 2.0, 2.0, 2.0],
      hash: 0x500154a5da464b85, next: 0.29565709764221115),
    Case(
      "categorical", [[0.0, 0.1, 0.0, 0.2, 0.3, 0.4, 0.0]], seed: 1, first: [4.0, 5.0, 1.0, 4.0],
      hash: 0xedad54a5da464b85, next: 0.7934846741670334),
    Case(
      "categorical", [[0.0, 0.1, 0.0, 0.2, 0.3, 0.4, 0.0]], seed: 42, first: [4.0, 5.0, 5.0, 4.0],
      hash: 0xc88d54a5da464b85, next: 0.672702994208898),
    Case(
      "categorical", [[0.0, 0.1, 0.0, 0.2, 0.3, 0.4, 0.0]], seed: 4294967295, first: [1.0, 5.0, 5.0, 5.0],
      hash: 0x1c4954a5da464b85, next: 0.29565709764221115),
  ]
}
