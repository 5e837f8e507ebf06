/* SPDX-License-Identifier: MIT */
/*
 * export: the staff's page that takes the counts along: which month, as what, and then by
 * a USB stick.
 */
#ifndef KIOSK_SCREENS_STAFF_EXPORT_H
#define KIOSK_SCREENS_STAFF_EXPORT_H

#include "lkx/lkx.h"
#include "screens/names.h"
#include "screens/staff/export_choose.h"
#include "stick/stick.h"
#include "ui/ui.h"

/* The block of the page. */
struct export_page {
    struct stick_list list;      /* as it was seen last */
    char words[NAMES_MAX + 128]; /* what this machine's own disk gave; "": nothing */
    const char *key; /* of the text that has them as {path}; NULL: they are a sentence */
    bool looks;      /* for sticks: they can be chosen */
    bool chosen;     /* month and format are, else they are asked for */
    bool of_month;   /* by the page of the month, to which "back" leads */
    bool has_key;    /* a file for the county can be signed */
    bool prepares;   /* the head of the days before the chosen ones is on its way */
    struct lkx_head head;
    struct export_months months;
    struct export_choice choice;
    int page;
    struct ui_rect room; /* as it was drawn last */
};

#endif
