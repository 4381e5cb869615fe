using System.Text;
using System.Text.Json.Nodes;
using Amazon.ConnectCases;
using Amazon.ConnectCases.Model;
using ContactCenter.Aws.Contacts.Tickets;
using ContactCenter.Aws.Notifications;
using ContactCenter.Aws.Notifications.Http;
using ContactCenter.Aws.Tests.Notifications;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Configuration.Promises;
using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Contacts.Tickets;
using ContactCenter.Core.Notifications.Answers;
using ContactCenter.Testing;
using Microsoft.AspNetCore.Http;
using Moq;
using Received = ContactCenter.Aws.Tests.Notifications.Received;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Aws.Tests.Contacts.Tickets;

public sealed class TicketSystemsTests : IAsyncDisposable
{
    private const string Instance = "arn:aws:connect:eu-central-1:123456789012:instance/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";

    private static readonly TicketContact Contact = new("c-1", "VOICE")
    {
        Topic = "billing",
        Queue = "Billing",
        CustomerId = "42",
        Address = "+15550100001",
        Profile = "arn:profile",
    };

    private static readonly TicketText Text = new("Contact about billing", "one\ntwo");

    private readonly Queue<(int Status, string Body)> _replies = new();
    private readonly List<Received> _received = [];
    private readonly HttpClient _http = HttpSender.CreateClient(isGuarded: false);
    private readonly Secrets _secrets = new();
    private readonly Mock<IAmazonConnectCases> _cases = new(MockBehavior.Strict);
    private LocalHttpServer? _server;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_record_of_ServiceNow_is_looked_up_before_it_is_made()
    {
        var system = await ServiceNowAsync((200, """{"result":[]}"""), (201, """{"result":{"sys_id":"ab","number":"CS0001"}}"""));

        var ticket = await system.OpenAsync(Contact, Text, "c-1", Stop);

        Assert.Equal(("CS0001", "ab", "billing"), (ticket.Reference, ticket.Handle, ticket.Topic));
        Assert.EndsWith("/sn_customerservice_case.do?sys_id=ab", ticket.Link!.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal(["GET", "POST"], _received.Select(static one => one.Method));
        Assert.All(_received, static one => Assert.Equal("/api/now/table/sn_customerservice_case", one.Path));
        Assert.Contains("correlation_id=contact/c-1", Uri.UnescapeDataString(_received[0].Query), StringComparison.Ordinal);
        var body = JsonNode.Parse(_received[1].Body)!;
        Assert.Equal(
            ("Contact about billing", "one\ntwo", "contact/c-1"),
            ((string?)body["short_description"], (string?)body["description"], (string?)body["correlation_id"]));
    }

    [Fact]
    public async Task A_record_that_was_made_although_its_answer_was_lost_is_not_made_twice()
    {
        var system = await ServiceNowAsync((200, """{"result":[{"sys_id":"ab","number":"CS0001","correlation_id":"contact/c-1"}]}"""));

        Assert.Equal("CS0001", (await system.OpenAsync(Contact, Text, "c-1", Stop)).Reference);
        Assert.Equal(["GET"], _received.Select(static one => one.Method));
    }

    [Theory]
    [InlineData("""{"result":[{"sys_id":"ab","number":"CS0001","correlation_id":"of another"}]}""")]
    [InlineData("<html>Your instance is hibernating</html>")]
    public async Task What_is_no_answer_about_this_record_opens_nothing(string answer)
    {
        var system = await ServiceNowAsync((200, answer));

        await Assert.ThrowsAsync<ChannelException>(async () => await system.OpenAsync(Contact, Text, "c-1", Stop));
        Assert.Equal(["GET"], _received.Select(static one => one.Method));
    }

    [Fact]
    public async Task A_contact_that_joins_is_a_work_note()
    {
        var system = await ServiceNowAsync((200, """{"result":{"sys_id":"ab"}}"""));

        await system.JoinAsync(new Ticket("CS0001", "ab", null, null), Contact, Text, Stop);

        var sent = Assert.Single(_received);
        Assert.Equal(("PATCH", "/api/now/table/sn_customerservice_case/ab"), (sent.Method, sent.Path));
        Assert.Equal("one\ntwo", (string?)JsonNode.Parse(sent.Body)!["work_notes"]);
    }

    [Theory]
    [InlineData(403, true)]
    [InlineData(404, true)]
    [InlineData(503, false)]
    public async Task A_record_that_was_deleted_or_locked_is_gone(int status, bool isGone)
    {
        var system = await ServiceNowAsync((status, "{}"));

        var failure = await Assert.ThrowsAnyAsync<Exception>(
            async () => await system.JoinAsync(new Ticket("CS0001", "ab", null, null), Contact, Text, Stop));
        Assert.Equal(isGone, failure is TicketGoneException);
    }

    [Fact]
    public async Task A_ticket_that_the_other_system_does_not_know_any_more_is_gone()
    {
        var system = await WebhookAsync((410, ""));

        await Assert.ThrowsAsync<TicketGoneException>(
            async () => await system.JoinAsync(new Ticket("T-7", "T-7", null, null), Contact, Text, Stop));
    }

    [Fact]
    public async Task A_case_that_was_deleted_is_gone()
    {
        _cases.Setup(static one => one.CreateRelatedItemAsync(It.IsAny<CreateRelatedItemRequest>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new ResourceNotFoundException("no case"));

        await Assert.ThrowsAsync<TicketGoneException>(
            async () => await Cases().JoinAsync(new Ticket("case-1", "case-1", null, null), Contact, Text, Stop));
    }

    [Fact]
    public async Task A_webhook_is_signed_says_what_is_the_same_and_answers_with_the_reference()
    {
        var system = await WebhookAsync((200, """{"reference":"T-7","link":"https://t.example/7"}"""));

        var ticket = await system.OpenAsync(Contact, Text, "c-1", Stop);

        Assert.Equal(new Ticket("T-7", "T-7", new Uri("https://t.example/7"), "billing"), ticket);
        var sent = Assert.Single(_received);
        Assert.Equal("open-c-1", sent.Headers["idempotency-key"]);
        Assert.Equal(
            BodySignature.Make(
                BodySignature.OwnVersion, Encoding.UTF8.GetBytes("a key of the webhook"), sent.Headers[ServiceNowAnswers.TimestampHeader],
                sent.Body),
            sent.Headers[ServiceNowAnswers.SignatureHeader]);
        var body = JsonNode.Parse(sent.Body)!;
        Assert.Equal(
            ("open", "c-1", "billing", "42", "+15550100001"),
            ((string?)body["act"], (string?)body["contactId"], (string?)body["topic"], (string?)body["customer"]!["id"],
                (string?)body["customer"]!["address"]));
    }

    [Theory]
    [InlineData(200, "{}")]
    [InlineData(500, "")]
    public async Task A_webhook_without_a_reference_has_failed(int status, string body)
    {
        var system = await WebhookAsync((status, body));

        var failure = await Assert.ThrowsAsync<ChannelException>(async () => await system.OpenAsync(Contact, Text, "c-1", Stop));
        Assert.True(failure.IsPassing);
    }

    [Fact]
    public async Task A_case_is_opened_by_a_token_for_the_profile_and_has_the_contact_in_it()
    {
        var related = new List<CreateRelatedItemRequest>();
        CreateCaseRequest? opened = null;
        _cases.Setup(static one => one.CreateCaseAsync(It.IsAny<CreateCaseRequest>(), It.IsAny<CancellationToken>()))
            .Callback<CreateCaseRequest, CancellationToken>((request, _) => opened = request)
            .ReturnsAsync(new CreateCaseResponse { CaseId = "case-1" });
        _cases.Setup(static one => one.CreateRelatedItemAsync(It.IsAny<CreateRelatedItemRequest>(), It.IsAny<CancellationToken>()))
            .Callback<CreateRelatedItemRequest, CancellationToken>((request, _) => related.Add(request))
            .ReturnsAsync(new CreateRelatedItemResponse());

        var ticket = await Cases().OpenAsync(Contact, Text, "c-1", Stop);

        Assert.Equal("case-1", ticket.Handle);
        Assert.Equal(("domain-1", "template-1", "c-1"), (opened!.DomainId, opened.TemplateId, opened.ClientToken));
        Assert.Equal(
            ["title=Contact about billing", "customer_id=arn:profile"],
            opened.Fields.Select(static one => $"{one.Id}={one.Value.StringValue}"));
        Assert.Equal($"{Instance}/contact/c-1", related[0].Content.Contact.ContactArn);
        Assert.Equal("one\ntwo", related[1].Content.Comment.Body);
    }

    [Fact]
    public async Task A_contact_without_a_profile_gets_no_case_and_is_not_tried_again() => await Assert.ThrowsAsync<TicketRefusedException>(
        async () => await Cases().OpenAsync(Contact with { Profile = null }, Text, "c-1", Stop));

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    private ITicketSystem Cases() => For(new() { System = TicketSystemKind.Cases, To = "domain-1", Template = "template-1" });

    private Task<ITicketSystem> ServiceNowAsync(params (int Status, string Body)[] replies)
    {
        _secrets.Texts["tickets"] = """{"user":"user","password":"pass"}""";
        return StartAsync(address => new() { System = TicketSystemKind.ServiceNow, To = address.AbsoluteUri, Secret = "tickets" }, replies);
    }

    private Task<ITicketSystem> WebhookAsync(params (int Status, string Body)[] replies) => StartAsync(
        address => new() { System = TicketSystemKind.Webhook, To = address.AbsoluteUri, Secret = "webhook" }, replies);

    private async Task<ITicketSystem> StartAsync(Func<Uri, TicketSettings> settings, (int Status, string Body)[] replies)
    {
        foreach (var reply in replies)
        {
            _replies.Enqueue(reply);
        }

        _server = await LocalHttpServer.StartAsync(AnswerAsync);
        return For(settings(_server.Address));
    }

    private ITicketSystem For(TicketSettings settings) => TicketSystems.For(
        new ContactCenterConfiguration
        {
            Environment = "test",
            Instance = new ConnectInstance { Arn = Instance, Alias = "bank" },
            Contacts = new() { Tickets = settings },
        },
        _http, _secrets, () => _cases.Object, new ManualClock(Noon), isRehearsal: true);

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        _received.Add(new Received(
            context.Request.Method, context.Request.Path.Value!, context.Request.QueryString.Value!,
            context.Request.Headers.ToDictionary(static one => one.Key.ToLowerInvariant(), static one => one.Value.ToString()),
            body.ToArray()));
        var (status, text) = _replies.Dequeue();
        context.Response.StatusCode = status;
        await context.Response.WriteAsync(text, context.RequestAborted);
    }
}
