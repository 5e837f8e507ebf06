/* SPDX-License-Identifier: MIT */
/* The result taken home, read from the screen by two readers that are not ours. */
#include <math.h>
#include <string.h>

#include "base/file.h"
#include "base/str.h"
#include "count/counter.h"
#include "screens/courses_words.h"
#include "support/folder.h"
#include "support/on_stage.h"
#include "support/sums.h"

enum { DRAWS = 6, READ_MAX = 2048, MOST = 300 };

static struct sums sums;

static void begin(void)
{
    sums = (struct sums){0};
    counter_init(&k->counter, sums_sink(&sums));
}

static void run_reader(char read[READ_MAX], const char *command)
{
    FILE *reader = popen(command, "r");
    assert_non_null(reader);
    size_t length = fread(read, 1, READ_MAX - 1, reader);
    read[length] = '\0';
    assert_int_equal(pclose(reader), 0);
}

/* What stands in the code on the screen; both readers say so. */
static void read_code(char text[READ_MAX])
{
    char path[512];
    char command[1024];
    char other[READ_MAX];
    struct folder folder = folder_make();
    str_format(path, sizeof path, "%s", folder_file(&folder, "take.png"));
    assert_true(ui_save_png(k->ui, path));
    str_format(command, sizeof command, "zbarimg --quiet --raw '%s' 2>'%s.log'", path,
               path);
    run_reader(text, command);
    assert_true(text[0] != '\0');
    text[strlen(text) - 1] = '\0'; /* the reader's own line end */
    str_format(command, sizeof command, "ZXingReader '%s'", path);
    run_reader(other, command);
    assert_non_null(strstr(other, text));
    folder_remove(&folder);
}

static void take(char text[READ_MAX])
{
    stage_tap(stage, "take");
    stage_pass(stage, 0.3);
    expect_shown("take_title");
    read_code(text);
    assert_true(strlen(text) <= MOST);
}

static void back_and_end(void)
{
    stage_tap(stage, "summary");
    stage_pass(stage, 0.2);
    assert_true(can_touch("take"));
    kiosk_end_session(k);
    stage_pass(stage, 0.2);
}

static void expect_number(const char *text, const char *key, double value)
{
    char n[16];
    char words[READ_MAX];
    str_format(n, sizeof n, "%.0f", round(value));
    kiosk_fill(k, words, sizeof words, key, (const char *const[]){"n", n, NULL});
    if (!strstr(text, words)) {
        fail_msg("\"%s\" is not in \"%s\"", words, text);
    }
}

static void the_words_are_in_the_code(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    char text[READ_MAX];
    for (int i = 0; i < DRAWS; i++) {
        kiosk_set_lang(k, i % 2 ? "en" : "zh-CN");
        begin();
        kiosk_choice(k);
        finish_run(rng_between(&rng, 35, 60), rng_between(&rng, 85, 140));
        take(text);
        printf("# %s\n", text);
        expect_number(text, "take_points", kiosk_run(k)->result.score);
        assert_non_null(strstr(text, tr("take_course")));
        assert_int_equal(sums_of(&sums, COUNT_qr_shown), 1);
        stage_pass(stage, 0.5);
        stage_tap(stage, "summary");
        stage_pass(stage, 0.2);
        take(text);
        assert_int_equal(sums_of(&sums, COUNT_qr_shown), 1); /* once a visit */
        back_and_end();
    }
}

/* A child has no points for depth: how often it pressed is told. */
static void a_child_takes_its_pushes_home(void **state)
{
    (void)state;
    char text[READ_MAX];
    begin();
    finish_run(32, 110);
    kiosk_set_presser(k, PRESSER_CHILD);
    stage_pass(stage, 0.2);
    take(text);
    expect_number(text, "take_pushes", kiosk_run(k)->result.count);
    back_and_end();
}

static double number_in(const char *address, const char *name)
{
    const char *at = strstr(address, name);
    assert_non_null(at);
    return strtod(at + strlen(name), NULL);
}

static void a_page_gets_all_behind_its_fragment(void **state)
{
    (void)state;
    static const char page[] = "https://example.org/result.html#";
    char text[READ_MAX];
    begin();
    str_copy(k->settings.result_page, sizeof k->settings.result_page,
             "https://example.org/result.html");
    str_copy(k->settings.place, sizeof k->settings.place, "滨江馆");
    finish_run(44, 131);
    take(text);
    printf("# %s\n", text);
    assert_true(str_starts(text, page));
    for (const char *at = text; *at; at++) {
        assert_true(*at > ' ' && *at < 0x7F);
    }
    assert_null(strchr(text + sizeof page - 1, '#'));
    const struct cpr_result *result = &kiosk_run(k)->result;
    assert_true(number_in(text, "&s=") == round(result->score));
    assert_true(number_in(text, "&d=") == round(result->mean_depth_mm));
    assert_true(number_in(text, "&r=") == round(result->mean_rate_cpm));
    assert_non_null(strstr(text, "#l=zh-CN&a="));
    back_and_end();
}

/* Both kinds of address lead to a page, and neither is words. */
static void a_code_says_that_it_leads_to_a_page(void **state)
{
    (void)state;
    static const char *const pages[] = {"http://example.org/r", "https://example.org/r"};
    char text[READ_MAX];
    begin();
    finish_run(52, 110);
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        str_copy(k->settings.result_page, sizeof k->settings.result_page, pages[i]);
        take(text);
        assert_true(str_starts(text, pages[i]));
        expect_shown("take_page");
        assert_false(shows("take_words"));
        stage_tap(stage, "summary");
        stage_pass(stage, 0.2);
    }
}

/* Whoever changes the language beside the code takes that one home. */
static void the_code_has_the_language_of_the_screen(void **state)
{
    (void)state;
    char text[READ_MAX];
    begin();
    finish_run(52, 110);
    take(text);
    assert_non_null(strstr(text, tr("take_course")));
    kiosk_set_lang(k, "en");
    stage_pass(stage, 0.3);
    read_code(text);
    assert_string_equal(kiosk_lang(k), "en");
    assert_non_null(strstr(text, tr("take_course")));
    for (const char *at = text; *at; at++) {
        assert_true((unsigned char)*at < 0x80);
    }
    back_and_end();
}

/* The county's next course stands in the words, and behind the fragment where it fits. */
static void the_next_course_goes_along(void **state)
{
    (void)state;
    static const char rows[] =
        "return { { title = '初级救护员班', date = '2026-12-05', time = '9:00-16:30', "
        "place = '二楼', phone = '0573-84020120' } }\n";
    static const char course[] =
        "&c=%E5%88%9D%E7%BA%A7%E6%95%91%E6%8A%A4%E5%91%98%E7%8F%AD%2012%20%E6%9C%88";
    char text[READ_MAX];
    struct folder folder = folder_make();
    const char *path = folder_file(&folder, "courses.lua");
    begin();
    assert_true(file_write(path, rows, strlen(rows)));
    assert_true(paths_replace(&stage->paths, "scripts/" COURSES_FILE, path));
    stage_set_time(stage, 1796428800 - 86400); /* 2026-12-04 of UTC */
    kiosk_read_courses(k);
    finish_run(52, 110);
    take(text);
    assert_non_null(strstr(text, "初级救护员班\n12 月 5 日"));
    assert_null(strstr(text, tr("take_course")));
    assert_int_equal(sums_of(&sums, COUNT_course_shown), 1);
    stage_tap(stage, "summary");
    stage_pass(stage, 0.2);
    str_copy(k->settings.result_page, sizeof k->settings.result_page,
             "https://example.org/r");
    take(text);
    printf("# %s\n", text);
    assert_non_null(strstr(text, course));
    folder_remove(&folder);
}

/* It was pressed, but not one push can be believed. */
static void what_is_not_trusted_is_not_taken(void **state)
{
    (void)state;
    begin();
    finish_run(52, 110);
    assert_true(can_touch("take"));
    k->stations[k->active].run.result.trust = 1;
    stage_pass(stage, 0.2);
    assert_false(can_touch("take"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_STAGE(the_words_are_in_the_code),
        ON_STAGE(a_child_takes_its_pushes_home),
        ON_STAGE(a_page_gets_all_behind_its_fragment),
        ON_STAGE(a_code_says_that_it_leads_to_a_page),
        ON_STAGE(the_code_has_the_language_of_the_screen),
        ON_STAGE(the_next_course_goes_along),
        ON_STAGE(what_is_not_trusted_is_not_taken),
    };
    return cmocka_run_group_tests_name("result_take", tests, NULL, NULL);
}
