/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/str.h"
#include "support/tap.h"
#include "text/linebreak.h"

enum { BYTES = 2048 };

static struct linebreaker *breaker;

/* The text with '|' wherever a line may end. */
static void mark_breaks(const char *text, bool chinese, char *marked)
{
    enum linebreak after[BYTES];
    size_t length = strlen(text);
    linebreak_find(breaker, text, length, chinese, after);
    for (size_t i = 0; i < length; i++) {
        *marked++ = text[i];
        if (after[i] == LINEBREAK_MAY) {
            *marked++ = '|';
        }
    }
    *marked = '\0';
}

struct example {
    const char *marked; /* '|' wherever a line may end */
    bool chinese;
};

/* Beside the dictionary's. */
static const char *const kept[] = {
    "胸外按压", "胸外", "索尔费里诺", "亨利·杜南",      "红十字会",   "模拟人",
    "除颤器",   "拨打", "回弹",       "生命教育体验馆", "县红十字会",
};

static const struct example examples[] = {
    /* Numbers with their units, signs and ranges. */
    {"深度 |5–6 cm，|每|分钟 |100–120 次。", true},
    {"按|30次|吹|2次", true},
    {"第1步：|看|安全", true},
    {"第十二课", true},
    {"速度|110次/分", true},
    {"深度|46毫米", true},
    {"深度|46 毫米", true},
    {"约5厘米", true},
    {"≥5 cm", true},
    {"比例|30:2", true},
    {"2024年|5月|12日", true},
    {"拨打120|电话", true},
    {"请|打120|电话", true},
    {"远离|10米，|打95598|电话", true},
    {"拨12345|问|一问", true},
    {"联系110|报警", true},
    {"呼叫119，|不要|挂断", true},
    {"得了|82.5分", true},
    {"合格|96%，|回弹|93％", true},
    {"体温|36.5℃|以上", true},
    {"Push |5 cm |deep, |100–120 times |a |minute", false},
    {"at |least |30 s |long", false},
    {"about |30 |chest |compressions", false},
    /* Marks. */
    {"他|说：|“快打120！”|然后……|跑了", true},
    {"看——|听——|感觉", true},
    {"《红十字会|法》|规定", true},
    {"（约10分钟）|内", true},
    {"安全、|意识、|呼吸；|再做", true},
    {"34 课 · |每课 |3 分钟", true},
    {"(see |page |3) |and |go", false},
    {"first-|aid", false},
    {"\"Are |you |all |right?\"", false},
    /* Words of both kinds. */
    {"把|AED|拿来", true},
    {"找到 |AED |再说", true},
    {"拨打 |120", true},
    /* Words of the dictionary, and of our own list: the longest, at its whole length. */
    {"人工呼吸|和|胸外按压", true},
    {"用力|做|胸外|心脏|按摩", true},
    {"嘉|善|县红十字会|欢迎|你", true},
    {"亨利·杜南|在|索尔费里诺|看见了|什么？", true},
    {"亨利·|杜|先生", true},
    {"自动|体外|除颤器|送到", true},
    {"生命教育体验馆", true},
    {"大人|和|小朋友们|都可以|慢慢地|按", true},
    {"红十字会的|历史", true},
    {"的确|如此", true},
    /* A list's word ends inside what the dictionary takes for one. */
    {"让|胸廓|回弹|起来", true},
    /* In every language, and beside what a line has to end with. */
    {"Say |红十字会 |in |Chinese", false},
    {"红十字会\n人工呼吸", true},
};

static void examples_break_where_a_reader_expects(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        char plain[256];
        char marked[512];
        size_t length = 0;
        for (const char *at = examples[i].marked; *at; at++) {
            if (*at != '|') {
                plain[length++] = *at;
            }
        }
        plain[length] = '\0';
        mark_breaks(plain, examples[i].chinese, marked);
        if (strcmp(marked, examples[i].marked) != 0) {
            print_error("expected %s\nfound    %s\n", examples[i].marked, marked);
            wrong++;
        }
    }
    assert_int_equal(wrong, 0);
}

/* ---- what holds for every text ------------------------------------------------ */

static const char *const pieces[] = {
    "按",   "压",   "深",  "度",  "第",    "步",  "次", "分", "毫米", "厘米", "，",
    "。",   "！",   "？",  "、",  "；",    "：",  "）", "（", "《",   "》",   "“",
    "”",    "……",   "——",  "％",  "℃",     "/",   " ",  " ",  "120",  "5",    "100–120",
    "30:2", "cm",   "AED", "the", "chest", "cm ", "-",  "\n", "(",    ")",    ",",
    "",     "\xC3", "≥",   "…",   "心",    "7",   "ml", "年",
};

static void drawn_text(struct rng *rng, char *text)
{
    int count = rng_int(rng, 1, 40);
    text[0] = '\0';
    for (int i = 0; i < count; i++) {
        size_t at = (size_t)rng_int(rng, 0, (int)(sizeof pieces / sizeof *pieces) - 1);
        if (pieces[at][0] != '\xC3') {
            strcat(text, pieces[at]);
        }
    }
}

static bool one_of(const char *set, uint32_t code)
{
    while (*set) {
        if (str_next_utf8(&set) == code) {
            return true;
        }
    }
    return false;
}

static bool digit(uint32_t code)
{
    return code >= '0' && code <= '9';
}

static void assert_break_is_fair(const char *text, size_t at)
{
    const char *next = text + at;
    const char *before = next - 1;
    while (((unsigned char)*before & 0xC0) == 0x80) {
        before--;
    }
    const char *step = before;
    uint32_t last = str_next_utf8(&step);
    step = next;
    uint32_t first = str_next_utf8(&step);
    bool fair = !one_of("，。！？、；：）》”…—％℃/,) ", first) &&
                !one_of("（《“(", last) && !(digit(last) && digit(first)) &&
                !(digit(last) && one_of("次分步年", first)) &&
                !(digit(first) && one_of("第≥", last)) &&
                !(last == '/' && first > 0x3400 && first < 0xA000) &&
                !(strncmp(next, "cm", 2) == 0 && digit(last) && next[2] == ' ');
    if (!fair) {
        fail_msg("a line of \"%s\" may begin at byte %zu: \"%s\"", text, at, next);
    }
}

static void no_random_text_breaks_before_a_closing_mark_or_inside_a_number(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    int breaks = 0;
    for (int round = 0; round < 20000; round++) {
        char text[BYTES];
        drawn_text(&rng, text);
        size_t length = strlen(text);
        enum linebreak after[BYTES];
        linebreak_find(breaker, text, length, rng_int(&rng, 0, 1), after);
        for (size_t i = 0; i < length; i++) {
            bool inside = i + 1 < length && ((unsigned char)text[i + 1] & 0xC0) == 0x80;
            if (inside || i + 1 == length) {
                assert_int_equal(after[i], LINEBREAK_NEVER);
            } else if (text[i] == '\n') {
                assert_int_equal(after[i], LINEBREAK_MUST);
            } else if (after[i] == LINEBREAK_MAY) {
                assert_break_is_fair(text, i + 1);
                breaks++;
            }
        }
    }
    assert_true(breaks > 20000);
}

/* Writes a character of any plane as UTF-8; returns what follows it. */
static char *add_code(char *at, uint32_t code)
{
    if (code < 0x80) {
        *at++ = (char)code;
        return at;
    }
    int more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    static const int leads[] = {0, 0xC0, 0xE0, 0xF0};
    *at++ = (char)(leads[more] | (int)(code >> 6 * more));
    while (more-- > 0) {
        *at++ = (char)(0x80 | (int)(code >> 6 * more & 63));
    }
    return at;
}

/* A visitor's language may have any letters; libunibreak 1.1 stops the program at
 * some of them. */
static void characters_of_every_script_are_accepted(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (uint32_t code = 1; code < 0x110000; code++) {
        /* All of the first plane and of the pictograms, one in 101 of the others. */
        bool all = code < 0x10000 || (code >= 0x1F000 && code < 0x20000);
        if (!all && code % 101 > 0) {
            continue;
        }
        char text[BYTES];
        char *at = text;
        if (code >= 0xD800 && code < 0xE000) {
            continue; /* half a character of UTF-16 */
        }
        at = add_code(at, (uint32_t)rng_int(&rng, 1, 0xD7FF));
        at = add_code(at, code);
        size_t length = (size_t)(at - text);
        enum linebreak after[BYTES];
        *at = '\0';
        linebreak_find(breaker, text, length, code & 1, after);
        assert_int_equal(after[length - 1], LINEBREAK_NEVER);
        assert_int_equal(after[0] == LINEBREAK_MUST, text[0] == '\n');
    }
}

int main(void)
{
    breaker = linebreak_open();
    assert_non_null(breaker);
    linebreak_keep(breaker, kept, sizeof kept / sizeof *kept);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(examples_break_where_a_reader_expects),
        cmocka_unit_test(no_random_text_breaks_before_a_closing_mark_or_inside_a_number),
        cmocka_unit_test(characters_of_every_script_are_accepted),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    linebreak_close(breaker);
    return failed;
}
