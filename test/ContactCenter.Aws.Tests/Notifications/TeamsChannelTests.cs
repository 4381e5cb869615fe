using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Tests.Notifications;

namespace ContactCenter.Aws.Tests.Notifications;

public sealed class TeamsChannelTests
{
    private static readonly NotifyEffect Effect = Messages.Effect(Messages.Message());
    private static readonly Endpoint Teams = new() { Channel = Channel.Teams, To = "Operations", Secret = "teams" };

    [Fact]
    public async Task A_card_with_signed_links_is_posted_to_the_secret_address()
    {
        await using var station = await StartAsync(new Reply(202));

        Assert.Equal(new Delivered(), await station.TellAsync(Effect, Teams));

        var request = Assert.Single(station.Requests);
        Assert.Equal(("/workflows/1", "?sig=abc"), (request.Path, request.Query));
        Assert.Contains("https://cc.example.com/a/1~k2~a~", request.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Success_whose_text_says_too_many_requests_is_repeated()
    {
        await using var station = await StartAsync(
            new Reply(200, "Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 429"),
            new Reply(200, "1"));

        Assert.Equal(new Delivered(), await station.TellAsync(Effect, Teams));
        Assert.Equal(2, station.Requests.Count);
    }

    [Fact]
    public async Task Success_whose_text_says_forbidden_is_a_failure()
    {
        await using var station = await StartAsync(new Reply(200, "Microsoft Teams endpoint returned HTTP error 403"));

        Assert.Equal(new DeliveryFailed("it answered 200 with the text \"HTTP error 403\""), await station.TellAsync(Effect, Teams));
    }

    [Fact]
    public async Task Without_keys_the_message_goes_out_without_links()
    {
        await using var station = await StartAsync(new Reply(202));
        station.Secrets.Texts.Remove("links");

        Assert.Equal(new Delivered(), await station.TellAsync(Effect, Teams));
        Assert.DoesNotContain("cc.example.com", Assert.Single(station.Requests).Text, StringComparison.Ordinal);
    }

    private static async Task<Station> StartAsync(params Reply[] replies)
    {
        var station = await Station.StartAsync(replies);
        station.Secrets.Texts["teams"] = $"{station.Address}workflows/1?sig=abc";
        return station;
    }
}
