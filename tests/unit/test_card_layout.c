/* SPDX-License-Identifier: MIT */
/*
 * Cards of every kind, with words as long as lessons have them, keep the limits of
 * ui/access.h in every shape, language and size of text, before and after the answer; all
 * they say stands on one of their pages.
 */
#include "lesson/lesson.h"
#include "screens/cards/card.h"
#include "support/card_probe.h"
#include "support/plays.h"
#include "support/stage.h"
#include "ui/access.h"

enum { STEPS = 4, PAGES_MAX = 24 };

static const struct {
    const char *lang, *path, *words;
} texts[] = {
    {"en", "text/en.lua",
     "return { hello = 'He does not respond. You call 120, and people stand around. How "
     "do you go on from here?', title = 'CPR for adults', yes = 'Yes', no = 'No', "
     "a = 'Send one certain person for the AED', b = 'Shout “Can anyone get it?”', "
     "c = 'Give the address, then hang up', d = 'On speaker, while I help', "
     "e = 'Turn him on his side and wait for a while', f = 'Cardiac arrest: press now', "
     "pick = 'Tap both shoulders and shout', because = 'On speaker, your hands are free, "
     "and the dispatcher tells you what to do, step by step, until the ambulance "
     "comes.', "
     "myth_true = 'True', myth_false = 'Not true' }"},
    {"zh-CN", "text/zh-CN.lua",
     "return { hello = '他没有反应。你打了 120，周围站着人。接下来怎么做？', "
     "title = '成人心肺复苏', yes = '是', no = '不是', a = '指定一个人去拿 AED', "
     "b = '大声喊“谁去拿一下？”', c = '说完地址就挂断', d = '开免提，一边说一边救', "
     "e = '让他侧躺，等一等再说', f = '心脏骤停：马上按压', pick = '拍双肩，大声喊', "
     "because = "
     "'开了免提，两只手就空出来了，调度员会一步一步告诉你怎么做，直到救护车来。', "
     "myth_true = '真的', myth_false = '假的' }"},
};

static const struct {
    int width_px, height_px;
} shapes[] = {{1280, 720}, {1080, 1920}};

struct told {
    const char *kind;
    const char *lang;
    const struct ui *ui;
    int faults;
};

static void tell(void *context, enum access_limit limit, const char *words,
                 const char *other)
{
    struct told *told = context;
    print_error("%s %s %.0fx%.0f %.2f: %s: %s%s%s\n", told->kind, told->lang,
                (double)ui_width(told->ui), (double)ui_height(told->ui),
                (double)ui_text_scale(told->ui), access_name(limit), words,
                *other ? " / " : "", other);
    told->faults++;
}

static void add_shown(const struct ui *ui, struct str *shown)
{
    const char *text = NULL;
    for (size_t i = 0; (text = access_text(ui, i)); i++) {
        for (; *text; text++) {
            if (*text != ' ' && *text != '\n') {
                str_add_bytes(shown, text, 1);
            }
        }
    }
}

/* All that is said stands on one of the pages; numbers and units may stand apart. */
static void expect_said_shown(const struct kiosk *k, const struct str *shown)
{
    const struct lesson_card *card = lesson_card(k->lesson);
    const char *const wanted[] = {card->text, card->why, card->options[0],
                                  card->options[card->option_count - 1]};
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        bool answer = i == 1; /* comes with it */
        struct str plain = {0};
        for (const char *at = wanted[i]; at && *at && !answer; at++) {
            if (*at != ' ') {
                str_add_bytes(&plain, at, 1);
            }
        }
        if (plain.length > 0 && !strstr(shown->text, plain.text)) {
            fail_msg("\"%s\" stands on no page", wanted[i]);
        }
        str_free(&plain);
    }
}

/* All pages of the card as it is now. Returns how many. */
static int look(struct stage *stage, struct told *told, bool whole)
{
    struct str shown = {0};
    struct access_sum sum;
    struct ui *ui = stage->kiosk.ui;
    int pages = 1;
    stage_pass(stage, 0.1);
    while (ui_find_id(ui, "page-prev", NULL)) {
        stage_tap(stage, "page-prev");
    }
    access_measure(ui, &sum, tell, told);
    add_shown(ui, &shown);
    for (; ui_find_id(ui, "page-next", NULL); pages++) {
        assert_true(pages < PAGES_MAX);
        stage_tap(stage, "page-next");
        access_measure(ui, &sum, tell, told);
        add_shown(ui, &shown);
    }
    if (whole && lesson_card(stage->kiosk.lesson)->option_count > 0) {
        expect_said_shown(&stage->kiosk, &shown);
    }
    str_free(&shown);
    return pages;
}

static int look_at_all_steps(struct stage *stage, struct told *told, bool whole)
{
    int most = 1;
    for (int step = 0; step < STEPS; step++) {
        int pages = look(stage, told, whole);
        assert_true(step > 0 || !whole || pages == 1); /* a usual card is seen whole */
        most = pages > most ? pages : most;
        kiosk_next_text_step(&stage->kiosk);
    }
    return most;
}

static void answer(struct stage *stage)
{
    const struct lesson_card *card = lesson_card(stage->kiosk.lesson);
    bool arranged = card->kind == CARD_order || card->kind == CARD_match;
    for (size_t i = 0; i < (arranged ? card->option_count : 1); i++) {
        char id[32];
        str_format(id, sizeof id, "option-%zu", card->option_count - i);
        stage_tap(stage, id);
    }
    if (arranged) {
        stage_tap(stage, "next");
    }
}

/* Every step of a card that is played, and what is told when it was not right. */
static int play(struct stage *stage, struct told *told)
{
    struct plays plays = plays_of(lesson_card(stage->kiosk.lesson));
    int most = 0;
    for (int i = 0; i < plays.count; i++) {
        static const char *const others[] = {"option-1", "option-2", "spot-3", "spot-2"};
        int pages = 0;
        for (size_t n = 0; pages == 0 && n < sizeof others / sizeof *others; n++) {
            bool other = !str_equal(plays.ids[i], others[n]);
            if (other && ui_find_id(stage->kiosk.ui, others[n], NULL)) {
                stage_tap(stage, others[n]);
                pages = look_at_all_steps(stage, told, false);
            }
        }
        most = pages > most ? pages : most;
        stage_tap(stage, plays.ids[i]);
    }
    return most;
}

static struct told look_at_kind(int kind, size_t text, size_t shape)
{
    struct probe probe;
    card_probe_begin(&probe, kind);
    probe_file(&probe, texts[text].path, texts[text].words, strlen(texts[text].words));
    struct stage *stage =
        stage_open(shapes[shape].width_px, shapes[shape].height_px, texts[text].lang);
    struct kiosk *k = &stage->kiosk;
    struct told told = {card_name(kind), texts[text].lang, k->ui, 0};
    kiosk_choice(k);
    k->lesson = lesson_open(probe.folder, texts[text].lang, 7);
    str_copy(k->lesson_id, sizeof k->lesson_id, "probe");
    kiosk_go(k, SCREEN_lesson);
    int pages = look_at_all_steps(stage, &told, true);
    if (lesson_card(k->lesson)->option_count > 0) {
        answer(stage);
        int after = look_at_all_steps(stage, &told, false);
        pages = after > pages ? after : pages;
    }
    if (lesson_card(k->lesson)->play_count > 0) {
        int played = play(stage, &told);
        int after = look_at_all_steps(stage, &told, false);
        pages = after > pages ? after : pages;
        pages = played > pages ? played : pages;
    }
    printf("# %s %s %dx%d: %d pages at most\n", told.kind, told.lang,
           shapes[shape].width_px, shapes[shape].height_px, pages);
    stage_close(stage);
    probe_end(&probe);
    return told;
}

static void cards_of_every_kind_keep_the_limits(void **state)
{
    (void)state;
    int faults = 0;
    for (int kind = 0; kind < CARD_KINDS; kind++) {
        for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
            for (size_t shape = 0; shape < sizeof shapes / sizeof *shapes; shape++) {
                faults += look_at_kind(kind, i, shape).faults;
            }
        }
    }
    assert_int_equal(faults, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cards_of_every_kind_keep_the_limits),
    };
    return cmocka_run_group_tests_name("card_layout", tests, NULL, NULL);
}
