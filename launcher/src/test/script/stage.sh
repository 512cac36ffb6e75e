# shellcheck shell=bash
# For marquee_test.sh: a fresh project with stand-ins for Java and Maven, a way to run the script in it, expectations.
# Reads script (what is under test) and work (where to build stages); keeps project, bin, out, err, code and failed.
# shellcheck disable=SC2034,SC2154 # variables shared with marquee_test.sh

set_up() {
  stage=$work/$1
  project="$stage/a project"
  bin=$stage/bin
  mkdir -p "$project/launcher/src/main" "$project/.mvn" "$bin"
  cp "$script" "$project/marquee"
  echo root >"$project/pom.xml"
  echo launcher >"$project/launcher/pom.xml"
  echo one >"$project/launcher/src/main/One.java"
  add_tools
  add_jdk 17.0.9
  add_maven 3.8.7
}

add_tools() {
  local tool
  for tool in awk basename bash cat cksum dirname find flock grep mkdir mv nice readlink rm sed sleep sort stty tail touch; do
    ln -s "$(type -P "$tool")" "$bin/$tool"
  done
}

add_jdk() {
  local jdk=$stage/jdk-$1
  mkdir -p "$jdk/bin"
  echo "JAVA_VERSION=\"$1\"" >"$jdk/release"
  write_program "$jdk/bin/javac" 'exit 0'
  write_program "$jdk/bin/java" "
    [[ \$1 != -XshowSettings:properties ]] || { printf '    java.home = %s\n    java.version = %s\n' '$jdk' $1; exit; }
    printf '<%s>' \"\$@\"; echo; exit \${EXIT_CODE:-0}"
  ln -sf "$jdk/bin/java" "$bin/java"
}

# It prints what the file mvn.log holds; mvn.calls has a line for each build.
add_maven() {
  write_program "$bin/mvn" "
    [[ \$1 != -v ]] || { echo 'Apache Maven $1'; exit; }
    echo \"\$*\" >>'$stage/mvn.calls'
    case \$* in *' bench '*) laid_out=bench/target/bench ;; *) laid_out=launcher/target/marquee ;; esac
    rm -rf \$laid_out; mkdir -p \$laid_out/lib
    cat '$stage/mvn.log' 2>/dev/null; exit \${BUILD_EXIT_CODE:-0}"
}

write_program() {
  printf '#!/usr/bin/env bash\n%s\n' "$2" >"$1"
  chmod +x "$1"
}

# Runs the script and sets out, err and code.
marquee() { run "$project/marquee" "$@"; }

run() {
  PATH=$bin "$@" >"$stage/out" 2>"$stage/err"
  code=$?
  out=$(cat "$stage/out")
  err=$(cat "$stage/err")
}

builds() { if [[ -f $stage/mvn.calls ]]; then grep -c . "$stage/mvn.calls"; else echo 0; fi; }

expect() {
  [[ $2 == "$3" ]] || complain "$1: expected '$3', got '$2'"
}

expect_part() {
  [[ $2 == *"$3"* ]] || complain "$1: expected a part '$3', got '$2'"
}

complain() {
  echo "  $1"
  failed=yes
}

# One line on standard error, and exit code 3.
expect_refusal() {
  expect 'exit code' "$code" 3
  expect 'output' "$out" ''
  expect 'lines' "$(grep -c . "$stage/err")" 1
  expect_part 'refusal' "$err" "$1"
}

# The line about the start of the build comes before the reason.
expect_failed_build() {
  expect 'exit code' "$code" 3
  expect 'output' "$out" ''
  expect 'last line' "$(tail -n 1 "$stage/err")" "marquee: $1 The log: $project/target/marquee-build.log"
}
