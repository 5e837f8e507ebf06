/* SPDX-License-Identifier: MIT */
/*
 * aeds_rig: a stage whose kiosk reads a list of AEDs that the test writes.
 */
#ifndef TESTS_SUPPORT_AEDS_RIG_H
#define TESTS_SUPPORT_AEDS_RIG_H

#include <math.h>
#include <string.h>

#include "base/file.h"
#include "support/folder.h"
#include "support/on_stage.h"
#include "support/sums.h"

static struct folder folder;
static struct sums sums;

static inline void list(const char *text)
{
    assert_true(file_write(folder_file(&folder, "aeds.lua"), text, strlen(text)));
    k->data_folder = folder.path;
    kiosk_read_aeds(k);
}

static inline int set_up(void **state)
{
    open_stage(state);
    folder = folder_make();
    sums = (struct sums){.count = 0};
    k->counter.queue.sink = sums_sink(&sums);
    return 0;
}

static inline int tear_down(void **state)
{
    close_stage(state);
    folder_remove(&folder);
    return 0;
}

static inline int another_size(int width, int height)
{
    stage_close(stage);
    stage = stage_open(width, height, "zh-CN");
    k = &stage->kiosk;
    k->counter.queue.sink = sums_sink(&sums);
    return 0;
}

static inline void add_row(struct str *text, const char *name, double east_m,
                           double north_m)
{
    str_add(
        text,
        "{ name = '%s', place = '二楼', opens = '拉开柜门', hours = '1-5 8:30-17:00', "
        "east_m = %.1f, north_m = %.1f },\n",
        name, east_m, north_m);
}

static inline void list_of(struct str *rows, const char *beside)
{
    struct str text = {0};
    str_add(&text, "return { aeds = {\n%s}, %s }\n", rows->text ? rows->text : "",
            beside);
    list(text.text);
    str_free(&text);
    str_free(rows);
}

/* From twelve on one spot to some a hundred times as far as others; long names too. */
static inline void draw_list(struct rng *rng)
{
    struct str rows = {0};
    struct str lines = {0};
    int count = rng_int(rng, 1, 20);
    double spread = pow(10, rng_between(rng, 0, 4));
    double east = rng_between(rng, -spread, spread);
    for (int i = 0; i < count; i++) {
        char name[200] = "";
        for (int part = rng_int(rng, 1, 7); part > 0; part--) {
            str_format(name + strlen(name), sizeof name - strlen(name), "镇%d", part);
        }
        bool same = rng_int(rng, 0, 3) == 0;
        str_format(name + strlen(name), sizeof name - strlen(name), "号%d", i);
        add_row(&rows, name, same ? east : rng_between(rng, -spread, spread),
                same ? 0 : rng_between(rng, -spread, spread));
    }
    str_add(&lines, "lines = {");
    for (int i = rng_int(rng, 0, 6); i > 0; i--) {
        str_add(&lines,
                "{ name = '第%d路', kind = 'road', points = { { %.0f, %.0f }, { %.0f, "
                "%.0f } } "
                "},",
                i, rng_between(rng, -spread, spread), rng_between(rng, -spread, spread),
                rng_between(rng, -spread, spread), rng_between(rng, -spread, spread));
    }
    str_add(&lines, "}");
    list_of(&rows, lines.text);
    str_free(&lines);
    assert_true(kiosk_has_aeds(k));
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

#endif
