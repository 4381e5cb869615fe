using Amazon.DynamoDBv2;
using ContactCenter.Aws.Contacts.Outcomes;
using ContactCenter.Aws.Tests;
using ContactCenter.Aws.Tests.Incidents;
using ContactCenter.Core.Contacts.Complexity;
using ContactCenter.Core.Contacts.Outcomes;
using ContactCenter.Core.Tests.Architecture;

namespace ContactCenter.Cli.Tests.Learning;

/// <summary>How difficult contacts are, from the tables of a deployment, in the words of whoever reads it.</summary>
public sealed class ComplexityCommandTests(Emulator emulator) : IDisposable
{
    private const int Contacts = 20;

    private readonly CommandLine _cli = new();
    private readonly string _environment = $"x{Guid.NewGuid():N}"[..10];
    private readonly AmazonDynamoDBClient _client = emulator.DynamoDb();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(
        "en", "card_lost: usual by history, usual by the file", "opening_hours: simple by history", "channel VOICE:",
        "language de:", "several concerns:", "came before:")]
    [InlineData(
        "de", "card_lost: üblich nach der Geschichte, üblich nach der Datei", "opening_hours: einfach nach der Geschichte", "Kanal VOICE:",
        "Sprache de:", "mehrere Anliegen:", "kam schon vorher:")]
    public async Task Levels_and_what_is_known_of_contacts_are_named_in_the_language(string language, params string[] expected)
    {
        _ = await IncidentTable.CreateAsync(_client, $"cc-{_environment}-incidents");
        var book = new DynamoDbContactOutcomes(_client, await IncidentTable.CreateAsync(_client, $"cc-{_environment}-contacts"));
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        for (var day = 1; day <= 60; day++)
        {
            await book.WriteAsync(
                new OutcomeDay(today.AddDays(-day), [])
                {
                    Kinds =
                    [
                        Kind("card_lost", 900, new("VOICE", "de", true, true)), Kind("card_lost", 600, new("CHAT", "en", false, false)),
                        Kind("card_arrival", 400, new("VOICE", "de", true, true)),
                        Kind("card_arrival", 300, new("CHAT", "en", false, false)),
                        Kind("opening_hours", 60, new("VOICE", "de", true, true)),
                        Kind("opening_hours", 30, new("CHAT", "en", false, false)),
                    ],
                },
                Stop);
        }

        var (code, output, errors) = await CommandLine.Run(
            "",
            [
                "advise", "complexity", "--language", language, "--endpoint-url", emulator.Address.ToString(), "--config",
                _cli.File(
                    "center.json",
                    (await File.ReadAllTextAsync(Repository.File("contactcenter.json"), Stop))
                        .Replace("\"environment\": \"prod\"", $"\"environment\": \"{_environment}\"", StringComparison.Ordinal)),
            ],
            new() { ["AWS_ACCESS_KEY_ID"] = "test", ["AWS_SECRET_ACCESS_KEY"] = "test" });

        Assert.Equal((0, ""), (code, errors));
        Assert.All(expected, part => Assert.Contains(part, output, StringComparison.Ordinal));
    }

    public void Dispose()
    {
        _cli.Dispose();
        _client.Dispose();
    }

    private static KindCount Kind(string topic, int seconds, ContactTraits traits) => new(topic, traits, "usual")
    {
        Contacts = Contacts,
        Seconds = Contacts * seconds,
        Squares = (long)(Contacts + 1) * seconds * seconds,
    };
}
