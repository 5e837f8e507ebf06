/* SPDX-License-Identifier: MIT */
/*
 * What a voice has to record, and whether the pieces of a line say what the line says:
 * beside each other they have the words of spoken_words() of the whole line.
 */
#include <ctype.h>
#include <string.h>

#include "base/err.h"
#include "base/paths.h"
#include "base/str.h"
#include "conf/conf.h"
#include "speech/piece.h"
#include "speech/script.h"
#include "speech/spoken.h"
#include "support/tap.h"

static bool has_all(void *context, uint64_t hash)
{
    (void)context;
    (void)hash;
    return true;
}

/* All but one hash. */
static bool has_others(void *context, uint64_t hash)
{
    return *(const uint64_t *)context != hash;
}

static void fail_at(void *context, const char *sentence)
{
    (void)context;
    fail_msg("%s", sentence);
}

/* Only what is heard: letters and Han, without blanks, marks and case. */
static void add_heard(struct str *out, const char *text)
{
    str_add(out, "%s", "");
    for (const char *next = text; *text; text = next) {
        uint32_t code = str_next_utf8(&next);
        bool mark = piece_skip_marks(text) != text || code == '-';
        if (!mark) {
            char small[8];
            str_format(small, sizeof small, "%.*s", (int)(next - text), text);
            small[0] = (char)tolower((unsigned char)small[0]);
            str_add(out, "%s", small);
        }
    }
}

/* What is heard of a text when a voice speaks it. */
static void add_words(struct str *out, const char *locale, const char *text)
{
    struct str words = {0};
    str_add(&words, "%s", "");
    spoken_words(locale, text, &words);
    add_heard(out, words.text);
    str_free(&words);
}

static size_t pieces_of(const struct script *script, const char *line, uint64_t *hashes)
{
    return script_pieces(script, line, has_all, NULL, hashes);
}

static void expect_words(const struct script *script, const char *locale,
                         const char *line)
{
    uint64_t hashes[SCRIPT_PIECES_MAX];
    size_t count = pieces_of(script, line, hashes);
    struct str got = {0};
    struct str wanted = {0};
    str_add(&got, "%s", "");
    for (size_t i = 0; i < count; i++) {
        const struct script_line *piece = script_find(script, hashes[i]);
        assert_non_null(piece);
        add_heard(&got, piece->words);
    }
    add_words(&wanted, locale, line);
    if (!str_equal(got.text, wanted.text)) {
        fail_msg("\"%s\": pieces say \"%s\", the line \"%s\"", line, got.text,
                 wanted.text);
    }
    str_free(&got);
    str_free(&wanted);
}

static struct script *script_of(const char *locale, const char *const *texts)
{
    struct script *script = script_create(locale);
    for (size_t i = 0; texts[i]; i++) {
        char key[16];
        str_format(key, sizeof key, "t%zu", i);
        script_add(script, SCRIPT_SCREENS, "x.lua", key, texts[i]);
    }
    script_finish(script);
    return script;
}

static void names_of_files(void **state)
{
    (void)state;
    /* The published values of FNV-1a, 64 bits, for "" and "foobar". */
    assert_true(piece_hash("") == UINT64_C(0xcbf29ce484222325));
    assert_true(piece_hash("foobar") == UINT64_C(0x85944171f73967e8));
    assert_true(piece_hash(" 四分钟，\n学会 ") == piece_hash("四分钟，　 学会"));
    assert_true(piece_hash("四分钟") != piece_hash("四分 钟"));
    struct rng rng = rng_begin();
    for (int i = 0; i < 200; i++) {
        uint64_t hash = rng_u64(&rng) >> rng_int(&rng, 0, 63);
        uint64_t back = 0;
        char name[PIECE_NAME_BYTES];
        piece_name(hash, name);
        assert_true(piece_name_read(name, &back));
        assert_true(hash == back);
        name[rng_int(&rng, 0, 20)] = "GZ_-"[rng_int(&rng, 0, 3)];
        assert_false(piece_name_read(name, &back));
    }
}

static void pieces_of_lines(void **state)
{
    (void)state;
    static const char *const zh[] = {"下次只改一件事：\n再快一点。",
                                     "吹气 {n} 次，{percent}% 气量合适",
                                     "{seconds} 秒，{count} 次按压，{flow}",
                                     "没有停顿",
                                     "停了 {n} 次，最长 {longest} 秒",
                                     "第 {n} 步，共 {of} 步",
                                     "“{left}”配哪一个？点一下。",
                                     "四分钟，\n学会救一个人",
                                     "得分",
                                     "{title}：{title}",
                                     "目标 {range}",
                                     NULL};
    struct script *script = script_of("zh", zh);

    static const struct {
        const char *line;
        size_t pieces;
    } rows[] = {
        {"下次只改一件事： 再快一点。", 2},
        {"下次只改一件事：", 0},        /* is said nowhere alone */
        {"吹气 2 次，95% 气量合适", 8}, /* 吹气 两 次 百分之 九 十 五 气量合适 */
        {"30 秒，57 次按压，没有停顿", 8},
        {"30 秒，57 次按压，停了 2 次，最长 3.2 秒", 14},
        {"第 2 步，共 12 步", 6}, /* 第 二 步，共 十 二 步 */
        {"“没有停顿”配哪一个？点一下。", 2},
        {"四分钟， 学会救一个人", 1},
        {"得分 87", 4},
        {"得分 → 没有停顿", 2},
        {"目标 100–120", 8},
        {"从来没有说过的话", 0},
        {"30 秒，57 次按压，从来没有说过的话", 0},
        {"吹气 两三 次，95% 气量合适", 0},
        {"", 0},
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        uint64_t hashes[SCRIPT_PIECES_MAX];
        size_t count = pieces_of(script, rows[i].line, hashes);
        if (count != rows[i].pieces) {
            fail_msg("\"%s\": %zu pieces, not %zu", rows[i].line, count, rows[i].pieces);
        }
        if (count > 0) {
            expect_words(script, "zh", rows[i].line);
        }
    }
    script_destroy(script);
}

/* One piece missing, wherever, and no piece of the line is taken. */
static void all_or_none(void **state)
{
    (void)state;
    static const char *const texts[] = {"吹气 {n} 次，{percent}% 气量合适", NULL};
    struct script *script = script_of("zh", texts);
    const char *line = "吹气 12 次，95% 气量合适";
    uint64_t hashes[SCRIPT_PIECES_MAX];
    uint64_t others[SCRIPT_PIECES_MAX];
    size_t count = pieces_of(script, line, hashes);
    assert_int_equal(count, 9); /* 吹气 十 二 次 百分之 九 十 五 气量合适 */
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(script_pieces(script, line, has_others, &hashes[i], others), 0);
    }
    script_destroy(script);
}

/* ---- all texts --------------------------------------------------------------------- */

static const struct {
    const char *code, *locale;
} languages[] = {{"zh-CN", "zh"}, {"en", "en"}};

static struct script *load(const char *code, const char *locale)
{
    static struct paths paths;
    assert_true(paths_init(&paths, NULL));
    return script_load(&paths, code, locale, fail_at, NULL);
}

/* Numbers as screens show them. Not 1: an English unit is recorded as of many. */
static void draw_value(struct rng *rng, char *out, size_t size, bool percent)
{
    int kind = percent ? 0 : rng_int(rng, 0, 3);
    int n = rng_int(rng, 0, percent ? 100 : rng_int(rng, 0, 1) ? 12 : 4000);
    n += n == 1;
    /* Alone, such a number is read as a year; screens write counts as "2,052". */
    n += n >= 1800 && n < 2100 ? 300 : 0;
    if (kind == 1) {
        str_format(out, size, "%d.%d", n, rng_int(rng, 0, 9));
    } else if (kind == 2) {
        str_format(out, size, "%d–%d", n, n + rng_int(rng, 1, 30));
    } else {
        str_format(out, size, "%d", n);
    }
}

static bool is_number_place(const char *name, size_t length)
{
    static const char *const words[] = {"source", "title", "left", "name",  "flow",
                                        "year",   "line",  "away", "where", "hours",
                                        "names",  "how",   "from", "to"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strlen(words[i]) == length && memcmp(words[i], name, length) == 0) {
            return false;
        }
    }
    return true;
}

/* False when it has a place for words. */
static bool fill(struct rng *rng, const char *text, struct str *out)
{
    str_add(out, "%s", "");
    while (*text) {
        const char *end = *text == '{' ? strchr(text, '}') : NULL;
        if (!end) {
            str_add_bytes(out, *text == '\n' ? " " : text, 1);
            text++;
            continue;
        }
        if (!is_number_place(text + 1, (size_t)(end - text - 1))) {
            return false;
        }
        char value[32];
        text = end + 1;
        draw_value(rng, value, sizeof value, text[strspn(text, " ")] == '%');
        str_add(out, "%s", value);
    }
    return true;
}

static void every_text_is_said_with_its_pieces(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (size_t l = 0; l < sizeof languages / sizeof *languages; l++) {
        const char *locale = languages[l].locale;
        struct script *script = load(languages[l].code, locale);
        char path[64];
        str_format(path, sizeof path, "scripts/text/%s.lua", languages[l].code);
        struct conf_texts *texts = conf_texts_load(path);
        assert_non_null(texts);
        size_t said = 0;
        const char *key = NULL;
        for (size_t i = 0; (key = conf_text_key(texts, i)); i++) {
            enum script_group group = SCRIPT_SCREENS;
            const char *text = conf_text(texts, key);
            if (!script_is_said(key, &group)) {
                continue;
            }
            for (int n = strchr(text, '{') ? 6 : 1; n > 0; n--) {
                struct str line = {0};
                if (fill(&rng, text, &line)) {
                    uint64_t hashes[SCRIPT_PIECES_MAX];
                    if (pieces_of(script, line.text, hashes) == 0) {
                        fail_msg("%s: \"%s\" has no pieces", key, line.text);
                    }
                    expect_words(script, locale, line.text);
                    said++;
                }
                str_free(&line);
            }
        }
        printf("# %s: %zu pieces; %zu lines put together\n", languages[l].code,
               script_count(script), said);
        assert_true(said > 300);
        conf_texts_free(texts);
        script_destroy(script);
    }
}

/* The order of the recording, each piece once, and no two with one hash. */
static void the_order_of_recording(void **state)
{
    (void)state;
    for (size_t l = 0; l < sizeof languages / sizeof *languages; l++) {
        struct script *script = load(languages[l].code, languages[l].locale);
        const struct script_line *line = NULL;
        enum script_group before = SCRIPT_ATTRACT;
        size_t counts[SCRIPT_LESSONS + 1] = {0};
        for (size_t i = 0; (line = script_line(script, i)); i++) {
            assert_true(line->group >= before);
            before = line->group;
            counts[line->group]++;
            assert_true(line->hash == piece_hash(line->text));
            assert_ptr_equal(script_find(script, line->hash), line);
            assert_true(strchr(line->text, '{') == NULL);
        }
        for (size_t g = 0; g <= SCRIPT_LESSONS; g++) {
            assert_true(counts[g] > 5);
        }
        size_t at = 0;
        const struct script_line *other = NULL;
        assert_false(script_collision(script, &at, &line, &other));
        script_destroy(script);
    }
}

/* Lines of drawn texts, and lines that only resemble them. */
static void drawn_texts(void **state)
{
    (void)state;
    static const char *const words[] = {"按", "压", "胸", "口", "快", "些", "停", "救"};
    struct rng rng = rng_begin();
    for (int round = 0; round < 60; round++) {
        struct script *script = script_create("zh");
        struct str texts[12] = {0};
        for (int t = 0; t < 12; t++) {
            int parts = rng_int(&rng, 1, 6);
            for (int p = 0; p < parts; p++) {
                if (p % 2 == 1) {
                    str_add(&texts[t], "%s", rng_int(&rng, 0, 1) ? "{n}" : " {a_1} ");
                    continue;
                }
                for (int w = rng_int(&rng, 2, 5); w > 0; w--) {
                    str_add(&texts[t], "%s", words[rng_int(&rng, 0, 7)]);
                }
                str_add(&texts[t], "%s", rng_int(&rng, 0, 3) ? "" : "，");
            }
            script_add(script, SCRIPT_SCREENS, "x.lua", "k", texts[t].text);
        }
        script_finish(script);
        for (int t = 0; t < 12; t++) {
            struct str line = {0};
            uint64_t hashes[SCRIPT_PIECES_MAX];
            assert_true(fill(&rng, texts[t].text, &line));
            assert_true(pieces_of(script, line.text, hashes) > 0);
            expect_words(script, "zh", line.text);
            str_add(&line, "%s", "谁"); /* in no text */
            assert_int_equal(pieces_of(script, line.text, hashes), 0);
            str_free(&line);
            str_free(&texts[t]);
        }
        script_destroy(script);
    }
}

/* Whatever bytes come, the search ends, and takes nothing it does not know. */
static void drawn_bytes(void **state)
{
    (void)state;
    static const char *const texts[] = {"{a}{b}{c}{d}", "{a} {b}，{c}% {d}",
                                        "{a}1{b}1{c}",  "{x}",
                                        "}{",           "{",
                                        "{ }",          "%",
                                        "1 {n} 1",      NULL};
    struct rng rng = rng_begin();
    struct script *script = script_of("zh", texts);
    for (int i = 0; i < 400; i++) {
        char line[300];
        int length = rng_int(&rng, 0, 299);
        for (int b = 0; b < length; b++) {
            line[b] = rng_int(&rng, 0, 2) ? "1 ,%{}-.x"[rng_int(&rng, 0, 8)]
                                          : (char)rng_int(&rng, 1, 255);
        }
        line[length] = '\0';
        uint64_t hashes[SCRIPT_PIECES_MAX];
        size_t count = pieces_of(script, line, hashes);
        assert_true(count <= SCRIPT_PIECES_MAX);
        for (size_t p = 0; p < count; p++) {
            assert_non_null(script_find(script, hashes[p]));
        }
    }
    script_destroy(script);
}

/* A language that spoken_words() does not know: whole lines only. */
static void another_language(void **state)
{
    (void)state;
    static const char *const texts[] = {"Appuyez", "{n} secondes", NULL};
    struct script *script = script_of("fr", texts);
    uint64_t hashes[SCRIPT_PIECES_MAX];
    assert_int_equal(pieces_of(script, "Appuyez", hashes), 1);
    assert_int_equal(pieces_of(script, "5 secondes", hashes), 0);
    assert_int_equal(script_count(script), 2);
    script_destroy(script);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_of_files),
        cmocka_unit_test(pieces_of_lines),
        cmocka_unit_test(all_or_none),
        cmocka_unit_test(every_text_is_said_with_its_pieces),
        cmocka_unit_test(the_order_of_recording),
        cmocka_unit_test(drawn_texts),
        cmocka_unit_test(drawn_bytes),
        cmocka_unit_test(another_language),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
