/* For checking under Wine only, and never shipped. Programs in Rust take chance from ProcessPrng, a part of Windows 10 that
 * Wine 8 lacks; RtlGenRandom, which Wine has under its number in advapi32, gives it as well. */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID bytes, ULONG length);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T length)
{
    return SystemFunction036(bytes, (ULONG)length);
}
