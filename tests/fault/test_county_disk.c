/* SPDX-License-Identifier: MIT */
/*
 * An import is killed just before each change that it makes to the disk, or the disk
 * fails there: the place is as before the file or as after it, and the same file brings
 * it to the same end.
 */
#include <sys/wait.h>
#include <unistd.h>

#include "support/county_rig.h"
#include "support/failing_disk.h"

enum { CHANGES_MAX = 400 };

static const char kiosk[] = "k0123456789";

/* A place that has a file, and the next one that it is to take. */
struct scene {
    struct place place;
    struct lkx_file *next;
    struct str before, after;
};

static void copy_file(const char *from, const char *to)
{
    FILE *in = fopen(from, "rb");
    FILE *out = fopen(to, "wb");
    char bytes[4096];
    size_t length = 0;
    assert_non_null(in);
    assert_non_null(out);
    while ((length = fread(bytes, 1, sizeof bytes, in)) > 0) {
        assert_int_equal(fwrite(bytes, 1, length, out), length);
    }
    fclose(in);
    fclose(out);
}

static void open_place(struct place *place, enum sql_mode mode)
{
    sql_close(place->sql);
    place->sql = county_open(place->path, mode);
    if (!place->sql) {
        fail_msg("%s", err_text());
    }
}

static const char *kept(struct scene *scene)
{
    return folder_file(&scene->place.folder, "kept.db");
}

/* As it was before the file that is to be taken. */
static void put_back(struct scene *scene)
{
    char journal[400];
    sql_close(scene->place.sql);
    scene->place.sql = NULL;
    str_format(journal, sizeof journal, "%s-journal", scene->place.path);
    unlink(journal);
    copy_file(kept(scene), scene->place.path);
    open_place(&scene->place, SQL_WRITE);
}

static struct scene scene_make(struct rng *rng)
{
    struct scene scene = {.place = place_make()};
    struct county_import import;
    struct life life = {0};
    life_goes_on(rng, &life, 0, 20);
    struct lkx_file *first = life_file(&life, kiosk, LIFE_FIRST_DAY, 20260316);
    life_goes_on(rng, &life, 15, 20);
    for (size_t i = 0; i < life.count; i += 3) {
        const struct count_key key = life.rows[i].key;
        life_count(&life, &key, 2);
    }
    scene.next = life_file(&life, kiosk, 20260305, 20260401);
    place_take(&scene.place, first, &import);
    scene.before = place_dump(&scene.place);
    copy_file(scene.place.path, kept(&scene));
    place_take(&scene.place, scene.next, &import);
    assert_true(import.fresh > 0 && import.raised > 0);
    scene.after = place_dump(&scene.place);
    life_file_free(first);
    return scene;
}

static void scene_end(struct scene *scene)
{
    life_file_free(scene->next);
    str_free(&scene->before);
    str_free(&scene->after);
    place_end(&scene->place);
}

/* Whether the file is in; it is there whole or not at all. */
static bool is_taken(const struct scene *scene)
{
    struct str found = place_dump(&scene->place);
    bool taken = strcmp(found.text, scene->after.text) == 0;
    if (!taken) {
        assert_string_equal(found.text, scene->before.text);
    }
    str_free(&found);
    return taken;
}

static void take_to_the_end(struct scene *scene)
{
    struct county_import import;
    place_take(&scene->place, scene->next, &import);
    assert_true(is_taken(scene));
}

/* In a process of its own, killed before the `nth` change. False: it came to its end. */
static bool take_and_be_killed(struct scene *scene, int nth)
{
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        struct county_import import;
        failing_disk_arm(nth, FAILING_DISK_KILLS, false);
        struct sql *sql = county_open(scene->place.path, SQL_WRITE);
        _exit(sql && county_take(sql, scene->next, "b.lkx", PLACE_TODAY, &import) ? 0
                                                                                  : 1);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status) || WEXITSTATUS(status) == 0);
    return WIFSIGNALED(status);
}

static void a_kill_leaves_the_file_in_or_out(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct scene scene = scene_make(&rng);
    int taken = 0;
    int nth = 1;
    put_back(&scene);
    for (; take_and_be_killed(&scene, nth); nth++) {
        assert_true(nth < CHANGES_MAX);
        /* Who only reads takes back what was begun, too. */
        open_place(&scene.place, nth % 2 ? SQL_READ : SQL_WRITE);
        taken += is_taken(&scene);
        open_place(&scene.place, SQL_WRITE);
        take_to_the_end(&scene);
        put_back(&scene);
    }
    printf("# killed before each of %d changes; %d times the file was in\n", nth - 1,
           taken);
    assert_true(nth > 10);
    scene_end(&scene);
}

static void fail_everywhere(int code, const char *kind)
{
    struct rng rng = rng_begin();
    struct scene scene = scene_make(&rng);
    struct county_import import;
    int failures = 0;
    for (int nth = 1; nth < CHANGES_MAX; nth++) {
        put_back(&scene);
        failing_disk_arm(nth, code, true);
        bool taken =
            county_take(scene.place.sql, scene.next, "b.lkx", PLACE_TODAY, &import);
        bool failed = failing_disk_failed();
        failing_disk_arm(0, 0, false);
        if (!failed) {
            assert_true(taken);
            break;
        }
        if (!taken) {
            failures++;
            assert_string_equal(err_cause()->kind, kind);
            assert_string_equal(err_cause()->arguments[0], scene.place.path);
        }
        open_place(&scene.place, SQL_WRITE);
        assert_int_equal(is_taken(&scene), taken);
        take_to_the_end(&scene);
    }
    printf("# %d failures\n", failures);
    assert_true(failures > 10);
    scene_end(&scene);
}

static void a_full_disk_leaves_the_place_as_it_was(void **state)
{
    (void)state;
    fail_everywhere(SQLITE_FULL, "sql_full");
}

static void a_dying_disk_leaves_the_place_as_it_was(void **state)
{
    (void)state;
    fail_everywhere(SQLITE_IOERR_WRITE, "sql_file_disk");
}

static void a_disk_that_turns_read_only_leaves_the_place_as_it_was(void **state)
{
    (void)state;
    fail_everywhere(SQLITE_READONLY, "sql_file_read_only");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_kill_leaves_the_file_in_or_out),
        cmocka_unit_test(a_full_disk_leaves_the_place_as_it_was),
        cmocka_unit_test(a_dying_disk_leaves_the_place_as_it_was),
        cmocka_unit_test(a_disk_that_turns_read_only_leaves_the_place_as_it_was),
    };
    failing_disk_install();
    return cmocka_run_group_tests_name("county disk", tests, NULL, NULL);
}
