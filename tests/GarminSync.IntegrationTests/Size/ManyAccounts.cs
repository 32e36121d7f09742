using Npgsql;

namespace GarminSync.IntegrationTests.Size;

/// <summary>Makes a deployment with one synchronised account look like one with many: what the account has left is there once more for each of the others.</summary>
internal static class ManyAccounts
{
    public const int Users = 1000;
    private const int JobsOfEach = 20;

    // What is made is a copy of rows that the service has written, so that it stays right when a table gets another column.
    private const string Copy = """
        CREATE OR REPLACE FUNCTION pg_temp.copy_rows(source regclass, of_user text, keys text, copies int DEFAULT 1) RETURNS void LANGUAGE plpgsql AS $copy$
        DECLARE
            stored text := (SELECT string_agg(quote_ident(attname), ', ') FROM pg_attribute WHERE attrelid = source AND attnum > 0 AND NOT attisdropped);
        BEGIN
            EXECUTE format('INSERT INTO %s (%s) SELECT n.* FROM %s r CROSS JOIN pg_temp.made_user u CROSS JOIN generate_series(1, %s) copy '
                'CROSS JOIN LATERAL jsonb_populate_record(r, jsonb_build_object(%s)) n WHERE %s', source, stored, source, copies, keys, of_user);
        END
        $copy$;
        CREATE TEMP TABLE made_user AS SELECT g AS number, md5('user ' || g)::uuid AS id FROM generate_series(1, @users) g;
        """;

    // In the order of their foreign keys.
    private const string CentralDb = """
        SELECT pg_temp.copy_rows('users', 'r.id = @user', '''id'', u.id, ''email'', ''runner'' || u.number || ''@example.com'', ''email_key'', ''runner'' || u.number || ''@example.com''');
        SELECT pg_temp.copy_rows('garmin_credentials', 'r.user_id = @user', '''user_id'', u.id');
        SELECT pg_temp.copy_rows('activities', 'r.user_id = @user', '''user_id'', u.id, ''id'', gen_random_uuid(), ''file_path'', r.file_path || u.number');
        SELECT pg_temp.copy_rows('activity_overviews', 'r.user_id = @user', '''user_id'', u.id');
        SELECT pg_temp.copy_rows('activity_revisions', 'r.user_id = @user', '''user_id'', u.id');
        SELECT pg_temp.copy_rows('health_metrics', 'r.user_id = @user', '''user_id'', u.id');
        SELECT pg_temp.copy_rows('workout_plans', 'r.user_id = @user', '''user_id'', u.id, ''id'', r.id || ''-'' || u.number || ''-'' || copy', 5);
        INSERT INTO tokens (user_id, hash, created) SELECT id, md5(id::text), now() FROM pg_temp.made_user;
        """;

    private const string StateStore = """
        SELECT pg_temp.copy_rows('garmin_account', 'r.user_id = @user', '''user_id'', u.id, ''user_name'', ''runner'' || u.number || ''@example.com''');
        SELECT pg_temp.copy_rows('garmin_requests', 'r.user_id = @user', '''user_id'', u.id, ''day'', r.day - copy', 30);
        SELECT pg_temp.copy_rows('synced_activity', 'r.user_id = @user', '''user_id'', u.id');
        SELECT pg_temp.copy_rows('synced_metric_day', 'r.user_id = @user', '''user_id'', u.id');
        SELECT pg_temp.copy_rows('uploaded_workout', 'r.user_id = @user', '''user_id'', u.id, ''workout_id'', r.workout_id || ''-'' || copy', 5);
        SELECT pg_temp.copy_rows('sync_schedule', 'r.user_id = @user', '''user_id'', u.id');
        SELECT pg_temp.copy_rows('sync_job', 'r.user_id = @user AND r.correlation_id = (SELECT max(correlation_id::text)::uuid FROM sync_job)',
            '''user_id'', u.id, ''correlation_id'', gen_random_uuid(), ''requested_at'', r.requested_at - copy * interval ''1 hour'' - u.number * interval ''1 second'', ''finished_at'', r.finished_at - copy * interval ''1 hour''', @jobs);
        INSERT INTO work_item (id, job_id, kind, key, "order", rank, state, attempts, due_at, reason)
            SELECT gen_random_uuid(), correlation_id, 'activities', item::text, '{}', item, 'Failed', 5, now(), 'made up' FROM sync_job, generate_series(1, 2) item WHERE user_id <> @user;
        INSERT INTO given_up_activity (user_id, garmin_activity_id, content_hash, given_up_at, next_try_at, reason, times)
            SELECT id, activity, 'made up', now(), now() + interval '1 day', 'made up', 1 FROM pg_temp.made_user, generate_series(1, 5) activity;
        INSERT INTO refused_endpoint (user_id, endpoint, reason, refused_at) SELECT id, 'endpoint ' || endpoint, 'made up', now() FROM pg_temp.made_user, generate_series(1, 5) endpoint;
        INSERT INTO joined_request (request_id, job_id) SELECT gen_random_uuid(), correlation_id FROM sync_job WHERE user_id <> @user;
        INSERT INTO inbox (message_id, consumer_id, received_at) SELECT gen_random_uuid(), gen_random_uuid(), now() - number * interval '1 second' FROM generate_series(1, 30000) number;
        INSERT INTO public_event (id, job_id, message, message_id, sent_at, type, user_id)
            SELECT (SELECT max(id) FROM public_event) + row_number() OVER (), job.correlation_id, event.message, gen_random_uuid(), job.finished_at, event.type, job.user_id
            FROM sync_job job, (SELECT * FROM public_event LIMIT 1) event WHERE job.user_id <> @user;
        UPDATE event_feed SET last_id = (SELECT max(id) FROM public_event);
        """;

    /// <summary>Makes them in both databases, and has the server look at how large the tables are now.</summary>
    public static async Task MakeAsync(string stateStore, string centralDb, string user)
    {
        await RunAsync(stateStore, Copy + StateStore, user);
        await RunAsync(centralDb, Copy + CentralDb, user);
        foreach (var database in new[] { stateStore, centralDb })
        {
            await RunAsync(database, "VACUUM ANALYZE", user: null);
        }
    }

    /// <summary>The tables and partitions of a database that are so large that reading one whole would be a fault, with the rows of each.</summary>
    public static async Task<Dictionary<string, long>> LargeTablesAsync(string database)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT relname::text, reltuples::bigint FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND reltuples >= 1000", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var tables = new Dictionary<string, long>(StringComparer.Ordinal);
        while (await reader.ReadAsync())
        {
            tables[reader.GetString(0)] = reader.GetInt64(1);
        }

        return tables;
    }

    /// <summary>Runs statements.</summary>
    /// <param name="database">Where.</param>
    /// <param name="sql">The statements; <c>@user</c> stands for the user, <c>@users</c> and <c>@jobs</c> for how many are made.</param>
    /// <param name="user">CentralDB's id of the user whose rows are copied.</param>
    public static async Task RunAsync(string database, string sql, string? user)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(Filled(sql, user), connection) { CommandTimeout = 300 };
        await command.ExecuteNonQueryAsync();
    }

    // Statements of several parts take no parameters. The user is a UUID of CentralDB's.
    private static string Filled(string sql, string? user) => sql
        .Replace("@users", $"{Users}", StringComparison.Ordinal)
        .Replace("@jobs", $"{JobsOfEach}", StringComparison.Ordinal)
        .Replace("'r.id = @user'", $"'r.id = ''{user}'''", StringComparison.Ordinal)
        .Replace("r.user_id = @user", $"r.user_id = ''{user}''", StringComparison.Ordinal)
        .Replace("@user", $"'{user}'", StringComparison.Ordinal);
}
