using ContactCenter.Aws.Customers;
using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Embedded.Ports;
using ContactCenter.Functions.Tests.Contacts;
using ContactCenter.Language.Retraining;
using ContactCenter.Language.Tests.Classification;
using ContactCenter.Simulation;
using ContactCenter.Simulation.Stores;
using ContactCenter.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Functions.Tests.Field;

/// <summary>Who calls, where contacts go, how they are rated, and what is said to them.</summary>
public sealed class RoutedContactsTests : IDisposable
{
    private const string Instance = "arn:aws:connect:eu-central-1:123456789012:instance/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
    private const string Billing = "0a1b2c3d-0000-4000-8000-000000000002";

    private readonly FieldSystem _system = new();

    [Fact]
    public async Task A_hidden_number_is_looked_up_nowhere() =>
        Assert.Equal("no_key", (await _system.AskFileAsync("LookUpCustomer", "hidden-number.json"))["status"]);

    [Theory]
    [InlineData("anonymous", "no_key", 0)]
    [InlineData("+4930123456", "not_found", 1)]
    public async Task A_customer_system_is_asked_about_a_telephone_number_alone(string address, string status, int asked)
    {
        var requests = 0;
        await using var server = await LocalHttpServer.StartAsync(context =>
        {
            requests++;
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        });
        using var http = new HttpClient();
        using var system = Asking(server, http);
        var request = (await File.ReadAllTextAsync(FieldSystem.PathOf("hidden-number.json"), TestContext.Current.CancellationToken))
            .Replace("anonymous", address, StringComparison.Ordinal);

        Assert.Equal(status, (await system.AskAsync("LookUpCustomer", System.Text.Encoding.UTF8.GetBytes(request)))["status"]);
        Assert.Equal(asked, requests);
    }

    [Theory]
    [InlineData(400, "not_found")]
    [InlineData(422, "not_found")]
    [InlineData(404, "not_found")]
    [InlineData(401, "failed")]
    [InlineData(403, "failed")]
    [InlineData(429, "failed")]
    [InlineData(500, "failed")]
    [InlineData(503, "failed")]
    public async Task A_customer_system_that_refuses_a_number_is_told_from_one_that_is_out(int answer, string status)
    {
        await using var server = await LocalHttpServer.StartAsync(context =>
        {
            context.Response.StatusCode = answer;
            return Task.CompletedTask;
        });
        using var http = new HttpClient();
        using var system = Asking(server, http);

        Assert.Equal(status, (await system.AskAsync("LookUpCustomer", ("phone", "+4930123456")))["status"]);
    }

    [Theory]
    [InlineData("Anonymous")]
    [InlineData("unknown")]
    [InlineData("Private number")]
    [InlineData("+266696687")]
    [InlineData("0000000000")]
    [InlineData("ann@bank.example")]
    [InlineData("sip:anonymous@anonymous.invalid")]
    [InlineData("-")]
    [InlineData("+4930<script>")]
    public async Task What_is_no_telephone_number_is_no_key(string phone) =>
        Assert.Equal("no_key", (await _system.AskAsync("LookUpCustomer", ("phone", phone)))["status"]);

    [Theory]
    [InlineData("+49 (30) 123-456")]
    [InlineData("tel:+4930123456")]
    [InlineData("sip:+4930123456@carrier.example")]
    [InlineData("4711")]
    public async Task A_telephone_number_in_any_form_is_a_key(string phone) =>
        Assert.Equal("not_found", (await _system.AskAsync("LookUpCustomer", ("phone", phone)))["status"]);

    [Fact]
    public async Task A_look_up_that_finds_nobody_leaves_the_contact_what_it_had()
    {
        var answer = await _system.AskFileAsync("LookUpCustomer", "known-language-call.json");

        Assert.Equal(("not_found", "gold", "none"), (answer["status"], answer["segment"], answer["customerName"]));
    }

    [Theory]
    [InlineData(CustomerStatus.Failed)]
    [InlineData(CustomerStatus.Skipped)]
    [InlineData(CustomerStatus.NoKey)]
    [InlineData(CustomerStatus.NotFound)]
    public async Task However_a_look_up_ends_without_a_customer_the_contact_keeps_its_values(CustomerStatus status)
    {
        using var system = new FieldSystem(ports: services => services.AddSingleton<ICustomerSystem>(new Ending(status)));

        var answer = await system.AskAsync("LookUpCustomer", "VOICE", [("segment", "gold"), ("recentContacts", "3")], []);

        Assert.Equal(("gold", "3"), (answer["segment"], answer["recentContacts"]));
    }

    [Fact]
    public async Task What_a_found_customer_does_not_have_is_not_that_of_another_one()
    {
        using var system = Known("""{"customer":{"name":"Ann"}}""");

        var known = await system.AskAsync("LookUpCustomer", "VOICE", [("segment", "gold")], [("phone", "+4930123456")]);
        Assert.Equal("none", known["segment"]);
    }

    [Theory]
    [InlineData("VOICE", "en", "Smith and Sons")]
    [InlineData("VOICE", "de", "Smith und Sons")]
    [InlineData("VOICE", "fr", "Smith et Sons")]
    [InlineData("CHAT", "de", "Smith & Sons")]
    [InlineData("EMAIL", "en", "Smith & Sons")]
    public async Task An_ampersand_is_spoken_as_a_word_and_shown_as_it_is(string channel, string language, string name)
    {
        foreach (var written in new[] { "Smith & Sons", "Smith&Sons", "Smith &amp; Sons" })
        {
            using var system = Known($$$"""{"customer":{"name":"{{{written}}}"}}""");
            var answer = await system.AskAsync("LookUpCustomer", channel, [("language", language)], [("phone", "+4930123456")]);

            var sign = written.Contains(' ', StringComparison.Ordinal) ? " & " : "&";
            Assert.Equal(name.Replace(" & ", sign, StringComparison.Ordinal), answer["customerName"]);
        }
    }

    [Fact]
    public async Task A_customer_system_s_ampersand_stays_in_a_reason_on_the_screen()
    {
        using var system = new FieldSystem(Hooks.Configuration with
        {
            Recommendations = [new() { Name = "call", Text = "Call.", Reason = "For {customerName}.", When = [] }],
        });

        var answer = await system.AskAsync("Recommend", "VOICE", [("customerName", "Smith & <b> Sons")], []);

        Assert.Equal("For Smith & b Sons.", answer["reason1"]);
    }

    [Fact]
    public async Task A_queue_is_understood_by_its_arn() =>
        Assert.Equal("Billing", (await _system.AskFileAsync("RouteContact", "queue-by-arn.json"))["queue"]);

    [Theory]
    [InlineData("billing")]
    [InlineData(Billing)]
    [InlineData("0A1B2C3D-0000-4000-8000-000000000002")]
    [InlineData($"{Instance}/queue/{Billing}")]
    [InlineData($" {Instance}/queue/{Billing} ")]
    public async Task A_queue_is_understood_by_name_id_and_arn(string queue)
    {
        var answer = await _system.AskAsync("RouteContact", ("queue", queue));

        Assert.Equal("Billing", answer["queue"]);
        Assert.DoesNotContain("has no queue", answer["reasons"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Biling")]
    [InlineData($"arn:aws:connect:eu-central-1:123456789012:instance/11111111-bbbb-cccc-dddd-eeeeeeeeeeee/queue/{Billing}")]
    [InlineData("0a1b2c3d-0000-4000-8000-00000000ffff")]
    public async Task An_unknown_queue_is_told_among_the_reasons(string queue)
    {
        var answer = await _system.AskAsync("RouteContact", ("queue", queue));

        Assert.Equal("General", answer["queue"]);
        Assert.Contains($"the configuration has no queue {queue}", answer["reasons"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2 people helped me, both great, 5", "5")]
    [InlineData("3 hours on hold, 1", "1")]
    [InlineData("⭐⭐⭐⭐⭐", "5")]
    [InlineData("★★★☆☆", "3")]
    [InlineData("⭐ ⭐", "2")]
    [InlineData("4 ⭐", "4")]
    [InlineData("5️⃣", "5")]
    [InlineData("４", "4")]
    [InlineData("4 of 5, after 3 calls", "4")]
    [InlineData("I give 2 out of 5", "2")]
    [InlineData("vier von fünf", "4")]
    [InlineData("vier von fu\u0308nf", "4")]
    [InlineData("3 Sterne, 1 Mitarbeiter war nett", "3")]
    [InlineData("ein Stern", "1")]
    [InlineData("I waited 2 days for a 4", "4")]
    public async Task A_rating_is_told_from_other_numbers(string text, string rating) =>
        Assert.Equal(("ok", rating), Of(await _system.AskAsync("RecordSurvey", ("rating", text))));

    [Theory]
    [InlineData("4 or 5")]
    [InlineData("3-4")]
    [InlineData("between 2 and 3")]
    [InlineData("4, no, 5")]
    [InlineData("8 out of 10")]
    [InlineData("2 hours")]
    [InlineData("⭐⭐⭐⭐⭐⭐")]
    public async Task Where_two_ratings_or_none_are_meant_it_is_asked_again(string text) =>
        Assert.Equal(("bad_rating", "none"), Of(await _system.AskAsync("RecordSurvey", ("rating", text))));

    [Fact]
    public void The_lines_of_the_case_are_among_them() =>
        Assert.Equal(
            ["2 people helped me, both great, 5", "3 hours on hold, 1", "⭐⭐⭐⭐⭐"],
            File.ReadLines(FieldSystem.PathOf("ratings.txt")));

    [Fact]
    public async Task Ratings_are_counted_by_the_topics_of_the_model_that_serves()
    {
        var store = new InMemoryModels();
        _ = store.Promote(TinyModel.Trained.Model);
        using var system = new FieldSystem(ports: services => services.AddSingleton<IModelStore>(store).AddSingleton(store));

        _ = await system.AskAsync("RecordSurvey", "CHAT", [("topic", "billing")], [("rating", "5")]);

        Assert.Contains("\"Topic\":\"billing\"", system.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"text":"I lost my card \ud83d"}""")]
    [InlineData("""{"\udc00":"x","text":"I lost my card"}""")]
    [InlineData("""{"text":"I lost my card","other":"\ud83d\ud83d"}""")]
    public async Task A_picture_that_was_cut_in_two_spoils_only_itself(string parameters) =>
        Assert.Equal(
            "card_lost",
            (await _system.AskAsync("ClassifyContact", System.Text.Encoding.UTF8.GetBytes(FlowEvents.Voice(parameters))))["topic"]);

    public void Dispose() => _system.Dispose();

    private static (string Status, string Rating) Of(Dictionary<string, string> answer) => (answer["status"], answer["rating"]);

    private static FieldSystem Known(string reply) => new(ports: services => services.AddSingleton<ICustomerSystem>(
        new RecordedCustomer(Hooks.Configuration) { Reply = System.Text.Encoding.UTF8.GetBytes(reply) }));

    /// <summary>
    /// The deployed adapter, asking a server of this machine, which the client of a deployment does not reach. No time limit passes.
    /// </summary>
    private static FieldSystem Asking(LocalHttpServer server, HttpClient http)
    {
        var clock = new VirtualClock(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        var crm = Hooks.Configuration.Crm! with { Url = new Uri(server.Address, "/c").AbsoluteUri + "?phone={phone}", Secret = null };
        return new FieldSystem(
            Hooks.Configuration with { Crm = crm },
            services => services.AddSingleton<ICustomerSystem>(provider => new CustomerLookup(
                crm, new CrmClient(http, provider.GetRequiredService<ISecretSource>(), crm), clock)),
            clock);
    }

    private sealed class Ending(CustomerStatus status) : ICustomerSystem
    {
        public ValueTask<CustomerAnswer> LookUpAsync(FlowRequest request, TimeSpan limit, CancellationToken cancellationToken) =>
            new(CustomerAnswer.Without(status));
    }
}
