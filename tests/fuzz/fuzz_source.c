/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as what an author has typed (lesson/twins.h, lexer.h, grammar.h): they are
 * read to their end, each mistake has a place and a kind, a repaired source keeps its
 * lines, and nothing of syntax is wrong where Lua finds nothing wrong.
 */
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "conf/lines.h"
#include "lesson/grammar.h"
#include "lesson/lesson.h"
#include "lesson/source.h"
#include "lesson/twins.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct heard {
    int lines; /* of the source */
    int syntax;
};

static int lines_of(const char *source)
{
    int lines = 1;
    for (; *source; source++) {
        lines += *source == '\n';
    }
    return lines;
}

static void hear(void *context, const struct complaint *complaint)
{
    struct heard *heard = context;
    assert(complaint->line >= 1 && complaint->line <= heard->lines);
    assert(complaint->column >= 1);
    assert(complaint->cause.kind[0] != '\0');
    heard->syntax += complaint->syntax;
}

static void read_grammar(const char *source, const struct complaints *to)
{
    const struct heard *heard = to->context;
    struct grammar *grammar = grammar_read(source, to);
    for (size_t i = 0; i < grammar->call_count; i++) {
        const struct grammar_call *call = &grammar->calls[i];
        assert(call->line >= 1 && call->line <= heard->lines);
        for (size_t n = 0; n < call->field_count; n++) {
            assert(call->fields[n].line >= call->line);
            assert(strlen(call->fields[n].name) < GRAMMAR_NAME_BYTES);
        }
    }
    for (size_t i = 0; i < grammar->name_count; i++) {
        assert(grammar->names[i].line >= 1 && grammar->names[i].line <= heard->lines);
        source_line_of_key(source, grammar->names[i].base);
        source_line_of_comparison(source, grammar->names[i].field);
        int line = conf_line_of(source, strlen(source), grammar->names[i].base);
        assert(line >= 0 && line <= heard->lines);
    }
    grammar_free(grammar);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *source = malloc(size + 1);
    assert(source);
    memcpy(source, data, size);
    source[size] = '\0'; /* a file with NUL in it is refused before it is read */
    struct heard heard = {.lines = lines_of(source)};
    struct complaints to = {.tell = hear, .context = &heard};
    conf_line_of(source, size, "[2].a[1].b");
    bool taken = lesson_reads(source, strlen(source));
    read_grammar(source, &to);
    assert(!taken || heard.syntax == 0);
    char *repaired = taken ? NULL : twins_repair(source, &to);
    if (repaired) {
        assert(lines_of(repaired) == heard.lines);
        read_grammar(repaired, &to);
    }
    free(repaired);
    free(source);
    return 0;
}
