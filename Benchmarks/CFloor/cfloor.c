// The floor of the training benchmark: the same work as a demo, in plain C loops over fixed-size local buffers.
// Rows of weights are padded to a multiple of four, and the compiler's vector width is chosen at run time.
#include "cfloor.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { BATCH = 32, MAX_INPUTS = 32, MAX_HIDDEN = 64, MAX_OUTPUTS = 4 };

#if defined(__x86_64__) && defined(__linux__)
#define FASTEST __attribute__((target_clones("avx2", "default")))
#else
#define FASTEST
#endif

typedef struct {
  double w1[MAX_INPUTS][MAX_HIDDEN], b1[MAX_HIDDEN], w2[MAX_OUTPUTS][MAX_HIDDEN], b2[MAX_OUTPUTS];
} layers;

typedef struct {
  int inputs, hidden, padded, outputs;
  enum cfloor_loss loss;
  layers weights, velocity, gradient;
} network;

static double softplus(double z) { return z > 0 ? z + log1p(exp(-z)) : log1p(exp(z)); }

// The loss of one row and its derivative with respect to the output layer's sums.
static double row_loss(const network *n, const double *z, const double *y, double *slope) {
  double t, d;
  switch (n->loss) {
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
    for (int k = 1; k < n->outputs; k++) if (z[k] > top) top = z[k];
    for (int k = 0; k < n->outputs; k++) sum += e[k] = exp(z[k] - top);
    for (int k = 0; k < n->outputs; k++) {
      slope[k] = e[k] / sum - y[k];
      if (y[k] != 0) loss += y[k] * (top + log(sum) - z[k]);
    }
    return loss;
  }
  }
}

FASTEST static void forward(const network *n, const double *x, double *h, double *z) {
  double sum[MAX_HIDDEN];
  memcpy(sum, n->weights.b1, sizeof sum);
  for (int i = 0; i < n->inputs; i++)
    for (int j = 0; j < n->padded; j++) sum[j] += x[i] * n->weights.w1[i][j];
  for (int j = 0; j < n->padded; j++) h[j] = sum[j] > 0 ? sum[j] : 0;
  for (int k = 0; k < n->outputs; k++) {
    double part[4] = {0, 0, 0, 0};
    for (int j = 0; j < n->padded; j += 4)
      for (int l = 0; l < 4; l++) part[l] += h[j + l] * n->weights.w2[k][j + l];
    z[k] = n->weights.b2[k] + (part[0] + part[1]) + (part[2] + part[3]);
  }
}

FASTEST static void backward(network *n, const double *x, const double *h, const double *slope) {
  double d[MAX_HIDDEN] = {0};
  for (int k = 0; k < n->outputs; k++) {
    for (int j = 0; j < n->padded; j++) {
      n->gradient.w2[k][j] += slope[k] * h[j];
      d[j] += slope[k] * n->weights.w2[k][j];
    }
    n->gradient.b2[k] += slope[k];
  }
  for (int j = 0; j < n->padded; j++) { d[j] = h[j] > 0 ? d[j] : 0; n->gradient.b1[j] += d[j]; }
  for (int i = 0; i < n->inputs; i++)
    for (int j = 0; j < n->padded; j++) n->gradient.w1[i][j] += x[i] * d[j];
}

FASTEST static void move(double *w, double *v, const double *g, int count, double scale) {
  for (int i = 0; i < count; i++) { v[i] = 0.9 * v[i] - scale * g[i]; w[i] += v[i]; }
}

static void update(network *n, int rows) {
  double scale = 0.01 / rows;
  for (int i = 0; i < n->inputs; i++)
    move(n->weights.w1[i], n->velocity.w1[i], n->gradient.w1[i], n->padded, scale);
  move(n->weights.b1, n->velocity.b1, n->gradient.b1, n->padded, scale);
  for (int k = 0; k < n->outputs; k++)
    move(n->weights.w2[k], n->velocity.w2[k], n->gradient.w2[k], n->padded, scale);
  move(n->weights.b2, n->velocity.b2, n->gradient.b2, n->outputs, scale);
}

static void clear(network *n) {
  for (int i = 0; i < n->inputs; i++) memset(n->gradient.w1[i], 0, n->padded * sizeof(double));
  for (int k = 0; k < n->outputs; k++) memset(n->gradient.w2[k], 0, n->padded * sizeof(double));
  memset(n->gradient.b1, 0, sizeof n->gradient.b1);
  memset(n->gradient.b2, 0, sizeof n->gradient.b2);
}

static double evaluate(const network *n, const double *x, const double *y, int rows) {
  double h[MAX_HIDDEN], z[MAX_OUTPUTS], slope[MAX_OUTPUTS], total = 0;
  for (int r = 0; r < rows; r++) {
    forward(n, x + (long)r * n->inputs, h, z);
    total += row_loss(n, z, y + (long)r * n->outputs, slope);
  }
  return total / rows;
}

static void epoch(network *n, const double *x, const double *y, int rows) {
  double h[MAX_HIDDEN], z[MAX_OUTPUTS], slope[MAX_OUTPUTS];
  for (int start = 0; start < rows; start += BATCH) {
    int end = start + BATCH < rows ? start + BATCH : rows;
    clear(n);
    for (int r = start; r < end; r++) {
      forward(n, x + (long)r * n->inputs, h, z);
      row_loss(n, z, y + (long)r * n->outputs, slope);
      backward(n, x + (long)r * n->inputs, h, slope);
    }
    update(n, end - start);
  }
}

static void draw(double *w, int count, double limit, unsigned *state) {
  for (int i = 0; i < count; i++) {
    *state = *state * 1664525u + 1013904223u;
    w[i] = limit * (2 * (*state / 4294967296.0) - 1);
  }
}

double cfloor_train(const double *x, const double *y, int rows, int inputs, int hidden, int outputs,
                    enum cfloor_loss loss, int epochs) {
  if (inputs > MAX_INPUTS || hidden > MAX_HIDDEN || outputs > MAX_OUTPUTS) return NAN;
  network *n = calloc(1, sizeof *n);
  if (!n) return NAN;
  n->inputs = inputs, n->hidden = hidden, n->padded = (hidden + 3) / 4 * 4, n->outputs = outputs, n->loss = loss;
  unsigned state = 1;
  for (int i = 0; i < inputs; i++) draw(n->weights.w1[i], hidden, sqrt(6.0 / inputs), &state);
  for (int k = 0; k < outputs; k++) draw(n->weights.w2[k], hidden, sqrt(6.0 / (hidden + outputs)), &state);
  double last = 0, test = 0;
  int half = rows / 2;
  for (int e = 0; e < epochs; e++) {
    epoch(n, x, y, half);
    last = evaluate(n, x, y, half);
    test += evaluate(n, x + (long)half * inputs, y + (long)half * outputs, rows - half);
  }
  free(n);
  return isfinite(test) ? last : NAN;
}

void cfloor_copy(double *to, const double *from, long n) { memcpy(to, from, n * sizeof(double)); }
