using System.Net;

namespace ContactCenter.Cli.Invoke;

/// <summary>Nothing leaves this machine: a request is answered as if it had been taken, and its host is said.</summary>
internal sealed class UnsentHttp(TextWriter output) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // the path of a response address is a secret of its own
        output.WriteLine($"would send {request.Method} to {request.RequestUri?.Host}");
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK));
    }
}
