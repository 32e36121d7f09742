using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace GarminConnect.Client.Tests;

public sealed class Token_claims
{
    [Fact]
    public void They_are_read_from_the_token()
    {
        var claims = TokenClaims.Read(Some.Jwt("""{"client_id":"CLIENT_1","exp":1767881421,"iss":"https://diauth.garmin.com"}"""));

        claims.ClientId.ShouldBe("CLIENT_1");
        claims.ExpiresAt.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1767881421));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no token")]
    [InlineData("a.b")]
    [InlineData("a.b.c.d")]
    [InlineData("..")]
    [InlineData("a.!!!.c")]
    public void What_is_no_token_has_none(string token) => TokenClaims.Read(token).ShouldBe(default);

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{\"client_id\":{},\"exp\":[]}")]
    [InlineData("{\"client_id\":\"a\\u0000b\",\"exp\":\"never\"}")]
    [InlineData("{\"client_id\":\"\\ud800\",\"exp\":1e400}")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("{\"client_id\":\"\",\"exp\":-1}")]
    [InlineData("{\"client_id\":\"a b\",\"exp\":99999999999999999999}")]
    public void Claims_that_make_no_sense_are_none(string payload) => TokenClaims.Read(Some.Jwt(payload)).ShouldBe(default);

    [Fact]
    public void A_payload_nested_without_end_has_none() =>
        TokenClaims.Read(Some.Jwt(new string('[', 10_000))).ShouldBe(default);

    [Fact]
    public void Garbage_never_throws() =>
        Prop.ForAll<NonNull<string>>(text =>
        {
            TokenClaims.Read(text.Get);
            TokenClaims.Read($"a.{text.Get}.c");
            TokenClaims.Read(Some.Jwt(text.Get));
            TokenClaims.Read(Some.Jwt($$"""{"client_id":"{{text.Get}}","exp":{{text.Get}}}"""));
        }).QuickCheckThrowOnFailure();
}
