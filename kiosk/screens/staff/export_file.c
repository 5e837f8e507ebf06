/* SPDX-License-Identifier: MIT */
#include "screens/staff/export_file.h"

#include <string.h>

#include "base/calendar.h"
#include "base/err.h"
#include "base/file.h"
#include "conf/open_min.h"
#include "lkx/lkx.h"
#include "report/words.h"
#include "screens/kiosk.h"
#include "sign/sign.h"

/* Since when kiosks count: calendar_is_set(). */
enum { SET_DAY = 20260101, LAST_DAY = 99991231 };

struct export_choice export_all(void)
{
    return (struct export_choice){
        .format = REPORT_csv, .from_day = 0, .to_day = LAST_DAY};
}

/* ---- words ------------------------------------------------------------------------- */

static const char *text_of(const void *context, const char *key)
{
    return kiosk_tr(context, key);
}

static const char *name_of(const void *context, enum report_name what, const char *id)
{
    const struct kiosk *k = context;
    const struct conf_texts *texts = k->texts[k->lang];
    if (what == REPORT_LESSON) {
        const struct catalog_item *item = catalog_find(k->catalog, id);
        return item ? item->title : NULL;
    }
    if (what == REPORT_TOPIC) {
        int at = conf_topic_at(&k->catalog->topics, id);
        return at < 0 ? NULL : conf_tr(texts, k->catalog->topics.items[at].title);
    }
    return conf_text(texts, id);
}

struct month_facts export_facts(const struct kiosk *k)
{
    struct count_moment now = kiosk_moment(k);
    return (struct month_facts){.hall = k->settings.place,
                                .county = k->settings.county,
                                .kiosk = k->store ? store_kiosk(k->store) : "",
                                .today = calendar_is_set(now.day) ? now.day : 0,
                                .now_hour = now.hour,
                                .context = &k->settings,
                                .open_min = conf_open_min};
}

/* A clock that nobody has set wakes in 1970: what it counted does not begin the months,
 * unless it is such a day today, too. */
int export_first_day(const struct kiosk *k)
{
    int from = calendar_is_set(kiosk_moment(k).day) ? SET_DAY : 0;
    int first = k->store ? store_first_day(k->store, from) : 0;
    return first > 0 ? first : 0;
}

/* ---- the file ---------------------------------------------------------------------- */

void export_key_path(const struct kiosk *k, char *out, size_t size)
{
    str_format(out, size, "%s/kiosk.key", k->data_folder ? k->data_folder : "");
}

static bool read_key(const struct kiosk *k, unsigned char secret[SIGN_SECRET_BYTES])
{
    char path[CONF_PATH_MAX];
    export_key_path(k, path, sizeof path);
    return sign_pair_read(secret, path);
}

bool export_has_key(const struct kiosk *k)
{
    unsigned char secret[SIGN_SECRET_BYTES];
    bool read = k->data_folder && read_key(k, secret);
    if (read) {
        sign_wipe(secret, sizeof secret);
    }
    err_clear();
    return read;
}

/* Days to come are not told as days without counts. */
static bool render_for_county(const struct kiosk *k, const struct export_choice *choice,
                              const struct count_source *counts, struct str *out)
{
    unsigned char secret[SIGN_SECRET_BYTES];
    int today = kiosk_moment(k).day;
    bool begun = today >= choice->from_day;
    const struct lkx_facts facts = {
        .hall = k->settings.place,
        .county = k->settings.county,
        .from_day = choice->from_day,
        .to_day = begun && today < choice->to_day ? today : choice->to_day,
        .made_day = today};
    if (!read_key(k, secret)) {
        return false;
    }
    bool rendered = lkx_render(&facts, counts, choice->head, secret, out);
    sign_wipe(secret, sizeof secret);
    return rendered;
}

bool export_no_counts(const struct kiosk *k)
{
    return k->keeper
               ? store_keeper_fail(k->keeper)
               : err_set("%s", k->store_error ? k->store_error : "there are no counts");
}

bool export_render(const struct kiosk *k, const struct export_choice *choice,
                   struct str *out)
{
    if (!k->store) {
        return export_no_counts(k);
    }
    const struct count_source counts = store_source(k->store);
    if (choice->for_county) {
        return render_for_county(k, choice, &counts, out);
    }
    const struct month_facts facts = export_facts(k);
    const struct report_words words = {.context = k,
                                       .lang = k->languages->items[k->lang].code,
                                       .text = text_of,
                                       .name = name_of};
    const struct report report = {.counts = &counts,
                                  .facts = &facts,
                                  .words = &words,
                                  .from_day = choice->from_day,
                                  .to_day = choice->to_day};
    return report_render_as(choice->format, &report, out);
}

static const char *extension_of(const struct export_choice *choice)
{
    return choice->for_county ? "lkx" : report_extension(choice->format);
}

void export_name(const struct kiosk *k, const struct export_choice *choice, char *out,
                 size_t size)
{
    int today = kiosk_moment(k).day;
    bool all = choice->from_day == 0;
    report_name(choice->format, k->settings.place, all ? today : choice->from_day,
                all ? today : choice->to_day, out, size);
    char *dot = strrchr(out, '.');
    if (dot && choice->for_county) {
        str_copy(dot + 1, size - (size_t)(dot + 1 - out), extension_of(choice));
    }
}

/* Where it goes on this machine; the folder is made. */
static bool name_place(const struct kiosk *k, const struct export_choice *choice,
                       const struct str *file, char *path, size_t size)
{
    char folder[CONF_PATH_MAX];
    char name[CONF_PATH_MAX];
    char wanted[CONF_PATH_MAX];
    if (k->keep_folder) {
        return str_format(path, size, "%s/usage.%s", k->keep_folder,
                          extension_of(choice));
    }
    export_name(k, choice, name, sizeof name);
    return str_format(folder, sizeof folder, "%s/export", k->data_folder) &&
           file_make_folder(folder) &&
           str_format(wanted, sizeof wanted, "%s/%s", folder, name) &&
           file_name_beside(wanted, file->text, file->length, path, size);
}

bool export_here(const struct kiosk *k, const struct export_choice *choice, char *path,
                 size_t size)
{
    struct str file = {0};
    bool written = export_render(k, choice, &file) &&
                   name_place(k, choice, &file, path, size) &&
                   file_write(path, file.text, file.length);
    str_free(&file);
    return written;
}
