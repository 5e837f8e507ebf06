/* SPDX-License-Identifier: MIT */
/*
 * The program lesson-check --voice: what it lists is what the script has and the folder
 * has not, in the order of recording.
 */
#include <string.h>
#include <sys/wait.h>

#include "base/err.h"
#include "base/file.h"
#include "base/paths.h"
#include "base/str.h"
#include "speech/piece.h"
#include "speech/script.h"
#include "speech/voice.h"
#include "support/folder.h"
#include "support/tap.h"

static const char *program;

/* Runs it; the caller frees what it wrote. */
static char *run(const char *arguments, int *code)
{
    char command[512];
    assert_true(str_format(command, sizeof command, "'%s' --lang en %s 2>&1", program,
                           arguments));
    FILE *pipe = popen(command, "r");
    assert_non_null(pipe);
    struct str out = {0};
    char block[4096];
    size_t got = 0;
    while ((got = fread(block, 1, sizeof block, pipe)) > 0) {
        str_add_bytes(&out, block, got);
    }
    int status = pclose(pipe);
    assert_true(WIFEXITED(status));
    *code = WEXITSTATUS(status);
    str_add_bytes(&out, "", 0);
    return out.text;
}

static char *run_voice(const struct folder *root, int *code)
{
    char arguments[128];
    str_format(arguments, sizeof arguments, "--voice '%s'", root->path);
    return run(arguments, code);
}

static void fail_at(void *context, const char *sentence)
{
    (void)context;
    fail_msg("%s", sentence);
}

static struct script *load_script(void)
{
    static struct paths paths;
    assert_true(paths_init(&paths, NULL));
    return script_load(&paths, "zh-CN", "zh", fail_at, NULL);
}

static void record(const struct folder *root, const char *voice, const char *text)
{
    static const int16_t samples[960] = {1, 2, 3};
    char folder[128];
    str_format(folder, sizeof folder, "%s/%s", root->path, voice);
    struct voice_record *record = voice_record_begin(folder, text);
    assert_non_null(record);
    assert_true(voice_record_add(record, samples, 960));
    assert_true(voice_record_finish(record));
}

static const char *file_of(const struct folder *root, const char *text)
{
    static char path[200];
    char name[PIECE_NAME_BYTES];
    piece_name(piece_hash(text), name);
    str_format(path, sizeof path, "%s/zh-CN/%s", root->path, name);
    return path;
}

static void root_remove(struct folder *root)
{
    char command[128];
    str_format(command, sizeof command, "rm -r '%s'", root->path);
    assert_int_equal(system(command), 0);
}

/* The missing lines of a voice are those of the script from which `has` is left out, in
 * that order and no others. */
static void expect_missing(const char *out, const char *voice,
                           const struct script *script, const bool *has)
{
    const struct script_line *line = NULL;
    size_t standing = 0;
    const char *at = out;
    char wanted[1400];
    for (size_t i = 0; (line = script_line(script, i)); i++) {
        if (has[i]) {
            standing++;
            continue;
        }
        str_format(wanted, sizeof wanted, "warning: %s: %s: not recorded: %s", voice,
                   *line->key ? line->key : "number", line->text);
        at = strstr(at, wanted);
        if (!at) {
            fail_msg("\"%s\" is not told, or not in order", wanted);
        }
        at += strlen(wanted);
        assert_true(*at == '\n' || str_starts(at, " (of: "));
        assert_true(strchr(at, '\n') != NULL);
        at = strchr(at, '\n');
    }
    size_t told = 0;
    str_format(wanted, sizeof wanted, ": warning: %s: ", voice);
    for (at = out; (at = strstr(at, wanted)); at += strlen(wanted)) {
        told++;
    }
    assert_int_equal(told, script_count(script) - standing);
    str_format(wanted, sizeof wanted, "lesson-check: %s: %zu of %zu lines are recorded, ",
               voice, standing, script_count(script));
    assert_non_null(strstr(out, wanted));
}

static void what_is_missing(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct folder root = folder_make();
    struct script *script = load_script();
    size_t count = script_count(script);
    bool *ours = calloc(count, sizeof *ours);
    bool *theirs = calloc(count, sizeof *theirs);
    assert_true(ours && theirs);
    int code = 1;
    char *out = run_voice(&root, &code);
    assert_int_equal(code, 0);
    expect_missing(out, "zh-CN", script, ours);
    assert_true(strstr(out, "warning: en: ") != NULL);
    free(out);
    for (int i = 0; i < 20; i++) {
        size_t at = (size_t)rng_int(&rng, 0, (int)count - 1);
        bool other = rng_int(&rng, 0, 1);
        (other ? theirs : ours)[at] = true;
        record(&root, other ? "zh-CN@jiashan" : "zh-CN", script_line(script, at)->text);
    }
    out = run_voice(&root, &code);
    assert_int_equal(code, 0);
    expect_missing(out, "zh-CN", script, ours);
    expect_missing(out, "zh-CN@jiashan", script, theirs);
    free(out);
    free(ours);
    free(theirs);
    script_destroy(script);
    root_remove(&root);
}

static void what_is_stale_or_damaged(void **state)
{
    (void)state;
    struct folder root = folder_make();
    int code = 1;
    record(&root, "zh-CN", "从来没有说过的话");
    char *out = run_voice(&root, &code);
    assert_int_equal(code, 0);
    assert_non_null(strstr(out, ": stale: no text says this any more: 从来没有说过的话"));
    assert_non_null(strstr(out, " lines are recorded, 1 stale"));
    free(out);

    record(&root, "zh-CN", "真棒！");
    size_t length = 0;
    char *bytes = file_read(file_of(&root, "真棒！"), 1 << 20, &length);
    assert_non_null(bytes);
    assert_true(file_write(file_of(&root, "真棒！"), bytes, length / 2));
    free(bytes);
    out = run_voice(&root, &code);
    assert_int_equal(code, 1);
    assert_non_null(strstr(out, ".opus:1: error: zh-CN: praise: "));
    assert_non_null(strstr(out, "record it again"));
    assert_null(strstr(out, "zh-CN: praise: not recorded"));
    free(out);
    root_remove(&root);
}

static void wrong_calls_are_told_apart(void **state)
{
    (void)state;
    int code = 0;
    free(run("--voice --unsigned", &code));
    assert_int_equal(code, 2);
    free(run("--voice a b", &code));
    assert_int_equal(code, 2);
    char *out = run("--voice tests/nowhere", &code);
    assert_non_null(strstr(out, "tests/nowhere:1: error: there is no such folder"));
    assert_int_equal(code, 1);
    free(out);
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "usage: %s LESSON-CHECK\n", argv[0]);
        return 2;
    }
    program = argv[1];
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_missing),
        cmocka_unit_test(what_is_stale_or_damaged),
        cmocka_unit_test(wrong_calls_are_told_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
