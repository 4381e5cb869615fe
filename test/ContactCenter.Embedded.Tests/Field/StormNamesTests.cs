using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Text;
using ContactCenter.Core.Tests.Monitoring.Parsing;

namespace ContactCenter.Embedded.Tests.Field;

/// <summary>A storm names what customers are not served by, each once, whatever way it comes to that.</summary>
public sealed class StormNamesTests
{
    private static readonly DateTimeOffset Nine = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private const string Instance = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";

    [Theory]
    [InlineData("Queue Cards", "full", "QueueCapacityExceededError", "Queue", "QueueName", "Cards")]
    [InlineData("Queue Technical", "cc-prod/queue-full/Technical", "QueueCapacityExceededError", "Queue", "QueueName", "Technical")]
    [InlineData("Kündigung 取消", "full", "QueueCapacityExceededError", "Queue", "QueueName", "Kündigung 取消")]
    [InlineData("Instance example-bank", "cc-prod/calls-rejected/example-bank", "ThrottledCalls", "VoiceCalls", null, null)]
    public async Task A_P1_in_a_storm_is_in_a_headline_by_name(
        string subject, string alarm, string metric, string group, string? dimension, string? value)
    {
        using var replay = await StormAsync();
        await replay.HearAsync(new AlarmPayload
        {
            Name = alarm,
            Metric = metric,
            Threshold = 1,
            Statistic = "Sum",
            At = Nine.AddMinutes(12),
            Dimensions =
            [
                ("InstanceId", Instance), ("MetricGroup", group), .. dimension is null ? [] : ((string, string)[])[(dimension, value!)],
            ],
        }.Bytes(PayloadShape.SnsEvent));
        await replay.PassAsync(1);

        Assert.Contains(replay.Told, effect => effect.Message.Severity == Severity.P1
            && effect.At >= Nine.AddMinutes(12)
            && PlainText.Subject(effect.Message).Contains(subject, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Eleven_P1s_in_a_storm_are_each_in_a_headline()
    {
        using var replay = await StormAsync();
        string[] queues = [.. Enumerable.Range(1, 11).Select(static i => $"Team{i:00}")];
        foreach (var (i, queue) in queues.Index())
        {
            await replay.HearAsync((Full(queue) with { At = Nine.AddMinutes(12).AddSeconds(i) }).Bytes(PayloadShape.SnsEvent));
        }

        await replay.PassAsync(1);
        Assert.All(queues, queue => Assert.Contains(replay.Subjects, subject => subject.Contains(queue, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_P1_of_a_queue_that_was_announced_is_not_announced_again_for_another_alarm_of_it()
    {
        using var replay = await StormAsync();
        await replay.HearAsync((Full("Cards") with { At = Nine.AddMinutes(12) }).Bytes(PayloadShape.SnsEvent));
        await replay.PassAsync(1);
        var before = replay.Told.Count;
        await replay.HearAsync((Full("Cards") with { Name = "again", At = Nine.AddMinutes(13) }).Bytes(PayloadShape.SnsEvent));

        Assert.DoesNotContain(replay.Told.Skip(before), static effect => effect.Message.Occasion == Occasion.Raised);
    }

    [Fact]
    public async Task A_P1_that_is_told_by_a_queue_of_a_mild_alarm_in_the_storm_is_announced()
    {
        using var replay = await StormAsync();
        await replay.HearAsync((Full("Cards") with { Name = "size", Metric = "QueueSize", At = Nine.AddMinutes(2) })
            .Bytes(PayloadShape.SnsEvent));
        await replay.HearAsync((Full("Cards") with { At = Nine.AddMinutes(12) }).Bytes(PayloadShape.SnsEvent));
        await replay.PassAsync(1);

        Assert.Contains(replay.Subjects, static subject => subject.StartsWith("[P1]", StringComparison.Ordinal)
            && subject.Contains("Queue Cards", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_P1_that_ends_and_comes_back_while_the_storm_lasts_is_announced_again()
    {
        using var replay = await StormAsync();
        await replay.HearAsync((Full("Cards") with { At = Nine.AddMinutes(12) }).Bytes(PayloadShape.SnsEvent));
        await replay.HearAsync(FieldReplay.Recovery(Full("Cards"), Nine.AddMinutes(14)));
        await replay.PassAsync(60);
        var before = replay.Told.Count;
        await replay.HearAsync((Full("Cards") with { At = Nine.AddMinutes(80) }).Bytes(PayloadShape.SnsEvent));
        await replay.PassAsync(1);

        Assert.Contains(
            replay.Told.Skip(before),
            static effect => PlainText.Subject(effect.Message).Contains("Queue Cards", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_P1_of_another_account_is_told_with_its_account()
    {
        using var replay = await StormAsync();
        await replay.HearAsync((Full("Cards") with { AccountId = "210987654321", At = Nine.AddMinutes(12) }).Bytes(PayloadShape.SnsEvent));
        await replay.PassAsync(1);

        Assert.Contains(replay.Subjects, static subject => subject.Contains("210987654321", StringComparison.Ordinal));
    }

    /// <summary>The storm of the case without what is worst in it.</summary>
    private static async Task<FieldReplay> StormAsync()
    {
        var text = FieldReplay.Text("storm-hides-p1.json");
        var replay = new FieldReplay();
        var worst = text.IndexOf("their-full", StringComparison.Ordinal);
        await replay.HearAsync(text[..text.LastIndexOf(",{\"Records\"", worst, StringComparison.Ordinal)] + "]");
        await replay.PassAsync(5);
        return replay;
    }

    private static AlarmPayload Full(string queue) => new()
    {
        Name = $"full {queue}",
        Metric = "QueueCapacityExceededError",
        Threshold = 1,
        Statistic = "Sum",
        Dimensions = Queue(queue),
    };

    private static (string, string)[] Queue(string name) => [("InstanceId", Instance), ("MetricGroup", "Queue"), ("QueueName", name)];
}
