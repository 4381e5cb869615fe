using ContactCenter.Core.Configuration;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Core.Validation;
using ContactCenter.Embedded.ContactWeeks;

namespace ContactCenter.Embedded.Tests.ContactWeeks;

/// <summary>A week of contacts with self-service and promises and without, through the deployed functions.</summary>
public sealed class ContactWeekTests
{
    private static readonly ContactCenterConfiguration Sample =
        ConfigurationReader.Read(File.ReadAllBytes(Repository.File("samples", "contact-week.json"))).Configuration!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task With_dialogues_contacts_are_contained_and_the_others_wait_less()
    {
        var week = new ContactWeek(Sample);

        var (before, after) = (await week.RunAsync(3, isServed: false, Stop), await week.RunAsync(3, isServed: true, Stop));

        Assert.Equal((0, 0, 0), (before.Contained, before.Escalated, before.EscalatedServed));
        Assert.InRange(after.ContainedShare, 0.1, 0.35);
        Assert.True(after.ContainedForGood < after.Contained);
        Assert.True(after.MeanWait < before.MeanWait && after.GaveUp < before.GaveUp);
        Assert.True(after.Escalated > 0 && after.EscalatedServed <= after.Escalated);
        Assert.All(
            new[] { before, after }, static report => Assert.Equal(report.Queued, report.GaveUp + report.Waits.Count));
    }

    [Fact]
    public async Task The_same_seed_is_the_same_week_and_another_one_is_another()
    {
        var week = new ContactWeek(Sample);

        var (once, again, other) = (
            await week.RunAsync(1, isServed: false, Stop), await week.RunAsync(1, isServed: false, Stop),
            await week.RunAsync(2, isServed: false, Stop));

        Assert.Equal((once.Contacts, once.GaveUp, once.MeanWait), (again.Contacts, again.GaveUp, again.MeanWait));
        Assert.NotEqual((once.Contacts, once.GaveUp), (other.Contacts, other.GaveUp));
    }

    [Fact]
    public void A_file_without_dialogues_and_promises_has_nothing_to_compare() =>
        Assert.False(new ContactWeek(Sample with { Dialogues = [], Contacts = new() }).HasDifference);
}
