/* SPDX-License-Identifier: MIT */
#include "lesson/card_id.h"

#include "base/hash.h"
#include "lesson/lesson.h"

static uint64_t mix_number(uint64_t hash, uint64_t number)
{
    return (hash ^ number) * HASH_PRIME;
}

static uint64_t mix(uint64_t hash, const char *text)
{
    for (; text && *text; text++) {
        hash = mix_number(hash, (unsigned char)*text);
    }
    return mix_number(hash, 0xFF);
}

/* What may be answered: a sum, so that its order does not count. */
static uint64_t mix_options(uint64_t hash, const struct lesson_card *card)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < card->option_count; i++) {
        uint64_t one = mix(mix(hash, card->option_keys[i]), card->option_why_keys[i]);
        sum += mix(mix(one, card->option_shows[i]),
                   card->right == (int)i + 1 ? "right" : "");
        /* Of pairs each stands beside what belongs to it in any order. */
        sum += mix(1, card->prompt_keys[i]);
    }
    return mix_number(hash, sum);
}

static uint64_t mix_told(uint64_t hash, const struct lesson_told *told)
{
    uint64_t sum = 0;
    hash = mix(mix(mix(hash, told->step), told->ask_key), told->why_key);
    for (size_t i = 0; i < told->option_count; i++) {
        sum += mix(mix(hash, told->option_keys[i]),
                   told->right == (int)i + 1 ? "right" : "");
    }
    return mix_number(hash, sum);
}

/* What only its kind has. */
static uint64_t mix_own(uint64_t hash, const struct lesson_card *card)
{
    switch (card->kind) {
    case CARD_show: return mix(hash, *card->show.value ? "value" : "");
    case CARD_dial:
        hash = mix(hash, card->dial.call.number);
        for (size_t i = 0; i < card->dial.call.told_count; i++) {
            hash = mix_told(hash, &card->dial.call.told[i]);
        }
        return hash;
    case CARD_watch:
        for (size_t i = 0; i < card->watch.moment_count; i++) {
            hash = mix(mix(hash, card->watch.moments[i].scene),
                       card->watch.moments[i].text_key);
        }
        return hash;
    case CARD_place_pads:
        return mix_number(hash, 1u + card->place_pads.aed.child +
                                    2u * card->place_pads.aed.wet +
                                    4u * card->place_pads.aed.hair);
    case CARD_stand_clear: return mix_number(hash, card->stand_clear.aed.child);
    case CARD_shock: return mix_number(hash, card->shock.aed.child);
    case CARD_extinguish:
        return mix_number(mix(hash, card->extinguish.fire.what),
                          card->extinguish.fire.large);
    case CARD_practice:
    case CARD_test:
        return mix_number(mix(hash, card->guideline),
                          (uint64_t)(card->seconds * 10) * 2 + card->breaths);
    case CARD_ask: return mix_number(hash, card->ask.asked);
    case CARD_praise:
    case CARD_myth:
    case CARD_order:
    case CARD_match:
    case CARD_KINDS:
    default: return hash;
    }
}

uint64_t lesson_card_id(const struct lesson_card *card)
{
    const char *const texts[] = {card->text_key, card->unit_key, card->why_key,
                                 card->scene, card->source};
    uint64_t hash = mix_number(HASH_BEGIN, (uint64_t)card->line);
    hash = mix_number(hash, card->kind);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        hash = mix(hash, texts[i]);
    }
    hash = mix_own(mix_options(hash, card), card);
    return hash ? hash : 1;
}
