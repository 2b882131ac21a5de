#ifndef KINERJA_CMEASUREMENT_H
#define KINERJA_CMEASUREMENT_H

#include <stdint.h>

/* Calls of malloc, calloc, realloc and aligned_alloc of this process so far, of all threads and libraries. */
uint64_t kinerja_allocations(void);

/* Allocates once inside the C library, and frees it: whether that is counted shows that all is. */
void kinerja_allocate_in_library(void);

/* A fixed amount of work that knows nothing of kinerja: numbers mixed, sorted and looked up. The result is always the
   same, and is returned so that no compiler leaves the work out. */
uint64_t kinerja_calibrate(void);

#endif
