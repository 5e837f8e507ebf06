/* SPDX-License-Identifier: MIT */
/*
 * The staff's page for packs, with a folder that plays the stick: what stands there, what
 * is installed, what asks for the PIN again, what is removed.
 */
#include "lesson/installed.h"
#include "screens/names.h"
#include "screens/staff/packs_shown.h"
#include "store/pin.h"
#include "support/packs.h"
#include "support/stage.h"
#include "support/tap.h"

static const char *const langs[] = {"zh-CN", "en"};

/* A stage whose data folder is real, and whose lessons are read anew as the program
 * reads them. */
struct hall {
    struct packs packs;
    struct stage *stage;
    char stick[PACKS_PATH];
    char data[PACKS_PATH];
    const char *lang;
};

static void read_lessons(void *context)
{
    struct hall *hall = context;
    struct kiosk *k = &hall->stage->kiosk;
    installed_add(&hall->stage->paths, hall->packs.folder, &k->trusted, &k->flaws);
    catalog_free(k->catalog);
    k->catalog = catalog_load(&hall->stage->paths, hall->lang);
}

static struct packs_page *page_of(struct hall *hall)
{
    return hall->stage->kiosk.state;
}

static void open_hall(struct hall *hall, const char *lang)
{
    memset(hall, 0, sizeof *hall);
    packs_begin(&hall->packs);
    packs_file(&hall->packs, hall->stick, "stick");
    packs_file(&hall->packs, hall->data, "data");
    packs_need(file_make_folder(hall->stick) && file_make_folder(hall->data));
    hall->lang = lang;
    hall->stage = stage_open(1920, 1080, lang);
    struct kiosk *k = &hall->stage->kiosk;
    k->data_folder = hall->data;
    k->stick_folder = hall->stick;
    k->trusted = hall->packs.keys;
    k->lessons = (struct kiosk_lessons){hall, read_lessons};
    k->counter.staff = true;
}

static void go_in(struct hall *hall)
{
    kiosk_go(&hall->stage->kiosk, SCREEN_staff_packs);
    stage_pass(hall->stage, 0.2);
    assert_int_equal(page_of(hall)->step, PACKS_LIST);
}

static void close_hall(struct hall *hall)
{
    stage_close(hall->stage);
    packs_end(&hall->packs);
}

static int version(const struct hall *hall, const char *id)
{
    const struct catalog_item *item = catalog_find(hall->stage->kiosk.catalog, id);
    return item ? item->info.version : 0;
}

/* What staff read, of all pages. */
static bool said(struct hall *hall, const char *words)
{
    struct str out = {0};
    for (int page = 0; page < 6; page++) {
        page_of(hall)->page = page;
        stage_pass(hall->stage, 0.05);
        packs_say(&hall->stage->kiosk, page_of(hall), &out);
    }
    page_of(hall)->page = 0;
    stage_pass(hall->stage, 0.05);
    bool found = out.text && strstr(out.text, words);
    if (!found) {
        printf("# not there: %s\n# %s\n", words, out.text ? out.text : "");
    }
    str_free(&out);
    return found;
}

static void what_is_on_a_stick_says_what_it_is(void **state)
{
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct hall hall;
        char path[PACKS_PATH];
        bool zh = i == 0;
        open_hall(&hall, langs[i]);
        packs_make(&hall.packs, path, "burns", 2, hall.packs.key);
        packs_make(&hall.packs, path, "adult-cpr", 999, hall.packs.key);
        packs_make(&hall.packs, path, "shock", 1, hall.packs.stranger);
        packs_make(&hall.packs, path, "torn", 1, hall.packs.key);
        packs_need(truncate(path, 300) == 0);
        packs_write(hall.stick, "holiday.jpg", "x", 1);
        go_in(&hall);
        assert_int_equal(page_of(&hall)->job.count, 4);
        assert_true(said(&hall, zh ? "止血 burns" : "About burns"));
        assert_true(said(&hall, zh ? "新课程" : "New:"));
        assert_true(said(&hall, zh ? "新版本" : "Newer:"));
        assert_true(said(&hall, zh ? "不信任它" : "does not trust"));
        assert_true(said(&hall, zh ? "文件不完整" : "cut short"));
        assert_true(said(&hall, "Jiashan Red Cross"));
        close_hall(&hall);
    }
}

static void a_pack_is_installed_and_removed(void **state)
{
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct hall hall;
        char path[PACKS_PATH];
        open_hall(&hall, langs[i]);
        packs_make(&hall.packs, path, "burns", 2, hall.packs.key);
        go_in(&hall);
        stage_tap(hall.stage, "pack-1");
        assert_int_equal(page_of(&hall)->end, PACKS_DONE);
        assert_int_equal(version(&hall, "burns"), 2);
        assert_true(said(&hall, i ? "is installed." : "装好了"));
        assert_int_equal(packs_kind(&hall.stage->kiosk, &page_of(&hall)->job.rows[0]),
                         PACKS_SAME);
        stage_tap(hall.stage, "remove-1");
        assert_int_equal(version(&hall, "burns"), 2); /* asked once more */
        stage_tap(hall.stage, "remove-1");
        assert_int_equal(version(&hall, "burns"), 0);
        assert_true(said(&hall, i ? "is removed" : "已删除"));
        close_hall(&hall);
    }
}

static void type_pin(struct hall *hall, const char *digits)
{
    for (; *digits; digits++) {
        char id[] = {'p', 'i', 'n', '-', *digits, '\0'};
        stage_tap(hall->stage, id);
    }
    stage_tap(hall->stage, "pin-ok");
}

static void an_older_one_needs_the_pin_again(void **state)
{
    (void)state;
    struct hall hall;
    char path[PACKS_PATH];
    open_hall(&hall, "en");
    str_format(path, sizeof path, "%s/staff.pin", hall.data);
    packs_need(pin_set(path, "246810"));
    packs_make(&hall.packs, path, "burns", 3, hall.packs.key);
    assert_int_equal(packs_install(&hall.packs, path, 0, false), PACK_WHOLE);
    packs_need(unlink(path) == 0);
    read_lessons(&hall);
    packs_make(&hall.packs, path, "burns", 2, hall.packs.key);
    go_in(&hall);
    stage_tap(hall.stage, "pack-1");
    assert_int_equal(page_of(&hall)->step, PACKS_ASKING);
    assert_true(said(&hall, "Older: version 2 instead of 3"));
    type_pin(&hall, "111111");
    assert_int_equal(page_of(&hall)->step, PACKS_ASKING);
    assert_int_equal(version(&hall, "burns"), 3);
    stage_tap(hall.stage, "back"); /* thought better of it */
    assert_int_equal(page_of(&hall)->step, PACKS_LIST);
    assert_int_equal(version(&hall, "burns"), 3);
    stage_tap(hall.stage, "pack-1");
    type_pin(&hall, "246810");
    assert_int_equal(page_of(&hall)->step, PACKS_LIST);
    assert_int_equal(page_of(&hall)->end, PACKS_DONE);
    assert_int_equal(version(&hall, "burns"), 2);
    close_hall(&hall);
}

/* A lesson of which one file, or the head, was changed on the disk. */
static void spoil_installed(const struct hall *hall, const char *name)
{
    char path[PACKS_PATH];
    str_format(path, sizeof path, "burns/%s", name);
    packs_write(hall->packs.folder, path, "x", 1);
}

/* What is installed holds its version, though a flaw keeps it from visitors. */
static void a_flaw_opens_no_way_for_an_older_one(void **state)
{
    (void)state;

    static const struct {
        const char *spoilt;
        int version;
        enum packs_kind kind;
        const char *words[2];
    } rows[] = {
        {"scripts/lessons/burns/lesson.lua", 2, PACKS_OLDER, {"是旧版本", "is older"}},
        {"scripts/lessons/burns/lesson.lua", 3, PACKS_AGAIN, {"再装一次", "again mends"}},
        {"scripts/lessons/burns/lesson.lua", 4, PACKS_NEWER, {"新版本", "Newer:"}},
        {"more", 2, PACKS_OLDER, {"是旧版本", "is older"}},
        {"head", 2, PACKS_UNSURE, {"读不出是第几版", "cannot be read"}},
        {"head", 4, PACKS_UNSURE, {"读不出是第几版", "cannot be read"}},
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct hall hall;
        char path[PACKS_PATH];
        open_hall(&hall, langs[i % 2]);
        packs_make(&hall.packs, path, "burns", 3, hall.packs.key);
        assert_int_equal(packs_install(&hall.packs, path, 0, false), PACK_WHOLE);
        packs_need(unlink(path) == 0);
        spoil_installed(&hall, rows[i].spoilt);
        str_format(path, sizeof path, "%s/staff.pin", hall.data);
        packs_need(pin_set(path, "246810"));
        read_lessons(&hall);
        assert_int_equal(version(&hall, "burns"), 0);
        packs_make(&hall.packs, path, "burns", rows[i].version, hall.packs.key);
        go_in(&hall);
        assert_int_equal(packs_kind(&hall.stage->kiosk, &page_of(&hall)->job.rows[0]),
                         rows[i].kind);
        assert_true(said(&hall, rows[i].words[i % 2]));
        stage_tap(hall.stage, "pack-1");
        if (rows[i].kind == PACKS_OLDER || rows[i].kind == PACKS_UNSURE) {
            assert_int_equal(page_of(&hall)->step, PACKS_ASKING);
            assert_int_equal(version(&hall, "burns"), 0);
            type_pin(&hall, "246810");
        }
        assert_int_equal(page_of(&hall)->end, PACKS_DONE);
        assert_int_equal(version(&hall, "burns"), rows[i].version);
        close_hall(&hall);
    }
}

/* Another version or lesson has come to stand in the file, before the touch or while the
 * PIN was typed. */
static void only_what_was_shown_is_installed(void **state)
{
    (void)state;

    static const struct {
        const char *id;
        int version;
        bool older; /* than the installed one: by the PIN */
    } rows[] = {
        {"burns", 1, true}, {"burns", 4, false}, {"shock", 2, true}, {"shock", 5, false}};

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct hall hall;
        char path[PACKS_PATH];
        char other[PACKS_PATH];
        bool older = rows[i].older;
        open_hall(&hall, langs[i % 2]);
        str_format(path, sizeof path, "%s/staff.pin", hall.data);
        packs_need(pin_set(path, "246810"));
        packs_make(&hall.packs, path, "burns", 3, hall.packs.key);
        if (older) {
            assert_int_equal(packs_install(&hall.packs, path, 0, false), PACK_WHOLE);
            read_lessons(&hall);
        }
        packs_need(unlink(path) == 0);
        packs_make(&hall.packs, path, "burns", 2, hall.packs.key);
        go_in(&hall);
        packs_make(&hall.packs, other, rows[i].id, rows[i].version, hall.packs.key);
        packs_need(rename(other, path) == 0);
        stage_tap(hall.stage, "pack-1");
        if (older) {
            type_pin(&hall, "246810");
        }
        assert_int_equal(page_of(&hall)->end, PACKS_NOT_DONE);
        assert_int_equal(version(&hall, "burns"), older ? 3 : 0);
        assert_int_equal(version(&hall, "shock"), 0);
        assert_true(said(&hall, i % 2 ? "another pack" : "不是刚才选的课程包"));
        close_hall(&hall);
    }
}

/* Between the reading and the touch somebody changed it, or pulled the stick out. */
static void what_fails_is_told_and_changes_nothing(void **state)
{
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct hall hall;
        char path[PACKS_PATH];
        open_hall(&hall, langs[i]);
        packs_make(&hall.packs, path, "burns", 2, hall.packs.key);
        go_in(&hall);
        packs_need(unlink(path) == 0);
        stage_tap(hall.stage, "pack-1");
        assert_int_equal(page_of(&hall)->end, PACKS_NOT_DONE);
        assert_int_equal(version(&hall, "burns"), 0);
        assert_true(said(&hall, i ? "still plugged in?" : "U 盘还插着吗？"));
        close_hall(&hall);
    }
}

/* FAT has capitals, another kiosk's stick names of any bytes, and a stick lists them in
 * no order. */
static void names_of_any_kind_are_listed_in_order(void **state)
{
    (void)state;

    static const struct {
        const char *file, *shown; /* NULL: it is no pack */
    } rows[] = {{"A.LKP", "A.LKP"},      {"B.Lkp", "B.Lkp"},
                {"c\xC3.lkp", "c?.lkp"}, {"d\n\x1B.lkp", "d  .lkp"},
                {".e.LKP", NULL},        {".lkp", NULL},
                {"f.lkp.txt", NULL},     {"止血.lkp", "止血.lkp"}};

    struct hall hall;
    char title[NAMES_MAX];
    char shown[NAMES_MAX];
    size_t count = 0;
    open_hall(&hall, "en");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        packs_write(hall.stick, rows[i].file, "x", 1);
    }
    go_in(&hall);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (rows[i].shown) {
            const struct packs_row *row = &page_of(&hall)->job.rows[count++];
            assert_string_equal(row->file, rows[i].file);
            packs_row_title(&hall.stage->kiosk, row, title, sizeof title);
            names_breakable(rows[i].shown, shown);
            assert_string_equal(title, shown);
            assert_true(str_is_utf8(row->sentence, strlen(row->sentence)));
        }
    }
    assert_int_equal(page_of(&hall)->job.count, count);
    close_hall(&hall);
}

static void of_too_many_the_first_ones_stand_there(void **state)
{
    (void)state;

    enum { FILES = PACKS_ROWS_MAX + 7, STEP = 12 }; /* no common divisor: all are met */
    struct hall hall;
    char name[16];
    open_hall(&hall, "en");
    for (int i = 0; i < FILES; i++) {
        str_format(name, sizeof name, "p%02d.lkp", i * STEP % FILES);
        packs_write(hall.stick, name, "x", 1);
    }
    go_in(&hall);
    assert_int_equal(page_of(&hall)->job.count, PACKS_ROWS_MAX);
    assert_int_equal(page_of(&hall)->job.more, FILES - PACKS_ROWS_MAX);
    for (int i = 0; i < PACKS_ROWS_MAX; i++) {
        str_format(name, sizeof name, "p%02d.lkp", i);
        assert_string_equal(page_of(&hall)->job.rows[i].file, name);
    }
    close_hall(&hall);
}

/* Digits that were typed and left are not the begin of the next try. */
static void a_gate_opens_without_digits(void **state)
{
    (void)state;
    struct hall hall;
    struct gate gate = {
        .step = GATE_REPEAT, .digits = "24", .chosen = "2468", .words = "x"};
    char path[PACKS_PATH];
    open_hall(&hall, "en");
    str_format(path, sizeof path, "%s/staff.pin", hall.data);
    packs_need(pin_set(path, "246810"));
    gate_open(&hall.stage->kiosk, &gate);
    assert_int_equal(gate.step, GATE_ASK);
    assert_string_equal(gate.digits, "");
    assert_string_equal(gate.chosen, "");
    assert_string_equal(gate.words, "");
    assert_string_equal(hall.stage->kiosk.pin.path, path);
    close_hall(&hall);
}

/* What comes or goes is sorted in before and behind the lesson that stops. */
static void a_lesson_that_stops_stays_away_whatever_is_installed(void **state)
{
    (void)state;
    static const char *const others[] = {"aaa", "zzz"};
    struct hall hall;
    char path[PACKS_PATH];
    open_hall(&hall, "en");
    struct kiosk *k = &hall.stage->kiosk;
    packs_make(&hall.packs, path, "burns", 1, hall.packs.key);
    assert_int_equal(packs_install(&hall.packs, path, 0, false), PACK_WHOLE);
    read_lessons(&hall);
    const struct catalog_item *item = catalog_find(k->catalog, "burns");
    k->lesson_failures[item - k->catalog->items] = KIOSK_LESSON_FAILURES;
    for (int i = 0; i < 2; i++) {
        packs_make(&hall.packs, path, others[i], 1, hall.packs.key);
        assert_int_equal(packs_install(&hall.packs, path, 0, false), PACK_WHOLE);
        kiosk_read_lessons(k);
        assert_true(kiosk_lesson_offered(k, others[i]));
        assert_false(kiosk_lesson_offered(k, "burns"));
    }
    assert_true(pack_remove(hall.packs.folder, "aaa"));
    kiosk_read_lessons(k);
    for (size_t i = 0; i < k->catalog->count; i++) {
        const char *id = k->catalog->items[i].info.id;
        assert_int_equal(kiosk_lesson_offered(k, id), !str_equal(id, "burns"));
    }
    packs_make(&hall.packs, path, "burns", 2, hall.packs.key); /* the mended one */
    assert_int_equal(packs_install(&hall.packs, path, 1, false), PACK_WHOLE);
    kiosk_read_lessons(k);
    assert_true(kiosk_lesson_offered(k, "burns"));
    close_hall(&hall);
}

static void a_stick_without_packs_says_so(void **state)
{
    (void)state;
    struct hall hall;
    open_hall(&hall, "zh-CN");
    packs_write(hall.stick, "课程.zip", "x", 1);
    go_in(&hall);
    assert_true(said(&hall, "没有课程包"));
    stage_tap(hall.stage, "packs-eject");
    stage_pass(hall.stage, 0.1);
    assert_int_equal(page_of(&hall)->step, PACKS_CHOOSE);
    assert_true(said(&hall, "请插上"));
    close_hall(&hall);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_on_a_stick_says_what_it_is),
        cmocka_unit_test(a_pack_is_installed_and_removed),
        cmocka_unit_test(an_older_one_needs_the_pin_again),
        cmocka_unit_test(a_flaw_opens_no_way_for_an_older_one),
        cmocka_unit_test(only_what_was_shown_is_installed),
        cmocka_unit_test(what_fails_is_told_and_changes_nothing),
        cmocka_unit_test(names_of_any_kind_are_listed_in_order),
        cmocka_unit_test(of_too_many_the_first_ones_stand_there),
        cmocka_unit_test(a_gate_opens_without_digits),
        cmocka_unit_test(a_lesson_that_stops_stays_away_whatever_is_installed),
        cmocka_unit_test(a_stick_without_packs_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
