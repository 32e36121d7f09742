using System.Diagnostics.CodeAnalysis;
using Docker.DotNet.Models;
using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Configurations;
using DotNet.Testcontainers.Containers;
using Testcontainers.PostgreSql;
using Testcontainers.RabbitMq;

namespace GarminSync.Testing.Containers;

/// <summary>A server in a container, on given ports of 127.0.0.1. It keeps its data while it is stopped, and loses them when it is disposed of.</summary>
internal sealed class ServerContainer : ITestServer
{
    private readonly IContainer _container;

    private ServerContainer(IContainer container) => _container = container;

    /// <summary>RabbitMQ with its management plugin, for the user <c>guest</c> with the password <c>guest</c>.</summary>
    /// <returns>False when no container engine answers.</returns>
    public static bool TryCreateRabbitMq(int port, int managementPort, [NotNullWhen(true)] out ServerContainer? container) => TryCreate(
        () => new RabbitMqBuilder("docker.io/library/rabbitmq:4.2-management")
            .WithUsername("guest")
            .WithPassword("guest")

            // Part of the node's name, and so of the folder of its data.
            .WithHostname("broker")
            .WithPortBinding(port, RabbitMqBuilder.RabbitMqPort)
            .WithPortBinding(managementPort, 15672)
            .WithCreateParameterModifier(OnLoopbackOnly)
            .Build(),
        out container);

    /// <summary>PostgreSQL, for the user <c>postgres</c> with the password <c>postgres</c>.</summary>
    /// <returns>False when no container engine answers.</returns>
    public static bool TryCreatePostgreSql(int port, [NotNullWhen(true)] out ServerContainer? container) => TryCreate(
        () => new PostgreSqlBuilder("docker.io/library/postgres:17")
            .WithUsername("postgres")
            .WithPassword("postgres")
            .WithPortBinding(port, PostgreSqlBuilder.PostgreSqlPort)
            .WithCommand("-c", "max_connections=300")
            .WithCreateParameterModifier(OnLoopbackOnly)
            .Build(),
        out container);

    /// <summary>Starts the server, for the first time or again on the data that it had, and waits until it is ready.</summary>
    public Task StartAsync(CancellationToken cancellationToken) => _container.StartAsync(cancellationToken);

    public Task StopAsync() => _container.StopAsync();

    // Testcontainers only stops in good order.
    public async Task KillAsync()
    {
        using var engine = TestcontainersSettings.OS.DockerEndpointAuthConfig.GetDockerClientBuilder().Build();
        await engine.Containers.KillContainerAsync(_container.Id, new ContainerKillParameters { Signal = "KILL" });
        await engine.Containers.WaitContainerAsync(_container.Id, CancellationToken.None);
    }

    public ValueTask DisposeAsync() => _container.DisposeAsync();

    private static bool TryCreate(Func<IContainer> build, [NotNullWhen(true)] out ServerContainer? container)
    {
        try
        {
            container = new ServerContainer(build());
            return true;
        }
        catch (DockerUnavailableException)
        {
            container = null;
            return false;
        }
    }

    private static void OnLoopbackOnly(CreateContainerParameters parameters)
    {
        foreach (var binding in parameters.HostConfig!.PortBindings!.Values.SelectMany(bindings => bindings))
        {
            binding.HostIP = "127.0.0.1";
        }
    }
}
