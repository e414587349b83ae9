# shellcheck shell=bash
# For the cases: a command as it was given, what it says on both streams in their order, and its status.
# `brief` keeps of a report only the lines that tell cases apart; the rest is tested where reports are made.
say() {
    printf '$'
    printf ' %q' "$@"
    printf '\n'
    "$@" 2>&1
    echo "-> $?"
}

brief() {
    local report status
    report=$(mktemp)
    "$@" >"$report"
    status=$?
    sed -n '/ as of /p; /cannot be decided,/p; /was refused/p' "$report"
    rm "$report"
    return $status
}
