/* SPDX-License-Identifier: MIT */
#include "screens/speaking.h"

#include <string.h>

#include "screens/kiosk.h"
#include "screens/prompt.h"
#include "screens/say.h"
#include "screens/stopped.h"
#include "speech/voice.h"

#define BEAT_OUT_S      1.0
/* The test begins with the beat and goes on without: ten seconds to take it over. */
#define BEAT_TEST_OUT_S 10.0

static const double paces[SPEAKING_PACES] = {1, 1.3, 1.6};

static struct conf_hours this_hour(const struct kiosk *k)
{
    return conf_hours_at(&k->settings, kiosk_moment(k).hour);
}

void speaking_set_volume(struct kiosk *k, int step)
{
    k->speaking.volume = step;
    sound_volume(k->sound, step);
}

void speaking_set_music(struct kiosk *k, bool music)
{
    k->speaking.music = music;
    sound_music(k->sound, music);
}

void speaking_set_quiet(struct kiosk *k, bool quiet)
{
    k->speaking.on = !quiet && this_hour(k).speech;
}

/* As staff have set it for this hour. */
static void set_by_hour(struct kiosk *k)
{
    struct conf_hours now = this_hour(k);
    speaking_set_volume(k, now.volume);
    speaking_set_music(k, now.music);
    k->speaking.on = now.speech;
    k->speaking.slower = 0;
}

void speaking_begin(struct kiosk *k)
{
    set_by_hour(k);
    k->speaking.voice = NULL;
    k->speaking.said.length = 0;
    k->speaking.count = 0;
}

void speaking_end(struct kiosk *k)
{
    sound_stop(k->sound);
    sound_beat_off(k->sound, 0);
    set_by_hour(k);
    k->speaking.on = false;
    k->speaking.voice = NULL;
    k->speaking.run_heard = false;
    k->speaking.said.length = 0;
    k->speaking.count = 0;
}

void speaking_finish(struct kiosk *k)
{
    str_free(&k->speaking.stands);
    str_free(&k->speaking.said);
}

void speaking_feel(struct kiosk *k)
{
    struct speaking *speaking = &k->speaking;
    if (ui_touches(k->ui) != speaking->touches) {
        speaking->touches = ui_touches(k->ui);
        speaking->interrupted = sound_speaks(k->sound);
        sound_stop(k->sound);
    }
}

/* ---- whose voice ------------------------------------------------------------------- */

void speaking_look_again(struct kiosk *k)
{
    for (size_t i = 0; i < k->languages->count; i++) {
        const struct conf_language *language = &k->languages->items[i];
        for (size_t v = 0; v < language->voice_count; v++) {
            k->speaking.recorded[i][v] =
                k->paths && voice_is_recorded(k->paths, language->voices[v].code);
        }
    }
    sound_reload(k->sound);
}

size_t speaking_voices(const struct kiosk *k,
                       const struct conf_voice *voices[CONF_VOICES_MAX])
{
    const struct conf_language *language = &k->languages->items[k->lang];
    size_t count = 0;
    for (size_t v = 0; v < language->voice_count; v++) {
        if (v == 0 || k->speaking.recorded[k->lang][v]) { /* its own has the engine */
            voices[count++] = &language->voices[v];
        }
    }
    return count;
}

/* Index of the one that speaks. */
static size_t speaking_at(const struct kiosk *k, const struct conf_voice *const *voices,
                          size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (voices[i] == k->speaking.voice) {
            return i;
        }
    }
    return 0;
}

const struct conf_voice *speaking_voice(const struct kiosk *k)
{
    const struct conf_voice *voices[CONF_VOICES_MAX];
    size_t count = speaking_voices(k, voices);
    return count > 0 ? voices[speaking_at(k, voices, count)] : NULL;
}

const struct conf_voice *speaking_voice_after(const struct kiosk *k)
{
    const struct conf_voice *voices[CONF_VOICES_MAX];
    size_t count = speaking_voices(k, voices);
    return count > 0 ? voices[(speaking_at(k, voices, count) + 1) % count] : NULL;
}

static const char *voice_code(const struct kiosk *k)
{
    const struct conf_voice *voice = speaking_voice(k);
    return voice ? voice->code : kiosk_lang(k);
}

/* ---- words ------------------------------------------------------------------------- */

static void read_screen(struct kiosk *k, struct str *out)
{
    out->length = 0;
    str_add(out, "%s", "");
    kiosk_say(k, out);
}

/* Whether `said` holds the same lines. */
static bool is_said(const struct speaking *speaking)
{
    const struct str *now = &speaking->stands;
    const struct str *said = &speaking->said;
    if (now->length != said->length) {
        return false;
    }
    for (size_t i = 0; i < now->length; i++) {
        char wanted = now->text[i] == '\n' ? '\0' : now->text[i];
        if (said->text[i] != wanted) {
            return false;
        }
    }
    return true;
}

static void take_over(struct speaking *speaking)
{
    speaking->said.length = 0;
    str_add_bytes(&speaking->said, speaking->stands.text, speaking->stands.length);
    speaking->count = 0;
    for (size_t i = 0; i < speaking->said.length; i++) {
        if (speaking->said.text[i] == '\n') {
            speaking->said.text[i] = '\0';
            speaking->count++;
        }
    }
}

static void say_lines_of(struct kiosk *k, const char *const *lines, size_t count)
{
    const struct sound_speech speech = {.voice = voice_code(k),
                                        .slower = paces[k->speaking.slower],
                                        .lines = lines,
                                        .count = count};
    sound_say(k->sound, &speech);
}

static void say_all(struct kiosk *k)
{
    struct speaking *speaking = &k->speaking;
    speaking->focus_told = false;
    const char *lines[SOUND_LINES_MAX];
    const char *line = speaking->said.text;
    size_t count = 0;
    for (size_t i = 0; i < speaking->count && count < SOUND_LINES_MAX; i++) {
        lines[count++] = line;
        line += strlen(line) + 1;
    }
    say_lines_of(k, lines, count);
}

static void read_out(struct kiosk *k)
{
    take_over(&k->speaking);
    k->speaking.repeated = false;
    if (k->speaking.on) {
        say_all(k);
    }
}

void speaking_again(struct kiosk *k)
{
    read_screen(k, &k->speaking.stands);
    take_over(&k->speaking);
    say_all(k);
}

static bool is_pressing(const struct kiosk *k)
{
    return k->screen == SCREEN_practice && kiosk_run(k)->phase == RUN_GOING;
}

void speaking_key(struct kiosk *k)
{
    struct speaking *speaking = &k->speaking;
    bool was_speaking = speaking->interrupted || sound_speaks(k->sound);
    speaking->interrupted = false;
    if (is_pressing(k)) {
        was_speaking = speaking->on;
        speaking->repeated = false;
    }
    if (was_speaking) { /* Enter on the keyboard puts no finger down */
        sound_stop(k->sound);
        speaking->on = false;
        return;
    }
    if (speaking->on && speaking->repeated) {
        speaking->slower = (speaking->slower + 1) % SPEAKING_PACES;
    }
    speaking->on = true;
    speaking->repeated = true;
    speaking_again(k);
}

void speaking_next_voice(struct kiosk *k)
{
    struct speaking *speaking = &k->speaking;
    const struct conf_voice *next = speaking_voice_after(k);
    if (!next || next == speaking_voice(k)) {
        return;
    }
    speaking->voice = next;
    speaking->on = true;
    speaking->interrupted = false;
    read_screen(k, &speaking->stands);
    read_out(k);
}

/* ---- pressing ---------------------------------------------------------------------- */

double speaking_beat_cpm(const struct kiosk *k)
{
    const struct cpr_range *rate = &kiosk_run(k)->plan.guideline->rate_cpm;
    return (rate->low + rate->high) / 2;
}

static void follow_beat(struct kiosk *k)
{
    if (screen_of(k->screen)->beats) {
        return;
    }
    const struct run *run = kiosk_run(k);
    bool waits = run->phase == RUN_WAITING;
    bool goes = run->phase == RUN_GOING;
    bool is_test = run->plan.kind == RUN_TEST;
    bool is_open = k->screen == SCREEN_practice && (waits || goes);
    bool breathes = goes && run_breathes(run);
    if (!is_open || breathes) {
        sound_beat_off(k->sound, is_open ? BEAT_OUT_S : 0);
    } else if (is_test && goes) {
        sound_beat_off(k->sound, BEAT_TEST_OUT_S);
    } else {
        sound_beat(k->sound, speaking_beat_cpm(k));
    }
}

/* A soft tick for each push that was right: with the beat it says that both are one. */
static void follow_pushes(struct kiosk *k)
{
    const struct run *run = kiosk_run(k);
    struct speaking *speaking = &k->speaking;
    uint32_t count = run->compression_count;
    if (count > speaking->pushes && run->plan.kind == RUN_PRACTICE &&
        run->compressions[count - 1].label == CPR_OK) {
        sound_tick_good(k->sound);
    }
    speaking->pushes = count;
}

/* What is being said may be so no longer: the hands have come back, or have to leave the
 * chest. What the keyboard came to is told to its end. */
static bool is_true_still(const struct kiosk *k)
{
    const char *prompt = speaking_prompt(k);
    if (prompt) {
        return prompt_shows(k, prompt);
    }
    return !speaking_line(k) || k->speaking.focus_told || stopped_is(k);
}

/* The engine has said when: 5 s apart, a stop at once. */
static void follow_prompts(struct kiosk *k)
{
    const struct run *run = kiosk_run(k);
    struct speaking *speaking = &k->speaking;
    if (!speaking->run_heard) {
        speaking->run_heard = true;
        speaking->prompt = NULL;
        speaking->prompts = run->live.spoken;
        speaking->swaps = run->swap_count;
        speaking->asked = false;
        sound_stop(k->sound); /* how to kneel is over: the hands are on the chest */
    }
    bool offers = run_may_end(run);
    bool is_new = offers && !speaking->offered;
    speaking->offered = offers;
    bool is_asked = prompt_asks(k) && !speaking->asked;
    bool is_told = run->swap_count != speaking->swaps || is_asked;
    speaking->swaps = run->swap_count;
    speaking->asked = speaking->asked || is_asked;
    if (run->live.spoken != speaking->prompts || is_new || is_told) {
        speaking->prompts = run->live.spoken;
        speaking->prompt = prompt_key(k);
        read_screen(k, &speaking->stands);
        read_out(k);
    } else if (!is_true_still(k)) {
        sound_stop(k->sound);
    }
    follow_pushes(k);
}

/* ---- a frame ----------------------------------------------------------------------- */

static bool is_silent(const struct kiosk *k)
{
    const struct screen *screen = screen_of(k->screen);
    return !k->session || screen->wakes || k->counter.staff ||
           k->screen == SCREEN_staff_pin;
}

/* What the keyboard comes to is told by its name. */
static void follow_focus(struct kiosk *k)
{
    struct speaking *speaking = &k->speaking;
    const char *id = ui_focus(k->ui);
    if (str_equal(id ? id : "", speaking->focus)) {
        return;
    }
    str_copy(speaking->focus, sizeof speaking->focus, id ? id : "");
    if (!id || !speaking->on) {
        return;
    }
    const char *lines[] = {speaking->focus_words};
    str_copy(speaking->focus_words, sizeof speaking->focus_words, ui_focus_label(k->ui));
    for (char *at = speaking->focus_words; (at = strchr(at, '\n')); at++) {
        *at = ' ';
    }
    say_lines_of(k, lines, 1);
    speaking->focus_told = true;
}

static void follow_screen(struct kiosk *k)
{
    struct speaking *speaking = &k->speaking;
    bool told = k->counting_down && speaking->counting_down;
    speaking->counting_down = k->counting_down;
    if (told) {
        return; /* its seconds change, and are said once */
    }
    read_screen(k, &speaking->stands);
    if (!is_said(speaking)) {
        if (speaking->repeated) { /* what was asked for is over */
            speaking->repeated = false;
            read_screen(k, &speaking->stands);
        }
        read_out(k);
    } else {
        follow_focus(k);
    }
}

void speaking_tick(struct kiosk *k)
{
    if (!k->sound) {
        return;
    }
    const struct run *run = kiosk_run(k);
    follow_beat(k);
    if (is_silent(k)) {
        if (!screen_of(k->screen)->plays && sound_speaks(k->sound)) {
            sound_stop(k->sound);
        }
    } else if (is_pressing(k) && run->plan.kind == RUN_PRACTICE) {
        follow_prompts(k);
    } else {
        k->speaking.run_heard = false;
        k->speaking.pushes = run->compression_count;
        follow_screen(k);
    }
    sound_tick(k->sound);
}

const char *speaking_prompt(const struct kiosk *k)
{
    const struct speaking *speaking = &k->speaking;
    bool heard = speaking->run_heard && !speaking->focus_told && is_pressing(k) &&
                 sound_line(k->sound) == 0;
    return heard ? speaking->prompt : NULL;
}

const char *speaking_line(const struct kiosk *k)
{
    int heard = sound_line(k->sound);
    const char *line = k->speaking.said.text;
    if (heard == 0 && k->speaking.focus_told) {
        return k->speaking.focus_words;
    }
    if (heard < 0 || (size_t)heard >= k->speaking.count) {
        return NULL;
    }
    for (int i = 0; i < heard; i++) {
        line += strlen(line) + 1;
    }
    return line;
}
