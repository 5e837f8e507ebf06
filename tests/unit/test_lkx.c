/* SPDX-License-Identifier: MIT */
#include <jansson.h>
#include <stdio.h>
#include <unistd.h>

#include "base/err.h"
#include "count/parts.h"
#include "lkx/lkx.h"
#include "support/hours.h"

enum { DRAWS = 12, FROM = 20260305, TO = 20260325, AFTER = 20260331 };

struct pair {
    char path[64];
    char line[SIGN_LINE_MAX];
    unsigned char secret[SIGN_SECRET_BYTES];
};

static int make_pair(void **state)
{
    static struct pair pair;
    str_copy(pair.path, sizeof pair.path, "/tmp/lkx-XXXXXX");
    int fd = mkstemp(pair.path);
    assert_true(fd >= 0);
    close(fd);
    unlink(pair.path);
    assert_true(sign_pair_make(pair.path, pair.line));
    assert_true(sign_pair_read(pair.secret, pair.path));
    *state = &pair;
    return 0;
}

static int drop_pair(void **state)
{
    struct pair *pair = *state;
    char public[80];
    str_format(public, sizeof public, "%s.pub", pair->path);
    return unlink(pair->path) + unlink(public);
}

static const struct lkx_facts facts = {
    .hall = "滨江 \"一号\" 馆", .county = "嘉善", FROM, TO, .made_day = AFTER};

static struct str render(const struct pair *pair, struct hours *hours,
                         const struct lkx_head *head)
{
    struct str out = {0};
    struct count_source source = hours_source(hours);
    assert_true(lkx_render(&facts, &source, head, pair->secret, &out));
    return out;
}

/* Where the last line begins. */
static size_t signed_bytes(const struct str *file)
{
    size_t at = file->length - 1;
    while (file->text[at - 1] != '\n') {
        at--;
    }
    return at;
}

static bool holds(const struct str *file, const unsigned char *key)
{
    static const char begin[] = "signature ";
    size_t at = signed_bytes(file);
    unsigned char signature[SIGN_SIGNATURE_BYTES];
    size_t from = at + sizeof begin - 1;
    return str_starts(file->text + at, begin) &&
           sign_from_base64(signature, sizeof signature, file->text + from,
                            file->length - from) &&
           sign_holds(signature, key, file->text, at);
}

static json_t *manifest_of(const struct str *file)
{
    json_t *manifest = json_loadb(file->text, strcspn(file->text, "\n"), 0, NULL);
    assert_non_null(manifest);
    return manifest;
}

static const char *text_in(const json_t *manifest, const char *key)
{
    const char *text = json_string_value(json_object_get(manifest, key));
    assert_non_null(text);
    return text;
}

static void a_file_is_whole_and_signed(void **state)
{
    struct pair *pair = *state;
    struct rng rng = rng_begin();
    for (int i = 0; i < DRAWS; i++) {
        struct hours hours;
        hours_draw(&hours, &rng, (size_t)rng_int(&rng, 0, 400));
        struct str file = render(pair, &hours, NULL);
        json_t *manifest = manifest_of(&file);
        size_t body = strcspn(file.text, "\n") + 1;
        unsigned char hash[SIGN_HASH_BYTES];
        char hex[SIGN_HEX_HASH_MAX];
        char id[LKX_KIOSK_MAX];
        sign_sha256(hash, file.text + body, signed_bytes(&file) - body);
        sign_hex(hex, hash, sizeof hash);
        lkx_kiosk_id(id, pair->secret + 32);
        assert_string_equal(text_in(manifest, "sha256"), hex);
        assert_string_equal(text_in(manifest, "kiosk"), id);
        assert_string_equal(text_in(manifest, "key"), pair->line);
        assert_string_equal(text_in(manifest, "hall"), facts.hall);
        assert_string_equal(text_in(manifest, "from"), "2026-03-05");
        assert_string_equal(text_in(manifest, "to"), "2026-03-25");
        assert_true(holds(&file, pair->secret + 32));
        size_t changed = (size_t)rng_int(&rng, 0, (int)signed_bytes(&file) - 1);
        file.text[changed] ^= 1;
        assert_false(holds(&file, pair->secret + 32));
        json_decref(manifest);
        str_free(&file);
    }
}

struct lines {
    struct str text;
    int64_t count;
};

/* What a row looks like; none of these has a comma or a quote. */
static bool add_line(void *context, const struct count_row *row)
{
    struct lines *lines = context;
    const struct count_key *key = &row->key;
    if (!strpbrk(key->subject, ",\"")) {
        str_add(&lines->text, "2026-03-%02d,%s,%s,%s,%s,%d,%d,%lld,%lld\n",
                key->day % 100, count_part_name(key->hour), key->metric, key->subject,
                key->detail, key->content, key->definition, (long long)row->n,
                (long long)row->revision);
    }
    lines->count++;
    return true;
}

static void the_body_has_each_sum_by_part_of_day(void **state)
{
    struct rng rng = rng_begin();
    struct hours hours;
    struct lines lines = {0};
    hours_draw(&hours, &rng, 500);
    struct count_source source = hours_source(&hours);
    assert_true(count_parts_each(&source, FROM, TO, add_line, &lines));
    struct str file = render(*state, &hours, NULL);
    json_t *manifest = manifest_of(&file);
    assert_int_equal(json_integer_value(json_object_get(manifest, "rows")), lines.count);
    int64_t found = 0;
    for (char *line = strtok(lines.text.text, "\n"); line; line = strtok(NULL, "\n")) {
        assert_non_null(strstr(file.text, line));
        found++;
    }
    assert_true(found > 50 && lines.count > found);
    assert_non_null(strstr(file.text, ",\"a,b\","));
    assert_non_null(strstr(file.text, ",\"say \"\"aah\"\"\","));
    json_decref(manifest);
    str_free(&lines.text);
    str_free(&file);
}

/* In whatever steps a head goes on, it comes out the same. */
static void heads_do_not_depend_on_the_steps(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int i = 0; i < DRAWS; i++) {
        struct hours hours;
        struct lkx_head once = {0};
        struct lkx_head steps = {0};
        hours_draw(&hours, &rng, (size_t)rng_int(&rng, 0, 60));
        struct count_source source = hours_source(&hours);
        assert_true(lkx_head_move(&once, &source, AFTER));
        while (steps.day < AFTER) {
            int step = rng_int(&rng, 1, 9);
            int from = steps.day > 20260300 ? steps.day : 20260300;
            assert_true(lkx_head_move(&steps, &source,
                                      from + step < AFTER ? from + step : AFTER));
        }
        assert_string_equal(once.hex, steps.hex);
        assert_int_equal(once.day, steps.day);
    }
}

/* A source that keeps an eye on how many days are read at once, and fails once. */
struct watched {
    struct hours *hours;
    int calls, days_most, failing;
    count_each *each; /* of the call that goes on */
    void *told;
    int first_day;
};

static bool watch_row(void *context, const struct count_row *row)
{
    struct watched *watched = context;
    watched->first_day = watched->first_day ? watched->first_day : row->key.day;
    int days = row->key.day - watched->first_day + 1;
    watched->days_most = days > watched->days_most ? days : watched->days_most;
    return watched->each(watched->told, row);
}

static bool watch(void *context, int from_day, int to_day, count_each *each, void *told)
{
    struct watched *watched = context;
    watched->each = each;
    watched->told = told;
    watched->first_day = 0;
    watched->calls++;
    return watched->calls == watched->failing
               ? err_set("the disk is gone")
               : hours_each(watched->hours, from_day, to_day, watch_row, watched);
}

static void a_step_reads_two_weeks_at_most(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int i = 0; i < DRAWS; i++) {
        struct hours hours;
        struct lkx_head once = {0};
        struct lkx_head head = {0};
        hours_draw(&hours, &rng, (size_t)rng_int(&rng, 0, 60));
        struct watched watched = {.hours = &hours, .failing = rng_int(&rng, 0, 3)};
        struct count_source source = {.context = &watched, .each = watch};
        struct count_source plain = hours_source(&hours);
        int to_day = 20260300 + rng_int(&rng, 1, 31);
        assert_true(lkx_head_move(&once, &plain, to_day));
        while (head.day < to_day) {
            struct lkx_head before = head;
            if (!lkx_head_step(&head, &source, to_day)) {
                assert_int_equal(watched.calls, watched.failing);
                assert_memory_equal(&head, &before, sizeof head);
            }
        }
        assert_string_equal(head.hex, once.hex);
        assert_int_equal(head.day, once.day);
        assert_true(watched.days_most <= LKX_STEP_DAYS);
    }
}

/* Over the ends of months and of years, and at once over those without a visitor. */
static void steps_go_over_new_year(void **state)
{
    (void)state;
    static const int days[] = {20000101, 20231231, 20240101,
                               20240229, 20241130, 20251231};
    struct hours hours = {.count = sizeof days / sizeof *days};
    struct watched watched = {.hours = &hours};
    struct count_source source = {.context = &watched, .each = watch};
    struct lkx_head once = {0};
    struct lkx_head head = {0};
    for (size_t i = 0; i < hours.count; i++) {
        hours.rows[i] = (struct count_row){
            .key = {.day = days[i], .hour = 9, .metric = "visit", .definition = 1},
            .n = 1,
            .revision = 1};
    }
    struct count_source plain = hours_source(&hours);
    assert_true(lkx_head_move(&once, &plain, 20260301));
    while (head.day < 20260301) {
        assert_true(lkx_head_step(&head, &source, 20260301));
    }
    assert_string_equal(head.hex, once.hex);
    assert_true(watched.calls <= 2 * 2 * (int)hours.count + 2);
}

static void files_are_links_of_one_chain(void **state)
{
    struct rng rng = rng_begin();
    struct hours hours;
    hours_draw(&hours, &rng, 600);
    struct count_source source = hours_source(&hours);
    struct lkx_head before = {0};
    struct lkx_head after = {0};
    assert_true(lkx_head_move(&before, &source, FROM - 1));
    assert_true(lkx_head_move(&after, &source, TO));
    struct str file = render(*state, &hours, NULL);
    struct str same = render(*state, &hours, &before);
    assert_string_equal(file.text, same.text);
    json_t *manifest = manifest_of(&file);
    assert_string_equal(text_in(manifest, "head_before"), before.hex);
    assert_string_equal(text_in(manifest, "head"), after.hex);
    assert_string_not_equal(before.hex, after.hex);
    json_decref(manifest);
    str_free(&file);
    str_free(&same);
}

/* Whoever changes one sum of an old day changes every head after it, and none before. */
static void an_old_sum_that_is_changed_shows(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct hours hours;
    hours_draw(&hours, &rng, 200);
    struct count_row *row = &hours.rows[rng_int(&rng, 0, (int)hours.count - 1)];
    struct count_source source = hours_source(&hours);
    struct lkx_head heads[2][32] = {0};
    for (int changed = 0; changed < 2; changed++) {
        for (int day = 1; day <= 31; day++) {
            assert_true(lkx_head_move(&heads[changed][day], &source, 20260300 + day));
        }
        row->n++;
    }
    for (int day = 1; day <= 31; day++) {
        assert_int_equal(str_equal(heads[0][day].hex, heads[1][day].hex),
                         20260300 + day < row->key.day);
    }
}

static bool gone(void *context, int from_day, int to_day, count_each *each, void *told)
{
    (void)context, (void)from_day, (void)to_day, (void)each, (void)told;
    return err_set("the disk is gone");
}

static void counts_that_cannot_be_read_write_nothing(void **state)
{
    struct pair *pair = *state;
    struct count_source source = {.each = gone};
    struct lkx_head head = {.day = 20260301, .hex = "abc"};
    struct str out = {0};
    assert_false(lkx_head_move(&head, &source, TO));
    assert_int_equal(head.day, 20260301);
    assert_string_equal(head.hex, "abc");
    assert_false(lkx_render(&facts, &source, NULL, pair->secret, &out));
    assert_int_equal(out.length, 0);
    assert_string_equal(err_text(), "the disk is gone");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_is_whole_and_signed),
        cmocka_unit_test(the_body_has_each_sum_by_part_of_day),
        cmocka_unit_test(heads_do_not_depend_on_the_steps),
        cmocka_unit_test(a_step_reads_two_weeks_at_most),
        cmocka_unit_test(steps_go_over_new_year),
        cmocka_unit_test(files_are_links_of_one_chain),
        cmocka_unit_test(an_old_sum_that_is_changed_shows),
        cmocka_unit_test(counts_that_cannot_be_read_write_nothing),
    };
    return cmocka_run_group_tests(tests, make_pair, drop_pair);
}
