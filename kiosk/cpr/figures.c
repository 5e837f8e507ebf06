/* SPDX-License-Identifier: MIT */
#include "cpr/figures.h"

#include <assert.h>

static const struct cpr_figure rows[CPR_FIGURE_COUNT] = {
#define FIGURE(group, name, unit, decimals, member)                                      \
    {CPR_GROUP_##group, #name, #member, CPR_UNIT_##unit, decimals},
#include "cpr/figures.def"
};

const struct cpr_figure *cpr_figure(size_t index)
{
    assert(index < CPR_FIGURE_COUNT);
    return &rows[index];
}

double cpr_figure_value(const struct cpr_result *result, size_t index)
{
    assert(index < CPR_FIGURE_COUNT);
    if (!cpr_group_measured(result, rows[index].group)) {
        return CPR_NOT_MEASURED;
    }
    const double values[CPR_FIGURE_COUNT] = {
#define FIGURE(group, name, unit, decimals, member) (double)result->member,
#include "cpr/figures.def"
    };
    return values[index];
}

const char *cpr_group_name(enum cpr_group group)
{
    static const char *const names[CPR_GROUP_COUNT] = {
#define GROUP(name, measured) #name,
#include "cpr/figures.def"
    };
    return names[group];
}

bool cpr_group_measured(const struct cpr_result *result, enum cpr_group group)
{
    const bool values[CPR_GROUP_COUNT] = {
#define GROUP(name, measured) measured,
#include "cpr/figures.def"
    };
    return values[group];
}

const struct cpr_verdict *cpr_verdict(size_t index)
{
    static const struct cpr_verdict verdicts[CPR_VERDICT_COUNT] = {
#define VERDICT(name, figure, first, last) {#name, CPR_FIGURE_##figure, first, last},
#include "cpr/figures.def"
    };
    assert(index < CPR_VERDICT_COUNT);
    return &verdicts[index];
}

enum cpr_label cpr_verdict_value(const struct cpr_result *result, size_t index)
{
    const enum cpr_label values[CPR_VERDICT_COUNT] = {

#define VERDICT(name, figure, first, last) result->name##_verdict,
#include "cpr/figures.def"
    };
    assert(index < CPR_VERDICT_COUNT);
    return values[index];
}
