// The floor of the training benchmark: the same work as a demo, in plain C loops of the demo's own sizes, which the
// compiler knows. Rows of weights are padded to a multiple of four, sums stay in local arrays, and on x86-64 the
// vector width is chosen at run time, as in the product.
#include "cfloor.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#if defined(__x86_64__) && defined(__GLIBC__)
#define FASTEST __attribute__((target_clones("avx2", "default")))
#else
#define FASTEST
#endif
#define INLINE static inline __attribute__((always_inline))

enum { BATCH = 32, MAX_INPUTS = 20, MAX_HIDDEN = 52, MAX_OUTPUTS = 3 };

typedef struct {
  double w1[MAX_INPUTS][MAX_HIDDEN], b1[MAX_HIDDEN], w2[MAX_OUTPUTS][MAX_HIDDEN], b2[MAX_OUTPUTS];
} layers;

typedef struct {
  enum cfloor_loss loss;
  layers weights, velocity, gradient;
} network;

static double softplus(double z) { return z > 0 ? z + log1p(exp(-z)) : log1p(exp(z)); }

// The loss of one row and its derivative with respect to the output layer's sums.
static double row_loss(enum cfloor_loss loss, int outputs, const double *z, const double *y, double *slope) {
  double t, d;
  switch (loss) {
  case CFLOOR_MSE: d = z[0] - y[0]; slope[0] = 2 * d; return d * d;
  case CFLOOR_MSLE: {
    double p = z[0] > 1e-7 ? z[0] : 1e-7, q = y[0] > 1e-7 ? y[0] : 1e-7;
    d = log1p(p) - log1p(q);
    slope[0] = z[0] > 1e-7 ? 2 * d / (1 + p) : 0;
    return d * d;
  }
  case CFLOOR_MAE: d = z[0] - y[0]; slope[0] = (d > 0) - (d < 0); return fabs(d);
  case CFLOOR_BCE: slope[0] = 1 / (1 + exp(-z[0])) - y[0]; return softplus(z[0]) - y[0] * z[0];
  case CFLOOR_HINGE:
    t = tanh(z[0]); d = 1 - y[0] * t; slope[0] = d > 0 ? -y[0] * (1 - t * t) : 0; return d > 0 ? d : 0;
  case CFLOOR_SQUARED_HINGE:
    t = tanh(z[0]); d = 1 - y[0] * t; slope[0] = d > 0 ? -2 * y[0] * d * (1 - t * t) : 0; return d > 0 ? d * d : 0;
  default: {
    double top = z[0], sum = 0, loss = 0, e[MAX_OUTPUTS];
    for (int k = 1; k < outputs; k++) if (z[k] > top) top = z[k];
    for (int k = 0; k < outputs; k++) sum += e[k] = exp(z[k] - top);
    for (int k = 0; k < outputs; k++) {
      slope[k] = e[k] / sum - y[k];
      if (y[k] != 0) loss += y[k] * (top + log(sum) - z[k]);
    }
    return loss;
  }
  }
}

INLINE void forward(const layers *w, const double *restrict x, double *restrict h, double *restrict z, int inputs,
                    int padded, int outputs) {
  double sum[MAX_HIDDEN];
  for (int j = 0; j < padded; j++) sum[j] = w->b1[j];
  for (int i = 0; i < inputs; i++) {
    double xi = x[i];
    for (int j = 0; j < padded; j++) sum[j] += xi * w->w1[i][j];
  }
  for (int j = 0; j < padded; j++) h[j] = sum[j] > 0 ? sum[j] : 0;
  for (int k = 0; k < outputs; k++) {
    double part[4] = {0, 0, 0, 0};
    for (int j = 0; j < padded; j += 4)
      for (int l = 0; l < 4; l++) part[l] += h[j + l] * w->w2[k][j + l];
    z[k] = w->b2[k] + (part[0] + part[1]) + (part[2] + part[3]);
  }
}

INLINE void backward(const layers *restrict w, layers *restrict g, const double *restrict x, const double *restrict h,
                     const double *restrict slope, int inputs, int padded, int outputs) {
  double d[MAX_HIDDEN];
  for (int j = 0; j < padded; j++) d[j] = 0;
  for (int k = 0; k < outputs; k++) {
    for (int j = 0; j < padded; j++) {
      g->w2[k][j] += slope[k] * h[j];
      d[j] += slope[k] * w->w2[k][j];
    }
    g->b2[k] += slope[k];
  }
  for (int j = 0; j < padded; j++) { d[j] = h[j] > 0 ? d[j] : 0; g->b1[j] += d[j]; }
  for (int i = 0; i < inputs; i++) {
    double xi = x[i];
    for (int j = 0; j < padded; j++) g->w1[i][j] += xi * d[j];
  }
}

INLINE void move(double *w, double *v, const double *g, int count, double scale) {
  for (int i = 0; i < count; i++) { v[i] = 0.9 * v[i] - scale * g[i]; w[i] += v[i]; }
}

INLINE double evaluate(const network *n, const double *x, const double *y, int rows, int inputs, int padded,
                       int outputs) {
  double h[MAX_HIDDEN], z[MAX_OUTPUTS], slope[MAX_OUTPUTS], total = 0;
  for (int r = 0; r < rows; r++) {
    forward(&n->weights, x + (long)r * inputs, h, z, inputs, padded, outputs);
    total += row_loss(n->loss, outputs, z, y + (long)r * outputs, slope);
  }
  return total / rows;
}

INLINE void step(network *n, const double *x, const double *y, int rows, int inputs, int padded, int outputs) {
  double h[MAX_HIDDEN], z[MAX_OUTPUTS], slope[MAX_OUTPUTS], scale = 0.01 / rows;
  layers *w = &n->weights, *v = &n->velocity, *g = &n->gradient;
  for (int i = 0; i < inputs; i++) memset(g->w1[i], 0, padded * sizeof(double));
  for (int k = 0; k < outputs; k++) memset(g->w2[k], 0, padded * sizeof(double));
  memset(g->b1, 0, sizeof g->b1);
  memset(g->b2, 0, sizeof g->b2);
  for (int r = 0; r < rows; r++, x += inputs, y += outputs) {
    forward(w, x, h, z, inputs, padded, outputs);
    row_loss(n->loss, outputs, z, y, slope);
    backward(w, g, x, h, slope, inputs, padded, outputs);
  }
  for (int i = 0; i < inputs; i++) move(w->w1[i], v->w1[i], g->w1[i], padded, scale);
  move(w->b1, v->b1, g->b1, padded, scale);
  for (int k = 0; k < outputs; k++) move(w->w2[k], v->w2[k], g->w2[k], padded, scale);
  move(w->b2, v->b2, g->b2, outputs, scale);
}

INLINE double train(network *n, const double *x, const double *y, int rows, int epochs, int inputs, int padded,
                    int outputs) {
  double last = 0, test = 0;
  int half = rows / 2;
  for (int e = 0; e < epochs; e++) {
    for (int start = 0; start < half; start += BATCH) {
      int size = half - start < BATCH ? half - start : BATCH;
      step(n, x + (long)start * inputs, y + (long)start * outputs, size, inputs, padded, outputs);
    }
    last = evaluate(n, x, y, half, inputs, padded, outputs);
    test += evaluate(n, x + (long)half * inputs, y + (long)half * outputs, rows - half, inputs, padded, outputs);
  }
  return isfinite(test) ? last : NAN;
}

FASTEST static double regression(network *n, const double *x, const double *y, int rows, int epochs) {
  return train(n, x, y, rows, epochs, 20, 28, 1);
}

FASTEST static double circles(network *n, const double *x, const double *y, int rows, int epochs) {
  return train(n, x, y, rows, epochs, 2, 52, 1);
}

FASTEST static double blobs(network *n, const double *x, const double *y, int rows, int epochs) {
  return train(n, x, y, rows, epochs, 2, 52, 3);
}

static void draw(double *w, int count, double limit, unsigned *state) {
  for (int i = 0; i < count; i++) {
    *state = *state * 1664525u + 1013904223u;
    w[i] = limit * (2 * (*state / 4294967296.0) - 1);
  }
}

double cfloor_train(const double *x, const double *y, int rows, int inputs, int hidden, int outputs,
                    enum cfloor_loss loss, int epochs) {
  network *n = calloc(1, sizeof *n);
  if (!n) return NAN;
  n->loss = loss;
  unsigned state = 1;
  for (int i = 0; i < inputs; i++) draw(n->weights.w1[i], hidden, sqrt(6.0 / inputs), &state);
  for (int k = 0; k < outputs; k++) draw(n->weights.w2[k], hidden, sqrt(6.0 / (hidden + outputs)), &state);
  double last = inputs == 20 ? regression(n, x, y, rows, epochs)
                : outputs == 1 ? circles(n, x, y, rows, epochs) : blobs(n, x, y, rows, epochs);
  free(n);
  return last;
}

void cfloor_copy(double *to, const double *from, long n) { memcpy(to, from, n * sizeof(double)); }
