/* SPDX-License-Identifier: MIT */
/*
 * packs: the staff's page on which lessons are installed from a USB stick, and removed.
 */
#ifndef KIOSK_SCREENS_STAFF_PACKS_H
#define KIOSK_SCREENS_STAFF_PACKS_H

#include "conf/conf.h"
#include "lesson/lesson.h"
#include "lesson/tell.h"
#include "screens/staff/gate.h"
#include "screens/staff/packs_job.h"
#include "stick/stick.h"
#include "ui/ui.h"

enum { PACKS_INSTALLED_MAX = 24, PACKS_WORDS_MAX = 1024 };

enum packs_step {
    PACKS_CHOOSE,  /* of the sticks; or none is there */
    PACKS_OPENING, /* being mounted */
    PACKS_READING, /* its packs are being compared with their signatures */
    PACKS_LIST,    /* they stand there */
    PACKS_ASKING,  /* for the PIN, before an older one */
    PACKS_WORKING, /* one is being installed */
    PACKS_CLOSING, /* the stick is being let go */
};

/* What the last thing that was done came to. */
enum packs_end {
    PACKS_NOTHING,
    PACKS_DONE,
    PACKS_NOT_DONE,
    PACKS_REMOVED,
    PACKS_NOT_REMOVED
};

/* The block of the page. */
struct packs_page {
    enum packs_step step;
    enum packs_end end;
    struct stick_list list; /* as it was seen last */
    struct packs_job job;
    size_t chosen;             /* of job.rows */
    char done[PACK_TITLE_MAX]; /* the lesson of `end` */
    /* Of PACKS_NOT_..., in the reader's words; "": the stick says it. */
    char why[PACKS_WORDS_MAX];
    char installed[PACKS_INSTALLED_MAX][LESSON_ID_MAX]; /* ids, by name */
    size_t installed_count;
    size_t removing; /* 1 + of installed: asked once; 0: none */
    struct gate gate;
    struct tell *told[CONF_LANGUAGES_MAX]; /* by language; NULL: not read */
    int page;
    struct ui_rect room; /* as it was drawn last */
};

#endif
