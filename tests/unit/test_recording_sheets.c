/* SPDX-License-Identifier: MIT */
/* Recordings as spreadsheets, loggers and phones write them: what is read, and what is
 * told. */
#include <iconv.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "link/recording.h"
#include "support/tap.h"

enum { ROWS = 60, TEXT_MAX = 16384 };

static char folder[] = "/tmp/test-sheets-XXXXXX";
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

struct heard {
    size_t count;
    struct cpr_sample samples[ROWS + 1];
    struct str found;
};

/* False: err_text(). */
static bool hear(const char *text, size_t length, const struct recording_columns *names,
                 struct heard *heard)
{
    assert_true(file_write(path, text, length));
    *heard = (struct heard){.count = 0};
    err_clear();
    struct recording *recording = recording_open_columns(path, names);
    if (!recording) {
        return false;
    }
    while (heard->count <= ROWS &&
           recording_next(recording, &heard->samples[heard->count])) {
        heard->count++;
    }
    bool read = !recording_failed(recording);
    recording_found(recording, &heard->found);
    recording_close(recording);
    return read;
}

struct sheet {
    const char *text;
    const char *time, *depth; /* the caller's names; NULL: none */
    size_t count;
    int64_t step_us; /* from the first sample to the last */
    double depth_mm; /* of the last */
    const char *found;
};

static void sheets_are_read(void **state)
{
    (void)state;
    static const struct sheet sheets[] = {
        /* clocks */
        {"time,depth_mm\n10:23:45.123,1\n10:23:45.133,2\n", 0, 0, 2, 10000, 2,
         "time of day"},
        {"t_s,depth_mm\n0:00:01.5,1\n00:00:01.52,2\n", 0, 0, 2, 20000, 2, "time of day"},
        {"clock;depth (mm)\n00:01:02,5;1,5\n00:01:02,51;2,5\n", 0, 0, 2, 10000, 2.5, ""},
        {"time,depth\n2026-11-27 10:23:45.123,1\n2026-11-27 10:23:45.143,2\n", 0, 0, 2,
         20000, 2, "no unit"},
        {"time,depth\n2026/11/27T10:23:45Z,1\n2026/11/27T10:23:46Z,2\n", 0, 0, 2, 1000000,
         2, ""},
        {"time,depth\n2026-11-27T10:23:45.1+08:00,1\n2026-11-27T10:23:45.3+08:00,2\n", 0,
         0, 2, 200000, 2, ""},
        {"time,depth\n23:59:59.99,1\n00:00:00.01,2\n", 0, 0, 2, 20000, 2, ""},
        {"time,depth\n2026-12-31 23:59:59.99,1\n2027-01-01 00:00:00.01,2\n", 0, 0, 2,
         20000, 2, ""},
        {"time,depth\n11:59:59.99 PM,1\n12:00:00.01 AM,2\n", 0, 0, 2, 20000, 2, ""},
        {"time,depth\n4/3/2026 23:59:59.99,1\n5/3/2026 00:00:00.01,2\n", 0, 0, 2, 20000,
         2, ""},
        {"time,depth\n59:59.9,1\n00:00.1,2\n", 0, 0, 2, 200000, 2, ""},
        {"time,depth\n25:00:00.0,1\n25:00:00.5,2\n", 0, 0, 2, 500000, 2, ""},
        {"time,depth\n10:23:45:123,1\n10:23:45:133,2\n", 0, 0, 2, 10000, 2, ""},
        {"Zeit;Tiefe (mm)\n27.11.2026 10:23:45,1;1,0\n27.11.2026 10:23:45,2;2,5\n",
         "zeit", "tiefe", 2, 100000, 2.5, ""},
        {"时间,深度\n下午 2:05:01.25,1\n下午 2:05:01.5,2\n", 0, 0, 2, 250000, 2, "时间"},
        {"时刻,深度\n10时23分45.1秒,1\n10时23分45.3秒,2\n", 0, 0, 2, 200000, 2, "时刻"},
        {"时间,深度\n2026年11月27日 10:23:45.1,1\n2026年11月27日 10:23:45.2,2\n", 0, 0, 2,
         100000, 2, ""},
        /* names and units */
        {"Time (s),Depth (cm)\n0,1\n0.01,5.2\n", 0, 0, 2, 10000, 52, "in cm"},
        {"时间（秒），按压深度（毫米）\n0，1\n0.01，52\n", 0, 0, 2, 10000, 52, "mm"},
        {"时间/ms;深度/cm\n0;1\n10;5,2\n", 0, 0, 2, 10000, 52, ""},
        {"\"Time (s)\",\"Depth (m)\"\n0,0.01\n1.0E-2,5.2E-2\n", 0, 0, 2, 10000, 52,
         "in m"},
        {"t,depth\n0,1\n0.02,52\n", 0, 0, 2, 20000, 52, "in s (by its steps"},
        {"t,depth\n0,1\n20,52\n", 0, 0, 2, 20000, 52, "in ms (by its steps"},
        {"t,depth\n0,1\n20000,52\n", 0, 0, 2, 20000, 52, "in us (by its steps"},
        {"Time,Depth\ns,cm\n0,1\n0.02,5.2\n", 0, 0, 2, 20000, 52, "in cm"},
        {"TIME_MS,DEPTH_CM\n0,1\n20,5.2\n", 0, 0, 2, 20000, 52, ""},
        {"t_ms,target depth,depth_mm\n0,50,1\n20,50,52\n", 0, 0, 2, 20000, 52, 0},
        {"Zeit (s),Weg (mm)\n0,1\n0.02,52\n", "Zeit", "weg", 2, 20000, 52, ""},
        {"秒,位置（厘米）\n0,1\n0.02,5.2\n", "秒", "位置（厘米）", 2, 20000, 52, ""},
        {"a,b\n0,1 mm\n10,5.2 cm\n", "a", "b", 2, 10000, 52, ""},
        /* shapes of file */
        {"t_ms\tdepth_mm\r\n0\t1\r\n10\t52,5\r\n", 0, 0, 2, 10000, 52.5, 0},
        {"t_ms,depth_mm\r0,1\r10,52.5\r", 0, 0, 2, 10000, 52.5, 0},
        {"t_ms depth_mm\n  0  1\n 10 52.5\n", 0, 0, 2, 10000, 52.5, 0},
        {"sep=;\nt_ms;depth_mm\n0;1\n10;52,5\n", 0, 0, 2, 10000, 52.5, 0},
        {"t_ms,depth_mm\n0,\"1,0\"\n10,\"52,5\"\n", 0, 0, 2, 10000, 52.5, 0},
        {"t_ms,depth_mm\n0,1.5\n\"1,000\",2.5\n", 0, 0, 2, 1000000, 2.5, 0},
        {"t_ms;depth_mm\n0;1,5\n1.000,5;52,5\n", 0, 0, 2, 1000500, 52.5, 0},
        {"t_ms;depth_mm\n0;1,5\n1 000;52,5\n", 0, 0, 2, 1000000, 52.5, 0},
        {"t_ms,depth_mm,,\n0,1,,\n10,52.5,,\n,,,\n,,,\n", 0, 0, 2, 10000, 52.5, 0},
        {"t_ms,depth_mm\n0,1,,\n10,52.5,,\n", 0, 0, 2, 10000, 52.5, 0},
        {"Logger 7, no. 12\nStart: 9 May\n\nt_ms,depth_mm\n0,1\n10,52.5\n", 0, 0, 2,
         10000, 52.5, 0},
        {"t_s|depth_mm\n0|1\n0.01|52.5\n", 0, 0, 2, 10000, 52.5, 0},
        {"t_ms,depth_mm,note\n0,1\n10,52.5\n", 0, 0, 2, 10000, 52.5, 0},
        {"t_ms,depth_mm,note,by\n0,1,a,b\n10,52.5,c\n", 0, 0, 2, 10000, 52.5, 0},
        {"# t_ms,depth_mm\n0,1\n10,52.5\n", 0, 0, 2, 10000, 52.5, 0},
        {"\"t\",\"depth, all\"\n\"0\",\"1\"\n\"10\",\"52.5\"\n", 0, 0, 2, 10000, 52.5,
         ""},
        /* readings that are not there are counted as lost */
        {"time_ms,depth\n0,1\n10,nan\n20,#N/A\n30,\n40,52.5\n", 0, 0, 2, 40000, 52.5, ""},
    };
    for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++) {
        const struct sheet *it = &sheets[i];
        const struct recording_columns names = {it->time, it->depth};
        struct heard heard;
        if (!hear(it->text, strlen(it->text), &names, &heard)) {
            fail_msg("\"%s\" gave \"%s\"", it->text, err_text());
        }
        if (heard.count != it->count ||
            heard.samples[it->count - 1].t_us - heard.samples[0].t_us != it->step_us ||
            fabs(heard.samples[it->count - 1].depth_mm - it->depth_mm) > 1e-9) {
            fail_msg("\"%s\": %zu samples, %lld us, %g mm", it->text, heard.count,
                     (long long)(heard.samples[1].t_us - heard.samples[0].t_us),
                     heard.samples[1].depth_mm);
        }
        const char *found = heard.found.text ? heard.found.text : "";
        if (it->found ? !strstr(found, it->found) || !*found : *found != '\0') {
            fail_msg("\"%s\" was found as \"%s\"", it->text, found);
        }
        str_free(&heard.found);
    }
}

static void lost_readings_are_counted(void **state)
{
    (void)state;
    static const char text[] = "time_ms,depth\n0,1\n10,nan\n20,#N/A\n30,--\n40,5\n50,6\n";
    struct heard heard;
    assert_true(hear(text, strlen(text), &(struct recording_columns){0}, &heard));
    assert_int_equal(heard.count, 3);
    assert_int_equal(heard.samples[0].lost, 0);
    assert_int_equal(heard.samples[1].lost, 3);
    assert_int_equal(heard.samples[2].lost, 0);
    str_free(&heard.found);
}

/* The sentence names file and line, the cause and a cure. */
static void what_cannot_be_read_is_told(void **state)
{
    (void)state;

    static const struct {
        const char *text;
        size_t length; /* 0: up to its end */
        int line;      /* 0: the whole file */
        const char *cause, *cure;
        const char *time, *depth;
    } cases[] = {
        {"\xFF\xFEt\0,\0", 6, 0, "is UTF-16", "save the sheet as \"CSV UTF-8\"", 0, 0},
        {"t\0_\0m\0s\0,\0d\0e\0p\0", 16, 0, "is UTF-16", "CSV UTF-8", 0, 0},
        {"\xFE\xFF\0t\0,", 6, 0, "is UTF-16", "CSV UTF-8", 0, 0},
        {"PK\x03\x04\x14\0", 6, 0, "is a workbook (.xlsx", "CSV UTF-8", 0, 0},
        {"\xD0\xCF\x11\xE0\xA1", 5, 0, "is a workbook (.xls", "CSV UTF-8", 0, 0},
        {"time,depth\n10:23:45.1,1\n10:23:45.0,2\n", 0, 3, "goes back to \"10:23:45.0\"",
         "sort the rows", 0, 0},
        {"time,depth\n10:23:45.1,1\n12,2\n", 0, 3, "time is \"12\", no time of day",
         "10:23:45.123", 0, 0},
        {"time,depth\n1.5,1\n10:23:45.1,2\n", 0, 3, "time is \"10:23:45.1\", no number",
         "write it as", 0, 0},
        {"time,depth\n10:23:45,1\n10:23:45,2\n10:23:45,3\n10:23:45,4\n10:23:45,5\n", 0, 6,
         "the time is \"10:23:45\" in 5 rows", "hh:mm:ss.000", 0, 0},
        {"t_s,depth_mm\n1,1\n1,2\n1,3\n1,4\n1,5\n", 0, 6, "the time is \"1\" in 5 rows",
         "thousandths", 0, 0},
        {"t_ms,depth_mm\n\"1,234\",1\n", 0, 2, "may be thousands or a decimal comma",
         "semicolons", 0, 0},
        {"t_ms;depth_mm\n0;0,5\n10;1.5\n", 0, 2, "another decimal mark", "alike", 0, 0},
        {"0.01,2\n0.02,3\n", 0, 1, "no time in the header: its first line holds readings",
         "t_ms,depth_mm", 0, 0},
        {"10:23:45.1 -> 2.5\n10:23:45.2 -> 2.6\n", 0, 1, "holds readings", "--raw", 0, 0},
        {"[{\"t\":0,\"depth\":1}]\n", 0, 1, "holds readings", "--raw", 0, 0},
        {"t=0 depth=3\nt=1 depth=4\n", 0, 1, "holds readings", "--raw", 0, 0},
        {"t_ms,depth (%)\n0,1\n", 0, 1, "no depth", "--depth", 0, 0},
        {"<html><table>\n", 0, 0, "is a web page", "CSV UTF-8", 0, 0},
        {"a,b\n0,1\n", 0, 1, "which names \"a\", \"b\"", "--time", 0, 0},
        {"t,stamp,depth\n0,1,2\n", 0, 1,
         "several columns may be the time: \"t\", \"stamp\"", "--time", 0, 0},
        {"t_ms,depth left,depth right\n0,1,2\n", 0, 1, "no depth", "--depth", 0, 0},
        {"t_ms,depth_mm\n0,1\n", 0, 1, "no column \"x\" in the header, which names",
         "--time", "x", 0},
        {"t_ms,x,x\n0,1,2\n", 0, 1, "2 columns \"x\"", "keep one", 0, "x"},
        {"time_ms,depth\n0,nan\n10,\n", 0, 3, "no row has a depth", "--depth", 0, 0},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct recording_columns names = {cases[i].time, cases[i].depth};
        struct heard heard;
        char start[96];
        size_t length = cases[i].length ? cases[i].length : strlen(cases[i].text);
        bool read = hear(cases[i].text, length, &names, &heard);
        str_free(&heard.found);
        if (cases[i].line > 0) {
            str_format(start, sizeof start, "%s:%d: ", path, cases[i].line);
        } else {
            str_format(start, sizeof start, "%s: ", path);
        }
        if (read || !str_starts(err_text(), start) ||
            !strstr(err_text(), cases[i].cause) || !strstr(err_text(), cases[i].cure)) {
            fail_msg("case %zu, \"%s\", gave \"%s\"", i, cases[i].text, err_text());
        }
    }
}

/* ---- drawn sheets ---- */

static void to_gbk(struct str *text)
{
    iconv_t converter = iconv_open("GB18030", "UTF-8");
    assert_true(converter != (iconv_t)-1);
    char out[2 * TEXT_MAX];
    char *in = text->text;
    char *to = out;
    size_t left = text->length;
    size_t room = sizeof out;
    assert_int_equal(iconv(converter, &in, &left, &to, &room), 0);
    iconv_close(converter);
    str_free(text);
    str_add_bytes(text, out, sizeof out - room);
}

struct dialect {
    const char *separator;
    char decimal;
    int clock; /* 0: a number */
    int name;
    bool mark, gbk, crlf, quotes, preamble;
};

static const struct names {
    const char *time, *clock, *depth;
    bool is_chinese;
} all_names[] = {
    {"t_s", "time", "depth_mm", false},
    {"Time (s)", "Time of day", "Depth [mm]", false},
    {"时间(秒)", "时间", "深度(毫米)", true},
    {"时间（秒）", "时刻", "按压深度（毫米）", true},
    {"Elapsed time/s", "Clock", "Compression depth mm", false},
};

static void put_number(struct str *text, const struct dialect *it, double value,
                       int digits)
{
    char number[40];
    str_format(number, sizeof number, "%.*f", digits, value);
    char *point = strchr(number, '.');
    if (point) {
        *point = it->decimal;
    }
    bool quoted = it->quotes || (it->decimal == ',' && it->separator[0] == ',');
    str_add(text, quoted ? "\"%s\"" : "%s", number);
}

static void put_time(struct str *text, const struct dialect *it, int64_t t_ms)
{
    static const char *const before[] = {"", "",         "2026-11-",
                                         "", "2026/11/", "2026年11月"};
    static const char *const behind[] = {"", "", " ", ".11.2026 ", "T", "日 "};
    if (it->clock == 0) {
        put_number(text, it, (double)t_ms / 1000, 3);
        return;
    }
    int64_t day = t_ms / 86400000;
    int64_t of_day = t_ms % 86400000;
    char decimal = it->separator[0] == ',' ? '.' : it->decimal;
    if (it->clock > 1) {
        str_add(text, "%s%d%s", before[it->clock], (int)(27 + day), behind[it->clock]);
    }
    str_add(text, "%02d:%02d:%02d%c%03d", (int)(of_day / 3600000),
            (int)(of_day / 60000 % 60), (int)(of_day / 1000 % 60), decimal,
            (int)(of_day % 1000));
}

static void drawn_sheets_are_read(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 400; round++) {
        static const char *const separators[] = {",", ";", "\t"};
        struct dialect it = {.separator = separators[rng_int(&rng, 0, 2)],
                             .decimal = rng_int(&rng, 0, 1) ? '.' : ',',
                             .clock = rng_int(&rng, 0, 5),
                             .name = rng_int(&rng, 0, 4),
                             .mark = rng_int(&rng, 0, 1),
                             .crlf = rng_int(&rng, 0, 1),
                             .quotes = rng_int(&rng, 0, 1),
                             .preamble = rng_int(&rng, 0, 3) == 0};
        const struct names *names = &all_names[it.name];
        it.gbk = !it.mark && (names->is_chinese || it.clock == 5) && rng_int(&rng, 0, 1);
        const char *end = it.crlf ? "\r\n" : "\n";
        struct str text = {0};
        int64_t times[ROWS];
        double depths[ROWS];
        int64_t t_ms = it.clock ? rng_int(&rng, 86399000, 86399990) : 0;
        str_add(&text, "%s%s", it.mark ? "\xEF\xBB\xBF" : "",
                it.preamble ? "Logger 7\r\n\r\n" : "");
        str_add(&text, "no%s%s%s%s%s", it.separator,
                it.clock ? names->clock : names->time, it.separator, names->depth, end);
        for (int i = 0; i < ROWS; i++) {
            times[i] = t_ms;
            depths[i] = rng_int(&rng, -30, 600) / 10.0;
            str_add(&text, "%d%s", i, it.separator);
            put_time(&text, &it, t_ms);
            str_add(&text, "%s", it.separator);
            put_number(&text, &it, depths[i], 1);
            str_add(&text, "%s", end);
            t_ms += rng_int(&rng, 1, 40);
        }
        if (it.gbk) {
            to_gbk(&text);
        }
        struct heard heard;
        bool read = hear(text.text, text.length, &(struct recording_columns){0}, &heard);
        if (!read || heard.count != ROWS) {
            fail_msg("round %d, %zu rows, \"%s\" of %.300s", round, heard.count,
                     err_text(), text.text);
        }
        for (int i = 0; i < ROWS; i++) {
            assert_int_equal(heard.samples[i].t_us - heard.samples[0].t_us,
                             (times[i] - times[0]) * 1000);
            assert_true(fabs(heard.samples[i].depth_mm - depths[i]) < 1e-9);
        }
        str_free(&heard.found);
        str_free(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sheets_are_read),
        cmocka_unit_test(lost_readings_are_counted),
        cmocka_unit_test(what_cannot_be_read_is_told),
        cmocka_unit_test(drawn_sheets_are_read),
    };
    return cmocka_run_group_tests_name("sheets", tests, make_folder, remove_folder);
}
