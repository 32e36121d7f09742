using System.Linq.Expressions;

namespace GarminSync.Outbox;

/// <summary>A column that says who holds the lease of a row.</summary>
/// <param name="Column">The column; null in it means nobody.</param>
/// <param name="Value">What this holder writes there.</param>
public sealed record LeaseOwner<TRow>(Expression<Func<TRow, Guid?>> Column, Guid Value);
