/* SPDX-License-Identifier: MIT */
#include "screens/offering.h"

#include "base/str.h"
#include "lesson/audience.h"
#include "lesson/daily.h"
#include "lesson/offers.h"
#include "screens/kiosk.h"

enum { SET_LEAST = 3 }; /* fewer need no picture of their own */

/* Steps of the order; within one, lessons stand as its list has them. */
enum { STEP = CONF_OFFER_LESSONS_MAX, OF_SET = STEP * CONF_CAMPAIGNS_MAX };

/* What decides about the order now. */
struct order {
    const struct conf_set *set;
    const struct conf_campaign *campaigns[CONF_CAMPAIGNS_MAX];
    size_t campaign_count;
};

static const struct conf_set *chosen_set(const struct kiosk *k)
{
    return k->offers ? conf_set_find(&k->offers->sets, k->settings.set) : NULL;
}

size_t offering_campaigns(const struct kiosk *k,
                          const struct conf_campaign *out[CONF_CAMPAIGNS_MAX])
{
    return k->offers ? conf_campaigns_on(&k->offers->campaigns, kiosk_moment(k).day, out)
                     : 0;
}

/* The settings' own, else that of the hall's set. */
static const char *hall_audience(const struct kiosk *k)
{
    const struct conf_set *set = chosen_set(k);
    return k->settings.audience[0] || !set ? k->settings.audience : set->audience;
}

/* The smaller, the earlier. */
static size_t rank_of(const struct kiosk *k, const struct order *order,
                      const struct lesson_info *info)
{
    for (size_t i = 0; i < order->campaign_count; i++) {
        size_t place = conf_lesson_place(&order->campaigns[i]->lessons, info->id, STEP);
        if (place < STEP) {
            return i * STEP + place;
        }
    }
    size_t place =
        order->set ? conf_lesson_place(&order->set->lessons, info->id, STEP) : STEP;
    if (place < STEP) {
        return OF_SET + place;
    }
    return OF_SET + STEP + (audience_has(info, hall_audience(k)) ? 0 : 1);
}

static bool is_asked_for(const struct kiosk *k, const struct offering_filter *filter,
                         const struct lesson_info *info)
{
    const struct conf_topics *topics = &k->catalog->topics;
    const struct conf_set *set = filter->set ? chosen_set(k) : NULL;
    const char *audience =
        filter->audience == OFFERING_ALL ? NULL : audience_name((size_t)filter->audience);
    bool of_topic = filter->topic == OFFERING_ALL ||
                    str_equal(topics->items[filter->topic].id, info->topic);
    bool of_set =
        !filter->set || (set && conf_lesson_place(&set->lessons, info->id, STEP) < STEP);
    return of_topic && of_set && (!audience || audience_has(info, audience)) &&
           (filter->minutes == 0 || info->minutes <= filter->minutes) &&
           kiosk_lesson_offered(k, info->id);
}

size_t offering_lessons(const struct kiosk *k, const struct offering_filter *filter,
                        size_t out[CATALOG_LESSONS_MAX])
{
    size_t ranks[CATALOG_LESSONS_MAX];
    size_t count = 0;
    struct order order = {.set = chosen_set(k)};
    order.campaign_count = offering_campaigns(k, order.campaigns);
    for (size_t i = 0; i < k->catalog->count; i++) {
        const struct lesson_info *info = &k->catalog->items[i].info;
        if (!is_asked_for(k, filter, info)) {
            continue;
        }
        size_t rank = rank_of(k, &order, info);
        size_t at = count++;
        for (; at > 0 && ranks[at - 1] > rank; at--) {
            out[at] = out[at - 1];
            ranks[at] = ranks[at - 1];
        }
        out[at] = i;
        ranks[at] = rank;
    }
    return count;
}

const struct conf_set *offering_set(const struct kiosk *k)
{
    static const struct offering_filter of_set = {OFFERING_ALL, true, OFFERING_ALL, 0};
    size_t found[CATALOG_LESSONS_MAX];
    static const struct offering_filter all = {OFFERING_ALL, false, OFFERING_ALL, 0};
    size_t count = offering_lessons(k, &of_set, found);
    bool tells_apart = count >= SET_LEAST && count < offering_lessons(k, &all, found);
    return tells_apart ? chosen_set(k) : NULL;
}

static bool is_offered(const void *context, const char *id)
{
    return kiosk_lesson_offered(context, id);
}

bool offering_today(const struct kiosk *k, struct offering_today *today)
{
    const struct daily_offered offered = {k, is_offered};
    const struct conf_campaign *campaigns[CONF_CAMPAIGNS_MAX];
    size_t count = offering_campaigns(k, campaigns);
    int day = kiosk_moment(k).day;
    for (size_t i = 0; i < count; i++) {
        size_t at = daily_lesson(k->catalog, day, "", &campaigns[i]->lessons, &offered);
        if (at < k->catalog->count) {
            *today = (struct offering_today){&k->catalog->items[at], campaigns[i]};
            return true;
        }
    }
    size_t at = daily_lesson(k->catalog, day, hall_audience(k), NULL, &offered);
    *today = (struct offering_today){&k->catalog->items[at], NULL};
    return at < k->catalog->count;
}
