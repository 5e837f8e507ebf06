/* SPDX-License-Identifier: MIT */
#include "link/column.h"

#include <ctype.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "base/str.h"

enum { WORD_MAX = 24 };

struct word {
    const char *text; /* lower case; a '*' at its end: any word that begins so */
    enum column_role role;
    double mm, tick_us;
};

/*
 * As seen in public sketches. "inf" is a lung's inflation, not infrared, and "cpr" the
 * chest of the same manikin (MiniAnnePlus).
 */
static const struct word words[] = {
    {"depth*", COLUMN_DEPTH, 0, 0},
    {"compress*", COLUMN_DEPTH, 0, 0},
    {"travel", COLUMN_DEPTH, 0, 0},
    {"stroke", COLUMN_DEPTH, 0, 0},
    {"displ*", COLUMN_DEPTH, 0, 0},
    {"deflect*", COLUMN_DEPTH, 0, 0},
    {"chest", COLUMN_DEPTH, 0, 0},
    {"tiefe", COLUMN_DEPTH, 0, 0},
    {"cpr", COLUMN_DEPTH, 0, 0},
    {"dist*", COLUMN_DISTANCE, 0, 0},
    {"range", COLUMN_DISTANCE, 0, 0},
    {"tof", COLUMN_DISTANCE, 0, 0},
    {"sonar", COLUMN_DISTANCE, 0, 0},
    {"ultrasonic", COLUMN_DISTANCE, 0, 0},
    {"height", COLUMN_DISTANCE, 0, 0},
    {"mm", COLUMN_UNNAMED, 1, 0},
    {"millimet*", COLUMN_UNNAMED, 1, 0},
    {"cm", COLUMN_UNNAMED, 10, 0},
    {"centimet*", COLUMN_UNNAMED, 10, 0},
    {"um", COLUMN_UNNAMED, 1e-3, 0},
    {"m", COLUMN_UNNAMED, 1e3, 0},
    {"metre*", COLUMN_UNNAMED, 1e3, 0},
    {"meters", COLUMN_UNNAMED, 1e3, 0},
    {"in", COLUMN_UNNAMED, COLUMN_INCH_MM, 0},
    {"inch*", COLUMN_UNNAMED, COLUMN_INCH_MM, 0},
    {"milliv*", COLUMN_OTHER, 0, 0},
    {"millil*", COLUMN_OTHER, 0, 0},
    {"t", COLUMN_TIME, 0, 0},
    {"time*", COLUMN_TIME, 0, 0},
    {"stamp", COLUMN_TIME, 0, 0},
    {"clock*", COLUMN_TIME, 0, 0},
    {"zeit*", COLUMN_TIME, 0, 0},
    {"uhrzeit", COLUMN_TIME, 0, 0},
    {"uptime", COLUMN_TIME, 0, 0},
    {"tick*", COLUMN_TIME, 0, 0},
    {"ms", COLUMN_TIME, 0, 1e3},
    {"milli*", COLUMN_TIME, 0, 1e3},
    {"us", COLUMN_TIME, 0, 1},
    {"micro*", COLUMN_TIME, 0, 1},
    {"s", COLUMN_TIME, 0, 1e6},
    {"sec*", COLUMN_TIME, 0, 1e6},
    {"count*", COLUMN_COUNT, 0, 0},
    {"seq*", COLUMN_COUNT, 0, 0},
    {"num*", COLUMN_COUNT, 0, 0},
    {"sample*", COLUMN_COUNT, 0, 0},
    {"index", COLUMN_COUNT, 0, 0},
    {"idx", COLUMN_COUNT, 0, 0},
    {"id", COLUMN_COUNT, 0, 0},
    {"line*", COLUMN_COUNT, 0, 0},
    {"frame*", COLUMN_COUNT, 0, 0},
    {"packet*", COLUMN_COUNT, 0, 0},
    {"total", COLUMN_COUNT, 0, 0},
    {"force*", COLUMN_FORCE, 0, 0},
    {"fsr*", COLUMN_FORCE, 0, 0},
    {"load*", COLUMN_FORCE, 0, 0},
    {"weight", COLUMN_FORCE, 0, 0},
    {"kg", COLUMN_FORCE, 0, 0},
    {"n", COLUMN_FORCE, 0, 0},
    {"pressure", COLUMN_FORCE, 0, 0},
    {"kpa", COLUMN_FORCE, 0, 0},
    {"hpa", COLUMN_FORCE, 0, 0},
    {"pa", COLUMN_FORCE, 0, 0},
    {"psi", COLUMN_FORCE, 0, 0},
    {"gram*", COLUMN_FORCE, 0, 0},
    {"kgf", COLUMN_FORCE, 0, 0},
    {"newton*", COLUMN_FORCE, 0, 0},
    {"lb*", COLUMN_FORCE, 0, 0},
    {"strain*", COLUMN_FORCE, 0, 0},
    {"piezo*", COLUMN_FORCE, 0, 0},
    {"hx", COLUMN_FORCE, 0, 0},
    {"rate*", COLUMN_OTHER, 0, 0},
    {"freq*", COLUMN_OTHER, 0, 0},
    {"hz", COLUMN_OTHER, 0, 0},
    {"bpm", COLUMN_OTHER, 0, 0},
    {"cpm", COLUMN_OTHER, 0, 0},
    {"pulse", COLUMN_OTHER, 0, 0},
    {"air", COLUMN_OTHER, 0, 0},
    {"vent*", COLUMN_OTHER, 0, 0},
    {"flow", COLUMN_OTHER, 0, 0},
    {"vol*", COLUMN_OTHER, 0, 0},
    {"ml", COLUMN_OTHER, 0, 0},
    {"breath*", COLUMN_OTHER, 0, 0},
    {"lung*", COLUMN_OTHER, 0, 0},
    {"inf*", COLUMN_OTHER, 0, 0},
    {"acc*", COLUMN_OTHER, 0, 0},
    {"gyr*", COLUMN_OTHER, 0, 0},
    {"mag*", COLUMN_OTHER, 0, 0},
    {"motion*", COLUMN_OTHER, 0, 0},
    {"velocity", COLUMN_OTHER, 0, 0},
    {"speed", COLUMN_OTHER, 0, 0},
    {"volt*", COLUMN_OTHER, 0, 0},
    {"ax", COLUMN_OTHER, 0, 0},
    {"ay", COLUMN_OTHER, 0, 0},
    {"az", COLUMN_OTHER, 0, 0},
    {"gx", COLUMN_OTHER, 0, 0},
    {"gy", COLUMN_OTHER, 0, 0},
    {"gz", COLUMN_OTHER, 0, 0},
    {"x", COLUMN_OTHER, 0, 0},
    {"y", COLUMN_OTHER, 0, 0},
    {"z", COLUMN_OTHER, 0, 0},
    {"roll", COLUMN_OTHER, 0, 0},
    {"pitch", COLUMN_OTHER, 0, 0},
    {"yaw", COLUMN_OTHER, 0, 0},
    {"temp*", COLUMN_OTHER, 0, 0},
    {"batt*", COLUMN_OTHER, 0, 0},
    {"mv", COLUMN_OTHER, 0, 0},
    {"left", COLUMN_OTHER, 0, 0},
    {"right", COLUMN_OTHER, 0, 0},
    {"duration*", COLUMN_OTHER, 0, 0},
    {"accuracy", COLUMN_OTHER, 0, 0},
    {"score", COLUMN_OTHER, 0, 0},
    {"baseline", COLUMN_OTHER, 0, 0},
    {"target*", COLUMN_OTHER, 0, 0},
    {"led*", COLUMN_OTHER, 0, 0},
    {"mode", COLUMN_OTHER, 0, 0},
    {"state", COLUMN_OTHER, 0, 0},
    {"status", COLUMN_OTHER, 0, 0},
    {"debug*", COLUMN_OTHER, 0, 0},
    {"binary", COLUMN_OTHER, 0, 0},
};

/* Chinese does not part its words: these are looked for anywhere in a name. */
static const struct word parts[] = {
    {"深度", COLUMN_DEPTH, 0, 0},    {"下压", COLUMN_DEPTH, 0, 0},
    {"按压", COLUMN_DEPTH, 0, 0},    {"按壓", COLUMN_DEPTH, 0, 0},
    {"位移", COLUMN_DEPTH, 0, 0},    {"行程", COLUMN_DEPTH, 0, 0},
    {"距离", COLUMN_DISTANCE, 0, 0}, {"距離", COLUMN_DISTANCE, 0, 0},
    {"高度", COLUMN_DISTANCE, 0, 0}, {"测距", COLUMN_DISTANCE, 0, 0},
    {"毫米", COLUMN_UNNAMED, 1, 0},  {"厘米", COLUMN_UNNAMED, 10, 0},
    {"时间", COLUMN_TIME, 0, 0},     {"時間", COLUMN_TIME, 0, 0},
    {"时刻", COLUMN_TIME, 0, 0},     {"時刻", COLUMN_TIME, 0, 0},
    {"毫秒", COLUMN_TIME, 0, 1e3},   {"微秒", COLUMN_TIME, 0, 1},
    {"次数", COLUMN_COUNT, 0, 0},    {"次數", COLUMN_COUNT, 0, 0},
    {"计数", COLUMN_COUNT, 0, 0},    {"計數", COLUMN_COUNT, 0, 0},
    {"序号", COLUMN_COUNT, 0, 0},    {"序號", COLUMN_COUNT, 0, 0},
    {"编号", COLUMN_COUNT, 0, 0},    {"力", COLUMN_FORCE, 0, 0},
    {"重量", COLUMN_FORCE, 0, 0},    {"压强", COLUMN_FORCE, 0, 0},
    {"壓強", COLUMN_FORCE, 0, 0},    {"称重", COLUMN_FORCE, 0, 0},
    {"載重", COLUMN_FORCE, 0, 0},    {"载荷", COLUMN_FORCE, 0, 0},
    {"负载", COLUMN_FORCE, 0, 0},    {"负荷", COLUMN_FORCE, 0, 0},
    {"牛", COLUMN_FORCE, 0, 0},      {"公斤", COLUMN_FORCE, 0, 0},
    {"千克", COLUMN_FORCE, 0, 0},    {"千帕", COLUMN_FORCE, 0, 0},
    {"频率", COLUMN_OTHER, 0, 0},    {"頻率", COLUMN_OTHER, 0, 0},
    {"速", COLUMN_OTHER, 0, 0},      {"气", COLUMN_OTHER, 0, 0},
    {"氣", COLUMN_OTHER, 0, 0},      {"呼吸", COLUMN_OTHER, 0, 0},
    {"温度", COLUMN_OTHER, 0, 0},    {"湿度", COLUMN_OTHER, 0, 0},
    {"角度", COLUMN_OTHER, 0, 0},    {"电压", COLUMN_OTHER, 0, 0},
    {"电流", COLUMN_OTHER, 0, 0},    {"电池", COLUMN_OTHER, 0, 0},
    {"电量", COLUMN_OTHER, 0, 0},    {"状态", COLUMN_OTHER, 0, 0},
    {"模式", COLUMN_OTHER, 0, 0},    {"目标", COLUMN_OTHER, 0, 0},
    {"得分", COLUMN_OTHER, 0, 0},    {"评分", COLUMN_OTHER, 0, 0},
    {"次/分", COLUMN_OTHER, 0, 0},   {"回弹", COLUMN_OTHER, 0, 0},
};

/* Of two words the one further down decides: "compressionCount" is a count. */
static const enum column_role by_weight[] = {
    COLUMN_UNNAMED, COLUMN_DEPTH, COLUMN_DISTANCE, COLUMN_COUNT,
    COLUMN_TIME,    COLUMN_FORCE, COLUMN_OTHER,
};

static int weight(enum column_role role)
{
    int at = 0;
    while (by_weight[at] != role) {
        at++;
    }
    return at;
}

/* The next word of a name, in lower case: "forceRaw", "time_ms" and "Buf.1.Val" have two
 * each. False at the end. */
static bool next_word(const char **at, char word[WORD_MAX])
{
    size_t length = 0;
    while (**at && !isalpha((unsigned char)**at)) {
        (*at)++;
    }
    for (; isalpha((unsigned char)**at); (*at)++) {
        bool hump = length > 0 && isupper((unsigned char)**at) &&
                    islower((unsigned char)(*at)[-1]);
        if (hump || length == WORD_MAX - 1) {
            break;
        }
        word[length++] = (char)tolower((unsigned char)**at);
    }
    word[length] = '\0';
    return length > 0;
}

static const struct word *find_word(const char *text)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t length = strlen(words[i].text);
        bool stem = words[i].text[length - 1] == '*';
        if (stem ? strncmp(text, words[i].text, length - 1) == 0
                 : strcmp(text, words[i].text) == 0) {
            return &words[i];
        }
    }
    return NULL;
}

static void take_word(struct column_meaning *meaning, const struct word *word)
{
    if (weight(word->role) > weight(meaning->role)) {
        meaning->role = word->role;
    }
    meaning->mm = word->mm > 0 ? word->mm : meaning->mm;
    meaning->tick_us = word->tick_us > 0 ? word->tick_us : meaning->tick_us;
}

/* "Distance in mm" and "in front" are not inches: that word counts as the last one only.
 * "m" by itself is whatever a sketch calls so, as is "S", which is no second. */
static bool counts(const struct word *word, const char *name, bool is_last)
{
    bool is_alone = name[0] != '\0' && name[1] == '\0';
    if (str_equal(word->text, "in")) {
        return is_last;
    }
    if (str_equal(word->text, "m")) {
        return is_last && !is_alone;
    }
    return !(is_alone && isupper((unsigned char)*name) && word->role == COLUMN_TIME);
}

struct column_meaning column_meaning(const char *name)
{
    struct column_meaning meaning = {.role = COLUMN_UNNAMED};
    char text[WORD_MAX];
    const char *at = name;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (strstr(name, parts[i].text)) {
            take_word(&meaning, &parts[i]);
        }
    }
    while (next_word(&at, text)) {
        const struct word *word = find_word(text);
        const char *behind = at;
        char next[WORD_MAX];
        if (word && counts(word, name, !next_word(&behind, next))) {
            take_word(&meaning, word);
        }
    }
    return meaning;
}
