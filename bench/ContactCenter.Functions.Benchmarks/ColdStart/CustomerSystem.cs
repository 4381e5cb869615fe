using System.Diagnostics;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ContactCenter.Functions.Benchmarks.ColdStart;

/// <summary>
/// A customer system behind TLS, with a certificate of its own. It has the address by which other machines know this one: functions ask no
/// loopback address for customers.
/// </summary>
internal sealed class CustomerSystem : IAsyncDisposable
{
    private readonly WebApplication _application;

    private CustomerSystem(WebApplication application, string host, string authority)
    {
        _application = application;
        Address = new UriBuilder(_application.Urls.First()) { Host = host }.Uri;
        Authority = authority;
    }

    public Uri Address { get; }

    /// <summary>The certificate in PEM, for those who shall trust it.</summary>
    public string Authority { get; }

    /// <summary>Told of each request.</summary>
    public Action<RecordedRequest>? Asked { get; set; }

    /// <summary>Null where this machine has no other address than loopback.</summary>
    public static async Task<CustomerSystem?> StartAsync()
    {
        var own = NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(static network => network.GetIPProperties().UnicastAddresses)
            .Select(static unicast => unicast.Address)
            .FirstOrDefault(static address => address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address));
        if (own is null)
        {
            return null;
        }

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=customer system", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(own);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var builder = WebApplication.CreateSlimBuilder();
        _ = builder.Logging.ClearProviders();
        _ = builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(options =>
            options.Listen(own, port: 0, listen => listen.UseHttps(certificate)));
        var application = builder.Build();
        CustomerSystem? system = null;
        application.Run(context => system!.AnswerAsync(context));
        await application.StartAsync();
        return system = new CustomerSystem(application, own.ToString(), certificate.ExportCertificatePem());
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var asked = Stopwatch.GetTimestamp();
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync("""
            {"customer":{"name":"Ada Example","segment":"gold","since":"2019"},"cases":{"open":2}}
            """);
        Asked?.Invoke(new RecordedRequest(
            context.Request.Method,
            new Uri(Address, $"{context.Request.Path}{context.Request.QueryString}"),
            [("accept", "application/json"), ("x-api-key", context.Request.Headers["x-api-key"].ToString())],
            [],
            asked)
        {
            Answered = Stopwatch.GetTimestamp(),
        });
    }
}
