# Finds a container engine and Compose; sourced by run.sh. Sets the arrays compose and engine, or returns 1.
#
# An engine that has to be set up first: CONTAINER_ENGINE_SETUP names a script that takes "up" (and prints what to export) and "images".

uses_engine() {
  if docker info >/dev/null 2>&1; then
    engine=(docker)
  elif podman info >/dev/null 2>&1; then
    engine=(podman)
  else
    return 1
  fi

  if docker compose version >/dev/null 2>&1; then
    compose=(docker compose)
  elif docker-compose version >/dev/null 2>&1; then
    compose=(docker-compose)
  else
    return 1
  fi

  # The one may be there and the other not know where.
  "${compose[@]}" ps -q >/dev/null 2>&1
}

find_engine() {
  if uses_engine; then
    return
  fi

  local setup=${CONTAINER_ENGINE_SETUP:-../shared/tools/container-engine.sh}
  if [ -x "$setup" ] && [ "$(id -u)" = 0 ]; then
    echo "Setting up a container engine with $setup …"
    local exports
    exports=$("$setup" up 2>/dev/null) && eval "$exports" && "$setup" images >/dev/null 2>&1 || return 1
  fi

  uses_engine
}
