/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "figures/targets.h"
#include "support/folder.h"
#include "support/tap.h"

static const char shipped[] = "scripts/targets/county-plan.lua";

#define GOAL(wanted, kind, base_id, is_measured)                                         \
    {                                                                                    \
        .goal = (wanted), .per = (kind), .base = base_id, .measured = (is_measured)      \
    }

/* The ten targets of the county's plan, as it says them. */
static void the_shipped_file_has_the_plan(void **state)
{
    (void)state;

    static const struct {
        const char *id;
        struct target target;
    } rows[] = {
        {"certificates", GOAL(0.08, TARGET_SHARE, "registered", false)},
        {"knowledge", GOAL(0.40, TARGET_SHARE, "registered", true)},
        {"teachers", GOAL(50, TARGET_RATIO, "pupils", false)},
        {"donors", GOAL(400, TARGET_NUMBER, "", false)},
        {"aeds", GOAL(2, TARGET_PER_10000, "residents", false)},
        {"members", GOAL(0.03, TARGET_SHARE, "residents", false)},
        {"homes", GOAL(0.20, TARGET_SHARE, "villages", false)},
        {"funds", GOAL(12000000, TARGET_NUMBER, "", false)},
        {"teams", GOAL(3, TARGET_NUMBER, "", false)},
        {"measures", GOAL(1, TARGET_SHARE, "planned", false)},
    };

    struct targets plan;
    assert_true(targets_load(&plan, shipped));
    assert_int_equal(plan.count, sizeof rows / sizeof *rows);
    for (size_t i = 0; i < plan.count; i++) {
        const struct target *target = &plan.items[i];
        assert_string_equal(target->id, rows[i].id);
        assert_true(target->per == rows[i].target.per);
        assert_true(target->goal == rows[i].target.goal);
        assert_string_equal(target->base, rows[i].target.base);
        assert_int_equal(target->measured, rows[i].target.measured);
    }
    assert_int_equal(plan.earlier, 65407);
    assert_int_equal(plan.due, 20251231);
    assert_false(targets_base(&plan, "registered")->known);
    assert_int_equal(targets_base(&plan, "residents")->value, 659000);
    assert_null(targets_base(&plan, "cows"));
}

static void a_goal_is_rounded_up_but_not_by_what_doubles_lose(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int i = 0; i < 2000; i++) {
        int base = rng_int(&rng, 1, 90000000);
        int percent = rng_int(&rng, 1, 100);
        struct target target = {.per = TARGET_SHARE, .goal = percent / 100.0};
        int64_t wanted = ((int64_t)base * percent + 99) / 100;
        assert_int_equal(target_goal(&target, base), wanted);
        target = (struct target){.per = TARGET_RATIO, .goal = percent};
        assert_int_equal(target_goal(&target, base), (base + percent - 1) / percent);
        target = (struct target){.per = TARGET_PER_10000, .goal = percent};
        wanted = ((int64_t)base * percent + 9999) / 10000;
        assert_int_equal(target_goal(&target, base), wanted);
        target = (struct target){.per = TARGET_NUMBER, .goal = base};
        assert_int_equal(target_goal(&target, 7), base);
    }
}

static void a_county_is_known_by_both_its_names(void **state)
{
    (void)state;
    struct targets plan = {.county = "嘉善县"};
    assert_true(targets_are_of(&plan, "嘉善县"));
    assert_true(targets_are_of(&plan, "嘉善"));
    assert_false(targets_are_of(&plan, "嘉兴市"));
    plan.county[0] = '\0';
    assert_true(targets_are_of(&plan, "嘉兴市"));
}

/* ---- mistakes ---------------------------------------------------------------------- */

#define HEAD "id = 'a', title = 'A', source = 'S', from = '2021-01-01', "
#define DUE  "due = '2025-12-31', "
#define BASE "bases = { { id = 'all', title = 'B' } }, "
#define ROW  "id = 'x', title = 'X', unit = 'u', source = 's', "

static void a_wrong_file_is_one_sentence(void **state)
{
    (void)state;

    static const struct {
        const char *text, *expected;
    } cases[] = {
        {HEAD BASE "due = '2025-02-30', targets = {}",
         ":1: due is \"2025-02-30\"; write a day of the calendar, such as "
         "\"2025-12-31\""},
        {HEAD BASE "due = '2020-12-31', targets = {}",
         ":1: due is 2020-12-31, not after from = 2021-01-01; write a later day"},
        {HEAD DUE "targets = {}", ":1: bases is missing; write rows { id = ..., title = "
                                  "..., value = ..., year = ..., source = ... }"},
        {HEAD DUE BASE "targets = { {\n" ROW "share = 0.5, of = 'some' } }",
         ":2: targets[1].of is \"some\", which no row of bases is called; write all"},
        {HEAD DUE BASE "targets = {\n{ " ROW "share = 0.5, number = 3, of = 'all' } }",
         ":2: targets[1] has to say its goal in one way, above 0; write share, "
         "per_10000, one_per or number"},
        {HEAD DUE BASE "targets = {\n{ " ROW "of = 'all' } }",
         ":2: targets[1] has to say its goal in one way, above 0; write share, "
         "per_10000, one_per or number"},
        {HEAD DUE BASE "targets = {\n{ " ROW "number = 0 } }",
         ":2: targets[1] has to say its goal in one way, above 0; write share, "
         "per_10000, one_per or number"},
        {HEAD DUE BASE "targets = {\n{ " ROW "number = 3, of = 'all' } }",
         ":2: targets[1].of stands beside a plain number; take one of them out"},
        {HEAD DUE BASE "targets = {\n{ " ROW "share = 1.5, of = 'all' } }",
         ":2: targets[1].share is 1.5; write a share of the base from 0 to 1"},
        {HEAD DUE BASE "targets = {\n{ " ROW "number = 3 }, { " ROW "number = 4 } }",
         ":2: targets[2].id is \"x\", which is there already"},
        {HEAD DUE "bases = { { id = 'x', title = 'B' } },\ntargets = { { " ROW
                  "number = 3 } }",
         ":2: targets[1].id is \"x\", which is there already"},
        {HEAD DUE "bases = { { id = 'all', title = 'B', value = 3, year = 2021 } },\n"
                  "targets = {}",
         ":1: bases[1].value stands without its year or source; write both, or take it "
         "out and enter it later"},
        {HEAD DUE "bases = { { id = 'All', title = 'B' } }, targets = {}",
         ":1: bases[1].id is \"All\"; write letters, digits and -"},
        {HEAD DUE BASE "targets = {\n{ " ROW "number = 3, beside = 'cows' } }",
         ":2: targets[1].beside is \"cows\", which kiosks do not count; write touch, "
         "visit"},
        {HEAD DUE BASE "targets = { 7 }",
         ":1: targets[1] is not a row; write { ... } with commas between"},
        {HEAD DUE BASE "targets = {}, goal = 5", ":1: goal is not a known key; "},
        {HEAD DUE BASE "earlier = { n = -4, source = 's' }, targets = {}",
         ":1: earlier.n is -4; write a number of person-times from 0 to 2000000000"},
    };

    struct folder folder = folder_make();
    const char *path = folder_file(&folder, "plan.lua");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct targets plan = {.due = 7};
        struct str text = {0};
        struct str wanted = {0};
        str_add(&text, "return { %s }\n", cases[i].text);
        str_add(&wanted, "%s%s", path, cases[i].expected);
        assert_true(file_write(path, text.text, text.length));
        assert_false(targets_load(&plan, path));
        if (!str_starts(err_text(), wanted.text)) {
            fail_msg("%s\nis not\n%s", err_text(), wanted.text);
        }
        assert_int_equal(plan.due, 7);
        str_free(&text);
        str_free(&wanted);
    }
    folder_remove(&folder);
}

static void one_target_more_than_there_can_be_is_refused(void **state)
{
    (void)state;
    struct folder folder = folder_make();
    const char *path = folder_file(&folder, "plan.lua");
    for (int count = TARGETS_MAX; count <= TARGETS_MAX + 1; count++) {
        struct targets plan;
        struct str text = {0};
        str_add(&text, "return { " HEAD DUE BASE "targets = {");
        for (int i = 0; i < count; i++) {
            str_add(&text,
                    "{ id = 'x%d', title = 'X', unit = 'u', source = 's', number = 3 },",
                    i);
        }
        str_add(&text, "} }");
        assert_true(file_write(path, text.text, text.length));
        assert_int_equal(targets_load(&plan, path), count <= TARGETS_MAX);
        str_free(&text);
    }
    assert_non_null(strstr(err_text(), "targets[33] is one more than the 32"));
    folder_remove(&folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_shipped_file_has_the_plan),
        cmocka_unit_test(a_goal_is_rounded_up_but_not_by_what_doubles_lose),
        cmocka_unit_test(a_county_is_known_by_both_its_names),
        cmocka_unit_test(a_wrong_file_is_one_sentence),
        cmocka_unit_test(one_target_more_than_there_can_be_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
