/* SPDX-License-Identifier: MIT */
/* What stands above which characters of a text. */
#include <string.h>

#include "base/paths.h"
#include "base/str.h"
#include "speech/lexicon.h"
#include "speech/ruby.h"
#include "support/tap.h"

static struct lexicon *lexicon;
static struct ruby *ruby;

static int load(void **state)
{
    (void)state;
    struct paths paths;
    if (!paths_init(&paths, NULL)) {
        return -1;
    }
    lexicon = lexicon_load(&paths, "zh-CN", "zh");
    ruby = lexicon ? ruby_load(&paths, "zh-CN", lexicon) : NULL;
    return ruby ? 0 : -1;
}

static int unload(void **state)
{
    (void)state;
    ruby_free(ruby);
    lexicon_destroy(lexicon);
    return 0;
}

/* The text with each pinyin behind its character. */
static const char *marked(const char *words, char *out, size_t size)
{
    str_copy(out, size, "");
    for (const char *at = words; *at;) {
        char pinyin[RUBY_BYTES];
        const char *next = at;
        size_t used = strlen(out);
        str_next_utf8(&next);
        enum ruby_need need = ruby_at(ruby, words, at, pinyin);
        str_format(out + used, size - used, "%.*s%s%s%s", (int)(next - at), at,
                   need == RUBY_TAUGHT ? "" : "(", need == RUBY_GUESS ? "?" : pinyin,
                   need == RUBY_TAUGHT ? "" : ")");
        at = next;
    }
    return out;
}

static void what_is_not_taught_has_its_pinyin(void **state)
{
    (void)state;
    static const char *const rows[][2] = {
        {"", ""},
        {"打120，按胸口。AED", "打120，按胸口。AED"},
        {"掐人中", "掐(qiā)人中"},
        {"溺水", "溺(nì)水"},
        {"跪在他身旁", "跪(guì)在他身旁"},
        {"肋骨断了", "肋(lèi)骨断了"},
        {"水会呛进气管", "水会呛(qiāng)进气管"}, /* a word decides */
        {"咔的一声", "咔(kā)的一声"},
        {"耽误", "耽(dān)误"},
        {"休克、痉挛", "休克、痉(jìng)挛(luán)"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char out[256];
        assert_string_equal(marked(rows[i][0], out, sizeof out), rows[i][1]);
    }
}

/* Where the tone's mark stands, for each kind of vowel. */
static void the_mark_stands_on_the_right_vowel(void **state)
{
    (void)state;
    static const char *const rows[][2] = {
        {"疟", "nüè"},    {"瘫", "tān"},  {"妆", "zhuāng"}, {"骼", "gé"},
        {"疮", "chuāng"}, {"窍", "qiào"}, {"捂", "wǔ"},     {"瘸", "qué"},
        {"馊", "sōu"},    {"揪", "jiū"},  {"跪", "guì"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char pinyin[RUBY_BYTES];
        assert_int_equal(ruby_at(ruby, rows[i][0], rows[i][0], pinyin), RUBY_KNOWN);
        assert_string_equal(pinyin, rows[i][1]);
    }
}

/* 2,500 of them, each once. */
static void the_list_is_whole(void **state)
{
    (void)state;
    int taught = 0;
    for (uint32_t code = 0x4E00; code <= 0x9FFF; code++) {
        char pinyin[RUBY_BYTES];
        const char letter[] = {(char)(0xE0 | code >> 12),
                               (char)(0x80 | (code >> 6 & 0x3F)),
                               (char)(0x80 | (code & 0x3F)), '\0'};
        taught += ruby_at(ruby, letter, letter, pinyin) == RUBY_TAUGHT;
    }
    assert_int_equal(taught, 2500);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_not_taught_has_its_pinyin),
        cmocka_unit_test(the_mark_stands_on_the_right_vowel),
        cmocka_unit_test(the_list_is_whole),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
