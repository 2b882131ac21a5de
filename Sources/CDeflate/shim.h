#ifndef KINERJA_CDEFLATE_SHIM_H
#define KINERJA_CDEFLATE_SHIM_H

#include <libdeflate.h>

#endif
