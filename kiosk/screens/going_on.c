/* SPDX-License-Identifier: MIT */
#include "screens/going_on.h"

#include <math.h>

#include "base/str.h"
#include "screens/kiosk.h"
#include "sound/sound.h"

#define CHINESE_S     0.25f
#define LETTER_S      (CHINESE_S / 3)
#define FIRST_CHINESE 0x2E80u /* above it stand the characters of the Chinese script */
#define READ_MORE_S   2.0f    /* to look at the picture, and to find the words */
#define LEAST_S       4.0f    /* also for a single word */
#define HEARD_S       3.0f    /* after the last word; the ring fills in it */
#define SHARE_LEAST   0.001f  /* the ring is there from the start */

float going_on_reading_s(const char *words)
{
    float sum = 0;
    for (uint32_t code = 0; (code = str_next_utf8(&words));) {
        sum += code >= FIRST_CHINESE ? CHINESE_S : LETTER_S;
    }
    return sum;
}

void going_on_begin(const struct kiosk *k, struct going_on *wait, int what,
                    const char *words)
{
    float now_s = (float)kiosk_screen_s(k);
    *wait = (struct going_on){
        .what = what,
        .touches = ui_touches(k->ui),
        .read_s = fmaxf(going_on_reading_s(words) + READ_MORE_S, LEAST_S),
        .begun_s = now_s,
        .quiet_s = now_s,
    };
}

/* Whoever has asked for one of these takes the time that it takes. */
static bool takes_time(const struct kiosk *k)
{
    return k->wishes.low || k->wishes.calm || k->speaking.slower > 0 || ui_focus(k->ui);
}

/* Something else has the visitor's eyes first. */
static bool holds(const struct kiosk *k)
{
    return k->wishes.open || k->counting_down || ui_find_id(k->ui, "page-next", NULL);
}

bool going_on_tick(const struct kiosk *k, struct going_on *wait)
{
    float now_s = (float)kiosk_screen_s(k);
    wait->share = 0;
    wait->ended = wait->ended || ui_touches(k->ui) != wait->touches;
    if (wait->what == 0 || wait->ended || takes_time(k)) {
        return false;
    }
    if (holds(k)) {
        wait->begun_s = now_s;
        wait->quiet_s = now_s;
        return false;
    }
    if (sound_speaks(k->sound)) {
        wait->quiet_s = now_s;
    }
    bool was_heard = wait->quiet_s > wait->begun_s;
    float end_s = wait->begun_s + wait->read_s;
    end_s = was_heard ? fmaxf(end_s, wait->quiet_s + HEARD_S) : end_s;
    float passed = (now_s - wait->quiet_s) / (end_s - wait->quiet_s);
    wait->share = fminf(fmaxf(passed, SHARE_LEAST), 1);
    wait->ended = passed >= 1;
    return wait->ended;
}
