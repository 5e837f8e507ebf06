/* SPDX-License-Identifier: MIT */
/*
 * board: an Arduino Uno in simavr that runs the real firmware image. Virtual time only:
 * nothing here looks at a clock, so that the same inputs give the same bytes.
 */
#ifndef TOOLS_MANIKIN_SIM_BOARD_H
#define TOOLS_MANIKIN_SIM_BOARD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    BOARD_FLASH_SIZE = 32768,
    BOARD_LOADER_SIZE_MAX = 4096,
    BOARD_EEPROM_SIZE = 1024,
    BOARD_CHANNELS = 8,
};

/* What the board is wired to. `context` is handed back to both. */
struct board_wiring {
    void *context;
    int channel;       /* of the converter, from 0: where the sensor is */
    bool true_to_baud; /* ten bits a byte at the chip's own divider, as on a real board;
                          simavr's eleven are what our image's recorded runs have */
    /* The voltage there when a conversion starts, in mV of the supply's 5000. */
    int (*sensor_mv)(void *context, int64_t t_us);
    /* A byte leaves on the cable. */
    void (*sent)(void *context, char byte);
};

struct board;

/* NULL (err_text() says why) when the image cannot be read. The board has not run yet. */
struct board *board_create(const char *elf_path, const struct board_wiring *wiring);

/* For tests: puts a boot loader at the end of the flash; from then on every reset starts
 * there, as with the fuse BOOTRST. */
void board_add_loader(struct board *board, const void *code, size_t size);

/* NULL is fine. */
void board_destroy(struct board *board);

/* As flashing tools do it; `at` + `count` within BOARD_EEPROM_SIZE. */
void board_write_eeprom(struct board *board, size_t at, const void *bytes, size_t count);
void board_read_eeprom(const struct board *board, size_t at, void *bytes, size_t count);

/* Bytes from the host, taken up one after the other at the cable's speed; returns how
 * many fitted into the queue. */
size_t board_send(struct board *board, const char *bytes, size_t count);

/* Runs until that much virtual time has passed since creation. False (err_text() says
 * why) when the processor crashed. */
bool board_run_until(struct board *board, int64_t t_us);

int64_t board_now_us(const struct board *board);

/* As the divider makes it; 0 before anything was sent. */
int board_baud(const struct board *board);

/* Bit n: channel n of the converter was read. */
unsigned board_channels_read(const struct board *board);

/* As the reset button: all memory is kept. */
void board_reset(struct board *board);

/* For tests: as pulling the plug. Only what lasts without power is kept; the RAM comes up
 * with `ram` in every byte. */
void board_power_on(struct board *board, uint8_t ram);

/* For tests: the program runs away into an endless loop; interrupts go on. */
void board_hang(struct board *board);

/* For tests: bytes of memory that nothing has written to so far, stack included. */
size_t board_untouched_ram(const struct board *board);

#endif
