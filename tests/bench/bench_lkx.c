/* SPDX-License-Identifier: MIT */
/*
 * bench_lkx FILE...: how fast files of counts are read, beside what nobody can leave out:
 * one signature over all bytes and SHA-256 of them twice (body and chain). One line of
 * JSON, of processor time; province.c makes the files.
 */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/err.h"
#include "base/file.h"
#include "lkx/lkx_read.h"

enum { SIGNATURE_DIGITS = 88, LAST_LINE = 99 };

struct bench {
    clock_t read, least;
    int64_t bytes, rows;
};

static bool measure(struct bench *bench, const char *path)
{
    size_t length = 0;
    unsigned char hash[SIGN_HASH_BYTES];
    unsigned char signature[SIGN_SIGNATURE_BYTES];
    char *bytes = file_read(path, LKX_BYTES_MAX, &length);
    if (!bytes) {
        return false;
    }
    clock_t begin = clock();
    struct lkx_file *file = lkx_parse(path, bytes, length, NULL, NULL);
    clock_t read = clock();
    if (file) {
        sign_from_base64(signature, sizeof signature,
                         bytes + length - SIGNATURE_DIGITS - 1, SIGNATURE_DIGITS);
        assert(sign_holds(signature, file->key, bytes, length - LAST_LINE));
        sign_sha256(hash, bytes, length);
        sign_sha256(hash, bytes, length);
        bench->least += clock() - read;
        bench->read += read - begin;
        bench->bytes += (int64_t)length;
        bench->rows += (int64_t)file->row_count;
    }
    free(bytes);
    lkx_file_free(file);
    return file != NULL;
}

int main(int argc, char **argv)
{
    struct bench bench = {.rows = 0};
    for (int i = 1; i < argc; i++) {
        if (!measure(&bench, argv[i])) {
            fprintf(stderr, "bench_lkx: %s\n", err_text());
            return 1;
        }
    }
    double s = (double)bench.read / CLOCKS_PER_SEC;
    printf("{\"files\":%d,\"rows\":%lld,\"mb_per_s\":%.0f,\"rows_per_s\":%.0f,"
           "\"times_of_hashes\":%.2f}\n",
           argc - 1, (long long)bench.rows, (double)bench.bytes / 1e6 / s,
           (double)bench.rows / s, (double)bench.read / (double)bench.least);
    return 0;
}
