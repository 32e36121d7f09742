using FsCheck;
using FsCheck.Fluent;
using GarminSync.Bus.Secrets;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Bus;

public sealed class Sealed_secrets : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("garminsync-secrets-");

    private static readonly SecretUse Use = SecretUse.StoredPassword("7");

    private string KeyPath => Path.Combine(_folder.CreateSubdirectory("keys").FullName, "secrets.key");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Any_text_is_the_same_when_it_is_opened_again()
    {
        var sealer = NewSealer();
        var texts = ArbMap.Default.ArbFor<NonNull<string>>().Filter(text => !text.Get.Any(char.IsSurrogate));

        Prop.ForAll(texts, text => sealer.Open(sealer.Seal(text.Get, Use), Use) == text.Get).QuickCheckThrowOnFailure();
        sealer.Open(sealer.Seal("pässwörd 🏃", Use), Use).ShouldBe("pässwörd 🏃");
    }

    [Fact]
    public void Two_envelopes_of_one_secret_differ_and_none_shows_it()
    {
        var sealer = NewSealer();

        sealer.Seal("correct horse", Use).ShouldNotBe(sealer.Seal("correct horse", Use));
        sealer.Seal("correct horse", Use).ShouldNotContain("horse");
        SecretSealer.IsSealed(sealer.Seal("", Use)).ShouldBeTrue();
        SecretSealer.IsSealed("correct horse").ShouldBeFalse();
        SecretSealer.IsSealed("gs.correct").ShouldBeFalse();
        SecretSealer.IsSealed("gs3.of a later version").ShouldBeTrue();
    }

    [Fact]
    public void A_value_opens_only_for_the_owner_and_the_use_it_was_sealed_for()
    {
        SecretUse[] uses =
        [
            SecretUse.LoginPassword("a@example.com"), SecretUse.LoginCode("a@example.com"), SecretUse.LoginTicket("a@example.com"), SecretUse.LoginTokens("a@example.com"),
            SecretUse.LoginTokens(null), SecretUse.LoginPassword("b@example.com"), SecretUse.PendingLogin("7"), SecretUse.StoredPassword("7"), SecretUse.StoredPassword("8"),
            SecretUse.StoredAccessToken("7"), SecretUse.StoredRefreshToken("7"), SecretUse.UnsavedTokens("7"),
        ];
        var sealer = NewSealer();

        foreach (var use in uses)
        {
            var envelope = sealer.Seal("secret", use);

            sealer.Open(envelope, use).ShouldBe("secret");
            uses.Where(other => other != use).ShouldAllBe(other => Refuses(sealer, envelope, other));
        }

        var refusal = Should.Throw<UnsealException>(() => sealer.Open(sealer.Seal("secret", SecretUse.StoredPassword("7")), SecretUse.StoredPassword("8")));
        refusal.Message.ShouldContain("stored-password of '8'");
        refusal.Message.ShouldContain("another user");
    }

    [Fact]
    public void Two_uses_are_never_one_whatever_is_in_the_names()
    {
        var sealer = NewSealer();
        var names = ArbMap.Default.ArbFor<(NonNull<string> One, NonNull<string> Other)>().Filter(pair =>
            pair.One.Get != pair.Other.Get && !(pair.One.Get + pair.Other.Get).Any(char.IsSurrogate));

        Prop.ForAll(names, pair => Refuses(sealer, sealer.Seal("secret", SecretUse.LoginPassword(pair.One.Get)), SecretUse.LoginPassword(pair.Other.Get))).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void What_version_1_sealed_opens_until_it_is_sealed_again_and_is_not_taken_for_current()
    {
        var sealer = NewSealer();
        var old = new SecretSealer(SealingKeys.LoadOrCreate(KeyPath), writeGs1: true);

        var envelope = old.Seal("secret", Use);

        envelope.ShouldStartWith("gs1.");
        sealer.Open(envelope, Use).ShouldBe("secret");
        (sealer.IsCurrent(envelope), sealer.IsCurrent(sealer.Seal("secret", Use))).ShouldBe((false, true));
        (old.IsCurrent(envelope), old.IsCurrent(sealer.Seal("secret", Use))).ShouldBe((true, false));
        Refuses(sealer, "gs2" + envelope[3..]).ShouldBeTrue();
    }

    [Fact]
    public void An_envelope_of_version_1_that_was_recorded_still_opens()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(KeyPath)!);
        File.WriteAllText(KeyPath, "recorded:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n");

        NewSealer().Open("gs1.recorded.AAECAwQFBgcICQoLJG2kaaCGtjvlLuX41KzwJzcIqJtisnX-vpJfw6I", Use).ShouldBe("correct horse");
    }

    [Fact]
    public void Any_changed_character_is_noticed()
    {
        var sealer = NewSealer();
        var envelope = sealer.Seal("correct horse battery staple", Use);
        var changes = from at in Gen.Choose(0, envelope.Length - 1)
                      from to in Gen.Elements("ABCXYZabcxyz0189-_.".ToCharArray())
                      where envelope[at] != to && !IsPadding(envelope, at)
                      select (at, to);

        Prop.ForAll(changes.ToArbitrary(), change => Refuses(sealer, $"{envelope[..change.at]}{change.to}{envelope[(change.at + 1)..]}")).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_envelope_that_was_cut_is_noticed()
    {
        var sealer = NewSealer();
        var envelope = sealer.Seal("correct horse battery staple", Use);

        var cut = Enumerable.Range(0, envelope.Length - 1).Select(length => envelope[..length]);
        cut.Concat(["gs2..", "gs2.a.b.c", "gs1..", "plain", "gs1" + envelope[3..], "gs3" + envelope[3..]]).ShouldAllBe(other => Refuses(sealer, other));
    }

    [Fact]
    public void An_envelope_cannot_be_given_the_name_of_another_key()
    {
        var sealer = NewSealer();
        var line = File.ReadAllText(KeyPath).Trim();
        var (id, key) = (line.Split(':')[0], line.Split(':')[1]);
        File.WriteAllText(KeyPath, $"{line}\nother:{key}\n"); // even the same key, under another name
        var envelope = sealer.Seal("secret", Use);

        Refuses(NewSealer(), envelope.Replace($"gs2.{id}.", "gs2.other.")).ShouldBeTrue();
        NewSealer().Open(envelope, Use).ShouldBe("secret");
    }

    [Fact]
    public void The_first_key_seals_and_the_older_ones_still_open()
    {
        var old = NewSealer();
        var before = old.Seal("secret", Use);
        File.WriteAllText(KeyPath, $"# new one first\nnew:{Convert.ToBase64String(new byte[32])}\n{File.ReadAllText(KeyPath)}");

        var both = NewSealer();

        both.Open(before, Use).ShouldBe("secret");
        both.Seal("secret", Use).ShouldStartWith("gs2.new.");
        Should.Throw<UnsealException>(() => both.Open(both.Seal("secret", Use).Replace("gs2.new.", "gs2.foreign."), Use)).Message.ShouldContain("'foreign'");
    }

    [Fact]
    public void A_key_that_is_added_seals_and_the_file_stays_as_private_as_it_was()
    {
        var before = NewSealer().Seal("secret", Use);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(KeyPath, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        }

        var id = KeyFile.Add(KeyPath);

        NewSealer().Seal("secret", Use).ShouldStartWith($"gs2.{id}.");
        NewSealer().Open(before, Use).ShouldBe("secret");
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(KeyPath).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        }
    }

    [Fact]
    public void A_key_is_added_before_any_process_has_made_one()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(KeyPath)!);

        var id = KeyFile.Add(KeyPath);

        NewSealer().Seal("secret", Use).ShouldStartWith($"gs2.{id}.");
    }

    [Fact]
    public void Lines_with_nothing_in_them_are_read_over()
    {
        var before = NewSealer().Seal("secret", Use);
        File.WriteAllText(KeyPath, $"\n  \n{File.ReadAllText(KeyPath)}\n");

        NewSealer().Open(before, Use).ShouldBe("secret");
    }

    [Fact]
    public void Keys_that_are_added_at_once_are_all_kept_or_refused()
    {
        NewSealer();
        var added = Enumerable.Range(0, 8).AsParallel().WithDegreeOfParallelism(8).Select(_ => TryAdd()).OfType<string>().ToList();

        added.ShouldNotBeEmpty();
        var lines = File.ReadAllLines(KeyPath);
        lines.Length.ShouldBe(added.Count + 1);
        added.ShouldAllBe(id => lines.Any(line => line.StartsWith(id + ":")));
    }

    [Fact]
    public void A_sealer_that_is_in_use_finds_a_key_that_is_added()
    {
        var running = NewSealer();
        var id = KeyFile.Add(KeyPath);
        var envelope = NewSealer().Seal("secret", Use);

        running.Open(envelope, Use).ShouldBe("secret");
        running.CurrentKeyId.ShouldBe(id);
    }

    [Fact]
    public void A_file_that_was_spoilt_is_named_when_a_new_key_is_looked_for()
    {
        var running = NewSealer();
        var envelope = running.Seal("secret", Use);
        File.WriteAllText(KeyPath, "nonsense\n");

        running.Open(envelope, Use).ShouldBe("secret");
        Should.Throw<UnsealException>(() => running.Open(envelope.Replace("gs2.", "gs2.f"), Use)).Message.ShouldContain(KeyPath);
    }

    [Fact]
    public void A_key_file_is_made_for_its_owner_alone()
    {
        NewSealer();

        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(KeyPath).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        Directory.GetFiles(Path.GetDirectoryName(KeyPath)!).ShouldBe([KeyPath]);
    }

    [Fact]
    public async Task Processes_that_start_together_agree_on_one_key()
    {
        var sealers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(NewSealer)));

        sealers.ShouldAllBe(sealer => sealer.Open(sealers[0].Seal("secret", Use), Use) == "secret");
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n")]
    [InlineData("id\n")]
    [InlineData("id:AAAA\n")]
    [InlineData("id:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nid:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n")]
    [InlineData(":AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n")]
    public void A_key_file_that_cannot_be_used_is_named_and_its_content_is_not(string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(KeyPath)!);
        File.WriteAllText(KeyPath, content);

        var refusal = Should.Throw<InvalidOperationException>(NewSealer);

        refusal.Message.ShouldContain(KeyPath);
        refusal.Message.ShouldNotContain("AAAA");
    }

    // One at a time: the others are told that they came too early.
    private string? TryAdd()
    {
        try
        {
            return KeyFile.Add(KeyPath);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static bool Refuses(SecretSealer sealer, string envelope, SecretUse? use = null)
    {
        try
        {
            sealer.Open(envelope, use ?? Use);
            return false;
        }
        catch (UnsealException)
        {
            return true;
        }
    }

    // The last character of base64 may hold bits that mean nothing.
    private static bool IsPadding(string envelope, int at) => at == envelope.Length - 1;

    private SecretSealer NewSealer() => new(SealingKeys.LoadOrCreate(KeyPath));
}
