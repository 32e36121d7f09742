using GarminSync.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(RabbitMqBroker))]
[assembly: AssemblyFixture(typeof(PostgreSqlServer))]
