/* SPDX-License-Identifier: MIT */
/* Faults in a recording: as text, in their place, and as RECORDING.md shows them. */
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/str.h"
#include "link/recording.h"
#include "support/folder.h"
#include "support/tap.h"

static const char page_path[] = "kiosk/link/RECORDING.md";

/* ---- as text ---- */

static void a_fault_is_read_as_it_was_written(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    static const char *const words[] = {"TIMEOUT", "Out of range", "传感器", "a=1;b"};
    for (int round = 0; round < 2000; round++) {
        struct fault fault = {
            .kind = (enum fault_kind)rng_int(&rng, 0, FAULT_KIND_COUNT - 1)};
        struct fault back;
        char text[FAULT_TEXT_MAX];
        char again[FAULT_TEXT_MAX];
        fault.t_us = (int64_t)(rng_u64(&rng) >> rng_int(&rng, 14, 62));
        fault.t_us = rng_int(&rng, 0, 9) ? fault.t_us : -fault.t_us;
        fault.number = (uint32_t)(rng_u64(&rng) >> rng_int(&rng, 32, 63));
        fault.code = (uint16_t)rng_int(&rng, 0, 65535);
        str_copy(fault.word, sizeof fault.word, words[rng_int(&rng, 0, 3)]);
        fault_write(&fault, text, sizeof text);
        if (!fault_read(&back, text)) {
            fail_msg("\"%s\" is not read back", text);
        }
        assert_int_equal(back.kind, fault.kind);
        assert_int_equal(back.t_us, fault.t_us);
        fault_write(&back, again, sizeof again);
        assert_string_equal(again, text);
    }
}

static void what_is_not_a_fault_of_ours_is_told_apart(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",
        "12",
        "12 ",
        " 12 unplugged",
        "12.3 rust 5",
        "12.3 unplugged 5",
        "12.3  unplugged",
        "- unplugged",
        ". unplugged",
        "1.2.3 unplugged",
        "1.0000000 unplugged",
        "99999999999999999999 unplugged",
        "9999999999999999 unplugged",
        "33333040000 unplugged",
        "1e3 unplugged",
        "12.3 broken_line",
        "12.3 broken_line -1",
        "12.3 broken_line 4294967296",
        "12.3 broken_line 99999999999999999999999",
        "12.3 broken_line 1 2",
        "12.3 sensor_fault 5",
        "12.3 sensor_fault 65536 1",
        "12.3 sensor_word",
        "12.3 sensor_word ",
        "12.3 sensor_word 0123456789012345678901234567890123456789",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct fault fault;
        if (fault_read(&fault, texts[i])) {
            fail_msg("\"%s\" was taken for a fault", texts[i]);
        }
    }
    struct fault fault;
    assert_true(fault_read(&fault, "12.34 broken_line 2"));
    assert_int_equal(fault.t_us, 12340000);
    assert_true(fault_read(&fault, "-3 unplugged"));
    assert_int_equal(fault.t_us, -3000000);
}

static void any_text_becomes_a_word_that_is_read_back(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 500; round++) {
        char noise[48];
        char text[FAULT_TEXT_MAX];
        struct fault fault = {.kind = FAULT_SENSOR_WORD};
        struct fault back;
        int length = rng_int(&rng, 0, (int)sizeof noise - 1);
        for (int i = 0; i < length; i++) {
            noise[i] = (char)rng_int(&rng, 1, rng_int(&rng, 0, 1) ? 40 : 126);
        }
        noise[length] = '\0';
        fault_set_word(&fault, noise);
        fault_write(&fault, text, sizeof text);
        assert_int_equal(fault_read(&back, text), fault.word[0] != '\0');
        assert_null(strpbrk(text, "\r\n\t"));
        assert_true(fault.word[0] == '\0' || strcmp(back.word, fault.word) == 0);
    }
    struct fault fault;
    fault_set_word(&fault, " Out of\trange \r");
    assert_string_equal(fault.word, "Out of range");
}

/* ---- the queue ---- */

static void what_happens_twice_in_one_place_is_counted(void **state)
{
    (void)state;
    static struct fault_queue queue;
    const struct fault broken = {.kind = FAULT_BROKEN_LINE, .t_us = 5, .number = 2};
    const struct fault pulled = {.kind = FAULT_UNPLUGGED, .t_us = 5};
    assert_null(fault_first(&queue));
    fault_push(&queue, &broken);
    fault_push(&queue, &broken);
    fault_push(&queue, &pulled);
    fault_push(&queue, &pulled);
    fault_push(&queue, &broken);
    assert_int_equal(queue.count, 4);
    assert_int_equal(fault_first(&queue)->number, 4);
    for (int i = 0; i < FAULT_QUEUE_MAX; i++) { /* the oldest make room */
        struct fault later = {.kind = FAULT_BROKEN_LINE, .t_us = 6 + i, .number = 1};
        fault_push(&queue, &later);
    }
    assert_int_equal(queue.count, FAULT_QUEUE_MAX);
    assert_int_equal(fault_first(&queue)->t_us, 6);
    for (int i = 0; i < FAULT_QUEUE_MAX; i++) {
        assert_int_equal(fault_first(&queue)->t_us, 6 + i);
        fault_drop_first(&queue);
    }
    assert_null(fault_first(&queue));
}

/* ---- the page ---- */

/* The example alone, to be freed. */
static char *read_example(void)
{
    size_t size = 0;
    char *page = file_read(page_path, 1 << 20, &size);
    assert_non_null(page);
    char *from = strstr(page, "```csv\n");
    assert_non_null(from);
    from += strlen("```csv\n");
    char *to = strstr(from, "```");
    assert_non_null(to);
    char *example = strndup(from, (size_t)(to - from));
    free(page);
    return example;
}

/* Every fault that there is stands in the example and in the table below it. */
static void the_page_knows_every_fault(void **state)
{
    (void)state;
    size_t size = 0;
    char *page = file_read(page_path, 1 << 20, &size);
    assert_non_null(page);
    for (int i = 0; i < FAULT_KIND_COUNT; i++) {
        char quoted[64];
        str_format(quoted, sizeof quoted, "`%s`", fault_name((enum fault_kind)i));
        if (!strstr(page, quoted)) {
            fail_msg("%s does not explain %s", page_path, quoted);
        }
    }
    free(page);
}

static void the_example_is_read_and_written_to_the_same_bytes(void **state)
{
    (void)state;
    struct folder folder = folder_make();
    char *example = read_example();
    char from[128];
    char to[128];
    str_format(from, sizeof from, "%s/from.csv", folder.path);
    str_format(to, sizeof to, "%s/to.csv", folder.path);
    assert_true(file_write(from, example, strlen(example)));

    struct recording_info info;
    struct recording *recording = recording_open(from);
    assert_non_null(recording);
    recording_info(recording, &info); /* all of it stands above the samples here */
    assert_string_equal(info.guideline, "aha-2025/adult");
    assert_true(info.has_mode && info.mode == CPR_COMPRESSION_ONLY);
    assert_int_equal(info.window_end_us, 30030000);
    assert_string_equal(info.manikin.model, "uno-pot");
    assert_string_equal(info.manikin.serial, "A-0042");
    assert_string_equal(info.manikin.calibration, "7C1E");
    assert_int_equal(info.manikin.hz, 100);

    struct recording_writer *writer = recording_create(to, &info);
    struct cpr_sample sample = {0};
    struct fault fault;
    unsigned kinds = 0;
    uint32_t lost = 0;
    enum recording_item item = RECORDING_SAMPLE;
    while ((item = recording_read(recording, &sample, &fault)) != RECORDING_END) {
        if (item == RECORDING_SAMPLE) {
            recording_add(writer, &sample);
            lost += sample.lost;
            continue;
        }
        recording_add_fault(writer, &fault);
        assert_int_equal(fault.t_us, sample.t_us);
        kinds |= 1u << fault.kind;
    }
    assert_false(recording_failed(recording));
    recording_close(recording);
    assert_true(recording_finish(writer));
    assert_int_equal(lost, 3);
    assert_int_equal(kinds, (1u << FAULT_KIND_COUNT) - 1 - (1u << FAULT_FETCHED_LATE));
    size_t size = 0;
    char *again = file_read(to, 1 << 20, &size);
    assert_string_equal(again, example);
    free(again);
    free(example);
    folder_remove(&folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_fault_is_read_as_it_was_written),
        cmocka_unit_test(what_is_not_a_fault_of_ours_is_told_apart),
        cmocka_unit_test(any_text_becomes_a_word_that_is_read_back),
        cmocka_unit_test(what_happens_twice_in_one_place_is_counted),
        cmocka_unit_test(the_page_knows_every_fault),
        cmocka_unit_test(the_example_is_read_and_written_to_the_same_bytes),
    };
    return cmocka_run_group_tests_name("recording_faults", tests, NULL, NULL);
}
