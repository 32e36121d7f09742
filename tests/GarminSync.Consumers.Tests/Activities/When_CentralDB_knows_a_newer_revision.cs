using System.Text.Json.Nodes;
using GarminConnect.Client.Tests;
using GarminSync.Testing;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Activities;

/// <summary>The ledger was lost: the service starts from revision 1 again.</summary>
public sealed class When_CentralDB_knows_a_newer_revision
{
    private static readonly string FileDigest = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Some.Fit));

    [Fact]
    public async Task An_edit_is_stored_as_the_one_after_it()
    {
        await using var host = await StartAsync(Stored(Imports.Renamed("Before"), revision: 3));

        (await host.SyncAsync(Imports.Row)).Revision.ShouldBe(4);

        host.CentralDb.Requests.Select(request => request.Headers["Idempotency-Key"]).ShouldBe(
            [$"activity-7-5-fit-1-{FileDigest}", $"activity-7-5-fit-4-{FileDigest}"]);
        (await host.OnlyAsync())!.Revision.ShouldBe(4);
        (await host.SyncAsync(Imports.Renamed("After"))).Revision.ShouldBe(5);
    }

    [Fact]
    public async Task The_same_activity_keeps_it()
    {
        await using var host = await StartAsync(Stored(Imports.Row, revision: 3));

        (await host.SyncAsync(Imports.Row)).Revision.ShouldBe(3);

        host.CentralDb.Requests.ShouldHaveSingleItem();
        (await host.OnlyAsync())!.Revision.ShouldBe(3);
    }

    [Fact]
    public async Task Another_file_is_an_edit_too()
    {
        await using var host = await StartAsync(Stored(Imports.Row, revision: 3, digest: new string('0', 64)));

        (await host.SyncAsync(Imports.Row)).Revision.ShouldBe(4);
    }

    [Theory]
    [InlineData("""{"id":41}""")]
    [InlineData("""{"id":41,"revision":null,"sha256":7,"raw_summary":"not JSON"}""")]
    [InlineData("""{"id":41,"revision":"first"}""")]
    [InlineData("""[{"id":"41","revision":1}]""")]
    public async Task One_that_keeps_no_revisions_is_written_to_once(string answer)
    {
        await using var host = await StartAsync(Answer.Json(answer));

        (await host.SyncAsync(Imports.Row)).Revision.ShouldBe(1);

        host.CentralDb.Requests.ShouldHaveSingleItem();
    }

    private static async Task<CapabilityHost> StartAsync(RequestDelegate centralDb)
    {
        var host = await CapabilityHost.StartAsync(Imports.WholeFile);
        host.CentralDb.AnswerWith(centralDb);
        return host;
    }

    private static RequestDelegate Stored(string row, int revision, string? digest = null) => Answer.Json(new JsonObject
    {
        ["id"] = 41,
        ["revision"] = revision,
        ["sha256"] = digest ?? FileDigest,
        ["raw_summary"] = JsonNode.Parse(row),
    }.ToJsonString());
}
