CREATE TABLE "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);
CREATE TABLE "garmin_account" (
    "user_id" TEXT NOT NULL CONSTRAINT "pk_garmin_account" PRIMARY KEY,
    "user_name" TEXT NOT NULL,
    "display_name" TEXT NULL,
    "linked" INTEGER NOT NULL,
    "needs_login" INTEGER NOT NULL,
    "linked_at" TEXT NOT NULL,
    "token_expires_at" TEXT NULL,
    "rate_limited_until" TEXT NULL,
    "last_sync_at" TEXT NULL,
    "active_job_id" TEXT NULL,
    "renewal_lease_until" TEXT NULL
, "rate_limits_in_row" INTEGER NOT NULL DEFAULT 0, "renewal_lease_owner" TEXT NULL, "utc_offset_seconds" INTEGER NULL, "unsaved_tokens" TEXT NULL);
CREATE TABLE "inbox" (
    "message_id" TEXT NOT NULL,
    "consumer_id" TEXT NOT NULL,
    "received_at" TEXT NOT NULL,
    CONSTRAINT "pk_inbox" PRIMARY KEY ("message_id", "consumer_id")
);
CREATE TABLE "login_cooldown" (
    "account_name" TEXT NOT NULL CONSTRAINT "pk_login_cooldown" PRIMARY KEY,
    "until" TEXT NULL,
    "count" INTEGER NOT NULL,
    "needs_person" INTEGER NOT NULL,
    "busy_until" TEXT NULL
, "busy_owner" TEXT NULL);
CREATE TABLE "outbox" (
    "seq" INTEGER NOT NULL CONSTRAINT "pk_outbox" PRIMARY KEY AUTOINCREMENT,
    "sweep_after" TEXT NOT NULL,
    "message_id" TEXT NOT NULL,
    "request_id" TEXT NULL,
    "correlation_id" TEXT NULL,
    "conversation_id" TEXT NULL,
    "initiator_id" TEXT NULL,
    "destination_address" TEXT NOT NULL,
    "source_address" TEXT NULL,
    "response_address" TEXT NULL,
    "fault_address" TEXT NULL,
    "sent_at" TEXT NOT NULL,
    "expires_at" TEXT NULL,
    "content_type" TEXT NOT NULL,
    "message_type" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "headers" TEXT NULL,
    "properties" TEXT NULL
);
CREATE TABLE "pending_login" (
    "login_id" TEXT NOT NULL CONSTRAINT "pk_pending_login" PRIMARY KEY,
    "account_name" TEXT NOT NULL,
    "sealed_state" TEXT NOT NULL,
    "expires_at" TEXT NOT NULL,
    "tries" INTEGER NOT NULL,
    "busy_until" TEXT NULL
);
CREATE TABLE "refused_endpoint" (
    "user_id" TEXT NOT NULL,
    "endpoint" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "refused_at" TEXT NOT NULL,
    CONSTRAINT "pk_refused_endpoint" PRIMARY KEY ("user_id", "endpoint")
);
CREATE TABLE "sync_job" (
    "correlation_id" TEXT NOT NULL CONSTRAINT "pk_sync_job" PRIMARY KEY,
    "current_state" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "job_type" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "requested_at" TEXT NOT NULL,
    "started_at" TEXT NULL,
    "planned_at" TEXT NULL,
    "listed_all_activities" INTEGER NOT NULL,
    "finished_at" TEXT NULL,
    "counts" TEXT NOT NULL,
    "in_flight" INTEGER NOT NULL,
    "garmin_requests" INTEGER NOT NULL,
    "progress" REAL NOT NULL,
    "announced_at" TEXT NULL,
    "paused_until" TEXT NULL,
    "reason" TEXT NULL,
    "failures_in_row" INTEGER NOT NULL,
    "plan_failures" INTEGER NOT NULL,
    "wake_at" TEXT NULL
, "started_by" TEXT NULL, "worker" TEXT NULL, "losses" INTEGER NOT NULL DEFAULT 0, "lease_until" TEXT NULL);
CREATE TABLE "synced_activity" (
    "user_id" TEXT NOT NULL,
    "garmin_activity_id" INTEGER NOT NULL,
    "content_hash" TEXT NOT NULL,
    "formats" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "start_time" TEXT NULL,
    "synced_at" TEXT NOT NULL,
    "central_db_ids" TEXT NOT NULL,
    "missing" INTEGER NOT NULL, "gone_at" TEXT NULL, "listed_at" TEXT NULL, "absent_formats" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "pk_synced_activity" PRIMARY KEY ("user_id", "garmin_activity_id")
);
CREATE TABLE "synced_metric_day" (
    "user_id" TEXT NOT NULL,
    "metric" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "settled" INTEGER NOT NULL,
    "values_hash" TEXT NULL,
    "reason" TEXT NULL,
    "asked_at" TEXT NOT NULL,
    CONSTRAINT "pk_synced_metric_day" PRIMARY KEY ("user_id", "metric", "day")
);
CREATE TABLE "uploaded_workout" (
    "user_id" TEXT NOT NULL,
    "workout_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "garmin_workout_id" INTEGER NULL,
    "content_hash" TEXT NULL,
    "schedule_id" INTEGER NULL,
    "scheduled_on" TEXT NULL,
    "revision" INTEGER NOT NULL,
    "uploaded_at" TEXT NULL,
    CONSTRAINT "pk_uploaded_workout" PRIMARY KEY ("user_id", "workout_id")
);
CREATE TABLE "work_item" (
    "id" TEXT NOT NULL CONSTRAINT "pk_work_item" PRIMARY KEY,
    "job_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "order" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL,
    "due_at" TEXT NOT NULL,
    "lease_until" TEXT NULL,
    "reason" TEXT NULL
, "started_by" TEXT NULL, "worker" TEXT NULL, "losses" INTEGER NOT NULL DEFAULT 0, "failures" INTEGER NOT NULL DEFAULT 0);
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('20261122000100_CreateInboxAndOutbox', '10.0.14');
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('20261122000200_CreateSyncJobs', '10.0.14');
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('20261122000300_CountRateLimits', '10.0.14');
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('20261122000400_CreateMetricLedger', '10.0.14');
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('20261122000500_CreateLogins', '10.0.14');
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('20261122000600_CreateUploadedWorkout', '10.0.14');
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('20261122000700_KeepUnsavedTokens', '10.0.14');
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('20261122000900_StartWork', '10.0.14');
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('20261122001000_KeepGoneActivities', '10.0.14');
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('20261122001100_FindEndedJobs', '10.0.14');
INSERT INTO "garmin_account" ("user_id", "user_name", "display_name", "linked", "needs_login", "linked_at", "token_expires_at", "rate_limited_until", "last_sync_at", "active_job_id", "renewal_lease_until", "rate_limits_in_row", "renewal_lease_owner", "utc_offset_seconds", "unsaved_tokens") VALUES ('01a21a07-002a-71a2-824d-2310ab98f111', 'athlete@example.com', 'athlete-463181', 1, 0, {at 2026-11-26T22:43:16.7299414Z}, {at 2026-11-26T23:43:15.3252833Z}, NULL, NULL, '08960000-C990-BFA2-FBD2-08DF4C0EAABC', NULL, 0, NULL, NULL, NULL);
INSERT INTO "inbox" ("message_id", "consumer_id", "received_at") VALUES ('08960000-C990-BFA2-18E4-08DF4C0EAA8F', '3449B099-0E60-DBFD-30EB-AE81C8BE0471', {at 2026-11-26T22:43:18.7329570Z});
INSERT INTO "inbox" ("message_id", "consumer_id", "received_at") VALUES ('08960000-C990-BFA2-BCC2-08DF4C0EA747', '3449B099-0E60-DBFD-30EB-AE81C8BE0471', {at 2026-11-26T22:43:16.8227217Z});
INSERT INTO "inbox" ("message_id", "consumer_id", "received_at") VALUES ('543F0000-BD2F-3099-0626-08DF4C0EAB9B', '77EABC14-16A7-7694-747C-52F9CEABB778', {at 2026-11-26T22:43:20.4070572Z});
INSERT INTO "inbox" ("message_id", "consumer_id", "received_at") VALUES ('543F0000-BD2F-3099-085A-08DF4C0EAC2B', '893CC4E2-CB22-890C-2425-B40B5277D6F6', {at 2026-11-26T22:43:21.2589050Z});
INSERT INTO "inbox" ("message_id", "consumer_id", "received_at") VALUES ('543F0000-BD2F-3099-6061-08DF4C0EAC40', '91805F97-4180-A899-E892-DFF1231875DA', {at 2026-11-26T22:43:21.3886131Z});
INSERT INTO "inbox" ("message_id", "consumer_id", "received_at") VALUES ('543F0000-BD2F-3099-7632-08DF4C0EAB28', '512F8CFB-4FA7-CDBC-8F64-60EA1CFBA041', {at 2026-11-26T22:43:20.2805588Z});
INSERT INTO "inbox" ("message_id", "consumer_id", "received_at") VALUES ('543F0000-BD2F-3099-8058-08DF4C0EA989', 'D8CB6763-B0AE-B745-E9F7-7D1B518818A3', {at 2026-11-26T22:43:17.9984329Z});
INSERT INTO "inbox" ("message_id", "consumer_id", "received_at") VALUES ('543F0000-BD2F-3099-B3A8-08DF4C0EAC36', '893CC4E2-CB22-890C-2425-B40B5277D6F6', {at 2026-11-26T22:43:21.3227997Z});
INSERT INTO "inbox" ("message_id", "consumer_id", "received_at") VALUES ('543F0000-BD2F-3099-B4D6-08DF4C0EAAE7', '8131F850-AD31-BC41-8411-AB2B8B08AEA5', {at 2026-11-26T22:43:19.1864941Z});
INSERT INTO "inbox" ("message_id", "consumer_id", "received_at") VALUES ('543F0000-BD2F-3099-C637-08DF4C0EAC56', '91805F97-4180-A899-E892-DFF1231875DA', {at 2026-11-26T22:43:36.7604794Z});
INSERT INTO "inbox" ("message_id", "consumer_id", "received_at") VALUES ('543F0000-BD2F-3099-CB0F-08DF4C0EABD1', '91805F97-4180-A899-E892-DFF1231875DA', {at 2026-11-26T22:43:21.1702166Z});
INSERT INTO "inbox" ("message_id", "consumer_id", "received_at") VALUES ('543F0000-BD2F-3099-E544-08DF4C0EABD7', '91805F97-4180-A899-E892-DFF1231875DA', {at 2026-11-26T22:43:21.2429738Z});
INSERT INTO "inbox" ("message_id", "consumer_id", "received_at") VALUES ('543F0000-BD2F-3099-FE2A-08DF4C0EAC4C', '893CC4E2-CB22-890C-2425-B40B5277D6F6', {at 2026-11-26T22:43:21.4462691Z});
INSERT INTO "login_cooldown" ("account_name", "until", "count", "needs_person", "busy_until", "busy_owner") VALUES ('athlete@example.com', NULL, 0, 0, NULL, 'B97E8FD2-C4A5-4FC3-90F3-3DE798A0E1F6');
INSERT INTO "login_cooldown" ("account_name", "until", "count", "needs_person", "busy_until", "busy_owner") VALUES ('mfa@example.com', NULL, 0, 0, NULL, 'DDC77B78-0647-440E-AB23-F8D2151581B5');
INSERT INTO "outbox" ("seq", "sweep_after", "message_id", "request_id", "correlation_id", "conversation_id", "initiator_id", "destination_address", "source_address", "response_address", "fault_address", "sent_at", "expires_at", "content_type", "message_type", "body", "headers", "properties") VALUES (20, {at 2026-11-26T22:43:37.7451840Z}, 'CB1B9802-A6FE-255C-86AD-4C467C6D510B', NULL, NULL, '08960000-C990-BFA2-A79E-08DF4C0EAABE', NULL, 'rabbitmq://{broker}/GarminSync.Contracts:ActivitySynced', 'rabbitmq://{broker}/fetch-activity', NULL, NULL, {at 2026-11-26T22:43:36.7451840Z}, NULL, 'application/vnd.masstransit+json', 'urn:message:GarminSync.Contracts:ActivitySynced', '{
  "messageId": "cb1b9802-a6fe-255c-86ad-4c467c6d510b",
  "requestId": null,
  "correlationId": null,
  "conversationId": "08960000-c990-bfa2-a79e-08df4c0eaabe",
  "initiatorId": null,
  "sourceAddress": "rabbitmq://{broker}/fetch-activity",
  "destinationAddress": "rabbitmq://{broker}/GarminSync.Contracts:ActivitySynced",
  "responseAddress": null,
  "faultAddress": null,
  "messageType": [
    "urn:message:GarminSync.Contracts:ActivitySynced"
  ],
  "message": {
    "userId": "01a21a07-002a-71a2-824d-2310ab98f111",
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
        "centralDbActivityId": "01a21a07-508d-7e16-a280-8c25c89a114a",
        "format": "fit",
        "sha256": "534294d6caf9be8d8452a28bb0cd6557e52e34bf5f642c543202078e2137e5d6",
        "sizeBytes": 878
      }
    ],
    "jobId": "08960000-c990-bfa2-fbd2-08df4c0eaabc"
  },
  "expirationTime": null,
  "sentTime": "2026-11-26T22:43:36.7443473Z",
  "headers": {},
  "host": {
    "machineName": "recorder",
    "processName": "GarminSync.Consumers",
    "processId": 3527,
    "assembly": "GarminSync.Consumers",
    "assemblyVersion": "1.0.0.0",
    "frameworkVersion": "10.0.12",
    "massTransitVersion": "8.4.0.0",
    "operatingSystemVersion": "Unix 6.18.44.657"
  }
}', NULL, '{
  "RMQ-Exchange": "GarminSync.Contracts:ActivitySynced"
}');
INSERT INTO "outbox" ("seq", "sweep_after", "message_id", "request_id", "correlation_id", "conversation_id", "initiator_id", "destination_address", "source_address", "response_address", "fault_address", "sent_at", "expires_at", "content_type", "message_type", "body", "headers", "properties") VALUES (21, {at 2026-11-26T22:43:37.7463333Z}, '543F0000-BD2F-3099-7C0B-08DF4C0EB574', NULL, NULL, '08960000-C990-BFA2-A79E-08DF4C0EAABE', NULL, 'rabbitmq://{broker}/GarminSync.Consumers.Sync:WorkItemDone', 'rabbitmq://{broker}/fetch-activity', NULL, NULL, {at 2026-11-26T22:43:36.7463333Z}, NULL, 'application/vnd.masstransit+json', 'urn:message:GarminSync.Consumers.Sync:WorkItemDone', '{
  "messageId": "543f0000-bd2f-3099-7c0b-08df4c0eb574",
  "requestId": null,
  "correlationId": null,
  "conversationId": "08960000-c990-bfa2-a79e-08df4c0eaabe",
  "initiatorId": null,
  "sourceAddress": "rabbitmq://{broker}/fetch-activity",
  "destinationAddress": "rabbitmq://{broker}/GarminSync.Consumers.Sync:WorkItemDone",
  "responseAddress": null,
  "faultAddress": null,
  "messageType": [
    "urn:message:GarminSync.Consumers.Sync:WorkItemDone"
  ],
  "message": {
    "jobId": "08960000-c990-bfa2-fbd2-08df4c0eaabc",
    "itemId": "08df4c0e-ab88-d856-3099-bd2f543f0000",
    "garminRequests": 1
  },
  "expirationTime": null,
  "sentTime": "2026-11-26T22:43:36.7462923Z",
  "headers": {},
  "host": {
    "machineName": "recorder",
    "processName": "GarminSync.Consumers",
    "processId": 3527,
    "assembly": "GarminSync.Consumers",
    "assemblyVersion": "1.0.0.0",
    "frameworkVersion": "10.0.12",
    "massTransitVersion": "8.4.0.0",
    "operatingSystemVersion": "Unix 6.18.44.657"
  }
}', NULL, '{
  "RMQ-Exchange": "GarminSync.Consumers.Sync:WorkItemDone"
}');
INSERT INTO "pending_login" ("login_id", "account_name", "sealed_state", "expires_at", "tries", "busy_until") VALUES ('d663ef6a-1ef2-41ae-8a0c-85a86d254c81', 'mfa@example.com', 'gs1.testonly.PUxDXC21L0WadveBfELKDXOJoMpw0vU8A2VBdChy7xyojtHB42g3aCAxdNQL1uo2V1Ohuzp8LWQA3v1TKlHM9irWbRG0pnfrrcxwCtDGqyzuxO6EMWqCpZokmOLbIpIL3LX6piA9JDZug2UgJ7_F7d6YfizvkLyiEdOQKTl4YLj0C24KP1DVHh9NOcZiZnBOkz0UBk2IFD3rQG01NrZNdrbK9IxvrI9BrG2R0Yl8V8827rBPyH-78pbzeTX0NIUCZbbD9FTjWfRhQYXA3ZlFrK59HNxJxPjOhMx_VfaOaLzWctPuToJynfupm3tcIcBNNQer6TUkjwzmJywLJyF2I0LwbyBjj2h32Br6pU7xJlZr9Fz5D_oJcqrR8j55eN7dt0LXSz5WKOnNPrgtmmVJwenwYcOf3E1nxB_dLjgHjUmSYi4diAISapHmyQ785Qe48bdtDsfvEWf3PlFlTEoKnhQn38Fb7qJGVXG9pqMXM3gb4gdIMt5HUszXmmLLDkidLg7r7wLGOHJ94blduYnGgssMhLREIKuzalkEt0lVZ06ysBIRHEjR5Kfp-J_XTPhH_Nku-mUtNVhFR9CbrHWkt9Vk_d6PQjw-Qaf3mwYoktL3b2w', {at 2026-11-26T22:58:18.5612097Z}, 0, NULL);
INSERT INTO "sqlite_sequence" ("name", "seq") VALUES ('outbox', 21);
INSERT INTO "sync_job" ("correlation_id", "current_state", "user_id", "job_type", "scope", "requested_at", "started_at", "planned_at", "listed_all_activities", "finished_at", "counts", "in_flight", "garmin_requests", "progress", "announced_at", "paused_until", "reason", "failures_in_row", "plan_failures", "wake_at", "started_by", "worker", "losses", "lease_until") VALUES ('08960000-C990-BFA2-FBD2-08DF4C0EAABC', 'Fetching', '01a21a07-002a-71a2-824d-2310ab98f111', 'activities', '{"Kinds":["activities"],"StartDate":null,"EndDate":null,"Formats":["original"],"Metrics":null,"Detail":null,"Force":false,"WorkoutIds":null,"ScheduleOn":null}', {at 2026-11-26T22:43:19.3546772Z}, {at 2026-11-26T22:43:19.4454233Z}, {at 2026-11-26T22:43:20.4819301Z}, 1, NULL, '{"ByKind":[{"Kind":"activities","Planned":8,"Done":3,"Unchanged":0,"Failed":0}]}', 2, 5, 0.375, {at 2026-11-26T22:43:20.6237175Z}, NULL, NULL, 0, 0, {at 2026-11-26T22:48:21.3256356Z}, NULL, NULL, 0, NULL);
INSERT INTO "synced_activity" ("user_id", "garmin_activity_id", "content_hash", "formats", "revision", "start_time", "synced_at", "central_db_ids", "missing", "gone_at", "listed_at", "absent_formats") VALUES ('01a21a07-002a-71a2-824d-2310ab98f111', 66318100015, 'f7f533b963da7e7c6622de41da2c305c18d3ad2793035fb053e614daad4edbee', 'original', 1, '2026-11-04 06:00:00', {at 2026-11-26T22:43:36.7419715Z}, '01a21a07-508d-7e16-a280-8c25c89a114a', 0, NULL, {at 2026-11-26T22:43:19.9418941Z}, '');
INSERT INTO "synced_activity" ("user_id", "garmin_activity_id", "content_hash", "formats", "revision", "start_time", "synced_at", "central_db_ids", "missing", "gone_at", "listed_at", "absent_formats") VALUES ('01a21a07-002a-71a2-824d-2310ab98f111', 66318100025, 'ca2a8f31e7b1a8996fdea497b42179baa9683d792ced60481207b22a2408bd48', 'original', 1, '2026-11-06 06:00:00', {at 2026-11-26T22:43:21.3865232Z}, '01a21a07-14a5-7aaf-9fd5-eb29d3a4908c', 0, NULL, {at 2026-11-26T22:43:19.9418941Z}, '');
INSERT INTO "synced_activity" ("user_id", "garmin_activity_id", "content_hash", "formats", "revision", "start_time", "synced_at", "central_db_ids", "missing", "gone_at", "listed_at", "absent_formats") VALUES ('01a21a07-002a-71a2-824d-2310ab98f111', 66318100030, '3e6a25d3f743111038de9a572ed6b6408b88f057bed5a714d48c2645f17e844a', 'original', 1, '2026-11-07 06:00:00', {at 2026-11-26T22:43:21.2402826Z}, '01a21a07-1313-7bd6-b277-1a26d67edc8f', 0, NULL, {at 2026-11-26T22:43:19.9418941Z}, '');
INSERT INTO "synced_activity" ("user_id", "garmin_activity_id", "content_hash", "formats", "revision", "start_time", "synced_at", "central_db_ids", "missing", "gone_at", "listed_at", "absent_formats") VALUES ('01a21a07-002a-71a2-824d-2310ab98f111', 66318100035, 'df80e454bb137fc7ebcb2e6ea9c10829597239ebfbddffa85c3a10b9e25a979b', 'original', 1, '2026-11-08 06:00:00', {at 2026-11-26T22:43:21.1417415Z}, '01a21a07-131b-7065-861d-dcea1c2d1e08', 0, NULL, {at 2026-11-26T22:43:19.9418941Z}, '');
INSERT INTO "work_item" ("id", "job_id", "kind", "key", "order", "state", "rank", "attempts", "due_at", "lease_until", "reason", "started_by", "worker", "losses", "failures") VALUES ('08DF4C0E-AB7A-9049-3099-BD2F543F0000', '08960000-C990-BFA2-FBD2-08DF4C0EAABC', 'activities', '66318100035', '{"Row":"{\u0022activityId\u0022:66318100035,\u0022activityUUID\u0022:\u002270dde643-000f-4000-8100-000000000000\u0022,\u0022activityName\u0022:\u0022Potsdam Running\u0022,\u0022startTimeLocal\u0022:\u00222026-11-08 07:00:00\u0022,\u0022startTimeGMT\u0022:\u00222026-11-08 06:00:00\u0022,\u0022activityType\u0022:{\u0022typeId\u0022:1,\u0022typeKey\u0022:\u0022running\u0022,\u0022parentTypeId\u0022:17,\u0022isHidden\u0022:false,\u0022restricted\u0022:false,\u0022trimmable\u0022:true},\u0022eventType\u0022:{\u0022typeId\u0022:9,\u0022typeKey\u0022:\u0022uncategorized\u0022,\u0022sortOrder\u0022:10},\u0022distance\u0022:166.8699951171875,\u0022duration\u0022:60.0,\u0022elapsedDuration\u0022:60.0,\u0022movingDuration\u0022:60.0,\u0022elevationGain\u0022:28.0,\u0022elevationLoss\u0022:32.0,\u0022averageSpeed\u0022:2.7809998989105225,\u0022maxSpeed\u0022:2.8929998874664307,\u0022startLatitude\u0022:52.400812050328,\u0022startLongitude\u0022:13.059447789565,\u0022endLatitude\u0022:52.400777097791,\u0022endLongitude\u0022:13.059364892542,\u0022hasPolyline\u0022:true,\u0022hasImages\u0022:false,\u0022hasVideo\u0022:false,\u0022hasSplits\u0022:false,\u0022hasHeatMap\u0022:false,\u0022calories\u0022:12.0,\u0022bmrCalories\u0022:1.0,\u0022averageHR\u0022:99.0,\u0022maxHR\u0022:110.0,\u0022averageRunningCadenceInStepsPerMinute\u0022:170.0,\u0022maxRunningCadenceInStepsPerMinute\u0022:174.0,\u0022maxDoubleCadence\u0022:174.0,\u0022steps\u0022:170,\u0022privacy\u0022:{\u0022typeId\u0022:2,\u0022typeKey\u0022:\u0022private\u0022},\u0022timeZoneId\u0022:124,\u0022beginTimestamp\u0022:1794117600000,\u0022sportTypeId\u0022:1,\u0022aerobicTrainingEffect\u0022:0.0,\u0022anaerobicTrainingEffect\u0022:0.0,\u0022trainingEffectLabel\u0022:\u0022RECOVERY\u0022,\u0022activityTrainingLoad\u0022:0.9900000095367432,\u0022aerobicTrainingEffectMessage\u0022:\u0022RECOVERY_5\u0022,\u0022anaerobicTrainingEffectMessage\u0022:\u0022NO_ANAEROBIC_BENEFIT_0\u0022,\u0022vO2MaxValue\u0022:48.0,\u0022deviceId\u0022:3400463181,\u0022manufacturer\u0022:\u0022GARMIN\u0022,\u0022minTemperature\u0022:17.0,\u0022maxTemperature\u0022:18.0,\u0022minElevation\u0022:344.20001220703125,\u0022maxElevation\u0022:371.20001220703125,\u0022summarizedDiveInfo\u0022:{\u0022summarizedDiveGases\u0022:[]},\u0022locationName\u0022:\u0022Potsdam\u0022,\u0022lapCount\u0022:1,\u0022splitSummaries\u0022:[],\u0022moderateIntensityMinutes\u0022:0,\u0022vigorousIntensityMinutes\u0022:0,\u0022differenceBodyBattery\u0022:0,\u0022hrTimeInZone_1\u0022:45.0,\u0022hrTimeInZone_2\u0022:0.0,\u0022hrTimeInZone_3\u0022:0.0,\u0022hrTimeInZone_4\u0022:0.0,\u0022hrTimeInZone_5\u0022:0.0,\u0022endTimeGMT\u0022:\u00222026-11-08 06:01:00\u0022,\u0022qualifyingDive\u0022:false,\u0022decoDive\u0022:false,\u0022autoCalcCalories\u0022:false,\u0022favorite\u0022:false,\u0022elevationCorrected\u0022:false,\u0022atpActivity\u0022:false,\u0022purposeful\u0022:false,\u0022manualActivity\u0022:false,\u0022pr\u0022:false,\u0022parent\u0022:false}","Formats":["original"],"ListedAt":"2026-11-26T22:43:19.9418941+00:00"}', 'Done', -1794117600, 1, {at 1970-01-01T00:00:00.0000000Z}, NULL, NULL, '543F0000-BD2F-3099-CB0F-08DF4C0EABD1', 'FDA3134D-1C0D-4AF3-A478-242B900E87E5', 0, 0);
INSERT INTO "work_item" ("id", "job_id", "kind", "key", "order", "state", "rank", "attempts", "due_at", "lease_until", "reason", "started_by", "worker", "losses", "failures") VALUES ('08DF4C0E-AB88-D057-3099-BD2F543F0000', '08960000-C990-BFA2-FBD2-08DF4C0EAABC', 'activities', '66318100030', '{"Row":"{\u0022activityId\u0022:66318100030,\u0022activityUUID\u0022:\u002270dde63e-000f-4000-8100-000000000000\u0022,\u0022activityName\u0022:\u0022Potsdam Running\u0022,\u0022startTimeLocal\u0022:\u00222026-11-07 07:00:00\u0022,\u0022startTimeGMT\u0022:\u00222026-11-07 06:00:00\u0022,\u0022activityType\u0022:{\u0022typeId\u0022:1,\u0022typeKey\u0022:\u0022running\u0022,\u0022parentTypeId\u0022:17,\u0022isHidden\u0022:false,\u0022restricted\u0022:false,\u0022trimmable\u0022:true},\u0022eventType\u0022:{\u0022typeId\u0022:9,\u0022typeKey\u0022:\u0022uncategorized\u0022,\u0022sortOrder\u0022:10},\u0022distance\u0022:191.1300048828125,\u0022duration\u0022:60.0,\u0022elapsedDuration\u0022:60.0,\u0022movingDuration\u0022:60.0,\u0022elevationGain\u0022:31.0,\u0022elevationLoss\u0022:42.0,\u0022averageSpeed\u0022:3.186000108718872,\u0022maxSpeed\u0022:3.2709999084472656,\u0022startLatitude\u0022:52.401160821319,\u0022startLongitude\u0022:13.058881005272,\u0022endLatitude\u0022:52.40099879913,\u0022endLongitude\u0022:13.058787882328,\u0022hasPolyline\u0022:true,\u0022hasImages\u0022:false,\u0022hasVideo\u0022:false,\u0022hasSplits\u0022:false,\u0022hasHeatMap\u0022:false,\u0022calories\u0022:12.0,\u0022bmrCalories\u0022:1.0,\u0022averageHR\u0022:101.0,\u0022maxHR\u0022:114.0,\u0022averageRunningCadenceInStepsPerMinute\u0022:168.0,\u0022maxRunningCadenceInStepsPerMinute\u0022:174.0,\u0022maxDoubleCadence\u0022:174.0,\u0022steps\u0022:168,\u0022privacy\u0022:{\u0022typeId\u0022:2,\u0022typeKey\u0022:\u0022private\u0022},\u0022timeZoneId\u0022:124,\u0022beginTimestamp\u0022:1794031200000,\u0022sportTypeId\u0022:1,\u0022aerobicTrainingEffect\u0022:0.0,\u0022anaerobicTrainingEffect\u0022:0.0,\u0022trainingEffectLabel\u0022:\u0022RECOVERY\u0022,\u0022activityTrainingLoad\u0022:1.0099999904632568,\u0022aerobicTrainingEffectMessage\u0022:\u0022RECOVERY_5\u0022,\u0022anaerobicTrainingEffectMessage\u0022:\u0022NO_ANAEROBIC_BENEFIT_0\u0022,\u0022vO2MaxValue\u0022:48.0,\u0022deviceId\u0022:3400463181,\u0022manufacturer\u0022:\u0022GARMIN\u0022,\u0022minTemperature\u0022:4.0,\u0022maxTemperature\u0022:5.0,\u0022minElevation\u0022:318.6000061035156,\u0022maxElevation\u0022:346.79998779296875,\u0022summarizedDiveInfo\u0022:{\u0022summarizedDiveGases\u0022:[]},\u0022locationName\u0022:\u0022Potsdam\u0022,\u0022lapCount\u0022:1,\u0022splitSummaries\u0022:[],\u0022moderateIntensityMinutes\u0022:0,\u0022vigorousIntensityMinutes\u0022:0,\u0022differenceBodyBattery\u0022:0,\u0022hrTimeInZone_1\u0022:35.0,\u0022hrTimeInZone_2\u0022:10.0,\u0022hrTimeInZone_3\u0022:0.0,\u0022hrTimeInZone_4\u0022:0.0,\u0022hrTimeInZone_5\u0022:0.0,\u0022endTimeGMT\u0022:\u00222026-11-07 06:01:00\u0022,\u0022qualifyingDive\u0022:false,\u0022decoDive\u0022:false,\u0022autoCalcCalories\u0022:false,\u0022favorite\u0022:false,\u0022elevationCorrected\u0022:false,\u0022atpActivity\u0022:false,\u0022purposeful\u0022:false,\u0022manualActivity\u0022:false,\u0022pr\u0022:false,\u0022parent\u0022:false}","Formats":["original"],"ListedAt":"2026-11-26T22:43:19.9418941+00:00"}', 'Done', -1794031200, 1, {at 1970-01-01T00:00:00.0000000Z}, NULL, NULL, '543F0000-BD2F-3099-E544-08DF4C0EABD7', 'FDA3134D-1C0D-4AF3-A478-242B900E87E5', 0, 0);
INSERT INTO "work_item" ("id", "job_id", "kind", "key", "order", "state", "rank", "attempts", "due_at", "lease_until", "reason", "started_by", "worker", "losses", "failures") VALUES ('08DF4C0E-AB88-D43B-3099-BD2F543F0000', '08960000-C990-BFA2-FBD2-08DF4C0EAABC', 'activities', '66318100025', '{"Row":"{\u0022activityId\u0022:66318100025,\u0022activityUUID\u0022:\u002270dde639-000f-4000-8100-000000000000\u0022,\u0022activityName\u0022:\u0022Potsdam Running\u0022,\u0022startTimeLocal\u0022:\u00222026-11-06 07:00:00\u0022,\u0022startTimeGMT\u0022:\u00222026-11-06 06:00:00\u0022,\u0022activityType\u0022:{\u0022typeId\u0022:1,\u0022typeKey\u0022:\u0022running\u0022,\u0022parentTypeId\u0022:17,\u0022isHidden\u0022:false,\u0022restricted\u0022:false,\u0022trimmable\u0022:true},\u0022eventType\u0022:{\u0022typeId\u0022:9,\u0022typeKey\u0022:\u0022uncategorized\u0022,\u0022sortOrder\u0022:10},\u0022distance\u0022:158.13999938964844,\u0022duration\u0022:60.0,\u0022elapsedDuration\u0022:60.0,\u0022movingDuration\u0022:60.0,\u0022elevationGain\u0022:34.0,\u0022elevationLoss\u0022:24.0,\u0022averageSpeed\u0022:2.635999917984009,\u0022maxSpeed\u0022:2.677000045776367,\u0022startLatitude\u0022:52.400705013424,\u0022startLongitude\u0022:13.059024754912,\u0022endLatitude\u0022:52.400714652613,\u0022endLongitude\u0022:13.058784697205,\u0022hasPolyline\u0022:true,\u0022hasImages\u0022:false,\u0022hasVideo\u0022:false,\u0022hasSplits\u0022:false,\u0022hasHeatMap\u0022:false,\u0022calories\u0022:12.0,\u0022bmrCalories\u0022:1.0,\u0022averageHR\u0022:99.0,\u0022maxHR\u0022:109.0,\u0022averageRunningCadenceInStepsPerMinute\u0022:166.0,\u0022maxRunningCadenceInStepsPerMinute\u0022:174.0,\u0022maxDoubleCadence\u0022:174.0,\u0022steps\u0022:166,\u0022privacy\u0022:{\u0022typeId\u0022:2,\u0022typeKey\u0022:\u0022private\u0022},\u0022timeZoneId\u0022:124,\u0022beginTimestamp\u0022:1793944800000,\u0022sportTypeId\u0022:1,\u0022aerobicTrainingEffect\u0022:0.0,\u0022anaerobicTrainingEffect\u0022:0.0,\u0022trainingEffectLabel\u0022:\u0022RECOVERY\u0022,\u0022activityTrainingLoad\u0022:0.9900000095367432,\u0022aerobicTrainingEffectMessage\u0022:\u0022RECOVERY_5\u0022,\u0022anaerobicTrainingEffectMessage\u0022:\u0022NO_ANAEROBIC_BENEFIT_0\u0022,\u0022vO2MaxValue\u0022:48.0,\u0022deviceId\u0022:3400463181,\u0022manufacturer\u0022:\u0022GARMIN\u0022,\u0022minTemperature\u0022:17.0,\u0022maxTemperature\u0022:18.0,\u0022minElevation\u0022:292.79998779296875,\u0022maxElevation\u0022:322.6000061035156,\u0022summarizedDiveInfo\u0022:{\u0022summarizedDiveGases\u0022:[]},\u0022locationName\u0022:\u0022Potsdam\u0022,\u0022lapCount\u0022:1,\u0022splitSummaries\u0022:[],\u0022moderateIntensityMinutes\u0022:0,\u0022vigorousIntensityMinutes\u0022:0,\u0022differenceBodyBattery\u0022:0,\u0022hrTimeInZone_1\u0022:40.0,\u0022hrTimeInZone_2\u0022:0.0,\u0022hrTimeInZone_3\u0022:0.0,\u0022hrTimeInZone_4\u0022:0.0,\u0022hrTimeInZone_5\u0022:0.0,\u0022endTimeGMT\u0022:\u00222026-11-06 06:01:00\u0022,\u0022qualifyingDive\u0022:false,\u0022decoDive\u0022:false,\u0022autoCalcCalories\u0022:false,\u0022favorite\u0022:false,\u0022elevationCorrected\u0022:false,\u0022atpActivity\u0022:false,\u0022purposeful\u0022:false,\u0022manualActivity\u0022:false,\u0022pr\u0022:false,\u0022parent\u0022:false}","Formats":["original"],"ListedAt":"2026-11-26T22:43:19.9418941+00:00"}', 'Done', -1793944800, 1, {at 1970-01-01T00:00:00.0000000Z}, NULL, NULL, '543F0000-BD2F-3099-6061-08DF4C0EAC40', 'FDA3134D-1C0D-4AF3-A478-242B900E87E5', 0, 0);
INSERT INTO "work_item" ("id", "job_id", "kind", "key", "order", "state", "rank", "attempts", "due_at", "lease_until", "reason", "started_by", "worker", "losses", "failures") VALUES ('08DF4C0E-AB88-D4DA-3099-BD2F543F0000', '08960000-C990-BFA2-FBD2-08DF4C0EAABC', 'activities', '66318100020', '{"Row":"{\u0022activityId\u0022:66318100020,\u0022activityUUID\u0022:\u002270dde634-000f-4000-8100-000000000000\u0022,\u0022activityName\u0022:\u0022Potsdam Running\u0022,\u0022startTimeLocal\u0022:\u00222026-11-05 07:00:00\u0022,\u0022startTimeGMT\u0022:\u00222026-11-05 06:00:00\u0022,\u0022activityType\u0022:{\u0022typeId\u0022:1,\u0022typeKey\u0022:\u0022running\u0022,\u0022parentTypeId\u0022:17,\u0022isHidden\u0022:false,\u0022restricted\u0022:false,\u0022trimmable\u0022:true},\u0022eventType\u0022:{\u0022typeId\u0022:9,\u0022typeKey\u0022:\u0022uncategorized\u0022,\u0022sortOrder\u0022:10},\u0022distance\u0022:195.38999938964844,\u0022duration\u0022:60.0,\u0022elapsedDuration\u0022:60.0,\u0022movingDuration\u0022:60.0,\u0022elevationGain\u0022:31.0,\u0022elevationLoss\u0022:32.0,\u0022averageSpeed\u0022:3.25600004196167,\u0022maxSpeed\u0022:3.315000057220459,\u0022startLatitude\u0022:52.401065099984,\u0022startLongitude\u0022:13.059467151761,\u0022endLatitude\u0022:52.401154702529,\u0022endLongitude\u0022:13.059168839827,\u0022hasPolyline\u0022:true,\u0022hasImages\u0022:false,\u0022hasVideo\u0022:false,\u0022hasSplits\u0022:false,\u0022hasHeatMap\u0022:false,\u0022calories\u0022:12.0,\u0022bmrCalories\u0022:1.0,\u0022averageHR\u0022:100.0,\u0022maxHR\u0022:114.0,\u0022averageRunningCadenceInStepsPerMinute\u0022:166.0,\u0022maxRunningCadenceInStepsPerMinute\u0022:174.0,\u0022maxDoubleCadence\u0022:174.0,\u0022steps\u0022:166,\u0022privacy\u0022:{\u0022typeId\u0022:2,\u0022typeKey\u0022:\u0022private\u0022},\u0022timeZoneId\u0022:124,\u0022beginTimestamp\u0022:1793858400000,\u0022sportTypeId\u0022:1,\u0022aerobicTrainingEffect\u0022:0.0,\u0022anaerobicTrainingEffect\u0022:0.0,\u0022trainingEffectLabel\u0022:\u0022RECOVERY\u0022,\u0022activityTrainingLoad\u0022:1.0,\u0022aerobicTrainingEffectMessage\u0022:\u0022RECOVERY_5\u0022,\u0022anaerobicTrainingEffectMessage\u0022:\u0022NO_ANAEROBIC_BENEFIT_0\u0022,\u0022vO2MaxValue\u0022:48.0,\u0022deviceId\u0022:3400463181,\u0022manufacturer\u0022:\u0022GARMIN\u0022,\u0022minTemperature\u0022:4.0,\u0022maxTemperature\u0022:5.0,\u0022minElevation\u0022:270.0,\u0022maxElevation\u0022:295.3999938964844,\u0022summarizedDiveInfo\u0022:{\u0022summarizedDiveGases\u0022:[]},\u0022locationName\u0022:\u0022Potsdam\u0022,\u0022lapCount\u0022:1,\u0022splitSummaries\u0022:[],\u0022moderateIntensityMinutes\u0022:0,\u0022vigorousIntensityMinutes\u0022:0,\u0022differenceBodyBattery\u0022:0,\u0022hrTimeInZone_1\u0022:40.0,\u0022hrTimeInZone_2\u0022:5.0,\u0022hrTimeInZone_3\u0022:0.0,\u0022hrTimeInZone_4\u0022:0.0,\u0022hrTimeInZone_5\u0022:0.0,\u0022endTimeGMT\u0022:\u00222026-11-05 06:01:00\u0022,\u0022qualifyingDive\u0022:false,\u0022decoDive\u0022:false,\u0022autoCalcCalories\u0022:false,\u0022favorite\u0022:false,\u0022elevationCorrected\u0022:false,\u0022atpActivity\u0022:false,\u0022purposeful\u0022:false,\u0022manualActivity\u0022:false,\u0022pr\u0022:false,\u0022parent\u0022:false}","Formats":["original"],"ListedAt":"2026-11-26T22:43:19.9418941+00:00"}', 'InFlight', -1793858400, 1, {at 1970-01-01T00:00:00.0000000Z}, {at 2026-11-26T22:48:21.3685789Z}, NULL, '543F0000-BD2F-3099-1E05-08DF4C0EAC44', 'FDA3134D-1C0D-4AF3-A478-242B900E87E5', 0, 0);
INSERT INTO "work_item" ("id", "job_id", "kind", "key", "order", "state", "rank", "attempts", "due_at", "lease_until", "reason", "started_by", "worker", "losses", "failures") VALUES ('08DF4C0E-AB88-D856-3099-BD2F543F0000', '08960000-C990-BFA2-FBD2-08DF4C0EAABC', 'activities', '66318100015', '{"Row":"{\u0022activityId\u0022:66318100015,\u0022activityUUID\u0022:\u002270dde62f-000f-4000-8100-000000000000\u0022,\u0022activityName\u0022:\u0022Potsdam Running\u0022,\u0022startTimeLocal\u0022:\u00222026-11-04 07:00:00\u0022,\u0022startTimeGMT\u0022:\u00222026-11-04 06:00:00\u0022,\u0022activityType\u0022:{\u0022typeId\u0022:1,\u0022typeKey\u0022:\u0022running\u0022,\u0022parentTypeId\u0022:17,\u0022isHidden\u0022:false,\u0022restricted\u0022:false,\u0022trimmable\u0022:true},\u0022eventType\u0022:{\u0022typeId\u0022:9,\u0022typeKey\u0022:\u0022uncategorized\u0022,\u0022sortOrder\u0022:10},\u0022distance\u0022:168.88999938964844,\u0022duration\u0022:60.0,\u0022elapsedDuration\u0022:60.0,\u0022movingDuration\u0022:60.0,\u0022elevationGain\u0022:33.0,\u0022elevationLoss\u0022:28.0,\u0022averageSpeed\u0022:2.815000057220459,\u0022maxSpeed\u0022:2.86899995803833,\u0022startLatitude\u0022:52.40091749467,\u0022startLongitude\u0022:13.058687634766,\u0022endLatitude\u0022:52.400969797745,\u0022endLongitude\u0022:13.058659303933,\u0022hasPolyline\u0022:true,\u0022hasImages\u0022:false,\u0022hasVideo\u0022:false,\u0022hasSplits\u0022:false,\u0022hasHeatMap\u0022:false,\u0022calories\u0022:12.0,\u0022bmrCalories\u0022:1.0,\u0022averageHR\u0022:100.0,\u0022maxHR\u0022:111.0,\u0022averageRunningCadenceInStepsPerMinute\u0022:168.0,\u0022maxRunningCadenceInStepsPerMinute\u0022:174.0,\u0022maxDoubleCadence\u0022:174.0,\u0022steps\u0022:168,\u0022privacy\u0022:{\u0022typeId\u0022:2,\u0022typeKey\u0022:\u0022private\u0022},\u0022timeZoneId\u0022:124,\u0022beginTimestamp\u0022:1793772000000,\u0022sportTypeId\u0022:1,\u0022aerobicTrainingEffect\u0022:0.0,\u0022anaerobicTrainingEffect\u0022:0.0,\u0022trainingEffectLabel\u0022:\u0022RECOVERY\u0022,\u0022activityTrainingLoad\u0022:1.0,\u0022aerobicTrainingEffectMessage\u0022:\u0022RECOVERY_5\u0022,\u0022anaerobicTrainingEffectMessage\u0022:\u0022NO_ANAEROBIC_BENEFIT_0\u0022,\u0022vO2MaxValue\u0022:48.0,\u0022deviceId\u0022:3400463181,\u0022manufacturer\u0022:\u0022GARMIN\u0022,\u0022minTemperature\u0022:17.0,\u0022maxTemperature\u0022:18.0,\u0022minElevation\u0022:242.60000610351562,\u0022maxElevation\u0022:272.6000061035156,\u0022summarizedDiveInfo\u0022:{\u0022summarizedDiveGases\u0022:[]},\u0022locationName\u0022:\u0022Potsdam\u0022,\u0022lapCount\u0022:1,\u0022splitSummaries\u0022:[],\u0022moderateIntensityMinutes\u0022:0,\u0022vigorousIntensityMinutes\u0022:0,\u0022differenceBodyBattery\u0022:0,\u0022hrTimeInZone_1\u0022:50.0,\u0022hrTimeInZone_2\u0022:0.0,\u0022hrTimeInZone_3\u0022:0.0,\u0022hrTimeInZone_4\u0022:0.0,\u0022hrTimeInZone_5\u0022:0.0,\u0022endTimeGMT\u0022:\u00222026-11-04 06:01:00\u0022,\u0022qualifyingDive\u0022:false,\u0022decoDive\u0022:false,\u0022autoCalcCalories\u0022:false,\u0022favorite\u0022:false,\u0022elevationCorrected\u0022:false,\u0022atpActivity\u0022:false,\u0022purposeful\u0022:false,\u0022manualActivity\u0022:false,\u0022pr\u0022:false,\u0022parent\u0022:false}","Formats":["original"],"ListedAt":"2026-11-26T22:43:19.9418941+00:00"}', 'InFlight', -1793772000, 1, {at 1970-01-01T00:00:00.0000000Z}, {at 2026-11-26T22:48:21.5180730Z}, NULL, '543F0000-BD2F-3099-C637-08DF4C0EAC56', 'FDA3134D-1C0D-4AF3-A478-242B900E87E5', 0, 0);
INSERT INTO "work_item" ("id", "job_id", "kind", "key", "order", "state", "rank", "attempts", "due_at", "lease_until", "reason", "started_by", "worker", "losses", "failures") VALUES ('08DF4C0E-AB88-D928-3099-BD2F543F0000', '08960000-C990-BFA2-FBD2-08DF4C0EAABC', 'activities', '66318100010', '{"Row":"{\u0022activityId\u0022:66318100010,\u0022activityUUID\u0022:\u002270dde62a-000f-4000-8100-000000000000\u0022,\u0022activityName\u0022:\u0022Potsdam Running\u0022,\u0022startTimeLocal\u0022:\u00222026-11-03 07:00:00\u0022,\u0022startTimeGMT\u0022:\u00222026-11-03 06:00:00\u0022,\u0022activityType\u0022:{\u0022typeId\u0022:1,\u0022typeKey\u0022:\u0022running\u0022,\u0022parentTypeId\u0022:17,\u0022isHidden\u0022:false,\u0022restricted\u0022:false,\u0022trimmable\u0022:true},\u0022eventType\u0022:{\u0022typeId\u0022:9,\u0022typeKey\u0022:\u0022uncategorized\u0022,\u0022sortOrder\u0022:10},\u0022distance\u0022:183.07000732421875,\u0022duration\u0022:60.0,\u0022elapsedDuration\u0022:60.0,\u0022movingDuration\u0022:60.0,\u0022elevationGain\u0022:43.0,\u0022elevationLoss\u0022:34.0,\u0022averageSpeed\u0022:3.0510001182556152,\u0022maxSpeed\u0022:3.125,\u0022startLatitude\u0022:52.400750443339,\u0022startLongitude\u0022:13.059350810945,\u0022endLatitude\u0022:52.400788161904,\u0022endLongitude\u0022:13.059482993558,\u0022hasPolyline\u0022:true,\u0022hasImages\u0022:false,\u0022hasVideo\u0022:false,\u0022hasSplits\u0022:false,\u0022hasHeatMap\u0022:false,\u0022calories\u0022:12.0,\u0022bmrCalories\u0022:1.0,\u0022averageHR\u0022:99.0,\u0022maxHR\u0022:108.0,\u0022averageRunningCadenceInStepsPerMinute\u0022:170.0,\u0022maxRunningCadenceInStepsPerMinute\u0022:174.0,\u0022maxDoubleCadence\u0022:174.0,\u0022steps\u0022:170,\u0022privacy\u0022:{\u0022typeId\u0022:2,\u0022typeKey\u0022:\u0022private\u0022},\u0022timeZoneId\u0022:124,\u0022beginTimestamp\u0022:1793685600000,\u0022sportTypeId\u0022:1,\u0022aerobicTrainingEffect\u0022:0.0,\u0022anaerobicTrainingEffect\u0022:0.0,\u0022trainingEffectLabel\u0022:\u0022RECOVERY\u0022,\u0022activityTrainingLoad\u0022:0.9900000095367432,\u0022aerobicTrainingEffectMessage\u0022:\u0022RECOVERY_5\u0022,\u0022anaerobicTrainingEffectMessage\u0022:\u0022NO_ANAEROBIC_BENEFIT_0\u0022,\u0022vO2MaxValue\u0022:48.0,\u0022deviceId\u0022:3400463181,\u0022manufacturer\u0022:\u0022GARMIN\u0022,\u0022minTemperature\u0022:5.0,\u0022maxTemperature\u0022:6.0,\u0022minElevation\u0022:219.39999389648438,\u0022maxElevation\u0022:245.39999389648438,\u0022summarizedDiveInfo\u0022:{\u0022summarizedDiveGases\u0022:[]},\u0022locationName\u0022:\u0022Potsdam\u0022,\u0022lapCount\u0022:1,\u0022splitSummaries\u0022:[],\u0022moderateIntensityMinutes\u0022:0,\u0022vigorousIntensityMinutes\u0022:0,\u0022differenceBodyBattery\u0022:0,\u0022hrTimeInZone_1\u0022:45.0,\u0022hrTimeInZone_2\u0022:0.0,\u0022hrTimeInZone_3\u0022:0.0,\u0022hrTimeInZone_4\u0022:0.0,\u0022hrTimeInZone_5\u0022:0.0,\u0022endTimeGMT\u0022:\u00222026-11-03 06:01:00\u0022,\u0022qualifyingDive\u0022:false,\u0022decoDive\u0022:false,\u0022autoCalcCalories\u0022:false,\u0022favorite\u0022:false,\u0022elevationCorrected\u0022:false,\u0022atpActivity\u0022:false,\u0022purposeful\u0022:false,\u0022manualActivity\u0022:false,\u0022pr\u0022:false,\u0022parent\u0022:false}","Formats":["original"],"ListedAt":"2026-11-26T22:43:19.9418941+00:00"}', 'Planned', -1793685600, 0, {at 1970-01-01T00:00:00.0000000Z}, NULL, NULL, NULL, NULL, 0, 0);
INSERT INTO "work_item" ("id", "job_id", "kind", "key", "order", "state", "rank", "attempts", "due_at", "lease_until", "reason", "started_by", "worker", "losses", "failures") VALUES ('08DF4C0E-AB88-D9D3-3099-BD2F543F0000', '08960000-C990-BFA2-FBD2-08DF4C0EAABC', 'activities', '66318100005', '{"Row":"{\u0022activityId\u0022:66318100005,\u0022activityUUID\u0022:\u002270dde625-000f-4000-8100-000000000000\u0022,\u0022activityName\u0022:\u0022Potsdam Running\u0022,\u0022startTimeLocal\u0022:\u00222026-11-02 07:00:00\u0022,\u0022startTimeGMT\u0022:\u00222026-11-02 06:00:00\u0022,\u0022activityType\u0022:{\u0022typeId\u0022:1,\u0022typeKey\u0022:\u0022running\u0022,\u0022parentTypeId\u0022:17,\u0022isHidden\u0022:false,\u0022restricted\u0022:false,\u0022trimmable\u0022:true},\u0022eventType\u0022:{\u0022typeId\u0022:9,\u0022typeKey\u0022:\u0022uncategorized\u0022,\u0022sortOrder\u0022:10},\u0022distance\u0022:184.07000732421875,\u0022duration\u0022:60.0,\u0022elapsedDuration\u0022:60.0,\u0022movingDuration\u0022:60.0,\u0022elevationGain\u0022:31.0,\u0022elevationLoss\u0022:37.0,\u0022averageSpeed\u0022:3.068000078201294,\u0022maxSpeed\u0022:3.13700008392334,\u0022startLatitude\u0022:52.40119703114,\u0022startLongitude\u0022:13.059054929763,\u0022endLatitude\u0022:52.401140201837,\u0022endLongitude\u0022:13.058906821534,\u0022hasPolyline\u0022:true,\u0022hasImages\u0022:false,\u0022hasVideo\u0022:false,\u0022hasSplits\u0022:false,\u0022hasHeatMap\u0022:false,\u0022calories\u0022:12.0,\u0022bmrCalories\u0022:1.0,\u0022averageHR\u0022:101.0,\u0022maxHR\u0022:114.0,\u0022averageRunningCadenceInStepsPerMinute\u0022:170.0,\u0022maxRunningCadenceInStepsPerMinute\u0022:174.0,\u0022maxDoubleCadence\u0022:174.0,\u0022steps\u0022:170,\u0022privacy\u0022:{\u0022typeId\u0022:2,\u0022typeKey\u0022:\u0022private\u0022},\u0022timeZoneId\u0022:124,\u0022beginTimestamp\u0022:1793599200000,\u0022sportTypeId\u0022:1,\u0022aerobicTrainingEffect\u0022:0.0,\u0022anaerobicTrainingEffect\u0022:0.0,\u0022trainingEffectLabel\u0022:\u0022RECOVERY\u0022,\u0022activityTrainingLoad\u0022:1.0099999904632568,\u0022aerobicTrainingEffectMessage\u0022:\u0022RECOVERY_5\u0022,\u0022anaerobicTrainingEffectMessage\u0022:\u0022NO_ANAEROBIC_BENEFIT_0\u0022,\u0022vO2MaxValue\u0022:48.0,\u0022deviceId\u0022:3400463181,\u0022manufacturer\u0022:\u0022GARMIN\u0022,\u0022minTemperature\u0022:17.0,\u0022maxTemperature\u0022:18.0,\u0022minElevation\u0022:195.60000610351562,\u0022maxElevation\u0022:224.60000610351562,\u0022summarizedDiveInfo\u0022:{\u0022summarizedDiveGases\u0022:[]},\u0022locationName\u0022:\u0022Potsdam\u0022,\u0022lapCount\u0022:1,\u0022splitSummaries\u0022:[],\u0022moderateIntensityMinutes\u0022:0,\u0022vigorousIntensityMinutes\u0022:0,\u0022differenceBodyBattery\u0022:0,\u0022hrTimeInZone_1\u0022:45.0,\u0022hrTimeInZone_2\u0022:5.0,\u0022hrTimeInZone_3\u0022:0.0,\u0022hrTimeInZone_4\u0022:0.0,\u0022hrTimeInZone_5\u0022:0.0,\u0022endTimeGMT\u0022:\u00222026-11-02 06:01:00\u0022,\u0022qualifyingDive\u0022:false,\u0022decoDive\u0022:false,\u0022autoCalcCalories\u0022:false,\u0022favorite\u0022:false,\u0022elevationCorrected\u0022:false,\u0022atpActivity\u0022:false,\u0022purposeful\u0022:false,\u0022manualActivity\u0022:false,\u0022pr\u0022:false,\u0022parent\u0022:false}","Formats":["original"],"ListedAt":"2026-11-26T22:43:19.9418941+00:00"}', 'Planned', -1793599200, 0, {at 1970-01-01T00:00:00.0000000Z}, NULL, NULL, NULL, NULL, 0, 0);
INSERT INTO "work_item" ("id", "job_id", "kind", "key", "order", "state", "rank", "attempts", "due_at", "lease_until", "reason", "started_by", "worker", "losses", "failures") VALUES ('08DF4C0E-AB88-DA4B-3099-BD2F543F0000', '08960000-C990-BFA2-FBD2-08DF4C0EAABC', 'activities', '66318100000', '{"Row":"{\u0022activityId\u0022:66318100000,\u0022activityUUID\u0022:\u002270dde620-000f-4000-8100-000000000000\u0022,\u0022activityName\u0022:\u0022Potsdam Running\u0022,\u0022startTimeLocal\u0022:\u00222026-11-01 07:00:00\u0022,\u0022startTimeGMT\u0022:\u00222026-11-01 06:00:00\u0022,\u0022activityType\u0022:{\u0022typeId\u0022:1,\u0022typeKey\u0022:\u0022running\u0022,\u0022parentTypeId\u0022:17,\u0022isHidden\u0022:false,\u0022restricted\u0022:false,\u0022trimmable\u0022:true},\u0022eventType\u0022:{\u0022typeId\u0022:9,\u0022typeKey\u0022:\u0022uncategorized\u0022,\u0022sortOrder\u0022:10},\u0022distance\u0022:149.2899932861328,\u0022duration\u0022:60.0,\u0022elapsedDuration\u0022:60.0,\u0022movingDuration\u0022:60.0,\u0022elevationGain\u0022:33.0,\u0022elevationLoss\u0022:22.0,\u0022averageSpeed\u0022:2.48799991607666,\u0022maxSpeed\u0022:2.5450000762939453,\u0022startLatitude\u0022:52.400729740039,\u0022startLongitude\u0022:13.058904055506,\u0022endLatitude\u0022:52.400880279019,\u0022endLongitude\u0022:13.058612700552,\u0022hasPolyline\u0022:true,\u0022hasImages\u0022:false,\u0022hasVideo\u0022:false,\u0022hasSplits\u0022:false,\u0022hasHeatMap\u0022:false,\u0022calories\u0022:12.0,\u0022bmrCalories\u0022:1.0,\u0022averageHR\u0022:99.0,\u0022maxHR\u0022:108.0,\u0022averageRunningCadenceInStepsPerMinute\u0022:170.0,\u0022maxRunningCadenceInStepsPerMinute\u0022:172.0,\u0022maxDoubleCadence\u0022:172.0,\u0022steps\u0022:170,\u0022privacy\u0022:{\u0022typeId\u0022:2,\u0022typeKey\u0022:\u0022private\u0022},\u0022timeZoneId\u0022:124,\u0022beginTimestamp\u0022:1793512800000,\u0022sportTypeId\u0022:1,\u0022aerobicTrainingEffect\u0022:0.0,\u0022anaerobicTrainingEffect\u0022:0.0,\u0022trainingEffectLabel\u0022:\u0022RECOVERY\u0022,\u0022activityTrainingLoad\u0022:0.9900000095367432,\u0022aerobicTrainingEffectMessage\u0022:\u0022RECOVERY_5\u0022,\u0022anaerobicTrainingEffectMessage\u0022:\u0022NO_ANAEROBIC_BENEFIT_0\u0022,\u0022vO2MaxValue\u0022:48.0,\u0022deviceId\u0022:3400463181,\u0022manufacturer\u0022:\u0022GARMIN\u0022,\u0022minTemperature\u0022:5.0,\u0022maxTemperature\u0022:6.0,\u0022minElevation\u0022:171.1999969482422,\u0022maxElevation\u0022:197.1999969482422,\u0022summarizedDiveInfo\u0022:{\u0022summarizedDiveGases\u0022:[]},\u0022locationName\u0022:\u0022Potsdam\u0022,\u0022lapCount\u0022:1,\u0022splitSummaries\u0022:[],\u0022moderateIntensityMinutes\u0022:0,\u0022vigorousIntensityMinutes\u0022:0,\u0022differenceBodyBattery\u0022:0,\u0022hrTimeInZone_1\u0022:45.0,\u0022hrTimeInZone_2\u0022:0.0,\u0022hrTimeInZone_3\u0022:0.0,\u0022hrTimeInZone_4\u0022:0.0,\u0022hrTimeInZone_5\u0022:0.0,\u0022endTimeGMT\u0022:\u00222026-11-01 06:01:00\u0022,\u0022qualifyingDive\u0022:false,\u0022decoDive\u0022:false,\u0022autoCalcCalories\u0022:false,\u0022favorite\u0022:false,\u0022elevationCorrected\u0022:false,\u0022atpActivity\u0022:false,\u0022purposeful\u0022:false,\u0022manualActivity\u0022:false,\u0022pr\u0022:false,\u0022parent\u0022:false}","Formats":["original"],"ListedAt":"2026-11-26T22:43:19.9418941+00:00"}', 'Planned', -1793512800, 0, {at 1970-01-01T00:00:00.0000000Z}, NULL, NULL, NULL, NULL, 0, 0);
CREATE INDEX "ix_inbox_received_at" ON "inbox" ("received_at");
CREATE INDEX "ix_pending_login_account_name" ON "pending_login" ("account_name");
CREATE INDEX "ix_sync_job_finished_at" ON "sync_job" ("finished_at");
CREATE INDEX "ix_sync_job_user_id_requested_at" ON "sync_job" ("user_id", "requested_at");
CREATE INDEX "ix_sync_job_wake_at" ON "sync_job" ("wake_at");
CREATE UNIQUE INDEX "ix_work_item_job_id_kind_key" ON "work_item" ("job_id", "kind", "key");
CREATE INDEX "ix_work_item_job_id_state_rank" ON "work_item" ("job_id", "state", "rank");
