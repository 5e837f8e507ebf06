/* SPDX-License-Identifier: MIT */
/*
 * gallery: --gallery DIR, for whoever writes lessons: all pictures with their names.
 */
#ifndef KIOSK_GALLERY_H
#define KIOSK_GALLERY_H

struct options;

/* Makes the folder, writes the pictures and an index.html beside them in the language
 * that is asked for, prints where. Returns the exit code; what fails has been told. */
int gallery_run(const struct options *options);

#endif
