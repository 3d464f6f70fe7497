/* For checking under Wine only, and never shipped. Qt asks ICU, a part of Windows since 2017 that Wine 8 lacks, for text
 * converters. Every answer here is "there is none", after which Qt uses its own for UTF-8, UTF-16 and Latin-1. */
#define EXPORTED __declspec(dllexport)

typedef int ErrorCode;
static const ErrorCode ILLEGAL_ARGUMENT = 1, FILE_ACCESS = 4;

static void refuse(ErrorCode *told, ErrorCode why)
{
    if (told)
        *told = why;
}

EXPORTED void *ucnv_open(const char *name, ErrorCode *told) { refuse(told, FILE_ACCESS); return 0; }
EXPORTED void ucnv_close(void *converter) {}
EXPORTED void ucnv_reset(void *converter) {}
EXPORTED int ucnv_countAvailable(void) { return 0; }
EXPORTED const char *ucnv_getAvailableName(int number) { return 0; }
EXPORTED const char *ucnv_getName(const void *converter, ErrorCode *told) { refuse(told, ILLEGAL_ARGUMENT); return 0; }
EXPORTED const char *ucnv_getStandardName(const char *name, const char *standard, ErrorCode *told)
{
    refuse(told, ILLEGAL_ARGUMENT);
    return 0;
}
EXPORTED signed char ucnv_getMaxCharSize(const void *converter) { return 1; }
EXPORTED int ucnv_toUCountPending(const void *converter, ErrorCode *told) { return 0; }
EXPORTED int ucnv_fromUCountPending(const void *converter, ErrorCode *told) { return 0; }
EXPORTED void ucnv_toUnicode(void *converter, void **target, const void *end, const char **source, const char *last,
                             int *offsets, signed char flush, ErrorCode *told) { refuse(told, ILLEGAL_ARGUMENT); }
EXPORTED void ucnv_fromUnicode(void *converter, char **target, const char *end, const void **source, const void *last,
                               int *offsets, signed char flush, ErrorCode *told) { refuse(told, ILLEGAL_ARGUMENT); }
EXPORTED void ucnv_setToUCallBack(void *converter, void *action, const void *context, void *before, const void **other,
                                  ErrorCode *told) { refuse(told, ILLEGAL_ARGUMENT); }
EXPORTED void ucnv_setFromUCallBack(void *converter, void *action, const void *context, void *before, const void **other,
                                    ErrorCode *told) { refuse(told, ILLEGAL_ARGUMENT); }
EXPORTED void ucnv_getToUCallBack(const void *converter, void *action, const void **context) {}
EXPORTED void ucnv_getFromUCallBack(const void *converter, void *action, const void **context) {}
EXPORTED void ucnv_cbToUWriteUChars(void *args, const void *source, int length, int offset, ErrorCode *told) {}
EXPORTED void ucnv_cbFromUWriteUChars(void *args, const void *source, int length, int offset, ErrorCode *told) {}
EXPORTED void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) {}
EXPORTED void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}
