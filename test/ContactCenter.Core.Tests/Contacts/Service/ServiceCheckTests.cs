using ContactCenter.Core.Common;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Service;
using static ContactCenter.Core.Tests.Contacts.Routing.RoutingCenter;

namespace ContactCenter.Core.Tests.Contacts.Service;

public sealed class ServiceCheckTests
{
    private static readonly ServiceNeed Anything = new(null, null, [], null);

    [Fact]
    public void Nothing_is_skipped_while_nothing_is_broken() => Assert.Equal(ServiceAnswer.Well, Check(Anything, OpenIncidents.None));

    [Fact]
    public void A_caller_goes_around_an_API_that_is_broken_and_is_told_why()
    {
        var answer = Check(Anything, Incident("api", "crm")).ToHookAnswer(Center().Instance);

        Assert.Equal(
            ("broken", ",crm,", "yes", "no"),
            (answer.Values["status"], answer.Values["skip"], answer.Values["skipApi"], answer.Values["skipBot"]));
        Assert.Contains("agent", answer.Sentences["announcement"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_caller_who_does_not_use_it_does_not_hear_of_it()
    {
        Assert.Equal(ServiceStatus.Ok, Check(Anything with { Uses = ["billing-api"] }, Incident("api", "crm")).Status);
        Assert.Equal(ServiceStatus.Broken, Check(Anything with { Uses = ["CRM"] }, Incident("api", "crm")).Status);
    }

    [Fact]
    public void One_contact_in_four_still_tries_what_is_broken_always_the_same_one()
    {
        var trying = Enumerable.Range(
            0, 4000).Count(i => Check(Anything with { ContactId = $"contact-{i}" }, Incident("api", "crm")).Status == ServiceStatus.Ok);
        var twice = Enumerable.Range(0, 50).All(i =>
            Check(
                Anything with { ContactId = $"contact-{i}" },
                Incident("api", "crm")).Status == Check(Anything with { ContactId = $"contact-{i}" }, Incident("api", "crm")).Status);

        Assert.InRange(trying, 900, 1100);
        Assert.True(twice);
    }

    [Fact]
    public void A_bot_is_named_as_people_know_it() => Assert.Equal(["ivr-main"], Check(Anything, Incident("ivr", "ABCDEFGHIJ")).Skip);

    [Theory]
    [InlineData("Billing", null)]
    [InlineData(null, "billing")]
    public void A_queue_with_an_incident_has_its_standby(string? queue, string? topic)
    {
        var answer = Check(Anything with { Queue = queue, Topic = topic }, Incident("queue", "Billing", Severity.P2));

        Assert.Equal((ServiceStatus.Degraded, "Cards"), (answer.Status, answer.StandbyQueue?.Name));
        Assert.Equal(ServiceStatus.Ok, Check(Anything with { Queue = "Cards" }, Incident("queue", "Billing")).Status);
    }

    [Fact]
    public void A_standby_with_an_incident_of_its_own_is_none()
    {
        var both = new OpenIncidents([.. Incident("queue", "Billing").All, .. Incident("queue", "Cards").All]);

        Assert.Null(Check(Anything with { Queue = "Billing" }, both).StandbyQueue);
    }

    [Theory]
    [InlineData("de", "Wir können Ihre Daten")]
    [InlineData("en", "We cannot look up")]
    [InlineData("fr", "We cannot look up")]
    [InlineData(null, "We cannot look up")]
    public void Without_texts_of_its_own_the_announcement_is_packaged_in_English_and_German(string? language, string expected)
    {
        var configuration = Center(center => center.Routing.Announcements = new Dictionary<string, IReadOnlyDictionary<string, string>>());

        Assert.StartsWith(
            expected,
            new ServiceCheck(configuration).Check(Anything with { Language = language }, Incident("api", "crm")).Announcement,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de", "Leider gestört.")]
    [InlineData("fr", "Out of order.")]
    [InlineData(null, "Out of order.")]
    public void The_announcement_is_in_the_callers_language_where_there_is_one(string? language, string expected)
    {
        var texts = new Dictionary<string, string> { ["de"] = "Leider gestört.", ["en"] = "Out of order." };
        var configuration = Center(center =>
            center.Routing.Announcements = new Dictionary<string, IReadOnlyDictionary<string, string>> { ["api"] = texts });

        Assert.Equal(
            expected, new ServiceCheck(configuration).Check(Anything with { Language = language }, Incident("api", "crm")).Announcement);
    }

    [Fact]
    public void When_nothing_is_known_nothing_is_skipped_and_the_answer_says_so()
    {
        var answer = Check(Anything, null).ToHookAnswer(Center().Instance);

        Assert.Equal(("unknown", "no"), (answer.Values["status"], answer.Values["skipApi"]));
    }

    [Fact]
    public void Every_answer_has_the_attributes_of_the_prepared_one() => Assert.Equal(
        ServiceAnswer.Unknown.ToHookAnswer(Center().Instance, isDefault: true).Values.Keys,
        Check(Anything, Incident("queue", "General")).ToHookAnswer(Center().Instance).Values.Keys);

    [Fact]
    public void A_need_is_read_from_a_request()
    {
        var request = new FlowRequest
        {
            LanguageCode = "de-DE",
            Parameters = new Dictionary<string, string> { ["uses"] = " crm, ,ivr-main", ["topic"] = "billing " }
        };

        var need = ServiceNeed.Of(request);

        Assert.Equal((null, "billing", "de"), (need.Queue, need.Topic, need.Language));
        Assert.Equal(["crm", "ivr-main"], need.Uses);
    }

    private static ServiceAnswer Check(ServiceNeed need, OpenIncidents? open) => new ServiceCheck(Center()).Check(need, open);
}
