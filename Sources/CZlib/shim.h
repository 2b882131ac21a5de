#ifndef KINERJA_CZLIB_SHIM_H
#define KINERJA_CZLIB_SHIM_H

#include <zlib.h>

#endif
