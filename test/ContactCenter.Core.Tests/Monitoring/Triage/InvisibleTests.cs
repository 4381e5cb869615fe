using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Changes;

namespace ContactCenter.Core.Tests.Monitoring.Triage;

/// <summary>Names with characters that are not seen, or that turn the text around them: people see the text without them.</summary>
public sealed class InvisibleTests
{
    private const string Turned = "Bil\u202Eling\u200B";

    [Fact]
    public void A_subject_is_shown_without_them() => Assert.Equal("Queue Billing", Desk.Triage(Changes.Wait(Turned)).Subject);

    [Fact]
    public void An_alarms_name_is_shown_without_them() =>
        Assert.Equal("wait-long", Desk.Triage(Changes.Nameless("wait\u2066-long\u2069")).Name);

    [Fact]
    public void Owner_and_reasons_are_shown_without_them()
    {
        var alarm = Desk.Triage(Changes.Wait() with { Description = "{\"severity\":\"P2\",\"owner\":\"o\u202Eps\"}", Metrics = [] });

        Assert.DoesNotContain(alarm.Owner + string.Concat(alarm.Assessment.Reasons), IsInvisible);
    }

    [Fact]
    public void A_description_is_shown_without_them() =>
        Assert.DoesNotContain(Desk.Triage(Changes.Nameless("x") with { Description = $"Look at {Turned}" }).Description, IsInvisible);

    [Fact]
    public void Names_that_only_look_alike_stay_two_alarms_and_two_incidents()
    {
        var plain = Desk.Triage(Changes.Wait("Billing"));
        var turned = Desk.Triage(Changes.Wait(Turned) with { AlarmArn = plain.Id.Arn + "\u200B" });

        Assert.NotEqual(plain.Id, turned.Id);
        Assert.NotEqual(plain.Key, turned.Key);
    }

    [Fact]
    public void A_name_of_nothing_visible_is_still_something_to_read() =>
        Assert.Equal("(nothing visible)", Desk.Triage(Changes.Nameless("\u200B\u200B")).Name);

    [Fact]
    public void The_timeline_is_written_without_them()
    {
        var desk = new Incidents.Desk();
        desk.Red("queue-full", "Billing", 0);

        var change = new ConfigurationChange("event-1", Incidents.Desk.Monday, "123456789012/eu-central-1", $"deploy by {Turned}");
        var decision = desk.Act(new ChangesNoted([change]), 1);

        Assert.EndsWith("deploy by Billing", Assert.Single(decision.Timeline).Text, StringComparison.Ordinal);
    }

    private static bool IsInvisible(char letter) => char.GetUnicodeCategory(letter) == System.Globalization.UnicodeCategory.Format;
}
