/* SPDX-License-Identifier: MIT */
/* qr: an address or a few lines as a QR code, for the camera of a telephone
 * (libqrencode). */
#ifndef KIOSK_PICTURE_QR_H
#define KIOSK_PICTURE_QR_H

#include <stdbool.h>

enum { QR_SIDE_MAX = 177 }; /* of version 40 */

struct qr {
    int side; /* in modules, without the four that stay white around it */
    unsigned char dark[QR_SIDE_MAX][QR_SIDE_MAX]; /* by row; 1: dark */
};

enum { QR_QUIET = 4 }; /* modules that stay white on each side (ISO/IEC 18004) */

/* Text that is not ASCII is marked as UTF-8 (ECI 26): without it some readers take
 * Chinese for Japanese. Medium correction: of a code with a scratch or a reflection 15 %
 * may be lost. False (err_text()): it is "" or too long for one. */
bool qr_make(struct qr *qr, const char *text);

#endif
