using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GarminConnect.Client.Health;

namespace GarminSync.Consumers.HealthMetrics;

/// <summary>Tells whether the values of a day are the same as those that were stored.</summary>
internal static class ValuesHash
{
    public static string Of(MetricDay day)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var value in day.Values)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(
                string.Create(CultureInfo.InvariantCulture, $"{value.Type.Name}|{value.Value:R}|{value.Timestamp:O}|{value.Details?.ToJsonString()}\n")));
        }

        // What was read in part and later in full is a change, even when the values are the same: CentralDB may have more.
        if (day.IsPartial)
        {
            hash.AppendData("in part\n"u8);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }
}
