#ifndef CNUMERICS_H
#define CNUMERICS_H

// Functions of one number. They use nothing but the operations that IEEE 754 defines to the last bit, in a fixed order
// and without fused multiply-add, so that every machine gives the same bits; C libraries differ among each other, and
// one with itself on two processors. The errors of exp, log and log1p stay below 1 ULP, those of the others below 2.2.
double numerics_exp(double x);
double numerics_expm1(double x);
double numerics_log(double x);
double numerics_log1p(double x);
double numerics_tanh(double x);
double numerics_sigmoid(double x);
// Of angles up to 100 000.
double numerics_sin(double x);
double numerics_cos(double x);

#pragma clang assume_nonnull begin

// The vector registers that the kernels below are compiled for. Each gives the same bits.
enum numerics_width {
  // What every processor of the architecture has: SSE2, or NEON.
  NUMERICS_BASELINE,
  NUMERICS_AVX2
};

// The widest that this processor has.
enum numerics_width numerics_widest(void);

// A batch in memory, feature by feature: `lanes` lanes of eight rows for each feature, features `stride` lanes apart.
struct numerics_block {
  double *start;
  long stride, lanes;
};

// A dense layer's `inputs x outputs` weights, row by row, and its `outputs` biases; or their gradient.
struct numerics_layer {
  long inputs, outputs;
  double *weights, *biases;
};

// What a layer's units do with their sums. Leaky ReLU lets a fifth of a negative sum pass, ELU e^x - 1 of it.
enum numerics_activation {
  NUMERICS_LINEAR,
  NUMERICS_RELU,
  NUMERICS_TANH,
  NUMERICS_SIGMOID,
  NUMERICS_LEAKY_RELU,
  NUMERICS_ELU
};

// Blocks are aligned to 64 bytes, and so are `weights`, `velocity` and `gradient` of a step, which are `lanes` lanes.

// Writes every unit's activation over `input` to `output`.
void numerics_forward(enum numerics_width width, const struct numerics_layer *layer, struct numerics_block input,
                      struct numerics_block output, enum numerics_activation activation);

// Writes the gradient with respect to a layer's parameters into `gradient`: `delta` is that with respect to the
// units' sums, zero in unused places, and `input` what the layer saw on the way forward.
void numerics_gradient(enum numerics_width width, const struct numerics_layer *gradient, struct numerics_block delta,
                       struct numerics_block input);

// Writes the gradient with respect to the sums of the layer before, whose activations were `values`. At its kink the
// slope of ReLU counts as 0, and that of leaky ReLU as a fifth.
void numerics_backward(enum numerics_width width, const struct numerics_layer *layer, struct numerics_block delta,
                       struct numerics_block previous, struct numerics_block values,
                       enum numerics_activation activation);

// v = momentum * v - rate * g; w = w + v.
void numerics_momentum(enum numerics_width width, double *weights, double *velocity, const double *gradient,
                       long lanes, double rate, double momentum);

// Binary cross-entropy of `count` probabilities with labels that are 0 or 1: writes the losses, and the derivatives
// times `scale` where there is a place for them. The bits are those of numerics_log and numerics_log1p.
//
// Returns 0, and what it wrote is to be thrown away, where a label is another one, or where a loss is infinite or no
// number, or nearly so.
int numerics_hard_bce(enum numerics_width width, const double *labels, const double *probabilities, long count,
                      double scale, double *losses, double *_Nullable slopes);

#pragma clang assume_nonnull end

#endif
