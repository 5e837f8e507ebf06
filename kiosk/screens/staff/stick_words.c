/* SPDX-License-Identifier: MIT */
#include "screens/staff/stick_words.h"

#include <math.h>

#include "screens/kiosk.h"
#include "screens/names.h"

enum { WORDS_MAX = 3 * NAMES_MAX, NUMBER_MAX = 32, KEY_MAX = 64 };

void stick_words_size(uint64_t bytes, char *out, size_t size)
{
    const double mega = (double)bytes / 1e6;
    if (mega >= 9950) {
        str_format(out, size, "%.0f GB", mega / 1000);
    } else if (mega >= 999.5) {
        str_format(out, size, "%.1f GB", mega / 1000);
    } else if (mega >= 9.95) {
        str_format(out, size, "%.0f MB", mega);
    } else if (mega >= 0.9995) {
        str_format(out, size, "%.1f MB", mega);
    } else {
        str_format(out, size, "%.0f KB", ceil((double)bytes / 1e3));
    }
}

static void put_name(const struct kiosk *k, const char *name, char out[NAMES_MAX])
{
    if (name[0]) {
        names_breakable(name, out);
    } else {
        str_copy(out, NAMES_MAX, kiosk_tr(k, "export_nameless"));
    }
}

void stick_words_label(const struct kiosk *k, const struct stick *stick, char *out,
                       size_t size)
{
    char name[NAMES_MAX];
    char bytes[NUMBER_MAX];
    char n[NUMBER_MAX];
    char all[NUMBER_MAX];
    put_name(k, stick->label[0] ? stick->label : stick->model, name);
    stick_words_size(stick->bytes, bytes, sizeof bytes);
    str_format(n, sizeof n, "%d", stick->part);
    str_format(all, sizeof all, "%d", stick->parts);
    kiosk_fill(
        k, out, size, stick->parts > 1 ? "export_part" : "export_stick",
        (const char *const[]){"name", name, "size", bytes, "n", n, "all", all, NULL});
}

void stick_words_add(const struct kiosk *k, const struct stick_task *task,
                     const char *key, struct str *out)
{
    char line[WORDS_MAX];
    char name[NAMES_MAX];
    char file[NAMES_MAX];
    char need[NUMBER_MAX];
    char room[NUMBER_MAX];
    put_name(k, task->name, name);
    names_breakable(task->file, file);
    stick_words_size(task->need_bytes, need, sizeof need);
    stick_words_size(task->free_bytes, room, sizeof room);
    kiosk_fill(k, line, sizeof line, key,
               (const char *const[]){"name", name, "file", file, "need", need, "free",
                                     room, NULL});
    str_add(out, "%s%s", out->length > 0 ? "\n" : "", line);
}

void stick_words_failure(const struct kiosk *k, const struct stick_task *task,
                         struct str *out)
{
    char key[KEY_MAX];
    str_format(key, sizeof key, "stick_fault_%s", stick_fault_name(task->fault));
    if (task->file[0]) {
        stick_words_add(k, task, "export_written", out);
    }
    stick_words_add(k, task, key, out);
    if (task->fault != STICK_pulled && !task->by_hand) {
        stick_words_add(k, task, task->mounted ? "export_not_yet" : "export_may_pull",
                        out);
    }
}
