/* SPDX-License-Identifier: MIT */
/* Arduino Uno R3 and Nano (ATmega328P, 16 MHz); a potentiometer's wiper on A0. */
#ifndef FIRMWARE_BOARDS_UNO_H
#define FIRMWARE_BOARDS_UNO_H

#define BOARD_BAUD        115200UL
#define BOARD_ADC_CHANNEL 0

#endif
