/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <string.h>
#include <unistd.h>

#include "base/err.h"
#include "base/str.h"
#include "support/tap.h"
#include "ui/internal.h"

static struct ui *make(struct clock *clock, int width, int height, double inch, double mm)
{
    clock_init_moved(clock, 0);
    struct ui *ui = ui_create(&(struct ui_config){.mode = UI_HEADLESS,
                                                  .width_px = width,
                                                  .height_px = height,
                                                  .diagonal_inch = inch,
                                                  .distance_mm = mm,
                                                  .clock = clock});
    assert_non_null(ui);
    return ui;
}

/* ---- units -------------------------------------------------------------------- */

struct screen_case {
    int width, height;
    double inch, mm;
    double unit_px;
};

static void a_unit_is_physical(void **state)
{
    (void)state;
    static const struct screen_case cases[] = {
        {1920, 1080, 21.5, 600, 1},      /* the reference: exactly one pixel */
        {1920, 1080, 0, 0, 1},           /* and the default */
        {3840, 2160, 21.5, 600, 2},      /* twice the pixels */
        {1280, 720, 21.5, 600, 2.0 / 3}, /* fewer */
        {1080, 1920, 21.5, 600, 1},      /* upright */
        {1920, 1080, 43, 600, 0.5},      /* a larger screen */
        {1920, 1080, 43, 1200, 1},       /* seen from farther away */
        {1920, 1080, 10, 600, 1.5},      /* too small: 720 units are kept */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct clock clock;
        struct ui *ui =
            make(&clock, cases[i].width, cases[i].height, cases[i].inch, cases[i].mm);
        assert_float_equal(ui->unit_px, cases[i].unit_px, 1e-5);
        assert_float_equal(ui_width(ui), (float)(cases[i].width / cases[i].unit_px), 0.1);
        assert_int_equal(ui_portrait(ui), cases[i].height > cases[i].width);
        ui_destroy(ui);
    }
}

/* ---- lines -------------------------------------------------------------------- */

static const char *const chinese_pieces[] = {
    "双手叠放在胸口中央，",
    "用力、",
    "快速按压：",
    "深度5–6 cm，",
    "每分钟100–120次；",
    "按30次，吹2次。",
    "他说：“快打120！”",
    "……",
    "（成人）",
    "AED 来了，",
    "听它说。",
    "第1步，",
    "松手让胸廓回弹",
};
static const char *const english_pieces[] = {
    "Push hard and fast, ",
    "at least 5 cm deep. ",
    "100–120 times a minute; ",
    "let it come up. ",
    "Call 120 ",
    "(or shout for help) ",
    "and stay ",
    "until an AED arrives. ",
    "compressions ",
};

static void drawn_words(struct rng *rng, bool chinese, char *text, size_t size)
{
    int count = rng_int(rng, 1, 9);
    text[0] = '\0';
    for (int i = 0; i < count; i++) {
        const char *piece = chinese ? chinese_pieces[rng_int(rng, 0, 12)]
                                    : english_pieces[rng_int(rng, 0, 8)];
        size_t used = strlen(text);
        assert_true(str_format(text + used, size - used, "%s", piece));
    }
}

static const char *skip_spaces(const char *at)
{
    return at + strspn(at, " ");
}

static void assert_line_begins_well(const struct text_layout *layout, int line)
{
    static const char *const never[] = {"，", "。", "！", "；", "：", "、",
                                        "”",  "）", "…",  "，", ".",  ","};
    for (size_t i = 0; i < sizeof never / sizeof *never; i++) {
        if (str_starts(layout->lines[line].start, never[i])) {
            fail_msg("line %d begins with %s in: %s", line, never[i],
                     layout->lines[0].start);
        }
    }
}

/* For any text, style and width: nothing is lost, nothing is too wide, and no line begins
 * with a closing mark unless a word had to be torn. */
static void lines_hold_the_whole_text_within_the_width(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct text *text = text_create();
    assert_non_null(text);
    int wrapped = 0;
    for (int round = 0; round < 1500; round++) {
        char words[1024];
        bool chinese = rng_int(&rng, 0, 1);
        drawn_words(&rng, chinese, words, sizeof words);
        struct text_style style = {.px = rng_int(&rng, 18, 24),
                                   .leading_percent = 140,
                                   .bold = rng_int(&rng, 0, 1),
                                   .chinese = chinese,
                                   .balance = rng_int(&rng, 0, 1)};
        int width = rng_int(&rng, 60, 700);
        const struct text_layout *layout = text_layout(text, words, style, width);
        const char *at = words;
        for (int line = 0; line < layout->count; line++) {
            const struct text_line *l = &layout->lines[line];
            at = skip_spaces(at);
            assert_memory_equal(at, l->start, l->length);
            at += l->length;
            if (!layout->forced) {
                assert_true(l->width_px <= width);
            }
            if (!layout->forced && line > 0) {
                assert_line_begins_well(layout, line);
            }
        }
        assert_string_equal(skip_spaces(at), "");
        assert_int_equal(layout->height_px, layout->count * layout->line_px);
        wrapped += layout->count > 1;
    }
    assert_true(wrapped > 500);
    text_destroy(text);
}

static void headings_end_their_lines_where_a_reader_pauses(void **state)
{
    (void)state;
    struct text *text = text_create();
    assert_non_null(text);
    struct text_style style = {
        .px = 58, .leading_percent = 135, .bold = true, .chinese = true, .balance = true};
    const struct text_layout *layout =
        text_layout(text, "有人突然倒地。你走过去，第一件事做什么？", style, 860);
    assert_int_equal(layout->count, 2);
    assert_true(str_starts(layout->lines[1].start, "第一件事"));
    layout = text_layout(text, "把手放在胸口中央", style, 6 * 58);
    assert_int_equal(layout->count, 2);
    assert_true(str_starts(layout->lines[1].start, "胸口中央")); /* 4 + 4, not 6 + 2 */
    text_destroy(text);
}

/* ---- fitting ------------------------------------------------------------------ */

static const char long_words[] =
    "双手叠放在胸口中央，用力、快速按压，每次都让胸廓完全回弹，直到救护车到达。";

static void a_rect_of_the_measured_size_holds_the_text(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct clock clock;
    struct ui *ui = make(&clock, 1920, 1080, 0, 0);
    for (int round = 0; round < 300; round++) {
        float width = (float)rng_between(&rng, 260, 1800);
        enum ui_type type = (enum ui_type)rng_int(&rng, UI_SMALL, UI_HEADING);
        ui_begin(ui, UI_LIGHT);
        struct ui_size size = ui_measure(ui, width, type, long_words);
        struct ui_size used = ui_text(ui, (struct ui_rect){20, 20, width, size.h}, type,
                                      UI_TEXT, UI_LEFT, long_words);
        ui_end(ui);
        assert_float_equal(used.h, size.h, 1.1);
        assert_true(used.w <= width + 0.02f); /* widths are whole pixels */
        if (20 + size.h < 1080) {
            assert_int_equal(ui_overflows(ui, NULL), 0);
        }
    }
    ui_destroy(ui);
}

/* Of every type, at every step: set in a rect that is too low or too narrow it is as
 * large as in one that is not, and counted. */
static void no_text_shrinks_to_fit(void **state)
{
    (void)state;
    static const float steps[] = {1, 1.25f, 1.5f, 2};
    struct clock clock;
    struct ui *ui = make(&clock, 1920, 1080, 0, 0);
    const char *first;
    for (int i = 0; i < UI_TYPE_COUNT * 4; i++) {
        enum ui_type type = (enum ui_type)(i / 4);
        ui_set_text_scale(ui, steps[i % 4]);
        struct ui_size whole = ui_measure(ui, 1e5f, type, "Push 120");
        ui_begin(ui, UI_LIGHT);
        struct ui_rect low = {0, 0, 1900, whole.h * 0.6f};
        struct ui_size size = ui_text(ui, low, type, UI_TEXT, UI_LEFT, "Push 120");
        ui_end(ui);
        assert_float_equal(size.h, whole.h, 1.1);
        assert_int_equal(ui_overflows(ui, NULL), 1);
        ui_begin(ui, UI_LIGHT);
        struct ui_rect narrow = {0, 0, whole.w * 0.3f, 1080};
        ui_text(ui, narrow, type, UI_TEXT, UI_LEFT, "compressions");
        ui_end(ui);
        assert_int_equal(ui_overflows(ui, &first), 1); /* torn, and counted */
        assert_string_equal(first, "compressions");
    }
    ui_begin(ui, UI_LIGHT);
    ui_text(ui, (struct ui_rect){1800, 100, 400, 100}, UI_BODY, UI_TEXT, UI_LEFT,
            "off the screen");
    ui_end(ui);
    assert_int_equal(ui_overflows(ui, &first), 1);
    assert_string_equal(first, "off the screen");
    ui_destroy(ui);
}

static void type_follows_the_visitors_step(void **state)
{
    (void)state;
    struct clock clock;
    struct ui *ui = make(&clock, 1920, 1080, 0, 0);
    float before = ui_line_height(ui, UI_BODY);
    assert_float_equal(before, 58, 0.01); /* 40 x 1.45 */
    ui_set_text_scale(ui, 1.5f);
    assert_float_equal(ui_line_height(ui, UI_BODY), 87, 0.01);
    ui_set_text_scale(ui, 9);
    assert_float_equal(ui_text_scale(ui), 2, 1e-6);
    ui_destroy(ui);
}

/* ---- what is on the screen ---------------------------------------------------- */

static void the_frame_can_be_asked_what_it_shows(void **state)
{
    (void)state;
    struct clock clock;
    struct ui *ui = make(&clock, 1920, 1080, 0, 0);
    struct ui_button button = {.id = "next", .label = "下一步"};
    ui_begin(ui, UI_LIGHT);
    ui_text(ui, (struct ui_rect){0, 0, 900, 100}, UI_BODY, UI_TEXT, UI_LEFT,
            "今天 128 人次");
    ui_button(ui, (struct ui_rect){100, 200, 400, 100}, &button);
    button = (struct ui_button){.id = "next-but", .label = "再下一步"};
    ui_button(ui, (struct ui_rect){100, 600, 400, 100}, &button);
    button = (struct ui_button){.id = "off", .label = "以后", .disabled = true};
    ui_button(ui, (struct ui_rect){100, 400, 400, 100}, &button);
    ui_hold(ui, "corner", (struct ui_rect){0, 0, 80, 80}, 3000);
    ui_end(ui);
    struct ui_rect rect;
    const char *label;
    assert_true(ui_shows_text(ui, "128"));
    assert_true(ui_shows_text(ui, "下一步"));
    assert_false(ui_shows_text(ui, "129"));
    assert_true(ui_find_label(ui, "再", &rect));
    assert_float_equal(rect.y, 600, 1e-6);
    assert_true(ui_find_label(ui, "下一步", &rect)); /* the whole label goes first */
    assert_float_equal(rect.y, 200, 1e-6);
    assert_true(ui_find_id(ui, "next", &rect));
    assert_false(ui_find_id(ui, "off", &rect)); /* shown, but nothing to touch */
    assert_string_equal(ui_touchable(ui, 0, &rect, &label), "next");
    assert_string_equal(label, "下一步");
    assert_string_equal(ui_touchable(ui, 1, &rect, &label), "next-but");
    assert_string_equal(ui_touchable(ui, 2, &rect, &label), "corner");
    assert_null(ui_touchable(ui, 3, &rect, &label));

    struct ui_event event;
    assert_false(ui_next_event(ui, &event));
    ui_inject_tap(ui, 300, 250);
    ui_inject_key(ui, "f1");
    assert_true(ui_next_event(ui, &event) && ui_tapped(&event, "next"));
    assert_true(ui_next_event(ui, &event) && event.kind == UI_EVENT_KEY);
    assert_false(ui_next_event(ui, &event));
    ui_destroy(ui);
}

/* Broken bytes, no letters at all, no room: shown as well as can be, never a crash. */
static void odd_texts_are_drawn_without_harm(void **state)
{
    (void)state;
    struct clock clock;
    struct ui *ui = make(&clock, 640, 360, 0, 0);
    char large[9000];
    memset(large, 'x', sizeof large - 1);
    large[sizeof large - 1] = '\0';
    const char *const texts[] = {"",
                                 " ",
                                 "\n",
                                 "\n\n\n",
                                 "\xE4\xB8",
                                 "a\xFF"
                                 "b",
                                 "\t\x01",
                                 "\U0001F600",
                                 large,
                                 "。。。。。。。。",
                                 "   x   "};
    char path[] = "/tmp/test_ui_words_XXXXXX";
    int file = mkstemp(path);
    assert_true(file >= 0);
    close(file);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        ui_begin(ui, UI_LIGHT);
        ui_text(ui, (struct ui_rect){10, 10, 500, 300}, UI_BODY, UI_TEXT, UI_CENTER,
                texts[i]);
        ui_text_middle(ui, (struct ui_rect){10, 10, 3, 2}, UI_TITLE, UI_TEXT, UI_RIGHT,
                       texts[i]);
        ui_text(ui, (struct ui_rect){10, 10, -5, -5}, UI_SMALL, UI_TEXT, UI_LEFT,
                texts[i]);
        ui_measure(ui, 0, UI_BODY, texts[i]);
        ui_end(ui);
        assert_true(ui_save_png(ui, path));
    }
    unlink(path);
    ui_destroy(ui);
}

static void a_missing_font_is_named_with_its_package(void **state)
{
    (void)state;
    char path[] = "/tmp/test_ui_fonts_XXXXXX";
    int file = mkstemp(path);
    assert_true(file >= 0);
    static const char empty[] = "<?xml version=\"1.0\"?><fontconfig></fontconfig>\n";
    assert_int_equal(write(file, empty, strlen(empty)), (ssize_t)strlen(empty));
    close(file);
    assert_int_equal(setenv("FONTCONFIG_FILE", path, 1), 0);
    struct clock clock;
    clock_init_moved(&clock, 0);
    struct ui *ui = ui_create(&(struct ui_config){.mode = UI_HEADLESS, .clock = &clock});
    unsetenv("FONTCONFIG_FILE");
    unlink(path);
    assert_null(ui);
    assert_non_null(strstr(err_text(), "Noto Sans CJK SC"));
    assert_non_null(strstr(err_text(), "fonts-noto-cjk"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_unit_is_physical),
        cmocka_unit_test(lines_hold_the_whole_text_within_the_width),
        cmocka_unit_test(headings_end_their_lines_where_a_reader_pauses),
        cmocka_unit_test(a_rect_of_the_measured_size_holds_the_text),
        cmocka_unit_test(no_text_shrinks_to_fit),
        cmocka_unit_test(type_follows_the_visitors_step),
        cmocka_unit_test(the_frame_can_be_asked_what_it_shows),
        cmocka_unit_test(odd_texts_are_drawn_without_harm),
        cmocka_unit_test(a_missing_font_is_named_with_its_package),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
