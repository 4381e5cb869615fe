using ContactCenter.Aws.Notifications;
using ContactCenter.Core.Notifications.Channels;
using ContactCenter.Core.Tests.Notifications;
using ContactCenter.Testing;
using Microsoft.AspNetCore.Http;

namespace ContactCenter.Aws.Tests.Notifications;

public sealed class FollowUpPostTests
{
    [Fact]
    public async Task It_is_posted_as_JSON()
    {
        var bodies = new List<string>();
        var result = await PostAsync(async (context, _) =>
        {
            using var reader = new StreamReader(context.Request.Body);
            bodies.Add(await reader.ReadToEndAsync());
        });

        Assert.Null(result);
        Assert.Equal(["{\"replace_original\":true}"], bodies);
    }

    [Fact]
    public async Task A_failure_is_said_and_not_thrown() =>
        Assert.Equal("it answered HTTP 404", await PostAsync((context, _) =>
        {
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        }));

    [Fact]
    public async Task Silence_costs_no_more_than_its_time() =>
        Assert.Equal("it did not answer in time", await PostAsync(async (context, clock) =>
        {
            var gone = new TaskCompletionSource();
            using var registration = context.RequestAborted.Register(() => gone.TrySetResult());
            clock.Advance(FollowUpPost.Limit);
            await gone.Task;
        }));

    private static async Task<string?> PostAsync(Func<HttpContext, VirtualClock, Task> answer)
    {
        var clock = new VirtualClock(Messages.Opened, TimeSpan.Zero);
        await using var server = await LocalHttpServer.StartAsync(context => answer(context, clock));
        using var http = NotificationChannels.CreateClient();
        return await new FollowUpPost(http, clock).PostAsync(new FollowUp(server.Address, "{\"replace_original\":true}"), TestContext.Current.CancellationToken);
    }
}
