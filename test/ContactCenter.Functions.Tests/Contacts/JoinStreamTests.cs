using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Core.Deployment;
using ContactCenter.Functions.Contacts;

namespace ContactCenter.Functions.Tests.Contacts;

/// <summary>What CloudFormation is answered when it asks to join the instance with a stream; it waits for an answer in any case.</summary>
public sealed class JoinStreamTests : IDisposable
{
    private const string Ours = "arn:aws:kinesis:eu-central-1:123456789012:stream/cc-prod-conversations";
    private const string Address = "https://cloudformation-custom-resource-response-eucentral1.s3.example/a%7Cb?X-Amz-Signature=1";

    private readonly Streams _streams = new();
    private readonly Answers _answers = new();

    [Fact]
    public async Task The_instance_writes_to_our_stream_from_then_on()
    {
        var answer = await AskAsync("Create");

        Assert.Equal(("SUCCESS", "new", "r", "s", "l"), (Text(answer, "Status"), Text(answer, "PhysicalResourceId"),
            Text(answer, "RequestId"), Text(answer, "StackId"), Text(answer, "LogicalResourceId")));
        Assert.Equal(Ours, Assert.Single(_streams.Known).Stream);
    }

    [Fact]
    public async Task Asking_again_changes_nothing()
    {
        _ = await AskAsync("Create");

        Assert.Equal("new", Text(await AskAsync("Create"), "PhysicalResourceId"));
        Assert.Single(_streams.Known);
    }

    [Fact]
    public async Task Another_stream_of_the_instance_is_a_refusal_that_names_it()
    {
        _streams.Known.Add(new("REAL_TIME_CONTACT_ANALYSIS_SEGMENTS", "old", "arn:other"));

        var answer = await AskAsync("Create");

        Assert.Equal("FAILED", Text(answer, "Status"));
        Assert.Contains("to arn:other and takes one stream; set sentiment.live.stream", Text(answer, "Reason"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stack_that_goes_takes_its_stream_away_and_no_other()
    {
        _streams.Known.AddRange([new("REAL_TIME_CONTACT_ANALYSIS_VOICE_SEGMENTS", "new", Ours), new("x", "old", "arn:other")]);

        var answer = await AskAsync("Delete", "new");

        Assert.Equal(("SUCCESS", "new"), (Text(answer, "Status"), Text(answer, "PhysicalResourceId")));
        Assert.Equal("arn:other", Assert.Single(_streams.Known).Stream);
    }

    [Fact]
    public async Task What_Amazon_Connect_refuses_is_told_and_not_waited_for()
    {
        _streams.Refusal = "Access\ndenied";

        Assert.Equal(("FAILED", "Access denied"), (Text(await AskAsync("Create"), "Status"), Text(_answers.Last!, "Reason")));
    }

    [Fact]
    public async Task What_takes_too_long_is_answered_all_the_same()
    {
        _streams.Hangs = true;

        Assert.Equal("FAILED", Text(await AskAsync("Create", seconds: 0.2), "Status"));
    }

    [Fact]
    public async Task The_answer_has_no_type_because_the_address_is_signed_without_one()
    {
        _ = await AskAsync("Create");

        Assert.Null(_answers.Type);
    }

    public void Dispose() => _answers.Dispose();

    private static string? Text(JsonNode answer, string member) => (string?)answer[member];

    private async Task<JsonNode> AskAsync(string type, string? known = null, double seconds = 30)
    {
        var request = new JsonObject
        {
            ["RequestType"] = type,
            ["ServiceToken"] = "arn:aws:lambda:eu-central-1:123456789012:function:cc-prod-join-stream",
            ["ResponseURL"] = Address,
            ["StackId"] = "s",
            ["RequestId"] = "r",
            ["LogicalResourceId"] = "l",
            ["PhysicalResourceId"] = known,
            ["ResourceType"] = "Custom::SegmentStream",
            ["ResourceProperties"] = new JsonObject { ["ServiceToken"] = "arn", ["Stream"] = Ours },
        };
        using var http = new HttpClient(_answers, disposeHandler: false);
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(request.ToJsonString()));
        _ = await new JoinStreamFunction(_streams, http).JoinStream(input, new LoggedCall(TimeSpan.FromSeconds(seconds)));
        return _answers.Last!;
    }

    /// <summary>Where CloudFormation waits.</summary>
    private sealed class Answers : HttpMessageHandler
    {
        public JsonNode? Last { get; private set; }

        public string? Type { get; private set; } = "none asked";

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Assert.Equal((HttpMethod.Put, Address), (request.Method, request.RequestUri!.AbsoluteUri));
            Type = request.Content!.Headers.ContentType?.ToString();
            Last = JsonNode.Parse(await request.Content.ReadAsStringAsync(cancellationToken));
            return new HttpResponseMessage(HttpStatusCode.OK);
        }
    }

    /// <summary>The streams of an instance.</summary>
    private sealed class Streams : ISegmentStreams
    {
        public List<StreamAssociation> Known { get; } = [];

        public string? Refusal { get; set; }

        public bool Hangs { get; set; }

        public async ValueTask<IReadOnlyList<StreamAssociation>> ListAsync(CancellationToken cancellationToken)
        {
            await Task.Delay(Hangs ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, cancellationToken);
            return Refusal is null ? [.. Known] : throw new InvalidOperationException(Refusal);
        }

        public ValueTask<string> AssociateAsync(string kind, string stream, CancellationToken cancellationToken)
        {
            Known.Add(new(kind, "new", stream));
            return ValueTask.FromResult("new");
        }

        public ValueTask DisassociateAsync(StreamAssociation association, CancellationToken cancellationToken)
        {
            _ = Known.Remove(association);
            return ValueTask.CompletedTask;
        }
    }
}
