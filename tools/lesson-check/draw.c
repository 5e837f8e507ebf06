/* SPDX-License-Identifier: MIT */
#include "draw.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/err.h"
#include "base/str.h"

static bool find_program(char *path, size_t size)
{
    char self[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", self, sizeof self - 1);
    if (length <= 0) {
        return err_set(
            "/proc/self/exe: cannot be read; where life-kiosk is stays unknown");
    }
    self[length] = '\0';
    *strrchr(self, '/') = '\0';
    return str_format(path, size, "%s/life-kiosk", self) ||
           err_set("%s: the path is too long", self);
}

/* What it says goes into the pipe. */
static void run_child(const char *program, const char *folder, const char *out, int said)
{
    dup2(said, STDOUT_FILENO);
    dup2(said, STDERR_FILENO);
    execl(program, "life-kiosk", "--cards", folder, "--out", out, (char *)NULL);
    _exit(127);
}

/* The last line of all that is said: of what stopped it. */
static void read_last_line(int from, char *line, size_t size)
{
    struct str said = {0};
    char block[4096];
    ssize_t got = 0;
    line[0] = '\0';
    while ((got = read(from, block, sizeof block)) > 0 || (got < 0 && errno == EINTR)) {
        str_add_bytes(&said, block, got > 0 ? (size_t)got : 0);
    }
    while (said.length > 0 && said.text[said.length - 1] == '\n') {
        said.text[--said.length] = '\0';
    }
    if (said.length > 0) {
        const char *last = strrchr(said.text, '\n');
        str_copy(line, size, last ? last + 1 : said.text);
    }
    str_free(&said);
}

bool draw_cards(const char *folder, const char *out)
{
    char program[PATH_MAX];
    char line[512];
    int ends[2];
    int status = 0;
    if (!find_program(program, sizeof program)) {
        return false;
    }
    if (access(program, X_OK) != 0) {
        return err_set("%s: %s", program, strerror(errno));
    }
    if (pipe(ends) != 0) {
        return err_set("no pipe: %s", strerror(errno));
    }
    pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        run_child(program, folder, out, ends[1]);
    }
    close(ends[1]);
    read_last_line(ends[0], line, sizeof line);
    close(ends[0]);
    if (child < 0 || waitpid(child, &status, 0) != child) {
        return err_set("no process: %s", strerror(errno));
    }
    return (WIFEXITED(status) && WEXITSTATUS(status) == 0) ||
           err_set("life-kiosk: %s", line);
}
