/* SPDX-License-Identifier: MIT */
/*
 * voice: what people have recorded, and saying lines with it.
 *
 *     voice = voice_open(&paths, script, "zh-CN@jiashan");
 *     if (voice_can(voice, lines, count)) {     a screen: all its lines or none
 *         voice_speak(voice, lines[i], sink, context);
 *     }
 *
 * A voice is a folder assets/voice/<voice>/, a file a piece (piece.h): Ogg Opus, whose
 * TITLE is the line. "zh-CN" is the voice of a language, "zh-CN@jiashan" another one that
 * speaks the same texts. Files of other names are nobody's.
 *
 * One line is never said by two: when a piece is missing or its file is damaged nothing
 * of the line is said. A damaged file is logged once and counts as missing from then on.
 *
 * Any thread may ask; what is recorded later is there when the voice is opened anew.
 */
#ifndef KIOSK_SPEECH_VOICE_H
#define KIOSK_SPEECH_VOICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct paths;
struct script;
struct voice;

enum { VOICE_RATE_HZ = 48000, VOICE_NAME_BYTES = 32, VOICES_MAX = 16 };

/* Takes samples as they are decoded; false: enough. As sound_sink of sound/sound.h. */
typedef bool voice_sink(void *context, int rate_hz, const int16_t *samples, size_t count);

/* The voices of a language that there are, its own first. Returns how many. */
size_t voice_list(const struct paths *paths, const char *code,
                  char names[VOICES_MAX][VOICE_NAME_BYTES]);

/* Whether anything is recorded in a voice; it has a folder before. */
bool voice_is_recorded(const struct paths *paths, const char *name);

/* Never NULL: a voice without a folder has no recordings. Paths are read at once, the
 * script is borrowed. */
struct voice *voice_open(const struct paths *paths, const struct script *script,
                         const char *name);

/* NULL is fine, as below: a voice without recordings. */
void voice_close(struct voice *voice);

/* Whether it can say all these lines, as they are shown. Opens no file. */
bool voice_can(const struct voice *voice, const char *const *lines, size_t count);

/*
 * Hands the samples of a line to the sink, piece by piece, 20 ms at a time. False when it
 * cannot say it: not one sample has been handed out then, unless a file has changed
 * meanwhile. True also when the sink wanted no more.
 */
bool voice_speak(struct voice *voice, const char *line, voice_sink *sink, void *context);

/* ---- for lists of what is recorded ------------------------------------------------- */

struct voice_file {
    uint64_t hash;
    const char *path;
};

/* By hash; false past the end. */
bool voice_file(const struct voice *voice, size_t index, struct voice_file *file);

/* The file of a piece; NULL: it is not recorded, or known to be damaged. */
const char *voice_path(const struct voice *voice, uint64_t hash);

/* Hands out the whole of a file, such as voice_path() names. False (err_text()) when it
 * is damaged; what was whole of it may have been handed out. */
bool voice_play(const char *path, voice_sink *sink, void *context);

/* Opens a file: whether it is whole, and holds the line that its name stands for. `title`
 * is then the line, "" when the file does not say. False (err_text()). */
bool voice_check(const char *path, char *title, size_t size);

/* ---- recording --------------------------------------------------------------------- */

struct voice_record;

/* Of mono samples at VOICE_RATE_HZ, for the line `text`, in the folder of a voice, which
 * is made where it is missing. NULL (err_text()). */
struct voice_record *voice_record_begin(const char *folder, const char *text);

/* False (err_text()) when the disk takes no more; end it by voice_record_cancel(). */
bool voice_record_add(struct voice_record *record, const int16_t *samples, size_t count);

/* All or nothing: the old recording stays until the new one is on the disk. False
 * (err_text()) when it could not be written, or nothing was recorded. Ends it. */
bool voice_record_finish(struct voice_record *record);

/* NULL is fine. */
void voice_record_cancel(struct voice_record *record);

#endif
