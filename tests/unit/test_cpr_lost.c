/* SPDX-License-Identifier: MIT */
/*
 * cpr-analyze --raw: each reading of a file is a sample or lost, once. The lines are
 * drawn: words, "nan" and codes in the place of readings, and lines that never came.
 */
#include <math.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/str.h"
#include "support/tap.h"

enum { ROUNDS = 60, SECONDS = 10, STILL_LINES = 30, COUNTS_MAX = 512 };

static const char *program;
static char folder[] = "/tmp/cpr-lost-XXXXXX";

/* How a manikin prints; @ is its depth, # its time in ms. */
static const char *const timed[] = {
    "t_ms=# depth_mm=@",           "#,@,3", "t_ms: #\tdepth_mm: @",
    "{\"t_ms\":#,\"depth_mm\":@}", "#;@",
};
static const char *const untimed[] = {
    "depth_mm=@ force=7", "@,3", "depth_mm: @", "{\"depth_mm\":@,\"force\":7}", "@",
};
static const char *const words[] = {"TIMEOUT", "Out of range", "No reading", "超时"};

enum absence { WORD, NOT_A_NUMBER, CODE, NO_LINE, ABSENCES };

struct drawn {
    const char *line;
    bool is_timed;
    double hz;
    bool may_be[ABSENCES]; /* what happens to readings, */
    double share;          /* ... so often begins, */
    int left;              /* ... still stands for so many, */
    int since;             /* ... and ended so many readings ago */
    enum absence absence;
    const char *word;
    int readings, lost;
};

static struct drawn draw(struct rng *rng)
{
    static const double rates[] = {20, 25, 50, 100, 200};
    struct drawn drawn = {.is_timed = rng_int(rng, 0, 1) == 1};
    drawn.line = (drawn.is_timed ? timed : untimed)[rng_int(rng, 0, 4)];
    drawn.hz = rates[rng_int(rng, 0, 4)];
    drawn.share = rng_between(rng, 0.002, 0.04);
    drawn.word = words[rng_int(rng, 0, 3)];
    for (int i = 0; i < ABSENCES; i++) {
        drawn.may_be[i] = rng_int(rng, 0, 1) == 1;
    }
    /* Without a time or a name nothing tells of a line that is missing, or of mm. */
    drawn.may_be[NO_LINE] = drawn.may_be[NO_LINE] && drawn.is_timed;
    drawn.may_be[CODE] = drawn.may_be[CODE] && strstr(drawn.line, "depth_mm");
    return drawn;
}

static void begin_absence(struct drawn *drawn, struct rng *rng)
{
    static const int lengths[] = {1, 1, 2, 3, 6, 12};
    enum absence absence = (enum absence)rng_int(rng, 0, ABSENCES - 1);
    if (drawn->may_be[absence] && rng_between(rng, 0, 1) < drawn->share) {
        drawn->absence = absence;
        drawn->left = lengths[rng_int(rng, 0, 5)];
    }
}

static void add_line(struct str *text, const struct drawn *drawn, int i,
                     const char *depth)
{
    for (const char *at = drawn->line; *at; at++) {
        if (*at == '@') {
            str_add(text, "%s", depth);
        } else if (*at == '#') {
            str_add(text, "%d", (int)lround(i * 1000 / drawn->hz));
        } else {
            str_add(text, "%c", *at);
        }
    }
    str_add(text, "\n");
}

static void add_absence(struct str *text, struct drawn *drawn, int i)
{
    bool is_json = *drawn->line == '{';
    drawn->left--;
    drawn->lost += drawn->absence != NO_LINE;
    if (drawn->absence == WORD) {
        str_add(text, "%s\n", drawn->word);
    } else if (drawn->absence == NOT_A_NUMBER) {
        add_line(text, drawn, i, is_json ? "null" : "nan");
    } else if (drawn->absence == CODE) {
        add_line(text, drawn, i, "8190.0");
    }
}

/* 40 pushes a minute of 30 mm after 2.5 s: so slow that nothing passes for wild. */
static double chest_mm(double t_s)
{
    double turn = 2 * acos(-1.0) * 40 / 60 * (t_s - 2.5);
    return t_s > 2.5 ? 15 * (1 - cos(turn)) : 0;
}

static void write_run(struct drawn *drawn, struct rng *rng)
{
    struct str text = {0};
    char path[64];
    char depth[32];
    int count = (int)(SECONDS * drawn->hz);
    for (int i = 0; i < count; i++) {
        /* A stamp alone between two gaps is like a damaged one. */
        if (drawn->left == 0 && drawn->since > 1 && i > STILL_LINES &&
            i < count - STILL_LINES) {
            begin_absence(drawn, rng);
        }
        if (drawn->left > 0) {
            add_absence(&text, drawn, i);
            drawn->since = 0;
            continue;
        }
        str_format(depth, sizeof depth, "%.1f",
                   chest_mm(i / drawn->hz) + rng_between(rng, -0.3, 0.3));
        add_line(&text, drawn, i, depth);
        drawn->readings++;
        drawn->since++;
    }
    str_format(path, sizeof path, "%s/file.raw", folder);
    assert_true(file_write(path, text.text, text.length));
    str_free(&text);
}

static void run(const struct drawn *drawn, char *said, size_t size)
{
    char command[1024];
    char pace[32] = "";
    if (!drawn->is_timed) {
        str_format(pace, sizeof pace, "--hz %.0f", drawn->hz);
    }
    str_format(command, sizeof command, "'%s' --raw %s/file.raw %s 2>/dev/null", program,
               folder, pace);
    FILE *pipe = popen(command, "r"); /* NOLINT(cert-env33-c): as a person calls it */
    assert_non_null(pipe);
    said[fread(said, 1, size - 1, pipe)] = '\0';
    pclose(pipe);
}

static void each_reading_is_a_sample_or_lost_once(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    int lost = 0;
    for (int round = 0; round < ROUNDS; round++) {
        char said[4096];
        char wanted[COUNTS_MAX];
        struct drawn drawn = draw(&rng);
        write_run(&drawn, &rng);
        run(&drawn, said, sizeof said);
        /* The first line may be half of one. */
        str_format(wanted, sizeof wanted, "\"samples\":%d,\"lost_samples\":%d,",
                   drawn.readings - 1, drawn.lost);
        if (!strstr(said, wanted)) {
            fail_msg("round %d, %.0f Hz, %s, absences %d%d%d%d: not %s in %s", round,
                     drawn.hz, drawn.line, drawn.may_be[WORD], drawn.may_be[NOT_A_NUMBER],
                     drawn.may_be[CODE], drawn.may_be[NO_LINE], wanted, said);
        }
        lost += drawn.lost;
    }
    print_message("# %d lost readings counted\n", lost);
    assert_true(lost > ROUNDS);
}

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **state)
{
    (void)state;
    char path[64];
    str_format(path, sizeof path, "%s/file.raw", folder);
    unlink(path);
    return rmdir(folder);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_reading_is_a_sample_or_lost_once),
    };
    if (argc != 2) {
        fprintf(stderr, "usage: test_cpr_lost CPR-ANALYZE\n");
        return 2;
    }
    program = argv[1];
    return cmocka_run_group_tests_name("lost readings", tests, make_folder,
                                       remove_folder);
}
