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
