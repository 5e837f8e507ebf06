/* SPDX-License-Identifier: MIT */
/* The kiosk's result and cpr-analyze of its recording are the same bytes. */
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

#include "base/err.h"
#include "base/str.h"
#include "conf/conf.h"
#include "link/link.h"
#include "station/run.h"
#include "support/folder.h"
#include "support/tap.h"
#include "support/wave.h"

static const char *program;
static struct run run;
static struct conf_guidelines guidelines;

/* In the middle of a run the manikin tells, perhaps, that it was never calibrated. */
static void press(const struct run_plan *plan, struct link_status *manikin,
                  uint32_t doubts, struct rng *rng)
{
    struct wave wave = wave_perfect();
    struct cpr_sample sample;
    double t_s = 0;
    wave.before_s = rng_between(rng, 0.2, 3);
    wave.after_s = plan->seconds + 2;
    wave.pushes = 15;
    wave.bouts = 4;
    wave.pause_s = rng_between(rng, 0.5, 4);
    wave.depth_mm = rng_between(rng, 35, 70);
    wave.depth2_mm = rng_between(rng, 35, 70);
    wave.lean_mm = rng_between(rng, 0, 15);
    wave.rate_cpm = rng_between(rng, 80, 140);
    wave.hz = rng_between(rng, 50, 250);
    wave.uneven = rng_between(rng, 0, 0.3);
    wave.noise_mm = rng_between(rng, 0, 0.5);
    wave.loss = rng_between(rng, 0, 0.05);
    wave.round_mm = rng_int(rng, 0, 1) ? 0.1 : 0;
    int64_t zero_us = rng_int(rng, 0, 2000000000);
    run_begin(&run, plan, 0);
    while (run.phase != RUN_FINISHED && wave_next(&wave, rng, &t_s, &sample)) {
        manikin->doubts |= run.live.peaks > 3 ? doubts : 0;
        sample.t_us += zero_us;
        run_add(&run, &sample, 1, sample.t_us);
    }
    assert_int_equal(run.phase, RUN_FINISHED);
}

static void expect_same(const char *recording, bool events)
{
    char command[512];
    char line[4096];
    struct str said = {0};
    str_format(command, sizeof command, "'%s' '%s'%s", program, recording,
               events ? " --events" : "");
    FILE *pipe = popen(command, "r");
    assert_non_null(pipe);
    for (size_t n; (n = fread(line, 1, sizeof line, pipe)) > 0;) {
        str_add_bytes(&said, line, n);
    }
    int status = pclose(pipe);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    char *own = run_json(&run, events);
    assert_string_equal(said.text, own);
    free(own);
    str_free(&said);
}

static void the_analysis_says_what_the_kiosk_said(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct folder folder = folder_make();
    for (int round = 0; round < 24; round++) {
        int index = rng_int(&rng, 0, (int)guidelines.count - 1);
        uint32_t doubts = round % 3 > 0 ? CPR_TRUST_UNCALIBRATED : 0;
        struct link_status manikin = {.model = "",
                                      .serial = "",
                                      .firmware = "",
                                      .calibration = "",
                                      .doubts = round % 3 == 2 ? doubts : 0};
        struct run_plan plan = {.kind = RUN_TEST,
                                .seconds = rng_between(&rng, 5, 40),
                                .guideline = &guidelines.items[index],
                                .manikin = &manikin,
                                .keep_folder = folder.path};
        press(&plan, &manikin, doubts, &rng);
        assert_int_equal(run.result.trust & CPR_TRUST_UNCALIBRATED, doubts);
        expect_same(folder_file(&folder, "recording.csv"), false);
        expect_same(folder_file(&folder, "recording.csv"), true);
    }
    folder_remove(&folder);
}

int main(int argc, char **argv)
{
    if (argc != 2 || !conf_guidelines_load(&guidelines, "scripts/guidelines")) {
        fprintf(stderr, "%s\n", argc == 2 ? err_text() : "name cpr-analyze");
        return 2;
    }
    program = argv[1];
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_analysis_says_what_the_kiosk_said),
    };
    return cmocka_run_group_tests_name("run_analyze", tests, NULL, NULL);
}
