/* SPDX-License-Identifier: MIT */
#include "screens/staff/desk_health.h"

#include "screens/counting.h"
#include "screens/kiosk.h"
#include "screens/names.h"
#include "screens/told.h"

enum { WORDS_MAX = NAMES_MAX + 128 };

int desk_worst_station(const struct kiosk *k)
{
    int worst = k->active;
    for (int i = 0; i < k->station_count; i++) {
        enum ready_state state = station_ready(&k->stations[i])->state;
        if (state != READY_NOTHING && state < station_ready(&k->stations[worst])->state) {
            worst = i;
        }
    }
    return worst;
}

static void put_manikin(const struct kiosk *k, char *line, size_t size)
{
    char words[WORDS_MAX];
    int at = desk_worst_station(k);
    const struct station *station = &k->stations[at];
    const struct ready *ready = station_ready(station);
    if (station->status.simulated && ready->state == READY_SCORED) {
        str_copy(words, sizeof words, kiosk_tr(k, "staff_manikin_simulated"));
    } else {
        told_desk(k, station, words, sizeof words);
    }
    if (k->station_count > 1 && ready->title) {
        str_format(line, size, "%s %d: %s", kiosk_tr(k, "staff_manikin"), at + 1, words);
    } else {
        str_copy(line, size, words);
    }
}

/* That lessons or files have to be mended; a page of its own says which. "": none. */
static void put_files(const struct kiosk *k, char *words, size_t size)
{
    char n[16];
    size_t count = k->failures.count + k->flaws.count + k->flaws.left_out;
    words[0] = '\0';
    if (count > 0) {
        str_format(n, sizeof n, "%zu", count);
        kiosk_fill(k, words, size, "desk_files", (const char *const[]){"n", n, NULL});
    }
}

struct str desk_health(const struct kiosk *k)
{
    struct str lines = {0};
    char manikin[WORDS_MAX];
    char files[WORDS_MAX];
    counting_add_lines(k, &lines);
    put_manikin(k, manikin, sizeof manikin);
    put_files(k, files, sizeof files);
    bool silent = k->sound && !sound_is_heard(k->sound);
    const char *parts[] = {manikin, k->keeper ? NULL : k->store_error,
                           silent ? kiosk_tr(k, "desk_silent") : NULL,
                           *files ? files : NULL};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (parts[i]) {
            str_add(&lines, "%s%s", lines.length > 0 ? "\n" : "", parts[i]);
        }
    }
    return lines;
}
