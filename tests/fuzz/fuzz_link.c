/* SPDX-License-Identifier: MIT */
/*
 * Any bytes from the cable: a link hands out finite samples, never one that goes back in
 * time, and never more than it was asked for. In the input 0xFF and a count end a poll
 * and let that many times 10 ms pass, 0xFE pulls the plug; neither stands in any UTF-8.
 */
#include <assert.h>
#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/clock.h"
#include "base/str.h"
#include "link/link.h"
#include "link/port.h"

enum { PAUSE = 0xFF, PULLED = 0xFE, PAUSE_US = 10000, AT_ONCE = 7 };

struct feed {
    struct port_source source; /* first */
    struct port port;
    struct feed *self;
    const uint8_t *data;
    size_t left;
    int64_t pause_us; /* asked for by the last read */
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct feed *feed_of(struct port *port)
{
    return (struct feed *)(void *)((char *)port - offsetof(struct feed, port));
}

static void advance(struct feed *feed, size_t count)
{
    feed->data += count;
    feed->left -= count;
}

static int feed_read(struct port *port, char *bytes, size_t max)
{
    struct feed *feed = feed_of(port);
    size_t count = 0;
    while (count < max && count < feed->left && feed->data[count] < PULLED) {
        count++;
    }
    if (count > 0) {
        memcpy(bytes, feed->data, count);
        advance(feed, count);
        return (int)count;
    }
    if (feed->left > 0 && feed->data[0] == PULLED) {
        advance(feed, 1);
        return -1;
    }
    if (feed->left > 1) {
        feed->pause_us = (int64_t)feed->data[1] * PAUSE_US;
    }
    advance(feed, feed->left > 1 ? 2 : feed->left);
    return 0;
}

static bool feed_write(struct port *port, const char *bytes, size_t count)
{
    (void)port;
    (void)bytes;
    return count % 2 == 0;
}

static void feed_close(struct port *port)
{
    (void)port;
}

static struct port *feed_open(const struct port_source *source, const char *path,
                              int baud)
{
    static const struct port_ops ops = {feed_read, feed_write, feed_close};
    struct feed *feed = ((const struct feed *)source)->self;
    (void)path;
    (void)baud;
    feed->port = (struct port){&ops, "/dev/ttyUSB0"};
    return &feed->port;
}

static bool feed_list(const struct port_source *source, size_t *at, char *path,
                      size_t size)
{
    (void)source;
    return (*at)++ == 0 && str_copy(path, size, "/dev/ttyUSB0");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct feed feed = {.source = {feed_open, feed_list}, .data = data, .left = size};
    struct clock clock;
    struct link_status status;
    int64_t last_us = INT64_MIN;
    feed.self = &feed;
    clock_init_moved(&clock, 0);
    struct link *link = link_create_from("auto", &clock, &feed.source);
    assert(link);
    for (int idle = 0; idle < 4; idle += feed.left == 0) {
        struct cpr_sample samples[AT_ONCE];
        size_t count = link_poll(link, samples, AT_ONCE);
        assert(count <= AT_ONCE);
        for (size_t i = 0; i < count; i++) {
            assert(samples[i].t_us >= last_us && isfinite(samples[i].depth_mm));
            last_us = samples[i].t_us;
        }
        struct fault fault;
        for (int left = FAULT_QUEUE_MAX; link_next_fault(link, &fault); left--) {
            assert(left > 0 && fault.t_us >= 0);
            assert(str_is_utf8(fault.word, strlen(fault.word)));
        }
        link_status(link, &status);
        assert(str_is_utf8(status.model, strlen(status.model)));
        assert(str_is_utf8(status.words, strlen(status.words)));
        clock_move(&clock, PAUSE_US + feed.pause_us);
        feed.pause_us = 0;
    }
    link_destroy(link);
    return 0;
}
