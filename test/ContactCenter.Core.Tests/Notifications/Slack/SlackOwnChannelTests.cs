using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Slack;

namespace ContactCenter.Core.Tests.Notifications.Slack;

/// <summary>The channel of a P1's own: its name is Slack's to refuse, and the same for whoever makes it a second time.</summary>
public sealed class SlackOwnChannelTests
{
    [Theory]
    [InlineData("Billing", "inc-7q2m9kxa-3-billing")]
    [InlineData("Größe & Maße  (Süd)", "inc-7q2m9kxa-3-groesse-masse-sued")]
    [InlineData("請求", "inc-7q2m9kxa-3")]
    [InlineData("", "inc-7q2m9kxa-3")]
    [InlineData(null, "inc-7q2m9kxa-3")]
    public void It_is_called_by_the_incident_and_the_resource(string? resource, string name) =>
        Assert.Equal(name, SlackOwnChannel.Name(Messages.Message() with { Resource = resource }));

    [Theory]
    [InlineData(Messages.Hostile)]
    [InlineData("a-very-long-name-of-a-queue-that-goes-on-and-on-and-on-and-on-and-on-and-on-and-on-until-nobody-reads-it")]
    public void Whatever_the_resource_is_called_Slack_takes_the_name(string resource) =>
        Assert.Matches("^[a-z0-9-]{1,80}$", SlackOwnChannel.Name(Messages.Message() with { Resource = resource }));

    [Fact]
    public void The_name_is_the_same_in_every_language()
    {
        var message = Messages.Message();

        Assert.Equal(SlackOwnChannel.Name(message), SlackOwnChannel.Name(message.For(Reader.Of("de", "Europe/Berlin"))));
    }

    [Theory]
    [InlineData(Severity.P1, IncidentState.Open, true)]
    [InlineData(Severity.P1, IncidentState.Acknowledged, true)]
    [InlineData(Severity.P1, IncidentState.Mitigated, false)]
    [InlineData(Severity.P1, IncidentState.Resolved, false)]
    [InlineData(Severity.P2, IncidentState.Open, false)]
    public void Only_a_P1_that_is_not_over_is_worth_one(Severity severity, IncidentState state, bool isWorthIt) =>
        Assert.Equal(isWorthIt, SlackOwnChannel.IsWanted(Messages.Message(Occasion.Opened, state, severity)));

    [Fact]
    public void A_topic_has_the_length_that_Slack_takes()
    {
        var topic = (string)SlackOwnChannel.Topic("C1", Messages.WithText(Messages.Hostile)).Body["topic"]!;

        Assert.InRange(topic.Length, 1, SlackOwnChannel.MaximumTopic);
    }
}
