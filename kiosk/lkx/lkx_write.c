/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <inttypes.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "count/parts.h"
#include "count/row.h"
#include "lkx/lkx.h"

enum { DAY_TEXT_MAX = 16, KIOSK_CHARACTERS = 10, BITS = 5 };

static const char body_head[] =
    "day,part,metric,subject,detail,content,definition,n,revision\n";

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

const char *lkx_head_text(const struct lkx_head *head)
{
    static const char none[SIGN_HEX_HASH_MAX] =
        "0000000000000000000000000000000000000000000000000000000000000000";
    return head->hex[0] ? head->hex : none;
}

static const char *day_text(char out[DAY_TEXT_MAX], int day)
{
    str_format(out, DAY_TEXT_MAX, "%04d-%02d-%02d", day / 10000, day / 100 % 100,
               day % 100);
    return out;
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
    char day[DAY_TEXT_MAX];
    str_add(out, "%s,%s,", day_text(day, key->day), count_part_name(key->hour));
    add_cell(out, key->metric);
    add_cell(out, key->subject);
    add_cell(out, key->detail);
    str_add(out, "%d,%d,%" PRId64 ",%" PRId64 "\n", key->content, key->definition, row->n,
            row->revision);
}

/* ---- the chain --------------------------------------------------------------------- */

/* Days one after the other. */
struct walk {
    struct lkx_head head;
    struct str day; /* the rows of the day that is going on */
    int on_day;
    struct str *body; /* NULL: the head alone is wanted */
    int64_t rows;
};

static void end_day(struct walk *walk)
{
    unsigned char hash[SIGN_HASH_BYTES];
    struct str chain = {0};
    if (walk->day.length > 0) {
        str_add(&chain, "%s\n", lkx_head_text(&walk->head));
        str_add_bytes(&chain, walk->day.text, walk->day.length);
        sign_sha256(hash, chain.text, chain.length);
        sign_hex(walk->head.hex, hash, sizeof hash);
        walk->head.day = walk->on_day;
    }
    str_free(&chain);
    str_free(&walk->day);
}

static bool walk_row(void *context, const struct count_row *row)
{
    struct walk *walk = context;
    if (row->key.day != walk->on_day) {
        end_day(walk);
        walk->on_day = row->key.day;
    }
    add_row(&walk->day, row);
    if (walk->body) {
        add_row(walk->body, row);
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
    end_day(walk);
    return read;
}

bool lkx_head_move(struct lkx_head *head, const struct count_source *counts, int to_day)
{
    struct walk walk = {.head = *head};
    bool read = walk_days(&walk, counts, head->day + 1, to_day);
    if (read) {
        *head = walk.head;
        head->day = to_day > head->day ? to_day : head->day;
    }
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
    char from[DAY_TEXT_MAX], to[DAY_TEXT_MAX], made[DAY_TEXT_MAX];
    unsigned char hash[SIGN_HASH_BYTES];
    lkx_kiosk_id(kiosk, public);
    sign_public_line(line, public);
    sign_sha256(hash, walk->body->text, walk->body->length);
    sign_hex(sha256, hash, sizeof hash);
    json_t *manifest = json_pack(
        "{s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:i, s:I, s:s, s:s, s:s}", "format",
        "lkx 1", "kiosk", kiosk, "key", line, "hall", facts->hall, "county",
        facts->county, "from", day_text(from, facts->from_day), "to",
        day_text(to, facts->to_day), "made", day_text(made, facts->made_day),
        "definition", COUNT_DEFINITION, "rows", (json_int_t)walk->rows, "sha256", sha256,
        "head_before", lkx_head_text(&before->head), "head", lkx_head_text(&walk->head));
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
    struct walk before = {.head = head ? *head : (struct lkx_head){0}};
    assert(before.head.day < facts->from_day);
    str_add(&body, "%s", body_head);
    struct walk walk = {.body = &body};
    bool read = walk_days(&before, counts, before.head.day + 1, facts->from_day - 1);
    if (read) {
        walk.head = before.head;
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
