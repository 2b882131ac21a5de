#ifndef KINERJA_CLIBXML2_SHIM_H
#define KINERJA_CLIBXML2_SHIM_H

#include <iconv.h>

/* Debian's libxml2 names ICU in a struct that nobody here opens. ICU's headers in two versions, this one and that of
 * Foundation, cannot be seen by one module. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

/* Swift can neither write nor name a variadic function, and the library's default one prints. */

static inline void kinerja_libxml2_ignore(void *context, const char *message, ...) {
    (void)context;
    (void)message;
}

/* Keeps this thread, and every later one, from printing to standard error. */
static inline void kinerja_libxml2_silence(void) {
    xmlSetGenericErrorFunc(NULL, kinerja_libxml2_ignore);
    xmlThrDefSetGenericErrorFunc(NULL, kinerja_libxml2_ignore);
}

#endif
