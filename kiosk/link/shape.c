/* SPDX-License-Identifier: MIT */
#include "link/shape.h"

#include <ctype.h>
#include <string.h>

#include "base/str.h"
#include "link/forms.h"
#include "link/number.h"
#include "link/plain.h"
#include "link/prefix.h"

enum { LINE_MAX_BYTES = 512 };

struct row {
    const char *name;
    bool (*read)(const char *line, struct shape_line *out);
    unsigned needs, bars; /* of enum shape_has */
    const char *examples;
};

static const struct row rows[SHAPE_COUNT] = {
#define SHAPE(id, name, read, needs, bars, examples)                                     \
    [SHAPE_##id] = {name, read, needs, bars, examples},
#include "link/shapes.def"
#undef SHAPE
};

const char *shape_name(enum shape shape)
{
    return shape < SHAPE_COUNT      ? rows[shape].name
           : shape == SHAPE_WORDS   ? "words"
           : shape == SHAPE_COMMENT ? "comment"
                                    : "none";
}

const char *shape_examples(enum shape shape)
{
    return shape < SHAPE_COUNT ? rows[shape].examples : NULL;
}

/* ---- one line ---- */

static unsigned has_of(char c)
{
    switch (c) {
    case ',': return HAS_COMMA;
    case ';': return HAS_SEMICOLON;
    case ':': return HAS_COLON;
    case '=': return HAS_EQUALS;
    case '(':
    case '[':
    case '{':
    case '<': return HAS_OPEN;
    case '"':
    case '\'': return HAS_QUOTE;
    case ' ':
    case '\t': return HAS_BLANK;
    case '#': return HAS_HASH;
    case '>': return HAS_ARROW;
    case '%': return HAS_LETTER;
    case '\033': return HAS_HIGH; /* a terminal's colours */
    default: break;
    }
    return isalpha((unsigned char)c)  ? HAS_LETTER
           : (unsigned char)c >= 0x80 ? HAS_HIGH
                                      : 0;
}

static unsigned what_it_has(const char *line)
{
    unsigned has = HAS_ANY;
    for (; *line; line++) {
        if (*line < '0' || *line > '9') {
            has |= has_of(*line);
        }
    }
    return has;
}

/* Of ASCII or Chinese: a wrong baud rate makes other letters. */
static bool begins_with_letter(const char *at)
{
    uint32_t code = str_next_utf8(&at);
    return code < 0x80 ? isalpha((int)code) : code >= 0x3400 && code <= 0x9FFF;
}

/* Status words begin with a letter, or with "!", "<" or a number as "< 6", "6~10". */
static enum shape without_numbers(const char *line)
{
    const char *at = number_skip_blanks(line);
    if (*at == '#') {
        return SHAPE_COMMENT;
    }
    const char *rest = at;
    bool is_missing = number_take_missing(&rest, NULL) && *rest == '\0'; /* "--" */
    bool words =
        begins_with_letter(at) || is_missing || strchr("!<>", *at) || strchr(at, '~');
    return *at && words ? SHAPE_WORDS : SHAPE_NONE;
}

static void begin(struct shape_line *out)
{
    out->count = 0;
    out->missing = 0;
    out->has_words = false;
    out->is_invalid = false;
}

static bool read_form(const char *line, unsigned has, struct shape_line *out)
{
    for (size_t i = 0; i < SHAPE_COUNT; i++) {
        if (!(has & rows[i].needs) || (has & rows[i].bars)) {
            continue;
        }
        begin(out);
        out->shape = (enum shape)i;
        if (rows[i].read(line, out)) {
            return true;
        }
    }
    begin(out);
    return false;
}

/* A line behind `level` prefixes and words. */
struct rest {
    const char *line;
    size_t level;
    struct shape_trace *trace;
};

static bool read_known(struct rest rest, unsigned has, struct shape_line *out);
static bool read_any(struct rest rest, struct shape_line *out);

static struct rest behind(struct rest rest, const char *line)
{
    return (struct rest){line, rest.level + 1, rest.trace};
}

void form_add_time(struct shape_line *out, const struct prefix *prefix)
{
    double time = 0;
    if (prefix->time_name && !shape_find(out, prefix->time_name, &time)) {
        form_add(out, prefix->time_name, strlen(prefix->time_name), prefix->time);
    }
}

/* A prefix is one only where a line in a known form, or words, stand behind it. */
static bool read_behind_prefix(struct rest rest, struct shape_line *out)
{
    struct prefix prefix;
    if (!prefix_take(rest.line, &prefix)) {
        return false;
    }
    rest.trace->rows[rest.level] = prefix.row;
    if (!read_any(behind(rest, prefix.rest), out)) {
        out->shape = without_numbers(prefix.rest);
        rest.trace->is_odd = true;
        return out->shape != SHAPE_NONE;
    }
    form_add_time(out, &prefix);
    return true;
}

/* "CPR: depth=46.2 force=400", "SENSOR = {"depth":46.2}": a word before what has
 * names. */
static bool read_behind_word(struct rest rest, struct shape_line *out)
{
    const char *at = number_skip_blanks(rest.line);
    const char *mark = at + strcspn(at, " \t:={");
    bool is_word = mark > at && begins_with_letter(at);
    mark = number_skip_blanks(mark);
    if (!is_word || !*mark || !strchr(":={", *mark)) {
        return false;
    }
    bool found =
        read_any(behind(rest, mark + (*mark != '{')), out) && out->shape < SHAPE_COUNT;
    rest.trace->is_odd = rest.trace->is_odd || rest.trace->prefixes > rest.level + 1;
    rest.trace->prefixes = (uint8_t)rest.level;
    return found;
}

static bool read_any(struct rest rest, struct shape_line *out)
{
    return read_known(rest, what_it_has(rest.line), out);
}

static bool read_known(struct rest rest, unsigned has, struct shape_line *out)
{
    bool may_have_prefix = rest.level < SHAPE_PREFIXES_MAX &&
                           (has & (HAS_COLON | HAS_ARROW | HAS_OPEN | HAS_LETTER));
    if (may_have_prefix && read_behind_prefix(rest, out)) {
        return true;
    }
    rest.trace->is_odd = false;
    rest.trace->prefixes = (uint8_t)rest.level;
    return read_form(rest.line, has, out) ||
           (may_have_prefix && (has & (HAS_LETTER | HAS_HIGH)) &&
            read_behind_word(rest, out));
}

enum shape shape_read_traced(const char *line, struct shape_line *out,
                             struct shape_trace *trace)
{
    char copy[LINE_MAX_BYTES + 1];
    unsigned has = what_it_has(line);
    *trace = (struct shape_trace){0};
    if (has & HAS_HIGH) {
        line += str_starts(line, "\xEF\xBB\xBF") ? 3 : 0;
        line = plain_text(line, copy, sizeof copy);
        has = what_it_has(line);
    }
    if (!read_known((struct rest){line, 0, trace}, has, out)) {
        begin(out);
        out->shape = without_numbers(line);
        *trace = (struct shape_trace){0};
    } else if (out->count == 0 && out->shape < SHAPE_COUNT) {
        out->shape = SHAPE_WORDS; /* nothing but missing ones */
    }
    return out->shape;
}

enum shape shape_read(const char *line, struct shape_line *out)
{
    struct shape_trace trace;
    return shape_read_traced(line, out, &trace);
}

bool shape_find(const struct shape_line *line, const char *name, double *value)
{
    for (size_t i = 0; i < line->count; i++) {
        if (line->fields[i].name[0] == name[0] && str_equal(line->fields[i].name, name)) {
            *value = line->fields[i].value;
            return true;
        }
    }
    return false;
}

/* "Depth" is "Depth mm" where its unit is left out. */
static bool is_named(const char *missing, const char *name)
{
    size_t length = strlen(missing);
    if (!str_starts(name, missing) || name[length] == '\0') {
        return str_equal(name, missing);
    }
    const char *unit = name + length + 1;
    return name[length] == ' ' && form_is_unit(unit, strlen(unit));
}

bool shape_is_missing(const struct shape_line *line, const char *name)
{
    for (size_t i = 0; i < line->missing && i < SHAPE_MISSING_MAX; i++) {
        if (is_named(line->missing_names[i], name)) {
            return true;
        }
    }
    return line->is_invalid;
}
