/* SPDX-License-Identifier: MIT */
/*
 * The same captures on the cable: found at once, told by the wizard where no name has a
 * unit, and each push after that is as deep as it was.
 */
#include <math.h>
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "support/captures.h"
#include "support/link_bench.h"
#include "support/wave.h"

enum { FRAME_US = 16667, FILE_MAX = 1 << 20 };

static const double end_s = 12.5 + 30 * 60 / 110.0 + 4 + 20 * 60 / 125.0 + 2;

struct play {
    struct bench bench;
    const struct capture *capture;
    const char *encoding;
    char *text; /* lines left */
    double line_us, due_us, now_us;
    bool asked; /* the wizard */
    struct cpr_session session;
    struct cpr_guideline guideline;
    double depth_mm[PUSH_END + 1];
    int count;
};

static void keep(struct play *play, const struct cpr_compression *done)
{
    assert_true(play->count <= PUSH_END);
    play->depth_mm[play->count++] = done->depth_mm;
}

/* Lines as evenly as they were made. */
static void say_what_is_due(struct play *play)
{
    for (; *play->text && play->due_us <= play->now_us; play->due_us += play->line_us) {
        size_t length = strcspn(play->text, "\n");
        length += play->text[length] == '\n';
        cable_say(&play->bench.cable, play->bench.manikin, play->text, length);
        play->text += length;
    }
}

static void judge(struct play *play)
{
    struct cpr_compression done;
    bool told =
        play->capture->full_mm == 0 || status_of(&play->bench).step == LINK_STEP_DONE;
    for (size_t i = 0; told && i < play->bench.count; i++) {
        if (cpr_add(&play->session, &play->bench.got[i], &done)) {
            keep(play, &done);
        }
    }
}

static void play_through(struct play *play)
{
    struct cpr_compression done;
    while (*play->text) {
        clock_move(&play->bench.clock, FRAME_US);
        play->now_us += FRAME_US;
        say_what_is_due(play);
        poll_now(&play->bench);
        judge(play);
        if (!play->asked && play->capture->full_mm > 0) {
            play->asked = link_learn(play->bench.link, play->capture->full_mm);
        }
    }
    while (cpr_finish(&play->session, &done)) {
        keep(play, &done);
    }
}

static void check_pushes(const struct play *play)
{
    const struct capture *capture = play->capture;
    double worst_mm = 0;
    double sum_mm = 0;
    if (play->count != PUSH_END - capture->live_begin) {
        fail_msg("%s: %d pushes, not %d: %s", capture->name, play->count,
                 PUSH_END - capture->live_begin, status_of(&play->bench).why);
    }
    for (int i = 0; i < play->count; i++) {
        double off_mm = play->depth_mm[i] - push_mm(capture->live_begin + i);
        worst_mm = fmax(worst_mm, fabs(off_mm));
        sum_mm += off_mm;
    }
    printf("# %-15s %-9s %-14s %2d pushes, off by %+.1f mm, %.1f at most\n",
           capture->name, capture->lines, capture->column, play->count,
           sum_mm / play->count, worst_mm);
    if (worst_mm > capture->live_mm) {
        fail_msg("%s: a push is off by %.1f mm", capture->name, worst_mm);
    }
}

static void check(const struct play *play)
{
    const struct capture *capture = play->capture;
    struct link_status status = status_of(&play->bench);
    if (!capture->lines) {
        assert_int_equal(status.state, LINK_SEARCHING);
        return;
    }
    assert_string_equal(status.lines, capture->lines);
    if (capture->live_refused) {
        assert_int_equal(status.step, LINK_STEP_FAILED);
        printf("# %-15s %s\n", capture->name, status.why);
        assert_non_null(strstr(status.why, capture->live_refused));
        assert_int_equal(play->count, 0);
        return;
    }
    assert_string_equal(status.column, capture->column);
    assert_string_equal(status.encoding, play->encoding);
    check_pushes(play);
}

static void check_capture(const struct capture *capture)
{
    char path[64];
    size_t length = 0;
    static struct play play;
    str_format(path, sizeof path, "tests/traces/raw/%s.raw", capture->name);
    char *text = file_read(path, FILE_MAX, &length);
    assert_non_null(text);
    size_t lines = 1;
    for (size_t i = 0; i < length; i++) {
        lines += text[i] == '\n';
    }
    bool ascii = true;
    for (size_t i = 0; i < length; i++) {
        ascii = ascii && (unsigned char)text[i] < 0x80;
    }
    play = (struct play){.capture = capture, .text = text};
    play.encoding = ascii ? "" : str_is_utf8(text, length) ? "UTF-8" : "GBK";
    play.line_us = (end_s - capture->start_s) * 1e6 / (double)lines;
    play.guideline = wave_guideline();
    cpr_start(&play.session, &play.guideline, CPR_COMPRESSION_ONLY);
    bench_begin(&play.bench, "/dev/ttyUSB0", 115200);
    play_through(&play);
    check(&play);
    bench_end(&play.bench);
    free(text);
}

static void every_capture_is_learnt_on_the_cable(void **state)
{
    (void)state;
    for (size_t i = 0; i < CAPTURES; i++) {
        if (captures[i].full_mm >= 0) {
            check_capture(&captures[i]);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_capture_is_learnt_on_the_cable),
    };
    return cmocka_run_group_tests_name("link, every shape", tests, NULL, NULL);
}
