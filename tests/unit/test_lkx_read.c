/* SPDX-License-Identifier: MIT */
#include <jansson.h>
#include <stdio.h>
#include <unistd.h>

#include "base/err.h"
#include "base/file.h"
#include "count/parts.h"
#include "lkx/lkx.h"
#include "lkx/lkx_read.h"
#include "support/hours.h"
#include "support/keys.h"

enum { DRAWS = 12, FROM = 20260305, TO = 20260325, MADE = 20260331, NAME_MAX = 96 };

struct pair {
    char path[64];
    char id[LKX_KIOSK_MAX];
    unsigned char secret[SIGN_SECRET_BYTES];
};

static int make_pair(void **state)
{
    static struct pair pair;
    struct rng rng = rng_begin();
    str_copy(pair.path, sizeof pair.path, "/tmp/lkx-read-XXXXXX");
    int fd = mkstemp(pair.path);
    assert_true(fd >= 0);
    close(fd);
    assert_true(keys_draw(&rng, pair.path, pair.secret));
    lkx_kiosk_id(pair.id, pair.secret + SIGN_PUBLIC_BYTES);
    *state = &pair;
    return 0;
}

static int drop_pair(void **state)
{
    const struct pair *pair = *state;
    return unlink(pair->path);
}

/* The registry has this kiosk alone. */
static bool key_of(void *context, const char *kiosk, unsigned char key[SIGN_PUBLIC_BYTES])
{
    const struct pair *pair = context;
    memcpy(key, pair->secret + SIGN_PUBLIC_BYTES, SIGN_PUBLIC_BYTES);
    return str_equal(kiosk, pair->id);
}

static bool key_of_nobody(void *context, const char *kiosk,
                          unsigned char key[SIGN_PUBLIC_BYTES])
{
    (void)context, (void)kiosk, (void)key;
    return false;
}

static bool key_of_another(void *context, const char *kiosk,
                           unsigned char key[SIGN_PUBLIC_BYTES])
{
    (void)context, (void)kiosk;
    memset(key, 7, SIGN_PUBLIC_BYTES);
    return true;
}

static struct str render(const struct pair *pair, struct hours *hours)
{
    const struct lkx_facts facts = {
        .hall = "滨江 \"一号\" 馆\n", .county = "", FROM, TO, .made_day = MADE};
    struct str out = {0};
    struct count_source source = hours_source(hours);
    assert_true(lkx_render(&facts, &source, NULL, pair->secret, &out));
    return out;
}

static struct lkx_file *parse(struct pair *pair, const struct str *file)
{
    return lkx_parse("a.lkx", file->text, file->length, key_of, pair);
}

/* It is refused by that kind, and the sentence is about this file and has no gap left. */
static void expect_refused(const struct lkx_file *file, const char *kind)
{
    assert_null(file);
    if (!str_equal(err_cause()->kind, kind)) {
        fail_msg("%s expected: %s", kind, err_text());
    }
    assert_true(str_starts(err_text(), "a.lkx:"));
    assert_string_equal(err_cause()->arguments[0], "a.lkx");
    assert_null(strchr(err_text(), '{'));
    assert_non_null(strchr(err_text(), ';'));
}

/* ---- files that are as a kiosk writes them ----------------------------------------- */

struct wanted {
    const struct lkx_file *file;
    size_t at;
};

static bool is_next(void *context, const struct count_row *row)
{
    struct wanted *wanted = context;
    assert_true(wanted->at < wanted->file->row_count);
    const struct count_row *read = &wanted->file->rows[wanted->at++];
    assert_int_equal(count_key_compare(&read->key, &row->key), 0);
    assert_int_equal(read->n, row->n);
    assert_int_equal(read->revision, row->revision);
    return true;
}

static void expect_rows(const struct lkx_file *file, struct hours *hours)
{
    struct wanted wanted = {.file = file};
    struct count_source source = hours_source(hours);
    assert_non_null(file);
    assert_true(count_parts_each(&source, FROM, TO, is_next, &wanted));
    assert_int_equal(wanted.at, file->row_count);
}

static void what_was_written_is_read(void **state)
{
    struct pair *pair = *state;
    struct rng rng = rng_begin();
    for (int i = 0; i < DRAWS; i++) {
        struct hours hours;
        hours_draw(&hours, &rng, i == 0 ? 0 : (size_t)rng_int(&rng, 0, 900));
        struct str text = render(pair, &hours);
        struct lkx_file *file = parse(pair, &text);
        expect_rows(file, &hours);
        assert_string_equal(file->kiosk, pair->id);
        assert_memory_equal(file->key, pair->secret + SIGN_PUBLIC_BYTES, 32);
        assert_string_equal(file->hall, "滨江 \"一号\" 馆 ");
        assert_string_equal(file->county, "");
        assert_int_equal(file->from_day, FROM);
        assert_int_equal(file->to_day, TO);
        assert_int_equal(file->made_day, MADE);
        assert_int_equal(file->definition, COUNT_DEFINITION);
        lkx_file_free(file);
        str_free(&text);
    }
}

static void a_file_comes_from_the_disk(void **state)
{
    struct pair *pair = *state;
    struct rng rng = rng_begin();
    struct hours hours;
    char path[NAME_MAX];
    hours_draw(&hours, &rng, 100);
    struct str text = render(pair, &hours);
    str_format(path, sizeof path, "%s.lkx", pair->path);
    assert_true(file_write(path, text.text, text.length));
    struct lkx_file *file = lkx_read(path, key_of, pair);
    expect_rows(file, &hours);
    lkx_file_free(file);
    FILE *large = fopen(path, "wb");
    assert_true(large && ftruncate(fileno(large), LKX_BYTES_MAX + 1) == 0);
    fclose(large);
    assert_null(lkx_read(path, key_of, pair));
    assert_string_equal(err_cause()->kind, "lkx_large");
    unlink(path);
    assert_null(lkx_read(path, key_of, pair));
    assert_string_equal(err_cause()->kind, "lkx_unread");
    assert_null(lkx_read("/tmp", key_of, pair));
    assert_string_equal(err_cause()->kind, "lkx_unread");
    str_free(&text);
}

/* ---- files that came to harm on their way ------------------------------------------ */

static size_t line_end(const struct str *file)
{
    return strcspn(file->text, "\n");
}

static size_t signature_at(const struct str *file)
{
    size_t at = file->length - 1;
    while (file->text[at - 1] != '\n') {
        at--;
    }
    return at;
}

/* What may be said of a file that differs from a sound one at this byte alone. */
static bool is_fair(const struct str *file, size_t at, const char *kind)
{
    bool first = at <= line_end(file);
    bool last = at + 1 >= signature_at(file);
    return str_equal(kind, "lkx_changed") ||
           (first && (str_equal(kind, "lkx_other") || str_equal(kind, "lkx_owner"))) ||
           (last && str_equal(kind, "lkx_cut"));
}

static void a_changed_byte_is_refused_and_named(void **state)
{
    struct pair *pair = *state;
    struct rng rng = rng_begin();
    struct hours hours;
    hours_draw(&hours, &rng, 12);
    struct str file = render(pair, &hours);
    for (size_t at = 0; at < file.length; at++) {
        char was = file.text[at];
        while (file.text[at] == was) {
            file.text[at] = (char)(rng_int(&rng, 0, 1) ? was ^ 1 << rng_int(&rng, 0, 7)
                                                       : rng_int(&rng, -128, 127));
        }
        struct lkx_file *read = parse(pair, &file);
        if (read) {
            fail_msg("byte %zu of %zu is taken as %02X for %02X", at, file.length,
                     (unsigned char)file.text[at], (unsigned char)was);
        }
        if (!is_fair(&file, at, err_cause()->kind)) {
            fail_msg("byte %zu: %s", at, err_text());
        }
        file.text[at] = was;
    }
    struct lkx_file *sound = parse(pair, &file);
    assert_non_null(sound);
    lkx_file_free(sound);
    str_free(&file);
}

/* Each digit of the signature by each other byte: none is taken for what it is not. */
static void no_byte_passes_for_a_digit(void **state)
{
    struct pair *pair = *state;
    struct rng rng = rng_begin();
    struct hours hours;
    hours_draw(&hours, &rng, 1);
    struct str file = render(pair, &hours);
    for (size_t at = signature_at(&file); at < file.length; at++) {
        char was = file.text[at];
        for (int byte = 0; byte < 256; byte++) {
            file.text[at] = (char)byte;
            struct lkx_file *read = parse(pair, &file);
            assert_int_equal(read != NULL, file.text[at] == was);
            lkx_file_free(read);
        }
        file.text[at] = was;
    }
    str_free(&file);
}

static void a_file_is_whole_or_refused(void **state)
{
    struct pair *pair = *state;
    struct rng rng = rng_begin();
    struct hours hours;
    hours_draw(&hours, &rng, 12);
    struct str file = render(pair, &hours);
    for (size_t length = 0; length < file.length; length++) {
        expect_refused(lkx_parse("a.lkx", file.text, length, key_of, pair), "lkx_cut");
    }
    for (size_t line = 0; line < file.length;
         line += 1 + strcspn(file.text + line, "\n")) {
        struct str lacks = {0}; /* one of its lines */
        size_t length = 1 + strcspn(file.text + line, "\n");
        str_add_bytes(&lacks, file.text, line);
        str_add_bytes(&lacks, file.text + line + length, file.length - line - length);
        assert_null(parse(pair, &lacks));
        str_free(&lacks);
    }
    str_add(&file, "2026-03-05,morning,visit,,,1,1,9,9\n");
    expect_refused(parse(pair, &file), "lkx_cut");
    str_free(&file);
}

static void only_registered_kiosks_are_read(void **state)
{
    struct pair *pair = *state;
    struct rng rng = rng_begin();
    struct hours hours;
    hours_draw(&hours, &rng, 30);
    struct str file = render(pair, &hours);
    const char *text = file.text;
    expect_refused(lkx_parse("a.lkx", text, file.length, key_of_nobody, NULL),
                   "lkx_unknown");
    assert_string_equal(err_cause()->arguments[1], pair->id);
    assert_string_equal(err_cause()->arguments[2], "滨江 \"一号\" 馆 ");
    expect_refused(lkx_parse("a.lkx", text, file.length, key_of_another, NULL),
                   "lkx_key");
    struct lkx_file *read = lkx_parse("a.lkx", text, file.length, NULL, NULL);
    expect_rows(read, &hours);
    lkx_file_free(read);
    file.text[line_end(&file) + 2] ^= 1;
    expect_refused(lkx_parse("a.lkx", text, file.length, key_of_nobody, NULL),
                   "lkx_changed");
    expect_refused(lkx_parse("a.lkx", text, file.length, NULL, NULL), "lkx_changed");
    str_free(&file);
}

/* ---- files that are signed and wrong ----------------------------------------------- */

/* A file taken apart, to be changed and signed anew. */
struct draft {
    json_t *manifest;
    struct str body;
};

static struct draft take_apart(struct pair *pair, struct hours *hours)
{
    struct str file = render(pair, hours);
    size_t line = line_end(&file);
    struct draft draft = {.manifest = json_loadb(file.text, line, 0, NULL)};
    assert_non_null(draft.manifest);
    str_add_bytes(&draft.body, file.text + line + 1, signature_at(&file) - line - 1);
    str_free(&file);
    return draft;
}

static void drop_draft(struct draft *draft)
{
    json_decref(draft->manifest);
    str_free(&draft->body);
}

/* Lines of the body's rows: pointers and lengths without line feeds. */
struct lines {
    size_t count;
    char *at[HOURS_ROWS_MAX];
};

static void split(struct lines *lines, char *rows)
{
    lines->count = 0;
    for (char *at = strtok(rows, "\n"); at; at = strtok(NULL, "\n")) {
        lines->at[lines->count++] = at;
    }
}

static struct str seal_line(const struct pair *pair, const char *line,
                            const struct str *body)
{
    struct str file = {0};
    unsigned char signature[SIGN_SIGNATURE_BYTES];
    char base64[SIGN_BASE64_SIGNATURE_MAX];
    str_add(&file, "%s\n", line);
    str_add_bytes(&file, body->text, body->length);
    sign_make(signature, pair->secret, file.text, file.length);
    sign_base64(base64, sizeof base64, signature, sizeof signature);
    str_add(&file, "signature %s\n", base64);
    return file;
}

/* With the right SHA-256, unless `keep_sum`. */
static struct str seal(const struct pair *pair, struct draft *draft, bool keep_sum)
{
    unsigned char hash[SIGN_HASH_BYTES];
    char hex[SIGN_HEX_HASH_MAX];
    sign_sha256(hash, draft->body.text, draft->body.length);
    sign_hex(hex, hash, sizeof hash);
    if (!keep_sum) {
        json_object_set_new(draft->manifest, "sha256", json_string(hex));
    }
    char *line = json_dumps(draft->manifest, JSON_COMPACT);
    struct str file = seal_line(pair, line, &draft->body);
    free(line);
    return file;
}

static void rows_may_stand_in_any_order(void **state)
{
    struct pair *pair = *state;
    struct rng rng = rng_begin();
    for (int i = 0; i < DRAWS; i++) {
        struct hours hours;
        struct lines lines;
        hours_draw(&hours, &rng, (size_t)rng_int(&rng, 2, 300));
        struct draft draft = take_apart(pair, &hours);
        struct str turned = {0};
        size_t head = strcspn(draft.body.text, "\n") + 1;
        str_add_bytes(&turned, draft.body.text, head);
        split(&lines, draft.body.text + head);
        while (lines.count > 0) {
            size_t at = (size_t)rng_int(&rng, 0, (int)lines.count - 1);
            str_add(&turned, "%s\n", lines.at[at]);
            lines.at[at] = lines.at[--lines.count];
        }
        str_free(&draft.body);
        draft.body = turned;
        struct str text = seal(pair, &draft, false);
        struct lkx_file *file = parse(pair, &text);
        expect_rows(file, &hours);
        lkx_file_free(file);
        str_free(&text);
        drop_draft(&draft);
    }
}

static void later_versions_may_say_more(void **state)
{
    struct pair *pair = *state;
    struct rng rng = rng_begin();
    struct hours hours;
    hours_draw(&hours, &rng, 50);
    struct draft draft = take_apart(pair, &hours);
    json_object_set_new(draft.manifest, "weather", json_string("rain"));
    json_object_set_new(draft.manifest, "definition", json_integer(7));
    struct str text = seal(pair, &draft, false);
    struct lkx_file *file = parse(pair, &text);
    expect_rows(file, &hours);
    assert_int_equal(file->definition, 7);
    lkx_file_free(file);
    str_free(&text);
    json_object_set_new(draft.manifest, "format", json_string("lkx 2"));
    text = seal(pair, &draft, false);
    expect_refused(parse(pair, &text), "lkx_newer");
    str_free(&text);
    drop_draft(&draft);
}

static void each_field_of_the_first_line_is_looked_at(void **state)
{
    static const struct {
        const char *field, *value; /* JSON; NULL: it is missing */
        const char *kind;
    } rows[] = {
        {"format", "\"zip\"", "lkx_other"},
        {"format", NULL, "lkx_other"},
        {"kiosk", "\"../../../etc\"", "lkx_owner"},
        {"kiosk", "7", "lkx_other"},
        {"key", "\"MCow\"", "lkx_other"},
        {"key", NULL, "lkx_other"},
        {"hall", NULL, "lkx_field"},
        {"hall", "[]", "lkx_field"},
        {"county", "1", "lkx_field"},
        {"from", "\"2026-02-30\"", "lkx_field"},
        {"from", "20260301", "lkx_field"},
        {"to", "\"2026-03-04\"", "lkx_field"}, /* before `from` */
        {"to", "\"tomorrow\"", "lkx_field"},
        {"made", NULL, "lkx_field"},
        {"definition", "0", "lkx_field"},
        {"definition", "1.0", "lkx_field"},
        {"definition", "99999999999", "lkx_field"},
        {"rows", "-1", "lkx_field"},
        {"rows", "1e3", "lkx_field"},
        {"rows", "9999999", "lkx_field"},
        {"rows", "0", "lkx_rows"},
        {"sha256", "\"abc\"", "lkx_field"},
        {"head", "\"\"", "lkx_field"},
        {"head_before", NULL, "lkx_field"},
        {"head_before",
         "\"1000000000000000000000000000000000000000000000000000000000000000\"",
         "lkx_chain"},
        {"made", "\"2026-03-01\"", "lkx_late"},
        {"from", "\"2026-03-25\"", "lkx_outside"},
        {"to", "\"2026-03-05\"", "lkx_outside"},
    };
    struct pair *pair = *state;
    struct rng rng = rng_begin();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct hours hours;
        hours_draw(&hours, &rng, 60);
        struct draft draft = take_apart(pair, &hours);
        if (rows[i].value) {
            json_t *value = json_loads(rows[i].value, JSON_DECODE_ANY, NULL);
            assert_non_null(value);
            json_object_set_new(draft.manifest, rows[i].field, value);
        } else {
            json_object_del(draft.manifest, rows[i].field);
        }
        struct str text = seal(pair, &draft, str_equal(rows[i].field, "sha256"));
        expect_refused(parse(pair, &text), rows[i].kind);
        if (str_equal(rows[i].kind, "lkx_field")) {
            assert_string_equal(err_cause()->arguments[1], rows[i].field);
        }
        str_free(&text);
        drop_draft(&draft);
    }
}

static void a_first_line_that_is_none_is_refused(void **state)
{
    static const char *const lines[] = {"",
                                        "{",
                                        "[]",
                                        "{}",
                                        "PK\003\004",
                                        "{\"format\":\"lkx 1\",\"format\":\"lkx 1\"}",
                                        "day,part,metric"};
    struct pair *pair = *state;
    struct rng rng = rng_begin();
    struct hours hours;
    hours_draw(&hours, &rng, 3);
    struct draft draft = take_apart(pair, &hours);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        struct str text = seal_line(pair, lines[i], &draft.body);
        expect_refused(parse(pair, &text), "lkx_other");
        str_free(&text);
    }
    char *line = json_dumps(draft.manifest, JSON_COMPACT);
    struct str more = {0};
    str_add(&more, "%.*s,\"kiosk\":\"%s\"}", (int)strlen(line) - 1, line, pair->id);
    struct str text = seal_line(pair, more.text, &draft.body);
    expect_refused(parse(pair, &text), "lkx_other"); /* one field twice */
    str_free(&text);
    more.length = 0;
    str_add(&more, "%.*s,\"x\":\"%05000d\"}", (int)strlen(line) - 1, line, 0);
    text = seal_line(pair, more.text, &draft.body);
    expect_refused(parse(pair, &text), "lkx_line");
    str_free(&text);
    str_free(&more);
    free(line);
    drop_draft(&draft);
}

static void each_cell_of_a_row_is_looked_at(void **state)
{
    static const struct {
        const char *row, *kind, *column; /* NULL: none is named */
    } rows[] = {
        {"", "lkx_cell", "day"},
        {"2026-03-10", "lkx_row", NULL},
        {"2026-02-30,morning,visit,,,1,1,1,1", "lkx_cell", "day"},
        {"2026-3-10,morning,visit,,,1,1,1,1", "lkx_cell", "day"},
        {"2026-03-04,morning,visit,,,1,1,1,1", "lkx_outside", NULL},
        {"2026-03-10,night,visit,,,1,1,1,1", "lkx_cell", "part"},
        {"2026-03-10,9,visit,,,1,1,1,1", "lkx_cell", "part"},
        {"2026-03-10,morning,,,,1,1,1,1", "lkx_cell", "metric"},
        {"2026-03-10,morning,Visit,,,1,1,1,1", "lkx_cell", "metric"},
        {"2026-03-10,morning,../visit,,,1,1,1,1", "lkx_path", "metric"},
        {"2026-03-10,morning,visit,/etc/passwd,,1,1,1,1", "lkx_path", "subject"},
        {"2026-03-10,morning,visit,../x,,1,1,1,1", "lkx_path", "subject"},
        {"2026-03-10,morning,visit,a/../b,,1,1,1,1", "lkx_path", "subject"},
        {"2026-03-10,morning,visit,a/b/c,,1,1,1,1", "lkx_path", "subject"},
        {"2026-03-10,morning,visit,a\\b,,1,1,1,1", "lkx_path", "subject"},
        {"2026-03-10,morning,visit,a/,,1,1,1,1", "lkx_path", "subject"},
        {"2026-03-10,morning,visit,\"/a\",,1,1,1,1", "lkx_path", "subject"},
        {"2026-03-10,morning,visit,.ssh,,1,1,1,1", "lkx_path", "subject"},
        {"2026-03-10,morning,visit,,C:\\x,1,1,1,1", "lkx_path", "detail"},
        {"2026-03-10,morning,visit,a\tb,,1,1,1,1", "lkx_cell", "subject"},
        {"2026-03-10,morning,visit,\xC0\xAF,,1,1,1,1", "lkx_cell", "subject"},
        {"2026-03-10,morning,visit,\xC2\x85,,1,1,1,1", "lkx_cell", "subject"},
        {"2026-03-10,morning,visit,a\xE2\x80\xAE"
         "b,,1,1,1,1",
         "lkx_cell", "subject"},
        {"2026-03-10,morning,visit,\"a,,1,1,1,1", "lkx_cell", "subject"},
        {"2026-03-10,morning,visit,\"a\"b,,1,1,1,1", "lkx_row", NULL},
        {"2026-03-10,morning,visit,a\"b,,1,1,1,1", "lkx_row", NULL},
        {"2026-03-10,morning,visit,,"
         "0123456789012345678901234567890123456789012345678,1,1,1,1",
         "lkx_cell", "detail"},
        {"2026-03-10,morning,visit,,,-1,1,1,1", "lkx_cell", "content"},
        {"2026-03-10,morning,visit,,,,1,1,1", "lkx_cell", "content"},
        {"2026-03-10,morning,visit,,,01,1,1,1", "lkx_cell", "content"},
        {"2026-03-10,morning,visit,,,2147483648,1,1,1", "lkx_cell", "content"},
        {"2026-03-10,morning,visit,,,1,1.0,1,1", "lkx_row", NULL},
        {"2026-03-10,morning,visit,,,1,1,-4,1", "lkx_cell", "n"},
        {"2026-03-10,morning,visit,,,1,1,9223372036854775808,1", "lkx_cell", "n"},
        {"2026-03-10,morning,visit,,,1,1,1", "lkx_row", NULL},
        {"2026-03-10,morning,visit,,,1,1,1,", "lkx_cell", "revision"},
        {"2026-03-10,morning,visit,,,1,1,1,1,", "lkx_row", NULL},
        {"2026-03-10,morning,visit,,,1,1,1,1\r", "lkx_row", NULL},
    };
    struct pair *pair = *state;
    struct rng rng = rng_begin();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct hours hours;
        char line[16];
        hours_draw(&hours, &rng, 30);
        struct draft draft = take_apart(pair, &hours);
        size_t before =
            (size_t)json_integer_value(json_object_get(draft.manifest, "rows"));
        str_add(&draft.body, "%s\n", rows[i].row);
        json_object_set_new(draft.manifest, "rows", json_integer((json_int_t)before + 1));
        struct str text = seal(pair, &draft, false);
        expect_refused(parse(pair, &text), rows[i].kind);
        str_format(line, sizeof line, "%zu", before + 3);
        assert_string_equal(err_cause()->arguments[1], line);
        if (rows[i].column) {
            assert_string_equal(err_cause()->arguments[2], rows[i].column);
        }
        str_free(&text);
        drop_draft(&draft);
    }
}

/* The names that the kiosk gives, and may give one day, are no paths. */
static void names_of_counts_are_no_paths(void **state)
{
    static const char *const subjects[] = {
        "aha-2025/adult",  "adult-cpr", "80~89", "excluded:demo", "滨江/成人", "\"a,b\"",
        "\"\"\"aah\"\"\"", "a.b",       "5%",    "v1.2"};
    struct pair *pair = *state;
    struct hours none = {.count = 0};
    for (size_t i = 0; i < sizeof subjects / sizeof *subjects; i++) {
        struct draft draft = take_apart(pair, &none);
        str_add(&draft.body, "2026-03-10,evening,test,%s,%s,2025,1,4,4\n", subjects[i],
                subjects[i]);
        json_object_set_new(draft.manifest, "rows", json_integer(1));
        struct str text = seal(pair, &draft, false);
        expect_refused(parse(pair, &text), "lkx_chain"); /* so the row was taken */
        str_free(&text);
        drop_draft(&draft);
    }
}

static void rows_have_to_add_up(void **state)
{
    struct pair *pair = *state;
    struct rng rng = rng_begin();
    struct hours hours;
    char *last;
    hours_draw(&hours, &rng, 40);
    struct draft draft = take_apart(pair, &hours);
    size_t rows = (size_t)json_integer_value(json_object_get(draft.manifest, "rows"));
    draft.body.text[draft.body.length - 2] ^= 1; /* a digit of a revision */
    struct str text = seal(pair, &draft, true);
    expect_refused(parse(pair, &text), "lkx_sum");
    str_free(&text);
    text = seal(pair, &draft, false);
    expect_refused(parse(pair, &text), "lkx_chain");
    str_free(&text);
    draft.body.text[draft.body.length - 1] = '\0';
    last = strdup(strrchr(draft.body.text, '\n') + 1);
    draft.body.text[draft.body.length - 1] = '\n';
    str_add(&draft.body, "%s\n", last); /* one key twice */
    text = seal(pair, &draft, false);
    expect_refused(parse(pair, &text), "lkx_rows");
    str_free(&text);
    json_object_set_new(draft.manifest, "rows", json_integer((json_int_t)rows + 1));
    text = seal(pair, &draft, false);
    expect_refused(parse(pair, &text), "lkx_twice");
    str_free(&text);
    draft.body.text[0] = 'D';
    text = seal(pair, &draft, false);
    expect_refused(parse(pair, &text), "lkx_columns");
    str_free(&text);
    free(last);
    drop_draft(&draft);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_written_is_read),
        cmocka_unit_test(a_file_comes_from_the_disk),
        cmocka_unit_test(a_changed_byte_is_refused_and_named),
        cmocka_unit_test(no_byte_passes_for_a_digit),
        cmocka_unit_test(a_file_is_whole_or_refused),
        cmocka_unit_test(only_registered_kiosks_are_read),
        cmocka_unit_test(rows_may_stand_in_any_order),
        cmocka_unit_test(later_versions_may_say_more),
        cmocka_unit_test(each_field_of_the_first_line_is_looked_at),
        cmocka_unit_test(a_first_line_that_is_none_is_refused),
        cmocka_unit_test(each_cell_of_a_row_is_looked_at),
        cmocka_unit_test(names_of_counts_are_no_paths),
        cmocka_unit_test(rows_have_to_add_up),
    };
    return cmocka_run_group_tests(tests, make_pair, drop_pair);
}
