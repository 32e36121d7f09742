using FitTrack.Hosting;
using Microsoft.EntityFrameworkCore;

namespace FitTrack.CentralDb.Api;

/// <summary>Which part of a list is asked for.</summary>
internal sealed record PageRequest(int Limit, int Offset)
{
    public static PageRequest Read(FieldErrors errors, string? limit, string? offset, int defaultLimit, int maxLimit) => new(
        Fields.Integer(errors, "limit", limit, 1, maxLimit) ?? defaultLimit,
        Fields.Integer(errors, "offset", offset, 0, int.MaxValue) ?? 0);

    public async Task<Page<T>> ReadAsync<T>(IQueryable<T> ordered, CancellationToken cancellationToken) => new(
        await ordered.Skip(Offset).Take(Limit).ToListAsync(cancellationToken),
        await ordered.CountAsync(cancellationToken),
        Limit,
        Offset);
}
