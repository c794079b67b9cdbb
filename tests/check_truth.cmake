cmake_minimum_required(VERSION 3.25)

# Compares the cards of real notes with hand-made truth, where a checkout of it stands
# beside the source tree. WENGU is the program, SCORE the script that judges it.

find_program(PYTHON3 python3)
if(NOT EXISTS ${SCORE} OR NOT PYTHON3)
  message("skipped: no truth files beside the source tree (${SCORE})")
  return()
endif()
execute_process(COMMAND ${PYTHON3} ${SCORE} ${WENGU} --gates --verbose
  OUTPUT_VARIABLE table ERROR_VARIABLE table RESULT_VARIABLE result)
message("${table}")
if(NOT result EQUAL 0)
  message(FATAL_ERROR "some notes fell short of their gates")
endif()
