namespace GarminSync.IntegrationTests.Upgrades;

/// <summary>What the restored databases say before anything runs on them.</summary>
/// <param name="JobId">The job that ran.</param>
/// <param name="State">Its state.</param>
/// <param name="LoginId">The login that waits for its code.</param>
/// <param name="Outbox">What was committed and not delivered.</param>
/// <param name="Stored">How many activities CentralDB has.</param>
/// <param name="Told">Of how many of them subscribers have heard.</param>
internal sealed record WhatWasLeft(Guid JobId, string State, string LoginId, IReadOnlyList<(Guid MessageId, string Type)> Outbox, int Stored, int Told);
