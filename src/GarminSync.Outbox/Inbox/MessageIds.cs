using System.Security.Cryptography;
using System.Text;

namespace GarminSync.Outbox;

/// <summary>Message ids made from what a message says, so that a repeat carries the same one.</summary>
public static class MessageIds
{
    /// <summary>The same id for the same parts in the same order, by their <see cref="object.ToString"/>, on every machine and in every version.</summary>
    public static Guid From(params ReadOnlySpan<object> parts)
    {
        // Each part's length first, so that ("ab", "c") and ("a", "bc") differ.
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            var value = part.ToString() ?? "";
            text.Append(value.Length).Append(':').Append(value);
        }

        return new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 16));
    }
}
