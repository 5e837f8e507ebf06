/* SPDX-License-Identifier: MIT */
/* memo: any line comes out as without it, and those that come all day are remembered. */
#include <ctype.h>
#include <string.h>

#include "base/str.h"
#include "link/memo.h"
#include "link/prefix.h"
#include "support/tap.h"

enum { LINE_MAX_BYTES = 400, BASES_MAX = 512, ROUNDS = 40 };

static struct memo memo, shared;

struct bases {
    char lines[BASES_MAX][LINE_MAX_BYTES];
    int count;
};

static struct bases bases;

static void add_base(const char *prefix, const char *line, size_t length)
{
    assert_true(bases.count < BASES_MAX);
    str_format(bases.lines[bases.count++], LINE_MAX_BYTES, "%s%.*s", prefix, (int)length,
               line);
}

/* Every example there is, some behind each prefix, and lines that say "valid". */
static void make_bases(void)
{
    static const char *const others[] = {
        "{\"valid\":1,\"depth\":46.2}",
        "valid=1 depth=46.2",
        "ok:1 depth:46.2",
        "s1=12 s2=46.2",
        "sensor2: 46.2 mm",
        "{\"a\":1,\"a\":2,\"b\":1}",
        "{'t': 12, 'ok': True}",
        "TIMEOUT",
        "Retry 3 of 5",
        "# 12",
        "depth= nan t=3",
        "{\"valid\":false,\"depth\":8190}",
        "{\"t\":5,\"depth\":null}",
        "depth=nan ok=1",
        "10:23:45.123 -> Depth: --",
        "Depth: TIMEOUT, Rate: 110",
        "12,TIMEOUT,7",
        "12,,46.2",
        "\357\273\27712,46.2",
        "\033[0;32mI (12) CPR: depth=46.2\033[0m",
        "INFO CPR: INFO t=7 depth=46.2",
        "米毫米: 46.2",
        "a 12毫米波: 46.2",
        "1.2.3.4",
        "10:23:45",
        "depth  =   46.2   mm",
    };
    bases.count = 0;
    for (int shape = 0; shape < SHAPE_COUNT; shape++) {
        for (const char *at = shape_examples((enum shape)shape); at;) {
            const char *end = strchr(at, '\n');
            add_base("", at, end ? (size_t)(end - at) : strlen(at));
            add_base("10:23:45.123 -> ", at, end ? (size_t)(end - at) : strlen(at));
            add_base("I (12) CPR: ", at, end ? (size_t)(end - at) : strlen(at));
            at = end ? end + 1 : NULL;
        }
    }
    for (size_t i = 0; prefix_example(i); i++) {
        add_base("", prefix_example(i), strlen(prefix_example(i)));
    }
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        add_base("", others[i], strlen(others[i]));
    }
}

/* As many digits; any number; or what only looks like one. */
static void add_number(struct rng *rng, const char *digits, size_t length,
                       struct str *text)
{
    static const char *const odd[] = {
        "0",
        "-0",
        "-0.0",
        "007",
        "+5",
        "5.",
        ".5",
        "1e3",
        "1E+05",
        "1e400",
        "nan",
        "",
        "-",
        "1,5",
        "1.5.2",
        "12345678901234567890",
        "0x10",
        " 7",
        "\t7",
        "7 ",
        "00",
        "73291684",
        "999999999999999",
    };
    int kind = rng_int(rng, 0, 9);
    if (kind == 0) {
        str_add(text, "%s", odd[rng_int(rng, 0, sizeof odd / sizeof *odd - 1)]);
    } else if (kind == 1) {
        str_add(text, "%d", rng_int(rng, -3000, 3000));
    } else if (kind == 2) {
        str_add(text, "%.*f", rng_int(rng, 1, 4), rng_between(rng, -500, 500));
    } else if (kind < 6) {
        str_add(text, "%.*s", (int)length, digits);
    } else {
        for (size_t i = 0; i < length; i++) {
            str_add(text, "%d", rng_int(rng, 0, 9));
        }
    }
}

static void draw_line(struct rng *rng, const char *base, bool is_odd, struct str *text)
{
    for (const char *at = base; *at;) {
        size_t digits = strspn(at, "0123456789");
        if (digits > 0) {
            if (is_odd) {
                add_number(rng, at, digits, text);
            } else {
                str_add(text, "%0*d", (int)digits, rng_int(rng, 1, 9));
            }
            at += digits;
        } else if (is_odd && !rng_int(rng, 0, 60) && (unsigned char)*at < 0x80) {
            at += rng_int(rng, 0, 1); /* a byte too many, or too few */
            str_add(text, "%c", " \t,.:-=e7x"[rng_int(rng, 0, 9)]);
        } else {
            str_add(text, "%c", *at++);
        }
    }
    while (text->length >= LINE_MAX_BYTES) {
        text->text[--text->length] = '\0';
    }
}

static void check(struct memo *by, const char *line)
{
    struct shape_line got;
    struct shape_line want;
    memset(&got, 0x55, sizeof got);
    enum shape shape = memo_read(by, line, &got);
    if (shape != shape_read(line, &want) || got.shape != want.shape ||
        got.count != want.count || got.missing != want.missing ||
        got.has_words != want.has_words || got.is_invalid != want.is_invalid) {
        fail_msg("%s: shape %d with %zu, not %d with %zu", line, got.shape, got.count,
                 want.shape, want.count);
    }
    for (size_t i = 0; i < want.count; i++) {
        const struct shape_field *a = &got.fields[i];
        const struct shape_field *b = &want.fields[i];
        if (!str_equal(a->name, b->name) || memcmp(&a->value, &b->value, 8) != 0) {
            fail_msg("%s: %s %.17g, not %s %.17g", line, a->name, a->value, b->name,
                     b->value);
        }
    }
    for (size_t i = 0; i < want.missing && i < SHAPE_MISSING_MAX; i++) {
        assert_string_equal(got.missing_names[i], want.missing_names[i]);
    }
}

static void any_line_is_read_as_without_it(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    make_bases();
    memset(&shared, 0, sizeof shared);
    for (int i = 0; i < bases.count; i++) {
        memset(&memo, 0, sizeof memo);
        for (int round = 0; round < ROUNDS; round++) {
            struct str text = {0};
            draw_line(&rng, bases.lines[i], round > 3, &text);
            check(&memo, text.text ? text.text : "");
            check(&shared, text.text ? text.text : "");
            str_free(&text);
        }
    }
}

static uint32_t hits(const struct memo *of)
{
    uint32_t sum = 0;
    for (size_t i = 0; i < MEMO_LINES; i++) {
        sum += of->lines[i].hits;
    }
    return sum;
}

/* Several kinds in turn, with words between: what a sketch prints from a loop. */
static void what_comes_again_is_remembered(void **state)
{
    (void)state;
    static const char *const kinds[] = {
        "Depth: %d.%d mm",
        "{\"t\":%d,\"depth\":\"%d mm\"}",
        "10:23:4%d.123 -> %d mm",
        "深度：%d.%d毫米",
        "TIMEOUT",
        "t=%d accel=(1,%d,3)",
        "I (%d) CPR: depth=%d",
    };

    enum { KINDS = sizeof kinds / sizeof *kinds, LINES = 700 };

    memset(&memo, 0, sizeof memo);
    for (int i = 0; i < LINES; i++) {
        struct str text = {0};
        const char *kind = kinds[i % KINDS];
        int number = 0;
        for (const char *at = kind; *at; at++) {
            if (*at == '%' && at[1] == 'd') {
                str_add(&text, "%d", number++ ? 1000 - i : i % 10);
                at++;
            } else {
                str_add(&text, "%c", *at);
            }
        }
        check(&memo, text.text);
        str_free(&text);
    }
    assert_int_equal(hits(&memo), LINES - 2 * KINDS);
}

/* A name that counts: such lines are not asked about again and again. */
static void what_is_never_the_same_is_left_alone(void **state)
{
    (void)state;
    char line[64];
    memset(&memo, 0, sizeof memo);
    for (int i = 0; i < 1000; i++) {
        str_format(line, sizeof line, "s%d_mm: %d", i, i);
        check(&memo, line);
    }
    uint32_t misses = 0;
    for (size_t i = 0; i < MEMO_LINES; i++) {
        misses += memo.lines[i].misses;
    }
    assert_int_equal(hits(&memo), 0);
    assert_true(misses > 3 && misses < 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_line_is_read_as_without_it),
        cmocka_unit_test(what_comes_again_is_remembered),
        cmocka_unit_test(what_is_never_the_same_is_left_alone),
    };
    return cmocka_run_group_tests_name("memo", tests, NULL, NULL);
}
