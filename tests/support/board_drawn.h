/* SPDX-License-Identifier: MIT */
/*
 * board_drawn: figures of some counties, drawn, for tests of the page: from halls where
 * nobody comes to full ones, with some targets measured, some entered and some missing.
 */
#ifndef TESTS_SUPPORT_BOARD_DRAWN_H
#define TESTS_SUPPORT_BOARD_DRAWN_H

#include <string.h>

#include "base/str.h"
#include "board/board.h"
#include "support/tap.h"

enum {
    DRAWN_COUNTIES = 3,
    DRAWN_KIOSKS = 12,
    DRAWN_ENTRIES = 2,
    DRAWN_OFFS = 1,
    DRAWN_OTHERS = 2
};

struct drawn {
    struct figures figures;
    struct targets targets;
    struct figures_part counties[DRAWN_COUNTIES], sites[COUNTY_SITES];
    struct figures_part kiosks[DRAWN_KIOSKS];
    struct county_kiosk registered[DRAWN_OTHERS + DRAWN_KIOSKS];
    struct county_entry entries[DRAWN_ENTRIES];
    struct county_off offs[DRAWN_OFFS];
    struct figures_target items[4];
    struct county_file files[2 * DRAWN_KIOSKS];
    struct county_edition last[3];
};

static inline void drawn_add(struct figures_part *to, const struct figures_part *part)
{
    to->kiosks++;
    to->days.expected += part->days.expected;
    to->days.reported += part->days.reported;
    to->days.lost += part->days.lost;
    to->days.missing += part->days.missing;
    for (int i = 0; i < COUNTY_COLUMNS; i++) {
        to->n[i] += part->n[i];
        to->all[i] += part->all[i];
    }
}

static inline struct figures_people drawn_people(const int64_t n[COUNTY_COLUMNS])
{
    struct figures_people people = {.visits = n[COUNTY_COLUMN_visit],
                                    .first = n[COUNTY_COLUMN_first_yes],
                                    .groups = n[COUNTY_COLUMN_groups],
                                    .heads = n[COUNTY_COLUMN_heads]};
    people.answered = people.first + n[COUNTY_COLUMN_first_no];
    people.known = people.answered > 0;
    people.by = people.known ? FIGURES_BY_ANSWERS : FIGURES_BY_NOTHING;
    if (people.known) {
        int64_t likely = people.visits * people.first / people.answered;
        people.low = people.heads + likely * 9 / 10;
        people.high = people.heads + likely * 11 / 10 + 1;
    }
    return people;
}

static inline struct figures_part drawn_kiosk(struct rng *rng, int index)
{
    static const int most[] = {0, 1, 3, 8, 40, 400};
    struct figures_part part = {.kiosks = 1};
    str_format(part.name, sizeof part.name, "馆 <%d> & \"co\"", index + 1);
    str_format(part.id, sizeof part.id, "k%010d", index + 1);
    part.days.expected = 31;
    part.days.lost = rng_int(rng, 0, 2);
    part.days.missing = rng_int(rng, 0, 5);
    part.days.reported = 31 - part.days.lost - part.days.missing;
    int high = most[rng_int(rng, 0, 5)];
    int before = most[rng_int(rng, 0, 5)];
    for (int i = 0; i < COUNTY_COLUMNS; i++) {
        part.n[i] = rng_int(rng, 0, high);
        part.all[i] = part.n[i] + rng_int(rng, 0, before);
    }
    return part;
}

static inline void drawn_files(struct drawn *drawn, size_t kiosk)
{
    for (size_t i = 2 * kiosk; i < 2 * kiosk + 2; i++) {
        drawn->files[i].from = i % 2 ? 20260301 : 20260201;
        drawn->files[i].to = i % 2 ? 20260331 : 20260228;
        memset(drawn->files[i].head_before, i % 2 ? 'b' : '0', SIGN_HEX_HASH_MAX - 1);
        str_copy(drawn->files[i].id, LKX_KIOSK_MAX, drawn->kiosks[kiosk].id);
        memset(drawn->files[i].head, i % 2 ? 'a' : 'b', SIGN_HEX_HASH_MAX - 1);
    }
}

static inline void drawn_parts(struct drawn *drawn, struct rng *rng)
{
    static const char *const names[] = {"嘉善县", "青浦区", "吴江区"};
    struct figures *figures = &drawn->figures;
    figures->county_count = (size_t)rng_int(rng, 1, DRAWN_COUNTIES);
    figures->site_count = COUNTY_SITES;
    figures->kiosk_count = (size_t)rng_int(rng, 1, DRAWN_KIOSKS);
    /* The place knows more than the county that is asked for. */
    figures->registered_count = DRAWN_OTHERS + figures->kiosk_count;
    for (size_t i = 0; i < DRAWN_OTHERS; i++) {
        str_format(drawn->registered[i].id, LKX_KIOSK_MAX, "j%010d", (int)i);
        str_copy(drawn->registered[i].county, COUNTY_TEXT_MAX, "别的县");
    }
    for (size_t i = 0; i < figures->county_count; i++) {
        str_copy(drawn->counties[i].name, COUNTY_TEXT_MAX, names[i]);
    }
    for (size_t i = 0; i < COUNTY_SITES; i++) {
        str_copy(drawn->sites[i].name, COUNTY_TEXT_MAX,
                 county_site_key((enum county_site)i));
    }
    for (size_t i = 0; i < figures->kiosk_count; i++) {
        size_t county = (size_t)rng_int(rng, 0, (int)figures->county_count - 1);
        struct county_kiosk *kiosk = &drawn->registered[DRAWN_OTHERS + i];
        drawn->kiosks[i] = drawn_kiosk(rng, (int)i);
        str_copy(kiosk->id, sizeof kiosk->id, drawn->kiosks[i].id);
        str_copy(kiosk->hall, sizeof kiosk->hall, drawn->kiosks[i].name);
        str_copy(kiosk->county, sizeof kiosk->county, names[county]);
        kiosk->site = (enum county_site)rng_int(rng, 0, COUNTY_SITES - 1);
        drawn_add(&drawn->counties[county], &drawn->kiosks[i]);
        drawn_add(&drawn->sites[kiosk->site], &drawn->kiosks[i]);
        drawn_add(&figures->whole, &drawn->kiosks[i]);
        drawn_files(drawn, i);
    }
}

static inline void drawn_target(struct drawn *drawn, size_t index, const char *id,
                                enum figures_standing standing, enum target_per per,
                                double goal)
{
    struct target *target = &drawn->targets.items[index];
    struct figures_target *item = &drawn->items[index];
    str_copy(target->id, sizeof target->id, id);
    str_format(target->title, sizeof target->title, "target_%s", id);
    str_copy(target->unit, sizeof target->unit, "unit_people");
    str_copy(target->source, sizeof target->source, "规划");
    target->per = per;
    target->goal = goal;
    target->measured = standing == FIGURES_MEASURED;
    item->target = target;
    item->standing = standing;
    if (per != TARGET_NUMBER) {
        str_copy(target->base, sizeof target->base, "registered");
        item->has_base = drawn->figures.registered.known;
        item->base = drawn->figures.registered;
        item->goal = (int64_t)(goal * (double)item->base.value);
    } else {
        item->goal = (int64_t)goal;
    }
}

/* The plan's days have `left` visits fewer than all. */
static inline void drawn_targets(struct drawn *drawn, int64_t left)
{
    struct figures *figures = &drawn->figures;
    const struct figures_people *people = &figures->whole.people_all;
    struct targets *targets = &drawn->targets;
    *targets =
        (struct targets){.title = "target_plan",
                         .from = 20260101,
                         .due = 20301231,
                         .earlier = 65407,
                         .earlier_source = "规划",
                         .base_count = 1,
                         .bases = {{.id = "registered", .title = "base_registered"}},
                         .count = 4};
    figures->earlier = targets->earlier;
    drawn_target(drawn, 0, "knowledge",
                 people->known ? FIGURES_MEASURED : FIGURES_MISSING, TARGET_SHARE, 0.4);
    drawn->items[0].low = people->low;
    drawn->items[0].high = people->high;
    drawn->items[0].has_projection = people->known;
    drawn->items[0].projected_low = people->low * 3;
    drawn->items[0].projected_high = people->high * 3;
    drawn->items[0].needed_a_month = 2345;
    str_copy(targets->items[0].beside, sizeof targets->items[0].beside, "visit");
    drawn->items[0].beside = figures->whole.all[COUNTY_COLUMN_visit] - left;
    drawn_target(drawn, 1, "certificates", FIGURES_ENTERED, TARGET_SHARE, 0.08);
    drawn->items[1].low = drawn->items[1].high = drawn->entries[0].value;
    drawn->items[1].entry = &drawn->entries[0];
    drawn->items[1].needed_a_month = 987;
    drawn_target(drawn, 2, "donors", FIGURES_MISSING, TARGET_NUMBER, 400);
    drawn_target(drawn, 3, "funds", FIGURES_MISSING, TARGET_NUMBER, 12000000);
    figures->target_count = targets->count;
    figures->plan = targets;
}

static inline void drawn_make(struct drawn *drawn, struct rng *rng)
{
    *drawn = (struct drawn){.figures = {.from_month = 202603,
                                        .to_month = 202603,
                                        .today = 20260402,
                                        .until = 20260331}};
    struct figures *figures = &drawn->figures;
    figures->counties = drawn->counties;
    figures->sites = drawn->sites;
    figures->kiosks = drawn->kiosks;
    figures->registered_kiosks = drawn->registered;
    figures->targets = drawn->items;
    figures->entries = drawn->entries;
    figures->offs = drawn->offs;
    figures->off_count = DRAWN_OFFS;
    figures->entry_count = DRAWN_ENTRIES;
    drawn_parts(drawn, rng);
    if (rng_int(rng, 0, 2)) {
        figures->registered = (struct figures_base){
            .known = true, .value = 402345, .as_of = 20250000, .source = "县公安局"};
    }
    for (size_t i = 0; i < figures->county_count; i++) {
        drawn->counties[i].people = drawn_people(drawn->counties[i].n);
    }
    for (size_t i = 0; i < COUNTY_SITES; i++) {
        drawn->sites[i].people = drawn_people(drawn->sites[i].n);
    }
    figures->whole.people = drawn_people(figures->whole.n);
    figures->whole.people_all = drawn_people(figures->whole.all);
    drawn->entries[0] = (struct county_entry){.thing = "certificates",
                                              .number = 1,
                                              .as_of = 20260331,
                                              .value = 6120,
                                              .source = "<b>台账</b>",
                                              .reason = "季度",
                                              .entered = 20260401};
    drawn->entries[1] = (struct county_entry){.thing = "registered",
                                              .number = 1,
                                              .as_of = 20251231,
                                              .value = 402345,
                                              .source = "县公安局",
                                              .reason = "年初",
                                              .entered = 20260115};
    drawn->offs[0] =
        (struct county_off){.from = 20260310, .to = 20260312, .reason = "搬迁 & 维修"};
    str_copy(drawn->offs[0].id, sizeof drawn->offs[0].id, drawn->kiosks[0].id);
    int64_t visits = figures->whole.all[COUNTY_COLUMN_visit];
    drawn_targets(drawn, rng_int(rng, 0, visits < 9 ? (int)visits : 9));
    drawn->last[0] =
        (struct county_edition){.made = 20260301, .thing = "visit", .low = 3, .high = 3};
    drawn->last[0].low = drawn->last[0].high =
        figures->whole.all[COUNTY_COLUMN_visit] - rng_int(rng, 0, 9);
    drawn->last[1] = (struct county_edition){
        .made = 20260301, .thing = "certificates", .low = 6000, .high = 6000};
    drawn->last[2] = (struct county_edition){
        .made = 20260301, .thing = "donors", .low = -1, .high = -1};
}

#endif
