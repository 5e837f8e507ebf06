/* SPDX-License-Identifier: MIT */
/* Speech, beat and sound cards that are there, are not, or go away. */
#include <math.h>
#include <string.h>
#include <unistd.h>

#include <SDL2/SDL.h>

#include "sound/sound.h"
#include "support/tap.h"

enum { RATE = 48000, ENGINE_RATE = 22050, SECOND = 1000000, FRAME_US = 33333 };

/* A line says how long it is: "0.5" is half a second of a tone. "-" cannot be spoken. */
struct engine {
    SDL_atomic_t spoken; /* lines begun */
    SDL_atomic_t made;   /* samples that were wanted */
    SDL_atomic_t loads;
    SDL_atomic_t begun; /* speeches */
    SDL_atomic_t lines; /* of the last speech begun */
    int rate_hz;
    SDL_sem *first;      /* NULL: loading waits for nobody */
    struct sound *again; /* what its first loading is told to load once more */
};

static bool speak(void *context, const char *voice, double slower, const char *text,
                  sound_sink *sink, void *sink_context)
{
    struct engine *engine = context;
    int16_t samples[441];
    assert_string_equal(voice, "zh-CN");
    SDL_AtomicAdd(&engine->spoken, 1);
    if (text[0] == '-') {
        return false;
    }
    int left = (int)(atof(text) * slower * engine->rate_hz);
    for (int at = 0; left > 0;) {
        int piece = left < 441 ? left : 441;
        for (int i = 0; i < piece; i++, at++) {
            samples[i] = (int16_t)(12000 * sin(at * 0.1));
        }
        if (!sink(sink_context, engine->rate_hz, samples, (size_t)piece)) {
            return true;
        }
        SDL_AtomicAdd(&engine->made, piece);
        left -= piece;
    }
    return true;
}

static void load(void *context)
{
    struct engine *engine = context;
    int loads = SDL_AtomicAdd(&engine->loads, 1) + 1;
    if (engine->first && loads == 1) {
        SDL_SemWait(engine->first);
        sound_reload(engine->again);
    }
}

/* The lines are those that will be spoken, before the first of them is. */
static void choose(void *context, const struct sound_speech *speech)
{
    struct engine *engine = context;
    assert_true(SDL_AtomicGet(&engine->loads) > 0);
    assert_string_equal(speech->voice, "zh-CN");
    assert_true(speech->count > 0 && speech->lines[speech->count - 1][0]);
    SDL_AtomicAdd(&engine->begun, 1);
    SDL_AtomicSet(&engine->lines, (int)speech->count);
    SDL_AtomicSet(&engine->spoken, 0);
}

struct story {
    struct clock clock;
    struct engine engine;
    struct sound *sound;
    char path[64];
};

static void begin(struct story *story, int rate_hz)
{
    memset(story, 0, sizeof *story);
    clock_init_moved(&story->clock, 0);
    story->engine.rate_hz = rate_hz;
    strcpy(story->path, "/tmp/test_sound_XXXXXX");
    int file = mkstemp(story->path);
    assert_true(file >= 0);
    close(file);
    const struct sound_config config = {.clock = &story->clock,
                                        .source = {&story->engine, load, choose, speak},
                                        .story = true,
                                        .path = story->path};
    story->sound = sound_create(&config);
    assert_non_null(story->sound);
}

static void pass(struct story *story, double s)
{
    for (double left_us = s * SECOND; left_us > 0; left_us -= FRAME_US) {
        clock_move(&story->clock, left_us < FRAME_US ? (int64_t)left_us : FRAME_US);
        sound_tick(story->sound);
    }
}

static void say(struct sound *sound, size_t count, const char *const *lines)
{
    const struct sound_speech speech = {"zh-CN", 1, lines, count};
    sound_say(sound, &speech);
}

/* What the file holds; the caller frees it. */
static int16_t *finish(struct story *story, size_t *count)
{
    sound_destroy(story->sound);
    FILE *file = fopen(story->path, "rb");
    assert_non_null(file);
    int16_t *samples = malloc(100 * RATE * sizeof *samples);
    assert_non_null(samples);
    fseek(file, 44, SEEK_SET);
    *count = fread(samples, sizeof *samples, (size_t)100 * RATE, file);
    fclose(file);
    unlink(story->path);
    return samples;
}

static double loudness(const int16_t *samples, double from_s, double to_s)
{
    double sum = 0;
    size_t from = (size_t)(from_s * RATE);
    size_t to = (size_t)(to_s * RATE);
    for (size_t i = from; i < to; i++) {
        sum += (double)samples[i] * samples[i];
    }
    return sqrt(sum / (double)(to - from));
}

static void lines_are_spoken_one_after_another(void **state)
{
    const int rates[] = {ENGINE_RATE, RATE, 16000};
    for (size_t i = 0; i < sizeof rates / sizeof *rates; i++) {
        struct story story;
        begin(&story, rates[i]);
        pass(&story, 1);
        say(story.sound, 3, (const char *const[]){"0.5", "-", "1"});
        assert_true(sound_speaks(story.sound));
        assert_int_equal(sound_line(story.sound), -1);
        pass(&story, 0.3);
        assert_int_equal(sound_line(story.sound), 0);
        pass(&story, 0.5);
        assert_int_equal(sound_line(story.sound), 2);
        pass(&story, 1);
        assert_false(sound_speaks(story.sound));
        assert_int_equal(sound_line(story.sound), -1);
        size_t count;
        int16_t *heard = finish(&story, &count);
        assert_true(fabs((double)count / RATE - 2.8) < 0.001);
        assert_true(loudness(heard, 0, 0.99) <= 0);
        assert_true(loudness(heard, 1.05, 2.45) > 500);
        assert_true(loudness(heard, 2.6, 2.8) <= 0);
        free(heard);
    }
    (void)state;
}

static void a_touch_and_a_new_screen_stop_the_old_words(void **state)
{
    for (int round = 0; round < 10; round++) {
        struct story story;
        double touched = rng_between(*state, 0.2, 2);
        begin(&story, ENGINE_RATE);
        say(story.sound, 2, (const char *const[]){"30", "30"});
        pass(&story, touched);
        assert_int_equal(sound_line(story.sound), 0);
        sound_stop(story.sound);
        assert_false(sound_line(story.sound) >= 0);
        pass(&story, 1);
        say(story.sound, 1, (const char *const[]){"30"});
        pass(&story, 0.5);
        say(story.sound, 1, (const char *const[]){"0.2"});
        pass(&story, 0.1);
        assert_int_equal(sound_line(story.sound), 0);
        pass(&story, 0.4);
        assert_false(sound_speaks(story.sound));
        size_t count;
        int16_t *heard = finish(&story, &count);
        assert_true(loudness(heard, touched - 0.1, touched) > 500);
        assert_true(loudness(heard, touched + 0.06, touched + 0.95) <= 0);
        assert_true(loudness(heard, touched + 1.8, touched + 2) <= 0);
        free(heard);
    }
}

static void who_speaks_is_chosen_for_a_speech_as_a_whole(void **state)
{
    struct story story;
    begin(&story, ENGINE_RATE);
    for (int speech = 1; speech <= 20; speech++) {
        const char *const lines[] = {"0.1", "0.2", "-", "0.1", "0.1"};
        int count = rng_int(*state, 1, 5);
        bool reload = rng_int(*state, 0, 1) == 1;
        int loads = SDL_AtomicGet(&story.engine.loads);
        if (reload) {
            sound_reload(story.sound);
        }
        say(story.sound, (size_t)count, lines);
        pass(&story, 1);
        assert_int_equal(SDL_AtomicGet(&story.engine.begun), speech);
        assert_int_equal(SDL_AtomicGet(&story.engine.lines), count);
        assert_int_equal(SDL_AtomicGet(&story.engine.spoken), count);
        assert_int_equal(SDL_AtomicGet(&story.engine.loads),
                         loads + (reload || speech == 1));
    }
    size_t count;
    free(finish(&story, &count));
}

/* The mark on the screen and the taps of a visitor go by the beat that is heard. */
static void the_beat_on_the_screen_is_the_beat_in_the_file(void **state)
{
    struct story story;
    begin(&story, ENGINE_RATE);
    double cpm = rng_between(*state, 90, 130);
    pass(&story, 0.7);
    assert_true(sound_beat_phase(story.sound) < 0);
    sound_beat(story.sound, cpm);
    int64_t begun_us = story.clock.moved_us;
    for (int i = 0; i < 100; i++) {
        pass(&story, rng_between(*state, 0.02, 0.3));
        double beats = (double)(story.clock.moved_us - begun_us) * cpm / 60e6;
        double phase = sound_beat_phase(story.sound);
        double off = fabs(phase - (beats - floor(beats)));
        assert_true(fmin(off, 1 - off) < 0.01);
        double error_s = sound_beat_error_s(story.sound, story.clock.moved_us);
        assert_true(fabs(error_s - (beats - round(beats)) * 60 / cpm) < 0.005);
    }
    size_t count;
    free(finish(&story, &count));
}

static void a_story_sounds_the_same_every_time(void **state)
{
    (void)state;
    int16_t *first = NULL;
    size_t length = 0;
    for (int round = 0; round < 2; round++) {
        struct story story;
        size_t count;
        begin(&story, ENGINE_RATE);
        sound_beat(story.sound, 110);
        sound_music(story.sound, true);
        pass(&story, 2);
        say(story.sound, 1, (const char *const[]){"1.5"});
        pass(&story, 4);
        sound_tick_good(story.sound);
        sound_volume(story.sound, 5);
        pass(&story, 1);
        int16_t *heard = finish(&story, &count);
        if (round == 1) {
            assert_int_equal(count, length);
            assert_memory_equal(heard, first, count * sizeof *heard);
            free(first);
        }
        first = heard;
        length = count;
    }
    free(first);
}

/* ---- sound cards: SDL's own stand-ins, in real time -------------------------------- */

/* Until `what` says so. False: not within 20 s. */
static bool wait_for(struct sound *sound, bool (*what)(const struct sound *), bool wanted)
{
    for (int ms = 0; ms < 20000; ms++) {
        sound_tick(sound);
        if (what(sound) == wanted) {
            return true;
        }
        SDL_Delay(1);
    }
    return false;
}

static struct sound *with_card(struct clock *clock, struct engine *engine,
                               const char *driver, const char *variable,
                               const char *value)
{
    setenv("SDL_AUDIODRIVER", driver, 1);
    if (variable) {
        setenv(variable, value, 1);
    }
    clock_init_real(clock);
    *engine = (struct engine){.rate_hz = ENGINE_RATE};
    const struct sound_config config = {.clock = clock,
                                        .source = {engine, load, choose, speak}};
    struct sound *sound = sound_create(&config);
    assert_non_null(sound);
    return sound;
}

static bool first_was_heard(const struct sound *sound)
{
    return sound_first_us(sound) >= 0;
}

static void a_card_speaks_and_the_thread_does_not_run_away(void **state)
{
    (void)state;
    struct clock clock;
    struct engine engine;
    struct sound *sound = with_card(&clock, &engine, "dummy", NULL, NULL);
    assert_true(wait_for(sound, sound_is_heard, true));
    say(sound, 2, (const char *const[]){"600", "600"});
    assert_true(wait_for(sound, first_was_heard, true));
    printf("# first word after %lld us\n", (long long)sound_first_us(sound));
    say(sound, 1, (const char *const[]){"0.05"});
    assert_true(wait_for(sound, sound_speaks, false));
    assert_int_equal(SDL_AtomicGet(&engine.begun), 2);
    assert_int_equal(SDL_AtomicGet(&engine.spoken), 1);
    assert_int_equal(SDL_AtomicGet(&engine.loads), 1);
    sound_reload(sound); /* before the next word, whether anything is said or not */
    say(sound, 1, (const char *const[]){"0.05"});
    assert_true(wait_for(sound, sound_speaks, false));
    assert_int_equal(SDL_AtomicGet(&engine.loads), 2);
    /* Ten minutes were asked for: only some seconds of it were made. */
    assert_in_range(SDL_AtomicGet(&engine.made), 1, 60 * ENGINE_RATE);
    sound_destroy(sound);
}

/* As at the start: what comes while a thread loads, nobody waits for. */
static void what_changes_while_voices_load_is_not_missed(void **state)
{
    (void)state;
    struct clock clock;
    struct engine engine = {.rate_hz = ENGINE_RATE, .first = SDL_CreateSemaphore(0)};
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    clock_init_real(&clock);
    const struct sound_config config = {.clock = &clock,
                                        .source = {&engine, load, choose, speak}};
    engine.again = sound_create(&config);
    assert_non_null(engine.again);
    sound_load(engine.again);
    SDL_SemPost(engine.first);
    for (int ms = 0; ms < 20000 && SDL_AtomicGet(&engine.loads) < 2; ms++) {
        SDL_Delay(1);
    }
    assert_int_equal(SDL_AtomicGet(&engine.loads), 2);
    sound_destroy(engine.again);
    SDL_DestroySemaphore(engine.first);
}

static void a_kiosk_without_a_card_keeps_the_time(void **state)
{
    (void)state;
    struct clock clock;
    struct engine engine;
    struct sound *sound = with_card(&clock, &engine, "alsa", "AUDIODEV", "no-such-card");
    sound_beat(sound, 110);
    double last = sound_beat_phase(sound);
    int turned = 0;
    for (int ms = 0; ms < 20000 && turned < 2; ms++) {
        sound_tick(sound);
        double phase = sound_beat_phase(sound);
        turned += phase < last;
        last = phase;
        SDL_Delay(1);
    }
    assert_int_equal(turned, 2);
    assert_false(sound_is_heard(sound));
    say(sound, 1, (const char *const[]){"1"});
    assert_false(sound_speaks(sound));
    sound_destroy(sound);
    unsetenv("AUDIODEV");
}

/* The disk driver of SDL takes a failed write for a card that was pulled out. */
static void a_card_that_is_pulled_out_is_no_error(void **state)
{
    (void)state;
    struct clock clock;
    struct engine engine;
    struct sound *sound =
        with_card(&clock, &engine, "disk", "SDL_DISKAUDIOFILE", "/dev/full");
    assert_true(wait_for(sound, sound_is_heard, true));
    say(sound, 1, (const char *const[]){"600"});
    assert_true(wait_for(sound, sound_is_heard, false));
    assert_true(wait_for(sound, sound_speaks, false));
    sound_destroy(sound);
    unsetenv("SDL_DISKAUDIOFILE");
}

/* ALSA's "null" takes all samples at once. */
static void a_card_without_time_is_held_back(void **state)
{
    (void)state;
    struct clock clock;
    struct engine engine;
    struct sound *sound = with_card(&clock, &engine, "alsa", "AUDIODEV", "null");
    assert_true(wait_for(sound, sound_is_heard, true));
    int64_t began_us = clock_now_us(&clock);
    say(sound, 1, (const char *const[]){"1.5"});
    assert_true(wait_for(sound, sound_speaks, false));
    double took_s = (double)(clock_now_us(&clock) - began_us) / SECOND;
    assert_true(took_s > 1.5 - 0.3);
    sound_destroy(sound);
    unsetenv("AUDIODEV");
}

int main(void)
{
    struct rng rng = rng_begin();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(lines_are_spoken_one_after_another, &rng),
        cmocka_unit_test_prestate(a_touch_and_a_new_screen_stop_the_old_words, &rng),
        cmocka_unit_test_prestate(who_speaks_is_chosen_for_a_speech_as_a_whole, &rng),
        cmocka_unit_test_prestate(the_beat_on_the_screen_is_the_beat_in_the_file, &rng),
        cmocka_unit_test_prestate(a_story_sounds_the_same_every_time, &rng),
        cmocka_unit_test_prestate(a_card_speaks_and_the_thread_does_not_run_away, &rng),
        cmocka_unit_test_prestate(what_changes_while_voices_load_is_not_missed, &rng),
        cmocka_unit_test_prestate(a_kiosk_without_a_card_keeps_the_time, &rng),
        cmocka_unit_test_prestate(a_card_that_is_pulled_out_is_no_error, &rng),
        cmocka_unit_test_prestate(a_card_without_time_is_held_back, &rng),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    SDL_Quit();
    return failed;
}
