using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Amazon.Lambda.APIGatewayEvents;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Amazon.Lambda.AspNetCoreServer.Hosting.Http;

/// <summary>
/// An event of an HTTP API, payload format 2.0, as ASP.NET Core reads a request. The gateway joins the values of a header by commas; they
/// are left joined, because a comma in a date or in the name of a browser parts nothing.
/// </summary>
internal static class RequestFeatures
{
    public static void Add(IFeatureCollection features, APIGatewayHttpApiV2ProxyRequest request)
    {
        var http = request.RequestContext?.Http ?? new();
        var body = Body(request);
        var (pathBase, path) = Path(request);
        features.Set<IHttpRequestFeature>(new HttpRequestFeature
        {
            Protocol = http.Protocol ?? "HTTP/1.1",
            Scheme = "https",
            Method = http.Method ?? "GET",
            PathBase = pathBase,
            Path = path,
            RawTarget = $"{request.RawPath}{Query(request)}",
            QueryString = Query(request),
            Headers = Headers(request, body.Length),
            Body = new MemoryStream(body, writable: false),
        });
        features.Set<IHttpRequestBodyDetectionFeature>(new BodyDetection(body.Length > 0));
        features.Set<IHttpConnectionFeature>(new HttpConnectionFeature
        {
            ConnectionId = request.RequestContext?.RequestId ?? "",
            RemoteIpAddress = IPAddress.TryParse(http.SourceIp, out var address) ? address : null,
        });
        features.Set<ITlsConnectionFeature>(new TlsConnection());
    }

    private static string Query(APIGatewayHttpApiV2ProxyRequest request) =>
        string.IsNullOrEmpty(request.RawQueryString) ? "" : $"?{request.RawQueryString}";

    /// <summary>A stage that is named stands at the beginning of the path, which is decoded once.</summary>
    private static (string Base, string Path) Path(APIGatewayHttpApiV2ProxyRequest request)
    {
        var path = string.IsNullOrEmpty(request.RawPath) ? "/" : request.RawPath;
        var stage = request.RequestContext?.Stage is { Length: > 0 } name and not "$default" ? $"/{name}" : "";
        var isBelow = stage.Length > 0 && path.StartsWith(stage, StringComparison.Ordinal)
            && (path.Length == stage.Length || path[stage.Length] == '/');
        var rest = isBelow ? path[stage.Length..] : path;
        return (isBelow ? stage : "", Decode(rest.Length == 0 ? "/" : rest));
    }

    /// <summary>A slash that was written as %2F is no border between parts: it stays as it is.</summary>
    private static string Decode(string path) => string.Join(
        "%2F", path.Split("%2F").Select(static part => string.Join("%2f", part.Split("%2f").Select(Uri.UnescapeDataString))));

    private static HeaderDictionary Headers(APIGatewayHttpApiV2ProxyRequest request, int length)
    {
        var headers = new HeaderDictionary();
        foreach (var (name, value) in request.Headers ?? new Dictionary<string, string>())
        {
            headers[name] = new StringValues(value);
        }

        if (request.Cookies is { Length: > 0 } cookies)
        {
            headers["cookie"] = string.Join("; ", cookies);
        }

        if (!headers.ContainsKey("host") && request.RequestContext?.DomainName is { } domain)
        {
            headers["host"] = domain;
        }

        if (length > 0 || headers.ContainsKey("content-length"))
        {
            // of the bytes as they are, not of what the gateway had counted: it passes no body of some methods on
            headers.ContentLength = length;
        }

        return headers;
    }

    private static byte[] Body(APIGatewayHttpApiV2ProxyRequest request) => request switch
    {
        { Body: null } => [],
        { IsBase64Encoded: true } => Convert.FromBase64String(request.Body),
        _ => Encoding.UTF8.GetBytes(request.Body),
    };

    private sealed class BodyDetection(bool canHaveBody) : IHttpRequestBodyDetectionFeature
    {
        public bool CanHaveBody => canHaveBody;
    }

    private sealed class TlsConnection : ITlsConnectionFeature
    {
        public X509Certificate2 ClientCertificate { get; set; }

        public Task<X509Certificate2> GetClientCertificateAsync(CancellationToken cancellationToken) => Task.FromResult(ClientCertificate);
    }
}
