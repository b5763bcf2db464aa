# One module of src/ is one static library. DEPS names the modules it may include, LIBS the
# third-party libraries that only it may use; tests/layering holds the includes to the same lists.

add_library(hegao_flags INTERFACE)
target_compile_options(hegao_flags INTERFACE -Wall -Wextra -Wshadow -Wconversion -Wno-sign-conversion
                       # GCC 12 warns of its own std::string + "literal" (bug 105651).
                       $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
target_include_directories(hegao_flags INTERFACE ${CMAKE_SOURCE_DIR}/src)
if(HEGAO_SANITIZE)
  target_compile_options(hegao_flags INTERFACE -fsanitize=${HEGAO_SANITIZE} -fno-omit-frame-pointer
                                               -fno-sanitize-recover=all)
  target_link_options(hegao_flags INTERFACE -fsanitize=${HEGAO_SANITIZE})
endif()

function(hegao_module name)
  cmake_parse_arguments(ARG "" "" "DEPS;LIBS" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cc)
  list(FILTER sources EXCLUDE REGEX "/(generate|embed)/")  # programs that run during the build
  add_library(hegao_${name} STATIC ${sources})
  list(TRANSFORM ARG_DEPS PREPEND hegao_)
  target_link_libraries(hegao_${name} PUBLIC hegao_flags ${ARG_DEPS} PRIVATE ${ARG_LIBS})
endfunction()
