#!/usr/bin/env bash
# Runs ./marquee in a tiny project with stand-ins for Java and Maven, and nothing else on the PATH than the tools that
# the script may use. Each function named test_... is a test in a fresh folder. Exit code 1 if one failed.
# shellcheck disable=SC2154 # variables shared with stage.sh
set -u
unset CDPATH JAVA_HOME MARQUEE_JAVA_OPTS

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
script=$(cd "$here/../../../.." && pwd)/marquee
work=$(cd -P "$(mktemp -d)" && pwd)
trap 'rm -rf "$work"' EXIT
# shellcheck source-path=SCRIPTDIR source=stage.sh
source "$here/stage.sh"

# --- Java -------------------------------------------------------------------------------------------------------------

test_says_that_java_is_missing() {
  rm "$bin/java"
  marquee up
  expect_refusal 'Java is missing: no JAVA_HOME and no java on the PATH; Java 17 or newer is needed.'
}

test_says_that_java_is_too_old() {
  add_jdk 11.0.2
  marquee up
  expect_refusal "Java 17 or newer is needed; $bin/java is Java 11.0.2."
}

test_asks_a_java_without_a_release_file_for_its_version() {
  add_jdk 1.8.0_402
  rm "$stage/jdk-1.8.0_402/release"
  marquee up
  expect_refusal "$bin/java is Java 1.8.0_402."
}

test_follows_the_stand_in_of_a_version_switcher_to_its_java() {
  rm "$bin/java"
  write_program "$bin/java" "exec '$stage/jdk-17.0.9/bin/java' \"\$@\""
  marquee up
  expect 'exit code' "$code" 0
  expect_part 'output' "$out" '<up>'
}

test_says_that_java_does_not_start() {
  rm "$bin/java"
  write_program "$bin/java" 'echo no room >&2; exit 1'
  marquee up
  expect_refusal "$bin/java does not start: no room"
}

test_takes_JAVA_HOME_over_the_path() {
  add_jdk 11
  JAVA_HOME=$stage/jdk-17.0.9 marquee up
  expect 'exit code' "$code" 0
}

test_says_that_JAVA_HOME_holds_no_java() {
  JAVA_HOME=$stage/nothing marquee up
  expect_refusal "JAVA_HOME is $stage/nothing, which has no bin/java"
}

test_allows_native_access_from_java_24_on_only() {
  marquee up
  [[ $out != *native-access* ]] || complain "Java 17 got $out"
  add_jdk 25
  marquee up
  expect_part 'output' "$out" '<--enable-native-access=ALL-UNNAMED>'
}

# --- What the build needs ---------------------------------------------------------------------------------------------

test_says_that_there_is_no_compiler() {
  rm "$stage/jdk-17.0.9/bin/javac"
  marquee up
  expect_refusal "Building needs a JDK; Java 17.0.9 in $stage/jdk-17.0.9 has no compiler (javac)."
}

test_says_that_maven_is_missing() {
  rm "$bin/mvn"
  marquee up
  expect_refusal 'Maven is missing: no mvn on the PATH; building needs Maven 3.8 or newer.'
}

test_says_that_maven_is_too_old() {
  add_maven 3.6.3
  marquee up
  expect_refusal "Building needs Maven 3.8 or newer; $bin/mvn is Maven 3.6.3."
}

test_takes_maven_4() {
  add_maven 4.0.0
  marquee up
  expect 'exit code' "$code" 0
}

# --- When it builds ---------------------------------------------------------------------------------------------------

test_builds_the_first_time_with_a_line_at_the_start_and_one_at_the_end() {
  marquee up
  expect 'exit code' "$code" 0
  expect 'Maven call' "$(cat "$stage/mvn.calls")" \
    '-B -Dstyle.color=never -Pquick -DskipTests package -pl launcher -am'
  expect 'lines' "$(grep -c 'Marquee' "$stage/err")/$(grep -c . "$stage/err")" 2/2
}

test_builds_nothing_and_needs_no_maven_when_nothing_changed() {
  marquee up
  rm "$bin/mvn" "$stage/jdk-17.0.9/bin/javac"
  touch "$project/launcher/src/main/One.java"
  marquee up
  expect 'exit code' "$code" 0
  expect 'builds' "$(builds)" 1
  expect 'messages' "$err" ''
}

expect_second_build() {
  marquee up
  expect 'exit code' "$code" 0
  expect 'builds' "$(builds)" 2
  marquee up
  expect 'builds' "$(builds)" 2
}

test_builds_again_after_an_edit_even_one_dated_back() {
  marquee up
  echo uno >"$project/launcher/src/main/One.java"
  touch -t 202001010000 "$project/launcher/src/main/One.java"
  expect_second_build
}

test_builds_again_after_a_file_was_added() {
  marquee up
  echo two >"$project/launcher/src/main/Two.java"
  expect_second_build
}

test_builds_again_after_a_file_was_deleted() {
  echo two >"$project/launcher/src/main/Two.java"
  marquee up
  rm "$project/launcher/src/main/Two.java"
  expect_second_build
}

test_builds_again_after_a_pom_or_a_setting_of_maven_changed() {
  marquee up
  echo more >>"$project/launcher/pom.xml"
  marquee up
  echo -Xmx1g >"$project/.mvn/jvm.config"
  marquee up
  expect 'builds' "$(builds)" 3
}

test_builds_again_after_someone_else_laid_out_the_jars() {
  marquee up
  rm -r "$project/launcher/target/marquee"
  expect_second_build
}

test_does_not_build_for_tests_and_temporary_files() {
  marquee up
  mkdir -p "$project/launcher/src/test"
  touch "$project/launcher/src/test/OneTest.java" "$project/launcher/src/main/.One.java.swp" \
    "$project/launcher/src/main/One.java~"
  marquee up
  expect 'builds' "$(builds)" 1
}

test_builds_again_after_a_failed_build() {
  BUILD_EXIT_CODE=1 marquee up
  expect_second_build
}

test_waits_for_another_build_and_uses_what_it_made() {
  type -P flock >/dev/null || return
  marquee up
  cp -R "$project/launcher/target" "$stage/built"
  rm -r "$project/launcher/target"
  exec 8>>"$project/target/marquee-build.lock"
  flock 8
  PATH=$bin "$project/marquee" up >"$stage/out" 2>"$stage/waiting" 8>&- &
  until [[ -s $stage/waiting ]]; do sleep 0.05; done
  mv "$stage/built" "$project/launcher/target"
  exec 8>&-
  wait $!
  expect 'exit code' "$?" 0
  expect 'message' "$(cat "$stage/waiting")" 'Waiting for another marquee that is building.'
  expect 'builds' "$(builds)" 1
}

test_stops_maven_when_it_is_stopped() {
  write_program "$bin/mvn" "
    [[ \$1 != -v ]] || { echo 'Apache Maven 3.8.7'; exit; }
    echo \$\$ >'$stage/mvn.pid'; while [[ -d '$stage' ]]; do sleep 0.05; done"
  PATH=$bin "$project/marquee" up >"$stage/out" 2>"$stage/err" &
  until [[ -s $stage/mvn.pid ]]; do sleep 0.05; done
  kill -TERM $!
  wait $!
  expect 'exit code' "$?" 143
  ! kill -0 "$(cat "$stage/mvn.pid")" 2>/dev/null || complain 'Maven still runs'
  expect 'last line' "$(tail -n 1 "$stage/err")" 'marquee: stopped while building.'
}

# --- Builds that fail -------------------------------------------------------------------------------------------------

fail_build_with() {
  cat >"$stage/mvn.log"
  BUILD_EXIT_CODE=1 marquee up
}

test_says_what_could_not_be_downloaded() {
  fail_build_with <<'LOG'
[ERROR] Failed to execute goal on project topics: Could not resolve dependencies for project com.movieexample:topics:jar:1: Could not transfer artifact org.example:log:pom:1 from/to central (https://repo.example): transfer failed for https://repo.example/log.pom: Unknown host repo.example -> [Help 1]
[ERROR] 
LOG
  expect_failed_build 'Could not download what the build needs: org.example:log:pom:1 from/to central (https://repo.example): Unknown host repo.example; is this machine online?'
}

test_prefers_the_complaint_that_tells_the_cause() {
  fail_build_with <<'LOG'
[ERROR] [ERROR] Some problems were encountered while processing the POMs:
[ERROR] Non-resolvable import POM: Could not transfer artifact org.example:bom:pom:1 from/to central (https://repo.example): transfer failed for https://repo.example/bom.pom @ line 7, column 1
[ERROR]     Non-resolvable import POM: Could not transfer artifact org.example:bom:pom:1 from/to central (https://repo.example): transfer failed for https://repo.example/bom.pom @ line 7, column 1: Connection refused -> [Help 2]
LOG
  expect_failed_build 'Could not download what the build needs: org.example:bom:pom:1 from/to central (https://repo.example): Connection refused; is this machine online?'
}

test_says_what_did_not_compile() {
  fail_build_with <<LOG
[INFO] Building launcher 1   [2/2]
[ERROR] COMPILATION ERROR : 
[ERROR] $project/launcher/src/main/One.java:[3,5] ';' expected
[ERROR] $project/launcher/src/main/One.java:[4,5] ';' expected
LOG
  expect_failed_build "The build failed: launcher/src/main/One.java:[3,5] ';' expected."
}

test_says_what_is_wrong_in_a_pom() {
  fail_build_with <<'LOG'
[ERROR] [ERROR] Some problems were encountered while processing the POMs:
[FATAL] Non-parseable POM topics/pom.xml: start tag not allowed @ line 53, column 3
[ERROR] The build could not read 1 project -> [Help 1]
LOG
  expect_failed_build \
    'The build failed: Non-parseable POM topics/pom.xml: start tag not allowed @ line 53, column 3.'
}

test_gives_the_last_words_of_a_maven_that_names_no_error() {
  fail_build_with <<<'Unrecognized VM option UseNothing'
  expect_failed_build 'The build failed: Unrecognized VM option UseNothing.'
}

test_says_that_it_cannot_write() {
  touch "$project/target"
  marquee up
  expect_refusal "Building needs to write to $project/target, which is not possible."
}

# --- How it starts Java -----------------------------------------------------------------------------------------------

test_passes_arguments_on_as_they_are() {
  marquee import 'a  b' '' '*' "it's"
  expect_part 'output' "$out" "<com.movieexample.launcher.Main><import><a  b><><*><it's>"
}

test_names_the_class_path_and_the_home() {
  marquee up
  expect_part 'output' "$out" "<-Dmarquee.home=$project>"
  expect_part 'output' "$out" "<-cp><$project/launcher/target/marquee/lib/*>"
}

test_gives_options_of_the_user_the_last_word() {
  MARQUEE_JAVA_OPTS=$'-Xmx2g  -Dfilter=*\n-Dlast=1' marquee up
  expect_part 'output' "$out" '<-Xmx2g><-Dfilter=*><-Dlast=1><-cp>'
}

test_lists_the_classes_of_the_first_up_only() {
  marquee verify
  [[ $out != *DumpLoadedClassList* ]] || complain "verify got $out"
  marquee up
  expect_part 'output' "$out" "<-XX:DumpLoadedClassList=$project/launcher/target/marquee/classes-17.0.9-"
}

test_lists_them_again_after_a_start_that_did_not_become_ready() {
  list_classes 'com/movieexample/launcher/Main id: 1'
  marquee up
  expect_part 'output' "$out" '<-XX:DumpLoadedClassList='
}

test_archives_the_listed_classes_and_then_uses_the_archive() {
  # shellcheck disable=SC2016 # for the stand-in to expand
  archive_with 'for option; do [[ $option != -XX:SharedArchiveFile=* ]] || : >"${option#*=}"; done'
  list_classes 'com/movieexample/launcher/terminal/Figures id: 9'
  marquee up
  [[ $out != *DumpLoadedClassList* ]] || complain "listed again: $out"
  await_file "${list%.list}.jsa"
  marquee verify
  expect_part 'output' "$out" "<-XX:SharedArchiveFile=${list%.list}.jsa>"
  marquee --help
  [[ $out != *SharedArchiveFile* ]] || complain "a short command got $out"
}

test_lists_classes_again_after_an_archive_that_failed() {
  archive_with 'exit 1'
  list_classes 'com/movieexample/launcher/terminal/Figures id: 9'
  marquee up
  until [[ ! -f $list ]]; do sleep 0.05; done
  marquee up
  expect_part 'output' "$out" "<-XX:DumpLoadedClassList=$list>"
}

# Sets list, the file in which the first up would have left these lines.
list_classes() {
  marquee up
  list=${out#*DumpLoadedClassList=}
  list=${list%%>*}
  echo "$1" >"$list"
}

# What the stand-in for Java does when it is to make an archive.
archive_with() {
  local java=$stage/jdk-17.0.9/bin/java
  write_program "$java" "
    if [[ \" \$* \" == *' -Xshare:dump '* ]]; then $1; exit; fi
    printf '<%s>' \"\$@\"; echo"
}

await_file() { until [[ -f $1 ]]; do sleep 0.05; done; }

test_starts_short_commands_and_the_demo_with_the_fast_compiler_only() {
  local arguments
  for arguments in '' --help --version help 'demo -h' 'demo --fresh'; do
    # shellcheck disable=SC2086 # a word is an argument
    marquee $arguments
    expect_part "output of '$arguments'" "$out" '<-XX:TieredStopAtLevel=1>'
  done
  marquee verify
  [[ $out != *TieredStopAtLevel* ]] || complain "verify got $out"
}

test_ends_with_the_exit_code_of_the_command() {
  EXIT_CODE=5 marquee verify
  expect 'exit code' "$code" 5
}

test_runs_from_another_directory_and_through_links() {
  mkdir "$stage/links"
  ln -s "../a project/marquee" "$stage/links/relative"
  ln -s "$stage/links/relative" "$stage/absolute link"
  cd "$work" || exit 1
  run "$stage/absolute link" up
  expect_part 'output' "$out" "<-Dmarquee.home=$project>"
  (cd "$stage/links" && PATH=$bin ./relative up >"$stage/out")
  expect_part 'output' "$(cat "$stage/out")" "<-Dmarquee.home=$project>"
}

# --- The bench --------------------------------------------------------------------------------------------------------

add_bench() {
  mkdir -p "$project/bench/src/main"
  echo bench >"$project/bench/pom.xml"
  echo one >"$project/bench/src/main/Bench.java"
}

test_starts_the_bench_as_a_program_of_its_own() {
  add_bench
  marquee bench ingest --runs 2
  expect 'exit code' "$code" 0
  expect_part 'Maven call' "$(cat "$stage/mvn.calls")" 'package -pl bench -am'
  expect_part 'output' "$out" '<-Xms1g><-Xmx4g>'
  expect_part 'output' "$out" "<-cp><$project/bench/target/bench/lib/*>"
  expect_part 'output' "$out" '<com.movieexample.bench.command.Main><ingest><--runs><2>'
}

test_helps_with_the_bench_in_a_small_heap() {
  add_bench
  marquee bench --help
  expect_part 'output' "$out" '<-Xmx64m>'
  expect_part 'output' "$out" '<com.movieexample.bench.command.Main><--help>'
}

test_builds_nothing_else_after_an_edit_of_the_bench() {
  add_bench
  marquee up
  echo uno >"$project/bench/src/main/Bench.java"
  echo more >>"$project/bench/pom.xml"
  marquee up
  expect 'builds' "$(builds)" 1
}

test_builds_the_bench_again_after_an_edit_of_it_or_of_anything() {
  add_bench
  marquee bench all
  marquee bench all
  expect 'builds' "$(builds)" 1
  echo uno >"$project/bench/src/main/Bench.java"
  marquee bench all
  expect 'builds' "$(builds)" 2
  echo uno >"$project/launcher/src/main/One.java"
  marquee bench all
  expect 'builds' "$(builds)" 3
}

# --- Running the tests ------------------------------------------------------------------------------------------------

failures=0
for test in $(compgen -A function test_); do
  failed=no
  set_up "$test"
  "$test"
  if [[ $failed == no ]]; then echo "ok      $test"; else
    echo "FAILED  $test"
    failures=$((failures + 1))
  fi
done
echo "$failures failed"
((failures == 0))
