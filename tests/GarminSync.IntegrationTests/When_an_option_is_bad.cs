using GarminSync.IntegrationTests.Snapshots;
using GarminSync.Testing;
using GarminSync.Testing.Processes;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests;

/// <summary>Every option with values that cannot be: the program says one line that names the option, and ends with 1.</summary>
public sealed class When_an_option_is_bad : IDisposable
{
    // Any text may be right.
    private static readonly string[] AnyText =
    [
        "CentralDbServer__ActivityFolder", "CentralDbServer__Password", "CentralDb__ApiKey", "Garmin__ClientIds", "RabbitMq__Password", "Secrets__KeyFile", "State__Password",
    ];

    // What their type alone does not tell.
    private static readonly Dictionary<string, string[]> Particular = new(StringComparer.Ordinal)
    {
        ["CentralDbServer__ApiKey"] = ["short"],
        ["CentralDbServer__ConnectionString"] = ["nonsense"],
        ["CentralDbServer__Files__AccessKey"] = ["alone"],
        ["CentralDbServer__Files__Bucket"] = ["a/b", "a"],
        ["CentralDbServer__Files__Endpoint"] = ["localhost:9000", "ftp://localhost", "http://somebody:hidden-word@localhost:9000"],
        ["CentralDbServer__Files__PathStyle"] = ["maybe"],
        ["CentralDbServer__Files__Prefix"] = ["a b"],
        ["CentralDbServer__Files__Region"] = [""],
        ["CentralDbServer__Files__SecretKey"] = ["hidden-word"],
        ["CentralDbServer__Provider"] = ["Oracle"],
        ["CentralDb__SecretFormat"] = ["plain"],
        ["CentralDb__Url"] = ["localhost:8100", "ftp://localhost", "not an address"],
        ["EmbeddedCentralDb__OwnKey"] = ["maybe"],
        ["Garmin__ConnectApiUrl"] = ["http://localhost:1", "nowhere"],
        ["Garmin__ConnectUrl"] = ["http://localhost:1", "nowhere"],
        ["Garmin__DiAuthUrl"] = ["http://localhost:1", "nowhere"],
        ["Garmin__SsoUrl"] = ["http://localhost:1", "nowhere"],
        ["Garmin__Domain"] = ["example.com"],
        ["Garmin__LoginForms__0"] = ["Mobil"],
        ["Garmin__RequestsPerSecond"] = ["abc", "1,5", "0"],
        ["Gateway__Auth__Mode"] = ["Tokens"],
        ["Gateway__Auth__OperatorKey"] = ["short"],
        ["Gateway__Proxies__Trusted__0"] = ["proxy", ""],
        ["RabbitMq__ClusterHosts__0"] = ["a:b:c", ""],
        ["RabbitMq__Url"] = ["http://localhost:5672", "localhost", "amqp://guest:hidden-word@lo cal"],
        ["Schedules__Default__Cron"] = ["every hour"],
        ["Schedules__Default__Every"] = ["soon", "00:00:01"],
        ["Schedules__Default__Kinds__0"] = ["sleep"],
        ["Schedules__Default__TimeZone"] = ["Europe/Bonn"],
        ["State__ConnectionString"] = ["nonsense", "postgres://user:hidden-word@host/db?sslmode=require"],
        ["State__Provider"] = ["Postgres"],
        ["Telemetry__OtlpEndpoint"] = ["localhost:4318", "ftp://localhost", "http://somebody:hidden-word@localhost:4318"],
        ["Transport"] = ["Rabbit"],
    };

    private static Dictionary<string, string> Programs { get; } = new(StringComparer.Ordinal)
    {
        ["Consumers"] = ServiceProgram.Consumers,
        ["Gateway"] = ServiceProgram.Gateway,
        ["CentralDb"] = ServiceProgram.CentralDb,
        ["Standalone"] = ServiceProgram.Standalone,
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("bad-option-").FullName;

    public static TheoryData<string, string> BadValues { get; } = Values();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(BadValues))]
    public async Task One_line_says_which_and_what_to_write(string option, string value)
    {
        var refused = await StartAsync(ProgramOf(option), [.. WhatItNeeds(option), $"--{option.Replace("__", ":", StringComparison.Ordinal)}={value}"]);

        ShouldBeOneLine(refused);
        refused.Errors.ShouldContain(option.EndsWith("__0", StringComparison.Ordinal) ? option[..^3] : option);
        refused.Errors.ShouldNotContain("hidden-word");
    }

    [Theory]
    [InlineData("Consumers", "Sync__MaxAttemps", "MaxAttempts")]
    [InlineData("Consumers", "Secrets__Keyfiel", "KeyFile")]
    [InlineData("Gateway", "Gateway__Auth__Operator", "OperatorKey")]
    [InlineData("Gateway", "Gateway__Auht", "Auth")]
    [InlineData("Consumers", "RabbitMq__Pasword", "Password")]
    [InlineData("Standalone", "EmbeddedCentralDb__OwnKye", "OwnKey")]
    [InlineData("CentralDb", "CentralDbServer__MaxFileSize", "MaxFileSizeBytes")]
    [InlineData("Standalone", "Schedules__Default__Evry", "Every")]
    public async Task One_that_there_is_not_is_told_with_those_that_there_are(string program, string option, string meant)
    {
        var refused = await StartAsync(Programs[program], $"--{option.Replace("__", ":", StringComparison.Ordinal)}=3");

        ShouldBeOneLine(refused);
        refused.Errors.ShouldContain($"There is no option {option}");
        refused.Errors.ShouldContain(meant);
    }

    [Theory]
    [InlineData("Gateway", "Gateway__Url", "http://localhost:8000")]
    [InlineData("CentralDb", "CentralDbServer__MaxFileSize", "3")]
    public async Task In_the_environment_which_others_share_it_is_a_warning(string program, string option, string value)
    {
        await using var service = await RunningService.StartAsync(
            Programs[program], new Uri($"http://127.0.0.1:{FreePort.Next()}"), [new("DataFolder", _folder), new(option, value)]);

        service.Output.ShouldContain($"There is no option {option}");
    }

    [Fact]
    public async Task A_list_that_is_written_as_one_value_is_told()
    {
        var refused = await StartAsync(Programs["Gateway"], "--Gateway:Proxies:Trusted=10.0.0.7");

        ShouldBeOneLine(refused);
        refused.Errors.ShouldContain("write Gateway__Proxies__Trusted__0");
    }

    [Fact]
    public async Task A_mistyped_one_is_told_before_a_file_is_made()
    {
        await StartAsync(Programs["Consumers"], "--Secrets:Keyfiel=x");

        Directory.EnumerateFileSystemEntries(_folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_of_an_older_version_does_not_stop_an_upgrade()
    {
        // So that something else does.
        var refused = await StartAsync(Programs["Consumers"], "--Sync:FailuresInRowThatPause=3", "--Sync:MaxAttempts=0");

        refused.Errors.ShouldContain("Sync__MaxAttempts");
        refused.Errors.ShouldNotContain("FailuresInRowThatPause");
    }

    [Theory]
    [InlineData("Consumers")]
    [InlineData("Gateway")]
    [InlineData("CentralDb")]
    [InlineData("Standalone")]
    public async Task An_argument_that_is_none_is_told(string program)
    {
        var refused = await StartAsync(Programs[program], "--urls=http://localhost:0", "dmeo");

        ShouldBeOneLine(refused);
        refused.Errors.ShouldContain("is no option");
    }

    private static TheoryData<string, string> Values()
    {
        var values = new TheoryData<string, string>();
        foreach (var (name, initial) in OurOptions.All.Where(option => !AnyText.Contains(option.Name)))
        {
            var option = initial == "[]" ? $"{name}__0" : name;
            foreach (var value in Particular.GetValueOrDefault(option) ?? OfItsType(option, initial))
            {
                values.Add(option, value);
            }
        }

        return values;
    }

    private static string[] OfItsType(string option, string initial) => initial.Trim('"') switch
    {
        "true" or "false" => ["maybe"],
        var number when long.TryParse(number, out _) => ["many", "-1"],
        var time when TimeSpan.TryParse(time, out _) => ["10s", "-00:00:01"],
        _ => throw new InvalidOperationException($"{option} is new: name values of it that must be refused, or put it where any text is right."),
    };

    private static string ProgramOf(string option) => Programs[option.Split("__")[0] switch
    {
        "Gateway" => "Gateway",
        "CentralDbServer" => "CentralDb",
        "EmbeddedCentralDb" => "Standalone",
        _ => "Consumers",
    }];

    // Without which the option is not looked at.
    private static string[] WhatItNeeds(string option) => option switch
    {
        "Gateway__Auth__OperatorKey" => ["--Gateway:Auth:Mode=Token"],
        "Schedules__Default__TimeZone" => ["--Schedules:Default:Cron=0 6 * * *"],
        _ => [],
    };

    private static void ShouldBeOneLine(RefusedStart refused)
    {
        refused.ExitCode.ShouldBe(1);
        refused.Errors.ShouldStartWith("Not started. ");
        refused.Errors.ShouldNotContain("\n");
        refused.Errors.ShouldNotContain("Exception");
        refused.Errors.ShouldNotContain("DataAnnotation");
    }

    private Task<RefusedStart> StartAsync(string program, params string[] args) => RefusedStart.RunAsync(
        program, [$"--DataFolder={_folder}", "--urls=http://127.0.0.1:0", "--Serilog:MinimumLevel:Default=Fatal", .. args]);
}
