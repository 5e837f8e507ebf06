/* SPDX-License-Identifier: MIT */
/*
 * The half of the frames, and the thread that it talks with. What they share stands under
 * one lock, which nobody holds while waiting.
 */
#include "stick/stick.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

#include "base/err.h"
#include "base/str.h"
#include "stick/task.h"

enum request_kind {
    REQUEST_NONE,
    REQUEST_OPEN,
    REQUEST_SAVE,
    REQUEST_DO,
    REQUEST_CLOSE,
    REQUEST_FORGET,
};

struct request {
    enum request_kind kind;
    int id;
    enum stick_use use;
    char file[STICK_FILE_MAX];
    char *bytes; /* owned */
    size_t length;
    stick_work *work;
    void *context;
};

struct sticks {
    char *address, *mounts, *root; /* owned */
    struct keeper keeper;          /* the thread's */
    pthread_t thread;
    bool started; /* the thread is there */
    int wake;     /* an eventfd: something is asked for */

    pthread_mutex_t lock;
    pthread_cond_t changed;
    struct stick_list shown;
    struct request next;
    bool watch, quit;
};

const char *stick_fault_name(enum stick_fault fault)
{
    static const char *const names[] = {

#define FAULT(name) #name,
#include "stick/faults.def"
#undef FAULT
    };
    return names[fault];
}

/* ---- the thread -------------------------------------------------------------------- */

bool stick_is_busy(enum stick_step step)
{
    return step == STICK_OPENING || step == STICK_WORKING || step == STICK_CLOSING;
}

static void show(struct keeper *keeper)
{
    struct sticks *sticks = keeper->context;
    keeper->changed = false;
    pthread_mutex_lock(&sticks->lock);
    struct stick_list *list = &sticks->shown;
    list->revision++;
    list->service = keeper->service;
    list->count = keeper->volumes.count;
    for (size_t i = 0; i < list->count; i++) {
        list->sticks[i] = keeper->volumes.items[i].stick;
    }
    if (sticks->next.kind == REQUEST_NONE) { /* else its step stands there already */
        list->task = keeper->task;
    }
    pthread_cond_broadcast(&sticks->changed);
    pthread_mutex_unlock(&sticks->lock);
}

static void obey(struct keeper *keeper, struct request *request)
{
    switch (request->kind) {
    case REQUEST_OPEN:
    case REQUEST_SAVE:
        keeper_open(keeper, request->id, request->use, request->file, request->bytes,
                    request->length);
        keeper->before = request->work;
        keeper->work_context = request->context;
        request->bytes = NULL;
        break;
    case REQUEST_DO: keeper_do(keeper, request->work, request->context); break;
    case REQUEST_CLOSE: keeper_close(keeper); break;
    case REQUEST_FORGET:
        keeper->task = (struct stick_task){0};
        keeper->changed = true;
        break;
    case REQUEST_NONE: break;
    }
}

/* False: it is to quit. */
static bool take_request(struct sticks *sticks)
{
    pthread_mutex_lock(&sticks->lock);
    struct request request = sticks->next;
    sticks->next = (struct request){0};
    bool watch = sticks->watch;
    bool quit = sticks->quit;
    pthread_mutex_unlock(&sticks->lock);
    if (quit) {
        free(request.bytes);
        return false;
    }
    obey(&sticks->keeper, &request);
    keeper_watch(&sticks->keeper, watch);
    return true;
}

/* A table of the kernel says POLLPRI when it has changed. */
static void wait_for_news(struct sticks *sticks, int mounts)
{
    struct keeper *keeper = &sticks->keeper;
    struct pollfd fds[] = {{.fd = sticks->wake, .events = POLLIN},
                           {.fd = mounts, .events = POLLPRI},
                           {.fd = -1}};
    int ms = -1;
    if (keeper->bus) {
        fds[2] = bus_pollfd(keeper->bus);
        ms = bus_timeout_ms(keeper->bus);
    }
    if (poll(fds, sizeof fds / sizeof *fds, ms) <= 0) {
        return;
    }
    uint64_t ignored = 0;
    if (fds[0].revents && read(sticks->wake, &ignored, sizeof ignored) < 0) {
        return;
    }
    if (fds[1].revents & POLLPRI) {
        keeper_look_at_mounts(keeper);
    }
}

static void *work(void *context)
{
    struct sticks *sticks = context;
    struct keeper *keeper = &sticks->keeper;
    int mounts = open(keeper->mounts, O_RDONLY | O_CLOEXEC);
    while (take_request(sticks)) {
        keeper_work(keeper);
        if (keeper->changed) {
            show(keeper);
            continue; /* a task that has ended while nobody watches closes the bus */
        }
        wait_for_news(sticks, mounts);
    }
    if (mounts >= 0) {
        close(mounts);
    }
    return NULL;
}

/* ---- made and ended ---------------------------------------------------------------- */

static bool copy_text(char **to, const char *from)
{
    *to = from ? strdup(from) : NULL;
    return !from || *to;
}

static void free_all(struct sticks *sticks)
{
    if (sticks->wake >= 0) {
        close(sticks->wake);
    }
    keeper_finish(&sticks->keeper);
    free(sticks->next.bytes);
    free(sticks->address);
    free(sticks->mounts);
    free(sticks->root);
    free(sticks);
}

struct sticks *sticks_create(const struct sticks_config *config)
{
    struct sticks *sticks = calloc(1, sizeof *sticks);
    if (!sticks) {
        err_set("out of memory");
        return NULL;
    }
    sticks->wake = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (sticks->wake < 0 || !copy_text(&sticks->address, config->bus) ||
        !copy_text(&sticks->mounts,
                   config->mounts ? config->mounts : "/proc/self/mounts") ||
        !copy_text(&sticks->root, config->root ? config->root : "")) {
        free_all(sticks);
        err_set("sticks cannot be looked for: out of memory or of open files");
        return NULL;
    }
    sticks->keeper = (struct keeper){.address = sticks->address,
                                     .mounts = sticks->mounts,
                                     .root = sticks->root,
                                     .tell = show,
                                     .context = sticks};
    pthread_condattr_t monotonic;
    pthread_condattr_init(&monotonic);
    pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
    pthread_cond_init(&sticks->changed, &monotonic);
    pthread_condattr_destroy(&monotonic);
    pthread_mutex_init(&sticks->lock, NULL);
    sticks->shown.revision = 1;
    return sticks;
}

static void wake(struct sticks *sticks)
{
    uint64_t one = 1;
    if (write(sticks->wake, &one, sizeof one) < 0) {
        return; /* it is full, so that the thread will wake */
    }
}

void sticks_destroy(struct sticks *sticks)
{
    if (!sticks) {
        return;
    }
    pthread_mutex_lock(&sticks->lock);
    sticks->quit = true;
    pthread_mutex_unlock(&sticks->lock);
    if (sticks->started) {
        wake(sticks);
        pthread_join(sticks->thread, NULL);
    }
    pthread_mutex_destroy(&sticks->lock);
    pthread_cond_destroy(&sticks->changed);
    free_all(sticks);
}

void sticks_watch(struct sticks *sticks, bool watch)
{
    pthread_mutex_lock(&sticks->lock);
    sticks->watch = watch;
    pthread_mutex_unlock(&sticks->lock);
    if (watch && !sticks->started) {
        sticks->started = pthread_create(&sticks->thread, NULL, work, sticks) == 0;
    }
    wake(sticks);
}

/* ---- what is known ----------------------------------------------------------------- */

/* With the lock. */
static bool copy_news(const struct sticks *sticks, struct stick_list *list)
{
    bool news = list->revision != sticks->shown.revision;
    if (news) {
        *list = sticks->shown;
    }
    return news;
}

bool sticks_look(struct sticks *sticks, struct stick_list *list)
{
    pthread_mutex_lock(&sticks->lock);
    bool news = copy_news(sticks, list);
    pthread_mutex_unlock(&sticks->lock);
    return news;
}

bool sticks_wait(struct sticks *sticks, struct stick_list *list, int ms)
{
    struct timespec until;
    clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_sec += ms / 1000;
    until.tv_nsec += (long)(ms % 1000) * 1000000;
    until.tv_sec += until.tv_nsec / 1000000000;
    until.tv_nsec %= 1000000000;
    pthread_mutex_lock(&sticks->lock);
    bool news = copy_news(sticks, list);
    for (int r = 0; !news && r == 0; news = copy_news(sticks, list)) {
        r = pthread_cond_timedwait(&sticks->changed, &sticks->lock, &until);
    }
    pthread_mutex_unlock(&sticks->lock);
    return news;
}

/* ---- what is asked for ------------------------------------------------------------- */

/* What is shown until the thread has seen the request. */
static void begin_shown(struct stick_list *list, const struct request *request)
{
    bool opens = request->kind == REQUEST_OPEN || request->kind == REQUEST_SAVE;
    if (opens || request->kind == REQUEST_FORGET) {
        list->task = (struct stick_task){.id = request->id};
    }
    for (size_t i = 0; opens && i < list->count; i++) {
        const struct stick *stick = &list->sticks[i];
        if (stick->id == request->id) {
            str_copy(list->task.name, sizeof list->task.name,
                     stick->label[0] ? stick->label : stick->model);
        }
    }
}

/* What has to be so for a request. */
typedef bool task_rule(const struct stick_task *task);

static bool may_open(const struct stick_task *task)
{
    return !stick_is_busy(task->step) && task->step != STICK_OPEN;
}

static bool may_work(const struct stick_task *task)
{
    return task->step == STICK_OPEN;
}

static bool may_close(const struct stick_task *task)
{
    return task->step == STICK_OPEN || (task->step == STICK_FAILED && task->mounted);
}

/* Takes the request's bytes in any case. `step` is shown from now on, so that a second
 * request is refused before the thread has seen the first; the thread may change what is
 * shown at any time, so that the rule is asked under the same lock. */
static bool ask(struct sticks *sticks, const struct request *request, task_rule *rule,
                enum stick_step step)
{
    pthread_mutex_lock(&sticks->lock);
    struct stick_list *list = &sticks->shown;
    bool may = sticks->started && sticks->next.kind == REQUEST_NONE && rule(&list->task);
    if (may) {
        sticks->next = *request;
        begin_shown(list, request);
        list->task.step = step;
        list->revision++;
    }
    pthread_mutex_unlock(&sticks->lock);
    if (!may) {
        free(request->bytes);
        return err_set_as("stick_busy",
                          "sticks: something else is going on, or none is open");
    }
    wake(sticks);
    return true;
}

bool sticks_open(struct sticks *sticks, int id, enum stick_use use)
{
    struct request request = {.kind = REQUEST_OPEN, .id = id, .use = use};
    return ask(sticks, &request, may_open, STICK_OPENING);
}

bool sticks_save(struct sticks *sticks, int id, const char *file, const char *bytes,
                 size_t length)
{
    return sticks_save_with(sticks, id, file, bytes, length, NULL, NULL);
}

bool sticks_save_with(struct sticks *sticks, int id, const char *file, const char *bytes,
                      size_t length, stick_work *work_there, void *context)
{
    struct request request = {.kind = REQUEST_SAVE,
                              .id = id,
                              .use = STICK_WRITE,
                              .length = length,
                              .work = work_there,
                              .context = context};
    if (!file[0] || strchr(file, '/') ||
        !str_copy(request.file, sizeof request.file, file)) {
        return err_set_as("stick_name", "sticks: \"%s\" is no name for a file", file);
    }
    request.bytes = malloc(length + 1); /* not NULL for an empty file */
    if (!request.bytes) {
        return err_set_as("stick_memory", "sticks: out of memory");
    }
    memcpy(request.bytes, bytes, length);
    return ask(sticks, &request, may_open, STICK_OPENING);
}

bool sticks_do(struct sticks *sticks, stick_work *work_there, void *context)
{
    struct request request = {.kind = REQUEST_DO, .work = work_there, .context = context};
    return ask(sticks, &request, may_work, STICK_WORKING);
}

bool sticks_close(struct sticks *sticks)
{
    struct request request = {.kind = REQUEST_CLOSE};
    return ask(sticks, &request, may_close, STICK_CLOSING);
}

void sticks_forget(struct sticks *sticks)
{
    struct request request = {.kind = REQUEST_FORGET};
    ask(sticks, &request, may_open, STICK_IDLE); /* refused: nothing is forgotten */
}
