/* SPDX-License-Identifier: MIT */
#include "author/findings.h"

#include <assert.h>
#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/err.h"
#include "base/str.h"

enum {
    FINDINGS_MAX = 256,
    ARGUMENT_MAX = 512,
    OUTPUT_MAX = 1 << 20, /* a program that does not end is ended */
    ENDS_MS = 10,         /* between its last word and its end */
};

struct findings {
    size_t count, errors;
    struct finding items[FINDINGS_MAX];
    pid_t pid; /* 0: nothing runs */
    int from;  /* its standard output; -1: nothing more comes */
    struct str output;
    enum findings_end ended;
    int number;
};

struct findings *findings_create(void)
{
    struct findings *findings = calloc(1, sizeof *findings);
    assert(findings);
    findings->from = -1;
    return findings;
}

static void end_program(struct findings *findings)
{
    if (findings->pid > 0) {
        kill(findings->pid, SIGKILL);
        waitpid(findings->pid, NULL, 0);
    }
    if (findings->from >= 0) {
        close(findings->from);
    }
    findings->pid = 0;
    findings->from = -1;
    str_free(&findings->output);
}

void findings_free(struct findings *findings)
{
    if (findings) {
        end_program(findings);
        free(findings);
    }
}

/* ---- the program ------------------------------------------------------------------- */

/* Its last line says how much was looked at, on a stream of its own: nobody reads it. */
static void run_child(const char *program, char *const *args, int to)
{
    int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
    dup2(nowhere, STDIN_FILENO);
    dup2(nowhere, STDERR_FILENO);
    dup2(to, STDOUT_FILENO);
    execv(program, args);
    _exit(127);
}

/* `number` is errno. Keeps err_text(); false. */
static bool fail_to_start(struct findings *findings, int number)
{
    findings->count = findings->errors = 0;
    findings->ended = FINDINGS_NO_START;
    findings->number = number;
    return false;
}

bool findings_begin(struct findings *findings, const char *program, const char *lang,
                    const char *lesson)
{
    char words[3][ARGUMENT_MAX];
    char name[] = "lesson-check";
    char option[] = "--lang";
    char *args[] = {name, option, words[1], words[2], NULL};
    int ends[2];
    end_program(findings);
    if (!str_copy(words[0], ARGUMENT_MAX, program) ||
        !str_copy(words[1], ARGUMENT_MAX, lang) ||
        !str_copy(words[2], ARGUMENT_MAX, lesson)) {
        err_set("%s: the path is too long", lesson);
        return fail_to_start(findings, ENAMETOOLONG);
    }
    if (access(program, X_OK) != 0 || pipe2(ends, O_CLOEXEC) != 0) {
        int why = errno;
        err_set("%s: cannot be started: %s", program, strerror(why));
        return fail_to_start(findings, why);
    }
    findings->pid = fork();
    if (findings->pid == 0) {
        run_child(words[0], args, ends[1]);
    }
    int why = errno;
    close(ends[1]);
    if (findings->pid < 0) {
        findings->pid = 0;
        close(ends[0]);
        err_set("%s: no process: %s", program, strerror(why));
        return fail_to_start(findings, why);
    }
    findings->ended = FINDINGS_WHOLE;
    findings->from = ends[0];
    fcntl(findings->from, F_SETFL, O_NONBLOCK);
    return true;
}

void findings_wait(const struct findings *findings, int at_most_ms)
{
    struct pollfd wait = {.fd = findings->from, .events = POLLIN};
    if (findings->pid > 0) { /* poll() passes over a -1 */
        bool ends = findings->from < 0 && at_most_ms > ENDS_MS;
        poll(&wait, 1, ends ? ENDS_MS : at_most_ms);
    }
}

bool findings_waits(const struct findings *findings)
{
    return findings->pid > 0;
}

/* ---- what it says ------------------------------------------------------------------ */

/* Past ":<digits>: "; NULL when that does not stand there. */
static const char *past_line(const char *at, int *line)
{
    char *rest = NULL;
    if (*at != ':' || !isdigit((unsigned char)at[1])) {
        return NULL;
    }
    long number = strtol(at + 1, &rest, 10);
    *line = number > 0 && number < 1000000000 ? (int)number : 1;
    return str_starts(rest, ": ") ? rest + 2 : NULL;
}

bool findings_read(struct finding *finding, const char *line)
{
    static const struct {
        const char *word;
        bool error;
    } words[] = {{"error: ", true}, {"warning: ", false}};

    *finding = (struct finding){0};
    for (const char *at = strchr(line, ':'); at; at = strchr(at + 1, ':')) {
        const char *rest = past_line(at, &finding->line);
        for (size_t i = 0; rest && i < sizeof words / sizeof *words; i++) {
            if (str_starts(rest, words[i].word)) {
                finding->error = words[i].error;
                str_copy(finding->text, sizeof finding->text,
                         rest + strlen(words[i].word));
                return str_format(finding->file, sizeof finding->file, "%.*s",
                                  (int)(at - line), line);
            }
        }
    }
    return false;
}

static void add_lines(struct findings *findings, bool errors)
{
    const char *at = findings->output.text ? findings->output.text : "";
    while (*at) {
        char line[FINDINGS_FILE_MAX + FINDINGS_TEXT_MAX + 32];
        struct finding finding;
        size_t length = strcspn(at, "\n");
        str_format(line, sizeof line, "%.*s", (int)length, at);
        if (findings_read(&finding, line) && finding.error == errors &&
            findings->count < FINDINGS_MAX) {
            findings->items[findings->count++] = finding;
            findings->errors += errors;
        }
        at += length + (at[length] == '\n');
    }
}

/* Reads what there is. False while more may come. */
static bool read_all(struct findings *findings)
{
    char bytes[4096];
    ssize_t got = 0;
    while (findings->from >= 0 && findings->output.length < OUTPUT_MAX &&
           (got = read(findings->from, bytes, sizeof bytes)) > 0) {
        str_add_bytes(&findings->output, bytes, (size_t)got);
    }
    return got >= 0 || (errno != EAGAIN && errno != EINTR);
}

/* 0: it has found nothing; 1: errors. Any other end, and a 1 without an error on the list
 * (it could not read its own texts, or was asked wrongly), says nothing of the lesson. */
static void judge_end(struct findings *findings, int status)
{
    int code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    bool full = findings->output.length >= OUTPUT_MAX; /* it was ended for that */
    bool good =
        code == 0 || (code == 1 && findings->errors > 0) || (full && findings->count > 0);
    findings->ended = good       ? FINDINGS_WHOLE
                      : code < 0 ? FINDINGS_KILLED
                                 : FINDINGS_BROKE_OFF;
    findings->number = code < 0 ? WTERMSIG(status) : code;
    if (!good) {
        findings->count = findings->errors = 0;
    }
}

bool findings_poll(struct findings *findings)
{
    int status = 0;
    if (findings->pid == 0 || !read_all(findings)) {
        return false;
    }
    if (findings->from >= 0) { /* a program that has more to say than fits ends by that */
        close(findings->from);
        findings->from = -1;
        if (findings->output.length >= OUTPUT_MAX) {
            kill(findings->pid, SIGKILL);
        }
    }
    pid_t gone = waitpid(findings->pid, &status, WNOHANG);
    if (gone == 0 || (gone < 0 && errno == EINTR)) {
        return false;
    }
    findings->pid = 0;
    findings->count = findings->errors = 0;
    add_lines(findings, true);
    add_lines(findings, false);
    judge_end(findings, status);
    end_program(findings);
    return true;
}

enum findings_end findings_ended(const struct findings *findings, int *number)
{
    if (number) {
        *number = findings->number;
    }
    return findings->ended;
}

const struct finding *findings_item(const struct findings *findings, size_t index)
{
    return index < findings->count ? &findings->items[index] : NULL;
}

size_t findings_count(const struct findings *findings)
{
    return findings->count;
}

size_t findings_errors(const struct findings *findings)
{
    return findings->errors;
}
