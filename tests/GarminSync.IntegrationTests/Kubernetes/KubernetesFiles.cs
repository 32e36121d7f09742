using GarminSync.Testing.Processes;
using k8s;

namespace GarminSync.IntegrationTests.Kubernetes;

/// <summary>The files of deploy/kubernetes, read so that a field that their kind does not have is an error.</summary>
internal static class KubernetesFiles
{
    private static readonly Dictionary<string, Type> Kinds = new(StringComparer.Ordinal)
    {
        ["kustomize.config.k8s.io/v1beta1/Kustomization"] = typeof(Kustomization),
        ["kustomize.config.k8s.io/v1alpha1/Component"] = typeof(Kustomization),
        ["rabbitmq.com/v1beta1/RabbitmqCluster"] = typeof(RabbitmqCluster),
        ["postgresql.cnpg.io/v1/Cluster"] = typeof(PostgresCluster),
        ["postgresql.cnpg.io/v1/Database"] = typeof(PostgresDatabase),
        ["keda.sh/v1alpha1/ScaledObject"] = typeof(ScaledObject),
    };

    public static string Root { get; } = Path.Combine(ServiceProgram.Checkout, "deploy", "kubernetes");

    /// <summary>Reads some documents.</summary>
    /// <exception cref="YamlDotNet.Core.YamlException">There is a field that its kind does not have, or one twice.</exception>
    public static IReadOnlyList<object> Read(string yaml) => KubernetesYaml.LoadAllFromString(yaml, Kinds, strict: true);

    /// <summary>Reads the documents of a file.</summary>
    public static IReadOnlyList<object> ReadFile(string path) => Read(File.ReadAllText(Path.Combine(Root, path)));

    /// <summary>The kustomization of a folder.</summary>
    public static Kustomization Folder(string folder) => (Kustomization)ReadFile(Path.Combine(folder, "kustomization.yaml")).Single();

    /// <summary>The Secrets that are made from files, each with each of its keys.</summary>
    public static IEnumerable<(string Secret, string Key)> MadeSecrets() => Folder("secrets").SecretGenerator
        .SelectMany(map => map.Files.Concat(map.Literals).Select(entry => (map.Name, entry.Split('=')[0])));
}
