using System.Globalization;
using System.Text.Json.Nodes;
using ContactCenter.Aws.Tests;

namespace ContactCenter.Functions.Tests.Outside.Reading;

/// <summary>What a version has learned from contacts, in its table and its bucket, is known to the present one.</summary>
[Collection("Stored")]
public sealed class StoredContactsReadingTests(Emulator emulator)
{
    public static TheoryData<string> Versions => [.. StoredRecording.Versions];

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task The_state_of_the_queues_is_known(string version)
    {
        await using var world = await World.RestoreContactsAsync(emulator, version);

        var answer = await AskAsync(world, "RouteContact", ContactsStory.Said("c-9", "", ("queue", "Billing")));

        Assert.Equal(("known", "3"), ((string?)answer["queueState"], (string?)answer["predictedWaitMinutes"]));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task The_model_in_service_answers(string version)
    {
        await using var world = await World.RestoreContactsAsync(emulator, version);
        var history = JsonNode.Parse(StoredRecording.Read(version).Bucket["classifier/history.json"])!;

        var answer = await AskAsync(world, "ClassifyContact", ContactsStory.Said("c-9", "I was billed twice"));

        Assert.Equal((string?)history["versions"]![0]!["id"], (string?)answer["model"]);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_retraining_knows_model_hold_corrections_and_answers(string version)
    {
        await using var world = await World.RestoreContactsAsync(emulator, version);
        var history = JsonNode.Parse(StoredRecording.Read(version).Bucket["classifier/history.json"])!;

        var reply = await AskAsync(world, "RetrainClassifier", OutsideEvents.Schedule);

        Assert.Equal(((string?)history["versions"]![0]!["id"], true), ((string?)reply["champion"], (bool)reply["held"]!));
        var report = (string)reply["report"]!;
        Assert.Contains("(wrong topics): no model is promoted", report, StringComparison.Ordinal);
        Assert.Contains("1 corrections in all", report, StringComparison.Ordinal);
        Assert.Contains("2 answers are too few", report, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_contact_that_was_rated_keeps_its_rating(string version)
    {
        await using var world = await World.RestoreContactsAsync(emulator, version);

        _ = await AskAsync(world, "RecordSurvey", ContactsStory.Said("c-1", "", ("rating", "5")));

        Assert.Equal(Survey(StoredRecording.Read(version).Contacts), Survey(await world.Tables.ItemsAsync(world.Tables.Contacts)));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task An_event_about_sentiment_that_came_before_counts_no_more(string version)
    {
        await using var world = await World.RestoreContactsAsync(emulator, version);

        var reply = await AskAsync(world, "TrackSentiment", ContactsStory.Queued("e-1", "c-3"));

        Assert.Equal((1, 1), ((int)reply["signals"]!, (int)reply["duplicates"]!));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task What_a_customer_said_before_counts_on(string version)
    {
        await using var world = await World.RestoreContactsAsync(emulator, version);

        var answer = await AskAsync(world, "TrackSentiment", ContactsStory.Said("c-3", "oh thank you, that is great"));

        Assert.True(Number(answer["average"]) < Number(answer["sentiment"]));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_customer_who_called_is_remembered(string version)
    {
        await using var world = await World.RestoreContactsAsync(emulator, version);

        var answer = await AskAsync(world, "LookUpCustomer", ContactsStory.Said("c-9", ""));

        Assert.Equal("1", (string?)answer["recentContacts"]);
    }

    private static string Survey(IEnumerable<StoredItem> items) => StoredItem.Write(items.Where(item => item.Key.Sort == "survey"));

    private static double Number(JsonNode? text) => double.Parse((string)text!, CultureInfo.InvariantCulture);

    private static async Task<JsonNode> AskAsync(World world, string function, string request) =>
        JsonNode.Parse(await world.Functions.InvokeAsync(function, request))!;
}
