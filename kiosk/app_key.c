/* SPDX-License-Identifier: MIT */
#include "app_key.h"

#include "base/file.h"
#include "base/str.h"
#include "conf/conf.h"
#include "sign/sign.h"
#include "store/store.h"

bool app_key_id(const char *folder, char id[LKX_KIOSK_MAX])
{
    char path[CONF_PATH_MAX];
    char line[SIGN_LINE_MAX];
    unsigned char secret[SIGN_SECRET_BYTES];
    str_format(path, sizeof path, "%s/kiosk.key", folder);
    str_copy(id, LKX_KIOSK_MAX, STORE_NO_KIOSK);
    bool read =
        (file_exists(path) || (file_make_folder(folder) && sign_pair_make(path, line))) &&
        sign_pair_read(secret, path);
    if (read) {
        lkx_kiosk_id(id, secret + SIGN_SECRET_BYTES - SIGN_PUBLIC_BYTES);
        sign_wipe(secret, sizeof secret);
    }
    return read;
}
