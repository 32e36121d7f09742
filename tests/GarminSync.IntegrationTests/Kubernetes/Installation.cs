using k8s.Models;

namespace GarminSync.IntegrationTests.Kubernetes;

/// <summary>What a folder of deploy/kubernetes brings about, with the folders that it names. Kustomize's work as far as these files need it, so that they can be tested without it.</summary>
internal sealed class Installation
{
    /// <summary>The folders that are whole installations.</summary>
    public static readonly string[] Overlays = ["operators", "given-addresses"];

    /// <summary>Our processes, by the names of their Deployments.</summary>
    public static readonly string[] Processes = ["gateway", "consumers", "centraldb"];

    private readonly List<object> _documents = [];
    private readonly Dictionary<string, Dictionary<string, string>> _options = new(StringComparer.Ordinal);

    private Installation()
    {
    }

    /// <summary>The pods whose labels are known: ours, and those that the operators make of what they are asked for, with the labels that these give them.</summary>
    public IEnumerable<IDictionary<string, string>> Pods =>
    [
        .. All<V1Deployment>().Select(deployment => deployment.Spec.Template.Metadata.Labels),
        .. All<RabbitmqCluster>().Select(cluster => new Dictionary<string, string>(StringComparer.Ordinal) { ["app.kubernetes.io/name"] = cluster.Metadata.Name }),
        .. All<PostgresCluster>().Select(cluster => new Dictionary<string, string>(StringComparer.Ordinal) { ["cnpg.io/cluster"] = cluster.Metadata.Name }),
    ];

    public static Installation Of(string folder)
    {
        var installation = new Installation();
        installation.Add(folder);
        return installation;
    }

    public IReadOnlyList<T> All<T>() => [.. _documents.OfType<T>()];

    public T Get<T>(string name)
        where T : IMetadata<V1ObjectMeta> => All<T>().Single(document => document.Metadata.Name == name);

    /// <summary>The container of a process.</summary>
    public V1Container Container(string process) => Get<V1Deployment>(process).Spec.Template.Spec.Containers.Single();

    /// <summary>The environment of a process, from the maps that its container names.</summary>
    public IReadOnlyDictionary<string, string> Environment(string process) =>
        Container(process).EnvFrom
            .SelectMany(from => _options[from.ConfigMapRef.Name]).ToDictionary(StringComparer.Ordinal);

    /// <summary>The files of a process's secrets folder: the Secret and the key that each is from.</summary>
    public IReadOnlyDictionary<string, (string Secret, string Key)> SecretFiles(string process) =>
        Get<V1Deployment>(process).Spec.Template.Spec.Volumes.Single(volume => volume.Name == "secrets").Projected.Sources
            .SelectMany(source => source.Secret.Items.Select(item => (item.Path, (source.Secret.Name, item.Key))))
            .ToDictionary(StringComparer.Ordinal);

    /// <summary>Whether a selector selects what has these labels.</summary>
    public static bool Selects(V1LabelSelector selector, IDictionary<string, string> labels) =>
        (selector.MatchLabels ?? new Dictionary<string, string>(StringComparer.Ordinal)).All(wanted => labels.TryGetValue(wanted.Key, out var value) && value == wanted.Value)
        && (selector.MatchExpressions ?? []).All(wanted => wanted.OperatorProperty == "In"
            ? labels.TryGetValue(wanted.Key, out var value) && wanted.Values.Contains(value)
            : throw new NotSupportedException($"The operator {wanted.OperatorProperty} is new to this test."));

    private void Add(string folder)
    {
        var kustomization = KubernetesFiles.Folder(folder);
        foreach (var resource in kustomization.Resources)
        {
            var path = Path.GetRelativePath(KubernetesFiles.Root, Path.GetFullPath(Path.Combine(KubernetesFiles.Root, folder, resource)));
            if (resource.EndsWith(".yaml", StringComparison.Ordinal))
            {
                _documents.AddRange(KubernetesFiles.ReadFile(path));
            }
            else
            {
                Add(path);
            }
        }

        foreach (var map in kustomization.ConfigMapGenerator)
        {
            var literals = map.Literals.Select(literal => literal.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
            if (map.Behavior is null)
            {
                _options.Add(map.Name, literals);
                continue;
            }

            foreach (var (name, value) in literals)
            {
                _options[map.Name][name] = value;
            }
        }
    }
}
