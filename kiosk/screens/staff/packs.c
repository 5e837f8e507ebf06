/* SPDX-License-Identifier: MIT */
/*
 * The staff's page that installs lessons from a USB stick: a stick is chosen and read,
 * each pack says what it is, one is installed, the stick is let go. Below, what is
 * installed, and can be removed. What takes long runs on the stick's thread.
 */
#include "screens/staff/packs.h"

#include <string.h>

#include "base/err.h"
#include "base/log.h"
#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/staff/packs_shown.h"
#include "screens/staff/page.h"

static void put_folder(const struct kiosk *k, char *out, size_t size)
{
    str_format(out, size, "%s/packs", k->data_folder);
}

/* ---- what is installed ------------------------------------------------------------- */

static void list_installed(const struct kiosk *k, struct packs_page *page)
{
    char folder[CONF_PATH_MAX];
    struct paths_list list;
    struct paths at = {.root_count = 1};
    put_folder(k, folder, sizeof folder);
    str_copy(at.roots[0], sizeof at.roots[0], folder);
    paths_list(&at, "", &list); /* no such folder: none */
    page->installed_count = 0;
    for (size_t i = 0; i < list.count && page->installed_count < PACKS_INSTALLED_MAX;
         i++) {
        str_copy(page->installed[page->installed_count++], LESSON_ID_MAX,
                 strrchr(list.paths[i], '/') + 1);
    }
    paths_list_free(&list);
    packs_job_look(&page->job);
}

static void remove_installed(struct kiosk *k, struct packs_page *page, size_t at)
{
    char folder[CONF_PATH_MAX];
    const char *id = page->installed[at];
    put_folder(k, folder, sizeof folder);
    packs_title_of(k, id, page->done, sizeof page->done);
    page->removing = 0;
    page->page = 0;
    if (pack_remove(folder, id)) {
        page->end = PACKS_REMOVED;
    } else {
        log_error("pack", "%s", err_text());
        page->end = PACKS_NOT_REMOVED;
        packs_cause(k, page, err_cause(), err_text(), page->why);
    }
    kiosk_read_lessons(k);
    list_installed(k, page);
}

/* ---- the work ---------------------------------------------------------------------- */

/* On the stick's thread; or at once, where a folder plays the stick. */
static bool begin_work(struct kiosk *k, struct packs_page *page, stick_work *work,
                       enum packs_step step)
{
    page->step = step;
    page->page = 0;
    page->job.percent = 0;
    page->job.stop = false;
    if (k->stick_folder) {
        work(&page->job, k->stick_folder);
        return true;
    }
    if (sticks_do(k->sticks, work, &page->job)) {
        /* The list is that of before: the work has not begun there yet. */
        page->list.task.step = STICK_WORKING;
        return true;
    }
    log_error("pack", "%s", err_text());
    page->step = PACKS_LIST;
    return false;
}

static void install(struct kiosk *k, struct packs_page *page, size_t at, bool leave)
{
    page->chosen = at;
    page->end = PACKS_NOTHING;
    page->job.row = at;
    page->job.present = packs_present(k, &page->job.rows[at]);
    page->job.leave = leave;
    page->job.result = PACK_GOING;
    page->job.cause = (struct err_cause){.kind = ""};
    page->job.sentence[0] = '\0';
    begin_work(k, page, packs_job_install, PACKS_WORKING);
}

/* A stick that was pulled out says so itself: what was read of it by then is no cause,
 * and where the work was never begun there is none. */
static void end_install(struct kiosk *k, struct packs_page *page)
{
    const struct packs_job *job = &page->job;
    const struct packs_row *row = &job->rows[job->row];
    const bool lost = !k->stick_folder && page->list.task.step == STICK_FAILED;
    page->step = lost ? PACKS_CHOOSE : PACKS_LIST;
    page->page = 0;
    packs_row_title(k, row, page->done, sizeof page->done);
    if (job->result == PACK_WHOLE) {
        page->end = PACKS_DONE;
        log_info("pack", "%s version %d is installed, signed by %s", row->id,
                 row->version, row->signer);
        kiosk_read_lessons(k);
        list_installed(k, page);
        return;
    }
    page->end = PACKS_NOT_DONE;
    page->why[0] = '\0';
    if (lost) {
        log_error("pack", "%s: not installed: the stick: %s", row->file,
                  stick_fault_name(page->list.task.fault));
    } else {
        log_error("pack", "%s", job->sentence);
        packs_cause(k, page, &job->cause, job->sentence, page->why);
    }
}

/* Where a folder plays the stick, work is over when it has begun. */
static bool is_over(const struct kiosk *k, const struct packs_page *page)
{
    enum stick_step step = page->list.task.step;
    return k->stick_folder || step == STICK_OPEN || step == STICK_FAILED;
}

static void go_on(struct kiosk *k, struct packs_page *page)
{
    enum stick_step step = page->list.task.step;
    bool failed = step == STICK_FAILED;
    switch (page->step) {
    case PACKS_OPENING:
        if (k->stick_folder || step == STICK_OPEN) {
            begin_work(k, page, packs_job_scan, PACKS_READING);
        } else if (failed) {
            page->step = PACKS_CHOOSE;
        }
        break;
    case PACKS_READING:
        if (is_over(k, page)) {
            page->step = failed && !k->stick_folder ? PACKS_CHOOSE : PACKS_LIST;
        }
        break;
    case PACKS_WORKING:
        if (is_over(k, page)) {
            end_install(k, page);
        }
        break;
    case PACKS_LIST:
    case PACKS_ASKING:
        if (failed && !k->stick_folder) { /* pulled out */
            page->step = PACKS_CHOOSE;
            gate_close(&page->gate);
        }
        break;
    case PACKS_CLOSING:
        if (k->stick_folder || step == STICK_SAFE || failed) {
            page->step = PACKS_CHOOSE;
        }
        break;
    case PACKS_CHOOSE: break;
    }
}

/* ---- what staff do ----------------------------------------------------------------- */

static void enter(struct kiosk *k, void *state)
{
    struct packs_page *page = state;
    page->job.keys = k->trusted;
    put_folder(k, page->job.packs, sizeof page->job.packs);
    list_installed(k, page);
    if (k->stick_folder) {
        page->step = PACKS_OPENING;
    } else if (k->sticks) {
        sticks_forget(k->sticks);
        sticks_watch(k->sticks, true);
    }
}

static void tick(struct kiosk *k, void *state)
{
    struct packs_page *page = state;
    packs_read_told(k, page);
    if (k->stick_folder || (k->sticks && sticks_look(k->sticks, &page->list))) {
        go_on(k, page);
    }
}

/* The thread may be at work on this very block. */
static void leave(struct kiosk *k, void *state)
{
    struct packs_page *page = state;
    page->job.stop = true;
    if (k->sticks && !k->stick_folder) {
        while (page->list.task.step == STICK_WORKING &&
               (page->step == PACKS_READING || page->step == PACKS_WORKING)) {
            sticks_wait(k->sticks, &page->list, 100);
        }
        sticks_watch(k->sticks, false);
    }
    for (size_t i = 0; i < CONF_LANGUAGES_MAX; i++) {
        tell_close(page->told[i]);
    }
    gate_close(&page->gate);
}

static bool busy(const struct kiosk *k, const void *state)
{
    (void)k;
    const struct packs_page *page = state;
    return page->step == PACKS_OPENING || page->step == PACKS_READING ||
           page->step == PACKS_WORKING || page->step == PACKS_CLOSING;
}

static void choose_pack(struct kiosk *k, struct packs_page *page, size_t at)
{
    switch (packs_kind(k, &page->job.rows[at])) {
    case PACKS_NEW:
    case PACKS_NEWER:
    case PACKS_AGAIN: install(k, page, at, false); break;
    case PACKS_OLDER:
    case PACKS_UNSURE:
        page->chosen = at;
        page->step = PACKS_ASKING;
        page->end = PACKS_NOTHING;
        gate_open(k, &page->gate);
        packs_older_words(k, &page->job.rows[at], page->gate.words,
                          sizeof page->gate.words);
        break;
    case PACKS_SAME:
    case PACKS_UNTRUSTED:
    case PACKS_DAMAGED: break;
    }
}

static void choose_stick(struct kiosk *k, struct packs_page *page, size_t at)
{
    page->end = PACKS_NOTHING;
    page->page = 0;
    page->job.count = 0;
    if (sticks_open(k->sticks, page->list.sticks[at].id, STICK_READ)) {
        page->step = PACKS_OPENING;
        page->list.task.step = STICK_OPENING;
    } else {
        log_error("pack", "%s", err_text());
    }
}

static void let_go(struct kiosk *k, struct packs_page *page)
{
    page->end = PACKS_NOTHING;
    page->job.count = 0;
    page->page = 0;
    if (k->stick_folder || sticks_close(k->sticks)) {
        page->list.task.step = STICK_CLOSING;
        page->step = PACKS_CLOSING;
    } else {
        log_error("pack", "%s", err_text());
        page->step = PACKS_CHOOSE;
    }
}

static void take_removal(struct kiosk *k, struct packs_page *page, size_t at)
{
    if (page->removing == at + 1) {
        remove_installed(k, page, at);
    } else {
        page->removing = at + 1; /* the same button asks once more */
    }
}

static void touch_list(struct kiosk *k, struct packs_page *page,
                       const struct ui_event *event)
{
    char id[PACKS_ID_MAX];
    size_t removing = page->removing;
    for (size_t i = 0; page->step == PACKS_CHOOSE && i < page->list.count; i++) {
        if (ui_tapped(event, packs_id(id, "stick", i))) {
            choose_stick(k, page, i);
            return;
        }
    }
    for (size_t i = 0; page->step == PACKS_LIST && i < page->job.count; i++) {
        if (ui_tapped(event, packs_id(id, "pack", i))) {
            page->removing = 0;
            choose_pack(k, page, i);
            return;
        }
    }
    for (size_t i = 0; i < page->installed_count; i++) {
        if (ui_tapped(event, packs_id(id, "remove", i))) {
            take_removal(k, page, i);
            return;
        }
    }
    if (event->kind == UI_EVENT_TAP && removing == page->removing) {
        page->removing = 0; /* another touch is no yes */
    }
}

static void input(struct kiosk *k, void *state, const struct ui_event *event)
{
    struct packs_page *page = state;
    if (busy(k, state)) {
        return;
    }
    if (page->step == PACKS_ASKING) {
        if (ui_tapped(event, "back")) {
            page->step = PACKS_LIST;
            gate_close(&page->gate);
        } else if (gate_touched(k, &page->gate, event)) {
            gate_close(&page->gate);
            install(k, page, page->chosen, true);
        }
        return;
    }
    if (pages_touched(event, &page->page)) {
        return;
    }
    if (ui_tapped(event, "back")) {
        kiosk_go(k, SCREEN_staff_desk);
    } else if (ui_tapped(event, "packs-eject")) {
        let_go(k, page);
    } else {
        touch_list(k, page, event);
    }
}

const struct screen screen_staff_packs = {
    .name = "staff",
    .theme = UI_LIGHT,
    .state_size = sizeof(struct packs_page),
    .needs_pin = true,
    .desk_id = "packs",
    .desk_button = "staff_packs",
    .desk_rare = true,
    .quiet_s = STAFF_QUIET_S,
    .busy = busy,
    .enter = enter,
    .input = input,
    .tick = tick,
    .draw = packs_draw,
    .say = packs_say,
    .leave = leave,
};
