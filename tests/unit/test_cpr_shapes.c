/* SPDX-License-Identifier: MIT */
/*
 * cpr-analyze --raw on a capture of every manikin known, and on drawn ones over a bad
 * cable: shape and column are found, and each push is as deep and as fast as it was.
 */
#include <math.h>
#include <string.h>
#include <sys/wait.h>

#include "base/file.h"
#include "base/str.h"
#include "support/captures.h"
#include "support/drawn_manikin.h"
#include "support/folder.h"
#include "support/spoil.h"

enum { SAID_MAX = 32768 };

static const char *program;

struct push {
    double depth_mm, rate_cpm;
};

static int run(const char *path, const char *given, char *said)
{
    char command[512];
    str_format(command, sizeof command, "'%s' --raw %s %s --events 2>&1", program, path,
               given);
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
    char lines[32];
    char found[128];
    char path[64];
    str_format(path, sizeof path, "tests/traces/raw/%s.raw", capture->name);
    int status = run(path, capture->given, said);
    if (capture->refused) {
        assert_int_equal(status, 1);
        assert_non_null(strstr(said, capture->refused));
        printf("# %-15s %s", capture->name, strstr(said, ".raw: ") + strlen(".raw: "));
        return;
    }
    str_format(lines, sizeof lines, ".raw: %s lines", capture->lines);
    str_format(found, sizeof found, "; depth is column %s, which reads", capture->column);
    if (status != 0 || !strstr(said, lines) || !strstr(said, found)) {
        fail_msg("%s: exit %d, not \"%s%s\": %.400s", capture->name, status, lines, found,
                 said);
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

/* ---- drawn ones ---- */

enum { ROUNDS = 3, DRAWN_PUSHES = 20 };

static const double still_s = 3;

struct drawn {
    struct drawn_manikin manikin;
    struct spoil spoil;
    double rate_cpm, depth_mm, release_mm;
};

/* Rest, pushes that never let go, rest. */
static double chest_mm(const struct drawn *drawn, double t_s)
{
    double push = (t_s - still_s) * drawn->rate_cpm / 60;
    if (push < 0 || push > DRAWN_PUSHES) {
        return 0;
    }
    bool is_end = push < 0.5 || push > DRAWN_PUSHES - 0.5;
    double low_mm = is_end ? 0 : drawn->release_mm;
    return low_mm +
           (drawn->depth_mm - low_mm) * (1 - cos(2 * 3.14159265358979323846 * push)) / 2;
}

static struct drawn random_one(struct rng *rng, enum shape shape)
{
    struct drawn drawn = {.manikin = drawn_make(rng, shape)};
    drawn.manikin.hz = rng_between(rng, 80, 150);
    while (drawn_step_mm(&drawn.manikin) > 2) {
        drawn.manikin.decimals++; /* tumbling by 10 mm is a push by itself */
    }
    drawn.manikin.force_noise = 0.6; /* no second depth */
    drawn.spoil = spoil_draw(rng);
    drawn.spoil.cut = 0;     /* "51" of "512" is a reading */
    drawn.spoil.lost *= 0.4; /* a peak among four lost in a row is not seen */
    drawn.rate_cpm = rng_between(rng, 80, 140);
    drawn.depth_mm = rng_between(rng, 30, 70);
    drawn.release_mm = rng_between(rng, 0, 10);
    return drawn;
}

static void write_capture(struct drawn *drawn, struct rng *rng, const char *path)
{
    struct str text = {0};
    struct drawn_manikin *manikin = &drawn->manikin;
    double end_s = 2 * still_s + DRAWN_PUSHES * 60 / drawn->rate_cpm;
    for (double t_s = 0; t_s < end_s; t_s += 1 / manikin->hz) {
        struct str line = {0};
        drawn_print(manikin, rng, t_s * 1e6, chest_mm(drawn, t_s), &line);
        spoil(&drawn->spoil, rng, &line, &text);
        str_free(&line);
    }
    assert_true(file_write(path, text.text, text.length));
    str_free(&text);
}

static void check_drawn(struct drawn *drawn, struct rng *rng, const char *path)
{
    static char said[SAID_MAX];
    struct push pushes[PUSH_END + 1];
    const struct drawn_manikin *manikin = &drawn->manikin;
    char given[160];
    char name[32];
    char found[64];
    double within_mm = 2 + manikin->noise_mm + drawn_step_mm(manikin);
    double worst_mm = 0;
    write_capture(drawn, rng, path);
    str_format(given, sizeof given, "--hz %g --rest %.4f --full %.4f --full-mm 55",
               manikin->hz, manikin->rest, manikin->rest + 55 * manikin->per_mm);
    int status = run(path, given, said);
    drawn_name(manikin, DRAWN_DEPTH, name, sizeof name);
    str_format(found, sizeof found, "depth is column %s, which", name);
    int count = status == 0 && strstr(said, found) ? read_pushes(said, pushes) : 0;
    for (int i = 0; i < count; i++) {
        worst_mm = fmax(worst_mm, fabs(pushes[i].depth_mm - drawn->depth_mm));
    }
    if (count != DRAWN_PUSHES || worst_mm > within_mm) {
        fail_msg("%s, %s: exit %d, %d pushes of %.1f mm off by %.1f of %.1f mm: %.300s",
                 given, found, status, count, drawn->depth_mm, worst_mm, within_mm, said);
    }
}

static void every_random_shape_is_read(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct folder folder = folder_make();
    for (int round = 0; round < ROUNDS * SHAPE_COUNT; round++) {
        struct drawn drawn = random_one(&rng, (enum shape)(round % SHAPE_COUNT));
        check_drawn(&drawn, &rng, folder_file(&folder, "drawn.raw"));
        folder_empty(&folder);
    }
    folder_remove(&folder);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_capture_is_read),
        cmocka_unit_test(every_random_shape_is_read),
    };
    if (argc != 2) {
        fprintf(stderr, "usage: test_cpr_shapes CPR-ANALYZE\n");
        return 2;
    }
    program = argv[1];
    return cmocka_run_group_tests_name("cpr-analyze --raw, every shape", tests, NULL,
                                       NULL);
}
