/* SPDX-License-Identifier: MIT */
/*
 * kiosk_json: the report of one kiosk for programs. Exact, as the spreadsheet is; its
 * keys are described in coverage/README.md and never change, whatever the language.
 */
#ifndef COVERAGE_KIOSK_JSON_H
#define COVERAGE_KIOSK_JSON_H

#include "report/report.h"

report_render kiosk_json;

#endif
