/* SPDX-License-Identifier: MIT */
/*
 * A kiosk is sent when the other place lacks a file of it, or its months have less than
 * ours: sums only grow, and the same files make the same sums. So what is there already
 * costs a look at files and months, and not at millions of rows.
 *
 * Nobody is believed: what COMMIT has called kept is read back, kiosk by kiosk, and files
 * and months once more at the end.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/str.h"
#include "county/inside.h"

enum { MONTH_FIRST = 0, MONTH_LAST = 999912 };

/* What a place has of all kiosks, ordered by them. */
struct holding {
    struct county_file *files;
    struct county_month *months;
    size_t file_count, month_count;
};

/* The part of one kiosk. */
struct share {
    const struct county_file *files;
    const struct county_month *months;
    size_t file_count, month_count;
};

static bool hold(struct sql *sql, struct holding *holding)
{
    *holding = (struct holding){.files = NULL};
    return county_files(sql, &holding->files, &holding->file_count) &&
           county_months_all(sql, MONTH_FIRST, MONTH_LAST, &holding->months,
                             &holding->month_count);
}

static void let_go(struct holding *holding)
{
    free(holding->files);
    free(holding->months);
}

static size_t lower(const void *items, size_t count, size_t size, const char *id)
{
    size_t low = 0;
    while (low < count) { /* the id is the first member of both */
        size_t middle = low + (count - low) / 2;
        bool before = strcmp((const char *)items + middle * size, id) < 0;
        count = before ? count : middle;
        low = before ? middle + 1 : low;
    }
    return low;
}

static struct share share_of(const struct holding *holding, const char *id)
{
    struct share share = {.files = holding->files, .months = holding->months};
    share.files += lower(holding->files, holding->file_count, sizeof *holding->files, id);
    share.months +=
        lower(holding->months, holding->month_count, sizeof *holding->months, id);
    const struct county_file *file = share.files;
    const struct county_month *month = share.months;
    while (file < holding->files + holding->file_count && str_equal(file->id, id)) {
        file++;
    }
    while (month < holding->months + holding->month_count && str_equal(month->id, id)) {
        month++;
    }
    share.file_count = (size_t)(file - share.files);
    share.month_count = (size_t)(month - share.months);
    return share;
}

/* ---- what is lacking --------------------------------------------------------------- */

/* Months in which there is something to send; `from` 0: none. */
struct span {
    int from, to;
};

static void widen(struct span *span, int from_month, int to_month)
{
    span->from = span->from && span->from < from_month ? span->from : from_month;
    span->to = span->to > to_month ? span->to : to_month;
}

static int compare_days(const struct county_file *a, const struct county_file *b)
{
    return a->to != b->to ? (a->to > b->to) - (a->to < b->to)
                          : (a->from > b->from) - (a->from < b->from);
}

/* `at` goes with the files, which are ordered by their days. */
static bool has_file(const struct share *share, size_t *at,
                     const struct county_file *file)
{
    while (*at < share->file_count && compare_days(&share->files[*at], file) < 0) {
        ++*at;
    }
    for (size_t i = *at;
         i < share->file_count && compare_days(&share->files[i], file) == 0; i++) {
        if (str_equal(share->files[i].sha256, file->sha256) &&
            str_equal(share->files[i].head, file->head)) {
            return true;
        }
    }
    return false;
}

static bool has_month(const struct share *share, size_t *at,
                      const struct county_month *month)
{
    while (*at < share->month_count && share->months[*at].month < month->month) {
        ++*at;
    }
    const struct county_month *there = &share->months[*at];
    bool has = *at < share->month_count && there->month == month->month &&
               (month->on & ~there->on) == 0 && (month->known & ~there->known) == 0;
    for (int i = 0; has && i < COUNTY_COLUMNS; i++) {
        has = there->n[i] >= month->n[i];
    }
    return has;
}

static struct span lacking(const struct share *ours, const struct share *theirs)
{
    struct span span = {0, 0};
    size_t file_at = 0;
    size_t month_at = 0;
    for (size_t i = 0; i < ours->file_count; i++) {
        const struct county_file *file = &ours->files[i];
        if (!has_file(theirs, &file_at, file)) {
            widen(&span, month_of_day(file->from), month_of_day(file->to));
        }
    }
    for (size_t i = 0; i < ours->month_count; i++) {
        const struct county_month *month = &ours->months[i];
        if (!has_month(theirs, &month_at, month)) {
            widen(&span, month->month, month->month);
        }
    }
    return span;
}

/* ---- one kiosk --------------------------------------------------------------------- */

struct sending {
    const struct share *ours;
    struct merge merge;
};

static bool note_files(struct sql *to, const struct sending *sending)
{
    struct list list = {.size = sizeof(struct county_file)};
    bool sound = files_of(to, sending->merge.kiosk, &list);
    struct share theirs = {.files = list.items, .file_count = list.count};
    for (size_t i = 0; sound && i < sending->ours->file_count; i++) {
        const struct county_file *file = &sending->ours->files[i];
        size_t at = 0;
        sound = has_file(&theirs, &at, file) || files_add(to, file);
    }
    free(list.items);
    return sound;
}

static bool send_one(void *context, struct sql *to)
{
    struct sending *sending = context;
    return note_files(to, sending) && merge_rows(to, &sending->merge);
}

static bool take_sums(void *context, const struct sql_row *row)
{
    struct row_sums *sums = context;
    sums->rows = sql_row_int(row, 1);
    sums->n = sql_row_int(row, 2);
    sums->revision = sql_row_int(row, 3);
    return true;
}

static bool lied(struct sql *to, const char *kiosk, const char *sent, const char *there)
{
    return county_fail(COUNTY_FAULT_lied,
                       (const char *const[]){sql_where(to), kiosk, sent, there, NULL});
}

/* Others may have sent more of it meanwhile, and nobody less. */
static bool read_back(struct sql *to, const struct merge *merge)
{
    char sent[64];
    char there[64];
    struct row_sums sums = {0};
    const struct row_sums *wanted = &merge->sums;
    const struct sql_value values[] = {sql_text(merge->kiosk),
                                       sql_int(merge->from_month * 100 + 1),
                                       sql_int(merge->to_month * 100 + 31)};
    if (!statement_query(to, STATEMENT_counts_sums, values, 3, take_sums, &sums)) {
        return false;
    }
    if (sums.rows >= wanted->rows && sums.n >= wanted->n &&
        sums.revision >= wanted->revision) {
        return true;
    }
    str_format(sent, sizeof sent, "%" PRId64 " (%" PRId64 ")", wanted->rows, wanted->n);
    str_format(there, sizeof there, "%" PRId64 " (%" PRId64 ")", sums.rows, sums.n);
    return lied(to, merge->kiosk, sent, there);
}

static bool send_kiosk(struct sql *from, struct sql *to, const struct share *ours,
                       struct merge *merge)
{
    struct sending sending = {.ours = ours, .merge = *merge};
    struct standing rows = {0};
    bool sent = merge_read(from, merge->kiosk, merge->from_month, merge->to_month, &rows);
    sending.merge.rows = rows.rows;
    sending.merge.count = rows.count;
    sent = sent && sql_transact(to, send_one, &sending) && read_back(to, &sending.merge);
    *merge = sending.merge;
    free(rows.rows);
    return sent;
}

/* ---- register and ledger ----------------------------------------------------------- */

static bool same_kiosk(const struct county_kiosk *a, const struct county_kiosk *b)
{
    return memcmp(a->key, b->key, SIGN_PUBLIC_BYTES) == 0 &&
           str_equal(a->hall, b->hall) && str_equal(a->county, b->county) &&
           a->site == b->site && a->since == b->since && a->until == b->until &&
           a->weekdays == b->weekdays;
}

static bool send_register(struct sql *to, const struct county_registry *ours)
{
    struct county_kiosk *kiosks = NULL;
    struct county_registry theirs = {0};
    bool sent = county_kiosks(to, &kiosks, &theirs.count);
    theirs.kiosks = kiosks;
    for (size_t i = 0; sent && i < ours->count; i++) {
        const struct county_kiosk *kiosk = &ours->kiosks[i];
        const struct county_kiosk *there = county_kiosk_find(&theirs, kiosk->id);
        sent = (there && same_kiosk(there, kiosk)) || county_kiosk_put(to, kiosk);
    }
    free(kiosks);
    return sent;
}

static bool has_off(const struct county_off *offs, size_t count,
                    const struct county_off *off)
{
    bool has = false;
    for (size_t i = 0; i < count && !has; i++) {
        has = str_equal(offs[i].id, off->id) && offs[i].from == off->from &&
              offs[i].to == off->to && str_equal(offs[i].reason, off->reason);
    }
    return has;
}

static bool send_offs(struct sql *from, struct sql *to)
{
    struct county_off *ours = NULL;
    struct county_off *theirs = NULL;
    size_t our_count = 0;
    size_t their_count = 0;
    bool sent =
        county_offs(from, &ours, &our_count) && county_offs(to, &theirs, &their_count);
    for (size_t i = 0; sent && i < our_count; i++) {
        sent = has_off(theirs, their_count, &ours[i]) || county_off_put(to, &ours[i]);
    }
    free(ours);
    free(theirs);
    return sent;
}

/* Below 0, 0 or above 0. */
static int compare_entries(const void *left, const void *right)
{
    const struct county_entry *a = left;
    const struct county_entry *b = right;
    int order = strcmp(a->county, b->county);
    order = order ? order : strcmp(a->thing, b->thing);
    return order ? order : (a->number > b->number) - (a->number < b->number);
}

static bool same_entry(const struct county_entry *a, const struct county_entry *b)
{
    return a->as_of == b->as_of && a->value == b->value && a->entered == b->entered &&
           str_equal(a->source, b->source) && str_equal(a->reason, b->reason);
}

static bool send_entry(struct sql *to, const struct county_entry *entry,
                       const struct county_entry *there)
{
    char number[16];
    if (!there) {
        return ledger_add(to, entry);
    }
    str_format(number, sizeof number, "%d", entry->number);
    return same_entry(entry, there) ||
           county_fail(COUNTY_FAULT_entry,
                       (const char *const[]){sql_where(to), entry->thing, number, NULL});
}

struct ledger {
    struct county_entry *entries;
    size_t count;
};

/* An entry keeps its number, so that the same one is not there twice. */
static bool send_entries(void *context, struct sql *to)
{
    const struct ledger *ours = context;
    struct ledger theirs = {NULL, 0};
    bool sent = county_entries(to, &theirs.entries, &theirs.count);
    if (sent && theirs.count > 1) {
        qsort(theirs.entries, theirs.count, sizeof *theirs.entries, compare_entries);
    }
    for (size_t i = 0; sent && i < ours->count; i++) {
        const struct county_entry *there =
            theirs.count == 0 ? NULL
                              : bsearch(&ours->entries[i], theirs.entries, theirs.count,
                                        sizeof *theirs.entries, compare_entries);
        sent = send_entry(to, &ours->entries[i], there);
    }
    free(theirs.entries);
    return sent;
}

static bool send_ledger(struct sql *from, struct sql *to)
{
    struct ledger ours = {NULL, 0};
    bool sent = county_entries(from, &ours.entries, &ours.count) &&
                (ours.count == 0 || sql_transact(to, send_entries, &ours));
    free(ours.entries);
    return sent;
}

/* ---- the whole --------------------------------------------------------------------- */

struct pushing {
    struct sql *from, *to;
    struct holding ours;
    struct county_push *push;
    county_pushed *each;
    void *context;
};

/* Why a kiosk cannot be merged, and others can. */
static bool is_refusal(void)
{
    const char *kind = err_cause()->kind;
    return str_equal(kind, "county_shrunk") || str_equal(kind, "county_two");
}

/* A kiosk whose sums shrink is refused and keeps nobody else waiting; when the place
 * itself fails, all end. */
static bool push_kiosk(struct pushing *pushing, const struct holding *theirs,
                       const char *id)
{
    struct county_push *push = pushing->push;
    struct share ours = share_of(&pushing->ours, id);
    struct share there = share_of(theirs, id);
    struct span span = lacking(&ours, &there);
    struct merge merge = {
        .name = id, .kiosk = id, .from_month = span.from, .to_month = span.to};
    bool stands = span.from == 0 || send_kiosk(pushing->from, pushing->to, &ours, &merge);
    if (!stands && !is_refusal()) {
        return false;
    }
    push->kiosks += stands ? 1 : 0;
    push->refused += stands ? 0 : 1;
    push->sent += stands && span.from ? 1 : 0;
    push->rows += (int64_t)merge.count;
    push->fresh += stands ? merge.fresh : 0;
    push->raised += stands ? merge.raised : 0;
    if (pushing->each) {
        pushing->each(pushing->context, id, stands);
    }
    return true;
}

/* What a transaction has called kept and its own reading has seen may still be gone. */
static bool look_again(struct pushing *pushing, const struct county_registry *kiosks)
{
    struct holding theirs;
    bool sound = hold(pushing->to, &theirs);
    for (size_t i = 0; sound && i < kiosks->count; i++) {
        const char *id = kiosks->kiosks[i].id;
        struct share ours = share_of(&pushing->ours, id);
        struct share there = share_of(&theirs, id);
        sound = lacking(&ours, &there).from == 0 ||
                lied(pushing->to, id, "files, months", "-");
    }
    let_go(&theirs);
    return sound;
}

static bool push_all(struct pushing *pushing, const struct county_registry *kiosks)
{
    struct holding theirs = {.files = NULL};
    bool pushed = hold(pushing->from, &pushing->ours) && hold(pushing->to, &theirs);
    for (size_t i = 0; pushed && i < kiosks->count; i++) {
        pushed = push_kiosk(pushing, &theirs, kiosks->kiosks[i].id);
    }
    let_go(&theirs);
    pushed = pushed && (pushing->push->sent == 0 || pushing->push->refused > 0 ||
                        look_again(pushing, kiosks));
    let_go(&pushing->ours);
    return pushed;
}

bool county_push(struct sql *from, struct sql *to, struct county_push *push,
                 county_pushed *each, void *context)
{
    struct county_kiosk *kiosks = NULL;
    struct county_registry registry = {0};
    struct pushing pushing = {
        .from = from, .to = to, .push = push, .each = each, .context = context};
    *push = (struct county_push){0};
    bool pushed = county_kiosks(from, &kiosks, &registry.count);
    registry.kiosks = kiosks;
    pushed = pushed && send_register(to, &registry) && send_offs(from, to) &&
             push_all(&pushing, &registry) && send_ledger(from, to);
    free(kiosks);
    return pushed && push->refused == 0;
}
