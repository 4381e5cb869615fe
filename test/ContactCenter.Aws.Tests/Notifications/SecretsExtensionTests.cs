using ContactCenter.Aws.Notifications;
using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Core.Tests.Notifications;
using ContactCenter.Testing;
using Microsoft.AspNetCore.Http;

namespace ContactCenter.Aws.Tests.Notifications;

public sealed class SecretsExtensionTests : IAsyncLifetime
{
    private const string Arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:slack-AbCdEf";

    private readonly List<Received> _received = [];
    private readonly WaitingClock _clock = new(Messages.Opened, TimeSpan.Zero);
    private readonly HttpClient _http = NotificationChannels.CreateClient();
    private LocalHttpServer? _server;
    private Reply _reply = new(200, """{"ARN":"x","SecretString":"{\"botToken\":\"xoxb-1\"}"}""");
    private SecretsExtension? _secrets;

    /// <summary>By the name of this machine, under which alone a guarded client reaches it.</summary>
    private Uri Extension => new UriBuilder(_server!.Address) { Host = SecretsExtension.DefaultAddress.Host }.Uri;

    public async ValueTask InitializeAsync()
    {
        _server = await LocalHttpServer.StartAsync(AnswerAsync);
        _secrets = new SecretsExtension(_http, _clock, Extension, () => "session-token");
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server!.DisposeAsync();
    }

    [Fact]
    public async Task A_secret_is_asked_for_by_name_with_the_session_token()
    {
        Assert.Equal("xoxb-1", (await GetAsync()).Field("botToken"));

        var request = Assert.Single(_received);
        Assert.Equal(("/secretsmanager/get", $"?secretId={Uri.EscapeDataString(Arn)}"), (request.Path, request.Query));
        Assert.Equal("session-token", request.Headers["X-Aws-Parameters-Secrets-Token"]);
    }

    [Fact]
    public async Task In_another_Region_the_replica_there_is_asked_for()
    {
        var abroad = new SecretsExtension(_http, _clock, Extension, () => "session-token", "eu-west-1");

        await abroad.GetAsync(Arn, TestContext.Current.CancellationToken);

        Assert.Equal(
            $"?secretId={Uri.EscapeDataString(Arn.Replace("eu-central-1", "eu-west-1", StringComparison.Ordinal))}",
            Assert.Single(_received).Query);
    }

    [Fact]
    public async Task A_secret_is_read_again_after_five_minutes_and_not_before()
    {
        await GetAsync();
        _clock.Advance(SecretsExtension.FreshFor - TimeSpan.FromTicks(1));
        await GetAsync();
        Assert.Single(_received);

        _clock.Advance(TimeSpan.FromTicks(1));
        await GetAsync();
        Assert.Equal(2, _received.Count);
    }

    [Fact]
    public async Task While_the_extension_is_broken_what_was_read_within_the_hour_counts()
    {
        await GetAsync();
        _reply = new Reply(500, "internal");
        _clock.Advance(TimeSpan.FromMinutes(59));

        Assert.Equal("xoxb-1", (await GetAsync()).Field("botToken"));

        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await Assert.ThrowsAsync<ChannelException>(GetAsync)).IsPassing);
    }

    [Fact]
    public async Task A_secret_that_was_taken_away_counts_no_longer()
    {
        await GetAsync();
        _reply = new Reply(400, "AccessDenied");
        _clock.Advance(SecretsExtension.FreshFor);

        var failure = await Assert.ThrowsAsync<ChannelException>(GetAsync);

        Assert.False(failure.IsPassing);
        Assert.Equal("its secret cannot be had: Secrets Manager answered 400", failure.Message);
    }

    [Fact]
    public async Task An_extension_that_keeps_silent_is_given_up_after_its_time()
    {
        _reply = Reply.Silence;

        var failure = await Assert.ThrowsAsync<ChannelException>(GetAsync);

        Assert.Equal("its secret cannot be had: Secrets Manager's extension did not answer in time", failure.Message);
    }

    [Theory]
    [InlineData("xoxb-secret is not JSON")]
    [InlineData("{\"SecretString\":\"\"}")]
    [InlineData("{\"SecretBinary\":\"eG94Yi1zZWNyZXQ=\"}")]
    [InlineData("[\"xoxb-secret\"]")]
    public async Task A_failure_shows_nothing_of_what_was_read(string body)
    {
        _reply = new Reply(200, body);

        var failure = await Assert.ThrowsAsync<ChannelException>(GetAsync);

        Assert.DoesNotContain("xoxb", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_does_not_show_itself() => Assert.Equal("secret", $"{new Secret("xoxb-1")}");

    [Fact]
    public void A_secret_can_be_a_plain_text()
    {
        Assert.Equal("https://hooks.example.com/x", new Secret("https://hooks.example.com/x").FieldOrText("webhookUrl"));
        Assert.Null(new Secret("""{"other":"1"}""").FieldOrText("webhookUrl"));
    }

    [Theory]
    [InlineData(
        """{"current":{"id":"k2","key":"AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA="},"previous":{"id":"k1","key":"AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA="}}""",
        "k1")]
    [InlineData("""{"current":{"id":"k2","key":"AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA="}}""", null)]
    public void Keys_of_links_are_read(string text, string? previous)
    {
        var keys = LinkKeyText.Read(new Secret(text));

        Assert.Equal(("k2", previous), (keys.Current.Id, keys.Previous?.Id));
    }

    [Fact]
    public void A_key_of_links_may_be_a_plain_text_as_it_is_generated_and_tells_nothing_of_itself()
    {
        var key = new string('k', 64);

        var current = LinkKeyText.Read(new Secret($$"""{"current":"{{key}}"}""")).Current;

        Assert.Equal(8, current.Id.Length);
        Assert.DoesNotContain("kk", current.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"current":"AQIDBAUGBwgJCgsMDQ4PEBESExQVFhc"}""")]
    [InlineData("""{"current":{"id":"k2","key":"AQID"}}""")]
    [InlineData("""{"current":{"id":"k 2","key":"AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA="}}""")]
    [InlineData("""{"current":{"id":"k2","key":"not base64!"}}""")]
    [InlineData("plain")]
    public void Keys_of_another_form_are_refused_without_showing_them(string text) =>
        Assert.DoesNotContain(
            "AQID", Assert.Throws<ChannelException>(() => LinkKeyText.Read(new Secret(text))).Message, StringComparison.Ordinal);

    private Task<Secret> GetAsync() => _secrets!.GetAsync(Arn, TestContext.Current.CancellationToken).AsTask();

    private async Task AnswerAsync(HttpContext context)
    {
        _received.Add(new Received(
            context.Request.Method, context.Request.Path, context.Request.QueryString.Value ?? "",
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            []));
        if (_reply.IsSilence)
        {
            var gone = new TaskCompletionSource();
            using var registration = context.RequestAborted.Register(() => gone.TrySetResult());
            _clock.Advance(TimeSpan.FromSeconds(3));
            await gone.Task;
            return;
        }

        context.Response.StatusCode = _reply.Status;
        await context.Response.WriteAsync(_reply.Body);
    }
}
