using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Dashboards;
using ContactCenter.Core.Tests.Configuration;

namespace ContactCenter.Core.Tests.Monitoring.Dashboards;

/// <summary>Dashboards plot what alarms read, with the thresholds at which they turn red.</summary>
public sealed partial class DashboardTests
{
    private static readonly ContactCenterConfiguration Sample = SampleConfiguration.Read();

    private static readonly ContactCenterConfiguration Large =
        Sample with
        {
            Queues =
            [
                .. Enumerable.Range(
                    0,
                    700).Select(i => new QueueSettings { Name = $"Queue {i}", Importance = i == 699 ? Importance.High : Importance.Normal })
            ]
        };

    [Fact]
    public void A_manager_reads_about_customers_first()
    {
        var titles = DashboardPlan.For(Sample)
            .Single(dashboard => dashboard.Id == DashboardPlan.Executive).Panels
            .Select(panel => panel.Title)
            .ToArray();

        Assert.Equal("Can customers get through, and are they served well?", titles[0]);
        Assert.Superset(
            new HashSet<string> { "Calls answered in time", "Longest wait of callers", "Callers who gave up waiting" }, titles.ToHashSet());
    }

    [Fact]
    public void A_limit_is_the_threshold_of_the_alarm_also_where_the_configuration_changes_it()
    {
        var changed = Sample with { Alarms = new Dictionary<string, AlarmOverride> { ["abandonment-rate"] = new() { Threshold = 7 } } };

        Assert.Equal(7, Assert.Single(Panel(changed, "Callers who gave up waiting").Limits).Value);
    }

    [Fact]
    public void A_queue_with_a_limit_of_its_own_is_named_at_it() =>
        Assert.Contains(
            Panel(Sample, "Longest wait of callers").Limits,
            limit => limit is { Value: 60, Label: "customers wait too long (Cards)" });

    [Fact]
    public void Warning_and_critical_are_two_limits_of_one_line()
    {
        var panel = Panel(Sample, "Share of the phone lines in use");

        Assert.Single(panel.Series);
        Assert.Equal([0.8, 0.95], panel.Limits.Select(limit => limit.Value).Order());
    }

    [Fact]
    public void A_center_without_bots_has_no_panel_of_bots() =>
        Assert.DoesNotContain(
            DashboardPlan.For(Sample with { Bots = [] }).SelectMany(dashboard => dashboard.Panels),
            panel => panel.Title.StartsWith("Bots", StringComparison.Ordinal));

    [Fact]
    public void Of_more_queues_than_a_panel_has_room_for_the_important_stay_and_the_title_says_so()
    {
        var panel = Panel(Large, "Longest wait of callers (the first 100 of 700)");

        Assert.Equal((100, "Queue 699"), (panel.Series.Count, panel.Series[0].Label));
    }

    [Fact]
    public void CloudWatch_gets_no_more_than_it_takes()
    {
        foreach (var body in Bodies(Large))
        {
            var metrics = body["widgets"]!.AsArray().Select(widget => widget!["properties"]!["metrics"]?.AsArray().Count ?? 0).ToArray();
            var alarms = body["widgets"]!.AsArray().Select(widget => widget!["properties"]!["alarms"]?.AsArray().Count ?? 0);

            Assert.InRange(metrics.Max(), 1, 500);
            Assert.InRange(metrics.Sum(), 1, 2_500);
            Assert.InRange(alarms.Max(), 1, 100);
        }
    }

    [Fact]
    public void No_two_metrics_of_a_widget_share_an_id_and_every_formula_knows_its_metrics()
    {
        foreach (var widget in Bodies(Sample)
            .SelectMany(body => body["widgets"]!.AsArray())
            .Where(widget => (string?)widget!["type"] == "metric"))
        {
            var shown = widget!["properties"]!["metrics"]!.AsArray().Select(row => row!.AsArray()[^1]!).ToArray();
            var ids = shown.Select(options => (string)options["id"]!).ToArray();

            Assert.Equal(ids.Length, ids.Distinct().Count());
            Assert.All(shown.Where(options => options["expression"] is not null), options =>
                Assert.All(
                    Identifier().Matches((string)options["expression"]!).Select(match => match.Value), name => Assert.Contains(name, ids)));
        }
    }

    [Fact]
    public void No_widget_lies_on_another()
    {
        foreach (var body in Bodies(Sample))
        {
            var cells = body["widgets"]!.AsArray().SelectMany(widget =>
                from x in Enumerable.Range((int)widget!["x"]!, (int)widget["width"]!)
                from y in Enumerable.Range((int)widget["y"]!, (int)widget["height"]!)
                select (x, y)).ToArray();

            Assert.Equal(cells.Length, cells.Distinct().Count());
            Assert.InRange(cells.Max(cell => cell.x), 1, 23);
        }
    }

    [Theory]
    [InlineData(DashboardPlan.Executive)]
    [InlineData(DashboardPlan.Operations)]
    public void Grafana_reads_the_same_metrics(string id)
    {
        var dashboard = DashboardPlan.For(Sample).Single(dashboard => dashboard.Id == id);
        var cloudWatch = JsonNode.Parse(CloudWatchDashboard.Body(dashboard, Sample.Instance))!["widgets"]!.AsArray()
            .SelectMany(widget => widget!["properties"]!["metrics"]?.AsArray() ?? [])
            .Select(row => row!.AsArray()).Where(row => row.Count > 1).Select(row => $"{row[0]} {row[1]}");
        var grafana = Targets(Grafana(id))
            .Where(target => target["metricName"] is not null)
            .Select(target => $"{target["namespace"]} {target["metricName"]}");

        Assert.Equal(cloudWatch.Distinct().Order(StringComparer.Ordinal), grafana.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void In_Grafana_the_reader_chooses_source_Region_instance_and_queues()
    {
        var root = Grafana(DashboardPlan.Executive);
        var text = root["panels"]!.ToJsonString();

        Assert.Equal(
            ["datasource", "region", "instance", "queue"],
            root["templating"]!["list"]!.AsArray().Select(variable => (string?)variable!["name"]));
        Assert.DoesNotContain(Sample.Instance.Id, text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"Billing\"", text, StringComparison.Ordinal);
        Assert.Contains("\"QueueName\":\"$queue\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void In_Grafana_all_queues_are_one_query() =>
        Assert.Single(Grafana(DashboardPlan.Executive)["panels"]!
            .AsArray()
            .Single(panel => (string?)panel!["title"] == "Longest wait of callers")!["targets"]!
            .AsArray());

    [Fact]
    public void A_Grafana_file_has_a_uid_that_stays() =>
        Assert.Equal("contact-center-operations", (string?)Grafana(DashboardPlan.Operations)["uid"]);

    [Fact]
    public void Limits_rise_as_Grafana_wants_them()
    {
        foreach (var panel in Grafana(DashboardPlan.Operations)["panels"]!.AsArray())
        {
            var steps = panel!["fieldConfig"]!["defaults"]!["thresholds"]!["steps"]!.AsArray()
                .Skip(1)
                .Select(step => (double)step!["value"]!)
                .ToArray();

            Assert.Equal(steps.Distinct().Order(), steps);
        }
    }

    [Fact]
    public void Every_part_has_a_share_of_the_month_in_which_it_worked()
    {
        var panel = Panel(Sample, "Worked in the last 30 days, of a hundred requests");

        Assert.Superset(
            new HashSet<string> { "Contact flows", "Bot ivr-main", "Classifier", "Hook look-up-customer", "API crm" },
            panel.Series.Select(series => series.Label).ToHashSet());
        Assert.All(panel.Series.SelectMany(series => series.Metrics), metric => Assert.Equal(TimeSpan.FromDays(30), metric.Period));
        Assert.All(panel.Series, series => Assert.StartsWith("100 - 100 * ", series.Expression, StringComparison.Ordinal));
    }

    [Fact]
    public void Two_queries_of_a_panel_never_share_a_name() => Assert.All(
        Grafana(DashboardPlan.Operations)["panels"]!.AsArray(),
        panel => Assert.Distinct(panel!["targets"]!.AsArray().Select(target => (string)target!["refId"]!)));

    [Fact]
    public void In_Grafana_incidents_and_the_alarms_of_this_deployment_are_drawn_in()
    {
        var annotations = Grafana(DashboardPlan.Executive)["annotations"]!["list"]!.AsArray();

        Assert.Equal(["Annotations & Alerts", "Incidents", "Alarms"], annotations.Select(static one => (string?)one!["name"]));
        Assert.Equal(
            ["contact-center", "incident", "cc-prod"], annotations[1]!["target"]!["tags"]!.AsArray().Select(static tag => (string?)tag));
        Assert.Equal("cc-prod/", (string?)annotations[2]!["target"]!["alarmNamePrefix"]);
    }

    private static Panel Panel(ContactCenterConfiguration configuration, string title) =>
        Assert.Single(DashboardPlan.For(configuration).SelectMany(dashboard => dashboard.Panels), panel => panel.Title == title);

    private static IEnumerable<JsonNode> Bodies(ContactCenterConfiguration configuration) =>
        DashboardPlan.For(configuration).Select(dashboard => JsonNode.Parse(CloudWatchDashboard.Body(dashboard, configuration.Instance))!);

    private static JsonNode Grafana(string id) =>
        JsonNode.Parse(GrafanaDashboard.File(
            DashboardPlan.For(Sample).Single(dashboard => dashboard.Id == id), Sample.Instance, DeploymentNames.Of(Sample)))!;

    private static IEnumerable<JsonNode> Targets(JsonNode dashboard) =>
        dashboard["panels"]!.AsArray().SelectMany(panel => panel!["targets"]!.AsArray()).OfType<JsonNode>();

    /// <summary>Names in small letters; CloudWatch writes functions in capitals.</summary>
    [GeneratedRegex("\\b[a-z][a-zA-Z0-9_]*\\b")]
    private static partial Regex Identifier();
}
