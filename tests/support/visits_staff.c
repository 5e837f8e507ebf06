/* SPDX-License-Identifier: MIT */
/* The way to the pages of staff. */
#include "base/calendar.h"
#include "base/err.h"
#include "base/str.h"
#include "screens/staff/export.h"
#include "screens/staff/month_page.h"
#include "screens/staff/packs_shown.h"
#include "support/month_rows.h"
#include "support/tap.h"
#include "support/visits_go.h"

void go_staff_aeds(struct stage *stage)
{
    struct kiosk *k = &stage->kiosk;
    k->counter.staff = true;
    k->data_folder = "tests/support/aeds";
    kiosk_go(k, SCREEN_staff_aeds);
    stage_pass(stage, 0.1);
}

void go_staff_courses(struct stage *stage)
{
    struct kiosk *k = &stage->kiosk;
    visit_in_december(stage);
    k->counter.staff = true;
    assert_true(paths_replace(&stage->paths, "scripts/local/courses.lua",
                              "tests/support/courses/courses.lua"));
    kiosk_go(k, SCREEN_staff_courses);
    stage_pass(stage, 0.1);
}

static bool take_counts(void *context, const struct count_row *rows, size_t count)
{
    (void)context;
    (void)rows;
    (void)count;
    return true;
}

void go_groups(struct stage *stage)
{
    struct kiosk *k = &stage->kiosk;
    k->counter.queue.sink = (struct count_sink){.add = take_counts};
    k->counter.staff = true;
    kiosk_go(k, SCREEN_staff_groups);
    stage_pass(stage, 0.1);
    stage_tap(stage, "pupils");
    for (int i = 0; i < 4; i++) {
        stage_tap(stage, "people-more-10");
        stage_tap(stage, "minutes-more");
    }
}

/* The longest of its steps: what is noted can be taken back. */
void go_groups_done(struct stage *stage)
{
    go_groups(stage);
    stage_tap(stage, "check");
    stage_tap(stage, "keep");
}

void go_staff(struct stage *stage)
{
    kiosk_go(&stage->kiosk, SCREEN_staff_desk);
    stage_pass(stage, 0.1);
}

/* Quiet from 20 to 8, loud at noon, with a tune at four. */
void go_hours(struct stage *stage)
{
    struct kiosk *k = &stage->kiosk;
    const struct conf_hours quiet = {.volume = 1};
    const struct conf_hours loud = {.volume = 5};
    const struct conf_hours tune = {.volume = 4, .speech = true, .music = true};
    for (int i = 0; i < 12; i++) {
        conf_hours_set(&k->settings, (20 + i) % 24, &quiet);
    }
    conf_hours_set(&k->settings, 12, &loud);
    conf_hours_set(&k->settings, 16, &tune);
    k->counter.staff = true;
    kiosk_go(k, SCREEN_staff_hours);
    stage_pass(stage, 0.1);
}

/* What staff have to mend: a lesson that failed, files that were passed over. */
void go_staff_files(struct stage *stage)
{
    struct kiosk *k = &stage->kiosk;
    const struct lesson_info *info = &k->catalog->items[0].info;
    struct err_cause cause = {.kind = "no_text_in", .count = 3};
    str_copy(cause.arguments[0], ERR_ARGUMENT_BYTES, info->folder);
    str_copy(cause.arguments[1], ERR_ARGUMENT_BYTES, "en");
    str_copy(cause.arguments[2], ERR_ARGUMENT_BYTES, "he_gasps");
    failures_note(&k->failures, info->id, info->folder,
                  "/opt/lessons/adult-cpr/lesson.lua:41: attempt to compare nil with "
                  "number",
                  &(struct err_cause){.kind = ""}, clock_wall_s(k->clock));
    err_set_as("file_missing", "scripts/guidelines/erc-2025.lua: is not there");
    flaws_add(&k->flaws, "guideline", FLAW_WITHOUT);
    err_set_cause("scripts/lessons/burns/text/en.lua: there is no text \"he_gasps\"",
                  &cause);
    flaws_add(&k->flaws, "lesson", FLAW_SHIPPED);
    k->counter.staff = true;
    kiosk_go(k, SCREEN_staff_files);
    stage_pass(stage, 0.1);
}

void go_staff_hall(struct stage *stage)
{
    struct kiosk *k = &stage->kiosk;
    k->settings.hall = (struct conf_hall){.challenge = 85, .rival_best = 92};
    k->counter.staff = true;
    kiosk_go(k, SCREEN_staff_hall);
    stage_pass(stage, 0.1);
}

/* Tuesdays to Sundays from nine to five. */
static int hall_hours(const void *context, int day, int hour)
{
    (void)context;
    return calendar_weekday(day) != 1 && hour >= 9 && hour < 17 ? 60 : 0;
}

/* October of a hall: busy at weekends, two school classes, off one day and three hours of
 * another. More lessons than have a row. */
static void draw_october(struct month_rows *rows)
{
    struct rng rng = {.state = 20261001};
    for (int day = 20260901; day <= 20261031; day = calendar_after(day)) {
        bool weekend = calendar_weekday(day) > 5;
        bool off = calendar_weekday(day) == 1 || day == 20261027;
        int visits = off ? 0 : rng_int(&rng, weekend ? 30 : 12, weekend ? 60 : 30);
        month_rows_draw_day(rows, &rng, day, visits);
        for (int hour = 9; hour < 17 && !off; hour++) {
            bool cut = day == 20261014 && hour > 13;
            month_rows_add(rows, day, hour, "running", "", "", cut ? 0 : 60);
        }
    }
    for (int i = 0; i < 32; i++) {
        char id[16];
        str_format(id, sizeof id, "other-%d", i);
        month_rows_add(rows, 20261010, 10, "lesson_started", id, "", 5);
        month_rows_add(rows, 20261010, 10, "lesson_done", id, "", i / 8);
    }
}

/* What the page has read when its counts are these, on the 28th of November at noon. */
static void show_month(struct stage *stage, enum span span, int day)
{
    struct kiosk *k = &stage->kiosk;
    struct month_rows *rows = calloc(1, sizeof *rows);
    assert_non_null(rows);
    visit_in_december(stage);
    k->counter.staff = true;
    kiosk_go(k, SCREEN_staff_month);
    stage_pass(stage, 0.1);
    struct month_page *page = k->state;
    draw_october(rows);
    const struct month_facts facts = {
        .hall = "", .today = 20261128, .now_hour = 12, .open_min = hall_hours};
    const struct count_source source = month_rows_source(rows);
    page->shown = span_of(span, day);
    page->first = 20260901;
    page->last = 20261128;
    struct month *month = month_read(&source, &facts, page->shown.from, page->shown.to);
    assert_non_null(month);
    figures_make(month, &page->shown, &page->figures);
    month_free(month);
    free(rows);
    page->fault[0] = '\0';
    page->is_read = true;
    page->words.lang = 0; /* they are made anew */
    stage_pass(stage, 0.1);
}

void go_staff_month(struct stage *stage)
{
    show_month(stage, SPAN_MONTH, 20261014);
}

void go_staff_week(struct stage *stage)
{
    show_month(stage, SPAN_WEEK, 20261014);
}

void go_staff_day(struct stage *stage)
{
    show_month(stage, SPAN_DAY, 20261014);
}

void go_staff_year(struct stage *stage)
{
    show_month(stage, SPAN_YEAR, 20261014);
}

static struct stick a_stick(int id, const char *label, double giga)
{
    struct stick stick = {
        .id = id, .bytes = (uint64_t)(giga * 1e9), .part = 1, .parts = 1};
    str_copy(stick.label, sizeof stick.label, label);
    return stick;
}

/* Nobody looks for sticks: the page is shown what a thread would tell it. */
static struct export_page *open_export(struct stage *stage)
{
    struct kiosk *k = &stage->kiosk;
    k->counter.staff = true;
    kiosk_go(k, SCREEN_staff_export);
    stage_pass(stage, 0.1);
    struct export_page *page = k->state;
    page->chosen = true;
    page->words[0] = '\0';
    page->looks = true;
    page->list.service = STICK_SERVICE_UDISKS;
    return page;
}

void go_export(struct stage *stage)
{
    struct export_page *page = open_export(stage);
    page->list.sticks[0] = a_stick(1, "滨江社区", 15.6);
    page->list.sticks[1] = a_stick(2, "KINGSTON", 3.9);
    page->list.sticks[2] = a_stick(3, "", 0.98);
    page->list.sticks[1].part = 2;
    page->list.sticks[1].parts = 2;
    page->list.count = 3;
    stage_pass(stage, 0.1);
}

/* The last full month of a hall that counts since spring. */
void go_export_choose(struct stage *stage)
{
    struct export_page *page = open_export(stage);
    page->chosen = false;
    page->has_key = true;
    page->months = (struct export_months){
        .first = 2026 * 12 + 3, .last = 2026 * 12 + 10, .at = 2026 * 12 + 9};
    stage_pass(stage, 0.1);
}

static void end_export(struct stage *stage, enum stick_step step, enum stick_fault fault)
{
    struct export_page *page = open_export(stage);
    struct stick_task *task = &page->list.task;
    *task = (struct stick_task){.step = step, .fault = fault, .id = 1};
    task->need_bytes = 1300000;
    task->free_bytes = 400000;
    task->mounted = fault == STICK_busy;
    str_copy(task->name, sizeof task->name, "滨江社区");
    if (step == STICK_SAFE || fault == STICK_busy) {
        str_copy(task->file, sizeof task->file, "life-kiosk-滨江馆-20261128.csv");
    }
    stage_pass(stage, 0.1);
}

void go_export_safe(struct stage *stage)
{
    end_export(stage, STICK_SAFE, STICK_none);
}

/* The longest of what may be told: what stands there, the fault, and what not to do. */
void go_export_busy(struct stage *stage)
{
    end_export(stage, STICK_FAILED, STICK_busy);
}

/* A pack on the stick, as it was read. */
static struct packs_row *add_pack(struct packs_page *page, const char *id, int version,
                                  const char *title, const char *lang)
{
    struct packs_row *row = &page->job.rows[page->job.count++];
    *row = (struct packs_row){.state = PACK_WHOLE, .bytes = 12480, .version = version};
    str_format(row->file, sizeof row->file, "%s.lkp", id);
    str_copy(row->id, sizeof row->id, id);
    str_copy(row->signer, sizeof row->signer, "嘉善县红十字会");
    row->title_count = 1;
    str_copy(row->titles[0].lang, sizeof row->titles[0].lang, lang);
    str_copy(row->titles[0].title, sizeof row->titles[0].title, title);
    return row;
}

static void refuse_pack(struct packs_row *row, enum pack_state state)
{
    row->state = state;
    row->title_count = 0;
    row->cause = *err_cause();
    str_copy(row->sentence, sizeof row->sentence, err_text());
}

/* One of each kind, on a stick that nobody has to plug in. */
static struct packs_page *open_packs(struct stage *stage)
{
    struct kiosk *k = &stage->kiosk;
    const char *lang = kiosk_lang(k);
    bool zh = str_equal(lang, "zh-CN");
    k->counter.staff = true;
    kiosk_go(k, SCREEN_staff_packs);
    stage_pass(stage, 0.1);
    struct packs_page *page = k->state;
    k->catalog->items[0].info.version = 5;
    const char *title = k->catalog->items[0].title;
    add_pack(page, "nosebleed", 1, zh ? "鼻子出血怎么办" : "Nosebleeds", lang);
    add_pack(page, k->catalog->items[0].info.id, 6, title, lang);
    add_pack(page, k->catalog->items[0].info.id, 3, title, lang);
    err_set_as("pack_untrusted", "%s: is signed with the key %s", "burns.lkp",
               "3c1f77a0b2d94e58");
    refuse_pack(add_pack(page, "burns", 1, "", lang), PACK_UNTRUSTED);
    err_set_as("pack_cut", "%s: is cut short", "choking.lkp");
    refuse_pack(add_pack(page, "choking", 1, "", lang), PACK_DAMAGED);
    page->step = PACKS_LIST;
    return page;
}

void go_packs(struct stage *stage)
{
    open_packs(stage);
    stage_pass(stage, 0.1);
}

/* Before an older one; the PIN is there already. */
void go_packs_asking(struct stage *stage)
{
    struct packs_page *page = open_packs(stage);
    page->step = PACKS_ASKING;
    page->chosen = 2;
    packs_older_words(&stage->kiosk, &page->job.rows[2], page->gate.words,
                      sizeof page->gate.words);
    stage_pass(stage, 0.1);
}

/* The stick was pulled out while one was installed; two are, and one is to be removed. */
void go_packs_failed(struct stage *stage)
{
    struct packs_page *page = open_packs(stage);
    struct stick_task *task = &page->list.task;
    *task = (struct stick_task){.step = STICK_FAILED, .fault = STICK_pulled, .id = 1};
    str_copy(task->name, sizeof task->name, "滨江社区");
    page->step = PACKS_CHOOSE;
    page->end = PACKS_NOT_DONE;
    packs_row_title(&stage->kiosk, &page->job.rows[0], page->done, sizeof page->done);
    err_set_as("pack_open", "%s: cannot be read: %s", "nosebleed.lkp",
               "Input/output error");
    packs_cause(&stage->kiosk, page, err_cause(), err_text(), page->why);
    for (size_t i = 0; i < 2; i++) {
        str_copy(page->installed[i], LESSON_ID_MAX,
                 stage->kiosk.catalog->items[i].info.id);
    }
    page->installed_count = 2;
    page->removing = 2;
    stage_pass(stage, 0.1);
}
