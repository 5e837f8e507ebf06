kiosk_test(test_firmware unit SRC unit/test_firmware.c support/fake_hal.c
    DEPS manikin_core wire)

# The image itself, in simavr.
kiosk_test(test_image avr SRC avr/test_image.c avr/rig.c
    DEPS manikin_sim manikin_core wire base LIBS m
    ARGS ${PROJECT_BINARY_DIR}/firmware/manikin-uno.elf)
add_dependencies(test_image firmware_uno)

# A sensor is added as firmware/README.md says, but for its folder.
include(${PROJECT_SOURCE_DIR}/firmware/image.cmake)
manikin_image(ramp uno ${CMAKE_CURRENT_SOURCE_DIR}/avr/ramp.c atmega328p 16000000)
kiosk_test(test_sensor avr SRC avr/test_sensor.c avr/rig.c
    DEPS manikin_sim manikin_core wire base LIBS m
    ARGS ${PROJECT_BINARY_DIR}/firmware/manikin-ramp.elf)
add_dependencies(test_sensor firmware_ramp)

# Behind the boot loader of an Uno, built from the source that Debian's arduino-core-avr
# installs. Its ready-made optiboot_atmega328.hex will not do: gcc-avr 5.4 made it 20 bytes
# longer than its 512 bytes of flash. Here it gets 1 KiB, the next size of a boot section.
find_program(AVR_OBJCOPY avr-objcopy REQUIRED)
set(optiboot /usr/share/arduino/hardware/arduino/avr/bootloaders/optiboot/optiboot.c)
set(loader ${CMAKE_CURRENT_BINARY_DIR}/loader)
if(EXISTS ${optiboot})
    add_custom_command(OUTPUT ${loader}.bin
        COMMAND ${AVR_GCC} -mmcu=atmega328p -DF_CPU=16000000L -DBAUD_RATE=115200
            -DLED_START_FLASHES=3 -Os -w -fno-inline-small-functions -fno-split-wide-types
            -mshort-calls -nostartfiles -nostdlib -Wl,--relax
            -Wl,--section-start=.text=0x7c00 -Wl,--section-start=.version=0x7ffe
            ${optiboot} -o ${loader}.elf
        COMMAND ${AVR_OBJCOPY} -O binary --gap-fill 0xFF --pad-to 0x8000
            ${loader}.elf ${loader}.bin
        DEPENDS ${optiboot} VERBATIM)
    add_custom_target(loader DEPENDS ${loader}.bin)
endif()
kiosk_test(test_loader avr SRC avr/test_loader.c avr/rig.c
    DEPS manikin_sim manikin_core wire base LIBS m
    ARGS ${PROJECT_BINARY_DIR}/firmware/manikin-uno.elf ${loader}.bin)
add_dependencies(test_loader firmware_uno)
if(TARGET loader)
    add_dependencies(test_loader loader)
endif()
