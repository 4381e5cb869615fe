using System.Text.Json;
using ContactCenter.Core.Tests.Architecture;

namespace ContactCenter.Cli.Tests;

public sealed class ReplayTests : IDisposable
{
    private readonly CommandLine _cli = new();

    public void Dispose() => _cli.Dispose();

    /// <summary>The lines before the summary.</summary>
    private static JsonElement[] Decisions(string output) => CommandLine.Lines(output)[..^1];

    private static string Text(JsonElement line, string name) => line.GetProperty(name).ToString();

    [Fact]
    public async Task Each_input_gives_one_line_and_each_deadline_another_with_no_input()
    {
        var file = _cli.File("day.json", Recorded.Envelope(
            Recorded.Message("full", "ALARM", "2026-03-02T08:00:00.000+0000"),
            Recorded.Message("full", "OK", "2026-03-02T08:03:00.000+0000")));

        var (code, output, _) = await CommandLine.Run("replay", file, "--json");

        var lines = Decisions(output);
        Assert.Equal(0, code);
        Assert.Equal([$"{file}#0", $"{file}#1", ""], lines.Select(line => Text(line, "input")));
        Assert.Equal(["opened", "mitigated", "resolved"], lines.Select(line => Text(line, "action")));
        Assert.Equal(["P1", "P1", "P1"], lines.Select(line => Text(line, "severity")));
        Assert.Equal(["Open", "Mitigated", "Resolved"], lines.Select(line => Text(line, "incidentState")));
        Assert.Equal("2026-03-02T08:13:00Z", Text(lines[2], "at"));
        var effect = lines[0].GetProperty("effects")[0];
        Assert.Equal("notify", Text(effect, "kind"));
        Assert.Equal("[P1] Queue Billing: queue is full", Text(effect, "subject"));
        Assert.NotEmpty(lines[0].GetProperty("reasons").EnumerateArray());
    }

    [Fact]
    public async Task Each_line_tells_its_notes_and_what_each_channel_would_be_sent()
    {
        var file = _cli.File("day.json", Recorded.Message("full", "ALARM", "2026-03-02T08:00:00.000+0000"));

        var (_, output, _) = await CommandLine.Run("replay", file, "--json", "--follow", "0s");

        var line = Assert.Single(Decisions(output));
        Assert.Equal("opened", Text(line.GetProperty("notes")[0], "kind"));
        Assert.Contains("is red", Text(line.GetProperty("notes")[0], "text"), StringComparison.Ordinal);
        var sent = line.GetProperty("effects").EnumerateArray()
            .ToDictionary(static effect => Text(effect, "channel"), static effect => effect.GetProperty("sent"));
        Assert.StartsWith("P1 ", Text(sent["sms"], "text"), StringComparison.Ordinal);
        Assert.Contains(".amazonaws.com/a/", Text(sent["sms"], "text"), StringComparison.Ordinal);
        Assert.Equal("[P1] Queue Billing: queue is full", Text(sent["email"], "subject"));
        Assert.Equal("header", Text(sent["slack"].GetProperty("blocks")[0], "type"));
    }

    [Fact]
    public async Task Events_of_several_files_are_merged_in_order_of_time()
    {
        var late = _cli.File("a.jsonl", Recorded.Message("full", "OK", "2026-03-02T08:03:00.000+0000"));
        var early = _cli.File("b.jsonl", Recorded.Message("full", "ALARM", "2026-03-02T08:00:00.000+0000"));

        var (_, output, _) = await CommandLine.Run("replay", late, early, "--json", "--follow", "0s");

        Assert.Equal([$"{early}#0", $"{late}#0"], Decisions(output).Select(line => Text(line, "input")));
    }

    [Fact]
    public async Task A_byte_order_mark_in_front_of_a_file_changes_nothing()
    {
        var recorded = await File.ReadAllTextAsync(
            Repository.File("test/ContactCenter.Embedded.Tests/Field/Cases", "p1-joins.json"), TestContext.Current.CancellationToken);
        var plain = await CommandLine.Run("replay", _cli.File("plain.json", recorded), "--json");
        var marked = _cli.File("marked.json", $"\uFEFF{recorded}");

        var (code, output, _) = await CommandLine.Run("replay", marked, "--json");

        Assert.Equal([0xEF, 0xBB, 0xBF], (await File.ReadAllBytesAsync(marked, TestContext.Current.CancellationToken))[..3]);
        Assert.Equal((0, plain.Output.Replace("plain.json", "marked.json", StringComparison.Ordinal)), (code, output));
    }

    [Fact]
    public async Task What_is_refused_is_told_and_the_rest_is_processed()
    {
        var file = _cli.File("mixed.jsonl", $"garbage\n{Recorded.Message("full", "ALARM", "2026-03-02T08:00:00.000+0000")}\n");

        var (code, output, _) = await CommandLine.Run("replay", file, "--json", "--follow", "0s");

        var lines = Decisions(output);
        Assert.Equal(1, code);
        Assert.Equal(["rejected", "opened"], lines.Select(line => Text(line, "action")));
        Assert.Contains("line 1", Text(lines[0], "problem"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Free_text_and_confirmations_become_unrecognised_incidents()
    {
        var input = Recorded.Envelope("the fax machine burns")
            + "\n"
            + """{"Type":"SubscriptionConfirmation","MessageId":"m","TopicArn":"t","Message":"You have chosen","Timestamp":"2026-03-02T08:00:00.000Z"}""";

        var (code, output, _) = await CommandLine.Run(input, ["replay", "-", "--json", "--follow", "0s"]);

        Assert.Equal(0, code);
        Assert.All(Decisions(output), line => Assert.Equal("unrecognised", Text(line, "action")));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public async Task A_byte_order_mark_is_read_over(string encoding)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(
            file,
            """{"AlarmName":"a","NewStateValue":"ALARM","StateChangeTime":"2026-03-02T09:00:00.000+0000"}""",
            System.Text.Encoding.GetEncoding(encoding),
            TestContext.Current.CancellationToken);

        var (code, output, _) = await CommandLine.Run("replay", file);
        File.Delete(file);

        Assert.Equal(0, code);
        Assert.Contains("1 input (0 refused)", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_duplicate_is_ignored()
    {
        var message = Recorded.Message("full", "ALARM", "2026-03-02T08:00:00.000+0000");
        var file = _cli.File("twice.jsonl", $"{message}\n{message}\n");

        var (_, output, _) = await CommandLine.Run("replay", file, "--json", "--follow", "0s");

        Assert.Equal(["opened", "ignored"], Decisions(output).Select(line => Text(line, "action")));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        var (code, _, errors) = await CommandLine.Run("replay", "nowhere.json");

        Assert.Equal(1, code);
        Assert.Contains("nowhere.json", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_tells_no_time_in_a_file_that_tells_none_happened_when_the_file_was_written()
    {
        var file = _cli.File("down.json", """{"status":"Down","sensor":{"id":2304,"name":"Line to the meter gateway"}}""");
        File.SetLastWriteTimeUtc(file, new DateTime(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc));

        var (_, output, _) = await CommandLine.Run("replay", file);

        Assert.Contains("Mon 2 Mar 2026", output, StringComparison.Ordinal);
        Assert.DoesNotContain("1970", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_timeline_for_people_names_thing_and_symptom()
    {
        var file = _cli.File("day.json", Recorded.Message("full", "ALARM", "2026-03-02T08:00:00.000+0000"));

        var (_, output, _) = await CommandLine.Run("replay", file, "--follow", "0s");

        Assert.Contains("Queue Billing: queue is full", output, StringComparison.Ordinal);
    }
}
