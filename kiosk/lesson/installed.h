/* SPDX-License-Identifier: MIT */
/*
 * installed: which of the packs that staff have installed are shown.
 *
 * A pack is shown when a trusted key has signed it, it is as it was signed, its lesson
 * loads, and no shipped lesson of its id is as new: an update of the kiosk may bring one.
 * An older one that staff chose by their PIN is shown until something newer than what it
 * took the place of is shipped.
 */
#ifndef KIOSK_LESSON_INSTALLED_H
#define KIOSK_LESSON_INSTALLED_H

#include "base/flaws.h"
#include "base/paths.h"
#include "pack/pack.h"

/* Packs that were found sound, each with what the disk says of all its files: names,
 * sizes, times. While that holds they are not compared with their hashes again, which
 * takes too long for a frame. Zero it first; for one folder and one set of keys. */
struct installed_seen {
    size_t count;

    struct installed_sound {
        char id[PACK_ID_MAX];
        uint64_t stamp;
        int version, over; /* as struct pack_installed has them */
    } items[PATHS_PACKS_MAX];
};

/* Puts those of the folder `packs` into paths->packs, by name, instead of what stood
 * there. What cannot be shown is a flaw of the tag "pack". No such folder: none. */
void installed_add(struct paths *paths, const char *packs, const struct pack_keys *keys,
                   struct flaws *flaws);

/* The same, and looks closely only at what has changed since it was `seen`. */
void installed_add_changed(struct paths *paths, const char *packs,
                           const struct pack_keys *keys, struct flaws *flaws,
                           struct installed_seen *seen);

#endif
