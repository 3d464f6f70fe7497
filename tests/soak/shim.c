/* Stands between a program and the C library on Linux (LD_PRELOAD) and lets the Nth call that writes fail, or kills the program
   there. Counted are writing, flushing, cutting, making, moving and removing of files below SOAK_FOLDER, from soak_arm on. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static long count, fail_at;
static int armed, what, once;

/* what: 0 kills the program; otherwise the error number that the call answers with. at 0 only counts. */
void soak_arm(long at, int does, int only_once) { count = 0; fail_at = at; what = does; once = only_once; armed = 1; }
long soak_disarm(void) { armed = 0; return count; }

static int here(const char *path) {
    const char *folder = getenv("SOAK_FOLDER");
    if (!folder || !path) return 0;
    if (path[0] != '/') return 0;
    return strncmp(path, folder, strlen(folder)) == 0;
}

static int ours(int handle) {
    char link[64], path[4096];
    if (!armed) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", handle);
    ssize_t size = readlink(link, path, sizeof path - 1);
    if (size < 0) return 0;
    path[size] = 0;
    return here(path);
}

static int due(void) {
    count++;
    if (!fail_at || (once ? count != fail_at : count < fail_at)) return 0;
    if (what == 0) { kill(getpid(), SIGKILL); pause(); }
    errno = what;
    return 1;
}

#define REAL(name) static __typeof__(name) *real; if (!real) real = dlsym(RTLD_NEXT, #name)

ssize_t write(int h, const void *d, size_t n) { REAL(write); return ours(h) && due() ? -1 : real(h, d, n); }
ssize_t pwrite(int h, const void *d, size_t n, off_t o) { REAL(pwrite); return ours(h) && due() ? -1 : real(h, d, n, o); }
ssize_t pwrite64(int h, const void *d, size_t n, off64_t o) { REAL(pwrite64); return ours(h) && due() ? -1 : real(h, d, n, o); }
int fsync(int h) { REAL(fsync); return ours(h) && due() ? -1 : real(h); }
int fdatasync(int h) { REAL(fdatasync); return ours(h) && due() ? -1 : real(h); }
int ftruncate(int h, off_t n) { REAL(ftruncate); return ours(h) && due() ? -1 : real(h, n); }
int ftruncate64(int h, off64_t n) { REAL(ftruncate64); return ours(h) && due() ? -1 : real(h, n); }
int rename(const char *a, const char *b) { REAL(rename); return armed && here(a) && due() ? -1 : real(a, b); }
int unlink(const char *a) { REAL(unlink); return armed && here(a) && due() ? -1 : real(a); }
int mkdir(const char *a, mode_t m) { REAL(mkdir); return armed && here(a) && due() ? -1 : real(a, m); }

#define OPENED(name)                                                                   \
    int name(const char *path, int flags, ...) {                                       \
        REAL(name);                                                                    \
        mode_t mode = 0;                                                               \
        if (flags & O_CREAT) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); } \
        if (armed && (flags & O_CREAT) && here(path) && due()) return -1;              \
        return real(path, flags, mode);                                                \
    }
OPENED(open)
OPENED(open64)
