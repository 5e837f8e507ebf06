/* SPDX-License-Identifier: MIT */
#include "link/memo.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

#include "base/str.h"
#include "link/forms.h"
#include "link/number.h"
#include "link/plain.h"
#include "link/prefix.h"

enum {
    PROBE_BYTES = MEMO_BYTES + 16,
    MISSES_MOST = 2,
    PATIENCE = 32, /* so many lines like none: nothing is expected any more, */
    SELDOM = 16,   /* and looked for in so many lines only */
};

/* ---- reading by it ---- */

/* JSON has no "007", "+5" or "5.", and takes -0 for 0. */
static bool is_json_number(const char *from, const char *end, double value)
{
    bool negative = *from == '-';
    from += negative;
    bool leading_zero = *from == '0' && isdigit((unsigned char)from[1]);
    return isdigit((unsigned char)*from) && !leading_zero && end[-1] != '.' &&
           !(negative && value == 0);
}

static bool take_number(const struct memo_line *kind, const struct memo_number *number,
                        const char **at, double *value)
{
    const char *from = *at;
    bool is_signed = *from == '-' || *from == '+';
    if ((number->is_counted && is_signed) || !isdigit((unsigned char)from[is_signed])) {
        return false; /* a point may part what stands before */
    }
    bool decimal_comma = kind->result.shape == SHAPE_SEMICOLON;
    if (!number_take_plain(at, decimal_comma, value)) {
        return false;
    }
    if (number->is_counted && memchr(from, '.', (size_t)(*at - from))) {
        return false;
    }
    return kind->result.shape != SHAPE_JSON || is_json_number(from, *at, *value);
}

static bool take_text(const char **at, const char *end, const char *text, size_t length)
{
    if ((size_t)(end - *at) < length || memcmp(*at, text, length) != 0) {
        return false;
    }
    *at += length;
    return true;
}

static bool take_numbers(const struct memo_line *kind, const char *at, const char *end,
                         double *values)
{
    for (size_t i = 0; i < kind->numbers; i++) {
        const struct memo_number *number = &kind->number[i];
        if (!take_text(&at, end, kind->text + number->at, number->length)) {
            return false;
        }
        const char *from = at;
        while (number->blank && *at == number->blank) {
            at++;
        }
        if ((number->blank && at == from) ||
            !take_number(kind, number, &at, &values[i])) {
            return false;
        }
    }
    return (size_t)(end - at) == kind->end_length &&
           memcmp(at, kind->text + kind->end, kind->end_length) == 0;
}

static void copy_result(const struct shape_line *result, struct shape_line *out)
{
    size_t bytes =
        offsetof(struct shape_line, fields) + result->count * sizeof result->fields[0];
    memcpy(out, result, result->missing > 0 ? sizeof *result : bytes);
}

static bool read_by(const struct memo_line *kind, const char *line, const char *end,
                    struct shape_line *out)
{
    struct prefix prefixes[SHAPE_PREFIXES_MAX];
    double values[SHAPE_FIELDS_MAX];
    for (size_t i = 0; i < kind->prefixes; i++) {
        if (!prefix_take_row(line, kind->rows[i], &prefixes[i])) {
            return false;
        }
        line = prefixes[i].rest;
    }
    if (!take_numbers(kind, line, end, values)) {
        return false;
    }
    copy_result(&kind->result, out);
    for (size_t i = 0; i < kind->numbers; i++) {
        out->fields[kind->number[i].field].value = values[i];
    }
    for (size_t i = kind->prefixes; i-- > 0;) {
        form_add_time(out, &prefixes[i]);
    }
    return true;
}

/* ---- what a line is like ---- */

struct probe {
    char text[PROBE_BYTES];
    struct shape_line result;
    struct shape_trace trace;
};

/* All that does not depend on a field's value. */
static void read_probe(struct probe *probe)
{
    memset(&probe->result, 0, sizeof probe->result);
    shape_read_traced(probe->text, &probe->result, &probe->trace);
}

static bool is_missing_the_same(const struct shape_line *a, const struct shape_line *b)
{
    for (size_t i = 0; i < a->missing && i < SHAPE_MISSING_MAX; i++) {
        if (!str_equal(a->missing_names[i], b->missing_names[i])) {
            return false;
        }
    }
    return a->missing == b->missing && a->has_words == b->has_words &&
           a->is_invalid == b->is_invalid;
}

static bool is_same_but(const struct shape_line *a, const struct shape_line *b,
                        size_t field)
{
    if (a->shape != b->shape || a->count != b->count || !is_missing_the_same(a, b)) {
        return false;
    }
    for (size_t i = 0; i < a->count; i++) {
        bool same = memcmp(&a->fields[i].value, &b->fields[i].value, sizeof(double)) == 0;
        if ((i != field && !same) || !str_equal(a->fields[i].name, b->fields[i].name)) {
            return false;
        }
    }
    return true;
}

/* The line with the number from `begin` to `end` replaced is read as `wanted`, but for
 * the field whose value that is. */
static bool is_value(const char *line, const char *begin, const char *end,
                     const char *instead, const struct probe *wanted, size_t *field)
{
    struct probe probe;
    double value = 0;
    const char *at = instead;
    if (!str_format(probe.text, sizeof probe.text, "%.*s%s%s", (int)(begin - line), line,
                    instead, end)) {
        return false;
    }
    read_probe(&probe);
    number_take_plain(&at, false, &value);
    for (size_t i = 0; i < probe.result.count && *field == SHAPE_FIELDS_MAX; i++) {
        if (probe.result.fields[i].value == value &&
            wanted->result.fields[i].value != value) {
            *field = i;
        }
    }
    return *field < SHAPE_FIELDS_MAX && probe.result.fields[*field].value == value &&
           probe.trace.prefixes == wanted->trace.prefixes &&
           is_same_but(&probe.result, &wanted->result, *field);
}

/* Numbers that no line has by itself, so that a value is not mistaken for another; and 0,
 * for "valid: 0" says something of all. */
static bool is_any_number(const char *line, const char *begin, const char *end,
                          const struct probe *wanted, struct memo_number *number)
{
    size_t field = SHAPE_FIELDS_MAX;
    bool any = is_value(line, begin, end, "73291684", wanted, &field);
    double own = any ? wanted->result.fields[field].value : 0;
    any = any && (own == 0 || is_value(line, begin, end, "0", wanted, &field));
    number->field = (uint8_t)field;
    number->is_counted = any && !is_value(line, begin, end, "-7329.1684", wanted, &field);
    return any && !(number->is_counted && memchr(begin, '.', (size_t)(end - begin)));
}

static bool begins_number(const char *line, const char *at)
{
    bool is_inside = at > line && (isdigit((unsigned char)at[-1]) || at[-1] == '.');
    bool is_sign = *at == '-' || *at == '+';
    return !is_inside && isdigit((unsigned char)at[is_sign]);
}

/* What stands before it: all since the number before, but for blanks. */
static void set_before(struct memo_line *kind, struct memo_number *number, size_t since,
                       size_t at)
{
    const char *text = kind->text;
    char blank = at > since ? text[at - 1] : '\0';
    bool is_blank = blank == ' ' || blank == '\t';
    while (is_blank && at > since && text[at - 1] == blank) {
        at--;
    }
    number->blank = is_blank ? blank : '\0';
    number->at = (uint16_t)since;
    number->length = (uint16_t)(at - since);
}

static void find_numbers(struct memo_line *kind, const struct probe *wanted)
{
    const char *since = kind->text;
    bool decimal_comma = wanted->result.shape == SHAPE_SEMICOLON;
    for (const char *at = since; *at && kind->numbers < SHAPE_FIELDS_MAX;) {
        const char *end = at;
        double value = 0;
        struct memo_number *number = &kind->number[kind->numbers];
        if (begins_number(kind->text, at) &&
            number_take_plain(&end, decimal_comma, &value) &&
            is_any_number(kind->text, at, end, wanted, number)) {
            set_before(kind, number, (size_t)(since - kind->text),
                       (size_t)(at - kind->text));
            kind->numbers++;
            since = end;
            at = end;
        } else {
            at++;
        }
    }
    kind->end = (uint16_t)(since - kind->text);
    kind->end_length = (uint16_t)strlen(since);
}

/* Its prefixes, where they are there in the line as it came, too. */
static const char *skip_prefixes(struct memo_line *kind, const char *line,
                                 const struct shape_trace *trace)
{
    kind->prefixes = trace->prefixes;
    for (size_t i = 0; line && i < trace->prefixes; i++) {
        struct prefix prefix;
        kind->rows[i] = trace->rows[i];
        line = prefix_take_row(line, trace->rows[i], &prefix) ? prefix.rest : NULL;
    }
    return line;
}

/* False when such a line must be read anew each time. */
static bool learn_line(struct memo_line *kind, const char *line)
{
    struct probe wanted;
    struct shape_line read;
    struct shape_line again;
    struct shape_trace trace;
    shape_read_traced(line, &read, &trace);
    const char *rest = trace.is_odd ? NULL : skip_prefixes(kind, line, &trace);
    if (!rest || !str_copy(kind->text, sizeof kind->text, rest)) {
        return false;
    }
    str_copy(wanted.text, sizeof wanted.text, rest);
    read_probe(&wanted);
    /* What is behind the prefix is read the same without one. */
    if (wanted.trace.is_odd || wanted.trace.prefixes > 0) {
        return false;
    }
    kind->numbers = 0;
    kind->result = wanted.result;
    find_numbers(kind, &wanted);
    return read_by(kind, line, line + strlen(line), &again) &&
           is_same_but(&again, &read, SHAPE_FIELDS_MAX);
}

/* ---- which are kept ---- */

/* The same for lines with other numbers, and for few others. */
static uint32_t likeness_of(const char *line)
{
    uint32_t hash = 2166136261U;
    for (; *line; line++) {
        unsigned char c = (unsigned char)*line;
        if (c > '9' || c == '#' || c == '%' || c == '(') {
            hash = (hash ^ c) * 16777619U;
        }
    }
    return hash ? hash : 1;
}

static bool was_seen(struct memo *memo, uint32_t likeness)
{
    for (size_t i = 0; i < MEMO_SEEN; i++) {
        if (memo->seen[i] == likeness) {
            return true;
        }
    }
    memo->seen[memo->seen_at++ % MEMO_SEEN] = likeness;
    return false;
}

static struct memo_line *oldest(struct memo *memo)
{
    struct memo_line *kind = &memo->lines[0];
    for (size_t i = 1; i < MEMO_LINES; i++) {
        if (memo->lines[i].used < kind->used) {
            kind = &memo->lines[i];
        }
    }
    return kind;
}

/* A line that is like one that is here, and still is not that one, has something else
 * that changes: where this happens again and again it is left alone. */
static struct memo_line *place_for(struct memo *memo, uint32_t likeness)
{
    for (size_t i = 0; i < MEMO_LINES; i++) {
        struct memo_line *kind = &memo->lines[i];
        if (kind->likeness == likeness) {
            bool is_hopeless = ++kind->misses > MISSES_MOST + kind->hits / 8;
            return is_hopeless ? NULL : kind;
        }
    }
    if (!was_seen(memo, likeness)) {
        return NULL;
    }
    struct memo_line *kind = oldest(memo);
    *kind = (struct memo_line){0};
    return kind;
}

static void remember(struct memo *memo, const char *line)
{
    uint32_t likeness = likeness_of(line);
    struct memo_line *kind = place_for(memo, likeness);
    if (kind) {
        kind->likeness = likeness;
        kind->is_known = learn_line(kind, line);
        kind->used = memo->lines_read;
    }
}

enum shape memo_read(struct memo *memo, const char *line, struct shape_line *out)
{
    const char *from = line;
    while (*from == '\033') {
        from = plain_skip_escape(from);
    }
    const char *end = from + strlen(from);
    memo->lines_read++;
    for (size_t i = 0; i < MEMO_LINES; i++) {
        size_t at = (memo->last + i) % MEMO_LINES;
        struct memo_line *kind = &memo->lines[at];
        if (kind->is_known && read_by(kind, from, end, out)) {
            kind->used = memo->lines_read;
            kind->hits++;
            memo->missed = 0;
            memo->last = (uint8_t)at;
            return out->shape;
        }
    }
    if (memo->missed++ < PATIENCE || memo->missed % SELDOM == 0) {
        remember(memo, from);
    }
    return shape_read(line, out);
}
