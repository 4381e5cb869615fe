using Amazon.DynamoDBv2;
using ContactCenter.Aws.Contacts.Outcomes;
using ContactCenter.Aws.Incidents.History;
using ContactCenter.Aws.Tests;
using ContactCenter.Aws.Tests.Incidents;
using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Core.Contacts.Outcomes;
using ContactCenter.Core.Tests.Architecture;

namespace ContactCenter.Cli.Tests.Learning;

/// <summary>What was learned of routes, from the tables of a deployment.</summary>
public sealed class RoutesCommandTests(Emulator emulator) : IDisposable
{
    private readonly CommandLine _cli = new();
    private readonly string _environment = $"r{Guid.NewGuid():N}"[..10];
    private readonly AmazonDynamoDBClient _client = emulator.DynamoDb();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task A_route_that_solves_more_is_printed_with_its_evidence_and_the_line_to_paste()
    {
        await KeepAsync(Count("Cards", 200, 120), Count("General", 100, 90));

        var (code, output, errors) = await RunAsync();

        Assert.Equal((0, ""), (code, errors));
        Assert.Contains(
            "card_lost, Cards, level 4: 60.0 % solved (53.1 to 66.5, 95 %) of 200 known; 10 of 210 transferred, 70 came again, 5.0 min each",
            output, StringComparison.Ordinal);
        Assert.Contains("card_lost: General solves more than Cards.", output, StringComparison.Ordinal);
        Assert.Contains(
            "\"card_lost\": { \"queue\": \"General\", \"skill\": \"Cards\", \"level\": 4, \"emergency\": true }", output,
            StringComparison.Ordinal);
        Assert.Contains("no proof", output, StringComparison.Ordinal);
        Assert.Contains("Agents of Generalists: 75.0 % of 2 hours with contacts; 20 contacts, 10.0 %", output, StringComparison.Ordinal);
        Assert.Contains("Agents of Specialists: nobody was there", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_is_counted_it_says_so_and_proposes_nothing()
    {
        await KeepAsync();

        var (code, output, _) = await RunAsync("--language", "de");

        Assert.Equal(0, code);
        Assert.Contains("Noch ist nichts gezählt.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("\"queue\"", output, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _cli.Dispose();
        _client.Dispose();
    }

    private static RouteCount Count(string queue, int known, int solved) => new("card_lost", queue, 4)
    {
        Contacts = known + 10,
        Transferred = 10,
        Seconds = 300 * (known + 10),
        Known = known,
        Again = known - solved - 10 > 0 ? known - solved - 10 : 0,
        Solved = solved,
    };

    private async Task KeepAsync(params RouteCount[] counts)
    {
        var incidents = await IncidentTable.CreateAsync(_client, $"cc-{_environment}-incidents");
        var contacts = await IncidentTable.CreateAsync(_client, $"cc-{_environment}-contacts");
        await new DynamoDbContactOutcomes(_client, contacts).WriteAsync(
            new OutcomeDay(DateOnly.FromDateTime(Now.UtcDateTime).AddDays(-9), counts), Stop);
        _ = await new DynamoDbNumbers(_client, incidents, 400).KeepAsync(
            new CenterNumbers
            {
                Profiles =
                [
                    new ProfileNumbers("Generalists", HalfHours.Begin(Now.AddDays(-2)), 7200, 5400, 1800, 0, 0)
                    {
                        Handled = 20,
                        TransferredOut = 2,
                    },
                ],
            },
            Stop);
    }

    private async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments) => await CommandLine.Run(
        "",
        [
            "advise", "routes", .. arguments, "--endpoint-url", emulator.Address.ToString(), "--config",
            _cli.File(
                "center.json",
                File.ReadAllText(Repository.File("contactcenter.json"))
                    .Replace("\"environment\": \"prod\"", $"\"environment\": \"{_environment}\"", StringComparison.Ordinal)),
        ],
        new() { ["AWS_ACCESS_KEY_ID"] = "test", ["AWS_SECRET_ACCESS_KEY"] = "test" });
}
