/* What processor and allocator can do and Swift has no words for. No logic. */
#ifndef CPROCESSOR_H
#define CPROCESSOR_H

#include <malloc.h>
#include <stdint.h>
#include <sys/mman.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/* One bit per byte of the 64 at `text`, the first one lowest: set where the byte is `a`, `b` or `c`. */
static inline uint64_t kinerja_mask_of_three(const uint8_t *text, uint8_t a, uint8_t b, uint8_t c) {
    uint64_t mask = 0;
#if defined(__SSE2__)
    const __m128i first = _mm_set1_epi8((char)a);
    const __m128i second = _mm_set1_epi8((char)b);
    const __m128i third = _mm_set1_epi8((char)c);
    for (int part = 0; part < 4; part++) {
        const __m128i bytes = _mm_loadu_si128((const __m128i *)(text + 16 * part));
        const __m128i found = _mm_or_si128(
            _mm_or_si128(_mm_cmpeq_epi8(bytes, first), _mm_cmpeq_epi8(bytes, second)),
            _mm_cmpeq_epi8(bytes, third));
        mask |= (uint64_t)(uint32_t)_mm_movemask_epi8(found) << (16 * part);
    }
#else
    for (int place = 0; place < 64; place++) {
        const uint8_t byte = text[place];
        mask |= (uint64_t)(byte == a || byte == b || byte == c) << place;
    }
#endif
    return mask;
}

/* Tells the allocator to keep freed memory up to so many bytes, blocks of that size included. */
static inline void kinerja_keep_freed_memory(int bytes) {
    mallopt(M_MMAP_THRESHOLD, bytes);
    mallopt(M_TRIM_THRESHOLD, bytes);
}

/* Asks for large pages under the memory at `address`, before it is first touched: a table looked into at random
   then costs one miss where it costs two. Where the system has none, nothing happens. */
static inline void kinerja_ask_for_large_pages(void *address, int64_t bytes) {
    const uintptr_t page = 2 << 20;
    const uintptr_t start = ((uintptr_t)address + page - 1) & ~(page - 1);
    const uintptr_t end = ((uintptr_t)address + (uintptr_t)bytes) & ~(page - 1);
    if (end > start) madvise((void *)start, end - start, MADV_HUGEPAGE);
}

/* Begins to fetch the memory at `address`, which need not be readable, to be read or to be written. */
static inline void kinerja_prefetch_to_read(const void *address) { __builtin_prefetch(address, 0, 3); }
static inline void kinerja_prefetch_to_write(const void *address) { __builtin_prefetch(address, 1, 3); }

#endif
