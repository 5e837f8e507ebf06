/* SPDX-License-Identifier: MIT */
#include "support/child.h"

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/tap.h"

void child_start(struct child *child, const char *const *argv)
{
    int in[2];
    int out[2];
    int err[2];
    assert_int_equal(pipe2(in, O_CLOEXEC), 0);
    assert_int_equal(pipe2(out, O_CLOEXEC), 0);
    assert_int_equal(pipe2(err, O_CLOEXEC), 0);
    child->pid = fork();
    assert_true(child->pid >= 0);
    if (child->pid == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        unsetenv("LD_PRELOAD");
        dup2(in[0], STDIN_FILENO);
        dup2(out[1], STDOUT_FILENO);
        dup2(err[1], STDERR_FILENO);
        char *words[32] = {NULL};
        for (size_t i = 0; argv[i] && i < 31; i++) {
            words[i] = strdup(argv[i]); /* execv() wants them writable */
        }
        if (words[0]) {
            execv(words[0], words);
        }
        _exit(127);
    }
    close(in[0]);
    close(out[1]);
    close(err[1]);
    child->to = fdopen(in[1], "w");
    child->from = fdopen(out[0], "r");
    child->err = fdopen(err[0], "r");
    assert_true(child->to && child->from && child->err);
}

const char *child_line(struct child *child, char *line, size_t size)
{
    if (!fgets(line, (int)size, child->from)) {
        line[0] = '\0';
    }
    line[strcspn(line, "\n")] = '\0';
    return line;
}

const char *child_ask(struct child *child, const char *command, char *line, size_t size)
{
    fprintf(child->to, "%s\n", command);
    fflush(child->to);
    return child_line(child, line, size);
}

int child_wait(struct child *child)
{
    if (child->to) {
        fclose(child->to);
    }
    int status = 0;
    assert_int_equal(waitpid(child->pid, &status, 0), child->pid);
    fclose(child->from);
    fclose(child->err);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}
