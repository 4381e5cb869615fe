using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Notifications.Answers;
using ContactCenter.Core.Tests.Incidents;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Core.Tests.Notifications.Answers;

/// <summary>In which language the pages behind links are.</summary>
public sealed class LinkLanguageTests
{
    private static readonly DateTimeOffset Now = Messages.Opened;

    private readonly InMemoryIncidentStore _store = new();

    [Fact]
    public async Task A_link_of_a_German_message_leads_to_a_German_page()
    {
        var link = LinkOf("de");

        var page = await AskAsync("GET", link);

        Assert.Contains("<html lang=\"de\">", page, StringComparison.Ordinal);
        Assert.Contains("<h1>&#220;bernehmen?</h1>", page, StringComparison.Ordinal);
        Assert.Contains(" Warteschlange Billing: Kunden warten zu lange</strong><br>Vorfall ", page, StringComparison.Ordinal);
        Assert.Contains("Es wird festgehalten als getan von ann@example.com", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_done_is_said_in_German_too() =>
        Assert.Contains(
            "<h1>Vielen Dank</h1><p>ann@example.com hat Vorfall ", await AskAsync("POST", LinkOf("de")), StringComparison.Ordinal);

    [Fact]
    public async Task A_link_of_an_English_message_leads_to_an_English_page_whatever_the_browser_asks_for() =>
        Assert.Contains("<h1>Acknowledge?</h1>", await AskAsync("GET", LinkOf("en"), "de"), StringComparison.Ordinal);

    [Theory]
    [InlineData("de-AT, en;q=0.5", "de")]
    [InlineData("fr, en;q=0.5, de;q=0.8", "de")]
    [InlineData("de;q=0, en", "en")]
    [InlineData("fr", "de")]
    [InlineData(null, "de")]
    [InlineData(";;q=,,;q=x", "de")]
    public async Task A_link_that_is_broken_is_told_as_the_browser_asks_and_else_as_the_center_reads(string? asked, string language) =>
        Assert.Contains(
            $"<html lang=\"{language}\">",
            await AskAsync("GET", new Uri("https://cc.example.com/a/broken"), asked, center: "de"),
            StringComparison.Ordinal);

    [Fact]
    public async Task A_link_that_is_too_old_is_told_as_it_was_made() =>
        Assert.Contains(
            "Dieser Link ist zu alt", await AskAsync("GET", LinkOf("de"), now: Now.AddDays(30)), StringComparison.Ordinal);

    [Fact]
    public void A_short_link_says_its_language_too() =>
        Assert.EndsWith("?de", LinkOf("de", Channel.Sms, "sms 0123").AbsoluteUri, StringComparison.Ordinal);

    private Uri LinkOf(string language, Channel channel = Channel.Email, string recipient = "ann@example.com")
    {
        var red = Alarms.Change("queue-wait-time", "Billing", AlarmState.Alarm, Now);
        var decision = new IncidentDesk(Desk.Center(), _store).Pipeline.ReceiveAsync(new ChangedAlarm(red), Now).AsTask().Result.Decision;
        var message = Messages.Message() with { IncidentId = decision.After.Incident!.Id, Reader = Reader.Of(language, null) };
        return Messages.Links(Messages.Effect(message, channel), recipient).Actions[PersonAction.Acknowledge];
    }

    private async Task<string> AskAsync(
        string method, Uri link, string? asked = null, string? center = null, DateTimeOffset? now = null)
    {
        var configuration = Desk.Center() with { Messages = new MessageSettings { Language = center } };
        var desk = new IncidentDesk(configuration, _store);
        var answers = new PersonAnswers(_store, desk.Pipeline, desk.Policy, new Notes { Now = Now });
        var request = new AnswerRequest
        {
            Method = method,
            Segment = link.Segments[^1],
            Query = link.Query.TrimStart('?'),
            Headers = asked is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["Accept-Language"] = asked },
        };
        return (await answers.LinkAsync(request, Messages.Keys, now ?? Now, TestContext.Current.CancellationToken)).Body;
    }
}
