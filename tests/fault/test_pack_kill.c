/* SPDX-License-Identifier: MIT */
/*
 * The process is killed at each call that changes the disk while a pack is installed: the
 * old one or the new one is there afterwards and whole, and nothing else. Linked with
 * --wrap for the calls below.
 * One of them cuts the pack short instead, as when the stick is pulled out.
 */
#include <dirent.h>
#include <sys/wait.h>

#include "support/packs.h"
#include "support/tap.h"

static int calls_left;           /* 0: none is counted */
static const char *cut_at_mkdir; /* a file; NULL: none */

static void count_call(void)
{
    if (calls_left > 0 && --calls_left == 0) {
        _exit(9); /* as kill -9: nothing is flushed */
    }
}

int __real_rename(const char *from, const char *to);
int __wrap_rename(const char *from, const char *to);
int __real_fsync(int fd);
int __wrap_fsync(int fd);
int __real_mkdir(const char *path, mode_t mode);
int __wrap_mkdir(const char *path, mode_t mode);
int __real_unlinkat(int at, const char *name, int flags);
int __wrap_unlinkat(int at, const char *name, int flags);

int __wrap_rename(const char *from, const char *to)
{
    count_call();
    return __real_rename(from, to);
}

int __wrap_fsync(int fd)
{
    count_call();
    return __real_fsync(fd);
}

int __wrap_mkdir(const char *path, mode_t mode)
{
    count_call();
    if (cut_at_mkdir) {
        packs_need(truncate(cut_at_mkdir, 100) == 0);
    }
    return __real_mkdir(path, mode);
}

int __wrap_unlinkat(int at, const char *name, int flags)
{
    count_call();
    return __real_unlinkat(at, name, flags);
}

/* Whether the child came to its end. */
static bool install_until(const struct packs *packs, const char *path, int present,
                          int calls)
{
    int status = 0;
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        calls_left = calls;
        _exit(packs_install(packs, path, present, false) == PACK_WHOLE ? 0 : 1);
    }
    assert_true(child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status));
    assert_true(WEXITSTATUS(status) == 0 || WEXITSTATUS(status) == 9);
    return WEXITSTATUS(status) == 0;
}

static int entries(const char *folder)
{
    int count = 0;
    DIR *dir = opendir(folder);
    for (struct dirent *entry; dir && (entry = readdir(dir));) {
        count += !str_equal(entry->d_name, ".") && !str_equal(entry->d_name, "..");
    }
    if (dir) {
        closedir(dir);
    }
    return count;
}

static void a_kill_leaves_the_old_one_or_the_new_one(void **state)
{
    (void)state;
    struct packs packs;
    char first[PACKS_PATH];
    char second[PACKS_PATH];
    int seen[3] = {0};
    bool ended = false;
    packs_begin(&packs);
    packs_make(&packs, first, "burns", 1, packs.key);
    packs_make(&packs, second, "burns", 2, packs.key);
    for (int calls = 1; !ended; calls++) {
        assert_int_equal(packs_install(&packs, first, 0, false), PACK_WHOLE);
        ended = install_until(&packs, second, 1, calls);
        assert_true(pack_recover(packs.folder));
        int version = packs_version(&packs, "burns");
        assert_true(version == 1 || version == 2);
        assert_true(!ended || version == 2);
        assert_int_equal(entries(packs.folder), 1);
        seen[version]++;
        assert_true(pack_remove(packs.folder, "burns"));
        assert_int_equal(entries(packs.folder), 0);
    }
    printf("# killed at %d calls: the old one %d times, the new one %d times\n",
           seen[1] + seen[2] - 1, seen[1], seen[2]);
    assert_true(seen[1] > 10 && seen[2] > 2);
    packs_end(&packs);
}

static void a_kill_of_the_first_leaves_none_or_all(void **state)
{
    (void)state;
    struct packs packs;
    char path[PACKS_PATH];
    bool ended = false;
    packs_begin(&packs);
    packs_make(&packs, path, "burns", 1, packs.key);
    for (int calls = 1; !ended; calls++) {
        ended = install_until(&packs, path, 0, calls);
        assert_true(pack_recover(packs.folder));
        int version = packs_version(&packs, "burns");
        assert_int_equal(entries(packs.folder), version);
        if (version) {
            assert_true(pack_remove(packs.folder, "burns"));
        }
    }
    packs_end(&packs);
}

/* After the head was verified, and before it is copied. */
static void a_head_that_cannot_be_read_again_ends_it(void **state)
{
    (void)state;
    struct packs packs;
    char path[PACKS_PATH];
    packs_begin(&packs);
    packs_make(&packs, path, "burns", 1, packs.key);
    cut_at_mkdir = path;
    struct pack_install *install =
        pack_install_begin(packs.folder, path, &packs.keys, 0, false);
    cut_at_mkdir = NULL;
    assert_int_equal(pack_install_on(install, 0), PACK_DAMAGED);
    assert_string_equal(err_cause()->kind, "pack_cut");
    pack_install_end(install);
    assert_int_equal(entries(packs.folder), 0);
    packs_end(&packs);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_kill_leaves_the_old_one_or_the_new_one),
        cmocka_unit_test(a_kill_of_the_first_leaves_none_or_all),
        cmocka_unit_test(a_head_that_cannot_be_read_again_ends_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
