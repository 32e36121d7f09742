using System.Diagnostics;
using GarminSync.IntegrationTests.Snapshots;
using GarminSync.Testing.Processes;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests.Kubernetes;

/// <summary>Each secret has somebody who makes it and somebody who reads it, under the same name.</summary>
public sealed class When_the_secrets_are_made
{
    public static TheoryData<string> Processes { get; } = [.. Installation.Processes];

    [Theory]
    [MemberData(nameof(Processes))]
    public void Each_secret_is_a_file_that_the_code_reads_and_somebody_makes(string process)
    {
        var installation = Installation.Of("operators");
        var folder = installation.Environment(process)["SecretsFolder"];
        var options = OurOptions.All.Select(option => option.Name).ToList();
        var keyFile = installation.Environment(process).GetValueOrDefault("Secrets__KeyFile");
        // Keys of the Secret that the operator of RabbitMQ makes: its internal/resource/default_user_secret.go.
        var made = KubernetesFiles.MadeSecrets().Append(("rabbitmq-default-user", "connection_string")).ToList();

        foreach (var (file, (secret, key)) in installation.SecretFiles(process))
        {
            (options.Contains(file) || keyFile == $"{folder}/{file}").ShouldBeTrue($"Nobody reads the file {file}.");
            made.ShouldContain((secret, key), file);
        }

        if (keyFile is not null)
        {
            installation.SecretFiles(process).Keys.Select(file => $"{folder}/{file}").ShouldContain(keyFile);
        }

        var mount = installation.Container(process).VolumeMounts.Single(mount => mount.Name == "secrets");
        (mount.MountPath, mount.ReadOnlyProperty).ShouldBe((folder, true));
    }

    [Fact]
    public void Each_secret_that_is_made_is_used()
    {
        var installation = Installation.Of("operators");
        var cluster = installation.Get<PostgresCluster>("postgres").Spec;
        string[] ofPostgres = [cluster.Bootstrap!.Initdb!.Secret!.Name, .. cluster.Managed!.Roles!.Select(role => role.PasswordSecret!.Name)];

        var used = Installation.Processes.SelectMany(process => installation.SecretFiles(process).Values).ToHashSet();

        KubernetesFiles.MadeSecrets().Where(made => made.Key != "username").ShouldBeSubsetOf(used);
        KubernetesFiles.MadeSecrets().Where(made => made.Key == "username").Select(made => made.Secret).ShouldBe(ofPostgres, ignoreOrder: true);
        foreach (var map in KubernetesFiles.Folder("secrets").SecretGenerator.Where(map => map.Literals.Count > 0))
        {
            map.Type.ShouldBe("kubernetes.io/basic-auth");
            map.Literals.ShouldBe([$"username={map.Name.Split('-')[0]}"]);
        }
    }

    [Fact]
    public async Task The_script_makes_each_file_that_the_secrets_are_made_from()
    {
        using var folder = new TemporaryFolder();
        var made = await FinishedProgram.RunAsync(new ProcessStartInfo("bash", [Path.Combine(ServiceProgram.Checkout, "deploy", "make-secrets.sh"), Path.Combine(folder.Path, "values")]));
        made.ExitCode.ShouldBe(0, made.Errors);

        foreach (var file in KubernetesFiles.Folder("secrets").SecretGenerator.SelectMany(map => map.Files).Select(file => file.Split('=')[1]))
        {
            new FileInfo(Path.Combine(folder.Path, file)).Length.ShouldBeGreaterThan(30, file);
        }
    }
}
