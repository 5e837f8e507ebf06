/* SPDX-License-Identifier: MIT */
/* What is heard, measured in the rendered samples themselves. */
#include <math.h>
#include <string.h>
#include <unistd.h>

#include "sound/mix.h"
#include "sound/wav.h"
#include "support/tap.h"

enum { SECONDS_MAX = 40, SAMPLES_MAX = SECONDS_MAX * MIX_RATE_HZ, PIECE_MAX = 5000 };

static int16_t heard[SAMPLES_MAX];

/* As a device does: pieces of any size. */
static void render(struct mix *mix, struct rng *rng, size_t from, size_t to)
{
    while (from < to) {
        size_t piece = (size_t)rng_int(rng, 1, PIECE_MAX);
        piece = piece < to - from ? piece : to - from;
        mix_render(mix, heard + from, piece);
        from += piece;
    }
}

static size_t seconds(double s)
{
    return (size_t)(s * MIX_RATE_HZ);
}

static double loudness(size_t from, size_t to)
{
    double sum = 0;
    for (size_t i = from; i < to; i++) {
        sum += (double)heard[i] * heard[i];
    }
    return sqrt(sum / (double)(to - from));
}

/* Where sound begins after at least 50 ms of silence. */
static size_t next_onset(size_t from, size_t to)
{
    size_t silent = 0;
    for (size_t i = from; i < to; i++) {
        if (heard[i] == 0) {
            silent++;
        } else if (silent >= seconds(0.05)) {
            return i;
        } else {
            silent = 0;
        }
    }
    return to;
}

static void speak(struct mix *mix, struct rng *rng, double s, int lines)
{
    stream_begin(&mix->speech, MIX_RATE_HZ);
    for (int line = 0; line < lines; line++) {
        int16_t words[PIECE_MAX];
        for (size_t left = seconds(s / lines); left > 0;) {
            size_t piece = left < PIECE_MAX ? left : PIECE_MAX;
            for (size_t i = 0; i < piece; i++) {
                words[i] = (int16_t)rng_int(rng, -20000, 20000);
            }
            stream_add(&mix->speech, line, words, piece);
            left -= piece;
        }
    }
    stream_end(&mix->speech);
}

static void each_beat_begins_on_its_sample(void **state)
{
    double worst_ms = 0;
    for (int round = 0; round < 20; round++) {
        struct mix mix;
        double cpm = rng_between(*state, 80, 140);
        size_t start = (size_t)rng_int(*state, 3000, 48000);
        size_t all = seconds(20);
        mix_init(&mix);
        render(&mix, *state, 0, start);
        mix_beat(&mix, cpm);
        render(&mix, *state, start, all);
        size_t onset = 0;
        int beats = 0;
        while ((onset = next_onset(onset, all)) < all) {
            /* The knock's own first sample is 0. */
            double due = (double)start + beats * 60.0 * MIX_RATE_HZ / cpm;
            double off_ms = fabs((double)onset - 1 - due) * 1000 / MIX_RATE_HZ;
            worst_ms = fmax(worst_ms, off_ms);
            beats++;
            onset++;
        }
        assert_int_equal(beats,
                         (int)ceil((double)(all - start) * cpm / 60 / MIX_RATE_HZ));
        mix_free(&mix);
    }
    printf("# worst beat: %.4f ms from where it belongs\n", worst_ms);
    assert_true(worst_ms <= 0.05);
}

static void the_beat_goes_on_and_fades_when_told(void **state)
{
    struct mix mix;
    mix_init(&mix);
    mix_beat(&mix, 110);
    render(&mix, *state, 0, seconds(2.3));
    mix_beat(&mix, 110); /* again: it must not begin anew */
    render(&mix, *state, seconds(2.3), seconds(4));
    assert_true(fabs(beat_error_s(
                    &mix.beat, (int64_t)llround(7 * 60.0 / 110 * MIX_RATE_HZ))) < 1e-4);
    mix_beat_off(&mix, 5);
    render(&mix, *state, seconds(4), seconds(12));
    assert_true(loudness(seconds(4), seconds(5)) > loudness(seconds(7), seconds(8)));
    assert_true(loudness(seconds(7), seconds(8)) > 0);
    assert_true(loudness(seconds(9.1), seconds(12)) <= 0);
    assert_true(beat_phase(&mix.beat, mix.position) < 0);
    mix_free(&mix);
}

/* Speech of silence, with music and without: what differs is the music alone. */
static void music_is_never_over_speech(void **state)
{
    static int16_t without[SAMPLES_MAX];
    static const int16_t silence[3 * MIX_RATE_HZ];
    size_t said = seconds(rng_between(*state, 2.5, 3.5));
    double waited_s = -1;
    for (int music = 0; music < 2; music++) {
        struct mix mix;
        mix_init(&mix);
        mix_beat(&mix, 110);
        mix_music(&mix, music == 1);
        render(&mix, *state, 0, said);
        stream_begin(&mix.speech, MIX_RATE_HZ);
        stream_add(&mix.speech, 0, silence, 3 * MIX_RATE_HZ);
        stream_end(&mix.speech);
        for (size_t i = said; i < seconds(9); i++) {
            mix_render(&mix, heard + i, 1);
            if (waited_s < 0 && mix.speech.queued < 3 * MIX_RATE_HZ && music == 1) {
                waited_s = (double)(i - said) / MIX_RATE_HZ;
                assert_true(mix.music_gain <= 0);
            }
        }
        if (music == 0) {
            memcpy(without, heard, sizeof heard);
        }
        mix_free(&mix);
    }
    size_t differ[3] = {0}; /* before, during, after */
    for (size_t i = 0; i < seconds(9); i++) {
        bool during = i >= said + seconds(0.12) && i < said + seconds(3);
        differ[i < said ? 0 : during ? 1 : 2] += heard[i] != without[i];
    }
    printf("# speech waited %.0f ms for the music to go\n", waited_s * 1000);
    assert_true(waited_s > 0.03 && waited_s < 0.12);
    assert_true(differ[0] > said / 2);
    assert_int_equal(differ[1], 0);
    assert_true(differ[2] > seconds(1));
}

static void a_touch_is_silence_at_once(void **state)
{
    for (int round = 0; round < 20; round++) {
        struct mix mix;
        mix_init(&mix);
        speak(&mix, *state, 4, 3);
        size_t touched = seconds(rng_between(*state, 0.1, 3.5));
        render(&mix, *state, 0, touched);
        assert_true(loudness(touched - 400, touched) > 300);
        stream_stop(&mix.speech, MIX_RATE_HZ);
        render(&mix, *state, touched, seconds(4));
        size_t silent = touched + seconds(STREAM_STOP_MS / 1000.0) + 1;
        assert_true(loudness(silent, seconds(4)) <= 0);
        assert_false(stream_speaks(&mix.speech));
        speak(&mix, *state, 0.5, 1); /* and what is said next is heard in full */
        render(&mix, *state, 0, seconds(0.6));
        assert_true(loudness(seconds(0.4), seconds(0.49)) > 300);
        mix_free(&mix);
    }
}

static void the_line_being_heard_is_known(void **state)
{
    struct mix mix;
    mix_init(&mix);
    assert_int_equal(mix.speech.line, -1);
    speak(&mix, *state, 3, 3);
    for (int line = 0; line < 3; line++) {
        render(&mix, *state, 0, seconds(0.5));
        assert_int_equal(mix.speech.line, line);
        assert_true(stream_speaks(&mix.speech));
        render(&mix, *state, 0, seconds(0.5));
    }
    assert_false(stream_speaks(&mix.speech));
    assert_int_equal(mix.speech.line, -1);
    mix_free(&mix);
}

static void volume_goes_in_steps_and_nothing_clips(void **state)
{
    double last = 0;
    for (int step = 0; step <= MIX_VOLUMES; step++) {
        struct mix mix;
        struct rng words = {3};
        mix_init(&mix);
        mix_volume(&mix, step);
        render(&mix, *state, 0, seconds(0.2));
        mix_beat(&mix, 110);
        speak(&mix, &words, 2, 1);
        mix_tick(&mix);
        render(&mix, *state, 0, seconds(2));
        double loud = loudness(seconds(0.1), seconds(1.9));
        if (step == 0) {
            assert_true(loud <= 0);
        } else if (step > 1) {
            assert_true(loud > 1.8 * last && loud < 2.2 * last); /* 6 dB */
        }
        for (size_t i = 0; i < seconds(2); i++) {
            assert_in_range(heard[i] + 32767, 1, 65533);
        }
        last = loud;
        mix_free(&mix);
    }
}

static void a_file_holds_what_was_heard(void **state)
{
    char path[] = "/tmp/test_sound_XXXXXX";
    assert_true(mkstemp(path) >= 0);
    struct mix mix;
    mix_init(&mix);
    mix_beat(&mix, 110);
    render(&mix, *state, 0, seconds(1));
    struct wav *wav = wav_create(path, MIX_RATE_HZ);
    assert_non_null(wav);
    assert_true(wav_add(wav, heard, 1000));
    assert_true(wav_add(wav, heard + 1000, seconds(1) - 1000));
    assert_true(wav_finish(wav));

    static unsigned char bytes[200000];
    FILE *file = fopen(path, "rb");
    assert_int_equal(fread(bytes, 1, sizeof bytes, file), 44 + 2 * seconds(1));
    fclose(file);
    unlink(path);
    assert_memory_equal(bytes, "RIFF", 4);
    assert_memory_equal(bytes + 8, "WAVEfmt ", 8);
    assert_int_equal(bytes[24] | bytes[25] << 8 | bytes[26] << 16, MIX_RATE_HZ);
    assert_int_equal(bytes[40] | bytes[41] << 8 | bytes[42] << 16, 2 * seconds(1));
    for (size_t i = 0; i < seconds(1); i++) {
        assert_int_equal((int16_t)(bytes[44 + 2 * i] | bytes[45 + 2 * i] << 8), heard[i]);
    }
    assert_null(wav_create("/nowhere/at/all.wav", MIX_RATE_HZ));
    mix_free(&mix);
}

int main(void)
{
    struct rng rng = rng_begin();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(each_beat_begins_on_its_sample, &rng),
        cmocka_unit_test_prestate(the_beat_goes_on_and_fades_when_told, &rng),
        cmocka_unit_test_prestate(music_is_never_over_speech, &rng),
        cmocka_unit_test_prestate(a_touch_is_silence_at_once, &rng),
        cmocka_unit_test_prestate(the_line_being_heard_is_known, &rng),
        cmocka_unit_test_prestate(volume_goes_in_steps_and_nothing_clips, &rng),
        cmocka_unit_test_prestate(a_file_holds_what_was_heard, &rng),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
