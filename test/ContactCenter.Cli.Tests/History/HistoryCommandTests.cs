using System.Text;
using Amazon.DynamoDBv2;
using ContactCenter.Aws.Incidents;
using ContactCenter.Aws.Incidents.History;
using ContactCenter.Aws.Tests;
using ContactCenter.Aws.Tests.Incidents;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Core.Validation;

namespace ContactCenter.Cli.Tests.History;

/// <summary>What a deployment remembers, as the command shows it; the emulator answers in the place of an account.</summary>
public sealed class HistoryCommandTests(Emulator emulator) : IAsyncDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    private readonly CommandLine _cli = new();
    private readonly string _environment = $"h{Guid.NewGuid():N}"[..10];
    private readonly AmazonDynamoDBClient _client = emulator.DynamoDb();
    private string _table = "";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Incidents_of_a_month_are_listed_with_their_ids()
    {
        var id = await RememberAsync();

        var (code, output, errors) = await RunAsync("list", "--from", "2026-05", "--to", "2026-06");

        Assert.Equal((ExitCode.Done, ""), (code, errors));
        Assert.Matches($"^2026-05-04 14:01:00  P[1-4]  .*foreign-crm.*  open  {id}\n$", output);
    }

    [Fact]
    public async Task As_JSON_each_incident_is_a_line()
    {
        var id = await RememberAsync();

        var (_, output, _) = await RunAsync("list", "--from", "2026-05", "--to", "2026-05", "--text", "FOREIGN-crm", "--json");

        Assert.Equal(id, Assert.Single(CommandLine.Lines(output)).GetProperty("id").GetString());
    }

    [Fact]
    public async Task What_is_asked_for_and_is_not_there_is_said_and_is_no_mistake()
    {
        _ = await RememberAsync();

        Assert.Equal(
            (ExitCode.Done, "", "nothing is remembered that was asked for\n"),
            await RunAsync("list", "--from", "2026-05", "--to", "2026-05", "--text", "no such words"));
    }

    [Fact]
    public async Task What_cannot_be_read_is_counted_beside_the_others()
    {
        var id = await RememberAsync();
        await _client.PutItemAsync(
            _table, new() { ["pk"] = new("history#2026-05"), ["sk"] = new("000000000000001#X-1"), ["body"] = new("no JSON") }, Stop);

        var (code, output, errors) = await RunAsync("list", "--from", "2026-05", "--to", "2026-05");

        Assert.Equal((ExitCode.Done, "incidents that cannot be read and are left out: 1\n"), (code, errors));
        Assert.Contains(id, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_incident_is_shown_with_its_timeline()
    {
        var id = await RememberAsync();

        var (code, output, errors) = await RunAsync("show", id);

        Assert.Equal((ExitCode.Done, ""), (code, errors));
        Assert.StartsWith($"{id}  P", output, StringComparison.Ordinal);
        Assert.Contains("\nalarm         foreign-crm (1 changes)\n", output, StringComparison.Ordinal);
        Assert.Matches("\n\n2026-05-04 14:0[01]:00  .", output);
    }

    [Theory]
    [InlineData("AAAAAAAA-1")]
    [InlineData("no id")]
    public async Task An_incident_that_is_not_there_is_a_problem(string id)
    {
        _ = await RememberAsync();

        Assert.Equal((ExitCode.Problems, "", "there is no such incident, or not any more\n"), await RunAsync("show", id));
    }

    [Theory]
    [InlineData("list", "--from", "2026-13")]
    [InlineData("list", "--to", "May")]
    [InlineData("list", "--from", "2020-01", "--to", "2026-05")]
    [InlineData("list", "--from", "2026-06", "--to", "2026-05")]
    [InlineData("list", "--from", "9999-12")]
    [InlineData("list", "--limit", "0")]
    [InlineData("alarms", "2026-05")]
    public async Task What_is_no_month_or_no_day_is_refused_before_anything_is_asked(params string[] arguments)
    {
        var (code, output, errors) = await RunAsync(arguments);

        Assert.Equal((ExitCode.Usage, ""), (code, output));
        Assert.Matches("months such as 2026-09|from 1 to 1000|written such as 2026-11-29", errors);
    }

    [Fact]
    public async Task A_day_has_the_changes_of_alarms_on_the_clock_of_the_center()
    {
        await TableAsync();
        var alarm = new AlarmId("arn:aws:cloudwatch:eu-central-1:123456789012:alarm:wait", null);
        await new DynamoDbAlarmHistory(_client, _table, 400).AddAsync(
            [
                new AlarmNews(alarm, "wait", new AlarmMoment(Noon, AlarmState.Alarm)),
                new AlarmNews(alarm, "wait", new AlarmMoment(Noon.AddMinutes(9), AlarmState.Ok)),
            ],
            Stop);

        Assert.Equal((ExitCode.Done, "wait  14:00:00 Alarm, 14:09:00 Ok\n", ""), await RunAsync("alarms", "2026-05-04"));
    }

    [Fact]
    public async Task A_table_that_is_not_there_is_named()
    {
        var (code, _, errors) = await RunAsync("list");

        Assert.Equal(ExitCode.Problems, code);
        Assert.Equal(
            $"there is no table cc-{_environment}-incidents in eu-central-1: is this the configuration that was deployed?\n", errors);
    }

    public async ValueTask DisposeAsync()
    {
        await IncidentTable.DeleteAsync(_client, _table);
        _client.Dispose();
        _cli.Dispose();
    }

    private async Task TableAsync() => _table = await IncidentTable.CreateAsync(_client, $"cc-{_environment}-incidents");

    /// <summary>An incident that was decided, stored and brought into the history; its id.</summary>
    private async Task<string> RememberAsync()
    {
        await TableAsync();
        var store = new DynamoDbIncidentStore(_client, _table, 400);
        var configuration = ConfigurationReader.ReadChecked(Encoding.UTF8.GetBytes(Text()));
        var outcome = await new IncidentDesk(configuration, store).Pipeline.ReceiveAsync(
            new ChangedAlarm(new AlarmChange
            {
                AlarmArn = "arn:aws:cloudwatch:eu-central-1:123456789012:alarm:foreign-crm",
                AlarmName = "foreign-crm",
                AccountId = "123456789012",
                Region = "eu-central-1",
                State = AlarmState.Alarm,
                At = Noon,
            }),
            Noon.AddMinutes(1),
            Stop);
        var id = outcome.Decision.After.Incident!.Id;
        await new HistoryKeeper(
            new DynamoDbIncidentFiles(_client, _table, store), new DynamoDbIncidentHistory(_client, _table, 400)).KeepAsync(id, Stop);
        return id;
    }

    private string Text() => File.ReadAllText(Repository.File("contactcenter.json"))
        .Replace("\"environment\": \"prod\"", $"\"environment\": \"{_environment}\"", StringComparison.Ordinal);

    private async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments) => await CommandLine.Run(
        "",
        ["history", .. arguments, "--config", _cli.File("center.json", Text()), "--endpoint-url", emulator.Address.ToString()],
        new() { ["AWS_ACCESS_KEY_ID"] = "test", ["AWS_SECRET_ACCESS_KEY"] = "test" });
}
