/* SPDX-License-Identifier: MIT */
#include "support/visits.h"

#include "base/err.h"
#include "base/str.h"
#include "screens/staff/export.h"
#include "screens/staff/packs_shown.h"
#include "support/tap.h"

static void go_attract(struct stage *stage)
{
    (void)stage;
}

static void go_home(struct stage *stage)
{
    stage_tap(stage, "wake");
}

/* The robot has been there: so many has it found (test_lengths). */
static void go_lesson(struct stage *stage)
{
    struct catalog *catalog = stage->kiosk.catalog;
    for (size_t i = 0; i < catalog->count; i++) {
        catalog->items[i].cards = 25;
    }
    go_home(stage);
    stage_tap(stage, "first-aid");
}

static void go_question(struct stage *stage)
{
    go_lesson(stage);
    stage_tap(stage, "next");
    stage_tap(stage, "option-2");
    stage_pass(stage, 1.4); /* people have moved to what is right */
}

/* Beside a question whose wrong answers bring something of their own. */
static void go_asked(struct stage *stage)
{
    struct kiosk *k = &stage->kiosk;
    go_home(stage);
    kiosk_choice(k);
    k->lesson = lesson_open("tests/lua/screens/wrong-answers", kiosk_lang(k), 7);
    str_copy(k->lesson_id, sizeof k->lesson_id, "wrong-answers");
    k->lesson_counted = false;
    kiosk_go(k, SCREEN_lesson);
    stage_pass(stage, 0.1);
}

static void go_wrong(struct stage *stage)
{
    go_asked(stage);
    const struct lesson_card *card = lesson_card(stage->kiosk.lesson);
    bool first = card->right == 1;
    stage_tap(stage, first ? "option-2" : "option-1");
    stage_pass(stage, 1.4);
}

static void go_told(struct stage *stage)
{
    go_wrong(stage);
    stage_tap(stage, "next");
    stage_pass(stage, 2.2);
}

/* The right answer is told, and half the time to read it is over. */
static void go_goes_on(struct stage *stage)
{
    go_asked(stage);
    stage_tap(stage,
              lesson_card(stage->kiosk.lesson)->right == 1 ? "option-1" : "option-2");
    stage_pass(stage, 4.5);
}

/* A question that was answered, from the one after it. */
static void go_back(struct stage *stage)
{
    go_told(stage);
    stage_tap(stage, "next");
    stage_tap(stage, "card-back");
}

static void go_no_manikin(struct stage *stage)
{
    go_home(stage);
    stage_tap(stage, "practice");
}

static void go_tap(struct stage *stage)
{
    go_home(stage);
    stage_tap(stage, "rhythm");
}

static void go_tapped(struct stage *stage)
{
    go_tap(stage);
    for (int i = 0; i < 8; i++) {
        stage_tap(stage, "beat");
        stage_pass(stage, 60.0 / 108 - 0.1);
    }
    clock_move(&stage->clock, 20000000); /* the rest without frames: it costs minutes */
    stage_pass(stage, 0.1);
}

/* A manikin is there from now on. */
static void plug_in(struct stage *stage)
{
    struct kiosk *k = &stage->kiosk;
    k->stations[k->active].status = (struct link_status){.state = LINK_READY,
                                                         .port = "",
                                                         .model = "",
                                                         .serial = "",
                                                         .firmware = "",
                                                         .calibration = "",
                                                         .words = ""};
}

static void go_watch(struct stage *stage)
{
    plug_in(stage);
    go_home(stage);
    stage_tap(stage, "practice");
}

static void go_ready(struct stage *stage)
{
    go_watch(stage);
    stage_tap(stage, "stage-helped");
}

static void go_practice(struct stage *stage)
{
    go_ready(stage);
    stage_press(stage, 9, 44, 112);
}

static void go_breaths(struct stage *stage)
{
    go_ready(stage);
    stage_tap(stage, "with-breaths");
    stage_press(stage, 30 * 60 / 112.0, 55, 112);
    stage_press(stage, 3, 0, 112);
}

static void go_good(struct stage *stage)
{
    go_ready(stage);
    stage_press(stage, 5, 55, 112);
}

static void go_stopped(struct stage *stage)
{
    go_good(stage);
    stage_press(stage, 9, 0, 112);
}

static void go_test(struct stage *stage)
{
    plug_in(stage);
    go_home(stage);
    stage_tap(stage, "test");
    stage_press(stage, 9, 55, 112);
}

static void go_result(struct stage *stage)
{
    plug_in(stage);
    go_home(stage);
    stage_tap(stage, "test");
    stage_press(stage, 12, 55, 112);
    stage_press(stage, 19, 46, 125);
    stage_pass(stage, 0.1);
}

/* The first try was short of a pass; so is the second, and better. */
static void go_better(struct stage *stage)
{
    go_ready(stage);
    stage_tap(stage, "adult");
    stage_press(stage, 20, 40, 108);
    stage_press(stage, 9, 0, 108);
    stage_tap(stage, "see-result");
    stage_tap(stage, "again");
    stage_press(stage, 20, 43, 112);
    stage_press(stage, 9, 0, 112);
    stage_tap(stage, "see-result");
    stage_pass(stage, 0.1);
}

/* A practice that is short of an adult's depth, and steady. */
static void go_steady(struct stage *stage, const char *presser)
{
    go_ready(stage);
    if (presser) {
        stage_tap(stage, presser);
    }
    stage_press(stage, 20, 32, 110);
    stage_press(stage, 9, 0, 110);
    stage_tap(stage, "see-result");
    stage_pass(stage, 0.1);
}

static void go_child(struct stage *stage)
{
    go_steady(stage, "child");
}

static void go_unsaid(struct stage *stage)
{
    go_steady(stage, NULL);
}

static void go_evidence(struct stage *stage)
{
    go_result(stage);
    stage_tap(stage, "evidence");
    stage_tap(stage, "page-next");
    stage_tap(stage, "page-next"); /* where the first faults are */
}

/* Nobody knows yet which of its numbers is depth. */
static void go_untaught(struct stage *stage)
{
    plug_in(stage);
    struct link_status *status = &stage->kiosk.stations[stage->kiosk.active].status;
    status->state = LINK_STALE;
    status->lines = "comma";
    status->column = "";
    go_home(stage);
    stage_tap(stage, "practice");
}

/* To one of home's tiles, with a manikin that is not to be believed in some way. */
static void go_in_doubt(struct stage *stage, unsigned doubts, const char *tile)
{
    plug_in(stage);
    stage->kiosk.stations[stage->kiosk.active].status.doubts = doubts;
    go_home(stage);
    stage_tap(stage, tile);
}

static void go_limits(struct stage *stage)
{
    go_in_doubt(stage, CPR_TRUST_UNCALIBRATED, "practice");
}

/* The push on attract told nobody yet what the manikin can not do. */
static void go_unread(struct stage *stage)
{
    go_limits(stage);
    stage_press(stage, 3, 44, 110);
}

/* Two manikins that cannot measure depth, each in its own way. */
static void go_force(struct stage *stage)
{
    go_in_doubt(stage, CPR_TRUST_FORCE, "practice");
    stage_press(stage, 3, 44, 110);
}

static void go_force_on(struct stage *stage)
{
    go_force(stage);
    stage_press(stage, 6, 44, 110);
}

static void go_slow(struct stage *stage)
{
    plug_in(stage);
    stage->kiosk.stations[stage->kiosk.active].status.hz = 10;
    go_home(stage);
    stage_tap(stage, "practice");
}

static void go_pupil(struct stage *stage)
{
    go_ready(stage);
    stage_tap(stage, "child");
    stage_press(stage, 8, 32, 110);
}

/* One has let go, the other is about to press; somebody is at the other manikin too. */
static void go_swap(struct stage *stage)
{
    go_good(stage);
    stage_tap(stage, "swap");
    stage_press(stage, 4, 0, 110);
    stage->kiosk.other_pushed_us = clock_now_us(stage->kiosk.clock);
}

/* One of two children has pressed, the other one has gone on, and both are done. */
static void go_pair(struct stage *stage)
{
    go_ready(stage);
    stage_tap(stage, "child");
    stage_tap(stage, "take-turns");
    stage_press(stage, 30, 46, 112);
    stage_press(stage, 4, 0, 112);
    stage_press(stage, 15, 31, 124);
    stage_press(stage, 9, 0, 112);
    stage_tap(stage, "see-result");
    stage_pass(stage, 0.1);
}

static void go_pair_unsaid(struct stage *stage)
{
    go_good(stage);
    stage_press(stage, 12, 55, 112);
    stage_tap(stage, "swap");
    stage_press(stage, 3, 0, 112);
    stage_press(stage, 20, 44, 112);
    stage_press(stage, 9, 0, 112);
    stage_tap(stage, "see-result");
    stage_pass(stage, 0.1);
}

static void go_rhythm(struct stage *stage)
{
    go_limits(stage);
    stage_press(stage, 9, 44, 131);
}

/* The example that staff begin with. */
static void go_aeds(struct stage *stage)
{
    struct kiosk *k = &stage->kiosk;
    k->aeds = conf_aeds_load("scripts/starter/aeds.lua", k->languages, NULL);
    go_home(stage);
    stage_tap(stage, "aeds");
    stage_pass(stage, 0.1);
}

static void go_staff_aeds(struct stage *stage)
{
    struct kiosk *k = &stage->kiosk;
    k->counter.staff = true;
    k->data_folder = "tests/support/aeds";
    kiosk_go(k, SCREEN_staff_aeds);
    stage_pass(stage, 0.1);
}

static void go_unscored(struct stage *stage)
{
    go_in_doubt(stage, CPR_TRUST_UNCALIBRATED, "test");
    stage_press(stage, 31, 46, 112);
    stage_pass(stage, 0.1);
}

static void go_slow_home(struct stage *stage)
{
    plug_in(stage);
    stage->kiosk.stations[stage->kiosk.active].status.hz = 10;
    go_home(stage);
}

/* Attract of a hall in which many have pressed. */
static void go_hall(struct stage *stage)
{
    plug_in(stage);
    struct kiosk *k = &stage->kiosk;
    k->pushes = 86412;
    k->settings.hall = (struct conf_hall){.challenge = 85, .rival_best = 95};
    for (int i = 0; i < BOARD_RUNS; i++) {
        board_add(&k->board, kiosk_moment(k), 88 + 2 * i);
    }
    clock_move(&stage->clock, 9200000); /* the slide before it */
    stage_pass(stage, 0.1);
}

/* The turn after that. */
static void go_hall_on(struct stage *stage)
{
    go_hall(stage);
    clock_move(&stage->clock, 9200000);
    stage_pass(stage, 0.1);
}

/* A topic with more than one lesson. */
static void go_list(struct stage *stage)
{
    struct catalog *catalog = stage->kiosk.catalog;
    for (size_t i = 0; i < catalog->count; i++) {
        str_copy(catalog->items[i].info.topic, sizeof catalog->items[i].info.topic,
                 "first-aid");
    }
    go_home(stage);
    stage_tap(stage, "first-aid");
}

/* From home, with a loudspeaker: one wish is granted. */
static void go_wishes(struct stage *stage)
{
    const struct sound_config config = {.clock = stage->kiosk.clock, .story = true};
    stage->kiosk.sound = sound_create(&config);
    assert_non_null(stage->kiosk.sound);
    go_home(stage);
    stage_tap(stage, WISHES_CHIP);
    stage_tap(stage, "pace");
}

static void go_staff(struct stage *stage)
{
    kiosk_go(&stage->kiosk, SCREEN_staff_desk);
    stage_pass(stage, 0.1);
}

/* Quiet from 20 to 8, loud at noon, with a tune at four. */
static void go_hours(struct stage *stage)
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

/* Everything to touch low, on a page where much is. */
static void go_low_home(struct stage *stage)
{
    go_home(stage);
    stage->kiosk.wishes.low = true;
    stage_pass(stage, 0.1);
}

static void go_low_question(struct stage *stage)
{
    go_lesson(stage);
    stage_tap(stage, "next");
    stage->kiosk.wishes.low = true;
    stage_pass(stage, 0.1);
}

static void go_event(struct stage *stage)
{
    plug_in(stage);
    stage->kiosk.settings.hall.event = true;
    kiosk_start_pushed_run(&stage->kiosk);
    stage_pass(stage, 0.05);
    stage_press(stage, 12, 55, 112);
    stage_press(stage, 19, 46, 125);
    stage_pass(stage, 0.1);
}

/* What staff have to mend: a lesson that failed, files that were passed over. */
static void go_staff_files(struct stage *stage)
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

static void go_staff_hall(struct stage *stage)
{
    struct kiosk *k = &stage->kiosk;
    k->settings.hall = (struct conf_hall){.challenge = 85, .rival_best = 92};
    k->counter.staff = true;
    kiosk_go(k, SCREEN_staff_hall);
    stage_pass(stage, 0.1);
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
    page->words[0] = '\0';
    page->looks = true;
    page->list.service = STICK_SERVICE_UDISKS;
    return page;
}

static void go_export(struct stage *stage)
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

static void go_export_safe(struct stage *stage)
{
    end_export(stage, STICK_SAFE, STICK_none);
}

/* The longest of what may be told: what stands there, the fault, and what not to do. */
static void go_export_busy(struct stage *stage)
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

static void go_packs(struct stage *stage)
{
    open_packs(stage);
    stage_pass(stage, 0.1);
}

/* Before an older one; the PIN is there already. */
static void go_packs_asking(struct stage *stage)
{
    struct packs_page *page = open_packs(stage);
    page->step = PACKS_ASKING;
    page->chosen = 2;
    packs_older_words(&stage->kiosk, &page->job.rows[2], page->gate.words,
                      sizeof page->gate.words);
    stage_pass(stage, 0.1);
}

/* The stick was pulled out while one was installed; two are, and one is to be removed. */
static void go_packs_failed(struct stage *stage)
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

/* A lesson of cards that are played; so many of them are gone past. */
static void go_plays(struct stage *stage, int past)
{
    struct kiosk *k = &stage->kiosk;
    kiosk_choice(k);
    k->lesson = lesson_open("tests/lua/plays/plays", kiosk_lang(k), 7);
    str_copy(k->lesson_id, sizeof k->lesson_id, "plays");
    kiosk_go(k, SCREEN_lesson);
    stage_pass(stage, 0.1);
    for (int i = 0; i < past; i++) {
        stage_tap(stage, "skip");
    }
}

static void tap_each(struct stage *stage, const char *const *ids)
{
    for (; *ids; ids++) {
        stage_tap(stage, *ids);
    }
}

static void go_dial(struct stage *stage)
{
    static const char *const wrong[] = {"digit-1", "digit-1", "digit-9", "phone-call",
                                        NULL};
    go_plays(stage, 0);
    tap_each(stage, wrong);
}

/* The second call; the first one was gone past. */
static void go_passed(struct stage *stage)
{
    go_plays(stage, 1);
    stage_tap(stage, "card-back");
}

/* The speaker is on, and the address was vague. */
static void go_call(struct stage *stage)
{
    static const char *const ids[] = {"digit-1",    "digit-2",       "digit-0",
                                      "phone-call", "phone-speaker", NULL};
    go_plays(stage, 0);
    tap_each(stage, ids);
    bool first = lesson_card(stage->kiosk.lesson)->dial.call.told[0].right == 1;
    stage_tap(stage, first ? "option-2" : "option-1");
}

static void go_pads(struct stage *stage)
{
    static const char *const ids[] = {"option-2", "option-3", "spot-1", "spot-3", NULL};
    go_plays(stage, 2);
    tap_each(stage, ids);
}

/* Aims at the tips. */
static void go_fire(struct stage *stage)
{
    static const char *const ids[] = {"option-2", "option-1", "spot-1",
                                      "option-3", "spot-4",   NULL};
    go_plays(stage, 8);
    tap_each(stage, ids);
}

static const struct visit rows[] = {
    {"attract", go_attract},
    {"home", go_home},
    {"lesson", go_lesson},
    {"question", go_question},
    /* a wrong answer, from beside the question on */
    {"asked", go_asked},
    {"wrong", go_wrong},
    {"told", go_told},
    {"goes-on", go_goes_on},
    {"back", go_back},
    {"nothing", go_no_manikin},
    {"watch", go_watch},
    {"ready", go_ready},
    {"practice", go_practice},
    {"good", go_good},
    {"stopped", go_stopped},
    {"breaths", go_breaths},
    {"test", go_test},
    {"result", go_result},
    {"better", go_better},
    {"child", go_child},
    {"unsaid", go_unsaid},
    {"evidence", go_evidence},
    {"staff", go_staff},
    {"untaught", go_untaught},
    {"limits", go_limits},
    {"rhythm", go_rhythm},
    {"unscored", go_unscored},
    {"slow-home", go_slow_home},
    {"tap", go_tap},
    {"tapped", go_tapped},
    {"hall", go_hall},
    {"event", go_event},
    {"list", go_list},
    {"unread", go_unread},
    {"force", go_force},
    {"slow", go_slow},
    {"swap", go_swap},
    {"pupil", go_pupil},
    {"pair", go_pair},
    {"pair-unsaid", go_pair_unsaid},
    {"wishes", go_wishes},
    {"hours", go_hours},
    {"aeds", go_aeds},
    {"staff-aeds", go_staff_aeds},
    {"staff-files", go_staff_files},
    {"staff-hall", go_staff_hall},
    {"export", go_export},
    {"export-safe", go_export_safe},
    {"export-busy", go_export_busy},
    {"packs", go_packs},
    {"packs-asking", go_packs_asking},
    {"packs-failed", go_packs_failed},
    {"low-home", go_low_home},
    {"low-question", go_low_question},
    /* cards that are played */
    {"dial", go_dial},
    {"call", go_call},
    {"passed", go_passed},
    {"pads", go_pads},
    {"fire", go_fire},
};

const struct visit *visit_at(size_t index)
{
    return index < sizeof rows / sizeof *rows ? &rows[index] : NULL;
}

/* Breaths have been asked for, and these are the pushes after them. */
static void go_breaths_on(struct stage *stage)
{
    go_breaths(stage);
    stage_press(stage, 8, 55, 112);
}

/* Before somebody pressed the other manikin. */
static void go_swap_only(struct stage *stage)
{
    go_good(stage);
    stage_tap(stage, "swap");
    stage_press(stage, 4, 0, 110);
}

static const struct visit other_rows[] = {
    {"rhythm", go_unread},  {"hall", go_hall_on},       {"unread", go_rhythm},
    {"force", go_force_on}, {"breaths", go_breaths_on}, {"swap", go_swap_only},
};

const struct visit *visit_other(const char *name)
{
    for (size_t i = 0; i < sizeof other_rows / sizeof *other_rows; i++) {
        if (str_equal(other_rows[i].name, name)) {
            return &other_rows[i];
        }
    }
    return NULL;
}

void visit_go(struct stage *stage, const char *name)
{
    size_t i = 0;
    while (visit_at(i) && !str_equal(visit_at(i)->name, name)) {
        i++;
    }
    assert_non_null(visit_at(i));
    visit_at(i)->go(stage);
}

void visit_end(struct stage *stage)
{
    struct sound *sound = stage->kiosk.sound;
    stage_close(stage);
    sound_destroy(sound);
}
