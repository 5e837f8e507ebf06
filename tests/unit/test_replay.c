/* SPDX-License-Identifier: MIT */
/* A recording in a manikin's place: the same samples and faults, at their time. */
#include <math.h>
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "link/link.h"
#include "link/recording.h"
#include "support/folder.h"
#include "support/tap.h"

enum { SAMPLES = 900, FAULTS_MAX = 2 * SAMPLES };

static struct folder folder;
static char target[160]; /* replay:PATH */
static struct clock moved;
static struct cpr_sample truth[SAMPLES];
static struct fault faults[FAULTS_MAX];
static size_t fault_count;

static int make_folder(void **state)
{
    (void)state;
    folder = folder_make();
    str_format(target, sizeof target, "replay:%s", folder_file(&folder, "run.csv"));
    clock_init_moved(&moved, 0);
    clock_move(&moved, 5000000);
    return 0;
}

static int remove_folder(void **state)
{
    (void)state;
    folder_remove(&folder);
    return 0;
}

static const char *path(void)
{
    return strchr(target, ':') + 1;
}

static void write_text(const char *text)
{
    assert_true(file_write(path(), text, strlen(text)));
}

static struct link *open_link(void)
{
    struct link *link = link_create(target, &moved);
    if (!link) {
        fail_msg("%s", err_text());
    }
    return link;
}

static enum link_state state_of(const struct link *link)
{
    struct link_status status;
    link_status(link, &status);
    return status.state;
}

static bool same(double a, double b)
{
    return (isnan(a) && isnan(b)) || a == b;
}

static void is_same_sample(const struct cpr_sample *got, const struct cpr_sample *wanted)
{
    assert_int_equal(got->t_us, wanted->t_us);
    assert_true(same(got->depth_mm, wanted->depth_mm));
    assert_true(same(got->force_n, wanted->force_n));
    assert_true(same(got->volume_ml, wanted->volume_ml));
    assert_int_equal(got->hands, wanted->hands);
    assert_int_equal(got->lost, wanted->lost);
}

static void random_faults(struct rng *rng, struct recording_writer *writer, int64_t t_us)
{
    int last = -1;
    for (int count = rng_int(rng, 0, 40) - 37; count > 0; count--) {
        struct fault fault = {.t_us = t_us};
        int kind = rng_int(rng, 0, FAULT_KIND_COUNT - 1);
        if (kind == last || kind == FAULT_SILENT) { /* counted together; the end */
            continue;
        }
        last = kind;
        char text[FAULT_TEXT_MAX];
        fault.kind = (enum fault_kind)kind;
        fault.number = (uint32_t)rng_int(rng, 1, 9);
        str_copy(fault.word, sizeof fault.word, "Out of range");
        fault_write(&fault, text, sizeof text);
        assert_true(fault_read(&faults[fault_count++], text));
        recording_add_fault(writer, &fault);
    }
}

/* Depths of any number of digits, gaps of seconds, faults of every kind. */
static void write_drawn(struct rng *rng)
{
    const struct recording_info info = {
        .manikin = {.model = "uno-pot", .serial = "A-0042", .firmware = "0.1.0"}};
    struct recording_writer *writer = recording_create(path(), &info);
    assert_non_null(writer);
    int64_t t_us = rng_int(rng, 0, 1 << 30);
    fault_count = 0;
    for (int i = 0; i < SAMPLES; i++) {
        uint32_t lost = rng_int(rng, 0, 19) ? 0 : (uint32_t)rng_int(rng, 1, 5);
        t_us += (int64_t)(1 + lost) * rng_int(rng, 9000, 11000);
        t_us += rng_int(rng, 0, 299) ? 0 : rng_int(rng, 0, 12000000);
        truth[i] = (struct cpr_sample){.t_us = t_us,
                                       .depth_mm = rng_between(rng, -2, 70),
                                       .force_n = (double)NAN,
                                       .volume_ml = rng_between(rng, 0, 900),
                                       .hands = (enum cpr_hands)rng_int(rng, -1, 4),
                                       .lost = i > 0 ? lost : 0};
        recording_add(writer, &truth[i]);
        random_faults(rng, writer, t_us);
    }
    assert_true(recording_finish(writer));
}

/* Takes what is due; checks it against what was written. */
static void hear(struct link *link, int *samples, size_t *heard_faults, size_t max)
{
    struct cpr_sample got[LINK_SAMPLES_MAX];
    struct fault fault;
    size_t came = link_poll(link, got, max);
    for (size_t i = 0; i < came && *samples < SAMPLES; i++, (*samples)++) {
        is_same_sample(&got[i], &truth[*samples]);
    }
    while (*heard_faults < fault_count && link_next_fault(link, &fault)) {
        assert_memory_equal(&fault, &faults[*heard_faults], sizeof fault);
        (*heard_faults)++;
    }
}

static void it_is_heard_bit_for_bit(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 8; round++) {
        write_drawn(&rng);
        struct link *link = open_link();
        int64_t start_us = clock_now_us(&moved);
        int64_t length_us = truth[SAMPLES - 1].t_us - truth[0].t_us;
        int count = 0;
        size_t heard = 0;
        while (count < SAMPLES) {
            clock_move(&moved, rng_int(&rng, 0, 100000));
            hear(link, &count, &heard, (size_t)rng_int(&rng, 1, LINK_SAMPLES_MAX));
        }
        assert_true(clock_now_us(&moved) - start_us >= length_us);
        assert_int_equal(heard, fault_count);
        struct link_status status;
        link_status(link, &status);
        assert_true(status.simulated);
        assert_string_equal(status.model, "uno-pot");
        assert_string_equal(status.serial, "A-0042");
        assert_string_equal(status.firmware, "0.1.0");
        assert_string_equal(status.port, path());
        assert_false(link_zero(link));
        assert_non_null(strstr(err_text(), "a recording takes no commands"));
        link_destroy(link);
    }
}

/* However slow the kiosk is, a file does not run away. */
static void nothing_is_lost_by_fetching_late(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    write_drawn(&rng);
    struct link *link = open_link();
    clock_move(&moved, 600000000);
    int count = 0;
    size_t heard = fault_count; /* of them only so many are kept */
    while (count < SAMPLES) {
        hear(link, &count, &heard, 7);
    }
    link_destroy(link);
}

static void samples_come_when_their_stamps_say_so(void **state)
{
    (void)state;
    struct cpr_sample got[4];
    write_text("t_ms,depth_mm\n1000,52.3\n1010,-0.04\n1030,52.3\n");
    struct link *link = open_link();
    assert_int_equal(link_poll(link, got, 4), 1);
    assert_int_equal(got[0].t_us, 1000000);
    clock_move(&moved, 9999);
    assert_int_equal(link_poll(link, got, 4), 0);
    clock_move(&moved, 1);
    assert_int_equal(link_poll(link, got, 4), 1);
    assert_true(got[0].depth_mm == -0.04);
    struct link_status status;
    link_status(link, &status);
    assert_string_equal(status.model, "");
    assert_true(status.simulated);
    link_destroy(link);
}

static void it_plays_round_after_round(void **state)
{
    (void)state;
    write_text("t_s,depth_mm\n0,1\n0.02,2\n0.04,3\n");
    struct link *link = open_link();
    for (int i = 0; i < 200; i++) {
        struct cpr_sample got[4];
        assert_int_equal(link_poll(link, got, 4), 1);
        assert_int_equal(got[0].t_us, i * 20000);
        assert_true(got[0].depth_mm == 1 + i % 3);
        assert_int_equal(got[0].lost, 0);
        clock_move(&moved, 20000);
    }
    link_destroy(link);
}

static void it_rests_and_begins_again_from_its_start(void **state)
{
    (void)state;
    struct cpr_sample got[8];
    write_text("t_s,depth_mm\n7,1\n7.02,2\n7.04,3\n");
    struct link *link = open_link();
    link_play(link, false);
    for (int i = 0; i < 300; i++) { /* it is there, at rest: no searching, no staleness */
        assert_int_equal(link_poll(link, got, 8), 0);
        assert_int_equal(state_of(link), LINK_READY);
        clock_move(&moved, 20000);
    }
    link_play(link, true);
    assert_int_equal(link_poll(link, got, 8), 1);
    assert_int_equal(got[0].t_us, 7000000);
    clock_move(&moved, 30000);
    assert_int_equal(link_poll(link, got, 8), 1);
    link_play(link, false);
    clock_move(&moved, 3000000);
    assert_int_equal(link_poll(link, got, 8), 0);
    link_play(link, true);
    assert_int_equal(link_poll(link, got, 8), 1);
    assert_true(got[0].depth_mm == 1);
    assert_int_equal(got[0].t_us, 7020000 + 3000000); /* on from there, never back */
    link_destroy(link);
}

static void a_gap_is_a_gap_and_a_pulled_plug_is_seen(void **state)
{
    (void)state;
    struct cpr_sample got[8];
    struct fault fault;
    write_text("t_s,depth_mm\n0,1\n9,2\n# fault: 9 unplugged\n# fault: 9 plugged\n"
               "20,3\n# fault: 20 broken_line 4\n# fault: 20 sensor_fault 5 6\n"
               "20.01,4\n");
    struct link *link = open_link();
    assert_int_equal(link_poll(link, got, 8), 1);
    clock_move(&moved, 8000000);
    assert_int_equal(link_poll(link, got, 8), 0);
    assert_int_equal(state_of(link), LINK_STALE);
    clock_move(&moved, 1000000);
    assert_int_equal(link_poll(link, got, 8), 1);
    assert_int_equal(state_of(link), LINK_SEARCHING);
    clock_move(&moved, 1000000);
    assert_int_equal(link_poll(link, got, 8), 0);
    assert_int_equal(state_of(link), LINK_SEARCHING);
    assert_true(link_next_fault(link, &fault));
    assert_int_equal(fault.kind, FAULT_UNPLUGGED);
    assert_true(link_next_fault(link, &fault));
    assert_int_equal(fault.kind, FAULT_PLUGGED);
    clock_move(&moved, 10010000);
    assert_int_equal(link_poll(link, got, 8), 2);
    assert_int_equal(got[1].t_us, 20010000);
    struct link_status status;
    link_status(link, &status);
    assert_int_equal(status.state, LINK_READY);
    assert_int_equal(status.lines_good, 4);
    assert_int_equal(status.lines_bad, 4);
    assert_int_equal(status.faults, 1);
    link_destroy(link);
}

static void after_silence_it_stays_silent_until_it_is_played(void **state)
{
    (void)state;
    struct cpr_sample got[8];
    struct fault fault;
    write_text("t_s,depth_mm\n0,1\n1,2\n# fault: 1 unplugged\n# fault: 1 silent\n");
    struct link *link = open_link();
    for (int round = 0; round < 2; round++) {
        clock_move(&moved, 1000000);
        assert_int_equal(link_poll(link, got, 8), 2);
        assert_true(link_next_fault(link, &fault));
        assert_int_equal(fault.kind, FAULT_UNPLUGGED);
        for (int i = 0; i < 60; i++) {
            clock_move(&moved, 1000000);
            assert_int_equal(link_poll(link, got, 8), 0);
        }
        assert_int_equal(state_of(link), LINK_SEARCHING);
        assert_false(link_next_fault(link, &fault));
        link_play(link, true);
    }
    link_destroy(link);
}

static void what_cannot_be_played_is_told(void **state)
{
    (void)state;

    static const struct {
        const char *text;
        const char *cause;
    } cases[] = {
        {"t_ms,depth_mm\n0,1\n10,2\n20,\n", ":4: depth_mm is empty"},
        {"t_ms,depth_mm\n", "holds no two samples"},
        {"t_ms,depth_mm\n# fault: 0 unplugged\n0,1\n", "holds no two samples"},
        {"t_ms,depth_mm\n0,1\n0,2\n", "holds no two samples"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        write_text(cases[i].text);
        assert_null(link_create(target, &moved));
        assert_true(str_starts(err_text(), path()));
        assert_non_null(strstr(err_text(), cases[i].cause));
    }
    assert_null(link_create("replay:/nowhere/run.csv", &moved));
    assert_true(str_starts(err_text(), "/nowhere/run.csv: cannot be opened"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_is_heard_bit_for_bit),
        cmocka_unit_test(nothing_is_lost_by_fetching_late),
        cmocka_unit_test(samples_come_when_their_stamps_say_so),
        cmocka_unit_test(it_plays_round_after_round),
        cmocka_unit_test(it_rests_and_begins_again_from_its_start),
        cmocka_unit_test(a_gap_is_a_gap_and_a_pulled_plug_is_seen),
        cmocka_unit_test(after_silence_it_stays_silent_until_it_is_played),
        cmocka_unit_test(what_cannot_be_played_is_told),
    };
    return cmocka_run_group_tests_name("replay", tests, make_folder, remove_folder);
}
