using GarminSync.Contracts;

namespace GarminSync.Consumers.Sync;

/// <summary>What a kind of data adds to the answer to <see cref="GetCoverage"/>.</summary>
internal interface ICoverageStep
{
    /// <param name="coverage">The answer so far, with user and days.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<Coverage> AddToAsync(Coverage coverage, CancellationToken cancellationToken);
}
