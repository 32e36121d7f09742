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
    /// <summary>As the test configures it.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private readonly Guid[] _jobs = [Guid.NewGuid(), Guid.NewGuid()];
    private readonly List<(Guid Id, object Message)> _orders = [];
    private readonly List<(Guid Id, object Order, DateTimeOffset Until)> _begun = [];
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
            case < 17:
                await BeginAsync(which, again: false);
                break;
            case < 22:
                await BeginAsync(which, again: true);
                break;
            case < 33:
                await EndWorkAsync(which);
                break;
            case < 38:
                await GoOnAsync(which);
                break;
            case < 40:
                Lose(_begun, which);
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
        for (var round = 0; _watch.Jobs.Any(job => job.FinishedAt is null || !job.IsIdle()); round++)
        {
            (round < 200).ShouldBeTrue($"stuck: {string.Join("; ", _watch.Jobs.Select(Watch.Describe))}");
            while (_orders.Count + _begun.Count + _mail.Count > 0)
            {
                await (_mail.Count > 0 ? DeliverAsync(0, again: false) : _begun.Count > 0 ? EndWorkAsync(0, well: true) : BeginAsync(0, again: false));
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

    /// <summary>A consumer is given an order; again: the broker will give it to another one too, as when a process is lost.</summary>
    private async Task BeginAsync(int which, bool again)
    {
        if (_orders.Count == 0)
        {
            return;
        }

        var order = _orders[which % _orders.Count];
        if (!again)
        {
            _orders.Remove(order);
        }

        var start = order.Message switch
        {
            PlanSync plan => await host.BeginAsync(plan, order.Id),
            FetchActivity fetch => await host.BeginAsync(fetch, order.Id),
            _ => WorkClaim.Superseded,
        };
        var doing = order.Message;
        if (start == WorkClaim.Superseded && doing is FetchActivity first && await host.ResumeAsync(first, order.Id) is { } at)
        {
            (start, doing) = (at.IsLostTooOften ? WorkClaim.LostTooOften : WorkClaim.Begun, at.Order);
        }

        if (start != WorkClaim.Superseded)
        {
            // Whoever had it before is gone.
            _begun.RemoveAll(begun => begun.Id == order.Id);
        }

        switch (start)
        {
            case WorkClaim.Begun:
                _begun.Add((order.Id, doing, host.Clock.GetUtcNow() + Lease));
                break;
            case WorkClaim.LostTooOften:
                _mail.Add((Guid.NewGuid(), Report(doing, outcome: 7)));
                break;
        }

        (await CountAtWorkAsync()).ShouldBeLessThanOrEqualTo(credit, "of all jobs of the account together");
    }

    /// <summary>How many consumers ask Garmin just now, but for those that were overtaken by word of another that had been taken for lost.</summary>
    private async Task<int> CountAtWorkAsync()
    {
        var atWork = _begun.Where(begun => begun.Until > host.Clock.GetUtcNow()).Select(begun => begun.Order).ToList();
        var planning = _watch.Jobs.Where(job => job.StartedBy is not null).Select(job => job.CorrelationId).ToList();
        var done = new List<Guid>();
        foreach (var job in _jobs)
        {
            done.AddRange((await host.ItemsAsync(job)).Where(item => item.State is WorkItemState.Done or WorkItemState.Finished).Select(item => item.Id));
        }

        return atWork.Count(order => order is FetchActivity fetch ? !done.Contains(fetch.ItemId) : planning.Contains(((PlanSync)order).JobId));
    }

    private async Task EndWorkAsync(int which, bool well = false)
    {
        if (_begun.Count == 0)
        {
            return;
        }

        var (id, order, _) = _begun[which % _begun.Count];
        _begun.RemoveAt(which % _begun.Count);

        // The report and the note that the message was handled are one commit: the message is not given to a consumer again.
        _orders.RemoveAll(other => other.Id == id);
        var outcome = well ? 0 : which % 10;
        var report = order is PlanSync plan && outcome < 7 ? await PlanAsync(plan, outcome) : Report(order, outcome);
        if (report is not null)
        {
            _mail.Add((Guid.NewGuid(), report));
        }
    }

    /// <summary>A consumer is done with an item and goes on with the next one; when there is none, it reports.</summary>
    private async Task GoOnAsync(int which)
    {
        if (_begun.Count == 0 || _begun[which % _begun.Count] is not { Order: FetchActivity fetch } begun)
        {
            return;
        }

        if (await host.GoOnAsync(fetch, begun.Id) is not { } next)
        {
            await EndWorkAsync(which, well: true);
            return;
        }

        _begun[which % _begun.Count] = (begun.Id, next, host.Clock.GetUtcNow() + Lease);
    }

    // As PlanSyncConsumer does: the items are there before the word of them, and an order that comes again does nothing.
    private async Task<object?> PlanAsync(PlanSync plan, int outcome)
    {
        if ((await host.ItemsAsync(plan.JobId)).Count > 0)
        {
            return null;
        }

        await host.ChangeAsync(db => db.AddRangeAsync(Enumerable.Range(1, 5 + (outcome % 3)).Select(number => Jobs.Item(plan.JobId, number))));
        return Jobs.Planned(plan.JobId, 5 + (outcome % 3));
    }

    private object Report(object order, int outcome) => order switch
    {
        PlanSync plan when outcome == 9 =>
            new SyncPlanDeferred { JobId = plan.JobId, Reason = "deferred", Until = host.Clock.GetUtcNow().AddSeconds(30), GarminRequests = 1 },
        PlanSync plan => new SyncPlanFailed { JobId = plan.JobId, Reason = "failed", Retry = outcome == 8, GarminRequests = 1 },
        var fetch => Report((FetchActivity)fetch, outcome),
    };

    private object Report(FetchActivity fetch, int outcome) => outcome switch
    {
        4 or 5 or 6 or 7 => new WorkItemFailed
        {
            JobId = fetch.JobId,
            ItemId = fetch.ItemId,
            Attempt = fetch.Attempt,
            Reason = "failed",
            Retry = outcome < 7,
            IsOutage = outcome < 6,
            GarminRequests = 1,
        },
        8 or 9 => new WorkItemDeferred
        {
            JobId = fetch.JobId,
            ItemId = fetch.ItemId,
            Attempt = fetch.Attempt,
            Until = outcome == 8 ? host.Clock.GetUtcNow().AddSeconds(30) : null,
            IsOutage = outcome == 8 && fetch.Attempt % 2 == 0,
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
