/* SPDX-License-Identifier: MIT */
#include "screens/staff/groups_today.h"

#include "base/err.h"
#include "base/log.h"
#include "base/str.h"
#include "screens/kiosk.h"

enum { NUMBER_MAX = 32 };

static bool add_taught(void *context, const struct count_row *row)
{
    struct groups_today *today = context;
    for (int i = 0; i < COUNT_GROUPS && !count_excluded(row); i++) {
        struct groups_taught *taught = &today->kinds[i];
        const char *metric = row->key.metric;
        if (!str_equal(row->key.subject, count_group_key((enum count_group)i))) {
            continue;
        }
        taught->groups +=
            str_equal(metric, count_kind(COUNT_group_session)->key) ? row->n : 0;
        taught->people += str_equal(metric, count_kind(COUNT_group)->key) ? row->n : 0;
        taught->minutes +=
            str_equal(metric, count_kind(COUNT_group_minutes)->key) ? row->n : 0;
    }
    return true;
}

void groups_today_read(struct kiosk *k, struct groups_today *today)
{
    int day = kiosk_moment(k).day;
    for (int i = 0; i < COUNT_GROUPS; i++) {
        today->kinds[i] = (struct groups_taught){0};
    }
    if (k->store && !store_each(k->store, day, day, add_taught, today)) {
        log_error("staff", "%s", err_text());
    }
}

int64_t groups_today_count(const struct groups_today *today)
{
    int64_t sum = 0;
    for (int i = 0; i < COUNT_GROUPS; i++) {
        sum += today->kinds[i].groups;
    }
    return sum;
}

void groups_today_words(const struct kiosk *k, const char *kind,
                        const struct groups_taught *taught, char *out, size_t size)
{
    char groups[NUMBER_MAX];
    char people[NUMBER_MAX];
    char minutes[NUMBER_MAX];
    str_format(groups, sizeof groups, "%lld", (long long)taught->groups);
    str_format(people, sizeof people, "%lld", (long long)taught->people);
    str_format(minutes, sizeof minutes, "%lld", (long long)taught->minutes);
    kiosk_fill(k, out, size, "groups_taught",
               (const char *const[]){"groups", groups, "kind", kind, "people", people,
                                     "minutes", minutes, NULL});
}

/* While somebody presses nothing is written: then it waits, as all counts do. */
enum groups_added groups_today_add(struct kiosk *k, struct groups_today *today,
                                   enum count_group group, int people, int minutes)
{
    int64_t before = groups_today_count(today);
    counter_group(&k->counter, kiosk_moment(k), group, people, minutes);
    groups_today_read(k, today);
    return groups_today_count(today) > before ? GROUPS_COUNTED
           : k->counter.queue.pressing > 0    ? GROUPS_WAITS
                                              : GROUPS_REFUSED;
}
