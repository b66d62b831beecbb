// The losses that their logarithms slow down, once for each vector width.
#include "cnumerics.h"
#include "elementary.h"
#include "widths.h"

#pragma STDC FP_CONTRACT OFF

// A straight line without branches, which the compiler turns into vectors.
INLINE int hard_bce(const double *restrict labels, const double *restrict probabilities, long count, double scale,
                    double *restrict losses, double *restrict slopes) {
  uint64_t strange = 0;
  for (long i = 0; i < count; i++) {
    double y = labels[i], p = probabilities[i];
    // What rounding takes from 1 - p, as in log1p.
    double rest = 1 - p, part = rest - 1, lost = (1 - (rest - part)) + (-p - part);
    double u = y == 1 ? p : rest;
    strange |= (uint64_t) !((y == 0) | (y == 1)) | (uint64_t) !((u >= 0x1p-1022) & (u <= 1));
    losses[i] = 0 - logarithm(u, y == 1 ? 0 : lost, 0);
    if (slopes) slopes[i] = (y == 1 ? -1 : 1) / u * scale;
  }
  return !strange;
}

INLINE int both_hard_bce(const double *labels, const double *probabilities, long count, double scale, double *losses,
                         double *_Nullable slopes) {
  return slopes ? hard_bce(labels, probabilities, count, scale, losses, slopes)
                : hard_bce(labels, probabilities, count, scale, losses, 0);
}

static int hard_bce_baseline(const double *labels, const double *probabilities, long count, double scale,
                             double *losses, double *_Nullable slopes) {
  return both_hard_bce(labels, probabilities, count, scale, losses, slopes);
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) static int hard_bce_avx2(const double *labels, const double *probabilities, long count,
                                                         double scale, double *losses, double *_Nullable slopes) {
  return both_hard_bce(labels, probabilities, count, scale, losses, slopes);
}
#endif

int numerics_hard_bce(enum numerics_width width, const double *labels, const double *probabilities, long count,
                      double scale, double *losses, double *_Nullable slopes) {
#define CALL(level) hard_bce_##level(labels, probabilities, count, scale, losses, slopes)
  return CHOOSE(width, CALL);
#undef CALL
}
