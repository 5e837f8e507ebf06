/* SPDX-License-Identifier: MIT */
/*
 * The result as text. Numbers are written digit by digit: printf would ask the locale for
 * its decimal point, and a kiosk's libraries may have set one.
 */
#include <math.h>
#include <string.h>

#include "cpr/cpr.h"
#include "cpr/internal.h"

struct out {
    cpr_put *put;
    void *ctx;
};

static void text(const struct out *out, const char *text)
{
    out->put(out->ctx, text, strlen(text));
}

static void whole(const struct out *out, uint64_t value)
{
    char digits[24];
    size_t at = sizeof digits;
    do {
        digits[--at] = (char)('0' + value % 10);
        value /= 10;
    } while (value > 0);
    out->put(out->ctx, digits + at, sizeof digits - at);
}

/* Rounded half away from zero, as people do; `null` when not measured. */
static void fixed(const struct out *out, double value, int decimals)
{
    uint64_t scale = 1;
    for (int i = 0; i < decimals; i++) {
        scale *= 10;
    }
    if (!(fabs(value) * (double)scale < 1e18)) {
        text(out, "null");
        return;
    }
    uint64_t scaled = (uint64_t)(fabs(value) * (double)scale + 0.5);
    if (value < 0 && scaled > 0) {
        text(out, "-");
    }
    whole(out, scaled / scale);
    text(out, ".");
    for (scale /= 10; scale > 0; scale /= 10) {
        char digit = (char)('0' + scaled / scale % 10);
        out->put(out->ctx, &digit, 1);
    }
}

/* A guideline's name has no quote in it, but it comes from a file. */
static void quoted(const struct out *out, const char *name)
{
    text(out, "\"");
    for (; *name; name++) {
        if (*name == '"' || *name == '\\') {
            text(out, "\\");
        }
        if ((unsigned char)*name >= 0x20) {
            out->put(out->ctx, name, 1);
        }
    }
    text(out, "\"");
}

/* `key` brings its own comma, brace and colon. */
static void count_field(const struct out *out, const char *key, uint32_t value)
{
    text(out, key);
    whole(out, value);
}

static void field(const struct out *out, const char *key, double value)
{
    text(out, key);
    fixed(out, value, 1);
}

static void compressions(const struct out *out, const struct cpr_result *result)
{
    count_field(out, ",\n \"compressions\":{\"count\":", result->count);
    field(out, ",\"mean_depth_mm\":", result->mean_depth_mm);
    field(out, ",\"depth_ok_percent\":", result->depth_ok_percent);
    field(out, ",\"shallow_percent\":", result->shallow_percent);
    field(out, ",\"deep_percent\":", result->deep_percent);
    field(out, ",\n   \"mean_rate_cpm\":", result->mean_rate_cpm);
    field(out, ",\"rate_ok_percent\":", result->rate_ok_percent);
    field(out, ",\"mean_release_mm\":", result->mean_release_mm);
    field(out, ",\"full_recoil_percent\":", result->full_recoil_percent);
    field(out, ",\"duty_cycle_percent\":", result->duty_cycle_percent);
    text(out, "}");
}

static void flow(const struct out *out, const struct cpr_result *result)
{
    field(out, "{\"ccf_percent\":", result->ccf_percent);
    count_field(out, ",\"pauses\":", result->pauses);
    field(out, ",\"longest_pause_s\":", result->longest_pause_s);
    field(out, ",\"total_pause_s\":", result->total_pause_s);
    text(out, "}");
}

static void breaths_and_hands(const struct out *out, const struct cpr_result *result)
{
    text(out, ",\n \"ventilations\":");
    if (result->breaths_measured) {
        count_field(out, "{\"count\":", result->breaths);
        field(out, ",\"ok_percent\":", result->breaths_ok_percent);
        field(out, ",\"mean_volume_ml\":", result->mean_breath_ml);
        field(out, ",\"mean_duration_s\":", result->mean_breath_s);
        text(out, "}");
    } else {
        text(out, "null");
    }
    text(out, ",\"hands\":");
    if (result->hands_measured) {
        const double *percent = result->hands_percent;
        field(out, "{\"ok_percent\":", percent[CPR_HANDS_RIGHT]);
        field(out, ",\"too_left_percent\":", percent[CPR_HANDS_TOO_LEFT]);
        field(out, ",\"too_right_percent\":", percent[CPR_HANDS_TOO_RIGHT]);
        field(out, ",\"too_high_percent\":", percent[CPR_HANDS_TOO_HIGH]);
        field(out, ",\"too_low_percent\":", percent[CPR_HANDS_TOO_LOW]);
        text(out, "}");
    } else {
        text(out, "null");
    }
}

static void trust(const struct out *out, uint32_t bits)
{
    static const char *const names[CPR_TRUST_REASONS] = {
        "rest_noise",  "zero_drift", "missing_lines",
        "stuck_value", "saturation", "rate_jitter",
    };
    text(out, ",\n \"trust\":{\"ok\":");
    text(out, bits == 0 ? "true" : "false");
    text(out, ",\"reasons\":[");
    const char *comma = "";
    for (int i = 0; i < CPR_TRUST_REASONS; i++) {
        if (bits >> i & 1) {
            text(out, comma);
            quoted(out, names[i]);
            comma = ",";
        }
    }
    text(out, "]}");
}

/* A factor has three decimals at most and one at least: 1.0, 0.5, 0.867. */
static void factor(const struct out *out, const char *key, double value)
{
    unsigned thousandths = isnan(value) ? 0 : (unsigned)(value * 1000 + 0.5);
    text(out, key);
    int decimals = thousandths % 10 != 0 ? 3 : thousandths % 100 != 0 ? 2 : 1;
    fixed(out, value, decimals);
}

/* A factor that was not measured is left out of c; 1.0 here would say "good". */
static double measured(double value, bool is_measured)
{
    return is_measured ? value : CPR_NOT_MEASURED;
}

static void event(const struct out *out, const struct cpr_compression *it,
                  int64_t origin_us)
{
    text(out, "{\"t_s\":");
    fixed(out, (double)(it->peak_us - origin_us) / 1e6, 2);
    field(out, ",\"depth_mm\":", it->depth_mm);
    field(out, ",\"release_mm\":", it->release_mm);
    field(out, ",\"rate_cpm\":", it->rate_cpm);
    factor(out, ",\"c\":", it->c);
    text(out, ",\"label\":");
    quoted(out, cpr_label_name(it->label));
    factor(out, ",\"d\":", it->d);
    factor(out, ",\"r\":", measured(it->r, !isnan(it->rate_cpm)));
    factor(out, ",\"l\":", measured(it->l, !isnan(it->release_mm)));
    factor(out, ",\"h\":", measured(it->h, it->hands != CPR_HANDS_NOT_MEASURED));
    text(out, "}");
}

static void all_events(const struct out *out, const struct cpr_result *result,
                       const struct cpr_compression *events, size_t count)
{
    text(out, ",\n \"events\":[");
    for (size_t i = 0; i < count; i++) {
        text(out, i == 0 ? "" : ",\n  ");
        event(out, &events[i], result->origin_us);
    }
    text(out, "]");
}

void cpr_json(const struct cpr_result *result, const struct cpr_compression *events,
              size_t count, cpr_put *put, void *ctx)
{
    struct out out = {put, ctx};
    text(&out, "{\"guideline\":");
    quoted(&out, result->guideline);
    field(&out, ",\"duration_s\":", result->duration_s);
    count_field(&out, ",\"samples\":", result->samples);
    count_field(&out, ",\"lost_samples\":", result->lost_samples);
    compressions(&out, result);
    text(&out, ",\n \"flow\":");
    flow(&out, result);
    breaths_and_hands(&out, result);
    trust(&out, result->trust);
    field(&out, ",\n \"score\":{\"total\":", result->score);
    text(&out, ",\"pass\":");
    text(&out, result->pass ? "true}" : "false}");
    if (events) {
        all_events(&out, result, events, count);
    }
    text(&out, "}\n");
}

void cpr_json_flow(const struct cpr_result *result, cpr_put *put, void *ctx)
{
    struct out out = {put, ctx};
    flow(&out, result);
    text(&out, "\n");
}
