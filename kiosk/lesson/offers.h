/* SPDX-License-Identifier: MIT */
/*
 * offers: scripts/sets.lua and scripts/campaigns.lua of this installation. A row that is
 * wrong is a flaw with its line, and is left out; without a file there is none of its
 * kind.
 */
#ifndef KIOSK_LESSON_OFFERS_H
#define KIOSK_LESSON_OFFERS_H

#include <stddef.h>

#include "base/flaws.h"
#include "base/paths.h"
#include "conf/conf.h"
#include "conf/offers.h"

struct offers {
    struct conf_sets sets;
    struct conf_campaigns campaigns;
};

/* A row whose words are not in each of the `count` texts is wrong too. The flaws have the
 * tags "sets" and "campaigns". */
void offers_load(struct offers *offers, const struct paths *paths,
                 struct conf_texts *const *texts, size_t count, struct flaws *flaws);

#endif
