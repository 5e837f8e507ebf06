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

static void leave_out(struct flaws *flaws, const char *tag, size_t count)
{
    flaws->left_out += count;
    for (size_t i = 0; i < FLAW_TAGS_MAX; i++) {
        struct flaws_left *left = &flaws->left[i];
        if (left->tag[0] == '\0') {
            str_copy(left->tag, sizeof left->tag, tag);
        }
        if (str_equal(left->tag, tag)) {
            left->count += count;
            return;
        }
    }
}

/* Where the next one goes; NULL: there is no room, or it is there already. */
static struct flaw *room_for(struct flaws *flaws, const char *tag, const char *sentence)
{
    if (is_there(flaws, sentence)) {
        return NULL;
    }
    if (flaws->count == FLAWS_MAX) {
        leave_out(flaws, tag, 1);
        return NULL;
    }
    return &flaws->items[flaws->count++];
}

void flaws_add(struct flaws *flaws, const char *tag, enum flaw_instead instead)
{
    log_error(tag, "%s", err_text());
    struct flaw *flaw = flaws ? room_for(flaws, tag, err_text()) : NULL;
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
        const struct flaw *item = &from->items[i];
        struct flaw *flaw = room_for(flaws, item->tag, item->sentence);
        if (flaw) {
            *flaw = *item;
        }
    }
    size_t of_tags = 0;
    for (size_t i = 0; i < FLAW_TAGS_MAX && from->left[i].tag[0]; i++) {
        leave_out(flaws, from->left[i].tag, from->left[i].count);
        of_tags += from->left[i].count;
    }
    flaws->left_out += from->left_out - of_tags;
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
    for (size_t i = 0; i < FLAW_TAGS_MAX; i++) {
        struct flaws_left *left = &flaws->left[i];
        if (str_equal(left->tag, tag)) {
            flaws->left_out -= left->count;
            left->count = 0;
        }
    }
}

const char *flaw_instead_name(enum flaw_instead instead)
{
    return instead_names[instead];
}
