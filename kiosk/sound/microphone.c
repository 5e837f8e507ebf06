/* SPDX-License-Identifier: MIT */
#include "sound/microphone.h"

#include <stdlib.h>

#include <SDL2/SDL_mutex.h>
#include <SDL2/SDL_thread.h>

#include "base/err.h"
#include "sound/take.h"

enum { WATCH_MS = 200, RETRY_MS = 1000 };

struct microphone {
    struct microphone_input input;
    SDL_Thread *thread; /* NULL: samples are pulled */
    SDL_mutex *lock;
    SDL_cond *changed;
    /* With the lock. */
    bool quit;
    struct take take;
    bool finished; /* the take is cut and levelled */
    bool lost;     /* the device went away while it was recorded */
    enum microphone_state state;
};

void microphone_feed(struct microphone *m, const int16_t *samples, size_t count)
{
    SDL_LockMutex(m->lock);
    take_add(&m->take, samples, count);
    m->state = take_is_mute(&m->take) ? MICROPHONE_MUTE : MICROPHONE_HEARS;
    SDL_UnlockMutex(m->lock);
}

/* With the lock. */
static void wait(struct microphone *m, unsigned ms)
{
    if (!m->quit) {
        SDL_CondWaitTimeout(m->changed, m->lock, ms);
    }
}

/* With the lock, which it gives away meanwhile. */
static enum microphone_found try_open(struct microphone *m)
{
    SDL_UnlockMutex(m->lock);
    enum microphone_found found = m->input.open(m->input.context, m);
    SDL_LockMutex(m->lock);
    return found;
}

/* With the lock: until it is pulled out. */
static void watch(struct microphone *m)
{
    bool there = true;
    while (!m->quit && there) {
        wait(m, WATCH_MS);
        SDL_UnlockMutex(m->lock);
        there = m->input.is_there(m->input.context);
        SDL_LockMutex(m->lock);
    }
    SDL_UnlockMutex(m->lock);
    m->input.close(m->input.context);
    SDL_LockMutex(m->lock);
    m->lost = m->lost || (!there && m->take.on);
    take_end(&m->take);
    m->take.level_db = m->take.peak_db = TAKE_FLOOR_DB;
    m->take.zeros = 0;
    m->state = MICROPHONE_LOOKING;
}

static int look_after(void *context)
{
    struct microphone *m = context;
    SDL_LockMutex(m->lock);
    while (!m->quit) {
        enum microphone_found found = try_open(m);
        if (found == MICROPHONE_FOUND) {
            watch(m);
        } else {
            m->state = found == MICROPHONE_REFUSED ? MICROPHONE_FAILED : MICROPHONE_NONE;
        }
        wait(m, RETRY_MS);
    }
    SDL_UnlockMutex(m->lock);
    return 0;
}

static bool start(struct microphone *m)
{
    m->lock = SDL_CreateMutex();
    m->changed = SDL_CreateCond();
    if (!m->lock || !m->changed || !take_init(&m->take)) {
        return err_set("out of memory");
    }
    if (!m->input.pull && !(m->thread = SDL_CreateThread(look_after, "microphone", m))) {
        return err_set("cannot start the thread that looks after the microphone: %s",
                       SDL_GetError());
    }
    return true;
}

struct microphone *microphone_create_on(const struct microphone_input *input)
{
    struct microphone *m = calloc(1, sizeof *m);
    if (!m) {
        input->destroy(input->context);
        err_set("out of memory");
        return NULL;
    }
    m->input = *input;
    m->state = input->pull ? MICROPHONE_NONE : MICROPHONE_LOOKING;
    if (!start(m)) {
        microphone_destroy(m);
        return NULL;
    }
    return m;
}

void microphone_destroy(struct microphone *m)
{
    if (!m) {
        return;
    }
    if (m->thread) {
        SDL_LockMutex(m->lock);
        m->quit = true;
        SDL_CondSignal(m->changed);
        SDL_UnlockMutex(m->lock);
        SDL_WaitThread(m->thread, NULL);
    }
    m->input.destroy(m->input.context);
    take_free(&m->take);
    SDL_DestroyCond(m->changed);
    SDL_DestroyMutex(m->lock);
    free(m);
}

void microphone_tick(struct microphone *m)
{
    if (m && m->input.pull) {
        m->input.pull(m->input.context, m);
    }
}

void microphone_record(struct microphone *m)
{
    if (m) {
        SDL_LockMutex(m->lock);
        take_begin(&m->take);
        m->finished = false;
        m->lost = false;
        SDL_UnlockMutex(m->lock);
    }
}

const int16_t *microphone_stop(struct microphone *m, size_t *count)
{
    *count = 0;
    if (!m) {
        return NULL;
    }
    SDL_LockMutex(m->lock);
    take_end(&m->take);
    if (!m->finished) {
        take_finish(&m->take);
    }
    m->finished = true;
    m->lost = false;
    *count = m->take.count;
    SDL_UnlockMutex(m->lock);
    return m->take.samples;
}

void microphone_status(struct microphone *m, struct microphone_status *status)
{
    *status = (struct microphone_status){
        .state = MICROPHONE_NONE, .level_db = TAKE_FLOOR_DB, .peak_db = TAKE_FLOOR_DB};
    if (!m) {
        return;
    }
    SDL_LockMutex(m->lock);
    *status = (struct microphone_status){
        .state = m->lost ? MICROPHONE_GONE : m->state,
        .recording = m->take.on,
        .full = m->take.full,
        .too_loud = m->take.loud > 0,
        .recorded_s = (double)m->take.count / TAKE_RATE_HZ,
        .level_db = m->take.level_db,
        .peak_db = m->take.peak_db,
    };
    SDL_UnlockMutex(m->lock);
}
