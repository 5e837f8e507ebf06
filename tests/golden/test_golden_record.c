/* SPDX-License-Identifier: MIT */
/*
 * The recording page as a volunteer meets it, in both languages, both ways up, at every
 * text size. Its lines stand in a tree of their own: a text of the kiosk changes none of
 * these pictures.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "golden/compare.h"
#include "golden/view.h"
#include "screens/staff/voice.h"
#include "sound/sound.h"
#include "sound/wav.h"
#include "support/folder.h"
#include "support/stage.h"
#include "support/tap.h"
#include "support/touch.h"

enum { RATE = VOICE_RATE_HZ, MICROPHONE_S = 4 };

static struct folder tree;
static const char *folder; /* for new pictures; given by ctest */

static const char *at(const char *name)
{
    static char paths[8][256];
    static int next;
    char *path = paths[next++ % 8];
    str_format(path, sizeof paths[0], "%s/%s", tree.path, name);
    return path;
}

static void write_text(const char *name, const char *text)
{
    assert_true(file_write(at(name), text, strlen(text)));
}

static int make_tree(void **state)
{
    (void)state;
    static int16_t samples[MICROPHONE_S * RATE];
    tree = folder_make();
    assert_true(file_make_folder(at("text")) && file_make_folder(at("lessons")));
    write_text("text/zh-CN.lua",
               "return { attract_title = '来按一按，学会救人',\n"
               "home_words = '30:2，按 30 次，吹 2 次。手臂伸直，肩膀在手的正上方，"
               "用力往下按，每次都让胸口完全弹回来。', }");
    write_text("text/en.lua",
               "return { attract_title = 'Press here and learn to save a life',\n"
               "home_words = '30:2 is 30 pushes and 2 breaths. Keep your arms straight, "
               "your shoulders above your hands, and let the chest come back.', }");
    for (int i = 0; i < MICROPHONE_S * RATE; i++) {
        bool speaks = i > RATE && i < 3 * RATE;
        samples[i] = (int16_t)(20 * sin(i * 0.007) + (speaks ? 8000 * sin(i * 0.03) : 0));
    }
    struct wav *wav = wav_create(at("microphone.wav"), RATE);
    assert_non_null(wav);
    assert_true(wav_add(wav, samples, MICROPHONE_S * RATE) && wav_finish(wav));
    return 0;
}

static int remove_tree(void **state)
{
    (void)state;
    char command[128];
    str_format(command, sizeof command, "rm -r '%s'", tree.path);
    return system(command);
}

/* ---- what is done at the page ------------------------------------------------------ */

static void go_ready(struct stage *stage)
{
    stage_pass(stage, 2);
}

static void go_going(struct stage *stage)
{
    go_ready(stage);
    stage_tap(stage, "record");
    stage_pass(stage, 3.4);
}

static void go_heard(struct stage *stage)
{
    go_going(stage);
    stage_tap(stage, "stop");
    stage_pass(stage, 0.2);
}

/* A line recorded earlier; then the next, which is long and has a reading of its own. */
static void go_stands(struct stage *stage)
{
    go_heard(stage);
    stage_tap(stage, "keep");
    stage_tap(stage, "before");
    stage_pass(stage, 0.1);
}

static void go_long(struct stage *stage)
{
    const struct record *page = stage->kiosk.state;
    go_ready(stage);
    for (int i = 0; i < 100 && strlen(record_line(page)->text) < 60; i++) {
        stage_tap(stage, "after");
    }
    stage_pass(stage, 0.1);
}

static const struct row {
    const char *name;
    const char *microphone; /* NULL: none */
    void (*go)(struct stage *stage);
} rows[] = {
    {"ready", "microphone.wav", go_ready}, {"going", "microphone.wav", go_going},
    {"heard", "microphone.wav", go_heard}, {"stands", "microphone.wav", go_stands},
    {"long", "microphone.wav", go_long},   {"no-microphone", NULL, go_ready},
};

static void open_page(struct stage *stage, const char *microphone)
{
    struct kiosk *k = &stage->kiosk;
    const struct sound_config config = {.clock = k->clock,
                                        .story = true,
                                        .microphone = microphone ? at(microphone) : NULL};
    assert_true(paths_replace(&stage->paths, "scripts/text", at("text")) &&
                paths_replace(&stage->paths, "scripts/lessons", at("lessons")));
    str_copy(stage->paths.voices, sizeof stage->paths.voices, at("data/voice"));
    k->data_folder = at("data");
    k->sound = sound_create(&config);
    assert_non_null(k->sound);
    k->session = true;
    k->counter.staff = true;
    kiosk_go(k, SCREEN_staff_voice);
    stage_pass(stage, 0.1);
}

/* What does not fit at any text size, and what cannot be touched. `picture`: compares it
 * too, at the first. */
static int look_at_page(struct stage *stage, const char *name, bool picture)
{
    struct kiosk *k = &stage->kiosk;
    const char *first = NULL;
    int faults = 0;
    for (int step = 0; step < KIOSK_TEXT_STEPS; step++) {
        stage_pass(stage, 0.02);
        if (picture && step == 0 && !golden_compare(k->ui, folder, name)) {
            print_error("%s\n", err_text());
            faults++;
        }
        faults += touch_faults(k->ui, name);
        if (ui_overflows(k->ui, &first) > 0) {
            print_error("%s, text step %d: \"%s\" does not fit\n", name, step, first);
            faults++;
        }
        kiosk_next_text_step(k);
    }
    return faults;
}

/* Returns the number of faults. */
static int look(const struct row *row, const struct view *view)
{
    char what[VIEW_NAME_BYTES];
    char name[VIEW_NAME_BYTES];
    str_format(what, sizeof what, "record-%s", row->name);
    view_name(view, what, name);
    struct stage *stage = view_open(view);
    struct kiosk *k = &stage->kiosk;
    open_page(stage, row->microphone);
    row->go(stage);
    int faults = look_at_page(stage, name, view->whole);
    kiosk_end_session(k);
    stage_pass(stage, 0.1);
    sound_destroy(k->sound);
    k->sound = NULL;
    stage_close(stage);
    char command[128];
    str_format(command, sizeof command, "rm -rf '%s'", at("data"));
    assert_int_equal(system(command), 0);
    return faults;
}

static void the_page_looks_as_accepted_and_fits_at_every_size(void **state)
{
    (void)state;
    int faults = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        for (int n = 0; n < VIEWS; n++) {
            faults += look(&rows[i], &views[n]);
        }
    }
    assert_int_equal(faults, 0);
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "usage: %s FOLDER\n", argv[0]);
        return 2;
    }
    folder = argv[1];
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_page_looks_as_accepted_and_fits_at_every_size),
    };
    return cmocka_run_group_tests_name("golden_record", tests, make_tree, remove_tree);
}
