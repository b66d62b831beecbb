// Counts allocations, by standing in front of the C library's own functions.
#include "cfloor.h"

#include <stddef.h>
#include <stdlib.h>

#if defined(__GLIBC__)
static long allocations;

void *__libc_malloc(size_t size);
void *__libc_memalign(size_t alignment, size_t size);

void *malloc(size_t size) {
  __atomic_fetch_add(&allocations, 1, __ATOMIC_RELAXED);
  return __libc_malloc(size);
}

int posix_memalign(void **result, size_t alignment, size_t size) {
  __atomic_fetch_add(&allocations, 1, __ATOMIC_RELAXED);
  *result = __libc_memalign(alignment, size);
  return *result ? 0 : 12;
}

long cfloor_allocations(void) { return __atomic_load_n(&allocations, __ATOMIC_RELAXED); }
#else
long cfloor_allocations(void) { return -1; }
#endif
