using MassTransit;

namespace GarminSync.Outbox.Tests;

/// <summary>Lets one endpoint take plain JSON, as that of <c>SyncRequested</c> does.</summary>
internal sealed class PlainJson(string endpoint) : IConfigureReceiveEndpoint
{
    public void Configure(string name, IReceiveEndpointConfigurator configurator)
    {
        if (name == endpoint)
        {
            configurator.UseRawJsonDeserializer(RawSerializerOptions.AnyMessageType | RawSerializerOptions.AddTransportHeaders, isDefault: true);
        }
    }
}
