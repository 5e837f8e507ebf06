/* SPDX-License-Identifier: MIT */
/* manikin-sim --truth: any AVR image under a chest whose truth is written beside it. */
#include <fcntl.h>
#include <math.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "support/child.h"
#include "support/tap.h"

enum { FILE_MAX = 1 << 22, TEXT_MAX = 4096 };

static const char *simulator, *analyzer, *print_a2, *our_image;
static char folder[] = "/tmp/test-truth-XXXXXX";

static const char *in_folder(char *path, const char *name)
{
    snprintf(path, TEXT_MAX, "%s/%s", folder, name);
    return path;
}

static char *read_whole(const char *name, size_t *length)
{
    char path[TEXT_MAX];
    char *text = file_read(in_folder(path, name), FILE_MAX, length);
    assert_non_null(text);
    return text;
}

/* The number behind "name": in flat JSON. */
static double figure(const char *json, const char *name)
{
    char key[64];
    snprintf(key, sizeof key, "\"%s\":", name);
    const char *at = strstr(json, key);
    assert_non_null(at);
    return strtod(at + strlen(key), NULL);
}

/* Number `i` of a list. */
static double item(const char *json, const char *name, int i)
{
    char key[64];
    snprintf(key, sizeof key, "\"%s\":[", name);
    const char *at = strstr(json, key);
    assert_non_null(at);
    at += strlen(key);
    for (; i > 0; i--) {
        at = strchr(at, ',') + 1;
    }
    return strtod(at, NULL);
}

/* Runs it to its end; returns the exit code, and what it said last on stderr. */
static int simulate(char said[static TEXT_MAX], const char *const *options)
{
    struct child child;
    const char *argv[24] = {simulator};
    for (size_t i = 0; options[i]; i++) {
        argv[i + 1] = options[i];
    }
    child_start(&child, argv);
    char line[TEXT_MAX];
    said[0] = '\0';
    while (fgets(line, sizeof line, child.err)) {
        memcpy(said, line, sizeof line);
    }
    return child_wait(&child);
}

#define SIMULATE(said, ...) simulate(said, (const char *const[]){__VA_ARGS__, NULL})

static void check_lines(const char *truth, const char *capture)
{
    int lines = 0;
    for (const char *at = capture; (at = strchr(at, '\n')) != NULL; at++) {
        lines++;
    }
    assert_true(fabs(figure(truth, "lines") - lines) <= 1);
    /* 10 ms, in which the line's end leaves, and 4 characters of 10 bits at 9615 baud. */
    assert_true(fabs(figure(truth, "baud_real") - 9615) < 1);
    assert_true(fabs(figure(truth, "median") - 14.3) < 0.2);
    assert_true(fabs(figure(truth, "lines_per_s") - 69.9) < 1);
}

static void a_third_party_image_gives_capture_and_truth(void **state)
{
    (void)state;
    char path[TEXT_MAX], said[TEXT_MAX];
    in_folder(path, "a2.truth.json");
    assert_int_equal(SIMULATE(said, "--elf", print_a2, "--adc", "2", "--truth", path,
                              "--learner",
                              "depth=52,rate=104,lean=6,jitter=0,seconds=10"),
                     0);
    size_t length = 0;
    char *truth = read_whole("a2.truth.json", &length);
    char *capture = read_whole("a2.raw", &length);
    int count = (int)figure(truth, "count");
    assert_in_range(count, 17, 18);
    assert_true(fabs(figure(truth, "rate_mean_per_min") - 104) < 0.1);
    assert_true(fabs(figure(truth, "depth_mean_mm") - 52) < 0.1);
    assert_true(fabs(figure(truth, "first_push_s") - 5) < 0.02);
    assert_int_equal((int)figure(truth, "leaning_releases"), count);
    assert_int_equal((int)figure(truth, "breaks"), 0);
    for (int i = 0; i < count; i++) {
        assert_true(fabs(item(truth, "push_start_s", i) - 5 - i * 60 / 104.0) < 0.02);
        assert_true(fabs(item(truth, "depth_mm", i) - 52) < 0.15);
        assert_true(fabs(item(truth, "release_mm", i) - 6) < 0.15);
    }
    check_lines(truth, capture);
    /* The converter's own figures: 0.5 V at rest, 3.5 V at 60 mm. */
    assert_int_equal((int)figure(truth, "rest_reading"), 102);
    assert_int_equal((int)figure(truth, "full_reading"), 716);
    assert_non_null(strstr(truth, "\"source\":\"print_a2.elf\""));
    assert_in_range(atoi(capture), 100, 104);
    free(truth);
    free(capture);
}

/* The capture read by the analyser says what the truth says. */
static void check_analysed(const char *capture, const char *truth_name,
                           const char *const *options)
{
    char path[TEXT_MAX];
    const char *argv[16] = {analyzer, "--raw", in_folder(path, capture)};
    for (size_t i = 0; options[i]; i++) {
        argv[i + 3] = options[i];
    }
    struct child child;
    child_start(&child, argv);
    char json[TEXT_MAX];
    size_t length = fread(json, 1, sizeof json - 1, child.from);
    json[length] = '\0';
    assert_int_equal(child_wait(&child), 0);
    char *truth = read_whole(truth_name, &length);
    assert_int_equal((int)figure(json, "count"), (int)figure(truth, "count"));
    double rate_cpm = figure(truth, "rate_mean_per_min");
    assert_true(fabs(figure(json, "mean_rate_cpm") - rate_cpm) < rate_cpm / 100);
    assert_true(fabs(figure(json, "mean_depth_mm") - figure(truth, "depth_mean_mm")) < 2);
    free(truth);
}

static void the_truth_is_what_the_analyser_finds(void **state)
{
    (void)state;
    char path[TEXT_MAX], capture[TEXT_MAX], said[TEXT_MAX], hz[32];
    in_folder(path, "plain.json");
    in_folder(capture, "elsewhere.bytes");
    assert_int_equal(SIMULATE(said, "--elf", print_a2, "--adc", "2", "--truth", path,
                              "--capture", capture, "--learner", "seconds=14,pauses=1"),
                     0);
    size_t length = 0;
    char *truth = read_whole("plain.json", &length);
    assert_int_equal((int)figure(truth, "breaks"), 1);
    snprintf(hz, sizeof hz, "%g", figure(truth, "lines_per_s"));
    check_analysed("elsewhere.bytes", "plain.json",
                   (const char *const[]){"--hz", hz, "--rest", "102", "--full", "716",
                                         "--full-mm", "60", NULL});
    free(truth);

    in_folder(path, "ours.truth.json");
    assert_int_equal(SIMULATE(said, "--elf", our_image, "--adc", "0", "--truth", path),
                     0);
    check_analysed("ours.raw", "ours.truth.json", (const char *const[]){NULL});
}

static void a_reader_of_the_port_hears_it_as_well(void **state)
{
    (void)state;
    char path[TEXT_MAX], port[TEXT_MAX];
    in_folder(path, "heard.json");
    const char *argv[] = {simulator, "--elf", print_a2,    "--adc",     "2", "--fast",
                          "--truth", path,    "--learner", "seconds=5", NULL};
    struct child child;
    child_start(&child, argv);
    child_line(&child, port, sizeof port);
    int fd = open(port, O_RDONLY | O_NOCTTY | O_CLOEXEC);
    assert_true(fd >= 0);
    char *heard = calloc(1, FILE_MAX);
    assert_non_null(heard);
    size_t count = 0;
    ssize_t got = 0;
    while ((got = read(fd, heard + count, FILE_MAX - count)) > 0) {
        count += (size_t)got;
    }
    close(fd);
    assert_int_equal(child_wait(&child), 0);
    size_t length = 0;
    char *capture = read_whole("heard.raw", &length);
    assert_int_equal(count, length);
    assert_memory_equal(heard, capture, length);
    free(capture);
    free(heard);
}

static void an_image_that_does_not_do_its_part_is_named(void **state)
{
    (void)state;
    char path[TEXT_MAX], said[TEXT_MAX];
    in_folder(path, "wrong.json");
    assert_int_equal(SIMULATE(said, "--elf", print_a2, "--adc", "5", "--truth", path,
                              "--learner", "seconds=1"),
                     1);
    assert_non_null(strstr(said, "--adc 2"));
    assert_int_equal(SIMULATE(said, "--elf", print_a2, "--adc", "2", "--truth",
                              "/nowhere/at/all.json", "--learner", "seconds=1"),
                     1);
    assert_non_null(strstr(said, "/nowhere/at/all"));
    assert_int_equal(SIMULATE(said, "--adc", "8"), 2);
    assert_non_null(strstr(said, "--adc 8"));
    assert_int_equal(SIMULATE(said, "--capture", "x"), 2);
    assert_non_null(strstr(said, "--truth"));
}

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : 1;
}

static int remove_folder(void **state)
{
    (void)state;
    static const char *const names[] = {
        "a2.truth.json", "a2.raw",     "plain.json", "elsewhere.bytes", "ours.truth.json",
        "ours.raw",      "heard.json", "heard.raw",  "wrong.json",      "wrong.raw"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char path[TEXT_MAX];
        unlink(in_folder(path, names[i]));
    }
    return rmdir(folder);
}

int main(int argc, char **argv)
{
    assert_int_equal(argc, 5);
    simulator = argv[1];
    analyzer = argv[2];
    print_a2 = argv[3];
    our_image = argv[4];
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_third_party_image_gives_capture_and_truth),
        cmocka_unit_test(the_truth_is_what_the_analyser_finds),
        cmocka_unit_test(a_reader_of_the_port_hears_it_as_well),
        cmocka_unit_test(an_image_that_does_not_do_its_part_is_named),
    };
    return cmocka_run_group_tests_name("sim_truth", tests, make_folder, remove_folder);
}
