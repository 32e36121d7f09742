using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace GarminSync.IntegrationTests.Drill;

/// <summary>Ends TLS in front of a service, as a proxy does, with a certificate that may be another one a moment later.</summary>
internal sealed class TlsRelay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _over = new();
    private readonly ConcurrentDictionary<TcpClient, bool> _clients = new();
    private readonly RSA _key = RSA.Create(2048);
    private readonly X509Certificate2 _authority;
    private readonly Uri _target;
    private readonly Task _accepting;
    private X509Certificate2 _certificate;

    private TlsRelay(Uri target, X509Certificate2 authority)
    {
        (_target, _authority) = (target, authority);
        _certificate = Issue(TimeProvider.System.GetUtcNow().AddDays(1));
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Address => new($"https://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    /// <summary>Starts it with a certificate that is good for a day.</summary>
    /// <param name="target">The service.</param>
    /// <param name="authorityFile">Where to write the authority's certificate, for callers to trust.</param>
    public static TlsRelay Start(Uri target, string authorityFile)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Authority of a drill", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        var now = TimeProvider.System.GetUtcNow();
        var authority = request.CreateSelfSigned(now.AddDays(-30), now.AddDays(30));
        File.WriteAllText(authorityFile, authority.ExportCertificatePem());
        return new TlsRelay(target, authority);
    }

    /// <summary>From now on its certificate is one that ended yesterday, for connections that are open too.</summary>
    public void Expire() => Use(TimeProvider.System.GetUtcNow().AddDays(-1));

    /// <summary>It gets a new certificate.</summary>
    public void Renew() => Use(TimeProvider.System.GetUtcNow().AddDays(1));

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        _listener.Stop();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Disconnect();
        _over.Dispose();
        _certificate.Dispose();
        _authority.Dispose();
        _key.Dispose();
    }

    private void Use(DateTimeOffset end)
    {
        Volatile.Write(ref _certificate, Issue(end));
        Disconnect();
    }

    private void Disconnect()
    {
        foreach (var client in _clients.Keys)
        {
            client.Close();
        }
    }

    private X509Certificate2 Issue(DateTimeOffset end)
    {
        var request = new CertificateRequest("CN=127.0.0.1", _key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var issued = request.Create(_authority, end.AddDays(-20), end, RandomNumberGenerator.GetBytes(8));
        return issued.CopyWithPrivateKey(_key);
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            var client = await _listener.AcceptTcpClientAsync(_over.Token);
            _clients[client] = true;
            _ = RelayAsync(client);
        }
    }

    private async Task RelayAsync(TcpClient client)
    {
        using var service = new TcpClient();
        try
        {
            await using var outside = new SslStream(client.GetStream());
            await outside.AuthenticateAsServerAsync(Volatile.Read(ref _certificate));
            await service.ConnectAsync(_target.Host, _target.Port, _over.Token);
            var inside = service.GetStream();
            await Task.WhenAny(outside.CopyToAsync(inside, _over.Token), inside.CopyToAsync(outside, _over.Token));
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
        {
            // One side has gone, or does not like the certificate; it notices by itself.
        }
        finally
        {
            _clients.TryRemove(client, out _);
            client.Dispose();
        }
    }
}
