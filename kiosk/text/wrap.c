/* SPDX-License-Identifier: MIT */
#include "text/wrap.h"

#include <stdint.h>
#include <string.h>

#include <SDL_ttf.h>

#include "base/str.h"
#include "text/tighten.h"

enum {
    PLACES_MAX = 96, /* where a balanced paragraph may be broken */
    BALANCED_LINES_MAX = 6,
};

/* TTF measures up to a NUL, so one is put there for as long as it takes. */
int wrap_width(const struct wrap *w, size_t start, size_t end)
{
    char kept = w->words[end];
    int width = 0;
    w->words[end] = '\0';
    TTF_SizeUTF8(w->font, w->words + start, &width, NULL);
    w->words[end] = kept;
    return w->tighten ? width - tighten_sum(w->tighten, start, end) : width;
}

static size_t without_spaces(const struct wrap *w, size_t start, size_t end)
{
    while (end > start && w->words[end - 1] == ' ') {
        end--;
    }
    return end;
}

static void add_line(struct wrap *w, size_t start, size_t end)
{
    if (w->count < w->room) {
        w->lines[w->count++] = (struct wrap_line){start, without_spaces(w, start, end)};
    }
}

/* ---- as far as it goes -------------------------------------------------------- */

static bool fits(const struct wrap *w, size_t start, size_t end, int width)
{
    return wrap_width(w, start, without_spaces(w, start, end)) <= width;
}

/*
 * How far the text from `start` fits into `width`, as a byte index; at least one
 * character. Measuring costs by the length of the text, so only as much of it is looked
 * at as a line of the narrowest letters could hold.
 */
static size_t reach_of(const struct wrap *w, size_t start, size_t end, int width)
{
    size_t most = start + 16 + 5 * (size_t)(width / w->em_px + 1);
    size_t stop = most < end ? most : end;
    while (stop < end && ((unsigned char)w->words[stop] & 0xC0) == 0x80) {
        stop++;
    }
    char kept = w->words[stop];
    int count = 0;
    w->words[stop] = '\0';
    /* What stands closer makes room: as if all of it were in this line. */
    width += w->tighten ? tighten_sum(w->tighten, start, stop) : 0;
    TTF_MeasureUTF8(w->font, w->words + start, width, NULL, &count);
    w->words[stop] = kept;
    const char *at = w->words + start;
    for (int i = 0; i < (count > 0 ? count : 1) && at < w->words + stop; i++) {
        str_next_utf8(&at);
    }
    return (size_t)(at - w->words);
}

static size_t one_character(const struct wrap *w, size_t start)
{
    const char *at = w->words + start;
    str_next_utf8(&at);
    return (size_t)(at - w->words);
}

/* Where the line from `start` ends; `end` when all that is left fits. */
static size_t line_end(struct wrap *w, size_t start, size_t end, int width)
{
    size_t reach = reach_of(w, start, end, width);
    while (reach < end && w->words[reach] == ' ') {
        reach++; /* a space at the end of a line takes no room */
    }
    if (reach >= end && fits(w, start, end, width)) {
        return end;
    }
    size_t torn = 0;
    size_t whole = 0; /* how far it goes if nothing else is heeded */
    for (size_t at = reach < end ? reach : end - 1; at > start; at--) {
        bool inside = ((unsigned char)w->words[at] & 0xC0) == 0x80;
        if (inside || (torn > 0 && w->after[at - 1] != LINEBREAK_MAY) ||
            !fits(w, start, at, width)) {
            continue;
        }
        if (w->after[at - 1] == LINEBREAK_MAY) {
            return at;
        }
        whole = whole > 0 ? whole : at;
        torn = w->after[at - 1] == LINEBREAK_FORCE ? at : torn;
    }
    w->forced = true;
    return torn > start ? torn : whole > start ? whole : one_character(w, start);
}

static void fill(struct wrap *w, size_t start, size_t end, int width)
{
    size_t stop;
    while (width > 0 && start < end && (stop = line_end(w, start, end, width)) < end) {
        add_line(w, start, stop);
        start = stop;
        while (start < end && w->words[start] == ' ') {
            start++;
        }
    }
    add_line(w, start, end);
}

/* Lines are filled a little less where the last would hold one character. */
static void mend_orphan(struct wrap *w, int first, size_t start, size_t end, int width)
{
    int count = w->count;
    struct wrap_line last = w->lines[count - 1];
    if (wrap_width(w, last.start, last.end) >= w->em_px * 5 / 2) {
        return;
    }
    w->count = first;
    fill(w, start, end, width - w->em_px);
    if (w->count != count || w->forced) {
        w->count = first;
        w->forced = false;
        fill(w, start, end, width);
    }
}

/* ---- balanced ----------------------------------------------------------------- */

/* A place where a line may end: how far into the paragraph, and how bad a pause it is. */
struct place {
    size_t at;
    int before_px; /* width of the paragraph up to here */
    float cost;
};

static float cost_of_break(const struct wrap *w, size_t at)
{
    static const struct {
        const char *mark;
        float cost;
    } marks[] = {{"。", 0},     {"！", 0},    {"？", 0},    {"；", 0},     {".", 0},
                 {"!", 0},      {"?", 0},     {";", 0},     {"，", 0.02f}, {"：", 0.02f},
                 {"、", 0.04f}, {",", 0.02f}, {":", 0.02f}, {"……", 0},     {"—", 0.02f}};

    size_t end = without_spaces(w, 0, at);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t length = strlen(marks[i].mark);
        if (end >= length &&
            memcmp(w->words + end - length, marks[i].mark, length) == 0) {
            return marks[i].cost;
        }
    }
    return end < at ? 0.05f : 0.14f; /* between words; inside a Chinese clause */
}

static int find_places(const struct wrap *w, size_t start, size_t end,
                       struct place *places)
{
    int count = 0;
    places[count++] = (struct place){start, 0, 0};
    for (size_t at = start + 1; at < end; at++) {
        if (w->after[at - 1] == LINEBREAK_MAY) {
            if (count == PLACES_MAX - 1) {
                return 0;
            }
            places[count++] =
                (struct place){at, wrap_width(w, start, at), cost_of_break(w, at)};
        }
    }
    places[count++] = (struct place){end, wrap_width(w, start, end), 0};
    return count;
}

/* Sets the paragraph in exactly `lines` lines at the least cost; false when it cannot. */
static bool balance(struct wrap *w, size_t start, size_t end, int lines, int width)
{
    struct place places[PLACES_MAX];
    float best[BALANCED_LINES_MAX + 1][PLACES_MAX] = {{0}};
    int from[BALANCED_LINES_MAX + 1][PLACES_MAX] = {{0}};
    int count = lines > BALANCED_LINES_MAX ? 0 : find_places(w, start, end, places);
    if (count == 0) {
        return false;
    }
    const float never = 1e9f;
    float ideal = (float)places[count - 1].before_px / (float)lines;
    for (int line = 0; line <= lines; line++) {
        for (int to = 0; to < count; to++) {
            best[line][to] = line == 0 && to == 0 ? 0 : never;
            from[line][to] = 0;
            for (int i = 0; line > 0 && i < to; i++) {
                float long_px = (float)(places[to].before_px - places[i].before_px);
                float off = (long_px - ideal) / (float)width;
                float cost = best[line - 1][i] + off * off + places[to].cost;
                if (long_px <= (float)width && cost < best[line][to]) {
                    best[line][to] = cost;
                    from[line][to] = i;
                }
            }
        }
    }
    if (best[lines][count - 1] >= never) {
        return false;
    }
    struct wrap_line found[BALANCED_LINES_MAX];
    for (int line = lines, to = count - 1; line > 0; line--) {
        int i = from[line][to];
        found[line - 1] = (struct wrap_line){places[i].at, places[to].at};
        to = i;
    }
    for (int line = 0; line < lines; line++) {
        /* Measured in parts a line may come out a pixel wider than measured whole. */
        if (!fits(w, found[line].start, found[line].end, width)) {
            return false;
        }
        add_line(w, found[line].start, found[line].end);
    }
    return true;
}

/* ---- all ---------------------------------------------------------------------- */

static void wrap_paragraph(struct wrap *w, size_t start, size_t end, int width)
{
    int first = w->count;
    bool forced_before = w->forced;
    w->forced = false;
    fill(w, start, end, width);
    int lines = w->count - first;
    if (!w->forced && lines > 1 && w->count < w->room) {
        if (w->balance) {
            w->count = first;
            if (!balance(w, start, end, lines, width)) {
                w->count = first;
                fill(w, start, end, width);
            }
        } else {
            mend_orphan(w, first, start, end, width);
        }
    }
    w->forced = w->forced || forced_before;
}

void wrap_lines(struct wrap *w, int width_px)
{
    w->count = 0;
    w->forced = false;
    size_t start = 0;
    while (start <= w->length) {
        const char *newline = memchr(w->words + start, '\n', w->length - start);
        size_t end = newline ? (size_t)(newline - w->words) : w->length;
        wrap_paragraph(w, start, end, width_px);
        start = end + 1;
    }
}
