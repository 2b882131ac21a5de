// Preloaded into a program under test: counts its calls that change files below a folder, and spoils one of them.
//
// A count over all threads of a process, which strace does not have (it counts for each thread), and real short writes,
// which it has not either. System calls are made directly, so nothing here is counted twice.
//
//   FAULT_TREE   the folder; other files are left alone
//   FAULT_CALLS  names of calls that count, each between commas; empty: all but reads
//   FAULT_AT     the call that is spoilt, from 1; 0 none
//   FAULT_REST   1: so are all after it; 2: every second one from it on
//   FAULT_MODE   kill (before the call), torn (after half of its bytes), short (half of its bytes), or a number: errno
//   FAULT_LOG    a file that gets a line for each counted call: number, name, result, offset or mode, bytes, path, second path
//   FAULT_DATA   a file that gets the bytes of all writes, one after the other
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { KILL = -1, TORN = -2, SHORT = -3 };

static pthread_mutex_t order = PTHREAD_MUTEX_INITIALIZER;
static const char *tree, *calls;
static long at, rest, mode, count;
static int logFile = -1, dataFile = -1;

static int openLog(const char *name) {
    const char *path = getenv(name);
    return path ? syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600) : -1;
}

__attribute__((constructor)) static void begin(void) {
    const char *word = getenv("FAULT_MODE");
    tree = getenv("FAULT_TREE");
    calls = getenv("FAULT_CALLS");
    at = getenv("FAULT_AT") ? atol(getenv("FAULT_AT")) : 0;
    rest = getenv("FAULT_REST") ? atol(getenv("FAULT_REST")) : 0;
    if (word) mode = !strcmp(word, "kill") ? KILL : !strcmp(word, "torn") ? TORN : !strcmp(word, "short") ? SHORT : atol(word);
    logFile = openLog("FAULT_LOG");
    dataFile = openLog("FAULT_DATA");
}

static void die(void) {
    syscall(SYS_kill, getpid(), SIGKILL);
    for (;;) pause();
}

static void pathOf(int file, char *path) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = syscall(SYS_readlink, link, path, PATH_MAX - 1);
    path[length < 0 ? 0 : length] = 0;
}

static void resolve(int folder, const char *name, char *path) {
    if (name[0] == '/') { snprintf(path, PATH_MAX, "%s", name); return; }
    char above[PATH_MAX];
    if (folder == AT_FDCWD) { if (syscall(SYS_getcwd, above, sizeof above) < 0) above[0] = 0; }
    else pathOf(folder, above);
    if (snprintf(path, PATH_MAX, "%s/%s", above, name) >= PATH_MAX) path[0] = 0;
}

// Whether the call counts; then the lock of the order is held until `leave`, and `*spoilt` says what is done to it.
static int enter(const char *call, const char *path, int isRead, long *spoilt) {
    *spoilt = 0;
    if (!tree || strncmp(path, tree, strlen(tree))) return 0;
    char word[64];
    snprintf(word, sizeof word, ",%s,", call);
    if (calls && *calls ? !strstr(calls, word) : isRead) return 0;
    pthread_mutex_lock(&order);
    count += 1;
    if (at && (count == at || (rest && count > at && (rest == 1 || (count - at) % 2 == 0)))) *spoilt = mode;
    if (*spoilt == KILL) die();
    return 1;
}

static void leave(const char *call, long result, long long place, size_t bytes, const char *path, const char *second) {
    int reason = errno;
    if (logFile >= 0) {
        char line[3 * PATH_MAX];
        int length = snprintf(line, sizeof line, "%ld\t%s\t%ld\t%lld\t%zu\t%s\t%s\n", count, call, result, place, bytes, path, second);
        syscall(SYS_write, logFile, line, length);
    }
    pthread_mutex_unlock(&order);
    errno = reason;
}

static ssize_t put(const char *call, int number, int file, const void *bytes, size_t size, off_t offset) {
    char path[PATH_MAX];
    long spoilt;
    pathOf(file, path);
    int counts = enter(call, path, 0, &spoilt);
    size_t wanted = counts && (spoilt == TORN || spoilt == SHORT) && size > 1 ? size / 2 : size;
    long long place = number == SYS_pwrite64 ? offset : counts ? syscall(SYS_lseek, file, 0, SEEK_CUR) : 0;
    ssize_t result = -1;
    if (counts && spoilt > 0) errno = spoilt;
    else result = number == SYS_pwrite64 ? syscall(number, file, bytes, wanted, offset) : syscall(number, file, bytes, wanted);
    if (counts && spoilt == TORN) die();
    if (counts && result > 0 && dataFile >= 0) syscall(SYS_write, dataFile, bytes, result);
    if (counts) leave(call, result, place, size, path, "");
    return result;
}

ssize_t write(int file, const void *bytes, size_t size) { return put("write", SYS_write, file, bytes, size, 0); }
ssize_t pwrite(int file, const void *bytes, size_t size, off_t at) { return put("pwrite", SYS_pwrite64, file, bytes, size, at); }
ssize_t pwrite64(int file, const void *bytes, size_t size, off_t at) { return put("pwrite", SYS_pwrite64, file, bytes, size, at); }

static ssize_t take(const char *call, int number, int file, void *bytes, size_t size, off_t offset) {
    char path[PATH_MAX];
    long spoilt;
    pathOf(file, path);
    int counts = enter(call, path, 1, &spoilt);
    ssize_t result = -1;
    if (counts && spoilt == SHORT && size > 1) size /= 2;
    if (counts && spoilt > 0) errno = spoilt;
    else result = number == SYS_pread64 ? syscall(number, file, bytes, size, offset) : syscall(number, file, bytes, size);
    if (counts) leave(call, result, offset, size, path, "");
    return result;
}

ssize_t read(int file, void *bytes, size_t size) { return take("read", SYS_read, file, bytes, size, 0); }
ssize_t pread(int file, void *bytes, size_t size, off_t at) { return take("read", SYS_pread64, file, bytes, size, at); }
ssize_t pread64(int file, void *bytes, size_t size, off_t at) { return take("read", SYS_pread64, file, bytes, size, at); }

// A call on one path (or on an open file), with two arguments of its own at most.
static long change(const char *call, int number, const char *path, const char *second, long long place, long a, long b, long c, long d) {
    long spoilt;
    int counts = enter(call, path, 0, &spoilt);
    if (counts && spoilt == TORN) die();
    long result = -1;
    if (counts && spoilt > 0) errno = spoilt;
    else result = syscall(number, a, b, c, d);
    if (counts) leave(call, result, place, 0, path, second);
    return result;
}

static int opened(int folder, const char *name, int flags, mode_t bits) {
    char path[PATH_MAX];
    if (!(flags & O_CREAT)) return syscall(SYS_openat, folder, name, flags, 0);
    resolve(folder, name, path);
    return change("open", SYS_openat, path, flags & O_TRUNC ? "truncate" : "", bits, folder, (long)name, flags, bits);
}

#define BITS(flags) \
    mode_t bits = 0; \
    if ((flags) & (O_CREAT | O_TMPFILE)) { va_list list; va_start(list, flags); bits = va_arg(list, mode_t); va_end(list); }
int open(const char *name, int flags, ...) { BITS(flags) return opened(AT_FDCWD, name, flags, bits); }
int open64(const char *name, int flags, ...) { BITS(flags) return opened(AT_FDCWD, name, flags | O_LARGEFILE, bits); }
int openat(int folder, const char *name, int flags, ...) { BITS(flags) return opened(folder, name, flags, bits); }
int openat64(int folder, const char *name, int flags, ...) { BITS(flags) return opened(folder, name, flags | O_LARGEFILE, bits); }

static int onFile(const char *call, int number, int file, long long place, long b) {
    char path[PATH_MAX];
    pathOf(file, path);
    return change(call, number, path, "", place, file, b, 0, 0);
}
int fsync(int file) { return onFile("fsync", SYS_fsync, file, 0, 0); }
int fdatasync(int file) { return onFile("fdatasync", SYS_fdatasync, file, 0, 0); }
int ftruncate(int file, off_t size) { return onFile("ftruncate", SYS_ftruncate, file, size, size); }
int ftruncate64(int file, off_t size) { return onFile("ftruncate", SYS_ftruncate, file, size, size); }
int flock(int file, int operation) { return onFile("flock", SYS_flock, file, operation, operation); }
int fchmod(int file, mode_t bits) { return onFile("chmod", SYS_fchmod, file, bits, bits); }
int close(int file) {
    // An error of close(2) comes after the file is closed: nothing is spoilt here but the life of the process.
    char path[PATH_MAX];
    long spoilt;
    pathOf(file, path);
    int counts = enter("close", path, 0, &spoilt);
    if (counts && spoilt == TORN) die();
    long result = syscall(SYS_close, file);
    if (counts && spoilt > 0) { result = -1; errno = spoilt; }
    if (counts) leave("close", result, 0, 0, path, "");
    return result;
}
int posix_fallocate(int file, off_t from, off_t size) {
    char path[PATH_MAX];
    long spoilt;
    pathOf(file, path);
    int counts = enter("fallocate", path, 0, &spoilt);
    int result = counts && spoilt > 0 ? spoilt : syscall(SYS_fallocate, file, 0, from, size) ? errno : 0;
    if (counts) leave("fallocate", result, from, size, path, "");
    return result;
}

static int onName(const char *call, int number, int folder, const char *name, long long place, long argument) {
    char path[PATH_MAX];
    resolve(folder, name, path);
    return change(call, number, path, "", place, folder, (long)name, argument, 0);
}
int unlinkat(int folder, const char *name, int flags) { return onName("unlink", SYS_unlinkat, folder, name, flags, flags); }
int unlink(const char *name) { return unlinkat(AT_FDCWD, name, 0); }
int rmdir(const char *name) { return unlinkat(AT_FDCWD, name, AT_REMOVEDIR); }
int mkdirat(int folder, const char *name, mode_t bits) { return onName("mkdir", SYS_mkdirat, folder, name, bits, bits); }
int mkdir(const char *name, mode_t bits) { return mkdirat(AT_FDCWD, name, bits); }
int chmod(const char *name, mode_t bits) { return onName("chmod", SYS_fchmodat, AT_FDCWD, name, bits, bits); }

static int onTwo(const char *call, int number, const char *counted, const char *other, long a, long b, long c, long d) {
    char path[PATH_MAX], second[PATH_MAX];
    resolve(AT_FDCWD, counted, path);
    if (number == SYS_symlinkat) snprintf(second, sizeof second, "%s", other); else resolve(AT_FDCWD, other, second);
    return change(call, number, path, second, 0, a, b, c, d);
}
int rename(const char *from, const char *to) {
    return onTwo("rename", SYS_renameat, from, to, AT_FDCWD, (long)from, AT_FDCWD, (long)to);
}
int symlink(const char *target, const char *name) {
    return onTwo("symlink", SYS_symlinkat, name, target, (long)target, AT_FDCWD, (long)name, 0);
}
