using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Tests.EndToEnd;

/// <summary>
/// Services that take JSON, called directly: there are hundreds of alarms, and each start of the command line takes half a second. The
/// emulator reads service and Region from the signature and does not check it.
/// </summary>
internal sealed class ServiceApi(EmulatedAccount account) : IDisposable
{
    private readonly HttpClient _client = new();

    /// <summary>Makes an alarm.</summary>
    public Task PutMetricAlarmAsync(JsonObject alarm) => CallAsync("monitoring", "GraniteServiceVersion20100801.PutMetricAlarm", alarm);

    /// <summary>Makes a filter that counts in a log.</summary>
    public Task PutMetricFilterAsync(JsonObject filter) => CallAsync("logs", "Logs_20140328.PutMetricFilter", filter);

    /// <summary>Sets attributes of a queue.</summary>
    public Task SetQueueAttributesAsync(JsonObject attributes) => CallAsync("sqs", "AmazonSQS.SetQueueAttributes", attributes);

    public void Dispose() => _client.Dispose();

    private async Task CallAsync(string service, string operation, JsonObject body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, account.Environment["AWS_ENDPOINT_URL"])
        {
            Content = new StringContent(body.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/x-amz-json-1.0")),
        };
        request.Headers.Add("X-Amz-Target", operation);
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential=test/20260101/{EmulatedAccount.Region}/{service}/aws4_request, SignedHeaders=host, "
                + "Signature=none");
        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True(
            response.IsSuccessStatusCode,
            $"{operation} {body.ToJsonString()}: {await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
    }
}
