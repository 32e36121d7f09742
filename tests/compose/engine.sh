# Finds a container engine and Compose; sourced by run.sh. Sets the arrays compose and engine, or returns 1 and says why in no_engine.
#
# An engine that has to be set up first: CONTAINER_ENGINE_SETUP names a script that takes "up" (and prints what to export) and "images".
no_engine="there is none with Compose. Start Docker, or name a script that sets one up in CONTAINER_ENGINE_SETUP"

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

# Sets one up with script $1, in half an hour at most: it installs packages and builds images.
set_up_engine() {
  local setup=$1 exports errors
  errors=$(mktemp)
  if exports=$(timeout 10m "$setup" up 2>"$errors") && eval "$exports" && timeout 20m "$setup" images >/dev/null 2>"$errors"; then
    rm "$errors"
  else
    no_engine="$setup failed: $(tail -n 1 "$errors")"
    rm "$errors"
    return 1
  fi
}

# An engine may answer, and yet the machine not let it start a container, or have no way to the images.
runs_containers() {
  # Not attached: a program that ends at once may be gone before the client is.
  local said name=garminsync-try-$$ status=0
  said=$("${engine[@]}" run --detach --name "$name" docker.io/library/postgres:17 true 2>&1 && "${engine[@]}" wait "$name" 2>&1) || status=1
  [ "$(tail -n 1 <<<"$said")" = 0 ] || status=1
  # One that was made and could not be started stays, too.
  "${engine[@]}" rm --force "$name" >/dev/null 2>&1 || true
  if [ "$status" != 0 ]; then
    no_engine="${engine[*]} cannot run a container: $(tail -n 1 <<<"$said")"
    return 1
  fi
}

find_engine() {
  if uses_engine; then
    runs_containers
    return
  fi

  local setup=${CONTAINER_ENGINE_SETUP:-../shared/tools/container-engine.sh}
  if [ -x "$setup" ] && [ "$(id -u)" = 0 ]; then
    echo "Setting up a container engine with $setup …"
    set_up_engine "$setup" || return 1
  fi

  uses_engine && runs_containers
}
