using System.Security.Cryptography;
using System.Text;

namespace GarminSync.Outbox;

/// <summary>Message ids made from what a message says, so that a repeat carries the same one.</summary>
internal static class MessageIds
{
    public static Guid From(params ReadOnlySpan<object> parts)
    {
        // Length before content: ("ab", "c") and ("a", "bc") are different messages.
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            var value = part.ToString() ?? "";
            text.Append(value.Length).Append(':').Append(value);
        }

        return new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 16));
    }
}
