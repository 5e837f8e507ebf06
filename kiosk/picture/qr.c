/* SPDX-License-Identifier: MIT */
#include "picture/qr.h"

#include <errno.h>
#include <qrencode.h>
#include <string.h>

#include "base/err.h"

enum { ECI_UTF_8 = 26 };

static bool is_ascii(const char *text)
{
    while (*text && (unsigned char)*text < 0x80) {
        text++;
    }
    return *text == '\0';
}

/* NULL with errno. */
static QRcode *encode(const char *text)
{
    QRinput *input = QRinput_new2(0, QR_ECLEVEL_M);
    bool named =
        input && (is_ascii(text) || QRinput_appendECIheader(input, ECI_UTF_8) == 0);
    QRcode *code = NULL;
    if (named && QRinput_append(input, QR_MODE_8, (int)strlen(text),
                                (const unsigned char *)text) == 0) {
        code = QRcode_encodeInput(input);
    }
    QRinput_free(input);
    return code;
}

bool qr_make(struct qr *qr, const char *text)
{
    QRcode *code = encode(text);
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
