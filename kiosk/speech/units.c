/* SPDX-License-Identifier: MIT */
#include "speech/units.h"

#include <stdbool.h>
#include <string.h>

/* Signs that are words as well ("in", "A", "t") are not here. */
static const struct unit units[] = {
    {"mmHg", UNIT_BARE, "毫米汞柱", "millimetre of mercury", "millimetres of mercury"},
    {"mm²", UNIT_BARE, "平方毫米", "square millimetre", "square millimetres"},
    {"cm²", UNIT_BARE, "平方厘米", "square centimetre", "square centimetres"},
    {"cm³", UNIT_BARE, "立方厘米", "cubic centimetre", "cubic centimetres"},
    {"m²", UNIT_BARE, "平方米", "square metre", "square metres"},
    {"m³", UNIT_BARE, "立方米", "cubic metre", "cubic metres"},
    {"mm", UNIT_BARE, "毫米", "millimetre", "millimetres"},
    {"cm", UNIT_BARE, "厘米", "centimetre", "centimetres"},
    {"MM", UNIT_BEHIND, "毫米", "millimetre", "millimetres"},
    {"CM", UNIT_BEHIND, "厘米", "centimetre", "centimetres"},
    {"km", UNIT_BARE, "公里", "kilometre", "kilometres"},
    {"m", UNIT_BEHIND, "米", "metre", "metres"},
    {"kg", UNIT_BARE, "公斤", "kilogram", "kilograms"},
    {"KG", UNIT_BEHIND, "公斤", "kilogram", "kilograms"},
    {"mg", UNIT_BARE, "毫克", "milligram", "milligrams"},
    {"µg", UNIT_BARE, "微克", "microgram", "micrograms"},
    {"μg", UNIT_BARE, "微克", "microgram", "micrograms"},
    {"g", UNIT_BEHIND, "克", "gram", "grams"},
    {"ml", UNIT_BARE, "毫升", "millilitre", "millilitres"},
    {"mL", UNIT_BARE, "毫升", "millilitre", "millilitres"},
    {"ML", UNIT_BEHIND, "毫升", "millilitre", "millilitres"},
    {"dl", UNIT_BEHIND, "分升", "decilitre", "decilitres"},
    {"dL", UNIT_BEHIND, "分升", "decilitre", "decilitres"},
    {"l", UNIT_BEHIND, "升", "litre", "litres"},
    {"L", UNIT_BEHIND, "升", "litre", "litres"},
    {"mmol", UNIT_BARE, "毫摩尔", "millimole", "millimoles"},
    {"kcal", UNIT_BARE, "千卡", "kilocalorie", "kilocalories"},
    {"kJ", UNIT_BEHIND, "千焦", "kilojoule", "kilojoules"},
    {"J", UNIT_BEHIND, "焦耳", "joule", "joules"},
    {"µs", UNIT_BEHIND, "微秒", "microsecond", "microseconds"},
    {"μs", UNIT_BEHIND, "微秒", "microsecond", "microseconds"},
    {"ms", UNIT_BEHIND, "毫秒", "millisecond", "milliseconds"},
    {"s", UNIT_ALONE, "秒", "second", "seconds"},
    {"sec", UNIT_BEHIND, "秒", "second", "seconds"},
    {"min", UNIT_ALONE, "分钟", "minute", "minutes"},
    {"h", UNIT_BEHIND, "小时", "hour", "hours"},
    {"hr", UNIT_BEHIND, "小时", "hour", "hours"},
    {"Hz", UNIT_BARE, "赫兹", "hertz", "hertz"},
    {"kHz", UNIT_BARE, "千赫", "kilohertz", "kilohertz"},
    {"MHz", UNIT_BARE, "兆赫", "megahertz", "megahertz"},
    {"kPa", UNIT_BARE, "千帕", "kilopascal", "kilopascals"},
    {"mV", UNIT_BEHIND, "毫伏", "millivolt", "millivolts"},
    {"V", UNIT_BEHIND, "伏", "volt", "volts"},
    {"mA", UNIT_BEHIND, "毫安", "milliampere", "milliamperes"},
    {"mAh", UNIT_BEHIND, "毫安时", "milliampere hour", "milliampere hours"},
    {"kW", UNIT_BEHIND, "千瓦", "kilowatt", "kilowatts"},
    {"W", UNIT_BEHIND, "瓦", "watt", "watts"},
    {"dB", UNIT_BARE, "分贝", "decibel", "decibels"},
    {"KB", UNIT_BEHIND, "千字节", "kilobyte", "kilobytes"},
    {"kB", UNIT_BEHIND, "千字节", "kilobyte", "kilobytes"},
    {"MB", UNIT_BEHIND, "兆字节", "megabyte", "megabytes"},
    {"GB", UNIT_BEHIND, "千兆字节", "gigabyte", "gigabytes"},
    {"px", UNIT_BEHIND, "像素", "pixel", "pixels"},
    {"bpm", UNIT_BARE, "次每分钟", "beat per minute", "beats per minute"},
    {"cpm", UNIT_BARE, "次每分钟", "compression per minute", "compressions per minute"},
    {"°C", UNIT_BARE, "摄氏度", "degree Celsius", "degrees Celsius"},
    {"°F", UNIT_BARE, "华氏度", "degree Fahrenheit", "degrees Fahrenheit"},
    {"°", UNIT_BEHIND, "度", "degree", "degrees"},
    {"″", UNIT_BEHIND, "英寸", "inch", "inches"},
    {"′", UNIT_BEHIND, "分", "minute", "minutes"},
    {"%", UNIT_BEHIND, "百分之", "percent", "percent"},
    {"‰", UNIT_BEHIND, "千分之", "per thousand", "per thousand"},
    {"¥", UNIT_BEHIND, "元", "yuan", "yuan"},
    {"€", UNIT_BEHIND, "欧元", "euro", "euros"},
    {"$", UNIT_BEHIND, "美元", "dollar", "dollars"},
};

static bool is_letter_or_digit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

const struct unit *unit_at(const char *text, size_t *length)
{
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        size_t bytes = strlen(units[i].sign);
        bool is_word = is_letter_or_digit(units[i].sign[bytes - 1]);
        if (strncmp(text, units[i].sign, bytes) == 0 &&
            !(is_word && is_letter_or_digit(text[bytes]))) {
            /* "mm²" is a row of its own, before this one could take "mm". */
            *length = bytes;
            return &units[i];
        }
    }
    return NULL;
}
