/* SPDX-License-Identifier: MIT */
/* cpr-analyze --raw: what is missing is said in one sentence, and nothing breaks it. */
#include <math.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "base/str.h"
#include "support/tap.h"

static const char *program;
static char folder[] = "/tmp/cpr-raw-XXXXXX";

/* Runs it on `arguments`, in which $FILE is the file written last. */
static int run(const char *arguments, char *said, size_t size)
{
    char command[1024];
    str_format(command, sizeof command, "FILE=%s/file.raw; '%s' --raw %s 2>&1", folder,
               program, arguments);
    FILE *pipe = popen(command, "r"); /* NOLINT(cert-env33-c): as a person calls it */
    assert_non_null(pipe);
    said[fread(said, 1, size - 1, pipe)] = '\0';
    int status = pclose(pipe);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static void expect(const char *arguments, int status, const char *says)
{
    char said[4096];
    int got = run(arguments, said, sizeof said);
    if (got != status || !strstr(said, says)) {
        fail_msg("cpr-analyze --raw %s: exit %d, not %d: %s", arguments, got, status,
                 said);
    }
    if (status != 0) {
        assert_ptr_equal(strchr(said, '\n'), said + strlen(said) - 1);
    }
}

static void write_file(const char *bytes, size_t length)
{
    char path[64];
    str_format(path, sizeof path, "%s/file.raw", folder);
    assert_true(file_write(path, bytes, length));
}

static void write_text(const char *text)
{
    write_file(text, strlen(text));
}

/* 100 lines with a number that goes `low` to `low` + swing and back in the place of '@',
 * and one that rises by 10 in that of '#'. */
static void write_from(const char *line, int low, int swing)
{
    struct str text = {0};
    for (int i = 0; i < 100; i++) {
        for (const char *at = line; *at; at++) {
            if (*at == '@') {
                str_add(&text, "%d", low + (i / 5 % 2 ? 5 - i % 5 : i % 5) * swing / 5);
            } else if (*at == '#' && at != line) {
                str_add(&text, "%d", i * 40);
            } else {
                str_add(&text, "%c", *at);
            }
        }
        str_add(&text, "\n");
    }
    write_file(text.text, text.length);
    str_free(&text);
}

static void write_lines(const char *line, int swing)
{
    write_from(line, 200, swing);
}

static void mistakes_of_usage_exit_2(void **state)
{
    (void)state;
    expect("", 2, "no file is named");
    expect("one --hz", 2, "--hz wants a number");
    expect("one --hz fast", 2, "--hz fast is not a number");
    expect("one --hz 0", 2, "--hz 0 is not a rate of readings");
    expect("one --hz -5", 2, "--hz -5 is not a rate of readings");
    expect("one --full 3", 2, "--full and --full-mm go together");
    expect("one --full-mm 50", 2, "--full and --full-mm go together");
    expect("one --full 3 --full-mm 500", 2, "--full-mm 500 is not how far a chest goes");
    expect("one --rest 3 --full 3 --full-mm 50", 2, "--rest and --full are both 3");
    expect("one --fuller 3", 2, "--fuller is not an option");
    expect("--periods one", 2, "--raw is for captured bytes");
    expect("--faults one", 2, "--raw is for captured bytes");
    char said[1024];
    char command[256];
    str_format(command, sizeof command, "'%s' one --hz 3 2>&1", program);
    FILE *pipe = popen(command, "r"); /* NOLINT(cert-env33-c) */
    assert_non_null(pipe);
    said[fread(said, 1, sizeof said - 1, pipe)] = '\0';
    assert_int_equal(WEXITSTATUS(pclose(pipe)), 2);
    assert_non_null(strstr(said, "--hz is for --raw"));
}

static void what_is_missing_is_said_with_its_reason(void **state)
{
    (void)state;
    write_lines("@", 500);
    expect(
        "$FILE", 1,
        "file.raw: its bare lines carry no time: add --hz N, how many readings came a "
        "second; and no depth in mm (column 1 reads 200 to 700): add --rest V --full V "
        "--full-mm MM, ");
    expect("$FILE --hz 50", 1, "its bare lines carry no depth in mm (column 1");
    expect("$FILE --full 700 --full-mm 50", 1, "its bare lines carry no time");
    expect("$FILE --hz 50 --full 700 --full-mm 50", 0, "\"samples\":99");
    expect("$FILE --hz 50 --full 1900 --full-mm 50", 1,
           "no column of its bare lines goes to --full 1900: column 1 reads 200 to 700");
    expect("$FILE --hz 50 --rest 350 --full 700 --full-mm 50", 1,
           "column 1 goes 349.8 to one side of 350, where the chest rests, and 149.8 to "
           "the other");
    write_lines("t=# Distance_mm=@", 50);
    expect("$FILE", 0, "\"samples\":99");
    write_lines("t=# force=@", 50);
    expect("$FILE", 1, "its key lines carry no depth in mm (column force");
    write_lines("7", 50);
    expect("$FILE --hz 50", 1, "no number in its bare lines goes from rest to one side");
    expect("tests/traces/raw/f12_imu.raw", 1,
           "column 4 reads 0.61 to 1.391 on both sides of rest, as acceleration does");
    expect("/nowhere", 1, "/nowhere: cannot be opened");
    expect("/tmp", 1, "/tmp: ");
}

/* A sketch that prints as fast as the cable carries; rest, then 20 pushes. */
static void write_fast(double hz, double cpm)
{
    struct str text = {0};
    for (int i = 0; i < (int)(hz * (2 + 20 * 60 / cpm)); i++) {
        double push = (i / hz - 2) * cpm / 60;
        double away = push < 0 ? 0 : 1 - cos(2 * 3.14159265358979323846 * push);
        str_add(&text, "%d\n", 212 + (int)(317 * away));
    }
    write_file(text.text, text.length);
    str_free(&text);
}

static void up_to_3000_readings_a_second_are_taken(void **state)
{
    (void)state;
    write_fast(2350, 106);
    expect("$FILE --hz 2350 --full 846 --full-mm 55", 0, "\"count\":20,");
    expect("$FILE --hz 2350 --full 846 --full-mm 55", 0, "\"mean_rate_cpm\":106.");
    write_fast(3000, 120);
    expect("$FILE --hz 3000 --full 846 --full-mm 55", 0, "\"mean_rate_cpm\":120.");
    expect("$FILE --hz 3001", 2, "--hz 3001 is not a rate of readings; write 1 to 3000");
}

/*
 * A sketch that waits for its UART alone: at rest one digit, pressed four. 5 s at rest,
 * 20 pushes, a break of 4 s, 20 pushes; says how many readings came a second.
 */
static double write_full_cable(double real_baud, double rest, double full, double cpm)
{
    struct str text = {0};
    double bout_s = 20 * 60 / cpm;
    double t_s = 0;
    int readings = 0;
    for (; t_s < 5 + 2 * bout_s + 4 + 1; readings++) {
        size_t from = text.length;
        double at_s = fmax(t_s - 5, 0);
        at_s -= at_s > bout_s ? fmin(4, at_s - bout_s) : 0;
        double push = fmin(at_s, 2 * bout_s) * cpm / 60;
        double away = (1 - cos(2 * 3.14159265358979323846 * push)) / 2;
        str_add(&text, "%.0f\r\n", rest + (full - rest) * away);
        t_s += (double)(text.length - from) * 10 / real_baud;
    }
    write_file(text.text, text.length);
    str_free(&text);
    return readings / t_s;
}

static void a_cable_that_is_full_tells_the_time_by_its_bytes(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    static const int bauds[] = {9600, 57600, 115200};
    for (int i = 0; i < 9; i++) {
        double baud = bauds[i % 3] * rng_between(&rng, 0.98, 1.02);
        double cpm = rng_int(&rng, 90, 130);
        double ends[] = {rng_between(&rng, 0, 12), rng_between(&rng, 600, 1023)};
        double rest = ends[i & 1];
        double full = ends[1 - (i & 1)];
        char given[96];
        char rate[48];
        double hz = write_full_cable(baud, rest, full, cpm);
        str_format(given, sizeof given,
                   "$FILE --hz %.5g --rest %.0f --full %.0f "
                   "--full-mm 55",
                   hz, rest, full);
        str_format(rate, sizeof rate, "\"mean_rate_cpm\":%.1f,", cpm);
        expect(given, 0, "\"count\":40,\"mean_depth_mm\":55.0,");
        expect(given, 0, rate);
        expect(given, 0, "\"longest_pause_s\":4.0,");
        expect(given, 0, "baud carry: each line took as long as its bytes");
    }
    /* 19 bytes and delay(20) fit 9600 baud as well, by chance. */
    expect("tests/traces/raw/f24_firewater.raw --hz 50 --full 920 --full-mm 55", 0,
           "--hz says 50 readings a second\n");
}

static void two_lines_a_reading_are_told_apart(void **state)
{
    (void)state;
    write_from("@\n> 10", 12, 45);
    expect("$FILE --hz 20", 0, "--hz says 20 readings a second in 40 lines a second");
    expect("$FILE --hz 20", 0, "(if 20 lines came a second, give --hz 10)");
    write_from("@", 12, 45);
    expect("$FILE --hz 20", 0, "--hz says 20 readings a second\n");
}

/* What is assumed is said. */
static void a_swing_of_a_chest_in_mm_needs_no_scale(void **state)
{
    (void)state;
    static const char taken[] = "swings as far as a chest does in mm; else give --rest";
    write_lines("@", 50);
    expect("$FILE --hz 50", 0, taken);
    expect("$FILE --hz 50", 0, "reads 200 at rest and rises by 1 a mm");
    expect("$FILE --hz 50 --full 250 --full-mm 60", 0, "rises by 0.83");
    write_lines("7,#,@", 50);
    expect("$FILE", 0, "depth is column 3, ");
    expect("$FILE", 0, "time is column 2 in ms, 25 readings a second");
    write_lines("@", 10);
    expect("$FILE --hz 50", 1, "carry no depth in mm");
    write_lines("@", 100);
    expect("$FILE --hz 50", 1, "carry no depth in mm");
}

/* One in 200 lines lost, one damaged, one doubled, half ones at both ends. */
/* Leaning all the time is not reported as full recoil. */
static void leaning_is_not_taken_for_the_rest_of_a_depth(void **state)
{
    (void)state;
    static const char guess[] = "if it was leaned on, give --rest";
    static const char *const named[] = {"depth=@ force=7", "{\"t\":#,\"depth_mm\":@}",
                                        "Depth: @ mm, Rate: 110"};
    for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
        write_from(named[i], 12, 45);
        expect("$FILE --hz 50", 0, "reads 0 at rest and rises by 1 a mm");
        expect("$FILE --hz 50", 0, "\"full_recoil_percent\":0.0");
        expect("$FILE --hz 50 --rest 12", 0, "reads 12 at rest");
    }
    write_from("@", 12, 45);
    expect("$FILE --hz 50", 0, guess);
    write_from("depth=@", 112, 45); /* no lean: the sensor is far off */
    expect("$FILE --hz 50", 0, "reads 112 at rest");
    expect("$FILE --hz 50", 0, guess);
}

static void our_own_lines_need_nothing(void **state)
{
    (void)state;
    expect("tests/traces/raw/ours.raw", 0, "ours.raw: our own protocol, depth in 0.1 mm");
    expect("tests/traces/raw/ours.raw", 0, "\"samples\":4423,\"lost_samples\":23,");
    expect("tests/traces/raw/ours.raw", 0, "\"count\":51,\"mean_depth_mm\":50.8,");
}

/* The same lines from one that says it was never calibrated. */
static void ours_without_a_calibration_is_not_scored(void **state)
{
    (void)state;
    size_t length = 0;
    struct str text = {0};
    char *bytes = file_read("tests/traces/raw/ours.raw", 1 << 20, &length);
    assert_non_null(bytes);
    str_add(&text, "$I,1,uno-pot,SIM-0001,0.1.0,200,d,*AA7F\r\n");
    for (char *line = bytes, *end; (end = memchr(line, '\n', length)); line = end + 1) {
        size_t size = (size_t)(end + 1 - line);
        str_add_bytes(&text, line, line[0] == '$' && line[1] == 'I' ? 0 : size);
        length -= size;
    }
    write_file(text.text, text.length);
    str_free(&text);
    free(bytes);
    expect("tests/traces/raw/ours.raw", 0, "\"trust\":{\"ok\":true,");
    expect("$FILE", 0, "\"count\":51,\"mean_depth_mm\":50.8,");
    expect("$FILE", 0, "\"reasons\":[\"not_calibrated\"]},\n \"score\":{\"total\":null");
}

static void what_is_not_a_manikin_is_said(void **state)
{
    (void)state;
    write_text("");
    expect("$FILE", 1, "file.raw: no line with numbers has come, nor any other; look at");
    write_text("hello\n1\n2\n3\n");
    expect("$FILE", 1, "file.raw: only 3 lines with numbers have come, 20 are needed");
    write_text("TIMEOUT\nOut of range\n# 12\n");
    expect("$FILE", 1, "file.raw: its lines are words such as \"Out of range\" and no");
    write_text("boot\n\x81\x82\n\x83\n");
    expect("$FILE", 1,
           "file.raw: no line with numbers has come, and 2 of its 3 lines are "
           "not text; look at the cable and the baud rate");
    write_text("1 2 3 4");
    expect("$FILE", 1, "for its bytes have no line ends");
    write_text("No convergence\n46\nNo convergence\n47\n46\nNo convergence\nNo conv\n");
    expect("$FILE", 1, "its lines are words such as \"No conv\" and only 3 numbers");
    write_text("12:34:56\n12:34:57\n7\n");
    expect("$FILE", 1,
           "2 of its 3 lines are not understood, such as \"12:34:57\": looked");
    struct str text = {0};
    for (int i = 0; i < 40; i++) {
        str_add(&text, "1;2;3\nDistance: 12 mm\n");
    }
    write_file(text.text, text.length);
    str_free(&text);
    expect("$FILE", 1, "file.raw: lines of several kinds come mixed");
}

/* 52 mm, 2 s later 50 mm: each the depth of a push. */
static void a_line_a_push_is_told(void **state)
{
    (void)state;
    struct str text = {0};
    for (int i = 0; i < 40; i++) {
        str_add(&text, "%d,%d\n", 5000 + i * 545, 50 + i % 3);
    }
    write_file(text.text, text.length);
    str_free(&text);
    expect("$FILE", 1,
           "only 1.8 readings a second have come, about one a push, such as "
           "\"26255,50\": that can be read once");
}

/* Memory of the largest child so far. */
static long largest_kib(void)
{
    struct rusage usage;
    assert_int_equal(getrusage(RUSAGE_CHILDREN, &usage), 0);
    return usage.ru_maxrss;
}

enum { SIZE = 10 * 1000 * 1000 };

enum kind { WRONG_BAUD, NO_LINE_END, ZEROS, GARBAGE, NEARLY_LINES, KINDS };

static char byte_of(enum kind kind, struct rng *rng)
{
    static const char digits[] = "0123456789,.;:#$~=\n\r{}[]-+eE";
    uint64_t drawn = rng_u64(rng) >> 20;
    switch (kind) {
    case WRONG_BAUD: return (char)(drawn % 50 ? drawn | 0x80 : '\n');
    case NO_LINE_END: return '1';
    case ZEROS: return '\0';
    case NEARLY_LINES: return digits[drawn % (sizeof digits - 1)];
    case GARBAGE:
    case KINDS: break;
    }
    return (char)drawn;
}

/* Bit by bit: a child is as large as we are until it is a program of its own. */
static void write_bytes(enum kind kind, struct rng *rng)
{
    char path[64];
    str_format(path, sizeof path, "%s/file.raw", folder);
    FILE *file = fopen(path, "wbe");
    assert_non_null(file);
    for (long i = 0; i < SIZE; i++) {
        putc_unlocked(byte_of(kind, rng), file);
    }
    assert_int_equal(fclose(file), 0);
}

static void bytes_of_any_kind_break_nothing(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    write_text("");
    expect("$FILE", 1, "no line with numbers");
    long before_kib = largest_kib();
    for (int kind = 0; kind < KINDS; kind++) {
        write_bytes((enum kind)kind, &rng);
        char said[4096];
        int status = run("$FILE --hz 100 --full 3 --full-mm 50", said, sizeof said);
        assert_true(status == 0 || status == 1);
        assert_true(status == 1 || strstr(said, "\"guideline\""));
        /* No more memory than for nothing. (Later kinds hold braces: what JSON frees the
         * address sanitizer keeps.) */
        assert_true(kind > ZEROS || largest_kib() - before_kib < 2048);
    }
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

/* A word takes the place of its reading in time, and is lost. */
static void a_sensor_that_lies_is_found_out(void **state)
{
    (void)state;
    static const char *const words = "tests/traces/raw/words_instead.raw --hz 50";
    static const char *const blind = "tests/traces/raw/blind_when_deep.raw";
    static const char *const wild = "tests/traces/raw/spikes_tof.raw";
    expect(words, 0, "\"lost_samples\":87,");
    expect(words, 0, "\"count\":20,\"mean_depth_mm\":55.0,");
    expect(words, 0, "\"mean_rate_cpm\":110.0,");
    expect(blind, 0, "\"samples\":644,\"lost_samples\":125,");
    expect(blind, 0, "\"reasons\":[\"missing_lines\"]");
    expect(wild, 0, "\"lost_samples\":19,");
    expect(wild, 0, "\"count\":20,\"mean_depth_mm\":55.1,");
    expect(wild, 0, "\"reasons\":[]");
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mistakes_of_usage_exit_2),
        cmocka_unit_test(what_is_missing_is_said_with_its_reason),
        cmocka_unit_test(up_to_3000_readings_a_second_are_taken),
        cmocka_unit_test(a_cable_that_is_full_tells_the_time_by_its_bytes),
        cmocka_unit_test(two_lines_a_reading_are_told_apart),
        cmocka_unit_test(a_swing_of_a_chest_in_mm_needs_no_scale),
        cmocka_unit_test(leaning_is_not_taken_for_the_rest_of_a_depth),
        cmocka_unit_test(our_own_lines_need_nothing),
        cmocka_unit_test(ours_without_a_calibration_is_not_scored),
        cmocka_unit_test(what_is_not_a_manikin_is_said),
        cmocka_unit_test(a_line_a_push_is_told),
        cmocka_unit_test(bytes_of_any_kind_break_nothing),
        cmocka_unit_test(a_sensor_that_lies_is_found_out),
    };
    if (argc != 2) {
        fprintf(stderr, "usage: test_cpr_raw CPR-ANALYZE\n");
        return 2;
    }
    program = argv[1];
    return cmocka_run_group_tests_name("cpr-analyze --raw", tests, make_folder,
                                       remove_folder);
}
