using System.Net;

namespace ContactCenter.EmptyFunction;

/// <summary>
/// Speaks the Lambda Runtime API and answers each event with an empty object, after it has sent the requests of a file: the least that a
/// function with these requests can do. It knows no SDK and reads no event.
/// </summary>
internal static class Program
{
    /// <summary>The environment variable with the path of the requests.</summary>
    private const string RequestsVariable = "REQUESTS_FILE";

    private static async Task<int> Main()
    {
        var requests = RequestFile.Read(Environment.GetEnvironmentVariable(RequestsVariable)!);
        var runtime = $"http://{Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API")}/2018-06-01/runtime/invocation/";
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        while (true)
        {
            using var next = await http.GetAsync(new Uri($"{runtime}next"));
            if (next.StatusCode != HttpStatusCode.OK)
            {
                return 0;
            }

            _ = await next.Content.ReadAsByteArrayAsync();
            foreach (var together in requests)
            {
                await Task.WhenAll(together.Select(request => request.SendAsync(http)));
            }

            using var body = new ByteArrayContent("{}"u8.ToArray());
            var id = next.Headers.GetValues("Lambda-Runtime-Aws-Request-Id").First();
            using var taken = await http.PostAsync(new Uri($"{runtime}{id}/response"), body);
        }
    }
}
