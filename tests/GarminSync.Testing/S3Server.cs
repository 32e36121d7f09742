using System.Diagnostics;
using System.Net.Http.Json;
using System.Security.Cryptography;
using Xunit;

namespace GarminSync.Testing;

/// <summary>
/// A small real S3 server with one bucket, started when the first test asks for it: the npm package that <c>s3server/package.json</c> names, installed once for this user.
/// It checks signatures. Use it as an xunit class or assembly fixture.
/// </summary>
public sealed class S3Server : IAsyncDisposable
{
    /// <summary>The bucket that is there.</summary>
    public const string Bucket = "fittrack-test";

    /// <summary>The id of the access key that it takes.</summary>
    public const string AccessKey = "test-access-key";

    /// <summary>The secret of that key.</summary>
    public const string SecretKey = "planted-bucket-secret";

    private const string Missing = "Needs an S3 server, which is an npm package: install Node.js 20 or newer with npm (Debian: apt-get install nodejs npm).";

    private static readonly SemaphoreSlim Installing = new(1, 1);

    private readonly SemaphoreSlim _starting = new(1, 1);
    private readonly int _port = FreePort.Next();
    private readonly HttpClient _http = new();
    private string? _folder;
    private string _program = "";
    private ServerProcess? _server;

    /// <summary>Where it answers.</summary>
    public string Endpoint => $"http://127.0.0.1:{_port}";

    /// <summary>Options of CentralDB for it.</summary>
    /// <param name="prefix">Keeps the files of a test apart.</param>
    public IReadOnlyList<string> Options(string prefix) =>
    [
        $"--CentralDbServer:Files:Bucket={Bucket}",
        $"--CentralDbServer:Files:Endpoint={Endpoint}",
        $"--CentralDbServer:Files:Prefix={prefix}",
        $"--CentralDbServer:Files:AccessKey={AccessKey}",
        $"--CentralDbServer:Files:SecretKey={SecretKey}",
    ];

    /// <summary>Starts it, again on its data after <see cref="StopAsync"/>; skips the test where it cannot be had.</summary>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        QuickRun.Excludes("an S3 server");
        await _starting.WaitAsync(cancellationToken);
        try
        {
            if (_server is not null)
            {
                return;
            }

            _program = await InstalledAsync(cancellationToken);
            _folder ??= Directory.CreateTempSubdirectory("garminsync-s3-").FullName;
            var server = new ServerProcess("the S3 server", _folder, $"rm -rf '{_folder}'", stopSignal: "KILL");
            await server.StartAsync(
                new Dictionary<string, string>(StringComparer.Ordinal),
                ["node", Path.Combine(_program, "server.js"), $"{_port}", Path.Combine(_folder, "data"), Bucket, AccessKey, SecretKey],
                () => AnswersAsync(cancellationToken),
                cancellationToken);
            _server = server;
        }
        finally
        {
            _starting.Release();
        }
    }

    /// <summary>Stops it and keeps its data.</summary>
    public async Task StopAsync()
    {
        await _server!.StopAsync();
        _server = null;
    }

    /// <summary>The requests so far, as <c>METHOD path range</c>, and uploads in parts that are not finished, as <c>OPEN id</c>.</summary>
    public async Task<IReadOnlyList<string>> RequestsAsync(CancellationToken cancellationToken) =>
        (await _http.GetFromJsonAsync<List<string>>(new Uri($"{Endpoint}/-/requests"), cancellationToken))!;

    /// <summary>Lets requests of a method wait, their bodies unread, until <see cref="LetGoAsync"/>.</summary>
    public async Task HoldAsync(string method, CancellationToken cancellationToken)
    {
        using var response = await _http.PostAsync(new Uri($"{Endpoint}/-/hold?method={method}"), null, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Lets them go on.</summary>
    public async Task LetGoAsync(CancellationToken cancellationToken)
    {
        using var response = await _http.DeleteAsync(new Uri($"{Endpoint}/-/hold"), cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>The names of all objects that begin so.</summary>
    public IReadOnlyList<string> Objects(string prefix)
    {
        var root = Path.Combine(_folder!, "data", Bucket);
        const string Mark = "._S3rver_object";
        return
        [
            .. Directory.EnumerateFiles(root, "*" + Mark, SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(root, file)[..^Mark.Length])
                .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Removes an object behind everybody's back.</summary>
    public void Lose(string name)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(_folder!, "data", Bucket, Path.GetDirectoryName(name)!), Path.GetFileName(name) + "._S3rver_*"))
        {
            File.Delete(file);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _starting.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
        else if (_folder is not null)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static async Task<string> InstalledAsync(CancellationToken cancellationToken)
    {
        Assert.SkipWhen(Programs.Find("node") is null || Programs.Find("npm") is null, Missing);
        var source = Path.Combine(AppContext.BaseDirectory, "s3server");
        var version = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(source, "package-lock.json"), cancellationToken)))[..16];
        var caches = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "garminsync-tests");
        var installed = Path.Combine(caches, $"s3server-{version}");
        await Installing.WaitAsync(cancellationToken);
        try
        {
            if (!Directory.Exists(installed))
            {
                Directory.CreateDirectory(caches);
                await InstallAsync(source, Path.Combine(caches, Path.GetRandomFileName()), installed, cancellationToken);
            }
        }
        finally
        {
            Installing.Release();
        }

        // Beside the packages, and always that of this checkout.
        File.Copy(Path.Combine(source, "server.js"), Path.Combine(installed, "server.js"), overwrite: true);
        return installed;
    }

    // Into a folder of its own, which gets its name when it is whole: several test programs may install at once.
    private static async Task InstallAsync(string source, string target, string installed, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(target);
        foreach (var file in Directory.EnumerateFiles(source, "package*.json"))
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        }

        using (var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", target]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!)
        {
            var said = await Task.WhenAll(npm.StandardOutput.ReadToEndAsync(cancellationToken), npm.StandardError.ReadToEndAsync(cancellationToken));
            await npm.WaitForExitAsync(cancellationToken);
            if (npm.ExitCode != 0)
            {
                throw new InvalidOperationException($"npm ci could not install the S3 server: {string.Join(Environment.NewLine, said)}");
            }
        }

        try
        {
            Directory.Move(target, installed);
        }
        catch (IOException) when (Directory.Exists(installed))
        {
            Directory.Delete(target, recursive: true); // another was faster
        }
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RequestsAsync(cancellationToken);
            return true;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return false; // not up yet
        }
    }
}
