using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Tests.Notifications;

namespace ContactCenter.Aws.Tests.Notifications;

public sealed class ServiceNowChannelTests
{
    private static readonly NotifyEffect Effect = Messages.Effect(Messages.Message());
    private static readonly Reply Nothing = new(200, """{"result":[]}""");
    private static readonly Reply Written = new(201, """{"result":{"sys_id":"0123","number":"INC1"}}""");

    [Fact]
    public async Task A_record_is_looked_up_before_it_is_created()
    {
        await using var station = await StartAsync(Nothing, Written);

        Assert.Equal(new Delivered(), await station.TellAsync(Effect, Table(station)));

        Assert.Equal(["GET", "POST"], station.Requests.Select(request => request.Method));
        Assert.All(station.Requests, request => Assert.Equal("/api/now/table/incident", request.Path));
        Assert.Contains(
            $"correlation_id={Messages.IncidentId}^active=true",
            Uri.UnescapeDataString(station.Requests[0].Query),
            StringComparison.Ordinal);
        Assert.Equal("Basic dXNlcjpwYXNz", station.Requests[1].Headers["authorization"]);
    }

    [Fact]
    public async Task A_record_that_exists_is_changed()
    {
        await using var station = await StartAsync(Found(4), Written);

        await station.TellAsync(Messages.Effect(Messages.Message(Occasion.Resolved, IncidentState.Resolved)), Table(station));

        Assert.Equal(("PATCH", "/api/now/table/incident/0123"), (station.Requests[1].Method, station.Requests[1].Path));
        Assert.Equal("6", (string?)JsonNode.Parse(station.Requests[1].Body)!["state"]);
    }

    [Fact]
    public async Task A_message_that_arrived_although_its_answer_was_lost_is_not_written_twice()
    {
        await using var station = await StartAsync(Found(5));

        Assert.Equal(new Delivered(), await station.TellAsync(Effect, 2, Table(station)));
        Assert.Equal(["GET"], station.Requests.Select(request => request.Method));
    }

    [Fact]
    public async Task A_creation_that_failed_looks_up_again_before_it_creates_again()
    {
        await using var station = await StartAsync(Nothing, new Reply(500), Found(5));

        Assert.Equal(new Delivered(), await station.TellAsync(Effect, Table(station)));
        Assert.Equal(["GET", "POST", "GET"], station.Requests.Select(request => request.Method));
    }

    [Theory]
    [InlineData("""{"result":[{"sys_id":"4567","state":"2","correlation_id":"of another system"}]}""")]
    [InlineData("""{"result":[{"sys_id":"4567","state":"2"}]}""")]
    public async Task A_record_of_something_else_is_never_changed(string answer)
    {
        await using var station = await StartAsync(new Reply(200, answer), Written);

        Assert.Equal(
            new DeliveryFailed("ServiceNow answered with the record of something else; may its user read correlation_id?"),
            await station.TellAsync(Effect, Table(station)));
        Assert.Equal(["GET"], station.Requests.Select(request => request.Method));
    }

    [Theory]
    [InlineData("<html>Your instance is hibernating</html>")]
    [InlineData("{\"result\":\"\"}")]
    [InlineData("{}")]
    public async Task An_instance_that_sleeps_and_says_success_has_failed(string page)
    {
        await using var station = await StartAsync(new Reply(200, page));

        Assert.Equal(
            "ServiceNow answered with success, but not as its Table API does",
            Assert.IsType<RetryLater>(await station.TellAsync(Effect, Table(station))).Reason);
    }

    [Fact]
    public async Task A_key_goes_into_its_header()
    {
        await using var station = await StartAsync(Nothing, Written);
        station.Secrets.Texts["servicenow"] = """{"apiKey":"k"}""";

        await station.TellAsync(Effect, Table(station));

        Assert.Equal("k", station.Requests[0].Headers["x-sn-apikey"]);
        Assert.False(station.Requests[0].Headers.ContainsKey("authorization"));
    }

    [Fact]
    public async Task A_secret_without_credentials_is_said()
    {
        await using var station = await StartAsync(Nothing);
        station.Secrets.Texts["servicenow"] = "{}";

        Assert.Equal(
            new DeliveryFailed("its secret has neither apiKey nor user and password"), await station.TellAsync(Effect, Table(station)));
    }

    private static Reply Found(int writtenUpTo) =>
        new(
            200,
            $$"""{"result":[{"sys_id":"0123","state":"2","correlation_id":"{{Messages.IncidentId}}","correlation_display":"ContactCenterServerless {{Messages.IncidentId}}.{{writtenUpTo}}"}]}""");

    private static Endpoint Table(Station station) =>
        new() { Channel = Channel.ServiceNow, To = station.Address.AbsoluteUri, Secret = "servicenow" };

    private static async Task<Station> StartAsync(params Reply[] replies)
    {
        var station = await Station.StartAsync(replies);
        station.Secrets.Texts["servicenow"] = """{"user":"user","password":"pass"}""";
        return station;
    }
}
