using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using GarminSync.Testing;
using GarminSync.WebTests.Browsing;
using Microsoft.Playwright;
using RabbitMQ.Client;

namespace GarminSync.WebTests;

public sealed class When_the_server_is_operated(Chromium chromium, RabbitMqBroker broker)
{
    private const string Key = "the-operator-key-of-these-tests-0123456789";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_poison_message_is_looked_at_put_back_seen_again_as_the_same_and_discarded()
    {
        var virtualHost = await broker.CreateVirtualHostAsync(Token);
        await using var site = await Site.StartAsync(chromium, 4, "--Transport=RabbitMq", $"--RabbitMq:Url={virtualHost.Amqp}");
        await site.LinkAsync();
        await PublishPoisonAsync(virtualHost.Amqp);
        await Eventually.Equals(1, async () => (await site.Api.GetFromJsonAsync<JsonElement>("api/dead-letters", Token)).GetProperty("messages").GetInt32(), cancellationToken: Token);
        var visit = await site.VisitAsync();

        await visit.OpenAsync("operate");
        await visit.SeesAsync("athlete@example.com");
        await visit.SeesAsync("1 put aside");
        await visit.Button("Look at them").ClickAsync();
        await visit.SeesAsync("poison-1");
        await visit.Page.GetByText("The message (").ClickAsync();
        await visit.SeesAsync("this is no JSON");
        (await visit.FaultsAsync()).ShouldBeEmpty();

        await visit.Button("Put back to sync-requested").ClickAsync();
        await visit.SeesAsync("It is back in its queue.");
        await Eventually.Equals(1, async () => (await site.Api.GetFromJsonAsync<JsonElement>("api/dead-letters", Token)).GetProperty("messages").GetInt32(), cancellationToken: Token);
        await visit.Button("Look again").ClickAsync();
        await visit.Button("Look at them").ClickAsync();
        await visit.SeesAsync("poison-1");
        await visit.SeesAsync("Times put back");

        await visit.Button("Discard").ClickAsync();
        await visit.SeesAsync("Discard this message?");
        await visit.Button("Discard it").ClickAsync();
        await visit.SeesAsync("None: every message was handled.");
        (await visit.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_is_not_for_somebody_with_a_users_token()
    {
        await using var site = await Site.StartAsync(chromium, 4, "--Gateway:Auth:Mode=Token", $"--Gateway:Auth:OperatorKey={Key}");
        site.Api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        var user = await site.LinkAsync();
        using var made = await site.Api.PostAsJsonAsync("api/tokens", new { user_id = user }, Token);
        var token = (await made.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("token").GetString()!;
        var visit = await site.VisitAsync();

        await SignInAsync(visit, site, token);
        await Assertions.Expect(OperateLink(visit)).ToHaveCountAsync(0);
        await visit.OpenAsync("operate");
        await visit.SeesAsync("This page is for whoever runs this server.");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Table)).ToHaveCountAsync(0);

        await visit.Button("Sign out").ClickAsync();
        await SignInAsync(visit, site, Key);
        await OperateLink(visit).ClickAsync();
        await visit.SeesAsync("Those whose last sync was longest ago come first.");
        await visit.SeesAsync("carried in its memory");
    }

    private static ILocator OperateLink(Visit visit) => visit.Page.GetByRole(AriaRole.Link, new() { Name = "Operate", Exact = true });

    private static async Task SignInAsync(Visit visit, Site site, string token)
    {
        await visit.Page.GotoAsync($"{site.Url}/sign-in");
        await visit.Page.GetByLabel("Token").FillAsync(token);
        await visit.Button("Sign in").ClickAsync();
        await visit.AliveAsync();
    }

    private static async Task PublishPoisonAsync(Uri amqp)
    {
        await using var connection = await new ConnectionFactory { Uri = amqp }.CreateConnectionAsync(Token);
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), Token);
        await channel.BasicPublishAsync("", "sync-requested", mandatory: true, new BasicProperties { MessageId = "poison-1" }, "this is no JSON"u8.ToArray(), Token);
    }
}
