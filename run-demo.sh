#!/usr/bin/env bash
# Brings everything up in one process, with a simulated Garmin Connect, links its athlete and syncs. Needs only the .NET SDK. Ctrl+C stops it.
# Other addresses than http://localhost:8000 and 8100: ./run-demo.sh --urls=http://localhost:8005 --CentralDb:Url=http://localhost:8105
set -euo pipefail
cd "$(dirname "$0")"
echo "Building … (a minute the first time)"
exec dotnet run --project sandbox/GarminSync.Demo --configuration Release --verbosity quiet -- "$@"
