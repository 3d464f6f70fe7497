/* For checking under Wine only, and never shipped. Wine 8 ends a program that asks for the screen's colour profile as Qt does.
 * Here no screen has one, so Qt takes sRGB. */
#define EXPORTED __declspec(dllexport)

EXPORTED void *__stdcall OpenColorProfileA(void *profile, unsigned access, unsigned share, unsigned how) { return 0; }
EXPORTED void *__stdcall OpenColorProfileW(void *profile, unsigned access, unsigned share, unsigned how) { return 0; }
EXPORTED void *__stdcall WcsCreateIccProfile(void *profile, unsigned options) { return 0; }
EXPORTED int __stdcall CloseColorProfile(void *profile) { return 0; }
EXPORTED int __stdcall GetColorProfileFromHandle(void *profile, void *bytes, unsigned *length)
{
    if (length)
        *length = 0;
    return 0;
}
