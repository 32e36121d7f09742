using GarminSync.ChaosTests;
using GarminSync.Testing;
using Xunit;

// Each test has the machine to itself, and kills the servers that another would use.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: AssemblyFixture(typeof(RabbitMqBroker))]
[assembly: AssemblyFixture(typeof(PostgreSqlServer))]
[assembly: AssemblyFixture(typeof(UndisturbedRun))]
