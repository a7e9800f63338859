/* What a power failure leaves of a folder.
 *
 * Preloaded into a process (LD_PRELOAD), this watches what is done to files under POWERLOSS_DIR and writes to
 * POWERLOSS_LOG, before each change, how to undo it; a flush (fsync, fdatasync) of a file or of a folder is noted there
 * too. The process may then be killed at any instant: whoever plays the log backwards and leaves out what was flushed has
 * the folder as a disk could have it after a power failure. Names count as well: a file that was created, removed or
 * renamed is there for certain only once its folder was flushed. A file that is removed or replaced is kept as a second
 * link in POWERLOSS_TRASH, on the same file system.
 *
 * POWERLOSS_DEAF: flushes of files whose name ends with this are taken and not done, as by a disk that lies.
 * POWERLOSS_FAULT: a file whose first letter says what is wrong at this moment: `f` the disk is full (nothing grows),
 * `r` it can only be read. Where the file isn't there, nothing is.
 *
 * Everything goes straight to the system, so that no call comes round to this file again. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum kind { WRITE = 1, CUT = 2, FLUSH = 3, FLUSH_FOLDER = 4, CREATE = 5, REMOVE = 6, RENAME = 7 };

/* All numbers as the machine writes them: the log is read on the same one. `path` and `data` follow, so many bytes each. */
struct entry {
    uint32_t magic, kind;
    uint64_t inode, offset, size, number;
    uint32_t path, data;
};

static const char *dir, *log_path, *trash, *deaf, *fault;
static size_t dir_length;
static uint32_t made;

/* A copy: some programs write their title over their environment. */
static const char *said(const char *name) {
    const char *value = getenv(name);
    return value ? strdup(value) : NULL;
}

__attribute__((constructor)) static void start(void) {
    dir = said("POWERLOSS_DIR");
    log_path = said("POWERLOSS_LOG");
    trash = said("POWERLOSS_TRASH");
    deaf = said("POWERLOSS_DEAF");
    fault = said("POWERLOSS_FAULT");
    dir_length = dir ? strlen(dir) : 0;
}

static int watched(const char *path) {
    return dir && log_path && strncmp(path, dir, dir_length) == 0 && (path[dir_length] == '/' || !path[dir_length]);
}

static int path_of(int fd, char *path) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    long length = syscall(SYS_readlinkat, AT_FDCWD, link, path, PATH_MAX - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return watched(path);
}

/* The whole path of a name, and whether it is watched. */
static int whole(int at, const char *name, char *path) {
    if (name[0] == '.' && name[1] == '/') name += 2;
    if (name[0] == '/') {
        snprintf(path, PATH_MAX, "%s", name);
        return watched(path);
    }
    char folder[PATH_MAX];
    if (at == AT_FDCWD) {
        if (syscall(SYS_getcwd, folder, sizeof folder) < 0) return 0;
    } else {
        path_of(at, folder);
    }
    if (strlen(folder) + strlen(name) + 2 > PATH_MAX) return 0;
    memcpy(path, folder, strlen(folder));
    path[strlen(folder)] = '/';
    strcpy(path + strlen(folder) + 1, name);
    return watched(path);
}

/* One entry in one write, so that entries of several processes don't mix. */
static void note(struct entry it, const char *path, const void *data) {
    it.magic = 0x706f7765;
    it.path = strlen(path);
    char *all = malloc(sizeof it + it.path + it.data);
    if (!all) abort();
    memcpy(all, &it, sizeof it);
    memcpy(all + sizeof it, path, it.path);
    if (it.data) memcpy(all + sizeof it + it.path, data, it.data);
    long log = syscall(SYS_openat, AT_FDCWD, log_path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
    long length = sizeof it + it.path + it.data;
    if (log < 0 || syscall(SYS_write, log, all, length) != length) abort();
    syscall(SYS_close, log);
    free(all);
}

static int wrong(char what) {
    if (!fault) return 0;
    long file = syscall(SYS_openat, AT_FDCWD, fault, O_RDONLY | O_CLOEXEC, 0);
    if (file < 0) return 0;
    char found = 0;
    syscall(SYS_read, file, &found, 1);
    syscall(SYS_close, file);
    return found == what;
}

/* Keeps what a change of `length` bytes at `offset` overwrites or cuts off. Fails where the disk is to fail. */
static int keep(int fd, enum kind kind, off_t offset, size_t length) {
    int before = errno;
    char path[PATH_MAX];
    struct stat stat;
    if (!path_of(fd, path) || fstat(fd, &stat) || !S_ISREG(stat.st_mode)) {
        errno = before;
        return 0;
    }
    if (offset < 0) offset = fcntl(fd, F_GETFL) & O_APPEND ? stat.st_size : syscall(SYS_lseek, fd, 0, SEEK_CUR);
    if (wrong('r')) {
        errno = EROFS;
        return -1;
    }
    if (offset + (off_t)length > stat.st_size && wrong('f')) {
        errno = ENOSPC;
        return -1;
    }
    size_t old = 0;
    if (offset < stat.st_size) old = kind == CUT || offset + (off_t)length > stat.st_size ? stat.st_size - offset : (off_t)length;
    char *bytes = old ? malloc(old) : NULL;
    /* A file that was opened for writing only is read through a descriptor of its own. */
    for (size_t have = 0; have < old;) {
        long own = syscall(SYS_openat, AT_FDCWD, path, O_RDONLY | O_CLOEXEC, 0);
        long got = own < 0 ? -1 : syscall(SYS_pread64, own, bytes + have, old - have, offset + have);
        if (own >= 0) syscall(SYS_close, own);
        if (got <= 0) {
            old = have;
            break;
        }
        have += got;
    }
    struct entry it = { .kind = kind, .inode = stat.st_ino, .offset = offset, .size = stat.st_size, .data = old };
    note(it, path, bytes);
    free(bytes);
    errno = before;
    return 0;
}

static int flush(int fd) {
    char path[PATH_MAX];
    struct stat stat;
    if (!path_of(fd, path) || fstat(fd, &stat)) return 0;
    size_t length = strlen(path), ending = deaf ? strlen(deaf) : 0;
    int unheard = deaf && length >= ending && strcmp(path + length - ending, deaf) == 0;
    if (wrong('r')) {
        errno = EIO;
        return -1;
    }
    if (!unheard) {
        struct entry it = { .kind = S_ISDIR(stat.st_mode) ? FLUSH_FOLDER : FLUSH, .inode = stat.st_ino };
        note(it, path, NULL);
    }
    return 1;
}

static ssize_t written(int fd, ssize_t result) {
    if (result > 0 && fcntl(fd, F_GETFL) & O_DSYNC) flush(fd);
    return result;
}

/* Keeps a second link to a file that is about to lose its name. */
static uint64_t second_link(const char *path) {
    char link[PATH_MAX];
    uint64_t number = (uint64_t)getpid() << 32 | __sync_add_and_fetch(&made, 1);
    snprintf(link, sizeof link, "%s/%llu", trash, (unsigned long long)number);
    return syscall(SYS_linkat, AT_FDCWD, path, AT_FDCWD, link, 0) == 0 ? number : 0;
}

static int opened(int at, const char *name, int flags, mode_t mode) {
    char path[PATH_MAX];
    int writes = (flags & O_ACCMODE) != O_RDONLY;
    if (!dir || !(writes || flags & O_CREAT) || !whole(at, name, path)) return syscall(SYS_openat, at, name, flags, mode);
    int before = errno;
    int there = syscall(SYS_faccessat, AT_FDCWD, path, F_OK) == 0;
    errno = before;
    if (wrong('r')) {
        errno = EROFS;
        return -1;
    }
    if (flags & O_CREAT && !there) {
        if (wrong('f')) {
            errno = ENOSPC;
            return -1;
        }
        note((struct entry){ .kind = CREATE }, path, NULL);
    }
    if (flags & O_TRUNC && there) {
        int own = syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CLOEXEC, 0);
        if (own >= 0) {
            keep(own, CUT, 0, 0);
            syscall(SYS_close, own);
        }
    }
    return syscall(SYS_openat, at, name, flags, mode);
}

#define MODE(flags) \
    mode_t mode = 0; \
    if ((flags) & (O_CREAT | __O_TMPFILE)) { \
        va_list rest; \
        va_start(rest, flags); \
        mode = va_arg(rest, mode_t); \
        va_end(rest); \
    }

int open(const char *name, int flags, ...) { MODE(flags) return opened(AT_FDCWD, name, flags, mode); }
int open64(const char *name, int flags, ...) { MODE(flags) return opened(AT_FDCWD, name, flags, mode); }
int openat(int at, const char *name, int flags, ...) { MODE(flags) return opened(at, name, flags, mode); }
int openat64(int at, const char *name, int flags, ...) { MODE(flags) return opened(at, name, flags, mode); }
int creat(const char *name, mode_t mode) { return opened(AT_FDCWD, name, O_CREAT | O_WRONLY | O_TRUNC, mode); }
int __open_2(const char *name, int flags) { return opened(AT_FDCWD, name, flags, 0); }
int __open64_2(const char *name, int flags) { return opened(AT_FDCWD, name, flags, 0); }

ssize_t write(int fd, const void *bytes, size_t length) {
    if (dir && fd > 2 && keep(fd, WRITE, -1, length)) return -1;
    return written(fd, syscall(SYS_write, fd, bytes, length));
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset) {
    if (dir && keep(fd, WRITE, offset, length)) return -1;
    return written(fd, syscall(SYS_pwrite64, fd, bytes, length, offset));
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t offset) { return pwrite(fd, bytes, length, offset); }

static size_t together(const struct iovec *parts, int count) {
    size_t length = 0;
    for (int i = 0; i < count; i++) length += parts[i].iov_len;
    return length;
}

ssize_t writev(int fd, const struct iovec *parts, int count) {
    if (dir && fd > 2 && keep(fd, WRITE, -1, together(parts, count))) return -1;
    return written(fd, syscall(SYS_writev, fd, parts, count));
}

ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t offset) {
    if (dir && keep(fd, WRITE, offset, together(parts, count))) return -1;
    return written(fd, syscall(SYS_pwritev, fd, parts, count, offset, 0));
}

ssize_t pwritev64(int fd, const struct iovec *parts, int count, off64_t offset) { return pwritev(fd, parts, count, offset); }

int ftruncate(int fd, off_t length) {
    if (dir && keep(fd, CUT, length, 0)) return -1;
    return syscall(SYS_ftruncate, fd, length);
}

int ftruncate64(int fd, off64_t length) { return ftruncate(fd, length); }

int fallocate(int fd, int mode, off_t offset, off_t length) {
    if (dir && keep(fd, WRITE, offset, length)) return -1;
    return syscall(SYS_fallocate, fd, mode, offset, length);
}

int posix_fallocate(int fd, off_t offset, off_t length) { return fallocate(fd, 0, offset, length) ? errno : 0; }
int posix_fallocate64(int fd, off64_t offset, off64_t length) { return posix_fallocate(fd, offset, length); }

static int flushed(int fd, long number) {
    int done = dir ? flush(fd) : 0;
    if (done) return done < 0 ? -1 : 0;
    return syscall(number, fd);
}

int fsync(int fd) { return flushed(fd, SYS_fsync); }
int fdatasync(int fd) { return flushed(fd, SYS_fdatasync); }

static int removed(int at, const char *name, int flags) {
    char path[PATH_MAX];
    if (dir && !(flags & AT_REMOVEDIR) && whole(at, name, path)) {
        if (wrong('r')) {
            errno = EROFS;
            return -1;
        }
        uint64_t number = second_link(path);
        if (number) note((struct entry){ .kind = REMOVE, .number = number }, path, NULL);
    }
    return syscall(SYS_unlinkat, at, name, flags);
}

int unlink(const char *name) { return removed(AT_FDCWD, name, 0); }
int unlinkat(int at, const char *name, int flags) { return removed(at, name, flags); }

int rename(const char *from, const char *to) {
    char old[PATH_MAX], new[PATH_MAX];
    if (dir && whole(AT_FDCWD, from, old) && whole(AT_FDCWD, to, new)) {
        if (wrong('r')) {
            errno = EROFS;
            return -1;
        }
        struct entry it = { .kind = RENAME, .number = second_link(new), .data = strlen(new) };
        note(it, old, new);
    }
    return syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int link(const char *from, const char *to) {
    char path[PATH_MAX];
    if (dir && whole(AT_FDCWD, to, path)) note((struct entry){ .kind = CREATE }, path, NULL);
    return syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0);
}
