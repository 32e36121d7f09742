using System.Net;
using System.Net.Sockets;
using GarminSync.Testing;
using GarminSync.Testing.Processes;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests;

/// <summary>What is round a program is not as it must be: it says so in one line, and ends with 1.</summary>
public sealed class When_a_start_is_not_possible : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("no-start-").FullName;

    public static TheoryData<string> All { get; } = [nameof(ServiceProgram.Consumers), nameof(ServiceProgram.Gateway), nameof(ServiceProgram.CentralDb), nameof(ServiceProgram.Standalone)];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(All))]
    public async Task Another_program_has_its_port(string program)
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        (await SaidAsync(program, $"--urls=http://127.0.0.1:{port}")).ShouldContain($"127.0.0.1:{port}: address already in use. End the program that listens there");
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Its_address_is_none(string program) => (await SaidAsync(program, "--urls=nonsense")).ShouldContain("'nonsense'");

    [Theory]
    [MemberData(nameof(All))]
    public async Task Its_port_is_none(string program) => (await SaidAsync(program, "--urls=http://localhost:99999")).ShouldContain("99999");

    [Fact]
    public async Task Its_address_is_another_machines() => (await SaidAsync(nameof(ServiceProgram.Consumers), "--urls=http://192.0.2.1:8005")).ShouldContain("It cannot listen at its address");

    [Fact]
    public async Task It_has_no_certificate() => (await SaidAsync(nameof(ServiceProgram.Consumers), "--urls=https://127.0.0.1:0")).ShouldContain("There is no certificate for https");

    [Theory]
    [InlineData(nameof(ServiceProgram.Gateway))]
    [InlineData(nameof(ServiceProgram.CentralDb))]
    [InlineData(nameof(ServiceProgram.Standalone))]
    public async Task Everybody_could_call_it(string program) =>
        (await SaidAsync(program, "--urls=http://0.0.0.0:0")).ShouldContain("Will not listen on http://0.0.0.0:0");

    [Theory]
    [MemberData(nameof(All))]
    public async Task Its_data_folder_is_a_file(string program) => (await SaidAsync(program, $"--DataFolder={FileWith("")}")).ShouldContain("DataFolder names it");

    [Theory]
    [MemberData(nameof(All))]
    public async Task Its_data_folder_cannot_be_made(string program) => (await SaidAsync(program, "--DataFolder=/proc/of/nobody")).ShouldContain("The data folder /proc/of/nobody cannot be made");

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_folder_of_its_secrets_is_mistyped(string program) => (await SaidAsync(program, $"--SecretsFolder={_folder}/sercets")).ShouldContain("SecretsFolder names the folder");

    [Theory]
    [InlineData(nameof(ServiceProgram.Consumers))]
    [InlineData(nameof(ServiceProgram.Gateway))]
    [InlineData(nameof(ServiceProgram.Standalone))]
    public async Task The_path_of_its_key_file_is_mistyped(string program)
    {
        (await SaidAsync(program, $"--Secrets:KeyFile={_folder}/sercets/keys")).ShouldContain($"There is no folder {_folder}/sercets");
        Directory.Exists($"{_folder}/sercets").ShouldBeFalse();
    }

    [Theory]
    [InlineData("", "holds no key")]
    [InlineData("not-a-key\n", "has a line that is not")]
    public async Task Its_key_file_is_spoilt(string content, string said) => (await SaidAsync(nameof(ServiceProgram.Consumers), $"--Secrets:KeyFile={FileWith(content)}")).ShouldContain(said);

    [Theory]
    [InlineData(nameof(ServiceProgram.Consumers), "State")]
    [InlineData(nameof(ServiceProgram.CentralDb), "CentralDbServer")]
    public async Task Its_database_does_not_answer(string program, string section)
    {
        var said = await SaidAsync(
            program, $"--{section}:Provider=PostgreSql", $"--{section}:ConnectionString=Host=127.0.0.1;Port={FreePort.Next()};Username=u;Password=hidden-word;Timeout=2");

        said.ShouldContain($"{section}__ConnectionString");
        said.ShouldNotContain("hidden-word");
    }

    [Fact]
    public async Task The_folder_of_activities_is_a_file() =>
        (await SaidAsync(nameof(ServiceProgram.CentralDb), $"--CentralDbServer:ActivityFolder={FileWith("")}")).ShouldContain("CentralDbServer:ActivityFolder");

    [Theory]
    [MemberData(nameof(All))]
    public async Task Its_log_has_a_level_that_there_is_not(string program) => (await SaidAsync(program, "--Serilog:MinimumLevel:Default=Verbos")).ShouldContain("Verbos");

    private string FileWith(string content)
    {
        var path = Path.Combine(_folder, "file");
        File.WriteAllText(path, content);
        return path;
    }

    private async Task<string> SaidAsync(string program, params string[] args)
    {
        var path = program switch
        {
            nameof(ServiceProgram.Consumers) => ServiceProgram.Consumers,
            nameof(ServiceProgram.Gateway) => ServiceProgram.Gateway,
            nameof(ServiceProgram.CentralDb) => ServiceProgram.CentralDb,
            _ => ServiceProgram.Standalone,
        };
        var refused = await RefusedStart.RunAsync(
            path,
            [
                $"--DataFolder={_folder}/data", "--urls=http://127.0.0.1:0", "--Transport=InMemory", $"--CentralDb:Url=http://127.0.0.1:{FreePort.Next()}",
                "--Serilog:MinimumLevel:Default=Fatal", "--Serilog:MinimumLevel:Override:MassTransit=Fatal", .. args,
            ]);

        refused.ExitCode.ShouldBe(1);
        refused.Errors.ShouldStartWith("Not started. ");
        refused.Errors.ShouldNotContain("\n");
        refused.Errors.ShouldNotContain("Exception");
        return refused.Errors;
    }
}
