// The choice among the vector widths at run time.
#ifndef CNUMERICS_WIDTHS_H
#define CNUMERICS_WIDTHS_H

#include "cnumerics.h"

#if defined(__x86_64__)
#define HAS_AVX2 __builtin_cpu_supports("avx2")
#define CHOOSE(width, call) ((width) == NUMERICS_AVX2 && HAS_AVX2 ? call(avx2) : call(baseline))
#else
#define HAS_AVX2 0
#define CHOOSE(width, call) ((void)(width), call(baseline))
#endif

#endif
