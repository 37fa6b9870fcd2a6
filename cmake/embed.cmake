# The files the program ships with are inside it: data/ (law, calendars, codes, message catalogs), the style sheet, the fonts and
# the migrations. base/embedded.hpp reads them by their path in the repository.
file(GLOB_RECURSE embedded_files CONFIGURE_DEPENDS
     data/law/*.toml data/map/*.svg data/codes/*.json data/bodies/*.toml src/web/pages/assets/* src/store/migrations/*.sql src/store/sqlite/*.sql src/store/postgres/*.sql)
set(catalogs)
foreach(language en fr es)
  set(po ${CMAKE_SOURCE_DIR}/data/messages/${language}.po)
  if(EXISTS ${po})
    set(mo ${CMAKE_BINARY_DIR}/messages/${language}.mo)
    add_custom_command(OUTPUT ${mo}
      COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/messages
      COMMAND ${GETTEXT_MSGFMT_EXECUTABLE} --check --output-file=${mo} ${po} DEPENDS ${po} VERBATIM)
    list(APPEND catalogs ${mo})
  endif()
endforeach()
set(assembly "    .section .rodata\n")
set(table "")
set(index 0)
foreach(file IN LISTS embedded_files catalogs)
  if(file MATCHES "\\.mo$")
    get_filename_component(stem ${file} NAME)
    set(path "messages/${stem}")
  else()
    file(RELATIVE_PATH path ${CMAKE_SOURCE_DIR} ${file})
  endif()
  string(APPEND assembly "    .global comity_file_${index}\ncomity_file_${index}:\n    .incbin \"${file}\"\n    .global comity_file_${index}_end\ncomity_file_${index}_end:\n    .byte 0\n")
  string(APPEND declarations "extern const char comity_file_${index}, comity_file_${index}_end;\n")
  string(APPEND table "    {\"${path}\", &comity_file_${index}, &comity_file_${index}_end},\n")
  math(EXPR index "${index} + 1")
endforeach()
string(APPEND assembly "    .section .note.GNU-stack,\"\",%progbits\n")
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/embedded.S CONTENT "${assembly}" @ONLY)
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/embedded_table.cpp CONTENT
"extern \"C\" {
${declarations}}
struct comity_embedded_file { const char* path; const char* begin; const char* end; };
extern const comity_embedded_file comity_embedded_files[] = {
${table}    {nullptr, nullptr, nullptr}};
" @ONLY)
set_source_files_properties(${CMAKE_BINARY_DIR}/embedded.S PROPERTIES OBJECT_DEPENDS "${embedded_files};${catalogs}" LANGUAGE ASM)
add_library(comity_embedded STATIC ${CMAKE_BINARY_DIR}/embedded.S ${CMAKE_BINARY_DIR}/embedded_table.cpp)
