/* SPDX-License-Identifier: MIT */
/* Numbers with words: "Depth: 50 mm, Rate: 110", "force=1842", "inf50,cpr312", "87
 * mm". */
#include <ctype.h>
#include <string.h> /* with strcasestr() */
#include <strings.h>

#include "base/str.h"
#include "link/column.h"
#include "link/forms.h"
#include "link/number.h"

enum { TAG_MAX = 60, TUPLE_NAME_MAX = 18, UNIT_MAX = 16, REMARK_MAX = 16 };

/* ---- words and units ---- */

/* What may stand behind a value without being the next tag. */
static const char *const units[] = {
    "mm",     "cm",          "m",           "um",          "in",     "inch",
    "inches", "millimeters", "millimetres", "centimeters", "metres", "centimetres",
    "meters", "n",           "kg",          "g",           "mg",     "lb",
    "lbs",    "lbf",         "kgf",         "gf",          "kpa",    "pa",
    "hpa",    "psi",         "bar",         "mbar",        "mv",     "v",
    "ma",     "ms",          "us",          "s",           "sec",    "hz",
    "ml",     "l",           "bpm",         "cpm",         "rpm",    "deg",
    "c",      "%",           "mm/s",        "cm/s",        "m/s",    "/min",
    "ohm",    "ohms",
};

bool form_is_unit(const char *word, size_t length)
{
    char first = (char)tolower((unsigned char)*word);
    for (size_t i = 0; length > 0 && i < sizeof units / sizeof *units; i++) {
        if (units[i][0] == first && strncasecmp(word, units[i], length) == 0 &&
            units[i][length] == '\0') {
            return true;
        }
    }
    return false;
}

static bool is_letter(char c)
{
    return isalpha((unsigned char)c) || c == '%' || c == '/';
}

static bool is_high(char c)
{
    return (unsigned char)c >= 0x80;
}

size_t form_word_length(const char *at)
{
    size_t length = 0;
    if (is_high(*at)) {
        while (is_high(at[length]) || at[length] == '/') {
            length++;
        }
        return length;
    }
    while (is_letter(at[length])) {
        length++;
    }
    return length;
}

static bool is_length(const char *unit, size_t length)
{
    char text[UNIT_MAX];
    return form_is_unit(unit, length) &&
           str_format(text, sizeof text, "%.*s", (int)length, unit) &&
           column_meaning(text).mm > 0;
}

/* The next colon or equals sign, or the end. */
static const char *find_mark(const char *at)
{
    while (*at && *at != ':' && *at != '=') {
        at++;
    }
    return at;
}

static const char *skip_separators(const char *at)
{
    while (*at == ' ' || *at == '\t' || *at == ',' || *at == ';' || *at == '|') {
        at++;
    }
    return at;
}

/* The word behind a value: its unit, unless it begins the next tag. */
static size_t unit_length(const char *at)
{
    size_t length = form_word_length(at);
    if (isdigit((unsigned char)at[length]) || at[length] == '_') {
        return 0;
    }
    const char *behind = number_skip_blanks(at + length);
    if (*find_mark(behind) == '\0') {
        return length;
    }
    bool is_attached = at[-1] != ' ' && at[-1] != '\t';
    if (*behind == ':' || *behind == '=') {
        return 0;
    }
    bool is_closed = *behind == ',' || *behind == ';' || *behind == '|';
    return is_attached || is_closed || form_is_unit(at, length) ? length : 0;
}

/*
 * A word or two behind the last value: "Distance: 87 mm OK", "(far)", a full stop. Not
 * where they may take the value back.
 */
static bool is_remark(const char *at)
{
    static const char *const doubts[] = {"out", "err", "fail", "valid", "bad", "no"};
    if (strnlen(at, REMARK_MAX + 1) > REMARK_MAX || strpbrk(at, "0123456789:=~{}")) {
        return false;
    }
    for (size_t i = 0; i < sizeof doubts / sizeof *doubts; i++) {
        if (strcasestr(at, doubts[i])) {
            return false;
        }
    }
    return true;
}

/* ---- number with its unit behind ---- */

/* "m" alone names much else. */
static bool is_metre(const char *unit, size_t length)
{
    return length == 1 && *unit == 'm';
}

static bool add_unit(struct shape_line *out, const char *unit, size_t length,
                     double value)
{
    if (length == 0) {
        return form_add_numbered(out, value);
    }
    return form_is_unit(unit, length) &&
           form_add_unit(out, is_metre(unit, length) ? "metre" : unit,
                         is_metre(unit, length) ? 5 : length, "", 0, value);
}

/* "4in, -- cm": without its unit nothing tells that it is a value. */
static bool miss_unit(struct shape_line *out, const char *unit, size_t length)
{
    bool is_unit = form_is_unit(unit, length);
    if (is_unit) {
        form_miss(out, is_metre(unit, length) ? "metre" : unit,
                  is_metre(unit, length) ? 5 : length);
    }
    return is_unit;
}

/* The point of ".5", not the full stop of "4 in. 11 cm". */
static bool is_point(const char *at)
{
    return at[0] == '.' && isdigit((unsigned char)at[1]);
}

static const char *skip_between(const char *at)
{
    while (*at && strchr(" \t,;|./", *at) && !is_point(at)) {
        at++;
    }
    return at;
}

bool form_unit(const char *line, struct shape_line *out)
{
    const char *at = number_skip_blanks(line);
    bool has_unit = false;
    while (*at) {
        double value = 0;
        bool is_missing = !number_take(&at, false, &value);
        if (is_missing && !form_take_missing_unit(&at)) {
            return false;
        }
        size_t length = form_word_length(at);
        if (!(is_missing ? miss_unit(out, at, length)
                         : add_unit(out, at, length, value))) {
            return false;
        }
        has_unit = has_unit || length > 0;
        at += length;
        if (is_point(at)) {
            return false; /* "4in.5cm": 5 or half a centimetre? */
        }
        at = skip_between(at);
        const char *rest = at;
        if (has_unit && !form_take_missing_unit(&rest) && is_remark(at)) {
            return true;
        }
    }
    return has_unit;
}

/* ---- tags, with '=' or ':' ---- */

/* "(x,y,z)" behind a key: fields key.1 key.2 key.3. */
static bool take_tuple(const char **at, const char *key, size_t length,
                       struct shape_line *out)
{
    char name[SHAPE_NAME_MAX];
    char end = (char)(**at == '(' ? ')' : ']');
    int index = 0;
    do {
        (*at)++; /* over the bracket or the comma */
        double value = 0;
        str_format(name, sizeof name, "%.*s.%d",
                   (int)(length < TUPLE_NAME_MAX ? length : TUPLE_NAME_MAX), key,
                   ++index);
        const char ends[] = {',', end, '\0'};
        if (number_take_missing(at, ends)) {
            form_miss(out, name, strlen(name));
        } else if (!number_take(at, false, &value) ||
                   !form_add(out, name, strlen(name), value)) {
            return false;
        }
    } while (**at == ',');
    if (**at != end) {
        return false;
    }
    *at = number_skip_blanks(*at + 1);
    return true;
}

static bool is_trimmed(char c)
{
    return c == ' ' || c == '\t' || c == '"' || c == '\'';
}

/*
 * A tag at `*at`, up to and with its colon or equals sign: words, a number, or a number
 * in square brackets. "[3]: 120" is tag 3; "[3] Distance: 8" is tag Distance.
 */
static bool take_tag(const char **at, const char **name, size_t *length)
{
    const char *from = number_skip_blanks(*at);
    const char *mark = find_mark(from);
    if (*mark == '\0') {
        return false;
    }
    const char *end = mark;
    if (*from == '[') {
        const char *close = memchr(from, ']', (size_t)(mark - from));
        if (!close) {
            return false;
        }
        const char *behind = number_skip_blanks(close + 1);
        end = behind < mark ? mark : close;
        from = behind < mark ? behind : from + 1;
    }
    while (from < end && is_trimmed(*from)) {
        from++;
    }
    while (end > from && is_trimmed(end[-1])) {
        end--;
    }
    *name = from;
    *length = (size_t)(end - from);
    for (mark++; *mark == '=' || *mark == '>';) {
        mark++; /* "==", ":=", "=>" */
    }
    *at = mark;
    return *length > 0 && *length <= TAG_MAX;
}

/* Behind a tag where no number is: a flag, "nan mm", nothing, or words for that. */
static bool take_no_number(const char **at, const char *tag, size_t length,
                           struct shape_line *out)
{
    bool is_true = false;
    const char *from = number_skip_blanks(*at);
    if (form_take_flag(&from, &is_true)) {
        form_flag(out, tag, length, is_true);
        out->has_words = true;
    } else if (form_take_missing_unit(&from)) {
        from += unit_length(from);
        form_miss(out, tag, length);
    } else if (*from == '\0' ? !form_is_trouble(tag, length)
                             : number_take_missing(&from, " \t,;|\"")) {
        form_miss(out, tag, length);
    } else if (form_take_no_reading(&from, ",;|\t\"")) {
        form_say(out, tag, length);
        out->has_words = true;
    } else {
        return false;
    }
    *at = from;
    return true;
}

static bool take_tagged(const char **at, struct shape_line *out)
{
    const char *tag = NULL;
    size_t length = 0;
    double value = 0;
    const char *from = *at;
    if (!take_tag(&from, &tag, &length)) {
        return false;
    }
    *at = number_skip_blanks(from);
    if (**at == '(' || **at == '[') {
        return take_tuple(at, tag, length, out);
    }
    bool quoted = **at == '"';
    *at += quoted;
    if (number_take(at, false, &value)) {
        size_t unit = unit_length(*at);
        if (!form_add_unit(out, tag, length, *at, unit, value)) {
            return false;
        }
        *at += unit;
    } else if (!take_no_number(at, tag, length, out)) {
        return false;
    }
    *at += quoted && **at == '"';
    return true;
}

/* One tag and its value, or several; the first has `mark`. */
static bool read_tagged(const char *line, char mark, struct shape_line *out)
{
    const char *at = number_skip_blanks(line);
    const char *first = find_mark(at);
    if (*first != mark || *at == '#' || strpbrk(at, "{}~")) {
        return false;
    }
    while (*at) {
        if (!take_tagged(&at, out)) {
            return form_is_line(out) && is_remark(at);
        }
        at = skip_separators(at);
    }
    return form_is_line(out);
}

bool form_key(const char *line, struct shape_line *out)
{
    return read_tagged(line, '=', out);
}

bool form_tag(const char *line, struct shape_line *out)
{
    return read_tagged(line, ':', out);
}

/* ---- letters and numbers ---- */

static bool is_name_part(char c)
{
    return isalpha((unsigned char)c) || c == '_' || is_high(c);
}

/* Words up to a number; false when there are none, or nothing follows. */
static bool take_words(const char **at, const char **name, size_t *length, int *words)
{
    *name = *at;
    for (*words = 0; is_name_part(**at); (*words)++) {
        while (is_name_part(**at)) {
            (*at)++;
        }
        *length = (size_t)(*at - *name);
        *at = number_skip_blanks(*at);
    }
    *at += *words > 0 && **at == ','; /* "Depth,46.2" */
    return *words > 0 && *length <= TAG_MAX;
}

/* A unit is no name: what follows it is no number. */
static size_t unit_before_end(const char *at)
{
    size_t length = form_word_length(at);
    char behind = *number_skip_blanks(at + length);
    bool is_name = behind == '-' || behind == '.' || isdigit((unsigned char)behind);
    return form_is_unit(at, length) && !is_name ? length : 0;
}

/* Several words are a name only where a length follows: "Retry 3 of 5" is prose. */
bool form_letter(const char *line, struct shape_line *out)
{
    const char *at = number_skip_blanks(line);
    while (*at) {
        const char *name = NULL;
        size_t length = 0;
        int words = 0;
        double value = 0;
        if (!take_words(&at, &name, &length, &words)) {
            return false;
        }
        bool is_missing = !number_take(&at, false, &value);
        if (is_missing && !form_take_missing_unit(&at)) {
            return false;
        }
        size_t unit = unit_before_end(at);
        if (words > 1 && !is_length(at, unit)) {
            return false;
        }
        if (is_missing) {
            form_miss(out, name, length);
        } else if (!form_add_unit(out, name, length, at, unit, value)) {
            return false;
        }
        at += unit;
        at += strspn(at, " \t,;|");
    }
    return form_is_line(out);
}
