using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Service;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Tests.Configuration;

namespace ContactCenter.Core.Tests.Contacts.Service;

public sealed class OpenIncidentsTests
{
    private static readonly ContactCenterConfiguration Sample = SampleConfiguration.Read();
    private static readonly CorrelationKey Api = new("api", "crm", "123456789012/eu-central-1");

    [Theory]
    [InlineData(IncidentState.Open, Severity.P1, true)]
    [InlineData(IncidentState.Acknowledged, Severity.P2, true)]
    [InlineData(IncidentState.Open, Severity.P3, false)]
    [InlineData(IncidentState.Mitigated, Severity.P1, false)]
    [InlineData(IncidentState.Resolved, Severity.P1, false)]
    public void Only_what_is_red_and_felt_by_callers_counts(IncidentState state, Severity severity, bool counts) =>
        Assert.Equal(counts, OpenIncidents.Of(Correlation(Api, state, severity), Sample).Any());

    [Fact]
    public void A_storm_stands_for_each_of_its_red_alarms()
    {
        var storm = Correlation(CorrelationKey.Storm("123456789012/eu-central-1"), IncidentState.Open, Severity.P1) with
        {
            Tracks =
            [
                Track("cc-prod/api-failures/crm", AlarmState.Alarm),
                Track("cc-prod/queue-wait-time/Billing", AlarmState.Ok),
                Track("somebody's own alarm", AlarmState.Alarm),
                Track("cc-prod/queue-wait-time/Cards", AlarmState.Alarm),
            ],
        };

        Assert.Equal(
            [("api", "crm"), ("queue", "Cards")],
            OpenIncidents.Of(storm, Sample).Select(static incident => (incident.Group, incident.Resource)));
    }

    [Fact]
    public void A_queue_that_is_forced_counts_as_one_that_does_not_work()
    {
        var known = new OpenIncidents([new OpenIncident("A-1", "queue", "Billing", Severity.P2, DateTimeOffset.UnixEpoch)]);

        var forced = known.With(["Billing"], DateTimeOffset.UnixEpoch);

        Assert.Equal(
            (OpenIncidents.Forced, Severity.P1), (Assert.Single(forced.All).Incident, forced.Find("queue", "Billing")!.Severity));
    }

    [Fact]
    public void A_caller_for_a_queue_that_is_forced_is_sent_to_its_standby() => Assert.Equal(
        "General",
        new ServiceCheck(Sample)
            .Check(new ServiceNeed("Billing", null, [], null), OpenIncidents.None.With(["Billing"], DateTimeOffset.UnixEpoch))
            .StandbyQueue?.Name);

    private static AlarmTrack Track(string name, AlarmState state) => new()
    {
        Id = new AlarmId($"arn:{name}", null),
        Name = name,
        Incident = 1,
        Severity = Severity.P1,
        Moments = [new AlarmMoment(DateTimeOffset.UnixEpoch, state)],
    };

    private static Correlation Correlation(
        CorrelationKey key, IncidentState state, Severity severity) => Core.Incidents.Correlation.Empty(key) with
        {
            Incident = new Incident
            {
                Id = $"{key.Code}-1",
                Key = key,
                Number = 1,
                State = state,
                Severity = severity,
                Reasons = [],
                Subject = "API crm",
                Symptom = "API fails",
                Description = "",
                Runbook = "api-failures",
                Owner = "engineering",
                OpenedAt = DateTimeOffset.UnixEpoch,
                Escalation = new EscalationProgress(severity, DateTimeOffset.UnixEpoch, 0, 0),
            },
        };
}
