/* SPDX-License-Identifier: MIT */
/*
 * cpr-analyze --raw on a capture of every manikin known: shape and column are found, and
 * each push is as deep and as fast as it was.
 */
#include <math.h>
#include <string.h>
#include <sys/wait.h>

#include "base/str.h"
#include "support/captures.h"
#include "support/tap.h"

enum { SAID_MAX = 32768 };

static const char *program;

struct push {
    double depth_mm, rate_cpm;
};

static int run(const struct capture *capture, char *said)
{
    char command[512];
    str_format(command, sizeof command,
               "'%s' --raw tests/traces/raw/%s.raw %s --events 2>&1", program,
               capture->name, capture->given);
    FILE *pipe = popen(command, "r"); /* NOLINT(cert-env33-c): as a person calls it */
    assert_non_null(pipe);
    said[fread(said, 1, SAID_MAX - 1, pipe)] = '\0';
    int status = pclose(pipe);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static int read_pushes(const char *said, struct push *pushes)
{
    int count = 0;
    for (const char *at = strstr(said, "\"events\":["); at; at = strstr(at, "{\"t_s\"")) {
        const char *depth = strstr(at, "\"depth_mm\":");
        const char *rate = strstr(at, "\"rate_cpm\":");
        if (!depth || !rate || count == PUSH_END + 1) {
            break;
        }
        pushes[count].depth_mm = strtod(depth + strlen("\"depth_mm\":"), NULL);
        pushes[count].rate_cpm = strtod(rate + strlen("\"rate_cpm\":"), NULL);
        count++;
        at = rate;
    }
    return count;
}

/* The mean of the intervals within a bout; "null" beside a pause was read as 0. */
static double mean_interval_s(const struct push *pushes, int begin, int end)
{
    double sum = 0;
    int count = 0;
    for (int i = begin; i < end; i++) {
        if (pushes[i].rate_cpm > 0) {
            sum += 60 / pushes[i].rate_cpm;
            count++;
        }
    }
    return count > 0 ? sum / count : 0;
}

static void check_rate(const struct capture *capture, const struct push *pushes,
                       int begin, int end)
{
    double truth_s = 60 / push_cpm(begin);
    double got_s = mean_interval_s(pushes - capture->begin, begin, end);
    if (fabs(got_s - truth_s) > 0.01) {
        fail_msg("%s: an interval of %.3f s, not %.3f s", capture->name, got_s, truth_s);
    }
}

static void check_pushes(const struct capture *capture, const char *said)
{
    struct push pushes[PUSH_END + 1];
    double worst_mm = 0;
    double sum_mm = 0;
    int count = read_pushes(said, pushes);
    assert_int_equal(count, capture->end - capture->begin);
    for (int i = 0; i < count; i++) {
        double off_mm = pushes[i].depth_mm - push_mm(capture->begin + i);
        worst_mm = fmax(worst_mm, fabs(off_mm));
        sum_mm += off_mm;
    }
    printf("# %-15s %-9s %-14s %2d pushes, off by %+.1f mm, %.1f at most\n",
           capture->name, capture->lines, capture->column, count, sum_mm / count,
           worst_mm);
    if (worst_mm > capture->within_mm) {
        fail_msg("%s: a push is off by %.1f mm", capture->name, worst_mm);
    }
    check_rate(capture, pushes, PUSH_FIRST, capture->end < 31 ? capture->end : 31);
    if (capture->end > PUSH_SECOND) {
        check_rate(capture, pushes, PUSH_SECOND, PUSH_END);
    }
}

static void check_capture(const struct capture *capture)
{
    static char said[SAID_MAX];
    char found[128];
    int status = run(capture, said);
    if (capture->refused) {
        assert_int_equal(status, 1);
        assert_non_null(strstr(said, capture->refused));
        printf("# %-15s %s", capture->name, strstr(said, ".raw: ") + strlen(".raw: "));
        return;
    }
    str_format(found, sizeof found, ".raw: %s lines; depth is column %s, which reads",
               capture->lines, capture->column);
    if (status != 0 || !strstr(said, found)) {
        fail_msg("%s: exit %d, not \"%s\": %.400s", capture->name, status, found, said);
    }
    check_pushes(capture, said);
}

static void every_capture_is_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < CAPTURES; i++) {
        check_capture(&captures[i]);
    }
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_capture_is_read),
    };
    if (argc != 2) {
        fprintf(stderr, "usage: test_cpr_shapes CPR-ANALYZE\n");
        return 2;
    }
    program = argv[1];
    return cmocka_run_group_tests_name("cpr-analyze --raw, every shape", tests, NULL,
                                       NULL);
}
