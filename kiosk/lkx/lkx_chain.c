/* SPDX-License-Identifier: MIT */
/* What both sides of a file share. */
#include "base/calendar.h"
#include "lkx/inside.h"

const char lkx_columns[] =
    "day,part,metric,subject,detail,content,definition,n,revision\n";

const char *lkx_day_text(char out[LKX_DAY_MAX], int day)
{
    calendar_write(out, day);
    return out;
}

const char *lkx_head_text(const struct lkx_head *head)
{
    static const char none[SIGN_HEX_HASH_MAX] =
        "0000000000000000000000000000000000000000000000000000000000000000";
    return head->hex[0] ? head->hex : none;
}

static void end_day(struct lkx_chain *chain)
{
    unsigned char hash[SIGN_HASH_BYTES];
    if (chain->day) {
        sign_sha256(hash, chain->rows.text, chain->rows.length);
        sign_hex(chain->head.hex, hash, sizeof hash);
        chain->head.day = chain->day;
        chain->rows.length = 0;
    }
    chain->day = 0;
}

void lkx_chain_add(struct lkx_chain *chain, int day, const char *row, size_t length)
{
    if (day != chain->day) {
        end_day(chain);
        str_add(&chain->rows, "%s\n", lkx_head_text(&chain->head));
        chain->day = day;
    }
    str_add_bytes(&chain->rows, row, length);
}

void lkx_chain_end(struct lkx_chain *chain)
{
    end_day(chain);
    str_free(&chain->rows);
}
