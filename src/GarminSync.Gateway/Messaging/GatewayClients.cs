using GarminSync.Bus.Expiry;
using GarminSync.Contracts;
using GarminSync.Gateway.Events;
using MassTransit;

namespace GarminSync.Gateway.Messaging;

/// <summary>The requests that the gateway sends, how long it waits for each answer, and the one message that it takes.</summary>
internal static class GatewayClients
{
    /// <summary>For logins, which are several calls to Garmin with pauses between them. Must be longer than the consumers' <c>Garmin:LoginTimeout</c>.</summary>
    public static readonly TimeSpan LoginTimeout = TimeSpan.FromSeconds(90);

    /// <summary>For everything else, which takes the consumers a look into their own database, or one call to CentralDB.</summary>
    public static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Adds the request clients, and who hears of new events, to the host's bus.</summary>
    public static void AddGatewayClients(this IBusRegistrationConfigurator bus)
    {
        bus.AddPublishObserver<RequestExpiry>();

        RequestTimeout login = LoginTimeout;
        bus.AddRequestClient<LinkGarminAccount>(login);
        bus.AddRequestClient<SubmitMfaCode>(login);
        bus.AddRequestClient<RedeemServiceTicket>(login);
        bus.AddRequestClient<ImportGarminTokens>(login);

        RequestTimeout answer = AnswerTimeout;
        bus.AddRequestClient<PingConsumers>(answer);
        bus.AddRequestClient<ListGarminAccounts>(answer);
        bus.AddRequestClient<UnlinkGarminAccount>(answer);
        bus.AddRequestClient<EraseUser>(answer);
        bus.AddRequestClient<GetUserErasure>(answer);
        bus.AddRequestClient<SetSyncSchedule>(answer);
        bus.AddRequestClient<RemoveSyncSchedule>(answer);
        bus.AddRequestClient<GetSyncSchedule>(answer);
        bus.AddRequestClient<SyncRequested>(answer);
        bus.AddRequestClient<GetSyncStatus>(answer);
        bus.AddRequestClient<GetSyncJob>(answer);
        bus.AddRequestClient<ListSyncJobs>(answer);
        bus.AddRequestClient<CancelSync>(answer);
        bus.AddRequestClient<RetryFailedItems>(answer);
        bus.AddRequestClient<StoreUserToken>(answer);
        bus.AddRequestClient<CheckUserToken>(answer);
        bus.AddRequestClient<RevokeUserToken>(answer);
        bus.AddRequestClient<ListHealthMetrics>(answer);
        bus.AddRequestClient<GetCoverage>(answer);
        bus.AddRequestClient<GetWorkoutStatus>(answer);
        bus.AddRequestClient<GetPublicEvents>(answer);
        bus.AddRequestClient<GetOperations>(answer);

        bus.AddConsumer<PublicEventsAddedConsumer, PublicEventsAddedConsumerDefinition>();
    }
}
