// The arithmetic of a dense layer, where all the time of a training run goes; compiled once for each vector width, with
// NAMED(x) and TILE set by dense.c.
//
// A batch lies in memory feature by feature: all rows' first feature, then all rows' second. Eight rows fill a lane,
// so any layer width runs at full vector speed and only the last lane of a batch has unused places. Weights stay
// packed, inputs x outputs, as they are in a weights file. A sum's terms come in the same order at every width, and a
// tile, which is only how many sums are under way at once, changes none of them.

INLINE lane *NAMED(feature)(struct numerics_block block, long index) {
  return (lane *)block.start + index * block.stride;
}

INLINE lane NAMED(repeated)(double x) { return (lane){x, x, x, x, x, x, x, x}; }

INLINE lane NAMED(activated)(lane sums, enum numerics_activation activation) {
  lane result = sums;
  switch (activation) {
  case NUMERICS_LINEAR: break;
  // Not a number stays so, that divergence shows.
  case NUMERICS_RELU: result = (lane)((mask)sums & ~(sums < NAMED(repeated)(0))); break;
  case NUMERICS_TANH: for (int i = 0; i < 8; i++) result[i] = hyperbolic_tangent(sums[i]); break;
  case NUMERICS_SIGMOID: for (int i = 0; i < 8; i++) result[i] = logistic(sums[i]); break;
  case NUMERICS_LEAKY_RELU: for (int i = 0; i < 8; i++) result[i] = sums[i] < 0 ? LEAK * sums[i] : sums[i]; break;
  case NUMERICS_ELU: for (int i = 0; i < 8; i++) result[i] = sums[i] < 0 ? numerics_expm1(sums[i]) : sums[i]; break;
  }
  return result;
}

// The gradient with respect to the sums from that with respect to the activations `values`.
INLINE lane NAMED(through)(lane gradient, lane values, enum numerics_activation activation) {
  lane one = NAMED(repeated)(1);
  switch (activation) {
  case NUMERICS_LINEAR: return gradient;
  case NUMERICS_RELU: return (lane)((mask)gradient & ~(values <= NAMED(repeated)(0)));
  case NUMERICS_TANH: return gradient * (one - values * values);
  case NUMERICS_SIGMOID: return gradient * (values * (one - values));
  case NUMERICS_LEAKY_RELU:
    for (int i = 0; i < 8; i++) gradient[i] = values[i] <= 0 ? LEAK * gradient[i] : gradient[i];
    return gradient;
  case NUMERICS_ELU:
    for (int i = 0; i < 8; i++) gradient[i] = values[i] < 0 ? gradient[i] * (values[i] + 1) : gradient[i];
    return gradient;
  }
  return gradient;
}

// Adds the products of `count` features with `units` weights each to `sums`: `lanes` lanes for each unit. Features are
// `stride` lanes apart, a feature's weights `weight_stride` and two units' weights `unit_stride` numbers.
INLINE void NAMED(accumulate)(int units, int lanes, lane *sums, const lane *input, long stride, const double *weights,
                              long weight_stride, long unit_stride, long count) {
  for (long i = 0; i < count; i++, input += stride, weights += weight_stride)
    for (int unit = 0; unit < units; unit++)
      for (int l = 0; l < lanes; l++)
        sums[unit * lanes + l] = input[l] * weights[unit * unit_stride] + sums[unit * lanes + l];
}

INLINE void NAMED(forward_tile)(int units, int lanes, const struct numerics_layer *layer, struct numerics_block input,
                                struct numerics_block output, enum numerics_activation activation, long unit, long at) {
  lane sums[TILE];
  for (int u = 0; u < units; u++)
    for (int l = 0; l < lanes; l++) sums[u * lanes + l] = NAMED(repeated)(layer->biases[unit + u]);
  NAMED(accumulate)(units, lanes, sums, (lane *)input.start + at, input.stride, layer->weights + unit,
                    layer->outputs, 1, layer->inputs);
  for (int u = 0; u < units; u++)
    for (int l = 0; l < lanes; l++)
      NAMED(feature)(output, unit + u)[at + l] = NAMED(activated)(sums[u * lanes + l], activation);
}

static void NAMED(forward)(const struct numerics_layer *layer, struct numerics_block input, struct numerics_block output,
                           enum numerics_activation activation) {
  long unit = 0;
  for (; unit + TILE <= layer->outputs; unit += TILE)
    for (long at = 0; at < input.lanes; at++)
      NAMED(forward_tile)(TILE, 1, layer, input, output, activation, unit, at);
  for (; unit < layer->outputs; unit++) {
    long at = 0;
    for (; at + TILE <= input.lanes; at += TILE)
      NAMED(forward_tile)(1, TILE, layer, input, output, activation, unit, at);
    for (; at < input.lanes; at++) NAMED(forward_tile)(1, 1, layer, input, output, activation, unit, at);
  }
}

INLINE void NAMED(backward_tile)(int inputs, const struct numerics_layer *layer, struct numerics_block delta,
                                 struct numerics_block previous, struct numerics_block values,
                                 enum numerics_activation activation, long i) {
  for (long at = 0; at < delta.lanes; at++) {
    lane sums[TILE];
    for (int t = 0; t < inputs; t++) sums[t] = NAMED(repeated)(0);
    NAMED(accumulate)(inputs, 1, sums, (lane *)delta.start + at, delta.stride, layer->weights + i * layer->outputs, 1,
                      layer->outputs, layer->outputs);
    for (int t = 0; t < inputs; t++)
      NAMED(feature)(previous, i + t)[at] =
          NAMED(through)(sums[t], NAMED(feature)(values, i + t)[at], activation);
  }
}

static void NAMED(backward)(const struct numerics_layer *layer, struct numerics_block delta,
                            struct numerics_block previous, struct numerics_block values,
                            enum numerics_activation activation) {
  long i = 0;
  for (; i + TILE <= layer->inputs; i += TILE)
    NAMED(backward_tile)(TILE, layer, delta, previous, values, activation, i);
  for (; i < layer->inputs; i++) NAMED(backward_tile)(1, layer, delta, previous, values, activation, i);
}

// The sums of four lanes' eight numbers each, halves first.
INLINE quad NAMED(totals)(lane a, lane b, lane c, lane d) {
  quad four[4] = {
      __builtin_shufflevector(a, a, 0, 1, 2, 3) + __builtin_shufflevector(a, a, 4, 5, 6, 7),
      __builtin_shufflevector(b, b, 0, 1, 2, 3) + __builtin_shufflevector(b, b, 4, 5, 6, 7),
      __builtin_shufflevector(c, c, 0, 1, 2, 3) + __builtin_shufflevector(c, c, 4, 5, 6, 7),
      __builtin_shufflevector(d, d, 0, 1, 2, 3) + __builtin_shufflevector(d, d, 4, 5, 6, 7)};
  quad ac = __builtin_shufflevector(four[0], four[2], 0, 1, 4, 5) + __builtin_shufflevector(four[0], four[2], 2, 3, 6, 7);
  quad bd = __builtin_shufflevector(four[1], four[3], 0, 1, 4, 5) + __builtin_shufflevector(four[1], four[3], 2, 3, 6, 7);
  return __builtin_shufflevector(ac, bd, 0, 4, 2, 6) + __builtin_shufflevector(ac, bd, 1, 5, 3, 7);
}

// The inner products of one or two features of `input` with one or two units' slopes.
INLINE void NAMED(gradient_tile)(int inputs, int units, const struct numerics_layer *gradient,
                                 struct numerics_block delta, struct numerics_block input, long i, long unit) {
  lane sums[4];
  for (int s = 0; s < 4; s++) sums[s] = NAMED(repeated)(0);
  for (long at = 0; at < delta.lanes; at++)
    for (int t = 0; t < inputs; t++)
      for (int u = 0; u < units; u++)
        sums[2 * t + u] =
            NAMED(feature)(input, i + t)[at] * NAMED(feature)(delta, unit + u)[at] + sums[2 * t + u];
  quad total = NAMED(totals)(sums[0], sums[1], sums[2], sums[3]);
  for (int t = 0; t < inputs; t++)
    for (int u = 0; u < units; u++) gradient->weights[(i + t) * gradient->outputs + unit + u] = total[2 * t + u];
}

INLINE void NAMED(gradient_units)(int units, const struct numerics_layer *gradient, struct numerics_block delta,
                                  struct numerics_block input, long unit) {
  long i = 0;
  for (; i + GRADIENT_INPUTS <= gradient->inputs; i += GRADIENT_INPUTS)
    NAMED(gradient_tile)(GRADIENT_INPUTS, units, gradient, delta, input, i, unit);
  for (; i < gradient->inputs; i++) NAMED(gradient_tile)(1, units, gradient, delta, input, i, unit);
  for (int u = 0; u < units; u++) {
    lane sum = NAMED(repeated)(0);
    for (long at = 0; at < delta.lanes; at++) sum += NAMED(feature)(delta, unit + u)[at];
    gradient->biases[unit + u] = NAMED(totals)(sum, sum, sum, sum)[0];
  }
}

static void NAMED(gradient)(const struct numerics_layer *gradient, struct numerics_block delta,
                            struct numerics_block input) {
  long unit = 0;
  for (; unit + 2 <= gradient->outputs; unit += 2) NAMED(gradient_units)(2, gradient, delta, input, unit);
  for (; unit < gradient->outputs; unit++) NAMED(gradient_units)(1, gradient, delta, input, unit);
}

static void NAMED(momentum)(lane *weights, lane *velocity, const lane *gradient, long lanes, double rate,
                            double momentum) {
  for (long i = 0; i < lanes; i++) {
    velocity[i] = velocity[i] * NAMED(repeated)(momentum) - gradient[i] * NAMED(repeated)(rate);
    weights[i] += velocity[i];
  }
}
