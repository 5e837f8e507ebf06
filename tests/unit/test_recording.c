/* SPDX-License-Identifier: MIT */
#include <locale.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "link/recording.h"
#include "support/tap.h"

enum { ROWS_MAX = 400 };

static char folder[] = "/tmp/test-recording-XXXXXX";
static char path[64];

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) && str_format(path, sizeof path, "%s/run.csv", folder) ? 0 : 1;
}

static int remove_folder(void **state)
{
    (void)state;
    unlink(path);
    return rmdir(folder);
}

static void write_text(const char *text)
{
    assert_true(file_write(path, text, strlen(text)));
}

/* All samples of the file (room for one more); the recording stays open for its info. */
static struct recording *read_all(struct cpr_sample *samples, size_t *count)
{
    struct recording *recording = recording_open(path);
    if (!recording) {
        fail_msg("%s", err_text());
    }
    *count = 0;
    while (recording_next(recording, &samples[*count])) {
        assert_true(*count < ROWS_MAX);
        (*count)++;
    }
    if (recording_failed(recording)) {
        fail_msg("%s", err_text());
    }
    return recording;
}

static void same_number(double a, double b)
{
    assert_memory_equal(&a, &b, sizeof a);
}

static double drawn_tenths(struct rng *rng, int low, int high)
{
    return rng_int(rng, low, high) / 10.0;
}

static struct cpr_sample drawn_sample(struct rng *rng, int64_t t_us)
{
    struct cpr_sample sample = {.t_us = t_us, .lost = (uint32_t)rng_int(rng, 0, 3)};
    sample.depth_mm =
        rng_int(rng, 0, 3) ? drawn_tenths(rng, -90, 900) : rng_between(rng, -9, 90);
    sample.force_n = rng_int(rng, 0, 1) ? drawn_tenths(rng, 0, 9000) : (double)NAN;
    sample.volume_ml = rng_int(rng, 0, 1) ? rng_int(rng, 0, 1500) : (double)NAN;
    sample.hands =
        (enum cpr_hands)rng_int(rng, CPR_HANDS_NOT_MEASURED, CPR_HANDS_TOO_LOW);
    return sample;
}

static void what_was_written_is_read_back_bit_for_bit(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    static struct cpr_sample wrote[ROWS_MAX];
    static struct cpr_sample read[ROWS_MAX + 1];
    int64_t t_us = rng_int(&rng, -5000000, 5000000);
    for (int i = 0; i < ROWS_MAX; i++) {
        wrote[i] = drawn_sample(&rng, t_us);
        t_us += rng_int(&rng, 0, 20000);
        t_us += rng_int(&rng, 0, 99) ? 0 : 4300000000;
    }
    struct recording_info told = {.guideline = "aha-2025/adult",
                                  .has_mode = true,
                                  .mode = rng_int(&rng, 0, 1) ? CPR_30_2
                                                              : CPR_COMPRESSION_ONLY,
                                  .has_window = true,
                                  .window_start_us = wrote[10].t_us,
                                  .window_end_us = wrote[300].t_us,
                                  .pressed_part = rng_int(&rng, 0, 1),
                                  .manikin = {.model = "foam block", .hz = 99}};
    struct recording_writer *writer = recording_create(path, &told);
    assert_non_null(writer);
    for (int i = 0; i < ROWS_MAX; i++) {
        recording_add(writer, &wrote[i]);
    }
    assert_true(recording_finish(writer));

    size_t count = 0;
    struct recording *recording = read_all(read, &count);
    assert_int_equal(count, ROWS_MAX);
    for (int i = 0; i < ROWS_MAX; i++) {
        assert_int_equal(read[i].t_us, wrote[i].t_us);
        same_number(read[i].depth_mm, wrote[i].depth_mm);
        assert_true(isnan(read[i].force_n) == isnan(wrote[i].force_n));
        assert_true(isnan(wrote[i].force_n) || read[i].force_n == wrote[i].force_n);
        assert_true(isnan(read[i].volume_ml) == isnan(wrote[i].volume_ml));
        assert_true(isnan(wrote[i].volume_ml) || read[i].volume_ml == wrote[i].volume_ml);
        assert_int_equal(read[i].hands, wrote[i].hands);
        assert_int_equal(read[i].lost, wrote[i].lost);
    }
    struct recording_info info;
    recording_info(recording, &info);
    assert_string_equal(info.guideline, "aha-2025/adult");
    assert_true(info.has_window);
    assert_int_equal(info.window_start_us, wrote[10].t_us);
    assert_int_equal(info.window_end_us, wrote[300].t_us);
    assert_true(info.has_mode);
    assert_int_equal(info.mode, told.mode);
    assert_int_equal(info.pressed_part, told.pressed_part);
    assert_string_equal(info.manikin.model, "foam_block"); /* a blank ends a name */
    assert_string_equal(info.manikin.serial, "");
    assert_int_equal(info.manikin.hz, 99);
    recording_close(recording);
}

static void columns_come_in_any_order_and_unit(void **state)
{
    (void)state;

    static const struct {
        const char *text;
        int64_t t_us;
    } cases[] = {
        {"t_ms,depth_mm\n1234.567,52.3\n", 1234567},
        {"depth_mm,t_ms\n52.3,1234.567\n", 1234567},
        {"t_s,depth_mm\r\n1.234567,52.3\r\n", 1234567},
        {"\xEF\xBB\xBFt_us,depth_mm\r\n1234567,52.3", 1234567},
        {"\xEF\xBB\xBF# made by hand\n\n t_ms , depth_mm \n 1234.567 , 52.3 \n", 1234567},
        {"\"t_ms\",\"who\",\"depth_mm\"\n1234.567,\"ann\",52.3\n", 1234567},
        {"t_ms,depth_mm,force_n,volume_ml,hands\n1234.567,52.3,,,\n\n", 1234567},
        {"t_s,depth_mm\n1700000000.123457,52.3\n", 1700000000123457},
        {"t_ms,depth_mm\n0.0006,52.3\n", 1},
        {"t_ms,depth_mm\n-1.5e1,523e-1\n", -15000},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        write_text(cases[i].text);
        static struct cpr_sample samples[ROWS_MAX + 1];
        size_t count = 0;
        struct recording *recording = read_all(samples, &count);
        assert_int_equal(count, 1);
        assert_int_equal(samples[0].t_us, cases[i].t_us);
        same_number(samples[0].depth_mm, 52.3);
        assert_true(isnan(samples[0].force_n) && isnan(samples[0].volume_ml));
        assert_int_equal(samples[0].hands, CPR_HANDS_NOT_MEASURED);
        assert_int_equal(samples[0].lost, 0);
        struct recording_info info;
        recording_info(recording, &info);
        assert_string_equal(info.guideline, "");
        assert_false(info.has_window || info.has_mode);
        assert_int_equal(info.manikin.hz, 0);
        recording_close(recording);
    }
}

static void every_measured_column_is_read(void **state)
{
    (void)state;
    write_text("lost,hands,volume_ml,force_n,depth_mm,t_us\n7,3,512,430.5,-0.4,10\n"
               "# window_s: -0.5  30.25\n# guideline:erc-2025/child\n");
    static struct cpr_sample samples[ROWS_MAX + 1];
    size_t count = 0;
    struct recording *recording = read_all(samples, &count);
    assert_int_equal(count, 1);
    assert_int_equal(samples[0].lost, 7);
    assert_int_equal(samples[0].hands, CPR_HANDS_TOO_HIGH);
    same_number(samples[0].volume_ml, 512);
    same_number(samples[0].force_n, 430.5);
    same_number(samples[0].depth_mm, -0.4);
    struct recording_info info;
    recording_info(recording, &info);
    assert_string_equal(info.guideline, "erc-2025/child");
    assert_int_equal(info.window_start_us, -500000);
    assert_int_equal(info.window_end_us, 30250000);
    recording_close(recording);
}

/* The sentence must name file and line, then hold `cause`. */
static void bad_text_is_refused(const char *text, int line, const char *cause)
{
    write_text(text);
    err_clear();
    struct recording *recording = recording_open(path);
    struct cpr_sample sample;
    while (recording && recording_next(recording, &sample)) {
    }
    assert_true(!recording || recording_failed(recording));
    assert_true(!recording || !recording_next(recording, &sample));
    char start[96];
    str_format(start, sizeof start, "%s:%d: ", path, line);
    if (!str_starts(err_text(), start) || !strstr(err_text(), cause)) {
        fail_msg("\"%s\" gave \"%s\"", text, err_text());
    }
    recording_close(recording);
}

static void a_bad_file_is_told_by_line_and_cause(void **state)
{
    (void)state;

    static const struct {
        const char *text;
        int line;
        const char *cause;
    } cases[] = {
        {"", 1, "holds no header"},
        {"# only a comment\n\n", 2, "holds no header"},
        {"t_ms,force\n0,1\n", 1, "no depth in the header"},
        {"depth_mm\n1\n", 1, "no time in the header"},
        {"0,1\n10,2\n", 1, "no time in the header"},
        {"t_ms,t_s,depth_mm\n", 1, "the time stands twice"},
        {"t_ms,depth_mm,depth_mm\n", 1, "depth_mm stands twice"},
        {",,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,t_ms,depth_mm\n", 1, "names 41 columns"},
        {"t_ms,depth_mm\n0,1\n10\n", 3, "has 1 fields where the header names 2"},
        {"t_ms,depth_mm\n0,1,2\n", 2, "has 3 fields"},
        {"t_ms,depth_mm\n0;1\n", 2, "has 1 fields"},
        {"t_ms,depth_mm\n0,\n", 2, "depth_mm is empty"},
        {"t_ms,depth_mm\n,4\n", 2, "t_ms is empty"},
        {"t_ms,depth_mm\n0,deep\n", 2, "depth_mm is \"deep\", no number"},
        {"t_ms,depth_mm\n0,nan\n", 2, "no number"},
        {"t_ms,depth_mm\n0,0x10\n", 2, "no number"},
        {"t_ms,depth_mm\n0,1e400\n", 2, "no number"},
        {"t_ms,depth_mm\n1e300,1\n", 2, "beyond 70 years"},
        {"t_ms,depth_mm\n0,1\n# x\n10,1\n9.9,1\n", 5,
         "goes back from 10.000 ms to 9.900"},
        {"t_ms,depth_mm,hands\n0,1,5\n", 2, "hands is 5"},
        {"t_ms,depth_mm,hands\n0,1,0.5\n", 2, "hands is 0.5"},
        {"t_ms,depth_mm,lost\n0,1,-1\n", 2, "lost is -1"},
        {"t_ms,depth_mm,lost\n0,1,4294967296\n", 2, "lost is 4.29497e+09"},
        {"t_ms,depth_mm\n0,1\n# window_s: 3\n", 3, "window_s"},
        {"# window_s: 3 2\nt_ms,depth_mm\n", 1, "window_s"},
        {"# window_s: a b\nt_ms,depth_mm\n", 1, "window_s"},
        {"# window_s: 0 1e300\nt_ms,depth_mm\n", 1, "window_s"},
        {"t_ms,depth_mm\n0,1\n# mode: 15:2\n", 3, "the mode is \"15:2\""},
        {"# judged: some of it\nt_ms,depth_mm\n", 1, "write all or pressed part"},
        {"# guideline: 0123456789012345678901234567890123456789012345678901\n", 1,
         "name is longer than 47 bytes"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bad_text_is_refused(cases[i].text, cases[i].line, cases[i].cause);
    }
}

static void a_file_that_is_not_text_is_refused(void **state)
{
    (void)state;
    char *text = calloc(1, 100001);
    assert_non_null(text);
    memset(text, '7', 100000);
    bad_text_is_refused(text, 1, "is longer than 1023 bytes");
    free(text);
    assert_true(file_write(path, "t_ms,depth_mm\n0,1\0\n", 19));
    struct recording *recording = recording_open(path);
    struct cpr_sample sample;
    assert_non_null(recording);
    assert_false(recording_next(recording, &sample));
    assert_true(recording_failed(recording));
    assert_non_null(strstr(err_text(), ":2: holds a zero byte"));
    recording_close(recording);
    assert_null(recording_open("/nowhere/run.csv"));
    assert_non_null(strstr(err_text(), "/nowhere/run.csv: cannot be opened"));
    assert_null(recording_open(folder));
    assert_non_null(strstr(err_text(), "cannot be read"));
}

/* Whatever bytes come, reading ends, and with a sentence unless the file was good. */
static void random_damage_never_passes_silently_wrong(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 500; round++) {
        char text[] = "# window_s: 0 9\nt_ms,depth_mm,hands,lost\n0,1.5,,0\n10,2.5,0,1\n"
                      "20,3.5,4,0\n";
        for (int hits = rng_int(&rng, 1, 4); hits > 0; hits--) {
            text[rng_int(&rng, 0, (int)sizeof text - 2)] = (char)rng_int(&rng, 0, 255);
        }
        assert_true(file_write(path, text, sizeof text - 1));
        err_clear();
        struct recording *recording = recording_open(path);
        struct cpr_sample sample = {.t_us = INT64_MIN};
        int64_t last_us = INT64_MIN;
        while (recording && recording_next(recording, &sample)) {
            assert_true(sample.t_us >= last_us && isfinite(sample.depth_mm));
            assert_true(sample.hands >= CPR_HANDS_NOT_MEASURED);
            assert_true(sample.hands <= CPR_HANDS_TOO_LOW);
            last_us = sample.t_us;
        }
        bool refused = !recording || recording_failed(recording);
        assert_int_equal(refused, err_text()[0] != '\0');
        recording_close(recording);
    }
}

static void a_full_disk_is_told(void **state)
{
    (void)state;
    struct recording_writer *writer = recording_create("/dev/full", NULL);
    assert_non_null(writer);
    struct cpr_sample sample = {
        .depth_mm = 5, .force_n = (double)NAN, .volume_ml = (double)NAN};
    for (int i = 0; i < 1000; i++) {
        recording_add(writer, &sample);
    }
    assert_false(recording_finish(writer));
    assert_non_null(strstr(err_text(), "/dev/full: not all of the recording"));
    assert_non_null(strstr(err_text(), "No space left"));
    assert_null(recording_create("/nowhere/run.csv", NULL));
    assert_non_null(strstr(err_text(), "/nowhere/run.csv: cannot be made"));
    writer = recording_create("/dev/null", NULL);
    assert_non_null(writer);
    assert_true(recording_finish(writer));
}

static void a_decimal_comma_in_the_language_changes_nothing(void **state)
{
    static const char *const comma[] = {"de_DE.UTF-8", "fr_FR.UTF-8", "ru_RU.UTF-8"};
    bool found = false;
    for (size_t i = 0; i < sizeof comma / sizeof *comma && !found; i++) {
        found = setlocale(LC_ALL, comma[i]) != NULL;
    }
    if (!found) {
        print_message("no language with a decimal comma is installed here\n");
        skip();
    }
    what_was_written_is_read_back_bit_for_bit(state);
    columns_come_in_any_order_and_unit(state);
    setlocale(LC_ALL, "C");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_written_is_read_back_bit_for_bit),
        cmocka_unit_test(columns_come_in_any_order_and_unit),
        cmocka_unit_test(every_measured_column_is_read),
        cmocka_unit_test(a_bad_file_is_told_by_line_and_cause),
        cmocka_unit_test(a_file_that_is_not_text_is_refused),
        cmocka_unit_test(random_damage_never_passes_silently_wrong),
        cmocka_unit_test(a_full_disk_is_told),
        cmocka_unit_test(a_decimal_comma_in_the_language_changes_nothing),
    };
    return cmocka_run_group_tests_name("recording", tests, make_folder, remove_folder);
}
