/* SPDX-License-Identifier: MIT */
/*
 * A voice is cut out of its silence and levelled; microphones that are there, are not,
 * are muted, or are pulled out. SDL's own capture is tried with its disk driver, which
 * hears a file; a microphone that is pulled out, which no driver of SDL plays, is a fake.
 */
#include <math.h>
#include <string.h>
#include <unistd.h>

#include <SDL2/SDL.h>

#include "sound/microphone.h"
#include "sound/sound.h"
#include "sound/take.h"
#include "sound/wav.h"
#include "support/tap.h"

enum { RATE = TAKE_RATE_HZ, FULL = 32767, SECOND_US = 1000000 };

#define PI 3.14159265358979323846

/* `s` seconds of a voice (`peak` above 0) in a room that hums and whispers. */
static size_t put(struct rng *rng, int16_t *to, double s, double peak, double room,
                  int offset)
{
    size_t count = (size_t)(s * RATE);
    for (size_t i = 0; i < count; i++) {
        double t = (double)i / RATE;
        double voice = peak * sin(2 * PI * 180 * t) * (0.6 + 0.4 * sin(2 * PI * 4 * t));
        double hum = room * (0.5 * sin(2 * PI * 50 * t) + rng_between(rng, -0.5, 0.5));
        double sample = voice + hum + offset;
        to[i] = (int16_t)fmax(-FULL, fmin(FULL, round(sample)));
    }
    return count;
}

/* In pieces as a device gives them. */
static void hear(struct rng *rng, struct take *take, const int16_t *samples, size_t count)
{
    for (size_t at = 0; at < count;) {
        size_t piece = (size_t)rng_int(rng, 1, 3000);
        piece = piece < count - at ? piece : count - at;
        take_add(take, samples + at, piece);
        at += piece;
    }
}

static double db(const int16_t *samples, size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++) {
        sum += (double)samples[i] * samples[i];
    }
    return 20 * log10(sqrt(sum / (double)count) / FULL);
}

static int peak_of(const int16_t *samples, size_t count)
{
    int peak = 0;
    for (size_t i = 0; i < count; i++) {
        peak = abs(samples[i]) > peak ? abs(samples[i]) : peak;
    }
    return peak;
}

static void silence_is_cut_and_the_voice_is_levelled(void **state)
{
    int16_t *samples = malloc((size_t)40 * RATE * sizeof *samples);
    struct take take;
    assert_non_null(samples);
    assert_true(take_init(&take));
    for (int round = 0; round < 60; round++) {
        double before = rng_between(*state, 0.3, 3);
        double voice = rng_between(*state, 0.3, 12);
        double behind = rng_between(*state, 0.3, 3);
        double peak = rng_between(*state, 1200, 30000);
        double room = peak * rng_between(*state, 0, 0.1);
        int offset = rng_int(*state, -1500, 1500);
        size_t count = put(*state, samples, before, 0, room, offset);
        count += put(*state, samples + count, voice, peak, room, offset);
        count += put(*state, samples + count, behind, 0, room, offset);
        /* The filter finds the offset before the button is touched. */
        hear(*state, &take, samples, RATE / 4);
        take_begin(&take);
        hear(*state, &take, samples, count);
        size_t left = take_finish(&take);
        double left_s = (double)left / RATE;
        assert_true(left_s > voice - 0.05 && left_s < voice + 0.5);
        if (voice > 2 && peak > 3000) { /* softer ones are not made loud at any price */
            double level = db(take.samples + left / 4, left / 2);
            assert_true(fabs(level - TAKE_SPEECH_DB) < 2);
        }
        assert_true(peak_of(take.samples, left) < FULL);
        assert_int_equal(abs(take.samples[0]), 0);
        assert_int_equal(abs(take.samples[left - 1]), 0);
    }
    take_free(&take);
    free(samples);
}

/* The finger on the screen begins and ends each recording. */
static void a_knock_is_no_voice(void **state)
{
    int16_t samples[3 * RATE];
    struct take take;
    assert_true(take_init(&take));
    for (int round = 0; round < 20; round++) {
        size_t count = put(*state, samples, 3, 0, rng_between(*state, 0, 200), 0);
        size_t at = (size_t)(rng_between(*state, 0.1, 2.8) * RATE);
        put(*state, samples + at, rng_between(*state, 0.01, 0.035), 20000, 0, 0);
        take_begin(&take);
        hear(*state, &take, samples, count);
        assert_int_equal(take_finish(&take), 0);
    }
    take_free(&take);
}

static void the_meter_and_the_end_of_the_scale(void **state)
{
    int16_t samples[RATE];
    struct take take;
    assert_true(take_init(&take));
    for (int i = 0; i < RATE; i++) {
        samples[i] = (int16_t)(3276.7 * sin(2 * PI * 1000 * i / RATE));
    }
    hear(*state, &take, samples, RATE);
    assert_true(fabs(take.peak_db - -20) < 0.3);
    assert_true(fabs(take.level_db - -23) < 0.3);
    assert_int_equal(take.count, 0);
    take_begin(&take);
    hear(*state, &take, samples, RATE);
    assert_int_equal(take.loud, 0);
    put(*state, samples, 0.5, 60000, 0, 0);
    hear(*state, &take, samples, RATE / 2);
    assert_true(take.loud > 0);
    take_free(&take);
}

static void a_take_has_an_end_and_zeros_are_told(void **state)
{
    int16_t samples[RATE];
    struct take take;
    assert_true(take_init(&take));
    memset(samples, 0, sizeof samples);
    hear(*state, &take, samples, RATE - 1);
    assert_false(take_is_mute(&take));
    hear(*state, &take, samples, 1);
    assert_true(take_is_mute(&take));
    take_begin(&take);
    for (int s = 0; s < TAKE_SECONDS_MAX + 5; s++) {
        put(*state, samples, 1, 9000, 10, 0);
        hear(*state, &take, samples, RATE);
    }
    assert_false(take_is_mute(&take));
    assert_true(take.full);
    assert_false(take.on);
    assert_int_equal(take.count, TAKE_SECONDS_MAX * RATE);
    /* A device that sends a constant hears as little. */
    put(*state, samples, 1, 0, 0, 700);
    for (int s = 0; s < 3; s++) {
        hear(*state, &take, samples, RATE);
    }
    assert_true(take_is_mute(&take));
    take_free(&take);
}

/* ---- a microphone that a test pulls out -------------------------------------------- */

struct fake {
    SDL_atomic_t found; /* enum microphone_found */
    SDL_atomic_t there;
    SDL_atomic_t opened, closed;
};

static enum microphone_found fake_open(void *context, struct microphone *microphone)
{
    struct fake *fake = context;
    (void)microphone;
    enum microphone_found found = (enum microphone_found)SDL_AtomicGet(&fake->found);
    if (found == MICROPHONE_FOUND) {
        SDL_AtomicAdd(&fake->opened, 1);
    }
    return found;
}

static bool fake_is_there(void *context)
{
    struct fake *fake = context;
    return SDL_AtomicGet(&fake->there) == 1;
}

static void fake_close(void *context)
{
    struct fake *fake = context;
    SDL_AtomicAdd(&fake->closed, 1);
}

static void fake_destroy(void *context)
{
    (void)context;
}

/* Within 20 s. */
static void wait_for(struct microphone *microphone, enum microphone_state wanted)
{
    struct microphone_status status;
    for (int ms = 0; ms < 20000; ms++) {
        microphone_tick(microphone);
        microphone_status(microphone, &status);
        if (status.state == wanted) {
            return;
        }
        SDL_Delay(1);
    }
    fail_msg("state %d instead of %d", (int)status.state, (int)wanted);
}

static void what_was_said_before_it_was_pulled_out_stays(void **state)
{
    int16_t samples[2 * RATE];
    struct fake fake = {.found = {MICROPHONE_FOUND_NONE}, .there = {1}};
    struct microphone_status status;
    size_t count;
    const struct microphone_input input = {.context = &fake,
                                           .open = fake_open,
                                           .is_there = fake_is_there,
                                           .close = fake_close,
                                           .destroy = fake_destroy};
    struct microphone *microphone = microphone_create_on(&input);
    assert_non_null(microphone);
    wait_for(microphone, MICROPHONE_NONE);
    SDL_AtomicSet(&fake.found, MICROPHONE_REFUSED);
    wait_for(microphone, MICROPHONE_FAILED);
    SDL_AtomicSet(&fake.found, MICROPHONE_FOUND);
    while (SDL_AtomicGet(&fake.opened) == 0) {
        SDL_Delay(1);
    }
    put(*state, samples, 2, 0, 0, 0);
    microphone_feed(microphone, samples, 2 * RATE);
    wait_for(microphone, MICROPHONE_MUTE);
    microphone_record(microphone);
    put(*state, samples, 2, 8000, 20, 0);
    microphone_feed(microphone, samples, 2 * RATE);
    wait_for(microphone, MICROPHONE_HEARS);
    microphone_status(microphone, &status);
    assert_true(status.recording && fabs(status.recorded_s - 2) < 0.01);
    SDL_AtomicSet(&fake.found, MICROPHONE_FOUND_NONE);
    SDL_AtomicSet(&fake.there, 0);
    wait_for(microphone, MICROPHONE_GONE);
    microphone_status(microphone, &status);
    assert_false(status.recording);
    const int16_t *kept = microphone_stop(microphone, &count);
    assert_true(count > (size_t)(1.8 * RATE) && peak_of(kept, count) > 1000);
    wait_for(microphone, MICROPHONE_NONE);
    microphone_destroy(microphone);
    assert_int_equal(SDL_AtomicGet(&fake.opened), 1);
    assert_int_equal(SDL_AtomicGet(&fake.closed), 1);
}

/* ---- SDL's own, and a story's file ------------------------------------------------- */

static void make_file(char *path, bool raw, const int16_t *samples, size_t count)
{
    int file = mkstemp(path);
    assert_true(file >= 0);
    if (raw) {
        assert_int_equal(write(file, samples, count * sizeof *samples),
                         count * sizeof *samples);
    }
    close(file);
    if (!raw) {
        struct wav *wav = wav_create(path, RATE);
        assert_non_null(wav);
        assert_true(wav_add(wav, samples, count));
        assert_true(wav_finish(wav));
    }
}

/* The disk driver hears the file once and then nothing but zeros. */
static void a_device_is_heard_until_it_falls_mute(void **state)
{
    static int16_t samples[3 * RATE];
    char path[] = "/tmp/test_microphone_XXXXXX";
    struct clock clock;
    size_t count;
    put(*state, samples, 3, 9000, 20, 0);
    make_file(path, true, samples, 3 * RATE);
    setenv("SDL_AUDIODRIVER", "disk", 1);
    setenv("SDL_DISKAUDIOFILE", "/dev/null", 1);
    setenv("SDL_DISKAUDIOFILEIN", path, 1);
    clock_init_real(&clock);
    const struct sound_config config = {.clock = &clock};
    struct sound *sound = sound_create(&config);
    struct microphone *microphone = microphone_create(sound);
    assert_non_null(microphone);
    microphone_record(microphone);
    wait_for(microphone, MICROPHONE_HEARS);
    wait_for(microphone, MICROPHONE_MUTE);
    const int16_t *kept = microphone_stop(microphone, &count);
    printf("# %.2f s of 3 s heard\n", (double)count / RATE);
    assert_true(count > 2 * RATE && count < 4 * RATE);
    assert_true(fabs(db(kept + count / 4, count / 2) - TAKE_SPEECH_DB) < 2);
    microphone_destroy(microphone);
    sound_destroy(sound);
    unlink(path);
}

static void without_devices_that_is_told(void **state)
{
    (void)state;
    struct clock clock;
    setenv("SDL_AUDIODRIVER", "alsa", 1);
    setenv("AUDIODEV", "no-such-card", 1);
    clock_init_real(&clock);
    const struct sound_config config = {.clock = &clock};
    struct sound *sound = sound_create(&config);
    struct microphone *microphone = microphone_create(sound);
    struct microphone_status status = {.state = MICROPHONE_LOOKING};
    for (int ms = 0; ms < 20000 && status.state == MICROPHONE_LOOKING; ms++) {
        microphone_status(microphone, &status);
        SDL_Delay(1);
    }
    assert_true(status.state == MICROPHONE_NONE || status.state == MICROPHONE_FAILED);
    microphone_destroy(microphone);
    sound_destroy(sound);
    unsetenv("AUDIODEV");
}

/* In the story's time: the same every time, and what was recorded is played back. */
static void a_story_has_a_file_for_a_microphone(void **state)
{
    static int16_t samples[4 * RATE];
    char path[] = "/tmp/test_microphone_XXXXXX";
    struct clock clock;
    size_t count = put(*state, samples, 1, 0, 30, 0);
    count += put(*state, samples + count, 2, 7000, 30, 0);
    count += put(*state, samples + count, 1, 0, 30, 0);
    make_file(path, false, samples, count);
    clock_init_moved(&clock, 0);
    const struct sound_config config = {
        .clock = &clock, .story = true, .microphone = path};
    struct sound *sound = sound_create(&config);
    struct microphone *microphone = microphone_create(sound);
    assert_non_null(microphone);
    for (int round = 0; round < 3; round++) {
        size_t kept;
        microphone_record(microphone);
        for (int frame = 0; frame < 4 * 30; frame++) {
            clock_move(&clock, SECOND_US / 30);
            microphone_tick(microphone);
            sound_tick(sound);
        }
        const int16_t *heard = microphone_stop(microphone, &kept);
        assert_true(fabs((double)kept / RATE - 2.2) < 0.3);
        sound_play(sound, heard, kept);
        assert_true(sound_speaks(sound));
        int frames = 0;
        for (int frame = 0; frame < 8 * 30; frame++) { /* up to where the file begins */
            clock_move(&clock, SECOND_US / 30);
            microphone_tick(microphone);
            sound_tick(sound);
            frames += sound_speaks(sound);
        }
        assert_in_range(frames, (int)kept * 30 / RATE - 2, (int)kept * 30 / RATE + 2);
    }
    microphone_destroy(microphone);
    sound_destroy(sound);
    unlink(path);
}

static void a_story_without_one_has_none(void **state)
{
    (void)state;
    struct clock clock;
    struct microphone_status status;
    clock_init_moved(&clock, 0);
    struct sound_config config = {.clock = &clock, .story = true};
    struct sound *sound = sound_create(&config);
    struct microphone *microphone = microphone_create(sound);
    microphone_tick(microphone);
    microphone_status(microphone, &status);
    assert_int_equal(status.state, MICROPHONE_NONE);
    microphone_destroy(microphone);
    sound_destroy(sound);
    config.microphone = "/tmp/no-such-file.wav";
    sound = sound_create(&config);
    assert_null(microphone_create(sound));
    sound_destroy(sound);
}

int main(void)
{
    struct rng rng = rng_begin();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(silence_is_cut_and_the_voice_is_levelled, &rng),
        cmocka_unit_test_prestate(a_knock_is_no_voice, &rng),
        cmocka_unit_test_prestate(the_meter_and_the_end_of_the_scale, &rng),
        cmocka_unit_test_prestate(a_take_has_an_end_and_zeros_are_told, &rng),
        cmocka_unit_test_prestate(what_was_said_before_it_was_pulled_out_stays, &rng),
        cmocka_unit_test_prestate(a_device_is_heard_until_it_falls_mute, &rng),
        cmocka_unit_test_prestate(without_devices_that_is_told, &rng),
        cmocka_unit_test_prestate(a_story_has_a_file_for_a_microphone, &rng),
        cmocka_unit_test_prestate(a_story_without_one_has_none, &rng),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    SDL_Quit();
    return failed;
}
