#!/bin/sh
# audit.sh: one audit in a pipeline, in plain POSIX shell. Run it in the root of the repository that holds the facts. What it
# is to do is told by variables, so that nothing from outside becomes a part of this text:
#
#   COMPLIANCE_FACTS     globs of facts, one a line (facts/*.json); empty: those of the configuration
#   COMPLIANCE_CONFIG    a configuration, see docs/ci.md
#   COMPLIANCE_BASELINE  a baseline
#   COMPLIANCE_ACCEPTED  a file of accepted risks
#   COMPLIANCE_FAIL_ON   info, low, medium, high, critical or never
#   COMPLIANCE_FORMAT    reports, one a line: FORMAT goes to standard output, FORMAT=FILE into a file (text)
#   COMPLIANCE_BASE      a branch of origin, or a whole commit id. Configuration, baseline and accepted risks are then taken from
#                        there, and not from what is checked out: a pull request cannot accept its own risks
#   COMPLIANCE_CHECK     the program (compliance-check)
#
# A baseline and a file of accepted risks that are not there are missed in a line, and all counts. Ends as the program does: 0
# nothing that counts, 1 flagged, 2 wrong usage or facts, 3 incomplete.
set -eu

newline='
'
program=${COMPLIANCE_CHECK:-compliance-check}
work=

say() { printf 'audit.sh: %s\n' "$*" >&2; }
trap '[ -z "$work" ] || rm -rf "$work"' EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# What COMPLIANCE_BASE names, as origin has it: by its full name, since a tag of the same name would go first. Where origin does
# not answer, what was fetched before.
find_base() {
    case $COMPLIANCE_BASE in
        -*) say "COMPLIANCE_BASE is no branch or commit: $COMPLIANCE_BASE" && return 1 ;;
        refs/*) wanted=$COMPLIANCE_BASE had=refs/remotes/origin/${COMPLIANCE_BASE#refs/heads/} ;;
        *[!0-9a-f]*) wanted=refs/heads/$COMPLIANCE_BASE had=refs/remotes/origin/$COMPLIANCE_BASE ;;
        *) case ${#COMPLIANCE_BASE} in # a commit has all its digits; a branch may be called 2024 or cafe
            40 | 64) wanted=$COMPLIANCE_BASE had=$COMPLIANCE_BASE ;;
            *) wanted=refs/heads/$COMPLIANCE_BASE had=refs/remotes/origin/$COMPLIANCE_BASE ;;
        esac ;;
    esac
    depth=--depth=1 # a clone that has its history keeps it
    [ "$(git rev-parse --is-shallow-repository)" = true ] || depth=
    # shellcheck disable=SC2086 # no depth is no word
    if git fetch --quiet --no-tags $depth origin "$wanted" 2>"$work/fetch"; then
        base=$(git rev-parse FETCH_HEAD)
    elif ! base=$(git rev-parse --verify --quiet "$had^{commit}"); then
        cat "$work/fetch" >&2
        say "the base cannot be had: $COMPLIANCE_BASE" && return 1
    fi
}

# The tree of the base, beside the repository: nothing that is checked out, its .gitattributes neither, has a say in it.
check_out_base() {
    find_base || return 1
    trusted=$work/base
    mkdir "$trusted" &&
        GIT_INDEX_FILE=$work/index git read-tree "$base" &&
        GIT_INDEX_FILE=$work/index git --work-tree="$trusted" checkout-index --all --quiet
}

if [ -n "${COMPLIANCE_BASE-}" ]; then
    work=$(mktemp -d "${RUNNER_TEMP:-${TMPDIR:-/tmp}}/compliance.XXXXXX")
    check_out_base || exit 2
fi

set --
for kind in config baseline accepted; do
    case $kind in
        config) file=${COMPLIANCE_CONFIG-} ;;
        baseline) file=${COMPLIANCE_BASELINE-} ;;
        accepted) file=${COMPLIANCE_ACCEPTED-} ;;
    esac
    [ -n "$file" ] || continue
    path=${work:+$trusted/}$file
    if [ -f "$path" ]; then
        set -- "$@" "--$kind=$path"
    else
        say "$file is not there${COMPLIANCE_BASE:+, on the base ($COMPLIANCE_BASE)}"
        [ "$kind" != config ] || exit 2
    fi
done
[ -z "${COMPLIANCE_FAIL_ON-}" ] || set -- "$@" "--fail-on=$COMPLIANCE_FAIL_ON"

# Lines, not words: a name may have blanks. Without globbing, then with it.
IFS=$newline
set -f
for format in ${COMPLIANCE_FORMAT:-text}; do
    case $format in
        *=*) set -- "$@" "--output=$format" ;;
        *) set -- "$@" "--format=$format" ;;
    esac
done
set +f
set -- "$@" --
for file in ${COMPLIANCE_FACTS-facts/*.json}; do set -- "$@" "$file"; done # a glob without a file stays as it is: an error

status=0
"$program" "$@" || status=$?
exit "$status"
