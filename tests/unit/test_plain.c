/* SPDX-License-Identifier: MIT */
/*
 * What is read of a data file without Lua is what Lua makes of it: every file that is
 * shipped, and files into which something was typed by chance.
 */
#include <glob.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/str.h"
#include "conf/data.h"
#include "conf/fields.h"
#include "conf/plain.h"
#include "support/tap.h"

enum { ROUNDS = 6000, FILE_MAX = 1 << 20, EDITS_MAX = 3 };

static bool is_same(const struct conf_data *a, const struct conf_data *b)
{
    bool keys = !a->key == !b->key && (!a->key || strcmp(a->key, b->key) == 0);
    bool same = keys && a->kind == b->kind && a->index == b->index &&
                a->count == b->count && a->boolean == b->boolean &&
                memcmp(&a->number, &b->number, sizeof a->number) == 0 &&
                !a->text == !b->text && (!a->text || strcmp(a->text, b->text) == 0);
    for (size_t i = 0; same && i < a->count; i++) {
        same = is_same(&a->items[i], &b->items[i]);
    }
    return same;
}

/* By Lua alone, since plain reads no statement. */
static struct conf_data *by_lua(const char *bytes, size_t length)
{
    static const char before[] = "local lua = 1 ";
    char *all = malloc(sizeof before - 1 + length);
    assert_non_null(all);
    memcpy(all, before, sizeof before - 1);
    memcpy(all + sizeof before - 1, bytes, length);
    struct conf_data *data = conf_data_parse("file", all, sizeof before - 1 + length);
    free(all);
    return data;
}

/* Whether it was read without Lua. */
static bool expect_same(const char *what, const char *bytes, size_t length)
{
    struct conf_data *plain = conf_plain_parse(bytes, length);
    if (!plain) {
        return false;
    }
    struct conf_data *lua = by_lua(bytes, length);
    if (!lua || !is_same(plain, lua)) {
        fail_msg("%s is read without Lua, %s: %.*s", what,
                 lua ? "and is something else" : "which refuses it",
                 length < 2000 ? (int)length : 2000, bytes);
    }
    conf_data_free(plain);
    conf_data_free(lua);
    return true;
}

static void every_shipped_file_is_read_as_lua_reads_it(void **state)
{
    (void)state;

    static const struct {
        const char *files;
        bool all;
    } rows[] = {{"scripts/text/*.lua", true},
                {"scripts/lessons/*/text/*.lua", true},
                {"scripts/speech/*-common.lua", true},
                {"scripts/check/*.lua", true},
                {"scripts/*.lua", false},
                {"scripts/speech/*.lua", false},
                {"scripts/guidelines/*.lua", false},
                {"scripts/references/*.lua", false}};

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        glob_t found;
        size_t plain = 0;
        assert_int_equal(glob(rows[i].files, 0, NULL, &found), 0);
        for (size_t n = 0; n < found.gl_pathc; n++) {
            size_t length = 0;
            char *bytes = file_read(found.gl_pathv[n], FILE_MAX, &length);
            assert_non_null(bytes);
            bool read = expect_same(found.gl_pathv[n], bytes, length);
            plain += read;
            if (rows[i].all && !read) {
                fail_msg("%s is not plain", found.gl_pathv[n]);
            }
            free(bytes);
        }
        printf("# %s: %zu of %zu\n", rows[i].files, plain, found.gl_pathc);
        globfree(&found);
    }
}

/* Small files with one of everything that Lua has a way of its own with. */
static const char *const files[] = {
    "-- SPDX\nreturn { a = \"x\", b = 'y', [\"c d\"] = 12, e = -3.50, f = true }\n",
    "return {\n  { code = \"zh\", n = 0, list = { 1, 2, { 3 } } },\n  { code = \"en\" "
    "},\n}",
    "return { \"one\", \"two\\n\\\"three\\\"\\\\\", x = { y = { z = -0, w = -0.0 } }; "
    "};--end",
    "return{a=1,b=2;c=3,}--[no]\n",
    "return { a = \"\xE4\xB8\xAD\xE6\x96\x87\", and_so = 007, _1 = .5, b = 1.25 }",
    "return { a = { b = { c = { d = { e = { f = { g = { h = { } } } } } } } } }",
};

static const char *const typed[] = {"\"",
                                    "'",
                                    "{",
                                    "}",
                                    "[",
                                    "]",
                                    "=",
                                    "==",
                                    ",",
                                    ";",
                                    "-",
                                    "--",
                                    "--[[",
                                    "]]",
                                    "\\",
                                    "\\n",
                                    "\\x41",
                                    "\\z",
                                    "\n",
                                    "\r",
                                    "\t",
                                    " ",
                                    "0",
                                    "0x1",
                                    "1e3",
                                    ".",
                                    "..",
                                    "nil",
                                    "true",
                                    "not ",
                                    "return ",
                                    "function",
                                    "end",
                                    "a",
                                    "_",
                                    "a = 1, ",
                                    "\"a\", ",
                                    "[1] = ",
                                    "[\"a\"] = ",
                                    "\xC3",
                                    "\xEF\xBB\xBF",
                                    "(",
                                    ")",
                                    ":",
                                    "#",
                                    "123456789012345678"};

#define DRAW(rng, list) list[rng_int(rng, 0, (int)(sizeof list / sizeof *list) - 1)]

static size_t edit(struct rng *rng, char *bytes, size_t length)
{
    const char *more = DRAW(rng, typed);
    size_t at = (size_t)rng_int(rng, 0, (int)length);
    size_t gone = rng_int(rng, 0, 1) ? (size_t)rng_int(rng, 0, 6) : 0;
    size_t added = rng_int(rng, 0, 2) ? strlen(more) : 0;
    gone = gone > length - at ? length - at : gone;
    memmove(bytes + at + added, bytes + at + gone, length - at - gone);
    memcpy(bytes + at, more, added);
    return length - gone + added;
}

static void whatever_is_typed_is_read_as_lua_reads_it_or_left_to_it(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    int plain = 0;
    for (int round = 0; round < ROUNDS; round++) {
        char bytes[1024];
        const char *file = DRAW(&rng, files);
        size_t length = strlen(file);
        memcpy(bytes, file, length);
        for (int edits = rng_int(&rng, 0, EDITS_MAX); edits > 0; edits--) {
            length = edit(&rng, bytes, length);
        }
        if (rng_int(&rng, 0, 99) == 0) {
            bytes[length / 2] = '\0';
        }
        plain += expect_same("a file", bytes, length);
    }
    printf("# %d of %d without Lua\n", plain, ROUNDS);
    assert_true(plain > ROUNDS / 10 && plain < ROUNDS * 9 / 10);
}

/* A name that stands there twice, more than may be, and what only Lua can tell of. */
static void what_is_not_plain_is_left_to_lua(void **state)
{
    (void)state;
    static const char *const not_plain[] = {
        "return { a = 1, b = 2, a = 3 }",
        "return { a = 1, [\"a\"] = 3 }",
        "return { a = nil }",
        "return { a = \"x\" .. \"y\" }",
        "return { 1, 2 } , 3",
        "return { a = 1 } end",
        "return 5",
        "",
        "return { a = [[x]] }",
        "--[[\n]] return {}",
        "return { a = \"x\ny\" }",
        "return { [\"\"] = 1 }",
        "return { a = \"\xFF\" }",
        "return { end = 1 }",
        "return { a = 1 b = 2 }",
        "return { a = { { { { { { { { { } } } } } } } } } }",
        "local a = 1 return { a = a }",
    };
    for (size_t i = 0; i < sizeof not_plain / sizeof *not_plain; i++) {
        if (conf_plain_parse(not_plain[i], strlen(not_plain[i]))) {
            fail_msg("read without Lua: %s", not_plain[i]);
        }
    }
}

/* The head of a lesson is what stands before its run(); Lua would take the last of
 * two. */
static void a_head_ends_where_no_data_begins(void **state)
{
    (void)state;
    static const char rest[] = "run = function() return 1 + end";
    static const char *const sound[] = {"id = \"a\", minutes = 3, ", "minutes = 3; ", ""};
    static const char *const odd[] = {"id = \"a\", minutes = 3, id = \"b\", ",
                                      "id = f(), ", "id = \"a\" ", "id = { 1, ["};
    char text[256];
    for (size_t i = 0; i < sizeof sound / sizeof *sound; i++) {
        str_format(text, sizeof text, "return { %s%s", sound[i], rest);
        struct conf_data *head = conf_plain_head(text, strlen(text), "run");
        assert_non_null(head);
        const struct conf_data *minutes = conf_field_find(head, "minutes");
        assert_int_equal(head->count, 2 - i);
        assert_true(i == 2 || minutes->number == 3);
        conf_data_free(head);
    }
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) {
        str_format(text, sizeof text, "return { %s%s", odd[i], rest);
        assert_null(conf_plain_head(text, strlen(text), "run"));
    }
    assert_null(conf_plain_head("return { id = 1 }", strlen("return { id = 1 }"), "run"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_shipped_file_is_read_as_lua_reads_it),
        cmocka_unit_test(whatever_is_typed_is_read_as_lua_reads_it_or_left_to_it),
        cmocka_unit_test(what_is_not_plain_is_left_to_lua),
        cmocka_unit_test(a_head_ends_where_no_data_begins),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
