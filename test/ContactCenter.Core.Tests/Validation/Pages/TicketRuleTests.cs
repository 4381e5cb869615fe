using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration.Promises;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Tests.Configuration;

namespace ContactCenter.Core.Tests.Validation.Pages;

public sealed class TicketRuleTests
{
    private const string Secret = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:contact-center/tickets-AbCdEf";

    [Theory]
    [InlineData("""{ "system": "cases", "to": "a b", "template": "t" }""", "to", "\"a b\"", "id of a domain")]
    [InlineData("""{ "system": "cases", "to": "d" }""", "template", "\"\"", "id of a template")]
    [InlineData("""{ "system": "cases", "to": "d", "template": "t", "secret": "SECRET" }""", "secret", "\"SECRET\"", "none with cases")]
    [InlineData("""{ "system": "cases", "to": "d", "template": "t", "table": "incident" }""", "table", "\"incident\"", "only serviceNow")]
    [InlineData("""{ "system": "serviceNow", "to": "https://x", "secret": "SECRET" }""", "to", "\"https://x\"", "host of an instance")]
    [InlineData("""{ "system": "serviceNow", "to": "bank.service-now.com" }""", "secret", "\"\"", "ARN of a secret")]
    [InlineData("""{ "system": "serviceNow", "to": "bank.service-now.com", "secret": "SECRET", "table": "A b" }""", "table", "\"A b\"", "sn_customerservice_case")]
    [InlineData("""{ "system": "webhook", "to": "http://x.example/", "secret": "SECRET" }""", "to", "\"http://x.example/\"", "https address")]
    [InlineData("""{ "system": "webhook", "to": "https://localhost/", "secret": "SECRET" }""", "to", "\"https://localhost/\"", "https address")]
    [InlineData("""{ "system": "webhook", "to": "https://x.example/", "secret": "SECRET", "template": "t" }""", "template", "\"t\"", "none with another")]
    [InlineData("""{ "system": "webhook", "to": "https://x.example/", "secret": "SECRET", "joinWithin": "8d" }""", "joinWithin", "\"8d\"", "1h to 7d")]
    public void What_no_ticket_could_be_opened_by_is_said(string section, string member, string found, string expected) => Rule.Broken(
        root => root["contacts"] = new JsonObject
        {
            ["tickets"] = JsonNode.Parse(section.Replace("SECRET", Secret, StringComparison.Ordinal)),
        },
        $"$.contacts.tickets.{member}", found.Replace("SECRET", Secret, StringComparison.Ordinal), expected);

    [Fact]
    public void The_function_comes_with_the_section_and_not_otherwise()
    {
        var without = SampleConfiguration.Read();
        var with = without with
        {
            Contacts = new ContactSettings { Tickets = new() { System = TicketSystemKind.Webhook, To = "https://x.example/" } },
        };

        Assert.DoesNotContain(SystemFunctions.OpenTickets, SystemFunctions.For(without));
        Assert.Contains(SystemFunctions.OpenTickets, SystemFunctions.For(with));
    }
}
