/* SPDX-License-Identifier: MIT */
/*
 * What the readers of an author's source say of a mistake (lesson/twins.h, grammar.h),
 * and that they find none where Lua finds none: all Lua files there are, and some
 * thousand spoilt copies of them, go through Lua as well.
 */
#include <glob.h>
#include <stdlib.h>
#include <string.h>

#include <lauxlib.h>
#include <lua.h>

#include "base/file.h"
#include "base/str.h"
#include "lesson/grammar.h"
#include "lesson/twins.h"
#include "support/tap.h"
#include "support/wave.h"

enum { SPOILT = 60, SPOILT_LEAST = 8, SPOILT_ALL = 4000 };

struct heard {
    int count;
    int syntax;
    struct complaint first;
};

static void hear(void *context, const struct complaint *complaint)
{
    struct heard *heard = context;
    heard->first = heard->count == 0 ? *complaint : heard->first;
    heard->count++;
    heard->syntax += complaint->syntax;
}

/* As lesson-check does: what Lua takes is not repaired. */
static struct heard read_source(const char *source, bool lua_takes_it)
{
    struct heard heard = {0};
    struct complaints to = {.tell = hear, .context = &heard};
    char *repaired = lua_takes_it ? strdup(source) : twins_repair(source, &to);
    if (repaired) {
        grammar_free(grammar_read(repaired, &to));
    }
    free(repaired);
    return heard;
}

static bool lua_takes(const char *source)
{
    lua_State *lua = luaL_newstate();
    assert_non_null(lua);
    bool takes = luaL_loadbufferx(lua, source, strlen(source), "=", "t") == LUA_OK;
    lua_close(lua);
    return takes;
}

static const struct {
    const char *source, *kind;
    int line, column;
} mistakes[] = {
    {"return {\n  id = “nosebleed”,\n}", "twin_quote", 2, 8},
    {"return {\n  id = \"nosebleed”,\n  minutes = 1 }", "twin_quote", 2, 18},
    {"return { id = 「a」 }", "twin_quote", 1, 15},
    {"return { id = ‘a’ }", "twin_quote", 1, 15},
    {"return {\n  id = \"a\"，\n  b = 1 }", "twin", 2, 11},
    {"return { a = 1、b = 2 }", "twin", 1, 15},
    {"return ｛ a = 1 ｝", "twin", 1, 8},
    {"local a = f（1）", "twin", 1, 12},
    {"return { seconds = ３０ }", "twin", 1, 20},
    {"return { id ＝ \"a\" }", "twin", 1, 13},
    {"ｒｅｔｕｒｎ { }", "twin", 1, 1},
    {"return {\n\xE3\x80\x80\xE3\x80\x80"
     "a = 1 }",
     "twin_space", 2, 1},
    {"return { } —— the end", "twin", 1, 12},
    {"return { text = 你好 }", "bare_words", 1, 17},
    {"return { text = \"\xC4\xE3\" }\n\xBA\xC3", "source_not_utf8", 2, 1},
    {"return {\n  a = \"one,\n  b = \"two\",\n}", "open_quote", 2, 7},
    {"return {\n  \"a, \"b\",\n}", "odd_quotes", 2, 9},
    {"return { a = [[one }", "open_long", 1, 14},
    {"return {\n  a = \"one\"\n  b = \"two\",\n}", "no_comma", 2, 7},
    {"return {\n  \"one\"\n  \"two\",\n}", "no_comma", 2, 3},
    {"return {\n  right = 1\n  why = \"w\" }", "no_comma", 2, 11},
    {"return {\n  { \"a\", \"b\" }\n  { \"c\", \"d\" } }", "no_comma", 2, 14},
    {"return {\n  text \"hello\"\n  n = 1 }", "no_comma", 2, 8},
    {"return {\n  minutes 4, a = 1 }", "no_equals", 2, 3},
    {"return {\n  run function() end }", "no_equals", 2, 3},
    {"return { \"a\" = 1 }", "key_in_quotes", 1, 10},
    {"return {\n  title: \"a\" }", "colon_field", 2, 8},
    {"return { a = , b = 1 }", "no_value", 1, 10},
    {"return {\n  run = function()\n    f()\n}", "open_block", 2, 9},
    {"return {\n  run = function()\n    if a then\n      f()\n  end,\n}", "open_block", 3,
     5},
    {"local function f()\n  for i = 1, 3 do\n    g(i)\nend\nreturn {}", "open_block", 2,
     3},
    {"if a then\n  f()\nelse if b then\n  g()\nend\nreturn {}", "else_if", 3, 1},
    {"return {\n  a = 1,\n", "open_brace", 1, 8},
    {"return { run = function()\n  card.show { text = \"x\"\n  end }", "open_brace", 2,
     13},
    {"return { run = function()\n  f { a = \"x\"\n  f { a = \"y\" }\n  end }",
     "open_brace", 2, 5},
    {"return { run = function()\n  f(1, 2\nend }", "open_brace", 2, 4},
    {"if a = 1 then f() end", "equals_twice", 1, 6},
    {"if a == 1\n  f()\nend", "no_opening", 1, 9},
    {"for i = 1, 3\n  f()\nend", "no_opening", 1, 12},
    {"while a\n  f()\nend", "no_opening", 1, 7},
    {"if a thne f() end", "near_keyword", 1, 6},
    {"locla a = 1", "near_keyword", 1, 1},
    {"return { run = function()\n  f()\n  edn }", "near_keyword", 3, 3},
    {"if a != 1 then f() end", "foreign_sign", 1, 6},
    {"if a && b then f() end", "foreign_sign", 1, 6},
    {"{ api = 1 }", "no_return", 1, 1},
    {"// a comment\nreturn {}", "comment_sign", 1, 1},
    {"return { a = 1 }}", "behind_return", 1, 16},
    {"return {\n a = {},\n },\n b = 1 }", "behind_return", 3, 2},
    {"f()\nend\nreturn {}", "stray_close", 2, 1},
    {"card.show\nreturn {}", "no_statement", 1, 1},
    {"return { a = 30s }", "lua_number", 1, 14},
    {"return { run = function\n f() end }", "no_parameters", 1, 16},
    {"local a = ", "unfinished", 1, 9},
    {"local a = = 1", "stray_sign", 1, 11},
};

static void each_mistake_is_named_where_it_was_made(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++) {
        const char *source = mistakes[i].source;
        assert_false(lua_takes(source));
        struct heard heard = read_source(source, false);
        bool right = heard.count > 0 &&
                     str_equal(heard.first.cause.kind, mistakes[i].kind) &&
                     heard.first.line == mistakes[i].line &&
                     heard.first.column == mistakes[i].column;
        if (!right) {
            printf("# %s\n# expected %s at %d:%d, got %s at %d:%d\n", source,
                   mistakes[i].kind, mistakes[i].line, mistakes[i].column,
                   heard.count ? heard.first.cause.kind : "nothing", heard.first.line,
                   heard.first.column);
            wrong++;
        }
    }
    assert_int_equal(wrong, 0);
}

/* Signs of the wrong keyboard are mistakes each; of what is behind one other nothing. */
static void one_mistake_is_told_once(void **state)
{
    (void)state;
    struct heard heard = read_source("return {\n a = “x”，\n b = ３\n c = 4 }", false);
    assert_int_equal(heard.count, 4); /* quote, comma, digit, missing comma */
    heard = read_source("return {\n a = \"x\n b = 3\n c = 4 }\n}", false);
    assert_int_equal(heard.count, 2);
    for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++) {
        heard = read_source(mistakes[i].source, false);
        assert_in_range(heard.count, 1, 3);
    }
}

/* ---- against Lua
 * -------------------------------------------------------------------- */

/* Takes out, doubles, or puts another sign in the place of one. */
static void spoil(struct rng *rng, char *source)
{
    static const char signs[] = "{}()[]=,;\"'.:\n end0 a-";
    size_t length = strlen(source);
    size_t at = (size_t)rng_int(rng, 0, (int)length - 2);
    if (rng_int(rng, 0, 1)) {
        memmove(source + at, source + at + 1, length - at);
    } else {
        source[at] = signs[rng_int(rng, 0, (int)sizeof signs - 2)];
    }
}

struct tally {
    int taken, refused, alike;
};

static void compare(const char *source, const char *path, struct tally *tally)
{
    bool takes = lua_takes(source);
    struct heard heard = read_source(source, true);
    if (takes && heard.syntax > 0) {
        fail_msg("%s: Lua takes it, but line %d: %s: %s", path, heard.first.line,
                 heard.first.cause.kind, source);
    }
    tally->taken += takes;
    tally->refused += !takes;
    tally->alike += !takes && heard.syntax > 0;
    if (!takes) {
        read_source(source, false); /* a text of any kind does no harm */
    }
}

static void what_lua_takes_is_taken(void **state)
{
    (void)state;
    static const char *const patterns[] = {
        "scripts/*.lua",         "scripts/*/*/*.lua",
        "scripts/guidelines/*",  "scripts/lessons/*/*/*.lua",
        "tests/lua/*/*.lua",     "tests/lua/*/*/*.lua",
        "tests/lessons/*/*.lua", NULL};
    struct rng rng = rng_begin();
    struct tally tally = {0};
    int files = 0;
    for (size_t i = 0; patterns[i]; i++) {
        glob_t found;
        if (glob(patterns[i], 0, NULL, &found) != 0) {
            continue;
        }
        /* Many lessons share what there is time for. */
        size_t each = SPOILT_ALL / (found.gl_pathc * 4);
        each = each > SPOILT ? SPOILT : each < SPOILT_LEAST ? SPOILT_LEAST : each;
        for (size_t f = 0; f < found.gl_pathc; f++, files++) {
            size_t length = 0;
            char *source = file_read(found.gl_pathv[f], 1 << 20, &length);
            assert_non_null(source);
            if (strlen(source) != length) {
                free(source); /* Lua reads on behind a NUL */
                continue;
            }
            compare(source, found.gl_pathv[f], &tally);
            for (size_t n = 0; n < each && length > 4; n++) {
                char *copy = strdup(source);
                spoil(&rng, copy);
                compare(copy, found.gl_pathv[f], &tally);
                free(copy);
            }
            free(source);
        }
        globfree(&found);
    }
    printf("# %d files: %d sources taken by both, %d refused by Lua, %d of them by us\n",
           files, tally.taken, tally.refused, tally.alike);
    assert_true(files > 50);
    assert_true(tally.alike > tally.refused * 97 / 100);
}

/* ---- what is kept of a sound source
 * ------------------------------------------------- */

static void calls_are_kept_with_what_becomes_of_them(void **state)
{
    (void)state;
    const char *source = "local a = card.ask { text = \"q\",\n \"x\", \"y\" }\n"
                         "card.ask { \"x\", right = 1,\n right = 2 }\n"
                         "if card.ask { } then f() end\n"
                         "if a == 1 or not card.ask { n } then f() end\n"
                         "if card.ask { } == 2 then f() end\n"
                         "g(card.ask { [\"why\"] = \"w\" })\n";

    static const enum grammar_use uses[] = {GRAMMAR_VALUE,     GRAMMAR_NOTHING,
                                            GRAMMAR_CONDITION, GRAMMAR_CONDITION,
                                            GRAMMAR_VALUE,     GRAMMAR_VALUE};
    struct heard heard = {0};
    struct complaints to = {.tell = hear, .context = &heard};
    struct grammar *grammar = grammar_read(source, &to);
    assert_true(grammar->sound);
    assert_int_equal(heard.count, 0);
    assert_int_equal(grammar->call_count, 6);
    for (size_t i = 0; i < 6; i++) {
        assert_string_equal(grammar->calls[i].function, "card.ask");
        assert_int_equal(grammar->calls[i].use, uses[i]);
    }
    const struct grammar_call *call = &grammar->calls[1];
    assert_int_equal(call->line, 3);
    assert_int_equal(call->field_count, 3);
    assert_string_equal(call->fields[0].text, "x");
    assert_string_equal(call->fields[2].name, "right");
    assert_int_equal(call->fields[2].line, 4);
    assert_string_equal(grammar->calls[5].fields[0].name, "why");
    assert_int_equal(grammar->local_count, 1);
    grammar_free(grammar);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_mistake_is_named_where_it_was_made),
        cmocka_unit_test(one_mistake_is_told_once),
        cmocka_unit_test(what_lua_takes_is_taken),
        cmocka_unit_test(calls_are_kept_with_what_becomes_of_them),
    };
    return cmocka_run_group_tests_name("grammar", tests, NULL, NULL);
}
