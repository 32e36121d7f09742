using System.Text.RegularExpressions;
using FitTrack.Hosting;
using GarminSync.IntegrationTests.Snapshots;
using GarminSync.Testing.Processes;
using k8s;
using k8s.Models;
using Npgsql;
using Shouldly;
using Xunit;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace GarminSync.IntegrationTests.Kubernetes;

/// <summary>deploy/kubernetes against what Kubernetes and the operators know, against the code, and against Compose.</summary>
public sealed partial class When_the_Kubernetes_files_are_read
{
    // What is no option of a class: docs/configuration.md has the first two; the third is .NET's.
    private static readonly string[] OtherNames = ["AllowedHosts", "SecretsFolder", "TMPDIR"];

    public static TheoryData<string> Files { get; } =
        [.. Directory.EnumerateFiles(KubernetesFiles.Root, "*.yaml", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(KubernetesFiles.Root, file))];

    public static TheoryData<string> Folders { get; } = [.. Directory.EnumerateDirectories(KubernetesFiles.Root).Select(folder => Path.GetFileName(folder))];

    public static TheoryData<string> Overlays { get; } = [.. Installation.Overlays];

    public static TheoryData<string> Processes { get; } = [.. Installation.Processes];

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_document_has_only_fields_that_its_kind_has(string file)
    {
        var text = File.ReadAllText(Path.Combine(KubernetesFiles.Root, file));

        var documents = KubernetesFiles.Read(text);

        documents.Count.ShouldBe(text.Split("\n---\n").Length);
        foreach (var document in documents.OfType<IKubernetesObject<V1ObjectMeta>>())
        {
            document.Metadata.Name.ShouldNotBeNullOrEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Each_folder_names_all_its_files(string folder)
    {
        var named = KubernetesFiles.Folder(folder).Resources.Where(resource => resource.EndsWith(".yaml", StringComparison.Ordinal));

        var there = Directory.EnumerateFiles(Path.Combine(KubernetesFiles.Root, folder), "*.yaml").Select(file => Path.GetFileName(file)).Except(["kustomization.yaml"], StringComparer.Ordinal);

        named.ShouldBe(there, ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Overlays))]
    public void Each_name_in_an_environment_is_an_option(string overlay)
    {
        var installation = Installation.Of(overlay);
        var options = OurOptions.All.Select(option => option.Name).Concat(OtherNames).ToList();

        foreach (var process in Installation.Processes)
        {
            installation.Environment(process).Keys.ShouldBeSubsetOf(options, process);
        }
    }

    [Theory]
    [MemberData(nameof(Processes))]
    public void A_process_is_told_what_Compose_tells_it(string process)
    {
        var installation = Installation.Of("operators");
        // The broker's password is in the address that its operator makes; callers of the gateway have tokens, and Compose's are on the same machine.
        var compose = ComposeNames(process).Except(["RabbitMq__Password", "AllowedHosts"], StringComparer.Ordinal);

        var kubernetes = installation.Environment(process).Keys.Concat(installation.SecretFiles(process).Keys)
            .Except(["SecretsFolder", "Gateway__Auth__OperatorKey"], StringComparer.Ordinal);

        kubernetes.ShouldBe(compose, ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Processes))]
    public void Images_and_ports_are_those_of_the_image_file_and_of_Compose(string process)
    {
        var installation = Installation.Of("operators");
        var container = installation.Container(process);
        var dockerfile = File.ReadAllText(Path.Combine(ServiceProgram.Checkout, "Dockerfile"));
        var port = int.Parse(ImagePort().Match(dockerfile).Groups["port"].Value);

        ((string)ComposeServices()[process]["image"]).ShouldStartWith($"{container.Image}:");
        KubernetesFiles.Folder("base").Images.Select(image => image.Name).ShouldContain(container.Image);
        container.Ports.Select(each => (each.Name, each.ContainerPort)).ShouldBe([("http", port)]);
        var service = installation.Get<V1Service>(process).Spec.Ports.Single();
        (service.TargetPort.Value, service.Port).ShouldBe(("http", port));
        foreach (var probe in new[] { container.StartupProbe, container.ReadinessProbe, container.LivenessProbe })
        {
            probe.HttpGet.Port.Value.ShouldBe("http");
        }
    }

    [Fact]
    public void The_workflow_builds_each_image_that_Compose_has_of_ours()
    {
        var ours = ComposeServices().Values.Where(service => service.ContainsKey("build"))
            .Select(service => (Target: (string)((Dictionary<object, object>)service["build"])["target"], Image: ((string)service["image"]).Split('/', ':')[1]));

        var workflow = File.ReadAllText(Path.Combine(ServiceProgram.Checkout, ".github", "workflows", "images.yml"));

        WorkflowImage().Matches(workflow).Select(match => (match.Groups["target"].Value, match.Groups["image"].Value)).ShouldBe(ours, ignoreOrder: true);
    }

    [Fact]
    public void Broker_and_database_have_the_releases_of_Compose()
    {
        var installation = Installation.Of("operators");

        installation.Get<RabbitmqCluster>("rabbitmq").Spec.Image.ShouldBe((string)ComposeServices()["rabbitmq"]["image"]);
        installation.Get<PostgresCluster>("postgres").Spec.ImageName!.Split(':')[1].ShouldBe(((string)ComposeServices()["postgres"]["image"]).Split(':')[1]);
    }

    [Theory]
    [MemberData(nameof(Overlays))]
    public void Each_selector_selects_a_pod(string overlay)
    {
        var installation = Installation.Of(overlay);
        IEnumerable<(string Where, V1LabelSelector Selector)> selectors =
        [
            .. installation.All<V1Deployment>().Select(each => ($"Deployment {each.Metadata.Name}", each.Spec.Selector)),
            .. installation.All<V1Deployment>().SelectMany(each => (each.Spec.Template.Spec.TopologySpreadConstraints ?? []).Select(spread => ($"spread of {each.Metadata.Name}", spread.LabelSelector))),
            .. installation.All<V1Service>().Select(each => ($"Service {each.Metadata.Name}", new V1LabelSelector { MatchLabels = each.Spec.Selector })),
            .. installation.All<V1PodDisruptionBudget>().Select(each => ($"PodDisruptionBudget {each.Metadata.Name}", each.Spec.Selector)),
            .. installation.All<V1NetworkPolicy>().Select(each => ($"NetworkPolicy {each.Metadata.Name}", each.Spec.PodSelector)),
            .. installation.All<V1NetworkPolicy>().SelectMany(each => Peers(each).Where(peer => peer.NamespaceSelector is null && peer.PodSelector is not null)
                .Select(peer => ($"a peer of NetworkPolicy {each.Metadata.Name}", peer.PodSelector))),
        ];

        foreach (var (where, selector) in selectors)
        {
            installation.Pods.ShouldContain(pod => Installation.Selects(selector, pod), where);
        }

        foreach (var deployment in installation.All<V1Deployment>())
        {
            installation.All<V1PodDisruptionBudget>().ShouldContain(budget => Installation.Selects(budget.Spec.Selector, deployment.Spec.Template.Metadata.Labels), deployment.Metadata.Name);
            installation.All<V1ServiceAccount>().ShouldContain(account => account.Metadata.Name == deployment.Spec.Template.Spec.ServiceAccountName && account.AutomountServiceAccountToken == false);
        }
    }

    [Theory]
    [MemberData(nameof(Processes))]
    public void A_pod_keeps_to_the_restricted_standard_and_more(string process)
    {
        var installation = Installation.Of("operators");
        var pod = installation.Get<V1Deployment>(process).Spec.Template.Spec;
        var container = pod.Containers.ShouldHaveSingleItem();

        (pod.SecurityContext.RunAsNonRoot, pod.SecurityContext.SeccompProfile.Type).ShouldBe((true, "RuntimeDefault"));
        pod.SecurityContext.RunAsUser.ShouldBe(pod.SecurityContext.FsGroup);
        (pod.AutomountServiceAccountToken, pod.EnableServiceLinks, pod.HostNetwork, pod.HostPID).ShouldBe((false, false, null, null));
        (container.SecurityContext.AllowPrivilegeEscalation, container.SecurityContext.ReadOnlyRootFilesystem, container.SecurityContext.Privileged).ShouldBe((false, true, null));
        container.SecurityContext.Capabilities.Drop.ShouldBe(["ALL"]);
        container.SecurityContext.Capabilities.Add.ShouldBeNull();
        pod.Volumes.ShouldAllBe(volume => volume.Projected != null || volume.EmptyDir != null || volume.PersistentVolumeClaim != null);
        pod.Volumes.Where(volume => volume.EmptyDir is not null).ShouldAllBe(volume => volume.EmptyDir.SizeLimit != null);
        container.Resources.Requests.Keys.ShouldBe(["cpu", "memory"], ignoreOrder: true);
        container.Resources.Limits.Keys.ShouldBe(["memory"]);
        installation.Get<V1Namespace>("garminsync").Metadata.Labels["pod-security.kubernetes.io/enforce"].ShouldBe("restricted");
    }

    [Theory]
    [MemberData(nameof(Processes))]
    public void What_is_mounted_is_there_and_what_is_written_to_is_mounted(string process)
    {
        var installation = Installation.Of("operators");
        var pod = installation.Get<V1Deployment>(process).Spec.Template.Spec;
        var mounts = installation.Container(process).VolumeMounts;

        mounts.Select(mount => mount.Name).ShouldBe(pod.Volumes.Select(volume => volume.Name), ignoreOrder: true);
        foreach (var claim in pod.Volumes.Select(volume => volume.PersistentVolumeClaim?.ClaimName).OfType<string>())
        {
            installation.All<V1PersistentVolumeClaim>().ShouldContain(made => made.Metadata.Name == claim);
            // A volume that one node may mount is one process's.
            (installation.Get<V1Deployment>(process).Spec.Replicas, installation.Get<V1Deployment>(process).Spec.Strategy.Type).ShouldBe((1, "Recreate"));
        }

        var writable = mounts.Where(mount => mount.ReadOnlyProperty != true).Select(mount => mount.MountPath).ToList();
        writable.ShouldContain("/tmp");
        if (installation.Environment(process).TryGetValue("TMPDIR", out var temporary))
        {
            writable.ShouldContain(temporary);
        }
    }

    [Theory]
    [MemberData(nameof(Processes))]
    public void A_pod_has_the_time_that_its_process_takes_to_end(string process)
    {
        var pod = Installation.Of("operators").Get<V1Deployment>(process).Spec.Template.Spec;

        var before = pod.Containers.Single().Lifecycle?.PreStop.Sleep.Seconds ?? 0;

        (pod.TerminationGracePeriodSeconds ?? 0).ShouldBe((long)GracePeriod.Whole.TotalSeconds + 5 + before);
    }

    [Fact]
    public void The_database_has_connections_for_as_many_consumers_as_the_scaler_starts()
    {
        var installation = Installation.Of("operators");
        var scaler = KubernetesFiles.ReadFile("scaling/consumers.yaml").OfType<ScaledObject>().Single().Spec;
        var most = int.Parse(installation.Get<PostgresCluster>("postgres").Spec.Postgresql!.Parameters!["max_connections"]);
        var consumers = new NpgsqlConnectionStringBuilder(installation.Environment("consumers")["State__ConnectionString"]).MaxPoolSize;
        var centralDb = new NpgsqlConnectionStringBuilder(installation.Environment("centraldb")["CentralDbServer__ConnectionString"]).MaxPoolSize;

        // Ten for the operator and for a person.
        ((scaler.MaxReplicaCount!.Value * consumers) + centralDb + 10).ShouldBeLessThanOrEqualTo(most);
        installation.Get<V1Deployment>("consumers").Spec.Strategy.RollingUpdate.MaxSurge.Value.ShouldBe("0");
        installation.Get<V1Deployment>(scaler.ScaleTargetRef!.Name!).Spec.Replicas.ShouldBe(scaler.MinReplicaCount);
    }

    [Fact]
    public void Addresses_lead_to_services_that_are_there()
    {
        var installation = Installation.Of("operators");

        foreach (var process in new[] { "gateway", "consumers" })
        {
            var url = new Uri(installation.Environment(process)["CentralDb__Url"]);
            installation.Get<V1Service>(url.Host).Spec.Ports.Select(port => port.Port).ShouldContain(url.Port);
        }

        // The operator makes "<name>-rw".
        foreach (var (process, option, database) in new[] { ("consumers", "State__ConnectionString", "garminsync"), ("centraldb", "CentralDbServer__ConnectionString", "centraldb") })
        {
            var connection = new NpgsqlConnectionStringBuilder(installation.Environment(process)[option]);
            installation.All<PostgresCluster>().Select(cluster => $"{cluster.Metadata.Name}-rw").ShouldContain(connection.Host);
            (connection.Database, connection.Username).ShouldBe((database, database));
        }

        var initial = installation.Get<PostgresCluster>("postgres").Spec.Bootstrap!.Initdb!;
        (initial.Database, initial.Owner).ShouldBe(("garminsync", "garminsync"));
        var second = installation.Get<PostgresDatabase>("centraldb").Spec;
        (second.Name, second.Owner, second.Cluster!.Name).ShouldBe(("centraldb", "centraldb", "postgres"));
        installation.Get<PostgresCluster>("postgres").Spec.Managed!.Roles!.Select(role => role.Name).ShouldBe(["centraldb"]);
    }

    private static IEnumerable<V1NetworkPolicyPeer> Peers(V1NetworkPolicy policy) =>
        (policy.Spec.Ingress ?? []).SelectMany(rule => rule.FromProperty ?? []).Concat((policy.Spec.Egress ?? []).SelectMany(rule => rule.To ?? []));

    // Those of Compose's sandbox and profile "observe" are left out.
    private static IEnumerable<string> ComposeNames(string service)
    {
        var said = ComposeServices()[service];
        var variables = ((Dictionary<object, object?>)said["environment"]).Keys.Cast<string>().Where(name => !name.StartsWith("Garmin__", StringComparison.Ordinal));
        var secrets = ((List<object>)said["secrets"]).Select(secret => secret is Dictionary<object, object?> named ? (string)named["target"]! : (string)secret);
        return variables.Concat(secrets);
    }

    private static Dictionary<string, Dictionary<string, object>> ComposeServices()
    {
        using var reader = File.OpenText(Path.Combine(ServiceProgram.Checkout, "docker-compose.yml"));
        var file = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).IgnoreUnmatchedProperties().Build().Deserialize<ComposeFile>(new MergingParser(new Parser(reader)));
        return file.Services;
    }

    [GeneratedRegex("ASPNETCORE_HTTP_PORTS=(?<port>[0-9]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ImagePort();

    [GeneratedRegex("target: (?<target>[a-z]+), image: (?<image>[a-z-]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WorkflowImage();

    internal sealed class ComposeFile
    {
        public Dictionary<string, Dictionary<string, object>> Services { get; set; } = [];
    }
}
