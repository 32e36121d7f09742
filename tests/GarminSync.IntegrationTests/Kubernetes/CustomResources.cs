using k8s;
using k8s.Models;

namespace GarminSync.IntegrationTests.Kubernetes;

// What Kubernetes does not publish of itself: the fields that deploy/kubernetes uses, as their owners' definitions have them. A field that is not here is looked up there first.

/// <summary>A thing of a kind that somebody adds to Kubernetes.</summary>
/// <typeparam name="TSpec">What is asked for.</typeparam>
internal abstract class CustomResource<TSpec> : IKubernetesObject<V1ObjectMeta>
{
    public required string ApiVersion { get; set; }

    public required string Kind { get; set; }

    public required V1ObjectMeta Metadata { get; set; }

    public required TSpec Spec { get; set; }
}

/// <summary>rabbitmq/cluster-operator, config/crd/bases/rabbitmq.com_rabbitmqclusters.yaml, August 2026.</summary>
internal sealed class RabbitmqCluster : CustomResource<RabbitmqCluster.RabbitmqClusterSpec>
{
    internal sealed class RabbitmqClusterSpec
    {
        public int? Replicas { get; set; }

        public string? Image { get; set; }

        public StorageSpec? Persistence { get; set; }

        public V1ResourceRequirements? Resources { get; set; }

        public V1Affinity? Affinity { get; set; }
    }

    internal sealed class StorageSpec
    {
        public ResourceQuantity? Storage { get; set; }
    }
}

/// <summary>cloudnative-pg/cloudnative-pg, config/crd/bases/postgresql.cnpg.io_clusters.yaml, 1.30.</summary>
internal sealed class PostgresCluster : CustomResource<PostgresCluster.PostgresClusterSpec>
{
    internal sealed class PostgresClusterSpec
    {
        public int? Instances { get; set; }

        public string? ImageName { get; set; }

        public StorageSpec? Storage { get; set; }

        public V1ResourceRequirements? Resources { get; set; }

        public PostgresqlSpec? Postgresql { get; set; }

        public BootstrapSpec? Bootstrap { get; set; }

        public ManagedSpec? Managed { get; set; }
    }

    internal sealed class StorageSpec
    {
        public string? Size { get; set; }
    }

    internal sealed class PostgresqlSpec
    {
        public Dictionary<string, string>? Parameters { get; set; }
    }

    internal sealed class BootstrapSpec
    {
        public InitDbSpec? Initdb { get; set; }
    }

    internal sealed class InitDbSpec
    {
        public string? Database { get; set; }

        public string? Owner { get; set; }

        public V1LocalObjectReference? Secret { get; set; }

        public string? Encoding { get; set; }

        public string? LocaleCollate { get; set; }

        public string? LocaleCType { get; set; }

        public List<string>? PostInitApplicationSQL { get; set; }
    }

    internal sealed class ManagedSpec
    {
        public List<RoleSpec>? Roles { get; set; }
    }

    internal sealed class RoleSpec
    {
        public string? Name { get; set; }

        public string? Ensure { get; set; }

        public bool? Login { get; set; }

        public V1LocalObjectReference? PasswordSecret { get; set; }
    }
}

/// <summary>cloudnative-pg/cloudnative-pg, config/crd/bases/postgresql.cnpg.io_databases.yaml, 1.30.</summary>
internal sealed class PostgresDatabase : CustomResource<PostgresDatabase.DatabaseSpec>
{
    internal sealed class DatabaseSpec
    {
        public V1LocalObjectReference? Cluster { get; set; }

        public string? Name { get; set; }

        public string? Owner { get; set; }

        public string? Encoding { get; set; }

        public string? LocaleCollate { get; set; }

        public string? LocaleCType { get; set; }
    }
}

/// <summary>kedacore/keda, config/crd/bases/keda.sh_scaledobjects.yaml, August 2026.</summary>
internal sealed class ScaledObject : CustomResource<ScaledObject.ScaledObjectSpec>
{
    internal sealed class ScaledObjectSpec
    {
        public TargetSpec? ScaleTargetRef { get; set; }

        public int? MinReplicaCount { get; set; }

        public int? MaxReplicaCount { get; set; }

        public int? PollingInterval { get; set; }

        public AdvancedSpec? Advanced { get; set; }

        public List<TriggerSpec> Triggers { get; set; } = [];
    }

    internal sealed class TargetSpec
    {
        public string? Name { get; set; }
    }

    internal sealed class AdvancedSpec
    {
        public AutoscalerSpec? HorizontalPodAutoscalerConfig { get; set; }
    }

    internal sealed class AutoscalerSpec
    {
        public V2HorizontalPodAutoscalerBehavior? Behavior { get; set; }
    }

    internal sealed class TriggerSpec
    {
        public string? Type { get; set; }

        public string? Name { get; set; }

        public string? MetricType { get; set; }

        public PrometheusSpec? Metadata { get; set; }
    }

    /// <summary>Of the scaler "prometheus": pkg/scalers/prometheus_scaler.go.</summary>
    internal sealed class PrometheusSpec
    {
        public string? ServerAddress { get; set; }

        public string? Query { get; set; }

        public string? Threshold { get; set; }
    }
}

/// <summary>A kustomization.yaml, also that of a component: kubectl.docs.kubernetes.io, Kustomize 5.</summary>
internal sealed class Kustomization : IKubernetesObject
{
    public required string ApiVersion { get; set; }

    public required string Kind { get; set; }

    public string? Namespace { get; set; }

    public List<string> Resources { get; set; } = [];

    public List<GeneratedMap> ConfigMapGenerator { get; set; } = [];

    public List<GeneratedMap> SecretGenerator { get; set; } = [];

    public GeneratorSettings? GeneratorOptions { get; set; }

    public List<ImageSetting> Images { get; set; } = [];

    public List<Patched> Patches { get; set; } = [];

    internal sealed class GeneratedMap
    {
        public string Name { get; set; } = "";

        public string? Type { get; set; }

        public string? Behavior { get; set; }

        public List<string> Literals { get; set; } = [];

        public List<string> Files { get; set; } = [];
    }

    internal sealed class GeneratorSettings
    {
        public bool DisableNameSuffixHash { get; set; }
    }

    internal sealed class ImageSetting
    {
        public string Name { get; set; } = "";

        public string? NewTag { get; set; }
    }

    internal sealed class Patched
    {
        public PatchTarget? Target { get; set; }

        public string? Patch { get; set; }
    }

    internal sealed class PatchTarget
    {
        public string? Kind { get; set; }

        public string? Name { get; set; }
    }
}
