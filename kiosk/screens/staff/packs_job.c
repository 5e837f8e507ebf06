/* SPDX-License-Identifier: MIT */
#include "screens/staff/packs_job.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/str.h"

enum { STEP_BYTES = 1 << 16 };

/* FAT sticks may have it in capitals. */
static bool is_pack(const char *name)
{
    static const char ending[] = ".lkp";
    size_t length = strlen(name);
    return name[0] != '.' && length >= sizeof ending &&
           strcasecmp(name + length - (sizeof ending - 1), ending) == 0;
}

/* In order of name; of too many the last ones are left out, whatever the order in which
 * the stick lists them. */
static void insert_file(struct packs_job *job, const char *file)
{
    size_t at = job->count;
    while (at > 0 && strcmp(job->rows[at - 1].file, file) > 0) {
        at--;
    }
    if (job->count == PACKS_ROWS_MAX) {
        job->more++;
    } else {
        job->count++;
    }
    if (at < job->count) {
        memmove(&job->rows[at + 1], &job->rows[at],
                (job->count - 1 - at) * sizeof *job->rows);
        job->rows[at] = (struct packs_row){.state = PACK_DAMAGED};
        str_copy(job->rows[at].file, sizeof job->rows[at].file, file);
    }
}

static void list_files(struct packs_job *job, DIR *entries)
{
    job->count = 0;
    job->more = 0;
    for (struct dirent *entry; (entry = readdir(entries));) {
        if (is_pack(entry->d_name)) {
            insert_file(job, entry->d_name);
        }
    }
}

static void read_row(struct packs_job *job, struct packs_row *row, const char *folder)
{
    char path[STICK_PATH_MAX + STICK_FILE_MAX];
    str_format(path, sizeof path, "%s/%s", folder, row->file);
    struct pack *pack = pack_open(path, &job->keys);
    while (pack_read(pack, STEP_BYTES, NULL) == PACK_GOING && !job->stop) {
    }
    row->state = pack_state(pack);
    row->bytes = pack_size(pack);
    if (row->state == PACK_WHOLE) {
        const struct pack_info *info = pack_info(pack);
        str_copy(row->id, sizeof row->id, info->id);
        str_copy(row->signer, sizeof row->signer, pack_signer(pack));
        row->version = info->version;
        row->title_count = info->title_count;
        memcpy(row->titles, info->titles, sizeof row->titles);
        row->held = pack_installed_version(job->packs, row->id, &job->keys);
    } else {
        row->cause = *err_cause();
        str_copy(row->sentence, sizeof row->sentence, err_text());
    }
    pack_close(pack);
}

enum stick_fault packs_job_scan(void *context, const char *folder)
{
    struct packs_job *job = context;
    DIR *entries = opendir(folder);
    if (!entries) {
        job->count = 0;
        return stick_fault_of(errno);
    }
    list_files(job, entries);
    closedir(entries);
    for (size_t i = 0; i < job->count && !job->stop; i++) {
        job->percent = (int)(100 * i / job->count);
        read_row(job, &job->rows[i], folder);
    }
    job->percent = 100;
    return STICK_none;
}

void packs_job_look(struct packs_job *job)
{
    for (size_t i = 0; i < job->count; i++) {
        struct packs_row *row = &job->rows[i];
        if (row->state == PACK_WHOLE) {
            row->held = pack_installed_version(job->packs, row->id, &job->keys);
        }
    }
}

/* What staff chose, and gave their PIN for, is what stands in the row: the stick may be
 * another one since, or the file. */
static bool is_as_shown(const struct packs_row *row, const struct pack_info *info)
{
    return !info || (str_equal(info->id, row->id) && info->version == row->version) ||
           err_set_as(
               "pack_other",
               "%s: holds another pack than the one that was chosen; let the stick "
               "go, plug it in again and choose anew",
               row->file);
}

enum stick_fault packs_job_install(void *context, const char *folder)
{
    struct packs_job *job = context;
    char path[STICK_PATH_MAX + STICK_FILE_MAX];
    const struct packs_row *row = &job->rows[job->row];
    str_format(path, sizeof path, "%s/%s", folder, row->file);
    struct pack_install *install =
        pack_install_begin(job->packs, path, &job->keys, job->present, job->leave);
    enum pack_state state = PACK_DAMAGED;
    while (is_as_shown(row, pack_install_info(install)) &&
           (state = pack_install_on(install, STEP_BYTES)) == PACK_GOING && !job->stop) {
        job->percent = (int)(100 * pack_install_share(install));
    }
    job->result = state;
    job->cause = *err_cause();
    str_copy(job->sentence, sizeof job->sentence, err_text());
    pack_install_end(install);
    return STICK_none;
}
