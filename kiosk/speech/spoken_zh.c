/* SPDX-License-Identifier: MIT */
/* Chinese: numbers before measure words, years, telephones, 每 in front of a rate. */
#include <stdlib.h>
#include <string.h>

#include "speech/tongue.h"
#include "speech/units.h"
#include "speech/zh.h"

/* 2 is 两 in front of these. */
static const char *const measures[] = {
    "次",   "下",     "个",   "人",   "位",   "名",   "分", "秒",   "小时", "天", "岁",
    "米",   "厘米",   "毫米", "公里", "公斤", "千克", "克", "毫克", "斤",   "升", "毫升",
    "步",   "题",     "页",   "组",   "遍",   "口",   "只", "条",   "张",   "件", "家",
    "种",   "项",     "句",   "课",   "台",   "根",   "块", "片",   "杯",   "瓶", "年",
    "周",   "星期",   "倍",   "元",   "角",   "度",   "伏", "行",   "点",   "本", "场",
    "支",   "双",     "对",   "排",   "颗",   "滴",   "趟", "声",   "回",   "届", "代",
    "英寸", "尺",     "里",   "亩",   "辆",   "所",   "座", "套",   "篇",   "段", "部",
    "份",   "幅",     "门",   "节",   "间",   "户",   "例", "起",   "处",   "字", "万",
    "亿",   "千",     "百",   "轮",   "针",   "剂",   "副", "棵",   "头",   "把", "盏",
    "层",   "摄氏度", NULL,
};

/* ... but 二 in front of these, which begin like some of them or count in order. */
static const char *const orders[] = {
    "月",   "日", "号", "楼", "班", "级", "年级", "等", "世纪", "院",
    "单元", "室", "栋", "幢", "弄", "路", "线",   "师", "分之", NULL,
};

/* Measure words that are other words as well: "打120对不对", "打120行不行". */
static const char *const doubtful[] = {
    "对", "点", "里", "起", "处", "头", "把", "门", "行", "部",
    "回", "代", "所", "间", "角", "套", "副", "双", NULL,
};

/* Between the numbers of a list: "110、119 或 120". */
static const char *const between_list[] = {"、", "或者", "或", "和", "还是", NULL};

/* A number behind these counts in order, or is an amount whatever it looks like. */
static const char *const before_order[] = {"第", "初", NULL};
static const char *const before_amount[] = {
    "超过", "大约", "约",   "至少", "最多", "不足", "多于", "少于", "低于",
    "高于", "大于", "小于", "达到", "达",   "将近", "接近", "第",   "每",
    "共",   "满",   "乘",   "加",   "减",   "等于", "x",    "得",   NULL,
};
static const char *const behind_amount[] = {
    "多", "余", "几", "以上", "以下", "以内", "左右", "上下", "到",
    "至", "人", "者", "×",    "=",    "%",    "/",    "比",   NULL,
};

/* A sentence with one of these speaks of amounts, so that 110 in it is one. */
static const char *const amount_words[] = {
    "多少", "几",   "这么多", "每分钟", "一分钟", "速度", "频率", "心率",
    "深度", "平均", "得分",   "成绩",   "人数",   "合计", "一共", "总数",
    "次数", "数量", "节拍",   "目标",   "已按",   NULL,
};

/* Whoever calls, or is called. */
static const char *const before_telephone[] = {
    "打",     "拨",    "拨打",  "拨通",  "打通",   "呼叫",   "叫",     "喊",   "求助",
    "电话",   "热线",  "号码",  "致电",  "打给",   "联系",   "打了",   "拨了", "报警",
    "电话：", "电话:", "热线:", "号码:", "电话是", "号码是", "热线是", NULL,
};
static const char *const behind_telephone[] = {
    "调度", "的电话", "电话", "接通", "接线",   "急救", "救护", "热线", "平台",
    "报警", "来了",   "指挥", "中心", "打不通", "占线", "没接", "说",   NULL,
};

/* Doors have numbers that are read digit by digit, as telephones have. */
static const char *const before_room[] = {
    "房间", "房号", "房间号", "教室", "病房", "会议室", "办公室", "室号", NULL,
};
static const char *const behind_room[] = {
    "室",   "房",   "号房",   "号室",   "号教室", "号病房",
    "教室", "病房", "会议室", "办公室", NULL,
};

/* What a rate is counted by, behind a slash. */
static const struct {
    const char *word, *name;
} rates[] = {
    {"分钟", "分钟"}, {"分", "分钟"},  {"秒钟", "秒"}, {"秒", "秒"},
    {"小时", "小时"}, {"时", "小时"},  {"天", "天"},   {"日", "天"},
    {"周", "周"},     {"月", "月"},    {"年", "年"},   {"人", "人"},
    {"次", "次"},     {"min", "分钟"}, {"s", "秒"},    {"h", "小时"},
};

static bool starts_with_any(const char *text, const char *const *words)
{
    while (*words && !str_starts(text, *words)) {
        words++;
    }
    return *words;
}

static const char *past_spaces(const char *text)
{
    return text + strspn(text, " ");
}

/* Behind `word` and spaces; NULL when it does not stand there. */
static const char *past_word(const char *text, const char *word)
{
    return str_starts(text, word) ? past_spaces(text + strlen(word)) : NULL;
}

static const char *past_digits(const char *text)
{
    return past_spaces(text + strspn(text, "0123456789."));
}

/* What stands behind the end of "2 到 3" or "2、3 或 4" that begins with the item. */
static const char *past_list(const struct items *items, const struct item *item)
{
    const char *rest = item_rest(items, item);
    bool goes_on = true;
    while (goes_on) {
        goes_on = false;
        for (const char *const *word = between_list; *word && !goes_on; word++) {
            const char *next = past_word(rest, *word);
            if (next && *next >= '0' && *next <= '9') {
                rest = past_digits(next);
                goes_on = true;
            }
        }
    }
    return rest;
}

/* What stands behind the second number of "2 到 3" when the item is the first; NULL when
 * it is not. */
static const char *past_to(const struct items *items, const struct item *item)
{
    const char *rest = item_rest(items, item);
    const char *next = past_word(rest, "到");
    next = next ? next : past_word(rest, "至");
    return next && *next >= '0' && *next <= '9' ? past_digits(next) : NULL;
}

/* Whether the item is the second number of "100 到 120". */
static bool is_end_of_range(const struct items *items, const struct item *item)
{
    for (const struct item *at = item; at > items->items; at--) {
        if (at < item && is_numeric(at)) {
            return past_to(items, at) &&
                   !pause_at(items, (size_t)(at + 1 - items->items));
        }
        if (at < item && at->kind != ITEM_SPACE && at->kind != ITEM_HAN) {
            return false;
        }
    }
    return is_numeric(items->items) && past_to(items, items->items) &&
           (item_is_behind(items, item, "到") || item_is_behind(items, item, "至"));
}

/* Whether a 2 in front of what follows the item is 两. */
static bool counts(const struct items *items, const struct item *item)
{
    if (is_behind_any(items, item, before_order)) {
        return false;
    }
    if (item->unit) {
        return item->unit->sign[0] != '%';
    }
    const char *rest = past_to(items, item);
    rest = rest ? rest : item_rest(items, item);
    /* 年级 and 级 before 年. */
    return !starts_with_any(rest, orders) && starts_with_any(rest, measures);
}

static bool is_year(const struct items *items, const struct item *item, int i)
{
    const char *digits = item->numbers[i].whole;
    bool fits = strlen(digits) == 4 && !item->numbers[i].fraction[0] &&
                !item->numbers[i].grouped && !item->numbers[i].sign;
    if (!fits || item->unit || item->per) {
        return false;
    }
    int year = atoi(digits);
    if (item_is_before(items, item, "年")) {
        return year > 1000 && year < 2200 && !item_is_before(items, item, "年级");
    }
    /* Alone it is one in the centuries that anybody speaks of. */
    return year >= 1800 && year < 2100 &&
           !starts_with_any(past_list(items, item), measures) &&
           !is_before_any(items, item, behind_amount) &&
           !is_behind_any(items, item, before_amount) &&
           !is_sentence_with(items, item, amount_words);
}

static bool is_telephone(const struct items *items, const struct item *item)
{
    const char *digits = item->numbers[0].whole;
    size_t length = strlen(digits);
    if (!is_plain(item) || length < 3 || is_end_of_range(items, item) ||
        is_before_any(items, item, behind_amount) ||
        is_behind_any(items, item, before_amount)) {
        return false;
    }
    bool is_known = is_known_telephone(digits);
    bool is_called = is_behind_any(items, item, before_telephone) ||
                     is_before_any(items, item, behind_telephone);
    const char *rest = past_list(items, item);
    bool is_counted = starts_with_any(rest, measures);
    if (is_counted && !(is_known && is_called && starts_with_any(rest, doubtful))) {
        return false;
    }
    if (is_called) {
        return is_known || length >= 5 || is_named_number(digits);
    }
    return is_known && !is_sentence_with(items, item, amount_words);
}

static bool is_room(const struct items *items, const struct item *item)
{
    size_t length = strlen(item->numbers[0].whole);
    return is_plain(item) && length >= 3 && length <= 5 &&
           !is_behind_any(items, item, before_amount) &&
           (is_before_any(items, item, behind_room) ||
            (is_behind_any(items, item, before_room) &&
             !starts_with_any(item_rest(items, item), measures)));
}

static const char *rate_at(const char *text, size_t *length)
{
    for (size_t i = 0; i < sizeof rates / sizeof *rates; i++) {
        if (str_starts(text, rates[i].word)) {
            *length = strlen(rates[i].word);
            return rates[i].name;
        }
    }
    return NULL;
}

/* "次/分" behind a number: what is counted, and by what. Bytes behind the item; 0 when it
 * is not there. */
static size_t rate_behind(const struct items *items, const struct item *item,
                          struct str *counted, const char **by)
{
    const char *begin = items->text.text + item->end;
    const char *text = past_spaces(begin);
    for (const char *const *measure = measures; *measure; measure++) {
        size_t length = strlen(*measure);
        size_t rate = 0;
        if (!str_starts(text, *measure) || text[length] != '/') {
            continue;
        }
        *by = rate_at(text + length + 1, &rate);
        if (*by) {
            str_add(counted, "%s", *measure);
            return (size_t)(text - begin) + length + 1 + rate;
        }
    }
    return 0;
}

static void put_amount(struct saying *s, const struct item *item, bool is_two)
{
    const struct number *numbers = item->numbers;
    bool is_share = item->unit && (str_equal(item->unit->sign, "%") ||
                                   str_equal(item->unit->sign, "‰"));
    const char *share = is_share ? item->unit->zh : "";
    for (int i = 0; i < item->count; i++) {
        zh_put(s, i > 0 ? "到" : "");
        zh_put(s, share);
        if (is_year(s->items, item, i)) {
            zh_put_digits(s, numbers[i].whole, strlen(numbers[i].whole), false);
        } else {
            zh_put_number(s, &numbers[i], is_two);
        }
    }
    zh_put(s, item->unit && !share[0] ? item->unit->zh : "");
}

/* A number or a range. Returns the bytes behind the item that are said with it. */
static size_t say_amount(struct saying *s, const struct item *item)
{
    if (is_telephone(s->items, item) || is_room(s->items, item)) {
        zh_put_digits(s, item->numbers[0].whole, strlen(item->numbers[0].whole), true);
        return 0;
    }
    struct str counted = {0};
    const char *by = item->per ? item->per->zh : NULL;
    size_t taken = by ? 0 : rate_behind(s->items, item, &counted, &by);
    if (by) {
        zh_put(s, item_is_behind(s->items, item, "每") ? "" : "每");
        zh_put(s, by);
    }
    put_amount(s, item, counts(s->items, item));
    if (counted.text) {
        zh_put(s, counted.text);
    } else if (item->per && !item->unit) {
        zh_put(s, "次");
    }
    str_free(&counted);
    return taken;
}

static void say_numbers(struct saying *s, const struct item *item, const char *between)
{
    for (int i = 0; i < item->count; i++) {
        zh_put(s, i > 0 ? between : "");
        zh_put_number(s, &item->numbers[i], false);
    }
}

static size_t say_fraction(struct saying *s, const struct item *item)
{
    const struct number *numbers = item->numbers;
    if (atoi(numbers[0].whole) >= atoi(numbers[1].whole)) {
        say_numbers(s, item, "比"); /* blood pressure: 120/80 */
        return 0;
    }
    zh_put_number(s, &numbers[1], false);
    zh_put(s, "分之");
    zh_put_number(s, &numbers[0], false);
    return 0;
}

static size_t say_date(struct saying *s, const struct item *item)
{
    static const char *const names[] = {"年", "月", "日"};
    for (int i = 0; i < item->count; i++) {
        const char *digits = item->numbers[i].whole;
        if (i == 0) {
            zh_put_digits(s, digits, strlen(digits), false);
        } else {
            zh_put_number(s, &item->numbers[i], false);
        }
        zh_put(s, names[i]);
    }
    return 0;
}

static size_t say_time(struct saying *s, const struct item *item)
{
    static const char *const names[] = {"点", "分", "秒"};
    for (int i = 0; i < item->count; i++) {
        int value = atoi(item->numbers[i].whole);
        if (i == 1 && value == 0 && item->count == 2) {
            return 0; /* 十点 */
        }
        zh_put(s, i > 0 && value > 0 && value < 10 ? "零" : "");
        zh_put_number(s, &item->numbers[i], i == 0);
        zh_put(s, names[i]);
    }
    return 0;
}

/* 05 月 is 五月; other digits with a zero in front are said one by one. */
static size_t say_digits(struct saying *s, const struct item *item)
{
    static const char *const clocks[] = {"月", "日", "号", "时", "点", "分", "秒", NULL};
    const char *digits = s->items->text.text + item->begin;
    size_t length = item->end - item->begin;
    if (length == 2 && digits[0] == '0' && digits[1] != '0' &&
        is_before_any(s->items, item, clocks)) {
        zh_put_digits(s, digits + 1, 1, false);
        return 0;
    }
    bool has_dots = memchr(digits, '.', length);
    zh_put_digits(s, digits, length, !has_dots && length >= 7);
    return 0;
}

static const char *slash(const struct items *items, size_t index)
{
    const struct item *item = &items->items[index];
    size_t length = 0;
    if (is_path_slash_at(items, index)) {
        return "斜杠";
    }
    bool is_behind_word =
        index > 0 && (item[-1].kind == ITEM_HAN || is_numeric(&item[-1]) ||
                      item[-1].kind == ITEM_UNIT || item[-1].kind == ITEM_WORD);
    const char *rest = items->text.text + item->end;
    const char *rate = rate_at(rest, &length);
    if (rate || !is_behind_word) {
        return rate ? "每" : "";
    }
    return "或";
}

/* What a mark is called; "" for one that is silent. */
static const char *mark(const struct items *items, size_t index)
{
    const struct item *item = &items->items[index];
    bool is_before_number = index + 1 < items->count && is_numeric(&item[1]);
    if (is_quoted_dash_at(items, index)) {
        return "横线";
    }
    if (is_to_at(items, index)) {
        return "到";
    }
    if (is_decimal_dot_at(items, index)) {
        return "零点";
    }
    if (is_dot_said_at(items, index)) {
        return "点";
    }
    switch (item->code) {
    case '/': return slash(items, index);
    case '+':
        return *item_rest(items, item) > ' ' || item_rest(items, item)[0] & 0x80 ? "加"
                                                                                 : "以上";
    case '=': return "等于";
    case '<': return "小于";
    case '>': return "大于";
    case '~':
    case 0xFF5E: return is_before_number ? "约" : "";
    case '#': return "井号";
    case '&': return "和";
    case '@': return "艾特";
    case '%': return "百分号";
    case 0xB0: return "度";
    case 0xD7: return "乘";
    case 0xF7: return "除以";
    case 0x221A: return "根号";
    case 0x2248: return "约等于";
    case 0x2260: return "不等于";
    case 0x2264: return "小于等于";
    case 0x2265: return "大于等于";
    case 0x2212: return is_before_number ? "减" : "";
    default: return "";
    }
}

/* Rates without a number, "次/分": 次每分钟. Bytes behind the slash that are said. */
static size_t say_mark(struct saying *s, size_t index)
{
    const struct item *item = &s->items->items[index];
    const char *name = mark(s->items, index);
    size_t length = 0;
    zh_put(s, name);
    if (!str_equal(name, "每")) {
        return 0;
    }
    zh_put(s, rate_at(s->items->text.text + item->end, &length));
    return length;
}

/* Returns the bytes behind the item that are said with it. */
static size_t say_latin(struct saying *s, const struct item *item)
{
    const char *text = s->items->text.text + item->begin;
    size_t length = item->end - item->begin;
    if (str_starts(text, "No.") &&
        strspn(text + 3, " 0123456789") > strspn(text + 3, " ")) {
        zh_put(s, "第"); /* "No. 3" */
        return strlen(".");
    }
    if (item->kind == ITEM_WORD) {
        say_apart(s, text, length);
        return 0;
    }
    for (size_t i = 0; i < length; i++) {
        char letter =
            text[i] >= 'a' && text[i] <= 'z' ? (char)(text[i] - 'a' + 'A') : text[i];
        bool is_plural = i > 1 && i + 1 == length && text[i] == 's';
        if (letter >= 'A' && letter <= 'Z' && !is_plural) {
            say_apart(s, &letter, 1);
        }
    }
    return 0;
}

static size_t say_han(struct saying *s, const struct item *item)
{
    char han[5] = {0};
    memcpy(han, s->items->text.text + item->begin, item->end - item->begin);
    zh_put(s, item->code == 0x3007 ? "零" : han);
    return 0;
}

static size_t say_ratio(struct saying *s, const struct item *item)
{
    say_numbers(s, item, "比");
    return 0;
}

static size_t say_unit(struct saying *s, const struct item *item)
{
    zh_put(s, item->unit->zh);
    return 0;
}

const struct tongue zh_tongue = {
    .say = {[ITEM_WORD] = say_latin,
            [ITEM_LETTERS] = say_latin,
            [ITEM_HAN] = say_han,
            [ITEM_NUMBER] = say_amount,
            [ITEM_RANGE] = say_amount,
            [ITEM_RATIO] = say_ratio,
            [ITEM_FRACTION] = say_fraction,
            [ITEM_DATE] = say_date,
            [ITEM_TIME] = say_time,
            [ITEM_DIGITS] = say_digits,
            [ITEM_UNIT] = say_unit},
    .say_mark = say_mark,
};
