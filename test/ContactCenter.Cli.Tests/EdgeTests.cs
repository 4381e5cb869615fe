using System.Diagnostics;

namespace ContactCenter.Cli.Tests;

/// <summary>What a command line says when there is nothing to read, nowhere to write, or no sense in it.</summary>
public sealed class EdgeTests : IDisposable
{
    private readonly CommandLine _cli = new();

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t")]
    public async Task An_empty_configuration_file_is_told(string text)
    {
        var (code, output, errors) = await CommandLine.Run("validate", _cli.File("empty.json", text));

        Assert.Equal((1, ""), (code, output));
        Assert.Contains("found an empty file", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_in_an_address_is_refused_and_not_repeated()
    {
        var (code, _, errors) = await CommandLine.Run("validate", _cli.File("secret.json", """
            {
              "environment": "prod",
              "instance": { "arn": "arn:aws:connect:eu-central-1:123456789012:instance/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee", "alias": "bank" },
              "audiences": { "ops": [{ "channel": "webhook", "to": "https://ann:hunter2@example.com/hook" }] }
            }
            """));

        Assert.Equal(1, code);
        Assert.Contains(
            "$.audiences.ops[0].to: found \"https://…@example.com/hook\"; expected an address without user and password",
            errors,
            StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--scenario", "quiet-day")]
    [InlineData("--hours", "2")]
    [InlineData("--speed", "max")]
    [InlineData("--json", null)]
    public async Task What_means_nothing_with_faults_is_refused(string option, string? value)
    {
        string[] arguments = ["simulate", "--faults", "--seeds", "1", option, .. value is null ? Array.Empty<string>() : [value]];

        var (code, _, errors) = await CommandLine.Run(arguments);

        Assert.Equal(2, code);
        Assert.Contains($"{option} means nothing with --faults", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_of_seeds_without_faults_is_refused()
    {
        var (code, _, errors) = await CommandLine.Run("simulate", "--seeds", "5");

        Assert.Equal(2, code);
        Assert.Contains("--seeds is for --faults", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_folder_has_no_event_to_replay()
    {
        var folder = Path.GetDirectoryName(_cli.File("readme.txt", "no recording"))!;

        var (code, output, errors) = await CommandLine.Run("replay", folder, "--json");

        Assert.Equal((1, ""), (code, output));
        Assert.Contains("there is no event in it", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[ ]\n")]
    [InlineData("")]
    public async Task A_recording_of_nothing_is_refused_with_its_name(string text)
    {
        var (code, output, _) = await CommandLine.Run("replay", _cli.File("nothing.json", text), "--json");

        var line = Assert.Single(CommandLine.Lines(output), line => line.GetProperty("action").GetString() == "rejected");
        Assert.Equal(1, code);
        Assert.EndsWith("nothing.json#0", line.GetProperty("input").GetString(), StringComparison.Ordinal);
        Assert.Contains("expected JSON", line.GetProperty("problem").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("replay")]
    [InlineData("replay --json")]
    [InlineData("simulate --scenario quiet-day --hours 1 --json")]
    [InlineData("alarms")]
    public async Task Output_to_a_full_disk_is_told(string command)
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "only Linux has a disk that is always full");
        var recording = command.StartsWith("replay", StringComparison.Ordinal)
            ? _cli.File("day.json", Recorded.Message("full", "ALARM", "2026-03-02T08:00:00.000+0000"))
            : "";

        using var process = Process.Start(new ProcessStartInfo(
            "/bin/sh", ["-c", $"exec dotnet '{typeof(ExitCode).Assembly.Location}' {command} {recording} > /dev/full"])
        {
            RedirectStandardError = true,
        })!;
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, process.ExitCode);
        Assert.StartsWith("the output cannot be written: ", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invisible_characters_in_a_name_do_not_reach_the_timeline()
    {
        var file = _cli.File("day.json", Recorded.Message("full", "ALARM", "2026-03-02T08:00:00.000+0000", queue: "Bil\u202Eling\u200B"));

        var (_, output, _) = await CommandLine.Run("replay", file, "--follow", "0s");

        Assert.Contains("Queue Billing: queue is full", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recording_rules_its_own_time_also_far_ahead_of_today()
    {
        var file = _cli.File("ahead.json", Recorded.Message("full", "ALARM", "2150-03-02T08:00:00.000+0000"));

        var (_, output, _) = await CommandLine.Run("replay", file, "--follow", "0s");

        Assert.StartsWith("2150-03-02 08:00:00", output, StringComparison.Ordinal);
    }
}
