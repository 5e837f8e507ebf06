/* SPDX-License-Identifier: MIT */
/*
 * What lesson-check says of the room on a card, against the screen that shows the card:
 * a random lesson without a finding stands on one page of the smallest screen.
 */
#include <string.h>
#include <sys/stat.h>

#include "author/room.h"
#include "support/folder.h"
#include "support/on_stage.h"
#include "text/type.h"
#include "ui/internal.h"

enum { SMALLEST_W = 1280, SMALLEST_H = 720, LESSONS = 120, WORDS_MAX = 1024 };

static struct room *room;

/* ---- random lessons ---------------------------------------------------------------- */

static const char *const chinese[] = {"胸口", "按压",   "看一看", "每分钟",
                                      "，",   "手放在", "救护车", "。",
                                      "100",  "AED",    "厘米",   "他"};
static const char *const english[] = {"chest ", "press ", "look ", "a ",   "minute, ",
                                      "hands ", "the ",   "100 ",  "AED ", "ambulance "};

/* About so many characters of a full width. */
static void random_words(struct rng *rng, bool zh, int width, char *words)
{
    struct str out = {0};
    str_add(&out, "%s", zh ? "人" : "Who ");
    while (width > 0) {
        int which = rng_int(rng, 0, zh ? 11 : 9);
        str_add(&out, "%s", zh ? chinese[which] : english[which]);
        width -= zh ? 2 : 3;
    }
    str_copy(words, WORDS_MAX, out.text);
    free(out.text);
}

static void add_text(struct rng *rng, FILE *texts, bool zh, const char *key, int most)
{
    char words[WORDS_MAX];
    random_words(rng, zh, rng_int(rng, 1, most), words);
    fprintf(texts, "  %s = \"%s\",\n", key, words);
}

/* One card of any kind, with texts of any length. */
static void write_lesson(struct rng *rng, struct folder *folder, bool zh)
{
    static const char *const calls[] = {"card.show",  "card.show",  "card.ask",
                                        "card.order", "card.match", "card.myth"};
    int kind = rng_int(rng, 0, 5);
    int options = kind < 2 ? 0 : rng_int(rng, 2, kind == 2 ? 6 : 5);
    FILE *script = fopen(folder_file(folder, "drawn/lesson.lua"), "w");
    assert_non_null(script);
    fprintf(script,
            "return { api = 1, id = \"drawn\", minutes = 1,\n"
            "  run = function()\n    %s { text = \"what\"",
            calls[kind]);
    fprintf(script, "%s", rng_int(rng, 0, 1) ? ", scene = \"press\"" : "");
    fprintf(script, "%s", rng_int(rng, 0, 1) ? ", source = \"ERC 2021\"" : "");
    fprintf(script, "%s", kind == 1 ? ", value = 110" : "");
    fprintf(script, "%s", kind > 1 ? ", why = \"why\"" : "");
    fprintf(script, "%s", kind == 2 ? ", right = 1" : kind == 5 ? ", right = true" : "");
    for (int i = 1; kind < 5 && i <= options; i++) {
        if (kind == 4) {
            fprintf(script, ", { \"p%d\", \"o%d\" }", i, i);
        } else {
            fprintf(script, ", \"o%d\"", i);
        }
    }
    fprintf(script, " }\n  end }\n");
    fclose(script);
    FILE *texts = fopen(
        folder_file(folder, zh ? "drawn/text/zh-CN.lua" : "drawn/text/en.lua"), "w");
    assert_non_null(texts);
    fprintf(texts, "return {\n  title = \"T\", summary = \"S\",\n"
                   "  myth_true = \"Yes\", myth_false = \"No\",\n");
    add_text(rng, texts, zh, "what", kind < 2 ? 220 : 60);
    add_text(rng, texts, zh, "why", 80);
    for (int i = 1; i <= 6; i++) {
        char key[8];
        str_format(key, sizeof key, "o%d", i);
        add_text(rng, texts, zh, key, 24);
        str_format(key, sizeof key, "p%d", i);
        add_text(rng, texts, zh, key, 6);
    }
    fprintf(texts, "}\n");
    fclose(texts);
}

/* ---- what the screen makes of them ------------------------------------------------- */

/* Whether a text is `words`, or ends with what was put together with them. */
static bool is_text(const struct canvas_command *command, const char *words)
{
    const char *shown = canvas_payload(command);
    const char *at = command->kind == CANVAS_TEXT ? strstr(shown, words) : NULL;
    return at && at[strlen(words)] == '\0' && (at == shown || at[-1] == ' ');
}

/* Whether the card goes on on a further page. */
static bool is_paged(void)
{
    kiosk_frame(k);
    return ui_find_id(k->ui, "page-next", NULL) || ui_find_id(k->ui, "page-prev", NULL);
}

/* The size of a text of the frame against its type's own; 1 when it is not there. */
static float shrink_of(const char *words, enum text_type type)
{
    const struct canvas_command *command = NULL;
    float px = (float)text_type_style(type, 1, k->ui->unit_px, true).px;
    kiosk_frame(k);
    for (size_t i = 0; (command = canvas_command(k->ui->canvas, i)); i++) {
        if (*words && is_text(command, words)) {
            return (float)text_style_unpack(command->style).px / px;
        }
    }
    return 1;
}

static void expect_size(const struct lesson_card *card, const char *words,
                        enum text_type type)
{
    float shrink = shrink_of(words, type);
    if (shrink < 1) {
        fail_msg("card kind %d with %zu options, %s: shrunk to %.2f: %s", (int)card->kind,
                 card->option_count, kiosk_lang(k), (double)shrink, words);
    }
}

static void answer(struct rng *rng, const struct lesson_card *card)
{
    char id[16];
    bool arranging = card->right_order[0] > 0;
    int count = (int)card->option_count;
    int first = rng_int(rng, 1, count);
    for (int i = 0; i < (arranging ? count : 1); i++) {
        str_format(id, sizeof id, "option-%d", (first + i - 1) % count + 1);
        stage_tap(stage, id);
    }
    if (arranging) {
        stage_tap(stage, "next");
    }
}

static void expect_room(struct rng *rng, const struct lesson_card *card)
{
    assert_false(is_paged());
    expect_size(card, card->text, TEXT_HEADING);
    for (size_t i = 0; i < card->option_count; i++) {
        expect_size(card, card->options[i], TEXT_OPTION);
    }
    if (card->option_count > 0) {
        answer(rng, card);
        assert_false(is_paged());
        expect_size(card, card->why, TEXT_BODY);
        for (size_t i = 0; i < card->option_count; i++) {
            expect_size(card, card->options[i], TEXT_OPTION);
        }
    }
}

struct told {
    int count;
    int text; /* how many characters of a card's own text were too much */
};

static void on_need(void *context, const struct room_need *need)
{
    struct told *told = context;
    if (need->fits) {
        assert_true(need->characters <= need->room);
        return;
    }
    told->count++;
    assert_true(need->characters > need->room);
    told->text += str_equal(need->key, "what") ? need->characters - need->room : 0;
}

static void what_has_room_is_shown_at_full_size(const char *lang)
{
    struct rng rng = rng_begin();
    struct folder folder = folder_make();
    int silent = 0;
    int told = 0;
    int full = 0;
    int paged = 0;
    bool zh = str_starts(lang, "zh");
    assert_int_equal(mkdir(folder_file(&folder, "drawn"), 0700), 0);
    assert_int_equal(mkdir(folder_file(&folder, "drawn/text"), 0700), 0);
    stage = stage_open(SMALLEST_W, SMALLEST_H, lang);
    k = &stage->kiosk;
    for (int i = 0; i < LESSONS; i++) {
        write_lesson(&rng, &folder, zh);
        kiosk_choice(k);
        k->lesson = lesson_open(folder_file(&folder, "drawn"), lang, 7);
        kiosk_go(k, SCREEN_lesson);
        stage_pass(stage, 0.1);
        if (lesson_state(k->lesson) != LESSON_CARD) {
            fail_msg("%s", lesson_error(k->lesson));
        }
        const struct lesson_card *card = lesson_card(k->lesson);
        struct told needs = {0};
        room_check(room, card, zh, on_need, &needs);
        if (needs.count == 0) {
            expect_room(&rng, card);
        } else if (needs.text > 0 && card->option_count == 0) {
            full += !is_paged();
            paged += is_paged();
        }
        silent += needs.count == 0;
        told += needs.count > 0;
        kiosk_go(k, SCREEN_home);
        stage_pass(stage, 0.1);
        lesson_close(k->lesson);
        k->lesson = NULL;
    }
    stage_close(stage);
    unlink(folder_file(&folder, zh ? "drawn/text/zh-CN.lua" : "drawn/text/en.lua"));
    unlink(folder_file(&folder, "drawn/lesson.lua"));
    rmdir(folder_file(&folder, "drawn/text"));
    rmdir(folder_file(&folder, "drawn"));
    folder_remove(&folder);
    printf("# %s: %d have room, %d have not; of plain cards %d of those go on, "
           "%d do not\n",
           lang, silent, told, paged, full);
    assert_true(silent > LESSONS / 10 && told > LESSONS / 10 && paged > full);
}

static void chinese_lessons(void **state)
{
    (void)state;
    what_has_room_is_shown_at_full_size("zh-CN");
}

static void english_lessons(void **state)
{
    (void)state;
    what_has_room_is_shown_at_full_size("en");
}

int main(void)
{
    struct conf_words *words = conf_words_load("scripts/words.lua");
    assert_non_null(words);
    size_t count;
    const char *const *items = conf_words(words, &count);
    room = room_open(items, count);
    conf_words_free(words);
    assert_non_null(room);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(chinese_lessons),
        cmocka_unit_test(english_lessons),
    };
    int failed = cmocka_run_group_tests_name("lesson-room", tests, NULL, NULL);
    room_close(room);
    return failed;
}
