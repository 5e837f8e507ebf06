/* SPDX-License-Identifier: MIT */
/* What the kiosk registers for lessons is what scripts/api.lua tells their authors. */
#include <string.h>

#include "base/file.h"
#include "base/str.h"
#include "lesson/lesson.h"
#include "support/tap.h"

static void every_function_has_its_stub_and_every_stub_its_function(void **state)
{
    (void)state;
    size_t length = 0;
    char *api = file_read("scripts/api.lua", 1 << 20, &length);
    assert_non_null(api);
    size_t functions = 0;
    for (const char *name = NULL; (name = lesson_function(functions)); functions++) {
        char stub[64];
        assert_true(str_format(stub, sizeof stub, "\nfunction %s(", name));
        if (!strstr(api, stub)) {
            fail_msg("scripts/api.lua has no stub for %s", name);
        }
    }
    size_t stubs = 0;
    for (const char *at = strstr(api, "\nfunction "); at;
         at = strstr(at + 1, "\nfunction ")) {
        stubs++;
    }
    assert_true(functions > 0);
    assert_int_equal(stubs, functions);
    free(api);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_function_has_its_stub_and_every_stub_its_function)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
