/* SPDX-License-Identifier: MIT */
#include "source_check.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "lesson/lesson.h"
#include "lesson/twins.h"

struct telling {
    struct findings *findings;
    const char *file;
    bool told;
};

static void tell(void *context, const struct complaint *complaint)
{
    struct telling *telling = context;
    telling->told = true;
    findings_add_complaint(telling->findings, telling->file, complaint);
}

enum source_state source_read(struct findings *findings, const char *file,
                              const char *source, size_t length, struct grammar **grammar)
{
    struct telling telling = {findings, file, false};
    struct complaints to = {.tell = tell, .context = &telling};
    bool reads = lesson_reads(source, length);
    char *repaired = reads ? NULL : twins_repair(source, &to);
    *grammar = NULL;
    if (reads || repaired) {
        *grammar = grammar_read(reads ? source : repaired, &to);
    }
    free(repaired);
    return reads ? SOURCE_SOUND : telling.told ? SOURCE_TOLD : SOURCE_UNTOLD;
}

/* ---- names
 * -------------------------------------------------------------------------- */

/* All names there are: modules, their functions, and the same of Lua's libraries. */
struct known {
    struct str bases;   /* "card, math, ipairs, " */
    struct str modules; /* "card, math, " */
    struct str dotted;  /* "card.ask, math.floor, " */
};

static bool is_listed(const struct str *list, const char *word)
{
    char item[GRAMMAR_NAME_BYTES * 2 + 4];
    str_format(item, sizeof item, ", %s, ", word);
    return list->text && strstr(list->text, item) != NULL;
}

static void know(struct known *known, const char *name)
{
    char base[GRAMMAR_NAME_BYTES];
    size_t length = strcspn(name, ".");
    str_format(base, sizeof base, "%.*s", (int)length, name);
    if (!is_listed(&known->bases, base)) {
        str_add(&known->bases, "%s, ", base);
    }
    if (name[length]) {
        str_add(&known->dotted, "%s, ", name);
        if (!is_listed(&known->modules, base)) {
            str_add(&known->modules, "%s, ", base);
        }
    }
}

static void know_all(struct known *known, const struct grammar *grammar)
{
    char name[GRAMMAR_NAME_BYTES];
    const char *function = NULL;
    str_add(&known->bases, ", self, ");
    str_add(&known->modules, ", ");
    str_add(&known->dotted, ", ");
    for (size_t i = 0; (function = lesson_function(i)); i++) {
        know(known, function);
    }
    for (size_t i = 0; lesson_library_name(i, name, sizeof name); i++) {
        know(known, name);
    }
    for (size_t i = 0; i < grammar->local_count; i++) {
        know(known, grammar->locals[i]);
    }
}

static bool is_local(const struct grammar *grammar, const char *name)
{
    for (size_t i = 0; i < grammar->local_count; i++) {
        if (str_equal(grammar->locals[i], name)) {
            return true;
        }
    }
    return false;
}

/* base.field of a module. */
static void check_member(struct findings *findings, const char *file,
                         const struct known *known, const struct grammar_name *name)
{
    char whole[2 * GRAMMAR_NAME_BYTES];
    char near[2 * GRAMMAR_NAME_BYTES];
    str_format(whole, sizeof whole, "%s.%s", name->base, name->field);
    if (name->colon) {
        findings_add(findings, FINDING_colon_call, file, name->line, "base", name->base,
                     "field", name->field, NULL);
    } else if (!is_listed(&known->dotted, whole)) {
        source_nearest(whole, known->dotted.text, near, sizeof near);
        findings_add(findings, *near ? FINDING_member_near : FINDING_no_member, file,
                     name->line, "name", whole, "near", near, "base", name->base, NULL);
    }
}

static void check_name(struct findings *findings, const char *file,
                       const struct known *known, const struct grammar_name *name)
{
    char near[2 * GRAMMAR_NAME_BYTES];
    if (name->called_with_text) {
        findings_add(findings, FINDING_no_equals, file, name->line, "1", name->base,
                     NULL);
    } else if (is_listed(&known->modules, name->base) && name->field[0]) {
        check_member(findings, file, known, name);
    } else if (!is_listed(&known->bases, name->base)) {
        source_nearest(name->base, known->bases.text, near, sizeof near);
        enum finding_kind kind = name->assigned ? FINDING_undeclared
                                 : *near        ? FINDING_name_near
                                                : FINDING_unknown_name;
        findings_add(findings, kind, file, name->line, "1", name->base, "near", near,
                     NULL);
    }
}

/* ---- tables
 * ------------------------------------------------------------------------- */

static const struct grammar_field *field_of(const struct grammar_call *table,
                                            const char *name)
{
    for (size_t i = 0; i < table->field_count; i++) {
        if (str_equal(table->fields[i].name, name)) {
            return &table->fields[i];
        }
    }
    return NULL;
}

/* Lua takes the last of two fields and says nothing. */
static void check_twice(struct findings *findings, const char *file,
                        const struct grammar_call *table, enum finding_kind kind)
{
    char line[16];
    for (size_t i = 0; i < table->field_count; i++) {
        const struct grammar_field *field = &table->fields[i];
        const struct grammar_field *first =
            *field->name ? field_of(table, field->name) : NULL;
        if (first && first != field) {
            str_format(line, sizeof line, "%d", first->line);
            findings_add(findings, kind, file, field->line, "key", field->name, "line",
                         line, NULL);
        }
    }
}

static void check_answers(struct findings *findings, const char *file,
                          const struct grammar_call *table)
{
    for (size_t i = 0; i < table->field_count; i++) {
        for (size_t before = 0; before < i; before++) {
            const struct grammar_field *one = &table->fields[before];
            const struct grammar_field *other = &table->fields[i];
            if (!*one->name && !*other->name && *other->text &&
                str_equal(one->text, other->text)) {
                findings_add(findings, FINDING_answer_twice, file, other->line, "key",
                             other->text, NULL);
            }
        }
    }
}

static void check_right(struct findings *findings, const char *file,
                        const struct grammar_call *call)
{
    if (!str_equal(call->function, "card.ask") || field_of(call, "right") ||
        field_of(call, "count") || call->field_count == 0) {
        return;
    }
    for (size_t i = 0; i < call->field_count; i++) {
        if (*call->fields[i].name && str_distance(call->fields[i].name, "right") < 3) {
            return; /* misspelt, of which the card itself tells */
        }
    }
    if (call->use == GRAMMAR_CONDITION) {
        findings_add(findings, FINDING_right_forgotten, file, call->line, NULL);
    } else if (call->use == GRAMMAR_NOTHING) {
        findings_add(findings, FINDING_right_unused, file, call->line, NULL);
    }
}

void source_check_lesson(struct findings *findings, const char *file,
                         const struct grammar *grammar)
{
    struct known known = {0};
    know_all(&known, grammar);
    for (size_t i = 0; i < grammar->name_count; i++) {
        const struct grammar_name *name = &grammar->names[i];
        if (!is_local(grammar, name->base)) {
            check_name(findings, file, &known, name);
        }
    }
    for (size_t i = 0; i < grammar->call_count; i++) {
        check_twice(findings, file, &grammar->calls[i], FINDING_field_twice);
        check_answers(findings, file, &grammar->calls[i]);
        check_right(findings, file, &grammar->calls[i]);
    }
    str_free(&known.bases);
    str_free(&known.modules);
    str_free(&known.dotted);
}

void source_check_texts(struct findings *findings, const char *file,
                        const struct grammar *grammar)
{
    for (size_t i = 0; i < grammar->name_count; i++) {
        const struct grammar_name *name = &grammar->names[i];
        findings_add(findings,
                     name->called_with_text ? FINDING_no_equals : FINDING_bare_text, file,
                     name->line, "1", name->base, NULL);
    }
    for (size_t i = 0; i < grammar->call_count; i++) {
        check_twice(findings, file, &grammar->calls[i], FINDING_text_twice);
    }
}

int source_field_line(const struct grammar *grammar, const char *function, int line,
                      const char *field)
{
    for (size_t i = 0; grammar && i < grammar->call_count; i++) {
        const struct grammar_call *call = &grammar->calls[i];
        const struct grammar_field *at = field_of(call, field);
        if (call->line == line && str_equal(call->function, function) && at) {
            return at->line;
        }
    }
    return 0;
}
