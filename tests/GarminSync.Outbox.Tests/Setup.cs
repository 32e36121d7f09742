namespace GarminSync.Outbox.Tests;

/// <summary>Database and transport that a behaviour is shown on.</summary>
public enum Setup
{
    SqliteInMemory,
    SqliteRabbitMq,
    PostgreSqlInMemory,
    PostgreSqlRabbitMq,
}
