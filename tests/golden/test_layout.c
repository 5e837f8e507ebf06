/* SPDX-License-Identifier: MIT */
/*
 * Every screen measured, from 720p to 4K, both ways up, in both languages (of the four
 * together two, drawn: TEST_ALL=1 takes all), at every text size and on all its pages,
 * silent and with each of its lines being read aloud: nothing cut, shrunk, covered or too
 * small for a finger, nothing said that nobody sees, and nothing left out because the
 * text is large.
 */
#include <string.h>

#include "base/str.h"
#include "screens/say.h"
#include "support/tap.h"
#include "support/visits.h"
#include "ui/access.h"

enum { LINE_MAX = 512, ROUND_MAX = 12 };

struct size_px {
    int width_px, height_px;
};

/* All of 21.5 inch, in landscape; portrait is the same upright. */
static const struct size_px shapes[] = {{1280, 720}, {1920, 1080}, {3840, 2160}};
static const char *const langs[] = {"zh-CN", "en"};

static struct size_px upright(struct size_px shape, bool high)
{
    return high ? (struct size_px){shape.height_px, shape.width_px} : shape;
}

struct told {
    const char *name;
    struct size_px shape;
    const char *lang;
    float step;
};

static void tell_fault(void *context, enum access_limit limit, const char *words,
                       const char *other)
{
    const struct told *told = context;
    print_error("%s %dx%d %s %.2f: %s: %s%s%s\n", told->name, told->shape.width_px,
                told->shape.height_px, told->lang, (double)told->step, access_name(limit),
                words, *other ? " / " : "", other);
}

static int faults_of(struct stage *stage, struct told *told)
{
    struct access_sum sum;
    int faults = 0;
    access_measure(stage->kiosk.ui, &sum, tell_fault, told);
    for (int limit = 0; limit < ACCESS_LIMITS; limit++) {
        faults += sum.faults[limit];
    }
    return faults;
}

/* Of a screen whose content goes on: the page that is shown, and how many there are. */
struct place {
    int page, count;
};

static struct place place_of(struct stage *stage)
{
    struct place place = {1, 1};
    const char *text;
    for (size_t i = 0; (text = access_text(stage->kiosk.ui, i)); i++) {
        int page;
        int count;
        char rest;
        if (sscanf(text, "%d/%d%c", &page, &count, &rest) == 2) {
            place = (struct place){page, count};
        }
    }
    return place;
}

/* ---- what stands at 1.0 stands at every step --------------------------------------- */

/* Without what only says where a line may end: a name is the same name on the map, on one
 * line, and in the list, where it has places to break at (names.h). */
static void squeeze(char *text)
{
    static const char place[] = "\u200B"; /* ZERO WIDTH SPACE */
    const size_t place_bytes = sizeof place - 1;
    char *to = text;
    while (*text) {
        if (str_starts(text, place)) {
            text += place_bytes;
        } else if (*text == ' ' || *text == '\n') {
            text++;
        } else {
            *to++ = *text++;
        }
    }
    *to = '\0';
}

/* What the page shows and what its buttons are for, a line each. */
static void read_page(const struct stage *stage, struct str *out)
{
    const char *text;
    struct ui_rect rect;
    for (size_t i = 0; (text = access_text(stage->kiosk.ui, i)); i++) {
        say_line(out, text);
    }
    for (size_t i = 0; ui_touchable(stage->kiosk.ui, i, &rect, &text); i++) {
        say_line(out, text);
    }
}

static bool may_go(const struct stage *stage, const char *line)
{
    const struct kiosk *k = &stage->kiosk;
    char label[KIOSK_LANG_LABEL_MAX];
    kiosk_lang_label(k, false, label);
    squeeze(label);
    /* A number says little without its place; the target stands beside the gauge, too. */
    const char *unit = line + strspn(line, "0123456789/+–");
    return str_equal(line, label) || !*unit || str_equal(unit, kiosk_tr(k, "unit_mm"));
}

/* Below a heading words may begin on one page and go on on the next: two parts, neither
 * of them a scrap. */
static bool goes_on_in(const char *all, const char *words)
{
    enum { SCRAP = 9 }; /* bytes: three Chinese characters */

    size_t length = strlen(words);
    for (size_t cut = SCRAP; cut + SCRAP <= length; cut++) {
        char begin[LINE_MAX];
        str_format(begin, sizeof begin, "%.*s", (int)cut, words);
        if (!strstr(all, begin)) {
            return false;
        }
        if (strstr(all, words + cut)) {
            return true;
        }
    }
    return false;
}

/* A line, and each part of one whose parts may stand apart: "depth · mm", "50–60 mm". */
static bool stands_in(const char *all, const char *line)
{
    char part[LINE_MAX];
    line += strspn(line, "123"); /* the number of a stage may go */
    while (*line) {
        const char *end = strstr(line, "·");
        size_t number = strspn(line, "0123456789–");
        end = number > 0 ? NULL : end;
        size_t length = number > 0 ? number : end ? (size_t)(end - line) : strlen(line);
        str_format(part, sizeof part, "%.*s", (int)length, line);
        if (!strstr(all, part) && !goes_on_in(all, part)) {
            return false;
        }
        line += length + (end ? strlen("·") : 0);
    }
    return true;
}

/* Prints and counts the lines of `whole` that are on none of the pages of `large`. */
static int left_out(struct stage *stage, const struct str *whole, struct str *large,
                    const struct told *told)
{
    struct str lines = {0};
    int count = 0;
    str_add(&lines, "%s", whole->text);
    squeeze(large->text);
    char *rest = lines.text;
    for (char *line = strtok_r(rest, "\n", &rest); line;
         line = strtok_r(rest, "\n", &rest)) {
        squeeze(line);
        if (!may_go(stage, line) && !stands_in(large->text, line)) {
            print_error("%s %dx%d %s %.2f: left out: %s\n", told->name,
                        told->shape.width_px, told->shape.height_px, told->lang,
                        (double)told->step, line);
            count++;
        }
    }
    str_free(&lines);
    return count;
}

/* ---- a screen ---------------------------------------------------------------------- */

typedef int pages_of(struct stage *stage, struct told *told, struct str *read);

/* What `id` turns to, round and back to where it began. Adds what stands there to
 * `read`. */
static int faults_of_round(struct stage *stage, struct told *told, const char *id,
                           pages_of *pages, struct str *read)
{
    struct str first = {0};
    int faults = pages(stage, told, read);
    bool is_first = false;
    read_page(stage, &first);
    for (int i = 0; i < ROUND_MAX && !is_first && ui_find_id(stage->kiosk.ui, id, NULL);
         i++) {
        struct str page = {0};
        stage_tap(stage, id);
        read_page(stage, &page);
        is_first = str_equal(page.text, first.text);
        faults += is_first ? 0 : pages(stage, told, read);
        str_free(&page);
    }
    str_free(&first);
    return faults;
}

static int faults_of_page(struct stage *stage, struct told *told, struct str *read)
{
    read_page(stage, read);
    return faults_of(stage, told);
}

/* With controls low, all that can be touched may need pages of its own. */
static int faults_of_low(struct stage *stage, struct told *told, struct str *read)
{
    return faults_of_round(stage, told, UI_REACH_MORE, faults_of_page, read);
}

/* All its pages, and back to the first. */
static int faults_of_pages(struct stage *stage, struct told *told, struct str *read)
{
    int turns = place_of(stage).count - 1;
    if (turns == 0) { /* what has no number of pages goes round */
        return faults_of_round(stage, told, "page-next", faults_of_low, read);
    }
    int faults = faults_of_low(stage, told, read);
    for (int i = 0; i < turns; i++) {
        stage_tap(stage, "page-next");
        faults += faults_of_low(stage, told, read);
    }
    assert_int_equal(place_of(stage).page, turns + 1);
    for (int i = 0; i < turns; i++) {
        stage_tap(stage, "page-prev");
    }
    return faults;
}

/* The staff's hours have a half at a time. */
static int faults_of_all(struct stage *stage, struct told *told, struct str *read)
{
    return faults_of_round(stage, told, "turn", faults_of_pages, read);
}

/* While each of its lines is heard: it is marked where it stands, or it is shown where it
 * hides nothing. */
static int faults_while_heard(struct stage *stage, struct told *told)
{
    struct kiosk *k = &stage->kiosk;
    struct str said = {0};
    int faults = 0;
    str_add(&said, "%s", "");
    kiosk_say(k, &said);
    char *rest = said.text;
    for (char *line = strtok_r(rest, "\n", &rest); line;
         line = strtok_r(rest, "\n", &rest)) {
        kiosk_draw(k, line);
        faults += faults_of(stage, told);
        if (!ui_spoken_stands(k->ui) && !ui_shows_text(k->ui, line)) {
            print_error("%s %dx%d %s %.2f: heard, and seen nowhere: %s\n", told->name,
                        told->shape.width_px, told->shape.height_px, told->lang,
                        (double)told->step, line);
            faults++;
        }
    }
    str_free(&said);
    return faults;
}

/* What was read at each step of the text, from `first` on. */
struct steps {
    int first, end;
    float scale[KIOSK_TEXT_STEPS];
    struct str read[KIOSK_TEXT_STEPS];
};

/* One moment of a screen, at steps from `from` on. The stage is still open then. */
static int lay_out_moment(struct stage *stage, struct told *told, int from,
                          struct steps *steps)
{
    struct kiosk *k = &stage->kiosk;
    int faults = 0;
    for (int step = 0; step < from; step++) {
        kiosk_next_text_step(k);
    }
    for (int step = from; step < steps->end; step++) {
        told->step = steps->scale[step] = ui_text_scale(k->ui);
        stage_pass(stage, 0.02);
        faults += faults_of_all(stage, told, &steps->read[step]);
        faults += faults_while_heard(stage, told);
        kiosk_next_text_step(k);
    }
    return faults;
}

/* One screen in one shape, at these steps of text; the least has room for all at once.
 * Returns the number of faults. */
static int lay_out(const struct visit *row, struct size_px shape, const char *lang,
                   int first_step, int end_step)
{
    struct told told = {row->name, shape, lang, 0};
    struct steps steps = {.first = first_step, .end = end_step};
    struct stage *stage = stage_open(shape.width_px, shape.height_px, lang);
    row->go(stage);
    int faults = lay_out_moment(stage, &told, first_step, &steps);
    const struct visit *other = visit_other(row->name);
    if (other && first_step + 1 < end_step) {
        visit_end(stage);
        stage = stage_open(shape.width_px, shape.height_px, lang);
        other->go(stage);
        faults += lay_out_moment(stage, &told, first_step + 1, &steps);
    }
    for (int step = first_step + 1; step < end_step; step++) {
        told.step = steps.scale[step];
        faults += left_out(stage, &steps.read[first_step], &steps.read[step], &told);
    }
    for (int step = first_step; step < end_step; step++) {
        str_free(&steps.read[step]);
    }
    visit_end(stage);
    return faults;
}

/* The prompts of a practice, each at every step: as large as at 1.0 times the step, and
 * the words with it within the limits. */
static int look_at_prompts(struct size_px shape, const char *lang)
{
    static const char *const keys[CPR_PROMPT_COUNT] = {
        [CPR_PROMPT_NONE] = "prompt_go_on",
        [CPR_PROMPT_START] = "prompt_again",
        [CPR_PROMPT_DEEPER] = "prompt_deeper",
        [CPR_PROMPT_LESS_DEEP] = "prompt_less_deep",
        [CPR_PROMPT_FASTER] = "prompt_faster",
        [CPR_PROMPT_SLOWER] = "prompt_slower",
        [CPR_PROMPT_RELEASE] = "prompt_release",
        [CPR_PROMPT_GOOD] = "prompt_good",
        [CPR_PROMPT_SWAP] = "prompt_swap",
    };
    struct stage *stage = stage_open(shape.width_px, shape.height_px, lang);
    struct kiosk *k = &stage->kiosk;
    double least_mm[CPR_PROMPT_COUNT] = {0};
    int faults = 0;
    visit_go(stage, "practice");
    stage_tap(stage, "adult"); /* who is told, and not invited */
    for (int step = 0; step < KIOSK_TEXT_STEPS; step++) {
        for (int i = 0; i < CPR_PROMPT_COUNT; i++) {
            struct told told = {keys[i], shape, lang, ui_text_scale(k->ui)};
            struct access_sum sum;
            k->stations[0].run.live.prompt = (enum cpr_prompt)i;
            k->stations[0].run.live.streak = 47;
            stage_pass(stage, 0.02);
            access_measure(k->ui, &sum, tell_fault, &told);
            for (int limit = 0; limit < ACCESS_LIMITS; limit++) {
                faults += sum.faults[limit];
            }
            double mm = access_capital_mm(k->ui, kiosk_tr(k, keys[i]));
            least_mm[i] = step == 0 ? mm : least_mm[i];
            double share = mm / (least_mm[i] * (double)told.step);
            if (!(share > 0.95 && share < 1.05)) {
                print_error("%s %dx%d %s %.2f: %.1f mm, %.1f at 1.0\n", keys[i],
                            shape.width_px, shape.height_px, lang, (double)told.step, mm,
                            least_mm[i]);
                faults++;
            }
        }
        kiosk_next_text_step(k);
    }
    stage_close(stage);
    return faults;
}

static void every_prompt_grows_with_the_step(void **state)
{
    (void)state;
    size_t sample = sample_begin();
    int faults = 0;
    for (int i = 0; i < 4; i++) {
        if (!sample_takes_view(sample, 0, i)) {
            continue;
        }
        struct size_px shape = i & 1 ? (struct size_px){1080, 1920} : shapes[1];
        faults += look_at_prompts(shape, i & 2 ? "en" : "zh-CN");
    }
    assert_int_equal(faults, 0);
}

/* In the coarsest pixels, to which letters are rounded most. */
static void no_screen_cuts_covers_or_drops_anything(void **state)
{
    (void)state;
    size_t sample = sample_begin();
    int faults = 0;
    const struct visit *row;
    for (size_t i = 0; (row = visit_at(i)); i++) {
        for (int n = 0; n < 4; n++) {
            if (!sample_takes_view(sample, i, n)) {
                continue;
            }
            faults += lay_out(row, upright(shapes[0], n & 1), langs[n / 2], 0,
                              KIOSK_TEXT_STEPS);
        }
    }
    assert_int_equal(faults, 0);
}

/* The others show the same to the eye in more pixels: of each screen one language, way up
 * and step, another for each; of two screens one a run. */
static void nor_does_it_in_finer_pixels(void **state)
{
    (void)state;
    size_t sample = sample_begin();
    int faults = 0;
    const struct visit *row;
    for (size_t i = 0; (row = visit_at(i)); i++) {
        if (!sample_takes(sample, i, 2)) {
            continue;
        }
        for (size_t n = 1; n < sizeof shapes / sizeof *shapes; n++) {
            int step = (int)(i / 4 + 2 * n) % KIOSK_TEXT_STEPS;
            faults += lay_out(row, upright(shapes[n], (i + n) & 1), langs[i / 2 % 2],
                              step, step + 1);
        }
    }
    assert_int_equal(faults, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_prompt_grows_with_the_step),
        cmocka_unit_test(no_screen_cuts_covers_or_drops_anything),
        cmocka_unit_test(nor_does_it_in_finer_pixels),
    };
    return cmocka_run_group_tests_name("layout", tests, NULL, NULL);
}
