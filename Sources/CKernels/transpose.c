#include "CKernels.h"

#if defined(__x86_64__)

#include "columns.h"

__attribute__((target("avx512f,avx512bw,avx512vbmi,gfni")))
void km_transpose64_avx512(const uint64_t *rows, size_t stride, uint64_t *columns, uint32_t count) {
  turn_rows(rows, stride, columns, count);
}

#else

// Never called: km_supported() reports nothing here.
void km_transpose64_avx512(const uint64_t *rows, size_t stride, uint64_t *columns, uint32_t count) {
  (void)rows, (void)stride, (void)columns, (void)count;
}

#endif
