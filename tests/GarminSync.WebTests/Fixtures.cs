using GarminSync.Testing;
using GarminSync.WebTests.Browsing;

[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: AssemblyFixture(typeof(RabbitMqBroker))]
