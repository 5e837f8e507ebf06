# kiosk_board(NAME MCU CLOCK_HZ): builds boards/NAME.h into firmware/manikin-NAME.elf.
#
# The whole image in one compiler call: 12 small files, one second. avr-gcc 5.4 knows fewer
# warnings than the host's; these are all that serve.
find_program(AVR_GCC avr-gcc REQUIRED)
find_program(AVR_SIZE avr-size REQUIRED)

set(AVR_SOURCES
    wire/crc.c wire/line.c wire/message.c
    core/calib.c core/command.c core/main-loop.c core/sample.c
    mcu/avr/sensors/pot.c mcu/avr/main.c mcu/avr/store.c mcu/avr/tick.c mcu/avr/uart.c
    mcu/avr/watchdog.c)
set(AVR_HEADERS
    wire/wire.h core/calib.h core/hal.h core/manikin.h core/sample.h mcu/avr/avr.h)
set(AVR_FLAGS
    -std=c11 -Os -g -flto -ffunction-sections -fdata-sections -fno-common
    -Wall -Wextra -Wpedantic -Werror -Wshadow -Wundef -Wvla -Wconversion -Wsign-conversion
    -Wdouble-promotion -Wformat=2 -Wcast-qual -Wwrite-strings -Wstrict-prototypes
    -Wmissing-prototypes -Wold-style-definition -Wswitch-enum -Wlogical-op
    -Wjump-misses-init)
set(MANIKIN_SERIAL "" CACHE STRING "Serial of a board whose EEPROM holds none, 15 bytes")
set(AVR_FLASH_LIMIT 16384)
set(AVR_RAM_LIMIT 1228) # of 2048 bytes: the rest is stack

function(kiosk_board name mcu clock_hz)
    set(image ${PROJECT_BINARY_DIR}/firmware/manikin-${name}.elf)
    list(TRANSFORM AVR_SOURCES PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/ OUTPUT_VARIABLE sources)
    # Checked before it gets its name: an image over its limit never looks up to date.
    add_custom_command(OUTPUT ${image}
        COMMAND ${AVR_GCC} -mmcu=${mcu} -DF_CPU=${clock_hz}UL ${AVR_FLAGS}
            "-DBOARD_HEADER=\"boards/${name}.h\"" "-DFIRMWARE_VERSION=\"${PROJECT_VERSION}\""
            "-DBOARD_SERIAL=\"${MANIKIN_SERIAL}\""
            -I${CMAKE_CURRENT_SOURCE_DIR} -Wl,--gc-sections ${sources} -o ${image}.unchecked
        COMMAND ${CMAKE_COMMAND} -DAVR_SIZE=${AVR_SIZE} -DIMAGE=${image}.unchecked
            -DFLASH_LIMIT=${AVR_FLASH_LIMIT} -DRAM_LIMIT=${AVR_RAM_LIMIT}
            -P ${CMAKE_CURRENT_SOURCE_DIR}/size.cmake
        COMMAND ${CMAKE_COMMAND} -E rename ${image}.unchecked ${image}
        DEPENDS ${sources} ${AVR_HEADERS} boards/${name}.h boards.cmake size.cmake
        COMMENT "Building manikin-${name}.elf" VERBATIM)
    add_custom_target(firmware_${name} ALL DEPENDS ${image})
endfunction()

kiosk_board(uno atmega328p 16000000)
