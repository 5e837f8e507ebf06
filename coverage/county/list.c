/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "county/inside.h"

enum { ROOM_FIRST = 64 };

void *list_more(struct list *list)
{
    if (list->count == list->room) {
        list->room = list->room ? 2 * list->room : ROOM_FIRST;
        list->items = realloc(list->items, list->room * list->size);
        assert(list->items);
    }
    return memset((char *)list->items + list->count++ * list->size, 0, list->size);
}

bool list_read(struct sql *sql, enum statement statement, const struct sql_value *values,
               int count, sql_each *each, struct list *list)
{
    if (statement_query(sql, statement, values, count, each, list)) {
        return true;
    }
    free(list->items);
    *list = (struct list){.size = list->size};
    return false;
}
