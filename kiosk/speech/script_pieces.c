/* SPDX-License-Identifier: MIT */
/*
 * Which pieces a line is made of: a text as it stands; a text with places, each filled
 * with a number or again such a line; two of them beside each other.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "speech/numerals.h"
#include "speech/piece.h"
#include "speech/script.h"
#include "speech/script_texts.h"
#include "speech/spoken.h"

enum {
    DEPTH_MAX = 2,    /* a text in a text, and a number in that */
    STEPS_MAX = 4000, /* of one search: what takes longer is left to the engine */
    NUMBER_STEPS = 20,
    NUMBER_BYTES_MAX = 40,
    LINE_BYTES_MAX = 2048,
};

/* Between two texts that screens put beside each other; the last one only in front of a
 * number. */
static const char *const joints[] = {" → ", " · ", " "};

struct search {
    const struct script *script;
    bool (*has)(void *context, uint64_t hash);
    void *context;
    uint64_t *hashes;
    size_t count;
    int steps;
};

/* Bytes of the line; not ended. */
struct span {
    const char *text;
    size_t length;
};

/* What stands around a number, and makes 2 of "2 次" another word than of "第 2 步". */
struct around {
    const char *before, *after;
    bool percent;
};

static bool resolve(struct search *search, struct span span, const struct around *around,
                    int depth);

static struct span trim(struct span span)
{
    while (span.length > 0 && span.text[0] == ' ') {
        span.text++;
        span.length--;
    }
    while (span.length > 0 && span.text[span.length - 1] == ' ') {
        span.length--;
    }
    return span;
}

static bool put(struct search *search, uint64_t hash)
{
    if (search->count == SCRIPT_PIECES_MAX || !search->has(search->context, hash)) {
        return false;
    }
    search->hashes[search->count++] = hash;
    return true;
}

/* ---- numbers ----------------------------------------------------------------------- */

static bool is_number(struct span span)
{
    static const char *const others[] = {"–", "−", "～"};

    bool digits = false;
    if (span.length > NUMBER_BYTES_MAX) {
        return false;
    }
    for (size_t i = 0; i < span.length;) {
        size_t width = 0;
        for (size_t o = 0; o < sizeof others / sizeof *others; o++) {
            size_t length = strlen(others[o]);
            if (length <= span.length - i &&
                memcmp(span.text + i, others[o], length) == 0) {
                width = length;
            }
        }
        bool digit = isdigit((unsigned char)span.text[i]);
        digits = digits || digit;
        if (width == 0 && !digit && !strchr(".,-+~%: ", span.text[i])) {
            return false;
        }
        i += width ? width : 1;
    }
    return digits;
}

/* The words of a text, without the marks around them. */
static void say(const struct search *search, const char *before, struct span span,
                const char *after, struct str *out)
{
    struct str text = {0};
    struct str words = {0};
    str_add(&text, "%s", before);
    str_add_bytes(&text, span.text, span.length);
    str_add(&text, "%s", after);
    str_add(&words, "%s", "");
    spoken_words(search->script->locale, text.text, &words);
    const char *start = piece_skip_marks(words.text);
    str_add(out, "%s", start);
    size_t end = out->length;
    for (size_t i = 0;
         i < out->length;) { /* the last place behind which marks are left */
        if (*piece_skip_marks(out->text + i) == '\0') {
            end = i;
            break;
        }
        const char *next = out->text + i;
        str_next_utf8(&next);
        i = (size_t)(next - out->text);
    }
    if (out->text) {
        out->text[end] = '\0';
        out->length = end;
    }
    str_free(&text);
    str_free(&words);
}

static bool put_numerals(struct search *search, const char *words)
{
    const char *locale = search->script->locale;
    size_t before = search->count;
    int index = 0;
    while ((index = numerals_next(locale, &words)) >= 0) {
        if (!put(search, search->script->numerals[index])) {
            break;
        }
    }
    if (index != -1 || search->count == before) {
        search->count = before;
        return false;
    }
    return true;
}

/* As it is said between `before` and `after`: all words without those of both. */
static bool put_between(struct search *search, struct span span, const char *before,
                        const char *after, bool percent)
{
    const struct span none = {"", 0};
    struct str all = {0};
    struct str head = {0};
    struct str tail = {0};
    struct str behind = {0};
    bool done = false;
    str_add(&behind, "%s%s%s", percent ? "%" : "", *after ? " " : "", after);
    say(search, before, span, behind.text, &all);
    say(search, before, none, "", &head);
    say(search, "", none, after, &tail);
    if (all.text && all.length >= head.length + tail.length &&
        memcmp(all.text, head.text ? head.text : "", head.length) == 0 &&
        memcmp(all.text + all.length - tail.length, tail.text ? tail.text : "",
               tail.length) == 0) {
        all.text[all.length - tail.length] = '\0';
        done = put_numerals(search, piece_skip_marks(all.text + head.length));
    }
    str_free(&all);
    str_free(&head);
    str_free(&tail);
    str_free(&behind);
    return done;
}

static bool put_number(struct search *search, struct span span,
                       const struct around *around)
{
    const char *locale = search->script->locale;
    search->steps += NUMBER_STEPS;
    return put_between(search, span, around->before, around->after, around->percent) ||
           (around->percent && put_between(search, span, "", "", true)) ||
           (!around->percent &&
            put_between(search, span, "", numerals_counted(locale), false));
}

/* ---- texts ------------------------------------------------------------------------- */

static bool put_whole(struct search *search, struct span span)
{
    const struct script *script = search->script;
    char line[LINE_BYTES_MAX];
    if (!str_format(line, sizeof line, "%.*s", (int)span.length, span.text)) {
        return false;
    }
    uint64_t hash = piece_hash(line);
    size_t low = 0;
    size_t high = script->whole_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (script->whole[middle]->hash < hash) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    size_t before = search->count;
    for (; low < script->whole_count && script->whole[low]->hash == hash; low++) {
        const struct template *template = script->whole[low];
        bool all = str_equal(template->whole, line);
        for (size_t i = 0; all && i < template->count; i++) {
            const struct part *part = &template->parts[i];
            all = !part->said || put(search, part->hash);
        }
        if (all) {
            return true; /* also when it has nothing to be heard */
        }
        search->count = before;
    }
    return false;
}

static bool starts(struct span span, const char *literal)
{
    size_t length = strlen(literal);
    return length <= span.length && memcmp(span.text, literal, length) == 0;
}

static struct span skip(struct span span, size_t bytes)
{
    return (struct span){span.text + bytes, span.length - bytes};
}

static bool match(struct search *search, const struct template *template, size_t at,
                  struct span rest, int depth);

/* The place `at` holds `value`, and the other parts the rest. */
static bool match_value(struct search *search, const struct template *template, size_t at,
                        struct span value, struct span rest, int depth)
{
    const struct part *part = &template->parts[at];
    const struct part *last = &template->parts[template->count - 1];
    const struct around around = {
        .before = at > 0 ? part[-1].literal : "",
        .after = part < last ? part[1].literal : "",
        .percent = part->percent,
    };
    size_t before = search->count;
    if (resolve(search, trim(value), &around, depth + 1) &&
        match(search, template, at + 1, rest, depth)) {
        return true;
    }
    search->count = before;
    return false;
}

static bool match_place(struct search *search, const struct template *template, size_t at,
                        struct span rest, int depth)
{
    bool last = at + 1 == template->count;
    bool percent = template->parts[at].percent;
    const char *until = percent ? "%"
                        : (last || template->parts[at + 1].is_place)
                            ? ""
                            : template->parts[at + 1].literal;
    if (last && !percent) {
        return match_value(search, template, at, rest, skip(rest, rest.length), depth);
    }
    for (size_t i = 1; i < rest.length; i++) {
        struct span behind = skip(rest, i);
        if (((unsigned char)*behind.text & 0xC0) != 0x80 && starts(behind, until) &&
            match_value(search, template, at, (struct span){rest.text, i},
                        skip(behind, percent), depth)) {
            return true;
        }
    }
    return false;
}

/* Whether the parts from `at` on make up the rest of the line. */
static bool match(struct search *search, const struct template *template, size_t at,
                  struct span rest, int depth)
{
    if (search->steps++ > STEPS_MAX) {
        return false;
    }
    rest = trim(rest);
    if (at == template->count) {
        return rest.length == 0;
    }
    const struct part *part = &template->parts[at];
    if (part->is_place) {
        return match_place(search, template, at, rest, depth);
    }
    size_t before = search->count;
    if (starts(rest, part->literal) && (!part->said || put(search, part->hash)) &&
        match(search, template, at + 1, skip(rest, strlen(part->literal)), depth)) {
        return true;
    }
    search->count = before;
    return false;
}

static bool put_joined(struct search *search, struct span span, int depth)
{
    const struct around alone = {"", "", false};
    size_t before = search->count;
    for (size_t j = 0; j < sizeof joints / sizeof *joints; j++) {
        for (size_t i = 1; i < span.length; i++) {
            struct span behind = skip(span, i);
            if (!starts(behind, joints[j])) {
                continue;
            }
            struct span front = {span.text, i};
            struct span back = skip(behind, strlen(joints[j]));
            bool fits = j + 1 < sizeof joints / sizeof *joints || is_number(back);
            if (fits && resolve(search, front, &alone, depth + 1) &&
                resolve(search, back, &alone, depth + 1)) {
                return true;
            }
            search->count = before;
        }
    }
    return false;
}

static bool resolve(struct search *search, struct span span, const struct around *around,
                    int depth)
{
    if (span.length == 0 || search->steps++ > STEPS_MAX) {
        return false;
    }
    if (is_number(span)) {
        return put_number(search, span, around);
    }
    if (around->percent) {
        return false;
    }
    if (put_whole(search, span)) {
        return true;
    }
    for (size_t i = 0; depth < DEPTH_MAX && i < search->script->open_count; i++) {
        const struct template *template = search->script->open[i];
        if (template->literal_bytes > 0 && match(search, template, 0, span, depth)) {
            return true;
        }
    }
    return depth < DEPTH_MAX && put_joined(search, span, depth);
}

size_t script_pieces(const struct script *script, const char *line,
                     bool (*has)(void *context, uint64_t hash), void *context,
                     uint64_t hashes[SCRIPT_PIECES_MAX])
{
    const struct around alone = {"", "", false};
    struct search search = {script, has, context, hashes, 0, 0};
    struct str folded = {0};
    piece_fold(line, &folded);
    bool found = folded.length < LINE_BYTES_MAX &&
                 resolve(&search, (struct span){folded.text, folded.length}, &alone, 0);
    str_free(&folded);
    return found ? search.count : 0;
}
