/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "speech/spoken.h"
#include "support/tap.h"

struct row {
    const char *shown, *said;
};

static void compare(const char *locale, const struct row *rows, size_t count)
{
    int wrong = 0;
    for (size_t i = 0; i < count; i++) {
        struct str out = {0};
        spoken_words(locale, rows[i].shown, &out);
        const char *said = out.text ? out.text : "";
        if (!str_equal(said, rows[i].said)) {
            print_error("\"%s\": \"%s\", wanted \"%s\"\n", rows[i].shown, said,
                        rows[i].said);
            wrong++;
        }
        str_free(&out);
    }
    assert_int_equal(wrong, 0);
}

#define COMPARE(locale, rows) compare(locale, rows, sizeof(rows) / sizeof *(rows))

static void chinese_counts(void **state)
{
    (void)state;

    static const struct row rows[] = {
        {"", ""},
        {"0", "零"},
        {"10 次", "十次"},
        {"12 次", "十二次"},
        {"20 次", "二十次"},
        {"22 次", "二十二次"},
        {"101 次", "一百零一次"},
        {"110 次", "一百一十次"},
        {"119 人", "一百一十九人"},
        {"200 毫米", "两百毫米"},
        {"1000 次", "一千次"},
        {"1,000 次", "一千次"},
        {"1010 次", "一千零一十次"},
        {"2002 人次", "两千零二人次"},
        {"10000 人", "一万人"},
        {"12000 人", "一万二千人"},
        {"20000 人", "两万人"},
        {"100010 人", "十万零一十人"},
        {"230400", "二十三万零四百"},
        {"100000001 人", "一亿零一人"},
        {"3 万人", "三万人"},
        {"2 万人", "两万人"},
        {"1.5 万人", "一点五万人"},
        {"1.5 毫米", "一点五毫米"},
        {"2.5 秒", "二点五秒"},
        {"0.25 升", "零点二五升"},
        {"10.05", "十点零五"},
        {".5 mm", "零点五毫米"},
        {"-5 °C", "负五摄氏度"},
        {"±2 毫米", "正负二毫米"},
        {"2 次", "两次"},
        {"2次", "两次"},
        {"２次", "两次"},
        {"2 分钟", "两分钟"},
        {"2 个月", "两个月"},
        {"2 月", "二月"},
        {"2 年", "两年"},
        {"2 年级", "二年级"},
        {"2 楼", "二楼"},
        {"第 2 步", "第二步"},
        {"第 12 页", "第十二页"},
        {"第2个", "第二个"},
        {"2 mm", "两毫米"},
        {"5–6 厘米", "五到六厘米"},
        {"5-6 厘米", "五到六厘米"},
        {"5 – 6 cm", "五到六厘米"},
        {"5 cm–6 cm", "五到六厘米"},
        {"5厘米–6厘米", "五厘米到六厘米"},
        {"100~120 次", "一百到一百二十次"},
        {"100～120 次", "一百到一百二十次"},
        {"15—18 秒", "十五到十八秒"},
        {"2到3厘米", "两到三厘米"},
        {"2-3 次", "两到三次"},
        {"0–1", "零到一"},
        {"30:2", "三十比二"},
        {"30：2", "三十比二"},
        {"15:2", "十五比二"},
        {"95%", "百分之九十五"},
        {"95 %", "百分之九十五"},
        {"2%", "百分之二"},
        {"90%–95%", "百分之九十到百分之九十五"},
        {"2/3", "三分之二"},
        {"½", "二分之一"},
        {"100–120 次/分", "每分钟一百到一百二十次"},
        {"110 次／分钟", "每分钟一百一十次"},
        {"110/min", "每分钟一百一十次"},
        {"50 mm/s", "每秒五十毫米"},
        {"速度\n次/分", "速度，次每分钟"},
        {"和/或", "和或或"},
        {"6 kg 3 g 5 ml 4 L 7 m 8 km 9 h 3 min 2 s",
         "六公斤，三克，五毫升，四升，七米，八公里，九小时，三分钟，两秒"},
        {"37.5 ℃", "三十七点五摄氏度"},
        {"45°", "四十五度"},
        {"120 mmHg", "一百二十毫米汞柱"},
        {"3.7 V", "三点七伏"},
        {"¥50", "五十元"},
        {"60+", "六十以上"},
        {" 10  44 毫米", "十，四十四毫米"},
        {"≥5 厘米", "大于等于五厘米"},
        {"~50 次", "约五十次"},
        {"3×4=12", "三乘四等于十二"},
        {"190多个国家", "一百九十多个国家"},
        {"①打开 ②贴片", "一，打开二，贴片"},
        {"1. 归零", "一，归零"},
    };

    COMPARE("zh", rows);
}

static void chinese_names_years_and_telephones(void **state)
{
    (void)state;

    static const struct row rows[] = {
        {"2025 年", "二零二五年"},
        {"1859年6月24日", "一八五九年六月二十四日"},
        {"2020–2025年", "二零二零到二零二五年"},
        {"2000多年", "两千多年"},
        {"依据：AHA，2025", "依据，A H A，二零二五"},
        {"2026-11-28", "二零二六年十一月二十八日"},
        {"2026/1/2", "二零二六年一月二日"},
        {"05月08日", "五月八日"},
        {"10:23", "十点二十三分"},
        {"2:00", "两点"},
        {"8:05", "八点零五分"},
        {"打120", "打幺二零"},
        {"打 120，开免提", "打幺二零，开免提"},
        {"打１２０", "打幺二零"},
        {"拨打110或119", "拨打幺幺零或幺幺九"},
        {"120、110、119、122", "幺二零，幺幺零，幺幺九，幺二二"},
        {"12320 热线", "幺二三二零热线"},
        {"打12345", "打幺二三四五"},
        {"拨95598", "拨九五五九八"},
        {"远离10米，打95598", "远离十米，打九五五九八"},
        {"心梗救治日叫1120", "心梗救治日叫幺幺二零"},
        {"一共1120下", "一共一千一百二十下"},
        {"花园小区3幢502室", "花园小区三幢五零二室"},
        {"住在1120房", "住在幺幺二零房"},
        {"1203号房", "幺二零三号房"},
        {"教室301，着火了", "教室三零幺，着火了"},
        {"有300间房", "有三百间房"},
        {"12室", "十二室"},
        {"120", "幺二零"},
        {"打119，1973年", "打幺幺九，一九七三年"},
        {"等120来了再说", "等幺二零来了再说"},
        {"打120对不对？", "打幺二零对不对？"},
        {"按 120 次", "按一百二十次"},
        {"按100、110、120 次", "按一百，一百一十，一百二十次"},
        {"不要超过120下", "不要超过一百二十下"},
        {"100到120", "一百到一百二十"},
        {"每分钟多少下？120", "每分钟多少下？幺二零"},
        {"你一分钟按了：110", "你一分钟按了，一百一十"},
        {"110 下", "一百一十下"},
        {"打 95598", "打九五五九八"},
        {"13812345678", "幺三八幺二三四五六七八"},
        {"0573-84022222", "零五七三，八四零二二二二二"},
        {"版本 0.1.0", "版本零点一点零"},
        {"AED一到", "A E D 一到"},
        {"ＡＥＤ", "A E D"},
        {"做CPR", "做 C P R"},
        {"大字 A", "大字 A"},
        {"按压＋吹气", "按压加吹气"},
        {"亨利·杜南", "亨利杜南"},
        {"3 课 · 每课几分钟", "三课，每课几分钟"},
        {"· 信号没有收到", "信号没有收到"},
        {"写“–”，不扣分", "写横线，不扣分"},
        {"“你好！”他说。", "你好！他说。"},
        {"（成人）", "成人"},
        {"等等…", "等等"},
        {"一 → 二", "一，二"},
        {"好👍！", "好！"},
        {"周一–周五", "周一到周五"},
    };

    COMPARE("zh", rows);
}

static void english_counts(void **state)
{
    (void)state;

    static const struct row rows[] = {
        {"0", "zero"},
        {"13", "thirteen"},
        {"21 times", "twenty-one times"},
        {"101 times", "one hundred and one times"},
        {"1,000 pushes", "one thousand pushes"},
        {"1005 pushes", "one thousand and five pushes"},
        {"230400 baud", "two hundred and thirty thousand four hundred baud"},
        {"1.5 mm", "one point five millimetres"},
        {"1 mm", "one millimetre"},
        {"1.0 s", "one point zero seconds"},
        {"50 mm", "fifty millimetres"},
        {"a 50 mm block", "a fifty millimetre block"},
        {"5-6 cm", "five to six centimetres"},
        {"5 – 6 cm", "five to six centimetres"},
        {"100~120 a minute", "one hundred to one hundred and twenty a minute"},
        {"30:2", "thirty to two"},
        {"95 %", "ninety-five percent"},
        {"110/min", "one hundred and ten per minute"},
        {"Rate\n/min", "Rate, per minute"},
        {"50 mm/s", "fifty millimetres per second"},
        {"Depth\nmm", "Depth, millimetres"},
        {"s", "seconds"},
        {"-5 °C", "minus five degrees Celsius"},
        {"2/3", "two thirds"},
        {"1/2", "one half"},
        {"120/80", "one hundred and twenty over eighty"},
        {"the 27th", "the twenty-seventh"},
        {"1st 2nd 3rd 12th 20th", "first, second, third, twelfth, twentieth"},
        {"No. 3", "number three"},
        {"60+", "sixty or more"},
        {" 10  44 mm", "ten, forty-four millimetres"},
    };

    COMPARE("en", rows);
}

static void english_names_years_and_telephones(void **state)
{
    (void)state;

    static const struct row rows[] = {
        {"In 1859 it was", "In eighteen fifty-nine it was"},
        {"1904", "nineteen oh four"},
        {"1900", "nineteen hundred"},
        {"in 2000", "in two thousand"},
        {"2005", "two thousand and five"},
        {"ERC 2025", "E R C twenty twenty-five"},
        {"2020-2025", "twenty twenty to twenty twenty-five"},
        {"2000 visitors", "two thousand visitors"},
        {"more than 1900", "more than one thousand nine hundred"},
        {"On 24 June 1859", "On the twenty-fourth of June eighteen fifty-nine"},
        {"May 8", "May the eighth"},
        {"2026-11-28", "the twenty-eighth of November twenty twenty-six"},
        {"10:23", "ten twenty-three"},
        {"10:05", "ten oh five"},
        {"10:00", "ten o'clock"},
        {"Call 120.", "Call one two zero."},
        {"120 answers.", "one two zero answers."},
        {"call 120 or 119", "call one two zero or one one nine"},
        {"call 95598", "call nine five five nine eight"},
        {"ask 12345", "ask one two three four five"},
        {"the day written 1120", "the day written one one two zero"},
        {"1120 pushes", "one thousand one hundred and twenty pushes"},
        {"block 3, flat 502", "block three, flat five zero two"},
        {"room 1120", "room one one two zero"},
        {"Room 12", "Room twelve"},
        {"no more than 120", "no more than one hundred and twenty"},
        {"100 to 120", "one hundred to one hundred and twenty"},
        {"Press 120 times", "Press one hundred and twenty times"},
        {"an AED", "an A E D"},
        {"two AEDs", "two A E D's"},
        {"CPR (adults)", "C P R, adults"},
        {"Staff PIN", "Staff pin"},
        {"a sign-up", "a sign up"},
        {"e.g. the chest", "for example the chest"},
        {"模拟人 · simulated manikin", "simulated manikin"},
        {"Monday–Friday", "Monday to Friday"},
        {"and/or", "and or or"},
        {"Dunant’s", "Dunant's"},
    };

    COMPARE("en", rows);
}

static void other_languages_stay_as_they_are(void **state)
{
    (void)state;

    static const struct row rows[] = {{"30:2 ཨ", "30:2 ཨ"}, {"", ""}};

    COMPARE("bo", rows);
    COMPARE("enx", rows);
    static const struct row wider[] = {{"2 mm", "two millimetres"}};
    COMPARE("en-GB", wider);
}

/* What is added goes behind what is there, and takes no notice of it. */
static void words_are_added(void **state)
{
    (void)state;
    struct str out = {0};
    str_add(&out, "一，");
    spoken_words("zh", "，2 次，", &out);
    assert_string_equal(out.text, "一，两次");
    str_free(&out);
}

/* Bytes of every kind: what is said is sound UTF-8 without digit and sign. */
static void drawn_bytes_become_sound_words(void **state)
{
    (void)state;

    enum { TEXTS = 20000 };

    static const char *const pieces[] = {"120",
                                         "0",
                                         "2",
                                         ".",
                                         ",",
                                         ":",
                                         "/",
                                         "-",
                                         "–",
                                         "~",
                                         "%",
                                         "mm",
                                         "次",
                                         "年",
                                         "第",
                                         "打",
                                         "a",
                                         "AED",
                                         " ",
                                         "\n",
                                         "\xE4",
                                         "\xFF",
                                         "№",
                                         "½",
                                         "①",
                                         "+",
                                         "(",
                                         "“",
                                         "12345678901234567890",
                                         "’",
                                         "°",
                                         "\xF0\x9F\x91\x8D",
                                         "到",
                                         "June",
                                         "s",
                                         "é"};
    struct rng rng = rng_begin();
    for (int i = 0; i < TEXTS; i++) {
        char text[256] = "";
        for (int n = rng_int(&rng, 0, 11); n > 0; n--) {
            strcat(text, pieces[rng_u64(&rng) % (sizeof pieces / sizeof *pieces)]);
        }
        for (int english = 0; english < 2; english++) {
            struct str out = {0};
            spoken_words(english ? "en" : "zh", text, &out);
            const char *said = out.text ? out.text : "";
            if (!str_is_utf8(said, strlen(said)) ||
                strpbrk(said, "0123456789%/:~+()\n\"") || strstr(said, "°")) {
                fail_msg("\"%s\" becomes \"%s\"", text, said);
            }
            str_free(&out);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(chinese_counts),
        cmocka_unit_test(chinese_names_years_and_telephones),
        cmocka_unit_test(english_counts),
        cmocka_unit_test(english_names_years_and_telephones),
        cmocka_unit_test(other_languages_stay_as_they_are),
        cmocka_unit_test(words_are_added),
        cmocka_unit_test(drawn_bytes_become_sound_words),
    };
    return cmocka_run_group_tests_name("spoken", tests, NULL, NULL);
}
