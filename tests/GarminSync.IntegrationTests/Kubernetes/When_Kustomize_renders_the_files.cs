using System.Diagnostics;
using System.Text.RegularExpressions;
using GarminSync.Testing.Processes;
using k8s;
using k8s.Models;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests.Kubernetes;

/// <summary>What would be applied, where there is a kubectl to say so.</summary>
public sealed partial class When_Kustomize_renders_the_files
{
    public static TheoryData<string> Overlays { get; } = [.. Installation.Overlays];

    [Theory]
    [MemberData(nameof(Overlays))]
    public async Task Kustomize_makes_the_same_of_them(string overlay)
    {
        using var folder = new TemporaryFolder();
        var rendered = await RenderAsync(folder.Path, overlay);

        var installation = Installation.Of(overlay);
        rendered.Where(document => document is not V1ConfigMap).Select(NameOf).ShouldBe(installation.All<IKubernetesObject<V1ObjectMeta>>().Select(NameOf), ignoreOrder: true);
        foreach (var process in Installation.Processes)
        {
            var container = rendered.OfType<V1Deployment>().Single(deployment => deployment.Metadata.Name == process).Spec.Template.Spec.Containers.Single();
            container.Image.ShouldEndWith(":1.0.0");
            var options = container.EnvFrom.SelectMany(from => rendered.OfType<V1ConfigMap>().Single(map => map.Metadata.Name == from.ConfigMapRef.Name).Data).ToDictionary(StringComparer.Ordinal);
            options.ShouldBe(installation.Environment(process), ignoreOrder: true);
        }

        rendered.OfType<IKubernetesObject<V1ObjectMeta>>().Where(document => document is not V1Namespace).ShouldAllBe(document => document.Metadata.NamespaceProperty == "garminsync");
    }

    [Fact]
    public async Task Kustomize_adds_the_scaler_and_the_secrets_to_an_overlay_of_the_readers()
    {
        using var folder = new TemporaryFolder();
        var own = Directory.CreateDirectory(Path.Combine(folder.Path, "mine"));
        await File.WriteAllTextAsync(Path.Combine(own.FullName, "kustomization.yaml"), Example(), TestContext.Current.CancellationToken);
        var rendered = await RenderAsync(folder.Path, "mine");

        rendered.OfType<V1Deployment>().Single(deployment => deployment.Metadata.Name == "consumers").Spec.Replicas.ShouldBeNull();
        rendered.OfType<ScaledObject>().ShouldHaveSingleItem();
        rendered.OfType<V1ConfigMap>().ShouldContain(map => map.Data.ContainsKey("Schedules__Default__Every") && map.Data.ContainsKey("State__ConnectionString"));

        await FinishedProgram.RunAsync(new ProcessStartInfo("bash", [Path.Combine(ServiceProgram.Checkout, "deploy", "make-secrets.sh"), Path.Combine(folder.Path, "secrets", "values")]));
        var secrets = await RenderAsync(folder.Path, "secrets");
        secrets.OfType<V1Secret>().SelectMany(secret => secret.Data.Keys.Select(key => (secret.Metadata.Name, key))).ShouldBe(KubernetesFiles.MadeSecrets(), ignoreOrder: true);
    }

    // As docs/kubernetes.md shows it.
    private static string Example()
    {
        var page = File.ReadAllText(Path.Combine(ServiceProgram.Checkout, "docs", "kubernetes.md"));
        return OverlayExample().Match(page).Groups["content"].Value.Replace("../deploy/kubernetes/", "../", StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<object>> RenderAsync(string copy, string folder)
    {
        Assert.SkipUnless((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(place => File.Exists(Path.Combine(place, "kubectl"))), "There is no kubectl on this machine.");
        foreach (var file in Directory.EnumerateFiles(KubernetesFiles.Root, "*.yaml", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(KubernetesFiles.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }

        var rendered = await FinishedProgram.RunAsync(new ProcessStartInfo("kubectl", ["kustomize", Path.Combine(copy, folder)]));
        (rendered.ExitCode, rendered.Errors).ShouldBe((0, ""));
        return KubernetesFiles.Read(rendered.Output);
    }

    private static string NameOf(object document) => document is IKubernetesObject<V1ObjectMeta> named ? $"{named.Kind} {named.Metadata.Name}" : document.ToString()!;

    [GeneratedRegex("^```yaml\n(?<content>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OverlayExample();
}
