/* SPDX-License-Identifier: MIT */
#include "form.h"

#include "base/hash.h"
#include "base/str.h"
#include "checking.h"
#include "lesson/source.h"
#include "speech/length.h"

enum { CARDS_LEAST = 8, CARDS_MOST = 12, HEARD_MOST_S = 4 * 60 };

/* What a lesson may say of itself; home offers lessons by it. */
enum { MINUTES_LEAST = 2, MINUTES_MOST = 4 };

/* What a kind of card is asked for. */
struct kind {
    bool needs_scene;   /* it draws none of its own */
    bool only_explains; /* nothing is done or decided on it */
};

static struct kind kind_of(enum lesson_card_kind kind)
{
    switch (kind) {
    case CARD_show:
    case CARD_watch: return (struct kind){.needs_scene = true, .only_explains = true};
    case CARD_praise: return (struct kind){.only_explains = true};
    case CARD_ask:
    case CARD_myth:
    case CARD_order:
    case CARD_match:
    case CARD_practice:
    case CARD_test: return (struct kind){.needs_scene = true};
    case CARD_dial:
    case CARD_place_pads:
    case CARD_stand_clear:
    case CARD_shock:
    case CARD_extinguish:
    case CARD_KINDS: break;
    }
    return (struct kind){0};
}

/* A myth has one wrong button, of which the reason of the card says all. */
static void check_reasons(struct check *check, const struct lesson_card *card, int line)
{
    struct str without = {0};
    for (size_t i = 0; card->kind == CARD_ask && i < card->option_count; i++) {
        bool wrong = card->right > 0 && card->right != (int)i + 1;
        if (wrong && !*card->option_why_keys[i]) {
            str_add(&without, "%s%s", without.length > 0 ? ", " : "",
                    card->option_keys[i]);
        }
    }
    if (without.length > 0) {
        findings_add(check->findings, FINDING_no_own_why, check->file, line, "answers",
                     without.text, NULL);
    }
    str_free(&without);
}

static void note_counted(struct check *check, const struct lesson_card *card, int line)
{
    if (card->kind != CARD_ask || card->ask.asked == LESSON_ASKED_ONCE) {
        return;
    }
    struct counted *counted =
        card->ask.asked == LESSON_ASKED_AFTER ? &check->after : &check->before;
    if (counted->line == 0 || card->step < counted->step) {
        counted->line = line;
        counted->step = card->step;
        for (size_t i = 0; i < LESSON_COUNTED_OPTIONS; i++) {
            str_copy(counted->options[i], LESSON_KEY_MAX, card->option_keys[i]);
        }
    }
}

/* Sums of before and after mean something side by side alone. */
static void check_counted(struct check *check)
{
    const struct counted *before = &check->before;
    const struct counted *after = &check->after;
    enum finding_kind kind = FINDING_KINDS;
    if ((before->line == 0) != (after->line == 0)) {
        kind = FINDING_counted_once;
    } else if (before->line > 0 && before->step >= after->step) {
        kind = FINDING_counted_late;
    } else {
        for (size_t i = 0; i < LESSON_COUNTED_OPTIONS; i++) {
            bool same = str_equal(before->options[i], after->options[i]);
            kind = same ? kind : FINDING_counted_other;
        }
    }
    if (kind != FINDING_KINDS) {
        findings_add(check->findings, kind, check->file,
                     after->line > 0 ? after->line : before->line, "when",
                     after->line > 0 ? "after" : "before", NULL);
    }
}

void form_card(struct check *check, const struct lesson_card *card, int line)
{
    note_counted(check, card, line);
    struct kind kind = kind_of(card->kind);
    if (kind.needs_scene && !*card->scene) {
        findings_add(check->findings, FINDING_no_picture, check->file, line, NULL);
    }
    if (kind.only_explains && card->step == 1) {
        findings_add(check->findings, FINDING_explains_first, check->file, line, NULL);
    }
    check_reasons(check, card, line);
}

static uint64_t hash_of(const char *text)
{
    uint64_t hash = hash_text(HASH_BEGIN, text);
    return hash ? hash : 1;
}

/* A text stands on many ways; it is measured once. */
static double heard_s(struct check *check, const char *text)
{
    if (!text || !*text) {
        return 0;
    }
    uint64_t hash = hash_of(text);
    size_t at = hash % HEARD_SIZE;
    while (check->heard[at].hash && check->heard[at].hash != hash) {
        at = (at + 1) % HEARD_SIZE;
    }
    if (check->heard[at].hash) {
        return check->heard[at].seconds;
    }
    double seconds = speech_length_s(check_locale(check), text);
    if (check->heard_count < HEARD_SIZE / 2) {
        check->heard[at] = (struct heard){hash, seconds};
        check->heard_count++;
    }
    return seconds;
}

static double call_s(struct check *check, const struct lesson_call *call)
{
    double sum = 0;
    for (size_t i = 0; i < call->told_count; i++) {
        const struct lesson_told *told = &call->told[i];
        sum += heard_s(check, told->ask);
        for (size_t n = 0; n < told->option_count; n++) {
            sum += heard_s(check, told->options[n]);
        }
    }
    return sum;
}

double form_weigh(void *context, const struct lesson_card *card,
                  const struct lesson_answer *answer)
{
    struct check *check = context;
    double sum = heard_s(check, card->text) + heard_s(check, card->unit) +
                 heard_s(check, card->why);
    for (size_t i = 0; i < card->option_count; i++) {
        bool chosen = answer->choice == (int)i + 1;
        sum += heard_s(check, card->options[i]) + heard_s(check, card->prompts[i]) +
               (chosen ? heard_s(check, card->option_whys[i]) : 0);
    }
    for (size_t i = 0; card->kind == CARD_watch && i < card->watch.moment_count; i++) {
        sum += heard_s(check, card->watch.moments[i].text);
    }
    return sum + (card->kind == CARD_dial ? call_s(check, &card->dial.call) : 0);
}

void form_walked(struct check *check, const struct walk_sum *sum)
{
    char cards[NUMBER_BYTES];
    char minutes[NUMBER_BYTES];
    char seconds[NUMBER_BYTES];
    int line = source_line_of_key(check->source, "run");
    check_counted(check);
    int heard = (int)(sum->weight + 0.5);
    str_format(cards, sizeof cards, "%d", sum->cards);
    str_format(minutes, sizeof minutes, "%d", heard / 60);
    str_format(seconds, sizeof seconds, "%d", heard % 60);
    if (sum->cards > 0 && sum->cards < CARDS_LEAST) {
        findings_add(check->findings, FINDING_cards_few, check->file, line, "cards",
                     cards, NULL);
    } else if (sum->cards > CARDS_MOST) {
        findings_add(check->findings, FINDING_cards_many, check->file, line, "cards",
                     cards, NULL);
    }
    if (heard > HEARD_MOST_S) {
        findings_add(check->findings, FINDING_heard_long, check->file, line, "lang",
                     check->lang, "minutes", minutes, "seconds", seconds, NULL);
    }
}

void form_minutes(struct check *check, double longest_s)
{
    char minutes[NUMBER_BYTES];
    char seconds[NUMBER_BYTES];
    char right[NUMBER_BYTES];
    int heard = (int)(longest_s + 0.5);
    int near = (heard + 30) / 60;
    near = near < MINUTES_LEAST  ? MINUTES_LEAST
           : near > MINUTES_MOST ? MINUTES_MOST
                                 : near;
    bool is_short = heard < 90 && check->info.minutes == 1;
    if (heard > 0 && !is_short && check->info.minutes != near) {
        str_format(right, sizeof right, "%d", near);
        str_format(minutes, sizeof minutes, "%d", heard / 60);
        str_format(seconds, sizeof seconds, "%d", heard % 60);
        findings_add(check->findings, FINDING_minutes_other, check->file,
                     source_line_of_key(check->source, "minutes"), "right", right,
                     "minutes", minutes, "seconds", seconds, NULL);
    }
}
