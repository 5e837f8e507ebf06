/* SPDX-License-Identifier: MIT */
/* The staff's page for hours: a sound is chosen, hours get it, and it is kept. */
#include <string.h>

#include "base/file.h"
#include "base/str.h"
#include "support/folder.h"
#include "support/on_stage.h"

static void open_page(struct folder *folder)
{
    k->data_folder = folder->path;
    k->counter.staff = true;
    kiosk_go(k, SCREEN_staff_hours);
    stage_pass(stage, 0.1);
}

static void expect_hour(const struct conf_settings *settings, int hour, int volume,
                        bool speech, bool music)
{
    struct conf_hours now = conf_hours_at(settings, hour);
    assert_int_equal(now.volume, volume);
    assert_int_equal(now.speech, speech);
    assert_int_equal(now.music, music);
}

static void the_desk_leads_here_and_back(void **state)
{
    (void)state;
    k->counter.staff = true;
    kiosk_go(k, SCREEN_staff_desk);
    stage_pass(stage, 0.1);
    stage_tap(stage, "set-up");
    stage_tap(stage, "hours");
    assert_int_equal(k->screen, SCREEN_staff_hours);
    stage_tap(stage, "back");
    assert_int_equal(k->screen, SCREEN_staff_desk);
}

static void what_is_chosen_is_kept_for_the_hours_that_are_touched(void **state)
{
    (void)state;
    struct folder folder = folder_make();
    struct conf_settings read;
    open_page(&folder);
    stage_tap(stage, "quiet");
    stage_tap(stage, "hour-20");
    stage_tap(stage, "hour-21");
    stage_tap(stage, "loud");
    stage_tap(stage, "hour-12");
    stage_tap(stage, "usual"); /* and from there one's own */
    stage_tap(stage, "volume-more");
    stage_tap(stage, "music");
    stage_tap(stage, "hour-16");
    conf_settings_default(&read);
    assert_true(conf_hours_load(&read, folder_file(&folder, "hours.lua")));
    for (int round = 0; round < 2; round++) {
        const struct conf_settings *settings = round ? &read : &k->settings;
        expect_hour(settings, 20, 1, false, false);
        expect_hour(settings, 21, 1, false, false);
        expect_hour(settings, 12, 5, false, false);
        expect_hour(settings, 16, settings->volume + 1, true, true);
        expect_hour(settings, 22, settings->volume, true, false);
    }
    stage_tap(stage, "usual");
    stage_tap(stage, "hour-12");
    assert_true(conf_hours_load(&read, folder_file(&folder, "hours.lua")));
    expect_hour(&read, 12, read.volume, true, false);
    folder_remove(&folder);
}

/* The next visitor hears it. */
static void it_holds_from_the_next_visitor_on(void **state)
{
    (void)state;
    char id[16];
    struct folder folder = folder_make();
    open_page(&folder);
    stage_tap(stage, "quiet");
    str_format(id, sizeof id, "hour-%d", kiosk_moment(k).hour);
    stage_tap(stage, id);
    kiosk_end_session(k);
    stage_pass(stage, 0.1);
    stage_tap(stage, "wake");
    assert_int_equal(k->speaking.volume, 1);
    assert_false(k->speaking.on);
    folder_remove(&folder);
}

static void what_cannot_be_kept_is_told(void **state)
{
    (void)state;
    struct folder nowhere = {.path = "/nowhere/at/all"};
    open_page(&nowhere);
    stage_tap(stage, "hour-3");
    assert_true(ui_shows_text(k->ui, "/nowhere/at/all/hours.lua"));
    assert_true(ui_shows_text(k->ui, "磁盘是不是满了")); /* the cure, in Chinese alone */
    assert_false(ui_shows_text(k->ui, "No such file"));
    expect_hour(&k->settings, 3, 1, false, false); /* until the machine goes off */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_STAGE(the_desk_leads_here_and_back),
        ON_STAGE(what_is_chosen_is_kept_for_the_hours_that_are_touched),
        ON_STAGE(it_holds_from_the_next_visitor_on),
        ON_STAGE(what_cannot_be_kept_is_told),
    };
    return cmocka_run_group_tests_name("hours", tests, NULL, NULL);
}
