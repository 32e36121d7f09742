CREATE TABLE public."__EFMigrationsHistory" (
    "MigrationId" character varying(150) NOT NULL,
    "ProductVersion" character varying(32) NOT NULL
);
CREATE TABLE public.garmin_account (
    user_id text NOT NULL,
    user_name text NOT NULL,
    display_name text,
    linked boolean NOT NULL,
    needs_login boolean NOT NULL,
    linked_at timestamp with time zone NOT NULL,
    token_expires_at timestamp with time zone,
    rate_limited_until timestamp with time zone,
    last_sync_at timestamp with time zone,
    active_job_id uuid,
    renewal_lease_until timestamp with time zone,
    rate_limits_in_row integer DEFAULT 0 NOT NULL,
    renewal_lease_owner uuid,
    utc_offset_seconds integer,
    unsaved_tokens text
);
CREATE TABLE public.inbox (
    message_id uuid NOT NULL,
    consumer_id uuid NOT NULL,
    received_at timestamp with time zone NOT NULL
);
CREATE TABLE public.login_cooldown (
    account_name text NOT NULL,
    until timestamp with time zone,
    count integer NOT NULL,
    needs_person boolean NOT NULL,
    busy_until timestamp with time zone,
    busy_owner uuid
);
CREATE TABLE public.outbox (
    seq bigint NOT NULL,
    sweep_after timestamp with time zone NOT NULL,
    message_id uuid NOT NULL,
    request_id uuid,
    correlation_id uuid,
    conversation_id uuid,
    initiator_id uuid,
    destination_address text NOT NULL,
    source_address text,
    response_address text,
    fault_address text,
    sent_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone,
    content_type text NOT NULL,
    message_type text NOT NULL,
    body text NOT NULL,
    headers text,
    properties text
);
ALTER TABLE public.outbox ALTER COLUMN seq ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.outbox_seq_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.pending_login (
    login_id text NOT NULL,
    account_name text NOT NULL,
    sealed_state text NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    tries integer NOT NULL,
    busy_until timestamp with time zone
);
CREATE TABLE public.refused_endpoint (
    user_id text NOT NULL,
    endpoint text NOT NULL,
    reason text NOT NULL,
    refused_at timestamp with time zone NOT NULL
);
CREATE TABLE public.sync_job (
    correlation_id uuid NOT NULL,
    current_state text NOT NULL,
    user_id text NOT NULL,
    job_type text NOT NULL,
    scope text NOT NULL,
    requested_at timestamp with time zone NOT NULL,
    started_at timestamp with time zone,
    planned_at timestamp with time zone,
    listed_all_activities boolean NOT NULL,
    finished_at timestamp with time zone,
    counts text NOT NULL,
    in_flight integer NOT NULL,
    garmin_requests integer NOT NULL,
    progress double precision NOT NULL,
    announced_at timestamp with time zone,
    paused_until timestamp with time zone,
    reason text,
    failures_in_row integer NOT NULL,
    plan_failures integer NOT NULL,
    wake_at timestamp with time zone,
    started_by uuid,
    worker uuid,
    losses integer DEFAULT 0 NOT NULL,
    lease_until timestamp with time zone
);
CREATE TABLE public.synced_activity (
    user_id text NOT NULL,
    garmin_activity_id bigint NOT NULL,
    content_hash text NOT NULL,
    formats text NOT NULL,
    revision integer NOT NULL,
    start_time timestamp with time zone,
    synced_at timestamp with time zone NOT NULL,
    central_db_ids text NOT NULL,
    missing boolean NOT NULL,
    gone_at timestamp with time zone,
    listed_at timestamp with time zone,
    absent_formats text DEFAULT ''::text NOT NULL
);
CREATE TABLE public.synced_metric_day (
    user_id text NOT NULL,
    metric text NOT NULL,
    day date NOT NULL,
    state text NOT NULL,
    settled boolean NOT NULL,
    values_hash text,
    reason text,
    asked_at timestamp with time zone NOT NULL
);
CREATE TABLE public.uploaded_workout (
    user_id text NOT NULL,
    workout_id text NOT NULL,
    state text NOT NULL,
    garmin_workout_id bigint,
    content_hash text,
    schedule_id bigint,
    scheduled_on date,
    revision integer NOT NULL,
    uploaded_at timestamp with time zone
);
CREATE TABLE public.work_item (
    id uuid NOT NULL,
    job_id uuid NOT NULL,
    kind text NOT NULL,
    key text NOT NULL,
    "order" text NOT NULL,
    state text NOT NULL,
    rank bigint NOT NULL,
    attempts integer NOT NULL,
    due_at timestamp with time zone NOT NULL,
    lease_until timestamp with time zone,
    reason text,
    started_by uuid,
    worker uuid,
    losses integer DEFAULT 0 NOT NULL,
    failures integer DEFAULT 0 NOT NULL
);
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") OVERRIDING SYSTEM VALUE VALUES ('20261122000100_CreateInboxAndOutbox', '10.0.14');
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") OVERRIDING SYSTEM VALUE VALUES ('20261122000200_CreateSyncJobs', '10.0.14');
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") OVERRIDING SYSTEM VALUE VALUES ('20261122000300_CountRateLimits', '10.0.14');
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") OVERRIDING SYSTEM VALUE VALUES ('20261122000400_CreateMetricLedger', '10.0.14');
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") OVERRIDING SYSTEM VALUE VALUES ('20261122000500_CreateLogins', '10.0.14');
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") OVERRIDING SYSTEM VALUE VALUES ('20261122000600_CreateUploadedWorkout', '10.0.14');
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") OVERRIDING SYSTEM VALUE VALUES ('20261122000700_KeepUnsavedTokens', '10.0.14');
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") OVERRIDING SYSTEM VALUE VALUES ('20261122000900_StartWork', '10.0.14');
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") OVERRIDING SYSTEM VALUE VALUES ('20261122001000_KeepGoneActivities', '10.0.14');
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") OVERRIDING SYSTEM VALUE VALUES ('20261122001100_FindEndedJobs', '10.0.14');
INSERT INTO "garmin_account" ("user_id", "user_name", "display_name", "linked", "needs_login", "linked_at", "token_expires_at", "rate_limited_until", "last_sync_at", "active_job_id", "renewal_lease_until", "rate_limits_in_row", "renewal_lease_owner", "utc_offset_seconds", "unsaved_tokens") OVERRIDING SYSTEM VALUE VALUES ('01a21a06-046b-7ae6-930b-e85c996c208c', 'athlete@example.com', 'athlete-463181', 'true', 'false', {at 2026-11-26T22:42:12.8633730Z}, {at 2026-11-26T23:42:11.2147460Z}, NULL, NULL, '8a5d0000-2525-b1db-ccd6-08df4c0e8485', NULL, '0', NULL, NULL, NULL);
INSERT INTO "inbox" ("message_id", "consumer_id", "received_at") OVERRIDING SYSTEM VALUE VALUES ('59f60000-7d0b-f356-3a0c-08df4c0e86be', '893cc4e2-cb22-890c-2425-b40b5277d6f6', {at 2026-11-26T22:42:18.3916570Z});
INSERT INTO "inbox" ("message_id", "consumer_id", "received_at") OVERRIDING SYSTEM VALUE VALUES ('59f60000-7d0b-f356-698f-08df4c0e85b6', '77eabc14-16a7-7694-747c-52f9ceabb778', {at 2026-11-26T22:42:16.7353300Z});
INSERT INTO "inbox" ("message_id", "consumer_id", "received_at") OVERRIDING SYSTEM VALUE VALUES ('59f60000-7d0b-f356-7db5-08df4c0e837b', 'd8cb6763-b0ae-b745-e9f7-7d1b518818a3', {at 2026-11-26T22:42:13.5943940Z});
INSERT INTO "inbox" ("message_id", "consumer_id", "received_at") OVERRIDING SYSTEM VALUE VALUES ('59f60000-7d0b-f356-8434-08df4c0e85e3', '91805f97-4180-a899-e892-dff1231875da', {at 2026-11-26T22:42:18.0844470Z});
INSERT INTO "inbox" ("message_id", "consumer_id", "received_at") OVERRIDING SYSTEM VALUE VALUES ('59f60000-7d0b-f356-a529-08df4c0e86ad', '91805f97-4180-a899-e892-dff1231875da', {at 2026-11-26T22:42:18.3770780Z});
INSERT INTO "inbox" ("message_id", "consumer_id", "received_at") OVERRIDING SYSTEM VALUE VALUES ('59f60000-7d0b-f356-ac9e-08df4c0e85e5', '91805f97-4180-a899-e892-dff1231875da', {at 2026-11-26T22:42:18.0811900Z});
INSERT INTO "inbox" ("message_id", "consumer_id", "received_at") OVERRIDING SYSTEM VALUE VALUES ('59f60000-7d0b-f356-ae53-08df4c0e8690', '893cc4e2-cb22-890c-2425-b40b5277d6f6', {at 2026-11-26T22:42:18.1834130Z});
INSERT INTO "inbox" ("message_id", "consumer_id", "received_at") OVERRIDING SYSTEM VALUE VALUES ('59f60000-7d0b-f356-d6a6-08df4c0e851d', '512f8cfb-4fa7-cdbc-8f64-60ea1cfba041', {at 2026-11-26T22:42:16.6576750Z});
INSERT INTO "inbox" ("message_id", "consumer_id", "received_at") OVERRIDING SYSTEM VALUE VALUES ('59f60000-7d0b-f356-e298-08df4c0e86c1', '91805f97-4180-a899-e892-dff1231875da', {at 2026-11-26T22:42:33.4935370Z});
INSERT INTO "inbox" ("message_id", "consumer_id", "received_at") OVERRIDING SYSTEM VALUE VALUES ('59f60000-7d0b-f356-e4f9-08df4c0e868f', '893cc4e2-cb22-890c-2425-b40b5277d6f6', {at 2026-11-26T22:42:18.2256560Z});
INSERT INTO "inbox" ("message_id", "consumer_id", "received_at") OVERRIDING SYSTEM VALUE VALUES ('59f60000-7d0b-f356-edf2-08df4c0e84a8', '8131f850-ad31-bc41-8411-ab2b8b08aea5', {at 2026-11-26T22:42:15.0425610Z});
INSERT INTO "inbox" ("message_id", "consumer_id", "received_at") OVERRIDING SYSTEM VALUE VALUES ('8a5d0000-2525-b1db-2684-08df4c0e80fe', '3449b099-0e60-dbfd-30eb-ae81c8be0471', {at 2026-11-26T22:42:12.9860420Z});
INSERT INTO "inbox" ("message_id", "consumer_id", "received_at") OVERRIDING SYSTEM VALUE VALUES ('8a5d0000-2525-b1db-6331-08df4c0e8463', '3449b099-0e60-dbfd-30eb-ae81c8be0471', {at 2026-11-26T22:42:14.5365950Z});
INSERT INTO "login_cooldown" ("account_name", "until", "count", "needs_person", "busy_until", "busy_owner") OVERRIDING SYSTEM VALUE VALUES ('athlete@example.com', NULL, '0', 'false', NULL, 'fa7e1197-5bc0-489d-942a-5efb0b800151');
INSERT INTO "login_cooldown" ("account_name", "until", "count", "needs_person", "busy_until", "busy_owner") OVERRIDING SYSTEM VALUE VALUES ('mfa@example.com', NULL, '0', 'false', NULL, '2e8af6a5-3560-4e6e-a80c-5e202e2552e0');
INSERT INTO "outbox" ("seq", "sweep_after", "message_id", "request_id", "correlation_id", "conversation_id", "initiator_id", "destination_address", "source_address", "response_address", "fault_address", "sent_at", "expires_at", "content_type", "message_type", "body", "headers", "properties") OVERRIDING SYSTEM VALUE VALUES ('21', {at 2026-11-26T22:42:34.4907180Z}, '03c3acd2-9876-1706-8009-8ab8b37be85d', NULL, NULL, '8a5d0000-2525-b1db-745f-08df4c0e8489', NULL, 'rabbitmq://{broker}/GarminSync.Contracts:ActivitySynced', 'rabbitmq://{broker}/fetch-activity', NULL, NULL, {at 2026-11-26T22:42:33.4907180Z}, NULL, 'application/vnd.masstransit+json', 'urn:message:GarminSync.Contracts:ActivitySynced', '{
  "messageId": "03c3acd2-9876-1706-8009-8ab8b37be85d",
  "requestId": null,
  "correlationId": null,
  "conversationId": "8a5d0000-2525-b1db-745f-08df4c0e8489",
  "initiatorId": null,
  "sourceAddress": "rabbitmq://{broker}/fetch-activity",
  "destinationAddress": "rabbitmq://{broker}/GarminSync.Contracts:ActivitySynced",
  "responseAddress": null,
  "faultAddress": null,
  "messageType": [
    "urn:message:GarminSync.Contracts:ActivitySynced"
  ],
  "message": {
    "userId": "01a21a06-046b-7ae6-930b-e85c996c208c",
    "garminActivityId": 66318100015,
    "revision": 1,
    "name": "Potsdam Running",
    "activityType": "running",
    "startTime": "2026-11-04T06:00:00+00:00",
    "durationSeconds": 60,
    "distanceMeters": 168.88999938964844,
    "averageHeartRate": 100,
    "maxHeartRate": 111,
    "files": [
      {
        "centralDbActivityId": "01a21a06-598c-78bd-8b12-591b9d81c226",
        "format": "fit",
        "sha256": "534294d6caf9be8d8452a28bb0cd6557e52e34bf5f642c543202078e2137e5d6",
        "sizeBytes": 878
      }
    ],
    "jobId": "8a5d0000-2525-b1db-ccd6-08df4c0e8485"
  },
  "expirationTime": null,
  "sentTime": "2026-11-26T22:42:33.4904538Z",
  "headers": {},
  "host": {
    "machineName": "recorder",
    "processName": "GarminSync.Consumers",
    "processId": 2974,
    "assembly": "GarminSync.Consumers",
    "assemblyVersion": "1.0.0.0",
    "frameworkVersion": "10.0.12",
    "massTransitVersion": "8.4.0.0",
    "operatingSystemVersion": "Unix 6.18.44.657"
  }
}', NULL, '{
  "RMQ-Exchange": "GarminSync.Contracts:ActivitySynced"
}');
INSERT INTO "outbox" ("seq", "sweep_after", "message_id", "request_id", "correlation_id", "conversation_id", "initiator_id", "destination_address", "source_address", "response_address", "fault_address", "sent_at", "expires_at", "content_type", "message_type", "body", "headers", "properties") OVERRIDING SYSTEM VALUE VALUES ('22', {at 2026-11-26T22:42:34.4929390Z}, '59f60000-7d0b-f356-c7a2-08df4c0e8fc0', NULL, NULL, '8a5d0000-2525-b1db-745f-08df4c0e8489', NULL, 'rabbitmq://{broker}/GarminSync.Consumers.Sync:WorkItemDone', 'rabbitmq://{broker}/fetch-activity', NULL, NULL, {at 2026-11-26T22:42:33.4929390Z}, NULL, 'application/vnd.masstransit+json', 'urn:message:GarminSync.Consumers.Sync:WorkItemDone', '{
  "messageId": "59f60000-7d0b-f356-c7a2-08df4c0e8fc0",
  "requestId": null,
  "correlationId": null,
  "conversationId": "8a5d0000-2525-b1db-745f-08df4c0e8489",
  "initiatorId": null,
  "sourceAddress": "rabbitmq://{broker}/fetch-activity",
  "destinationAddress": "rabbitmq://{broker}/GarminSync.Consumers.Sync:WorkItemDone",
  "responseAddress": null,
  "faultAddress": null,
  "messageType": [
    "urn:message:GarminSync.Consumers.Sync:WorkItemDone"
  ],
  "message": {
    "jobId": "8a5d0000-2525-b1db-ccd6-08df4c0e8485",
    "itemId": "08df4c0e-85b1-0c55-f356-7d0b59f60000",
    "garminRequests": 1
  },
  "expirationTime": null,
  "sentTime": "2026-11-26T22:42:33.4928802Z",
  "headers": {},
  "host": {
    "machineName": "recorder",
    "processName": "GarminSync.Consumers",
    "processId": 2974,
    "assembly": "GarminSync.Consumers",
    "assemblyVersion": "1.0.0.0",
    "frameworkVersion": "10.0.12",
    "massTransitVersion": "8.4.0.0",
    "operatingSystemVersion": "Unix 6.18.44.657"
  }
}', NULL, '{
  "RMQ-Exchange": "GarminSync.Consumers.Sync:WorkItemDone"
}');
INSERT INTO "pending_login" ("login_id", "account_name", "sealed_state", "expires_at", "tries", "busy_until") OVERRIDING SYSTEM VALUE VALUES ('d237c16d-a3a1-4a69-911d-cdc59e1b97f5', 'mfa@example.com', 'gs1.testonly.uyvhFWwfac8pUNLRwbosQozhtegEk7fsKBZXuOYi5Yr8RHRnarWLd1nPRBIywuyFnDcz5uXlhmpLGE9XeRh2xkAum0Z-c49wqHGm-SyIQc8_3d_vQWRRiH55jPoeQY0Jg_MgodgYMLoDSops6tjTBtQhmcGvGqmjeC2FblmKhO2tmALhW7TMGBzcZ-KeFST_rn3vZrT9kQhCTWPNefBmHsNpqwHmuOHJndkB5yg4rjcd4Tiqq-DNp_P7bmpJJKwaPMotGawsoHrYUsBOj5Tomoo2llYJAu-nbZ00t8tJ7ZCp25LURrzGMhxrpK1jmxuGNfyWu1sKPGiOjmpOrbZcUZOIA6lkI6MzJtqDFC6oA4ZZ7OzZEOkml6Z4UcX-1z3vjN_0wnvsgakmc5KWp-p3fJZhMffXqVfaP7w5q7iaRLhCzUK8Hz11BXBTLDZdtbpHT67LIOJHCnv-Me01ggV9FfB0XVLqbkMdwnaotRLMerzCyVhKZrINvYpZhVS-7dc2szx6Tvr0iHebX7JFdWT7fm084va04RT1YmE3LtabKsWDB7TBxX8JWaTmL49bAarsXDhku2u5j-aMGs-LgJQi2AVZDzFLKEQZJBfY629I5i1z7JY', {at 2026-11-26T22:57:14.5049370Z}, '0', NULL);
INSERT INTO "sync_job" ("correlation_id", "current_state", "user_id", "job_type", "scope", "requested_at", "started_at", "planned_at", "listed_all_activities", "finished_at", "counts", "in_flight", "garmin_requests", "progress", "announced_at", "paused_until", "reason", "failures_in_row", "plan_failures", "wake_at", "started_by", "worker", "losses", "lease_until") OVERRIDING SYSTEM VALUE VALUES ('8a5d0000-2525-b1db-ccd6-08df4c0e8485', 'Fetching', '01a21a06-046b-7ae6-930b-e85c996c208c', 'activities', '{"Kinds":["activities"],"StartDate":null,"EndDate":null,"Formats":["original"],"Metrics":null,"Detail":null,"Force":false,"WorkoutIds":null,"ScheduleOn":null}', {at 2026-11-26T22:42:15.3552240Z}, {at 2026-11-26T22:42:15.5777340Z}, {at 2026-11-26T22:42:16.8466180Z}, 'true', NULL, '{"ByKind":[{"Kind":"activities","Planned":8,"Done":3,"Unchanged":0,"Failed":0}]}', '2', '5', '0.375', {at 2026-11-26T22:42:18.2690490Z}, NULL, NULL, '0', '0', {at 2026-11-26T22:47:18.3668080Z}, NULL, NULL, '0', NULL);
INSERT INTO "synced_activity" ("user_id", "garmin_activity_id", "content_hash", "formats", "revision", "start_time", "synced_at", "central_db_ids", "missing", "gone_at", "listed_at", "absent_formats") OVERRIDING SYSTEM VALUE VALUES ('01a21a06-046b-7ae6-930b-e85c996c208c', '66318100015', 'f7f533b963da7e7c6622de41da2c305c18d3ad2793035fb053e614daad4edbee', 'original', '1', '2026-11-04 06:00:00+00', {at 2026-11-26T22:42:33.4900190Z}, '01a21a06-598c-78bd-8b12-591b9d81c226', 'false', NULL, {at 2026-11-26T22:42:16.3958960Z}, '');
INSERT INTO "synced_activity" ("user_id", "garmin_activity_id", "content_hash", "formats", "revision", "start_time", "synced_at", "central_db_ids", "missing", "gone_at", "listed_at", "absent_formats") OVERRIDING SYSTEM VALUE VALUES ('01a21a06-046b-7ae6-930b-e85c996c208c', '66318100025', 'ca2a8f31e7b1a8996fdea497b42179baa9683d792ced60481207b22a2408bd48', 'original', '1', '2026-11-06 06:00:00+00', {at 2026-11-26T22:42:18.3745750Z}, '01a21a06-1e83-7411-b913-f3b5ebf78f44', 'false', NULL, {at 2026-11-26T22:42:16.3958960Z}, '');
INSERT INTO "synced_activity" ("user_id", "garmin_activity_id", "content_hash", "formats", "revision", "start_time", "synced_at", "central_db_ids", "missing", "gone_at", "listed_at", "absent_formats") OVERRIDING SYSTEM VALUE VALUES ('01a21a06-046b-7ae6-930b-e85c996c208c', '66318100030', '3e6a25d3f743111038de9a572ed6b6408b88f057bed5a714d48c2645f17e844a', 'original', '1', '2026-11-07 06:00:00+00', {at 2026-11-26T22:42:18.0475190Z}, '01a21a06-1b80-71bb-86dd-0579d011a5a2', 'false', NULL, {at 2026-11-26T22:42:16.3958960Z}, '');
INSERT INTO "synced_activity" ("user_id", "garmin_activity_id", "content_hash", "formats", "revision", "start_time", "synced_at", "central_db_ids", "missing", "gone_at", "listed_at", "absent_formats") OVERRIDING SYSTEM VALUE VALUES ('01a21a06-046b-7ae6-930b-e85c996c208c', '66318100035', 'df80e454bb137fc7ebcb2e6ea9c10829597239ebfbddffa85c3a10b9e25a979b', 'original', '1', '2026-11-08 06:00:00+00', {at 2026-11-26T22:42:18.0458240Z}, '01a21a06-1b74-7ea1-9100-52d0b7fc3437', 'false', NULL, {at 2026-11-26T22:42:16.3958960Z}, '');
INSERT INTO "work_item" ("id", "job_id", "kind", "key", "order", "state", "rank", "attempts", "due_at", "lease_until", "reason", "started_by", "worker", "losses", "failures") OVERRIDING SYSTEM VALUE VALUES ('08df4c0e-85a9-89d2-f356-7d0b59f60000', '8a5d0000-2525-b1db-ccd6-08df4c0e8485', 'activities', '66318100035', E'{"Row":"{\\u0022activityId\\u0022:66318100035,\\u0022activityUUID\\u0022:\\u002270dde643-000f-4000-8100-000000000000\\u0022,\\u0022activityName\\u0022:\\u0022Potsdam Running\\u0022,\\u0022startTimeLocal\\u0022:\\u00222026-11-08 07:00:00\\u0022,\\u0022startTimeGMT\\u0022:\\u00222026-11-08 06:00:00\\u0022,\\u0022activityType\\u0022:{\\u0022typeId\\u0022:1,\\u0022typeKey\\u0022:\\u0022running\\u0022,\\u0022parentTypeId\\u0022:17,\\u0022isHidden\\u0022:false,\\u0022restricted\\u0022:false,\\u0022trimmable\\u0022:true},\\u0022eventType\\u0022:{\\u0022typeId\\u0022:9,\\u0022typeKey\\u0022:\\u0022uncategorized\\u0022,\\u0022sortOrder\\u0022:10},\\u0022distance\\u0022:166.8699951171875,\\u0022duration\\u0022:60.0,\\u0022elapsedDuration\\u0022:60.0,\\u0022movingDuration\\u0022:60.0,\\u0022elevationGain\\u0022:28.0,\\u0022elevationLoss\\u0022:32.0,\\u0022averageSpeed\\u0022:2.7809998989105225,\\u0022maxSpeed\\u0022:2.8929998874664307,\\u0022startLatitude\\u0022:52.400812050328,\\u0022startLongitude\\u0022:13.059447789565,\\u0022endLatitude\\u0022:52.400777097791,\\u0022endLongitude\\u0022:13.059364892542,\\u0022hasPolyline\\u0022:true,\\u0022hasImages\\u0022:false,\\u0022hasVideo\\u0022:false,\\u0022hasSplits\\u0022:false,\\u0022hasHeatMap\\u0022:false,\\u0022calories\\u0022:12.0,\\u0022bmrCalories\\u0022:1.0,\\u0022averageHR\\u0022:99.0,\\u0022maxHR\\u0022:110.0,\\u0022averageRunningCadenceInStepsPerMinute\\u0022:170.0,\\u0022maxRunningCadenceInStepsPerMinute\\u0022:174.0,\\u0022maxDoubleCadence\\u0022:174.0,\\u0022steps\\u0022:170,\\u0022privacy\\u0022:{\\u0022typeId\\u0022:2,\\u0022typeKey\\u0022:\\u0022private\\u0022},\\u0022timeZoneId\\u0022:124,\\u0022beginTimestamp\\u0022:1794117600000,\\u0022sportTypeId\\u0022:1,\\u0022aerobicTrainingEffect\\u0022:0.0,\\u0022anaerobicTrainingEffect\\u0022:0.0,\\u0022trainingEffectLabel\\u0022:\\u0022RECOVERY\\u0022,\\u0022activityTrainingLoad\\u0022:0.9900000095367432,\\u0022aerobicTrainingEffectMessage\\u0022:\\u0022RECOVERY_5\\u0022,\\u0022anaerobicTrainingEffectMessage\\u0022:\\u0022NO_ANAEROBIC_BENEFIT_0\\u0022,\\u0022vO2MaxValue\\u0022:48.0,\\u0022deviceId\\u0022:3400463181,\\u0022manufacturer\\u0022:\\u0022GARMIN\\u0022,\\u0022minTemperature\\u0022:17.0,\\u0022maxTemperature\\u0022:18.0,\\u0022minElevation\\u0022:344.20001220703125,\\u0022maxElevation\\u0022:371.20001220703125,\\u0022summarizedDiveInfo\\u0022:{\\u0022summarizedDiveGases\\u0022:[]},\\u0022locationName\\u0022:\\u0022Potsdam\\u0022,\\u0022lapCount\\u0022:1,\\u0022splitSummaries\\u0022:[],\\u0022moderateIntensityMinutes\\u0022:0,\\u0022vigorousIntensityMinutes\\u0022:0,\\u0022differenceBodyBattery\\u0022:0,\\u0022hrTimeInZone_1\\u0022:45.0,\\u0022hrTimeInZone_2\\u0022:0.0,\\u0022hrTimeInZone_3\\u0022:0.0,\\u0022hrTimeInZone_4\\u0022:0.0,\\u0022hrTimeInZone_5\\u0022:0.0,\\u0022endTimeGMT\\u0022:\\u00222026-11-08 06:01:00\\u0022,\\u0022qualifyingDive\\u0022:false,\\u0022decoDive\\u0022:false,\\u0022autoCalcCalories\\u0022:false,\\u0022favorite\\u0022:false,\\u0022elevationCorrected\\u0022:false,\\u0022atpActivity\\u0022:false,\\u0022purposeful\\u0022:false,\\u0022manualActivity\\u0022:false,\\u0022pr\\u0022:false,\\u0022parent\\u0022:false}","Formats":["original"],"ListedAt":"2026-11-26T22:42:16.3958963+00:00"}', 'Done', '-1794117600', '1', {at 1970-01-01T00:00:00.0000000Z}, NULL, NULL, '59f60000-7d0b-f356-8434-08df4c0e85e3', 'bd42a584-5749-4d91-890b-385bab833714', '0', '0');
INSERT INTO "work_item" ("id", "job_id", "kind", "key", "order", "state", "rank", "attempts", "due_at", "lease_until", "reason", "started_by", "worker", "losses", "failures") OVERRIDING SYSTEM VALUE VALUES ('08df4c0e-85b1-0507-f356-7d0b59f60000', '8a5d0000-2525-b1db-ccd6-08df4c0e8485', 'activities', '66318100030', E'{"Row":"{\\u0022activityId\\u0022:66318100030,\\u0022activityUUID\\u0022:\\u002270dde63e-000f-4000-8100-000000000000\\u0022,\\u0022activityName\\u0022:\\u0022Potsdam Running\\u0022,\\u0022startTimeLocal\\u0022:\\u00222026-11-07 07:00:00\\u0022,\\u0022startTimeGMT\\u0022:\\u00222026-11-07 06:00:00\\u0022,\\u0022activityType\\u0022:{\\u0022typeId\\u0022:1,\\u0022typeKey\\u0022:\\u0022running\\u0022,\\u0022parentTypeId\\u0022:17,\\u0022isHidden\\u0022:false,\\u0022restricted\\u0022:false,\\u0022trimmable\\u0022:true},\\u0022eventType\\u0022:{\\u0022typeId\\u0022:9,\\u0022typeKey\\u0022:\\u0022uncategorized\\u0022,\\u0022sortOrder\\u0022:10},\\u0022distance\\u0022:191.1300048828125,\\u0022duration\\u0022:60.0,\\u0022elapsedDuration\\u0022:60.0,\\u0022movingDuration\\u0022:60.0,\\u0022elevationGain\\u0022:31.0,\\u0022elevationLoss\\u0022:42.0,\\u0022averageSpeed\\u0022:3.186000108718872,\\u0022maxSpeed\\u0022:3.2709999084472656,\\u0022startLatitude\\u0022:52.401160821319,\\u0022startLongitude\\u0022:13.058881005272,\\u0022endLatitude\\u0022:52.40099879913,\\u0022endLongitude\\u0022:13.058787882328,\\u0022hasPolyline\\u0022:true,\\u0022hasImages\\u0022:false,\\u0022hasVideo\\u0022:false,\\u0022hasSplits\\u0022:false,\\u0022hasHeatMap\\u0022:false,\\u0022calories\\u0022:12.0,\\u0022bmrCalories\\u0022:1.0,\\u0022averageHR\\u0022:101.0,\\u0022maxHR\\u0022:114.0,\\u0022averageRunningCadenceInStepsPerMinute\\u0022:168.0,\\u0022maxRunningCadenceInStepsPerMinute\\u0022:174.0,\\u0022maxDoubleCadence\\u0022:174.0,\\u0022steps\\u0022:168,\\u0022privacy\\u0022:{\\u0022typeId\\u0022:2,\\u0022typeKey\\u0022:\\u0022private\\u0022},\\u0022timeZoneId\\u0022:124,\\u0022beginTimestamp\\u0022:1794031200000,\\u0022sportTypeId\\u0022:1,\\u0022aerobicTrainingEffect\\u0022:0.0,\\u0022anaerobicTrainingEffect\\u0022:0.0,\\u0022trainingEffectLabel\\u0022:\\u0022RECOVERY\\u0022,\\u0022activityTrainingLoad\\u0022:1.0099999904632568,\\u0022aerobicTrainingEffectMessage\\u0022:\\u0022RECOVERY_5\\u0022,\\u0022anaerobicTrainingEffectMessage\\u0022:\\u0022NO_ANAEROBIC_BENEFIT_0\\u0022,\\u0022vO2MaxValue\\u0022:48.0,\\u0022deviceId\\u0022:3400463181,\\u0022manufacturer\\u0022:\\u0022GARMIN\\u0022,\\u0022minTemperature\\u0022:4.0,\\u0022maxTemperature\\u0022:5.0,\\u0022minElevation\\u0022:318.6000061035156,\\u0022maxElevation\\u0022:346.79998779296875,\\u0022summarizedDiveInfo\\u0022:{\\u0022summarizedDiveGases\\u0022:[]},\\u0022locationName\\u0022:\\u0022Potsdam\\u0022,\\u0022lapCount\\u0022:1,\\u0022splitSummaries\\u0022:[],\\u0022moderateIntensityMinutes\\u0022:0,\\u0022vigorousIntensityMinutes\\u0022:0,\\u0022differenceBodyBattery\\u0022:0,\\u0022hrTimeInZone_1\\u0022:35.0,\\u0022hrTimeInZone_2\\u0022:10.0,\\u0022hrTimeInZone_3\\u0022:0.0,\\u0022hrTimeInZone_4\\u0022:0.0,\\u0022hrTimeInZone_5\\u0022:0.0,\\u0022endTimeGMT\\u0022:\\u00222026-11-07 06:01:00\\u0022,\\u0022qualifyingDive\\u0022:false,\\u0022decoDive\\u0022:false,\\u0022autoCalcCalories\\u0022:false,\\u0022favorite\\u0022:false,\\u0022elevationCorrected\\u0022:false,\\u0022atpActivity\\u0022:false,\\u0022purposeful\\u0022:false,\\u0022manualActivity\\u0022:false,\\u0022pr\\u0022:false,\\u0022parent\\u0022:false}","Formats":["original"],"ListedAt":"2026-11-26T22:42:16.3958963+00:00"}', 'Done', '-1794031200', '1', {at 1970-01-01T00:00:00.0000000Z}, NULL, NULL, '59f60000-7d0b-f356-ac9e-08df4c0e85e5', 'bd42a584-5749-4d91-890b-385bab833714', '0', '0');
INSERT INTO "work_item" ("id", "job_id", "kind", "key", "order", "state", "rank", "attempts", "due_at", "lease_until", "reason", "started_by", "worker", "losses", "failures") OVERRIDING SYSTEM VALUE VALUES ('08df4c0e-85b1-08f1-f356-7d0b59f60000', '8a5d0000-2525-b1db-ccd6-08df4c0e8485', 'activities', '66318100025', E'{"Row":"{\\u0022activityId\\u0022:66318100025,\\u0022activityUUID\\u0022:\\u002270dde639-000f-4000-8100-000000000000\\u0022,\\u0022activityName\\u0022:\\u0022Potsdam Running\\u0022,\\u0022startTimeLocal\\u0022:\\u00222026-11-06 07:00:00\\u0022,\\u0022startTimeGMT\\u0022:\\u00222026-11-06 06:00:00\\u0022,\\u0022activityType\\u0022:{\\u0022typeId\\u0022:1,\\u0022typeKey\\u0022:\\u0022running\\u0022,\\u0022parentTypeId\\u0022:17,\\u0022isHidden\\u0022:false,\\u0022restricted\\u0022:false,\\u0022trimmable\\u0022:true},\\u0022eventType\\u0022:{\\u0022typeId\\u0022:9,\\u0022typeKey\\u0022:\\u0022uncategorized\\u0022,\\u0022sortOrder\\u0022:10},\\u0022distance\\u0022:158.13999938964844,\\u0022duration\\u0022:60.0,\\u0022elapsedDuration\\u0022:60.0,\\u0022movingDuration\\u0022:60.0,\\u0022elevationGain\\u0022:34.0,\\u0022elevationLoss\\u0022:24.0,\\u0022averageSpeed\\u0022:2.635999917984009,\\u0022maxSpeed\\u0022:2.677000045776367,\\u0022startLatitude\\u0022:52.400705013424,\\u0022startLongitude\\u0022:13.059024754912,\\u0022endLatitude\\u0022:52.400714652613,\\u0022endLongitude\\u0022:13.058784697205,\\u0022hasPolyline\\u0022:true,\\u0022hasImages\\u0022:false,\\u0022hasVideo\\u0022:false,\\u0022hasSplits\\u0022:false,\\u0022hasHeatMap\\u0022:false,\\u0022calories\\u0022:12.0,\\u0022bmrCalories\\u0022:1.0,\\u0022averageHR\\u0022:99.0,\\u0022maxHR\\u0022:109.0,\\u0022averageRunningCadenceInStepsPerMinute\\u0022:166.0,\\u0022maxRunningCadenceInStepsPerMinute\\u0022:174.0,\\u0022maxDoubleCadence\\u0022:174.0,\\u0022steps\\u0022:166,\\u0022privacy\\u0022:{\\u0022typeId\\u0022:2,\\u0022typeKey\\u0022:\\u0022private\\u0022},\\u0022timeZoneId\\u0022:124,\\u0022beginTimestamp\\u0022:1793944800000,\\u0022sportTypeId\\u0022:1,\\u0022aerobicTrainingEffect\\u0022:0.0,\\u0022anaerobicTrainingEffect\\u0022:0.0,\\u0022trainingEffectLabel\\u0022:\\u0022RECOVERY\\u0022,\\u0022activityTrainingLoad\\u0022:0.9900000095367432,\\u0022aerobicTrainingEffectMessage\\u0022:\\u0022RECOVERY_5\\u0022,\\u0022anaerobicTrainingEffectMessage\\u0022:\\u0022NO_ANAEROBIC_BENEFIT_0\\u0022,\\u0022vO2MaxValue\\u0022:48.0,\\u0022deviceId\\u0022:3400463181,\\u0022manufacturer\\u0022:\\u0022GARMIN\\u0022,\\u0022minTemperature\\u0022:17.0,\\u0022maxTemperature\\u0022:18.0,\\u0022minElevation\\u0022:292.79998779296875,\\u0022maxElevation\\u0022:322.6000061035156,\\u0022summarizedDiveInfo\\u0022:{\\u0022summarizedDiveGases\\u0022:[]},\\u0022locationName\\u0022:\\u0022Potsdam\\u0022,\\u0022lapCount\\u0022:1,\\u0022splitSummaries\\u0022:[],\\u0022moderateIntensityMinutes\\u0022:0,\\u0022vigorousIntensityMinutes\\u0022:0,\\u0022differenceBodyBattery\\u0022:0,\\u0022hrTimeInZone_1\\u0022:40.0,\\u0022hrTimeInZone_2\\u0022:0.0,\\u0022hrTimeInZone_3\\u0022:0.0,\\u0022hrTimeInZone_4\\u0022:0.0,\\u0022hrTimeInZone_5\\u0022:0.0,\\u0022endTimeGMT\\u0022:\\u00222026-11-06 06:01:00\\u0022,\\u0022qualifyingDive\\u0022:false,\\u0022decoDive\\u0022:false,\\u0022autoCalcCalories\\u0022:false,\\u0022favorite\\u0022:false,\\u0022elevationCorrected\\u0022:false,\\u0022atpActivity\\u0022:false,\\u0022purposeful\\u0022:false,\\u0022manualActivity\\u0022:false,\\u0022pr\\u0022:false,\\u0022parent\\u0022:false}","Formats":["original"],"ListedAt":"2026-11-26T22:42:16.3958963+00:00"}', 'Done', '-1793944800', '1', {at 1970-01-01T00:00:00.0000000Z}, NULL, NULL, '59f60000-7d0b-f356-a529-08df4c0e86ad', 'bd42a584-5749-4d91-890b-385bab833714', '0', '0');
INSERT INTO "work_item" ("id", "job_id", "kind", "key", "order", "state", "rank", "attempts", "due_at", "lease_until", "reason", "started_by", "worker", "losses", "failures") OVERRIDING SYSTEM VALUE VALUES ('08df4c0e-85b1-09ae-f356-7d0b59f60000', '8a5d0000-2525-b1db-ccd6-08df4c0e8485', 'activities', '66318100020', E'{"Row":"{\\u0022activityId\\u0022:66318100020,\\u0022activityUUID\\u0022:\\u002270dde634-000f-4000-8100-000000000000\\u0022,\\u0022activityName\\u0022:\\u0022Potsdam Running\\u0022,\\u0022startTimeLocal\\u0022:\\u00222026-11-05 07:00:00\\u0022,\\u0022startTimeGMT\\u0022:\\u00222026-11-05 06:00:00\\u0022,\\u0022activityType\\u0022:{\\u0022typeId\\u0022:1,\\u0022typeKey\\u0022:\\u0022running\\u0022,\\u0022parentTypeId\\u0022:17,\\u0022isHidden\\u0022:false,\\u0022restricted\\u0022:false,\\u0022trimmable\\u0022:true},\\u0022eventType\\u0022:{\\u0022typeId\\u0022:9,\\u0022typeKey\\u0022:\\u0022uncategorized\\u0022,\\u0022sortOrder\\u0022:10},\\u0022distance\\u0022:195.38999938964844,\\u0022duration\\u0022:60.0,\\u0022elapsedDuration\\u0022:60.0,\\u0022movingDuration\\u0022:60.0,\\u0022elevationGain\\u0022:31.0,\\u0022elevationLoss\\u0022:32.0,\\u0022averageSpeed\\u0022:3.25600004196167,\\u0022maxSpeed\\u0022:3.315000057220459,\\u0022startLatitude\\u0022:52.401065099984,\\u0022startLongitude\\u0022:13.059467151761,\\u0022endLatitude\\u0022:52.401154702529,\\u0022endLongitude\\u0022:13.059168839827,\\u0022hasPolyline\\u0022:true,\\u0022hasImages\\u0022:false,\\u0022hasVideo\\u0022:false,\\u0022hasSplits\\u0022:false,\\u0022hasHeatMap\\u0022:false,\\u0022calories\\u0022:12.0,\\u0022bmrCalories\\u0022:1.0,\\u0022averageHR\\u0022:100.0,\\u0022maxHR\\u0022:114.0,\\u0022averageRunningCadenceInStepsPerMinute\\u0022:166.0,\\u0022maxRunningCadenceInStepsPerMinute\\u0022:174.0,\\u0022maxDoubleCadence\\u0022:174.0,\\u0022steps\\u0022:166,\\u0022privacy\\u0022:{\\u0022typeId\\u0022:2,\\u0022typeKey\\u0022:\\u0022private\\u0022},\\u0022timeZoneId\\u0022:124,\\u0022beginTimestamp\\u0022:1793858400000,\\u0022sportTypeId\\u0022:1,\\u0022aerobicTrainingEffect\\u0022:0.0,\\u0022anaerobicTrainingEffect\\u0022:0.0,\\u0022trainingEffectLabel\\u0022:\\u0022RECOVERY\\u0022,\\u0022activityTrainingLoad\\u0022:1.0,\\u0022aerobicTrainingEffectMessage\\u0022:\\u0022RECOVERY_5\\u0022,\\u0022anaerobicTrainingEffectMessage\\u0022:\\u0022NO_ANAEROBIC_BENEFIT_0\\u0022,\\u0022vO2MaxValue\\u0022:48.0,\\u0022deviceId\\u0022:3400463181,\\u0022manufacturer\\u0022:\\u0022GARMIN\\u0022,\\u0022minTemperature\\u0022:4.0,\\u0022maxTemperature\\u0022:5.0,\\u0022minElevation\\u0022:270.0,\\u0022maxElevation\\u0022:295.3999938964844,\\u0022summarizedDiveInfo\\u0022:{\\u0022summarizedDiveGases\\u0022:[]},\\u0022locationName\\u0022:\\u0022Potsdam\\u0022,\\u0022lapCount\\u0022:1,\\u0022splitSummaries\\u0022:[],\\u0022moderateIntensityMinutes\\u0022:0,\\u0022vigorousIntensityMinutes\\u0022:0,\\u0022differenceBodyBattery\\u0022:0,\\u0022hrTimeInZone_1\\u0022:40.0,\\u0022hrTimeInZone_2\\u0022:5.0,\\u0022hrTimeInZone_3\\u0022:0.0,\\u0022hrTimeInZone_4\\u0022:0.0,\\u0022hrTimeInZone_5\\u0022:0.0,\\u0022endTimeGMT\\u0022:\\u00222026-11-05 06:01:00\\u0022,\\u0022qualifyingDive\\u0022:false,\\u0022decoDive\\u0022:false,\\u0022autoCalcCalories\\u0022:false,\\u0022favorite\\u0022:false,\\u0022elevationCorrected\\u0022:false,\\u0022atpActivity\\u0022:false,\\u0022purposeful\\u0022:false,\\u0022manualActivity\\u0022:false,\\u0022pr\\u0022:false,\\u0022parent\\u0022:false}","Formats":["original"],"ListedAt":"2026-11-26T22:42:16.3958963+00:00"}', 'InFlight', '-1793858400', '1', {at 1970-01-01T00:00:00.0000000Z}, {at 2026-11-26T22:47:18.3668080Z}, NULL, '59f60000-7d0b-f356-438b-08df4c0e86b9', 'bd42a584-5749-4d91-890b-385bab833714', '0', '0');
INSERT INTO "work_item" ("id", "job_id", "kind", "key", "order", "state", "rank", "attempts", "due_at", "lease_until", "reason", "started_by", "worker", "losses", "failures") OVERRIDING SYSTEM VALUE VALUES ('08df4c0e-85b1-0c55-f356-7d0b59f60000', '8a5d0000-2525-b1db-ccd6-08df4c0e8485', 'activities', '66318100015', E'{"Row":"{\\u0022activityId\\u0022:66318100015,\\u0022activityUUID\\u0022:\\u002270dde62f-000f-4000-8100-000000000000\\u0022,\\u0022activityName\\u0022:\\u0022Potsdam Running\\u0022,\\u0022startTimeLocal\\u0022:\\u00222026-11-04 07:00:00\\u0022,\\u0022startTimeGMT\\u0022:\\u00222026-11-04 06:00:00\\u0022,\\u0022activityType\\u0022:{\\u0022typeId\\u0022:1,\\u0022typeKey\\u0022:\\u0022running\\u0022,\\u0022parentTypeId\\u0022:17,\\u0022isHidden\\u0022:false,\\u0022restricted\\u0022:false,\\u0022trimmable\\u0022:true},\\u0022eventType\\u0022:{\\u0022typeId\\u0022:9,\\u0022typeKey\\u0022:\\u0022uncategorized\\u0022,\\u0022sortOrder\\u0022:10},\\u0022distance\\u0022:168.88999938964844,\\u0022duration\\u0022:60.0,\\u0022elapsedDuration\\u0022:60.0,\\u0022movingDuration\\u0022:60.0,\\u0022elevationGain\\u0022:33.0,\\u0022elevationLoss\\u0022:28.0,\\u0022averageSpeed\\u0022:2.815000057220459,\\u0022maxSpeed\\u0022:2.86899995803833,\\u0022startLatitude\\u0022:52.40091749467,\\u0022startLongitude\\u0022:13.058687634766,\\u0022endLatitude\\u0022:52.400969797745,\\u0022endLongitude\\u0022:13.058659303933,\\u0022hasPolyline\\u0022:true,\\u0022hasImages\\u0022:false,\\u0022hasVideo\\u0022:false,\\u0022hasSplits\\u0022:false,\\u0022hasHeatMap\\u0022:false,\\u0022calories\\u0022:12.0,\\u0022bmrCalories\\u0022:1.0,\\u0022averageHR\\u0022:100.0,\\u0022maxHR\\u0022:111.0,\\u0022averageRunningCadenceInStepsPerMinute\\u0022:168.0,\\u0022maxRunningCadenceInStepsPerMinute\\u0022:174.0,\\u0022maxDoubleCadence\\u0022:174.0,\\u0022steps\\u0022:168,\\u0022privacy\\u0022:{\\u0022typeId\\u0022:2,\\u0022typeKey\\u0022:\\u0022private\\u0022},\\u0022timeZoneId\\u0022:124,\\u0022beginTimestamp\\u0022:1793772000000,\\u0022sportTypeId\\u0022:1,\\u0022aerobicTrainingEffect\\u0022:0.0,\\u0022anaerobicTrainingEffect\\u0022:0.0,\\u0022trainingEffectLabel\\u0022:\\u0022RECOVERY\\u0022,\\u0022activityTrainingLoad\\u0022:1.0,\\u0022aerobicTrainingEffectMessage\\u0022:\\u0022RECOVERY_5\\u0022,\\u0022anaerobicTrainingEffectMessage\\u0022:\\u0022NO_ANAEROBIC_BENEFIT_0\\u0022,\\u0022vO2MaxValue\\u0022:48.0,\\u0022deviceId\\u0022:3400463181,\\u0022manufacturer\\u0022:\\u0022GARMIN\\u0022,\\u0022minTemperature\\u0022:17.0,\\u0022maxTemperature\\u0022:18.0,\\u0022minElevation\\u0022:242.60000610351562,\\u0022maxElevation\\u0022:272.6000061035156,\\u0022summarizedDiveInfo\\u0022:{\\u0022summarizedDiveGases\\u0022:[]},\\u0022locationName\\u0022:\\u0022Potsdam\\u0022,\\u0022lapCount\\u0022:1,\\u0022splitSummaries\\u0022:[],\\u0022moderateIntensityMinutes\\u0022:0,\\u0022vigorousIntensityMinutes\\u0022:0,\\u0022differenceBodyBattery\\u0022:0,\\u0022hrTimeInZone_1\\u0022:50.0,\\u0022hrTimeInZone_2\\u0022:0.0,\\u0022hrTimeInZone_3\\u0022:0.0,\\u0022hrTimeInZone_4\\u0022:0.0,\\u0022hrTimeInZone_5\\u0022:0.0,\\u0022endTimeGMT\\u0022:\\u00222026-11-04 06:01:00\\u0022,\\u0022qualifyingDive\\u0022:false,\\u0022decoDive\\u0022:false,\\u0022autoCalcCalories\\u0022:false,\\u0022favorite\\u0022:false,\\u0022elevationCorrected\\u0022:false,\\u0022atpActivity\\u0022:false,\\u0022purposeful\\u0022:false,\\u0022manualActivity\\u0022:false,\\u0022pr\\u0022:false,\\u0022parent\\u0022:false}","Formats":["original"],"ListedAt":"2026-11-26T22:42:16.3958963+00:00"}', 'InFlight', '-1793772000', '1', {at 1970-01-01T00:00:00.0000000Z}, {at 2026-11-26T22:47:18.4091720Z}, NULL, '59f60000-7d0b-f356-e298-08df4c0e86c1', 'bd42a584-5749-4d91-890b-385bab833714', '0', '0');
INSERT INTO "work_item" ("id", "job_id", "kind", "key", "order", "state", "rank", "attempts", "due_at", "lease_until", "reason", "started_by", "worker", "losses", "failures") OVERRIDING SYSTEM VALUE VALUES ('08df4c0e-85b1-0d24-f356-7d0b59f60000', '8a5d0000-2525-b1db-ccd6-08df4c0e8485', 'activities', '66318100010', E'{"Row":"{\\u0022activityId\\u0022:66318100010,\\u0022activityUUID\\u0022:\\u002270dde62a-000f-4000-8100-000000000000\\u0022,\\u0022activityName\\u0022:\\u0022Potsdam Running\\u0022,\\u0022startTimeLocal\\u0022:\\u00222026-11-03 07:00:00\\u0022,\\u0022startTimeGMT\\u0022:\\u00222026-11-03 06:00:00\\u0022,\\u0022activityType\\u0022:{\\u0022typeId\\u0022:1,\\u0022typeKey\\u0022:\\u0022running\\u0022,\\u0022parentTypeId\\u0022:17,\\u0022isHidden\\u0022:false,\\u0022restricted\\u0022:false,\\u0022trimmable\\u0022:true},\\u0022eventType\\u0022:{\\u0022typeId\\u0022:9,\\u0022typeKey\\u0022:\\u0022uncategorized\\u0022,\\u0022sortOrder\\u0022:10},\\u0022distance\\u0022:183.07000732421875,\\u0022duration\\u0022:60.0,\\u0022elapsedDuration\\u0022:60.0,\\u0022movingDuration\\u0022:60.0,\\u0022elevationGain\\u0022:43.0,\\u0022elevationLoss\\u0022:34.0,\\u0022averageSpeed\\u0022:3.0510001182556152,\\u0022maxSpeed\\u0022:3.125,\\u0022startLatitude\\u0022:52.400750443339,\\u0022startLongitude\\u0022:13.059350810945,\\u0022endLatitude\\u0022:52.400788161904,\\u0022endLongitude\\u0022:13.059482993558,\\u0022hasPolyline\\u0022:true,\\u0022hasImages\\u0022:false,\\u0022hasVideo\\u0022:false,\\u0022hasSplits\\u0022:false,\\u0022hasHeatMap\\u0022:false,\\u0022calories\\u0022:12.0,\\u0022bmrCalories\\u0022:1.0,\\u0022averageHR\\u0022:99.0,\\u0022maxHR\\u0022:108.0,\\u0022averageRunningCadenceInStepsPerMinute\\u0022:170.0,\\u0022maxRunningCadenceInStepsPerMinute\\u0022:174.0,\\u0022maxDoubleCadence\\u0022:174.0,\\u0022steps\\u0022:170,\\u0022privacy\\u0022:{\\u0022typeId\\u0022:2,\\u0022typeKey\\u0022:\\u0022private\\u0022},\\u0022timeZoneId\\u0022:124,\\u0022beginTimestamp\\u0022:1793685600000,\\u0022sportTypeId\\u0022:1,\\u0022aerobicTrainingEffect\\u0022:0.0,\\u0022anaerobicTrainingEffect\\u0022:0.0,\\u0022trainingEffectLabel\\u0022:\\u0022RECOVERY\\u0022,\\u0022activityTrainingLoad\\u0022:0.9900000095367432,\\u0022aerobicTrainingEffectMessage\\u0022:\\u0022RECOVERY_5\\u0022,\\u0022anaerobicTrainingEffectMessage\\u0022:\\u0022NO_ANAEROBIC_BENEFIT_0\\u0022,\\u0022vO2MaxValue\\u0022:48.0,\\u0022deviceId\\u0022:3400463181,\\u0022manufacturer\\u0022:\\u0022GARMIN\\u0022,\\u0022minTemperature\\u0022:5.0,\\u0022maxTemperature\\u0022:6.0,\\u0022minElevation\\u0022:219.39999389648438,\\u0022maxElevation\\u0022:245.39999389648438,\\u0022summarizedDiveInfo\\u0022:{\\u0022summarizedDiveGases\\u0022:[]},\\u0022locationName\\u0022:\\u0022Potsdam\\u0022,\\u0022lapCount\\u0022:1,\\u0022splitSummaries\\u0022:[],\\u0022moderateIntensityMinutes\\u0022:0,\\u0022vigorousIntensityMinutes\\u0022:0,\\u0022differenceBodyBattery\\u0022:0,\\u0022hrTimeInZone_1\\u0022:45.0,\\u0022hrTimeInZone_2\\u0022:0.0,\\u0022hrTimeInZone_3\\u0022:0.0,\\u0022hrTimeInZone_4\\u0022:0.0,\\u0022hrTimeInZone_5\\u0022:0.0,\\u0022endTimeGMT\\u0022:\\u00222026-11-03 06:01:00\\u0022,\\u0022qualifyingDive\\u0022:false,\\u0022decoDive\\u0022:false,\\u0022autoCalcCalories\\u0022:false,\\u0022favorite\\u0022:false,\\u0022elevationCorrected\\u0022:false,\\u0022atpActivity\\u0022:false,\\u0022purposeful\\u0022:false,\\u0022manualActivity\\u0022:false,\\u0022pr\\u0022:false,\\u0022parent\\u0022:false}","Formats":["original"],"ListedAt":"2026-11-26T22:42:16.3958963+00:00"}', 'Planned', '-1793685600', '0', {at 1970-01-01T00:00:00.0000000Z}, NULL, NULL, NULL, NULL, '0', '0');
INSERT INTO "work_item" ("id", "job_id", "kind", "key", "order", "state", "rank", "attempts", "due_at", "lease_until", "reason", "started_by", "worker", "losses", "failures") OVERRIDING SYSTEM VALUE VALUES ('08df4c0e-85b1-0dd4-f356-7d0b59f60000', '8a5d0000-2525-b1db-ccd6-08df4c0e8485', 'activities', '66318100005', E'{"Row":"{\\u0022activityId\\u0022:66318100005,\\u0022activityUUID\\u0022:\\u002270dde625-000f-4000-8100-000000000000\\u0022,\\u0022activityName\\u0022:\\u0022Potsdam Running\\u0022,\\u0022startTimeLocal\\u0022:\\u00222026-11-02 07:00:00\\u0022,\\u0022startTimeGMT\\u0022:\\u00222026-11-02 06:00:00\\u0022,\\u0022activityType\\u0022:{\\u0022typeId\\u0022:1,\\u0022typeKey\\u0022:\\u0022running\\u0022,\\u0022parentTypeId\\u0022:17,\\u0022isHidden\\u0022:false,\\u0022restricted\\u0022:false,\\u0022trimmable\\u0022:true},\\u0022eventType\\u0022:{\\u0022typeId\\u0022:9,\\u0022typeKey\\u0022:\\u0022uncategorized\\u0022,\\u0022sortOrder\\u0022:10},\\u0022distance\\u0022:184.07000732421875,\\u0022duration\\u0022:60.0,\\u0022elapsedDuration\\u0022:60.0,\\u0022movingDuration\\u0022:60.0,\\u0022elevationGain\\u0022:31.0,\\u0022elevationLoss\\u0022:37.0,\\u0022averageSpeed\\u0022:3.068000078201294,\\u0022maxSpeed\\u0022:3.13700008392334,\\u0022startLatitude\\u0022:52.40119703114,\\u0022startLongitude\\u0022:13.059054929763,\\u0022endLatitude\\u0022:52.401140201837,\\u0022endLongitude\\u0022:13.058906821534,\\u0022hasPolyline\\u0022:true,\\u0022hasImages\\u0022:false,\\u0022hasVideo\\u0022:false,\\u0022hasSplits\\u0022:false,\\u0022hasHeatMap\\u0022:false,\\u0022calories\\u0022:12.0,\\u0022bmrCalories\\u0022:1.0,\\u0022averageHR\\u0022:101.0,\\u0022maxHR\\u0022:114.0,\\u0022averageRunningCadenceInStepsPerMinute\\u0022:170.0,\\u0022maxRunningCadenceInStepsPerMinute\\u0022:174.0,\\u0022maxDoubleCadence\\u0022:174.0,\\u0022steps\\u0022:170,\\u0022privacy\\u0022:{\\u0022typeId\\u0022:2,\\u0022typeKey\\u0022:\\u0022private\\u0022},\\u0022timeZoneId\\u0022:124,\\u0022beginTimestamp\\u0022:1793599200000,\\u0022sportTypeId\\u0022:1,\\u0022aerobicTrainingEffect\\u0022:0.0,\\u0022anaerobicTrainingEffect\\u0022:0.0,\\u0022trainingEffectLabel\\u0022:\\u0022RECOVERY\\u0022,\\u0022activityTrainingLoad\\u0022:1.0099999904632568,\\u0022aerobicTrainingEffectMessage\\u0022:\\u0022RECOVERY_5\\u0022,\\u0022anaerobicTrainingEffectMessage\\u0022:\\u0022NO_ANAEROBIC_BENEFIT_0\\u0022,\\u0022vO2MaxValue\\u0022:48.0,\\u0022deviceId\\u0022:3400463181,\\u0022manufacturer\\u0022:\\u0022GARMIN\\u0022,\\u0022minTemperature\\u0022:17.0,\\u0022maxTemperature\\u0022:18.0,\\u0022minElevation\\u0022:195.60000610351562,\\u0022maxElevation\\u0022:224.60000610351562,\\u0022summarizedDiveInfo\\u0022:{\\u0022summarizedDiveGases\\u0022:[]},\\u0022locationName\\u0022:\\u0022Potsdam\\u0022,\\u0022lapCount\\u0022:1,\\u0022splitSummaries\\u0022:[],\\u0022moderateIntensityMinutes\\u0022:0,\\u0022vigorousIntensityMinutes\\u0022:0,\\u0022differenceBodyBattery\\u0022:0,\\u0022hrTimeInZone_1\\u0022:45.0,\\u0022hrTimeInZone_2\\u0022:5.0,\\u0022hrTimeInZone_3\\u0022:0.0,\\u0022hrTimeInZone_4\\u0022:0.0,\\u0022hrTimeInZone_5\\u0022:0.0,\\u0022endTimeGMT\\u0022:\\u00222026-11-02 06:01:00\\u0022,\\u0022qualifyingDive\\u0022:false,\\u0022decoDive\\u0022:false,\\u0022autoCalcCalories\\u0022:false,\\u0022favorite\\u0022:false,\\u0022elevationCorrected\\u0022:false,\\u0022atpActivity\\u0022:false,\\u0022purposeful\\u0022:false,\\u0022manualActivity\\u0022:false,\\u0022pr\\u0022:false,\\u0022parent\\u0022:false}","Formats":["original"],"ListedAt":"2026-11-26T22:42:16.3958963+00:00"}', 'Planned', '-1793599200', '0', {at 1970-01-01T00:00:00.0000000Z}, NULL, NULL, NULL, NULL, '0', '0');
INSERT INTO "work_item" ("id", "job_id", "kind", "key", "order", "state", "rank", "attempts", "due_at", "lease_until", "reason", "started_by", "worker", "losses", "failures") OVERRIDING SYSTEM VALUE VALUES ('08df4c0e-85b1-0e52-f356-7d0b59f60000', '8a5d0000-2525-b1db-ccd6-08df4c0e8485', 'activities', '66318100000', E'{"Row":"{\\u0022activityId\\u0022:66318100000,\\u0022activityUUID\\u0022:\\u002270dde620-000f-4000-8100-000000000000\\u0022,\\u0022activityName\\u0022:\\u0022Potsdam Running\\u0022,\\u0022startTimeLocal\\u0022:\\u00222026-11-01 07:00:00\\u0022,\\u0022startTimeGMT\\u0022:\\u00222026-11-01 06:00:00\\u0022,\\u0022activityType\\u0022:{\\u0022typeId\\u0022:1,\\u0022typeKey\\u0022:\\u0022running\\u0022,\\u0022parentTypeId\\u0022:17,\\u0022isHidden\\u0022:false,\\u0022restricted\\u0022:false,\\u0022trimmable\\u0022:true},\\u0022eventType\\u0022:{\\u0022typeId\\u0022:9,\\u0022typeKey\\u0022:\\u0022uncategorized\\u0022,\\u0022sortOrder\\u0022:10},\\u0022distance\\u0022:149.2899932861328,\\u0022duration\\u0022:60.0,\\u0022elapsedDuration\\u0022:60.0,\\u0022movingDuration\\u0022:60.0,\\u0022elevationGain\\u0022:33.0,\\u0022elevationLoss\\u0022:22.0,\\u0022averageSpeed\\u0022:2.48799991607666,\\u0022maxSpeed\\u0022:2.5450000762939453,\\u0022startLatitude\\u0022:52.400729740039,\\u0022startLongitude\\u0022:13.058904055506,\\u0022endLatitude\\u0022:52.400880279019,\\u0022endLongitude\\u0022:13.058612700552,\\u0022hasPolyline\\u0022:true,\\u0022hasImages\\u0022:false,\\u0022hasVideo\\u0022:false,\\u0022hasSplits\\u0022:false,\\u0022hasHeatMap\\u0022:false,\\u0022calories\\u0022:12.0,\\u0022bmrCalories\\u0022:1.0,\\u0022averageHR\\u0022:99.0,\\u0022maxHR\\u0022:108.0,\\u0022averageRunningCadenceInStepsPerMinute\\u0022:170.0,\\u0022maxRunningCadenceInStepsPerMinute\\u0022:172.0,\\u0022maxDoubleCadence\\u0022:172.0,\\u0022steps\\u0022:170,\\u0022privacy\\u0022:{\\u0022typeId\\u0022:2,\\u0022typeKey\\u0022:\\u0022private\\u0022},\\u0022timeZoneId\\u0022:124,\\u0022beginTimestamp\\u0022:1793512800000,\\u0022sportTypeId\\u0022:1,\\u0022aerobicTrainingEffect\\u0022:0.0,\\u0022anaerobicTrainingEffect\\u0022:0.0,\\u0022trainingEffectLabel\\u0022:\\u0022RECOVERY\\u0022,\\u0022activityTrainingLoad\\u0022:0.9900000095367432,\\u0022aerobicTrainingEffectMessage\\u0022:\\u0022RECOVERY_5\\u0022,\\u0022anaerobicTrainingEffectMessage\\u0022:\\u0022NO_ANAEROBIC_BENEFIT_0\\u0022,\\u0022vO2MaxValue\\u0022:48.0,\\u0022deviceId\\u0022:3400463181,\\u0022manufacturer\\u0022:\\u0022GARMIN\\u0022,\\u0022minTemperature\\u0022:5.0,\\u0022maxTemperature\\u0022:6.0,\\u0022minElevation\\u0022:171.1999969482422,\\u0022maxElevation\\u0022:197.1999969482422,\\u0022summarizedDiveInfo\\u0022:{\\u0022summarizedDiveGases\\u0022:[]},\\u0022locationName\\u0022:\\u0022Potsdam\\u0022,\\u0022lapCount\\u0022:1,\\u0022splitSummaries\\u0022:[],\\u0022moderateIntensityMinutes\\u0022:0,\\u0022vigorousIntensityMinutes\\u0022:0,\\u0022differenceBodyBattery\\u0022:0,\\u0022hrTimeInZone_1\\u0022:45.0,\\u0022hrTimeInZone_2\\u0022:0.0,\\u0022hrTimeInZone_3\\u0022:0.0,\\u0022hrTimeInZone_4\\u0022:0.0,\\u0022hrTimeInZone_5\\u0022:0.0,\\u0022endTimeGMT\\u0022:\\u00222026-11-01 06:01:00\\u0022,\\u0022qualifyingDive\\u0022:false,\\u0022decoDive\\u0022:false,\\u0022autoCalcCalories\\u0022:false,\\u0022favorite\\u0022:false,\\u0022elevationCorrected\\u0022:false,\\u0022atpActivity\\u0022:false,\\u0022purposeful\\u0022:false,\\u0022manualActivity\\u0022:false,\\u0022pr\\u0022:false,\\u0022parent\\u0022:false}","Formats":["original"],"ListedAt":"2026-11-26T22:42:16.3958963+00:00"}', 'Planned', '-1793512800', '0', {at 1970-01-01T00:00:00.0000000Z}, NULL, NULL, NULL, NULL, '0', '0');
ALTER TABLE ONLY public."__EFMigrationsHistory"
    ADD CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY ("MigrationId");
ALTER TABLE ONLY public.garmin_account
    ADD CONSTRAINT pk_garmin_account PRIMARY KEY (user_id);
ALTER TABLE ONLY public.inbox
    ADD CONSTRAINT pk_inbox PRIMARY KEY (message_id, consumer_id);
ALTER TABLE ONLY public.login_cooldown
    ADD CONSTRAINT pk_login_cooldown PRIMARY KEY (account_name);
ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT pk_outbox PRIMARY KEY (seq);
ALTER TABLE ONLY public.pending_login
    ADD CONSTRAINT pk_pending_login PRIMARY KEY (login_id);
ALTER TABLE ONLY public.refused_endpoint
    ADD CONSTRAINT pk_refused_endpoint PRIMARY KEY (user_id, endpoint);
ALTER TABLE ONLY public.sync_job
    ADD CONSTRAINT pk_sync_job PRIMARY KEY (correlation_id);
ALTER TABLE ONLY public.synced_activity
    ADD CONSTRAINT pk_synced_activity PRIMARY KEY (user_id, garmin_activity_id);
ALTER TABLE ONLY public.synced_metric_day
    ADD CONSTRAINT pk_synced_metric_day PRIMARY KEY (user_id, metric, day);
ALTER TABLE ONLY public.uploaded_workout
    ADD CONSTRAINT pk_uploaded_workout PRIMARY KEY (user_id, workout_id);
ALTER TABLE ONLY public.work_item
    ADD CONSTRAINT pk_work_item PRIMARY KEY (id);
CREATE INDEX ix_inbox_received_at ON public.inbox USING btree (received_at);
CREATE INDEX ix_pending_login_account_name ON public.pending_login USING btree (account_name);
CREATE INDEX ix_sync_job_finished_at ON public.sync_job USING btree (finished_at);
CREATE INDEX ix_sync_job_user_id_requested_at ON public.sync_job USING btree (user_id, requested_at);
CREATE INDEX ix_sync_job_wake_at ON public.sync_job USING btree (wake_at);
CREATE UNIQUE INDEX ix_work_item_job_id_kind_key ON public.work_item USING btree (job_id, kind, key);
CREATE INDEX ix_work_item_job_id_state_rank ON public.work_item USING btree (job_id, state, rank);
SELECT setval('public.outbox_seq_seq', 22);
