using System.Globalization;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Triage;
using ContactCenter.Core.Notifications.Text;
using ContactCenter.Core.Tests.Configuration;
using FsCheck;
using FsCheck.Fluent;

namespace ContactCenter.Core.Tests.Monitoring.Parsing;

public sealed class ParserProperties
{
    private static readonly AlarmTriage Triage = new(SampleConfiguration.Read());

    [Fact]
    public void Every_shape_of_the_same_change_tells_the_same() => Prop
        .ForAll(Payloads.Valid.ToArbitrary(), payload =>
        {
            var told = Enum.GetValues<PayloadShape>().Select(shape => Essence(Parsed.Change(payload, shape))).Distinct().ToArray();
            Assert.True(told.Length == 1, string.Join("\n", told));
        })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    [Fact]
    public void Random_bytes_never_crash_the_parser() => Survives(Payloads.Noise, 500);

    [Fact]
    public void Random_pieces_of_JSON_never_crash_the_parser() => Survives(Payloads.JsonNoise, 1000);

    [Fact]
    public void Scratched_payloads_never_crash_the_parser() => Survives(Payloads.Scratched, 1500);

    [Fact]
    public void Twisted_payloads_never_crash_the_parser() => Survives(Payloads.Twisted, 2500);

    private static void Survives(Gen<byte[]> bytes, int runs) => Prop
        .ForAll(bytes.ToArbitrary(), message =>
        {
            var inputs = Parsed.All(message);
            Assert.NotEmpty(inputs);
            Assert.All(inputs, IsBounded);
        })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(runs));

    /// <summary>What came through can be used without a second look: bounded, clean, and triage can work with it.</summary>
    private static void IsBounded(AlarmInput input)
    {
        switch (input)
        {
            case ChangedAlarm { Change: var change }:
                Assert.InRange(change.AlarmName.Length, 1, 255);
                Assert.InRange(change.AlarmArn.Length, 1, 1600);
                Assert.InRange(change.AccountId.Length, 0, 12);
                Assert.InRange(change.Region.Length, 0, 32);
                Assert.InRange(change.At.Year, 2000, 2199);
                Assert.True(double.IsFinite(change.Threshold ?? 0) && double.IsFinite(change.Value ?? 0));
                Assert.DoesNotContain(change.AlarmName + change.AlarmArn + change.Reason + change.Description, char.IsControl);
                CanBeTold(Triage.Triage(change, Parsed.ReceivedAt));
                break;
            case UnrecognisedMessage message:
                Assert.InRange(message.Text.Length, 0, UnrecognisedMessage.MaximumLength);
                Assert.InRange(message.Id.Length, 1, 128);
                Assert.InRange(message.What.Length, 1, 150);
                Assert.DoesNotContain(message.What + message.Text + message.Id, char.IsControl);
                CanBeTold(Triage.Triage(message, Parsed.ReceivedAt));
                break;
            case RefusedMessage refused:
                Assert.StartsWith("not ", refused.Problem, StringComparison.Ordinal);
                break;
            default:
                Assert.Fail($"an input of an unknown kind: {input}");
                break;
        }
    }

    private static void CanBeTold(TriagedAlarm alarm)
    {
        Assert.NotEmpty(alarm.Assessment.Reasons);
        Assert.NotEmpty(alarm.Subject);
        Assert.NotEmpty(alarm.Symptom);
        Assert.NotEmpty(alarm.Description);
        Assert.NotEmpty(alarm.Runbook);
        Assert.InRange(PlainText.Subject(Notifications.MessageBuilder.Of(alarm)).Length, 1, PlainText.MaximumSubject);
    }

    private static string Essence(AlarmChange change) => string.Join(
        " | ",
        change.AlarmArn,
        change.AlarmName,
        change.AccountId,
        change.Region,
        change.Description,
        change.Kind,
        change.State,
        change.PreviousState,
        change.Reason,
        change.At.ToString("O", CultureInfo.InvariantCulture),
        change.ContributorId,
        string.Join(",", change.ContributorAttributes),
        string.Join(
            ",",
            change.Metrics.Select(metric =>
                $"{metric.Namespace} {metric.Name} {metric.Statistic} {metric.Period} {string.Join(";", metric.Dimensions)}")),
        change.Comparison,
        change.Threshold?.ToString(CultureInfo.InvariantCulture),
        change.Value?.ToString(CultureInfo.InvariantCulture),
        string.Join(",", change.Children));
}
