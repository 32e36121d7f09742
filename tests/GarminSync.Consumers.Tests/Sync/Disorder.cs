using GarminSync.Consumers.Activities;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using Shouldly;

namespace GarminSync.Consumers.Tests.Sync;

/// <summary>
/// Two jobs of one account in a world where workers die, messages come late, twice, in any order or never, and people cancel and retry.
/// After each move <see cref="Watch"/> checks what must hold at any time.
/// </summary>
internal sealed class Disorder(SyncHost host, string userId, int credit)
{
    private readonly Guid[] _jobs = [Guid.NewGuid(), Guid.NewGuid()];
    private readonly List<object> _orders = [];
    private readonly List<(Guid Id, object Message)> _mail = [];
    private readonly Watch _watch = new(host, userId, credit);

    public async Task StartAsync()
    {
        await host.LinkAsync(userId);
        foreach (var job in _jobs)
        {
            await host.TellAsync(Start(job));
            await LookAsync();
        }
    }

    /// <summary>Makes one move: what, and with which of the things at hand.</summary>
    public async Task MoveAsync(int what, int which)
    {
        switch (what)
        {
            case < 28:
                await WorkAsync(which, loseOrder: true);
                break;
            case < 40:
                await WorkAsync(which, loseOrder: false);
                break;
            case < 66:
                await DeliverAsync(which, again: false);
                break;
            case < 70:
                await DeliverAsync(which, again: true);
                break;
            case < 74:
                Lose(_mail, which);
                break;
            case < 77:
                Lose(_orders, which);
                break;
            case < 84:
                await host.PassAsync(Time(which));
                break;
            case < 94:
                // What is due is not handed out yet when the next message comes.
                host.Clock.Advance(Time(which));
                await DeliverAsync(which / 4, again: false);
                break;
            case < 96:
                await host.TellAsync(new CancelSync { JobId = Job(which) });
                break;
            case < 98:
                await host.TellAsync(new RetryFailedItems { JobId = Job(which) });
                break;
            case < 99:
                await host.TellAsync(Start(Job(which)));
                break;
            default:
                await host.TellAsync(new GarminAccountLinked { UserId = userId, UserName = "" });
                break;
        }

        await LookAsync();
    }

    /// <summary>From here on nothing is lost and nothing fails: everything must come to its end.</summary>
    public async Task EndAsync()
    {
        for (var round = 0; _watch.Jobs.Any(job => job.FinishedAt is null); round++)
        {
            (round < 200).ShouldBeTrue($"stuck: {string.Join("; ", _watch.Jobs.Select(Watch.Describe))}");
            while (_orders.Count + _mail.Count > 0)
            {
                await (_mail.Count > 0 ? DeliverAsync(0, again: false) : WorkAsync(0, loseOrder: true, well: true));
                await LookAsync();
            }

            await host.PassAsync(TimeSpan.FromMinutes(16));
            await LookAsync();
        }

        await _watch.AllHaveEndedAsync();
    }

    private static TimeSpan Time(int which) => TimeSpan.FromSeconds(new[] { 1, 11, 70, 400 }[which % 4]);

    private StartSyncJob Start(Guid job) => new() { JobId = job, UserId = userId, Scope = Jobs.Activities };

    private Guid Job(int which) => _jobs[which % _jobs.Length];

    private async Task WorkAsync(int which, bool loseOrder, bool well = false)
    {
        if (_orders.Count == 0)
        {
            return;
        }

        var order = _orders[which % _orders.Count];
        if (loseOrder)
        {
            _orders.Remove(order);
        }

        // An order that will be worked on again has failed this time, so that the reports of the two contradict each other.
        var outcome = well ? 0 : loseOrder ? which % 10 : 6;
        var report = order switch
        {
            PlanSync plan => await PlanAsync(plan, outcome),
            FetchActivity fetch => Report(fetch, outcome),
            _ => null,
        };
        if (report is not null)
        {
            _mail.Add((Guid.NewGuid(), report));
        }
    }

    // As PlanSyncConsumer does: the items are there before the word of them, and an order that comes again does nothing.
    private async Task<object?> PlanAsync(PlanSync plan, int outcome)
    {
        if ((await host.ItemsAsync(plan.JobId)).Count > 0)
        {
            return null;
        }

        switch (outcome)
        {
            case 8:
                return new SyncPlanFailed { JobId = plan.JobId, Reason = "failed", Retry = true, GarminRequests = 1 };
            case 9:
                return new SyncPlanDeferred { JobId = plan.JobId, Reason = "deferred", Until = host.Clock.GetUtcNow().AddSeconds(30), GarminRequests = 1 };
            default:
                await host.ChangeAsync(db => db.AddRangeAsync(Enumerable.Range(1, 5 + (outcome % 3)).Select(number => Jobs.Item(plan.JobId, number))));
                return Jobs.Planned(plan.JobId, 5 + (outcome % 3));
        }
    }

    private object Report(FetchActivity fetch, int outcome) => outcome switch
    {
        4 or 5 or 6 or 7 => new WorkItemFailed
        {
            JobId = fetch.JobId,
            ItemId = fetch.ItemId,
            Attempt = fetch.Attempt,
            Reason = "failed",
            Retry = outcome < 7,
            GarminRequests = 1,
        },
        8 or 9 => new WorkItemDeferred
        {
            JobId = fetch.JobId,
            ItemId = fetch.ItemId,
            Attempt = fetch.Attempt,
            Until = outcome == 8 ? host.Clock.GetUtcNow().AddSeconds(30) : null,
            Reason = "deferred",
            GarminRequests = 1,
        },
        _ => new WorkItemDone { JobId = fetch.JobId, ItemId = fetch.ItemId, GarminRequests = 1 },
    };

    private async Task DeliverAsync(int which, bool again)
    {
        if (_mail.Count == 0)
        {
            return;
        }

        var mail = _mail[which % _mail.Count];
        if (!again)
        {
            _mail.Remove(mail);
        }

        await _watch.ReportAsync(mail.Message, mail.Id);
    }

    private static void Lose<T>(List<T> things, int which)
    {
        if (things.Count > 0)
        {
            things.RemoveAt(which % things.Count);
        }
    }

    private async Task LookAsync() => _orders.AddRange(await _watch.LookAsync());
}
