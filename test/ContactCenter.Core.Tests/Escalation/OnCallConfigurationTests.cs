using System.Text;
using ContactCenter.Core.Validation;

namespace ContactCenter.Core.Tests.Escalation;

public sealed class OnCallConfigurationTests
{
    private const string Ann = """{ "name": "ann", "endpoints": [{ "channel": "email", "to": "ann@example.com" }] }""";

    [Fact]
    public void A_schedule_is_read_and_may_stand_for_an_audience()
    {
        var reading =
            Read($$"""{ "from": "2026-01-05", "handOver": "17:30", "days": 1, "timeZone": "Europe/Berlin", "participants": [{{Ann}}] }""");

        Assert.Empty(reading.Problems);
        var schedule = reading.Configuration!.OnCall["rota"];
        Assert.Equal((new DateOnly(2026, 1, 5), new TimeOnly(17, 30), 1), (schedule.From, schedule.HandOver, schedule.Days));
    }

    [Theory]
    [InlineData("""{ "from": "2026-01-05", "participants": [] }""", "$.onCall.rota.participants")]
    [InlineData("""{ "from": "2026-01-05", "timeZone": "Mars/Olympus", "participants": [ANN] }""", "$.onCall.rota.timeZone")]
    [InlineData("""{ "from": "2026-01-05", "participants": [ANN, ANN] }""", "$.onCall.rota.participants[1].name")]
    [InlineData("""{ "from": "2026-01-05", "days": 0, "participants": [ANN] }""", "$.onCall.rota.days")]
    [InlineData(
        """{ "from": "2026-01-05", "participants": [{ "name": "b", "endpoints": [] }] }""", "$.onCall.rota.participants[0].endpoints")]
    [InlineData(
        """{ "from": "2026-01-05", "participants": [{ "name": "b", "endpoints": [{ "channel": "email", "to": "b@c.de", "fallback": true }] }] }""",
        "$.onCall.rota.participants[0].endpoints[0].fallback")]
    [InlineData(
        """{ "from": "2026-01-05", "participants": [ANN], "overrides": [{ "from": "2026-01-06T00:00:00Z", "to": "2026-01-07T00:00:00Z", "participant": "anne" }] }""",
        "$.onCall.rota.overrides[0].participant")]
    [InlineData(
        """{ "from": "2026-01-05", "participants": [ANN], "shifts": [{ "from": "08:00", "to": "16:00", "participants": ["anne"] }] }""",
        "$.onCall.rota.shifts[0].participants[0]")]
    [InlineData(
        """{ "from": "2026-01-05", "participants": [ANN], "shifts": [{ "timeZone": "Mars", "from": "08:00", "to": "16:00", "participants": ["ann"] }] }""",
        "$.onCall.rota.shifts[0].timeZone")]
    [InlineData(
        """{ "from": "2026-01-05", "participants": [ANN], "overrides": [{ "from": "2026-01-08T00:00:00Z", "to": "2026-01-07T00:00:00Z", "participant": "ann" }] }""",
        "$.onCall.rota.overrides[0].to")]
    public void What_cannot_work_is_said_with_its_place(string schedule, string path) =>
        Assert.Contains(Read(schedule.Replace("ANN", Ann, StringComparison.Ordinal)).Problems, problem => problem.Path == path);

    [Fact]
    public void A_name_that_is_nearly_that_of_a_participant_is_suggested() =>
        Assert.Contains(
            Read(
                $$"""{ "from": "2026-01-05", "participants": [{{Ann}}], "overrides": [{ "from": "2026-01-06T00:00:00Z", "to": "2026-01-07T00:00:00Z", "participant": "anne" }] }""").Problems,
            problem => problem.ToString().Contains("did you mean ann?", StringComparison.Ordinal));

    private static ConfigurationReading Read(string schedule) => ConfigurationReader.Read(Encoding.UTF8.GetBytes(
        $$"""
        {
          "environment": "test",
          "instance": { "arn": "arn:aws:connect:eu-central-1:123456789012:instance/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee", "alias": "bank" },
          "onCall": { "rota": {{schedule}} },
          "escalation": { "P1": {{Steps}}, "P2": {{Steps}}, "P3": {{Steps}} }
        }
        """));

    private const string Steps = """{ "steps": [{ "after": "0m", "audience": "rota" }] }""";
}
