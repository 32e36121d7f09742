using System.Diagnostics;
using System.Text.RegularExpressions;
using GarminSync.Testing.Processes;
using Shouldly;

namespace GarminSync.IntegrationTests.Documents;

/// <summary>Runs examples with bash and curl, as a reader would, on ports of the test. What one sets the next ones have.</summary>
internal sealed partial class ExampleShell(Uri gateway, Uri centralDb, string folder)
{
    // Each answer's status is noted in the order of the calls. A stream is listened to for a moment.
    private const string Curl = """
        curl() {
          local longest=30
          case " $* " in *" -N "*) longest=1 ;; esac
          command curl --silent --show-error --max-time $longest --write-out '%{stderr}%{http_code} %{method} %{url}\n' "$@" 2>>calls
        }
        """;

    private readonly Dictionary<string, string> _given = new(StringComparer.Ordinal);

    /// <summary>A value that the reader has to put in place of <c>…</c>, or that an example before has set.</summary>
    public string? this[string name]
    {
        get => _given.GetValueOrDefault(name);
        set => _given[name] = value!;
    }

    /// <summary>Runs the commands of an example.</summary>
    /// <returns>Its calls, as <c>200 GET http://…</c>; curl's own complaints among them.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(string commands)
    {
        var calls = Path.Combine(folder, "calls");
        File.Delete(calls);
        var script = ToBeFilledIn().Replace(commands, "")
            .Replace("http://localhost:8000", gateway.ToString().TrimEnd('/'), StringComparison.Ordinal)
            .Replace("http://localhost:8100", centralDb.ToString().TrimEnd('/'), StringComparison.Ordinal);
        var start = new ProcessStartInfo("bash", ["-c", $"set -u\n{Curl}\n{script}\ndeclare -p > variables"]) { WorkingDirectory = folder };
        foreach (var (name, value) in _given)
        {
            start.Environment[name] = value;
        }

        var finished = await FinishedProgram.RunAsync(start);

        finished.Errors.ShouldBeEmpty(commands);
        Remember(await File.ReadAllTextAsync(Path.Combine(folder, "variables")));
        return File.Exists(calls) ? await File.ReadAllLinesAsync(calls) : [];
    }

    private void Remember(string variables)
    {
        foreach (Match variable in Variable().Matches(variables))
        {
            if (variable.Groups["name"].Value is "USER_ID" or "JOB_ID" or "ACTIVITY_ID" or "OPERATOR_KEY")
            {
                _given[variable.Groups["name"].Value] = variable.Groups["value"].Value;
            }
        }
    }

    [GeneratedRegex("^[A-Z_]+=….*$", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ToBeFilledIn();

    [GeneratedRegex("^declare -\\S+ (?<name>[A-Z_]+)=\"(?<value>.*)\"$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Variable();
}
