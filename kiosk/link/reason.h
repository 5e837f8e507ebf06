/* SPDX-License-Identifier: MIT */
/*
 * reason: why the manikin wizard failed, to be said in another language than the
 * sentence beside it (struct link_status) is in.
 */
#ifndef KIOSK_LINK_REASON_H
#define KIOSK_LINK_REASON_H

enum link_reason {
    LINK_REASON_NONE,       /* it did not */
    LINK_REASON_GONE,       /* the plug was pulled */
    LINK_REASON_SILENT,     /* no numbers came */
    LINK_REASON_HANDS_ON,   /* the chest moved while it should rest */
    LINK_REASON_NO_PRESS,   /* nothing moved */
    LINK_REASON_BOTH_SIDES, /* what moved swings to both sides: no number is depth */
    LINK_REASON_NOT_BACK,   /* the chest was not let go, or did not come back */
    LINK_REASON_SHALLOW,    /* its own millimetres tell: no press all the way down */
    LINK_REASON_ORDER,      /* of several presses a deeper one read less */
    LINK_REASON_SAME,       /* ... two of them read the same */
    LINK_REASON_NOISY,      /* ... the reading jumps by more than lies between them */
    LINK_REASON_NOT_KEPT,   /* learnt until the plug is pulled; the file failed */
    LINK_REASON_COUNT
};

#endif
