/* SPDX-License-Identifier: MIT */
/*
 * The result as text. Numbers are written digit by digit: printf would ask the locale for
 * its decimal point, and a kiosk's libraries may have set one.
 */
#include <math.h>
#include <string.h>

#include "cpr/cpr.h"
#include "cpr/figures.h"
#include "cpr/internal.h"

enum { FIGURES_A_LINE = 5 };

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
    text(out, decimals > 0 ? "." : "");
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
static void field(const struct out *out, const char *key, double value)
{
    text(out, key);
    fixed(out, value, 1);
}

/* The figures of a group, without braces, FIGURES_A_LINE in a line. */
static void figures(const struct out *out, const struct cpr_result *result,
                    enum cpr_group group)
{
    int written = 0;
    for (size_t i = 0; i < CPR_FIGURE_COUNT; i++) {
        const struct cpr_figure *figure = cpr_figure(i);
        double value = cpr_figure_value(result, i);
        if (figure->group != group) {
            continue;
        }
        text(out, written == 0 ? "" : written % FIGURES_A_LINE == 0 ? ",\n   " : ",");
        quoted(out, figure->name);
        text(out, ":");
        if (figure->unit == CPR_UNIT_FLAG) {
            text(out, value > 0 ? "true" : "false");
        } else {
            fixed(out, value, figure->decimals);
        }
        written++;
    }
}

static void object(const struct out *out, const struct cpr_result *result,
                   enum cpr_group group)
{
    if (!cpr_group_measured(result, group)) {
        text(out, "null");
        return;
    }
    text(out, "{");
    figures(out, result, group);
    text(out, "}");
}

/* The group under its name, after `comma`. */
static void named(const struct out *out, const char *comma,
                  const struct cpr_result *result, enum cpr_group group)
{
    text(out, comma);
    quoted(out, cpr_group_name(group));
    text(out, ":");
    object(out, result, group);
}

static void trust(const struct out *out, uint32_t bits)
{
    text(out, ",\n \"trust\":{\"ok\":");
    text(out, bits == 0 ? "true" : "false");
    text(out, ",\"reasons\":[");
    const char *comma = "";
    for (int i = 0; i < CPR_TRUST_REASONS; i++) {
        if (bits >> i & 1) {
            text(out, comma);
            quoted(out, cpr_trust_name(i));
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
    text(&out, ",");
    figures(&out, result, CPR_GROUP_run);
    named(&out, ",\n ", result, CPR_GROUP_compressions);
    named(&out, ",\n ", result, CPR_GROUP_flow);
    named(&out, ",\n ", result, CPR_GROUP_ventilations);
    named(&out, ",", result, CPR_GROUP_hands);
    trust(&out, result->trust);
    named(&out, ",\n ", result, CPR_GROUP_score);
    if (events) {
        all_events(&out, result, events, count);
    }
    text(&out, "}\n");
}

void cpr_json_flow(const struct cpr_result *result, cpr_put *put, void *ctx)
{
    struct out out = {put, ctx};
    object(&out, result, CPR_GROUP_flow);
    text(&out, "\n");
}
