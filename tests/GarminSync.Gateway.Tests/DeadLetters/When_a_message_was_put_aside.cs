using System.Net;
using System.Text;
using GarminSync.Testing;
using RabbitMQ.Client;

namespace GarminSync.Gateway.Tests.DeadLetters;

[Collection(nameof(OneBroker))]
public sealed class When_a_message_was_put_aside(RabbitMqBroker broker)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_says_what_it_is_whose_and_why_and_no_secret()
    {
        await using var queue = await PoisonedQueue.StartAsync(broker);
        queue.Consumer.Failure = () => new InvalidOperationException("Not taken:\n{\"password\": \"planted-1\"}");
        var before = TimeProvider.System.GetUtcNow();
        var id = await queue.FailOneAsync("""{"userId": "7", "password": "gs2.k1.sealed", "di_token": "planted-2", "inner": [{"apiKey": 17, "mfaCode": "planted-3"}], "text": "{\"secret\": \"planted-4\"}"}""");

        var queues = await queue.GetAsync("/api/dead-letters");
        var letter = (await queue.LettersAsync()).ShouldHaveSingleItem();

        queues.GetProperty("queues").EnumerateArray().ShouldHaveSingleItem().GetRawText().ShouldBe("""{"queue":"sync-requested_error","source":"sync-requested","messages":1}""");
        letter.GetProperty("id").GetString().ShouldBe(id);
        letter.GetProperty("message_type").GetString().ShouldBe("SyncRequested");
        letter.GetProperty("source").GetString().ShouldBe(PoisonedQueue.Queue);
        letter.GetProperty("user_id").GetString().ShouldBe("7");
        letter.GetProperty("exception_type").GetString().ShouldBe("System.InvalidOperationException");
        letter.GetProperty("reason").GetString()!.ShouldStartWith("Not taken: {\"password\": ***");
        letter.GetProperty("failed_at").GetDateTimeOffset().ShouldBeInRange(before.AddSeconds(-1), TimeProvider.System.GetUtcNow().AddSeconds(1));
        letter.GetProperty("times_put_back").GetInt32().ShouldBe(0);
        letter.GetProperty("body").GetProperty("message").GetProperty("password").GetString().ShouldBe("gs2.k1.sealed");
        letter.GetRawText().ShouldNotContain("planted");
        string.Concat(queue.Gateway.Log).ShouldNotContain("planted");
    }

    [Fact]
    public async Task It_is_handled_when_it_is_put_back_after_the_cause_is_mended()
    {
        await using var queue = await PoisonedQueue.StartAsync(broker);
        var id = await queue.FailOneAsync();
        queue.Consumer.Failure = () => null;

        using var answer = await queue.PutBackAsync(id);

        (await answer.TextAsync()).ShouldBe("""{"put_back":1,"kept":0,"left":0}""");
        await Eventually.Is(() => !queue.Consumer.Handled.IsEmpty, cancellationToken: Token);
        var handled = queue.Consumer.Handled.Single();
        handled.MessageId.ToString().ShouldBe(id);
        handled.Message.UserId.ShouldBe("7");
        handled.ReceiveContext.TransportHeaders.GetAll().Select(header => header.Key).ShouldNotContain(name => name.StartsWith("MT-Fault", StringComparison.Ordinal) || name == "MT-Reason");
        (await queue.LettersAsync()).ShouldBeEmpty();
        (await queue.GetAsync("/api/dead-letters")).GetProperty("messages").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task It_is_the_same_when_it_fails_again()
    {
        await using var queue = await PoisonedQueue.StartAsync(broker);
        var id = await queue.FailOneAsync();
        var first = (await queue.LettersAsync()).Single();
        queue.Consumer.Failure = () => new NotSupportedException("Still not.");

        for (var times = 1; times <= 2; times++)
        {
            (await queue.PutBackAsync(id)).StatusCode.ShouldBe(HttpStatusCode.OK);
            await Eventually.Equals(1, () => queue.CountAsync(PoisonedQueue.Errors), cancellationToken: Token);

            var again = (await queue.LettersAsync()).ShouldHaveSingleItem();
            again.GetProperty("id").GetString().ShouldBe(id);
            again.GetProperty("times_put_back").GetInt32().ShouldBe(times);
            again.GetProperty("first_failed_at").GetDateTimeOffset().ShouldBe(first.GetProperty("failed_at").GetDateTimeOffset());
            again.GetProperty("failed_at").GetDateTimeOffset().ShouldBeGreaterThan(first.GetProperty("failed_at").GetDateTimeOffset());
            again.GetProperty("reason").GetString().ShouldBe("Still not.");
        }
    }

    [Fact]
    public async Task All_are_put_back_once_though_they_fail_again_at_once()
    {
        await using var queue = await PoisonedQueue.StartAsync(broker);
        await queue.MakeErrorQueueAsync();
        await queue.PutAsideAsync(Enumerable.Range(0, 20).Select(number => ((string?)Guid.NewGuid().ToString(), Encoding.UTF8.GetBytes("no JSON"))));

        using var answer = await queue.Gateway.Client.PostAsync(new Uri($"/api/dead-letters/{PoisonedQueue.Errors}/requeue", UriKind.Relative), content: null, Token);

        (await answer.JsonAsync()).GetProperty("put_back").GetInt32().ShouldBe(20);
        await Eventually.Equals(20, () => queue.CountAsync(PoisonedQueue.Errors), cancellationToken: Token);
        (await queue.LettersAsync()).ShouldAllBe(letter => letter.GetProperty("times_put_back").GetInt32() == 1);
    }

    [Fact]
    public async Task It_is_gone_when_it_is_discarded()
    {
        await using var queue = await PoisonedQueue.StartAsync(broker);
        var id = await queue.FailOneAsync();

        using var discarded = await queue.DiscardAsync(id);
        using var again = await queue.DiscardAsync(id);

        discarded.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        again.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await queue.CountAsync(PoisonedQueue.Errors)).ShouldBe(0);
        (await queue.CountAsync(PoisonedQueue.Queue)).ShouldBe(0);
    }

    /// <summary>The broker counts each look as a delivery, and after 20 it would put the message aside once more.</summary>
    [Fact]
    public async Task It_stays_however_often_it_is_looked_at()
    {
        await using var queue = await PoisonedQueue.StartAsync(broker);
        await queue.MakeErrorQueueAsync();
        await queue.PutAsideAsync(("one", "1"u8.ToArray()), ("two", "2"u8.ToArray()), ("three", "3"u8.ToArray()));

        for (var look = 0; look < 50; look++)
        {
            (await queue.LettersAsync()).Select(letter => letter.GetProperty("id").GetString()).ShouldBe(["one", "two", "three"]);
        }

        (await queue.CountAsync("garmin-sync-dead-letters")).ShouldBe(0);
    }

    [Fact]
    public async Task Of_two_who_put_it_back_at_once_one_is_told_that_it_is_not_there()
    {
        await using var queue = await PoisonedQueue.StartAsync(broker);
        var id = await queue.FailOneAsync();
        queue.Consumer.Failure = () => null;

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => queue.PutBackAsync(id)));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.NotFound).ShouldBe(4);
        await Eventually.Is(() => !queue.Consumer.Handled.IsEmpty, cancellationToken: Token);
        queue.Consumer.Handled.Count.ShouldBe(1);
    }

    [Fact]
    public async Task It_is_not_there_for_others_while_somebody_has_it_in_hand()
    {
        await using var queue = await PoisonedQueue.StartAsync(broker);
        var id = await queue.FailOneAsync();
        await queue.Channel.BasicGetAsync(PoisonedQueue.Errors, autoAck: false, Token);

        using var answer = await queue.PutBackAsync(id);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.DetailAsync()).ShouldContain("somebody else may be looking at it");
    }

    [Fact]
    public async Task One_that_nobody_can_read_is_shown_as_text_and_a_long_one_is_cut()
    {
        await using var queue = await PoisonedQueue.StartAsync(broker);
        await queue.MakeErrorQueueAsync();
        await queue.PutAsideAsync(
            (null, Encoding.UTF8.GetBytes("password=planted-1 \u001b[31m")),
            ("an id / that is no path", "{}"u8.ToArray()),
            ("half", Encoding.UTF8.GetBytes("""{"a": "\ud800"}""")),
            ("long", Encoding.UTF8.GetBytes($$"""{"token": "planted-2", "a": "{{new string('x', 3_000_000)}}"}""")),
            ("longish", Encoding.UTF8.GetBytes($$"""{"a": "{{new string('x', 100_000)}}", "token": "planted-3"}""")));

        var letters = await queue.LettersAsync();

        letters.Count.ShouldBe(5);
        letters[0].GetProperty("id").GetString()!.Length.ShouldBe(32);
        letters[0].GetProperty("body_text").GetString().ShouldBe("password=*** \u2423[31m");
        letters[1].GetProperty("id").GetString()!.Length.ShouldBe(32);
        letters[1].GetProperty("body").GetRawText().ShouldBe("{}");
        letters[3].GetProperty("bytes").GetInt32().ShouldBeGreaterThan(3_000_000);
        foreach (var cut in letters.Skip(3))
        {
            cut.GetProperty("body_cut").GetBoolean().ShouldBeTrue();
            cut.GetProperty("body_text").GetString()!.Length.ShouldBeLessThanOrEqualTo(16 * 1024);
        }

        letters.ShouldAllBe(letter => !letter.GetRawText().Contains("planted"));
        foreach (var letter in letters)
        {
            (await queue.DiscardAsync(letter.GetProperty("id").GetString()!)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        }
    }

    [Fact]
    public async Task Of_very_many_the_first_are_shown_and_a_thousand_are_put_back_at_once()
    {
        await using var queue = await PoisonedQueue.StartAsync(broker);
        await queue.MakeErrorQueueAsync();
        await queue.PutAsideAsync(Enumerable.Range(0, 1_100).Select(number => ((string?)$"id-{number}", Encoding.UTF8.GetBytes("""{"userId": "7"}"""))));

        var shown = await queue.GetAsync($"/api/dead-letters/{PoisonedQueue.Errors}?limit=3");
        using var beyond = await queue.PutBackAsync("id-1050");
        using var bad = await queue.Gateway.Client.GetAsync(new Uri($"/api/dead-letters/{PoisonedQueue.Errors}?limit=0", UriKind.Relative), Token);
        using var putBack = await queue.Gateway.Client.PostAsync(new Uri($"/api/dead-letters/{PoisonedQueue.Errors}/requeue", UriKind.Relative), content: null, Token);

        shown.GetProperty("messages").GetInt32().ShouldBe(1_100);
        shown.GetProperty("dead_letters").EnumerateArray().Select(letter => letter.GetProperty("id").GetString()).ShouldBe(["id-0", "id-1", "id-2"]);
        beyond.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        bad.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await putBack.TextAsync()).ShouldBe("""{"put_back":1000,"kept":0,"left":100}""");
    }

    [Fact]
    public async Task One_that_was_delivered_too_often_goes_back_to_the_queue_that_it_is_from()
    {
        await using var queue = await PoisonedQueue.StartAsync(broker);
        queue.Consumer.Failure = () => null;
        var death = new Dictionary<string, object?>(StringComparer.Ordinal) { ["queue"] = PoisonedQueue.Queue, ["reason"] = "delivery_limit", ["time"] = new AmqpTimestamp(1_795_000_000) };
        foreach (var (id, deaths) in new (string, object?[])[] { ("known", [death]), ("unknown", []) })
        {
            await queue.Channel.BasicPublishAsync(
                "garmin-sync-dead-letters", "", mandatory: true, new BasicProperties { MessageId = id, Headers = new Dictionary<string, object?> { ["x-death"] = deaths } }, "{}"u8.ToArray(), Token);
        }

        var letters = await queue.LettersAsync("garmin-sync-dead-letters");
        using var unknown = await queue.PutBackAsync("unknown", "garmin-sync-dead-letters");
        using var known = await queue.PutBackAsync("known", "garmin-sync-dead-letters");

        letters.Select(letter => letter.GetProperty("source").GetString()).ShouldBe([PoisonedQueue.Queue, null]);
        letters[0].GetProperty("reason").GetString()!.ShouldContain("never acknowledged");
        letters[0].GetProperty("failed_at").GetDateTimeOffset().ToUnixTimeSeconds().ShouldBe(1_795_000_000);
        unknown.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        known.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await queue.CountAsync("garmin-sync-dead-letters")).ShouldBe(1);
    }

    [Fact]
    public async Task It_stays_when_its_queue_is_not_there_any_more()
    {
        await using var queue = await PoisonedQueue.StartAsync(broker);
        await queue.Channel.ExchangeDeclareAsync("user-token_error", "fanout", durable: true, cancellationToken: Token);
        await queue.Channel.QueueDeclareAsync("user-token_error", durable: true, exclusive: false, autoDelete: false, cancellationToken: Token);
        await queue.Channel.QueueBindAsync("user-token_error", "user-token_error", "", cancellationToken: Token);
        await queue.Channel.BasicPublishAsync("user-token_error", "", mandatory: true, new BasicProperties { MessageId = "one" }, "{}"u8.ToArray(), Token);

        using var noExchange = await queue.PutBackAsync("one", "user-token_error");
        await queue.Channel.ExchangeDeclareAsync("user-token", "fanout", durable: true, cancellationToken: Token);
        using var noQueue = await queue.PutBackAsync("one", "user-token_error");

        foreach (var answer in new[] { noExchange, noQueue })
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
            (await answer.DetailAsync()).ShouldContain("user-token");
        }

        await Eventually.Equals(1, () => queue.CountAsync("user-token_error"), cancellationToken: Token);
    }

    [Fact]
    public async Task No_other_queue_can_be_looked_into()
    {
        await using var queue = await PoisonedQueue.StartAsync(broker);

        foreach (var name in new[] { "sync-requested", "training-plans_error", "amq.gen-1" })
        {
            using var answer = await queue.Gateway.Client.GetAsync(new Uri($"/api/dead-letters/{name}", UriKind.Relative), Token);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, name);
        }

        (await queue.LettersAsync("plan-sync_error")).ShouldBeEmpty("one of ours that is not there yet is empty");
    }

    [Fact]
    public async Task A_user_who_may_not_read_it_is_told_which_rights_are_missing()
    {
        var virtualHost = await broker.CreateVirtualHostAsync(Token);
        await using var connection = await new ConnectionFactory { Uri = virtualHost.Amqp }.CreateConnectionAsync(Token);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Token);
        await channel.QueueDeclareAsync("sync-job_error", durable: true, exclusive: false, autoDelete: false, cancellationToken: Token);
        await channel.BasicPublishAsync("", "sync-job_error", "{}"u8.ToArray(), Token);
        var confined = await virtualHost.CreateUserAsync("gateway", "^x$", "^x$", "^x$", cancellationToken: Token);
        await using var gateway = await GatewayHost.StartAsync(consumers: null, "--Transport=RabbitMq", $"--RabbitMq:Url={confined}");

        using var answer = await gateway.Client.GetAsync(new Uri("/api/dead-letters/sync-job_error", UriKind.Relative), Token);

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await answer.DetailAsync()).ShouldContain("docs/rabbitmq.md#users");
    }
}
