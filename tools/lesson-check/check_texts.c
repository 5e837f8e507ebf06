/* SPDX-License-Identifier: MIT */
/* The texts of one language: all there, not blank, in their language, to be drawn and
 * read. */
#include <string.h>

#include "base/err.h"
#include "base/str.h"
#include "checking.h"
#include "lesson/audience.h"
#include "lesson/source.h"
#include "reading.h"
#include "speech/lexicon.h"
#include "speech/ruby.h"

void check_mark_used(struct check *check, const char *key)
{
    const char *at = NULL;
    for (size_t i = 0; (at = conf_text_key(check->texts, i)); i++) {
        if (str_equal(at, key)) {
            check->used[i] = true;
        }
    }
}

static void check_shelf_texts(struct check *check)
{
    static const struct {
        const char *key;
        enum finding_kind missing;
    } needed[] = {{"title", FINDING_no_title}, {"summary", FINDING_no_summary}};

    const char *texts[] = {"", ""};

    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++) {
        const char *text = conf_text(check->texts, needed[i].key);
        if (!text) {
            findings_add(check->findings, needed[i].missing, check->text_file, 1, NULL);
            continue;
        }
        check_mark_used(check, needed[i].key);
        texts[i] = text;
    }
    room_check_shelf(check->data->room, texts[0], texts[1], str_starts(check->lang, "zh"),
                     check_tell_need, check);
}

void check_unused(struct check *check)
{
    const char *key = NULL;
    for (size_t i = 0; (key = conf_text_key(check->texts, i)); i++) {
        /* text.tr("key") uses a text as well, which no card tells. */
        bool named = source_line_of_text(check->source, key) > 0;
        if (!check->used[i] && !named) {
            findings_add(check->findings, FINDING_unused, check->text_file,
                         source_line_of_key(check->text_source, key), "key", key, NULL);
        }
    }
}

/* Every text is drawn with the kiosk's one font. */
static void check_letters(struct check *check)
{
    const char *key = NULL;
    for (size_t i = 0; (key = conf_text_key(check->texts, i)); i++) {
        uint32_t code = room_first_box(check->data->room, conf_text(check->texts, key));
        if (code) {
            char hex[NUMBER_BYTES];
            str_format(hex, sizeof hex, "%04X", (unsigned)code);
            findings_add(check->findings, FINDING_no_letter, check->text_file,
                         source_line_of_key(check->text_source, key), "key", key, "code",
                         hex, NULL);
        }
    }
}

/* A voice reads every text aloud. */
static void check_readings(struct check *check)
{
    const struct conf_languages *languages = &check->data->languages;
    int at = conf_language_at(languages, check->lang);
    const char *locale = check_locale(check);
    struct lexicon *own = NULL;
    const struct lexicon *lexicon = at < 0 ? NULL : check->data->lexicons[at];
    if (!lexicon) {
        own = lexicon_load(&check->data->paths, check->lang, locale);
        lexicon = own;
    }
    if (!lexicon) {
        findings_add_error(check->findings, check->text_file);
        return;
    }
    const char *key = NULL;
    for (size_t i = 0; (key = conf_text_key(check->texts, i)); i++) {
        int line = source_line_of_key(check->text_source, key);
        if (findings_has_error(check->findings, check->text_file, line)) {
            continue; /* it will be written anew */
        }
        reading_check(check->findings, lexicon, locale, check->lang, check->text_file,
                      source_line_of_key(check->text_source, key), key,
                      conf_text(check->texts, key));
    }
    lexicon_destroy(own);
}

/* Who still learns to read finds pinyin above what is not taught yet; it cannot stand
 * there where it would be a guess. */
static void check_ruby(struct check *check)
{
    int language = conf_language_at(&check->data->languages, check->lang);
    const struct ruby *ruby = language < 0 ? NULL : check->data->rubies[language];
    const char *key = NULL;
    if (!ruby || !audience_learns(&check->info)) {
        return;
    }
    for (size_t i = 0; (key = conf_text_key(check->texts, i)); i++) {
        const char *words = conf_text(check->texts, key);
        for (const char *at = words; *at;) {
            char pinyin[RUBY_BYTES];
            char word[8];
            const char *next = at;
            str_next_utf8(&next);
            str_format(word, sizeof word, "%.*s", (int)(next - at), at);
            if (ruby_at(ruby, words, at, pinyin) == RUBY_GUESS) {
                findings_add(check->findings, FINDING_no_pinyin, check->text_file,
                             source_line_of_key(check->text_source, key), "key", key,
                             "word", word, "lang", check->lang, NULL);
            }
            at = next;
        }
    }
}

/* What is only spaces shows an empty card. */
static void check_blank(struct check *check)
{
    const char *key = NULL;
    for (size_t i = 0; (key = conf_text_key(check->texts, i)); i++) {
        const char *at = conf_text(check->texts, key);
        uint32_t code = 0;
        while ((code = str_next_utf8(&at)) && (code <= ' ' || code == 0x3000)) {
        }
        if (code == 0) {
            findings_add(check->findings, FINDING_blank_text, check->text_file,
                         source_line_of_key(check->text_source, key), "key", key, NULL);
        }
    }
}

/* How many letters of each script a text has. */
struct letters {
    int chinese, latin;
    int words; /* of latin letters */
};

static struct letters letters_of(const char *text)
{
    struct letters letters = {0};
    bool word = false;
    for (uint32_t code = 0; (code = str_next_utf8(&text));) {
        bool latin = (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
        letters.chinese += code >= 0x4E00 && code <= 0x9FFF;
        letters.latin += latin;
        letters.words += latin && !word;
        word = latin || (word && code == '\'');
    }
    return letters;
}

/* The other language's words were copied and have not been translated yet. A name such
 * as AED, or one Chinese word in an English sentence, is none of that. */
static void check_translated(struct check *check)
{
    bool chinese = str_starts(check->lang, "zh");
    bool english = str_starts(check->lang, "en");
    const char *key = NULL;
    for (size_t i = 0; (key = conf_text_key(check->texts, i)); i++) {
        struct letters letters = letters_of(conf_text(check->texts, key));
        int line = source_line_of_key(check->text_source, key);
        if (english && letters.chinese > 0 && letters.chinese * 2 > letters.latin) {
            findings_add(check->findings, FINDING_still_chinese, check->text_file, line,
                         "key", key, NULL);
        } else if (chinese && letters.chinese == 0 && letters.words > 2) {
            findings_add(check->findings, FINDING_still_english, check->text_file, line,
                         "key", key, NULL);
        }
    }
}

void check_texts(struct check *check)
{
    check_shelf_texts(check);
    check_blank(check);
    check_translated(check);
    check_readings(check);
    check_letters(check);
    check_ruby(check);
}
