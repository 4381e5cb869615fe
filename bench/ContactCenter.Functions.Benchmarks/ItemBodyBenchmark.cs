using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ContactCenter.Aws.Incidents;
using ContactCenter.Aws.Tests.Incidents;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Functions.Benchmarks;

/// <summary>Whether compressing the body of an item pays: write units by size, against the same JSON as text.</summary>
internal static class ItemBodyBenchmark
{
    private const int Rounds = 501;

    public static int Run(TextWriter output)
    {
        output.WriteLine("alarms  states  JSON bytes  stored bytes  write units as text  as stored  median time");
        foreach (var (alarms, states) in ((int, int)[])
        [
            (1, 1), (3, 4), (20, 6), (200, 5), (200, AlarmTrack.MaximumMoments), (400, AlarmTrack.MaximumMoments)
        ])
        {
            Measure(output, alarms, states);
        }

        return 0;
    }

    private static void Measure(TextWriter output, int alarms, int states)
    {
        var correlation = Of(alarms, states);
        var json = JsonSerializer.SerializeToUtf8Bytes(correlation, StoredJson.Default.Correlation).Length;
        var times = new TimeSpan[Rounds];
        var stored = 0;
        for (var i = 0; i < Rounds; i++)
        {
            var start = Stopwatch.GetTimestamp();
            stored = ItemBody.Size(ItemBody.Write(correlation, StoredJson.Default.Correlation));
            times[i] = Stopwatch.GetElapsedTime(start);
        }

        Array.Sort(times);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{alarms,6}  {states,6}  {json,10}  {stored,12}  {Units(json),19}  {Units(stored),9}  "
                + $"{times[Rounds / 2].TotalMicroseconds,8:F0} us"));
    }

    /// <summary>Two for each begun kilobyte: the item is written in a transaction.</summary>
    private static int Units(int bytes) => 2 * ((bytes + 1023) / 1024);

    private static Correlation Of(int alarms, int states)
    {
        var opened = Samples.Opening("Billing", Samples.Noon).Correlation;
        return opened with
        {
            Tracks = [.. Enumerable.Range(0, alarms).Select(i => opened.Tracks[0] with
            {
                Id = new AlarmId($"arn:aws:cloudwatch:eu-central-1:123456789012:alarm:cc-prod-queue-wait-{i}", null),
                Name = $"cc-prod-queue-wait-{i}",
                Moments = [.. Enumerable.Range(0, states).Select(m => new AlarmMoment(
                    Samples.Noon.AddMilliseconds((m * 60_000) + (((i * 7919) + (m * 104_729)) % 60_000)),
                    m % 2 == 0 ? AlarmState.Alarm : AlarmState.Ok))],
            })],
        };
    }
}
