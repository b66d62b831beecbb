#include "cnumerics.h"
#include "elementary.h"

#pragma STDC FP_CONTRACT OFF

static const double infinity = __builtin_inf();

double numerics_exp(double x) { return exponential(x); }

// Above 60 the 1 is lost in rounding.
double numerics_expm1(double x) { return x > 60 ? exponential(x) : x == 0 ? x : small_growth(x); }

double numerics_tanh(double x) { return hyperbolic_tangent(x); }

double numerics_sigmoid(double x) { return logistic(x); }

double numerics_log(double x) {
  if (x >= 0x1p-1022 && x < infinity) return logarithm(x, 0, 0);
  if (x > 0 && x < infinity) return logarithm(x * 0x1p54, 0, -54);
  return x == 0 ? -infinity : x < 0 ? __builtin_nan("") : x;
}

double numerics_log1p(double x) {
  if (!(x > -1 && x < infinity)) return x == -1 ? -infinity : x < -1 ? __builtin_nan("") : x;
  if (x == 0) return x;
  // What rounding takes from 1 + x.
  double u = 1 + x, part = u - 1;
  return logarithm(u, (1 - (u - part)) + (x - part), 0);
}

// The angle of a point in its quarter of the circle: x = quarter pi/2 + rest, |rest| <= pi/4.
struct angle {
  int quarter;
  double rest;
};

INLINE struct angle in_its_quarter(double x) {
  const double shift = 0x1.8p52;
  double shifted = x * 0x1.45f306dc9c883p-1 + shift;
  double k = shifted - shift;
  // pi/2 in three parts, of which the first two have so few digits that their multiples are exact.
  double rest = ((x - k * 0x1.921fb54400000p+0) - k * 0x1.0b4611a600000p-34) - k * 0x1.3198a2e037073p-69;
  struct angle result = {(int)(bits_of(shifted) & 3), rest};
  return result;
}

INLINE double sine_of(double r) {
  double z = r * r, series = 1.0 / 355687428096000;
  const double factors[] = {-1.0 / 1307674368000, 1.0 / 6227020800, -1.0 / 39916800, 1.0 / 362880,
                            -1.0 / 5040,          1.0 / 120,        -1.0 / 6};
  for (int i = 0; i < 7; i++) series = factors[i] + z * series;
  return r + r * z * series;
}

INLINE double cosine_of(double r) {
  double z = r * r, series = 1.0 / 20922789888000;
  const double factors[] = {-1.0 / 87178291200, 1.0 / 479001600, -1.0 / 3628800, 1.0 / 40320, -1.0 / 720, 1.0 / 24};
  for (int i = 0; i < 6; i++) series = factors[i] + z * series;
  // 1 - z/2 with what its rounding takes.
  double half = 0.5 * z, rest = 1 - half;
  return rest + (((1 - rest) - half) + z * z * series);
}

double numerics_sin(double x) {
  struct angle angle = in_its_quarter(x);
  double value = angle.quarter & 1 ? cosine_of(angle.rest) : sine_of(angle.rest);
  return angle.quarter & 2 ? -value : value;
}

double numerics_cos(double x) {
  struct angle angle = in_its_quarter(x);
  double value = angle.quarter & 1 ? sine_of(angle.rest) : cosine_of(angle.rest);
  return (angle.quarter + 1) & 2 ? -value : value;
}
