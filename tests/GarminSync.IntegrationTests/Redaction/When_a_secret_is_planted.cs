using System.Buffers.Text;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests.Redaction;

/// <summary>The search of <see cref="When_secrets_are_looked_for"/> proves nothing unless it finds what is there.</summary>
public sealed class When_a_secret_is_planted
{
    private const string Secret = "pw-Zürich\"+/ &%<7fQ2xX9cRw";
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly SecretSearch Search = new([("the password", Secret)]);

    public static TheoryData<string, string> Forms => new()
    {
        { "plain", Secret },
        { "in JSON", JsonSerializer.Serialize(new { password = Secret }) },
        { "in relaxed JSON", JsonSerializer.Serialize(new { password = Secret }, Relaxed) },
        { "in JSON in JSON", JsonSerializer.Serialize(JsonSerializer.Serialize(new { password = Secret })) },
        { "in an address", "https://example.com/?p=" + Uri.EscapeDataString(Secret) },
        { "in a lower-case address", "https://example.com/?p=" + Uri.EscapeDataString(Secret).ToLowerInvariant().Replace("7fq2xx9crw", "7fQ2xX9cRw", StringComparison.Ordinal) },
        { "in a form", "a=1&p=" + WebUtility.UrlEncode(Secret) },
        { "in a page", $"<b title=\"{WebUtility.HtmlEncode(Secret)}\">" },
        { "in hex", Convert.ToHexString(Encoding.UTF8.GetBytes("xy" + Secret)) },
        { "in lower-case hex", Convert.ToHexStringLower(Encoding.UTF8.GetBytes("xyz" + Secret)) },
        { "with every byte escaped", string.Concat(Encoding.UTF8.GetBytes(Secret).Select(b => $"%{b:X2}")) },
        { "a part of it", "tokens begin with " + Secret[..19] },
        { "another part of it", "…" + Secret[^19..] },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void It_is_found_in_text(string how, string text)
    {
        Search.Find(Encoding.UTF8.GetBytes(text)).ShouldNotBeEmpty(how);
        Search.Find(Encoding.Unicode.GetBytes(text)).ShouldNotBeEmpty($"{how}, UTF-16");
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("ab")]
    [InlineData("user:")]
    public void It_is_found_in_base64_whatever_stands_before_it(string before)
    {
        foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            var bytes = encoding.GetBytes($"{before}{Secret}: and more");
            Search.Find(Encoding.UTF8.GetBytes("Basic " + Convert.ToBase64String(bytes))).ShouldNotBeEmpty();
            Search.Find(Encoding.UTF8.GetBytes("token=" + Base64Url.EncodeToString(bytes))).ShouldNotBeEmpty();
            Search.Find(Encoding.UTF8.GetBytes("token=" + Uri.EscapeDataString(Convert.ToBase64String(bytes)))).ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void It_is_found_among_other_bytes_and_named_without_being_shown()
    {
        var content = new byte[1_000_000];
        new Random(1).NextBytes(content);
        Encoding.UTF8.GetBytes(Secret).CopyTo(content, 654_321);

        var found = Search.Find([("a file", content)]).ToList();

        found.ShouldNotBeEmpty();
        found.ShouldAllBe(report => report.StartsWith("a file: the password (", StringComparison.Ordinal));
        Search.Find(Encoding.UTF8.GetBytes(string.Join('\n', found))).ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_is_found_where_it_is_not()
    {
        var content = new byte[5_000_000];
        new Random(2).NextBytes(content);

        Search.Find(content).ShouldBeEmpty();
        Search.Find(Encoding.UTF8.GetBytes(Convert.ToBase64String(content))).ShouldBeEmpty();
    }
}
