# manikin_image(NAME BOARD SENSOR MCU CLOCK_HZ): boards/BOARD.h with mcu/avr/sensors/SENSOR.c
# becomes firmware/manikin-NAME.elf, whose model is BOARD-SENSOR. SENSOR may also be a file
# elsewhere: the tests bring one.
#
# The whole image in one compiler call: some 13 small files, one second. avr-gcc 5.4 knows
# fewer warnings than the host's; these are all that serve.
find_program(AVR_GCC avr-gcc REQUIRED)
find_program(AVR_SIZE avr-size REQUIRED)

set(AVR_SOURCES
    wire/crc.c wire/line.c wire/message.c
    core/calib.c core/command.c core/main-loop.c core/sample.c
    mcu/avr/main.c mcu/avr/store.c mcu/avr/tick.c mcu/avr/uart.c mcu/avr/watchdog.c)
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

function(manikin_image name board sensor mcu clock_hz)
    set(image ${PROJECT_BINARY_DIR}/firmware/manikin-${name}.elf)
    set(folder ${CMAKE_CURRENT_FUNCTION_LIST_DIR})
    set(sensor_file ${folder}/mcu/avr/sensors/${sensor}.c)
    if(IS_ABSOLUTE ${sensor})
        set(sensor_file ${sensor})
        cmake_path(GET sensor STEM sensor)
    endif()
    list(TRANSFORM AVR_SOURCES PREPEND ${folder}/ OUTPUT_VARIABLE sources)
    list(TRANSFORM AVR_HEADERS PREPEND ${folder}/ OUTPUT_VARIABLE headers)
    # Checked before it gets its name: an image over its limit never looks up to date.
    add_custom_command(OUTPUT ${image}
        COMMAND ${AVR_GCC} -mmcu=${mcu} -DF_CPU=${clock_hz}UL ${AVR_FLAGS}
            "-DBOARD_HEADER=\"boards/${board}.h\"" "-DBOARD_MODEL=\"${board}-${sensor}\""
            "-DFIRMWARE_VERSION=\"${PROJECT_VERSION}\"" "-DBOARD_SERIAL=\"${MANIKIN_SERIAL}\""
            -I${folder} -Wl,--gc-sections ${sources} ${sensor_file} -o ${image}.unchecked
        COMMAND ${CMAKE_COMMAND} -DAVR_SIZE=${AVR_SIZE} -DIMAGE=${image}.unchecked
            -DFLASH_LIMIT=${AVR_FLASH_LIMIT} -DRAM_LIMIT=${AVR_RAM_LIMIT}
            -P ${folder}/size.cmake
        COMMAND ${CMAKE_COMMAND} -E rename ${image}.unchecked ${image}
        DEPENDS ${sources} ${sensor_file} ${headers} ${folder}/boards/${board}.h
            ${folder}/image.cmake ${folder}/size.cmake
        COMMENT "Building manikin-${name}.elf" VERBATIM)
    add_custom_target(firmware_${name} ALL DEPENDS ${image})
endfunction()
