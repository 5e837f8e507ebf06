/* SPDX-License-Identifier: MIT */
#include "screens/staff/export_along.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "base/log.h"
#include "screens/kiosk.h"

enum { BYTES_MAX = 256 << 20, TWINS_MAX = 100, PATH_BYTES = STICK_PATH_MAX + 256 };

bool export_along_list(const struct kiosk *k, struct export_along *along)
{
    char path[CONF_PATH_MAX];
    *along = (struct export_along){.kiosk = ""};
    if (!k->keeper || !str_format(path, sizeof path, "%s/counts.db", k->data_folder)) {
        return false;
    }
    str_copy(along->folder, sizeof along->folder, k->data_folder);
    str_copy(along->kiosk, sizeof along->kiosk,
             k->store ? store_kiosk(k->store) : STORE_NO_KIOSK);
    aside_list(path, false, &along->asides);
    return along->asides.count > 0;
}

/* Whether the file of that name holds these bytes. */
static bool holds(const char *path, const char *bytes, size_t length)
{
    size_t found_length = 0;
    char *found = file_read(path, BYTES_MAX, &found_length);
    bool same = found && found_length == length && memcmp(found, bytes, length) == 0;
    free(found);
    return same;
}

/* Read back, as what is on a stick has to be. */
static enum stick_fault write_there(const char *path, const char *bytes, size_t length)
{
    errno = 0;
    if (!file_write(path, bytes, length)) {
        int error = errno;
        log_error("export", "%s", err_text());
        return error ? stick_fault_of(error) : STICK_failed;
    }
    return holds(path, bytes, length) ? STICK_none : STICK_damaged;
}

/* Under its name, or a numbered one where that is another kiosk's. */
static enum stick_fault put(const char *folder, const char *kiosk, const char *name,
                            const char *bytes, size_t length)
{
    for (int i = 1; i <= TWINS_MAX; i++) {
        char path[PATH_BYTES];
        char number[16] = "";
        if (i > 1) {
            str_format(number, sizeof number, "%d-", i);
        }
        str_format(path, sizeof path, "%s/life-kiosk-%s-%s%s", folder, kiosk, number,
                   name);
        if (!file_exists(path)) {
            return write_there(path, bytes, length);
        }
        if (holds(path, bytes, length)) {
            return STICK_none;
        }
    }
    return STICK_failed;
}

static enum stick_fault copy(const struct export_along *along, const char *name,
                             const char *folder)
{
    char path[PATH_BYTES];
    size_t length = 0;
    str_format(path, sizeof path, "%s/%s", along->folder, name);
    if (!file_exists(path)) {
        return STICK_none; /* it has no log */
    }
    char *bytes = file_read(path, BYTES_MAX, &length);
    if (!bytes) { /* a folder, or it cannot be read: the stick is not to blame */
        log_error("export", "%s", err_text());
        return STICK_none;
    }
    enum stick_fault fault = put(folder, along->kiosk, name, bytes, length);
    free(bytes);
    return fault;
}

enum stick_fault export_along_work(void *context, const char *folder)
{
    const struct export_along *along = context;
    enum stick_fault fault = STICK_none;
    for (size_t i = 0; i < along->asides.count && fault == STICK_none; i++) {
        char log[ASIDE_NAME_MAX + 8];
        const char *name = along->asides.files[i].name;
        str_format(log, sizeof log, "%s-wal", name);
        fault = copy(along, name, folder);
        fault = fault == STICK_none ? copy(along, log, folder) : fault;
    }
    return fault;
}
