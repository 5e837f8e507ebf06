/* SPDX-License-Identifier: MIT */
#include "screens/staff/voice.h"

#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/log.h"
#include "base/paths.h"
#include "base/str.h"
#include "screens/pages.h"
#include "screens/staff/page.h"
#include "screens/why.h"
#include "sound/take.h"

enum { CHOICES_MAX = CONF_LANGUAGES_MAX * VOICES_MAX };

const struct script_line *record_line(const struct record *page)
{
    return page->script ? script_line(page->script, page->line) : NULL;
}

bool record_stands(const struct record *page)
{
    const struct script_line *line = record_line(page);
    return line && voice_path(page->recorded, line->hash);
}

static void tell_error(const struct kiosk *k, struct record *page)
{
    log_error("record", "%s", err_text());
    why_failed(k, page->words, sizeof page->words);
}

/* ---- which voice ------------------------------------------------------------------- */

struct choices {
    char names[CHOICES_MAX][VOICE_NAME_BYTES];
    size_t count;
};

static void add_choice(struct choices *choices, const char *name)
{
    for (size_t i = 0; i < choices->count; i++) {
        if (str_equal(choices->names[i], name)) {
            return;
        }
    }
    if (choices->count < CHOICES_MAX) {
        str_copy(choices->names[choices->count++], VOICE_NAME_BYTES, name);
    }
}

/* Each language's own voice, those that visitors may choose, and those that there are. */
static void list_choices(const struct kiosk *k, struct choices *choices)
{
    choices->count = 0;
    for (size_t i = 0; i < k->languages->count; i++) {
        char there[VOICES_MAX][VOICE_NAME_BYTES];
        const struct conf_language *language = &k->languages->items[i];
        add_choice(choices, language->code);
        for (size_t v = 0; v < language->voice_count; v++) {
            add_choice(choices, language->voices[v].code);
        }
        size_t count = voice_list(k->paths, language->code, there);
        for (size_t v = 0; v < count; v++) {
            add_choice(choices, there[v]);
        }
    }
}

static void log_sentence(void *context, const char *sentence)
{
    (void)context;
    log_warn("record", "%s", sentence);
}

static void count_standing(struct record *page)
{
    const struct script_line *line = NULL;
    page->standing = 0;
    for (size_t i = 0; page->script && (line = script_line(page->script, i)); i++) {
        page->standing += voice_path(page->recorded, line->hash) != NULL;
    }
}

/* The recordings as they are now. */
static void look_again(const struct kiosk *k, struct record *page)
{
    voice_close(page->recorded);
    page->recorded = voice_open(k->paths, page->script, page->voice);
    count_standing(page);
}

/* From the line behind this one on, round to it; with all recorded, the next. */
static void go_to_missing(struct record *page)
{
    size_t count = page->script ? script_count(page->script) : 0;
    size_t from = page->line;
    for (size_t i = 1; i <= count; i++) {
        page->line = (from + i) % count;
        if (!record_stands(page)) {
            return;
        }
    }
    page->line = count > 0 ? (from + 1) % count : 0;
}

static void open_voice(const struct kiosk *k, struct record *page, const char *name)
{
    char code[VOICE_NAME_BYTES];
    str_format(code, sizeof code, "%.*s", (int)strcspn(name, "@"), name);
    int at = conf_language_at(k->languages, code);
    voice_close(page->recorded);
    script_destroy(page->script);
    page->recorded = NULL;
    page->script = NULL;
    str_copy(page->voice, sizeof page->voice, name);
    if (!k->paths || at < 0) {
        return;
    }
    page->script =
        script_load(k->paths, code, k->languages->items[at].locale, log_sentence, NULL);
    look_again(k, page);
    page->line = 0;
    if (record_stands(page)) {
        go_to_missing(page);
    }
}

static void next_voice(const struct kiosk *k, struct record *page)
{
    char next[VOICE_NAME_BYTES];
    struct choices choices;
    list_choices(k, &choices);
    str_copy(next, sizeof next, choices.names[0]);
    for (size_t i = 0; i < choices.count; i++) {
        if (str_equal(choices.names[i], page->voice)) {
            str_copy(next, sizeof next, choices.names[(i + 1) % choices.count]);
        }
    }
    open_voice(k, page, next);
}

/* ---- recording --------------------------------------------------------------------- */

static void begin(struct kiosk *k, struct record *page)
{
    sound_stop(k->sound); /* or it would be heard by the microphone */
    if (page->status.state == MICROPHONE_HEARS && record_line(page)) {
        microphone_record(page->microphone);
        page->step = RECORD_GOING;
    }
}

/* What was recorded is heard at once. */
static void end(struct kiosk *k, struct record *page)
{
    page->take = microphone_stop(page->microphone, &page->take_count);
    if (page->take_count == 0) {
        page->step = RECORD_READY;
        str_copy(page->words, sizeof page->words, kiosk_tr(k, "record_nobody"));
        return;
    }
    page->step = RECORD_HEARD;
    sound_play(k->sound, page->take, page->take_count);
}

static void keep(struct kiosk *k, struct record *page)
{
    char folder[CONF_PATH_MAX];
    const struct script_line *line = record_line(page);
    sound_stop(k->sound);
    if (!line) { /* nothing stands there to be kept */
        return;
    }
    str_format(folder, sizeof folder, "%s/voice/%s", k->data_folder, page->voice);
    struct voice_record *record = voice_record_begin(folder, line->text);
    if (record && !voice_record_add(record, page->take, page->take_count)) {
        voice_record_cancel(record);
        record = NULL;
    }
    if (!record || !voice_record_finish(record)) {
        tell_error(k, page);
        return;
    }
    page->step = RECORD_READY;
    look_again(k, page);
    go_to_missing(page);
}

struct gathered {
    int16_t *samples; /* heap */
    size_t count, room;
};

static bool gather(void *context, int rate_hz, const int16_t *samples, size_t count)
{
    struct gathered *all = context;
    (void)rate_hz; /* a voice's is the mix's */
    if (all->count + count > all->room) {
        size_t room = 2 * all->room + VOICE_RATE_HZ;
        int16_t *more = realloc(all->samples, room * sizeof *more);
        if (!more) {
            return false;
        }
        all->samples = more;
        all->room = room;
    }
    memcpy(all->samples + all->count, samples, count * sizeof *samples);
    all->count += count;
    return all->count < (size_t)TAKE_SECONDS_MAX * VOICE_RATE_HZ;
}

/* As it was kept, also when it is no more than a piece of a line. */
static void hear_kept(struct kiosk *k, struct record *page)
{
    struct gathered all = {0};
    const struct script_line *line = record_line(page);
    if (!line) {
        return;
    }
    const char *path = voice_path(page->recorded, line->hash);
    if (voice_play(path, gather, &all) && all.count > 0) {
        sound_play(k->sound, all.samples, all.count);
    } else {
        tell_error(k, page);
    }
    free(all.samples);
}

/* ---- what staff do ----------------------------------------------------------------- */

static void enter(struct kiosk *k, void *state)
{
    struct record *page = state;
    page->microphone = microphone_create(k->sound);
    if (!page->microphone) {
        log_error("record", "%s", err_text()); /* the page says that there is none */
    }
    microphone_status(page->microphone, &page->status);
    open_voice(k, page, kiosk_lang(k));
}

static void leave(struct kiosk *k, void *state)
{
    struct record *page = state;
    sound_stop(k->sound);
    voice_close(page->recorded);
    script_destroy(page->script);
    microphone_destroy(page->microphone);
    speaking_look_again(k);
}

static void move(struct record *page, bool back)
{
    size_t count = page->script ? script_count(page->script) : 0;
    if (count > 0) {
        page->line = (page->line + (back ? count - 1 : 1)) % count;
        page->step = RECORD_READY;
    }
}

static void input(struct kiosk *k, void *state, const struct ui_event *event)
{
    struct record *page = state;
    bool space = event->kind == UI_EVENT_KEY && str_equal(event->key, "space");
    bool ready = page->step == RECORD_READY;
    bool heard = page->step == RECORD_HEARD;
    if (event->kind == UI_EVENT_TAP) {
        page->words[0] = '\0';
    }
    if (pages_touched(event, &page->page)) {
        return;
    }
    page->page = event->kind == UI_EVENT_TAP ? 0 : page->page; /* of the next line */
    if (ui_tapped(event, "back")) {
        kiosk_go(k, SCREEN_staff_desk);
    } else if ((ui_tapped(event, "record") || space) && page->step != RECORD_GOING) {
        begin(k, page);
    } else if ((ui_tapped(event, "stop") || space) && page->step == RECORD_GOING) {
        end(k, page);
    } else if (ui_tapped(event, "hear") && heard) {
        sound_play(k->sound, page->take, page->take_count);
    } else if (ui_tapped(event, "hear") && ready && record_stands(page)) {
        hear_kept(k, page);
    } else if (ui_tapped(event, "keep") && heard) {
        keep(k, page);
    } else if (ui_tapped(event, "before") && ready) {
        move(page, true);
    } else if (ui_tapped(event, "after") && ready) {
        move(page, false);
    } else if (ui_tapped(event, "missing") && ready) {
        go_to_missing(page);
    } else if (ui_tapped(event, "whose") && page->step != RECORD_GOING) {
        page->step = RECORD_READY;
        next_voice(k, page);
    }
}

static void tick(struct kiosk *k, void *state)
{
    struct record *page = state;
    microphone_tick(page->microphone);
    microphone_status(page->microphone, &page->status);
    if (page->step == RECORD_GOING && !page->status.recording) {
        bool gone = page->status.state == MICROPHONE_GONE;
        end(k, page);
        str_copy(page->words, sizeof page->words,
                 kiosk_tr(k, gone ? "record_gone" : "record_full"));
    }
}

/* Who reads a long line touches nothing. */
static bool busy(const struct kiosk *k, const void *state)
{
    (void)k;
    return ((const struct record *)state)->step == RECORD_GOING;
}

static void draw(const struct kiosk *k, const void *state, struct ui *ui)
{
    record_draw(k, state, ui);
}

static void say(const struct kiosk *k, const void *state, struct str *out)
{
    record_say(k, state, out);
}

const struct screen screen_staff_voice = {
    .name = "staff",
    .theme = UI_LIGHT,
    .state_size = sizeof(struct record),
    .animated = true,
    .needs_pin = true,
    .plays = true,
    .desk_id = "recordings",
    .desk_button = "staff_record",
    .desk_rare = true,
    .quiet_s = STAFF_QUIET_S,
    .busy = busy,
    .enter = enter,
    .input = input,
    .tick = tick,
    .draw = draw,
    .say = say,
    .leave = leave,
};
