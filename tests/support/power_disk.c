/* SPDX-License-Identifier: MIT */
#include "support/power_disk.h"

#include <assert.h>
#include <errno.h>
#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sqlite3.h>

#include "support/tap.h"

enum { SECTOR = 512, NODES_MAX = 8192, NAMES_MAX = 64, OPS_MAX = 256, OPEN_MAX = 64 };

/* A write that was not synced yet, or, without bytes, a new length. */
struct change {
    size_t at, length;
    unsigned char *bytes; /* NULL: the file has `at` bytes from now on */
    struct change *next;
};

/* What is on the disk of one file, whatever its names. */
struct node {
    ino_t ino;
    bool removed; /* it has no name any more; its inode may be another file's by now */
    size_t length;
    unsigned char *bytes;
    struct change *first, **last;
};

struct name {
    char path[320];
    int node;
};

enum op_kind { OP_MAKE, OP_REMOVE, OP_RENAME, OP_EXCHANGE };

/* A change of names that was not synced yet. */
struct op {
    enum op_kind kind;
    char path[320], other[320];
    int node;
};

/* SQLite gives a file's methods no context, the linker none to the calls. */
static struct {
    struct rng rng;
    int left;
    int until_refused, error;
    bool refuses;
    int nodes, names, ops, twins, open;
    struct node node[NODES_MAX];
    struct name name[NAMES_MAX]; /* on the disk */
    struct op op[OPS_MAX];

    struct {
        sqlite3_file *file;
        int node;
    } opened[OPEN_MAX];

    struct {
        const sqlite3_io_methods *real;
        sqlite3_io_methods ours;
    } twin[8];

    sqlite3_vfs vfs;
    sqlite3_vfs *below;
    pthread_mutex_t lock;
} disk = {.lock = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP};

/* The kiosk settles on a thread of its own: a change is whole, or the power was cut
 * before it. */
static void let_go(pthread_mutex_t **lock)
{
    pthread_mutex_unlock(*lock);
}

#define HOLD_DISK                                                                        \
    __attribute__((cleanup(let_go))) pthread_mutex_t *held = &disk.lock;                 \
    pthread_mutex_lock(held)

int __real_rename(const char *from, const char *to);
int __real_renameat2(int from_fd, const char *from, int to_fd, const char *to,
                     unsigned flags);
int __real_unlink(const char *path);
ssize_t __real_pwrite(int fd, const void *bytes, size_t size, off_t at);

int __wrap_fsync(int fd);
int __wrap_rename(const char *from, const char *to);
int __wrap_renameat2(int from_fd, const char *from, int to_fd, const char *to,
                     unsigned flags);
int __wrap_unlink(const char *path);
ssize_t __wrap_pwrite(int fd, const void *bytes, size_t size, off_t at);

/* ---- what is on the disk ----------------------------------------------------------- */

static void put(struct node *node, size_t at, const unsigned char *bytes, size_t length)
{
    if (at + length > node->length) {
        node->bytes = realloc(node->bytes, at + length);
        assert(node->bytes);
        memset(node->bytes + node->length, 0, at + length - node->length);
        node->length = at + length;
    }
    memcpy(node->bytes + at, bytes, length);
}

static void set_length(struct node *node, size_t length)
{
    static const unsigned char none[1];
    if (length > node->length) {
        put(node, length - 1, none, 1);
    }
    node->length = length;
}

static void read_all(struct node *node, const char *path)
{
    unsigned char block[4096];
    FILE *file = fopen(path, "rb");
    size_t got = 0;
    while (file && (got = fread(block, 1, sizeof block, file)) > 0) {
        put(node, node->length, block, got);
    }
    if (file) {
        fclose(file);
    }
}

/* -1: it was not met yet. */
static int node_at(ino_t ino, bool removed)
{
    for (int i = disk.nodes - 1; i >= 0; i--) {
        if (disk.node[i].ino == ino && disk.node[i].removed == removed) {
            return i;
        }
    }
    return -1;
}

static void forget_changes(struct node *node)
{
    while (node->first) {
        struct change *gone = node->first;
        node->first = gone->next;
        free(gone->bytes);
        free(gone);
    }
    node->last = &node->first;
}

static void apply(struct node *node, const struct change *change)
{
    if (change->bytes) {
        put(node, change->at, change->bytes, change->length);
    } else {
        set_length(node, change->at);
    }
}

/* Only some of the sectors that a write covers. */
static void tear(struct node *node, const struct change *change)
{
    size_t end = change->at + change->length;
    for (size_t at = change->at; change->bytes && at < end;) {
        size_t next = (at / SECTOR + 1) * SECTOR;
        next = next < end ? next : end;
        if (rng_int(&disk.rng, 0, 1)) {
            put(node, at, change->bytes + (at - change->at), next - at);
        }
        at = next;
    }
}

static void remember(int at, size_t offset, const void *bytes, size_t length)
{
    struct node *node = &disk.node[at];
    struct change *change = calloc(1, sizeof *change);
    assert(change);
    *change = (struct change){.at = offset, .length = length};
    if (bytes) {
        change->bytes = malloc(length + 1);
        assert(change->bytes);
        memcpy(change->bytes, bytes, length);
    }
    *node->last = change;
    node->last = &change->next;
}

/* ---- its names --------------------------------------------------------------------- */

static struct name *find(const char *path)
{
    for (int i = 0; i < disk.names; i++) {
        if (strcmp(disk.name[i].path, path) == 0) {
            return &disk.name[i];
        }
    }
    return NULL;
}

static void set_name(const char *path, int node)
{
    struct name *name = find(path);
    if (!name) {
        assert(disk.names < NAMES_MAX);
        name = &disk.name[disk.names++];
        snprintf(name->path, sizeof name->path, "%s", path);
    }
    name->node = node;
}

static void remove_name(const char *path)
{
    struct name *name = find(path);
    if (name) {
        *name = disk.name[--disk.names];
    }
}

static void apply_op(const struct op *op)
{
    struct name *from = find(op->path);
    struct name *to = find(op->other);
    switch (op->kind) {
    case OP_MAKE: set_name(op->path, op->node); break;
    case OP_REMOVE:
        if (from && from->node == op->node) {
            remove_name(op->path);
        }
        break;
    case OP_RENAME:
        if (from) {
            set_name(op->other, from->node);
            remove_name(op->path);
        }
        break;
    case OP_EXCHANGE:
        if (from && to) {
            int kept = from->node;
            from->node = to->node;
            to->node = kept;
        }
        break;
    default: abort();
    }
}

static void remember_op(enum op_kind kind, const char *path, const char *other, int node)
{
    assert(disk.ops < OPS_MAX);
    struct op *op = &disk.op[disk.ops++];
    *op = (struct op){.kind = kind, .node = node};
    snprintf(op->path, sizeof op->path, "%s", path);
    snprintf(op->other, sizeof op->other, "%s", other);
}

static void sync_names(void)
{
    for (int i = 0; i < disk.ops; i++) {
        apply_op(&disk.op[i]);
    }
    disk.ops = 0;
}

/* A file's own sync keeps the name under which it was made (ext4, xfs, btrfs). */
static void sync_node(int at)
{
    struct node *node = &disk.node[at];
    for (struct change *change = node->first; change; change = change->next) {
        apply(node, change);
    }
    forget_changes(node);
    for (int i = 0; i < disk.ops; i++) {
        if (disk.op[i].kind == OP_MAKE && disk.op[i].node == at) {
            apply_op(&disk.op[i]);
            memmove(&disk.op[i], &disk.op[i + 1],
                    (size_t)(disk.ops - i - 1) * sizeof *disk.op);
            disk.ops--;
            i--;
        }
    }
}

/* ---- the cut ----------------------------------------------------------------------- */

/* Names are kept in their order up to a drawn one, as a journal keeps them. */
static void lose_names(void)
{
    int kept = rng_int(&disk.rng, 0, disk.ops);
    for (int i = 0; i < disk.ops; i++) {
        const struct op *op = &disk.op[i];
        const char *const paths[] = {op->path, op->other};
        for (int j = 0; j < 2; j++) {
            if (*paths[j]) {
                __real_unlink(paths[j]);
            }
        }
        if (i < kept) {
            apply_op(op);
        }
    }
}

static void lose_changes(struct node *node)
{
    for (struct change *change = node->first; change; change = change->next) {
        switch (rng_int(&disk.rng, 0, 2)) {
        case 0: apply(node, change); break;
        case 1: tear(node, change); break;
        default: break;
        }
    }
}

void power_disk_cut(void)
{
    pthread_mutex_lock(&disk.lock); /* another thread changes nothing more */
    lose_names();
    for (int i = 0; i < disk.names; i++) {
        struct node *node = &disk.node[disk.name[i].node];
        lose_changes(node);
        forget_changes(node);
        __real_unlink(disk.name[i].path);
        FILE *file = fopen(disk.name[i].path, "wb");
        bool kept = file && (node->length == 0 ||
                             fwrite(node->bytes, 1, node->length, file) == node->length);
        kept = file && fclose(file) == 0 && kept;
        if (!kept) {
            abort();
        }
    }
    _exit(POWER_DISK_CUT);
}

bool power_disk_refuses(void)
{
    return disk.refuses;
}

/* The errno with which it is refused; 0: it is not. */
static int change_comes(bool needs_room)
{
    if (disk.left > 0 && --disk.left == 0) {
        power_disk_cut();
    }
    if (disk.until_refused > 0 && --disk.until_refused == 0) {
        disk.refuses = true;
    }
    if (!disk.refuses || (disk.error == ENOSPC && !needs_room)) {
        return 0;
    }
    errno = disk.error;
    return disk.error;
}

/* ---- SQLite's files ---------------------------------------------------------------- */

static const sqlite3_io_methods *real(const sqlite3_file *file)
{
    for (int i = 0; i < disk.twins; i++) {
        if (file->pMethods == &disk.twin[i].ours) {
            return disk.twin[i].real;
        }
    }
    abort();
}

static int *opened(const sqlite3_file *file)
{
    for (int i = 0; i < OPEN_MAX; i++) {
        if (disk.opened[i].file == file) {
            return &disk.opened[i].node;
        }
    }
    abort();
}

static int write_bytes(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 at)
{
    HOLD_DISK;
    int error = change_comes(true);
    if (error) {
        return error == ENOSPC ? SQLITE_FULL : SQLITE_IOERR_WRITE;
    }
    remember(*opened(file), (size_t)at, bytes, (size_t)count);
    return real(file)->xWrite(file, bytes, count, at);
}

static int truncate_file(sqlite3_file *file, sqlite3_int64 size)
{
    HOLD_DISK;
    if (change_comes(false)) {
        return SQLITE_IOERR_TRUNCATE;
    }
    remember(*opened(file), (size_t)size, NULL, 0);
    return real(file)->xTruncate(file, size);
}

static int sync_file(sqlite3_file *file, int flags)
{
    HOLD_DISK;
    (void)flags;
    if (change_comes(false)) {
        return SQLITE_IOERR_FSYNC;
    }
    sync_node(*opened(file));
    return SQLITE_OK;
}

static int close_file(sqlite3_file *file)
{
    for (int i = 0; i < OPEN_MAX; i++) {
        if (disk.opened[i].file == file) {
            disk.opened[i].file = NULL;
        }
    }
    return real(file)->xClose(file);
}

static void replace_methods(sqlite3_file *file)
{
    int i = 0;
    while (i < disk.twins && disk.twin[i].real != file->pMethods) {
        i++;
    }
    assert(i < 8);
    if (i == disk.twins) {
        disk.twins++;
        disk.twin[i].real = file->pMethods;
        disk.twin[i].ours = *file->pMethods;
        disk.twin[i].ours.xWrite = write_bytes;
        disk.twin[i].ours.xTruncate = truncate_file;
        disk.twin[i].ours.xSync = sync_file;
        disk.twin[i].ours.xClose = close_file;
    }
    file->pMethods = &disk.twin[i].ours;
}

/* A file that is met for the first time was made just now, or, when it has bytes, it is
 * on the disk with its name. */
static int meet(const char *path)
{
    struct stat facts;
    if (stat(path, &facts) != 0) {
        abort();
    }
    int at = node_at(facts.st_ino, false);
    if (at >= 0) {
        return at;
    }
    at = disk.nodes++;
    assert(disk.nodes <= NODES_MAX);
    disk.node[at] = (struct node){.ino = facts.st_ino};
    disk.node[at].last = &disk.node[at].first;
    read_all(&disk.node[at], path);
    if (facts.st_size > 0) {
        set_name(path, at);
    } else {
        remember_op(OP_MAKE, path, "", at);
    }
    return at;
}

static int open_file(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags,
                     int *out_flags)
{
    HOLD_DISK;
    (void)vfs;
    if (disk.refuses && disk.error == EROFS && path) {
        if (access(path, F_OK) != 0) {
            return SQLITE_CANTOPEN;
        }
        flags = (flags & ~(SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)) |
                SQLITE_OPEN_READONLY;
    }
    int code = disk.below->xOpen(disk.below, path, file, flags, out_flags);
    if (code != SQLITE_OK || !path) {
        return code;
    }
    replace_methods(file);
    int i = 0;
    while (i < OPEN_MAX && disk.opened[i].file) {
        i++;
    }
    assert(i < OPEN_MAX);
    disk.opened[i].file = file;
    disk.opened[i].node = meet(path);
    return code;
}

static void note_removal(const char *path)
{
    struct stat facts;
    if (stat(path, &facts) == 0) {
        int at = meet(path);
        remember_op(OP_REMOVE, path, "", at);
        disk.node[at].removed = facts.st_nlink == 1;
    }
}

static int delete_file(sqlite3_vfs *vfs, const char *path, int sync)
{
    HOLD_DISK;
    (void)vfs;
    if (change_comes(false)) {
        return SQLITE_IOERR_DELETE;
    }
    note_removal(path);
    int code = disk.below->xDelete(disk.below, path, 0);
    if (sync) {
        sync_names();
    }
    return code;
}

void power_disk_install(int nth, uint64_t seed)
{
    disk.below = sqlite3_vfs_find(NULL);
    assert(disk.below);
    disk.rng.state = seed | 1;
    disk.left = nth;
    disk.vfs = *disk.below;
    disk.vfs.zName = "power-disk";
    disk.vfs.pNext = NULL;
    disk.vfs.xOpen = open_file;
    disk.vfs.xDelete = delete_file;
    int code = sqlite3_vfs_register(&disk.vfs, 1);
    assert(code == SQLITE_OK);
    (void)code;
}

void power_disk_refuse(int nth, int error)
{
    disk.until_refused = nth;
    disk.refuses = false;
    disk.error = error;
}

/* ---- the store's own calls --------------------------------------------------------- */

/* Before it is installed nothing is noted: what a test does to the folder between two
 * processes stands. */

static int node_of_fd(int fd)
{
    char link[64];
    char path[320];
    struct stat facts;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0 || fstat(fd, &facts) != 0) {
        abort();
    }
    path[length] = '\0';
    return facts.st_nlink == 0 ? node_at(facts.st_ino, true) : meet(path);
}

int __wrap_fsync(int fd)
{
    if (!disk.below) {
        return 0;
    }
    HOLD_DISK;
    struct stat facts;
    if (change_comes(false)) {
        return -1;
    }
    if (fstat(fd, &facts) == 0 && S_ISDIR(facts.st_mode)) {
        sync_names();
    } else {
        int node = node_of_fd(fd);
        if (node >= 0) {
            sync_node(node);
        }
    }
    return 0;
}

ssize_t __wrap_pwrite(int fd, const void *bytes, size_t size, off_t at)
{
    if (!disk.below) {
        return __real_pwrite(fd, bytes, size, at);
    }
    HOLD_DISK;
    if (change_comes(true)) {
        return -1;
    }
    int node = node_of_fd(fd);
    if (node >= 0) {
        remember(node, (size_t)at, bytes, size);
    }
    return __real_pwrite(fd, bytes, size, at);
}

int __wrap_rename(const char *from, const char *to)
{
    if (!disk.below) {
        return __real_rename(from, to);
    }
    HOLD_DISK;
    if (change_comes(false)) {
        return -1;
    }
    remember_op(OP_RENAME, from, to, -1);
    return __real_rename(from, to);
}

int __wrap_renameat2(int from_fd, const char *from, int to_fd, const char *to,
                     unsigned flags)
{
    if (!disk.below) {
        return __real_renameat2(from_fd, from, to_fd, to, flags);
    }
    HOLD_DISK;
    if (change_comes(false)) {
        return -1;
    }
    remember_op(OP_EXCHANGE, from, to, -1);
    return __real_renameat2(from_fd, from, to_fd, to, flags);
}

int __wrap_unlink(const char *path)
{
    if (!disk.below) {
        return __real_unlink(path);
    }
    HOLD_DISK;
    if (change_comes(false)) {
        return -1;
    }
    note_removal(path);
    return __real_unlink(path);
}
