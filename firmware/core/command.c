/* SPDX-License-Identifier: MIT */
/* What the host may ask for. */
#include "core/hal.h"
#include "core/manikin.h"

/* How far apart the readings of a chest held still may be: 0.5 mm at rest, 2 mm under a
 * person's hands, for a sensor of 80 mm full scale. */
enum {
    STILL_AT_REST = HAL_RAW_MAX / 160,
    STILL_IN_HANDS = HAL_RAW_MAX / 40,
};

static enum wire_error set_zero(struct manikin *manikin)
{
    uint16_t raw = 0;
    enum wire_error error = sample_mean(&manikin->recent, STILL_AT_REST, &raw);
    if (error == WIRE_OK) {
        calib_set_zero(&manikin->calib, raw);
    }
    return error;
}

static enum wire_error set_span(struct manikin *manikin, int32_t depth_tenth_mm)
{
    uint16_t raw = 0;
    enum wire_error error = sample_mean(&manikin->recent, STILL_IN_HANDS, &raw);
    if (error == WIRE_OK) {
        error = calib_set_span(&manikin->calib, raw, depth_tenth_mm);
    }
    return error;
}

static enum wire_error set_rate(struct manikin *manikin, int32_t hz)
{
    if (hz < WIRE_HZ_MIN || hz > WIRE_HZ_MAX) {
        return WIRE_ERROR_RANGE;
    }
    manikin->hz = (uint16_t)hz;
    hal_set_hz(manikin->hz);
    return WIRE_OK;
}

static enum wire_error test_self(struct manikin *manikin)
{
    manikin->faults_due = UINT8_MAX;
    uint16_t raw = 0;
    if (manikin->recent.count == 0 ||
        sample_mean(&manikin->recent, UINT16_MAX, &raw) == WIRE_ERROR_SENSOR) {
        return WIRE_ERROR_SENSOR;
    }
    return manikin->calib.is_set ? WIRE_OK : WIRE_ERROR_UNCALIBRATED;
}

/* A byte a step: the cable and the sampling go on while the store is slow. */
void manikin_continue_saving(struct manikin *manikin)
{
    uint8_t record[CALIB_RECORD_SIZE];
    calib_pack(&manikin->calib, record);
    if (manikin->save_at < CALIB_RECORD_SIZE) {
        if (hal_store_write((uint16_t)(CALIB_RECORD_AT + manikin->save_at),
                            record[manikin->save_at])) {
            manikin->save_at++;
        }
        return;
    }
    enum wire_error error = WIRE_OK;
    for (size_t i = 0; i < CALIB_RECORD_SIZE; i++) {
        if (hal_store_read((uint16_t)(CALIB_RECORD_AT + i)) != record[i]) {
            error = WIRE_ERROR_STORAGE;
        }
    }
    manikin->saving = false;
    manikin_answer(manikin, 'W', error);
}

static void start_saving(struct manikin *manikin)
{
    if (!manikin->calib.is_set) {
        manikin_answer(manikin, 'W', WIRE_ERROR_UNCALIBRATED);
        return;
    }
    manikin->saving = true;
    manikin->save_at = 0;
}

void manikin_run_command(struct manikin *manikin, const struct wire_command *command)
{
    enum wire_error error = WIRE_OK;
    switch (command->command) {
    case '?': manikin->identity_due = true; break;
    case 'Z': error = set_zero(manikin); break;
    case 'K': error = set_span(manikin, command->argument); break;
    case 'R': error = set_rate(manikin, command->argument); break;
    case 'T': error = test_self(manikin); break;
    default: start_saving(manikin); return; /* W; answered when it is done */
    }
    manikin_answer(manikin, command->command, error);
}
