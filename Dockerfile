# The images of all processes: docker build --target gateway (or consumers, centraldb, simulator) .
# For both kinds of machines: docker buildx build --platform linux/amd64,linux/arm64 … The code is made on the machine that builds, whichever it is made for.

# What restore reads, and nothing else: as long as none of it changes, the restored packages are taken from the cache.
FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0-noble AS projects
# By which what a build leaves is found and removed: docker image prune --filter label=org.fittrack.stage=build
LABEL org.fittrack.stage=build
WORKDIR /source
COPY . .
RUN find . -type f ! -name '*.csproj' ! -name '*.props' ! -name packages.lock.json ! -name global.json -delete

FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0-noble AS build
LABEL org.fittrack.stage=build
WORKDIR /source
COPY --from=projects /source .
# By the lock files first: no package comes that they do not name. Then with what compiles ahead of time for the machine, which they cannot name, because it is not the same for all.
ARG TARGETARCH
RUN set -e; case "${TARGETARCH:-$(uname -m)}" in amd64 | x86_64) echo linux-x64 ;; arm64 | aarch64) echo linux-arm64 ;; *) echo "There is no .NET for $TARGETARCH." >&2; exit 1 ;; esac >/rid; \
    for project in src/GarminSync.Gateway src/GarminSync.Consumers src/CentralDb sandbox/GarminConnect.Simulator; do \
      dotnet restore "$project" --locked-mode; \
    done; \
    for project in src/GarminSync.Gateway src/GarminSync.Consumers src/CentralDb sandbox/GarminConnect.Simulator; do \
      dotnet restore "$project" --runtime "$(cat /rid)" -p:PublishReadyToRun=true; \
    done
COPY . .
# The analyzers have had their say in CI.
RUN set -e; for project in src/GarminSync.Gateway src/GarminSync.Consumers src/CentralDb sandbox/GarminConnect.Simulator; do \
      dotnet publish "$project" --no-restore --configuration Release --runtime "$(cat /rid)" --self-contained false --output "/app/${project##*/}" \
        -p:PublishReadyToRun=true -p:UseAppHost=false -p:RunAnalyzers=false; \
    done; \
    mkdir /empty; \
    # A checkout may be readable for its owner alone, and files that are only copied stay so.
    chmod -R a+rX /app

# No shell and no package manager; "extra" for its time zones.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra AS runtime
WORKDIR /app
# A volume that is mounted here for the first time takes over the owner.
COPY --from=build --chown=$APP_UID:$APP_UID /empty /data
ENV DataFolder=/data ASPNETCORE_HTTP_PORTS=8080
EXPOSE 8080
USER $APP_UID

FROM runtime AS gateway
COPY --from=build /app/GarminSync.Gateway .
ENTRYPOINT ["dotnet", "GarminSync.Gateway.dll"]

FROM runtime AS consumers
COPY --from=build /app/GarminSync.Consumers .
ENTRYPOINT ["dotnet", "GarminSync.Consumers.dll"]

FROM runtime AS centraldb
COPY --from=build /app/CentralDb .
ENTRYPOINT ["dotnet", "CentralDb.dll"]

FROM runtime AS simulator
COPY --from=build /app/GarminConnect.Simulator .
ENTRYPOINT ["dotnet", "GarminConnect.Simulator.dll"]
