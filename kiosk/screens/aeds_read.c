/* SPDX-License-Identifier: MIT */
#include "base/str.h"
#include "conf/aeds.h"
#include "screens/kiosk.h"

void kiosk_read_aeds(struct kiosk *k)
{
    char path[CONF_PATH_MAX + 16];
    conf_aeds_free(k->aeds);
    k->aeds = NULL;
    flaws_forget(&k->flaws, "aeds");
    if (k->data_folder && str_format(path, sizeof path, "%s/aeds.lua", k->data_folder)) {
        k->aeds = conf_aeds_load(path, k->languages, &k->flaws);
    }
}

bool kiosk_has_aeds(const struct kiosk *k)
{
    return k->aeds && k->aeds->count > 0;
}
