/* SPDX-License-Identifier: MIT */
/*
 * A number that the sensor does not have, in a line with others: it is missing in its own
 * column and in no other, in every form and in every word for it.
 */
#include <math.h>
#include <string.h>

#include "base/str.h"
#include "link/no_reading.h"
#include "link/shape.h"
#include "support/tap.h"

/* '@' is depth, '#' a force. */
struct form {
    const char *line, *depth, *force;
    const char *depth_line; /* as it is printed where depth is missing; NULL the same */
};

static const struct form forms[] = {
    {"@,#", "1", "2", NULL},
    {"12,@,#", "2", "3", NULL},
    {"12;@;#;", "2", "3", NULL},
    {"12, @, #", "2", "3", NULL},
    {"12\t@\t#", "2", "3", NULL},
    {"12 @ #", "2", "3", NULL},
    {"12 | @ | #", "2", "3", NULL},
    {"(12, @, #)", "2", "3", NULL},
    {"[12,@,#]", "2", "3", NULL},
    {"any:12,@,#", "2", "3", NULL},
    {"DATA:12,@,#", "2", "3", NULL},
    {"depth=@ force=#", "depth", "force", NULL},
    {"force=#, depth=@", "depth", "force", NULL},
    {"depth=@ mm, force=# N", "depth mm", "force N", NULL},
    {"depth=@ mm, force=# N", "depth mm", "force N", "depth=@, force=# N"},
    {"depth = @\t force = #", "depth", "force", NULL},
    {"t=12 accel=(1,@,#)", "accel.2", "accel.3", NULL},
    {"Depth: @, Force: #", "Depth", "Force", NULL},
    {"Depth: @ mm Force: #", "Depth mm", "Force", NULL},
    {"Depth: @ mm Force: #", "Depth mm", "Force", "Depth: @ Force: #"},
    {"Force: # N | Depth: @ mm", "Depth mm", "Force N", NULL},
    {"深度：@毫米，力：#", "深度 mm", "力", NULL},
    {"深度：@，力：#", "深度", "力", NULL},
    {"I (12) CPR: depth=@ force=#", "depth", "force", NULL},
    {"10:23:45.123 -> 12,@,#", "2", "3", NULL},
    {"{\"depth\":\"@\",\"force\":#}", "depth", "force", NULL},
    {"{\"s\":{\"force\":#,\"depth\":\"@\"}}", "s.depth", "s.force", NULL},
    {"{'t': 12, 'depth': '@', 'force': #}", "depth", "force", NULL},
};

static const char *const words[] = {
    "nan", "NaN", "NAN",     "null",         "None",    "--",       "---",
    "inf", "n/a", "TIMEOUT", "Out of range", "no echo", "overflow", "超时",
};

static const char *const codes[] = {"nan", "null", "--", "None", "NaN", "undefined"};

static void fill(char *to, size_t size, const char *form, const char *depth,
                 const char *force)
{
    struct str text = {0};
    for (const char *at = form; *at; at++) {
        if (*at == '@') {
            str_add(&text, "%s", depth);
        } else if (*at == '#') {
            str_add(&text, "%s", force);
        } else {
            str_add_bytes(&text, at, 1);
        }
    }
    assert_true(str_copy(to, size, text.text));
    str_free(&text);
}

static enum shape read_filled(const struct form *form, const char *depth,
                              const char *force, char *text, struct shape_line *line)
{
    const char *as =
        form->depth_line && !strpbrk(depth, "0123456789") ? form->depth_line : form->line;
    fill(text, 128, as, depth, force);
    return shape_read(text, line);
}

static void want_value(const char *text, const struct shape_line *line, const char *name,
                       double wanted)
{
    double value = 0;
    if (!shape_find(line, name, &value) || fabs(value - wanted) > 1e-12 ||
        shape_is_missing(line, name)) {
        fail_msg("\"%s\": %s is %g, not %g (%zu missing, invalid %d)", text, name, value,
                 wanted, line->missing, line->is_invalid);
    }
}

static void want_missing(const char *text, const struct shape_line *line,
                         const char *name)
{
    double value = 0;
    if (!no_reading_of(line, text, name) || shape_find(line, name, &value)) {
        fail_msg("\"%s\", %s: %s is not missing (%g)", text, shape_name(line->shape),
                 name, value);
    }
}

static void one_column_is_missing_and_the_others_are_read(void **state)
{
    (void)state;
    char text[128];
    struct shape_line line;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        const struct form *form = &forms[i];
        bool is_json = strchr(form->line, '{') != NULL;
        enum shape shape = read_filled(form, "46.2", "311", text, &line);
        want_value(text, &line, form->depth, 46.2);
        want_value(text, &line, form->force, 311);
        for (size_t j = 0; j < sizeof words / sizeof *words; j++) {
            bool is_blank = form->depth[0] == '2' && !strpbrk(form->line, ",;|");
            if ((is_blank && strchr(words[j], ' ')) || strstr(form->line, "accel")) {
                continue; /* two words are two places */
            }
            assert_int_equal(read_filled(form, words[j], "311", text, &line), shape);
            want_missing(text, &line, form->depth);
            want_value(text, &line, form->force, 311);
        }
        for (size_t j = 0; !is_json && j < sizeof codes / sizeof *codes; j++) {
            assert_int_equal(read_filled(form, "46.2", codes[j], text, &line), shape);
            want_missing(text, &line, form->force);
            want_value(text, &line, form->depth, 46.2);
        }
    }
}

/* A line, and what of it is missing; NULL: nothing is lost of "depth". */
static const struct {
    const char *line, *missing;
} singles[] = {
    {"{\"depth\":null}", "depth"},
    {"{\"depth\":NaN,\"t\":12}", "depth"},
    {"{\"depth\":nan}", "depth"},
    {"{\"depth\":-inf,\"t\":12}", "depth"},
    {"{\"depth\":,\"t\":12}", "depth"},
    {"{\"t\":12,\"depth\":}", "depth"},
    {"{'t': 12, 'depth': None, 'on': True}", "depth"},
    {"{\"depth\":\"\",\"t\":12}", "depth"},
    {"{\"depth\":\"nan mm\"}", "depth"},
    {"{\"depth\":false,\"t\":12}", "depth"},
    {"{\"valid\":false,\"depth\":8190}", "depth"},
    {"{\"valid\":0,\"depth\":8190}", "depth"},
    {"{\"tof\":{\"is_valid\":false,\"mm\":8190}}", "tof.mm"},
    {"{\"valid\":false}", "depth"},
    {"{\"error\":true,\"depth\":0}", "depth"},
    {"{\"out_of_range\":true,\"depth\":8190}", "depth"},
    {"{\"status\":\"timeout\",\"depth\":8190}", "depth"},
    {"{\"depth\":46,\"status\":\"ok\"}", NULL},
    {"{\"depth\":46,\"error\":false,\"valid\":true}", NULL},
    {"{\"depth\":46,\"valid\":1,\"error\":0}", NULL},
    {"{\"depth\":46,\"pressed\":false,\"rate\":null}", NULL},
    {"valid=0 depth=8190", "depth"},
    {"valid=false depth=8190", "depth"},
    {"depth=8190 valid=false", "depth"},
    {"Valid: false, depth: 8190", "depth"},
    {"status=ERROR depth=8190", "depth"},
    {"depth=46 valid=1", NULL},
    {"depth=46 valid=true force=3", NULL},
    {"depth: 46, rate: --", NULL},
    {"depth: 46, rate: ", NULL},
    {"rate: nan", NULL},
    {"rate=--", NULL},
    {"depth=", "depth"},
    {"depth: ", "depth"},
    {"depth: nanmm", "depth"},
    {"depth: -- cm", "depth"},
    {"depth=--mm", "depth"},
    {"depth=, t=12", "depth"},
    {"Sensor: timeout", "depth"},
    {"nan mm", "mm"},
    {"--cm", "cm"},
    {"4in, --cm", "cm"},
    {"nancm", "cm"},
    {"12 ms, nan mm", "mm"},
    {"-nan", "1"},
    {"--", "1"},
    {"12,,311", "2"},
    {",46.2", "1"},
    {"12,", NULL},
    {"12;;311", "2"},
    {",,", "2"},
    {"nan,nan", "2"},
    {">depth:nan", "depth"},
    {">depth:12:nan", "depth"},
    {">depth:nan§mm|np", "depth mm"},
    {">force:nan", NULL},
    {"#12345:nan~", "depth_mm"},
    {"#12345:--,0~", "depth_mm"},
    {"Depth -- mm", "Depth mm"},
    {"10:23:45.123 -> depth=nan", "depth"},
    {"I (12) CPR: depth=nan", "depth"},
    {"I (12) CPR: TIMEOUT", "depth"},
};

static void what_is_missing_is_told_for_its_own_column(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof singles / sizeof *singles; i++) {
        const char *text = singles[i].line;
        struct shape_line line;
        shape_read(text, &line);
        const char *missing = singles[i].missing;
        if (no_reading_of(&line, text, missing ? missing : "depth") !=
            (missing != NULL)) {
            fail_msg("\"%s\" is %s with %zu numbers, %zu missing, invalid %d", text,
                     shape_name(line.shape), line.count, line.missing, line.is_invalid);
        }
    }
}

/* Prose is no reading that was lost, and a rule of dashes is none. */
static void prose_stays_words(void **state)
{
    (void)state;
    static const char *const prose[] = {
        "Push harder", "Hello, world", "Depth",       "-------------",
        "Error: none", "Name: N/A",    "Starting...", "Ready: true",
    };
    for (size_t i = 0; i < sizeof prose / sizeof *prose; i++) {
        struct shape_line line;
        enum shape shape = shape_read(prose[i], &line);
        assert_true(shape == SHAPE_WORDS || shape == SHAPE_NONE);
        if (no_reading_of(&line, prose[i], "depth")) {
            fail_msg("\"%s\" is a lost reading", prose[i]);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_column_is_missing_and_the_others_are_read),
        cmocka_unit_test(what_is_missing_is_told_for_its_own_column),
        cmocka_unit_test(prose_stays_words),
    };
    return cmocka_run_group_tests_name("missing numbers", tests, NULL, NULL);
}
