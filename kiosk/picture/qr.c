/* SPDX-License-Identifier: MIT */
#include "picture/qr.h"

#include <errno.h>
#include <qrencode.h>
#include <string.h>

#include "base/err.h"

bool qr_make(struct qr *qr, const char *text)
{
    QRcode *code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M);
    *qr = (struct qr){0};
    if (!code || code->width > QR_SIDE_MAX) {
        QRcode_free(code);
        return err_set("qr: no code can be made of %zu bytes: %s", strlen(text),
                       strerror(errno));
    }
    qr->side = code->width;
    for (int i = 0; i < code->width * code->width; i++) {
        qr->dark[i / code->width][i % code->width] = code->data[i] & 1u;
    }
    QRcode_free(code);
    return true;
}
