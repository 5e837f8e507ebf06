/* SPDX-License-Identifier: MIT */
/* What two readers make of our codes: zbar and ZXing, as telephones have them. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/err.h"
#include "base/str.h"
#include "picture/qr.h"
#include "support/tap.h"

enum { DRAWS = 5, MODULE_PX = 4, TEXT_MAX = 300, READ_MAX = 2048 };

static char folder[] = "/tmp/qr-XXXXXX";

static void write_picture(const struct qr *qr, const char *path)
{
    FILE *out = fopen(path, "wb");
    assert_non_null(out);
    int side = (qr->side + 2 * QR_QUIET) * MODULE_PX;
    fprintf(out, "P5 %d %d 255\n", side, side);
    for (int y = 0; y < side; y++) {
        for (int x = 0; x < side; x++) {
            int row = y / MODULE_PX - QR_QUIET;
            int column = x / MODULE_PX - QR_QUIET;
            bool inside = row >= 0 && row < qr->side && column >= 0 && column < qr->side;
            fputc(inside && qr->dark[row][column] ? 0 : 255, out);
        }
    }
    assert_int_equal(fclose(out), 0);
}

static void run(char out[READ_MAX], const char *command)
{
    FILE *pipe = popen(command, "r");
    assert_non_null(pipe);
    size_t length = fread(out, 1, READ_MAX - 1, pipe);
    out[length] = '\0';
    assert_int_equal(pclose(pipe), 0);
}

static void check_read(const char *text)
{
    struct qr qr;
    char path[64];
    char command[256];
    char read[READ_MAX];
    char quoted[TEXT_MAX + 16];
    assert_true(qr_make(&qr, text));
    str_format(path, sizeof path, "%s/code.pgm", folder);
    write_picture(&qr, path);
    str_format(command, sizeof command, "zbarimg --quiet --raw '%s' 2>'%s/log'", path,
               folder);
    run(read, command);
    str_format(quoted, sizeof quoted, "%s\n", text);
    assert_string_equal(read, quoted);
    str_format(command, sizeof command, "ZXingReader '%s'", path);
    run(read, command);
    str_format(quoted, sizeof quoted, "\"%s\"\n", text);
    assert_non_null(strstr(read, quoted));
}

/* Characters of one kind alone are what readers guess wrong about. */
static void draw_text(struct rng *rng, char text[TEXT_MAX + 1])
{
    static const char *const pieces[][6] = {
        {"按压", "再深一点", "救护员", "。", "县红十字会", "培训"},
        {"深", "了", "一", "点", "，", "好"},
        {"82 ", "5 cm ", "12-05 9:00 ", "120 ", "hall ", "score "},
        {"得分 83", "；", "ü", "电话 0573-84", "é", "½"},
    };
    int kind = rng_int(rng, 0, 3);
    size_t most = (size_t)rng_int(rng, 8, TEXT_MAX);
    size_t length = 0;
    const char *piece = pieces[kind][rng_int(rng, 0, 5)];
    while (length + strlen(piece) <= most) {
        memcpy(text + length, piece, strlen(piece));
        length += strlen(piece);
        piece = pieces[kind][rng_int(rng, 0, 5)];
    }
    while (length > 0 && text[length - 1] == ' ') {
        length--;
    }
    text[length] = '\0';
}

static void two_readers_read_what_was_written(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int i = 0; i < DRAWS; i++) {
        char text[TEXT_MAX + 1];
        draw_text(&rng, text);
        printf("# %s\n", text);
        check_read(text[0] ? text : "x");
    }
    check_read("HTTPS://EXAMPLE.ORG/#s=83");
    check_read("嘉善"); /* by its bytes alone it could be Japanese */
}

static void too_much_or_nothing_is_refused(void **state)
{
    (void)state;
    struct qr qr;
    char text[4096];
    memset(text, 'a', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    assert_false(qr_make(&qr, text));
    assert_non_null(strstr(err_text(), "4095 bytes"));
    assert_false(qr_make(&qr, ""));
}

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

static int drop_folder(void **state)
{
    (void)state;
    char path[64];
    str_format(path, sizeof path, "%s/code.pgm", folder);
    unlink(path);
    str_format(path, sizeof path, "%s/log", folder);
    unlink(path);
    return rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_readers_read_what_was_written),
        cmocka_unit_test(too_much_or_nothing_is_refused),
    };
    return cmocka_run_group_tests(tests, make_folder, drop_folder);
}
