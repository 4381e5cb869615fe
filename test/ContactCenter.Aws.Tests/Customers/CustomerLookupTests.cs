using ContactCenter.Aws.Customers;
using ContactCenter.Aws.Tests.Notifications;
using ContactCenter.Core.Contacts.Customers;

namespace ContactCenter.Aws.Tests.Customers;

public sealed class CustomerLookupTests
{
    [Fact]
    public async Task A_customer_is_looked_up_with_the_secret_and_mapped()
    {
        await using var desk = await CustomerDesk.OpenAsync(new Reply(200, CustomerDesk.Customer));

        var answer = await desk.CallAsync("+49 151");

        Assert.Equal(
            (CustomerStatus.Ok, "Ann", "gold", false),
            (answer.Status, answer.Attributes["customerName"], answer.Attributes["segment"], answer.IsCached));
        Assert.Equal("a key of the webhook", desk.Secret);
        Assert.NotNull(answer.Took);
    }

    [Fact]
    public async Task A_customer_is_kept_for_a_while_and_then_looked_up_again()
    {
        await using var desk = await CustomerDesk.OpenAsync(new Reply(200, CustomerDesk.Customer));
        _ = await desk.CallAsync();

        var kept = await desk.CallAsync();
        desk.Clock.Advance(TimeSpan.FromMinutes(5));
        var again = await desk.CallAsync();

        Assert.Equal((true, null, false), (kept.IsCached, kept.Took, again.IsCached));
        Assert.Equal(2, desk.Requests.Count);
    }

    [Fact]
    public async Task A_failed_request_is_repeated_at_once()
    {
        await using var desk = await CustomerDesk.OpenAsync(new Reply(503), new Reply(500), new Reply(200, CustomerDesk.Customer));

        Assert.Equal(CustomerStatus.Ok, (await desk.CallAsync()).Status);
        Assert.Equal(3, desk.Requests.Count);
    }

    [Fact]
    public async Task A_late_request_gets_a_second_one_beside_it()
    {
        await using var desk = await CustomerDesk.OpenAsync(Reply.Silence, new Reply(200, CustomerDesk.Customer));

        Assert.Equal(CustomerStatus.Ok, (await desk.CallAsync()).Status);
        Assert.Equal(2, desk.Requests.Count);
    }

    [Fact]
    public async Task A_system_that_keeps_silent_is_given_up_when_the_time_is_over()
    {
        await using var desk = await CustomerDesk.OpenAsync(TimeSpan.FromMilliseconds(1500), Reply.Silence);

        var answer = await desk.CallAsync();

        Assert.Equal((CustomerStatus.Failed, "crm: it did not answer in time"), (answer.Status, answer.Failure));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(429)]
    [InlineData(302)]
    public async Task What_does_not_pass_is_not_repeated_and_no_redirect_is_followed(int status)
    {
        await using var desk = await CustomerDesk.OpenAsync(new Reply(status, Location: "/elsewhere"));

        var answer = await desk.CallAsync();

        Assert.Equal((CustomerStatus.Failed, $"crm: it answered HTTP {status}"), (answer.Status, answer.Failure));
        Assert.Single(desk.Requests);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(422)]
    public async Task A_refused_number_is_that_of_nobody_and_no_outage(int status)
    {
        await using var desk = await CustomerDesk.OpenAsync(new Reply(status));

        var answer = await desk.CallAsync();

        Assert.Equal((CustomerStatus.NotFound, null), (answer.Status, answer.Failure));
        Assert.Equal($"crm: it answered HTTP {status}", answer.Remark);
        Assert.Single(desk.Requests);
    }

    [Fact]
    public async Task A_customer_that_is_not_known_is_no_failure_and_is_remembered()
    {
        await using var desk = await CustomerDesk.OpenAsync(new Reply(404));

        Assert.Equal((CustomerStatus.NotFound, null), ((await desk.CallAsync()).Status, (await desk.CallAsync()).Failure));
        Assert.Single(desk.Requests);
    }

    [Theory]
    [InlineData("<html>we are down</html>", "its reply is no JSON object")]
    [InlineData("[]", "its reply is no JSON object")]
    public async Task A_reply_that_is_none_is_a_failure(string body, string why)
    {
        await using var desk = await CustomerDesk.OpenAsync(new Reply(200, body));

        Assert.Equal($"crm: {why}", (await desk.CallAsync()).Failure);
    }

    [Fact]
    public async Task No_more_is_read_than_a_customer_can_be()
    {
        await using var desk = await CustomerDesk.OpenAsync(new Reply(200, new string(' ', CrmClient.MaximumReply + 1)));

        Assert.Equal("crm: its reply is too large", (await desk.CallAsync()).Failure);
    }

    [Fact]
    public async Task While_the_system_is_broken_what_was_read_within_the_hour_still_counts_and_the_failure_is_measured()
    {
        await using var desk = await CustomerDesk.OpenAsync(new Reply(200, CustomerDesk.Customer));
        _ = await desk.CallAsync();
        desk.Answer(new Reply(500));

        desk.Clock.Advance(TimeSpan.FromMinutes(59));
        var usable = await desk.CallAsync();
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        var gone = await desk.CallAsync();

        Assert.Equal((CustomerStatus.Ok, true, "crm: it answered HTTP 500"), (usable.Status, usable.IsCached, usable.Failure));
        Assert.Equal(CustomerStatus.Failed, gone.Status);
    }

    [Fact]
    public async Task A_system_that_fails_again_and_again_rests_and_then_gets_another_chance()
    {
        await using var desk = await CustomerDesk.OpenAsync(new Reply(500));
        for (var i = 0; i < 3; i++)
        {
            _ = await desk.CallAsync($"+49{i}");
        }

        var asked = desk.Requests.Count;
        var resting = await desk.CallAsync();
        Assert.Equal("crm: it failed again and again and rests for a while", resting.Failure);
        Assert.NotNull(resting.Took);
        Assert.Equal(asked, desk.Requests.Count);

        desk.Answer(new Reply(200, CustomerDesk.Customer));
        desk.Clock.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(CustomerStatus.Ok, (await desk.CallAsync()).Status);
    }

    [Fact]
    public async Task A_system_that_is_slow_but_works_is_not_cut_off()
    {
        await using var desk = await CustomerDesk.OpenAsync();
        for (var i = 0; i < 10; i++)
        {
            desk.Answer(Reply.Silence, Reply.Silence, new Reply(200, CustomerDesk.Customer));
            Assert.Equal(CustomerStatus.Ok, (await desk.CallAsync($"+49{i}")).Status);
        }
    }

    [Fact]
    public async Task A_system_that_is_known_to_be_down_is_not_asked()
    {
        await using var desk = await CustomerDesk.OpenAsync();

        Assert.Equal(CustomerStatus.Skipped, (await desk.CallAsync(skip: ",crm,")).Status);
        Assert.Empty(desk.Requests);
    }

    [Fact]
    public async Task Without_a_number_nobody_is_asked()
    {
        await using var desk = await CustomerDesk.OpenAsync();

        Assert.Equal(CustomerStatus.NoKey, (await desk.CallAsync(" ")).Status);
        Assert.Empty(desk.Requests);
    }

    [Fact]
    public async Task The_client_of_a_deployment_does_not_reach_this_machine()
    {
        await using var desk = await CustomerDesk.OpenAsync();
        using var http = CrmClient.CreateClient();
        var port = desk.Address.Port;

        foreach (var address in new[] { $"http://127.0.0.1:{port}/", $"http://localhost:{port}/", $"http://[::ffff:127.0.0.1]:{port}/" })
        {
            _ = await Assert.ThrowsAsync<HttpRequestException>(() =>
                http.GetAsync(new Uri(address), TestContext.Current.CancellationToken));
        }

        Assert.Empty(desk.Requests);
    }
}
