#!/usr/bin/env bash
# Installs what the tests need, builds once and runs every test.
#
#   ./test.sh                  all
#   ./test.sh domain|web|e2e   one project
#
# Ends with "N passed, N failed" and fails when anything failed, crashed or was missing.
# Variables: CHROMIUM (another browser than Debian's), SHOTS (a folder for pictures of every page).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

# Debug, because "dotnet run" builds Debug: whoever has started the app has already built most of this.
configuration=Debug
output=debug
reports=artifacts/test-results
passed=0 failed=0 skipped=0 complete=no

install_missing() {
    local missing=() as_root=()
    [[ -n ${CHROMIUM:-} ]] || command -v chromium >/dev/null || missing+=(chromium)
    command -v pdftotext >/dev/null || missing+=(poppler-utils)
    command -v clamd >/dev/null || missing+=(clamav-daemon)
    command -v soffice >/dev/null || missing+=(libreoffice-calc-nogui)
    # Debian's own Python, whatever other one comes first on the path.
    /usr/bin/python3 -c 'import aiosmtpd' 2>/dev/null || missing+=(python3-aiosmtpd)
    ((${#missing[@]} == 0)) && return
    ((EUID == 0)) || as_root=(sudo)
    echo "Installing ${missing[*]}"
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# The app and its tests need no ICU, but the SDK's own commands end at once on a machine without it.
mind_missing_icu() {
    dotnet msbuild -version >/dev/null 2>&1 || export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1
}

build() {
    echo "Building $1"
    dotnet build "$1" --configuration "$configuration" --verbosity quiet --nologo -clp:NoSummary
}

# One journey starts the app as an office installs it.
publish_app() {
    dotnet publish src/ZonaIntegritas.Web --no-build --configuration "$configuration" --verbosity quiet --nologo \
        --output "artifacts/publish/ZonaIntegritas.Web/$output"
}

# count REPORT NAME: a figure from the report's assembly element; 0 when there is none.
count() {
    local figure
    figure=$(grep -o '<assembly [^>]*>' "$1" | grep -o " $2=\"[0-9]*\"" | grep -o '[0-9]*' || true)
    echo "${figure:-0}"
}

# run PROJECT TIME: a report that is missing or empty is a failure too, and so is a bad end after good tests.
run() {
    local project=$1 limit=$2 report=$reports/$1.xml status=0 bad
    echo "Running $project"
    rm -f "$report"
    timeout --kill-after=10s "$limit" dotnet "artifacts/bin/$project/$output/$project.dll" -noLogo -noColor -result-xml "$report" || status=$?
    if [[ ! -s $report ]] || (($(count "$report" total) == 0)); then
        echo "$project ran no test to its end (exit code $status)."
        failed=$((failed + 1))
        return
    fi

    bad=$(($(count "$report" failed) + $(count "$report" errors)))
    if ((status != 0 && bad == 0)); then
        echo "$project ended with exit code $status after its tests."
        bad=1
    fi

    passed=$((passed + $(count "$report" passed)))
    failed=$((failed + bad))
    skipped=$((skipped + $(count "$report" skipped)))
}

run_domain() { run ZonaIntegritas.Domain.Tests 2m; }
run_web() { run ZonaIntegritas.Web.Tests 12m; }
run_e2e() { publish_app; run ZonaIntegritas.E2E 20m; }

# The last line is said even when the build failed or somebody ended this program, and then it says so.
finish() {
    local skips=""
    [[ $complete == yes ]] || failed=$((failed + 1))
    ((skipped == 0)) || skips=", $skipped skipped"
    echo "$passed passed, $failed failed$skips"
    exit $((failed > 0))
}

main() {
    case ${1:-all} in
        all | domain | web | e2e) ;;
        *) echo "Usage: ./test.sh [domain|web|e2e]" >&2; exit 2 ;;
    esac

    trap finish EXIT
    mkdir -p "$reports"
    [[ ${1:-} == domain ]] || install_missing
    mind_missing_icu
    case ${1:-all} in
        all) build ZonaIntegritas.sln; run_domain; run_web; run_e2e ;;
        domain) build tests/ZonaIntegritas.Domain.Tests; run_domain ;;
        web) build tests/ZonaIntegritas.Web.Tests; run_web ;;
        e2e) build tests/ZonaIntegritas.E2E; run_e2e ;;
    esac
    complete=yes
}

main "$@"
