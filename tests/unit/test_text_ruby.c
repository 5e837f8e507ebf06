/* SPDX-License-Identifier: MIT */
/* Small words above characters: where they stand, and that no layout moves for them. */
#include <string.h>

#include "base/str.h"
#include "support/tap.h"
#include "text/text.h"

enum { ROUNDS = 200 };

static struct text *text;

static int open_text(void **state)
{
    (void)state;
    text = text_create();
    return text ? 0 : -1;
}

static int close_text(void **state)
{
    (void)state;
    text_destroy(text);
    return 0;
}

/* Above each 掐. */
static bool above(void *context, const char *words, const char *at, char *out,
                  size_t size)
{
    (void)words;
    ++*(int *)context;
    return str_starts(at, "掐") && str_copy(out, size, "qiā");
}

static struct text_style style(int px, bool ruby)
{
    return (struct text_style){
        .px = px, .leading_percent = 135, .chinese = true, .ruby = ruby};
}

/* The ink of a line: columns between the first and the last with any in `rows`. */
struct ink {
    int rows, from, to;
};

static struct ink ink_above(const struct text_mask *mask, int row)
{
    struct ink ink = {.rows = 0, .from = mask->w, .to = -1};
    for (int y = 0; y < row - mask->top && y < mask->h; y++) {
        bool any = false;
        for (int x = 0; x < mask->w; x++) {
            if (mask->pixels[y * mask->w + x] > 64) {
                any = true;
                ink.from = x < ink.from ? x : ink.from;
                ink.to = x > ink.to ? x : ink.to;
            }
        }
        ink.rows += any;
    }
    return ink;
}

/* In drawn sizes, widths and places: the same lines, and ink of its own just above its
 * character, within the air between two lines. */
static void it_stands_above_its_character(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    int asked = 0;
    text_set_ruby(text, above, &asked);
    for (int i = 0; i < ROUNDS; i++) {
        int px = rng_int(&rng, 20, 120);
        int before = rng_int(&rng, 0, 5);
        char words[64] = "";
        for (int n = 0; n < before; n++) {
            strcat(words, "人");
        }
        strcat(words, "掐人");
        struct text_layout plain = *text_layout(text, words, style(px, false), 0);
        int top = text_mask(text, text_layout(text, words, style(px, false), 0), 0)->top;
        const struct text_layout *layout = text_layout(text, words, style(px, true), 0);
        assert_int_equal(layout->count, plain.count);
        assert_int_equal(layout->width_px, plain.width_px);
        assert_int_equal(layout->height_px, plain.height_px);
        struct ink ink = ink_above(text_mask(text, layout, 0), top);
        int middle = (ink.from + ink.to) / 2;
        int wanted = before * px + px / 2;
        if (ink.rows < px / 5 || ink.rows > px / 2 || abs(middle - wanted) > px / 6) {
            fail_msg("%d px, %d before: %d rows, the middle at %d instead of %d", px,
                     before, ink.rows, middle, wanted);
        }
    }
    assert_true(asked > ROUNDS);
}

static void without_a_need_nothing_stands_there(void **state)
{
    (void)state;
    int asked = 0;
    text_set_ruby(text, above, &asked);
    struct text_mask plain =
        *text_mask(text, text_layout(text, "按压胸口", style(40, false), 0), 0);
    struct text_mask ruby =
        *text_mask(text, text_layout(text, "按压胸口", style(40, true), 0), 0);
    assert_int_equal(ruby.top, plain.top);
    assert_int_equal(ruby.h, plain.h);
    assert_int_equal(asked, 4);
    text_set_ruby(text, NULL, NULL);
    assert_true(text_mask(text, text_layout(text, "掐", style(41, true), 0), 0)->h > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_stands_above_its_character),
        cmocka_unit_test(without_a_need_nothing_stands_there),
    };
    return cmocka_run_group_tests(tests, open_text, close_text);
}
