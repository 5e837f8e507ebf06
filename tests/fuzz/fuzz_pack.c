/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as a pack, and any bytes as the manifest of a pack whose signature is right:
 * it is refused with a sentence that begins with its name, or read within its bounds.
 */
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/err.h"
#include "base/str.h"
#include "pack/internal.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Of the first test of RFC 8032, whose secret half everybody knows: the corpus is signed
 * with it. */
static const char line[] = "MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

static void as_file(const uint8_t *data, size_t size, const struct pack_keys *keys)
{
    char path[] = "/tmp/life-kiosk-fuzz-XXXXXX";
    int fd = mkstemp(path);
    assert(fd >= 0);
    ssize_t written = write(fd, data, size);
    assert(written == (ssize_t)size);
    close(fd);
    struct pack *pack = pack_open(path, keys);
    while (pack_read(pack, 1 << 16, NULL) == PACK_GOING) {
    }
    assert(pack_state(pack) == PACK_WHOLE || str_starts(err_text(), path + 5));
    pack_close(pack);
    unlink(path);
}

static void as_manifest(const uint8_t *data, size_t size)
{
    struct pack_info *info = malloc(sizeof *info);
    assert(info);
    if (pack_manifest_read(info, "x.lkp", (const char *)data, size)) {
        size_t length = 0;
        char *again = pack_manifest_write(info, &length);
        assert(info->file_count <= PACK_FILES_MAX && info->size <= PACK_BYTES_MAX);
        for (size_t i = 0; i < info->file_count; i++) {
            assert(pack_name_fits(info->files[i].name));
        }
        struct pack_info *twin = malloc(sizeof *twin);
        assert(twin);
        bool read = pack_manifest_read(twin, "x.lkp", again, length);
        assert(read);
        free(twin);
        free(again);
    } else {
        assert(str_starts(err_text(), "x.lkp: "));
    }
    free(info);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct pack_keys keys = {0};
    bool added = pack_keys_add(&keys, "RFC 8032", line);
    assert(added);
    as_file(data, size, &keys);
    as_manifest(data, size);
    size_t skip = PACK_HEAD_BYTES; /* the list of a pack whose signature is wrong */
    if (size > skip) {
        as_manifest(data + skip, size - skip);
    }
    return 0;
}
