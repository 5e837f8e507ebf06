/* SPDX-License-Identifier: MIT */
/* The result as text, byte by byte, as the contract has it. */
#include <locale.h>
#include <math.h>
#include <string.h>

#include "support/tap.h"
#include "support/wave.h"

struct text {
    char bytes[4096];
    size_t length;
};

static void keep(void *ctx, const char *bytes, size_t length)
{
    struct text *text = ctx;
    assert_true(text->length + length < sizeof text->bytes);
    memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
    text->bytes[text->length] = '\0';
}

static const struct cpr_result measured = {
    .guideline = "aha-2025/adult",
    .origin_us = 5000000,
    .duration_s = 30,
    .samples = 3000,
    .count = 54,
    .mean_depth_mm = 55.12,
    .depth_ok_percent = 96.296,
    .shallow_percent = 3.7037,
    .mean_rate_cpm = 110.44,
    .rate_ok_percent = 100,
    .mean_release_mm = 1.21,
    .full_recoil_percent = 98.148,
    .duty_cycle_percent = 44,
    .ccf_percent = 100,
    .score = 97.04,
    .pass = true,
};

static void a_result_is_the_contract_to_the_byte(void **state)
{
    (void)state;
    const struct cpr_compression event = {.peak_us = 6234000,
                                          .depth_mm = 55,
                                          .release_mm = 1,
                                          .rate_cpm = 110,
                                          .hands = CPR_HANDS_NOT_MEASURED,
                                          .d = 1,
                                          .r = 1,
                                          .l = 1,
                                          .h = 1,
                                          .c = 1,
                                          .label = CPR_OK};
    struct text text = {.length = 0};
    cpr_json(&measured, &event, 1, keep, &text);
    assert_string_equal(
        text.bytes,
        "{\"guideline\":\"aha-2025/adult\",\"duration_s\":30.0,\"samples\":3000,"
        "\"lost_samples\":0,\n"
        " \"compressions\":{\"count\":54,\"mean_depth_mm\":55.1,\"depth_ok_percent\":96."
        "3,"
        "\"shallow_percent\":3.7,\"deep_percent\":0.0,\n"
        "   \"mean_rate_cpm\":110.4,\"rate_ok_percent\":100.0,\"mean_release_mm\":1.2,"
        "\"full_recoil_percent\":98.1,\"duty_cycle_percent\":44.0},\n"
        " \"flow\":{\"ccf_percent\":100.0,\"pauses\":0,\"longest_pause_s\":0.0,"
        "\"total_pause_s\":0.0},\n"
        " \"ventilations\":null,\"hands\":null,\n"
        " \"trust\":{\"ok\":true,\"reasons\":[]},\n"
        " \"score\":{\"total\":97.0,\"pass\":true},\n"
        " \"events\":[{\"t_s\":1.23,\"depth_mm\":55.0,\"release_mm\":1.0,"
        "\"rate_cpm\":110.0,\"c\":1.0,\"label\":\"ok\","
        "\"d\":1.0,\"r\":1.0,\"l\":1.0,\"h\":null}]}\n");
    text.length = 0;
    cpr_json(&measured, NULL, 0, keep, &text);
    assert_null(strstr(text.bytes, "events"));
    text.length = 0;
    cpr_json(&measured, &event, 0, keep, &text);
    assert_non_null(strstr(text.bytes, "\"events\":[]}\n"));
}

static void nothing_measured_is_null(void **state)
{
    (void)state;
    struct cpr_guideline guideline = wave_guideline();
    struct cpr_session session;
    struct cpr_result result;
    cpr_start(&session, &guideline, CPR_COMPRESSION_ONLY);
    cpr_result(&session, &result);
    struct text text = {.length = 0};
    cpr_json(&result, NULL, 0, keep, &text);
    assert_string_equal(
        text.bytes,
        "{\"guideline\":\"aha-2025/adult\",\"duration_s\":0.0,\"samples\":0,"
        "\"lost_samples\":0,\n"
        " \"compressions\":{\"count\":0,\"mean_depth_mm\":null,\"depth_ok_percent\":null,"
        "\"shallow_percent\":null,\"deep_percent\":null,\n"
        "   \"mean_rate_cpm\":null,\"rate_ok_percent\":null,\"mean_release_mm\":null,"
        "\"full_recoil_percent\":null,\"duty_cycle_percent\":null},\n"
        " \"flow\":{\"ccf_percent\":null,\"pauses\":0,\"longest_pause_s\":0.0,"
        "\"total_pause_s\":0.0},\n"
        " \"ventilations\":null,\"hands\":null,\n"
        " \"trust\":{\"ok\":true,\"reasons\":[]},\n"
        " \"score\":{\"total\":0.0,\"pass\":false}}\n");
}

static void an_untrusted_run_has_reasons_and_no_score(void **state)
{
    (void)state;
    struct cpr_result result = measured;
    result.trust = CPR_TRUST_NOISE | CPR_TRUST_DRIFT | CPR_TRUST_LOST | CPR_TRUST_STUCK |
                   CPR_TRUST_SATURATED | CPR_TRUST_JITTER | CPR_TRUST_UNCALIBRATED;
    result.score = CPR_NOT_MEASURED;
    result.pass = false;
    struct text text = {.length = 0};
    cpr_json(&result, NULL, 0, keep, &text);
    assert_non_null(strstr(text.bytes,
                           "\"trust\":{\"ok\":false,\"reasons\":[\"rest_noise\","
                           "\"zero_drift\",\"missing_lines\",\"stuck_value\","
                           "\"saturation\",\"rate_jitter\",\"not_calibrated\"]},\n"
                           " \"score\":{\"total\":null,\"pass\":false}}\n"));
}

static void breaths_and_hands_have_their_figures(void **state)
{
    (void)state;
    struct cpr_result result = measured;
    result.breaths_measured = true;
    result.breaths = 4;
    result.breaths_ok_percent = 75;
    result.mean_breath_ml = 612.34;
    result.mean_breath_s = 1.06;
    result.hands_measured = true;
    result.hands_ok_percent = 66.6667;
    result.hands_too_right_percent = 11.1111;
    result.hands_too_low_percent = 22.2222;
    struct text text = {.length = 0};
    cpr_json(&result, NULL, 0, keep, &text);
    assert_non_null(strstr(text.bytes,
                           " \"ventilations\":{\"count\":4,\"ok_percent\":75.0,"
                           "\"mean_volume_ml\":612.3,\"mean_duration_s\":1.1},"
                           "\"hands\":{\"ok_percent\":66.7,\"too_left_percent\":0.0,"
                           "\"too_right_percent\":11.1,\"too_high_percent\":0.0,"
                           "\"too_low_percent\":22.2},\n"));
}

static void numbers_are_rounded_as_people_do(void **state)
{
    (void)state;

    static const struct {
        double release_mm, c;
        const char *text;
    } cases[] = {
        {0.04, 1, "\"release_mm\":0.0,"},
        {-0.04, 1, "\"release_mm\":0.0,"},
        {-0.06, 1, "\"release_mm\":-0.1,"},
        {5.05, 1, "\"release_mm\":5.1,"},
        {4.949, 1, "\"release_mm\":4.9,"},
        {99.96, 1, "\"release_mm\":100.0,"},
        {1e300, 1, "\"release_mm\":null,"},
        {0, 0, "\"c\":0.0,"},
        {0, 0.5, "\"c\":0.5,"},
        {0, 0.25, "\"c\":0.25,"},
        {0, 13 / 15.0, "\"c\":0.867,"},
        {0, 0.9996, "\"c\":1.0,"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct cpr_compression event = {
            .release_mm = cases[i].release_mm, .c = cases[i].c, .label = CPR_LEANING};
        struct text text = {.length = 0};
        cpr_json(&measured, &event, 1, keep, &text);
        if (!strstr(text.bytes, cases[i].text)) {
            fail_msg("no %s in %s", cases[i].text, text.bytes);
        }
    }
}

/* A German or French desktop writes 55,1; JSON does not. */
static void the_locale_has_no_say(void **state)
{
    (void)state;
    struct text text = {.length = 0};
    bool has_comma = setlocale(LC_ALL, "de_DE.UTF-8") || setlocale(LC_ALL, "fr_FR.UTF-8");
    cpr_json(&measured, NULL, 0, keep, &text);
    setlocale(LC_ALL, "C");
    assert_non_null(strstr(text.bytes, "\"mean_depth_mm\":55.1,"));
    if (!has_comma) {
        print_message("# no locale with a decimal comma here\n");
    }
}

static void flow_stands_alone(void **state)
{
    (void)state;
    struct cpr_result result = {
        .ccf_percent = 87.26, .pauses = 3, .longest_pause_s = 5.04, .total_pause_s = 12};
    struct text text = {.length = 0};
    cpr_json_flow(&result, keep, &text);
    assert_string_equal(text.bytes, "{\"ccf_percent\":87.3,\"pauses\":3,"
                                    "\"longest_pause_s\":5.0,\"total_pause_s\":12.0}\n");
}

static void every_label_has_its_word(void **state)
{
    (void)state;
    static const char *const words[] = {"ok",   "shallow", "deep", "slow",
                                        "fast", "leaning", "hands"};
    for (int i = 0; i < CPR_LABEL_COUNT; i++) {
        assert_string_equal(cpr_label_name((enum cpr_label)i), words[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_result_is_the_contract_to_the_byte),
        cmocka_unit_test(nothing_measured_is_null),
        cmocka_unit_test(an_untrusted_run_has_reasons_and_no_score),
        cmocka_unit_test(breaths_and_hands_have_their_figures),
        cmocka_unit_test(numbers_are_rounded_as_people_do),
        cmocka_unit_test(the_locale_has_no_say),
        cmocka_unit_test(flow_stands_alone),
        cmocka_unit_test(every_label_has_its_word),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
