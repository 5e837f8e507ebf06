/* SPDX-License-Identifier: MIT */
/*
 * Memory runs out at the n-th allocation of the lesson's Lua state and stays out, for
 * growing n until a whole lesson comes to its end. Linked with --wrap, so that the module
 * itself knows nothing of it.
 */
#include "lesson/lesson.h"
#include "lesson/memory.h"
#include "support/probe.h"
#include "support/tap.h"

void *__wrap_lesson_memory_alloc(void *context, void *block, size_t old, size_t fresh);
void *__real_lesson_memory_alloc(void *context, void *block, size_t old, size_t fresh);

static long allocations_left;

void *__wrap_lesson_memory_alloc(void *context, void *block, size_t old, size_t fresh)
{
    bool grows = fresh > (block ? old : 0);
    if (grows && allocations_left <= 0) {
        return NULL;
    }
    allocations_left -= grows;
    return __real_lesson_memory_alloc(context, block, old, fresh);
}

static const char source[] =
    "return { api = 1, id = 'probe', minutes = 1, unsigned = { 'hello' },\n"
    "quiz = { { ask = 'hello', 'a', 'b', right = 1 } },\n"
    "run = function()\n"
    "local ok, which = card.ask { text = 'hello', 'a', 'b', 'c', right = 1 }\n"
    "card.order { text = 'hello', 'a', 'b', 'c' }\n"
    "local result = cpr.practice { seconds = 30 }\n"
    "card.show { text = 'hello', value = result.mean_rate_cpm }\n"
    "cpr.coach { seconds = 30, well_pressed = { 'hello', scene = 'press' } }\n"
    "local names = {}\n"
    "for i = 1, 20 do names[i] = text.tr('hello') .. i end\n"
    "card.match { text = 'hello', { 'a', 'b' }, { 'c', 'd' } }\n"
    "quiz.run()\n"
    "end }";

/* Whether the lesson came to its end. */
static bool play(const struct probe *probe, bool draft)
{
    struct lesson *lesson = draft ? lesson_open_draft(probe->folder, "en", 1)
                                  : lesson_open(probe->folder, "en", 1);
    while (lesson_state(lesson) == LESSON_CARD) {
        const struct lesson_card *card = lesson_card(lesson);
        struct lesson_answer answer = {
            .choice = 1, .run = {.measured = true, .result = {.mean_rate_cpm = 110}}};
        memcpy(answer.order, card->right_order, sizeof answer.order);
        if (draft) {
            lesson_fingerprint(lesson);
        }
        lesson_answer(lesson, &answer);
    }
    bool done = lesson_state(lesson) == LESSON_DONE;
    if (!done && !strstr(lesson_error(lesson), "memory")) {
        fail_msg("failed by \"%s\"", lesson_error(lesson));
    }
    lesson_close(lesson);
    return done;
}

static void a_lesson_survives_memory_running_out_anywhere(void **state)
{
    (void)state;
    struct probe probe;
    probe_begin(&probe);
    probe_write(&probe, source);
    for (int draft = 0; draft < 2; draft++) {
        long failures = 0;
        bool done = false;
        while (!done) {
            allocations_left = failures;
            done = play(&probe, draft);
            failures += !done;
        }
        printf("# %ld allocations\n", failures);
        assert_true(failures > 100);
    }
    probe_end(&probe);
}

static void a_table_is_not_read_without_memory(void **state)
{
    (void)state;
    struct probe probe;
    probe_begin(&probe);
    probe_write(&probe, source);
    struct lesson_info info;
    long failures = 0;
    for (allocations_left = 0; !lesson_info_read(&info, probe.folder);
         allocations_left = ++failures) {
    }
    assert_true(failures > 100);
    assert_string_equal(info.unsigned_keys[0], "hello");
    probe_end(&probe);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_lesson_survives_memory_running_out_anywhere),
        cmocka_unit_test(a_table_is_not_read_without_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
