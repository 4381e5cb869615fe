using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Catalog;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Tests.Configuration;
using ContactCenter.Core.Tests.Monitoring.Triage;

namespace ContactCenter.Core.Tests.Monitoring.Plan;

public sealed class CompositePlanTests
{
    [Fact]
    public void Every_member_is_in_the_catalog() =>
        Assert.DoesNotContain(CompositeCatalog.All.SelectMany(composite => composite.Members), id => AlarmCatalog.Default.Find(id) is null);

    [Fact]
    public void Customers_are_cut_off_only_by_what_says_that_they_are_not_served() =>
        Assert.All(
            CompositeCatalog.CutOff.Members, id => Assert.Equal(CustomerService.NotServed, AlarmCatalog.Default.Find(id)!.Customers));

    [Fact]
    public void Who_is_served_badly_is_still_served() =>
        Assert.All(
            CompositeCatalog.ServedBadly.Members,
            id => Assert.Equal(CustomerService.NotServedWhenSevere, AlarmCatalog.Default.Find(id)!.Customers));

    [Fact]
    public void A_small_center_has_one_rule_for_each_question()
    {
        var composites = Plan(4);

        Assert.Equal(["cc-prod/customers-cut-off", "cc-prod/customers-served-badly"], composites.Select(composite => composite.Name));
        Assert.Contains("ALARM(\"cc-prod/calls-rejected\") OR ", composites[0].Rule, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(700)]
    public void A_large_center_stays_within_the_limits_and_leaves_no_alarm_out(int queues)
    {
        var composites = Plan(queues);
        var named = composites.ToDictionary(composite => composite.Name);

        Assert.All(composites, composite => Assert.InRange(composite.Children.Count, 1, CompositePlan.MaximumChildren));
        Assert.All(composites, composite => Assert.InRange(composite.Rule.Length, 1, CompositePlan.MaximumRule));
        var leaves = named["cc-prod/customers-cut-off"].Children.SelectMany(child => named[child].Children).ToArray();
        Assert.Equal(queues, leaves.Count(leaf => leaf.StartsWith("cc-prod/queue-full/", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_composite_stands_after_all_that_it_names()
    {
        var composites = Plan(60);
        var places = composites.Index().ToDictionary(composite => composite.Item.Name, composite => composite.Index);

        Assert.All(composites, composite => Assert.All(
            composite.Children.Append(composite.Suppressor ?? composite.Name).Where(places.ContainsKey),
            name => Assert.InRange(places[name], 0, places[composite.Name])));
    }

    [Fact]
    public void A_question_that_nothing_answers_is_not_asked() => Assert.Empty(CompositePlan.For("cc-prod", []));

    [Fact]
    public void Without_the_one_that_explains_it_nothing_silences_a_composite()
    {
        var waits = AlarmPlan.For(SampleConfiguration.Read())
            .Where(alarm => alarm.Definition.Id == "queue-wait-time")
            .ToArray();

        Assert.Null(Assert.Single(CompositePlan.For("cc-prod", waits)).Suppressor);
    }

    [Fact]
    public void Customers_who_cannot_get_through_are_a_P1_of_the_instance()
    {
        var alarm = Desk.Triage(Changes.Nameless("cc-prod/customers-cut-off") with { Kind = AlarmKind.Composite });

        Assert.Equal(
            (Severity.P1, "Instance example-bank", "customers cannot get through"),
            (alarm.Assessment.Severity, alarm.Subject, alarm.Symptom));
        Assert.Equal("customers-cut-off", alarm.Runbook);
    }

    [Fact]
    public void It_is_the_same_incident_as_calls_that_are_turned_away()
    {
        var composite = Desk.Triage(Changes.Nameless("cc-prod/customers-cut-off") with { Kind = AlarmKind.Composite });
        var rejected = Desk.Triage(Changes.Calls("CallsBreachingConcurrencyQuota", 0, 3));

        Assert.Equal((rejected.Key.Group, rejected.Key.Resource), (composite.Key.Group, composite.Key.Resource));
    }

    [Fact]
    public void A_description_says_by_itself_what_the_alarm_is()
    {
        var wrong = AlarmPlan.For(Desk.Sample)
            .Where(alarm =>
                Desk.Definition(Changes.Nameless("renamed") with
                {
                    Description = AlarmSelfDescription.Of(alarm, Desk.Sample.RunbookUrl)
                }) != alarm.Definition.Id)
            .Select(alarm => alarm.Name);

        Assert.Empty(wrong);
    }

    [Fact]
    public void A_description_rates_an_alarm_that_a_catalog_does_not_know()
    {
        var bound = AlarmPlan.For(Desk.Sample).First(alarm => alarm.Definition.Id == "flow-failed");
        var unknown = bound with { Definition = bound.Definition with { Id = "of-a-later-version" } };

        var alarm = Desk.Triage(Changes.Nameless("renamed") with
        {
            Description = AlarmSelfDescription.Of(unknown, Desk.Sample.RunbookUrl)
        });

        Assert.Equal(
            (Severity.P1, "flow", "flow-failed", "engineering"), (alarm.Assessment.Severity, alarm.Key.Group, alarm.Runbook, alarm.Owner));
    }

    [Fact]
    public void Errors_of_all_flows_are_an_incident_of_the_instance() =>
        Assert.Equal("Instance example-bank", Desk.Triage(Changes.Nameless("cc-prod/flow-log-errors/example-bank")).Subject);

    private static BoundComposite[] Plan(int queues) =>
    [
        .. CompositePlan.For(
            "cc-prod",
            [
                .. AlarmPlan.For(
                    SampleConfiguration.Read() with
                    {
                        Queues = [.. Enumerable.Range(0, queues).Select(i => new QueueSettings { Name = $"Queue {i}" })]
                    })
            ]),
    ];
}
