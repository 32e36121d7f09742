using GarminSync.ChaosTests;
using GarminSync.Testing;
using Xunit;

// Each test has the machine to itself, and kills the servers that another would use.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
[assembly: AssemblyFixture(typeof(RabbitMqBroker))]
[assembly: AssemblyFixture(typeof(PostgreSqlServer))]
[assembly: AssemblyFixture(typeof(UndisturbedRun))]
