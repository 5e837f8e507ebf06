/* SPDX-License-Identifier: MIT */
#include "link/recording_row.h"

#include <string.h>

#include "base/err.h"
#include "base/str.h"
#include "link/number.h"

enum { NUMBER_MAX = 64, GROUP = 3 };

char recording_separator(const char *header)
{
    static const char separators[] = ";\t,|";
    for (const char *at = separators; *at; at++) {
        bool quoted = false;
        for (const char *c = header; *c; c++) {
            quoted = quoted != (*c == '"');
            if (*c == *at && !quoted) {
                return *at;
            }
        }
    }
    return strpbrk(header, " ") ? ' ' : ',';
}

char *recording_trim(char *text)
{
    text += strspn(text, " \t");
    size_t length = strlen(text);
    while (length > 0 && (text[length - 1] == ' ' || text[length - 1] == '\t')) {
        length--;
    }
    if (length >= 2 && text[0] == '"' && text[length - 1] == '"') {
        text++;
        length -= 2;
    }
    text[length] = '\0';
    return text;
}

/* The end of a field, which may be in quotes. */
static char *end_of(char *at, char separator)
{
    char *first = at + strspn(at, " ");
    if (*first == '"') {
        char *close = strchr(first + 1, '"');
        while (close && close[1] == '"') {
            close = strchr(close + 2, '"');
        }
        at = close ? close + 1 : at;
    }
    return at + strcspn(at, (const char[]){separator, '\0'});
}

size_t recording_split(char *row, char separator, char **fields, size_t max)
{
    size_t count = 0;
    for (char *at = row; at;) {
        at += separator == ' ' ? strspn(at, " ") : 0;
        if (separator == ' ' && *at == '\0' && count > 0) {
            break;
        }
        char *end = end_of(at, separator);
        char *next = *end ? end + 1 : NULL;
        *end = '\0';
        if (count < max) {
            fields[count] = recording_trim(at);
        }
        count++;
        at = next;
    }
    return count;
}

/* ---- numbers ---- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The marks of a number, and where the last one stands. */
struct look {
    unsigned points, commas;
    char last;
    size_t before, behind; /* digits before the first mark, behind the last */
    bool begins_with_zero;
};

static struct look look_at(const char *field)
{
    struct look look = {0};
    field += *field == '-' || *field == '+';
    look.begins_with_zero = *field == '0';
    for (; is_digit(*field) || *field == '.' || *field == ','; field++) {
        if (is_digit(*field)) {
            look.behind++;
            look.before += look.last == '\0';
        } else {
            look.points += *field == '.';
            look.commas += *field == ',';
            look.last = *field;
            look.behind = 0;
        }
    }
    return look;
}

/* "1,234" and "1.234": three digits behind one mark, and no zero that leads. */
static bool may_be_thousands(const struct look *look)
{
    return look->behind == GROUP && look->before >= 1 && look->before <= GROUP &&
           !look->begins_with_zero;
}

void recording_marks_see(struct recording_marks *marks, const char *field)
{
    struct look look = look_at(field);
    if (look.points > 0 && look.commas > 0) {
        marks->points += look.last == '.';
        marks->commas += look.last == ',';
    } else if (look.points > 1 || look.commas > 1) { /* thousands */
        marks->points += look.commas > 1;
        marks->commas += look.points > 1;
    } else if (look.commas == 1) {
        *(may_be_thousands(&look) ? &marks->unsure_commas : &marks->commas) += 1;
    } else if (look.points == 1 && !may_be_thousands(&look)) {
        marks->points++;
    }
}

enum recording_mark recording_mark_of(const struct recording_marks *marks, char separator)
{
    if (marks->points > 0) {
        return RECORDING_POINT;
    }
    if (marks->commas > 0) {
        return RECORDING_COMMA;
    }
    return marks->unsure_commas == 0 ? RECORDING_POINT
           : separator == ','        ? RECORDING_MARK_UNSURE
                                     : RECORDING_COMMA;
}

/* Behind the mark or blank at `at` stand three digits, and no fourth. */
static bool is_group(const char *at)
{
    return is_digit(at[1]) && is_digit(at[2]) && is_digit(at[3]) && !is_digit(at[4]);
}

/* Copies the number to `plain` with a point and without marks of thousands; what is
 * behind it, or NULL. */
static const char *make_plain(const char *at, enum recording_mark mark, char *plain)
{
    char decimal = mark == RECORDING_COMMA ? ',' : '.';
    char thousand = mark == RECORDING_COMMA ? '.' : ',';
    bool is_whole = true;
    size_t length = 0;
    for (; *at; at++) {
        bool in_number = length > 0 && is_digit(at[-1]);
        if (length == NUMBER_MAX - 1) {
            return NULL;
        }
        if (in_number && is_whole && (*at == thousand || *at == ' ' || *at == '\'') &&
            is_group(at)) {
            continue;
        }
        if (*at == decimal && is_whole) {
            plain[length++] = '.';
            is_whole = false;
        } else if (is_digit(*at) || *at == '-' || *at == '+' ||
                   (in_number && (*at == 'e' || *at == 'E') &&
                    (is_digit(at[1]) || at[1] == '-' || at[1] == '+'))) {
            plain[length++] = *at;
        } else {
            break;
        }
    }
    plain[length] = '\0';
    return *at == '.' || *at == ',' ? NULL : at;
}

/* As recording_number(), without a sentence; `*is_mixed`: it has another mark. */
static bool take(const char *field, enum recording_mark mark, double *value,
                 const char **rest, bool *is_mixed)
{
    const char *at = field;
    char plain[NUMBER_MAX];
    if (mark == RECORDING_POINT && number_take(&at, false, value) && *at == '\0') {
        *rest = at;
        return true;
    }
    struct look look = look_at(field);
    const char *behind = make_plain(field, mark, plain);
    const char *from = plain;
    *is_mixed = !behind && look.points + look.commas == 1;
    if (!behind || !number_take(&from, false, value) || *from) {
        return false;
    }
    *rest = number_skip_blanks(behind);
    return true;
}

bool recording_is_number(const char *field, enum recording_mark mark, double *value)
{
    const char *rest;
    bool is_mixed;
    return take(field, mark, value, &rest, &is_mixed) && *rest == '\0';
}

bool recording_number(const char *name, const char *field, enum recording_mark mark,
                      double *value, const char **rest)
{
    bool is_mixed = false;
    struct look look = look_at(field);
    if (mark == RECORDING_MARK_UNSURE && look.commas == 1 && look.points == 0) {
        return err_set(
            "%s is \"%.40s\", which may be thousands or a decimal comma; write "
            "the numbers of this column with a point, or part the fields with "
            "semicolons",
            name, field);
    }
    if (take(field, mark, value, rest, &is_mixed)) {
        return true;
    }
    return is_mixed
               ? err_set("%s is \"%.40s\", with another decimal mark than other rows; "
                         "write all numbers of this column alike",
                         name, field)
               : err_set("%s is \"%.40s\", no number; write it as 52.3", name, field);
}
