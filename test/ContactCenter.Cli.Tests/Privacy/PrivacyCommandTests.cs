using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using ContactCenter.Aws.Contacts;
using ContactCenter.Aws.Incidents;
using ContactCenter.Aws.Tests;
using ContactCenter.Aws.Tests.Incidents;
using ContactCenter.Core.Contacts.Surveys;
using ContactCenter.Core.Tests.Architecture;

namespace ContactCenter.Cli.Tests.Privacy;

/// <summary>One customer, exported and erased by command; the emulator answers in the place of an account.</summary>
public sealed class PrivacyCommandTests(Emulator emulator) : IAsyncDisposable
{
    private const string Customer = "+49 30 1234567";
    private const string Standby = "eu-west-1";

    private readonly CommandLine _cli = new();
    private readonly string _environment = $"p{Guid.NewGuid():N}"[..10];
    private readonly AmazonDynamoDBClient _client = emulator.DynamoDb();
    private readonly List<string> _tables = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_kept_is_one_document_with_where_else_something_may_be()
    {
        await FillAsync();

        var (code, output, errors) = await RunAsync("", "export", Customer, "--contact", "contact-1");

        Assert.Equal((ExitCode.Done, ""), (code, errors));
        var document = JsonDocument.Parse(output).RootElement;
        var found = document.GetProperty("found").EnumerateArray().ToArray();
        Assert.Equal(["contacts table", "surveys", "surveys"], found.Select(static each => each.GetProperty("place").GetString()!).Order());
        var contents = found.Select(static each => each.GetProperty("content").ToString()).ToArray();
        Assert.Contains(contents, static content => content.Contains("Too slow.", StringComparison.Ordinal));
        Assert.Contains(contents, static content => content.Contains("Call me: 030/1234567", StringComparison.Ordinal));
        Assert.StartsWith(
            "it was not searched", document.GetProperty("notSearched")[0].GetProperty("why").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erasing_asks_for_the_customer_once_more_and_does_nothing_without()
    {
        await FillAsync();

        var (code, output, errors) = await RunAsync("yes\n", "erase", Customer, "--contact", "contact-1");

        Assert.Equal((ExitCode.Problems, ""), (code, output));
        Assert.EndsWith("nothing was erased\n", errors, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, (await RunAsync($"{Customer}\n", "erase", Customer, "--contact", "contact-1")).Code);
    }

    [Fact]
    public async Task A_receipt_says_what_was_erased_and_what_stays_until_when_and_erasing_again_is_harmless()
    {
        await FillAsync();

        var first = await RunAsync("", "erase", Customer, "--contact", "contact-1", "--yes");
        var second = await RunAsync("", "erase", Customer, "--contact", "contact-1", "--yes", "--json");

        Assert.StartsWith(
            "erased        contacts table: 1\nerased        surveys: 2\nnot erased    ", first.Output, StringComparison.Ordinal);
        Assert.Contains(
            $"not erased    point-in-time recovery of both tables: DynamoDB keeps what was, and nothing is taken out of it; gone by "
                + $"{TimeProvider.System.GetUtcNow().AddDays(35):yyyy-MM-dd}\n",
            first.Output,
            StringComparison.Ordinal);
        Assert.DoesNotContain("1234567", first.Output, StringComparison.Ordinal);
        Assert.Empty(JsonDocument.Parse(second.Output).RootElement.GetProperty("erased").EnumerateObject());
        Assert.Equal((ExitCode.Done, ExitCode.Done), (first.Code, second.Code));
    }

    [Theory]
    [InlineData("12345")]
    [InlineData("everybody")]
    [InlineData("id:2026")]
    [InlineData("id:Billing")]
    public async Task Who_names_nobody_is_refused_before_anything_is_asked(string customer)
    {
        var (code, output, errors) = await RunAsync("", "erase", customer, "--yes");

        Assert.Equal((ExitCode.Usage, ""), (code, output));
        Assert.StartsWith("the customer is a telephone number of at least seven digits", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_configuration_itself_says_is_nobody_who_could_be_erased()
    {
        var (code, output, errors) = await RunAsync("", "erase", "+49 69 123456789", "--yes");

        Assert.Equal((ExitCode.Usage, ""), (code, output));
        Assert.StartsWith("the configuration itself says \"+4969123456789\": it would be taken out", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_region_that_stands_by_is_asked_for_its_one_table_and_each_receipt_names_the_other_region()
    {
        await FillAsync();
        using var standby = new AmazonDynamoDBClient(
            new BasicAWSCredentials("test", "test"),
            new AmazonDynamoDBConfig { ServiceURL = emulator.Address.ToString(), AuthenticationRegion = Standby });
        var table = await IncidentTable.CreateAsync(standby, $"cc-{_environment}-incidents");
        await new DynamoDbNotebook(standby, table, TimeProvider.System).SetAsync(
            "note", $"of {Customer}", TimeProvider.System.GetUtcNow().AddDays(1), Stop);

        var here = await RunAsync("", "erase", Customer, "--yes");
        var there = await RunAsync("", "erase", Customer, "--yes", "--standby");
        await IncidentTable.DeleteAsync(standby, table);

        Assert.Contains($"not erased    Region that stands by ({Standby})", here.Output, StringComparison.Ordinal);
        Assert.Equal((ExitCode.Done, ""), (there.Code, there.Errors));
        Assert.StartsWith(
            "erased        incidents table: 1\nnot erased    Region of the instance: it was not searched", there.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deployment_that_is_not_there_is_told()
    {
        var (code, _, errors) = await RunAsync("", "export", Customer);

        Assert.Equal(ExitCode.Problems, code);
        Assert.StartsWith("it was stopped, and can be done again: ", errors, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var table in _tables)
        {
            await IncidentTable.DeleteAsync(_client, table);
        }

        _client.Dispose();
        _cli.Dispose();
    }

    private async Task FillAsync()
    {
        foreach (var name in (string[])["contacts", "incidents"])
        {
            _tables.Add(await IncidentTable.CreateAsync(_client, $"cc-{_environment}-{name}"));
        }

        var surveys = new DynamoDbSurveys(_client, _tables[0]);
        var at = TimeProvider.System.GetUtcNow();
        await surveys.AddAsync(new Survey("contact-1", 1, "Too slow.", "Billing", null, at), Stop);
        await surveys.AddAsync(new Survey("contact-2", 5, "Call me: 030/1234567", "Billing", null, at), Stop);
        await surveys.AddAsync(new Survey("contact-3", 5, "Fine.", "Billing", null, at), Stop);
    }

    private async Task<(int Code, string Output, string Errors)> RunAsync(string input, params string[] arguments) => await CommandLine.Run(
        input,
        [
            "privacy", .. arguments, "--endpoint-url", emulator.Address.ToString(), "--config",
            _cli.File(
                "center.json",
                File.ReadAllText(Repository.File("contactcenter.json"))
                    .Replace(
                        "\"environment\": \"prod\"",
                        $"\"environment\": \"{_environment}\", \"standbyRegion\": \"{Standby}\"",
                        StringComparison.Ordinal)),
        ],
        new() { ["AWS_ACCESS_KEY_ID"] = "test", ["AWS_SECRET_ACCESS_KEY"] = "test" });
}
