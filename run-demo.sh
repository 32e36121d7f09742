#!/usr/bin/env bash
# Brings everything up in one process, with a simulated Garmin Connect, links its athlete and syncs. Needs only the .NET SDK. Ctrl+C stops it.
set -euo pipefail
cd "$(dirname "$0")"
exec dotnet run --project src/GarminSync.Standalone --configuration Release --verbosity quiet -- demo "$@"
