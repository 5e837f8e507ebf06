/* SPDX-License-Identifier: MIT */
/*
 * A volunteer at the recording page: one touch records, one stops and plays back, one
 * keeps and goes on. A file stands for the microphone; what is kept is said afterwards.
 */
#include <math.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/str.h"
#include "screens/staff/voice.h"
#include "sound/wav.h"
#include "support/folder.h"
#include "support/on_stage.h"

enum { RATE = VOICE_RATE_HZ, LINES = 5 };

static struct folder data;
static char microphone[256];

/* Two seconds of a voice in three of a room; a take of four seconds holds all of it. */
static void make_microphone(bool mute)
{
    static int16_t samples[4 * RATE];
    for (int i = 0; i < 4 * RATE; i++) {
        bool speaks = i > RATE && i < 3 * RATE;
        double room = 20 * sin(i * 0.007);
        samples[i] = mute ? 0 : (int16_t)(room + (speaks ? 8000 * sin(i * 0.03) : 0));
    }
    str_format(microphone, sizeof microphone, "%s/microphone.wav", data.path);
    struct wav *wav = wav_create(microphone, RATE);
    assert_non_null(wav);
    assert_true(wav_add(wav, samples, 4 * RATE));
    assert_true(wav_finish(wav));
}

static void open_page(const char *path)
{
    const struct sound_config config = {
        .clock = k->clock, .story = true, .microphone = path};
    k->sound = sound_create(&config);
    assert_non_null(k->sound);
    k->data_folder = data.path;
    str_format(stage->paths.voices, sizeof stage->paths.voices, "%s/voice", data.path);
    k->session = true;
    k->counter.staff = true;
    kiosk_go(k, SCREEN_staff_voice);
    stage_pass(stage, 2);
}

static void close_page(void)
{
    kiosk_end_session(k);
    stage_pass(stage, 0.2);
    sound_destroy(k->sound);
    k->sound = NULL;
}

/* With the recordings in it. */
static void remove_data(void)
{
    static const char *const below[] = {"voice/zh-CN", "voice"};
    for (size_t i = 0; i < 2; i++) {
        struct folder inner = {.path = ""};
        str_format(inner.path, sizeof inner.path, "%s/%s", data.path, below[i]);
        folder_remove(&inner);
    }
    folder_remove(&data);
}

static void spoil(const char *path)
{
    assert_true(file_write(path, "OggS", 4));
}

static void a_line_is_recorded_heard_and_kept(void **state)
{
    (void)state;
    data = folder_make();
    make_microphone(false);
    open_page(microphone);
    const struct record *page = k->state;
    assert_int_equal(page->standing, 0);
    int wholes = 0; /* lines that are more than a piece of one */
    for (size_t kept = 1; kept <= LINES; kept++) {
        const struct script_line *line = record_line(page);
        assert_non_null(line);
        assert_true(ui_shows_text(k->ui, line->text));
        assert_false(record_stands(page));
        stage_tap(stage, "record");
        stage_pass(stage, 4.5);
        assert_int_equal(page->step, RECORD_GOING);
        stage_tap(stage, "stop");
        stage_pass(stage, 0.2);
        assert_int_equal(page->step, RECORD_HEARD);
        assert_true(sound_speaks(k->sound));
        stage_tap(stage, "keep");
        stage_pass(stage, 0.2);
        assert_string_equal(page->words, "");
        assert_int_equal(page->standing, kept);
        assert_non_null(voice_path(page->recorded, line->hash));
        wholes += str_equal(line->whole, line->text);
        assert_true(!str_equal(line->whole, line->text) ||
                    voice_can(page->recorded, &line->text, 1));
        assert_false(record_stands(page)); /* the next one is missing */
    }
    assert_true(wholes > 0);
    close_page();
    open_page(microphone); /* they are found again */
    page = k->state;
    assert_int_equal(page->standing, LINES);
    assert_int_equal(page->line, LINES);
    stage_tap(stage, "before");
    stage_pass(stage, 0.1);
    assert_true(record_stands(page));
    expect_shown("record_stands");
    assert_false(sound_speaks(k->sound));
    stage_tap(stage, "hear"); /* what was kept is heard again */
    assert_true(sound_speaks(k->sound));
    stage_pass(stage, 5);
    assert_false(sound_speaks(k->sound));
    spoil(voice_path(page->recorded, record_line(page)->hash));
    stage_tap(stage, "hear");
    assert_false(sound_speaks(k->sound));
    assert_true(page->words[0]); /* and why it is not */
    close_page();
    remove_data();
}

static void without_a_voice_nothing_is_kept(void **state)
{
    (void)state;
    data = folder_make();
    open_page(NULL);
    expect_shown("record_no_microphone");
    assert_false(can_touch("record"));
    close_page();
    make_microphone(true);
    open_page(microphone);
    expect_shown("record_mute");
    close_page();
    remove_data();
}

static void the_voice_is_chosen(void **state)
{
    (void)state;
    data = folder_make();
    open_page(NULL);
    const struct record *page = k->state;
    assert_string_equal(page->voice, "zh-CN");
    stage_tap(stage, "whose");
    stage_pass(stage, 0.1);
    assert_string_equal(page->voice, "zh-CN@jiashan");
    assert_true(ui_shows_text(k->ui, "嘉善话"));
    stage_tap(stage, "whose");
    stage_pass(stage, 0.1);
    assert_string_equal(page->voice, "en");
    close_page();
    remove_data();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_STAGE(a_line_is_recorded_heard_and_kept),
        ON_STAGE(without_a_voice_nothing_is_kept),
        ON_STAGE(the_voice_is_chosen),
    };
    return cmocka_run_group_tests_name("record", tests, NULL, NULL);
}
