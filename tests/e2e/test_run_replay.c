/* SPDX-License-Identifier: MIT */
/*
 * One run, three times: on a bad cable, from its recording in the manikin's place, and by
 * cpr-analyze. The same bytes come out, results and recordings.
 */
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "conf/conf.h"
#include "link/link.h"
#include "link/recording.h"
#include "station/run.h"
#include "support/cable.h"
#include "support/folder.h"
#include "support/tap.h"
#include "support/wave.h"
#include "wire/wire.h"

enum { ROUNDS = 24, FILE_MAX = 1 << 22 };

/* How often, per sample, what goes wrong. */
struct damage {
    double drop, flip, twice, unread, fault, pull, restart;
};

struct scene {
    struct clock clock;
    struct cable cable;
    struct link *link;
    struct link_status status;
    struct run run;
    struct wave wave;
    struct damage damage;
    struct rng *rng;
    bool third_party; /* prints depth_mm=52.31 and no time */
    uint16_t seq;
    uint32_t stamp_us; /* how far the manikin's clock is ahead of t_s */
    double out_s;      /* the plug is back at this time; 0: it is in */
    double dies_s;     /* the plug is out for good from here on; 0: never */
};

static const char *program;
static struct scene scene;
static struct conf_guidelines guidelines;
static struct folder folder;

static bool happens(double share)
{
    return rng_between(scene.rng, 0, 1) < share;
}

/* ---- the manikin and its cable ---- */

static size_t write_line(char *line, size_t size, const struct cpr_sample *sample)
{
    if (scene.third_party) {
        str_format(line, size, "depth_mm=%.2f\r\n", sample->depth_mm);
        return strlen(line);
    }
    struct wire_message message = {.kind = WIRE_SAMPLE};
    message.as.sample = (struct wire_sample){.seq = scene.seq,
                                             .t_us = scene.stamp_us,
                                             .force_tenth_n = WIRE_NOT_MEASURED,
                                             .volume_ml = WIRE_NOT_MEASURED,
                                             .hands = WIRE_NOT_MEASURED};
    message.as.sample.depth_tenth_mm = happens(scene.damage.unread)
                                           ? WIRE_NOT_MEASURED
                                           : (int32_t)floor(sample->depth_mm * 10 + 0.5);
    scene.stamp_us += (uint32_t)sample->t_us;
    message.as.sample.t_us = scene.stamp_us;
    scene.stamp_us -= (uint32_t)sample->t_us;
    return wire_write(line, size, &message);
}

static void say_aside(void)
{
    if (scene.third_party) {
        cable_say(&scene.cable, 0, "Out of range\r\n", 14);
        return;
    }
    char line[WIRE_MESSAGE_MAX];
    struct wire_message message = {.kind = WIRE_FAULT};
    message.as.fault = (struct wire_fault){.code = (uint16_t)rng_int(scene.rng, 1, 7),
                                           .count = (uint32_t)rng_u64(scene.rng)};
    if (happens(0.5)) {
        message.kind = WIRE_BATTERY;
        message.as.battery_mv = (uint16_t)rng_int(scene.rng, 3000, 4000);
    }
    cable_say(&scene.cable, 0, line, wire_write(line, sizeof line, &message));
}

static void say_sample(const struct cpr_sample *sample)
{
    const struct damage *damage = &scene.damage;
    char line[WIRE_MESSAGE_MAX];
    size_t length = write_line(line, sizeof line, sample);
    if (happens(damage->flip)) {
        line[rng_int(scene.rng, 0, (int)length - 1)] ^= (char)rng_int(scene.rng, 1, 127);
    }
    for (int i = happens(damage->twice) ? 2 : 1; i > 0 && !happens(damage->drop); i--) {
        cable_say(&scene.cable, 0, line, length);
    }
    if (happens(damage->fault)) {
        say_aside();
    }
}

/* The plug goes out for a while; with power on the cable the manikin then restarts. */
static void work_the_plug(double t_s)
{
    if (scene.dies_s > 0 && t_s >= scene.dies_s && scene.out_s < (double)INFINITY) {
        if (scene.out_s <= 0) {
            cable_pull(&scene.cable, 0);
        }
        scene.out_s = (double)INFINITY;
    }
    if (scene.out_s > 0 && t_s >= scene.out_s) {
        cable_plug(&scene.cable, 0);
        scene.out_s = 0;
    } else if (scene.out_s <= 0 && happens(scene.damage.pull)) {
        cable_pull(&scene.cable, 0);
        scene.out_s = t_s + rng_between(scene.rng, 0.05, 6);
    }
    if (scene.out_s > 0 || happens(scene.damage.restart)) {
        scene.seq = 0;
        scene.stamp_us = (uint32_t)(4000 - (int64_t)(t_s * 1e6));
    }
}

/* ---- the kiosk ---- */

static void frame(void)
{
    struct cpr_sample samples[LINK_SAMPLES_MAX];
    struct fault fault;
    int64_t now_us = clock_now_us(&scene.clock);
    link_status(scene.link, &scene.status);
    size_t count = link_poll(scene.link, samples, LINK_SAMPLES_MAX);
    while (link_next_fault(scene.link, &fault)) {
        run_fault(&scene.run, &fault);
    }
    run_add(&scene.run, samples, count, now_us);
    run_tick(&scene.run, now_us);
}

static bool is_over(void)
{
    return scene.run.phase == RUN_FINISHED || scene.run.phase == RUN_LOST;
}

static void run_on_the_cable(const struct run_plan *plan)
{
    cable_init(&scene.cable);
    cable_add(&scene.cable, "/dev/ttyUSB0", 115200);
    scene.link = link_create_from("/dev/ttyUSB0", &scene.clock, &scene.cable.source);
    assert_non_null(scene.link);
    run_begin(&scene.run, plan, clock_now_us(&scene.clock));
    struct cpr_sample sample;
    double t_s = 0;
    int64_t begin_us = clock_now_us(&scene.clock);
    int64_t frame_us = 0;
    while (!is_over() && wave_next(&scene.wave, scene.rng, &t_s, &sample)) {
        int64_t ahead_us = begin_us + sample.t_us - clock_now_us(&scene.clock);
        clock_move(&scene.clock, ahead_us > 0 ? ahead_us : 0);
        work_the_plug(t_s);
        scene.seq++;
        say_sample(&sample);
        if (sample.t_us >= frame_us) {
            frame();
            frame_us = sample.t_us + 16667;
        }
    }
    frame();
    link_destroy(scene.link);
    cable_finish(&scene.cable);
}

/* Frames of any length: pacing must not matter. */
static void run_on_the_recording(const struct run_plan *plan, const char *recording)
{
    char target[160];
    str_format(target, sizeof target, "replay:%s", recording);
    scene.link = link_create(target, &scene.clock);
    if (!scene.link) {
        fail_msg("%s", err_text());
    }
    link_play(scene.link, false);
    run_begin(&scene.run, plan, clock_now_us(&scene.clock));
    for (int i = 0; i < 20; i++) {
        frame();
        clock_move(&scene.clock, 16667);
    }
    link_play(scene.link, true);
    while (!is_over()) {
        frame();
        clock_move(&scene.clock, rng_int(scene.rng, 1000, 60000));
    }
    link_destroy(scene.link);
}

/* ---- what came of it ---- */

static char *analyse(const char *recording)
{
    char command[512];
    char block[4096];
    struct str said = {0};
    str_format(command, sizeof command, "'%s' '%s' --events", program, recording);
    FILE *pipe = popen(command, "r");
    assert_non_null(pipe);
    for (size_t n; (n = fread(block, 1, sizeof block, pipe)) > 0;) {
        str_add_bytes(&said, block, n);
    }
    int status = pclose(pipe);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    return said.text;
}

static char *read_recording(const char *path)
{
    size_t length = 0;
    char *text = file_read(path, FILE_MAX, &length);
    if (!text) {
        fail_msg("%s", err_text());
    }
    return text;
}

/* Which faults a recording holds, a bit a kind. */
static unsigned faults_in(const char *path)
{
    struct recording *recording = recording_open(path);
    struct cpr_sample sample;
    struct fault fault;
    unsigned kinds = 0;
    assert_non_null(recording);
    for (enum recording_item item; (item = recording_read(recording, &sample, &fault));) {
        kinds |= item == RECORDING_FAULT ? 1u << fault.kind : 0;
    }
    recording_close(recording);
    return kinds;
}

static void random_scene(struct rng *rng, int round)
{
    scene = (struct scene){.rng = rng, .third_party = round % 3 == 2};
    clock_init_moved(&scene.clock, 0);
    clock_move(&scene.clock, rng_int(rng, 1, 1 << 30));
    scene.seq = (uint16_t)rng_int(rng, 0, 65535);
    scene.stamp_us = (uint32_t)rng_u64(rng);
    scene.wave = wave_perfect();
    scene.wave.before_s = rng_between(rng, 5, 8); /* a third-party manikin is learnt */
    scene.wave.pushes = 200;
    scene.wave.depth_mm = rng_between(rng, 35, 70);
    scene.wave.rate_cpm = rng_between(rng, 90, 130);
    scene.wave.lean_mm = rng_between(rng, 0, 8);
    scene.wave.hz = rng_between(rng, 50, 200);
    scene.wave.noise_mm = 0.2;
    if (round % 4 > 0) {
        scene.damage = (struct damage){0.02, 0.02, 0.01, 0.01, 0.01, 0.0007, 0.0003};
    }
    if (round % 5 == 4) {
        scene.dies_s = scene.wave.before_s + rng_between(rng, 2, 6);
    }
}

static void a_recording_is_the_run_again(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    unsigned kinds = 0;
    int finished = 0;
    int lost = 0;
    for (int round = 0; round < ROUNDS; round++) {
        struct folder second = folder_make();
        random_scene(&rng, round);
        struct run_plan plan = {.kind = RUN_TEST,
                                .seconds = rng_between(&rng, 8, 20),
                                .guideline = &guidelines.items[0],
                                .mode = round % 2 ? CPR_30_2 : CPR_COMPRESSION_ONLY,
                                .manikin = &scene.status,
                                .keep_folder = folder.path};
        run_on_the_cable(&plan);
        enum run_phase phase = scene.run.phase;
        finished += phase == RUN_FINISHED;
        lost += phase == RUN_LOST;
        if (is_over()) {
            char *once = run_json(&scene.run, true);
            char *bytes = read_recording(folder_file(&folder, "recording.csv"));
            char *analysed = analyse(folder_file(&folder, "recording.csv"));
            if (phase == RUN_FINISHED) { /* a lost one is not judged */
                assert_string_equal(analysed, once);
            }
            plan.keep_folder = second.path;
            run_on_the_recording(&plan, folder_file(&folder, "recording.csv"));
            assert_int_equal(scene.run.phase, phase);
            char *twice = run_json(&scene.run, true);
            char *again = read_recording(folder_file(&second, "recording.csv"));
            assert_string_equal(twice, once);
            assert_string_equal(again, bytes);
            kinds |= faults_in(folder_file(&second, "recording.csv"));
            free(once);
            free(twice);
            free(bytes);
            free(again);
            free(analysed);
        }
        folder_remove(&second);
    }
    print_message("# %d of %d runs came to their end, %d were lost, faults %x\n",
                  finished, ROUNDS, lost, kinds);
    assert_true(lost > 0);
    assert_true(finished >= ROUNDS / 2);
    /* All but those that take a slow kiosk. */
    assert_int_equal(kinds, (1u << FAULT_KIND_COUNT) - 1 - (1u << FAULT_FETCHED_LATE));
}

int main(int argc, char **argv)
{
    if (argc != 2 || !conf_guidelines_load(&guidelines, "scripts/guidelines")) {
        fprintf(stderr, "%s\n", argc == 2 ? err_text() : "name cpr-analyze");
        return 2;
    }
    program = argv[1];
    folder = folder_make();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_recording_is_the_run_again),
    };
    int failed = cmocka_run_group_tests_name("run_replay", tests, NULL, NULL);
    folder_remove(&folder);
    return failed;
}
