using ContactCenter.Aws.Tests;
using ContactCenter.Aws.Tests.Account;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Core.Validation;

namespace ContactCenter.Cli.Tests;

/// <summary>The first configuration of one's own contact center.</summary>
public sealed class InitTests(Emulator emulator) : IDisposable
{
    private const string Arn = "arn:aws:connect:eu-central-1:123456789012:instance/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
    private const string Queue = "Power: Emergency=0a1b2c3d-0000-4000-8000-000000000001";

    private readonly CommandLine _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task Flags_become_a_file_with_nothing_wrong()
    {
        var file = NewFile();
        var (code, output, errors) = await CommandLine.Run(
            "init", "--instance-arn", Arn, "--alias", "power", "--environment", "test", "--time-zone", "Europe/Berlin",
            "--hours", "08:00-18:00",
            "--queue", "Sales=0a1b2c3d-0000-4000-8000-000000000002", "--queue", "Callbacks", "--language", "en", "--language", "fr",
            "--sms", "+4915112345678", "--email", "a@power.example", "--table", "meters", "--out", file);

        Assert.Equal((0, ""), (code, errors));
        Assert.DoesNotContain("Please look at", output, StringComparison.Ordinal);
        var reading = ConfigurationReader.Read(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        Assert.Empty(reading.Problems);
        Assert.Empty(reading.Notices);
        Assert.Equal(["Sales", "Callbacks"], reading.Configuration!.Queues.Select(static queue => queue.Name));
        Assert.Equal(("test", "Sales", "meters"), (
            reading.Configuration.Environment, reading.Configuration.Routing.DefaultQueue, reading.Configuration.Tables[0].Name));
    }

    [Fact]
    public async Task Answers_become_a_file_with_nothing_wrong_and_a_wrong_one_is_asked_for_again()
    {
        var file = NewFile();
        var (code, _, errors) = await CommandLine.Run(
            $"\nnope\n{Arn}\npower\nEurope/Berlin\n08:00-18:00\n{Queue}\n\nen\n\n+4915112345678\n\na@power.example\n\nmeters\n\n",
            ["init", "--out", file]);

        Assert.Equal(0, code);
        Assert.Contains("  found \"nope\"; expected arn:aws:connect:", errors, StringComparison.Ordinal);
        var configuration = Read(file);
        Assert.Equal(("prod", Arn, "Power: Emergency"), (
            configuration.Environment, configuration.Instance.Arn, Assert.Single(configuration.Queues).Name));
    }

    [Fact]
    public async Task What_was_answered_stands_in_the_file_also_without_a_queue_which_is_said()
    {
        var file = NewFile();
        var (_, output, _) = await CommandLine.Run(
            "init", "--instance-arn", Arn, "--alias", "power", "--language", "en", "--language", "fr", "--email", "a@power.example",
            "--out", file);

        Assert.Equal(["en", "fr"], Read(file).Routing.Languages);
        Assert.Contains("npx cdk deploy --all -c config=", output, StringComparison.Ordinal);
        Assert.Contains("No queue is watched", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_has_to_be_told()
    {
        var file = NewFile();
        var (code, _, _) = await CommandLine.Run($"\n{Arn}\npower\n\n\n\n\n\n\na@power.example\n\n", ["init", "--out", file]);

        Assert.Equal(0, code);
        Assert.Equal("a@power.example", Assert.Single(Read(file).Audiences["on-call"]).To);
    }

    [Fact]
    public async Task Answers_that_end_early_write_nothing()
    {
        var file = NewFile();

        Assert.Equal(2, (await CommandLine.Run($"\n{Arn}\n", ["init", "--out", file])).Code);
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task What_flags_say_wrongly_writes_nothing()
    {
        var file = NewFile();
        var (code, _, errors) = await CommandLine.Run(
            "init", "--instance-arn", "nope", "--alias", "a", "--email", "a@b.example", "--out", file);

        Assert.Equal(2, code);
        Assert.Equal(2, errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.StartsWith("$.instance.arn: found \"nope\"; ", errors, StringComparison.Ordinal);
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task A_file_that_is_there_stays_unless_forced()
    {
        var file = _files.File("mine.json", "mine");
        string[] command = ["init", "--instance-arn", Arn, "--alias", "power", "--email", "a@power.example", "--out", file];

        Assert.Equal(
            (2, "mine"),
            ((await CommandLine.Run(command)).Code, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)));
        Assert.Equal(0, (await CommandLine.Run([.. command, "--force"])).Code);
        Assert.Equal("power", Read(file).Instance.Alias);
    }

    [Fact]
    public async Task Queues_are_those_of_the_account()
    {
        using var required = emulator.S3();
        var sample = ConfigurationReader.ReadChecked(
            await File.ReadAllBytesAsync(Repository.File("contactcenter.json"), TestContext.Current.CancellationToken));
        await using var account = await RecordedAccount.StartAsync(emulator.Address, sample);
        var file = NewFile();

        var (code, _, errors) = await CommandLine.Run(
            "",
            ["init", "--instance-arn", Arn, "--alias", "power", "--email", "a@power.example", "--from-account", "--endpoint-url",
                account.Address.ToString(), "--out", file],
            new Dictionary<string, string> { ["AWS_ACCESS_KEY_ID"] = "test", ["AWS_SECRET_ACCESS_KEY"] = "test" });

        Assert.Equal(0, code);
        Assert.StartsWith("left out: \"Billing (new)\"; ", errors, StringComparison.Ordinal);
        var queue = Assert.Single(Read(file).Queues);
        Assert.Equal(("General", "0a1b2c3d-0000-4000-8000-000000000001"), (queue.Name, queue.Id));
    }

    private string NewFile() => Path.Combine(Path.GetDirectoryName(_files.File("x", ""))!, "new.json");

    private static ContactCenterConfiguration Read(string file) => ConfigurationReader.Read(File.ReadAllBytes(file)).Configuration!;
}
