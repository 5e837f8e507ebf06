/* SPDX-License-Identifier: MIT */
/*
 * The nine captures with a truth on the cable, byte by byte at their own baud rate and
 * through a USB chip: as many pushes as there were, as fast and as deep.
 */
#include "base/err.h"
#include "link/profile.h"
#include "support/folder.h"
#include "support/link_bench.h"
#include "support/player.h"
#include "support/wave.h"

enum { FRAME_US = 16667 };

static const double break_s = 4;

/* What the cable can give of each. */
struct wanted {
    const char *name;
    const char *column;
    enum shape shape;
    int count;       /* 0: as the truth says */
    double rate_cpm; /* 0: as the truth says */
    bool is_scored;
};

static const struct wanted wanted[] = {
    {"analogread", "1", SHAPE_BARE, 0, 0, true},
    {"voltage", "1", SHAPE_BARE, 0, 0, true},
    {"smoothing", "1", SHAPE_BARE, 0, 0, true},
    {"inout", "sensor", SHAPE_KEY, 0, 0, true},
    {"ping", "cm", SHAPE_UNIT, 0, 0, false},
    /* It says nothing before the 22nd push; the next six tell who it is. */
    {"ajay", "1", SHAPE_SEMICOLON, 46, 111.7, false},
    {"pololu", "1", SHAPE_BARE, 0, 0, false},
    {"cprforall", "1", SHAPE_BARE, 0, 0, false},
};

enum { WANTED = sizeof wanted / sizeof *wanted };

static const struct player_sketch *sketch_of(const char *name)
{
    for (size_t i = 0; i < PLAYER_SKETCHES; i++) {
        if (str_equal(player_sketches[i].name, name)) {
            return &player_sketches[i];
        }
    }
    fail_msg("no sketch %s", name);
    return NULL;
}

/* The manikin was taught before. */
static void remember(const struct wanted *want, const struct player_truth *truth,
                     const char *folder)
{
    struct profile profile;
    char name[200];
    profile_init(&profile, want->shape);
    str_copy(profile.depth, sizeof profile.depth, want->column);
    profile.rest = truth->rest;
    profile.mm_per_unit = truth->full_mm / (truth->full - truth->rest);
    profile_port_name("/dev/serial", "/dev/ttyUSB0", name, sizeof name);
    if (!profile_save(&profile, folder, name)) {
        fail_msg("%s", err_text());
    }
}

static void judge(struct cpr_session *session, const struct bench *bench)
{
    struct cpr_compression done;
    for (size_t i = 0; i < bench->count; i++) {
        cpr_add(session, &bench->got[i], &done);
    }
}

static struct cpr_result play(struct player *player, struct rng *rng, const char *folder,
                              int baud)
{
    static struct bench bench;
    static struct cpr_session session;
    struct cpr_guideline guideline = wave_guideline();
    struct cpr_compression done;
    struct cpr_result result;
    double now_us = rng_between(rng, 0, FRAME_US);
    bench_begin(&bench, "/dev/ttyUSB0", baud);
    link_remember(bench.link, folder);
    cpr_start(&session, &guideline, CPR_COMPRESSION_ONLY);
    while (!player_is_over(player)) {
        const char *bytes = NULL;
        clock_move(&bench.clock, FRAME_US);
        now_us += FRAME_US;
        size_t count = player_due(player, now_us, &bytes);
        cable_say(&bench.cable, bench.manikin, bytes, count);
        poll_now(&bench);
        judge(&session, &bench);
    }
    while (cpr_finish(&session, &done)) {
    }
    cpr_result(&session, &result);
    bench_end(&bench);
    return result;
}

static void check(const struct wanted *want, const struct player_truth *truth,
                  const struct cpr_result *result, double latency_us)
{
    double count = want->count > 0 ? want->count : truth->count;
    double rate_cpm = want->rate_cpm > 0 ? want->rate_cpm : truth->rate_cpm;
    printf("# %-10s %2.0f ms: %u of %.0f pushes, %.1f of %.1f /min, %.1f of %.1f mm, "
           "pause %.1f s, lost %u, trust %x, %.1f points\n",
           want->name, latency_us / 1000, result->count, count, result->mean_rate_cpm,
           rate_cpm, result->mean_depth_mm, truth->depth_mm, result->longest_pause_s,
           result->lost_samples, result->trust, result->score);
    if (getenv("LOOK"))
        return;
    assert_int_equal(result->count, (int)count);
    assert_true(fabs(result->mean_rate_cpm / rate_cpm - 1) < 0.01);
    assert_true(fabs(result->longest_pause_s - break_s) < 0.3);
    assert_int_equal(result->trust == 0, want->is_scored);
    assert_true(!want->is_scored || fabs(result->mean_depth_mm - truth->depth_mm) < 2);
}

static void every_capture_is_counted_on_the_cable(void **state)
{
    (void)state;
    static struct player player;
    static const double latencies_us[] = {1000, 16000};
    struct rng rng = rng_begin();
    struct folder folder = folder_make();
    for (size_t i = 0; i < 2 * WANTED; i++) {
        const struct wanted *want = &wanted[i / 2];
        player_begin(&player, &rng, sketch_of(want->name), latencies_us[i % 2]);
        remember(want, &player.truth, folder.path);
        struct cpr_result result = play(&player, &rng, folder.path, player.sketch->baud);
        check(want, &player.truth, &result, latencies_us[i % 2]);
        player_end(&player);
        folder_empty(&folder);
    }
    folder_remove(&folder);
}

/* ---- a UART that is always full: the more digits, the longer a line takes ---- */

enum { PUSHES = 20, ROUNDS = 12 };

static const double still_s = 5;

struct drawn {
    int baud;
    double real_baud, rest, full, cpm;
};

/* 5 s of rest, 20 pushes, a break, 20 pushes, 3 s of rest. */
static double chest_mm(const struct drawn *drawn, double t_s)
{
    double bout_s = PUSHES * 60 / drawn->cpm;
    double at_s = t_s - still_s;
    at_s -= at_s > bout_s ? fmin(break_s, at_s - bout_s) : 0;
    double push = fmin(fmax(at_s * drawn->cpm / 60, 0), 2 * PUSHES);
    return 55 * (1 - cos(2 * 3.14159265358979323846 * push)) / 2;
}

static struct drawn draw(struct rng *rng)
{
    static const int bauds[] = {9600, 9600, 57600, 115200};
    struct drawn drawn = {.baud = bauds[rng_int(rng, 0, 3)]};
    drawn.real_baud = drawn.baud * rng_between(rng, 0.98, 1.02);
    drawn.rest = rng_between(rng, 0, 12);
    drawn.full = rng_between(rng, 600, 1023);
    if (rng_int(rng, 0, 1)) {
        double rest = drawn.rest;
        drawn.rest = drawn.full;
        drawn.full = rest;
    }
    drawn.cpm = rng_between(rng, 90, 130);
    return drawn;
}

static void print(const struct drawn *drawn, struct rng *rng, struct player *player)
{
    struct str text = {0};
    double end_s = still_s + 2 * PUSHES * 60 / drawn->cpm + break_s + 3;
    double t_s = 0;
    while (t_s < end_s) {
        size_t from = text.length;
        double share = chest_mm(drawn, t_s) / 60;
        double reading = drawn->rest + (drawn->full - drawn->rest) * share;
        str_add(&text, "%.0f\r\n", fmax(0, reading + rng_between(rng, -1, 1)));
        t_s += (double)(text.length - from) * 10 / drawn->real_baud;
    }
    *player = (struct player){.text = text.text, .length = text.length};
    player->truth = (struct player_truth){.byte_us = 1e7 / drawn->real_baud,
                                          .rest = drawn->rest,
                                          .full = drawn->full,
                                          .full_mm = 60,
                                          .depth_mm = 55,
                                          .count = 2 * PUSHES,
                                          .rate_cpm = drawn->cpm};
}

static void a_full_uart_is_followed(void **state)
{
    (void)state;
    static struct player player;
    struct rng rng = rng_begin();
    struct folder folder = folder_make();
    for (int i = 0; i < ROUNDS; i++) {
        double latency_us = i % 2 ? 16000 : 1000;
        struct drawn drawn = draw(&rng);
        char name[32];
        str_format(name, sizeof name, "%.0f-%.0f", drawn.rest, drawn.full);
        struct wanted want = {name, "1", SHAPE_BARE, 0, 0, true};
        print(&drawn, &rng, &player);
        player_begin_full(&player, &rng, latency_us);
        remember(&want, &player.truth, folder.path);
        struct cpr_result result = play(&player, &rng, folder.path, drawn.baud);
        check(&want, &player.truth, &result, latency_us);
        player_end(&player);
        folder_empty(&folder);
    }
    folder_remove(&folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_capture_is_counted_on_the_cable),
        cmocka_unit_test(a_full_uart_is_followed),
    };
    return cmocka_run_group_tests_name("link, captures with a truth", tests, NULL, NULL);
}
