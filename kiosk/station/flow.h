/* SPDX-License-Identifier: MIT */
/*
 * flow: how much of the blood that good pressing moves has flowed of late. It is what
 * brings colour back to a drawn face, slowly: a picture, no measurement, and no score.
 */
#ifndef KIOSK_STATION_FLOW_H
#define KIOSK_STATION_FLOW_H

#include "station/run.h"

/*
 * 0 to 1, by the share of good pushes among those that ten seconds have room for at 100 a
 * minute (AHA 2025, the lowest rate that is right). A push comes in within a second and
 * goes within two, so that nothing jumps. 0 before the first push, and where nobody knows
 * how deep they are.
 */
double flow_of(const struct run *run);

#endif
