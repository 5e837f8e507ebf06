/* SPDX-License-Identifier: MIT */
#include "sound/speaker.h"

#include <stdlib.h>
#include <string.h>

#include <SDL2/SDL_audio.h>
#include <SDL2/SDL_thread.h>

#include "base/err.h"
#include "base/log.h"
#include "base/str.h"

enum { CONVERTED = 2048 };

struct job {
    int number; /* 0: none */
    char voice[SOUND_VOICE_MAX];
    double slower;
    char *lines[SOUND_LINES_MAX]; /* owned */
    int count;
};

struct speaker {
    struct sound_shared *shared;
    struct sound_source source;
    SDL_Thread *thread; /* NULL: without one */
    SDL_cond *changed;
    /* With the lock of `shared`. */
    struct job next; /* asked for, not begun */
    int newest;      /* number of the newest job; another one is not to be made */
    bool quit;
    bool due;    /* loading may begin */
    bool loaded; /* false: what the source loads is not what there is */
};

/* One line on its way into the stream. */
struct line_sink {
    struct speaker *speaker;
    int job, line;
    int rate_hz;
    SDL_AudioStream *convert; /* to the mix's rate; NULL: it has that already */
};

static void free_job(struct job *job)
{
    for (int i = 0; i < job->count; i++) {
        free(job->lines[i]);
    }
    *job = (struct job){0};
}

/* Waits until the ear has caught up. False: the speech is not wanted any more. */
static bool add(struct line_sink *sink, const int16_t *samples, size_t count)
{
    struct speaker *speaker = sink->speaker;
    struct stream *stream = &speaker->shared->mix.speech;
    shared_lock(speaker->shared);
    while (speaker->thread && speaker->newest == sink->job && !speaker->quit &&
           stream->queued > (size_t)SPEAKER_AHEAD_S * MIX_RATE_HZ) {
        SDL_CondWaitTimeout(speaker->changed, speaker->shared->lock, 100);
    }
    bool wanted = speaker->newest == sink->job && !speaker->quit;
    if (wanted) {
        stream_add(stream, sink->line, samples, count);
    }
    shared_unlock(speaker->shared);
    return wanted;
}

static bool add_converted(struct line_sink *sink)
{
    int16_t samples[CONVERTED];
    int bytes;
    while ((bytes = SDL_AudioStreamGet(sink->convert, samples, sizeof samples)) > 0) {
        if (!add(sink, samples, (size_t)bytes / sizeof *samples)) {
            return false;
        }
    }
    return bytes == 0;
}

static bool take(void *context, int rate_hz, const int16_t *samples, size_t count)
{
    struct line_sink *sink = context;
    if (rate_hz == MIX_RATE_HZ) {
        return add(sink, samples, count);
    }
    if (!sink->convert) {
        sink->rate_hz = rate_hz;
        sink->convert =
            SDL_NewAudioStream(AUDIO_S16SYS, 1, rate_hz, AUDIO_S16SYS, 1, MIX_RATE_HZ);
    }
    return sink->convert && sink->rate_hz == rate_hz &&
           SDL_AudioStreamPut(sink->convert, samples, (int)(count * sizeof *samples)) ==
               0 &&
           add_converted(sink);
}

static void speak_line(struct speaker *speaker, const struct job *job, int line)
{
    struct line_sink sink = {.speaker = speaker, .job = job->number, .line = line};
    if (!speaker->source.speak(speaker->source.context, job->voice, job->slower,
                               job->lines[line], take, &sink)) {
        log_warn("sound", "cannot be spoken: %s", job->lines[line]);
    }
    if (sink.convert) {
        SDL_AudioStreamFlush(sink.convert);
        add_converted(&sink);
        SDL_FreeAudioStream(sink.convert);
    }
}

static bool is_wanted(struct speaker *speaker, int job)
{
    shared_lock(speaker->shared);
    bool wanted = speaker->newest == job && !speaker->quit;
    shared_unlock(speaker->shared);
    return wanted;
}

static void begin(struct speaker *speaker, const struct job *job)
{
    const struct sound_source *source = &speaker->source;
    const char *lines[SOUND_LINES_MAX];
    for (int i = 0; i < job->count; i++) {
        lines[i] = job->lines[i];
    }
    const struct sound_speech speech = {.voice = job->voice,
                                        .slower = job->slower,
                                        .lines = lines,
                                        .count = (size_t)job->count};
    if (source->begin) {
        source->begin(source->context, &speech);
    }
}

static void do_job(struct speaker *speaker, struct job *job)
{
    begin(speaker, job);
    for (int i = 0; i < job->count && is_wanted(speaker, job->number); i++) {
        speak_line(speaker, job, i);
    }
    shared_lock(speaker->shared);
    if (speaker->newest == job->number) {
        stream_end(&speaker->shared->mix.speech);
    }
    shared_unlock(speaker->shared);
    free_job(job);
}

/* With the lock, which it lets go while the source loads. False: it was loaded before. */
static bool load(struct speaker *speaker)
{
    if (speaker->loaded) {
        return false;
    }
    speaker->loaded = true;
    shared_unlock(speaker->shared);
    if (speaker->source.load) {
        speaker->source.load(speaker->source.context);
    }
    shared_lock(speaker->shared);
    return true;
}

/* With the lock: the speech that was asked for becomes the one being made. */
static struct job take_job(struct speaker *speaker)
{
    struct job job = speaker->next;
    speaker->next = (struct job){0};
    if (job.number > 0) {
        stream_begin(&speaker->shared->mix.speech, MIX_RATE_HZ);
        speaker->shared->asked = false;
    }
    return job;
}

static int work(void *context)
{
    struct speaker *speaker = context;
    shared_lock(speaker->shared);
    while (!speaker->quit) {
        speaker->due = speaker->due || speaker->next.number > 0;
        if (speaker->due && load(speaker)) {
            continue; /* it was to quit, or to load again, while nobody waited */
        }
        struct job job = take_job(speaker);
        if (job.number == 0) {
            SDL_CondWait(speaker->changed, speaker->shared->lock);
            continue;
        }
        shared_unlock(speaker->shared);
        do_job(speaker, &job);
        shared_lock(speaker->shared);
    }
    shared_unlock(speaker->shared);
    return 0;
}

void speaker_work(struct speaker *speaker)
{
    shared_lock(speaker->shared);
    struct job job = take_job(speaker);
    if (job.number > 0) {
        load(speaker);
    }
    shared_unlock(speaker->shared);
    if (job.number > 0) {
        do_job(speaker, &job);
    }
}

struct speaker *speaker_create(struct sound_shared *shared,
                               const struct sound_source *source, bool threaded)
{
    struct speaker *speaker = calloc(1, sizeof *speaker);
    if (!speaker || !(speaker->changed = SDL_CreateCond())) {
        free(speaker);
        err_set("out of memory");
        return NULL;
    }
    speaker->shared = shared;
    speaker->source = *source;
    if (threaded && source->speak &&
        !(speaker->thread = SDL_CreateThread(work, "speaker", speaker))) {
        err_set("cannot start the thread that speaks: %s", SDL_GetError());
        speaker_destroy(speaker);
        return NULL;
    }
    return speaker;
}

void speaker_destroy(struct speaker *speaker)
{
    if (!speaker) {
        return;
    }
    shared_lock(speaker->shared);
    speaker->quit = true;
    SDL_CondSignal(speaker->changed);
    shared_unlock(speaker->shared);
    SDL_WaitThread(speaker->thread, NULL);
    free_job(&speaker->next);
    SDL_DestroyCond(speaker->changed);
    free(speaker);
}

/* Memory is asked for before the lock is taken: the sound card waits for it. */
static struct job copy_of(const struct sound_speech *speech)
{
    struct job job = {.slower = speech->slower};
    str_copy(job.voice, sizeof job.voice, speech->voice);
    for (size_t i = 0; i < speech->count && i < SOUND_LINES_MAX; i++) {
        char *line = strdup(speech->lines[i]);
        if (!line) {
            break;
        }
        job.lines[job.count++] = line;
    }
    return job;
}

void speaker_say(struct speaker *speaker, const struct sound_speech *speech)
{
    if (!speaker->source.speak || speech->count == 0) {
        return;
    }
    struct job job = copy_of(speech);
    struct sound_shared *shared = speaker->shared;
    shared_lock(shared);
    struct job old = speaker->next;
    job.number = ++speaker->newest;
    speaker->next = job;
    stream_stop(&shared->mix.speech, MIX_RATE_HZ);
    shared->asked = true;
    shared->awaited = true;
    shared->asked_us = clock_now_us(shared->clock);
    shared->first_us = -1;
    SDL_CondSignal(speaker->changed);
    shared_unlock(shared);
    free_job(&old);
}

void speaker_play(struct speaker *speaker, const int16_t *samples, size_t count)
{
    speaker_stop(speaker);
    struct stream *stream = &speaker->shared->mix.speech;
    shared_lock(speaker->shared);
    stream_begin(stream, MIX_RATE_HZ);
    stream_add(stream, 0, samples, count);
    stream_end(stream);
    shared_unlock(speaker->shared);
}

void speaker_load(struct speaker *speaker)
{
    shared_lock(speaker->shared);
    speaker->due = true;
    SDL_CondSignal(speaker->changed);
    shared_unlock(speaker->shared);
}

void speaker_reload(struct speaker *speaker)
{
    shared_lock(speaker->shared);
    speaker->loaded = false;
    SDL_CondSignal(speaker->changed);
    shared_unlock(speaker->shared);
}

void speaker_stop(struct speaker *speaker)
{
    struct sound_shared *shared = speaker->shared;
    shared_lock(shared);
    struct job old = speaker->next;
    speaker->next = (struct job){0};
    speaker->newest++;
    shared->asked = false;
    shared->awaited = false;
    stream_stop(&shared->mix.speech, MIX_RATE_HZ);
    SDL_CondSignal(speaker->changed);
    shared_unlock(shared);
    free_job(&old);
}
