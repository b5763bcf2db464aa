# Puts every file under the given folders into a library, as constant data with YAML parsed ahead.
# The host tool is built from the module's own sources because the library itself needs its output.
function(hegao_embed_files library)
  cmake_parse_arguments(ARG "" "ROOT" "FOLDERS" ${ARGN})
  set(paths "")
  foreach(folder ${ARG_FOLDERS})
    file(GLOB_RECURSE found CONFIGURE_DEPENDS LIST_DIRECTORIES false
         RELATIVE ${ARG_ROOT} ${ARG_ROOT}/${folder}/*)
    list(APPEND paths ${found})
  endforeach()
  # Hidden files and editors' backups are no part of a pack.
  list(FILTER paths EXCLUDE REGEX "(^|/)\\.|~$")
  list(SORT paths)

  set(tool_dir ${CMAKE_SOURCE_DIR}/src/rulepack)
  add_executable(hegao_embed
    ${tool_dir}/embed/embed_main.cc ${tool_dir}/flat_tree.cc ${tool_dir}/problems.cc
    ${tool_dir}/scalar_span.cc ${tool_dir}/syntax_hint.cc ${tool_dir}/yaml_events.cc)
  target_link_libraries(hegao_embed PRIVATE hegao_text yaml-cpp)
  # The main program alone belongs at the top of the build folder.
  set_target_properties(hegao_embed PROPERTIES
    RUNTIME_OUTPUT_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/embed)

  set(list_file ${CMAKE_CURRENT_BINARY_DIR}/embed/files.txt)
  set(output ${CMAKE_CURRENT_BINARY_DIR}/embed/embedded_tables.cc)
  list(JOIN paths "\n" lines)
  file(GENERATE OUTPUT ${list_file} CONTENT "${lines}\n")
  list(TRANSFORM paths PREPEND ${ARG_ROOT}/ OUTPUT_VARIABLE inputs)
  add_custom_command(
    OUTPUT ${output}
    COMMAND hegao_embed ${ARG_ROOT} ${list_file} ${output}
    DEPENDS hegao_embed ${list_file} ${inputs}
    COMMENT "Embedding ${ARG_FOLDERS}"
    VERBATIM)
  target_sources(${library} PRIVATE ${output})
endfunction()
