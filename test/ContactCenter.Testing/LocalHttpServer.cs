using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ContactCenter.Testing;

/// <summary>A real HTTP server on a free port of this machine, as long as a test needs one.</summary>
public sealed class LocalHttpServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private LocalHttpServer(WebApplication application) => _application = application;

    /// <summary>Such as http://127.0.0.1:40123, without a slash at its end.</summary>
    public Uri Address => new(_application.Urls.First());

    public static async Task<LocalHttpServer> StartAsync(RequestDelegate handle)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        _ = builder.Logging.ClearProviders();
        _ = builder.WebHost.ConfigureKestrel(options =>
        {
            options.Limits.MaxRequestBodySize = null;
            options.Listen(IPAddress.Loopback, port: 0);
        });
        WebApplication application = builder.Build();
        application.Run(handle);
        await application.StartAsync();
        return new LocalHttpServer(application);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
