/* SPDX-License-Identifier: MIT */
#include "screens/staff/closing_words.h"

#include <inttypes.h>

#include "base/str.h"
#include "report/small.h"
#include "screens/kiosk.h"
#include "screens/staff/desk_health.h"

static void put_begin(const struct kiosk *k, const char *form, struct str *out)
{
    int day = kiosk_moment(k).day;
    str_add(out, "%s %s %04d-%02d-%02d", form,
            k->store ? store_kiosk(k->store) : STORE_NO_KIOSK, day / 10000,
            day / 100 % 100, day % 100);
}

void closing_words_day(const struct kiosk *k, const int64_t today[COUNT_KINDS],
                       const char *head, struct str *out)
{
    put_begin(k, "LKD1", out);
    for (enum count what = 0; what < COUNT_KINDS; what++) {
        if (count_kind(what)->on_desk) {
            str_add(out, " %s=%" PRId64, count_kind(what)->key, today[what]);
        }
    }
    if (*head) {
        str_add(out, " head=%s", head);
    }
}

static bool is_many(int64_t n)
{
    return n >= SMALL_LEAST;
}

static bool betrays_nobody(const int64_t sums[COUNT_KINDS], enum count what)
{
    int64_t n = sums[what];
    bool few_came = !is_many(sums[COUNT_visit]) && (n > 0 || sums[COUNT_visit] > 0);
    bool few_runs = !is_many(sums[COUNT_practice] + sums[COUNT_test]);
    return !small_is(n) && !few_came && !(what == COUNT_pushes && n > 0 && few_runs);
}

void closing_words_public(const struct kiosk *k, const int64_t sums[COUNT_KINDS],
                          int until_hour, const char *head, struct str *out)
{
    put_begin(k, "LKD1", out);
    str_add(out, " until=%d", until_hour);
    for (enum count what = 0; what < COUNT_KINDS; what++) {
        if (count_kind(what)->publicly && betrays_nobody(sums, what)) {
            str_add(out, " %s=%" PRId64, count_kind(what)->key, sums[what]);
        }
    }
    str_add(out, " head=%s", head);
}

void closing_words_state(const struct kiosk *k, const int64_t today[COUNT_KINDS],
                         struct str *out)
{
    struct count_moment now = kiosk_moment(k);
    int minute = (int)(clock_wall_s(k->clock) / 60 % 60);
    put_begin(k, "LKS1", out);
    str_add(out, "T%02d:%02d version=%s runs=%" PRId64, now.hour, minute, KIOSK_VERSION,
            today[COUNT_practice] + today[COUNT_test]);
    str_add(out, " files=%zu lessons=%zu counts=%d sound=%d manikin=%d",
            k->flaws.count + k->flaws.left_out, k->failures.count, k->store ? 0 : 1,
            k->sound && sound_is_heard(k->sound) ? 0 : 1,
            (int)station_ready(&k->stations[desk_worst_station(k)])->state);
}
