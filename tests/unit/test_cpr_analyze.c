/* SPDX-License-Identifier: MIT */
/* cpr-analyze as a program: options, exit codes, and the one sentence. */
#include <math.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "support/tap.h"

static const char *program;
static char folder[] = "/tmp/cpr-analyze-XXXXXX";

struct case_of_program {
    const char *arguments; /* FILE stands for the file that holds `text` */
    const char *text;
    int status;
    const char *says; /* on standard output or error, somewhere */
};

static void expect_case(const struct case_of_program *it)
{
    char path[128], command[1024], said[8192];
    snprintf(path, sizeof path, "%s/file.csv", folder);
    if (it->text) {
        assert_true(file_write(path, it->text, strlen(it->text)));
    }
    snprintf(command, sizeof command, "FILE=%s; '%s' %s 2>&1", path, program,
             it->arguments);
    FILE *pipe =
        popen(command, "r"); /* NOLINT(cert-env33-c): as a person would call it */
    assert_non_null(pipe);
    size_t length = fread(said, 1, sizeof said - 1, pipe);
    said[length] = '\0';
    int status = pclose(pipe);
    assert_true(WIFEXITED(status));
    if (WEXITSTATUS(status) != it->status || !strstr(said, it->says)) {
        fail_msg("cpr-analyze %s: exit %d, not %d: %s", it->arguments,
                 WEXITSTATUS(status), it->status, said);
    }
    if (it->status != 0) {
        assert_ptr_equal(strchr(said, '\n'), said + length - 1); /* one sentence */
    }
}

/* Two pushes, times in s. */
static void write_pushes(char *text, size_t size, const char *header, double peak)
{
    size_t length = (size_t)snprintf(text, size, "%s\n", header);
    for (int i = 0; i <= 120; i++) {
        length += (size_t)snprintf(text + length, size - length, "%.2f,%.3f\n", i * 0.01,
                                   peak * (1 - cos(2 * M_PI * i / 60)) / 2);
    }
}

static void columns_of_other_names_are_read(void **state)
{
    (void)state;
    static const char good[] = "\"count\":2,\"mean_depth_mm\":50.0";

    static const struct {
        const char *arguments, *header;
        double peak;
        int status;
        const char *says;
    } cases[] = {
        {"$FILE", "Time_S,DEPTH_CM", 5, 0, good},
        {"$FILE --time 'Zeit (s)' --depth Tiefe_cm", "Zeit (s),Tiefe_cm", 5, 0, good},
        {"$FILE --depth chest", "t_s,chest", 50, 0, good},
        {"$FILE --depth x", "t_s,depth_mm", 50, 1, "no column \"x\""},
        {"$FILE", "t_s,depth_mm", 5.1, 0, "is 5.1: centimetres?"},
        {"$FILE", "t_s,depth_mm", -50, 0, "negative, down to -50.0"},
        {"--raw $FILE --depth x", "t_s,depth_mm", 50, 2, "--time and --depth"},
        {"$FILE --time", "t_s,depth_mm", 50, 2, "--time wants the name"},
        {"$FILE --verdict", "t_s,depth_mm", 50, 2, "--verdict wants a language"},
        {"$FILE --verdict fr", "t_s,depth_mm", 50, 1, "fr is not a language"},
        {"$FILE --verdict en", "t_s,depth_mm", 50, 0, "Pushes: 2."},
        {"$FILE --verdict zh-CN", "t_s,depth_mm", 50, 0, "按压：2 次。"},
        {"$FILE", "Time (s),Depth (cm)", 5, 0, "depth is \"Depth (cm)\" in cm"},
        {"$FILE", "时间,深度", 50, 0, "in s (by its steps"},
        {"$FILE --depth 距离", "t_s,距离（毫米）", 50, 0, good},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[4096];
        write_pushes(text, sizeof text, cases[i].header, cases[i].peak);
        const struct case_of_program it = {cases[i].arguments, text, cases[i].status,
                                           cases[i].says};
        expect_case(&it);
    }
}

static void mistakes_of_usage_exit_2(void **state)
{
    (void)state;
    static const struct case_of_program cases[] = {
        {"", NULL, 2, "no file is named"},
        {"one two", NULL, 2, "two is one file too many"},
        {"--colour one", NULL, 2, "--colour is not an option"},
        {"one --guideline", NULL, 2, "--guideline wants the name"},
        {"one --window 3", NULL, 2, "--window wants two numbers"},
        {"one --window 3 x", NULL, 2, "--window wants two numbers"},
        {"one --window 3 1", NULL, 2, "--window 3 1"},
        {"one --window nan 1", NULL, 2, "--window wants two numbers"},
        {"one --window 1 1e30", NULL, 2, "--window 1 1e30"},
        {"one --mode 15:2", NULL, 2, "--mode 15:2 is not known"},
        {"--faults", NULL, 2, "no file is named"},
        {"--periods", NULL, 2, "--periods wants a file"},
        {"--periods one two", NULL, 2, "--periods stands alone"},
        {"--raw", NULL, 2, "no file is named"},
        {"--help", NULL, 0, "usage: cpr-analyze FILE"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        expect_case(&cases[i]);
    }
}

static void unreadable_input_exits_1(void **state)
{
    (void)state;
    static const struct case_of_program cases[] = {
        {"/nowhere.csv", NULL, 1, "/nowhere.csv: cannot be opened"},
        {"$FILE", "", 1, "file.csv"},
        {"$FILE", "a,b\n1,2\n", 1, "file.csv:1:"},
        {"$FILE", "t_ms,depth_mm\n0,0\n10,deep\n", 1, "file.csv:3:"},
        {"$FILE --guideline none", "t_ms,depth_mm\n0,0\n", 1, "there are aha-2025/adult"},
        {"$FILE", "# guideline: mine\nt_ms,depth_mm\n0,0\n", 1, "\"mine\" is not known"},
        {"--periods /nowhere.csv", NULL, 1, "/nowhere.csv: cannot be opened"},
        {"--periods $FILE", "", 1, "holds no period"},
        {"--periods $FILE", "start,stop\n", 1, "holds no period"},
        {"--periods $FILE", "start\n1\n", 1, "file.csv:1: holds one column"},
        {"--periods $FILE", "start,stop\n1,x\n", 1, "file.csv:2: \"x\" is not a number"},
        {"--periods $FILE", "start,stop\n1,2,3\n", 1, "file.csv:2: has not as many"},
        {"--periods $FILE", "start,stop\n3,2\n", 1, "file.csv:2: the period from 3 to 2"},
        {"--periods $FILE", "start,stop\n1,5\n4,6\n", 1, "file.csv:3: the period from 4"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        expect_case(&cases[i]);
    }
}

static void options_win_over_the_file(void **state)
{
    (void)state;
    static const char text[] = "# guideline: erc-2025/adult\n# window_s: 0 4\n"
                               "t_ms,depth_mm\n0,0\n10,0\n";
    static const struct case_of_program cases[] = {
        {"$FILE", "t_ms,depth_mm\n0,0\n", 0, "{\"guideline\":\"aha-2025/adult\","},
        {"$FILE", text, 0, "{\"guideline\":\"erc-2025/adult\",\"duration_s\":4.0,"},
        {"$FILE --guideline china/light", text, 0, "{\"guideline\":\"china/light\","},
        {"--window -1.5 2 $FILE", text, 0, "\"duration_s\":3.5,"},
        {"$FILE --events", text, 0, "\"events\":[]}\n"},
        {"--periods $FILE", "index,To,From\n0,1.5,2\n1,4,4.5\n", 0,
         "{\"ccf_percent\":33.3,\"pauses\":1,\"longest_pause_s\":2.0,"
         "\"total_pause_s\":2.0}\n"},
        {"--periods $FILE", "Stop (s),Start (s)\r\n4,2\r\n\r\n7,5\r\n", 0,
         "{\"ccf_percent\":80.0,\"pauses\":1,"},
        {"--periods $FILE", "start,stop\n2,2\n", 0,
         "{\"ccf_percent\":null,\"pauses\":0,"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        expect_case(&cases[i]);
    }
}

/* A full disk is said, not passed over. */
static void what_is_not_written_is_said(void **state)
{
    (void)state;
    expect_case(&(struct case_of_program){"$FILE 2>&1 >/dev/full #",
                                          "t_ms,depth_mm\n0,0\n", 1,
                                          "the result could not be written"});
}

int main(int argc, char **argv)
{
    if (argc != 2 || !mkdtemp(folder)) {
        return 1;
    }
    program = argv[1];
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_of_other_names_are_read),
        cmocka_unit_test(mistakes_of_usage_exit_2),
        cmocka_unit_test(unreadable_input_exits_1),
        cmocka_unit_test(options_win_over_the_file),
        cmocka_unit_test(what_is_not_written_is_said),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    char path[128];
    snprintf(path, sizeof path, "%s/file.csv", folder);
    unlink(path);
    rmdir(folder);
    return failed;
}
