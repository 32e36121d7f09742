using GarminSync.Consumers.Activities;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace GarminSync.Consumers.Tests.Sync;

/// <summary>
/// Two jobs of one account in a world where workers die, messages come late, twice, in any order or never, and people cancel and retry.
/// After each move it checks what must hold at any time.
/// </summary>
internal sealed class Disorder(SyncHost host, string userId, int credit)
{
    private readonly Guid[] _jobs = [Guid.NewGuid(), Guid.NewGuid()];
    private readonly List<object> _orders = [];
    private readonly List<(Guid Id, object Message)> _mail = [];
    private readonly Dictionary<Guid, SyncJob> _seen = [];
    private readonly Dictionary<Guid, int> _ends = [];
    private int _heard = host.Heard.All.Count;

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
            case < 35:
                await WorkAsync(which, loseOrder: true);
                break;
            case < 40:
                await WorkAsync(which, loseOrder: false);
                break;
            case < 70:
                await DeliverAsync(which, again: false);
                break;
            case < 77:
                await DeliverAsync(which, again: true);
                break;
            case < 82:
                Lose(_mail, which);
                break;
            case < 85:
                Lose(_orders, which);
                break;
            case < 94:
                await host.PassAsync(TimeSpan.FromSeconds(new[] { 1, 11, 70, 400 }[which % 4]));
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
        for (var round = 0; _seen.Values.Any(job => job.FinishedAt is null); round++)
        {
            (round < 200).ShouldBeTrue($"stuck: {string.Join("; ", _seen.Values.Select(Describe))}");
            while (_orders.Count + _mail.Count > 0)
            {
                await (_mail.Count > 0 ? DeliverAsync(0, again: false) : WorkAsync(0, loseOrder: true, well: true));
                await LookAsync();
            }

            await host.PassAsync(TimeSpan.FromMinutes(16));
            await LookAsync();
        }

        foreach (var job in _seen.Values)
        {
            (job.InFlight, job.WakeAt).ShouldBe((0, null), Describe(job));
            (await host.ItemsAsync(job.CorrelationId)).ShouldAllBe(item => item.State != WorkItemState.InFlight);
        }
    }

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

        var outcome = well ? 0 : which % 10;
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
        6 or 7 => new WorkItemFailed
        {
            JobId = fetch.JobId,
            ItemId = fetch.ItemId,
            Attempt = fetch.Attempt,
            Reason = "failed",
            Retry = outcome == 6,
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

        await host.TellAsync(mail.Message, mail.Id);
    }

    private static void Lose<T>(List<T> things, int which)
    {
        if (things.Count > 0)
        {
            things.RemoveAt(which % things.Count);
        }
    }

    private async Task LookAsync()
    {
        var heard = host.Heard.All;
        _orders.AddRange(heard.Skip(_heard).Select(message => message.Message).Where(message => message is PlanSync or FetchActivity));
        _heard = heard.Count;

        var jobs = await host.ReadAsync(db => db.Set<SyncJob>().AsNoTracking().Where(job => job.UserId == userId).ToListAsync());
        jobs.Count(job => job.FinishedAt is null && job.CurrentState != "Queued").ShouldBeLessThanOrEqualTo(1, "one job of an account runs at a time");
        foreach (var job in jobs)
        {
            Check(job, await host.ItemsAsync(job.CorrelationId));
            CheckEnds(job, heard.Select(message => message.Message));
            _seen[job.CorrelationId] = job;
        }
    }

    private void Check(SyncJob job, List<WorkItem> items)
    {
        int In(params WorkItemState[] states) => items.Count(item => states.Contains(item.State));

        In(WorkItemState.InFlight).ShouldBeLessThanOrEqualTo(credit, Describe(job));
        job.InFlight.ShouldBe(In(WorkItemState.InFlight), Describe(job));
        job.Progress.ShouldBeInRange(_seen.GetValueOrDefault(job.CorrelationId)?.Progress ?? 0, 1, Describe(job));
        if (job.CurrentState is "Planning" or "Fetching" or "Paused")
        {
            job.WakeAt.ShouldNotBeNull(Describe(job));
        }

        if (job.PlannedAt is not null)
        {
            var counts = job.Counts.ByKind.Single();
            (counts.Planned, counts.Done, counts.Failed).ShouldBe((items.Count, In(WorkItemState.Done), In(WorkItemState.Failed)), Describe(job));
        }
    }

    private void CheckEnds(SyncJob job, IEnumerable<object> heard)
    {
        var wasEnded = _seen.GetValueOrDefault(job.CorrelationId)?.FinishedAt is not null;
        if (job.FinishedAt is not null && !wasEnded)
        {
            _ends[job.CorrelationId] = _ends.GetValueOrDefault(job.CorrelationId) + 1;
        }

        heard.Count(message => message switch
        {
            SyncCompleted completed => completed.JobId == job.CorrelationId,
            SyncFailed failed => failed.JobId == job.CorrelationId,
            SyncCancelled cancelled => cancelled.JobId == job.CorrelationId,
            _ => false,
        }).ShouldBe(_ends.GetValueOrDefault(job.CorrelationId), $"one event for each end; {Describe(job)}");
    }

    private static string Describe(SyncJob job) =>
        $"{job.CurrentState}, in flight {job.InFlight}, planned {job.Counts.Planned()}, ended {job.Counts.Ended()}, wakes {job.WakeAt:O}, paused until {job.PausedUntil:O}";
}
