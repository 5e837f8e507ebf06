/* SPDX-License-Identifier: MIT */
/*
 * Runs a fuzz target over every file of the folders named: the corpus as a plain test,
 * with any compiler. A folder without files is a mistake, not a pass.
 */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { FILE_MAX = 1 << 20 };

static int is_file(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

static int replay_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    /* As large as the content and no larger: the sanitizer sees a read beyond it. */
    static uint8_t whole[FILE_MAX];
    size_t size = file ? fread(whole, 1, sizeof whole, file) : 0;
    if (!file || ferror(file) || !feof(file)) {
        fprintf(stderr, "%s: cannot be read, or is larger than 1 MiB\n", path);
        exit(1);
    }
    fclose(file);
    uint8_t *data = malloc(size > 0 ? size : 1);
    if (!data) {
        abort();
    }
    for (size_t i = 0; i < size; i++) {
        data[i] = whole[i];
    }
    LLVMFuzzerTestOneInput(data, size);
    free(data);
    return 1;
}

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        struct dirent **entries = NULL;
        int count = scandir(argv[i], &entries, is_file, alphasort);
        int replayed = 0;
        for (int k = 0; k < count; k++) {
            char path[4096];
            snprintf(path, sizeof path, "%s/%s", argv[i], entries[k]->d_name);
            replayed += replay_file(path);
            free(entries[k]);
        }
        free(entries);
        if (replayed == 0) {
            fprintf(stderr, "%s: holds no file to replay\n", argv[i]);
            return 1;
        }
        printf("%s: %d files replayed\n", argv[i], replayed);
    }
    LLVMFuzzerTestOneInput((const uint8_t *)"", 0);
    return argc > 1 ? 0 : 1;
}
