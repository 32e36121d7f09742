using GarminSync.Contracts;

namespace GarminSync.Gateway.Tests.Events;

/// <summary>Events as the consumers keep them, with places from 101 on, and the answers that the consumers would give.</summary>
internal sealed class KeptEvents
{
    private const long Beginning = 100;

    private readonly Lock _lock = new();
    private readonly List<(PublicEvent Event, string UserId, Guid? JobId)> _events = [];

    public bool JobHasEnded { get; set; }

    /// <summary>Events up to this one are deleted.</summary>
    public long DeletedTo { get; set; }

    /// <summary>How many questions that named a place were answered: those of streams, not those that only look how far the order goes.</summary>
    public int AnsweredStreams { get; private set; }

    public long Newest
    {
        get
        {
            lock (_lock)
            {
                return Beginning + _events.Count;
            }
        }
    }

    /// <summary>Keeps an event. Whoever waits is told by <see cref="News"/>, or not.</summary>
    public PublicEvent Add(string type, string userId = "7", Guid? jobId = null, string message = "{}")
    {
        lock (_lock)
        {
            var one = new PublicEvent
            {
                Id = Beginning + _events.Count + 1,
                MessageId = Guid.NewGuid(),
                Type = type,
                SentAt = new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero),
                Message = message,
            };
            _events.Add((one, userId, jobId));
            return one;
        }
    }

    public static PublicEventsAdded News(PublicEvent one, string? userId = "7") =>
        new() { After = one.Id - 1, Last = one.Id, UserIds = userId is null ? null : [userId] };

    public object Answer(GetPublicEvents request)
    {
        lock (_lock)
        {
            AnsweredStreams += request.After is null ? 0 : 1;
            var after = request.After ?? Newest;
            if (after < DeletedTo || after > Newest)
            {
                return new PublicEventsNotKept { DeletedTo = DeletedTo, Newest = Newest };
            }

            var all = _events.Where(one => one.Event.Id > after
                && (request.UserId is null || request.UserId == one.UserId)
                && (request.JobId is null || request.JobId == one.JobId)
                && (request.Types is not { Count: > 0 } || request.Types.Contains(one.Event.Type))).Select(one => one.Event).ToList();
            var page = all.Take(request.Limit).ToList();
            return new PublicEventList
            {
                Events = page,
                Next = page.Count < all.Count ? page[^1].Id : Newest,
                HasMore = page.Count < all.Count,
                JobEnded = request.JobId is not null && JobHasEnded && page.Count == all.Count,
            };
        }
    }
}
