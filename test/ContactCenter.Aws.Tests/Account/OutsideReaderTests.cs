using ContactCenter.Aws.Account;
using ContactCenter.Aws.Notifications;
using ContactCenter.Aws.Notifications.Http;
using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Testing;

namespace ContactCenter.Aws.Tests.Account;

/// <summary>What is asked of tools that have a question which is none but a question.</summary>
public sealed class OutsideReaderTests
{
    [Theory]
    [InlineData(404, true)]
    [InlineData(200, true)]
    [InlineData(401, false)]
    [InlineData(403, false)]
    [InlineData(422, false)]
    public async Task A_key_of_Jira_is_taken_where_an_unknown_request_is_answered(int status, bool isTaken)
    {
        var (asked, access) = await AskAsync(status);

        Assert.Equal(isTaken, access.IsTaken);
        Assert.Equal("GET /alerts/requests/00000000-0000-0000-0000-000000000000 GenieKey the-key", asked);
    }

    [Fact]
    public async Task Of_a_key_that_nobody_answers_for_nothing_is_concluded() =>
        Assert.Equal("it answered HTTP 503", (await Assert.ThrowsAsync<ChannelException>(() => AskAsync(503))).Message);

    private static async Task<(string Asked, Core.Validation.Account.JiraAccess Access)> AskAsync(int status)
    {
        var asked = "";
        await using var server = await LocalHttpServer.StartAsync(context =>
        {
            asked = $"{context.Request.Method} {context.Request.Path} {context.Request.Headers.Authorization}";
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        using var http = HttpSender.CreateClient(isGuarded: false);
        var reader = new OutsideReader(http, new Uri(server.Address, "/slack/"), TimeProvider.System);
        var access = await reader.JiraAsync(
            new Uri(server.Address, "/alerts").AbsoluteUri, new Secret("the-key\n"), TestContext.Current.CancellationToken);
        return (asked, access);
    }
}
