using Xunit;

namespace GarminSync.Testing;

/// <summary>
/// A run of only those tests that need nothing but their own process: <c>./test.sh --quick</c>, which sets <c>GARMINSYNC_TEST_QUICK</c>. Whatever brings
/// up a server or a program asks here first, so that no test has to be marked, and none can be forgotten.
/// </summary>
public static class QuickRun
{
    private static readonly bool Asked = Environment.GetEnvironmentVariable("GARMINSYNC_TEST_QUICK") is { Length: > 0 };
    private static readonly AsyncLocal<bool> Pretended = new();

    /// <summary>What the calling test starts counts as part of a quick run, whether this is one or not.</summary>
    public static void Pretend() => Pretended.Value = true;

    /// <summary>Skips the calling test in a quick run.</summary>
    /// <param name="what">What the test needs, in the reason that is shown.</param>
    public static void Excludes(string what) => Assert.SkipWhen(Asked || Pretended.Value, $"Needs {what}, so it is no part of a quick run.");
}
