/* SPDX-License-Identifier: MIT */
/* Names from outside: whole in any width in which a word has room, and nothing torn. */
#include <string.h>

#include "base/str.h"
#include "screens/names.h"
#include "support/tap.h"
#include "ui/ui.h"

static void draw_name(struct rng *rng, char *name, size_t size)
{
    static const char *const pieces[] = {"W",  "i", "7", "-", "_",
                                         "救", "é", ".", "Ж", " "};
    int count = rng_int(rng, 1, 130);
    int kinds = rng_int(rng, 1, 10);
    name[0] = '\0';
    for (int i = 0; i < count; i++) {
        size_t used = strlen(name);
        str_format(name + used, size - used, "%s", pieces[rng_int(rng, 0, kinds - 1)]);
    }
}

/* Without the places to break. */
static void take_out(char *text)
{
    static const char place[] = "\u200B";
    for (char *at = text; (at = strstr(at, place));) {
        memmove(at, at + 3, strlen(at + 3) + 1);
    }
}

static void no_name_is_torn(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct clock clock;
    clock_init_moved(&clock, 0);
    struct ui *ui = ui_create(&(struct ui_config){.mode = UI_HEADLESS, .clock = &clock});
    assert_non_null(ui);
    for (int i = 0; i < 400; i++) {
        char name[640];
        char shown[NAMES_MAX];
        draw_name(&rng, name, sizeof name);
        names_breakable(name, shown);
        ui_set_lang(ui, i % 2 ? "en" : "zh-CN");
        ui_begin(ui, UI_LIGHT);
        ui_text(ui, (struct ui_rect){20, 20, 700, 1e4f}, UI_BODY, UI_TEXT, UI_LEFT,
                shown);
        ui_end(ui);
        const char *first;
        struct ui_size size = ui_measure(ui, 700, UI_BODY, shown);
        if (size.h < 1040 && ui_overflows(ui, &first) > 0) {
            fail_msg("\"%s\" is torn", name);
        }
        take_out(shown);
        assert_string_equal(shown, name);
    }
    ui_destroy(ui);
}

static void the_end_of_a_name_tells_that_it_is_one(void **state)
{
    (void)state;
    char shown[NAMES_MAX];
    names_end("/dev/ttyUSB0", shown);
    take_out(shown);
    assert_string_equal(shown, "/dev/ttyUSB0");
    names_end("/dev/serial/by-id/usb-1a86_USB_Serial-if00-port0", shown);
    take_out(shown);
    assert_string_equal(shown, "…86_USB_Serial-if00-port0");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_name_is_torn),
        cmocka_unit_test(the_end_of_a_name_tells_that_it_is_one),
    };
    return cmocka_run_group_tests_name("names", tests, NULL, NULL);
}
