# Runs ANALYZE with ARGS on TRACE and expects the bytes of EXPECTED; what came instead is
# kept as ACTUAL. TRACE_ACCEPT=1 in the environment accepts it: look at it before.
execute_process(COMMAND ${ANALYZE} ${ARGS} ${TRACE}
    OUTPUT_FILE ${ACTUAL} ERROR_VARIABLE said RESULT_VARIABLE status)
if(NOT status EQUAL 0)
    message(FATAL_ERROR "${TRACE}: exit ${status}: ${said}")
endif()
if(DEFINED ENV{TRACE_ACCEPT})
    file(COPY_FILE ${ACTUAL} ${EXPECTED})
endif()
execute_process(COMMAND ${CMAKE_COMMAND} -E compare_files ${EXPECTED} ${ACTUAL}
    RESULT_VARIABLE differs OUTPUT_QUIET ERROR_QUIET)
if(differs)
    execute_process(COMMAND diff -u ${EXPECTED} ${ACTUAL})
    message(FATAL_ERROR "${TRACE}: the result is not ${EXPECTED} but ${ACTUAL}")
endif()
