using GarminSync.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(PostgreSqlServer))]
[assembly: AssemblyFixture(typeof(S3Server))]
