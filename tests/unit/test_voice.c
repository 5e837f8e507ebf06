/* SPDX-License-Identifier: MIT */
/*
 * Recorded voices: what goes in comes out, and a line is said by one voice or by none.
 * Each piece is recorded as a tone of its own, so that a test can hear which it was.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/err.h"
#include "base/file.h"
#include "base/paths.h"
#include "base/str.h"
#include "speech/piece.h"
#include "speech/script.h"
#include "speech/voice.h"
#include "support/folder.h"
#include "support/tap.h"

#define TAU 6.283185307179586

enum { HEARD_MAX = 8 * VOICE_RATE_HZ };

struct heard {
    size_t count, largest, chunks;
    size_t enough; /* the sink stops behind so many samples; 0: never */
    int16_t *samples;
};

static bool hear(void *context, int rate_hz, const int16_t *samples, size_t count)
{
    struct heard *heard = context;
    assert_int_equal(rate_hz, VOICE_RATE_HZ);
    assert_true(count > 0 && heard->count + count <= HEARD_MAX);
    memcpy(heard->samples + heard->count, samples, count * sizeof *samples);
    heard->count += count;
    heard->chunks++;
    heard->largest = count > heard->largest ? count : heard->largest;
    return heard->enough == 0 || heard->count < heard->enough;
}

static struct heard heard_make(void)
{
    struct heard heard = {.samples = malloc(HEARD_MAX * sizeof(int16_t))};
    assert_non_null(heard.samples);
    return heard;
}

/* Root mean square of the part of a sound that is at `hz`. */
static double level_at(const int16_t *samples, size_t count, double hz)
{
    double re = 0;
    double im = 0;
    for (size_t i = 0; i < count; i++) {
        double phase = TAU * hz * (double)i / VOICE_RATE_HZ;
        re += samples[i] * cos(phase);
        im += samples[i] * sin(phase);
    }
    return sqrt(2 * (re * re + im * im)) / (double)count;
}

static double level(const int16_t *samples, size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++) {
        sum += (double)samples[i] * samples[i];
    }
    return sqrt(sum / (double)count);
}

static bool add_tone(struct voice_record *record, double hz, size_t count, size_t block)
{
    int16_t samples[4096];
    for (size_t i = 0; i < count;) {
        size_t now = count - i < block ? count - i : block;
        for (size_t s = 0; s < now; s++) {
            samples[s] =
                (int16_t)(8000 * sin(TAU * hz * (double)(i + s) / VOICE_RATE_HZ));
        }
        if (!voice_record_add(record, samples, now)) {
            return false;
        }
        i += now;
    }
    return true;
}

static const char *folder_of(const struct folder *root, const char *voice)
{
    static char path[256];
    str_format(path, sizeof path, "%s/assets/voice/%s", root->path, voice);
    return path;
}

static void record(const struct folder *root, const char *voice, const char *text,
                   double hz, size_t count)
{
    struct voice_record *record = voice_record_begin(folder_of(root, voice), text);
    if (!record || !add_tone(record, hz, count, 1000) || !voice_record_finish(record)) {
        fail_msg("%s", err_text());
    }
}

static const char *file_of(const struct folder *root, const char *voice, const char *text)
{
    static char path[300];
    char name[PIECE_NAME_BYTES];
    piece_name(piece_hash(text), name);
    str_format(path, sizeof path, "%s/%s", folder_of(root, voice), name);
    return path;
}

static void root_remove(struct folder *root)
{
    char command[128];
    str_format(command, sizeof command, "rm -r '%s'", root->path);
    assert_int_equal(system(command), 0);
}

static struct paths *paths_of(const struct folder *root)
{
    static struct paths paths;
    paths = (struct paths){.root_count = 1};
    str_copy(paths.roots[0], sizeof paths.roots[0], root->path);
    return &paths;
}

#define LINE "吹气 12 次，没有停顿"

static const char *const pieces[] = {"吹气", "十", "二", "次，", "没有停顿"};

enum { PIECES = sizeof pieces / sizeof *pieces, TONE = VOICE_RATE_HZ / 5 };

static struct script *script_make(void)
{
    static const char *const texts[] = {"吹气 {n} 次，{flow}", "没有停顿", "快一点"};
    struct script *script = script_create("zh");
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        script_add(script, SCRIPT_SCREENS, "x.lua", "k", texts[i]);
    }
    script_finish(script);
    return script;
}

static double hz_of(size_t piece)
{
    return 300 + 150 * (double)piece;
}

static void record_line(const struct folder *root, const char *voice, size_t but)
{
    for (size_t i = 0; i < PIECES; i++) {
        if (i != but) {
            record(root, voice, pieces[i], hz_of(i), TONE);
        }
    }
}

/* ---- tests ------------------------------------------------------------------------- */

static void a_tone_comes_back(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct folder root = folder_make();
    struct script *script = script_make();
    for (int i = 0; i < 12; i++) {
        double hz = rng_between(&rng, 200, 3000);
        size_t count = (size_t)rng_int(&rng, VOICE_RATE_HZ / 10, 2 * VOICE_RATE_HZ);
        size_t block = (size_t)rng_int(&rng, 1, 4096);
        struct voice_record *take =
            voice_record_begin(folder_of(&root, "zh-CN"), " 快一点\n");
        assert_non_null(take);
        assert_true(add_tone(take, hz, count, block));
        assert_true(voice_record_finish(take));
        struct voice *voice = voice_open(paths_of(&root), script, "zh-CN");
        struct heard heard = heard_make();
        assert_true(voice_can(voice, (const char *const[]){"快一点"}, 1));
        assert_true(voice_speak(voice, "快一点", hear, &heard));
        assert_int_equal(heard.count, count);
        assert_true(heard.largest <= VOICE_RATE_HZ / 50);
        size_t inside = count / 2; /* without the ends, where a codec swings in */
        const int16_t *middle = heard.samples + count / 4;
        double all = level(middle, inside);
        assert_true(fabs(20 * log10(all / (8000 / sqrt(2.0)))) < 2);
        assert_true(level_at(middle, inside, hz) > 0.9 * all);
        char title[64];
        assert_true(voice_check(file_of(&root, "zh-CN", "快一点"), title, sizeof title));
        assert_string_equal(title, "快一点");
        free(heard.samples);
        voice_close(voice);
    }
    script_destroy(script);
    root_remove(&root);
}

static void pieces_in_order_and_a_stop(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct folder root = folder_make();
    struct script *script = script_make();
    record_line(&root, "zh-CN", PIECES);
    struct voice *voice = voice_open(paths_of(&root), script, "zh-CN");
    struct heard heard = heard_make();
    assert_true(voice_speak(voice, LINE, hear, &heard));
    assert_int_equal(heard.count, PIECES * TONE);
    for (size_t i = 0; i < PIECES; i++) {
        const int16_t *middle = heard.samples + i * TONE + TONE / 4;
        double at = level_at(middle, TONE / 2, hz_of(i));
        assert_true(at > 0.9 * level(middle, TONE / 2));
    }
    for (int i = 0; i < 20; i++) {
        heard.count = 0;
        heard.enough = (size_t)rng_int(&rng, 1, PIECES * TONE - 1);
        assert_true(voice_speak(voice, LINE, hear, &heard));
        assert_true(heard.count < heard.enough + VOICE_RATE_HZ / 50);
    }
    free(heard.samples);
    voice_close(voice);
    script_destroy(script);
    root_remove(&root);
}

static void two_voices_never_share_a_line(void **state)
{
    (void)state;
    struct folder root = folder_make();
    struct script *script = script_make();
    for (size_t missing = 0; missing < PIECES; missing++) {
        record_line(&root, "zh-CN", missing);
        record(&root, "zh-CN@jiashan", pieces[missing], 1000, TONE);
        const char *names[] = {"zh-CN", "zh-CN@jiashan", "zh-CN@nobody"};
        for (size_t v = 0; v < 3; v++) {
            struct voice *voice = voice_open(paths_of(&root), script, names[v]);
            struct heard heard = heard_make();
            assert_false(voice_can(voice, (const char *const[]){LINE}, 1));
            assert_false(voice_speak(voice, LINE, hear, &heard));
            assert_int_equal(heard.count, 0);
            free(heard.samples);
            voice_close(voice);
        }
        root_remove(&root);
        root = folder_make();
    }
    record(&root, "zh-CN", "快一点", 500, TONE);
    struct voice *voice = voice_open(paths_of(&root), script, "zh-CN");
    assert_true(voice_can(voice, (const char *const[]){"快一点", "快一点"}, 2));
    assert_false(
        voice_can(voice, (const char *const[]){"快一点", LINE}, 2)); /* a screen */
    assert_false(voice_can(voice, NULL, 0));
    voice_close(voice);
    script_destroy(script);
    root_remove(&root);
}

/* One byte changed, or the end missing: nothing is heard, from then on either. */
static void damaged_files(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct folder root = folder_make();
    struct script *script = script_make();
    record_line(&root, "zh-CN", PIECES);
    for (int i = 0; i < 150; i++) {
        size_t length = 0;
        const char *path = file_of(&root, "zh-CN", pieces[rng_int(&rng, 0, PIECES - 1)]);
        char *bytes = file_read(path, 1 << 20, &length);
        char *spoilt = file_read(path, 1 << 20, &length);
        assert_non_null(bytes);
        assert_non_null(spoilt);
        size_t at = (size_t)rng_int(&rng, 0, (int)length - 1);
        spoilt[at] = (char)(spoilt[at] ^ rng_int(&rng, 1, 255));
        bool cut = rng_int(&rng, 0, 1);
        assert_true(file_write(path, cut ? bytes : spoilt, cut ? at : length));
        struct voice *voice = voice_open(paths_of(&root), script, "zh-CN");
        struct heard heard = heard_make();
        assert_true(voice_can(voice, (const char *const[]){LINE}, 1));
        assert_false(voice_speak(voice, LINE, hear, &heard));
        assert_int_equal(heard.count, 0);
        assert_non_null(strstr(err_text(), path));
        assert_false(voice_can(voice, (const char *const[]){LINE}, 1));
        free(heard.samples);
        voice_close(voice);
        assert_true(file_write(path, bytes, length));
        free(bytes);
        free(spoilt);
    }
    script_destroy(script);
    root_remove(&root);
}

/* Cut between two pages, where all that is left has its checksum; and one page lost. */
static void missing_pages(void **state)
{
    (void)state;
    struct folder root = folder_make();
    char title[64];
    record(&root, "zh-CN", "快一点", 500, 5 * VOICE_RATE_HZ);
    const char *path = file_of(&root, "zh-CN", "快一点");
    size_t length = 0;
    char *bytes = file_read(path, 1 << 20, &length);
    assert_non_null(bytes);
    size_t pages[64];
    size_t count = 0;
    for (size_t at = 0; at + 4 <= length && count < 63; at++) {
        if (memcmp(bytes + at, "OggS", 4) == 0) {
            pages[count++] = at;
        }
    }
    pages[count] = length;
    assert_true(count >= 4);
    for (size_t i = 0; i < count; i++) {
        assert_true(file_write(path, bytes, pages[i]));
        assert_false(voice_check(path, title, sizeof title));
        struct str rest = {0};
        str_add_bytes(&rest, bytes, pages[i]);
        str_add_bytes(&rest, bytes + pages[i + 1], length - pages[i + 1]);
        assert_true(file_write(path, rest.text, rest.length));
        assert_false(voice_check(path, title, sizeof title));
        str_free(&rest);
    }
    assert_true(file_write(path, bytes, length));
    assert_true(voice_check(path, title, sizeof title));
    free(bytes);
    root_remove(&root);
}

static void another_line_under_the_name(void **state)
{
    (void)state;
    struct folder root = folder_make();
    struct script *script = script_make();
    char from[300];
    record(&root, "zh-CN", "没有停顿", 500, TONE);
    str_copy(from, sizeof from, file_of(&root, "zh-CN", "没有停顿"));
    assert_int_equal(rename(from, file_of(&root, "zh-CN", "快一点")), 0);
    struct voice *voice = voice_open(paths_of(&root), script, "zh-CN");
    struct heard heard = heard_make();
    assert_false(voice_speak(voice, "快一点", hear, &heard));
    assert_int_equal(heard.count, 0);
    assert_non_null(strstr(err_text(), "holds \"没有停顿\""));
    free(heard.samples);
    voice_close(voice);
    script_destroy(script);
    root_remove(&root);
}

static void what_else_lies_in_the_folder(void **state)
{
    (void)state;
    struct folder root = folder_make();
    struct script *script = script_make();
    record(&root, "zh-CN", "快一点", 500, TONE);
    static const char *const others[] = {"README.md", "0123456789abcdef.wav", "x.opus",
                                         "0123456789ABCDEF.opus",
                                         "0123456789abcdef0.opus"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        char path[300];
        str_format(path, sizeof path, "%s/%s", folder_of(&root, "zh-CN"), others[i]);
        assert_true(file_write(path, "x", 1));
    }
    assert_int_equal(mkdir(file_of(&root, "zh-CN", "没有停顿"), 0755), 0);
    struct voice *voice = voice_open(paths_of(&root), script, "zh-CN");
    struct voice_file file;
    struct heard heard = heard_make();
    size_t count = 0;
    while (voice_file(voice, count, &file)) {
        count++;
    }
    assert_int_equal(count, 2); /* the recording, and the folder of that name */
    assert_true(voice_speak(voice, "快一点", hear, &heard));
    assert_false(voice_speak(voice, "没有停顿", hear, &heard));
    assert_null(voice_path(voice, piece_hash("没有停顿")));
    assert_non_null(voice_path(voice, piece_hash("快一点")));
    free(heard.samples);
    voice_close(voice);
    script_destroy(script);
    root_remove(&root);
}

static void a_recording_is_kept_whole_or_not_at_all(void **state)
{
    (void)state;
    struct folder root = folder_make();
    record(&root, "en", "Faster", 500, TONE);
    const char *path = file_of(&root, "en", "Faster");
    size_t before = 0;
    char *old = file_read(path, 1 << 20, &before);
    for (int i = 0; i < 2; i++) {
        struct voice_record *take = voice_record_begin(folder_of(&root, "en"), "Faster");
        assert_non_null(take);
        if (i == 0) {
            assert_true(add_tone(take, 700, TONE, 480));
            voice_record_cancel(take);
        } else {
            assert_false(voice_record_finish(take));
            assert_non_null(strstr(err_text(), "nothing was recorded"));
        }
        size_t after = 0;
        char *now = file_read(path, 1 << 20, &after);
        assert_int_equal(before, after);
        assert_memory_equal(old, now, before);
        free(now);
    }
    free(old);
    struct paths_list list = {0};
    assert_true(paths_list(paths_of(&root), "assets/voice/en", &list));
    assert_int_equal(list.count, 1);
    paths_list_free(&list);
    char under[400];
    str_format(under, sizeof under, "%s/below", path); /* a file is no folder */
    assert_null(voice_record_begin(under, "Faster"));
    assert_true(*err_text());
    root_remove(&root);
}

static void voices_of_a_language(void **state)
{
    (void)state;
    struct folder root = folder_make();
    char names[VOICES_MAX][VOICE_NAME_BYTES];
    assert_int_equal(voice_list(paths_of(&root), "zh-CN", names), 0);
    record(&root, "zh-CN@jiashan", "快", 500, TONE);
    record(&root, "zh-CN", "快", 500, TONE);
    record(&root, "zh-CNX", "快", 500, TONE);
    record(&root, "en", "fast", 500, TONE);
    assert_int_equal(voice_list(paths_of(&root), "zh-CN", names), 2);
    assert_string_equal(names[0], "zh-CN");
    assert_string_equal(names[1], "zh-CN@jiashan");
    assert_int_equal(voice_list(paths_of(&root), "fr", names), 0);
    root_remove(&root);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_tone_comes_back),
        cmocka_unit_test(pieces_in_order_and_a_stop),
        cmocka_unit_test(two_voices_never_share_a_line),
        cmocka_unit_test(damaged_files),
        cmocka_unit_test(missing_pages),
        cmocka_unit_test(another_line_under_the_name),
        cmocka_unit_test(what_else_lies_in_the_folder),
        cmocka_unit_test(a_recording_is_kept_whole_or_not_at_all),
        cmocka_unit_test(voices_of_a_language),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
