using System.Globalization;
using System.Text;
using System.Text.Json;
using ContactCenter.Cli.Replay;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Tests.Architecture;

namespace ContactCenter.Cli.Tests;

/// <summary>What a replay came to, from what the functions decided on the recording in <c>samples/</c> and on others.</summary>
public sealed class ReplaySummaryTests : IDisposable
{
    private static readonly string[] Sample = [Repository.File("samples", "alarm-history.json"), Repository.File("samples", "alarms.json")];

    /// <summary>The month of the sample, replayed once for all tests.</summary>
    private static readonly Lazy<Task<ReplaySummary>> October = new(() => Of(Sample));

    private readonly CommandLine _cli = new();

    public void Dispose() => _cli.Dispose();

    private static NightHours Hours { get; } = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));

    private static Task<ReplaySummary> Of(params string[] files) => Of(Settings.Load(null, TextWriter.Null)!, files);

    private static async Task<ReplaySummary> Of(ContactCenterConfiguration configuration, params string[] files)
    {
        using var recordings = new Recordings(configuration.Instance);
        Assert.All(files, file => Assert.True(recordings.TryAdd(file, () => Stream.Null)));
        using var output = new JsonReplayOutput(Stream.Null, configuration);
        var book = new ReplayBook(configuration, output);
        var totals = await new ReplayRun(configuration, book).RunAsync(
            recordings.InOrder(), TimeSpan.FromHours(1), TestContext.Current.CancellationToken);
        return book.Summary(totals, recordings.Undescribed);
    }

    private Task<ReplaySummary> At(params string[] times) => Of(_cli.File("day.jsonl", string.Join(
        '\n', times.Select((at, i) => Recorded.Message("full", i % 2 == 0 ? "ALARM" : "OK", at)))));

    [Fact]
    public async Task A_storm_is_few_incidents()
    {
        var summary = await October.Value;

        Assert.True(summary.LargestIncidents[0].TurnedRed >= 10, $"the largest has {summary.LargestIncidents[0].TurnedRed}");
        Assert.True(summary.Incidents * 2 < summary.TurnedRed, $"{summary.Incidents} incidents of {summary.TurnedRed}");
        Assert.Equal((0, 0), (summary.Refused, summary.AlarmsNotDescribed));
    }

    [Fact]
    public async Task What_turned_red_and_how_often_is_that_of_the_history()
    {
        using var history = JsonDocument.Parse(await File.ReadAllTextAsync(Sample[0], TestContext.Current.CancellationToken));
        var red = history.RootElement.GetProperty("AlarmHistoryItems").EnumerateArray()
            .Where(item => item.GetProperty("HistorySummary").GetString() == "Alarm updated from OK to ALARM").ToArray();

        var summary = await October.Value;

        Assert.Equal(red.Length, summary.TurnedRed);
        Assert.Equal(red.Select(item => item.GetProperty("AlarmName").GetString()).Distinct().Count(), summary.Alarms);
    }

    [Fact]
    public async Task Messages_by_person_add_up_to_all_messages()
    {
        var summary = await October.Value;

        Assert.True(summary.Messages > 0);
        Assert.Equal(summary.Messages, summary.MessagesByPerson.Sum(person => person.Messages));
        Assert.Equal(summary.MessagesByPerson.Sum(person => person.AtNight), summary.Nights.Sum(night => night.Messages));
        Assert.Equal(summary.Messages, summary.Days.Sum(day => day.Messages));
    }

    // 2026-03-02 is a Monday; Berlin is an hour ahead of UTC
    [Theory]
    [InlineData("2026-03-02T20:59:00.000+0000", null)]
    [InlineData("2026-03-02T21:00:00.000+0000", "2026-03-02")]
    [InlineData("2026-03-03T04:59:00.000+0000", "2026-03-02")]
    [InlineData("2026-03-03T05:00:00.000+0000", null)]
    public void A_night_is_of_the_day_on_whose_evening_it_begins(string at, string? night) => Assert.Equal(
        night is null ? null : DateOnly.Parse(night, CultureInfo.InvariantCulture),
        Hours.Night(DateTimeOffset.Parse(at[..23] + "Z", CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2026-03-07T12:00:00Z", true)]
    [InlineData("2026-03-08T12:00:00Z", true)]
    [InlineData("2026-03-08T21:30:00Z", false)]
    [InlineData("2026-03-09T12:00:00Z", false)]
    public void A_week_end_is_counted_by_day(string at, bool isWeekend) =>
        Assert.Equal(isWeekend, Hours.IsWeekend(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture)));

    [Fact]
    public async Task An_alarm_at_night_tells_people_in_that_night()
    {
        var summary = await At("2026-03-03T02:00:00.000+0000", "2026-03-03T02:04:00.000+0000");

        Assert.Equal(new DateOnly(2026, 3, 2), Assert.Single(summary.Nights).Night);
        Assert.Equal(summary.Messages, summary.Nights[0].Messages);
    }

    [Fact]
    public async Task An_endpoint_of_one_participant_has_their_name()
    {
        var configuration = Settings.Load(null, TextWriter.Null)!;
        var endpoint = configuration.Audiences.SelectMany(audience => audience.Value).Concat(
            configuration.OnCall.SelectMany(schedule => schedule.Value.Participants.SelectMany(person => person.Endpoints)))
            .First(each => each.Channel == Channel.Sms);
        configuration = configuration with
        {
            OnCall = new Dictionary<string, OnCallSettings>
            {
                ["phones"] = new()
                {
                    From = new DateOnly(2026, 1, 5),
                    Participants = [new() { Name = "Ann Meier", Endpoints = [endpoint] }],
                },
            },
        };

        var summary = await Of(configuration, _cli.File("day.json", Recorded.Message("full", "ALARM", "2026-03-02T08:00:00.000+0000")));

        Assert.Equal(["sms"], Assert.Single(summary.MessagesByPerson, person => person.Person == "Ann Meier").Channels);
    }

    [Fact]
    public async Task The_text_fits_eighty_columns() =>
        Assert.All(ReplaySummaryView.Lines(await October.Value, Hours), line => Assert.True(line.Length < 80, line));

    [Fact]
    public async Task The_page_encodes_what_others_wrote_and_stands_by_itself()
    {
        var summary = await Of(_cli.File("evil.jsonl", string.Join('\n', Enumerable.Range(0, 2).Select(i => Recorded.Message(
            $"full-{i}", "ALARM", $"2026-03-02T08:0{i}:00.000+0000", queue: "<script>alert(1)</script>")))));

        var page = Encoding.UTF8.GetString(ReplayPage.Of(summary, Hours));

        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_of_the_README_prints_the_summary_and_writes_the_page()
    {
        var page = _cli.File("october.html", "");

        var (code, output, errors) = await CommandLine.Run(["replay", .. Sample, "--summary", "--html", page]);

        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("One incident instead of many alarms", output, StringComparison.Ordinal);
        var written = await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken);
        Assert.StartsWith("<!DOCTYPE html>", written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_summary_is_the_last_line_of_JSON()
    {
        var (_, output, _) = await CommandLine.Run(
            "replay", _cli.File("day.json", Recorded.Message("full", "ALARM", "2026-03-02T08:00:00.000+0000")), "--json");

        Assert.Equal("summary", CommandLine.Lines(output)[^1].GetProperty("action").GetString());
    }

    [Fact]
    public async Task A_page_that_cannot_be_written_is_told_before_the_work_begins()
    {
        var (code, output, errors) = await CommandLine.Run("replay", Sample[0], "--html", Path.Combine("/nowhere", "october.html"));

        Assert.Equal((2, ""), (code, output));
        Assert.Contains("there is no folder /nowhere", errors, StringComparison.Ordinal);
    }
}
