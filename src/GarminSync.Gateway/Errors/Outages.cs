namespace GarminSync.Gateway.Errors;

/// <summary>Answers for when a part of the system is out of reach. Each names the part and says where to look.</summary>
internal static class Outages
{
    public static readonly Refusal Broker = new(
        StatusCodes.Status503ServiceUnavailable,
        "RabbitMQ, the message broker, is out of reach. Nothing was started. Check that it runs and that RabbitMq:Url is right, then call again.");

    public static readonly Refusal BrokerRights = new(
        StatusCodes.Status503ServiceUnavailable,
        "RabbitMQ does not let the gateway's user look into this queue or put messages back. docs/rabbitmq.md#users has the rights that this needs.");

    public static readonly Refusal Unconfirmed = new(
        StatusCodes.Status503ServiceUnavailable,
        "RabbitMQ did not confirm in time that it took the message back. It is still among the dead letters, and may be in its queue too. Look at the broker's memory and disk alarms.");

    public static Refusal QueueMissing(string detail) => new(StatusCodes.Status409Conflict, detail);

    public static readonly Refusal Consumers = new(
        StatusCodes.Status504GatewayTimeout,
        "The GarminSync consumers did not answer in time. Check that GarminSync.Consumers runs and uses the same broker; GET /health/ready says when it is back.");

    public static readonly Refusal StateStore = new(
        StatusCodes.Status503ServiceUnavailable,
        "The state store, the database of the GarminSync consumers, is out of reach for them. Check that it runs and that State:ConnectionString is right, then call again.");

    public static readonly Refusal Fault = new(
        StatusCodes.Status500InternalServerError,
        "The GarminSync consumers failed at this call. Their log says why. Nothing is known to be wrong with the call; try again later.");

    public static readonly Refusal CentralDb = new(
        StatusCodes.Status503ServiceUnavailable,
        "CentralDB is out of reach for the consumers. Nothing was stored. Check that it runs and that CentralDb:Url is right, then call again.");

    public static readonly Refusal CentralDbForGateway = new(
        StatusCodes.Status503ServiceUnavailable,
        "CentralDB is out of reach for the gateway. Check that it runs and that CentralDb:Url is right, for the gateway too, then call again.");

    public static readonly Refusal CentralDbKey = new(
        StatusCodes.Status503ServiceUnavailable,
        "CentralDB does not let the gateway in. Set CentralDb:ApiKey to CentralDB's key, for the gateway too, then call again.");

    public static Refusal CentralDbAnswer(string detail) => new(
        StatusCodes.Status502BadGateway, $"CentralDB cannot answer this call: {detail.TrimEnd('.')}. What is shown here is read by calls that FitTrack's own CentralDB has.");

    public static readonly Refusal Garmin = new(
        StatusCodes.Status502BadGateway,
        "Garmin Connect is out of reach. Nothing was stored. Try again in a few minutes.");
}
