using k8s.Models;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests.Kubernetes;

/// <summary>The network policies of deploy/kubernetes: each arrow is allowed at both its ends, the arrows are those that the options make, and there are no others.</summary>
public sealed class When_pods_speak_with_each_other
{
    private static readonly int[] Ports = [8080, 5671, 5672, 5432, 443, 15692, 9187, 8000];

    [Fact]
    public void Those_and_only_those_are_let_through_whom_the_options_lead_to_each_other()
    {
        var installation = Installation.Of("operators");
        var policies = installation.All<V1NetworkPolicy>();
        var pods = installation.Pods.ToList();
        var wanted = Processes(installation).SelectMany(process => Wanted(installation, process)).ToList();

        foreach (var (from, to, port) in pods.SelectMany(from => pods.Where(to => to != from).SelectMany(to => Ports.Select(port => (from, to, port)))))
        {
            var arrow = $"{Name(from)} → {Name(to)}:{port}";
            var leaves = policies.Any(policy => Installation.Selects(policy.Spec.PodSelector, from)
                && (policy.Spec.Egress ?? []).Any(rule => Has(rule.Ports, port) && rule.To is not null && rule.To.Any(peer => Is(peer, to))));
            var enters = policies.Any(policy => Installation.Selects(policy.Spec.PodSelector, to)
                && (policy.Spec.Ingress ?? []).Any(rule => Has(rule.Ports, port) && rule.FromProperty.Any(peer => Is(peer, from))));

            leaves.ShouldBe(wanted.Contains(arrow), $"{arrow} at the sender's end");
            enters.ShouldBe(wanted.Contains(arrow), $"{arrow} at the receiver's end");
        }

        wanted.Count.ShouldBe(6);
    }

    [Fact]
    public void What_is_not_said_is_denied_for_every_pod_in_both_directions()
    {
        var policy = Installation.Of("given-addresses").Get<V1NetworkPolicy>("deny-all").Spec;

        policy.PolicyTypes.ShouldBe(["Ingress", "Egress"]);
        (policy.PodSelector.MatchLabels, policy.PodSelector.MatchExpressions, policy.Ingress, policy.Egress).ShouldBe((null, null, null, null));
    }

    [Theory]
    [InlineData("operators")]
    [InlineData("given-addresses")]
    public void Every_policy_names_the_directions_that_it_has_rules_for(string overlay)
    {
        foreach (var policy in Installation.Of(overlay).All<V1NetworkPolicy>().Where(policy => policy.Metadata.Name != "deny-all"))
        {
            policy.Spec.PolicyTypes.Contains("Ingress").ShouldBe(policy.Spec.Ingress is not null || policy.Spec.Egress is null || policy.Spec.PolicyTypes.Count == 2, policy.Metadata.Name);
            policy.Spec.PolicyTypes.Contains("Egress").ShouldBe(policy.Spec.Egress is not null || policy.Spec.PolicyTypes.Count == 2, policy.Metadata.Name);
        }
    }

    [Fact]
    public void Only_consumers_reach_the_world_and_nobodys_private_network()
    {
        var worldly = Installation.Of("operators").All<V1NetworkPolicy>()
            .Where(policy => (policy.Spec.Egress ?? []).Any(rule => (rule.To ?? []).Any(peer => peer.IpBlock is not null))).ShouldHaveSingleItem();

        worldly.Metadata.Name.ShouldBe("consumers");
        var rule = worldly.Spec.Egress.Single(rule => rule.To.Any(peer => peer.IpBlock is not null));
        rule.Ports.Select(port => port.Port.Value).ShouldBe(["443"]);
        rule.To.Select(peer => peer.IpBlock).Single(block => block.Cidr == "0.0.0.0/0").Except.ShouldBe(["10.0.0.0/8", "100.64.0.0/10", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16"]);
        rule.To.Select(peer => peer.IpBlock).Single(block => block.Cidr == "::/0").Except.ShouldBe(["fc00::/7", "fe80::/10"]);
    }

    [Theory]
    [InlineData("gateway", "5671")]
    [InlineData("consumers", "5671")]
    [InlineData("consumers", "5432")]
    [InlineData("centraldb", "5432")]
    public void With_given_addresses_these_are_let_out_to_broker_and_database(string process, string port)
    {
        var installation = Installation.Of("given-addresses");
        var pod = installation.Get<V1Deployment>(process).Spec.Template.Metadata.Labels;

        installation.All<V1NetworkPolicy>().Where(policy => Installation.Selects(policy.Spec.PodSelector, pod)).SelectMany(policy => policy.Spec.Egress ?? [])
            .ShouldContain(rule => rule.Ports.Any(each => each.Port.Value == port) && rule.To.Any(peer => peer.IpBlock != null));
    }

    private static IEnumerable<string> Processes(Installation installation) => installation.All<V1Deployment>().Select(deployment => deployment.Metadata.Name);

    private static IEnumerable<string> Wanted(Installation installation, string process)
    {
        if (installation.Environment(process).ContainsKey("CentralDb__Url"))
        {
            yield return $"{process} → centraldb:8080";
        }

        if (installation.SecretFiles(process).ContainsKey("RabbitMq__Url"))
        {
            yield return $"{process} → rabbitmq:5672";
        }

        if (installation.Environment(process).Keys.Any(name => name.EndsWith("__ConnectionString", StringComparison.Ordinal)))
        {
            yield return $"{process} → postgres:5432";
        }
    }

    private static string Name(IDictionary<string, string> pod) => pod.TryGetValue("app.kubernetes.io/name", out var name) ? name : pod["cnpg.io/cluster"];

    private static bool Has(IList<V1NetworkPolicyPort>? ports, int port) => ports is null || ports.Any(each => each.Protocol == "TCP" && each.Port.Value == port.ToString());

    // Within the namespace; that of others is another.
    private static bool Is(V1NetworkPolicyPeer peer, IDictionary<string, string> pod) =>
        peer is { NamespaceSelector: null, PodSelector: { } selector } && Installation.Selects(selector, pod);
}
