using System.Diagnostics;
using System.Runtime.CompilerServices;
using Xunit.Sdk;

namespace GarminSync.Testing;

/// <summary>Waits for something that another thread or process brings about, by asking again until a deadline.</summary>
public static class Eventually
{
    private static readonly TimeSpan DefaultDeadline = TimeSpan.FromSeconds(20);

    // What is asked is often asked of a gateway, which asks a consumer by way of the broker: asking all the time would keep all three from getting on.
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits until the condition is true.</summary>
    public static Task Is(
        Func<Task<bool>> condition, TimeSpan? within = null, CancellationToken cancellationToken = default, [CallerArgumentExpression(nameof(condition))] string what = "") =>
        Get(condition, isTrue => isTrue, within, cancellationToken, what);

    /// <inheritdoc cref="Is(Func{Task{bool}}, TimeSpan?, CancellationToken, string)"/>
    public static Task Is(
        Func<bool> condition, TimeSpan? within = null, CancellationToken cancellationToken = default, [CallerArgumentExpression(nameof(condition))] string what = "") =>
        Get(() => Task.FromResult(condition()), isTrue => isTrue, within, cancellationToken, what);

    /// <summary>Reads a value until it is the expected one; the failure shows the last value read.</summary>
    public static async Task Equals<T>(
        T expected, Func<Task<T>> read, TimeSpan? within = null, CancellationToken cancellationToken = default, [CallerArgumentExpression(nameof(read))] string what = "") =>
        await Get(read, value => EqualityComparer<T>.Default.Equals(value, expected), within, cancellationToken, $"{what} to be {expected}");

    /// <summary>Reads a value until it is as wanted, and returns it. An exception while reading counts as "not yet".</summary>
    public static async Task<T> Get<T>(
        Func<Task<T>> read, Func<T, bool> wanted, TimeSpan? within = null, CancellationToken cancellationToken = default, [CallerArgumentExpression(nameof(wanted))] string what = "")
    {
        var deadline = within ?? DefaultDeadline;
        var started = Stopwatch.GetTimestamp();
        for (var pause = FirstPause; ; pause = pause < LongestPause ? pause * 1.25 : LongestPause)
        {
            object? last;
            Exception? failure = null;
            try
            {
                var value = await read();
                if (wanted(value))
                {
                    return value;
                }

                last = value;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                last = exception.Message;
                failure = exception;
            }

            if (Stopwatch.GetElapsedTime(started) > deadline)
            {
                throw new XunitException($"Waited {deadline.TotalSeconds:0.#} s in vain for {what}. Last seen: {last ?? "null"}", failure);
            }

            await Task.Delay(pause, TimeProvider.System, cancellationToken);
        }
    }
}
