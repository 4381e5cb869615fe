using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Aws.Contacts;
using ContactCenter.Aws.Contacts.Outcomes;
using ContactCenter.Aws.Contacts.Tickets;
using ContactCenter.Aws.Incidents;
using ContactCenter.Aws.Privacy;
using ContactCenter.Aws.Tests.Contacts;
using ContactCenter.Aws.Tests.Incidents;
using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Contacts.Outcomes;
using ContactCenter.Core.Contacts.Privacy;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Contacts.Sentiment;
using ContactCenter.Core.Contacts.Heard;
using ContactCenter.Core.Contacts.Surveys;
using ContactCenter.Core.Contacts.Tickets;
using ContactCenter.Core.Incidents;
using ContactCenter.Language.Retraining;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Aws.Tests.Privacy;

/// <summary>One customer among others, in everything that the real stores have written.</summary>
public sealed class TracesTests(Emulator emulator) : IAsyncDisposable
{
    private static readonly byte[] Key = "a key of the deployment"u8.ToArray();
    private static readonly Customer Ada = Customer.Of("+49 30 1234567")!;
    private static readonly string AdaKey = CallerKey.Of(Ada.Request, Key)!;

    private readonly AmazonDynamoDBClient _client = emulator.DynamoDb();
    private string _contacts = "";
    private string _incidents = "";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_of_one_customer_is_found_by_their_number_and_nothing_of_others()
    {
        await FillAsync();

        var found = await Desk().FindAsync(Search(), Stop).ToListAsync(Stop);

        Assert.Equal(
            [
                PrivacyPlaces.Callbacks, PrivacyPlaces.Callers, PrivacyPlaces.Unsure, PrivacyPlaces.Contacts, PrivacyPlaces.Corrections,
                PrivacyPlaces.Incidents, PrivacyPlaces.Sentiment, PrivacyPlaces.Surveys, PrivacyPlaces.Tickets,
            ],
            found.Select(static trace => trace.Place).Distinct().Order(StringComparer.Ordinal));
        Assert.DoesNotContain(found, static trace => trace.Content.Contains("other", StringComparison.Ordinal));
        Assert.All(found, static trace => Assert.Equal(
            trace.IsWhole ? JsonValueKind.Object : JsonValueKind.Array, JsonDocument.Parse(trace.Content).RootElement.ValueKind));
        Assert.Contains(
            found,
            static trace => trace.Place == PrivacyPlaces.Surveys && trace.Content.Contains("Too slow.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task They_are_erased_once_others_stay_and_what_is_left_can_still_be_read()
    {
        var id = await FillAsync();

        var receipt = await Desk().EraseAsync(Search(), Noon, [], Stop);
        var again = await Desk().EraseAsync(Search() with { Contacts = ["ada-1", "ada-2"] }, Noon, [], Stop);

        Assert.Equal(
            (1, 2, 2),
            (receipt.Erased[PrivacyPlaces.Callers], receipt.Erased[PrivacyPlaces.Corrections], receipt.Erased[PrivacyPlaces.Surveys]));
        Assert.Empty(again.Erased);
        var corrections = await new DynamoDbCorrections(_client, _contacts, new ManualClock(Noon)).AllAsync(Stop);
        Assert.Equal(["other-1", "other-2"], corrections.Select(static each => each.ContactId).Order());
        Assert.Contains(corrections, static each => each.Text == "my number is [erased] indeed");
        var timeline = await new DynamoDbIncidentStore(_client, _incidents, 400).TimelineAsync(id, Stop);
        Assert.Contains(timeline, static entry => entry.Text.Contains("[erased] cannot pay", StringComparison.Ordinal));
        Assert.Contains(timeline, static entry => entry.Text.Contains("+49 30 7654321", StringComparison.Ordinal));
        foreach (var table in (string[])[_contacts, _incidents])
        {
            var left = await new TableTraces(_client, table, "left").FindAsync(Search(), Stop).ToListAsync(Stop);
            Assert.Empty(left);
        }
    }

    [Fact]
    public async Task How_their_contact_ended_is_deleted_and_how_those_of_others_ended_stays()
    {
        await FillAsync();
        var (outcomes, day) = (new DynamoDbContactOutcomes(_client, _contacts), DateOnly.FromDateTime(Noon.UtcDateTime));
        foreach (var contact in (string[])["ada-1", "other-1"])
        {
            await outcomes.KeepAsync(day, new ContactOutcome(contact, "fraud", "Cards", 4, false, 60), Stop);
        }

        var receipt = await Desk().EraseAsync(Search(), Noon, [], Stop);

        Assert.Equal(1, receipt.Erased[PrivacyPlaces.Promised]);
        Assert.Equal("other-1", Assert.Single(await outcomes.OfDayAsync(day, Stop)).ContactId);
    }

    [Fact]
    public async Task Long_and_compressed_texts_are_searched_and_stay_readable()
    {
        var id = await FillAsync(new string('x', 3000));

        await Desk().EraseAsync(Search(), Noon, [], Stop);

        var bodies = (await _client.ScanAsync(new ScanRequest { TableName = _incidents }, Stop)).Items;
        Assert.Contains(bodies, static item => item.GetValueOrDefault("body")?.B is not null);
        var timeline = await new DynamoDbIncidentStore(_client, _incidents, 400).TimelineAsync(id, Stop);
        Assert.DoesNotContain(timeline, static entry => entry.Text.Contains("1234567", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_id_that_stands_in_a_time_too_is_taken_out_of_what_was_said_alone()
    {
        var at = Noon.AddTicks(1_234_567);
        var id = await FillAsync(at: at, note: "Customer 1234567 cannot pay.");
        await new DynamoDbSurveys(_client, _contacts).AddAsync(
            new Survey("1234567", 1, "It was at 2026-05-04T10:00:00.1234567+00:00, says 1234567.", "Billing", null, at), Stop);
        var search = new CustomerSearch(Customer.Of("id:1234567")!, null, []);

        var receipt = await Desk().EraseAsync(search, Noon, [], Stop);

        Assert.Equal(
            [(PrivacyPlaces.Contacts, 2), (PrivacyPlaces.Incidents, 2)], receipt.Erased.Select(static place => (place.Key, place.Value)));
        Assert.Empty(receipt.NotErased);
        var store = new DynamoDbIncidentStore(_client, _incidents, 400);
        Assert.Equal(at, (await store.FindAsync(id, Stop))!.Incident!.OpenedAt);
        Assert.Contains(
            await store.TimelineAsync(id, Stop),
            static entry => entry.Text.Contains("Customer [erased] cannot pay.", StringComparison.Ordinal));
        var comment = Assert.Single(
            (await _client.ScanAsync(new ScanRequest { TableName = _contacts }, Stop)).Items,
            static item => item["pk"].S == "contact/1234567");
        Assert.Equal("It was at 2026-05-04T10:00:00.1234567+00:00, says [erased].", comment["comment"].S);
    }

    [Fact]
    public async Task What_an_incident_is_known_by_stays_and_is_counted_as_not_erased()
    {
        var id = await FillAsync(resource: "Support24");
        var search = new CustomerSearch(Customer.Of("id:Support24")!, null, []);

        var receipt = await Desk().EraseAsync(search, Noon, [], Stop);

        Assert.NotEqual(0, receipt.NotErased[PrivacyPlaces.Incidents]);
        var incident = (await new DynamoDbIncidentStore(_client, _incidents, 400).FindAsync(id, Stop))!.Incident!;
        Assert.Equal(("Support24", id), (incident.Key.Resource, incident.Id));
    }

    [Fact]
    public async Task Texts_in_the_bucket_lose_the_customer_and_keep_the_rest()
    {
        using var bucket = await ModelsBucket.CreateAsync(emulator);
        await bucket.PutAsync("classifier/texts.csv", "text,topic\n\"call 030 1234567, please\",callback\n\"lost my card\",card_lost\n");
        await bucket.PutAsync("classifier/reports/2026.md", "nobody");
        await bucket.PutAsync("classifier/models/A.ccm", "+49301234567");
        var traces = new BucketTraces(bucket.Client, bucket.Name, S3ModelStore.DefaultPrefix);

        var found = Assert.Single(await traces.FindAsync(Search(), Stop).ToListAsync(Stop));
        await traces.EraseAsync(found, Search(), Stop);
        await traces.EraseAsync(found, Search(), Stop);

        Assert.Equal(("classifier/texts.csv", "\"call 030 1234567, please\",callback"), (found.Key, found.Content));
        Assert.Equal(
            "text,topic\n\"call [erased], please\",callback\n\"lost my card\",card_lost\n",
            await bucket.TextAsync("classifier/texts.csv"));
        Assert.Empty(await traces.FindAsync(Search(), Stop).ToListAsync(Stop));
    }

    public async ValueTask DisposeAsync()
    {
        await IncidentTable.DeleteAsync(_client, _incidents);
        _client.Dispose();
    }

    private static CustomerSearch Search() => new(Ada, AdaKey, []);

    private PrivacyDesk Desk() => new(
    [
        new TableTraces(_client, _contacts, PrivacyPlaces.Contacts), new TableTraces(_client, _incidents, PrivacyPlaces.Incidents),
    ]);

    /// <summary>Two contacts of Ada's and two of others, in every store; returns the incident in which her number stands.</summary>
    private async Task<string> FillAsync(string more = "", DateTimeOffset? at = null, string note = "Nobody.", string resource = "Billing")
    {
        _contacts = await ContactsTable.CreateAsync(_client);
        _incidents = await IncidentTable.CreateAsync(_client);
        var callers = new DynamoDbCallers(_client, _contacts);
        var corrections = new DynamoDbCorrections(_client, _contacts, new ManualClock(Noon));
        var callbacks = new DynamoDbCallbacks(_client, _contacts, new ManualClock(Noon));
        var surveys = new DynamoDbSurveys(_client, _contacts);
        var sentiment = new DynamoDbSentiment(_client, _contacts);
        foreach (var (contact, key) in (IEnumerable<(string, string)>)
            [("ada-1", AdaKey), ("ada-2", AdaKey), ("other-1", "other"), ("other-2", "other")])
        {
            await callers.ArriveAsync(key, contact, Noon, Stop);
            var text = contact == "other-2" ? "my number is 030 1234567 indeed" : $"text of {contact}";
            await corrections.PutAsync(new Correction(contact, text, "fraud", Noon), Stop);
        }

        var tickets = new DynamoDbTickets(_client, _contacts);
        await tickets.NoteAsync(new TicketPlace(AdaKey, null, "ada-1"), new Ticket("CS1", "CS1", null, null), Noon, Stop);
        await tickets.NoteAsync(new TicketPlace("other", null, "other-1"), new Ticket("other", "other", null, null), Noon, Stop);
        await callbacks.AddAsync(new CallbackWish("ada-1", "Billing", Noon), Stop);
        await callbacks.AddAsync(new CallbackWish("other-1", "Billing", Noon), Stop);
        var heard = new DynamoDbHeardContacts(_client, _contacts, new ManualClock(Noon));
        await heard.KeepAsync(new UnsureContact("ada-1", "that thing", [], null, Noon), Stop);
        await heard.KeepAsync(new UnsureContact("other-1", "other thing", [], null, Noon), Stop);
        await surveys.AddAsync(new Survey("ada-2", 1, "Too slow.", "Billing", null, Noon), Stop);
        await surveys.AddAsync(new Survey("other-2", 5, "other", "Billing", null, Noon), Stop);
        await sentiment.RecordAsync(new ContactSignal("event-1", "ada-1", Noon, "Billing", [-0.5]), "Billing", Noon, Stop);
        await sentiment.RecordAsync(new ContactSignal("event-2", "other-1", Noon, "Billing", [0.5]), "Billing", Noon, Stop);

        var store = new DynamoDbIncidentStore(_client, _incidents, 400);
        var opening = Opening(resource, at ?? Noon);
        await store.CommitAsync(opening, Stop);
        var id = opening.Correlation.Incident!.Id;
        foreach (var text in (string[])[$"Customer +49 30 1234567 cannot pay. {more}", "Customer +49 30 7654321 can.", note])
        {
            await Samples.Desk(store).Pipeline.ActAsync(
                id, new PersonActed(PersonAction.Note, "Bob") { Note = text }, (at ?? Noon).AddMinutes(1), Stop);
        }

        return id;
    }
}
