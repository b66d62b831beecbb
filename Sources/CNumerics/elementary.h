// The functions of one number, inline for the kernels. Straight lines without branches, so that they fit vectors too.
#ifndef CNUMERICS_ELEMENTARY_H
#define CNUMERICS_ELEMENTARY_H

#include <stdint.h>

#pragma STDC FP_CONTRACT OFF

#define INLINE static inline __attribute__((always_inline))

INLINE uint64_t bits_of(double x) {
  uint64_t bits;
  __builtin_memcpy(&bits, &x, sizeof bits);
  return bits;
}

INLINE double from_bits(uint64_t bits) {
  double x;
  __builtin_memcpy(&x, &bits, sizeof x);
  return x;
}

// 2 to a power between -1022 and 1023.
INLINE double power_of_two(int64_t k) { return from_bits((uint64_t)(k + 1023) << 52); }

// log(2) in two parts; the first has so few digits that a power of two's worth of it is exact.
#define LN2_HIGH 0x1.62e42fee00000p-1
#define LN2_LOW 0x1.a39ef35793c76p-33

// x = k log(2) + remainder, |remainder| <= log(2) / 2, and e^remainder - 1.
struct reduced {
  int64_t k;
  double growth;
};

// - Parameter x: between -746 and 710, or not a number.
INLINE struct reduced reduce(double x) {
  // Adding it rounds to a whole number, which then stands in the last bits.
  const double shift = 0x1.8p52;
  double shifted = x * 0x1.71547652b82fep0 + shift;
  double k = shifted - shift;
  double high = x - k * LN2_HIGH, low = k * LN2_LOW, r = high - low;
  // The exponential series from its third term on, in pairs, for they need not wait for each other.
  double r2 = r * r, r4 = r2 * r2, r8 = r4 * r4;
  double a = (1.0 / 2 + r * (1.0 / 6)) + r2 * (1.0 / 24 + r * (1.0 / 120));
  double b = (1.0 / 720 + r * (1.0 / 5040)) + r2 * (1.0 / 40320 + r * (1.0 / 362880));
  double c = (1.0 / 3628800 + r * (1.0 / 39916800)) + r2 * (1.0 / 479001600 + r * (1.0 / 6227020800));
  double series = (a + r4 * b) + r8 * c;
  struct reduced result = {(int64_t)(bits_of(shifted) - bits_of(shift)), high + (r2 * series - low)};
  return result;
}

INLINE double exponential(double x) {
  x = x > 710 ? 710 : x;
  x = x < -746 ? -746 : x;
  struct reduced part = reduce(x);
  // In two steps, since 2^k alone may be out of range where the product is not.
  int64_t half = part.k / 2;
  half = half < -1000 || half > 1000 ? 0 : half;
  int64_t rest = part.k - half;
  rest = rest < -1000 || rest > 1000 ? 0 : rest;
  return (1 + part.growth) * power_of_two(half) * power_of_two(rest);
}

// e^x - 1 for x up to 60.
INLINE double small_growth(double x) {
  x = x < -60 ? -60 : x;
  struct reduced part = reduce(x);
  int64_t k = part.k < -1000 || part.k > 1000 ? 0 : part.k;
  double scale = power_of_two(k);
  return scale * part.growth + (scale - 1);
}

INLINE double hyperbolic_tangent(double x) {
  double size = x < 0 ? -x : x;
  double growth = small_growth(size > 22 ? 44 : 2 * size);
  // Near 0 the quotient is the exact way, far from 0 what is missing from 1.
  double share = (size < 0.5 ? growth : 2) / (growth + 2);
  double result = size < 0.5 ? share : 1 - share;
  result = size < 0x1p-28 ? size : result;
  return from_bits(bits_of(result) | (bits_of(x) & 0x8000000000000000u));
}

INLINE double logistic(double x) {
  double power = exponential(x < 0 ? x : -x);
  return (x < 0 ? power : 1) / (1 + power);
}

// log(u (1 + lost / u)) for a normal u and a `lost` of rounding's size.
INLINE double logarithm(double u, double lost, double exponent) {
  // u = 2^k (1 + f), with 1 + f between the square roots of 1/2 and of 2.
  const uint64_t one = 0x3ff0000000000000u;
  uint64_t bits = bits_of(u), biased = (bits - 0x3fe6a09e667f3bcdu + one) >> 52;
  double f = from_bits(bits - (biased << 52) + one) - 1;
  // k + 1023 put into the last bits of 2^52: few vector registers convert whole numbers.
  double power = (from_bits(biased | 0x4330000000000000u) - (0x1p52 + 1023)) + exponent;
  // The series of the area tangent: log(1 + f) = 2 (s + s^3/3 + s^5/5 + ...), where 2s = f - f^2/2 + s f^2/2.
  double s = f / (2 + f), half = 0.5 * f * f;
  double z = s * s, z2 = z * z, z4 = z2 * z2;
  double a = (2.0 / 3 + z * (2.0 / 5)) + z2 * (2.0 / 7 + z * (2.0 / 9));
  double b = (2.0 / 11 + z * (2.0 / 13)) + z2 * (2.0 / 15 + z * (2.0 / 17));
  double c = (2.0 / 19 + z * (2.0 / 21)) + z2 * (2.0 / 23);
  double series = z * ((a + z4 * b) + z4 * z4 * c);
  double small = s * (half + series) + (power * LN2_LOW + lost / u);
  return power * LN2_HIGH - ((half - small) - f);
}

#endif
