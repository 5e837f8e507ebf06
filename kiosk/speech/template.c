/* SPDX-License-Identifier: MIT */
#include "speech/template.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "speech/piece.h"
#include "speech/spoken.h"

/* The end of a name in braces; NULL when it is only a brace. */
static const char *place_end(const char *text)
{
    if (*text != '{') {
        return NULL;
    }
    size_t length = strspn(text + 1, "abcdefghijklmnopqrstuvwxyz_0123456789");
    return length > 0 && text[length + 1] == '}' ? text + length + 2 : NULL;
}

/* Whether a line that ends in front of `end` ends a sentence, or begins a list. */
static bool is_sentence_end(const char *start, const char *end)
{
    static const char *const marks[] = {"。", "！", "？", "：", ".", "!", "?", ":"};

    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t length = strlen(marks[i]);
        if ((size_t)(end - start) > length &&
            memcmp(end - length, marks[i], length) == 0) {
            return true;
        }
    }
    return false;
}

static struct part *add_part(struct template *template)
{
    template->parts =
        realloc(template->parts, (template->count + 1) * sizeof *template->parts);
    assert(template->parts);
    struct part *part = &template->parts[template->count++];
    *part = (struct part){.is_place = false};
    return part;
}

static char *fold(const char *bytes, size_t length)
{
    struct str raw = {0};
    struct str folded = {0};
    str_add(&raw, "%s", "");
    str_add_bytes(&raw, bytes, length);
    piece_fold(raw.text, &folded);
    str_free(&raw);
    return folded.text;
}

static struct str words_of(const char *locale, const char *text)
{
    struct str words = {0};
    str_add(&words, "%s", "");
    spoken_words(locale, text, &words);
    return words;
}

/* How a piece is read, behind a number or by itself: "s" behind one is "seconds". NULL
 * when it is nothing but marks. */
static char *read_piece(const char *locale, const char *said, bool behind)
{
    struct str text = {0};
    str_add(&text, "5 %s", said);
    struct str five = words_of(locale, "5");
    struct str all = words_of(locale, text.text);
    struct str alone = words_of(locale, said);
    bool fits = behind && str_starts(all.text, five.text);
    const char *words = piece_skip_marks(fits ? all.text + five.length : alone.text);
    char *copy = *words ? strdup(words) : NULL;
    assert(copy || !*words);
    str_free(&text);
    str_free(&five);
    str_free(&all);
    str_free(&alone);
    return copy;
}

/* Behind a place its marks belong to the pause, not to the piece. */
static void add_literal(struct template *template, const char *locale, const char *start,
                        const char *end)
{
    char *literal = fold(start, (size_t)(end - start));
    if (!*literal) {
        free(literal);
        return;
    }
    struct part *part = add_part(template);
    bool behind = template->count > 1 && part[-1].is_place;
    const char *said = behind ? piece_skip_marks(literal) : literal;
    part->literal = literal;
    template->literal_bytes += strlen(literal);
    part->words = read_piece(locale, said, behind);
    if (part->words) {
        part->said = strdup(said);
        assert(part->said);
        part->hash = piece_hash(said);
    }
}

static const char *add_place(struct template *template, const char *end)
{
    struct part *part = add_part(template);
    part->is_place = true;
    part->literal = strdup("");
    assert(part->literal);
    template->places++;
    const char *sign = end + strspn(end, " ");
    part->percent = *sign == '%';
    return part->percent ? sign + 1 : end;
}

void template_make(struct template *template, const char *locale, const char *text)
{
    *template = (struct template){.whole = fold(text, strlen(text))};
    template->hash = piece_hash(text);
    const char *start = text;
    const char *line = text;
    while (*text) {
        const char *end = place_end(text);
        if (end) {
            add_literal(template, locale, start, text);
            start = text = add_place(template, end);
            continue;
        }
        if (*text == '\n') {
            if (is_sentence_end(line, text)) {
                add_literal(template, locale, start, text);
                start = text;
            }
            line = text + 1;
        }
        text++;
    }
    add_literal(template, locale, start, text);
}

void template_free(struct template *template)
{
    for (size_t i = 0; i < template->count; i++) {
        free(template->parts[i].literal);
        free(template->parts[i].said);
        free(template->parts[i].words);
    }
    free(template->parts);
    free(template->whole);
    *template = (struct template){.whole = NULL};
}
