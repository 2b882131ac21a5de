#include "CMeasurement.h"

#include <stdlib.h>
#include <string.h>

/* 32 MiB a table: beyond the caches of a processor, as the tables of a run are. */
enum { COUNT = 1 << 22, ROUNDS = 3 };

static uint64_t mix(uint64_t x) {
    x ^= x >> 30;
    x *= 0xBF58476D1CE4E5B9u;
    x ^= x >> 27;
    x *= 0x94D049BB133111EBu;
    return x ^ (x >> 31);
}

/* One pass of a radix sort, by eight bits. */
static void scatter(const uint64_t *from, uint64_t *to, int shift) {
    size_t places[256] = {0};
    for (size_t i = 0; i < COUNT; i++) places[(from[i] >> shift) & 255]++;
    size_t next = 0;
    for (int digit = 0; digit < 256; digit++) {
        size_t number = places[digit];
        places[digit] = next;
        next += number;
    }
    for (size_t i = 0; i < COUNT; i++) to[places[(from[i] >> shift) & 255]++] = from[i];
}

uint64_t kinerja_calibrate(void) {
    uint64_t *numbers = malloc(COUNT * sizeof *numbers);
    uint64_t *sorted = malloc(COUNT * sizeof *sorted);
    uint64_t sum = 0;
    if (numbers == NULL || sorted == NULL) abort();
    for (int round = 0; round < ROUNDS; round++) {
        for (size_t i = 0; i < COUNT; i++) numbers[i] = mix(sum + i * 0x9E3779B97F4A7C15u);
        for (int shift = 0; shift < 32; shift += 16) {
            scatter(numbers, sorted, shift);
            scatter(sorted, numbers, shift + 8);
        }
        memcpy(sorted, numbers, COUNT * sizeof *sorted);
        for (size_t i = 0; i < COUNT; i++) sum += sorted[mix(i) & (COUNT - 1)];
    }
    free(numbers);
    free(sorted);
    return sum;
}
