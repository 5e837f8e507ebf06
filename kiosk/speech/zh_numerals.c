/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "speech/tongue.h"
#include "speech/zh.h"

static const char *const digit_names[] = {"零", "一", "二", "三", "四",
                                          "五", "六", "七", "八", "九"};

void zh_put(struct saying *s, const char *words)
{
    struct str *out = s->out;
    if (!words[0]) {
        return;
    }
    bool is_behind_letter = out->length > s->start &&
                            (unsigned char)out->text[out->length - 1] < 0x80 &&
                            out->text[out->length - 1] != ' ';
    str_add(out, "%s%s", is_behind_letter ? " " : "", words);
}

/* Telephones have 幺 for 1. */
void zh_put_digits(struct saying *s, const char *digits, size_t length, bool calls)
{
    for (size_t i = 0; i < length; i++) {
        if (digits[i] >= '0' && digits[i] <= '9') {
            zh_put(s, calls && digits[i] == '1' ? "幺" : digit_names[digits[i] - '0']);
        } else if (digits[i] == '.') {
            zh_put(s, "点");
        } else {
            say_pause(s, PAUSE_COMMA);
        }
    }
}

/* What stands in front of a number within its numeral. */
enum lead { LEAD_FIRST, LEAD_NONE, LEAD_ZERO };

/* Below 10,000. In front of 百 and 千 a first 2 is 两, a first 10 has no 一. */
static void put_section(struct saying *s, int value, enum lead lead)
{
    static const char *const places[] = {"千", "百", "十", ""};
    bool is_first = lead == LEAD_FIRST;
    bool is_zero_due = lead == LEAD_ZERO;
    int left = value;
    for (int i = 0, place = 1000; i < 4; i++, place /= 10) {
        int digit = left / place;
        left %= place;
        if (digit == 0) {
            is_zero_due = is_zero_due || (!is_first && left > 0);
            continue;
        }
        if (is_zero_due) {
            zh_put(s, "零");
        }
        is_zero_due = false;
        bool is_bare_ten = is_first && place == 10 && digit == 1;
        if (!is_bare_ten) {
            zh_put(s, is_first && digit == 2 && place >= 100 ? "两" : digit_names[digit]);
        }
        zh_put(s, places[i]);
        is_first = false;
    }
}

static void put_whole(struct saying *s, long long value, enum lead lead)
{
    static const struct {
        long long one;
        const char *name;
    } steps[] = {{100000000, "亿"}, {10000, "万"}};

    for (size_t i = 0; i < 2; i++) {
        if (value < steps[i].one) {
            continue;
        }
        long long many = value / steps[i].one;
        if (many == 2 && lead == LEAD_FIRST) {
            zh_put(s, "两");
        } else {
            put_whole(s, many, lead);
        }
        zh_put(s, steps[i].name);
        long long rest = value % steps[i].one;
        if (rest > 0) {
            put_whole(s, rest, rest < steps[i].one / 10 ? LEAD_ZERO : LEAD_NONE);
        }
        return;
    }
    put_section(s, (int)value, lead);
}

void zh_put_number(struct saying *s, const struct number *number, bool counts)
{
    static const char *const signs[] = {"", "正", "负", "正负"};
    zh_put(s, signs[number->sign]);
    if (number->ordinal) {
        zh_put(s, "第");
    }
    long long value = atoll(number->whole);
    bool is_bare = !number->sign && !number->fraction[0] && !number->ordinal;
    if (value == 2 && counts && is_bare) {
        zh_put(s, "两");
    } else if (value == 0) {
        zh_put(s, "零");
    } else {
        put_whole(s, value, LEAD_FIRST);
    }
    if (number->fraction[0]) {
        zh_put(s, "点");
        zh_put_digits(s, number->fraction, strlen(number->fraction), false);
    }
}
