import Testing

/// A log-density with its value from 60-digit arithmetic (mpmath), rounded once.
struct Density: CustomTestStringConvertible, Sendable {
  let name: String
  let x: Double
  let parameters: [Double]
  let value: Double
  /// The largest of the terms that the value is the sum of, where they can cancel; else the value's size.
  let largest: Double

  init(_ name: String, at x: Double, _ parameters: [Double], _ value: Double, largest: Double) {
    (self.name, self.x, self.parameters, self.value, self.largest) = (name, x, parameters, value, largest)
  }

  var testDescription: String { "\(name)(\(x), \(parameters))" }

  static let all: [Density] = [
    Density("normal", at: 1.3, [0.2, 1.5], -1.593292530201726, largest: 1.324403641312837),
    Density("normal", at: -4.0, [1.0, 0.3], -138.60385461776764, largest: 138.88888888888889),
    Density("normal", at: 0.5, [0.5, 0.4], -0.002647801330517732, largest: 0.002647801330517732),
    Density("normal", at: 100000000.0, [100000003.0, 2.5], -2.555229265078828, largest: 1.8352292650788278),
    Density("normal", at: 2.0, [0.0, 0.001], -1999994.0111832542, largest: 2000000.0),
    Density("normal", at: 7.0, [-2.0, 1000000.0], -14.734449091209447, largest: 14.734449091168948),
    Density(
      "normal", at: 0.0, [0.0, 0.3989422804014327], -6.247337834861335e-17, largest: 6.247337834861335e-17),
    Density("normal", at: 30.0, [0.0, 1.0], -450.91893853320465, largest: 450.0),
    Density("normal", at: -1.762, [-3.492, 2.639], -2.104212373826897, largest: 1.8893385907258597),
    Density("normal", at: -4.276, [0.359, 1.526], -5.954343739879181, largest: 4.612755273812243),
    Density("normal", at: -4.42, [0.074, 0.246], -166.38177356469387, largest: 166.86525877453897),
    Density("normal", at: -0.664, [-4.301, 0.454], -32.21744682459791, largest: 32.08816637233402),
    Density("normal", at: -0.755, [3.269, 0.583], -24.199758861498687, largest: 23.82038842092566),
    Density("normal", at: -2.768, [1.274, 3.796], -2.819791319676421, largest: 2.2528864139523543),
    Density("laplace", at: 1.2, [1.0, 0.5], -0.3999999999999999, largest: 0.3999999999999999),
    Density("laplace", at: 1.0, [1.0, 0.25], 0.6931471805599453, largest: 0.6931471805599453),
    Density("laplace", at: -3.5, [2.0, 0.7], -8.19361509376407, largest: 7.857142857142858),
    Density("laplace", at: 1000000.0, [-2.0, 100000.0], -22.206092645530173, largest: 12.206072645530174),
    Density("laplace", at: 0.1, [0.2, 0.0001], -991.4828068085837, largest: 1000.0),
    Density("laplace", at: 0.771, [-1.033, 3.907], -2.5176523434462905, largest: 2.0559169966328787),
    Density("laplace", at: -4.534, [3.585, 1.229], -7.50553190048477, largest: 6.606183889340927),
    Density("laplace", at: -3.557, [-3.822, 1.303], -1.1611933014194609, largest: 0.9578164787026533),
    Density("laplace", at: 3.161, [-3.193, 2.368], -4.238469924608732, largest: 2.683277027027027),
    Density("laplace", at: 1.389, [-1.276, 2.236], -2.689696200969077, largest: 1.497835735852798),
    Density("laplace", at: -4.372, [-4.404, 0.903], -0.6265518857810617, largest: 0.5911144549947938),
    Density("exponential", at: 0.3, [1.5], -0.0445348918918356, largest: 0.44999999999999996),
    Density("exponential", at: 0.0, [2.5], 0.9162907318741551, largest: 0.9162907318741551),
    Density("exponential", at: 100.0, [0.01], -5.605170185988092, largest: 4.605170185988091),
    Density("exponential", at: 1e-05, [300.0], 5.700782474656201, largest: 5.703782474656201),
    Density("exponential", at: 4.0, [1.0], -4.0, largest: 4.0),
    Density("exponential", at: 3.402, [1.768], -5.444887035784548, largest: 6.014736),
    Density("exponential", at: 1.571, [2.384], -2.8764842507968966, largest: 3.7452639999999997),
    Density("exponential", at: 2.266, [1.269], -2.6373248112677494, largest: 2.8755539999999997),
    Density("exponential", at: 3.972, [2.826], -10.186009715737665, largest: 11.224872),
    Density("exponential", at: 1.22, [2.34], -2.0046490706303897, largest: 2.8547999999999996),
    Density("exponential", at: 2.626, [3.513], -7.968667626716309, largest: 9.225138),
    Density("bernoulli", at: 1.0, [0.7], -0.35667494393873245, largest: 0.35667494393873245),
    Density("bernoulli", at: 0.0, [0.7], -1.203972804325936, largest: 1.203972804325936),
    Density("bernoulli", at: 1.0, [1e-300], -690.7755278982137, largest: 690.7755278982137),
    Density("bernoulli", at: 0.0, [1e-18], -1e-18, largest: 1e-18),
    Density("bernoulli", at: 0.0, [0.9999999999], -23.02585084720009, largest: 23.02585084720009),
    Density("bernoulli", at: 1.0, [0.9999999999], -1.000000082790371e-10, largest: 1.000000082790371e-10),
    Density("bernoulli", at: 0.3, [0.6], -0.7946511994417057, largest: 0.7946511994417057),
    Density("binomial", at: 3.0, [10.0, 0.4], -1.5371598192023541, largest: 1.5371598192023541),
    Density("binomial", at: 0.0, [10.0, 0.4], -5.108256237659907, largest: 5.108256237659907),
    Density("binomial", at: 10.0, [10.0, 0.4], -9.16290731874155, largest: 9.16290731874155),
    Density("binomial", at: 1.0, [2.0, 0.5], -0.6931471805599453, largest: 0.6931471805599453),
    Density("binomial", at: 50.0, [100.0, 0.5], -2.530876403977105, largest: 2.530876403977105),
    Density("binomial", at: 500.0, [1000.0, 0.5], -3.6799189920941293, largest: 3.6799189920941293),
    Density("binomial", at: 123000.0, [1000000.0, 0.123], -6.713284896271319, largest: 6.713284896271319),
    Density("binomial", at: 5.0, [1000000000.0, 1e-09], -5.787491748282045, largest: 5.787491748282045),
    Density(
      "binomial", at: 999999990.0, [1000000000.0, 0.99999999], -2.0785616381350587,
      largest: 2.0785616381350587),
    Density("binomial", at: 2.5, [10.0, 0.4], -1.7677472945028745, largest: 1.7677472945028745),
    Density("binomial", at: 0.5, [3.0, 0.2], -0.6510097299863485, largest: 0.6510097299863485),
    Density("binomial", at: 20000.0, [100000.0, 0.19], -37.823402775254024, largest: 37.823402775254024),
    Density(
      "binomial", at: 123556700.0, [1000000000.0, 0.1234567], -56.36264293476013,
      largest: 56.36264293476013),
    Density("binomial", at: 70.0, [100.0, 0.01], -264.02132745381505, largest: 264.02132745381505),
    Density("poisson", at: 0.0, [1.5], -1.5, largest: 1.5),
    Density("poisson", at: 1.0, [1.5], -1.0945348918918356, largest: 1.0945348918918356),
    Density("poisson", at: 3.0, [1.5], -2.075364144903562, largest: 2.075364144903562),
    Density("poisson", at: 12.0, [15.0], -2.4906120824353652, largest: 2.4906120824353652),
    Density("poisson", at: 15.0, [15.0], -2.2785183673077407, largest: 2.2785183673077407),
    Density("poisson", at: 1000.0, [1000.0], -4.372899506026297, largest: 4.372899506026297),
    Density("poisson", at: 1030.0, [1000.0], -4.833242788753574, largest: 4.833242788753574),
    Density("poisson", at: 1000000.0, [1001000.0], -8.326360811986977, largest: 8.326360811986977),
    Density("poisson", at: 7.0, [0.001], -56.88044831394037, largest: 56.88044831394037),
    Density("poisson", at: 2.0, [800.0], -787.3239237252241, largest: 787.3239237252241),
    Density("poisson", at: 0.5, [2.0], -1.532644172084782, largest: 1.532644172084782),
    Density("poisson", at: 2.5, [2.0], -1.468105650947211, largest: 1.468105650947211),
    Density("poisson", at: 170.0, [165.5], -3.5479591268773567, largest: 3.5479591268773567),
    Density("poisson", at: 40.0, [13.3], -20.110078305649072, largest: 20.110078305649072),
    Density("poisson", at: 1000000000.0, [1000000000.0], -11.280571451761212, largest: 11.280571451761212),
    Density("poisson", at: 47.0, [27.04], -8.868811832112492, largest: 8.868811832112492),
    Density("poisson", at: 39.0, [58.814], -6.5449433103458174, largest: 6.5449433103458174),
    Density("poisson", at: 8.0, [30.814], -13.994849845468584, largest: 13.994849845468584),
    Density("poisson", at: 11.0, [45.477], -20.990034105767982, largest: 20.990034105767982),
    Density("poisson", at: 10.0, [56.01], -30.859110110858104, largest: 30.859110110858104),
  ]
}
