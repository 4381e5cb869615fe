using System.Net;

namespace ContactCenter.Embedded.Ports;

/// <summary>Nothing leaves this machine: a request is answered as if it had been taken, and its host is said.</summary>
public sealed class UnsentHttp(TextWriter output) : HttpMessageHandler
{
    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // the path of a response address is a secret of its own
        output.WriteLine($"would send {request.Method} to {request.RequestUri?.Host}");
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK));
    }
}
