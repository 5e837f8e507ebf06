/* SPDX-License-Identifier: MIT */
/*
 * packs_job: what takes long with the packs on a stick. Runs on the stick's own thread
 * (sticks_do()), or at once on a folder that plays the stick.
 *
 * While it runs its rows belong to it; the page reads `percent` alone, and may ask it to
 * stop.
 */
#ifndef KIOSK_SCREENS_STAFF_PACKS_JOB_H
#define KIOSK_SCREENS_STAFF_PACKS_JOB_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "pack/pack.h"
#include "stick/stick.h"

enum { PACKS_ROWS_MAX = 24, PACKS_PATH_MAX = 512, PACKS_SENTENCE_MAX = 512 };

/* A pack on the stick. */
struct packs_row {
    char file[STICK_FILE_MAX];
    enum pack_state state;             /* WHOLE, UNTRUSTED or DAMAGED */
    uint64_t bytes;                    /* of the file */
    struct err_cause cause;            /* of the latter two */
    char sentence[PACKS_SENTENCE_MAX]; /* the same in English */

    /* Of WHOLE alone: nothing else is known of what no trusted key has signed. */
    char id[PACK_ID_MAX];
    int version;
    char signer[PACK_SIGNER_MAX]; /* as the settings call it */
    size_t title_count;
    struct pack_title titles[PACK_LANGUAGES_MAX];

    int held; /* pack_installed_version() of that id, shown or not */
};

struct packs_job {
    struct pack_keys keys;
    char packs[PACKS_PATH_MAX]; /* where they are installed */

    struct packs_row rows[PACKS_ROWS_MAX]; /* by name of the file */
    size_t count;
    size_t more; /* that had no room above */

    /* packs_job_install(): this row, over that version, by leave. */
    size_t row;
    int present;
    bool leave;
    enum pack_state result;
    struct err_cause cause;
    char sentence[PACKS_SENTENCE_MAX];

    atomic_int percent;
    atomic_bool stop;
};

/* Both are stick_work; `context` is a struct packs_job. */

/* Fills in the rows: every byte of every pack is read. */
enum stick_fault packs_job_scan(void *context, const char *folder);

/* Installs the row, unless another pack or version stands in its file by now. */
enum stick_fault packs_job_install(void *context, const char *folder);

/* Fills in `held` of the rows anew. Reads heads alone; while no work goes on. */
void packs_job_look(struct packs_job *job);

#endif
