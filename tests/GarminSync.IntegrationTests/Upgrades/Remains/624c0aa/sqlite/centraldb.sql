CREATE TABLE "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);
CREATE TABLE "activities" (
    "id" TEXT NOT NULL CONSTRAINT "pk_activities" PRIMARY KEY,
    "user_id" TEXT NOT NULL,
    "garmin_activity_id" INTEGER NOT NULL,
    "name" TEXT NULL,
    "activity_type" TEXT NULL,
    "start_time" TEXT NULL,
    "duration_seconds" REAL NULL,
    "distance_meters" REAL NULL,
    "elevation_gain_meters" REAL NULL,
    "calories" REAL NULL,
    "average_heart_rate" REAL NULL,
    "max_heart_rate" REAL NULL,
    "file_format" TEXT NOT NULL,
    "sha256" TEXT NULL,
    "revision" INTEGER NOT NULL,
    "raw_summary" TEXT NULL,
    "file_path" TEXT NULL,
    "file_size" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "fk_activities_users" FOREIGN KEY ("user_id") REFERENCES "users" ("id")
);
CREATE TABLE "garmin_credentials" (
    "user_id" TEXT NOT NULL CONSTRAINT "pk_garmin_credentials" PRIMARY KEY,
    "garmin_username" TEXT NULL,
    "garmin_password_plaintext" TEXT NULL,
    "access_token" TEXT NULL,
    "access_token_secret" TEXT NULL,
    "token_expiration_date" TEXT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    CONSTRAINT "fk_garmin_credentials_users" FOREIGN KEY ("user_id") REFERENCES "users" ("id")
);
CREATE TABLE "health_metrics" (
    "user_id" TEXT NOT NULL,
    "metric_type" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "daily" INTEGER NOT NULL,
    "value" REAL NOT NULL,
    "unit" TEXT NULL,
    "details" TEXT NULL,
    "source" TEXT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    CONSTRAINT "pk_health_metrics" PRIMARY KEY ("user_id", "metric_type", "at", "daily"),
    CONSTRAINT "fk_health_metrics_users" FOREIGN KEY ("user_id") REFERENCES "users" ("id")
);
CREATE TABLE "tokens" (
    "user_id" TEXT NOT NULL CONSTRAINT "pk_tokens" PRIMARY KEY,
    "hash" TEXT NOT NULL,
    "created" TEXT NOT NULL,
    "expires" TEXT NULL,
    CONSTRAINT "fk_tokens_users" FOREIGN KEY ("user_id") REFERENCES "users" ("id")
);
CREATE TABLE "users" (
    "id" TEXT NOT NULL CONSTRAINT "pk_users" PRIMARY KEY,
    "name" TEXT NULL,
    "email" TEXT NOT NULL,
    "email_key" TEXT NOT NULL,
    "created_at" TEXT NOT NULL
);
CREATE TABLE "workout_plans" (
    "id" TEXT NOT NULL CONSTRAINT "pk_workout_plans" PRIMARY KEY,
    "user_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NULL,
    "sport" TEXT NOT NULL,
    "steps" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL, "pool_length" REAL NULL,
    CONSTRAINT "fk_workout_plans_users" FOREIGN KEY ("user_id") REFERENCES "users" ("id")
);
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('20261122000000_Initial', '10.0.14');
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('20261122000600_AddPoolLength', '10.0.14');
INSERT INTO "activities" ("id", "user_id", "garmin_activity_id", "name", "activity_type", "start_time", "duration_seconds", "distance_meters", "elevation_gain_meters", "calories", "average_heart_rate", "max_heart_rate", "file_format", "sha256", "revision", "raw_summary", "file_path", "file_size", "created_at", "updated_at", "version") VALUES ('01A21A07-1313-7BD6-B277-1A26D67EDC8F', '01A21A07-002A-71A2-824D-2310AB98F111', 66318100030, 'Potsdam Running', 'running', '2026-11-07 06:00:00', 60.0, 1.911300048828125e+02, 31.0, 12.0, 101.0, 114.0, 'fit', '96460b354dd612011334dc7a215a49000c1ddb3bbcca9428c94efe89c602ceb4', 1, '{"activityId":66318100030,"activityUUID":"70dde63e-000f-4000-8100-000000000000","activityName":"Potsdam Running","startTimeLocal":"2026-11-07 07:00:00","startTimeGMT":"2026-11-07 06:00:00","activityType":{"typeId":1,"typeKey":"running","parentTypeId":17,"isHidden":false,"restricted":false,"trimmable":true},"eventType":{"typeId":9,"typeKey":"uncategorized","sortOrder":10},"distance":191.1300048828125,"duration":60.0,"elapsedDuration":60.0,"movingDuration":60.0,"elevationGain":31.0,"elevationLoss":42.0,"averageSpeed":3.186000108718872,"maxSpeed":3.2709999084472656,"startLatitude":52.401160821319,"startLongitude":13.058881005272,"endLatitude":52.40099879913,"endLongitude":13.058787882328,"hasPolyline":true,"hasImages":false,"hasVideo":false,"hasSplits":false,"hasHeatMap":false,"calories":12.0,"bmrCalories":1.0,"averageHR":101.0,"maxHR":114.0,"averageRunningCadenceInStepsPerMinute":168.0,"maxRunningCadenceInStepsPerMinute":174.0,"maxDoubleCadence":174.0,"steps":168,"privacy":{"typeId":2,"typeKey":"private"},"timeZoneId":124,"beginTimestamp":1794031200000,"sportTypeId":1,"aerobicTrainingEffect":0.0,"anaerobicTrainingEffect":0.0,"trainingEffectLabel":"RECOVERY","activityTrainingLoad":1.0099999904632568,"aerobicTrainingEffectMessage":"RECOVERY_5","anaerobicTrainingEffectMessage":"NO_ANAEROBIC_BENEFIT_0","vO2MaxValue":48.0,"deviceId":3400463181,"manufacturer":"GARMIN","minTemperature":4.0,"maxTemperature":5.0,"minElevation":318.6000061035156,"maxElevation":346.79998779296875,"summarizedDiveInfo":{"summarizedDiveGases":[]},"locationName":"Potsdam","lapCount":1,"splitSummaries":[],"moderateIntensityMinutes":0,"vigorousIntensityMinutes":0,"differenceBodyBattery":0,"hrTimeInZone_1":35.0,"hrTimeInZone_2":10.0,"hrTimeInZone_3":0.0,"hrTimeInZone_4":0.0,"hrTimeInZone_5":0.0,"endTimeGMT":"2026-11-07 06:01:00","qualifyingDive":false,"decoDive":false,"autoCalcCalories":false,"favorite":false,"elevationCorrected":false,"atpActivity":false,"purposeful":false,"manualActivity":false,"pr":false,"parent":false}', '96/96460b354dd612011334dc7a215a49000c1ddb3bbcca9428c94efe89c602ceb4.fit', 878, {at 2026-11-26T22:43:20.9797816Z}, {at 2026-11-26T22:43:20.9797816Z}, 1);
INSERT INTO "activities" ("id", "user_id", "garmin_activity_id", "name", "activity_type", "start_time", "duration_seconds", "distance_meters", "elevation_gain_meters", "calories", "average_heart_rate", "max_heart_rate", "file_format", "sha256", "revision", "raw_summary", "file_path", "file_size", "created_at", "updated_at", "version") VALUES ('01A21A07-131B-7065-861D-DCEA1C2D1E08', '01A21A07-002A-71A2-824D-2310AB98F111', 66318100035, 'Potsdam Running', 'running', '2026-11-08 06:00:00', 60.0, 1.668699951171875e+02, 28.0, 12.0, 99.0, 110.0, 'fit', '2be8c634f049ace5b2bdf32bd98ee716d2b41043f0f5a9fc25782a52446cbabd', 1, '{"activityId":66318100035,"activityUUID":"70dde643-000f-4000-8100-000000000000","activityName":"Potsdam Running","startTimeLocal":"2026-11-08 07:00:00","startTimeGMT":"2026-11-08 06:00:00","activityType":{"typeId":1,"typeKey":"running","parentTypeId":17,"isHidden":false,"restricted":false,"trimmable":true},"eventType":{"typeId":9,"typeKey":"uncategorized","sortOrder":10},"distance":166.8699951171875,"duration":60.0,"elapsedDuration":60.0,"movingDuration":60.0,"elevationGain":28.0,"elevationLoss":32.0,"averageSpeed":2.7809998989105225,"maxSpeed":2.8929998874664307,"startLatitude":52.400812050328,"startLongitude":13.059447789565,"endLatitude":52.400777097791,"endLongitude":13.059364892542,"hasPolyline":true,"hasImages":false,"hasVideo":false,"hasSplits":false,"hasHeatMap":false,"calories":12.0,"bmrCalories":1.0,"averageHR":99.0,"maxHR":110.0,"averageRunningCadenceInStepsPerMinute":170.0,"maxRunningCadenceInStepsPerMinute":174.0,"maxDoubleCadence":174.0,"steps":170,"privacy":{"typeId":2,"typeKey":"private"},"timeZoneId":124,"beginTimestamp":1794117600000,"sportTypeId":1,"aerobicTrainingEffect":0.0,"anaerobicTrainingEffect":0.0,"trainingEffectLabel":"RECOVERY","activityTrainingLoad":0.9900000095367432,"aerobicTrainingEffectMessage":"RECOVERY_5","anaerobicTrainingEffectMessage":"NO_ANAEROBIC_BENEFIT_0","vO2MaxValue":48.0,"deviceId":3400463181,"manufacturer":"GARMIN","minTemperature":17.0,"maxTemperature":18.0,"minElevation":344.20001220703125,"maxElevation":371.20001220703125,"summarizedDiveInfo":{"summarizedDiveGases":[]},"locationName":"Potsdam","lapCount":1,"splitSummaries":[],"moderateIntensityMinutes":0,"vigorousIntensityMinutes":0,"differenceBodyBattery":0,"hrTimeInZone_1":45.0,"hrTimeInZone_2":0.0,"hrTimeInZone_3":0.0,"hrTimeInZone_4":0.0,"hrTimeInZone_5":0.0,"endTimeGMT":"2026-11-08 06:01:00","qualifyingDive":false,"decoDive":false,"autoCalcCalories":false,"favorite":false,"elevationCorrected":false,"atpActivity":false,"purposeful":false,"manualActivity":false,"pr":false,"parent":false}', '2b/2be8c634f049ace5b2bdf32bd98ee716d2b41043f0f5a9fc25782a52446cbabd.fit', 878, {at 2026-11-26T22:43:20.9875868Z}, {at 2026-11-26T22:43:20.9875868Z}, 1);
INSERT INTO "activities" ("id", "user_id", "garmin_activity_id", "name", "activity_type", "start_time", "duration_seconds", "distance_meters", "elevation_gain_meters", "calories", "average_heart_rate", "max_heart_rate", "file_format", "sha256", "revision", "raw_summary", "file_path", "file_size", "created_at", "updated_at", "version") VALUES ('01A21A07-14A5-7AAF-9FD5-EB29D3A4908C', '01A21A07-002A-71A2-824D-2310AB98F111', 66318100025, 'Potsdam Running', 'running', '2026-11-06 06:00:00', 60.0, 1.581399993896484375e+02, 34.0, 12.0, 99.0, 109.0, 'fit', 'f4cc20f2375de91cca1febe89ee86eee625a9bd78a9d982fb2fe9b6e199d1cc7', 1, '{"activityId":66318100025,"activityUUID":"70dde639-000f-4000-8100-000000000000","activityName":"Potsdam Running","startTimeLocal":"2026-11-06 07:00:00","startTimeGMT":"2026-11-06 06:00:00","activityType":{"typeId":1,"typeKey":"running","parentTypeId":17,"isHidden":false,"restricted":false,"trimmable":true},"eventType":{"typeId":9,"typeKey":"uncategorized","sortOrder":10},"distance":158.13999938964844,"duration":60.0,"elapsedDuration":60.0,"movingDuration":60.0,"elevationGain":34.0,"elevationLoss":24.0,"averageSpeed":2.635999917984009,"maxSpeed":2.677000045776367,"startLatitude":52.400705013424,"startLongitude":13.059024754912,"endLatitude":52.400714652613,"endLongitude":13.058784697205,"hasPolyline":true,"hasImages":false,"hasVideo":false,"hasSplits":false,"hasHeatMap":false,"calories":12.0,"bmrCalories":1.0,"averageHR":99.0,"maxHR":109.0,"averageRunningCadenceInStepsPerMinute":166.0,"maxRunningCadenceInStepsPerMinute":174.0,"maxDoubleCadence":174.0,"steps":166,"privacy":{"typeId":2,"typeKey":"private"},"timeZoneId":124,"beginTimestamp":1793944800000,"sportTypeId":1,"aerobicTrainingEffect":0.0,"anaerobicTrainingEffect":0.0,"trainingEffectLabel":"RECOVERY","activityTrainingLoad":0.9900000095367432,"aerobicTrainingEffectMessage":"RECOVERY_5","anaerobicTrainingEffectMessage":"NO_ANAEROBIC_BENEFIT_0","vO2MaxValue":48.0,"deviceId":3400463181,"manufacturer":"GARMIN","minTemperature":17.0,"maxTemperature":18.0,"minElevation":292.79998779296875,"maxElevation":322.6000061035156,"summarizedDiveInfo":{"summarizedDiveGases":[]},"locationName":"Potsdam","lapCount":1,"splitSummaries":[],"moderateIntensityMinutes":0,"vigorousIntensityMinutes":0,"differenceBodyBattery":0,"hrTimeInZone_1":40.0,"hrTimeInZone_2":0.0,"hrTimeInZone_3":0.0,"hrTimeInZone_4":0.0,"hrTimeInZone_5":0.0,"endTimeGMT":"2026-11-06 06:01:00","qualifyingDive":false,"decoDive":false,"autoCalcCalories":false,"favorite":false,"elevationCorrected":false,"atpActivity":false,"purposeful":false,"manualActivity":false,"pr":false,"parent":false}', 'f4/f4cc20f2375de91cca1febe89ee86eee625a9bd78a9d982fb2fe9b6e199d1cc7.fit', 878, {at 2026-11-26T22:43:21.3814061Z}, {at 2026-11-26T22:43:21.3814061Z}, 1);
INSERT INTO "activities" ("id", "user_id", "garmin_activity_id", "name", "activity_type", "start_time", "duration_seconds", "distance_meters", "elevation_gain_meters", "calories", "average_heart_rate", "max_heart_rate", "file_format", "sha256", "revision", "raw_summary", "file_path", "file_size", "created_at", "updated_at", "version") VALUES ('01A21A07-508D-7E16-A280-8C25C89A114A', '01A21A07-002A-71A2-824D-2310AB98F111', 66318100015, 'Potsdam Running', 'running', '2026-11-04 06:00:00', 60.0, 1.688899993896484375e+02, 33.0, 12.0, 100.0, 111.0, 'fit', '534294d6caf9be8d8452a28bb0cd6557e52e34bf5f642c543202078e2137e5d6', 1, '{"activityId":66318100015,"activityUUID":"70dde62f-000f-4000-8100-000000000000","activityName":"Potsdam Running","startTimeLocal":"2026-11-04 07:00:00","startTimeGMT":"2026-11-04 06:00:00","activityType":{"typeId":1,"typeKey":"running","parentTypeId":17,"isHidden":false,"restricted":false,"trimmable":true},"eventType":{"typeId":9,"typeKey":"uncategorized","sortOrder":10},"distance":168.88999938964844,"duration":60.0,"elapsedDuration":60.0,"movingDuration":60.0,"elevationGain":33.0,"elevationLoss":28.0,"averageSpeed":2.815000057220459,"maxSpeed":2.86899995803833,"startLatitude":52.40091749467,"startLongitude":13.058687634766,"endLatitude":52.400969797745,"endLongitude":13.058659303933,"hasPolyline":true,"hasImages":false,"hasVideo":false,"hasSplits":false,"hasHeatMap":false,"calories":12.0,"bmrCalories":1.0,"averageHR":100.0,"maxHR":111.0,"averageRunningCadenceInStepsPerMinute":168.0,"maxRunningCadenceInStepsPerMinute":174.0,"maxDoubleCadence":174.0,"steps":168,"privacy":{"typeId":2,"typeKey":"private"},"timeZoneId":124,"beginTimestamp":1793772000000,"sportTypeId":1,"aerobicTrainingEffect":0.0,"anaerobicTrainingEffect":0.0,"trainingEffectLabel":"RECOVERY","activityTrainingLoad":1.0,"aerobicTrainingEffectMessage":"RECOVERY_5","anaerobicTrainingEffectMessage":"NO_ANAEROBIC_BENEFIT_0","vO2MaxValue":48.0,"deviceId":3400463181,"manufacturer":"GARMIN","minTemperature":17.0,"maxTemperature":18.0,"minElevation":242.60000610351562,"maxElevation":272.6000061035156,"summarizedDiveInfo":{"summarizedDiveGases":[]},"locationName":"Potsdam","lapCount":1,"splitSummaries":[],"moderateIntensityMinutes":0,"vigorousIntensityMinutes":0,"differenceBodyBattery":0,"hrTimeInZone_1":50.0,"hrTimeInZone_2":0.0,"hrTimeInZone_3":0.0,"hrTimeInZone_4":0.0,"hrTimeInZone_5":0.0,"endTimeGMT":"2026-11-04 06:01:00","qualifyingDive":false,"decoDive":false,"autoCalcCalories":false,"favorite":false,"elevationCorrected":false,"atpActivity":false,"purposeful":false,"manualActivity":false,"pr":false,"parent":false}', '53/534294d6caf9be8d8452a28bb0cd6557e52e34bf5f642c543202078e2137e5d6.fit', 878, {at 2026-11-26T22:43:36.7172649Z}, {at 2026-11-26T22:43:36.7172649Z}, 1);
INSERT INTO "garmin_credentials" ("user_id", "garmin_username", "garmin_password_plaintext", "access_token", "access_token_secret", "token_expiration_date", "created_at", "updated_at") VALUES ('01A21A07-002A-71A2-824D-2310AB98F111', 'athlete@example.com', 'gs1.testonly.4LFPzueq1hz_Lyi9agWZMEowlOqtUKqD7RCOBX-v5ttTr5HdQm2HhVuV66qMV1JjJWXYkMgS_pc', 'gs1.testonly.317ciWdf1AQKscVx82n4GvyXX2QTn1P-CaonXWhKjIUXovKgkhRYjgk75g41fkNuG_26QDz2QRfdb-ow9lmfgRls5Bsuicg35Xr9p6XhMVV3Z2o0lpFXY_GHUgPq29P0IGc3nvFP9lADFuK-U2-EB7rUZ568mcsh9Iax-61HqrmvYCsRfHeoEahitDuMGDGfO7-_BTHnVNoR1Hw2xeO8BJlshO5bQyT6_FfmrMrc89TdY7CiVZGr6fLTnNfqjRNsxGYT4gb_P9Hu3bui-WoqcH2NcbWRO9Uo_6GLh9dl3N_8OeXA4Ridg8ck1HMvg1PJqzw2xjhQpCWextNwxoTFPf269n7Cy-zQOjUouM7ihxNRmRTmgrvDU8ph4D4nOm8HaqitMdXTGSAxN5z87ASLz1VP5SzABW2T6kbwuDQaDz8JRNQrgADPk-1XqxKNh_HwUukAgRu5fci_5DHW-waFKv86WTgL4lUDS1koV6FxTHScsnja06E6em_PTf9ehsF8foo-LUNciLHx_sxK30lJImuCET7_HVAaGW97yrn7uyosISPZ2gqOU6FHHcL_utuysM6wNdxgSpMDeGKKsY1ZPjMvxZ75ysY_uDeXlHap-BqQESjC9-FrlGVpi00luo9Jefm4vef5VpcY2j6kbO3MwVdPBtMNN7bA7ceVeF9b28MMM8ElgmYk17bHpw6E10OPYRe8u3n-FDYutYnH4JThj45QCJZ0bPW1JSQGWm-ahY5eEDlxLrVqXTgTJwIyFFvE8VBNiiIgp_qqHs_CGIMt60iH1r0176QH', 'gs1.testonly.i6tRD_wrwiJRKPyKlkyv2rfhtR85YUrRKxIdTXqwGJSvkDkVanGARFx2a5QAh8m-T-cKekQhbofkj_x0okloj6NFNrtDtRvKRLjCZwQVquagdW4WRxso6vZl0eA', {at 2026-11-26T23:43:15.3252830Z}, {at 2026-11-26T22:43:16.5772452Z}, {at 2026-11-26T22:43:16.5772452Z});
INSERT INTO "users" ("id", "name", "email", "email_key", "created_at") VALUES ('01A21A07-002A-71A2-824D-2310AB98F111', 'athlete@example.com', 'athlete@example.com', 'athlete@example.com', {at 2026-11-26T22:43:16.1388087Z});
CREATE INDEX "ix_activities_file_path" ON "activities" ("file_path");
CREATE INDEX "ix_activities_start_time" ON "activities" ("user_id", "start_time");
CREATE INDEX "ix_health_metrics_at" ON "health_metrics" ("user_id", "at");
CREATE INDEX "ix_workout_plans_user" ON "workout_plans" ("user_id", "created_at");
CREATE UNIQUE INDEX "ux_activities_natural_key" ON "activities" ("user_id", "garmin_activity_id", "file_format");
CREATE UNIQUE INDEX "ux_users_email_key" ON "users" ("email_key");
