/* SPDX-License-Identifier: MIT */
#include "support/desk.h"

#include <math.h>
#include <string.h>

#include "base/err.h"
#include "support/tap.h"
#include "wire/wire.h"

enum { FRAME_US = 16667, OURS_HZ = 100, IDENTITY_EVERY = 50 };

static const double pi = 3.14159265358979323846;

void desk_open(struct desk *desk, int width_px, int height_px, const char *lang,
               int links)
{
    desk_open_at(desk, width_px, height_px, lang, links, "/dev/ttyUSB0");
}

void desk_open_at(struct desk *desk, int width_px, int height_px, const char *lang,
                  int links, const char *first)
{
    *desk = (struct desk){.battery_mv = 3920, .calibration = "7C1E"};
    desk->rng = (struct rng){88172645463325252u};
    desk->folder = folder_make();
    desk->stage = stage_open(width_px, height_px, lang);
    desk->k = &desk->stage->kiosk;
    desk->k->data_folder = desk->folder.path;
    cable_init(&desk->cable);
    cable_add(&desk->cable, first, 115200);
    for (int i = 0; i < links; i++) {
        char path[512];
        char learnt[96];
        str_copy(path, sizeof path, first);
        if (i > 0) {
            str_format(path, sizeof path, "/dev/ttyUSB%d", i);
        }
        str_format(learnt, sizeof learnt, "%s/manikins", desk->folder.path);
        struct link *link =
            link_create_from(path, &desk->stage->clock, &desk->cable.source);
        assert_non_null(link);
        link_remember(link, learnt);
        desk->k->stations[i].link = link;
        desk->k->station_count++;
    }
}

void desk_close(struct desk *desk)
{
    struct folder learnt;
    str_format(learnt.path, sizeof learnt.path, "%s/manikins", desk->folder.path);
    folder_remove(&learnt);
    stage_close(desk->stage);
    cable_finish(&desk->cable);
    folder_remove(&desk->folder);
}

/* ---- what is on the cable ---- */

static void say(struct desk *desk, const struct wire_message *message)
{
    char line[WIRE_MESSAGE_MAX];
    size_t length = wire_write(line, sizeof line, message);
    assert_true(length > 0);
    cable_say(&desk->cable, 0, line, length);
}

static void say_who(struct desk *desk)
{
    struct wire_message message = {.kind = WIRE_IDENTITY};
    message.as.identity = (struct wire_identity){
        .model = "uno-pot", .serial = "A-0042", .firmware = "0.1.0", .hz = OURS_HZ};
    str_copy(message.as.identity.channels, WIRE_NAME_MAX, "d");
    str_copy(message.as.identity.calibration, WIRE_NAME_MAX, desk->calibration);
    say(desk, &message);
    message = (struct wire_message){.kind = WIRE_BATTERY};
    message.as.battery_mv = (uint16_t)desk->battery_mv;
    say(desk, &message);
}

static void answer(struct desk *desk)
{
    char text[256];
    cable_hear(&desk->cable, 0, text, sizeof text);
    for (char *line = strtok(text, "\r\n"); line; line = strtok(NULL, "\r\n")) {
        struct wire_message told;
        if (wire_parse(line, strlen(line), &told) != WIRE_COMMAND ||
            told.as.command.command == '?') {
            continue;
        }
        str_copy(desk->heard, sizeof desk->heard, line);
        *strchr(desk->heard, '*') = '\0';
        struct wire_message message = {.kind = WIRE_ANSWER};
        message.as.answer.command = told.as.command.command;
        message.as.answer.error = (uint16_t)desk->error;
        if (desk->error >= 0) {
            say(desk, &message);
        }
    }
}

static void speak(struct desk *desk, double depth_mm)
{
    if (desk->manikin == DESK_THIRD_PARTY) {
        struct str text = {0};
        drawn_print(&desk->drawn, &desk->rng, desk->made_us, depth_mm, &text);
        cable_say(&desk->cable, 0, text.text, text.length);
        str_free(&text);
    } else if (desk->manikin == DESK_OURS) {
        if (desk->seq % IDENTITY_EVERY == 0) {
            say_who(desk);
        }
        answer(desk);
        cable_say_sample(&desk->cable, 0, desk->seq++, (uint32_t)desk->made_us,
                         (int32_t)lround(depth_mm * 10));
    }
}

void desk_pass(struct desk *desk, double seconds, desk_chest *chest)
{
    double start_us = desk->passed_us;
    double hz = desk->manikin == DESK_THIRD_PARTY ? desk->drawn.hz : OURS_HZ;
    while (desk->passed_us < start_us + seconds * 1e6) {
        desk->passed_us += FRAME_US;
        for (; desk->made_us < desk->passed_us; desk->made_us += 1e6 / hz) {
            speak(desk, chest ? chest((desk->made_us - start_us) / 1e6) : 0);
        }
        stage_pass(desk->stage, 1e-3); /* one frame */
    }
}

void desk_tap(struct desk *desk, const char *id)
{
    struct ui_rect rect;
    if (!ui_find_id(desk->k->ui, id, &rect)) {
        fail_msg("there is no #%s on the screen %s", id, kiosk_screen_name(desk->k));
    }
    ui_inject_tap(desk->k->ui, rect.x + rect.w / 2, rect.y + rect.h / 2);
    desk_pass(desk, 0.2, NULL);
}

void desk_come_in(struct desk *desk)
{
    kiosk_go(desk->k, SCREEN_staff_desk);
    desk_pass(desk, 0.1, NULL);
    for (int i = 0; i < 2; i++) { /* chosen, and once more */
        for (int digit = 0; digit < 6; digit++) {
            desk_tap(desk, "pin-7");
        }
        desk_tap(desk, "pin-ok");
    }
}

/* ---- the chest ---- */

double desk_one_press(double t_s)
{
    return 55 * fmax(0, fmin(1, fmin(t_s - 1, 2.5 - t_s) / 0.5));
}

double desk_held(double t_s)
{
    return 55 * fmin(1, t_s / 0.5);
}

double desk_pressing(double t_s)
{
    return 55 * (1 - cos(2 * pi * t_s * 110 / 60)) / 2;
}

struct link_status desk_status(const struct desk *desk)
{
    struct link_status status;
    link_status(desk->k->stations[0].link, &status);
    return status;
}
