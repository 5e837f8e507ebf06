/* SPDX-License-Identifier: MIT */
#include "base/flaws.h"

#include <string.h>

#include "base/log.h"
#include "base/str.h"

static const char *const instead_names[] = {
    [FLAW_WITHOUT] = "without", [FLAW_BUILTIN] = "builtin", [FLAW_SHIPPED] = "shipped"};

static bool is_there(const struct flaws *flaws, const char *sentence)
{
    for (size_t i = 0; i < flaws->count; i++) {
        if (str_equal(flaws->items[i].sentence, sentence)) {
            return true;
        }
    }
    return false;
}

/* Where the next one goes; NULL: there is no room, or it is there already. */
static struct flaw *room_for(struct flaws *flaws, const char *sentence)
{
    if (is_there(flaws, sentence)) {
        return NULL;
    }
    if (flaws->count == FLAWS_MAX) {
        flaws->left_out++;
        return NULL;
    }
    return &flaws->items[flaws->count++];
}

void flaws_add(struct flaws *flaws, const char *tag, enum flaw_instead instead)
{
    log_error(tag, "%s", err_text());
    struct flaw *flaw = flaws ? room_for(flaws, err_text()) : NULL;
    if (flaw) {
        str_copy(flaw->tag, sizeof flaw->tag, tag);
        str_copy(flaw->sentence, sizeof flaw->sentence, err_text());
        flaw->cause = *err_cause();
        flaw->instead = instead;
    }
}

void flaws_join(struct flaws *flaws, const struct flaws *from)
{
    for (size_t i = 0; i < from->count; i++) {
        struct flaw *flaw = room_for(flaws, from->items[i].sentence);
        if (flaw) {
            *flaw = from->items[i];
        }
    }
    flaws->left_out += from->left_out;
}

void flaws_forget(struct flaws *flaws, const char *tag)
{
    size_t kept = 0;
    for (size_t i = 0; i < flaws->count; i++) {
        if (!str_equal(flaws->items[i].tag, tag)) {
            memmove(&flaws->items[kept++], &flaws->items[i], sizeof *flaws->items);
        }
    }
    flaws->count = kept;
}

const char *flaw_instead_name(enum flaw_instead instead)
{
    return instead_names[instead];
}
