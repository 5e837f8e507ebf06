/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <inttypes.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/str.h"
#include "count/parts.h"
#include "count/row.h"
#include "lkx/inside.h"

enum { KIOSK_CHARACTERS = 10, BITS = 5 };

void lkx_kiosk_id(char id[LKX_KIOSK_MAX], const unsigned char key[SIGN_PUBLIC_BYTES])
{
    static const char digits[] = "0123456789abcdefghjkmnpqrstvwxyz";
    unsigned char hash[SIGN_HASH_BYTES];
    sign_sha256(hash, (const char *)key, SIGN_PUBLIC_BYTES);
    id[0] = 'k';
    for (int i = 0; i < KIOSK_CHARACTERS; i++) {
        int bit = i * BITS;
        unsigned pair = (unsigned)hash[bit / 8] << 8 | hash[bit / 8 + 1];
        id[1 + i] = digits[pair >> (16 - BITS - bit % 8) & 31];
    }
    id[1 + KIOSK_CHARACTERS] = '\0';
}

/* ---- rows -------------------------------------------------------------------------- */

static void add_cell(struct str *out, const char *text)
{
    if (!strpbrk(text, ",\"\r\n")) {
        str_add(out, "%s,", text);
        return;
    }
    str_add(out, "\"");
    for (const char *at = text; *at; at++) {
        str_add_bytes(out, *at == '"' ? "\"\"" : at, *at == '"' ? 2 : 1);
    }
    str_add(out, "\",");
}

static void add_row(struct str *out, const struct count_row *row)
{
    const struct count_key *key = &row->key;
    char day[LKX_DAY_MAX];
    str_add(out, "%s,%s,", lkx_day_text(day, key->day), count_part_name(key->hour));
    add_cell(out, key->metric);
    add_cell(out, key->subject);
    add_cell(out, key->detail);
    str_add(out, "%d,%d,%" PRId64 ",%" PRId64 "\n", key->content, key->definition, row->n,
            row->revision);
}

/* ---- the chain --------------------------------------------------------------------- */

/* Days one after the other. */
struct walk {
    struct lkx_chain chain;
    struct str row;   /* the one that is going on */
    struct str *body; /* NULL: the head alone is wanted */
    int64_t rows;
};

static bool walk_row(void *context, const struct count_row *row)
{
    struct walk *walk = context;
    walk->row.length = 0;
    add_row(&walk->row, row);
    lkx_chain_add(&walk->chain, row->key.day, walk->row.text, walk->row.length);
    if (walk->body) {
        str_add_bytes(walk->body, walk->row.text, walk->row.length);
        walk->rows++;
    }
    return true;
}

/* Of the days behind the head up to `to_day`. */
static bool walk_days(struct walk *walk, const struct count_source *counts, int from_day,
                      int to_day)
{
    bool read =
        from_day > to_day || count_parts_each(counts, from_day, to_day, walk_row, walk);
    lkx_chain_end(&walk->chain);
    str_free(&walk->row);
    return read;
}

bool lkx_head_move(struct lkx_head *head, const struct count_source *counts, int to_day)
{
    struct walk walk = {.chain.head = *head};
    bool read = walk_days(&walk, counts, head->day + 1, to_day);
    if (read) {
        *head = walk.chain.head;
        head->day = to_day > head->day ? to_day : head->day;
    }
    return read;
}

static bool take_day(void *context, const struct count_row *row)
{
    *(int *)context = row->key.day;
    return false; /* no other one is wanted */
}

/* The first day with counts behind `after` up to `to_day`, or the one behind that: a
 * machine that woke in 2000 once is walked over no longer than another one. */
static bool find_next(const struct count_source *counts, int after, int to_day, int *next)
{
    *next = 0;
    bool none = counts->each(counts->context, after + 1, to_day, take_day, next);
    if (*next == 0 && !none) {
        return false;
    }
    err_clear();
    *next = none ? to_day + 1 : *next;
    return true;
}

/* A number that is no day of the calendar, 20260240, is as good as one: only the order
 * matters. */
static int step_end(int from)
{
    int end = from + LKX_STEP_DAYS;
    if (end % 100 > 31) {
        end = (from / 100 + 1) * 100; /* before the first of the next month */
        end = end / 100 % 100 > 12 ? (end / 10000 + 1) * 10000 + 100 : end;
    }
    return end;
}

bool lkx_head_step(struct lkx_head *head, const struct count_source *counts, int to_day)
{
    int next = 0;
    if (head->day >= to_day) {
        return true;
    }
    if (!find_next(counts, head->day, to_day, &next)) {
        return false;
    }
    struct lkx_head moved = *head;
    moved.day = next - 1;
    int end = step_end(moved.day);
    bool read = lkx_head_move(&moved, counts, end < to_day ? end : to_day);
    *head = read ? moved : *head;
    return read;
}

/* ---- the file ---------------------------------------------------------------------- */

static void add_manifest(const struct lkx_facts *facts, const struct walk *before,
                         const struct walk *walk, const unsigned char *public,
                         struct str *out)
{
    char kiosk[LKX_KIOSK_MAX];
    char line[SIGN_LINE_MAX];
    char sha256[SIGN_HEX_HASH_MAX];
    char from[LKX_DAY_MAX], to[LKX_DAY_MAX], made[LKX_DAY_MAX];
    unsigned char hash[SIGN_HASH_BYTES];
    lkx_kiosk_id(kiosk, public);
    sign_public_line(line, public);
    sign_sha256(hash, walk->body->text, walk->body->length);
    sign_hex(sha256, hash, sizeof hash);
    json_t *manifest = json_pack(
        "{s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:i, s:I, s:s, s:s, s:s}", "format",
        "lkx 1", "kiosk", kiosk, "key", line, "hall", facts->hall, "county",
        facts->county, "from", lkx_day_text(from, facts->from_day), "to",
        lkx_day_text(to, facts->to_day), "made", lkx_day_text(made, facts->made_day),
        "definition", COUNT_DEFINITION, "rows", (json_int_t)walk->rows, "sha256", sha256,
        "head_before", lkx_head_text(&before->chain.head), "head",
        lkx_head_text(&walk->chain.head));
    assert(manifest); /* all of them are UTF-8 already */
    char *text = json_dumps(manifest, JSON_COMPACT);
    assert(text);
    str_add(out, "%s\n", text);
    free(text);
    json_decref(manifest);
}

bool lkx_render(const struct lkx_facts *facts, const struct count_source *counts,
                const struct lkx_head *head,
                const unsigned char secret[SIGN_SECRET_BYTES], struct str *out)
{
    struct str body = {0};
    struct str file = {0};
    struct walk before = {.chain.head = head ? *head : (struct lkx_head){0}};
    assert(before.chain.head.day < facts->from_day);
    str_add(&body, "%s", lkx_columns);
    struct walk walk = {.body = &body};
    bool read =
        walk_days(&before, counts, before.chain.head.day + 1, facts->from_day - 1);
    if (read) {
        walk.chain.head = before.chain.head;
        read = walk_days(&walk, counts, facts->from_day, facts->to_day);
    }
    if (read) {
        unsigned char signature[SIGN_SIGNATURE_BYTES];
        char base64[SIGN_BASE64_SIGNATURE_MAX];
        add_manifest(facts, &before, &walk, secret + SIGN_PUBLIC_BYTES, &file);
        str_add_bytes(&file, body.text, body.length);
        sign_make(signature, secret, file.text, file.length);
        sign_base64(base64, sizeof base64, signature, sizeof signature);
        str_add(&file, "signature %s\n", base64);
        str_add_bytes(out, file.text, file.length);
    }
    str_free(&body);
    str_free(&file);
    return read;
}
