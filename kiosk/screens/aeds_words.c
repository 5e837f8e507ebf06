/* SPDX-License-Identifier: MIT */
#include "screens/aeds_words.h"

#include <math.h>
#include <time.h>

#include "base/calendar.h"
#include "base/str.h"
#include "screens/aeds_map.h"
#include "screens/kiosk.h"
#include "screens/names.h"

enum { PART_MAX = 256 };

/* Nearer than this it hangs beside the kiosk. */
static const double here_m = 5;

int aeds_words_minutes(double away_m)
{
    const double m_a_minute = 80;
    const double detour = 1.3;
    return (int)fmax(1, ceil(away_m * detour / m_a_minute));
}

/* Of eight, clockwise from north. */
static const char *direction_key(const struct conf_aed *aed)
{
    static const char *const keys[] = {"aeds_to_n",  "aeds_to_ne", "aeds_to_e",
                                       "aeds_to_se", "aeds_to_s",  "aeds_to_sw",
                                       "aeds_to_w",  "aeds_to_nw"};
    double eighths = atan2(aed->east_m, aed->north_m) / (M_PI / 4);
    return keys[((int)lround(eighths) + 8) % 8];
}

void aeds_words_way(const struct kiosk *k, const struct conf_aed *aed,
                    char out[AEDS_WORDS_MAX])
{
    char away[PART_MAX];
    char minutes[16];
    str_format(minutes, sizeof minutes, "%d", aeds_words_minutes(aed->away_m));
    aeds_map_metres(k, aed->away_m, away, sizeof away);
    kiosk_fill(k, out, AEDS_WORDS_MAX, aed->away_m < here_m ? "aeds_here" : "aeds_away",
               (const char *const[]){"n", minutes, "away", away, "where",
                                     kiosk_tr(k, direction_key(aed)), NULL});
}

void aeds_words_of(const struct kiosk *k, const struct conf_phrase *words,
                   char out[AEDS_WORDS_MAX])
{
    char name[NAMES_MAX];
    names_breakable(words->in[k->lang], name);
    str_copy(out, AEDS_WORDS_MAX, name);
}

/* ---- hours ------------------------------------------------------------------------- */

/* False while the clock is not set: nothing is claimed of "now" then. */
static bool local_now(const struct kiosk *k, struct tm *tm)
{
    time_t now = (time_t)clock_wall_s(k->clock);
    return localtime_r(&now, tm) && calendar_is_set(kiosk_moment(k).day);
}

static bool is_open(const struct tm *tm, const struct opening *opening)
{
    int day = (tm->tm_wday + 6) % 7; /* from Monday on */
    return opening_holds(opening, day, tm->tm_hour * 60 + tm->tm_min);
}

bool aeds_words_open(const struct kiosk *k, const struct conf_aed *aed)
{
    struct tm tm;
    return local_now(k, &tm) && is_open(&tm, &aed->opening);
}

static const char *day_word(const struct kiosk *k, int day)
{
    static const char *const keys[OPENING_DAYS] = {
        "aeds_monday", "aeds_tuesday",  "aeds_wednesday", "aeds_thursday",
        "aeds_friday", "aeds_saturday", "aeds_sunday"};
    return kiosk_tr(k, keys[day]);
}

static void add(char *out, const char *between, const char *words)
{
    char sofar[AEDS_WORDS_MAX];
    str_copy(sofar, sizeof sofar, out);
    str_format(out, AEDS_WORDS_MAX, "%s%s%s", sofar, *sofar ? between : "", words);
}

/* "周一到周五", "周六、周日", "每天" */
static void put_days(const struct kiosk *k, unsigned days, char out[AEDS_WORDS_MAX])
{
    out[0] = '\0';
    if (days == (1u << OPENING_DAYS) - 1) {
        str_copy(out, AEDS_WORDS_MAX, kiosk_tr(k, "aeds_daily"));
        return;
    }
    for (int day = 0; day < OPENING_DAYS; day++) {
        char run[PART_MAX];
        int last = day;
        if (!(days >> day & 1u)) {
            continue;
        }
        while (last + 1 < OPENING_DAYS && days >> (last + 1) & 1u) {
            last++;
        }
        if (last - day < 2) {
            str_copy(run, sizeof run, day_word(k, day));
        } else {
            kiosk_fill(k, run, sizeof run, "aeds_from_to",
                       (const char *const[]){"from", day_word(k, day), "to",
                                             day_word(k, last), NULL});
            day = last;
        }
        add(out, kiosk_tr(k, "aeds_and"), run);
    }
}

static void put_span(const struct kiosk *k, const struct opening_span *span,
                     char out[AEDS_WORDS_MAX])
{
    char from[16];
    char to[16];
    char times[PART_MAX];
    char days[AEDS_WORDS_MAX];
    put_days(k, span->days, days);
    str_format(from, sizeof from, "%d:%02d", span->from_min / 60, span->from_min % 60);
    str_format(to, sizeof to, "%d:%02d", span->to_min / 60, span->to_min % 60);
    kiosk_fill(k, times, sizeof times,
               span->to_min > span->from_min ? "aeds_times" : "aeds_times_next",
               (const char *const[]){"from", from, "to", to, NULL});
    str_format(out, AEDS_WORDS_MAX, "%s %s", days, times);
}

void aeds_words_hours(const struct kiosk *k, const struct conf_aed *aed,
                      char out[AEDS_WORDS_MAX])
{
    const struct opening *opening = &aed->opening;
    struct tm tm;
    char spans[AEDS_WORDS_MAX] = "";
    for (size_t i = 0; i < opening->count; i++) {
        char one[AEDS_WORDS_MAX];
        put_span(k, &opening->spans[i], one);
        add(spans, kiosk_tr(k, "aeds_also"), one);
    }
    if (opening->always) {
        str_copy(out, AEDS_WORDS_MAX, kiosk_tr(k, "aeds_always"));
    } else if (!local_now(k, &tm)) {
        kiosk_fill(k, out, AEDS_WORDS_MAX, "aeds_hours",
                   (const char *const[]){"hours", spans, NULL});
    } else {
        kiosk_fill(k, out, AEDS_WORDS_MAX,
                   is_open(&tm, opening) ? "aeds_open_now" : "aeds_shut_now",
                   (const char *const[]){"hours", spans, NULL});
    }
}

void aeds_words_opens(const struct kiosk *k, const struct conf_aed *aed,
                      char out[AEDS_WORDS_MAX])
{
    char how[AEDS_WORDS_MAX];
    aeds_words_of(k, &aed->opens, how);
    kiosk_fill(k, out, AEDS_WORDS_MAX, "aeds_opens",
               (const char *const[]){"how", how, NULL});
}
