/* SPDX-License-Identifier: MIT */
/*
 * Who says a screen: one voice all of it, or the engine. Recordings stand in a tree of
 * their own with two texts, and each voice is a tone.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/err.h"
#include "base/file.h"
#include "base/paths.h"
#include "base/str.h"
#include "conf/conf.h"
#include "speech/narrators.h"
#include "speech/piece.h"
#include "speech/voice.h"
#include "support/folder.h"
#include "support/tap.h"

enum { TONE = VOICE_RATE_HZ / 5, LINES = 4 };

static const char *const lines[LINES] = {"快一点", "按深一点", "手臂伸直", "准备好了吗"};

/* Data of its own, so that only `lines` are texts. */
struct hall {
    struct folder root;
    struct paths paths;
    struct conf_languages languages;
};

static void hall_file(const struct hall *hall, const char *name, const char *text)
{
    char path[256];
    str_format(path, sizeof path, "%s/%s", hall->root.path, name);
    assert_true(file_write(path, text, strlen(text)));
}

static void hall_open(struct hall *hall)
{
    char path[256];
    struct str text = {0};
    hall->root = folder_make();
    str_format(path, sizeof path, "%s/scripts/text", hall->root.path);
    assert_true(file_make_folder(path));
    str_format(path, sizeof path, "%s/scripts/lessons", hall->root.path);
    assert_true(file_make_folder(path));
    str_add(&text, "return {");
    for (size_t i = 0; i < LINES; i++) {
        str_add(&text, " home_%zu = \"%s\",", i, lines[i]);
    }
    str_add(&text, " }\n");
    hall_file(hall, "scripts/text/zh-CN.lua", text.text);
    str_free(&text);
    hall->paths = (struct paths){.root_count = 1};
    str_copy(hall->paths.roots[0], PATHS_BYTES, hall->root.path);
    assert_true(conf_languages_load(&hall->languages, "tests/languages.lua"));
}

static void hall_close(struct hall *hall)
{
    char command[128];
    str_format(command, sizeof command, "rm -r '%s'", hall->root.path);
    assert_int_equal(system(command), 0);
}

static void folder_of(const struct hall *hall, const char *voice, char path[256])
{
    str_format(path, 256, "%s/assets/voice/%s", hall->root.path, voice);
}

static void record(const struct hall *hall, const char *voice, const char *text)
{
    char folder[256];
    int16_t samples[TONE];
    for (int i = 0; i < TONE; i++) {
        samples[i] = (int16_t)(8000 * sin(i * 0.05));
    }
    folder_of(hall, voice, folder);
    struct voice_record *take = voice_record_begin(folder, text);
    if (!take || !voice_record_add(take, samples, TONE) || !voice_record_finish(take)) {
        fail_msg("%s", err_text());
    }
}

static bool hear(void *context, int rate_hz, const int16_t *samples, size_t count)
{
    (void)samples;
    assert_int_equal(rate_hz, VOICE_RATE_HZ);
    *(size_t *)context += count;
    return true;
}

/* ---- tests ------------------------------------------------------------------------- */

static bool has_all(const bool *recorded, const size_t *screen, size_t count)
{
    bool all = count > 0;
    for (size_t i = 0; i < count; i++) {
        all = all && recorded[screen[i]];
    }
    return all;
}

/* Any lines recorded by either voice, any screens: the wanted voice all of it, else its
 * language's own all of it, else nobody. */
static void a_screen_is_said_by_one(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 12; round++) {
        struct hall hall;
        bool jiashan[LINES];
        bool own[LINES];
        hall_open(&hall);
        for (size_t i = 0; i < LINES; i++) {
            jiashan[i] = rng_int(&rng, 0, 2) > 0;
            own[i] = rng_int(&rng, 0, 2) > 0;
            if (jiashan[i]) {
                record(&hall, "zh-CN@jiashan", lines[i]);
            }
            if (own[i]) {
                record(&hall, "zh-CN", lines[i]);
            }
        }
        struct narrators *all = narrators_open(&hall.paths, &hall.languages);
        struct voice *of_jiashan = NULL;
        struct voice *of_own = NULL;
        for (size_t i = 0; i < LINES; i++) {
            of_jiashan = jiashan[i] ? narrators_choose(all, "zh-CN@jiashan", &lines[i], 1)
                                    : of_jiashan;
            of_own = own[i] ? narrators_choose(all, "zh-CN", &lines[i], 1) : of_own;
        }
        assert_true(!of_jiashan || of_jiashan != of_own);
        for (int screen_no = 0; screen_no < 30; screen_no++) {
            size_t screen[LINES];
            const char *shown[LINES];
            size_t count = (size_t)rng_int(&rng, 0, LINES);
            for (size_t i = 0; i < count; i++) {
                screen[i] = (size_t)rng_int(&rng, 0, LINES - 1);
                shown[i] = lines[screen[i]];
            }
            struct voice *own_says = has_all(own, screen, count) ? of_own : NULL;
            struct voice *says = has_all(jiashan, screen, count) ? of_jiashan : own_says;
            assert_ptr_equal(narrators_choose(all, "zh-CN@jiashan", shown, count), says);
            assert_ptr_equal(narrators_choose(all, "zh-CN", shown, count), own_says);
            assert_ptr_equal(narrators_choose(all, "zh-CN@nobody", shown, count),
                             own_says);
            assert_null(narrators_choose(all, "en", shown, count));
        }
        narrators_close(all);
        hall_close(&hall);
    }
}

static void write_damaged(const struct hall *hall, const char *voice, const char *text)
{
    char folder[256];
    char path[320];
    char name[PIECE_NAME_BYTES];
    size_t length = 0;
    folder_of(hall, voice, folder);
    piece_name(piece_hash(text), name);
    str_format(path, sizeof path, "%s/%s", folder, name);
    char *bytes = file_read(path, 1 << 20, &length);
    assert_non_null(bytes);
    assert_true(file_write(path, bytes, length / 2));
    free(bytes);
}

/* It is found when its line is due: not one sample of it, and from then on the whole
 * screen is another's. */
static void a_damaged_file_is_missing_from_then_on(void **state)
{
    (void)state;
    struct hall hall;
    size_t heard = 0;
    hall_open(&hall);
    record(&hall, "zh-CN", lines[0]);
    record(&hall, "zh-CN", lines[1]);
    record(&hall, "zh-CN@jiashan", lines[0]);
    record(&hall, "zh-CN@jiashan", lines[1]);
    write_damaged(&hall, "zh-CN@jiashan", lines[1]);
    struct narrators *all = narrators_open(&hall.paths, &hall.languages);
    struct voice *own = narrators_choose(all, "zh-CN", lines, 2);
    struct voice *jiashan = narrators_choose(all, "zh-CN@jiashan", lines, 2);
    assert_true(jiashan && own && jiashan != own);
    assert_true(voice_speak(jiashan, lines[0], hear, &heard));
    assert_int_equal(heard, TONE);
    assert_false(voice_speak(jiashan, lines[1], hear, &heard));
    assert_int_equal(heard, TONE);
    assert_ptr_equal(narrators_choose(all, "zh-CN@jiashan", lines, 2), own);
    assert_ptr_equal(narrators_choose(all, "zh-CN@jiashan", lines, 1), jiashan);
    narrators_close(all);
    hall_close(&hall);
}

static void what_is_recorded_later_is_there_when_opened_anew(void **state)
{
    (void)state;
    struct hall hall;
    char folder[256];
    hall_open(&hall);
    struct narrators *all = narrators_open(&hall.paths, &hall.languages);
    assert_null(narrators_choose(all, "zh-CN@jiashan", lines, 1));
    assert_false(voice_is_recorded(&hall.paths, "zh-CN@jiashan"));
    folder_of(&hall, "zh-CN@jiashan", folder);
    assert_true(file_make_folder(folder));
    assert_false(voice_is_recorded(&hall.paths, "zh-CN@jiashan")); /* nothing is kept */
    record(&hall, "zh-CN@jiashan", lines[0]);
    assert_true(voice_is_recorded(&hall.paths, "zh-CN@jiashan"));
    assert_null(narrators_choose(all, "zh-CN@jiashan", lines, 1));
    narrators_close(all);
    all = narrators_open(&hall.paths, &hall.languages);
    assert_non_null(narrators_choose(all, "zh-CN@jiashan", lines, 1));
    assert_null(narrators_choose(all, "zh-CN", lines, 1));
    narrators_close(all);
    hall_close(&hall);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_screen_is_said_by_one),
        cmocka_unit_test(a_damaged_file_is_missing_from_then_on),
        cmocka_unit_test(what_is_recorded_later_is_there_when_opened_anew),
    };
    return cmocka_run_group_tests_name("narrators", tests, NULL, NULL);
}
