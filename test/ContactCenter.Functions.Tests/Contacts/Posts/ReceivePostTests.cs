using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Aws.Tests;
using ContactCenter.Core.Contacts.Posts;
using ContactCenter.Core.Notifications.Answers;
using ContactCenter.Core.Notifications.Tasks;
using ContactCenter.Embedded;
using ContactCenter.Embedded.Calls;
using ContactCenter.Embedded.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Functions.Tests.Contacts.Posts;

/// <summary>Posts through the deployed function: once each, and again where a task could not be started.</summary>
public sealed class ReceivePostTests : IPostTasks, IDisposable
{
    private readonly ManualClock _clock = new(new DateTimeOffset(2026, 11, 16, 12, 0, 0, TimeSpan.Zero));
    private readonly List<TaskContact> _started = [];
    private readonly EmbeddedSystem _system;
    private bool _isDown;

    public ReceivePostTests() => _system = new EmbeddedSystem(
        Hooks.Configuration, _clock, TextWriter.Null, services => services.AddSingleton<IPostTasks>(this));

    [Fact]
    public async Task A_post_that_is_told_twice_starts_one_task()
    {
        Assert.Equal(202, await TellAsync("113"));
        _clock.Now += TimeSpan.FromHours(1);
        Assert.Equal(200, await TellAsync("113"));
        Assert.Equal(202, await TellAsync("114"));

        Assert.Equal(2, _started.Count);
    }

    [Fact]
    public async Task A_task_that_cannot_be_started_is_started_when_the_tool_tries_again()
    {
        _isDown = true;
        await Assert.ThrowsAnyAsync<InvalidOperationException>(() => TellAsync("113"));
        _isDown = false;

        Assert.Equal(202, await TellAsync("113"));
        Assert.Single(_started);
    }

    [Fact]
    public async Task A_post_without_a_right_signature_starts_nothing()
    {
        Assert.Equal(401, await TellAsync("113", "another-key-of-thirty-two-characters"));
        Assert.Empty(_started);
    }

    public void Dispose() => _system.Dispose();

    ValueTask IPostTasks.StartAsync(TaskContact task, CancellationToken cancellationToken)
    {
        if (_isDown)
        {
            throw new InvalidOperationException("down");
        }

        _started.Add(task);
        return ValueTask.CompletedTask;
    }

    private async Task<int> TellAsync(string id, string key = TestSecrets.Key)
    {
        var body = $$"""
            {"network":"mastodon","id":"{{id}}","author":"jane","link":"https://mastodon.example/{{id}}","text":"My card is gone"}
            """;
        var time = _clock.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new JsonObject
        {
            ["version"] = "2.0",
            ["rawPath"] = "/posts",
            ["headers"] = new JsonObject
            {
                ["content-type"] = "application/json",
                [PostReading.TimestampHeader] = time,
                [PostReading.SignatureHeader] = BodySignature.Make(
                    BodySignature.OwnVersion, Encoding.UTF8.GetBytes(key), time, Encoding.UTF8.GetBytes(body)),
            },
            ["requestContext"] = new JsonObject { ["http"] = new JsonObject { ["method"] = "POST", ["path"] = "/posts" } },
            ["body"] = body,
        };
        var answer = await _system.InvokeAsync(
            EmbeddedFunction.Find("ReceivePost")!, Encoding.UTF8.GetBytes(request.ToJsonString()));
        return (int)JsonNode.Parse(answer.Span)!["statusCode"]!;
    }
}
