using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace CentralDb.Client.Tests;

public sealed class When_secrets_are_stored_in_plain_text
{
    [Theory]
    [InlineData("Plaintext", 1)]
    [InlineData("Sealed", 0)]
    public async Task It_is_said_at_start(string format, int warnings)
    {
        var lines = new Lines();

        await new SecretFormatWarning(Options.Create(new CentralDbOptions { SecretFormat = Enum.Parse<SecretFormat>(format) }), lines).StartAsync(TestContext.Current.CancellationToken);

        lines.Warnings.Count.ShouldBe(warnings);
        lines.Warnings.ShouldAllBe(line => line.Contains("CentralDb:SecretFormat=Plaintext"));
    }

    private sealed class Lines : ILogger<SecretFormatWarning>
    {
        public List<string> Warnings { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel == LogLevel.Warning)
            {
                Warnings.Add(formatter(state, exception));
            }
        }
    }
}
