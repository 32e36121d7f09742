CREATE TABLE public."__EFMigrationsHistory" (
    "MigrationId" character varying(150) NOT NULL,
    "ProductVersion" character varying(32) NOT NULL
);
CREATE TABLE public.activities (
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    garmin_activity_id bigint NOT NULL,
    name text,
    activity_type text,
    start_time timestamp with time zone,
    duration_seconds double precision,
    distance_meters double precision,
    elevation_gain_meters double precision,
    calories double precision,
    average_heart_rate double precision,
    max_heart_rate double precision,
    file_format text NOT NULL,
    sha256 text,
    revision bigint NOT NULL,
    raw_summary text,
    file_path text,
    file_size bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    version integer NOT NULL
);
CREATE TABLE public.garmin_credentials (
    user_id uuid NOT NULL,
    garmin_username text,
    garmin_password_plaintext text,
    access_token text,
    access_token_secret text,
    token_expiration_date timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL
);
CREATE TABLE public.health_metrics (
    user_id uuid NOT NULL,
    metric_type text NOT NULL,
    at timestamp with time zone NOT NULL,
    daily boolean NOT NULL,
    value double precision NOT NULL,
    unit text,
    details text,
    source text,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL
);
CREATE TABLE public.tokens (
    user_id uuid NOT NULL,
    hash text NOT NULL,
    created timestamp with time zone NOT NULL,
    expires timestamp with time zone
);
CREATE TABLE public.users (
    id uuid NOT NULL,
    name text,
    email text NOT NULL,
    email_key text NOT NULL,
    created_at timestamp with time zone NOT NULL
);
CREATE TABLE public.workout_plans (
    id text NOT NULL,
    user_id uuid NOT NULL,
    name text NOT NULL,
    description text,
    sport text NOT NULL,
    steps text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    pool_length double precision
);
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") OVERRIDING SYSTEM VALUE VALUES ('20261122000000_Initial', '10.0.14');
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") OVERRIDING SYSTEM VALUE VALUES ('20261122000600_AddPoolLength', '10.0.14');
INSERT INTO "activities" ("id", "user_id", "garmin_activity_id", "name", "activity_type", "start_time", "duration_seconds", "distance_meters", "elevation_gain_meters", "calories", "average_heart_rate", "max_heart_rate", "file_format", "sha256", "revision", "raw_summary", "file_path", "file_size", "created_at", "updated_at", "version") OVERRIDING SYSTEM VALUE VALUES ('01a21a06-1b74-7ea1-9100-52d0b7fc3437', '01a21a06-046b-7ae6-930b-e85c996c208c', '66318100035', 'Potsdam Running', 'running', '2026-11-08 06:00:00+00', '60', '166.8699951171875', '28', '12', '99', '110', 'fit', '2be8c634f049ace5b2bdf32bd98ee716d2b41043f0f5a9fc25782a52446cbabd', '1', '{"activityId":66318100035,"activityUUID":"70dde643-000f-4000-8100-000000000000","activityName":"Potsdam Running","startTimeLocal":"2026-11-08 07:00:00","startTimeGMT":"2026-11-08 06:00:00","activityType":{"typeId":1,"typeKey":"running","parentTypeId":17,"isHidden":false,"restricted":false,"trimmable":true},"eventType":{"typeId":9,"typeKey":"uncategorized","sortOrder":10},"distance":166.8699951171875,"duration":60.0,"elapsedDuration":60.0,"movingDuration":60.0,"elevationGain":28.0,"elevationLoss":32.0,"averageSpeed":2.7809998989105225,"maxSpeed":2.8929998874664307,"startLatitude":52.400812050328,"startLongitude":13.059447789565,"endLatitude":52.400777097791,"endLongitude":13.059364892542,"hasPolyline":true,"hasImages":false,"hasVideo":false,"hasSplits":false,"hasHeatMap":false,"calories":12.0,"bmrCalories":1.0,"averageHR":99.0,"maxHR":110.0,"averageRunningCadenceInStepsPerMinute":170.0,"maxRunningCadenceInStepsPerMinute":174.0,"maxDoubleCadence":174.0,"steps":170,"privacy":{"typeId":2,"typeKey":"private"},"timeZoneId":124,"beginTimestamp":1794117600000,"sportTypeId":1,"aerobicTrainingEffect":0.0,"anaerobicTrainingEffect":0.0,"trainingEffectLabel":"RECOVERY","activityTrainingLoad":0.9900000095367432,"aerobicTrainingEffectMessage":"RECOVERY_5","anaerobicTrainingEffectMessage":"NO_ANAEROBIC_BENEFIT_0","vO2MaxValue":48.0,"deviceId":3400463181,"manufacturer":"GARMIN","minTemperature":17.0,"maxTemperature":18.0,"minElevation":344.20001220703125,"maxElevation":371.20001220703125,"summarizedDiveInfo":{"summarizedDiveGases":[]},"locationName":"Potsdam","lapCount":1,"splitSummaries":[],"moderateIntensityMinutes":0,"vigorousIntensityMinutes":0,"differenceBodyBattery":0,"hrTimeInZone_1":45.0,"hrTimeInZone_2":0.0,"hrTimeInZone_3":0.0,"hrTimeInZone_4":0.0,"hrTimeInZone_5":0.0,"endTimeGMT":"2026-11-08 06:01:00","qualifyingDive":false,"decoDive":false,"autoCalcCalories":false,"favorite":false,"elevationCorrected":false,"atpActivity":false,"purposeful":false,"manualActivity":false,"pr":false,"parent":false}', '2b/2be8c634f049ace5b2bdf32bd98ee716d2b41043f0f5a9fc25782a52446cbabd.fit', '878', {at 2026-11-26T22:42:17.5886640Z}, {at 2026-11-26T22:42:17.5886640Z}, '1');
INSERT INTO "activities" ("id", "user_id", "garmin_activity_id", "name", "activity_type", "start_time", "duration_seconds", "distance_meters", "elevation_gain_meters", "calories", "average_heart_rate", "max_heart_rate", "file_format", "sha256", "revision", "raw_summary", "file_path", "file_size", "created_at", "updated_at", "version") OVERRIDING SYSTEM VALUE VALUES ('01a21a06-1b80-71bb-86dd-0579d011a5a2', '01a21a06-046b-7ae6-930b-e85c996c208c', '66318100030', 'Potsdam Running', 'running', '2026-11-07 06:00:00+00', '60', '191.1300048828125', '31', '12', '101', '114', 'fit', '96460b354dd612011334dc7a215a49000c1ddb3bbcca9428c94efe89c602ceb4', '1', '{"activityId":66318100030,"activityUUID":"70dde63e-000f-4000-8100-000000000000","activityName":"Potsdam Running","startTimeLocal":"2026-11-07 07:00:00","startTimeGMT":"2026-11-07 06:00:00","activityType":{"typeId":1,"typeKey":"running","parentTypeId":17,"isHidden":false,"restricted":false,"trimmable":true},"eventType":{"typeId":9,"typeKey":"uncategorized","sortOrder":10},"distance":191.1300048828125,"duration":60.0,"elapsedDuration":60.0,"movingDuration":60.0,"elevationGain":31.0,"elevationLoss":42.0,"averageSpeed":3.186000108718872,"maxSpeed":3.2709999084472656,"startLatitude":52.401160821319,"startLongitude":13.058881005272,"endLatitude":52.40099879913,"endLongitude":13.058787882328,"hasPolyline":true,"hasImages":false,"hasVideo":false,"hasSplits":false,"hasHeatMap":false,"calories":12.0,"bmrCalories":1.0,"averageHR":101.0,"maxHR":114.0,"averageRunningCadenceInStepsPerMinute":168.0,"maxRunningCadenceInStepsPerMinute":174.0,"maxDoubleCadence":174.0,"steps":168,"privacy":{"typeId":2,"typeKey":"private"},"timeZoneId":124,"beginTimestamp":1794031200000,"sportTypeId":1,"aerobicTrainingEffect":0.0,"anaerobicTrainingEffect":0.0,"trainingEffectLabel":"RECOVERY","activityTrainingLoad":1.0099999904632568,"aerobicTrainingEffectMessage":"RECOVERY_5","anaerobicTrainingEffectMessage":"NO_ANAEROBIC_BENEFIT_0","vO2MaxValue":48.0,"deviceId":3400463181,"manufacturer":"GARMIN","minTemperature":4.0,"maxTemperature":5.0,"minElevation":318.6000061035156,"maxElevation":346.79998779296875,"summarizedDiveInfo":{"summarizedDiveGases":[]},"locationName":"Potsdam","lapCount":1,"splitSummaries":[],"moderateIntensityMinutes":0,"vigorousIntensityMinutes":0,"differenceBodyBattery":0,"hrTimeInZone_1":35.0,"hrTimeInZone_2":10.0,"hrTimeInZone_3":0.0,"hrTimeInZone_4":0.0,"hrTimeInZone_5":0.0,"endTimeGMT":"2026-11-07 06:01:00","qualifyingDive":false,"decoDive":false,"autoCalcCalories":false,"favorite":false,"elevationCorrected":false,"atpActivity":false,"purposeful":false,"manualActivity":false,"pr":false,"parent":false}', '96/96460b354dd612011334dc7a215a49000c1ddb3bbcca9428c94efe89c602ceb4.fit', '878', {at 2026-11-26T22:42:17.6006610Z}, {at 2026-11-26T22:42:17.6006610Z}, '1');
INSERT INTO "activities" ("id", "user_id", "garmin_activity_id", "name", "activity_type", "start_time", "duration_seconds", "distance_meters", "elevation_gain_meters", "calories", "average_heart_rate", "max_heart_rate", "file_format", "sha256", "revision", "raw_summary", "file_path", "file_size", "created_at", "updated_at", "version") OVERRIDING SYSTEM VALUE VALUES ('01a21a06-1e83-7411-b913-f3b5ebf78f44', '01a21a06-046b-7ae6-930b-e85c996c208c', '66318100025', 'Potsdam Running', 'running', '2026-11-06 06:00:00+00', '60', '158.13999938964844', '34', '12', '99', '109', 'fit', 'f4cc20f2375de91cca1febe89ee86eee625a9bd78a9d982fb2fe9b6e199d1cc7', '1', '{"activityId":66318100025,"activityUUID":"70dde639-000f-4000-8100-000000000000","activityName":"Potsdam Running","startTimeLocal":"2026-11-06 07:00:00","startTimeGMT":"2026-11-06 06:00:00","activityType":{"typeId":1,"typeKey":"running","parentTypeId":17,"isHidden":false,"restricted":false,"trimmable":true},"eventType":{"typeId":9,"typeKey":"uncategorized","sortOrder":10},"distance":158.13999938964844,"duration":60.0,"elapsedDuration":60.0,"movingDuration":60.0,"elevationGain":34.0,"elevationLoss":24.0,"averageSpeed":2.635999917984009,"maxSpeed":2.677000045776367,"startLatitude":52.400705013424,"startLongitude":13.059024754912,"endLatitude":52.400714652613,"endLongitude":13.058784697205,"hasPolyline":true,"hasImages":false,"hasVideo":false,"hasSplits":false,"hasHeatMap":false,"calories":12.0,"bmrCalories":1.0,"averageHR":99.0,"maxHR":109.0,"averageRunningCadenceInStepsPerMinute":166.0,"maxRunningCadenceInStepsPerMinute":174.0,"maxDoubleCadence":174.0,"steps":166,"privacy":{"typeId":2,"typeKey":"private"},"timeZoneId":124,"beginTimestamp":1793944800000,"sportTypeId":1,"aerobicTrainingEffect":0.0,"anaerobicTrainingEffect":0.0,"trainingEffectLabel":"RECOVERY","activityTrainingLoad":0.9900000095367432,"aerobicTrainingEffectMessage":"RECOVERY_5","anaerobicTrainingEffectMessage":"NO_ANAEROBIC_BENEFIT_0","vO2MaxValue":48.0,"deviceId":3400463181,"manufacturer":"GARMIN","minTemperature":17.0,"maxTemperature":18.0,"minElevation":292.79998779296875,"maxElevation":322.6000061035156,"summarizedDiveInfo":{"summarizedDiveGases":[]},"locationName":"Potsdam","lapCount":1,"splitSummaries":[],"moderateIntensityMinutes":0,"vigorousIntensityMinutes":0,"differenceBodyBattery":0,"hrTimeInZone_1":40.0,"hrTimeInZone_2":0.0,"hrTimeInZone_3":0.0,"hrTimeInZone_4":0.0,"hrTimeInZone_5":0.0,"endTimeGMT":"2026-11-06 06:01:00","qualifyingDive":false,"decoDive":false,"autoCalcCalories":false,"favorite":false,"elevationCorrected":false,"atpActivity":false,"purposeful":false,"manualActivity":false,"pr":false,"parent":false}', 'f4/f4cc20f2375de91cca1febe89ee86eee625a9bd78a9d982fb2fe9b6e199d1cc7.fit', '878', {at 2026-11-26T22:42:18.3716620Z}, {at 2026-11-26T22:42:18.3716620Z}, '1');
INSERT INTO "activities" ("id", "user_id", "garmin_activity_id", "name", "activity_type", "start_time", "duration_seconds", "distance_meters", "elevation_gain_meters", "calories", "average_heart_rate", "max_heart_rate", "file_format", "sha256", "revision", "raw_summary", "file_path", "file_size", "created_at", "updated_at", "version") OVERRIDING SYSTEM VALUE VALUES ('01a21a06-598c-78bd-8b12-591b9d81c226', '01a21a06-046b-7ae6-930b-e85c996c208c', '66318100015', 'Potsdam Running', 'running', '2026-11-04 06:00:00+00', '60', '168.88999938964844', '33', '12', '100', '111', 'fit', '534294d6caf9be8d8452a28bb0cd6557e52e34bf5f642c543202078e2137e5d6', '1', '{"activityId":66318100015,"activityUUID":"70dde62f-000f-4000-8100-000000000000","activityName":"Potsdam Running","startTimeLocal":"2026-11-04 07:00:00","startTimeGMT":"2026-11-04 06:00:00","activityType":{"typeId":1,"typeKey":"running","parentTypeId":17,"isHidden":false,"restricted":false,"trimmable":true},"eventType":{"typeId":9,"typeKey":"uncategorized","sortOrder":10},"distance":168.88999938964844,"duration":60.0,"elapsedDuration":60.0,"movingDuration":60.0,"elevationGain":33.0,"elevationLoss":28.0,"averageSpeed":2.815000057220459,"maxSpeed":2.86899995803833,"startLatitude":52.40091749467,"startLongitude":13.058687634766,"endLatitude":52.400969797745,"endLongitude":13.058659303933,"hasPolyline":true,"hasImages":false,"hasVideo":false,"hasSplits":false,"hasHeatMap":false,"calories":12.0,"bmrCalories":1.0,"averageHR":100.0,"maxHR":111.0,"averageRunningCadenceInStepsPerMinute":168.0,"maxRunningCadenceInStepsPerMinute":174.0,"maxDoubleCadence":174.0,"steps":168,"privacy":{"typeId":2,"typeKey":"private"},"timeZoneId":124,"beginTimestamp":1793772000000,"sportTypeId":1,"aerobicTrainingEffect":0.0,"anaerobicTrainingEffect":0.0,"trainingEffectLabel":"RECOVERY","activityTrainingLoad":1.0,"aerobicTrainingEffectMessage":"RECOVERY_5","anaerobicTrainingEffectMessage":"NO_ANAEROBIC_BENEFIT_0","vO2MaxValue":48.0,"deviceId":3400463181,"manufacturer":"GARMIN","minTemperature":17.0,"maxTemperature":18.0,"minElevation":242.60000610351562,"maxElevation":272.6000061035156,"summarizedDiveInfo":{"summarizedDiveGases":[]},"locationName":"Potsdam","lapCount":1,"splitSummaries":[],"moderateIntensityMinutes":0,"vigorousIntensityMinutes":0,"differenceBodyBattery":0,"hrTimeInZone_1":50.0,"hrTimeInZone_2":0.0,"hrTimeInZone_3":0.0,"hrTimeInZone_4":0.0,"hrTimeInZone_5":0.0,"endTimeGMT":"2026-11-04 06:01:00","qualifyingDive":false,"decoDive":false,"autoCalcCalories":false,"favorite":false,"elevationCorrected":false,"atpActivity":false,"purposeful":false,"manualActivity":false,"pr":false,"parent":false}', '53/534294d6caf9be8d8452a28bb0cd6557e52e34bf5f642c543202078e2137e5d6.fit', '878', {at 2026-11-26T22:42:33.4840600Z}, {at 2026-11-26T22:42:33.4840600Z}, '1');
INSERT INTO "garmin_credentials" ("user_id", "garmin_username", "garmin_password_plaintext", "access_token", "access_token_secret", "token_expiration_date", "created_at", "updated_at") OVERRIDING SYSTEM VALUE VALUES ('01a21a06-046b-7ae6-930b-e85c996c208c', 'athlete@example.com', 'gs1.testonly.TYWa7Rrynf8Up-Rhp1FmfD-ifmQV0vTDW-fiAZo-X_lwLMFUj-ymCno2Y5E8vC3BTK9R4y8jBfA', 'gs1.testonly.2VXVw-aJylhy_cwSsmE_jYKLqD_e7defb0b3N4HT_ChvjND4d1urfUmrDbm0tTd7bLzVqjOvQ8vAB-vSnM1_xxokK8AtDK4sbh8EWnZ2rbRyvQFtZVw03de-GdHYklwWIfI2NZIk30zfC38JT_6OVhWI5hQx5VjQ5rEiydGsQcOEc6sIsQI_2KtZ89T6o1Cw1g6oZRpWvremBSQ-NMUvcvwauD2CngYvFTzk-leixvpbduEiVRfDUf-CCSHxlKq9sDrpTUgR0vaXlgttZ1ils6TAipvQmzek3Regws8QpGdzOcu-l8IQ9OeIhgxjikZY3Tn9ShoW07Ap2y6MM-uNntM8_R9r05bB3X1j9rWgOcTB1ynSvrbBt0sfRYaH6DQcWZl8DhwtttmB1Rc8WHNvTHHlie_asvhu9qPR2u7yayzg2VIwti4zwsk5Xz_C1Hn4mUc2TUVaOCTQbxUevjD90YrHAVCUvJD8eZxBd2Hk79QxbPLT6nKauXgDzlBU5R7FesZn8jwmJmVzABo24H7eB-PubX1luJnCTJPCW0GvhEGkcpQEXNEGpcJxmOW8VmhMpMhjx8wnXRs6Co65z0JsxRHfDZKl2CpNkUE5WY3Tao_JXXieyiPLvv6YGWG2c8C3fDAGEBrw272sYy9U8ynM_vZgpJkxm7MPnH3PaDYJp5tPgVxaJGlQ59cnSo747CGDzwGhik376wSmugC4dHPRpRkMEOSf2vmr_60T7gB3j9u7ctNWzXimrKA1rLsrjZrTNE4zRBLycPu96BKhTXv9uOyQMYt2mPrU', 'gs1.testonly.Gp8MIgxPGcmxy5fTl07s7S6Hz6J9MFCKmEYh5CBkjEpterxYF3Fe2k0qazvd83HOMZJX4GVUw-84u8TQp1qEx4GdnxfHypt8u3iFYE37UXvHKdl4OZy4UDsUR04', {at 2026-11-26T23:42:11.2147460Z}, {at 2026-11-26T22:42:12.4412750Z}, {at 2026-11-26T22:42:12.4412750Z});
INSERT INTO "users" ("id", "name", "email", "email_key", "created_at") OVERRIDING SYSTEM VALUE VALUES ('01a21a06-046b-7ae6-930b-e85c996c208c', 'athlete@example.com', 'athlete@example.com', 'athlete@example.com', {at 2026-11-26T22:42:11.6917670Z});
ALTER TABLE ONLY public."__EFMigrationsHistory"
    ADD CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY ("MigrationId");
ALTER TABLE ONLY public.activities
    ADD CONSTRAINT pk_activities PRIMARY KEY (id);
ALTER TABLE ONLY public.garmin_credentials
    ADD CONSTRAINT pk_garmin_credentials PRIMARY KEY (user_id);
ALTER TABLE ONLY public.health_metrics
    ADD CONSTRAINT pk_health_metrics PRIMARY KEY (user_id, metric_type, at, daily);
ALTER TABLE ONLY public.tokens
    ADD CONSTRAINT pk_tokens PRIMARY KEY (user_id);
ALTER TABLE ONLY public.users
    ADD CONSTRAINT pk_users PRIMARY KEY (id);
ALTER TABLE ONLY public.workout_plans
    ADD CONSTRAINT pk_workout_plans PRIMARY KEY (id);
CREATE INDEX ix_activities_file_path ON public.activities USING btree (file_path);
CREATE INDEX ix_activities_start_time ON public.activities USING btree (user_id, start_time);
CREATE INDEX ix_health_metrics_at ON public.health_metrics USING btree (user_id, at);
CREATE INDEX ix_workout_plans_user ON public.workout_plans USING btree (user_id, created_at);
CREATE UNIQUE INDEX ux_activities_natural_key ON public.activities USING btree (user_id, garmin_activity_id, file_format);
CREATE UNIQUE INDEX ux_users_email_key ON public.users USING btree (email_key);
ALTER TABLE ONLY public.activities
    ADD CONSTRAINT fk_activities_users FOREIGN KEY (user_id) REFERENCES public.users(id);
ALTER TABLE ONLY public.garmin_credentials
    ADD CONSTRAINT fk_garmin_credentials_users FOREIGN KEY (user_id) REFERENCES public.users(id);
ALTER TABLE ONLY public.health_metrics
    ADD CONSTRAINT fk_health_metrics_users FOREIGN KEY (user_id) REFERENCES public.users(id);
ALTER TABLE ONLY public.tokens
    ADD CONSTRAINT fk_tokens_users FOREIGN KEY (user_id) REFERENCES public.users(id);
ALTER TABLE ONLY public.workout_plans
    ADD CONSTRAINT fk_workout_plans_users FOREIGN KEY (user_id) REFERENCES public.users(id);
