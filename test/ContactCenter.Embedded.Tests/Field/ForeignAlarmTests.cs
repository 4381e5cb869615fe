using System.Globalization;
using System.Text.Json.Nodes;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Tests.Architecture;

namespace ContactCenter.Embedded.Tests.Field;

/// <summary>Alarms of other systems through the deployed functions: SNS message in, messages out.</summary>
public sealed class ForeignAlarmTests
{
    private static readonly DateTimeOffset Nine = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly ContactCenterConfiguration Mapped = Sample.Configuration with
    {
        ForeignAlarms =
        [
            new()
            {
                Name = "PRTG",
                Title = "sensor.name",
                Text = "sensor.message",
                Key = "sensor.id",
                Link = "sensor.url",
                State = "status",
                Red = ["Down"],
                Over = ["Up"],
                Severity = "priority",
                Severities = new Dictionary<string, Severity> { ["5"] = Severity.P1 },
            },
        ],
    };

    [Theory]
    [InlineData("grafana.json", "[P3] Grafana: High memory usage: is in alarm", "https://grafana.power.example/alerting/1afz29v7z/edit")]
    [InlineData("datadog.json", "[P2] Datadog: Payment gateway is slow: is in alarm", "The payment gateway answers late.")]
    [InlineData("new-relic.json", "[P1] New Relic: Memory Used % >", "issues/0ea2df1c")]
    [InlineData("cloudevent.json", "[P2] /meters/gateways/north: Meter gateway does not answer: is in alarm", "gateways/17")]
    public async Task What_is_documented_opens_an_incident_with_its_title_severity_and_page(string file, string subject, string text)
    {
        using var replay = await HeardAsync(Sample.Configuration, Recorded(file));

        Assert.StartsWith(subject, replay.Subjects[0], StringComparison.Ordinal);
        Assert.Contains(text, replay.Told[0].Message.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Texts_that_others_leave_without_a_full_stop_stay_sentences_of_their_own()
    {
        using var replay = await HeardAsync(Sample.Configuration, Recorded("grafana.json"));

        Assert.StartsWith(
            "This alert was triggered for zone us-1. The system has high memory usage. Labels: ",
            replay.Told[0].Message.Description,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_sample_of_Grafana_is_what_is_documented() =>
        Assert.Equal(Recorded("grafana.json"), File.ReadAllText(Repository.File("samples", "grafana.json")));

    [Fact]
    public async Task A_grouped_payload_is_an_incident_for_each_of_its_alerts()
    {
        using var replay = await HeardAsync(Sample.Configuration, Recorded("alertmanager.json"));

        Assert.Equal([Severity.P1, Severity.P3], replay.Opened.Select(static incident => incident.Severity));
        Assert.Contains(
            replay.Told,
            static effect => effect.Message.Description.Contains("2 % of requests of the south fail.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("grafana.json", "\"status\": \"firing\"", "\"status\": \"resolved\"")]
    [InlineData("datadog.json", "Triggered on", "Recovered on")]
    [InlineData("new-relic.json", "ACTIVATED", "CLOSED")]
    [InlineData("cloudevent.json", "gateway.triggered", "gateway.resolved")]
    public async Task What_the_other_system_calls_over_resolves_the_same_incident(string file, string red, string over)
    {
        using var replay = await HeardAsync(Sample.Configuration, Recorded(file));
        var later = Recorded(file).Replace(red, over, StringComparison.Ordinal)
            .Replace("1772442000000", "1772443000000", StringComparison.Ordinal)
            .Replace("2026-03-02T09:00:00Z", "2026-03-02T09:20:00Z", StringComparison.Ordinal)
            .Replace("0001-01-01T00:00:00Z", "2026-03-02T09:20:00Z", StringComparison.Ordinal);

        await replay.HearLateAsync(Notification(later, Nine.AddMinutes(20), null));
        await replay.PassAsync(60);

        _ = Assert.Single(replay.Opened);
        Assert.Equal(IncidentState.Resolved, replay.Decided[^1].Decision.After.Incident!.State);
    }

    [Fact]
    public async Task With_its_members_Datadog_need_not_be_guessed_from_the_title()
    {
        var red = Recorded("datadog-members.json").Replace("Recovered", "Triggered", StringComparison.Ordinal);
        using var replay = await HeardAsync(Sample.Configuration, red);
        var renamed = Recorded("datadog-members.json").Replace("is slow\"", "is slow (renamed)\"", StringComparison.Ordinal)
            .Replace("1772442000000", "1772443000000", StringComparison.Ordinal);

        await replay.HearLateAsync(Notification(renamed, Nine.AddMinutes(20), null));
        await replay.PassAsync(60);

        Assert.Equal("[P2] Datadog: Payment gateway is slow: is in alarm", replay.Subjects[0]);
        Assert.Equal(IncidentState.Resolved, replay.Decided[^1].Decision.After.Incident!.State);
    }

    [Fact]
    public async Task A_mapping_reads_what_nobody_documents()
    {
        var message = await File.ReadAllTextAsync(Repository.File("samples", "prtg.json"), TestContext.Current.CancellationToken);

        using var replay = await HeardAsync(Mapped, message);

        Assert.Equal("[P1] PRTG: Line to the meter gateway: is in alarm", replay.Subjects[0]);
        Assert.Contains("https://prtg.power.example/sensor.htm?id=2304", replay.Told[0].Message.Description, StringComparison.Ordinal);
        Assert.Contains("PRTG rates this 5.", replay.Told[0].Message.Reasons);
    }

    [Fact]
    public async Task A_state_that_is_not_mapped_is_read_by_a_person()
    {
        var message = await File.ReadAllTextAsync(Repository.File("samples", "prtg.json"), TestContext.Current.CancellationToken);

        using var replay = await HeardAsync(Mapped, message.Replace("Down", "Paused", StringComparison.Ordinal));

        Assert.StartsWith("[P3] Unrecognised alarm", replay.Subjects[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_unrecognised_keeps_the_subject_of_its_message()
    {
        using var replay = await HeardAsync(Sample.Configuration, "disk 3 of 5 is gone", "RAID degraded on store-2");

        Assert.StartsWith("[P3] RAID degraded on store-2", replay.Subjects[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_payload_with_too_many_alerts_the_first_count_and_a_person_is_told_of_the_rest()
    {
        var payload = JsonNode.Parse(Recorded("alertmanager.json"))!;
        var alert = payload["alerts"]![0]!;
        payload["alerts"] = new JsonArray([.. Enumerable.Range(0, 130).Select(i =>
        {
            var one = alert.DeepClone();
            one["fingerprint"] = $"{i}";
            return one;
        })]);

        using var replay = await HeardAsync(Sample.Configuration, payload.ToJsonString());

        Assert.InRange(replay.Opened.Count, 1, 100);
        Assert.Contains(
            replay.Decided.SelectMany(static moment => moment.Decision.Timeline),
            static line => line.Text.Contains("with 130 alarms, of which the first 99 count", StringComparison.Ordinal));
    }

    private static async Task<FieldReplay> HeardAsync(ContactCenterConfiguration configuration, string message, string? subject = null)
    {
        var replay = new FieldReplay(configuration);
        await replay.PassToAsync(Nine.AddMinutes(1));
        await replay.HearLateAsync(Notification(message, Nine.AddMinutes(1), subject));
        await replay.PassAsync(15);
        return replay;
    }

    private static string Recorded(string file) => File.ReadAllText(Repository.File("test", "Recorded", "foreign", file));

    /// <summary>The event by which Amazon SNS calls a function.</summary>
    private static string Notification(string message, DateTimeOffset at, string? subject) => new JsonObject
    {
        ["Records"] = new JsonArray(new JsonObject
        {
            ["EventSource"] = "aws:sns",
            ["EventVersion"] = "1.0",
            ["Sns"] = new JsonObject
            {
                ["Type"] = "Notification",
                ["MessageId"] = $"95df01b4-ee98-5cb9-9903-{at.Ticks % 1_000_000_000_000:D12}",
                ["Subject"] = subject,
                ["Message"] = message,
                ["Timestamp"] = at.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            },
        }),
    }.ToJsonString();
}
