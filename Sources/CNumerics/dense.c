// The dense kernels, once for each vector width, and the choice among them at run time.
#include "cnumerics.h"
#include "elementary.h"
#include "widths.h"

#pragma STDC FP_CONTRACT OFF
// Lanes never cross a call: everything that takes or returns one is inline.
#pragma clang diagnostic ignored "-Wpsabi"

typedef double lane __attribute__((vector_size(64)));
typedef double quad __attribute__((vector_size(32)));
typedef int64_t mask __attribute__((vector_size(64)));

// The slope of leaky ReLU below 0.
static const double LEAK = 0.2;

// Tiles fill the sixteen registers that there are with sums, and leave some for what is added.
#define NAMED(name) name##_baseline
#define TILE 2
#define GRADIENT_INPUTS 1
#include "dense_body.h"
#undef NAMED
#undef TILE
#undef GRADIENT_INPUTS

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#define NAMED(name) name##_avx2
#define TILE 4
#define GRADIENT_INPUTS 2
#include "dense_body.h"
#undef NAMED
#undef TILE
#undef GRADIENT_INPUTS
#pragma clang attribute pop
#endif

enum numerics_width numerics_widest(void) { return HAS_AVX2 ? NUMERICS_AVX2 : NUMERICS_BASELINE; }

void numerics_forward(enum numerics_width width, const struct numerics_layer *layer, struct numerics_block input,
                      struct numerics_block output, enum numerics_activation activation) {
#define CALL(level) forward_##level(layer, input, output, activation)
  CHOOSE(width, CALL);
#undef CALL
}

void numerics_gradient(enum numerics_width width, const struct numerics_layer *gradient, struct numerics_block delta,
                       struct numerics_block input) {
#define CALL(level) gradient_##level(gradient, delta, input)
  CHOOSE(width, CALL);
#undef CALL
}

void numerics_backward(enum numerics_width width, const struct numerics_layer *layer, struct numerics_block delta,
                       struct numerics_block previous, struct numerics_block values,
                       enum numerics_activation activation) {
#define CALL(level) backward_##level(layer, delta, previous, values, activation)
  CHOOSE(width, CALL);
#undef CALL
}

void numerics_momentum(enum numerics_width width, double *weights, double *velocity, const double *gradient,
                       long lanes, double rate, double momentum) {
#define CALL(level) momentum_##level((lane *)weights, (lane *)velocity, (const lane *)gradient, lanes, rate, momentum)
  CHOOSE(width, CALL);
#undef CALL
}
