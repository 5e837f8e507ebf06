/* SPDX-License-Identifier: MIT */
#include "screens/daily_head.h"

#include "base/calendar.h"
#include "base/err.h"
#include "base/log.h"
#include "screens/kiosk.h"

static const int64_t RETRY_US = INT64_C(60000000);

static void forget_what_changed(struct kiosk *k, int last)
{
    struct lkx_head *head = &k->daily_head.head;
    int changed = store_changed_from(k->store);
    bool is_old = changed > 0 && changed <= head->day;
    if (is_old || head->day > last) { /* or the calendar went back */
        *head = (struct lkx_head){0};
    }
}

enum daily_head_state daily_head_follow(struct kiosk *k)
{
    struct daily_head *daily = &k->daily_head;
    int64_t now_us = clock_now_us(k->clock);
    int last = calendar_before(kiosk_moment(k).day);
    if (!k->store) {
        return DAILY_HEAD_NONE;
    }
    if (daily->retry_us > now_us) {
        return DAILY_HEAD_FAILED;
    }
    daily->retry_us = 0;
    forget_what_changed(k, last);
    if (daily->head.day < last && store_order(k->store, false) == COUNT_ORDER_ERASING) {
        return DAILY_HEAD_MOVES; /* reading would wait for it */
    }
    const struct count_source counts = store_source(k->store);
    if (daily->head.day < last && !lkx_head_step(&daily->head, &counts, last)) {
        log_error("staff", "%s", err_text());
        daily->retry_us = now_us + RETRY_US;
        return DAILY_HEAD_FAILED;
    }
    return daily->head.day < last ? DAILY_HEAD_MOVES : DAILY_HEAD_STANDS;
}
