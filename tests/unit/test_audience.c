/* SPDX-License-Identifier: MIT */
/* Whom a lesson is for. */
#include <string.h>

#include "base/str.h"
#include "lesson/audience.h"
#include "lesson/lesson.h"
#include "support/tap.h"

static struct lesson_info info_for(const char *one, const char *other)
{
    struct lesson_info info = {0};
    str_copy(info.audience[info.audience_count++], LESSON_ID_MAX, one);
    str_copy(info.audience[info.audience_count++], LESSON_ID_MAX, other);
    return info;
}

static void each_has_a_name_of_its_own(void **state)
{
    (void)state;
    char names[256];
    char again[256] = "";
    audience_names(names, sizeof names);
    for (size_t i = 0; audience_name(i); i++) {
        for (size_t n = 0; n < i; n++) {
            assert_false(str_equal(audience_name(i), audience_name(n)));
        }
        size_t used = strlen(again);
        str_format(again + used, sizeof again - used, "%s%s", i > 0 ? ", " : "",
                   audience_name(i));
    }
    assert_string_equal(names, again);
    assert_true(strlen(names) > 0);
}

static void one_that_learns_is_enough(void **state)
{
    (void)state;
    struct lesson_info info = info_for("adult", "school");
    assert_true(audience_has(&info, "adult") && audience_has(&info, "school"));
    assert_false(audience_has(&info, "child"));
    assert_true(audience_learns(&info));
    info = info_for("adult", "grandmothers");
    assert_false(audience_learns(&info));
    info = info_for("elder", "child");
    assert_true(audience_learns(&info));
    assert_false(audience_learns(&(struct lesson_info){0}));
}

/* A lesson that names an unknown audience alone is for nobody who comes. */
static void staff_come_to_work(void **state)
{
    (void)state;
    struct lesson_info info = info_for("staff", "elder");
    assert_true(audience_visits(&info));
    info = info_for("staff", "staff");
    assert_false(audience_visits(&info));
    assert_true(audience_visits(&(struct lesson_info){0}));
    size_t asked = 0;
    size_t row = 0;
    for (; audience_name(row); row++) {
        asked += audience_is_offered(row);
        assert_int_equal(audience_is_offered(row),
                         !str_equal(audience_name(row), "staff"));
    }
    assert_int_equal(asked, row - 1);
    assert_false(audience_is_offered(row));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_has_a_name_of_its_own),
        cmocka_unit_test(one_that_learns_is_enough),
        cmocka_unit_test(staff_come_to_work),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
