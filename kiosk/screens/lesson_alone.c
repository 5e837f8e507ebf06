/* SPDX-License-Identifier: MIT */
#include "screens/lesson_alone.h"

#include <string.h>

#include "base/str.h"
#include "lesson/lesson.h"
#include "screens/kiosk.h"
#include "screens/pinyin.h"

/* Its topic decides what stands at the end. What is wrong with its table lesson-check
 * says; here it needs an id and a topic all the same, since whatever is counted, though
 * nowhere, has them. */
static void name_lesson(struct kiosk *k, const char *folder)
{
    struct lesson_info *info = &k->catalog->items[0].info;
    const char *slash = strrchr(folder, '/');
    if (!lesson_info_read(info, folder)) {
        *info = (struct lesson_info){.version = 1, .minutes = 1};
        str_copy(info->folder, sizeof info->folder, folder);
        str_copy(info->id, sizeof info->id, slash ? slash + 1 : folder);
    }
    if (!lesson_info_topic(info, &k->catalog->topics)) {
        str_copy(info->topic, sizeof info->topic, "none");
    }
    k->catalog->count = 1;
    str_copy(k->lesson_id, sizeof k->lesson_id, info->id);
}

void lesson_alone(struct kiosk *k, const char *folder, struct lesson *lesson, int cards)
{
    name_lesson(k, folder);
    k->lesson = lesson;
    k->lesson_cards = cards;
    k->lesson_counted = true;
    pinyin_begin(k);
}
