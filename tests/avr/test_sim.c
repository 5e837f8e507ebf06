/* SPDX-License-Identifier: MIT */
/* The program manikin-sim from outside: its port, its control lines, its faults. */
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

#include "support/child.h"
#include "support/tap.h"
#include "wire/wire.h"

enum { SAMPLES_MAX = 8192, BYTES_MAX = 1 << 19 };

static const char *program;

struct bench {
    struct child child;
    char path[128]; /* of the port */
    char answer[256];
    int fd;
    char bytes[BYTES_MAX]; /* all that was read */
    size_t byte_count;
    struct wire_sample samples[SAMPLES_MAX];
    size_t sample_count;
    int good, broken;
    struct wire_message last[WIRE_COMMAND + 1];
};

static void open_port(struct bench *bench)
{
    bench->fd = open(bench->path, O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    assert_true(bench->fd >= 0);
}

static struct bench *start(const char *const *options)
{
    struct bench *bench = calloc(1, sizeof *bench);
    assert_non_null(bench);
    const char *argv[16] = {program};
    for (size_t i = 0; options[i]; i++) {
        argv[i + 1] = options[i];
    }
    child_start(&bench->child, argv);
    child_line(&bench->child, bench->path, sizeof bench->path);
    assert_int_equal(strncmp(bench->path, "/dev/pts/", 9), 0);
    open_port(bench);
    return bench;
}

#define START(...) start((const char *const[]){__VA_ARGS__, NULL})
#define STEPPED    "--control", "--stepped"

static void finish(struct bench *bench)
{
    close(bench->fd);
    assert_int_equal(child_wait(&bench->child), 0);
    free(bench);
}

static const char *ask(struct bench *bench, const char *command)
{
    return child_ask(&bench->child, command, bench->answer, sizeof bench->answer);
}

static void ask_ok(struct bench *bench, const char *command)
{
    assert_string_equal(ask(bench, command), "ok");
}

/* Takes what is there; false once the port has hung up. */
static bool read_port(struct bench *bench)
{
    for (;;) {
        size_t space = BYTES_MAX - bench->byte_count;
        assert_true(space > 0);
        ssize_t count = read(bench->fd, bench->bytes + bench->byte_count, space);
        if (count < 0 && errno == EAGAIN) {
            return true;
        }
        if (count <= 0) {
            return false;
        }
        bench->byte_count += (size_t)count;
    }
}

static void run(struct bench *bench, double seconds)
{
    for (int i = 0; i < (int)lround(seconds * 10); i++) {
        ask_ok(bench, "step 100000");
        read_port(bench);
    }
}

/* Reads the bytes so far, from the start. */
static void decode(struct bench *bench)
{
    char buffer[WIRE_LINE_MAX + 1];
    struct wire_line line;
    wire_line_init(&line, buffer, sizeof buffer);
    bench->sample_count = 0;
    bench->good = bench->broken = 0;
    for (size_t i = 0; i < bench->byte_count; i++) {
        struct wire_message message;
        if (!wire_line_feed(&line, bench->bytes[i])) {
            continue;
        }
        enum wire_kind kind = wire_parse(buffer, line.length, &message);
        bench->last[kind] = message;
        *(kind > WIRE_BROKEN ? &bench->good : &bench->broken) += 1;
        if (kind == WIRE_SAMPLE) {
            assert_true(bench->sample_count < SAMPLES_MAX);
            bench->samples[bench->sample_count++] = message.as.sample;
        }
    }
}

static void forget(struct bench *bench)
{
    bench->byte_count = 0;
}

struct pushes {
    int count;
    double depth_mm, rate_cpm; /* means */
};

/* A plain count of its own: the highest sample of each stay above half of `depth_mm`. */
static struct pushes count_pushes(const struct bench *bench, double depth_mm)
{
    struct pushes pushes = {0};
    double peak_mm = 0;
    double peak_s = 0;
    double first_s = 0;
    double last_s = 0;
    for (size_t i = 0; i < bench->sample_count; i++) {
        double mm = bench->samples[i].depth_tenth_mm / 10.0;
        if (mm > peak_mm && mm > depth_mm / 2) {
            peak_mm = mm;
            peak_s = bench->samples[i].t_us * 1e-6;
        } else if (mm < depth_mm / 2 && peak_mm > 0) {
            pushes.depth_mm += peak_mm;
            first_s = pushes.count++ == 0 ? peak_s : first_s;
            last_s = peak_s;
            peak_mm = 0;
        }
    }
    pushes.depth_mm /= pushes.count;
    pushes.rate_cpm = 60 * (pushes.count - 1) / (last_s - first_s);
    return pushes;
}

static int gaps(const struct bench *bench)
{
    int lost = 0;
    for (size_t i = 1; i < bench->sample_count; i++) {
        lost += (uint16_t)(bench->samples[i].seq - bench->samples[i - 1].seq - 1);
    }
    return lost;
}

static void the_learner_comes_out_of_the_cable_as_asked(void **state)
{
    (void)state;

    const struct {
        const char *command;
        double depth_mm, rate_cpm;
    } asked[] = {
        {"learner depth=55,rate=110,lean=0,jitter=0.03", 55, 110},
        {"learner depth=38,rate=95,lean=6,jitter=0.05", 38, 95},
        {"learner depth=66,rate=138,lean=12,jitter=0", 66, 138},
    };
    struct bench *bench = START(STEPPED);
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
        ask_ok(bench, asked[i].command);
        ask_ok(bench, "press 20");
        run(bench, 22);
        decode(bench);
        struct pushes pushes = count_pushes(bench, asked[i].depth_mm);
        printf("# asked %g mm %g/min, seen %d pushes of %.2f mm at %.2f/min\n",
               asked[i].depth_mm, asked[i].rate_cpm, pushes.count, pushes.depth_mm,
               pushes.rate_cpm);
        assert_true(fabs(pushes.depth_mm - asked[i].depth_mm) < 0.5);
        assert_true(fabs(pushes.rate_cpm - asked[i].rate_cpm) < 1.0);
        assert_true(fabs(pushes.count - asked[i].rate_cpm / 3) <= 1.5);
        assert_int_equal(gaps(bench), 0);
        assert_int_equal(bench->broken, 0);
        forget(bench);
    }
    assert_string_equal(bench->last[WIRE_IDENTITY].as.identity.serial, "SIM-0001");
    assert_string_not_equal(bench->last[WIRE_IDENTITY].as.identity.calibration, "");
    finish(bench);
}

/* Others push than the learner, who comes back as before. */
static void pushes_come_out_as_many_and_as_deep_as_told(void **state)
{
    (void)state;

    const struct {
        const char *command;
        double depth_mm, rate_cpm;
        int count;
    } told[] = {
        {"push 20 7 110", 20, 110, 7},
        {"push 55.5 12 95", 55.5, 95, 12},
        {"push 40 3 140", 40, 140, 3},
    };
    struct bench *bench = START(STEPPED, "--learner", "depth=60,rate=120,lean=10");
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        ask_ok(bench, told[i].command);
        run(bench, 10);
        decode(bench);
        struct pushes pushes = count_pushes(bench, told[i].depth_mm);
        printf("# told %s, seen %d pushes of %.2f mm at %.2f/min\n", told[i].command,
               pushes.count, pushes.depth_mm, pushes.rate_cpm);
        assert_int_equal(pushes.count, told[i].count);
        assert_true(fabs(pushes.depth_mm - told[i].depth_mm) < 0.5);
        assert_true(fabs(pushes.rate_cpm - told[i].rate_cpm) < 1.5);
        forget(bench);
    }
    ask_ok(bench, "press 10");
    run(bench, 12);
    decode(bench);
    assert_true(fabs(count_pushes(bench, 60).depth_mm - 60) < 0.7);
    finish(bench);
}

static void the_same_steps_give_the_same_bytes(void **state)
{
    (void)state;
    struct bench *first = START(STEPPED, "--flip", "0.001");
    struct bench *second = START(STEPPED, "--flip", "0.001");
    struct bench *both[] = {first, second};
    for (size_t i = 0; i < 2; i++) {
        run(both[i], 1);
        ask_ok(both[i], "press 5");
        run(both[i], 7);
    }
    assert_true(first->byte_count > 20000);
    assert_int_equal(first->byte_count, second->byte_count);
    assert_memory_equal(first->bytes, second->bytes, first->byte_count);
    finish(first);
    finish(second);
}

static void commands_from_the_host_are_obeyed(void **state)
{
    (void)state;
    struct bench *bench = START(STEPPED, "--blank");
    run(bench, 1);
    decode(bench);
    assert_string_equal(bench->last[WIRE_IDENTITY].as.identity.calibration, "");
    assert_string_equal(bench->last[WIRE_IDENTITY].as.identity.serial, "");
    assert_int_equal(write(bench->fd, "$Z*1A4F\r\n", 9), 9);
    run(bench, 0.5);
    decode(bench);
    assert_int_equal(bench->last[WIRE_ANSWER].as.answer.command, 'Z');
    assert_int_equal(bench->last[WIRE_ANSWER].as.answer.error, WIRE_OK);
    finish(bench);
}

static void dropped_lines_are_lost_whole(void **state)
{
    (void)state;
    struct bench *bench = START(STEPPED, "--drop", "0.1");
    run(bench, 30);
    decode(bench);
    int lost = gaps(bench);
    printf("# %zu samples came, %d lost\n", bench->sample_count, lost);
    assert_true(fabs(lost / 3000.0 - 0.1) < 0.03); /* five standard deviations */
    assert_int_equal(bench->broken, 0);
    finish(bench);
}

static void flipped_bits_break_lines_and_nothing_else(void **state)
{
    (void)state;
    struct bench *bench = START(STEPPED, "--flip", "0.002");
    run(bench, 30);
    decode(bench);
    double expected = 1 - pow(1 - 0.002, 29); /* a line has about that many bytes */
    double seen = 1 - (double)bench->sample_count / 3000;
    printf("# %d lines broken, %.3f of the samples lost\n", bench->broken, seen);
    assert_true(fabs(seen - expected) < 0.03);
    for (size_t i = 0; i < bench->sample_count; i++) {
        assert_true(abs(bench->samples[i].depth_tenth_mm) <=
                    4); /* at rest, all of them */
    }
    finish(bench);
}

static void a_stuck_sensor_repeats_itself(void **state)
{
    (void)state;
    struct bench *bench = START(STEPPED, "--stuck-at", "3");
    ask_ok(bench, "press");
    run(bench, 6);
    decode(bench);
    int different[2] = {0, 0}; /* before and after */
    for (size_t i = 1; i < bench->sample_count; i++) {
        const struct wire_sample *sample = &bench->samples[i];
        bool changed = sample->depth_tenth_mm != sample[-1].depth_tenth_mm;
        different[sample->t_us > 3010000] += changed;
    }
    assert_true(different[0] > 250);
    assert_int_equal(different[1], 0);
    finish(bench);
}

static void a_pulled_plug_hangs_up_and_comes_back(void **state)
{
    (void)state;
    char folder[] = "/tmp/test-sim-XXXXXX";
    assert_non_null(mkdtemp(folder));
    char link[64];
    char target[128] = "";
    snprintf(link, sizeof link, "%s/manikin", folder);
    struct bench *bench = START(STEPPED, "--link", link, "--unplug-at", "2");
    assert_true(readlink(link, target, sizeof target - 1) > 0);
    assert_string_equal(target, bench->path);
    run(bench, 1.9);
    assert_true(read_port(bench));
    run(bench, 1);
    assert_false(read_port(bench));
    assert_int_equal(access(link, F_OK), -1);
    decode(bench);
    assert_in_range(bench->sample_count, 185, 200);
    close(bench->fd);
    assert_int_equal(access(bench->path, F_OK), -1);

    assert_int_equal(strncmp(ask(bench, "plug"), "ok /dev/pts/", 12), 0);
    snprintf(bench->path, sizeof bench->path, "%s", bench->answer + 3);
    open_port(bench);
    forget(bench);
    run(bench, 1);
    decode(bench);
    assert_true(bench->sample_count > 90);
    assert_int_equal(bench->samples[0].seq, 0); /* the cable carries the power */
    assert_true(bench->samples[0].t_us < 20000);
    ask_ok(bench, "unplug");
    assert_false(read_port(bench));
    finish(bench);
    assert_int_equal(access(link, F_OK), -1);
    assert_int_equal(rmdir(folder), 0);
}

static void an_unread_port_stops_nothing(void **state)
{
    (void)state;
    struct bench *bench = START(STEPPED);
    ask_ok(bench, "step 30000000"); /* 100 kB; a pseudo-terminal holds a tenth */
    read_port(bench);
    decode(bench);
    assert_true(bench->sample_count < 1500);
    forget(bench);
    run(bench, 1);
    decode(bench);
    assert_true(bench->sample_count >= 99);
    assert_true(bench->samples[98].t_us > 30000000);
    finish(bench);
}

static void unread_bytes_are_not_kept_for_later(void **state)
{
    (void)state;
    struct bench *bench = START(STEPPED);
    close(bench->fd);
    ask_ok(bench, "step 5000000");
    open_port(bench);
    run(bench, 1);
    decode(bench);
    assert_true(bench->samples[0].t_us > 4900000);
    finish(bench);
}

static void a_fast_run_is_whole_and_ends_by_itself(void **state)
{
    (void)state;
    struct bench *bench = START("--fast", "--learner", "seconds=20,depth=52,rate=104");
    struct pollfd port = {.fd = bench->fd, .events = POLLIN};
    while (read_port(bench)) {
        assert_true(poll(&port, 1, 10000) > 0);
    }
    decode(bench);
    assert_in_range(bench->sample_count, 2300, 2600);
    assert_int_equal(gaps(bench), 0);
    struct pushes pushes = count_pushes(bench, 52);
    assert_in_range(pushes.count, 34, 36);
    finish(bench);
}

static void a_wave_comes_out_as_it_went_in(void **state)
{
    (void)state;
    char path[] = "/tmp/test-wave-XXXXXX";
    int fd = mkstemp(path);
    FILE *file = fdopen(fd, "w");
    assert_non_null(file);
    fputs("t_s,depth_mm\n", file);
    for (int i = 0; i <= 500; i++) {
        fprintf(file, "%.2f,%.2f\n", i * 0.02, 30 - 30 * cos(2 * M_PI * i * 0.02));
    }
    fclose(file);
    struct bench *bench = START("--fast", "--wave", path);
    struct pollfd port = {.fd = bench->fd, .events = POLLIN};
    while (read_port(bench)) {
        assert_true(poll(&port, 1, 10000) > 0);
    }
    decode(bench);
    assert_in_range(bench->sample_count, 1100, 1300);
    for (size_t i = 0; i < 990; i++) {
        double truth_mm = 30 - 30 * cos(2 * M_PI * bench->samples[i].t_us * 1e-6);
        assert_true(fabs(bench->samples[i].depth_tenth_mm / 10.0 - truth_mm) < 0.5);
    }
    finish(bench);
    unlink(path);
}

static void wrong_commands_are_named_and_survived(void **state)
{
    (void)state;

    const struct {
        const char *command;
        const char *named;
    } wrong[] = {
        {"bogus", "bogus"},        {"press never", "never"},  {"press 0", "0"},
        {"learner rate=9", "9"},   {"learner x", "x"},        {"step", "step"},
        {"step -1", "-1"},         {"", "unknown"},           {"push", "depth"},
        {"push 50 3", "50 3"},     {"push 50 0 110", "50 0"}, {"push 90 1 110", "90"},
        {"push 5 1 1 1", "1 1 1"},
    };
    struct bench *bench = START(STEPPED);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        assert_int_equal(strncmp(ask(bench, wrong[i].command), "error ", 6), 0);
        assert_non_null(strstr(bench->answer, wrong[i].named));
    }
    ask_ok(bench, "quit");
    finish(bench);
}

static void a_silent_parent_ends_it(void **state)
{
    (void)state;
    struct bench *bench = START("--control");
    assert_int_equal(strncmp(ask(bench, "step 10"), "error ", 6), 0);
    ask_ok(bench, "press");
    finish(bench); /* closes its stdin */
}

/* Exit 2 and one sentence that names what was wrong. */
static void check_refused(const char *named, const char *const *options)
{
    const char *argv[8] = {program};
    for (size_t i = 0; options[i]; i++) {
        argv[i + 1] = options[i];
    }
    struct child child;
    char line[256];
    child_start(&child, argv);
    assert_non_null(fgets(line, sizeof line, child.err));
    assert_non_null(strstr(line, named));
    assert_null(fgets(line, sizeof line, child.err));
    assert_string_equal(child_line(&child, line, sizeof line), "");
    assert_int_equal(child_wait(&child), 2);
}

#define REFUSED(named, ...) check_refused(named, (const char *const[]){__VA_ARGS__, NULL})

static void wrong_options_are_refused_in_one_sentence(void **state)
{
    (void)state;
    REFUSED("--bogus", "--bogus");
    REFUSED("--learner", "--learner");
    REFUSED("rate=fast", "--learner", "rate=fast");
    REFUSED("--drop", "--drop", "1.5");
    REFUSED("--flip", "--flip", "often");
    REFUSED("--unplug-at", "--unplug-at", "-3");
    REFUSED("--stepped", "--stepped");
    REFUSED("--fast", "--fast", "--stepped", "--control");
    REFUSED("extra", "extra");
}

static void what_cannot_be_read_is_named(void **state)
{
    (void)state;
    const char *const options[][3] = {
        {"--elf", "/nowhere/at/all.elf", NULL},  {"--elf", "/dev/null", NULL},
        {"--elf", "tests/avr/test_sim.c", NULL}, {"--wave", "/nowhere/at/all.csv", NULL},
        {"--link", "/nowhere/at/all", NULL},
    };
    for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
        struct child child;
        char line[256];
        const char *argv[] = {program, options[i][0], options[i][1], NULL};
        child_start(&child, argv);
        assert_non_null(fgets(line, sizeof line, child.err));
        assert_non_null(strstr(line, options[i][1]));
        assert_int_equal(child_wait(&child), 1);
    }
}

int main(int argc, char **argv)
{
    assert_int_equal(argc, 2);
    program = argv[1];
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_learner_comes_out_of_the_cable_as_asked),
        cmocka_unit_test(pushes_come_out_as_many_and_as_deep_as_told),
        cmocka_unit_test(the_same_steps_give_the_same_bytes),
        cmocka_unit_test(commands_from_the_host_are_obeyed),
        cmocka_unit_test(dropped_lines_are_lost_whole),
        cmocka_unit_test(flipped_bits_break_lines_and_nothing_else),
        cmocka_unit_test(a_stuck_sensor_repeats_itself),
        cmocka_unit_test(a_pulled_plug_hangs_up_and_comes_back),
        cmocka_unit_test(an_unread_port_stops_nothing),
        cmocka_unit_test(unread_bytes_are_not_kept_for_later),
        cmocka_unit_test(a_fast_run_is_whole_and_ends_by_itself),
        cmocka_unit_test(a_wave_comes_out_as_it_went_in),
        cmocka_unit_test(wrong_commands_are_named_and_survived),
        cmocka_unit_test(a_silent_parent_ends_it),
        cmocka_unit_test(wrong_options_are_refused_in_one_sentence),
        cmocka_unit_test(what_cannot_be_read_is_named),
    };
    return cmocka_run_group_tests_name("sim", tests, NULL, NULL);
}
