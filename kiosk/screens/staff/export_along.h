/* SPDX-License-Identifier: MIT */
/*
 * export_along: databases of counts that were set aside (store/aside.h) go to the stick
 * with the export, for the technician: staff cannot copy files.
 */
#ifndef KIOSK_SCREENS_STAFF_EXPORT_ALONG_H
#define KIOSK_SCREENS_STAFF_EXPORT_ALONG_H

#include <stdbool.h>

#include "conf/conf.h"
#include "stick/stick.h"
#include "store/aside.h"

struct kiosk;

/* What the thread of the sticks works by; it lives as long as the sticks do. */
struct export_along {
    char folder[CONF_PATH_MAX]; /* where they lie */
    char kiosk[16];             /* its id, in their names on the stick */
    struct asides asides;
};

/* Fills it in. False: nothing was set aside. */
bool export_along_list(const struct kiosk *k, struct export_along *along);

/* A stick_work: copies each of them, with its log, unless the stick has it already. A
 * file of another content is never replaced. */
enum stick_fault export_along_work(void *context, const char *folder);

#endif
