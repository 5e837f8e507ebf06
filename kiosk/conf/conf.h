/* SPDX-License-Identifier: MIT */
/*
 * conf: Lua data files -> structs.
 *
 * A data file is a Lua text chunk that returns one table. It runs without any library,
 * within 8 MiB and a million instructions. Every mistake is one sentence: file, key,
 * what stands there, what should. An unknown key is a mistake too.
 */
#ifndef KIOSK_CONF_CONF_H
#define KIOSK_CONF_CONF_H

#include <stdbool.h>
#include <stddef.h>

#include "conf/opening.h"
#include "cpr/cpr.h"
#include "cpr/percentile.h"

enum {
    CONF_PATH_MAX = 512,
    CONF_MANIKINS_MAX = 16,
    CONF_GUIDELINES_MAX = 32,
    CONF_LANGUAGES_MAX = 8,
    CONF_TOPICS_MAX = 12,
    CONF_LANG_MAX = 16,
    CONF_VOICES_MAX = 4,
    CONF_HOURS_MAX = 24,
    CONF_KEYS_MAX = 16,
    CONF_CLOSED_MAX = 64,
    CONF_RESULT_PAGE_MAX = 120, /* with its NUL; a result has to stand behind it */
};

/* What is heard in some hours of the day: from 20 to 8 goes past midnight. */
struct conf_hours {
    int from, to; /* local hours, `to` left out */
    int volume;   /* 0 silent, 1 to 5 */
    bool speech;  /* screens are read from the first touch; else when asked for */
    bool music;   /* a tune goes with the beat */
};

/* What staff set on their page for the hall. */
struct conf_hall {
    int challenge;  /* points to be reached, beside the pass mark; 0: none is shown */
    char rival[64]; /* name of another hall, that of kiosk.lua's `rival`; "" is none */
    int rival_best; /* its best, in points; 0: not shown */
    bool event;     /* runs of 30 s, the next visitor at once */
    int closes;     /* the hour 1 to 23 that empties the board; 0: midnight alone */
};

/* Days on which the hall is closed on purpose, both ends too; as 20260216. */
struct conf_days {
    int from, to;
};

/* Who may sign lessons for this kiosk. What a key is, pack/pack.h checks. */
struct conf_key {
    char name[64];
    char key[128]; /* the line of a .pub file */
};

/* What --config FILE may set; conf_settings_default() has the values without one. */
struct conf_settings {
    char data[CONF_PATH_MAX]; /* folder of counts and PIN; "" = the user's own */
    char pin[8]; /* "new": staff may choose a PIN where there is none; "": they may not */
    char lang[CONF_LANG_MAX];     /* code of a language, such as "zh-CN" */
    char guideline[CPR_NAME_MAX]; /* "aha-2025/adult" */
    /* Each "auto", "sim", "sim:SPEC", a device or "replay:FILE"; at least one. */
    char manikins[CONF_MANIKINS_MAX][CONF_PATH_MAX];
    int manikin_count;
    char place[64];      /* name of the hall, in the names of exported files */
    char county[64];     /* whose hall it is, on reports; "": not said */
    struct opening open; /* hours of the hall; empty: open each day, hours not known */
    struct conf_days closed[CONF_CLOSED_MAX]; /* in the file's order; they may overlap */
    size_t closed_count;
    /* A page of the county's that shows a result; what is of the result stands behind
     * its "#", which no server gets. "": there is none. */
    char result_page[CONF_RESULT_PAGE_MAX];
    char set[32];         /* of scripts/sets.lua, which comes first on home; "": none */
    bool set_chosen;      /* by the settings: it has to be one of them */
    char audience[24];    /* whose lessons come first in a list, "school" */
    double diagonal_inch; /* of the screen */
    double distance_mm;   /* from the visitor's eyes */
    int idle_s;           /* quiet time before the countdown */
    int countdown_s;
    int test_s;                              /* length of a test */
    int volume;                              /* at a session's begin: 0 silent, 1 to 5 */
    struct conf_hours hours[CONF_HOURS_MAX]; /* no two hold the same hour */
    size_t hours_count;
    struct conf_hall hall;
    struct conf_key trusted_keys[CONF_KEYS_MAX];
    size_t trusted_count;
};

/* Whether staff may choose a PIN now, if there is none. */
bool conf_pin_is_new(const struct conf_settings *settings);

/* Whether a manikin is named as above. */
bool conf_manikin_fits(const char *name);

/* Whether it is several names with commas between: "/dev/ttyUSB0,/dev/ttyUSB1". */
bool conf_manikin_is_list(const char *name);

/* Of the hour 0..23: its row, or the whole day's volume, with speech, without music. */
struct conf_hours conf_hours_at(const struct conf_settings *settings, int hour);

/* The whole day's alone, whatever the rows say. */
struct conf_hours conf_hours_usual(const struct conf_settings *settings);

/* From now on the hour 0..23 sounds as `as` says, whose `from` and `to` do not matter;
 * the rows are made anew, as few as tell it. */
void conf_hours_set(struct conf_settings *settings, int hour,
                    const struct conf_hours *as);

/* What staff have set on their own page: `return { hours = { ... } }`, with which all
 * rows of the settings are replaced. False (err_text()): `settings` is unchanged, or the
 * file is as it was. */
bool conf_hours_load(struct conf_settings *settings, const char *path);
bool conf_hours_save(const struct conf_settings *settings, const char *path);

/* The same for the hall: `return { challenge = 85, ... }`. What the file does not name
 * stays. */
bool conf_hall_load(struct conf_hall *hall, const char *path);
bool conf_hall_save(const struct conf_hall *hall, const char *path);

/* Both, from hours.lua and hall.lua of the data folder, where they are there. False
 * (err_text()): one of them cannot be read; what the other says holds. */
bool conf_kept_load(struct conf_settings *settings, const char *folder);

void conf_settings_default(struct conf_settings *settings);

/* The keys of the settings, in the order of manuals; NULL behind the last one. */
const char *conf_settings_key(size_t index);

/* Overwrites only what the file names. On false (err_text()) `settings` is unchanged. */
bool conf_settings_load(struct conf_settings *settings, const char *path);

enum conf_settings_read {
    CONF_SETTINGS_WHOLE,
    CONF_SETTINGS_PART,    /* some keys are left out */
    CONF_SETTINGS_NO_DATA, /* `data` is wrong, or a letter of its name: nobody knows where
                            * the counts are to go */
    CONF_SETTINGS_UNREAD,  /* none of it can be read */
};

/* The same, but a key that is wrong keeps no other out: `skip` is told of each such one
 * while err_text() says what is wrong, and it stays as it was. After NO_DATA and UNREAD
 * err_text() says why. */
enum conf_settings_read conf_settings_read(struct conf_settings *settings,
                                           const char *path, void (*skip)(void *context),
                                           void *context);

/* All profiles of all files of a folder, e.g. "aha-2025/adult". */
struct conf_guidelines {
    size_t count;
    struct cpr_guideline items[CONF_GUIDELINES_MAX];
};

/* False (err_text()) at the first file that is wrong. */
bool conf_guidelines_load(struct conf_guidelines *guidelines, const char *folder);

/* The same for one file that is in memory; its profiles are added to those there. */
bool conf_guidelines_add(struct conf_guidelines *guidelines, const char *file,
                         const char *bytes, size_t length);

/* By full name, or by profile alone ("adult") of the first file in name order. NULL when
 * there is none; err_text() then lists the names there are. */
const struct cpr_guideline *conf_guideline(const struct conf_guidelines *guidelines,
                                           const char *name);

/* The beginners that a score is compared with: scripts/references/beginners.lua. False
 * (err_text()) when the file is wrong; `beginners` is then unchanged. */
bool conf_beginners_load(struct cpr_beginners *beginners, const char *path);

/* A voice that people record: a folder of assets/voice/. */
struct conf_voice {
    char code[32]; /* "zh-CN@jiashan"; the code of a language is its own voice */
    char name[32]; /* its own name, "嘉善话" */
};

/* The languages of the kiosk, in the order in which the visitor goes through them. */
struct conf_language {
    char code[CONF_LANG_MAX];   /* "zh-CN": the name of its text files */
    char name[32];              /* its own name, "中文" */
    char locale[CONF_LANG_MAX]; /* whose rules break its lines, "zh" */
    char engine[32]; /* the speech engine's voice, "en-gb"; "" when it has none */
    /* Its own voice first; none where there is nothing to choose. */
    size_t voice_count;
    struct conf_voice voices[CONF_VOICES_MAX];
};

struct conf_languages {
    size_t count;
    struct conf_language items[CONF_LANGUAGES_MAX];
};

/* scripts/languages.lua. False (err_text()) when the file is wrong or holds none. */
bool conf_languages_load(struct conf_languages *languages, const char *path);

/* The same for a file that is in memory; so for topics and texts. */
bool conf_languages_parse(struct conf_languages *languages, const char *file,
                          const char *bytes, size_t length);

/* Index of a code; -1 when there is no such language. */
int conf_language_at(const struct conf_languages *languages, const char *code);

/* All codes for a sentence: "zh-CN" or "en". */
void conf_language_codes(const struct conf_languages *languages, char *out, size_t size);

/* What there is to learn, in the order of home's pictures. */
struct conf_topic {
    char id[32];    /* as in a lesson's table */
    char title[32]; /* keys of interface texts */
    char words[32];
    char icon[16]; /* names that the home screen knows */
    char colour[16];
    char scene[32]; /* name of a picture; "": the icon stands for it */
    bool calls_120; /* its lessons say at their end when to call 120 */
};

struct conf_topics {
    size_t count;
    struct conf_topic items[CONF_TOPICS_MAX];
};

/* scripts/topics.lua, as conf_languages_load(). */
bool conf_topics_load(struct conf_topics *topics, const char *path);
bool conf_topics_parse(struct conf_topics *topics, const char *file, const char *bytes,
                       size_t length);
int conf_topic_at(const struct conf_topics *topics, const char *id);
void conf_topic_ids(const struct conf_topics *topics, char *out, size_t size);

/* Interface or lesson texts of one language: key -> text. */
struct conf_texts;
struct paths;

/* NULL (err_text()) when the file is wrong. */
struct conf_texts *conf_texts_load(const char *path);
struct conf_texts *conf_texts_parse(const char *file, const char *bytes, size_t length);
void conf_texts_free(struct conf_texts *texts);

/* What `texts` lacks, and what is behind it already, is looked for in `behind`, which it
 * owns from now on. */
void conf_texts_put_behind(struct conf_texts *texts, struct conf_texts *behind);

/* Borrowed until conf_texts_free(); NULL when the key is not there. */
const char *conf_text(const struct conf_texts *texts, const char *key);

/* The same for what is shown: the key itself when it is not there, which a test of the
 * texts prevents. */
const char *conf_tr(const struct conf_texts *texts, const char *key);

/* conf_tr() with {name} replaced: pairs are name, value, ..., NULL. From the first name
 * without a value on, the text stays as it is. What does not fit is cut between two
 * characters. Allocates nothing. Returns `out`.
 *
 * Where the language has them, the text of KEY_one is taken when the first value is "1"
 * ("1 push"), that of KEY_all when `n` equals `of` ("every push"). */
const char *conf_fill(const struct conf_texts *texts, char *out, size_t size,
                      const char *key, const char *const *pairs);

/* How the source tags of lessons are shown in a language: scripts/sources/<code>.lua,
 * the tag as its key. False (err_text()): the file is wrong. `out` is NULL when it is
 * wrong or not there; else the caller frees it. */
bool conf_sources_load(struct conf_texts **out, const struct paths *paths,
                       const char *code);

/* The words of a tag, or the tag itself. `texts` may be NULL. */
const char *conf_source(const struct conf_texts *texts, const char *tag);

/* How words of a language are read aloud: scripts/speech/<code>.lua. What a reading is,
 * pinyin or English letters, is not conf's: speech/lexicon.h checks it. */
struct conf_readings;

struct conf_reading {
    const char *word, *said; /* both not empty */
};

/* NULL (err_text()) when the file is wrong. */
struct conf_readings *conf_readings_load(const char *path);

/* NULL is fine. */
void conf_readings_free(struct conf_readings *readings);

const char *conf_readings_file(const struct conf_readings *readings);

/* The characters that a word must decide; "" when the file names none. */
const char *conf_readings_several(const struct conf_readings *readings);

/* Row by row, in byte order of the words: ["重复"] = "chong2 fu4". False past the end. */
bool conf_readings_word(const struct conf_readings *readings, size_t index,
                        struct conf_reading *reading);

/* The same for what is read alike, in byte order of the readings: `word` is the reading,
 * `said` all characters that have it. */
bool conf_readings_characters(const struct conf_readings *readings, size_t index,
                              struct conf_reading *reading);

/* Keys in order, for checks, without those behind: NULL past the end. */
const char *conf_text_key(const struct conf_texts *texts, size_t index);

/* Words that a line keeps whole: scripts/words.lua. */
struct conf_words;

/* NULL (err_text()) when the file is wrong. */
struct conf_words *conf_words_load(const char *path);
void conf_words_free(struct conf_words *words); /* NULL is fine */

/* Borrowed until conf_words_free(), in the file's order. */
const char *const *conf_words(const struct conf_words *words, size_t *count);

#endif
