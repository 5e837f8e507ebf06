/* SPDX-License-Identifier: MIT */
/*
 * lkx: the counts for machines, signed by the kiosk (*.lkx).
 *
 *     {"format":"lkx 1","kiosk":"k...","key":"MCow...","hall":"...","county":"...",
 *      "from":"2026-03-01","to":"2026-03-31","made":"2026-04-01","definition":1,
 *      "rows":812,"sha256":"...","head_before":"...","head":"..."}       (one line)
 *     day,part,metric,subject,detail,content,definition,n,revision
 *     2026-03-01,morning,lesson_done,adult-cpr,,1,1,3,3
 *     ...
 *     signature <base64 of Ed25519 over every byte before this line>
 *
 * UTF-8, lines end with LF. Whole sums by part of day, never increments: whoever takes
 * the highest revision of each key may read files twice, in any order and late. The
 * reader looks for the kiosk in its own list of keys and verifies the signature before
 * anything else; the key in the manifest is for people.
 *
 * The head is a chain over the days: SHA-256 of the head before, a line feed, and the
 * day's rows as they stand in the body. A day without rows changes nothing. So a file
 * that begins at another one's `head` can be joined to it, and the head that left the
 * kiosk in the evening (the closing screen shows that of the day before: the day itself
 * goes on) says whether an older day was changed afterwards.
 */
#ifndef KIOSK_LKX_LKX_H
#define KIOSK_LKX_LKX_H

#include <stdbool.h>

#include "sign/sign.h"

struct count_source;
struct str;

enum { LKX_KIOSK_MAX = 12 };

/* "k" and 10 characters of Crockford's base32 of the SHA-256 of the public key: what the
 * kiosk is called in the database and in its files. */
void lkx_kiosk_id(char id[LKX_KIOSK_MAX], const unsigned char key[SIGN_PUBLIC_BYTES]);

/* The head after the day `day`. Zeroed: before the first day of all. */
struct lkx_head {
    int day;
    char hex[SIGN_HEX_HASH_MAX]; /* "": no day had rows; 64 zeros stand for that */
};

/* As files have it; borrowed from the head. */
const char *lkx_head_text(const struct lkx_head *head);

/* Goes on to the end of `to_day`; nothing when it is there already. `counts` has the
 * hours. False (err_text()): they cannot be read, `head` is as it was. */
bool lkx_head_move(struct lkx_head *head, const struct count_source *counts, int to_day);

enum { LKX_STEP_DAYS = 14 };

/* The same by LKX_STEP_DAYS at most, over days without counts at once: a year's take a
 * tenth of a second, which would hold a frame up. It is there when head->day is `to_day`,
 * or after it. */
bool lkx_head_step(struct lkx_head *head, const struct count_source *counts, int to_day);

/* All borrowed. */
struct lkx_facts {
    const char *hall, *county; /* as the settings have them; may be "" */
    int from_day, to_day;      /* 20260301 */
    int made_day;
};

/*
 * Adds the file of the days [from_day, to_day] to `out`. `counts` has the hours, `head`
 * the head of a day before `from_day`, to begin with; NULL: none is known yet. False
 * (err_text()): the counts cannot be read.
 */
bool lkx_render(const struct lkx_facts *facts, const struct count_source *counts,
                const struct lkx_head *head,
                const unsigned char secret[SIGN_SECRET_BYTES], struct str *out);

#endif
