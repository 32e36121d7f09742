#!/usr/bin/env bash
# Changes the code that decides in one place after the other, and sees whether a test fails each time: tests/mutation/run.sh [group …]
# A group takes a quarter of an hour to an hour on two idle cores. README.md beside this file has the scores.
# Needs Stryker.NET: dotnet tool install --global dotnet-stryker --version 5.1.0 (or its path in STRYKER).
set -euo pipefail -f # the patterns are Stryker's
cd "$(dirname "$0")"
stryker=${STRYKER:-dotnet-stryker}
out=${MUTATION_RESULTS:-$(mktemp -d)}
export GARMINSYNC_TEST_QUICK=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# What each group changes, and the tests that know it.
run() { # group, project, files, tests
  local report
  export MutationTests=$4
  "$stryker" --project "$2.csproj" $(printf -- '--mutate %s ' $3) --output "$out/$1" >"$out/$1.log" 2>&1 || { tail -n 20 "$out/$1.log" >&2; return 1; }
  report=$(find "$out/$1" -name mutation-report.json)
  python3 - "$1" "$report" <<'PYTHON'
import json, sys
group, report = sys.argv[1:]
mutants = [(file.split("/src/")[-1], one) for file, entry in json.load(open(report))["files"].items() for one in entry["mutants"]]
def count(*states): return sum(one["status"] in states for _, one in mutants)
found, survived = count("Killed", "Timeout"), count("Survived", "NoCoverage")
print(f"{group}: {found} of {found + survived} were found ({100 * found / max(1, found + survived):.0f} %)")
for file, one in mutants:
    if one["status"] in ("Survived", "NoCoverage"):
        print(f"  {file}:{one['location']['start']['line']} {one['mutatorName']}: {one.get('replacement', '').strip()[:120]}")
PYTHON
}

wanted() { [ $# = 1 ] || [[ " ${*:2} " == *" $1 "* ]]; }

mkdir -p "$out"
! wanted trouble "$@" || run trouble GarminSync.Consumers '**/Sync/Troubles/*.cs' \
  'Sync/Troubles/When_trouble_is_judged;Sync/Troubles/When_the_whole_account_is_in_trouble;Sync/Troubles/When_a_service_is_away;Sync/Troubles/When_nobody_is_answered'
! wanted days "$@" || run days GarminSync.Consumers '**/HealthMetrics/Settlement.cs **/HealthMetrics/PlannedDays.cs **/HealthMetrics/HealthMetricPlanner.cs' \
  'HealthMetrics/When_days_settle;HealthMetrics/When_health_metrics_are_planned;HealthMetrics/When_requests_are_chosen;HealthMetrics/When_the_device_has_not_spoken;HealthMetrics/When_a_range_fails;HealthMetrics/When_a_plan_has_days_of_each_sort;HealthMetrics/When_Garmin_refuses_a_call;HealthMetrics/When_no_call_gives_a_metric_in_full'
! wanted lists "$@" || run lists GarminSync.Consumers '**/Activities/ActivityPlanner.cs **/Activities/ListingCoverage.cs **/Activities/ActivityNeeds.cs **/Activities/ActivityDeletions.cs' \
  'Activities/When_a_sync_is_planned;Activities/When_it_is_asked_what_a_list_covers;Activities/When_activities_are_missing_from_the_list;Activities/When_a_list_hides_activities;Activities/When_activities_are_given_up;Activities/When_an_activity_comes_back;Activities/When_a_multisport_activity_is_planned;Activities/When_a_format_is_not_to_be_had'
! wanted saga "$@" || run saga GarminSync.Consumers '**/Sync/Jobs/SyncJobSteps.cs **/Sync/Jobs/SyncJobPlanSteps.cs **/Sync/Jobs/SyncJobCancelSteps.cs **/Sync/Work/WorkItems.cs' \
  'Sync/Jobs/When_a_job_runs;Sync/Jobs/When_a_job_has_to_wait;Sync/Jobs/When_a_job_is_cancelled;Sync/Jobs/When_jobs_of_one_account_meet;Sync/Jobs/When_any_message_comes_in_any_state;Sync/Work/When_items_fail;Sync/Work/When_a_worker_dies;Sync/Work/When_work_is_begun;Sync/Plans/When_planning_fails'
! wanted sealing "$@" || run sealing GarminSync.Bus '**/Secrets/SecretSealer.cs **/Secrets/SealingKeys.cs **/Secrets/KeyFile.cs' \
  'Bus/Sealed_secrets;Accounts/Tokens/When_a_sealed_value_is_put_elsewhere;Accounts/Tokens/When_a_new_key_seals'
echo "The reports are in $out."
