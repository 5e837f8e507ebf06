# cmake -DAVR_SIZE= -DIMAGE= -DFLASH_LIMIT= -DRAM_LIMIT= -P size.cmake
# Prints what the image needs and fails where it is over a limit.
execute_process(COMMAND ${AVR_SIZE} -A ${IMAGE}
    OUTPUT_VARIABLE sections COMMAND_ERROR_IS_FATAL ANY)
foreach(section text data bss noinit)
    set(${section} 0)
    if(sections MATCHES "\n\\.${section} +([0-9]+)")
        set(${section} ${CMAKE_MATCH_1})
    endif()
endforeach()
math(EXPR flash "${text} + ${data}")
math(EXPR ram "${data} + ${bss} + ${noinit}")
message(STATUS "flash ${flash} of ${FLASH_LIMIT} bytes, RAM ${ram} of ${RAM_LIMIT} bytes")
if(flash GREATER FLASH_LIMIT OR ram GREATER RAM_LIMIT)
    message(FATAL_ERROR "${IMAGE} is over its limit: make it smaller, or raise the limit "
        "in firmware/image.cmake and say why")
endif()
