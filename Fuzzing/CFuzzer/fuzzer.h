#pragma once
#include <stddef.h>
#include <stdint.h>

// libFuzzer as a library: it mutates inputs and calls back until its flags tell it to stop.
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*callback)(const uint8_t *data, size_t size));
