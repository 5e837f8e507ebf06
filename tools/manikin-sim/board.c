/* SPDX-License-Identifier: MIT */
#include "manikin-sim/board.h"

#include <assert.h>
#include <fcntl.h>
#include <gelf.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <avr_adc.h>
#include <avr_eeprom.h>
#include <avr_uart.h>
#include <sim_avr.h>
#include <sim_regbit.h>

#include "base/err.h"

enum {
    CLOCK_HZ = 16000000,
    CYCLES_PER_US = CLOCK_HZ / 1000000,
    SUPPLY_MV = 5000,
    RAM_IN_ELF = 0x800000, /* where avr-gcc's linker puts what is not flash */
    RAM_START = 0x100,
    RAM_PAINT = 0xA5,
    QUEUE_SIZE = 256,
    /* simavr's receiver takes 11 bits a byte at 117647 baud, 1496 cycles: stay below. */
    CYCLES_PER_BYTE = 1520,
};

struct board {
    avr_t *avr;
    struct board_wiring wiring;
    avr_irq_t *adc;
    avr_irq_t *uart;
    avr_uart_t *uart_parts;
    unsigned channels_read;
    int baud;
    char queue[QUEUE_SIZE]; /* from the host */
    size_t queue_head;
    size_t queue_count;
};

/* ---- loading ---- */

static bool load_segments(avr_t *avr, Elf *elf, const char *path)
{
    size_t count = 0;
    size_t size = 0;
    char *image = elf_rawfile(elf, &size);
    if (!image || elf_getphdrnum(elf, &count) != 0) {
        return err_set("%s: not an ELF image: build the firmware again", path);
    }
    size_t loaded = 0;
    for (size_t i = 0; i < count; i++) {
        GElf_Phdr segment;
        if (!gelf_getphdr(elf, (int)i, &segment) || segment.p_type != PT_LOAD ||
            segment.p_paddr >= RAM_IN_ELF) {
            continue;
        }
        if (segment.p_offset > size || segment.p_filesz > size - segment.p_offset ||
            segment.p_paddr + segment.p_filesz > avr->flashend + 1) {
            return err_set("%s: segment %zu does not fit an ATmega328P: "
                           "build the firmware again",
                           path, i);
        }
        avr_loadcode(avr, (uint8_t *)image + segment.p_offset, (uint32_t)segment.p_filesz,
                     (avr_flashaddr_t)segment.p_paddr);
        loaded += segment.p_filesz;
    }
    return loaded > 0 || err_set("%s: holds no code: build the firmware again", path);
}

static bool load_image(avr_t *avr, const char *path)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        return err_set("%s: cannot be read: build the firmware, or name it with --elf",
                       path);
    }
    bool good = false;
    elf_version(EV_CURRENT);
    Elf *elf = elf_begin(fd, ELF_C_READ, NULL);
    GElf_Ehdr header;
    if (!elf || !gelf_getehdr(elf, &header) || header.e_machine != EM_AVR) {
        err_set("%s: not an AVR image: name one with --elf", path);
    } else {
        good = load_segments(avr, elf, path);
    }
    elf_end(elf);
    close(fd);
    return good;
}

void board_add_loader(struct board *board, const void *code, size_t size)
{
    assert(size <= BOARD_LOADER_SIZE_MAX);
    uint8_t copy[BOARD_LOADER_SIZE_MAX];
    memcpy(copy, code, size);
    avr_flashaddr_t start = BOARD_FLASH_SIZE - (avr_flashaddr_t)size;
    avr_loadcode(board->avr, copy, (uint32_t)size, start);
    board->avr->reset_pc = start;
    avr_reset(board->avr);
    avr_regbit_set(board->avr, board->avr->reset_flags.porf);
}

/* ---- wiring ---- */

static void conversion_starts(struct avr_irq_t *irq, uint32_t value, void *param)
{
    (void)irq;
    struct board *board = param;

    const union {
        uint32_t value;
        avr_adc_mux_t mux;
    } asked = {.value = value};

    if (asked.mux.kind == ADC_MUX_SINGLE) {
        board->channels_read |= 1u << asked.mux.src;
    }
    int mv = board->wiring.sensor_mv(board->wiring.context, board_now_us(board));
    mv = mv < 0 ? 0 : mv > SUPPLY_MV ? SUPPLY_MV : mv;
    avr_raise_irq(board->adc + ADC_IRQ_ADC0 + board->wiring.channel, (uint32_t)mv);
}

/*
 * The cycles of one bit. From the next byte on simavr takes ten of them for a byte where
 * it counts a parity bit that is not there.
 */
static void pace(struct board *board)
{
    avr_t *avr = board->avr;
    const avr_uart_t *uart = board->uart_parts;
    unsigned high = avr_regbit_get(avr, uart->ubrrh);
    unsigned divider = avr_regbit_get(avr, uart->ubrrl) | high << 8;
    unsigned bit = (divider + 1) * (avr_regbit_get(avr, uart->u2x) ? 8 : 16);
    board->baud = (int)((CLOCK_HZ + bit / 2) / bit);
    if (board->wiring.true_to_baud) {
        board->uart_parts->cycles_per_byte = (avr_cycle_count_t)bit * 10;
    }
}

static void byte_leaves(struct avr_irq_t *irq, uint32_t value, void *param)
{
    (void)irq;
    struct board *board = param;
    pace(board);
    board->wiring.sent(board->wiring.context, (char)value);
}

static avr_cycle_count_t byte_arrives(avr_t *avr, avr_cycle_count_t when, void *param)
{
    (void)avr;
    struct board *board = param;
    if (board->queue_count == 0) {
        return 0;
    }
    uint8_t byte = (uint8_t)board->queue[board->queue_head];
    board->queue_head = (board->queue_head + 1) % QUEUE_SIZE;
    board->queue_count--;
    avr_raise_irq(board->uart + UART_IRQ_INPUT, byte);
    return when + CYCLES_PER_BYTE;
}

/* A sleeping processor jumps to its next timer: this one makes it stop in time. */
static avr_cycle_count_t run_ends(avr_t *avr, avr_cycle_count_t when, void *param)
{
    (void)avr;
    (void)when;
    (void)param;
    return 0;
}

static void sleep_takes_no_time(avr_t *avr, avr_cycle_count_t how_long)
{
    (void)avr;
    (void)how_long;
}

static void log_nothing(avr_t *avr, const int level, const char *format, va_list ap)
{
    (void)avr;
    (void)level;
    (void)format;
    (void)ap;
}

static avr_uart_t *find_uart(avr_t *avr)
{
    avr_io_t *io = avr->io_port;
    while (io && (strcmp(io->kind, "uart") != 0 || ((avr_uart_t *)io)->name != '0')) {
        io = io->next;
    }
    assert(io);
    return (avr_uart_t *)io;
}

static void wire_up(struct board *board)
{
    avr_t *avr = board->avr;
    avr->frequency = CLOCK_HZ;
    avr->vcc = avr->avcc = avr->aref = SUPPLY_MV;
    avr->sleep = sleep_takes_no_time;
    board->adc = avr_io_getirq(avr, AVR_IOCTL_ADC_GETIRQ, 0);
    board->uart = avr_io_getirq(avr, AVR_IOCTL_UART_GETIRQ('0'), 0);
    board->uart_parts = find_uart(avr);
    uint32_t flags = 0; /* no echo to our stdout, no naps */
    avr_ioctl(avr, AVR_IOCTL_UART_SET_FLAGS('0'), &flags);
    avr_irq_register_notify(board->adc + ADC_IRQ_OUT_TRIGGER, conversion_starts, board);
    avr_irq_register_notify(board->uart + UART_IRQ_OUTPUT, byte_leaves, board);
}

struct board *board_create(const char *elf_path, const struct board_wiring *wiring)
{
    avr_global_logger_set(log_nothing);
    struct board *board = calloc(1, sizeof *board);
    assert(board);
    board->wiring = *wiring;
    board->avr = avr_make_mcu_by_name("atmega328p");
    assert(board->avr);
    avr_init(board->avr);
    wire_up(board);
    if (!load_image(board->avr, elf_path)) {
        board_destroy(board);
        return NULL;
    }
    memset(board->avr->data + RAM_START, RAM_PAINT,
           (size_t)board->avr->ramend + 1 - RAM_START);
    return board;
}

/* What avr_terminate() forgets. */
static void free_signals(avr_t *avr)
{
    for (size_t i = 0; i < MAX_IOs; i++) {
        avr_free_irq(avr->io[i].irq, 9); /* eight bits and the whole register */
    }
    for (int i = 0; i < avr->irq_pool.count; i++) {
        if (avr->irq_pool.irq[i]) {
            avr_free_irq(avr->irq_pool.irq[i], 1);
        }
    }
    free(avr->irq_pool.irq);
}

void board_destroy(struct board *board)
{
    if (!board) {
        return;
    }
    avr_terminate(board->avr);
    free_signals(board->avr);
    free(board->avr);
    free(board);
}

/* ---- running ---- */

void board_write_eeprom(struct board *board, size_t at, const void *bytes, size_t count)
{
    assert(at + count <= BOARD_EEPROM_SIZE);
    uint8_t copy[BOARD_EEPROM_SIZE];
    memcpy(copy, bytes, count);
    avr_eeprom_desc_t part = {
        .ee = copy, .offset = (uint16_t)at, .size = (uint32_t)count};
    avr_ioctl(board->avr, AVR_IOCTL_EEPROM_SET, &part);
}

void board_read_eeprom(const struct board *board, size_t at, void *bytes, size_t count)
{
    assert(at + count <= BOARD_EEPROM_SIZE);
    avr_eeprom_desc_t part = {
        .ee = bytes, .offset = (uint16_t)at, .size = (uint32_t)count};
    avr_ioctl(board->avr, AVR_IOCTL_EEPROM_GET, &part);
}

size_t board_send(struct board *board, const char *bytes, size_t count)
{
    size_t taken = 0;
    while (taken < count && board->queue_count < QUEUE_SIZE) {
        size_t at = (board->queue_head + board->queue_count) % QUEUE_SIZE;
        board->queue[at] = bytes[taken++];
        board->queue_count++;
    }
    return taken;
}

bool board_run_until(struct board *board, int64_t t_us)
{
    avr_t *avr = board->avr;
    avr_cycle_count_t end = (avr_cycle_count_t)t_us * CYCLES_PER_US;
    /* Registered here, since a reset forgets all timers. */
    if (board->queue_count > 0 && avr_cycle_timer_status(avr, byte_arrives, board) == 0) {
        avr_cycle_timer_register(avr, CYCLES_PER_BYTE, byte_arrives, board);
    }
    if (avr->cycle < end) {
        avr_cycle_timer_register(avr, end - avr->cycle, run_ends, board);
    }
    while (avr->cycle < end) {
        int state = avr_run(avr);
        if (state == cpu_Done || state == cpu_Crashed) {
            return err_set("the simulated processor stopped at address %#x after %lld us",
                           avr->pc, (long long)board_now_us(board));
        }
    }
    return true;
}

int64_t board_now_us(const struct board *board)
{
    return (int64_t)(board->avr->cycle / CYCLES_PER_US);
}

int board_baud(const struct board *board)
{
    return board->baud;
}

unsigned board_channels_read(const struct board *board)
{
    return board->channels_read;
}

void board_reset(struct board *board)
{
    board->queue_count = 0;
    avr_reset(board->avr);
    avr_regbit_set(board->avr, board->avr->reset_flags.extrf);
}

void board_power_on(struct board *board, uint8_t ram)
{
    board->queue_count = 0;
    avr_reset(board->avr);
    avr_regbit_set(board->avr, board->avr->reset_flags.porf);
    memset(board->avr->data + RAM_START, ram, (size_t)board->avr->ramend + 1 - RAM_START);
}

void board_hang(struct board *board)
{
    /* Every image ends in one: `rjmp .-2`, where main() would return to. */
    avr_t *avr = board->avr;
    avr_flashaddr_t at = BOARD_FLASH_SIZE - BOARD_LOADER_SIZE_MAX;
    while (at > 0 && (avr->flash[at] != 0xFF || avr->flash[at + 1] != 0xCF)) {
        at -= 2;
    }
    assert(at > 0);
    avr->pc = at;
}

size_t board_untouched_ram(const struct board *board)
{
    size_t longest = 0;
    size_t run = 0;
    for (size_t at = RAM_START; at <= board->avr->ramend; at++) {
        run = board->avr->data[at] == RAM_PAINT ? run + 1 : 0;
        longest = run > longest ? run : longest;
    }
    return longest;
}
