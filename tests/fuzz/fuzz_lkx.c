/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as a file of counts, and as the rows of one whose signature holds: it is
 * refused with a sentence that begins with its name, or its rows are in order and within
 * its days.
 */
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "count/merge.h"
#include "lkx/inside.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Refused for its head alone, which nobody can guess: the rows were sound until then. */
static void check(const struct lkx_file *file, bool read)
{
    bool sound = read || str_equal(err_cause()->kind, "lkx_chain");
    assert(read || str_starts(err_text(), "a.lkx:"));
    for (size_t i = 0; sound && i < file->row_count; i++) {
        const struct count_row *row = &file->rows[i];
        assert(row->key.day >= file->from_day && row->key.day <= file->to_day);
        assert(row->n >= 0 && row->revision >= 0);
        assert(row->key.metric[0] && !strstr(row->key.subject, ".."));
    }
    assert(!sound || count_sorted(file->rows, file->row_count));
}

static void as_rows(const char *bytes, size_t size)
{
    struct lkx_file *file = calloc(1, sizeof *file);
    struct str body = {0};
    assert(file);
    file->from_day = 20260301;
    file->to_day = file->made_day = 20260331;
    str_add(&body, "%s", lkx_columns);
    str_add_bytes(&body, bytes, size);
    str_add(&body, "\n");
    for (size_t i = strlen(lkx_columns); i < body.length; i++) {
        file->row_count += body.text[i] == '\n';
    }
    check(file, lkx_rows_read(file, "a.lkx", body.text, body.length));
    lkx_file_free(file);
    str_free(&body);
}

static void as_manifest(const char *bytes, size_t size)
{
    struct lkx_manifest manifest;
    struct lkx_file file = {.row_count = 0};
    bool read = lkx_manifest_open(&manifest, "a.lkx", bytes, size) &&
                lkx_manifest_read(&manifest, "a.lkx", &file);
    assert(read || str_starts(err_text(), "a.lkx:"));
    assert(!read || (file.to_day >= file.from_day && file.row_count <= LKX_ROWS_MAX));
    lkx_manifest_drop(&manifest);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *bytes = (const char *)data;
    struct lkx_file *file = lkx_parse("a.lkx", bytes, size, NULL, NULL);
    if (file) {
        check(file, true);
    } else {
        assert(str_starts(err_text(), "a.lkx:"));
    }
    lkx_file_free(file);
    const char *line = size ? memchr(bytes, '\n', size) : NULL;
    as_manifest(bytes, line ? (size_t)(line - bytes) : size);
    as_rows(bytes, size > 0 && bytes[size - 1] == '\n' ? size - 1 : size);
    return 0;
}
